/**
 * What a public function says of what is no argument of it. The compiler refuses it first; who calls from
 * JavaScript is told by the name of the function, the place in what was given, what was expected and what came.
 */
import { closest, distance } from 'fastest-levenshtein'
import { told } from './told'

/** Something that does not fit in what is given. */
export interface Unfit {
  /** Where, from the name of the argument on: "options.digits". */
  readonly at: string
  readonly expected: string
  readonly found: string
  readonly sentence: string
}

/** What may be given: what does not fit in a value, as far as a call relies on it. */
export type Kind = (value: unknown) => readonly Unfit[]

/** Kinds by the names of what they are for: the arguments of a function in their order, the parts of a thing. */
export type Kinds = Readonly<Record<string, Kind>>

const fits: readonly Unfit[] = []

const unfit = (expected: string, found: string, sentence = `expected ${expected}, got ${found}`): Unfit => ({
  at: '',
  expected,
  found,
  sentence
})

/** What does not fit, told from further out. */
const within = (place: string, wrong: readonly Unfit[]): readonly Unfit[] =>
  wrong.map((each) => ({ ...each, at: place + each.at }))

/** What something is, in words, and whether it is. */
export const kind =
  /* @__NO_SIDE_EFFECTS__ */
  (expected: string, is: (value: unknown) => boolean): Kind =>
    (value) =>
      is(value) ? fits : [unfit(expected, told(value))]

/** Whether something is a text, also where the compiler was told so. */
export const isText = (value: unknown): value is string => typeof value === 'string'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const aText: Kind = kind('a text', isText)
export const aNumber: Kind = kind('a number', (value) => typeof value === 'number')
export const aFlag: Kind = kind('true or false', (value) => typeof value === 'boolean')
export const aFunction: Kind = kind('a function', (value) => typeof value === 'function')
export const aList: Kind = kind('a list', Array.isArray)

/** Many numbers, which are not looked at one by one. */
export const someNumbers: Kind = kind(
  'a list of numbers',
  (value) => Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))
)

/** What is looked at elsewhere. */
export const anything: Kind = () => fits

/** One of some words. */
export const wordOf = /* @__NO_SIDE_EFFECTS__ */ (words: readonly string[]): Kind =>
  kind(`one of ${words.map((word) => `"${word}"`).join(', ')}`, (value) => words.includes(value as string))

/** A kind, or nothing. */
export const optional =
  /* @__NO_SIDE_EFFECTS__ */
  (of: Kind): Kind =>
    (value) =>
      value === undefined ? fits : of(value)

/** A kind of things that do not change: what fitted once is not looked at again. */
export const remembered = /* @__NO_SIDE_EFFECTS__ */ (of: Kind): Kind => {
  const known = new WeakSet()
  return (value) => {
    const thing = value as object // no primitive is known
    if (known.has(thing)) return fits
    const wrong = of(value)
    if (wrong.length === 0) known.add(thing)
    return wrong
  }
}

/** What is of one of some kinds. */
export const either = /* @__NO_SIDE_EFFECTS__ */ (expected: string, ...kinds: readonly Kind[]): Kind =>
  kind(expected, (value) => kinds.some((of) => of(value).length === 0))

/** Things of a kind; the first that is none is told. */
export const listOf = /* @__NO_SIDE_EFFECTS__ */ (expected: string, of: Kind): Kind => {
  const whole = kind(expected, Array.isArray)
  return (value) => {
    const wrong = whole(value)
    if (wrong.length > 0) return wrong
    for (const [k, each] of (value as readonly unknown[]).entries()) {
      const inside = of(each)
      if (inside.length > 0) return within(`[${k}]`, inside)
    }
    return fits
  }
}

/** What does not fit in some parts of a thing. */
const inParts = (
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  of: (name: string) => Kind
): readonly Unfit[] => {
  let all = fits
  for (const name of names) {
    const inside = of(name)(value[name])
    if (inside.length > 0) all = [...all, ...within(`.${name}`, inside)]
  }
  return all
}

