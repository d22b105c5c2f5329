/** A ledger while one of its inputs runs through values. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { estimate } from '../../src/ledger/estimate'
import type { Scenario } from '../../src/ledger/scenario'
import { spaced, spacingOf } from '../../src/ledger/spaced'
import { sweepable } from '../../src/ledger/columns'
import { sweep, type Sweep } from '../../src/ledger/sweep'
import type { ModelError } from '../../src/reading/error'
import type { CompositionError } from '../../src/bound/compose'
import type { Quantity } from '../../src/units/quantity'
import { bits, hertz, joules, kelvin, one, seconds, updates } from '../../src/units/si'
import { exampleText, readEstimate } from '../estimate/files'
import { changed, scenarios } from './scenarios'

const brain = readEstimate(exampleText('brain-scale')).ledger.scenario

const right = (swept: E.Either<ModelError | CompositionError, Sweep>): Sweep => {
  if (E.isLeft(swept)) throw new Error(swept.left.message)
  return swept.right
}

const left = (swept: E.Either<ModelError | CompositionError, Sweep>): string => {
  if (E.isRight(swept)) throw new Error('expected an error')
  return swept.left.message
}

const totalsOf = (swept: Sweep, name: string) => swept.paradigms.find((each) => each.name === name)!.totals

/** How each of some inputs of a scenario is set to another value. */
const setters: Readonly<
  Record<string, readonly [Quantity<unknown>, (scenario: Scenario, factor: number) => Scenario]>
> = {
  temperature: [
    kelvin(1),
    (of, factor) => changed(of, { design: { temperature: kelvin(of.design.temperature.value * factor) } })
  ],
  precision: [
    bits(1),
    (of, factor) => changed(of, { workload: { precision: bits(of.workload.precision.value * factor) } })
  ],
  duration: [
    seconds(1),
    (of, factor) => changed(of, { workload: { duration: seconds(of.workload.duration.value * factor) } })
  ],
  attemptRate: [
    hertz(1),
    (of, factor) =>
      changed(of, { design: { memory: { attemptRate: hertz(of.design.memory.attemptRate.value * factor) } } })
  ]
}

const valueIn = (scenario: Scenario, input: string): Quantity<unknown> =>
  ({
    temperature: scenario.design.temperature,
    precision: scenario.workload.precision,
    duration: scenario.workload.duration,
    attemptRate: scenario.design.memory.attemptRate
  })[input] as Quantity<unknown>

test('at every value the totals are those of the ledger with that value', () => {
  fc.assert(
    fc.property(
      scenarios,
      fc.constantFrom(...Object.keys(setters)),
      fc.array(fc.double({ min: 1, max: 8, noNaN: true }), { minLength: 1, maxLength: 3 }),
      (tight, input, factors) => {
        const scenario = setters['duration']![1](tight, 2)
        const set = setters[input]![1]
        // In next to no time more than it needs at least, a reset takes what float64 does not tell well.
        const each = factors.map((factor) => set(scenario, factor))
        const swept = right(
          sweep(
            scenario,
            input,
            each.map((of) => valueIn(of, input))
          )
        )
        each.forEach((of, at) => {
          const ledger = estimate(of)
          if (E.isLeft(ledger)) {
            // Heat is not pumped from the warm into the cold; the totals where it arises are what they are.
            expect(ledger.left.message).toMatch(/^refrigeration: requires T ≤ T_h/)
            return
          }
          const { paradigms, outside } = ledger.right
          expect(
            swept.paradigms.filter(({ totals }) => E.isLeft(totals[at]!)).map(({ name }) => name)
          ).toEqual(outside.map(({ name }) => name))
          paradigms.forEach(({ name, total }) => {
            const found = totalsOf(swept, name)[at]!
            const exact = total.energy.value
            expect(Math.abs((E.isRight(found) ? found.right.value : NaN) - exact)).toBeLessThanOrEqual(
              1e-9 * exact
            )
          })
        })
      }
    ),
    { numRuns: 30 }
  )
})

test('steps that are not said to shrink so far shrink to the precision that is swept', () => {
  const measured = { meanStep: one(0.1), shape: one(0.5) }
  const at = (convergence: Scenario['workload']['convergence'], precision: number) => {
    const scenario = changed(brain, { workload: { convergence } })
    const found = totalsOf(right(sweep(scenario, 'precision', [bits(precision)])), 'limDissipated')[0]!
    const ledger = estimate(changed(scenario, { workload: { precision: bits(precision) } }))
    if (E.isLeft(found) || E.isLeft(ledger)) throw new Error('no value')
    const expected = ledger.right.paradigms.find(({ name }) => name === 'limDissipated')!.total.energy.value
    expect(found.right.value / expected).toBeCloseTo(1, 12)
    return found.right.value
  }
  expect(at(measured, 16)).toBeGreaterThan(at(measured, 8))
  const stated = { ...measured, stepRange: bits(8) }
  expect(at(stated, 16)).toBe(at(measured, 8))
})

