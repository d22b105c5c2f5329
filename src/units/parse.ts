/**
 * Reading quantities as people write them: "0.1 pJ/bit", "1 GHz", "298.15 K".
 *
 * A unit is a product of known symbols with `·`, `*`, `/`, a space, and exponents (`^-1`, `²`).
 * Nothing is guessed: an unknown, ambiguous or missing unit is an error that says what would do.
 */
import * as E from 'fp-ts/lib/Either.js'
import { closest, distance } from 'fastest-levenshtein'
import { aText, expecting, isText, optional } from './argument'
import { budget } from './budget'
import { decimal, defaultDigits, type Decimal, Exact, roundingMode, Working, type Rounding } from './decimal'
import { dimensions, divDimension, mulDimension, type Dimension } from './dimension'
import { hasDimension, ofDecimal, type Quantity } from './quantity'
import { remembered } from './remembered'
import { registry, type Row } from './si'
import { prefixes, type Prefix } from './prefix'
import { shortened, told } from './told'
import { aUnit, prefixed, type Unit } from './unit'

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
export const noText = (given: unknown, expected: string): UnitError => {
  const found = told(given)
  return { _tag: 'UnitError', found, expected, message: `expected ${expected}, got ${found}` }
}

const bySpelling: ReadonlyMap<string, Row> = new Map(
  registry.flatMap((row) => row.spellings.map((spelling): [string, Row] => [spelling, row]))
)

const isPrefix = (text: string): text is Prefix => Object.hasOwn(prefixes, text)

/** The unit of a symbol; a plain unit wins over a prefixed one of the same spelling. */
const unitOf = (symbol: string): Unit<unknown> | undefined => {
  const plain = bySpelling.get(symbol)
  if (plain !== undefined) return plain.unit
  const prefix = symbol.slice(0, 1)
  const row = bySpelling.get(symbol.slice(1))
  return row?.prefixable && isPrefix(prefix) ? prefixed(prefix, row.unit) : undefined
}

/** Every spelling of every unit, for guessing what was meant. */
const spellings = (): readonly string[] =>
  registry.flatMap((row) =>
    row.spellings.flatMap((spelling) =>
      row.prefixable ? [spelling, ...Object.keys(prefixes).map((prefix) => prefix + spelling)] : [spelling]
    )
  )

/** Both micro signs, and `u` where nothing better can be typed, are µ; both ohm signs are Ω. */
const normal = (symbol: string): string => {
  const plain = symbol.replace(/\u03bc/g, '\u00b5').replace(/\u2126/g, '\u03a9')
  return unitOf(plain) === undefined ? plain.replace(/^u(?=.)/, 'µ') : plain
}

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

/** What was meant: the same in other letters, or else what a slip of the finger explains. */
const meant = (symbol: string): string | undefined => {
  if (!/\p{L}/u.test(symbol) || symbol.length > 20) return undefined
  const all = spellings()
  const recased = all.filter((spelling) => spelling.toLowerCase() === symbol.toLowerCase())
  const near = closest(symbol, recased.length > 0 ? recased : all)
  return recased.length > 0 || distance(symbol, near) <= symbol.length / 3 ? near : undefined
}

const unknownUnit = (symbol: string): string => {
  const refusal = refusals.find(([pattern]) => pattern.test(symbol))
  if (refusal !== undefined) return refusal[1]
  const near = meant(symbol)
  const hint = near === undefined ? '' : `: did you mean "${near}"?`
  return `a known unit instead of "${shortened(symbol, 20)}"${hint}`
}

const pure = dimensions['a pure number']

interface Parsed {
  readonly dimension: Dimension<unknown>
  readonly factor: InstanceType<typeof Exact>
}

const factorPattern = /^(\s*[·*/]\s*|\s+)([^\s·*/^⁻⁰¹²³⁴-⁹\d]+)(?:\^([+-]?\d)|(⁻?[¹²³⁴⁵⁶]))?/

const exponentOf = (plain: string | undefined, raised: string | undefined): number =>
  plain !== undefined
    ? Number(plain)
    : raised !== undefined
      ? Number(raised.replace('⁻', '-').replace(/[¹²³⁴⁵⁶]/, (c) => String(' ¹²³⁴⁵⁶'.indexOf(c))))
      : 1

