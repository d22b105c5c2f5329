/** io-ts codecs for what crosses the border: words, texts, and closed records with defaults. */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { nearestOf, placesOf } from './places'
import { pointerOf, type SchemaProblem } from './problem'
import { Codec, type Field, type Fields, type ShapeOf } from './shape'
import { isObject, likely, listed, shown } from './words'

export { field, quantity, stated } from './quantity'
export type { Default, Field, Fields } from './shape'
export { isObject, likely, listed, shown } from './words'

/** Exactly one of some words. */
export const word = <const W extends string>(words: readonly W[]): Codec<W, W> =>
  new Codec<W, W>(
    { kind: 'word', words },
    listed(words),
    (value): value is W => words.some((each) => each === value),
    (value, context) =>
      words.some((each) => each === value)
        ? t.success(value as W)
        : t.failure(
            value,
            context,
            `expected ${words.length === 1 ? '' : 'one of '}${listed(words)}, got ${shown(value)}`
          ),
    t.identity
  )

/** One sentence, whatever the spaces between its words. */
export const phrase = (sentence: string): Codec<string, string> =>
  new Codec<string, string>(
    { kind: 'phrase', text: sentence },
    `"${sentence}"`,
    (value): value is string => typeof value === 'string',
    (value, context) =>
      typeof value === 'string' && value.trim().replace(/\s+/g, ' ') === sentence
        ? t.success(value)
        : t.failure(value, context, `expected "${sentence}", got ${shown(value)}`),
    t.identity
  )

/** A text; `name` is what messages call it. */
export const textCalled = (name: string): Codec<string, string> =>
  new Codec<string, string>(
    { kind: 'text' },
    name,
    (value): value is string => typeof value === 'string',
    (value, context) =>
      typeof value === 'string'
        ? t.success(value)
        : t.failure(value, context, `expected ${name}, got ${shown(value)}`),
    t.identity
  )

/** A text. */
export const text = textCalled('a text')

/** Where an editor finds the schema of a file: "../schemas/workload.json". */
export const schemaAddress = {
  codec: text,
  description: 'the address of a JSON schema',
  optional: true
} as const satisfies Field

type OptionalNames<F> = { [N in keyof F]: F[N] extends { readonly optional: true } ? N : never }[keyof F]
type Read<F, N extends keyof F> = F[N] extends { readonly codec: infer C extends t.Mixed }
  ? t.TypeOf<C>
  : never

/** What a record of fields reads as. */
export type RecordOf<F> = { readonly [N in Exclude<keyof F, OptionalNames<F>>]: Read<F, N> } & {
  readonly [N in OptionalNames<F>]?: Read<F, N>
}

const shapesOf = (fields: Fields): ShapeOf<'record'>['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { codec, ...rest }]) => [name, { shape: codec.shape, ...rest }])
  )

/** What may have been meant by a field that is not known: one of its name elsewhere, nearest by, one of like name, one of all. */
const hintOn = (key: string, names: readonly string[], context: t.Context): string => {
  const [{ type: root, actual: whole } = { type: undefined, actual: undefined }, ...inside] = context
  const places = root instanceof Codec ? (placesOf(root.shape).get(key) ?? []) : []
  const place = nearestOf(
    places.filter((each) => each.startsWith('/*') === Array.isArray(whole)),
    inside.map((each) => each.key)
  )
  if (place !== undefined) return `: ${key} stands ${place === '' ? 'at the top' : `in ${place}`}`
  const near = likely(key, names)
  return near === undefined ? `; known are ${names.join(', ')}` : `: did you mean "${near}"?`
}

/** A record of fields and no others. Defaults fill what is left out; a section of defaults may be. */
export const record = <F extends Fields>(name: string, fields: F): Codec<RecordOf<F>> => {
  const names = Object.keys(fields)
  return new Codec<RecordOf<F>>(
    { kind: 'record', name, fields: shapesOf(fields) },
    name,
    (value): value is RecordOf<F> => isObject(value),
    (value, context) => {
      if (!isObject(value)) return t.failure(value, context, `expected ${name}, got ${shown(value)}`)
      const errors: t.ValidationError[] = []
      for (const key of Object.keys(value).filter((found) => !names.includes(found))) {
        errors.push({
          value: value[key],
          context: t.appendContext(context, key, text),
          message: `unknown field${hintOn(key, names, context)}`
        })
      }
      const read: Record<string, unknown> = {}
      for (const [key, { codec, description, optional, default: otherwise }] of Object.entries(fields)) {
        const given = Object.hasOwn(value, key) ? value[key] : otherwise?.value
        const at = t.appendContext(context, key, codec, given)
        if (given === undefined && optional) continue
        if (given === undefined) {
          errors.push({ value: given, context: at, message: `missing: expected ${description}` })
          continue
        }
        const validated = codec.validate(given, at)
        if (E.isLeft(validated)) errors.push(...validated.left)
        else read[key] = validated.right
      }
      return errors.length > 0 ? t.failures(errors) : t.success(read as RecordOf<F>)
    },
    (value) =>
      Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fields[key]!.codec.encode(each)]))
  )
}

/** The problems that a codec found, each with its pointer. */
export const problemsOf = (errors: t.Errors): readonly SchemaProblem[] =>
  errors.map(({ context, message, value }) => ({
    pointer: pointerOf(context.map(({ key }) => key).filter((key, at) => at > 0 || key !== '')),
    message: message ?? `unexpected ${shown(value)}`
  }))
