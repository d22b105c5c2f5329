/** Codecs of what may be one thing or another, and of what is read into another form. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { text } from './codec'
import { Codec, type AnyCodec, type Shape } from './shape'
import { isObject, likely, listed, shown } from './words'

/** One of some words, or what another codec reads. */
export const wordOr = <const W extends string, A, O>(
  words: readonly W[],
  other: Codec<A, O>
): Codec<W | A> => {
  const isWord = (value: unknown): value is W => words.some((word) => word === value)
  return new Codec<W | A>(
    { kind: 'either', of: [{ kind: 'word', words }, other.shape] },
    `${words.map((word) => `"${word}"`).join(', ')} or ${other.name}`,
    (value): value is W | A => isWord(value) || other.is(value),
    (value, context) => {
      if (isWord(value)) return t.success(value)
      const near = typeof value === 'string' ? likely(value, words) : undefined
      if (near !== undefined)
        return t.failure(
          value,
          context,
          `expected one of ${listed(words)}, got ${shown(value)}: did you mean "${near}"?`
        )
      const alternatives = (message: string): string =>
        message.includes(listed(words)) ? message : `${message}; or one of ${listed(words)}`
      return E.mapLeft((errors: t.Errors) =>
        errors.map((error) =>
          typeof value === 'string' && error.message !== undefined
            ? { ...error, message: alternatives(error.message) }
            : error
        )
      )(other.validate(value, context))
    },
    (value) => (isWord(value) ? value : other.encode(value))
  )
}

/** An object is read by one codec, anything else by another. */
export const objectOr = <A, B>(inside: Codec<A>, other: Codec<B>): Codec<A | B> =>
  new Codec<A | B>(
    { kind: 'either', of: [other.shape, inside.shape] },
    other.name,
    (value): value is A | B => other.is(value) || inside.is(value),
    (value, context): t.Validation<A | B> =>
      isObject(value) ? inside.validate(value, context) : other.validate(value, context),
    (value) => (other.is(value) ? other.encode(value) : inside.encode(value)) // it is one of the two
  )

/** What a codec reads, or null. */
export const orNull = <A, O>(of: Codec<A, O>): Codec<A | null, O | null> =>
  new Codec<A | null, O | null>(
    { kind: 'either', of: [of.shape, { kind: 'null' }] },
    of.name,
    (value): value is A | null => value === null || of.is(value),
    (value, context): t.Validation<A | null> =>
      value === null ? t.success(null) : of.validate(value, context),
    (value) => (value === null ? null : of.encode(value))
  )

/** What the first reads of some codecs of unlike things; `name` is what messages call it. */
export const firstOf = <const C extends readonly AnyCodec[]>(
  name: string,
  codecs: C
): Codec<t.TypeOf<C[number]>> => {
  type A = t.TypeOf<C[number]>
  const reading = (value: unknown): AnyCodec | undefined =>
    codecs.find((codec) => E.isRight(codec.decode(value)))
  return new Codec<A>(
    { kind: 'either', of: codecs.map(({ shape }) => shape) },
    name,
    (value): value is A => codecs.some((codec) => codec.is(value)),
    (value, context): t.Validation<A> =>
      reading(value)?.validate(value, context) ??
      t.failure(value, context, `expected ${name}, got ${shown(value)}`),
    (value): unknown => codecs.find((codec) => codec.is(value))!.encode(value) // it is one of them
  )
}

const unknownTag = (found: unknown, tags: readonly string[]): string => {
  if (found === undefined) return `missing: expected one of ${tags.join(', ')}`
  const near = typeof found === 'string' ? likely(found, tags) : undefined
  return `expected one of ${listed(tags)}, got ${shown(found)}${near === undefined ? '' : `: did you mean "${near}"?`}`
}

/** Whether a record needs nothing but its tag. */
const isBare = ({ shape }: AnyCodec): boolean =>
  shape.kind === 'record' && Object.keys(shape.fields).length === 1

/**
 * Records that a word in one of their fields tells apart, or else what another codec reads. Of a record
 * that needs nothing more the word alone is enough.
 */
