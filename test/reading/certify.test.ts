/**
 * Certified values enclose: whatever the inputs within theirs, the value is within the result; and
 * where it need not exist for all of them, that is said.
 */
import { expectTypeOf } from 'expect-type'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { ModelData } from '../../src/formula/model'
import { input } from '../../src/formula/model'
import { half, ln, number, pow } from '../../src/formula/expression'
import { ledgerInputs } from '../../src/ledger/inputs'
import { ledgerModels } from '../../src/ledger/models'
import { model } from '../../src/physics/own'
import {
  discardedInformation,
  generalizedLandauer,
  landauer,
  mismatch,
  rateCappedReset,
  speedLimit,
  timeSymmetricReset
} from '../../src/physics/thermodynamics'
import { matchedBarrier, retentionBarrier, staticWrite } from '../../src/physics/memory'
import { exponentialMeanStep, limUpdate, powerLawShape } from '../../src/physics/update'
import { certify, certifyAll, type UncertainValues } from '../../src/reading/certify'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateColumns } from '../../src/reading/columns'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import type { Energy, EnergyPerBit } from '../../src/units/dimension'
import { between, plusMinus, type Enclosure } from '../../src/units/enclosure'
import { format } from '../../src/units/format'
import {
  bits,
  gigahertz,
  hertz,
  joules,
  kelvin,
  megahertz,
  nanoseconds,
  one,
  seconds,
  updates
} from '../../src/units/si'
import { references } from '../ledger/reference'
import {
  boxesOf,
  casesOf,
  enclosed,
  everyModel,
  given,
  insideOf,
  pointIn,
  type Box,
  type Point
} from './points'
import { left, right } from './values'

const Wide = decimalsOf(80)
const room = kelvin(300)

const certifyAny = (of: ModelData, digits?: number) =>
  certify(of, digits === undefined ? {} : { digits }) as unknown as (
    inputs: unknown
  ) => E.Either<{ readonly message: string }, Enclosure<unknown>>
/**
 * To more digits than a point has: W + V of 61 digits, times 1 + e^(−130827), lies so near the middle of two numbers
 * of 60 that no computation tells on which side.
 */
const valueAt = (of: ModelData, point: Point): Decimal =>
  right(evaluate(of, { digits: 150 })(given(point))).exact

const encloses = ({ lower, upper }: Enclosure<unknown>, value: Decimal): boolean =>
  lower.exact.lte(value) && upper.exact.gte(value)
/** How wide beside its larger end. */
const relativeWidth = ({ lower, upper }: Enclosure<unknown>): Decimal => {
  const size = Wide.max(lower.exact.abs(), upper.exact.abs())
  return size.isZero() ? size : new Wide(upper.exact).minus(lower.exact).div(size)
}

/** Inputs that the compiler would refuse. */
const unchecked = <I>(of: unknown): UncertainValues<I> => of as UncertainValues<I>

const lim = {
  temperature: room,
  attemptRate: gigahertz(1),
  initialRate: megahertz(1),
  precision: bits(8),
  shape: 0.5,
  errorProbability: 0.01,
  hops: 1,
  recovery: 0.5
}

