/**
 * How large and how small the numbers of a program may become, so that no float64 overflows, or loses
 * digits to underflow, unseen: a maximum, a sum or c/∞ would hide it.
 *
 * Inputs have to be within a window, or 0. From there the exponents of every step are bounded without
 * running it. Where a bound comes near the end of float64, where there may be a pole, and where nothing is
 * known of an operation, the step is to be looked at when it is run, and has to be within a window again.
 */
import type { Binary, Unary } from '../formula/algebra'
import { fixedRegisters, type Program, type Step } from '../formula/program'
import {
  inputExponent,
  isTold,
  logarithm,
  mostExponent,
  type Size,
  sizeOf,
  sizes,
  stepExponent
} from './size'

/** What a register must be within when it is looked at. */
export interface Look {
  readonly register: number
  readonly least: number
  /** Left out where it is known. */
  readonly most?: number
  /** Whether 0 is a value like others; a product is 0 only where one of its factors is. */
  readonly zero: boolean | readonly number[]
  readonly mayBeNegative: boolean
}

const looked: Size = { least: -stepExponent, most: stepExponent, zero: true, negative: true }

/** Undefined where there may be a pole, no number, or one beyond the exponents of float64. */
const ofUnary: { readonly [U in Unary]?: (x: Size) => Size | undefined } = {
  neg: sizes.neg,
  square: (x) => ({ ...sizes.mul(x, x), negative: false }),
  sqrt: (x) => (x.negative ? undefined : sizes.sqrt(x)),
  exp: (x) => (x.most <= 8 ? sizes.exp(x) : undefined),
  ln: (x) => (x.zero || x.negative ? undefined : sizes.ln(x)),
  logOdds: ({ most, zero }) => (zero || most > -1 ? undefined : logarithm),
  step: () => ({ least: -1, most: 0, zero: true, negative: false })
}

const ofBinary: { readonly [B in Binary]?: (x: Size, y: Size) => Size | undefined } = {
  add: sizes.add,
  sub: sizes.sub,
  mul: sizes.mul,
  div: (x, y) => (y.zero ? undefined : sizes.div(x, y)),
  max: sizes.either,
  min: sizes.either
}

/** What is known of a logarithm, and the like, where it is a number at all. */
const known: { readonly [O in Unary | Binary]?: Partial<Size> } = {
  ln: logarithm,
  logOdds: logarithm,
  log1p: { most: 10 },
  arsinh: { most: 10 },
  artanh: { most: 10 },
  lnRatio: { most: 11 },
  angle: { most: 1 },
  entropy: { most: 0 },
  langevin: { most: 0 },
  relativeEntropy: { most: 10 }
}

const sizeAfter = (step: Step, before: readonly Size[]): Size | undefined => {
  const found =
    step.arity === 1
      ? ofUnary[step.op]?.(before[step.x]!)
      : ofBinary[step.op]?.(before[step.x]!, before[step.y]!)
  return found !== undefined && isTold(found) ? found : undefined
}

/** The registers of which one is 0 where a step is; true where 0 is no sign of underflow. */
const zeroOf = (step: Step): Look['zero'] => {
  switch (step.op) {
    case 'mul':
      return [step.x, step.y]
    case 'div':
    case 'square':
      return [step.x]
    case 'exp':
    case 'pow':
      return false
    default:
      return true
  }
}

/** A step that is looked at. */
const lookAt = (step: Step, register: number): Look => ({
  register,
  least: 2 ** -stepExponent,
  most: 2 ** stepExponent,
  zero: zeroOf(step),
  mayBeNegative: true
})

/** An input that is looked at; where it is known to be smaller, only how small it is. */
const lookAtInput = ({ most, zero, negative }: Size, register: number): Look => ({
  register,
  least: 2 ** -inputExponent,
  ...(most < inputExponent ? {} : { most: 2 ** inputExponent }),
  zero,
  mayBeNegative: negative
})

const mayBe0OrLess = ({ zero, negative }: Size): boolean => zero || negative

/** What a power is raised from, where it has one for sure: engines know of others, such as (−1)². */
const lookAtBase = (register: number): Look => ({
  register,
  least: 2 ** -mostExponent,
  zero: false,
  mayBeNegative: false
})

/** What a check is written in. */
export interface Masks<A> {
  readonly register: (at: number) => A
  readonly number: (value: number) => A
  readonly abs: (x: A) => A
  readonly compare: (relation: '<' | '<=' | '>' | '>=' | '===', x: A, y: A) => A
  readonly and: (x: A, y: A) => A
  readonly or: (x: A, y: A) => A
}

