/**
 * The functions of float64 on pairs of numbers, each within a few units in the last place: a number is brought
 * near 0 by its bits, and there a polynomial serves, or a quotient of them. Out of its domain, a function is
 * NaN, or beyond all that a kernel takes for a number.
 */
import type { Binary, Unary } from '../formula/algebra'
import {
  abs, add, addBits, and, comparisons, div, max, min, mul, neg, not, or, select, shiftLeft, shiftRight, sqrt, sub,
  subBits, type Code
} from './wasm-code' // prettier-ignore

/** Where a function is written. */
export interface Writer {
  /** Computes a value, to be read more than once. */
  readonly keep: (value: Code) => Code
  readonly number: (value: number) => Code
  /** The number of some bits. */
  readonly bits: (value: bigint) => Code
}

/** Beside 2⁵² the last bits of a number are those of a whole one; and beside half as much more, if it is below 0. */
const [wholeBits, whole, anyWhole] = [0x4330000000000000n, 2 ** 52, 1.5 * 2 ** 52]
const [exponentBits, signBit] = [0x7ff0000000000000n, 1n << 63n]
/** ln 2 in two parts: the first, of few digits, is exact times the exponent of a float64. */
const [ln2High, ln2Low] = [6.9314718036912382e-1, 1.9082149292705877e-10]

const polynomial = (w: Writer, z: Code, [first, ...others]: readonly number[]): Code =>
  others.length === 0 ? w.number(first!) : add(w.number(first!), mul(z, polynomial(w, z, others)))

/** (2 artanh s − 2s)/s³ in s², to 6e-17 of 2 artanh s where s² ≤ 0.0404. */
const artanhRest = [
  0.6666666666666695, 0.399999999993045, 0.2857142884635436, 0.2222218154544209, 0.1818467587503561,
  0.15282107869354097, 0.15132917066024065
]

/** What the logarithm of a quotient is made of: k ln 2 + 2 artanh s. */
interface Logarithm {
  readonly k: Code
  readonly s: Code
  /** 2 artanh s − 2s */
  readonly tail: Code
  readonly isNumber: Code
}

/** Of (p + c)/q, c being far less than p; without q, of p + c. */
const logarithm = (w: Writer, p: Code, c?: Code, q?: Code): Logarithm => {
  // 2ᵏ q is near p: s lies in ±0.172 without q, and with q, whose last bits are taken for its logarithm, in ±0.201.
  const t = w.keep(
    q === undefined
      ? addBits(p, w.bits(0x00095f6200000000n))
      : addBits(subBits(p, q), w.bits(0x3ff8000000000000n))
  )
  const power = and(t, w.bits(exponentBits))
  const near = w.keep(q === undefined ? power : addBits(q, subBits(power, w.bits(0x3ff0000000000000n))))
  const k = w.keep(sub(or(shiftRight(t, 52), w.bits(wholeBits)), w.number(whole + 1023)))
  const over = sub(p, near)
  const s = w.keep(div(c === undefined ? over : add(over, c), add(p, near)))
  const z = w.keep(mul(s, s))
  const z2 = w.keep(mul(z, z))
  const even = polynomial(
    w,
    z2,
    artanhRest.filter((_, at) => at % 2 === 0)
  )
  const odd = polynomial(
    w,
    z2,
    artanhRest.filter((_, at) => at % 2 === 1)
  )
  const tail = w.keep(mul(mul(s, z), add(even, mul(z, odd))))
  const isAbove0 = comparisons['>'](p, w.number(0))
  return {
    k,
    s,
    tail,
    isNumber: q === undefined ? isAbove0 : and(isAbove0, comparisons['>'](q, w.number(0)))
  }
}

const lnOf = (w: Writer, p: Code, c?: Code, q?: Code): Code => {
  const { k, s, tail, isNumber } = logarithm(w, p, c, q)
  const low = add(tail, mul(k, w.number(ln2Low)))
  return w.keep(or(add(mul(k, w.number(ln2High)), add(add(s, s), low)), not(isNumber)))
}

/** 1 + x, and what its rounding has lost. */
const onePlus = (w: Writer, x: Code): readonly [Code, Code] => {
  const sum = w.keep(add(x, w.number(1)))
  return [sum, w.keep(sub(x, sub(sum, w.number(1))))]
}

const log1p = (w: Writer, x: Code): Code => lnOf(w, ...onePlus(w, x))

/** (1+x) ln(1+x) − x, which about 0 is 2s x/2 and the rest of the logarithm. */
const bregman = (w: Writer, x: Code): Code => {
  const [sum, lost] = onePlus(w, x)
  const { k, s, tail, isNumber } = logarithm(w, sum, lost)
  const near = add(mul(x, s), mul(sum, tail))
  const ln = add(mul(k, w.number(ln2High)), add(add(s, s), add(tail, mul(k, w.number(ln2Low)))))
  const found = or(select(near, sub(mul(sum, ln), x), comparisons['==='](k, w.number(0))), not(isNumber))
  return w.keep(select(w.number(1), found, comparisons['==='](x, w.number(-1))))
}

/** (r coth(r/2) − 2)/r² in r², to 4e-18 of what is made of it where |r| ≤ ½ ln 2. */
const coth = [
  0.1666666666666666, -0.0027777777777564404, 6.613756471622828e-5, -1.6534060033836456e-6,
  4.1437662804024295e-8
] // prettier-ignore