describe('of exact inputs', () => {
  const precisions = fc.integer({ min: 1, max: 60 })

  test.each(everyModel)('%s lies in its enclosure, which is a few units of the last digit wide', (_, of) => {
    fc.assert(
      fc.property(fc.constantFrom(...casesOf(of)), precisions, ({ inputs: point }, digits) => {
        const found = right(certifyAny(of, digits)(point))
        const value = right(evaluate(of, { digits: 120 })(given(point))).exact
        expect(encloses(found, value)).toBe(true)
        expect(Math.max(found.lower.exact.precision(), found.upper.exact.precision())).toBeLessThanOrEqual(
          digits
        )
        expect(relativeWidth(found).lte(`2e${1 - digits}`)).toBe(true)
      }),
      { numRuns: 6 }
    )
  })

  test('34 digits are kept unless others are asked for', () => {
    const { lower, upper } = right(certify(landauer)({ temperature: room, errorProbability: 0 }))
    expect([lower, upper].map(({ exact }) => exact.toString())).toEqual([
      '2.87097888507872379450477633377733e-21',
      '2.870978885078723794504776333777331e-21'
    ])
  })

  test.each([0, -1, 1.5, 401, NaN, Infinity])('digits are not %d', (digits) => {
    expect(left(certify(landauer, { digits })({ temperature: room, errorProbability: 0 })).message).toBe(
      `landauer: digits should be a whole number from 1 to 400, got ${digits}`
    )
  })

  test('as many digits as any evaluation has, and as few', () => {
    const shape = right(
      certify(powerLawShape, { digits: 400 })({ precision: bits(8), updates: updates('12.5') })
    )
    expect(relativeWidth(shape).lte('1e-398')).toBe(true)
    const coarse = right(certify(limUpdate, { digits: 1 })(lim))
    expect(format(coarse)).toBe('[40.00, 50.00] zJ/update')
  })

  test('nothing is nothing, for certain', () => {
    const nothings: readonly Enclosure<unknown>[] = [
      right(certify(discardedInformation)({ temperature: room, information: bits(0) })),
      right(certify(landauer)({ temperature: room, errorProbability: 0.5 })),
      right(certify(mismatch)({ temperature: room, actual: 0.3, design: 0.3 })),
      right(certify(speedLimit)({ temperature: room, transport: 0, jumps: 1 }))
    ]
    for (const of of nothings) {
      expect([of.lower.exact.isZero(), of.upper.exact.isZero()]).toEqual([true, true])
      expect([of.lower.value, of.upper.value].map(Math.abs)).toEqual([0, 0])
      expect(format(of)).toMatch(/^0 J/)
    }
  })

  test('a constant is itself', () => {
    const even = model({ ...exponentialMeanStep, name: 'even', formula: () => half })
    const { lower, upper } = right(certify(even)({ precision: between(bits(2), bits(9)) }))
    expect([lower.exact.toString(), upper.exact.toString()]).toEqual(['0.5', '0.5'])
  })

  test('an input of more digits than any computation has is enclosed too', () => {
    const ε = `0.${'3'.repeat(500)}`
    const found = right(
      certify(timeSymmetricReset, { digits: 30 })({ temperature: room, errorProbability: one(ε) })
    )
    const [below, above] = ['3', '4'].map(
      (last) =>
        right(
          evaluate(timeSymmetricReset, { digits: 60 })({
            temperature: room,
            errorProbability: one(`0.${'3'.repeat(50)}${last}`)
          })
        ).exact
    )
    expect([encloses(found, below!), encloses(found, above!)]).toEqual([true, true])
  })
})

