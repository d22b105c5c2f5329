/** What the tests of readings share: taking results apart, and errors to many digits. */
import { createContext, runInContext } from 'node:vm'
import * as E from 'fp-ts/lib/Either.js'
import { decimalsOf, Exact, type Decimal } from '../../src/units/decimal'

const Wide = decimalsOf(120)

/** The value of a result that must have one. */
export const right = <A>(either: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

/** The error of a result that must have none. */
export const left = <L>(either: E.Either<L, unknown>): L => {
  if (E.isRight(either)) throw new Error(`expected an error, got ${String(either.right)}`)
  return either.left
}

/** |x/y − 1|, or |x| where y is 0. */
export const relativeError = (x: Decimal | number, y: Decimal | number | string): number => {
  const expected = new Wide(y)
  const off = new Wide(x).minus(expected).abs()
  return (off.isZero() || expected.isZero() ? off : off.div(expected.abs())).toNumber()
}

/** |x − y|. */
export const absoluteError = (x: Decimal | number, y: Decimal | number | string): number =>
  new Wide(x).minus(y).abs().toNumber()

const Sixty = decimalsOf(60)

/** The exact value of a float64, all its binary digits and not its shortest decimal, to work on with 60. */
export const exactly = (x: number): Decimal =>
  new Sixty(new Exact(`${x < 0 ? '-' : ''}0b${Math.abs(x).toString(2)}`))

const apart = createContext()

/** What a function returns, if it returns within a second; else this throws. */
export const soon = <A>(f: () => A): A => {
  apart['f'] = f
  return runInContext('f()', apart, { timeout: 1000 }) as A
}