/** eʳ − 1 and 2ᵏ⁻¹, x being k ln 2 + r: that is 2r/(r coth(r/2) − r). */
const exponential = (w: Writer, given: Code): readonly [Code, Code] => {
  const x = w.keep(max(w.number(-708), min(w.number(709), given)))
  const shifted = w.keep(add(mul(x, w.number(Math.LOG2E)), w.number(anyWhole)))
  const k = w.keep(sub(shifted, w.number(anyWhole)))
  const high = w.keep(sub(x, mul(k, w.number(ln2High))))
  const low = w.keep(mul(k, w.number(ln2Low)))
  const r = w.keep(sub(high, low))
  const t = w.keep(mul(r, r))
  const c = w.keep(sub(r, mul(t, polynomial(w, t, coth))))
  const e = w.keep(sub(high, sub(low, div(mul(r, c), sub(w.number(2), c)))))
  return [e, w.keep(shiftLeft(addBits(shifted, w.bits(1022n)), 52))]
}

const exp = (w: Writer, x: Code): Code => {
  const [e, scale] = exponential(w, x)
  return w.keep(mul(w.number(2), add(scale, mul(scale, e))))
}

const expm1 = (w: Writer, x: Code): Code => {
  const [e, scale] = exponential(w, x)
  return w.keep(mul(w.number(2), add(mul(scale, e), sub(scale, w.number(0.5)))))
}

/** A value, but at 0 another. */
const butAt0 = (w: Writer, x: Code, at0: number, value: Code): Code =>
  w.keep(select(w.number(at0), value, comparisons['==='](x, w.number(0))))

/** 𝓛(x)/x in x², to 2e-16 of it where |x| ≤ 2. */
const langevinNear = [
  0.3333333333333333, -0.022222222222218334, 0.0021164021163292304, -0.0002116402110988156,
  2.1377797041016207e-5, -2.1643992835815097e-6, 2.1925172544320842e-7, -2.2206297955349568e-8,
  2.2444241845563768e-9, -2.2450366082468275e-10, 2.1646751388764085e-11, -1.8956059749008825e-12,
  1.3598404081095433e-13, -6.789684316508545e-15, 1.7029405397120896e-16
] // prettier-ignore

/** An odd function, by what it is above 0. */
const odd = (w: Writer, x: Code, of: (size: Code) => Code): Code =>
  w.keep(or(and(x, w.bits(signBit)), of(w.keep(abs(x)))))

const langevin = (w: Writer, x: Code): Code =>
  odd(w, x, (size) => {
    const [one, two] = [w.number(1), w.number(2)]
    const far = sub(add(one, div(two, expm1(w, w.keep(mul(two, size))))), div(one, size))
    const near = mul(size, polynomial(w, w.keep(mul(size, size)), langevinNear))
    return select(far, near, comparisons['>'](size, two))
  })

const artanh = (w: Writer, x: Code): Code =>
  odd(w, x, (size) => {
    const [[more, lostOfMore], [less, lostOfLess]] = [onePlus(w, size), onePlus(w, w.keep(neg(size)))]
    return mul(w.number(0.5), lnOf(w, more, sub(lostOfMore, lostOfLess), less))
  })

const logOdds = (w: Writer, x: Code): Code => {
  const [other, lost] = onePlus(w, w.keep(neg(x)))
  return lnOf(w, other, lost, x)
}

const entropy = (w: Writer, x: Code): Code => {
  const other = w.keep(sub(w.number(1), x))
  const own = butAt0(w, x, 0, mul(x, lnOf(w, x)))
  const others = butAt0(w, other, 0, mul(other, log1p(w, w.keep(neg(x)))))
  return w.keep(sub(neg(own), others))
}

const relativeEntropy = (w: Writer, x: Code, y: Code): Code => {
  const other = w.keep(sub(w.number(1), y))
  const own = mul(y, bregman(w, w.keep(div(sub(x, y), y))))
  return w.keep(add(own, mul(other, bregman(w, w.keep(div(sub(y, x), other))))))
}

const simple1 =
  (of: (x: Code) => Code) =>
  (w: Writer, x: Code): Code =>
    w.keep(of(x))
const simple2 =
  (of: (x: Code, y: Code) => Code) =>
  (w: Writer, x: Code, y: Code): Code =>
    w.keep(of(x, y))

/** Operations of one number; what is not here is left to JavaScript. */
export const unary: { readonly [U in Unary]?: (w: Writer, x: Code) => Code } = {
  neg: simple1(neg),
  sqrt: simple1(sqrt),
  square: simple1((x) => mul(x, x)),
  ln: (w, x) => lnOf(w, x),
  log1p,
  exp,
  expm1,
  phi1: (w, x) => butAt0(w, x, 1, div(expm1(w, x), x)),
  langevin,
  artanh,
  logOdds,
  entropy
}

/** Operations of two numbers. */
export const binary: { readonly [B in Binary]?: (w: Writer, x: Code, y: Code) => Code } = {
  add: simple2(add),
  sub: simple2(sub),
  mul: simple2(mul),
  div: simple2(div),
  max: simple2(max),
  min: simple2(min),
  lnRatio: (w, x, y) => lnOf(w, x, undefined, y),
  relativeEntropy
}
