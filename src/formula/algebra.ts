/**
 * What a formula may be made of, and what a reading must supply.
 *
 * An algebra over `A` says how each operation acts on values of type `A`. Each reading of a formula
 * (float64, decimal, text, …) is one algebra. The information-theoretic functions are operations of
 * their own because each reading knows how to evaluate them without cancellation.
 */

/** The operations of one argument, and what each means. */
export const unary = {
  neg: '−x',
  exp: 'eˣ',
  expm1: 'eˣ − 1',
  ln: 'ln x',
  log1p: 'ln(1 + x)',
  sqrt: '√x',
  square: 'x²',
  arsinh: 'arsinh x',
  artanh: 'artanh x',
  entropy: 'h(x) = −x ln x − (1−x) ln(1−x), in nats',
  logOdds: 'ln((1−x)/x)',
  angle: 'π/2 − 2 arcsin √x',
  phi1: '(eˣ − 1)/x, 1 at 0',
  phi2: '(eˣ − 1 − x)/x², ½ at 0',
  langevin: '𝓛(x) = coth x − 1/x, 0 at 0',
  // Only derivatives of the above, and of those below, are made of these.
  langevinSlope: 'd 𝓛(x)/dx, ⅓ at 0',
  phi2Slope: 'd φ₂(x)/dx, ⅙ at 0',
  step: '1 above 0, 0 below, ½ at 0'
} as const

/** The operations of two arguments, and what each means. */
export const binary = {
  add: 'x + y',
  sub: 'x − y',
  mul: 'x y',
  div: 'x/y',
  pow: 'xʸ, x > 0, or x = 0 and y > 0',
  max: 'max(x, y)',
  min: 'min(x, y)',
  lnRatio: 'ln(x/y)',
  entropyDifference: 'h(x) − h(y), in nats',
  relativeEntropy: 'x ln(x/y) + (1−x) ln((1−x)/(1−y)), in nats',
  resetDissipation:
    'Σ(x, y): the least entropy, in nats, that a bit produces on its way from ½ to an error x in y attempts',
  // The slopes of Σ are made of this.
  resetMultiplier: '−∂Σ(x, y)/∂y: what one attempt more would save'
} as const

export type Unary = keyof typeof unary
export type Binary = keyof typeof binary

/** A constant of a formula: an exact decimal, and the symbol it is known by, if any. */
export interface Constant {
  readonly decimal: string
  readonly symbol?: string
  /** Where it has a unit and no symbol, as people read it: "12 pJ/update". */
  readonly text?: string
}

/** How every constant and operation of a formula acts on values of type `A`. @since 0.1.0 */
export type Algebra<A> = { readonly constant: (of: Constant) => A } & {
  readonly [U in Unary]: (x: A) => A
} & { readonly [B in Binary]: (x: A, y: A) => A }

/** What few formulas are made of: who has none leaves out what reads them. */
export type Special =
  | 'angle'
  | 'arsinh'
  | 'artanh'
  | 'entropyDifference'
  | 'langevin'
  | 'langevinSlope'
  | 'phi1'
  | 'phi2'
  | 'phi2Slope'
  | 'resetDissipation'
  | 'resetMultiplier'
  | 'step'

/** How constants and all other operations act: arithmetic, logarithms and exponentials, and entropies. */
export type Elementary<A> = Omit<Algebra<A>, Special>
