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

/** A number that is not 0 is between 2^−small and 2^large in size. */
export interface Reach {
  readonly large: number
  readonly small: number
  readonly mayBeZero: boolean
  readonly mayBeNegative: boolean
}

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

/** An input of the field is far from 2^±256, which is 1e±77. */
export const inputExponent = 256
/** What is looked at is smaller than 2^500, so that its product with an input needs no look. */
const stepExponent = 500
/** Exponents beyond this are too near to 1022. */
const mostExponent = 1000

const anything = { mayBeZero: true, mayBeNegative: true }
const looked: Reach = { large: stepExponent, small: stepExponent, ...anything }

/**
 * What a sum is at least, beside its larger term: two float64 differ by 0, by half of the larger, or by a unit
 * in the last place of the smaller, which then is no less than half of the larger.
 */
const cancelled = 54

/** Whether x is above 0, and y no more than half of it: then so is what is left of x. */
const outweighs = (x: Reach, y: Reach): boolean => !x.mayBeZero && !x.mayBeNegative && y.large <= -x.small - 1

const sum = (x: Reach, y: Reach, isNegated: boolean): Reach => {
  const isLess = isNegated && !y.mayBeNegative
  if (outweighs(x, y))
    return { large: x.large + (isLess ? 0 : 1), small: x.small + 1, mayBeZero: false, mayBeNegative: false }
  const mayCancel = isNegated || x.mayBeNegative || y.mayBeNegative
  const lost = mayCancel ? cancelled : 0
  const sure = [x, y].filter(({ mayBeZero }) => !mayBeZero).map(({ small }) => small + lost)
  // Beside 0 there is the other term.
  const beside = [
    Math.min(x.small, y.small) + lost,
    ...(x.mayBeZero ? [y.small] : []),
    ...(y.mayBeZero ? [x.small] : [])
  ]
  return {
    large: Math.max(x.large, y.large) + 1,
    small: Math.min(...sure, Math.max(...beside)),
    mayBeZero: mayCancel || sure.length === 0,
    mayBeNegative: mayCancel
  }
}

const product = (x: Reach, y: Reach): Reach => ({
  large: x.large + y.large,
  small: x.small + y.small,
  mayBeZero: x.mayBeZero || y.mayBeZero,
  mayBeNegative: x.mayBeNegative || y.mayBeNegative
})

const either = (x: Reach, y: Reach): Reach => ({
  large: Math.max(x.large, y.large),
  small: Math.max(x.small, y.small),
  mayBeZero: x.mayBeZero || y.mayBeZero,
  mayBeNegative: x.mayBeNegative || y.mayBeNegative
})

/** Undefined where there may be a pole, no number, or one beyond the exponents of float64. */
const ofUnary: { readonly [U in Unary]?: (x: Reach) => Reach | undefined } = {
  neg: (x) => ({ ...x, mayBeNegative: true }),
  square: (x) => ({ ...product(x, x), mayBeNegative: false }),
  sqrt: (x) => (x.mayBeNegative ? undefined : x),
  // |x| ≤ 2⁸ is below 370 ln 2.
  exp: ({ large }) =>
    large <= 8 ? { large: 370, small: 370, mayBeZero: false, mayBeNegative: false } : undefined,
  // The logarithm nearest to 0 is that of the float64 beside 1; that of ½ is −0.69.
  ln: ({ large, mayBeZero, mayBeNegative }) =>
    mayBeZero || mayBeNegative
      ? undefined
      : large < 0
        ? { large: 10, small: 1, mayBeZero: false, mayBeNegative: true }
        : { large: 10, small: 53, ...anything },
  logOdds: ({ large, mayBeZero }) =>
    mayBeZero || large > -1 ? undefined : { large: 10, small: cancelled, ...anything },
  step: () => ({ large: 0, small: 1, mayBeZero: true, mayBeNegative: false })
}

const ofBinary: { readonly [B in Binary]?: (x: Reach, y: Reach) => Reach | undefined } = {
  add: (x, y) => sum(x, y, false),
  sub: (x, y) => sum(x, y, true),
  mul: product,
  div: (x, y) =>
    y.mayBeZero
      ? undefined
      : { ...product(x, { ...y, large: y.small, small: y.large }), mayBeZero: x.mayBeZero },
  max: either,
  min: either
}

/** What is known of a logarithm, and the like, where it is a number at all. */
const known: { readonly [O in Unary | Binary]?: Partial<Reach> } = {
  ln: { large: 10, small: 53 },
  logOdds: { large: 10, small: cancelled },
  log1p: { large: 10 },
  arsinh: { large: 10 },
  artanh: { large: 10 },
  lnRatio: { large: 11 },
  angle: { large: 1 },
  entropy: { large: 0 },
  langevin: { large: 0 },
  relativeEntropy: { large: 10 }
}

const reachOf = (step: Step, reaches: readonly Reach[]): Reach | undefined => {
  const found =
    step.arity === 1
      ? ofUnary[step.op]?.(reaches[step.x]!)
      : ofBinary[step.op]?.(reaches[step.x]!, reaches[step.y]!)
  return found !== undefined && found.large <= mostExponent && found.small <= mostExponent ? found : undefined
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
const lookAtInput = ({ large, mayBeZero, mayBeNegative }: Reach, register: number): Look => ({
  register,
  least: 2 ** -inputExponent,
  ...(large < inputExponent ? {} : { most: 2 ** inputExponent }),
  zero: mayBeZero,
  mayBeNegative
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

const ofNumber = (value: number): Reach => {
  const exponent = value === 0 ? 0 : Math.log2(Math.abs(value))
  return {
    large: Math.ceil(exponent),
    small: -Math.floor(exponent),
    mayBeZero: value === 0,
    mayBeNegative: value < 0
  }
}

/** What has to be looked at of a program, and how large its registers may be then. */
interface Bounded {
  readonly looks: readonly Look[]
  readonly reaches: readonly Reach[]
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
  given: readonly Reach[],
  wanted: readonly number[]
): Bounded | undefined => {
  const { inputs, constants, steps } = program
  const first = inputs.length + constants.length
  const fixed = fixedRegisters(program)
  const isUsed = registersUnder(program, wanted)
  const points = held.map((value) => Float64Array.of(value))
  const isHeld = (register: number, step: Step): boolean =>
    firstUnseen(lookAt(step, register), points, 0, 1) === 1
  const looks = given.flatMap((reach, at) => (isUsed[at]! ? [lookAtInput(reach, at)] : []))
  const reaches = [...given, ...constants.map((_, k) => ofNumber(held[inputs.length + k]!))]
  for (const [k, step] of steps.entries()) {
    const register = first + k
    if (!isUsed[register]!) reaches.push(looked)
    else if (fixed[register]!) {
      if (!isHeld(register, step)) return undefined
      reaches.push(ofNumber(held[register]!))
    } else {
      const reach = reachOf(step, reaches)
      if (reach === undefined) looks.push(lookAt(step, register))
      reaches.push(reach ?? { ...looked, ...known[step.op] })
    }
  }
  return { looks, reaches }
}
