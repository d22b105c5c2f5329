/** What the tests of units draw their examples from. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { registry } from '../../src/units/si'
import { prefixes, type Prefix } from '../../src/units/prefix'
import { prefixed, type Unit } from '../../src/units/unit'

/** Numerals other than zero of at most so many digits, such as "-1203e-17". */
export const numeral = (digits: number, power = 40): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.bigInt({ min: 1n, max: 10n ** BigInt(digits) - 1n }),
      fc.integer({ min: -power, max: power })
    )
    .map(([sign, significand, exponent]) => `${sign}${String(significand)}e${String(exponent)}`)

/** Every symbol that `parse` knows by itself: plain units, and prefixed ones where a prefix is allowed. */
export const knownUnits: readonly Unit<unknown>[] = registry.flatMap(({ unit, prefixable }) =>
  prefixable ? [unit, ...Object.keys(prefixes).map((prefix) => prefixed(prefix as Prefix, unit))] : [unit]
)

export const knownUnit: fc.Arbitrary<Unit<unknown>> = fc.constantFrom(...knownUnits)

/** What an Either holds, where it must hold something. */
export const right = <A>(either: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

/** Why an Either holds nothing, where it must not. */
export const messageOf = (either: E.Either<{ readonly message: string }, unknown>): string => {
  if (E.isRight(either)) throw new Error('expected an error, got a value')
  return either.left.message
}
