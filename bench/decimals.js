/**
 * What decimals cost: logarithms against decimal.js's, values against the same arithmetic written by hand in
 * decimal.js, other readings against plain values. Every input is new, so that nothing remembered serves again.
 */
import { Decimal } from 'decimal.js'
import {
  between, bits, certify, decimalAlgebra, evaluate, explain, hertz, kelvin, landauer, limUpdate, sensitivities
} from 'limen' // prettier-ignore
import { cpuTime, inTurns, printAlone, right, row } from './table.js'

let seed = 0
const next = () => (seed += 1)

/** Medians of what each of some tasks takes on inputs of its own: name to [make an input, run]. */
const measured = (tasks, count) =>
  inTurns(
    Object.fromEntries(
      Object.entries(tasks).map(([name, [make, run]]) => [
        name,
        () => {
          const inputs = Array.from({ length: count }, make)
          return cpuTime(() => {
            for (const input of inputs) run(input)
          })
        }
      ])
    ),
    { turns: 15, warmUp: 4 }
  )

// By hand, with the 34 digits of the result and four to guard them.
const D = Decimal.clone({ precision: 38, defaults: true })
const [one, two, k] = [new D(1), new D(2), new D('1.380649e-23')]
const ln2 = two.ln()
const limByHand = ({ T, f0, r1, b, σ, ε, ρ }) => {
  const kT = k.times(T)
  const spread = ε.times(one.minus(ε)).ln().div(2)
  const barrier = kT.times(f0.div(r1).ln().plus(σ.times(b).times(ln2)).minus(spread))
  const drive = one.minus(ε.times(2)).times(kT.times(one.minus(ε).div(ε).ln()))
  return one.minus(ρ).times(barrier).plus(drive).toSignificantDigits(34)
}
const landauerByHand = ({ T, ε }) => {
  const left = one.minus(ε)
  return k
    .times(T)
    .times(ln2.plus(ε.times(ε.ln())).plus(left.times(left.ln())))
    .toSignificantDigits(34)
}
const limInputs = () => {
  const n = next()
  return {
    temperature: kelvin(290 + n / 1024),
    attemptRate: hertz(1e9),
    initialRate: hertz(1e5 + n),
    precision: bits(8),
    shape: 0.5,
    errorProbability: 0.01 + n * 1e-7,
    hops: 1,
    recovery: 0.1
  }
}
const boxInputs = () => {
  const given = limInputs()
  const [T, n] = [given.temperature.value, next()]
  return {
    ...given,
    temperature: between(kelvin(T), kelvin(T + 2)),
    attemptRate: between(hertz(1e9 + n), hertz(1e10))
  }
}
const landauerInputs = () => {
  const n = next()
  return { temperature: kelvin(290 + n / 1024), errorProbability: 0.01 + n * 1e-7 }
}
const inHand = ({ temperature, attemptRate, initialRate, precision, shape, errorProbability, recovery }) => ({
  T: new D(temperature.exact),
  ε: new D(errorProbability),
  ...(attemptRate === undefined
    ? {}
    : {
        f0: new D(attemptRate.exact),
        r1: new D(initialRate.exact),
        b: new D(precision.exact),
        σ: new D(shape),
        ρ: new D(recovery)
      })
})

const opened = (of) => (given) => right(of(given))
const [lim, erased, enclosed] = [evaluate(limUpdate), evaluate(landauer), certify(limUpdate)].map(opened)
for (const [ours, theirs, make] of [
  [lim, limByHand, limInputs],
  [erased, landauerByHand, landauerInputs]
]) {
  const given = make()
  const [a, b] = [ours(given).exact, theirs(inHand(given))]
  // By hand, the last digits are not settled.
  if (new D(a).minus(b).div(b).abs().gt(1e-32)) throw new Error(`${a} is not ${b}`)
}

const logarithms = () =>
  [34, 100, 400].flatMap((digits) => {
    const D = Decimal.clone({ defaults: true, precision: digits, rounding: Decimal.ROUND_HALF_EVEN })
    const of = decimalAlgebra(digits)
    const make = () => new D(next()).div(7).plus('0.3')
    return ['ln', 'exp'].map((op) => {
      if (!of[op](make()).isFinite()) throw new Error('no number')
      const { ours, theirs } = measured({ ours: [make, of[op]], theirs: [make, (x) => x[op]()] }, 40)
      return row(`${op}, ${digits} digits`, 'decimal.js', theirs / ours)
    })
  })

export const rows = () => {
  const times = measured(
    {
      limByHand: [() => inHand(limInputs()), limByHand],
      lim: [limInputs, lim],
      landauerByHand: [() => inHand(landauerInputs()), landauerByHand],
      landauer: [landauerInputs, erased],
      exact: [limInputs, enclosed],
      uncertain: [boxInputs, enclosed],
      slopes: [limInputs, opened(sensitivities(limUpdate))],
      derivation: [limInputs, opened(explain(limUpdate))]
    },
    200
  )
  const hand = 'by hand in decimal.js'
  return [
    row('evaluate limUpdate, 34 digits', hand, times.limByHand / times.lim, '≥ 3×'),
    row('evaluate landauer, 34 digits', hand, times.landauerByHand / times.landauer, '≥ 3×'),
    row('certify, exact inputs: the time', 'evaluate', times.exact / times.lim),
    row('certify, two uncertain inputs: the time', 'evaluate', times.uncertain / times.lim, '≤ 4×'),
    row('sensitivities: the time', 'evaluate', times.slopes / times.lim),
    row('explain: the time', 'evaluate', times.derivation / times.lim),
    ...logarithms()
  ]
}

await printAlone(import.meta.url, 'Decimals (CPU medians)', rows)
