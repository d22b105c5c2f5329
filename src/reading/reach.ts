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

/** What a sum is at least, beside its larger term: two float64 differ by 0, or by a unit in the last place of one. */
const cancelled = 54

const sum = (x: Reach, y: Reach, isNegated: boolean): Reach => {
  const mayCancel = isNegated || x.mayBeNegative || y.mayBeNegative
  const sure = [x, y].filter(({ mayBeZero }) => !mayBeZero).map(({ small }) => small)
  return {
    large: Math.max(x.large, y.large) + 1,
    small: (sure.length > 0 ? Math.min(...sure) : Math.max(x.small, y.small)) + (mayCancel ? cancelled : 0),
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

/** Undefined where there may be a pole, or a number beyond the exponents of float64. */
const ofUnary: { readonly [U in Unary]?: (x: Reach) => Reach | undefined } = {
  neg: (x) => ({ ...x, mayBeNegative: true }),
  square: (x) => ({ ...product(x, x), mayBeNegative: false }),
  sqrt: (x) => ({ ...x, mayBeNegative: false }),
  // |x| ≤ 2⁸ is below 370 ln 2.
  exp: ({ large }) =>
    large <= 8 ? { large: 370, small: 370, mayBeZero: false, mayBeNegative: false } : undefined,
  // The logarithm nearest to 0 is that of the float64 beside 1.
  ln: ({ mayBeZero }) => (mayBeZero ? undefined : { large: 10, small: 53, ...anything }),
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

/** Whether a number is where it has to be. */
export const isSeen = (
  { register, least, most = Infinity, zero, mayBeNegative }: Look,
  registers: readonly number[]
): boolean => {
  const value = registers[register]!
  const size = mayBeNegative ? Math.abs(value) : value
  const isZero = (): boolean =>
    size === 0 && (typeof zero === 'boolean' ? zero : zero.some((by) => registers[by] === 0))
  return size <= most && (size >= least || isZero())
}

/** The same as text. */
export const seenText = ({ register, least, most, zero, mayBeNegative }: Look): string => {
  const size = mayBeNegative ? `abs(r${register})` : `r${register}`
  const below = most === undefined ? '' : `${size} <= ${most} && `
  const above = `${size} >= ${least}`
  if (zero === false) return below + above
  const by = zero === true ? '' : ` && (${zero.map((by) => `r${by} === 0`).join(' || ')})`
  return `${below}(${above} || r${register} === 0${by})`
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

/**
 * What has to be looked at of a program, whose registers are known where no input reaches them; of its
 * inputs it is known how large they may be. Undefined where what is known is not all held.
 */
export const looksOf = (
  program: Program,
  known: readonly number[],
  given: readonly Reach[]
): readonly Look[] | undefined => {
  const { inputs, constants, steps, outputs } = program
  const first = inputs.length + constants.length
  const fixed = fixedRegisters(program)
  const used = new Set([
    ...outputs,
    ...steps.flatMap((step) => (step.arity === 1 ? [step.x] : [step.x, step.y]))
  ])
  const looks = given.flatMap((reach, at) => (used.has(at) ? [lookAtInput(reach, at)] : []))
  const reaches = [...given, ...constants.map((_, k) => ofNumber(known[inputs.length + k]!))]
  for (const [k, step] of steps.entries()) {
    const register = first + k
    if (fixed[register]!) {
      if (!isSeen(lookAt(step, register), known)) return undefined
      reaches.push(ofNumber(known[register]!))
    } else {
      const reach = reachOf(step, reaches)
      if (reach === undefined) looks.push(lookAt(step, register))
      reaches.push(reach ?? looked)
    }
  }
  return looks
}
