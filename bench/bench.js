/**
 * What one evaluation of limUpdate costs, as ratios within this run (down columns: kernel.js): the readings of
 * values against the same arithmetic written by hand and against the units of mathjs, every reading against float64, and
 * certified values against plain decimals.
 */
import { Decimal } from 'decimal.js'
import { create, all } from 'mathjs'
import { Bench } from 'tinybench'
import {
  between,
  bits,
  certify,
  evaluate,
  evaluateNumber,
  explain,
  hertz,
  kelvin,
  limUpdate,
  sensitivities,
  sensitivitiesNumber,
  toLatex
} from 'limen'
import { modelText } from 'limen/report'

const points = 1024
const temperatures = Float64Array.from({ length: points }, (_, i) => 290 + i / 64)
const rates = Float64Array.from({ length: points }, (_, i) => 1e5 + i)
const errors = Float64Array.from({ length: points }, (_, i) => 0.01 + i * 1e-5)
const [f0, b, σ, ρ] = [1e9, 8, 0.5, 0.1]

// By hand, in float64.
const k = 1.380649e-23
const byHand = (T, f0, r1, b, σ, ε, ρ) =>
  (1 - ρ) * k * T * (Math.log(f0 / r1) + σ * b * Math.LN2 - 0.5 * Math.log(ε * (1 - ε))) +
  (1 - 2 * ε) * k * T * Math.log((1 - ε) / ε)

// By hand, in decimals of the precision at which the decimal reading works: 34 digits and four to guard them.
const D = Decimal.clone({ precision: 38, defaults: true })
const ln2 = new D(2).ln()
const one = new D(1)
const byHandDecimal = (T, f0, r1, b, σ, ε, ρ) => {
  const kT = new D('1.380649e-23').times(T)
  const tilted = ε.times(one.minus(ε)).ln().div(2)
  const barrier = kT.times(f0.div(r1).ln().plus(σ.times(b).times(ln2)).minus(tilted))
  const drive = one.minus(ε.times(2)).times(kT.times(one.minus(ε).div(ε).ln()))
  return one.minus(ρ).times(barrier).plus(drive).toSignificantDigits(34)
}

// With the units of mathjs.
const math = create(all)
const mathK = math.unit(k, 'J/K')
const withMathjs = (T, f0, r1, b, σ, ε, ρ) => {
  const kT = math.multiply(mathK, T)
  const tilted = 0.5 * Math.log(ε * (1 - ε))
  const barrier = math.multiply(kT, Math.log(math.divide(f0, r1)) + σ * b * Math.LN2 - tilted)
  const drive = math.multiply(kT, (1 - 2 * ε) * Math.log((1 - ε) / ε))
  return math.add(math.multiply(1 - ρ, barrier), drive)
}

const typed = Array.from({ length: points }, (_, i) => ({
  temperature: kelvin(temperatures[i]),
  attemptRate: hertz(f0),
  initialRate: hertz(rates[i]),
  precision: bits(b),
  shape: σ,
  errorProbability: errors[i],
  hops: 1,
  recovery: ρ
}))
const decimals = typed.map(({ temperature, initialRate, errorProbability }) =>
  [temperature.exact, f0, initialRate.exact, b, σ, errorProbability, ρ].map((value) => new D(value))
)
const mathUnits = typed.map((_, i) => [
  math.unit(temperatures[i], 'K'),
  math.unit(f0, 'Hz'),
  math.unit(rates[i], 'Hz')
])

const asNumber = evaluateNumber(limUpdate)
const asDecimal = evaluate(limUpdate)
const asInterval = certify(limUpdate)
const asGradient = sensitivitiesNumber(limUpdate)
const asDecimalGradient = sensitivities(limUpdate)
const asDerivation = explain(limUpdate)
const uncertain = typed.map((given, i) => ({
  ...given,
  temperature: between(kelvin(temperatures[i] - 2), kelvin(temperatures[i] + 2)),
  attemptRate: between(hertz(1e9), hertz(1e10))
}))

// All say the same, or the ratios would mean nothing.
const expected = byHand(temperatures[3], f0, rates[3], b, σ, errors[3], ρ)
const answers = {
  'float64, point by point': asNumber(typed[3]).right?.value,
  decimal: asDecimal(typed[3]).right?.value,
  'lower end': asInterval(typed[3]).right?.lower.value,
  'upper end': asInterval(typed[3]).right?.upper.value,
  derivation: asDerivation(typed[3]).right?.value.value,
  'decimal by hand': byHandDecimal(...decimals[3]).toNumber(),
  mathjs: withMathjs(...mathUnits[3], b, σ, errors[3], ρ).toNumber('J')
}
for (const [name, answer] of Object.entries(answers))
  if (!(Math.abs(answer / expected - 1) < 1e-12))
    throw new Error(`${name} says ${answer}, by hand it is ${expected}`)

