/** What is said of dimensions that do not go together: by the compiler as a type, at run time as a text. */

export type Cannot<
  Verb extends string,
  B extends string,
  Preposition extends string,
  A extends string
> = `cannot ${Verb} ${B} ${Preposition} ${A}`

export const cannot = <V extends string, B extends string, P extends string, A extends string>(
  verb: V,
  b: B,
  preposition: P,
  a: A
): Cannot<V, B, P, A> => `cannot ${verb} ${b} ${preposition} ${a}`

export type NoRoot<A extends string> = `${A} has no square root: an exponent is odd`

export const noRoot = <A extends string>(a: A): NoRoot<A> => `${a} has no square root: an exponent is odd`
