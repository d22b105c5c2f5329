/**
 * The grammar of quantities: what a text says, or in which way it says nothing. What is told of that is said where
 * a text is parsed.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as budget from './budget'
import { decimal, defaultDigits, Exact, roundingMode, Working, type Rounding } from './decimal'
import { divDimension, mulDimension, type Dimension } from './dimension'
import { dimensionless as pure } from './named'
import { hasDimension, ofDecimal, type Quantity } from './quantity'
import { remembered } from './remembered'
import { registry, type Row } from './si'
import { prefixes, type Prefix } from './prefix'
import { prefixed, type Unit } from './unit'

/** Why a text is no quantity. */
export type Flaw =
  | { readonly is: 'no number' }
  | { readonly is: 'out of range' }
  | { readonly is: 'no unit'; readonly text: string }
  | { readonly is: 'an unknown unit'; readonly symbol: string }
  | { readonly is: 'a share of a share'; readonly symbol: string }
  | { readonly is: 'another quantity'; readonly dimension: Dimension<unknown> }

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

/** Both micro signs, and `u` where nothing better can be typed, are µ; both ohm signs are Ω. */
const normal = (symbol: string): string => {
  const plain = symbol.replace(/\u03bc/g, '\u00b5').replace(/\u2126/g, '\u03a9')
  return unitOf(plain) === undefined ? plain.replace(/^u(?=.)/, 'µ') : plain
}

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

const units = remembered<E.Either<Flaw, Parsed>>(256)

/** Few are written, again and again. */
const parseUnit = (text: string): E.Either<Flaw, Parsed> =>
  text.length > 40 ? parseNewUnit(text) : units(text, () => parseNewUnit(text))

const parseNewUnit = (text: string): E.Either<Flaw, Parsed> => {
  let parsed: Parsed = { dimension: pure, factor: new Exact(1) }
  let shares = 0
  const symbols = text.trim().replace(/^1(?=\/)/, '')
  let rest = symbols === '' || symbols.startsWith('/') ? symbols : `·${symbols}`
  while (rest !== '') {
    const match = factorPattern.exec(rest)
    if (match === null) return E.left({ is: 'no unit', text })
    const [all, operator = '', symbol = '', plain, raised] = match
    const of = unitOf(normal(symbol))
    if (of === undefined) return E.left({ is: 'an unknown unit', symbol })
    const exponent = exponentOf(plain, raised) * (operator.includes('/') ? -1 : 1)
    // A joule said twice is J², of which no energy is made; a percent said twice would pass for a number.
    if (of.dimension.key === pure.key) shares += Math.abs(exponent)
    if (shares > 1) return E.left({ is: 'a share of a share', symbol: of.symbol })
    const combine = exponent < 0 ? divDimension : mulDimension
    let { dimension } = parsed
    for (let i = 0; i < Math.abs(exponent); i++) dimension = combine(dimension, of.dimension)
    parsed = { dimension, factor: parsed.factor.times(new Exact(of.factor).pow(exponent)) }
    rest = rest.slice(all.length)
  }
  return E.right(parsed)
}

const numeralPattern = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/

/** The quantity that a text says; one of more digits than are kept is rounded. */
const quantityIn = (text: string, rounding: Rounding): E.Either<Flaw, Quantity<unknown>> => {
  const match = text.length > budget.numeral ? null : numeralPattern.exec(text)
  if (match === null) return E.left({ is: 'no number' })
  const [all, numeral = ''] = match
  const value = decimal(numeral)
  const underflows = value.isZero() && /^[^e]*[1-9]/i.test(numeral)
  if (!value.isFinite() || underflows) return E.left({ is: 'out of range' })
  const parsed = parseUnit(text.slice(all.length))
  if (E.isLeft(parsed)) return parsed
  const { dimension, factor } = parsed.right
  const scaled = factor.times(value)
  if (!scaled.isFinite() || scaled.isZero() !== value.isZero()) return E.left({ is: 'out of range' })
  const isLong = scaled.precision() > budget.numeral
  const kept = isLong ? scaled.toSignificantDigits(defaultDigits, roundingMode[rounding]) : scaled
  return E.right(ofDecimal(dimension, new Working(kept)))
}

/** The quantity that a text says, of the dimension of a unit. */
export const read = <D>(text: string, of: Unit<D>, rounding: Rounding): E.Either<Flaw, Quantity<D>> => {
  const found = quantityIn(text, rounding)
  if (E.isLeft(found)) return found
  const { right: quantity } = found
  return hasDimension(of.dimension, quantity)
    ? E.right(quantity)
    : E.left({ is: 'another quantity', dimension: quantity.dimension })
}
