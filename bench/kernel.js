/**
 * The float64 reading against loops written by hand, with the same checks: down columns, over a ledger, a call
 * at a time, as a stream, and where WebAssembly or also functions from text are forbidden.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  bits, column, evaluateColumns, evaluateNumber, gigahertz, hertz, kelvin, landauer,
  ledgerColumns, ledgerGrid, limUpdate, numberAlgebra, one, orThrow, parse, sweep
} from 'limen' // prettier-ignore
import { estimateFile } from 'limen/files'
import { medians, printAlone, row } from './table.js'

const isChild = process.argv[2] === 'child'
if (isChild) delete globalThis.WebAssembly
const points = 1e6
const isSize = (x) => x >= 2 ** -256 && x <= 2 ** 256
let sink = 0

/** Both say the same, or the ratio would mean nothing. */
const expectAlike = (what, a, b) => {
  if (!(Math.abs(a / b - 1) < 1e-12)) throw new Error(`${what}: ${a} is not ${b}`)
}

const filled = (length, of) => Float64Array.from({ length }, (_, i) => of(i))
const temperatures = filled(points, (i) => 290 + i / 64e3)
const rates = filled(points, (i) => 1e5 + i / 10)
const errors = filled(points, (i) => 0.01 + i * 1e-7)
const [f0, b, σ, h, ρ] = [1e9, 8, 0.5, 1, 0.1]
const columnOf = (unit, values) => ({ dimension: unit.dimension, values })

/* limUpdate down columns */

const handOfThree = (Ts, f0, r1s, b, σ, εs, h, ρ) => {
  const [k, tiny, huge] = [1.380649e-23, 2 ** -256, 2 ** 256]
  const values = new Float64Array(Ts.length)
  if (!(isSize(f0) && isSize(b) && σ >= 0 && σ <= 1 && h >= 0 && h <= huge && ρ >= 0 && ρ <= 1))
    return values.fill(NaN)
  for (let i = 0; i < values.length; i++) {
    const T = Ts[i]
    const r1 = r1s[i]
    const ε = εs[i]
    const kT = k * T
    const barrier = kT * (Math.log(f0 / r1) + σ * (b * Math.LN2) - 0.5 * Math.log(ε * (1 - ε)))
    const drive = (1 - 2 * ε) * (kT * Math.log((1 - ε) / ε))
    const isRight =
      T >= tiny && T <= huge && r1 >= tiny && r1 <= huge && ε >= tiny && ε <= 0.5 && (1 - ε) * r1 <= f0
    values[i] = isRight ? h * (drive + (1 - ρ) * barrier) : NaN
  }
  return values
}

const handOfOne = (Ts, f0, r1, b, σ, ε, h, ρ) => {
  const [k, tiny, huge] = [1.380649e-23, 2 ** -256, 2 ** 256]
  const values = new Float64Array(Ts.length)
  if (!(isSize(f0) && isSize(b) && σ >= 0 && σ <= 1 && h >= 0 && h <= huge && ρ >= 0 && ρ <= 1))
    return values.fill(NaN)
  if (!(isSize(r1) && ε >= tiny && ε <= 0.5 && (1 - ε) * r1 <= f0)) return values.fill(NaN)
  const barriers = Math.log(f0 / r1) + σ * (b * Math.LN2) - 0.5 * Math.log(ε * (1 - ε))
  const [odds, share, lost] = [Math.log((1 - ε) / ε), 1 - 2 * ε, 1 - ρ]
  for (let i = 0; i < values.length; i++) {
    const T = Ts[i]
    const kT = k * T
    values[i] = T >= tiny && T <= huge ? h * (share * (kT * odds) + lost * (kT * barriers)) : NaN
  }
  return values
}

const base = {
  temperature: kelvin(300), attemptRate: hertz(f0), initialRate: hertz(rates[7]), precision: bits(b),
  shape: σ, errorProbability: errors[7], hops: h, recovery: ρ
} // prettier-ignore
const ofOne = { ...base, temperature: columnOf(kelvin, temperatures) }
const ofThree = { ...ofOne, initialRate: columnOf(hertz, rates), errorProbability: columnOf(one, errors) }
const down = evaluateColumns(limUpdate)
const three = () => down(ofThree).right.values
const single = () => down(ofOne).right.values

/* All totals of a ledger down temperatures */

const text = readFileSync(new URL('../examples/brain-scale.json', import.meta.url), 'utf8')
const { ledger } = estimateFile(text).right
const { scenario } = ledger

