/**
 * Every digit is known: a value of 34 digits is that of many more, rounded, also where a formula cancels;
 * and what is equal is so, at a border and half-way between two values.
 */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { ln, max, number, sqrt, two, unity } from '../../src/formula/expression'
import { input } from '../../src/formula/model'
import { matchedBarrier } from '../../src/physics/memory'
import { model } from '../../src/physics/own'
import { generalizedLandauer } from '../../src/physics/thermodynamics'
import { evaluate } from '../../src/reading/evaluate'
import { explain } from '../../src/reading/explain'
import { sensitivities } from '../../src/reading/sensitivities'
import { decimalsOf, roundingMode, type Decimal } from '../../src/units/decimal'
import { hertz, kelvin, one } from '../../src/units/si'
import { left, right } from './values'

const Wide = decimalsOf(400)
const T = kelvin(300)
const kT = new Wide('1.380649e-23').times(300)
const keep = (x: Decimal, digits = 34): string =>
  x.toSignificantDigits(digits, roundingMode.nearest).toString()

const erased = (before: string, after: string) => ({
  temperature: T,
  before: one(before),
  after: one(after),
  entropyDifference: 0
})
const entropy = (p: Decimal): Decimal => {
  const q = new Wide(1).minus(p)
  return p.times(p.ln()).plus(q.times(q.ln())).neg()
}
const trueErasure = (before: string, after: string): Decimal =>
  kT.times(entropy(new Wide(before)).minus(entropy(new Wide(after))))

/** A number near a half with so many zeros before a digit. */
const beside = (k: number, digit: number): string => `0.5${'0'.repeat(k)}${digit}`

describe('a difference of entropies', () => {
  const value = (before: string, after: string, digits = 34): string =>
    right(evaluate(generalizedLandauer, { digits })(erased(before, after))).exact.toString()

  test('that is tiny has all its digits', () => {
    expect(value('0.50000000000000000001', '0.5')).toBe('-8.283894e-61')
    expect(value('0.5000000001', '0.5')).toBe('-8.28389400000000000005522596e-41')
  })

  test('is right to the last digit, however near its states are', () => {
    const nearHalf = fc.record({
      k: fc.nat(70),
      digit: fc.integer({ min: 1, max: 9 }),
      digits: fc.integer({ min: 1, max: 60 })
    })
    fc.assert(
      fc.property(nearHalf, ({ k, digit, digits }) => {
        const before = beside(k, digit)
        expect(value(before, '0.5', digits)).toBe(keep(trueErasure(before, '0.5'), digits))
      }),
      { numRuns: 25 }
    )
    expect(value('0.3000000000000000000000000001', '0.3')).toBe(
      keep(trueErasure('0.3000000000000000000000000001', '0.3'))
    )
  })

  test('of equal states is 0, of however many digits', () => {
    for (const p of ['0', '0.3', '0.5', '1', `0.${'3'.repeat(60)}`]) expect(value(p, p)).toBe('0')
  })

  test('that would want more digits than there are is refused, not called 0', () => {
    // h(½ + δ) − h(½) is −2δ², and what δ s adds to it is 2δ².
    const given = { ...erased(beside(600, 1), '0.5'), entropyDifference: one('2e-602') }
    const { message } = left(evaluate(generalizedLandauer)(given))
    expect(message).toMatch(
      /^generalizedLandauer: it is in \[-4\.142e-\d+, 4\.142e-\d+\] here, and more digits/
    )
  })

  test('has those digits in its derivation, and in its slopes', () => {
    const inputs = erased('0.50000000000000000001', '0.5')
    expect(right(explain(generalizedLandauer)(inputs)).value.exact.toString()).toBe('-8.283894e-61')
    const all = right(sensitivities(generalizedLandauer)(inputs))
    const { derivative } = all.find(({ input }) => input === 'before')!
    const p = new Wide('0.50000000000000000001')
    expect(derivative!.exact.toString()).toBe(keep(kT.times(new Wide(1).minus(p).div(p).ln())))
  })
})

test('a barrier beside f₀ has all its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (k, digit) => {
      const rate = new Wide(1).minus(`${digit}e-${k}`)
      const found = evaluate(matchedBarrier)({
        temperature: T,
        attemptRate: hertz(1),
        updateRate: hertz(rate)
      })
      expect(right(found).exact.toString()).toBe(keep(kT.times(rate.ln().neg())))
    }),
    { numRuns: 25 }
  )
})