/** Things of a kind, by names of one's choice. */
export const recordOf = /* @__NO_SIDE_EFFECTS__ */ (expected: string, of: Kind): Kind => {
  const whole = kind(expected, isRecord)
  return (value) => {
    const wrong = whole(value)
    return wrong.length > 0 ? wrong : inParts(value as never, Object.keys(value as object), () => of)
  }
}

/** A thing by its parts: without any of them it is none, and a part that does not fit is told by its place. */
export const having = /* @__NO_SIDE_EFFECTS__ */ (expected: string, parts: Kinds): Kind => {
  const names = Object.keys(parts)
  // A model is a function that has parts.
  const whole = kind(
    expected,
    (value) =>
      (isRecord(value) || typeof value === 'function') &&
      (names.length === 0 || names.some((name) => name in value))
  )
  return (value) => {
    const wrong = whole(value)
    return wrong.length > 0 ? wrong : inParts(value as never, names, (name) => parts[name]!)
  }
}

/** One that stands in a file may be named by its pointer there. */
const unknownOption = (one: string, name: string, known: readonly string[]): Unfit => {
  const asked = name.replace(/^.*\//, '')
  const [near, all] = [closest(asked, known), known.join(', ')]
  const isNear = distance(asked, near) <= Math.max(2, near.length / 3)
  const instead = isNear ? `did you mean ${near}?` : `expected one of ${all}`
  return unfit(`one of ${all}`, name, `unknown ${one} ${name}: ${instead}`)
}

/** Options, each of which may be left out. One that is not known would do nothing, and is told. */
export const options = /* @__NO_SIDE_EFFECTS__ */ (known: Kinds, one = 'option'): Kind => {
  const names = Object.keys(known)
  const whole = kind(`${one}s (${names.join(', ')})`, isRecord)
  return optional((value) => {
    const wrong = whole(value)
    if (wrong.length > 0) return wrong
    const unknown = Object.keys(value as object).filter((name) => !names.includes(name))
    return [
      ...unknown.map((name) => unknownOption(one, name, names)),
      ...inParts(value as never, names, (name) => optional(known[name]!))
    ]
  })
}

/** A thing whose parts are looked at elsewhere. */
export const anObject: Kind = kind('an object', isRecord)

/** Of any copy of this library. */
export const aDimension: Kind = remembered(
  having('a dimension, such as that of a unit', {
    key: aText,
    name: aText,
    exponents: anObject,
    coherentUnit: aText
  })
)

const unfitIn = (kinds: Kinds, given: readonly unknown[]): readonly Unfit[] => {
  let [all, at] = [fits, 0]
  for (const name in kinds) {
    const inside = kinds[name]!(given[at++])
    if (inside.length > 0) all = [...all, ...within(name, inside)]
  }
  return all
}

/** What does not fit, as a sentence of a function. */
export const unfitText = (name: string, { at, sentence }: Unfit): string => `${name}: ${at}: ${sentence}`

const refused = (name: string, wrong: readonly Unfit[]): never => {
  throw new TypeError(wrong.map((each) => unfitText(name, each)).join('\n'))
}

/** Throws a TypeError with all that does not fit in the arguments of a function. */
export const expectArguments = (name: string, kinds: Kinds, ...given: readonly unknown[]): void => {
  const wrong = unfitIn(kinds, given)
  if (wrong.length > 0) refused(name, wrong)
}

/**
 * A function that looks at its arguments, once a call: what does not fit is thrown as a TypeError, or is its
 * answer, where it has one of its own.
 */
export const expecting = /* @__NO_SIDE_EFFECTS__ */ <F extends (...given: never[]) => unknown>(
  name: string,
  kinds: Kinds,
  run: F,
  answer: (name: string, wrong: readonly Unfit[]) => ReturnType<F> = refused
): F => {
  const guarded = (...given: Parameters<F>): unknown => {
    const wrong = unfitIn(kinds, given)
    return wrong.length === 0 ? run(...given) : answer(name, wrong)
  }
  return Object.defineProperty(guarded, 'name', { value: name }) as F // it takes what `run` takes
}
