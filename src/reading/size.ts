/**
 * How large and how small a float64 may be, by powers of 2: told without computing it, from what the numbers
 * are that it is made of. The kernel leaves out the looks, and SQL the guards, that this makes needless.
 */

/** A number that is not 0 is between 2^least and 2^most in size. */
export interface Size {
  readonly least: number
  readonly most: number
  readonly zero: boolean
  readonly negative: boolean
}

/** An input of the field is far from 2^±256, which is 1e±77. */
export const inputExponent = 256
/** What is within 2^±500 has products and quotients that are within 2^±1000. */
export const stepExponent = 500
/** Exponents beyond this are too near to 1022. */
export const mostExponent = 1000

/** Whether a number is neither near to an overflow nor to an underflow. */
export const isTold = ({ least, most }: Size): boolean => least >= -mostExponent && most <= mostExponent

export const sizeOf = (value: number): Size => {
  const size = value === 0 ? 1 : Math.abs(value)
  // A logarithm may round to that of a power nearby.
  const near = Math.round(Math.log2(size))
  return {
    least: 2 ** near <= size ? near : near - 1,
    most: 2 ** near >= size ? near : near + 1,
    zero: value === 0,
    negative: value < 0
  }
}

/**
 * What a sum is at least, beside its larger term: two float64 differ by 0, by half of the larger, or by a unit
 * in the last place of the smaller, which then is no less than half of the larger.
 */
const cancelled = 54

/** Whether x is above 0, and y no more than half of it: then so is what is left of x. */
const outweighs = (x: Size, y: Size): boolean => !x.zero && !x.negative && y.most <= x.least - 1

const sum = (x: Size, y: Size, isDifference: boolean): Size => {
  if (outweighs(x, y)) {
    const isLess = isDifference && !y.negative
    return { least: x.least - 1, most: x.most + (isLess ? 0 : 1), zero: false, negative: false }
  }
  const mayCancel = isDifference || x.negative || y.negative
  const lost = mayCancel ? cancelled : 0
  const sure = [x, y].filter(({ zero }) => !zero).map(({ least }) => least - lost)
  // Beside 0 there is the other term.
  const beside = [
    Math.max(x.least, y.least) - lost,
    ...(x.zero ? [y.least] : []),
    ...(y.zero ? [x.least] : [])
  ]
  return {
    least: Math.max(...sure, Math.min(...beside)),
    most: Math.max(x.most, y.most) + 1,
    zero: mayCancel || sure.length === 0,
    negative: mayCancel
  }
}

/** A logarithm: the nearest to 0 is that of the float64 beside 1. */
export const logarithm: Size = { least: -cancelled, most: 10, zero: true, negative: true }

/** The size of what an operation gives, where that is a number at all. */
export const sizes = {
  add: (x: Size, y: Size): Size => sum(x, y, false),
  sub: (x: Size, y: Size): Size => sum(x, y, true),
  mul: (x: Size, y: Size): Size => ({
    least: x.least + y.least,
    most: x.most + y.most,
    zero: x.zero || y.zero,
    negative: x.negative || y.negative
  }),
  div: (x: Size, y: Size): Size => ({
    least: x.least - y.most,
    most: x.most - y.least,
    zero: x.zero,
    negative: x.negative || y.negative
  }),
  /** One of two. */
  either: (x: Size, y: Size): Size => ({
    least: Math.min(x.least, y.least),
    most: Math.max(x.most, y.most),
    zero: x.zero || y.zero,
    negative: x.negative || y.negative
  }),
  neg: (x: Size): Size => ({ ...x, negative: true }),
  /** Of what is not negative. */
  sqrt: ({ least, most, zero }: Size): Size => ({
    least: Math.floor(least / 2),
    most: Math.ceil(most / 2),
    zero,
    negative: false
  }),
  /** Of what is at most 2⁸ in size, or held so that it gives no more than 2^±500. */
  exp: ({ most, negative }: Size): Size => {
    const size = Math.min(stepExponent, Math.ceil(Math.LOG2E * 2 ** most))
    return { least: negative ? -size : 0, most: size, zero: false, negative: false }
  },
  /** Of what is above 0; that of ½ is −0.69. */
  ln: ({ most }: Size): Size => (most < 0 ? { ...logarithm, least: -1, zero: false } : logarithm)
}
