/**
 * What decimals cost: logarithms against decimal.js's, values against the same arithmetic written by hand in
 * decimal.js, certified values against plain ones, and ledgers of workload files a second. CPU time, the two
 * sides in turns, medians; every input is new, so that nothing that is remembered serves again.
 */
import { readFileSync } from 'node:fs'
import { Decimal } from 'decimal.js'
import {
  between,
  bits,
  certify,
  certifiedFileEstimator,
  decimalAlgebra,
  evaluate,
  fileEstimator,
  hertz,
  kelvin,
  landauer,
  limUpdate
} from 'limen'

let seed = 0
const next = () => (seed += 1)

const microseconds = (run, inputs) => {
  const before = process.cpuUsage()
  for (const input of inputs) run(input)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / inputs.length
}
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1]

/** Medians of what each of some tasks takes, in turns: name to [make an input, run]. */
const measured = (tasks, count, rounds = 15, warm = 4) => {
  const found = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]))
  for (let round = 0; round < rounds + warm; round++)
    for (const [name, [make, run]] of Object.entries(tasks)) {
      const taken = microseconds(run, Array.from({ length: count }, make))
      if (round >= warm) found[name].push(taken)
    }
  return Object.fromEntries(Object.entries(found).map(([name, all]) => [name, median(all)]))
}

const row = (what, ours, theirs, against, goal = '') =>
  console.log(
    `${what.padEnd(42)}${ours.toFixed(1).padStart(9)} µs${(ours / theirs).toFixed(2).padStart(9)} × ${against}${goal}`
  )

console.log('ln and exp')
for (const digits of [34, 100, 400]) {
  const D = Decimal.clone({ defaults: true, precision: digits, rounding: Decimal.ROUND_HALF_EVEN })
  const of = decimalAlgebra(digits)
  const make = () => new D(next()).div(7).plus('0.3')
  for (const op of ['ln', 'exp']) {
    if (!of[op](make()).isFinite()) throw new Error('no number')
    const { ours, theirs } = measured({ ours: [make, of[op]], theirs: [make, (x) => x[op]()] }, 40)
    row(`${op}, ${digits} digits`, ours, theirs, 'decimal.js')
  }
}

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

const right = (of) => (given) => {
  const result = of(given)
  if (result._tag === 'Left') throw new Error(result.left.message)
  return result.right
}
const [lim, erased, enclosed] = [evaluate(limUpdate), evaluate(landauer), certify(limUpdate)].map(right)
for (const [ours, theirs, make] of [
  [lim, limByHand, limInputs],
  [erased, landauerByHand, landauerInputs]
]) {
  const given = make()
  const [a, b] = [ours(given).exact, theirs(inHand(given))]
  // By hand, the last digits are not settled.
  if (new D(a).minus(b).div(b).abs().gt(1e-32)) throw new Error(`${a} is not ${b}`)
}

console.log('\nvalues')
const times = measured(
  {
    limByHand: [() => inHand(limInputs()), limByHand],
    lim: [limInputs, lim],
    landauerByHand: [() => inHand(landauerInputs()), landauerByHand],
    landauer: [landauerInputs, erased],
    exact: [limInputs, enclosed],
    uncertain: [boxInputs, enclosed]
  },
  200
)
row('limUpdate, 34 digits', times.lim, times.limByHand, 'by hand in decimal.js')
row('landauer, 34 digits', times.landauer, times.landauerByHand, 'by hand in decimal.js')
row('certify, exact inputs', times.exact, times.lim, 'decimal')
row('certify, two uncertain inputs', times.uncertain, times.lim, 'decimal', ' (at most 4)')

console.log('\nledgers of brain-scale.json, each of a temperature and a rate of errors of its own')
const file = JSON.parse(readFileSync(new URL('../examples/brain-scale.json', import.meta.url), 'utf8'))
const text = () => {
  const n = next()
  const design = { ...file.design, temperature: `${290 + n / 1024} K`, errorProbability: 0.01 + n * 1e-7 }
  return JSON.stringify({ ...file, design })
}
const ledgers = measured(
  { exact: [text, right(fileEstimator())], certified: [text, right(certifiedFileEstimator())] },
  60,
  9
)
const perSecond = (name, goal) =>
  console.log(`${name.padEnd(42)}${(1e6 / ledgers[name]).toFixed(0).padStart(9)} records a CPU-second${goal}`)
perSecond('exact', ' (5000 wanted)')
perSecond('certified', '')
