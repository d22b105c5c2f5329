/** Documents with one thing wrong, at a place drawn at random. */
import fc from 'fast-check'
import { alternatives, isFree, type Shape, type ShapeOf } from '../../../src/shape/shape'
import { pointerOf } from '../../../src/shape/problem'

type Keys = readonly (string | number)[]

/** A value in a document, where it stands, and what may stand there. */
interface Place {
  readonly keys: Keys
  readonly shape: Shape
  readonly value: unknown
}

type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object'

const kindOf = (value: unknown): Kind =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : (typeof value as Kind)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => kindOf(value) === 'object'

/** The kinds of JSON that a shape takes. */
const kindsOf: { readonly [K in Shape['kind']]: (shape: ShapeOf<K>) => readonly Kind[] } = {
  text: () => ['string'],
  word: () => ['string'],
  phrase: () => ['string'],
  quantity: ({ asText }) => (asText ? ['string'] : ['string', 'number']),
  number: ({ orText }) => (orText ? ['string', 'number'] : ['number']),
  decimal: () => ['string'],
  whole: () => ['number'],
  boolean: () => ['boolean'],
  null: () => ['null'],
  list: () => ['array'],
  tuple: () => ['array'],
  record: () => ['object'],
  map: () => ['object'],
  either: (shape) => alternatives(shape).flatMap(kinds),
  named: ({ of }) => kinds(of())
}

const kinds = (shape: Shape): readonly Kind[] =>
  (kindsOf[shape.kind] as (shape: Shape) => readonly Kind[])(shape)

/** The alternative that a value is of: of records the one whose words and whose fields it has. */
const chosen = (shape: Shape, value: unknown): Shape => {
  if (shape.kind === 'named') return chosen(shape.of(), value)
  if (shape.kind !== 'either') return shape
  const isIt = (each: Shape): boolean => {
    if (!kinds(each).includes(kindOf(value))) return false
    if (each.kind === 'word') return each.words.includes(String(value))
    if (each.kind !== 'record' || !isRecord(value)) return true
    return Object.entries(each.fields).every(([name, field]) => {
      const { [name]: found } = value
      if (found === undefined) return isFree(field)
      return field.shape.kind !== 'word' || field.shape.words.some((word) => word === found)
    })
  }
  return alternatives(shape).find(isIt)!
}

/** Every place of a document. */
export const placesIn = (shape: Shape, value: unknown, keys: Keys = []): readonly Place[] => {
  const of = chosen(shape, value)
  const here = [{ keys, shape, value }]
  const inside = (entries: readonly (readonly [string | number, Shape, unknown])[]): readonly Place[] =>
    entries.flatMap(([key, each, part]) => placesIn(each, part, [...keys, key]))
  if (of.kind === 'record' && isRecord(value))
    return [...here, ...inside(Object.keys(value).map((key) => [key, of.fields[key]!.shape, value[key]]))]
  if (of.kind === 'map' && isRecord(value))
    return [...here, ...inside(Object.keys(value).map((key) => [key, of.item, value[key]]))]
  if (of.kind === 'list' && Array.isArray(value))
    return [...here, ...inside(value.map((part: unknown, at) => [at, of.item, part]))]
  if (of.kind === 'tuple' && Array.isArray(value))
    return [...here, ...inside(value.map((part: unknown, at) => [at, of.items[at]!, part]))]
  return here
}

/** A document with the value at a place replaced, or left out where it is undefined. */
export const replacedAt = (document: unknown, [key, ...rest]: Keys, value: unknown): unknown => {
  if (key === undefined) return value
  if (Array.isArray(document))
    return document.map((part: unknown, at) => (at === key ? replacedAt(part, rest, value) : part))
  const { [key]: old, ...others } = document as Readonly<Record<string, unknown>>
  const replaced = replacedAt(old, rest, value)
  return replaced === undefined ? others : { ...others, [key]: replaced }
}

