/**
 * What must be true of the registers of a program, for a number in one of them to be the value of a formula:
 * its conditions hold; and nothing has overflown, or lost digits to underflow, on the way.
 */
import { comparedBy, type Condition } from '../formula/model'
import { reader, type Program } from '../formula/program'
import type { End, Range } from '../units/range'
import { numberAlgebra } from './number'
import { firstUnseen, lookMask, looksOf, maskTexts, type Look, type Masks } from './reach'
import { inputExponent, mostExponent, type Size, sizeOf } from './size'
import { trueZeros } from './zero'

/** Of two registers, or of a register and a number. */
export interface Comparison {
  readonly left: number
  readonly open: boolean
  readonly right: { readonly register: number } | { readonly number: number }
  readonly above: boolean
}

/** A number within the range of an end; where there is none, at least a finite one. */
const endComparison = (left: number, end: End | undefined, above: boolean): Comparison => ({
  left,
  open: end?.open ?? true,
  right: { number: end?.at.toNumber() ?? (above ? -Infinity : Infinity) },
  above
})

const rangeComparisons = (left: number, { lower, upper }: Range): readonly Comparison[] => [
  endComparison(left, lower, true),
  endComparison(left, upper, false)
]

const comparisons = (
  conditions: readonly Condition[],
  registers: readonly number[]
): readonly Comparison[] => {
  let at = 0
  return conditions.flatMap((condition) => {
    const [left, right] = registers.slice(at, (at += comparedBy(condition).length))
    return condition.kind === 'range'
      ? rangeComparisons(left!, condition.range)
      : [{ left: left!, open: condition.of.relation === '<', right: { register: right! }, above: false }]
  })
}

const comparisonMask =
  ({ left, open, right, above }: Comparison) =>
  <A>({ register, number, compare }: Masks<A>): A =>
    compare(
      above ? (open ? '>' : '>=') : open ? '<' : '<=',
      register(left),
      'number' in right ? number(right.number) : register(right.register)
    )

type Order = (low: Float64Array, high: Float64Array, from: number, length: number) => number

/** The first point of a block, from some on, where a number is not below another; else its length. */
const firstNotBelow: Order = (low, high, from, length) => {
  for (let i = from; i < length; i++) if (!(low[i]! < high[i]!)) return i
  return length
}

/** The same where they may be equal. */
const firstAbove: Order = (low, high, from, length) => {
  for (let i = from; i < length; i++) if (!(low[i]! <= high[i]!)) return i
  return length
}

/** What the comparisons of an input with numbers say of it. */
const inputSize = (compared: readonly Comparison[]): Size => {
  const ends = compared.flatMap(({ right, above, open }) =>
    'number' in right ? [{ at: right.number, above, open }] : []
  )
  const negative = !ends.some(({ at, above }) => above && at >= 0)
  const most = Math.min(...ends.flatMap(({ at, above }) => (above || negative ? [] : [at])))
  return {
    least: -inputExponent,
    most: Math.min(inputExponent, sizeOf(most).most),
    zero: !ends.some(({ at, above, open }) => above && (at > 0 || (at === 0 && open))),
    negative
  }
}

/** As text for one point, or of a block of them. */
export interface Check {
  /** 1 or 0: whether it holds. Equal texts ask the same. */
  readonly text: string
  readonly mask: <A>(masks: Masks<A>) => A
  readonly registers: readonly number[]
  /** The first point of a block, from some on, where it does not hold; else its length. */
  readonly firstWrong: (registers: readonly Float64Array[], from: number, length: number) => number
}

const ofComparison = (of: Comparison): Check => {
  const { left, right, open, above } = of
  let ends = new Float64Array(0)
  const other = (registers: readonly Float64Array[], length: number): Float64Array => {
    if ('register' in right) return registers[right.register]!
    if (ends.length < length) ends = new Float64Array(length).fill(right.number)
    return ends
  }
  return {
    text: comparisonMask(of)(maskTexts),
    mask: comparisonMask(of),
    registers: 'number' in right ? [left] : [left, right.register],
    firstWrong: (registers, from, length) => {
      const [x, y] = [registers[left]!, other(registers, length)]
      const search = open ? firstNotBelow : firstAbove
      return above ? search(y, x, from, length) : search(x, y, from, length)
    }
  }
}

const ofLook = (of: Look): Check => ({
  text: lookMask(of)(maskTexts),
  mask: lookMask(of),
  registers: [of.register, ...(typeof of.zero === 'boolean' ? [] : of.zero)],
  firstWrong: (registers, from, length) => firstUnseen(of, registers, from, length)
})

/** A look that fails everywhere: of what float64 cannot hold at all. */
const hopeless: Check = {
  text: '0',
  mask: ({ compare, number }) => compare('<', number(1), number(0)),
  registers: [],
  firstWrong: (_, from) => from
}

/** What must be true for some registers to hold values. */
export interface Checks {
  /** Where one does not hold, the formulas have no value, as far as float64 can tell. */
  readonly conditions: readonly Check[]
  /** Where one does not hold, float64 cannot tell. */
  readonly looks: readonly Check[]
  /** For each of the registers, whether it may be 0 where all that holds. */
  readonly mayBeZero: readonly boolean[]
}

/**
 * What must be true for `values` to be values: registers of a program, in which conditions compare others. A 0
 * is one only where it is surely that of the formula, but for those of `others`, whatever it is.
 */
export const checksOf = (
  program: Program,
  conditions: readonly Condition[],
  compared: readonly number[],
  values: readonly number[],
  others: readonly number[] = []
): Checks => {
  const all = comparisons(conditions, compared)
  const known = reader(numberAlgebra, program)(program.inputs.map(() => NaN))
  const given = program.inputs.map((_, at) => inputSize(all.filter(({ left }) => left === at)))
  const bounded = looksOf(program, known, given, [...values, ...others, ...compared])
  if (bounded === undefined) return { conditions: [], looks: [hopeless], mayBeZero: values.map(() => true) }
  const { looks, sizes } = bounded
  const isTrueZero = trueZeros(program, known, sizes)
  const seen = new Set(looks.map(({ register }) => register))
  // What is looked at is finite, and on its side of 0.
  const isImplied = ({ left, right, above }: Comparison): boolean =>
    seen.has(left) &&
    'number' in right &&
    (!Number.isFinite(right.number) || (above && right.number === 0 && left < program.inputs.length))
  const notZero = values
    .filter((at) => sizes[at]!.zero && !isTrueZero[at]!)
    .map((register): Look => ({ register, least: 2 ** -mostExponent, zero: false, mayBeNegative: true }))
  return {
    conditions: all.filter((each) => !isImplied(each)).map(ofComparison),
    looks: [...looks, ...notZero].map(ofLook),
    // A 0 that is none of the formula fails a look.
    mayBeZero: values.map((at) => sizes[at]!.zero && isTrueZero[at]!)
  }
}