describe('of a box', () => {
  const precisions = fc.integer({ min: 4, max: 40 })

  /** Where the box has a result, each of its points has a value, and it is in there. */
  const expectEnclosed = (of: ModelData, box: Box, digits: number, points: readonly Point[]): boolean => {
    const found = certifyAny(of, digits)(enclosed(of, box))
    if (E.isLeft(found)) return false
    for (const point of points) expect(encloses(found.right, valueAt(of, point))).toBe(true)
    return true
  }

  test.each(everyModel)('%s has, at any point of the box, a value in the enclosure', (_, of) => {
    const names = Object.keys(of.inputs)
    let [tried, said] = [0, 0]
    fc.assert(
      fc.property(
        boxesOf(of),
        precisions,
        fc.array(insideOf(names), { minLength: 4, maxLength: 4 }),
        (box, digits, at) => {
          const points = at.map((shares) => pointIn(of, box, shares))
          // Few boxes matter about points where there is no value, or where the value is too large.
          if (points.every((point) => E.isLeft(evaluate(of)(given(point))))) return
          tried++
          if (expectEnclosed(of, box, digits, points)) said++
        }
      ),
      { numRuns: 12 }
    )
    expect(tried).toBeGreaterThan(4)
    expect(said).toBeGreaterThan(tried / 4)
  })

  test.each(everyModel)('%s is so at all corners of a box about a known point', (_, of) => {
    const names = Object.keys(of.inputs)
    const corners = names.reduce<readonly Readonly<Record<string, number>>[]>(
      (all, name) => all.flatMap((at) => [0, 1].map((share) => ({ ...at, [name]: share }))),
      [{}]
    )
    const boxAbout = (point: Point): Box =>
      Object.fromEntries(
        names.map((name) => {
          const { lower: from, upper: to } = of.inputs[name]!.range
          const x = point[name]!.exact
          const reach = Wide.min(
            x.abs().times('0.03'),
            from === undefined ? Infinity : new Wide(x).minus(from.at).div(2),
            to === undefined ? Infinity : new Wide(to.at).minus(x).div(2)
          ).toSignificantDigits(5)
          return [name, { lower: new Wide(x).minus(reach), upper: new Wide(x).plus(reach) }]
        })
      )
    const at = (box: Box): readonly Point[] => corners.map((shares) => pointIn(of, box, shares))
    // Some points are at the end of a domain.
    const box = casesOf(of)
      .map(({ inputs }) => boxAbout(inputs))
      .find((each) => at(each).every((point) => E.isRight(evaluate(of)(given(point)))))!
    expect(expectEnclosed(of, box, 20, at(box))).toBe(true)
  })

  test('a lower temperature, a higher recovery: the ends of limUpdate come from the right corners', () => {
    const found = right(
      certify(limUpdate)({ ...lim, temperature: plusMinus(room, kelvin(2)), recovery: between(0.25, 0.75) })
    )
    const at = (temperature: number, recovery: number): Decimal =>
      right(evaluate(limUpdate, { digits: 60 })({ ...lim, temperature: kelvin(temperature), recovery })).exact
    expect(encloses(found, at(298, 0.75))).toBe(true)
    expect(encloses(found, at(302, 0.25))).toBe(true)
    expect(new Wide(found.lower.exact).div(at(298, 0.75)).minus(1).abs().lte('1e-32')).toBe(true)
    expect(new Wide(found.upper.exact).div(at(302, 0.25)).minus(1).abs().lte('1e-32')).toBe(true)
  })

  test('an inner least is found, and not stepped over: actual meets design in the box', () => {
    const { lower, upper } = right(
      certify(mismatch)({ temperature: room, actual: between(0.2, 0.6), design: 0.4 })
    )
    expect(lower.exact.isZero()).toBe(true)
    expect(
      encloses(
        { lower, upper, dimension: lower.dimension },
        right(evaluate(mismatch)({ temperature: room, actual: 0.2, design: 0.4 })).exact
      )
    ).toBe(true)
  })

  test('heat that is taken up is below 0', () => {
    const found = right(
      certify(generalizedLandauer)({
        temperature: room,
        before: between(0.1, 0.2),
        after: 0.5,
        entropyDifference: plusMinus(0, 0.1)
      })
    )
    expect([found.lower.value < -1.5e-21, found.upper.value < 0]).toEqual([true, true])
  })
})