const handLedger = (() => {
  const { workload: w, design: d } = scenario
  const at = (given) => (typeof given === 'number' ? given : given.value)
  const [N, b, τ, c] = [ledger.inputs.parameters, w.precision, w.duration, w.transfers].map(at)
  const [U, M, F] = [ledger.counts.updates, ledger.counts.macs, ledger.counts.flops].map(at)
  const [εs, ε] = [d.solutionErrorProbability, d.errorProbability].map(at)
  const { attemptRate, hopsPerUpdate, retentionTime, failureProbability, writeTime } = d.memory
  const [f0, h1, tr, pr, tw] = [attemptRate, hopsPerUpdate, retentionTime, failureProbability, writeTime].map(
    at
  )
  const [pw, f] = [d.memory.writeErrorProbability, d.memory.flipProbability].map(at)
  const [B, R] = [d.readout.outputBits, d.readout.rows].map(at)
  const [Eb, s, Ef] = [d.technology.movementEnergy, d.technology.reuse, d.technology.acceleratorEnergy].map(
    at
  )
  const [α, σ] = [ledger.intermediates.meanStep, ledger.intermediates.shape].map(at)
  const { relativeEntropy, resetDissipation } = numberAlgebra
  return (Ts) => {
    const all = Array.from({ length: 7 }, () => new Float64Array(Ts.length))
    const [floor, flip, recovered, dissipated, cim, neumann, accelerator] = all
    const [k, tiny, huge, n, Nb] = [1.380649e-23, 2 ** -256, 2 ** 256, U / N, N * b]
    const isRight =
      [N, b, τ, U, M, F, εs, ε, f0, h1, tr, pr, tw, pw, B, R, s].every(isSize) && c >= 0 && f >= 0 && f <= 1 &&
      εs <= 0.5 && ε <= 0.5 && pr < 1 && pw < 0.5 && s >= 1 && Eb >= 0 && Ef >= 0 &&
      (1 - ε) * ((h1 * n) / τ) <= f0 && -Math.log(pw) <= f0 * tw // prettier-ignore
    const leastOfBit = [relativeEntropy(εs, 0.5), resetDissipation(εs, f0 * τ)]
    const leastOfFlip = [relativeEntropy(ε, 0.5), resetDissipation(ε, (f0 * τ) / n)]
    const [odds, share, hops] = [Math.log((1 - ε) / ε), 1 - 2 * ε, h1 * α]
    const barriers = Math.log(f0 / ((h1 * n) / τ)) + σ * (b * Math.LN2) - 0.5 * Math.log(ε * (1 - ε))
    const held = Math.log((Nb * f0 * tr) / -Math.log1p(-pr))
    const [pushed, tilted] = [Math.log((f0 * tw) / -Math.log(pw)), Math.log((1 - pw) / pw)]
    const [levels, moved] = [1.5 * 4 ** B, c * Nb]
    const bitsMoved = (M * b * Eb) / s + U * b * Eb + moved * Eb
    for (let i = 0; i < Ts.length; i++) {
      const T = Ts[i]
      const kT = k * T
      const retention = kT * held
      if (!(isRight & (T >= tiny) & (T <= huge) & (retention >= 0))) {
        for (const each of all) each[i] = NaN
        continue
      }
      const read = (M / R) * (kT * B * Math.LN2)
      const drive = share * (kT * odds)
      const write = Math.max(2 * (retention - kT * pushed), kT * tilted)
      floor[i] = Nb * (kT * leastOfBit[0] + kT * leastOfBit[1])
      flip[i] = U * (kT * leastOfFlip[0] + kT * leastOfFlip[1])
      recovered[i] = read + U * (hops * drive)
      dissipated[i] = read + U * (hops * (drive + kT * barriers))
      cim[i] = M * ((8 * kT * levels) / R) + U * (b * f * write) + moved * (kT * Math.LN2 + f * write)
      neumann[i] = bitsMoved
      accelerator[i] = F * Ef
    }
    return all
  }
})()
const warm = { temperature: columnOf(kelvin, temperatures) }
const totals = () => ledgerColumns(scenario, warm).right

/** The same run in JavaScript: a loop is made when it is first run, and then without WebAssembly. */
const scripted = (given) => {
  const { WebAssembly } = globalThis
  const down = evaluateColumns(limUpdate)
  delete globalThis.WebAssembly
  down(given)
  Object.assign(globalThis, { WebAssembly })
  return () => down(given).right.values
}

/** What the same run takes where functions from text are forbidden, too: nanoseconds a point. */
const forbidden = () => {
  const { stdout } = spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', fileURLToPath(import.meta.url), 'child'],
    { encoding: 'utf8' }
  )
  return JSON.parse(stdout)
}

