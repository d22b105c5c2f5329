/**
 * Reading quantities as people write them: "0.1 pJ/bit", "1 GHz", "298.15 K".
 *
 * A unit is a product of known symbols with `·`, `*`, `/`, a space, and exponents (`^-1`, `²`).
 * Nothing is guessed: an unknown, ambiguous or missing unit is an error that says what would do.
 */
import * as E from 'fp-ts/lib/Either.js'
import { closest, distance } from 'fastest-levenshtein'
import { aText, expecting, isText, optional } from './argument'
import * as budget from './budget'
import type { Decimal } from './decimal'
import { article, expectation } from './expectation'
import { read, type Flaw } from './grammar'
import { dimensionless as pure } from './named'
import { prefixes } from './prefix'
import type { Quantity } from './quantity'
import { remembered } from './remembered'
import { registry } from './si'
import { shortened, told } from './told'
import { aUnit, type Unit } from './unit'

export { expectation }

/** Why a text is not the quantity it should be. @since 0.1.0 */
export interface UnitError {
  readonly _tag: 'UnitError'
  /** What was found, shortened if it is long. */
  readonly found: string
  readonly expected: string
  readonly message: string
}

/** Why a text is not what was expected. */
export const unitError = (found: string, expected: string): UnitError => {
  const shown = shortened(found)
  return { _tag: 'UnitError', found: shown, expected, message: `expected ${expected}, got "${shown}"` }
}

/** Why what is no text is not what was expected in one. */
const noText = (given: unknown, expected: string): UnitError => {
  const found = told(given)
  return { _tag: 'UnitError', found, expected, message: `expected ${expected}, got ${found}` }
}

/** Every spelling of every unit, for guessing what was meant. */
const spellings = (): readonly string[] =>
  registry.flatMap((row) =>
    row.spellings.flatMap((spelling) =>
      row.prefixable ? [spelling, ...Object.keys(prefixes).map((prefix) => prefix + spelling)] : [spelling]
    )
  )

const kelvinInstead =
  'a temperature in kelvin, such as "298.15 K" for 25 °C (an offset scale has no multiples)'

const refusals: readonly (readonly [RegExp, string])[] = [
  [/^(°[CF]|℃|℉)$/, kelvinInstead],
  [/^kT$/, 'joules or electronvolts: kT depends on the temperature (1 kT is 4.142 zJ at 300 K)'],
  [/^.?(FLOPS|flops)$/, 'operations in "flop", or a rate in "flop/s": flops is read as either'],
  [
    /^.?(OP|op|OPS|ops|Ops)$/,
    '"flop" for an operation, or "mac" for a multiply-accumulate, which is two: op is read as either'
  ],
  [/^[MGPE]$/, 'a unit behind the prefix, such as "2 Mbit", or a number such as 2e6'],
  [/^.?(b|bps)$/, '"bit" for bits or "B" for bytes: b is read as either']
]

/** A word of one or of many. */
const singular = (word: string): string => word.toLowerCase().replace(/s$/, '')

/** What was meant: a unit by its name, the same in other letters, or else what a slip of the finger explains. */
const meant = (symbol: string): string | undefined => {
  if (!/\p{L}/u.test(symbol) || symbol.length > 20) return undefined
  const named = registry.find(({ unit }) => singular(unit.name) === singular(symbol))
  if (named !== undefined) return named.unit.symbol
  const all = spellings()
  const recased = all.filter((spelling) => spelling.toLowerCase() === symbol.toLowerCase())
  const near = closest(symbol, recased.length > 0 ? recased : all)
  return recased.length > 0 || distance(symbol, near) <= symbol.length / 3 ? near : undefined
}

const said = remembered<string>(256)

/** Said again and again of a file that has it everywhere. */
const unknownUnit = (symbol: string): string =>
  symbol.length > 40 ? newUnknownUnit(symbol) : said(symbol, () => newUnknownUnit(symbol))

const newUnknownUnit = (symbol: string): string => {
  const refusal = refusals.find(([pattern]) => pattern.test(symbol))
  if (refusal !== undefined) return refusal[1]
  const near = meant(symbol)
  const hint = near === undefined ? '' : `: did you mean "${near}"?`
  return `a known unit instead of "${shortened(symbol, 20)}"${hint}`
}

/** What is expected instead of what is no quantity. */
export const instead = (expected: string, flaw: Flaw): string => {
  switch (flaw.is) {
    case 'no number':
      return expected
    case 'out of range':
      return `${expected}, within the range of decimals`
    case 'no unit':
      return `a unit such as "pJ/bit" instead of "${shortened(flaw.text, 20)}"`
    case 'an unknown unit':
      return unknownUnit(flaw.symbol)
    case 'a share of a share':
      return `${flaw.symbol} once`
    case 'another quantity': {
      const { key, name } = flaw.dimension
      return `${expected} (${key === pure.key ? 'no unit is given' : `this is ${article(name)}`})`
    }
  }
}

const parsing =
  <D>(of: Unit<D>, example?: string) =>
  (text: string): E.Either<UnitError, Quantity<D>> => {
    const expected = expectation(of, example)
    if (!isText(text)) return E.left(noText(text, expected))
    const found = read(text, of, 'nearest')
    return E.isLeft(found) ? E.left(unitError(text, instead(expected, found.left))) : found
  }

/**
 * A quantity of the dimension of a unit, from text. Any unit of that dimension will do; a text
 * without a unit will not, but for pure numbers.
 *
 * @example
 * import { parse, joulesPerBit, per, femto, joules, bits, inUnit } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * E.map(inUnit(per(femto(joules), bits)))(parse(joulesPerBit)('0.1 pJ/bit')) // right(100)
 *
 * @since 0.1.0
 */
export const parse: <D>(of: Unit<D>, example?: string) => (text: string) => E.Either<UnitError, Quantity<D>> =
  expecting('parse', { of: aUnit, example: optional(aText) }, parsing)

/** What a number of a file or a flag should be instead; undefined where it is not too much. */
export const beyond = (value: Decimal): string | undefined => {
  if (value.isZero()) return undefined
  if (!value.isFinite()) return 'a finite number'
  const float = Math.abs(value.toNumber())
  if (float === 0 || float === Infinity) return 'a number that float64 holds, 5e-324 to 1.79e308'
  return value.precision() > budget.digits ? `a number of at most ${budget.digits} digits` : undefined
}

/** `parse` of what a file or a flag says: no number that is too long, too large or too small. */
export const parseStated =
  <D>(of: Unit<D>, example?: string) =>
  (text: string): E.Either<UnitError, Quantity<D>> =>
    E.chain((found: Quantity<D>) => {
      const rather = beyond(found.exact)
      return rather === undefined ? E.right(found) : E.left(unitError(text, rather))
    })(parse(of, example)(text))