export const taggedOr = <C extends Readonly<Record<string, AnyCodec>>, B>(
  name: string,
  tag: string,
  cases: C,
  other: Codec<B>
): Codec<t.TypeOf<C[keyof C]> | B> => {
  type A = t.TypeOf<C[keyof C]>
  const tags = Object.keys(cases)
  const bare = tags.filter((word) => isBare(cases[word]!))
  const caseOf = (word: unknown): AnyCodec | undefined =>
    typeof word === 'string' && tags.includes(word) ? cases[word] : undefined
  const words: readonly Shape[] = bare.length === 0 ? [] : [{ kind: 'word', words: bare }]
  const shapes = tags.map((word) => cases[word]!.shape)
  return new Codec<A | B>(
    { kind: 'either', of: [...words, other.shape, ...shapes] },
    name,
    (value): value is A | B => other.is(value) || (isObject(value) && caseOf(value[tag]) !== undefined),
    (value, context): t.Validation<A | B> => {
      if (isObject(value)) {
        const { [tag]: found } = value
        const codec = caseOf(found)
        return codec === undefined
          ? t.failure(found, t.appendContext(context, tag, text), unknownTag(found, tags))
          : (codec.validate(value, context) as t.Validation<A>) // it is one of the cases
      }
      if (typeof value === 'string' && bare.includes(value)) return t.success({ [tag]: value })
      if (typeof value === 'string' && likely(value, tags) !== undefined)
        return t.failure(value, context, unknownTag(value, tags))
      return other.validate(value, context)
    },
    (value): unknown =>
      other.is(value)
        ? other.encode(value)
        : caseOf((value as Readonly<Record<string, unknown>>)[tag])!.encode(value) // it is one of the cases
  )
}

const nothing = (name: string): Codec<never> =>
  new Codec<never>(
    { kind: 'either', of: [] },
    name,
    (_): _ is never => false,
    (value, context) => t.failure(value, context, `expected ${name}, got ${shown(value)}`),
    t.identity
  )

/** Records that a word in one of their fields tells apart. */
export const tagged = <C extends Readonly<Record<string, AnyCodec>>>(
  name: string,
  tag: string,
  cases: C
): Codec<t.TypeOf<C[keyof C]>> => taggedOr(name, tag, cases, nothing(name))

/** The records that a shape may be, by the fields that they have. */
const recordsOf = (shape: Shape): readonly (readonly string[])[] =>
  shape.kind === 'record'
    ? [Object.keys(shape.fields)]
    : shape.kind === 'either'
      ? shape.of.flatMap(recordsOf)
      : shape.kind === 'named'
        ? recordsOf(shape.of())
        : []

/**
 * Records that are told apart by which of some fields is there: the fields, each with the records that
 * have it. Where none is there, it is still told what is wrong with the fields that all have, and which
 * none has.
 */
export const apart = <C extends Readonly<Record<string, AnyCodec>>>(
  name: string,
  cases: C
): Codec<t.TypeOf<C[keyof C]>> => {
  type A = t.TypeOf<C[keyof C]>
  const fields = Object.keys(cases)
  const among = (value: object): readonly string[] => fields.filter((field) => Object.hasOwn(value, field))
  const inAny = (value: object, context: t.Context): t.Errors => {
    const records = Object.values(cases).flatMap(({ shape }) => recordsOf(shape))
    const found = cases[fields[0]!]!.validate(value, context)
    return (E.isLeft(found) ? found.left : []).filter(({ context: { [context.length]: at } }) => {
      if (at === undefined) return false
      const having = records.filter((names) => names.includes(at.key)).length
      return having === 0 || having === records.length
    })
  }
  return new Codec<A>(
    { kind: 'either', of: Object.values(cases).map(({ shape }) => shape), apart: fields },
    name,
    (value): value is A => isObject(value) && among(value).length === 1,
    (value, context): t.Validation<A> => {
      if (!isObject(value)) return t.failure(value, context, `expected ${name}, got ${shown(value)}`)
      const [field, ...others] = among(value)
      if (field !== undefined && others.length === 0)
        return cases[field]!.validate(value, context) as t.Validation<A> // it is one of the cases
      const got = field === undefined ? 'none' : [field, ...others].join(' and ')
      const message = `expected one of ${fields.join(', ')}, got ${got}`
      return t.failures([{ value, context, message }, ...(field === undefined ? inAny(value, context) : [])])
    },
    (value): unknown => cases[among(value)[0]!]!.encode(value) // it has one of the fields
  )
}

/** A codec under a name: for what stands in several places, or inside itself. It is made when it is needed. */
export const named = <A, O>(name: string, make: () => Codec<A, O>): Codec<A, O> => {
  let made: Codec<A, O> | undefined
  const of = (): Codec<A, O> => (made ??= make())
  return new Codec<A, O>(
    { kind: 'named', name, of: () => of().shape },
    name,
    (value): value is A => of().is(value),
    (value, context) => of().validate(value, context),
    (value) => of().encode(value)
  )
}

/** What a codec reads, in another form. */
export const mapped = <A, B, O>(
  of: Codec<A, O>,
  is: t.Is<B>,
  to: (value: A) => B,
  from: (value: B) => A
): Codec<B, O> =>
  new Codec<B, O>(
    of.shape,
    of.name,
    is,
    (value, context) => pipe(of.validate(value, context), E.map(to)),
    (value) => of.encode(from(value))
  )