describe('of a ledger', () => {
  // All that these tests know of how a ledger is made.
  const entries = (): readonly ModelData[] => {
    const { paradigms, intermediates } = right(ledgerModels('powerLaw'))
    return [
      ...Object.values(paradigms).flatMap(({ walls = {}, total }) => [...Object.values(walls), total]),
      ...Object.values(intermediates)
    ] as unknown as readonly ModelData[]
  }
  const pointOf = (inputs: Readonly<Record<string, string>>): Point =>
    Object.fromEntries(
      Object.entries(ledgerInputs).map(([name, { unit }]) => [
        name,
        (unit as (value: string) => Point[string])(inputs[name]!)
      ])
    )
  const scenarios = references
    .filter(([, { inputs }]) => inputs['convergence'] === 'powerLaw')
    .map(([, { inputs }]) => pointOf(inputs))

  test('every entry has its value in the enclosure, at points and over boxes', () => {
    expect(scenarios.length).toBeGreaterThan(0)
    for (const of of entries())
      for (const point of scenarios) {
        const exact = right(certifyAny(of, 25)(point))
        expect(encloses(exact, valueAt(of, point))).toBe(true)
        expect(relativeWidth(exact).lte('2e-24')).toBe(true)
      }
    const names = Object.keys(ledgerInputs)
    const box = (point: Point, uncertain: readonly string[]): Box =>
      Object.fromEntries(
        names.map((name) => {
          const x = new Wide(point[name]!.exact)
          const by = uncertain.includes(name) ? x.times('0.04') : new Wide(0)
          const { lower: from, upper: to } = ledgerInputs[name as keyof typeof ledgerInputs].range
          const [lower, upper] = [
            Wide.max(x.minus(by), from?.at ?? -Infinity),
            Wide.min(x.plus(by), to?.at ?? Infinity)
          ]
          return [name, { lower, upper }]
        })
      )
    fc.assert(
      fc.property(
        fc.constantFrom(...entries()),
        fc.constantFrom(...scenarios),
        fc.subarray(names, { minLength: 1 }),
        fc.array(insideOf(names), { minLength: 3, maxLength: 3 }),
        (of, point, uncertain, at) => {
          const sides = box(point, uncertain)
          const found = right(certifyAny(of, 20)(enclosed(of, sides)))
          for (const shares of at) expect(encloses(found, valueAt(of, pointIn(of, sides, shares)))).toBe(true)
        }
      ),
      { numRuns: 40 }
    )
  })
})