/** Whether a number is where it has to be. */
export const lookMask =
  ({ register, least, most, zero, mayBeNegative }: Look) =>
  <A>({ register: of, number, abs, compare, and, or }: Masks<A>): A => {
    const value = of(register)
    const size = mayBeNegative ? abs(value) : value
    const isZero = (at: number): A => compare('===', of(at), number(0))
    const anyOf = (all: readonly A[]): A => all.reduce((x, y) => or(x, y))
    const zeros =
      zero === false
        ? []
        : [zero === true ? isZero(register) : and(isZero(register), anyOf(zero.map(isZero)))]
    const above = anyOf([compare('>=', size, number(least)), ...zeros])
    return most === undefined ? above : and(above, compare('<=', size, number(most)))
  }

/** As text, 1 or 0 of numbers where they have to be: `&` and `|` do not branch, which engines optimize better. */
export const maskTexts: Masks<string> = {
  register: (at) => `r${at}`,
  number: String,
  abs: (x) => `abs(${x})`,
  compare: (relation, x, y) => `(${x} ${relation} ${y})`,
  and: (x, y) => `(${x} & ${y})`,
  or: (x, y) => `(${x} | ${y})`
}

type Search = (values: Float64Array, least: number, most: number, from: number, length: number) => number

/** The first of some numbers, from some on, that is not between two. All that is told before it is outside of the loop. */
const firstOutside: Search = (values, least, most, from, length) => {
  for (let i = from; i < length; i++) if (!(values[i]! >= least && values[i]! <= most)) return i
  return length
}

/** The same of their sizes. */
const firstSizeOutside: Search = (values, least, most, from, length) => {
  for (let i = from; i < length; i++) {
    const size = Math.abs(values[i]!)
    if (!(size >= least && size <= most)) return i
  }
  return length
}

/** The first point of a block, from some on, that is not where it has to be; else its length. */
export const firstUnseen = (
  { register, least, most = Infinity, zero, mayBeNegative }: Look,
  registers: readonly Float64Array[],
  from: number,
  length: number
): number => {
  const values = registers[register]!
  const search = mayBeNegative ? firstSizeOutside : firstOutside
  const isZero = (at: number): boolean =>
    values[at] === 0 && (zero === true || (zero !== false && zero.some((by) => registers[by]![at] === 0)))
  let at = search(values, least, most, from, length)
  while (at < length && isZero(at)) at = search(values, least, most, at + 1, length)
  return at
}

/** What has to be looked at of a program, and how large its registers may be then. */
interface Bounded {
  readonly looks: readonly Look[]
  readonly sizes: readonly Size[]
}

/** Which registers some of a program are computed from, those themselves among them. */
export const registersUnder = (
  { inputs, constants, steps }: Program,
  wanted: readonly number[]
): readonly boolean[] => {
  const first = inputs.length + constants.length
  const isUnder = Array.from({ length: first + steps.length }, (_, at) => wanted.includes(at))
  for (let k = steps.length - 1; k >= 0; k--) {
    if (!isUnder[first + k]!) continue
    const step = steps[k]!
    isUnder[step.x] = true
    if (step.arity === 2) isUnder[step.y] = true
  }
  return isUnder
}

/**
 * What has to be looked at for some registers of a program, `held` being what they hold where no input
 * reaches them; of its inputs it is known how large they may be. Undefined where float64 cannot hold a constant.
 */
export const looksOf = (
  program: Program,
  held: readonly number[],
  given: readonly Size[],
  wanted: readonly number[]
): Bounded | undefined => {
  const { inputs, constants, steps } = program
  const first = inputs.length + constants.length
  const fixed = fixedRegisters(program)
  const isUsed = registersUnder(program, wanted)
  const points = held.map((value) => Float64Array.of(value))
  const isHeld = (register: number, step: Step): boolean =>
    firstUnseen(lookAt(step, register), points, 0, 1) === 1
  const looks = given.flatMap((size, at) => (isUsed[at]! ? [lookAtInput(size, at)] : []))
  const found = [...given, ...constants.map((_, k) => sizeOf(held[inputs.length + k]!))]
  for (const [k, step] of steps.entries()) {
    const register = first + k
    if (!isUsed[register]!) found.push(looked)
    else if (fixed[register]!) {
      if (!isHeld(register, step)) return undefined
      found.push(sizeOf(held[register]!))
    } else {
      if (step.op === 'pow' && mayBe0OrLess(found[step.x]!)) looks.push(lookAtBase(step.x))
      const size = sizeAfter(step, found)
      if (size === undefined) looks.push(lookAt(step, register))
      found.push(size ?? { ...looked, ...known[step.op] })
    }
  }
  return { looks, sizes: found }
}
