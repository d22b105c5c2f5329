/**
 * Integer exponents of base units, and their sums and halves, for the compiler.
 *
 * A lookup table, because TypeScript cannot add numbers. Exponents beyond ±6 become a readable
 * brand and never `never`, which would be assignable to everything.
 */

/** What an exponent beyond ±6 becomes: fits nothing, and says why. */
export type OutOfRange = 'exponent out of range'

export type Exponent = -6 | -5 | -4 | -3 | -2 | -1 | 0 | 1 | 2 | 3 | 4 | 5 | 6 | OutOfRange

interface Next {
  '-6': -5
  '-5': -4
  '-4': -3
  '-3': -2
  '-2': -1
  '-1': 0
  '0': 1
  '1': 2
  '2': 3
  '3': 4
  '4': 5
  '5': 6
  '6': OutOfRange
  'exponent out of range': OutOfRange
}

interface Previous {
  '-6': OutOfRange
  '-5': -6
  '-4': -5
  '-3': -4
  '-2': -3
  '-1': -2
  '0': -1
  '1': 0
  '2': 1
  '3': 2
  '4': 3
  '5': 4
  '6': 5
  'exponent out of range': OutOfRange
}

type Row = { [E in Exponent]: Exponent }
type Same = { [E in Exponent]: E }
type Up<R extends Row> = { [E in Exponent]: Next[`${R[E]}`] }
type Down<R extends Row> = { [E in Exponent]: Previous[`${R[E]}`] }

type Plus1 = Up<Same>
type Plus2 = Up<Plus1>
type Plus3 = Up<Plus2>
type Plus4 = Up<Plus3>
type Plus5 = Up<Plus4>
type Plus6 = Up<Plus5>
type Minus1 = Down<Same>
type Minus2 = Down<Minus1>
type Minus3 = Down<Minus2>
type Minus4 = Down<Minus3>
type Minus5 = Down<Minus4>
type Minus6 = Down<Minus5>

/** `Sum[A][B]` is A + B. */
export interface Sum {
  '-6': Minus6
  '-5': Minus5
  '-4': Minus4
  '-3': Minus3
  '-2': Minus2
  '-1': Minus1
  '0': Same
  '1': Plus1
  '2': Plus2
  '3': Plus3
  '4': Plus4
  '5': Plus5
  '6': Plus6
  'exponent out of range': { [E in Exponent]: OutOfRange }
}

/** `Difference[A][B]` is B − A. */
export interface Difference {
  '-6': Plus6
  '-5': Plus5
  '-4': Plus4
  '-3': Plus3
  '-2': Plus2
  '-1': Plus1
  '0': Same
  '1': Minus1
  '2': Minus2
  '3': Minus3
  '4': Minus4
  '5': Minus5
  '6': Minus6
  'exponent out of range': { [E in Exponent]: OutOfRange }
}

/** `Half[A]` is A / 2; odd exponents have none. */
export interface Half {
  '-6': -3
  '-5': OutOfRange
  '-4': -2
  '-3': OutOfRange
  '-2': -1
  '-1': OutOfRange
  '0': 0
  '1': OutOfRange
  '2': 1
  '3': OutOfRange
  '4': 2
  '5': OutOfRange
  '6': 3
  'exponent out of range': OutOfRange
}
