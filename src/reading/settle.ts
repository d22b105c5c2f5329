/**
 * Values of which every digit is known: formulas are read in intervals, with more and more digits, until
 * both ends of each round to the same, and every condition surely holds or surely does not.
 *
 * No number of digits tells 0 from what is nearly 0, nor a border from what is nearly on it. So there is
 * a last number of digits: those asked for, and four times as many as the longest number has that goes in,
 * written out. Numbers that differ do so within their digits, their squares and products within twice as
 * many: what the last number of digits cannot tell apart is equal. That no short formula of short numbers
 * comes closer to 0 without being 0 is a conjecture (Richardson, "The uniformity conjecture", 2001).
 */
import * as E from 'fp-ts/lib/Either.js'
import { comparedBy, type Condition, type Node } from '../formula/model'
import { program, reader } from '../formula/program'
import { roundedBall, type Ball } from '../units/ball'
import { decimalsOf, roundingMode, Working, type Decimal } from '../units/decimal'
import { checksOf, isOpen, violations } from './conditions'
import { mostWorking } from './decimal'
import type { Problem } from './error'
import { intervalsOf, type Interval } from './interval-elementary'
import { exactIntervalAlgebra, isInfinite, isNothing, isZero } from './interval-exact'
import { quickly } from './quick'
import type { Readings } from './readings'

/** Digits computed beyond those delivered: so many that few figures in a million want more. */
const guardDigits = 8
/** And at last, for what a formula loses before it comes to what may be equal. */
const lastGuardDigits = 16
/** The most factors that a formula is thought to compare with the product of others. */
const factors = 4

/** How many digits a number has without an exponent: 0.0012 has 4, and 1200 as well. */
const writtenDigits = (x: Decimal): number =>
  x.isFinite() ? Math.max(x.precision(), x.precision() - 1 - x.e, x.e + 1) : 0

/** What a run with some number of digits found, and whether more could find more. */
interface Attempt {
  readonly isSettled: boolean
  readonly found: E.Either<readonly Problem[], readonly Interval[]>
}

/**
 * The values of some formulas where conditions hold, from exact inputs, each a point of so many digits;
 * infinite at a pole. What even the last number of digits does not settle is wider, or NaN.
 */
export const settled = (
  nodes: readonly Node[],
  conditions: readonly Condition[],
  inputs: readonly string[],
  digits: number,
  readings: Readings
): ((given: readonly Decimal[]) => E.Either<readonly Problem[], readonly Interval[]>) => {
  const compiled = program([...nodes, ...conditions.flatMap(comparedBy)], inputs)
  const outputs = compiled.outputs.slice(0, nodes.length)
  const checks = checksOf(conditions, compiled.outputs.slice(nodes.length))
  const longestConstant = Math.max(
    0,
    ...compiled.constants.map(({ decimal }) => writtenDigits(new Working(decimal)))
  )

  const prepared = (working: number, enough?: number): ((given: readonly Decimal[]) => Attempt) => {
    const algebra = exactIntervalAlgebra(readings, working, enough)
    const read = reader(algebra, compiled)
    const interval = intervalsOf(working)
    const isSame = (x: Interval, y: Interval): boolean => enough !== undefined && isZero(algebra.sub(x, y))
    const point = (of: Decimal): Interval => ({ lower: of, upper: of })
    const rounded = (x: Decimal): Decimal => x.toSignificantDigits(digits, roundingMode.nearest)

    /** What is compared, at the border if it cannot be told from it. */
    const closer = (condition: Condition, [left, right]: readonly Interval[]): readonly Interval[] => {
      if (condition.kind === 'relation')
        return isSame(left!, right!) ? [left!, left!].map(({ lower }) => point(lower)) : [left!, right!]
      const { lower, upper } = condition.range
      const end = [lower, upper].find((each) => each !== undefined && isSame(left!, point(each.at)))
      return [end === undefined ? left! : point(end.at)]
    }
    const asPoints = (condition: Condition, compared: readonly Interval[]): readonly Interval[] =>
      closer(condition, compared).map(({ lower }) => point(lower))

    /** A value with the digits asked for; undefined where it may be one of several. */
    const told = (value: Interval): Interval | undefined => {
      if (isInfinite(value) || isNothing(value)) return value
      const [lower, upper] = [rounded(value.lower), rounded(value.upper)]
      if (lower.eq(upper)) return point(lower.isZero() ? new Working(0) : lower)
      if (enough === undefined || lower.isNaN()) return undefined
      // It may lie half-way between the two.
      const middle = new (decimalsOf(working))(lower).plus(upper).div(2)
      return isSame(value, point(middle)) ? point(rounded(middle)) : undefined
    }

    return (given) => {
      const registers = read(given.map((x) => interval(x, x)))
      const broken = violations(checks, registers, closer)
      if (broken.length > 0)
        return isOpen(checks, registers, closer, isNothing)
          ? { isSettled: false, found: E.left(broken) }
          : { isSettled: true, found: E.left(violations(checks, registers, asPoints)) }
      const values = outputs.map((at) => registers[at]!)
      const all = values.map(told)
      return {
        isSettled: !all.includes(undefined),
        found: E.right(values.map((value, at) => all[at] ?? value))
      }
    }
  }

  const runs = new Map<string, ReturnType<typeof prepared>>()
  const runOf = (working: number, enough?: number): ReturnType<typeof prepared> => {
    const key = `${working} ${enough ?? ''}`
    const run = runs.get(key) ?? prepared(working, enough)
    runs.set(key, run)
    return run
  }

  const quick = quickly(compiled, checks, digits, readings.balls)

  /** What was told of each output before: a register that is still the same is not rounded again. */
  const told: { ball: Ball; value: Interval }[] = []

  /** What balls tell of all values. */
  const atOnce = (given: readonly Decimal[]): readonly Interval[] | undefined => {
    const found = quick(given)
    if (found === undefined) return undefined
    for (let place = 0; place < outputs.length; place++) {
      const ball = found[outputs[place]!]!
      if (told[place]?.ball === ball) continue
      const value = roundedBall(ball, digits, 'nearest')
      if (value === undefined) return undefined
      told[place] = { ball, value: { lower: value, upper: value } }
    }
    return told.map(({ value }) => value)
  }

  return (given) => {
    const known = atOnce(given)
    if (known !== undefined) return E.right(known)
    const enough = digits + factors * Math.max(longestConstant, ...given.map(writtenDigits))
    const last = Math.min(mostWorking, enough + lastGuardDigits)
    const first = Math.max(digits, ...given.map((x) => x.precision())) + guardDigits
    for (let working = Math.min(first, last); ; working = Math.min(2 * working, last)) {
      const isLast = working === last
      const { isSettled, found } = runOf(working, isLast ? enough : undefined)(given)
      if (isSettled || isLast) return found
    }
  }
}
