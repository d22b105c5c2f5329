/**
 * Valid documents of a shape, drawn at random: the third reading of what the codec and the JSON Schema
 * are readings of.
 */
import fc from 'fast-check'
import type { Range } from '../../../src/units/range'
import { alternatives, isFree, type Shape, type ShapeOf } from '../../../src/shape/shape'
import { Exact } from '../../../src/units/decimal'
import type { Unit } from '../../../src/units/unit'
import { knownUnits } from '../../units/arbitraries'

type Json = fc.Arbitrary<unknown>

interface Inside {
  readonly value: number
  /** Less than its distance from any end. */
  readonly room: number
}

/** A number inside a range, well away from its ends, to write in any unit; as likely in any decade. */
const inside = ({ lower, upper }: Range): fc.Arbitrary<Inside> => {
  const from = lower?.at.toNumber() ?? 0
  const part = fc.double({ min: 0.01, max: 0.99, noNaN: true })
  const exponent = fc.double({ min: from === 0 ? -20 : -1, max: 40, noNaN: true })
  const beyond =
    upper === undefined
      ? exponent.map((power) => 10 ** power)
      : part.map((p) => p * (upper.at.toNumber() - from))
  return beyond.map((by) => ({ value: from + by, room: by / 1000 }))
}

/** The ends that a range has, as numbers. */
const ends = ({ lower, upper }: Range): readonly number[] =>
  [lower, upper].flatMap((end) => (end === undefined || end.open ? [] : [end.at.toNumber()]))

/** The units of a dimension: those known by a symbol, and the coherent one with prefixes. */
const unitsOf = (unit: Unit<unknown>): readonly (readonly [symbol: string, factor: string])[] => [
  [unit.symbol, '1'],
  ...(unit.symbol === '' || unit.symbol === 'K' ? [] : ([[`m${unit.symbol}`, '1e-3']] as const)),
  ...knownUnits
    .filter(({ dimension }) => dimension.key === unit.dimension.key)
    .map(({ symbol, factor }) => [symbol, factor.toString()] as const)
]

const spaces = fc.constantFrom('', ' ', '  ')

const quantity = ({ input: { range, unit }, uncertain, asText }: ShapeOf<'quantity'>): Json => {
  const units = fc.constantFrom(...unitsOf(unit))
  const numeral = (value: number, factor: string): string =>
    new Exact(value).div(factor).toSignificantDigits(30).toString()
  const exact = fc
    .tuple(inside(range), units, spaces)
    .map(
      ([{ value }, [symbol, factor], space]) => `${space}${numeral(value, factor)}${space}${symbol}${space}`
    )
  const between = fc
    .tuple(inside(range), inside(range), units, fc.boolean())
    .map(([a, b, [symbol, factor], each]) => {
      const [from, to] = [Math.min(a.value, b.value), Math.max(a.value, b.value)].map((value) =>
        numeral(value, factor)
      )
      return each ? `[${from!} ${symbol}, ${to!} ${symbol}]` : `[${from!}, ${to!}] ${symbol}`
    })
  const around = fc
    // Of a pure number a deviation in % could be a share of it or not: it is refused.
    .tuple(inside(range), units, fc.constantFrom('±', '+/-', '+-', ' ± '), fc.boolean())
    .filter(([, [symbol]]) => symbol !== '%')
    .map(([{ value, room }, [symbol, factor], sign, each]) => {
      const [middle, by] = [numeral(value, factor), numeral(room, factor)]
      return each ? `${middle} ${symbol}${sign}${by} ${symbol}` : `${middle}${sign}${by} ${symbol}`
    })
  const shares = inside(range).map(({ value }) => `${value} ${unit.symbol} ± 0.01 %`)
  return fc.oneof(
    ...(asText
      ? []
      : [inside(range).map(({ value }) => value), ...ends(range).map((end) => fc.constant(end))]),
    exact,
    ...(uncertain ? [between, around, ...(unit.symbol === '' ? [] : [shares])] : [])
  )
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true })

const numeral = fc.oneof(
  number,
  number.map(String),
  fc.constantFrom('+.5', '1.', '-1E+3', '0.1234567890123456789012345')
)

/** As decimal.js prints it, which is how the library writes a number. */
const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -60, max: 40 }))
  .map(([digits, exponent]) => new Exact(`${digits}e${exponent}`).toString())

const record = ({ fields }: ShapeOf<'record'>, depth: number): Json => {
  const needed = Object.entries(fields).filter(([, field]) => !isFree(field))
  return fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, { shape }]) => [name, documentsOf(shape, depth + 1)])
    ),
    { requiredKeys: needed.map(([name]) => name) }
  )
}

const deepest = 6

const readings: { readonly [K in Shape['kind']]: (shape: ShapeOf<K>, depth: number) => Json } = {
  text: ({ pattern }) => (pattern === undefined ? fc.string() : fc.stringMatching(new RegExp(pattern))),
  word: ({ words }) => fc.constantFrom(...words),
  phrase: ({ text }) => spaces.map((space) => space + text.replaceAll(' ', ` ${space}`) + space),
  quantity,
  number: ({ orText }) => (orText ? numeral : number),
  decimal: () => decimalText,
  whole: ({ least, most }) => fc.integer({ min: Math.max(least, -1e9), max: Math.min(most, 1e9) }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  list: ({ item }, depth) =>
    depth > deepest ? fc.constant([]) : fc.array(documentsOf(item, depth + 1), { maxLength: 3 }),
  tuple: ({ items }, depth) => fc.tuple(...items.map((item) => documentsOf(item, depth + 1))),
  record,
  map: ({ item }, depth) => fc.dictionary(fc.string(), documentsOf(item, depth + 1), { maxKeys: 4 }),
  either: (shape, depth) => fc.oneof(...alternatives(shape).map((each) => documentsOf(each, depth + 1))),
  named: ({ of }, depth) => documentsOf(of(), depth)
}

const documentsOf = (shape: Shape, depth: number): Json =>
  (readings[shape.kind] as (shape: Shape, depth: number) => Json)(shape, depth)

/** Documents of a shape. */
export const documents = (shape: Shape): Json => documentsOf(shape, 0)
