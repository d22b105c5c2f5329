/** The range of a formula over a box holds every value that the formula has in it, and little else. */
import fc from 'fast-check'
import { binary, type Binary, type Unary } from '../../src/formula/algebra'
import type { Node } from '../../src/formula/model'
import { fold } from '../../src/formula/program'
import { powerLawShape } from '../../src/physics/update'
import { ranges } from '../../src/reading/box'
import { decimalAlgebra } from '../../src/reading/decimal'
import { intervalAlgebra, intervalOf, type Interval } from '../../src/reading/interval'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { along, casesOf, everyModel } from './points'

const digits = 34
const interval = intervalOf(digits)
const Many = decimalsOf(60)
const many = decimalAlgebra(60)

const input = (name: string): Node => ({ kind: 'input', name, symbol: name })
const number = (decimal: string): Node => ({ kind: 'constant', of: { decimal } })
const un = (op: Unary, x: Node): Node => ({ kind: 'unary', op, x })
const bin = (op: Binary, x: Node, y: Node): Node => ({ kind: 'binary', op, x, y })
const [x, y] = [input('x'), input('y')]

type Box = Readonly<Record<string, Interval>>
const side = (lower: string | number | Decimal, upper = lower): Interval =>
  interval(new Many(lower), new Many(upper))

const rangeOf = (node: Node, box: Box, kept = digits): Interval =>
  ranges(Object.keys(box), kept)(node)(Object.values(box))
const natural = (node: Node, box: Box): Interval => fold(intervalAlgebra(digits), (name) => box[name]!)(node)
const valueAt = (node: Node, at: Readonly<Record<string, Decimal>>): Decimal =>
  fold(many, (name) => new Many(at[name]!))(node)
const widthOf = ({ lower, upper }: Interval): Decimal => new Many(upper).minus(lower)

/** The least and the greatest of the values at evenly spaced points along the sides. */
const sampled = (node: Node, box: Box, points: number): Interval => {
  const grid = Object.entries(box).reduce<readonly Readonly<Record<string, Decimal>>[]>(
    (all, [name, of]) =>
      all.flatMap((at) =>
        (of.lower.eq(of.upper) ? [0] : Array.from({ length: points }, (_, k) => k / (points - 1))).map(
          (share) => ({ ...at, [name]: along(of, share) })
        )
      ),
    [{}]
  )
  const values = grid.map((at) => valueAt(node, at))
  return { lower: Many.min(...values), upper: Many.max(...values) }
}

/** The range holds all that was sampled, and is at most so much wider, beside its width and its size. */
const expectTight = (found: Interval, expected: Interval, excess: number, ofSize = 1e-25): void => {
  expect([found.lower.lte(expected.lower), found.upper.gte(expected.upper)]).toEqual([true, true])
  const size = Many.max(expected.lower.abs(), expected.upper.abs())
  const allowed = widthOf(expected)
    .times(1 + excess)
    .plus(size.times(ofSize))
  expect(widthOf(found).lte(allowed)).toBe(true)
}

describe('any formula', () => {
  /** Formulas that have values in most boxes of positive numbers, with inputs that stand in them many times. */
  const functions: readonly Unary[] = [
    'neg', 'exp', 'expm1', 'ln', 'log1p', 'sqrt', 'square', 'arsinh', 'phi2', 'entropy', 'angle', 'artanh', 'logOdds'
  ] // prettier-ignore
  const { node: graphs } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(x, y, x, y, number('0.5'), number('3')),
      fc.tuple(fc.constantFrom(...functions), tie('node')).map(([op, of]) => un(op, of)),
      fc
        .tuple(fc.constantFrom(...(Object.keys(binary) as Binary[])), tie('node'), tie('node'))
        .map(([op, a, b]) => bin(op, a, b))
    )
  }))
  const sides = fc
    .tuple(
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom('1e-12', '1e-3', '0.05', '0.5', '1'),
      fc.boolean()
    )
    .map(([at, width, negative]) => {
      const lower = new Many(at).div(negative ? -200 : 200)
      return side(lower, lower.plus(width))
    })
  const share = fc.constantFrom(0, 0.001, 0.25, 0.5, 0.77, 1)

  test('has, at every point of a box, a value in its range there, if it has a range', () => {
    let said = 0
    fc.assert(
      fc.property(
        graphs,
        sides,
        sides,
        fc.array(fc.tuple(share, share), { minLength: 8, maxLength: 8 }),
        (node, a, b, at) => {
          const { lower, upper } = rangeOf(node, { x: a, y: b }, 12)
          if (lower.isNaN() || upper.isNaN()) return
          said++
          for (const [s, t] of at) {
            const value = valueAt(node, { x: along(a, s), y: along(b, t) })
            expect(value.isFinite()).toBe(true)
            // What cancels in decimals is off by a little.
            const slack = Many.max(lower.abs(), upper.abs(), value.abs()).times('1e-45').plus('1e-45')
            expect([lower.minus(slack).lte(value), upper.plus(slack).gte(value)]).toEqual([true, true])
          }
        }
      ),
      { numRuns: 120 }
    )
    expect(said).toBeGreaterThan(40)
  })

  test('has a range no wider than interval arithmetic finds by itself', () => {
    fc.assert(
      fc.property(graphs, sides, sides, (node, a, b) => {
        const [found, plain] = [rangeOf(node, { x: a, y: b }), natural(node, { x: a, y: b })]
        if (plain.lower.isNaN()) return
        expect([found.lower.gte(plain.lower), found.upper.lte(plain.upper)]).toEqual([true, true])
      }),
      { numRuns: 40 }
    )
  })
})

