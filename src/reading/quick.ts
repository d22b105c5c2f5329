/**
 * Formulas read in balls, where those tell all: every condition surely holds, and every value has the digits
 * asked for. Where they do not, for whatever reason, nothing is said, and intervals are read.
 */
import type { Algebra } from '../formula/algebra'
import type { Condition } from '../formula/model'
import { reader, type Program } from '../formula/program'
import { balls, mostBits, signOf, type Ball, type Balls } from '../units/ball'
import type { Decimal } from '../units/decimal'
import { contains, type End, type Range } from '../units/range'
import { endsAlgebra, isBounded, type Ends } from './ball-ends'
import type { Check } from './conditions'
import type { Interval } from './interval'
import type { Readings } from './readings'

/** Bits beyond those of the digits: for what a formula loses, in whole words of an integer. */
const guardBits = 64
const bitsFor = (digits: number): number => 64 * Math.ceil((digits * Math.log2(10) + guardBits) / 64)

const isSame = (x: Decimal, y: Decimal): boolean =>
  x === y ||
  (x.e === y.e && x.s === y.s && x.d.length === y.d.length && x.d.every((word, at) => word === y.d[at]))

/** Whether a condition surely holds of all between some ends. */
const holding = ({ of, sub }: Balls, condition: Condition): ((compared: readonly Ends[]) => boolean) => {
  const isBelow = (x: Ball, y: Ball, isOpen: boolean): boolean => {
    const sign = signOf(sub(y, x))
    return sign === 1 || (sign === 0 && !isOpen)
  }
  // What is not surely defined has an end that is not known, be it the one that is not compared.
  if (condition.kind === 'relation')
    return ([left, right]) =>
      isBounded(left!) &&
      isBounded(right!) &&
      isBelow(left!.upper, right!.lower, condition.of.relation === '<')
  const endOf = (end: End | undefined) => end && { at: of(end.at), open: end.open }
  const [lower, upper] = [endOf(condition.range.lower), endOf(condition.range.upper)]
  return ([x]) =>
    isBounded(x!) &&
    (lower === undefined || isBelow(lower.at, x!.lower, lower.open)) &&
    (upper === undefined || isBelow(x!.upper, upper.at, upper.open))
}

/**
 * A program read by some algebra where all checks surely hold; `endsOf` are those of a value. A step is run
 * again only where an operand is another, so an input that is the same number is made the same value.
 */
const reading = <Given, A>(
  arithmetic: Balls,
  algebra: Algebra<A>,
  compiled: Program,
  checks: readonly Check[],
  how: {
    readonly make: (given: Given) => A
    readonly isSame: (a: Given, b: Given) => boolean
    readonly isIn: (range: Range, given: Given) => boolean
    readonly endsOf: (value: A) => Ends
  }
): ((given: readonly Given[]) => readonly A[] | undefined) => {
  const read = reader(algebra, compiled)
  const held = checks.map(({ condition, registers }) => {
    const [at] = registers
    // An input is known as it is.
    if (condition.kind === 'range' && at! < compiled.inputs.length)
      return (given: readonly Given[]) => how.isIn(condition.range, given[at!]!)
    const holds = holding(arithmetic, condition)
    return (_: readonly Given[], found: readonly A[]) =>
      holds(registers.map((register) => how.endsOf(found[register]!)))
  })
  let last: readonly { readonly given: Given; readonly value: A }[] = []
  return (all) => {
    last = all.map((given, at) => {
      const before = last[at]
      return before !== undefined && how.isSame(before.given, given)
        ? before
        : { given, value: how.make(given) }
    })
    const found = read(last.map(({ value }) => value))
    return held.every((holds) => holds(all, found)) ? found : undefined
  }
}

/** The registers of a program read in balls from exact inputs, where all checks surely hold. */
export const quickly = (
  compiled: Program,
  checks: readonly Check[],
  digits: number,
  algebra: Readings['balls']
): ((given: readonly Decimal[]) => readonly Ball[] | undefined) => {
  const bits = bitsFor(digits)
  if (bits > mostBits) return () => undefined
  const arithmetic = balls(bits)
  return reading(arithmetic, algebra(arithmetic), compiled, checks, {
    make: arithmetic.of,
    isSame,
    isIn: contains,
    endsOf: (ball) => ({ lower: ball, upper: ball })
  })
}

/** Bits that decide what digits need not tell: a sign, or whether something holds. */
const decidingBits = 128

/** The same from inputs that lie between two decimals; not to be printed, but to decide by. */
export const surely = (
  compiled: Program,
  checks: readonly Check[]
): ((given: readonly Interval[]) => readonly Ends[] | undefined) => {
  const arithmetic = balls(decidingBits)
  return reading(arithmetic, endsAlgebra(arithmetic), compiled, checks, {
    make: ({ lower, upper }: Interval): Ends => {
      const first = arithmetic.of(lower)
      return { lower: first, upper: lower.eq(upper) ? first : arithmetic.of(upper) }
    },
    isSame: (a, b) => isSame(a.lower, b.lower) && isSame(a.upper, b.upper),
    isIn: (range, { lower, upper }) => contains(range, lower) && contains(range, upper),
    endsOf: (ends) => ends
  })
}
