/**
 * The readings in balls hold what the decimal reading says with a hundred digits and more, which the tests of
 * intervals hold against integers; and they say nothing where that says nothing.
 */
import fc from 'fast-check'
import { binary, unary, type Binary, type Unary } from '../../src/formula/algebra'
import { ballAlgebra } from '../../src/reading/ball'
import { endsAlgebra, isBounded, type Ends } from '../../src/reading/ball-ends'
import { decimalAlgebra } from '../../src/reading/decimal'
import { balls, everything, type Ball } from '../../src/units/ball'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { domains, pairs, Wide } from './domains'

const truth = decimalAlgebra(120)
const arithmetic = balls(192)
const { of } = arithmetic
const inBalls = ballAlgebra(arithmetic)
const inEnds = endsAlgebra(arithmetic)

const Fine = decimalsOf(400)
const middleOf = ({ m, e }: Ball): Decimal => new Fine(m.toString()).times(new Fine(2).pow(e))
const reachOf = ({ size, e, off }: Ball): Decimal => new Fine(off).times(new Fine(2).pow(size + e))
/** More than the decimal reading is off. */
const doubt = (x: Decimal): Decimal => new Fine(x).abs().times('1e-110')
const least = (ball: Ball): Decimal => middleOf(ball).minus(reachOf(ball))
const most = (ball: Ball): Decimal => middleOf(ball).plus(reachOf(ball))
const isAtLeast = (x: Decimal, ball: Ball): boolean =>
  ball.off === Infinity || least(ball).lte(doubt(x).plus(x))
const isAtMost = (x: Decimal, ball: Ball): boolean =>
  ball.off === Infinity || most(ball).gte(new Fine(x).minus(doubt(x)))
const isBetween = (x: Decimal, { lower, upper }: Ends): boolean => isAtLeast(x, lower) && isAtMost(x, upper)

/** What balls leave to intervals: the second at 0. */
const untold: readonly (Unary | Binary)[] = ['angle', 'step']
/** Arguments of which a good part should be told: none is far from what is measured. */
const isUsual = (x: Decimal): boolean => x.isZero() || (Math.abs(x.e) < 12 && x.precision() < 40)

/** Rounded, and not beyond either end. */
const within = (x: Decimal, y: Decimal, share: number): Decimal =>
  Wide.max(x, Wide.min(y, new Wide(y).minus(x).times(share).plus(x)))
const inOrder = (x: Decimal, y: Decimal): readonly [Decimal, Decimal] => (x.lte(y) ? [x, y] : [y, x])
const share = fc.double({ min: 0, max: 1, noNaN: true })
const ends = (lower: Decimal, upper: Decimal): Ends => ({ lower: of(lower), upper: of(upper) })

describe.each(Object.keys(unary) as Unary[])('%s', (op) => {
  test('of a ball holds the value, and most are told', () => {
    let [told, usual] = [0, 0]
    fc.assert(
      fc.property(domains[op], (x) => {
        const value = truth[op](x)
        const found = inBalls[op](of(x))
        if (isUsual(x)) {
          usual++
          if (found.off < 2 ** -20) told++
        }
        if (value.isFinite()) expect(isBetween(value, { lower: found, upper: found })).toBe(true)
        else expect(found.off < Infinity).toBe(false)
      }),
      { numRuns: 60 }
    )
    if (!untold.includes(op)) expect(told).toBeGreaterThan(usual / 3)
  })

  test('between two ends holds the values of what lies between', () => {
    fc.assert(
      fc.property(domains[op], domains[op], share, (a, b, t) => {
        const [x, y] = inOrder(a, b)
        const found = inEnds[op](ends(x, y))
        for (const inner of [x, within(x, y, t), y]) {
          const value = truth[op](inner)
          if (value.isFinite()) expect(isBetween(value, found)).toBe(true)
          else expect(isBounded(found)).toBe(false)
        }
      }),
      { numRuns: 30 }
    )
  })
})

describe.each(Object.keys(binary) as Binary[])('%s', (op) => {
  test('of two balls holds the value', () => {
    fc.assert(
      fc.property(pairs[op], ([x, y]) => {
        const value = truth[op](x, y)
        const found = inBalls[op](of(x), of(y))
        if (value.isFinite()) expect(isBetween(value, { lower: found, upper: found })).toBe(true)
        else expect(found.off < Infinity).toBe(false)
      }),
      { numRuns: 30 }
    )
  })

  test('between ends holds the values of what lies between', () => {
    fc.assert(
      fc.property(pairs[op], pairs[op], share, share, ([a, c], [b, d], s, t) => {
        const [x, y] = [inOrder(a, b), inOrder(c, d)]
        const found = inEnds[op](ends(...x), ends(...y))
        if (!isBounded(found)) return
        for (const u of [x[0], within(...x, s), x[1]])
          for (const v of [y[0], within(...y, t), y[1]]) {
            const value = truth[op](u, v)
            expect(value.isFinite() && isBetween(value, found)).toBe(true)
          }
      }),
      { numRuns: 30 }
    )
  })
})

test('an optimal reset is told to nearly all bits, by a c that has those of a float64', () => {
  const share = fc.double({ min: 1e-12, max: 0.49, noNaN: true })
  fc.assert(
    fc.property(share, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (x, spare) => {
      const error = new Wide(x)
      const found = inBalls.resetDissipation(of(error), of(new Wide(0.5).div(error).ln().plus(spare)))
      expect(found.off).toBeLessThan(2 ** -112)
    })
  )
})

describe('what is defined nowhere stays so', () => {
  const [zero, one, two] = ['0', '1', '2'].map((text) => of(new Wide(text))) as [Ball, Ball, Ball]
  const less = arithmetic.neg(one)
  const gone: readonly (readonly [string, Ball])[] = [
    ['ln 0', inBalls.ln(zero)],
    ['artanh 1', inBalls.artanh(one)],
    ['artanh 2', inBalls.artanh(two)],
    ['the entropy of 2', inBalls.entropy(two)],
    ['the odds of 0', inBalls.logOdds(zero)],
    ['the odds of 2', inBalls.logOdds(two)],
    ['the odds of −1', inBalls.logOdds(less)],
    ['a ratio of two below 0', inBalls.lnRatio(less, less)],
    ['the distance of two below 0', inBalls.relativeEntropy(less, less)],
    ['0 to the power of 0', inBalls.pow(zero, zero)],
    ['the power 0 of what is nothing', inBalls.pow(everything, zero)],
    ['the larger of it and 1', inBalls.max(everything, one)],
    ['a reset to more than ½', inBalls.resetDissipation(one, two)]
  ]
  test.each(gone)('%s', (_, ball) => {
    expect(ball.off < Infinity).toBe(false)
  })

  const across = { lower: less, upper: one }
  test.each([
    ['1/x', inEnds.div(ends(new Wide(1), new Wide(1)), across)],
    ['ln x', inEnds.ln(across)],
    ['√x', inEnds.sqrt(across)],
    ['0 x, where x is nothing', inEnds.mul({ lower: zero, upper: zero }, inEnds.ln(across))],
    ['a step of nothing', inEnds.step(inEnds.ln(across))]
  ] as const)('%s about 0', (_, found) => {
    expect(isBounded(found)).toBe(false)
  })
})