describe('an input that stands twice', () => {
  test('and cancels leaves nothing', () => {
    const { lower, upper } = rangeOf(bin('sub', x, x), { x: side(1, 2) })
    expect([lower.isZero(), upper.isZero()]).toEqual([true, true])
    expect(widthOf(natural(bin('sub', x, x), { x: side(1, 2) })).eq(2)).toBe(true)
  })

  test('in x/(1 + x), which rises, is taken at its ends', () => {
    const node = bin('div', x, bin('add', number('1'), x))
    const box = { x: side('0.1', '10') }
    expectTight(rangeOf(node, box), sampled(node, box, 3), 0)
    expect(widthOf(natural(node, box)).gt(5)).toBe(true)
  })

  test('in a difference that falls is taken at its ends, the other way round', () => {
    const node = bin('sub', un('ln', x), un('square', x))
    const box = { x: side(1, 20) }
    expectTight(rangeOf(node, box), sampled(node, box, 3), 0)
  })

  test('in U·ln(f₀N/U), as the updates of a ledger do, is taken at its ends, by far as all is uncertain', () => {
    const node = bin('mul', x, un('ln', bin('div', y, x)))
    const box = { x: side(1000, 5000), y: side('1e6', '1e9') }
    expectTight(rangeOf(node, box), sampled(node, box, 3), 0)
  })

  test('with a turn inside, as in x(1 − x), is told to a thousandth', () => {
    const node = bin('mul', x, bin('sub', number('1'), x))
    for (const box of [{ x: side(0, 1) }, { x: side('0.4', '0.8') }, { x: side('0.1', '0.93') }])
      expectTight(rangeOf(node, box), sampled(node, box, 1001), 0.001)
  })

  test('over decades, with a turn inside, is halved by ratios towards the turn', () => {
    // 1/x + x, least at 1
    const node = bin('add', bin('div', number('1'), x), x)
    for (const box of [{ x: side('0.01', '100') }, { x: side('2e-9', '1e9') }]) {
      const { lower, upper } = rangeOf(node, box)
      expect([lower.lte(2), lower.gt('1.99999')]).toEqual([true, true])
      expect(upper.eq(valueAt(node, { x: box.x.upper }))).toBe(true)
    }
  })
})

test('where interval arithmetic says nothing of the whole box, it may of the parts', () => {
  // The root of x² − x + 0.3, which is positive, but not for interval arithmetic.
  const node = un('sqrt', bin('add', bin('sub', un('square', x), x), number('0.3')))
  const box = { x: side(0, 1) }
  expect(natural(node, box).lower.isNaN()).toBe(true)
  expectTight(rangeOf(node, box), sampled(node, box, 101), 0.001)
})

test('nothing is said of what has no value somewhere in the box', () => {
  for (const node of [un('ln', x), bin('div', number('1'), x), un('sqrt', bin('sub', x, number('0.1')))])
    expect(rangeOf(node, { x: side(-1, 1) }).lower.isNaN()).toBe(true)
  expect(rangeOf(un('ln', x), { x: side(0, 1) }).lower.isNaN()).toBe(true)
})

test('a kink is no turn that is missed: |x| as max(x, −x), and its negative', () => {
  const magnitude = bin('max', x, un('neg', x))
  const box = { x: side(-3, 2) }
  expectTight(rangeOf(magnitude, box), { lower: new Many(0), upper: new Many(3) }, 1e-4)
  expectTight(rangeOf(un('neg', magnitude), box), { lower: new Many(-3), upper: new Many(0) }, 1e-4)
})

test('the power-law shape over n from 1e3 to 1e12 is that at the ends, within [0, 1]', () => {
  const box = { precision: side(8), updates: side('1e3', '1e12') }
  const found = rangeOf(powerLawShape.node, box)
  expectTight(found, sampled(powerLawShape.node, box, 2), 0)
  expect([found.lower.gte(0), found.upper.lte(1)]).toEqual([true, true])
})

describe('with one uncertain input', () => {
  const fractions = [0, 0.02, 0.15, 0.5, 0.85, 0.98, 1]
  // Over a high barrier the exponential varies by decades while the drive, its logarithm, hardly does. Where
  // steps do not shrink, their mean does not depend on their number, of which three parts of it do.
  const looser: Readonly<Record<string, number>> = { driveForSpeed: 0.02, powerLawMeanStep: 0.02 }

  test.each(everyModel)('%s is as wide as its values at points along it', (_, model) => {
    const { inputs, node } = model
    const names = Object.keys(inputs)
    const range = ranges(names, digits)(node)
    for (const { inputs: point } of casesOf(model).slice(0, 4))
      for (const name of names) {
        const at = (input: string): Decimal => new Many(point[input]!.exact)
        const { lower: from, upper: to } = inputs[name]!.range
        const reach = at(name).abs().times('0.1')
        const lower = Many.max(at(name).minus(reach), from?.at ?? -Infinity)
        const upper = Many.min(at(name).plus(reach), to?.at ?? Infinity)
        // Not at an end that is left out.
        const box = names.map((input) =>
          input === name && !lower.eq(from?.at ?? NaN) && !upper.eq(to?.at ?? NaN)
            ? side(lower, upper)
            : side(at(input))
        )
        const of = box[names.indexOf(name)]!
        const values = fractions.map((share) =>
          valueAt(
            node,
            Object.fromEntries(names.map((input) => [input, input === name ? along(of, share) : at(input)]))
          )
        )
        if (values.some((value) => !value.isFinite())) continue // it leaves the domain
        const expected = { lower: Many.min(...values), upper: Many.max(...values) }
        expectTight(range(box), expected, 0.03, looser[model.name])
      }
  })
})