describe('what need not be in the domain is refused', () => {
  const message = (found: E.Either<{ readonly message: string }, unknown>): string => left(found).message

  test('partly outside: not surely inside', () => {
    const found = certify(landauer)({ temperature: room, errorProbability: between(0.4, 0.6) })
    expect(message(found)).toBe('landauer: errorProbability [0.4000, 0.6000] is not surely inside [0, ½]')
    expect(left(found).problems).toEqual([
      expect.objectContaining({
        kind: 'range',
        model: 'landauer',
        inputs: ['errorProbability'],
        found: '[0.4000, 0.6000]',
        expected: '[0, ½]'
      })
    ])
  })

  test('wholly outside: outside', () => {
    expect(message(certify(landauer)({ temperature: room, errorProbability: between(0.6, 0.7) }))).toBe(
      'landauer: errorProbability [0.6000, 0.7000] is outside [0, ½]'
    )
  })

  test('an end that is left out is outside, one that is not is inside', () => {
    expect(message(certify(landauer)({ temperature: between(kelvin(0), room), errorProbability: 0 }))).toBe(
      'landauer: temperature [0, 300.0] is not surely inside (0, ∞)'
    )
    expect(
      message(certify(landauer)({ temperature: between(kelvin(-1), kelvin(0)), errorProbability: 0 }))
    ).toBe('landauer: temperature [-1.000, 0] is outside (0, ∞)')
    expect(E.isRight(certify(landauer)({ temperature: room, errorProbability: between(0, 0.5) }))).toBe(true)
    expect(
      E.isRight(certify(timeSymmetricReset)({ temperature: room, errorProbability: between(0, 0.5) }))
    ).toBe(false)
  })

  test('a relation that holds only for some', () => {
    const rates = { temperature: room, attemptRate: gigahertz(1) }
    expect(
      message(certify(matchedBarrier)({ ...rates, updateRate: between(gigahertz(0.5), gigahertz(2)) }))
    ).toBe(
      'matchedBarrier: requires r ≤ f₀, found [0.5000, 2.000] GHz and 1.000 GHz, which does not settle it'
    )
    expect(
      message(certify(matchedBarrier)({ ...rates, updateRate: between(gigahertz(2), gigahertz(3)) }))
    ).toBe('matchedBarrier: requires r ≤ f₀, found [2.000, 3.000] GHz > 1.000 GHz')
    expect(
      E.isRight(certify(matchedBarrier)({ ...rates, updateRate: between(gigahertz(0.5), gigahertz(1)) }))
    ).toBe(true)
  })

  test('a relation of what is computed', () => {
    const write = {
      temperature: room,
      barrier: joules(1e-19),
      attemptRate: gigahertz(1),
      errorProbability: 1e-9
    }
    expect(
      message(certify(staticWrite)({ ...write, writeTime: between(nanoseconds(10), nanoseconds(100)) }))
    ).toMatch(/^staticWrite: requires .* which does not settle it$/)
    expect(
      E.isRight(certify(staticWrite)({ ...write, writeTime: between(nanoseconds(21), nanoseconds(100)) }))
    ).toBe(true)
  })

  test('what interval arithmetic alone could not settle is looked at more closely', () => {
    // w < Γτ, with τ = 2w/Γ: both sides vary together in the same input.
    const of = model({
      name: 'together',
      symbol: 't',
      summary: 'a relation between two multiples of one input',
      inputs: { x: input('x', one, '(0, ∞)', 'any number') },
      unit: one,
      formula: ({ x }) => x,
      requires: ({ x }) => [number(0).below(x.times(x).minus(x).plus(number(0.3)))],
      tier: 'model',
      constraint: 'none'
    })
    expect(E.isRight(certify(of)({ x: between(0.1, 1) }))).toBe(true)
  })

  test('no sign is lost: a barrier that is below 0 for some', () => {
    const cells = { temperature: room, cells: 1, attemptRate: hertz(1), failureProbability: 0.5 }
    expect(
      message(certify(retentionBarrier)({ ...cells, retentionTime: between(seconds(0.1), seconds(10)) }))
    ).toMatch(/^retentionBarrier: requires 0 ≤ .* which does not settle it$/)
    expect(
      message(certify(retentionBarrier)({ ...cells, retentionTime: between(seconds(0.1), seconds(0.2)) }))
    ).toMatch(/^retentionBarrier: requires 0 ≤ .* found 0 > \[-/)
  })

  test('x² − x of an x that may be 0 has −¼ and 2, and little beyond; of one that may be below, no value', () => {
    const of = model({
      name: 'parabola',
      symbol: 'p',
      summary: 'a power less its base',
      inputs: { x: input('x', one, '(−∞, ∞)', 'any number') },
      unit: one,
      formula: ({ x }) => pow(x, number(2)).minus(x),
      constraint: ''
    })
    const { lower, upper } = right(certify(of)({ x: between(0, 2) }))
    expect([lower.exact.lte('-0.25'), lower.exact.gt('-0.251')]).toEqual([true, true])
    expect([upper.exact.gte(2), upper.exact.lt('2.000001')]).toEqual([true, true])
    expect(message(certify(of)({ x: between(-1, 2) }))).toBe('parabola: it has no finite value here')
  })

  test('a value beyond the range of decimals', () => {
    const of = model({
      name: 'tower',
      symbol: 't',
      summary: 'a power of a power',
      inputs: { x: input('x', one, '(0, ∞)', 'any number') },
      unit: one,
      formula: ({ x }) => pow(number(2), pow(number(10), x)),
      tier: 'model',
      constraint: 'none'
    })
    expect(E.isRight(certify(of)({ x: between(1, 2) }))).toBe(true)
    expect(message(certify(of)({ x: between(1, 200) }))).toBe('tower: it has no finite value here')
  })
})

describe('a condition that has no value is not passed over', () => {
  const logarithmic = model({
    name: 'logarithmic',
    symbol: 'x',
    summary: 'What has a small logarithm',
    inputs: { x: input('x', one, '(−∞, ∞)', 'a number') },
    unit: one,
    formula: ({ x }) => x,
    requires: ({ x }) => [ln(x).atMost(number(1))],
    constraint: ''
  })
  const message = 'logarithmic: requires ln x ≤ 1, of what has no value here'

  test('in part of a box', () => {
    expect(left(certify(logarithmic)({ x: between(-2, 1) })).message).toBe(message)
    expect(right(certify(logarithmic)({ x: between(1, 2) })).upper.value).toBe(2)
  })

  test('at a point', () => {
    expect(left(evaluate(logarithmic)({ x: -1 })).message).toBe(message)
    expect(right(evaluate(logarithmic)({ x: 2 })).value).toBe(2)
  })
})

describe('what is no enclosure of its input is refused', () => {
  const of = (temperature: unknown): string =>
    left(certify(landauer)(unchecked({ temperature, errorProbability: 0 }))).message

  test('ends in the wrong order', () => {
    const expected = 'landauer: temperature should be an interval with its lower end first, got '
    expect(of(between(kelvin(2), kelvin(1)))).toBe(`${expected}[2.000, 1.000] K`)
    expect(of(plusMinus(room, kelvin(-2)))).toBe(`${expected}[302.0, 298.0] K`)
  })

  test('ends that are no numbers', () => {
    for (const [wrong, found] of [
      [between(kelvin(NaN), room), 'NaN K'],
      [between(room, kelvin(NaN)), 'NaN K'],
      [between(room, kelvin(Infinity)), 'Infinity K']
    ] as const)
      expect(of(wrong)).toBe(
        `landauer: temperature should be a finite number, a temperature such as "1 K", got ${found}`
      )
  })

  test('of another dimension', () => {
    expect(of(between(joules(1), joules(2)))).toBe(
      'landauer: temperature should be a temperature such as "1 K", got 1.000 J (energy)'
    )
    expect(of(between(1, 2))).toBe(
      'landauer: temperature should be a temperature such as "1 K", got 1.000 (a pure number)'
    )
  })

  test('something that only looks like one', () => {
    const { dimension } = room
    expect(of({ dimension, lower: room, upper: room })).toBe(
      'landauer: temperature should be a temperature such as "1 K", got a quantity of another copy of limen: load one copy, and one version, of it'
    )
    for (const wrong of ['300 K', null, [300, 301], 300])
      expect(of(wrong)).toContain('landauer: temperature should be')
  })

  test('missing and unknown inputs, all at once', () => {
    const { problems } = left(
      certify(limUpdate)(unchecked({ ...lim, recovery: undefined, recovry: between(0, 1) }))
    )
    expect(problems.map(({ kind, inputs }) => [kind, ...inputs])).toEqual([
      ['unexpected', 'recovry'],
      ['missing', 'recovery']
    ])
    expect(left(certify(limUpdate)(unchecked(undefined))).problems).toHaveLength(8)
  })
})

test('what evaluates one value refuses an enclosure, and says what takes one', () => {
  const uncertain = { temperature: between(kelvin(299), kelvin(301)), errorProbability: 0 }
  const expected =
    'landauer: temperature should be one value (certify takes what is uncertain), got [299.0, 301.0] K'
  // @ts-expect-error -- an enclosure is no quantity
  expect(left(landauer(uncertain)).message).toBe(expected)
  // @ts-expect-error -- an enclosure is no quantity
  expect(left(evaluate(landauer)(uncertain)).message).toBe(expected)
  // @ts-expect-error -- an enclosure is no quantity
  expect(left(evaluateNumber(landauer)(uncertain)).message).toBe(expected)
  // @ts-expect-error -- an enclosure is no quantity, and no column
  expect(left(evaluateColumns(landauer)(uncertain)).message).toBe(`point 0: ${expected}`)
  const even = model({ ...exponentialMeanStep, name: 'even', formula: () => half })
  // @ts-expect-error -- not even where nothing depends on it
  expect(left(evaluateNumber(even)({ precision: between(bits(2), bits(3)) })).message).toContain(
    'certify takes what is uncertain'
  )
})

describe('types', () => {
  test('a certified value has the dimension of its model', () => {
    const found = certify(landauer)({ temperature: room, errorProbability: 0 })
    expectTypeOf(right(found)).toEqualTypeOf<Enclosure<EnergyPerBit>>()
    expect(E.isRight(found)).toBe(true)
  })

  test('inputs are those of the model, each exact or uncertain', () => {
    const temperature = plusMinus(room, kelvin(1))
    expect(E.isRight(certify(landauer)({ temperature, errorProbability: between(0, 0.1) }))).toBe(true)
    // @ts-expect-error -- errorProbability is missing
    expect(E.isLeft(certify(landauer)({ temperature }))).toBe(true)
    // @ts-expect-error -- errorRate is none of its inputs
    expect(E.isLeft(certify(landauer)({ temperature, errorProbability: 0, errorRate: 0 }))).toBe(true)
    const energy = between(joules(1), joules(2))
    // @ts-expect-error -- an energy is no temperature
    expect(E.isLeft(certify(landauer)({ temperature: energy, errorProbability: 0 }))).toBe(true)
    // @ts-expect-error -- a number is no temperature
    expect(E.isLeft(certify(landauer)({ temperature: 300, errorProbability: 0 }))).toBe(true)
    // @ts-expect-error -- numbers enclose no temperature
    expect(E.isLeft(certify(landauer)({ temperature: between(299, 301), errorProbability: 0 }))).toBe(true)
  })
})

describe('models together', () => {
  const resets = { landauer, timeSymmetricReset, rateCappedReset }
  const shared = {
    temperature: plusMinus(room, kelvin(3)),
    errorProbability: between(0.01, 0.02),
    attemptRate: gigahertz(1),
    duration: between(nanoseconds(10), nanoseconds(20))
  }

  test('have the enclosures that they have apart', () => {
    const together = right(certifyAll('resets', resets, { digits: 20 })(shared))
    expectTypeOf(together.landauer).toEqualTypeOf<Enclosure<EnergyPerBit>>()
    const { temperature, errorProbability } = shared
    for (const [found, apart] of [
      [together.landauer, right(certify(landauer, { digits: 20 })({ temperature, errorProbability }))],
      [together.rateCappedReset, right(certify(rateCappedReset, { digits: 20 })(shared))]
    ] as const)
      expect([found.lower.exact, found.upper.exact].map(String)).toEqual(
        [apart.lower.exact, apart.upper.exact].map(String)
      )
  })

  test('report all that is wrong with any, under the name given', () => {
    const { model: name, problems } = left(
      certifyAll('resets', resets)({ ...shared, errorProbability: between(0, 0.6) })
    )
    expect(name).toBe('resets')
    expect(problems.map(({ model: of }) => of)).toContain('landauer')
    expect(problems.map(({ found }) => found)).toContain('[0, 0.6000]')
  })

  test('with an input missing in any', () => {
    const { duration: _, ...rest } = shared
    // @ts-expect-error -- rateCappedReset has a duration
    expect(left(certifyAll('resets', resets)(rest)).message).toContain('duration is missing')
  })
})

test('a model of one’s own has the reading at once', () => {
  const ring = model({
    name: 'ring',
    symbol: 'E_o',
    summary: 'Energy of a made-up ring',
    inputs: {
      energy: input('E', joules, '(0, ∞)', 'an energy'),
      ratio: input('r', one, '(0, 1)', 'a ratio')
    },
    unit: joules,
    formula: ({ energy: E0, ratio: r }) => E0.times(ln(r).negated()).times(r),
    tier: 'model',
    constraint: 'made up'
  })
  // r ln(1/r) rises to 1/e at 1/e, and falls.
  const found = right(certify(ring)({ energy: between(joules(1), joules(2)), ratio: between(0.2, 0.6) }))
  expectTypeOf(found).toEqualTypeOf<Enclosure<Energy>>()
  const least = right(ring({ energy: joules(1), ratio: 0.6 })).exact
  const most = new Wide(2).div(new Wide(1).exp())
  expect([encloses(found, least), encloses(found, most)]).toEqual([true, true])
  expect(new Wide(found.lower.exact).div(least).gt(0.999)).toBe(true)
  expect(new Wide(found.upper.exact).div(most).lt(1.001)).toBe(true)
  expect(left(certify(ring)({ energy: joules(1), ratio: between(0.5, 1) })).message).toBe(
    'ring: ratio [0.5000, 1.000] is not surely inside (0, 1)'
  )
})