test('where a paradigm has no value there is the reason, and the others go on', () => {
  const swept = right(sweep(brain, 'duration', [seconds(1e3), seconds(5e4), seconds(1e9)]))
  expect(totalsOf(swept, 'floor').map(E.isRight)).toEqual([true, true, true])
  expect(totalsOf(swept, 'bitFlip').map(E.isRight)).toEqual([false, false, true])
  expect(totalsOf(swept, 'limRecovered').map(E.isRight)).toEqual([false, false, true])
  expect(totalsOf(swept, 'cim').map(E.isRight)).toEqual([true, true, true])
  const [reason] = totalsOf(swept, 'limRecovered')
  expect(E.isLeft(reason!) && reason.left.message).toMatch(
    /^meanMatchedBarrier: requires \(1 − ε\) h₁ U\/N\/τ ≤ f₀/
  )
})

test('a value outside the range of the input has a reason at every paradigm', () => {
  const swept = right(sweep(brain, 'errorProbability', [0.7, 0.01]))
  for (const { totals } of swept.paradigms) expect(totals.map(E.isRight)).toEqual([false, true])
})

test('it knows what is swept, and what the scenario says of it', () => {
  const swept = right(sweep(brain, 'temperature', [kelvin(4)]))
  expect(swept.of.symbol).toBe('T')
  expect(swept.stated.value).toBe(300)
  expect(swept.name).toBe('Brain-scale system')
  expect(swept.paradigms.map(({ tier }) => tier)).toEqual([
    'theorem',
    'theorem',
    'model',
    'model',
    'model',
    'empirical',
    'empirical'
  ])
})

test('a pure number may be a number', () => {
  const [a, b] = [0.02, one(0.02)].map((value) => right(sweep(brain, 'errorProbability', [value])))
  expect(totalsOf(a!, 'bitFlip')).toEqual(totalsOf(b!, 'bitFlip'))
})

test('without values there are no totals', () => {
  expect(right(sweep(brain, 'temperature', [])).paradigms.map(({ totals }) => totals)).toEqual(
    Array(7).fill([])
  )
})

test('an input that the ledger does not take is an error that names those it takes', () => {
  expect(left(sweep(brain, 'colour', [one(1)]))).toBe(
    `sweep: there is no input of this ledger "colour"; there are ${Object.keys(sweepable(brain)).join(', ')}`
  )
  expect(left(sweep(brain, 'toString', [one(1)]))).toContain('"toString"')
})

test('a count that follows from another cannot be swept, and the error says from which', () => {
  const scenario = changed(brain, { workload: { updates: 'one per flop' } })
  expect(left(sweep(scenario, 'updates', [updates(1)]))).toContain(
    '"updates", which follows here: one per flop'
  )
  expect(E.isRight(sweep(brain, 'updates', [updates(1e28)]))).toBe(true)
})

test('values of another dimension are an error, all at once, each with its place', () => {
  const message = left(sweep(brain, 'temperature', [kelvin(1), joules(2), 3]))
  expect(message.split('\n')).toEqual([
    'sweep: expected values of temperature (temperature), got 2 J as value 2',
    'sweep: expected values of temperature (temperature), got 3 as value 3'
  ])
})

describe('spaced values', () => {
  const ends = fc
    .tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true }))
    .map(([a, b]) => [kelvin(10 ** a), kelvin(10 ** b)] as const)

  test('are as many as asked for, from one end to the other', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 2, max: 60 }), ([from, to], points) => {
        const values = spaced(from, to, points)
        expect(values).toHaveLength(points)
        expect(values[0]).toBe(from)
        expect(values.at(-1)).toBe(to)
      })
    )
  })

  test('are apart by one factor, or by one difference', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 3, max: 20 }), ([from, to], points) => {
        const logs = spaced(from, to, points, 'log').map(({ value }) => Math.log(value))
        const plain = spaced(from, to, points, 'linear').map(({ value }) => value)
        for (const [of, scale] of [
          [logs, 70],
          [plain, Math.max(from.value, to.value)]
        ] as const) {
          const step = (of.at(-1)! - of[0]!) / (points - 1)
          of.forEach((value, at) => {
            expect(Math.abs(value - of[0]! - at * step)).toBeLessThanOrEqual(1e-12 * scale)
          })
        }
      })
    )
  })

  test('are apart by factors where the ends are 1.5 decades apart, either way', () => {
    expect(spacingOf(kelvin(10), kelvin(320))).toBe('log')
    expect(spacingOf(kelvin(320), kelvin(10))).toBe('log')
    expect(spacingOf(kelvin(10), kelvin(310))).toBe('linear')
    expect(spacingOf(kelvin(0), kelvin(1e9))).toBe('linear')
  })

  test('there are none that could be spaced so', () => {
    expect(spaced(kelvin(0), kelvin(1), 5, 'log')).toEqual([])
    expect(spaced(kelvin(1), kelvin(2), 1)).toEqual([])
    expect(spaced(kelvin(1), kelvin(2), 2.5)).toEqual([])
  })
})