const x = input('x', one, '[0, ∞)', 'a number')
const y = input('y', one, '[0, ∞)', 'another')
const shared = { summary: 'A number', symbol: 'n', unit: one, tier: 'model', constraint: '' } as const

test('what lies half-way between two values goes to the even one, and what is beside it to the nearer', () => {
  const same = model({ ...shared, name: 'same', inputs: { x }, formula: ({ x }) => x.over(3).times(3) })
  const rounded = (value: string): string =>
    right(evaluate(same, { digits: 2 })({ x: one(value) })).exact.toString()
  expect(['1.25', '1.35', '0.995', '1.2500000000000000000000000000000001', '1.3499999'].map(rounded)).toEqual(
    ['1.2', '1.4', '1', '1.3', '1.3']
  )
})

describe('at a border that no number of digits reaches,', () => {
  const square = { inputs: { x, y }, formula: () => unity }
  const atMost = model({
    ...shared,
    ...square,
    name: 'atMost',
    requires: ({ x, y }) => [sqrt(x).squared().atMost(y)]
  })
  const below = model({
    ...shared,
    ...square,
    name: 'below',
    requires: ({ x, y }) => [sqrt(x).squared().below(y)]
  })

  test('≤ holds and < does not', () => {
    expect(E.isRight(evaluate(atMost)({ x: 2, y: 2 }))).toBe(true)
    expect(left(evaluate(below)({ x: 2, y: 2 })).message).toBe(
      'below: requires (√x)² < y, found 2.000 ≥ 2.000'
    )
  })

  test('a hair beside it, each is judged by the side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 80 }), (k) => {
        const [less, more] = [-1, 1].map((sign) => one(new Wide(2).plus(`${sign}e-${k}`)))
        for (const of of [atMost, below]) {
          expect(E.isRight(evaluate(of)({ x: 2, y: more! }))).toBe(true)
          expect(left(evaluate(of)({ x: 2, y: less! })).message).toMatch(/^\w+: requires /)
        }
      }),
      { numRuns: 10 }
    )
  })

  const tight = model({
    ...shared,
    name: 'tight',
    inputs: { x: input('x', one, '[0, 1]', 'a number') },
    formula: ({ x }) => x
  })
  const thirds = model({
    ...shared,
    name: 'thirds',
    inputs: { x },
    formula: ({ x }) => tight.of({ x: x.over(3).times(3) })
  })

  test('the end of a range belongs to it', () => {
    expect(right(evaluate(thirds)({ x: 1 })).value).toBe(1)
    expect(left(evaluate(thirds)({ x: one('1.0000000000000000000000000000000000000001') })).message).toMatch(
      /^tight: x = .* is outside \[0, 1\]$/
    )
  })

  test('a maximum of what is equal is half-way between the slopes', () => {
    const greater = model({
      ...shared,
      name: 'greater',
      inputs: { x, y },
      formula: ({ x, y }) => max(sqrt(x).squared().times(two), y)
    })
    const slopes = right(sensitivities(greater)({ x: 2, y: 4 })).map(({ elasticity }) => elasticity.value)
    expect(slopes).toEqual([0.5, 0.5])
  })
})

describe('what is infinite', () => {
  const over = model({ ...shared, name: 'over', inputs: { x, y }, formula: ({ x, y }) => y.over(x) })
  const harmonic = model({
    ...shared,
    name: 'harmonic',
    inputs: { x, y },
    formula: ({ x, y }) => unity.over(unity.over(x).plus(unity.over(y)))
  })

  test('at a pole leaves a whole its value', () => {
    expect(right(evaluate(harmonic)({ x: 0, y: 3 })).exact.toString()).toBe('0')
    expect(right(evaluate(harmonic)({ x: 6, y: 3 })).exact.toString()).toBe('2')
    expect(left(evaluate(over)({ x: 0, y: 3 })).message).toBe('over: it has no finite value here')
    expect(left(evaluate(over)({ x: 0, y: 0 })).message).toBe('over: it has no finite value here')
  })

  test('is not what only comes near to a pole', () => {
    const near = model({
      ...shared,
      name: 'near',
      inputs: { x },
      formula: ({ x }) => unity.over(ln(x)).times(number(2))
    })
    const found = right(evaluate(near)({ x: one(new Wide(1).plus('1e-60')) }))
    expect(found.exact.toString()).toBe(keep(new Wide(2).div(new Wide(1).plus('1e-60').ln())))
  })
})