const scaledByHand = (numbers) => {
  const values = new Float64Array(numbers.length)
  for (let i = 0; i < values.length; i++) values[i] = numbers[i] * 1e9
  return values
}

const inColumns = { three, single, ledger: totals }

export const rows = () => {
  const found = []

  const scripts = { scriptThree: scripted(ofThree), scriptSingle: scripted(ofOne) }
  const apart = medians({ three, single, ...scripts })
  found.push(
    row('3 columns, by WebAssembly', 'by JavaScript', apart.scriptThree / apart.three, '≥ 1.5×'),
    row('one column, by WebAssembly', 'by JavaScript', apart.scriptSingle / apart.single)
  )

  handLedger(temperatures).forEach((hand, at) =>
    expectAlike(totals()[at].name, totals()[at].values[9], hand[9])
  )
  expectAlike('limUpdate', three()[9], handOfThree(temperatures, f0, rates, b, σ, errors, h, ρ)[9])
  expectAlike('limUpdate', single()[9], handOfOne(temperatures, f0, rates[7], b, σ, errors[7], h, ρ)[9])

  {
    const times = medians({
      ...inColumns,
      handThree: () => (sink += handOfThree(temperatures, f0, rates, b, σ, errors, h, ρ)[9]),
      handSingle: () => (sink += handOfOne(temperatures, f0, rates[7], b, σ, errors[7], h, ρ)[9]),
      handLedger: () => (sink += handLedger(temperatures)[0][9])
    })
    const without = forbidden()
    const hand = 'a loop by hand, the same checks'
    found.push(
      row('limUpdate down 3 columns of 1e6', hand, times.handThree / times.three, '≥ 0.95×'),
      row('limUpdate, one column varying', hand, times.handSingle / times.single, '≥ 0.95×'),
      row('all totals of a ledger down a column', hand, times.handLedger / times.ledger, '≥ 0.95×'),
      row('3 columns, code from text forbidden', 'compiled', without.three / apart.scriptThree, '≤ 3×'),
      row('one column, code from text forbidden', 'compiled', without.single / apart.scriptSingle, '≤ 3×'),
      row('a ledger, code from text forbidden', 'compiled', without.ledger / times.ledger, '≤ 3×')
    )
  }

  {
    // As many as a picture has, or some more: what is kept of many more is moved about by the collector of garbage.
    const few = 1000
    const values = Array.from({ length: few }, (_, i) => kelvin(temperatures[i]))
    const given = { temperature: columnOf(kelvin, temperatures.subarray(0, few)) }
    const { dimension } = landauer.unit
    // What is kept is what a caller keeps.
    let kept
    const times = medians(
      {
        columns: () => (kept = ledgerColumns(scenario, given)),
        sweep: () => (kept = sweep(scenario, 'temperature', values)),
        boxes: () =>
          (kept = Array.from({ length: 7 }, (_, k) =>
            values.map((_, i) => ({ _tag: 'Right', right: { dimension, value: i + k } }))
          ))
      },
      { turns: 401, warmUp: 100 }
    )
    sink += kept === undefined ? 1 : 0
    found.push(
      row('sweep, a quantity for each total', 'ledgerColumns', times.sweep / times.columns, '≤ 3×'),
      row('sweep, a quantity for each total', 'as many object literals', times.sweep / times.boxes)
    )
  }

  {
    const few = 1024
    const kinds = {
      plain: (i) => ({
        ...base,
        temperature: kelvin(temperatures[i]),
        initialRate: hertz(rates[i]),
        errorProbability: errors[i]
      }),
      gigahertz: (i) => ({ ...kinds.plain(i), attemptRate: gigahertz(1 + i / few) }),
      parsed: (i) => ({ ...kinds.plain(i), temperature: orThrow(parse(kelvin)(`${290 + i / 8} K`)) })
    }
    const hand = (T, f0, r1, b, σ, ε, h, ρ) => {
      const tiny = 2 ** -256
      const huge = 2 ** 256
      const kT = 1.380649e-23 * T
      const barrier = kT * (Math.log(f0 / r1) + σ * (b * Math.LN2) - 0.5 * Math.log(ε * (1 - ε)))
      const isRight =
        T >= tiny && T <= huge && f0 >= tiny && f0 <= huge && r1 >= tiny && r1 <= huge && b >= tiny && b <= huge &&
        σ >= 0 && σ <= 1 && ε >= tiny && ε <= 0.5 && h >= 0 && h <= huge && ρ >= 0 && ρ <= 1 &&
        (1 - ε) * r1 <= f0 // prettier-ignore
      return isRight ? h * ((1 - 2 * ε) * (kT * Math.log((1 - ε) / ε)) + (1 - ρ) * barrier) : NaN
    }
    const byHand = (of) => () => {
      for (let turn = 0; turn < 50; turn++)
        for (let i = 0; i < of.length; i++) {
          const t = of[i]
          sink += hand(
            t.temperature.value, t.attemptRate.value, t.initialRate.value, t.precision.value,
            t.shape, t.errorProbability, t.hops, t.recovery
          ) // prettier-ignore
        }
    }
    const read = evaluateNumber(limUpdate)
    const byLimen = (of) => () => {
      for (let turn = 0; turn < 50; turn++)
        for (let i = 0; i < of.length; i++) sink += read(of[i]).right.value
    }
    const given = Object.entries(kinds).map(([name, make]) => [
      name,
      Array.from({ length: few }, (_, i) => make(i))
    ])
    const times = medians({
      ...Object.fromEntries(given.map(([name, of]) => [name, byLimen(of)])),
      hand: byHand(given[0][1])
    })
    for (const [name, label] of [
      ['plain', ''],
      ['gigahertz', ', GHz'],
      ['parsed', ', parsed']
    ])
      found.push(
        row(`evaluateNumber a call${label}`, 'by hand, the same checks', times[name] / times.hand, '≤ 2.5×')
      )
  }

  {
    const few = 1e5
    const numbers = Array.from({ length: few }, (_, i) => 1 + i / 1000)
    const long = numbers.map((x) => x * Math.PI)
    const times = medians({
      short: () => (sink += column(gigahertz)(numbers).values[9]),
      long: () => (sink += column(gigahertz)(long).values[9]),
      coherent: () => (sink += column(kelvin)(long).values[9]),
      hand: () => (sink += scaledByHand(numbers)[9])
    })
    found.push(
      row('column(gigahertz), an element', '', times.short / few, '≤ 5 ns'),
      row('column(gigahertz), of 17 digits', '', times.long / few, '≤ 5 ns'),
      row('column(kelvin), an element', '', times.coherent / few, '≤ 5 ns'),
      row('column(gigahertz), an element', 'x * 1e9 by hand', times.short / times.hand)
    )
  }

  {
    const few = 1e5
    const temperature = columnOf(kelvin, temperatures.subarray(0, few))
    const resets = evaluateColumns(landauer)
    const half = columnOf(one, new Float64Array(few).fill(0.5))
    const near = columnOf(
      one,
      filled(few, (i) => 0.48 + i / 1e7)
    )
    const times = medians({
      zero: () => (sink += resets({ temperature, errorProbability: half }).right.values[9]),
      other: () => (sink += resets({ temperature, errorProbability: near }).right.values[9])
    })
    found.push(row('landauer down columns at ε = ½, all 0', 'at other ε', times.zero / times.other, '≤ 1.1×'))
  }

  {
    const few = 1e6
    const axis = { input: 'temperature', from: kelvin(4), to: kelvin(400), spacing: 'linear' }
    const grid = ledgerGrid(scenario, [{ ...axis, points: few }]).right
    const values = temperatures.subarray(0, few)
    const times = medians(
      {
        grid: () => {
          for (const { rows } of grid.blocks()) sink += rows[0].values[0]
        },
        columns: () =>
          (sink += ledgerColumns(scenario, { temperature: columnOf(kelvin, values) }).right[0].values[9])
      },
      { turns: 9, warmUp: 3 }
    )
    found.push(row('ledgerGrid, a stream of 1e6 points', 'ledgerColumns', times.grid / times.columns, '≤ 3×'))
  }

  {
    const most = (points) => {
      const { blocks } = ledgerGrid(scenario, [
        { input: 'temperature', from: kelvin(4), to: kelvin(400), points }
      ]).right
      let most = 0
      for (const { rows } of blocks()) {
        sink += rows[0].values[0]
        most = Math.max(most, process.memoryUsage.rss())
      }
      return most
    }
    most(2e6)
    const before = most(2e6)
    found.push(row('memory of a grid of 2e7 points', 'of 2e6', most(2e7) / before, '≤ 1.1×'))
  }

  if (!Number.isFinite(sink)) throw new Error('a benchmark computed no number')
  return found
}

if (isChild) console.log(JSON.stringify(medians(inColumns, { turns: 7, warmUp: 3 })))
else await printAlone(import.meta.url, 'The float64 reading (CPU medians within this run)', rows)