/** A document with one thing wrong. */
export interface Mutant {
  readonly what: string
  /** Where it is wrong. */
  readonly pointer: string
  readonly document: unknown
}

const examples: Readonly<Record<Kind, unknown>> = {
  string: 'zebra',
  number: 0.5,
  boolean: true,
  null: null,
  array: [],
  object: {}
}

const outside = ({ input: { range } }: ShapeOf<'quantity'>): readonly number[] => [
  ...(range.lower === undefined ? [] : [range.lower.at.toNumber() - 1]),
  ...(range.lower?.open ? [range.lower.at.toNumber()] : []),
  ...(range.upper === undefined ? [] : [range.upper.at.toNumber() + 1]),
  ...(range.upper?.open ? [range.upper.at.toNumber()] : [])
]

/** The fields by which the records that may stand at a place are told apart. */
const apartAt = (shape: Shape): readonly string[] => {
  if (shape.kind === 'named') return apartAt(shape.of())
  return shape.kind === 'either' ? (shape.apart ?? []) : []
}

/** What is wrong, where, what stands there then, and where that is told, if elsewhere. */
type Wrong = readonly [what: string, keys: Keys, value: unknown, told?: Keys]

/** All that may be made wrong at a place so that its JSON, not its meaning, shows it. */
const wrongAt = ({ keys, shape, value }: Place): readonly Wrong[] => {
  const of = chosen(shape, value)
  const taken = kinds(shape)
  const others = (Object.keys(examples) as Kind[]).filter((kind) => !taken.includes(kind))
  return [
    ...others.map((kind) => [`a value of kind ${kind}`, keys, examples[kind]] as const),
    ...(of.kind === 'word' ? [['a misspelt word', keys, `${String(value)}x`] as const] : []),
    ...(of.kind === 'quantity'
      ? [
          ...outside(of).map((number) => ['a number out of range', keys, number] as const),
          ...['', 'zebra', '±', '[1, 2', '1, 2 J'].map((text) => ['no quantity', keys, text] as const),
          ...(of.input.unit.symbol === '' ? [] : [['a text without a unit', keys, '5e3'] as const])
        ]
      : []),
    ...(of.kind === 'whole'
      ? [
          ['a number that is not whole', keys, 0.5] as const,
          ...(Number.isFinite(of.least) ? [['a number out of range', keys, of.least - 1] as const] : [])
        ]
      : []),
    ...(of.kind === 'number' && of.orText ? [['a text that is no number', keys, '5 J'] as const] : []),
    ...(of.kind === 'decimal' ? [['a text that is no decimal', keys, '5 J'] as const] : []),
    ...(of.kind === 'phrase' ? [['another sentence', keys, `${of.text}, perhaps`] as const] : []),
    ...(of.kind === 'tuple' ? [['an item too many', keys, [...(value as unknown[]), 0]] as const] : []),
    ...(of.kind === 'record'
      ? [
          ['an unknown field', [...keys, 'zebra'], 1] as const,
          ...Object.entries(of.fields)
            .filter(([, field]) => !isFree(field))
            .map(([name]): Wrong => {
              const gone = [...keys, name]
              // Without the field that tells of which record it is, it is the whole that is wrong.
              return ['a missing field', gone, undefined, apartAt(shape).includes(name) ? keys : gone]
            })
        ]
      : [])
  ]
}

/** Mutants of a valid document, one of each kind of wrong and each place as likely. */
export const mutants = (shape: Shape, document: unknown): fc.Arbitrary<Mutant> => {
  const wrongs = placesIn(shape, document).flatMap(wrongAt)
  const kindsOfWrong = [...new Set(wrongs.map(([what]) => what))]
  return fc
    .constantFrom(...kindsOfWrong)
    .chain((what) => fc.constantFrom(...wrongs.filter(([each]) => each === what)))
    .map(([what, keys, value, told = keys]) => ({
      what,
      pointer: pointerOf(told.map(String)),
      document: replacedAt(document, keys, value)
    }))
}