const units = remembered<E.Either<string, Parsed>>(256)

/** Few are written, again and again. */
const parseUnit = (text: string): E.Either<string, Parsed> =>
  text.length > 40 ? parseNewUnit(text) : units(text, () => parseNewUnit(text))

const parseNewUnit = (text: string): E.Either<string, Parsed> => {
  let parsed: Parsed = { dimension: pure, factor: new Exact(1) }
  let shares = 0
  const symbols = text.trim().replace(/^1(?=\/)/, '')
  let rest = symbols === '' || symbols.startsWith('/') ? symbols : `·${symbols}`
  while (rest !== '') {
    const match = factorPattern.exec(rest)
    if (match === null) return E.left(`a unit such as "pJ/bit" instead of "${shortened(text, 20)}"`)
    const [all, operator = '', symbol = '', plain, raised] = match
    const of = unitOf(normal(symbol))
    if (of === undefined) return E.left(unknownUnit(symbol))
    const exponent = exponentOf(plain, raised) * (operator.includes('/') ? -1 : 1)
    // A joule said twice is J², of which no energy is made; a percent said twice would pass for a number.
    if (of.dimension.key === pure.key) shares += Math.abs(exponent)
    if (shares > 1) return E.left(`${of.symbol} once`)
    const combine = exponent < 0 ? divDimension : mulDimension
    let { dimension } = parsed
    for (let i = 0; i < Math.abs(exponent); i++) dimension = combine(dimension, of.dimension)
    parsed = { dimension, factor: parsed.factor.times(new Exact(of.factor).pow(exponent)) }
    rest = rest.slice(all.length)
  }
  return E.right(parsed)
}

const numeralPattern = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/

const parseAny = (
  text: string,
  expected: string,
  rounding: Rounding
): E.Either<UnitError, Quantity<unknown>> => {
  const match = text.length > budget.numeral ? null : numeralPattern.exec(text)
  if (match === null) return E.left(unitError(text, expected))
  const [all, numeral = ''] = match
  const value = decimal(numeral)
  const underflows = value.isZero() && /^[^e]*[1-9]/i.test(numeral)
  if (!value.isFinite() || underflows)
    return E.left(unitError(text, `${expected}, within the range of decimals`))
  const parsed = parseUnit(text.slice(all.length))
  if (E.isLeft(parsed)) return E.left(unitError(text, parsed.left))
  const { dimension, factor } = parsed.right
  const scaled = factor.times(value)
  return scaled.isFinite() && scaled.isZero() === value.isZero()
    ? E.right(
        ofDecimal(
          dimension,
          new Working(
            scaled.precision() > budget.numeral
              ? scaled.toSignificantDigits(defaultDigits, roundingMode[rounding])
              : scaled
          )
        )
      )
    : E.left(unitError(text, `${expected}, within the range of decimals`))
}

const article = (name: string): string =>
  /^(a|an) /.test(name) ? name : /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`

/** What a quantity of a unit looks like, for an error message: `a rate such as "1 Hz"`. */
export const expectation = (of: Unit<unknown>, example: string = `1 ${of.symbol}`.trim()): string =>
  `${article(of.dimension.name)} such as "${example}"`

/** `parse`, where a factor that never ends, as that of 1/min, is rounded one way. */
export const parseRounded =
  (rounding: Rounding) =>
  <D>(of: Unit<D>, example?: string) =>
  (text: string): E.Either<UnitError, Quantity<D>> => {
    const expected = expectation(of, example)
    if (!isText(text)) return E.left(noText(text, expected))
    const parsed = parseAny(text, expected, rounding)
    if (E.isLeft(parsed)) return parsed
    if (hasDimension(of.dimension, parsed.right)) return E.right(parsed.right)
    const { key, name } = parsed.right.dimension
    const found = key === pure.key ? 'no unit is given' : `this is ${article(name)}`
    return E.left(unitError(text, `${expected} (${found})`))
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
  expecting('parse', { of: aUnit, example: optional(aText) }, parseRounded('nearest'))

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
