/**
 * Finding a thing by a name that a person types: case, spaces and hyphens do not matter, and less than
 * the name is enough where it is that of one thing only.
 */
import * as E from 'fp-ts/lib/Either.js'
import { isText, likely, listed, shown } from './words'

/** In upper case, of which a Greek sigma has only one. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .toUpperCase()
    .split(/[^\p{L}\p{N}\p{M}+]+/u)
    .filter((word) => word !== '')

/** GPT, GPT3 and GPT3175B of "GPT-3 175B". */
const beginnings = (words: readonly string[]): readonly string[] =>
  words.map((_, at) => words.slice(0, at + 1).join(''))

type Way = (asked: string, words: readonly string[]) => boolean

/** How a name may be meant: all of it, its beginning, its initials, or some of it in its order. */
export const ways = {
  whole: (asked, words) => asked === words.join(''),
  beginning: (asked, words) => beginnings(words).includes(asked),
  initials: (asked, words) => words.length > 2 && asked === words.map(([first]) => first).join(''),
  inside: (asked, words) => words.some((_, at) => beginnings(words.slice(at)).includes(asked))
} as const satisfies Readonly<Record<string, Way>>

/** Things that are found by their names. */
export interface Named<A> {
  /** What they are, such as "cited model". */
  readonly what: string
  readonly things: readonly A[]
  readonly nameOf: (thing: A) => string
  /** In which a name may be meant, the closest first. */
  readonly ways: readonly Way[]
}

type Spelt = readonly [name: string, words: readonly string[]]

const most = 8
/** Names may differ at their ends alone. */
const longest = 120

const some = (names: readonly string[]): string => {
  const rest = names.length - most
  const first = listed(names.slice(0, most), longest)
  return rest > 0 ? `${first} and ${rest} more` : first
}

/** The name of the nearest spelling, unless what was asked is so short that any is near. */
const nearest = (asked: string, names: readonly Spelt[]): string | undefined => {
  const spellings = new Map(
    names.flatMap(([name, words]) => beginnings(words).map((beginning) => [beginning, name] as const))
  )
  // Of spellings that are equally near, one of the same length: letters were exchanged.
  const [same, other] = [true, false].map((is) =>
    [...spellings.keys()].filter(({ length }) => (length === asked.length) === is)
  )
  return asked.length < 4 ? undefined : spellings.get(likely(asked, [...same!, ...other!]) ?? '')
}

/** Names with words of what was asked, those with most of them first. */
const alike = (asked: readonly string[], names: readonly Spelt[]): readonly string[] => {
  const shared = names.map(
    ([name, words]) => [name, asked.filter((word) => words.includes(word)).length] as const
  )
  return shared
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => name)
}

const unknown = (what: string, name: string, asked: readonly string[], names: readonly Spelt[]): string => {
  const none = `there is no ${what} ${shown(name)}`
  const near = nearest(asked.join(''), names)
  if (near !== undefined) return `${none}: did you mean "${near}"?`
  const known = alike(asked, names)
  return known.length === 0
    ? `${none} among the ${names.length} that are known`
    : `${none}; known are ${some(known)}`
}

/**
 * The thing that a name means; undefined where there is nothing in the name. Or a sentence that lists
 * what may be meant, or says which name is nearest.
 */
export const byName = <A>(
  { what, things, nameOf, ways: inTurn }: Named<A>,
  name: unknown
): E.Either<string, A> | undefined => {
  const asked = isText(name) ? wordsOf(name) : []
  if (!isText(name) || asked.length === 0) return undefined
  const spelt = things.map((thing) => [thing, wordsOf(nameOf(thing))] as const)
  const found = inTurn
    .map((is) => spelt.filter(([, words]) => is(asked.join(''), words)).map(([thing]) => thing))
    .find(({ length }) => length > 0)
  const [first, ...others] = found ?? []
  if (first === undefined)
    return E.left(
      unknown(
        what,
        name,
        asked,
        spelt.map(([thing, words]) => [nameOf(thing), words])
      )
    )
  return others.length === 0
    ? E.right(first)
    : E.left(
        `the ${what} ${shown(name)} may be any of ${some([first, ...others].map(nameOf))}: say more of its name`
      )
}