// A loop of its own for each, so that the engine compiles each by itself.
let sink = 0
const few = 16
const tasks = {
  hand: [
    points,
    () => {
      let sum = 0
      for (let i = 0; i < points; i++) sum += byHand(temperatures[i], f0, rates[i], b, σ, errors[i], ρ)
      sink += sum
    }
  ],
  number: [
    points,
    () => {
      let sum = 0
      for (let i = 0; i < points; i++) sum += asNumber(typed[i]).right.value
      sink += sum
    }
  ],
  handDecimal: [
    few,
    () => {
      for (let i = 0; i < few; i++) sink += byHandDecimal(...decimals[i]).e
    }
  ],
  decimal: [
    few,
    () => {
      for (let i = 0; i < few; i++) sink += asDecimal(typed[i]).right.exact.e
    }
  ],
  interval: [
    few,
    () => {
      for (let i = 0; i < few; i++) sink += asInterval(typed[i]).right.lower.exact.e
    }
  ],
  uncertain: [
    few,
    () => {
      for (let i = 0; i < few; i++) sink += asInterval(uncertain[i]).right.lower.exact.e
    }
  ],
  gradient: [
    points,
    () => {
      let sum = 0
      for (let i = 0; i < points; i++) sum += asGradient(typed[i]).right[0].elasticity.value
      sink += sum
    }
  ],
  decimalGradient: [
    few,
    () => {
      for (let i = 0; i < few; i++) sink += asDecimalGradient(typed[i]).right[0].elasticity.exact.e
    }
  ],
  derivation: [
    few,
    () => {
      for (let i = 0; i < few; i++) sink += asDerivation(typed[i]).right.terms.length
    }
  ],
  text: [1, () => void (sink += modelText(limUpdate).length)],
  latex: [1, () => void (sink += toLatex(limUpdate).length)],
  mathjs: [
    few,
    () => {
      for (let i = 0; i < few; i++) sink += withMathjs(...mathUnits[i], b, σ, errors[i], ρ).value
    }
  ]
}

const bench = new Bench({ time: 600, warmupTime: 300 })
for (const [name, [, run]] of Object.entries(tasks)) bench.add(name, run)
await bench.run()

const nanoseconds = Object.fromEntries(
  bench.tasks.map(({ name, result }) => [name, (result.latency.p50 * 1e6) / tasks[name][0]])
)
const row = (label, name, against, by) =>
  console.log(
    `${label.padEnd(34)}${nanoseconds[name].toFixed(0).padStart(9)} ns${(nanoseconds[name] / nanoseconds[against]).toFixed(2).padStart(10)} × ${by}`
  )
console.log('one evaluation of limUpdate (medians)')
row('by hand, float64', 'hand', 'hand', 'itself')
row('limen, float64, point by point', 'number', 'hand', 'by hand')
row('by hand, decimal', 'handDecimal', 'handDecimal', 'itself')
row('limen, decimal', 'decimal', 'handDecimal', 'by hand in decimals')
row('mathjs units, float64', 'mathjs', 'number', 'limen, float64, point by point')
console.log('\neach reading against float64, point by point')
row('decimal, 34 digits', 'decimal', 'number', 'float64')
row('interval, exact inputs', 'interval', 'number', 'float64')
row('interval, two uncertain inputs', 'uncertain', 'number', 'float64')
row('gradient, float64', 'gradient', 'number', 'float64')
row('gradient, decimal', 'decimalGradient', 'number', 'float64')
row('derivation', 'derivation', 'number', 'float64')
row('text', 'text', 'number', 'float64')
row('latex', 'latex', 'number', 'float64')
console.log('\nagainst plain decimals')
row('interval, exact inputs', 'interval', 'decimal', 'decimal')
row('interval, two uncertain inputs', 'uncertain', 'decimal', 'decimal')
row('gradient, decimal', 'decimalGradient', 'decimal', 'decimal')
row('derivation', 'derivation', 'decimal', 'decimal')
if (!Number.isFinite(sink)) throw new Error('a benchmark computed no number')
