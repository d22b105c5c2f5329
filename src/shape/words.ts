/** Words for people: what was found, what may have been meant. */
import { closest, distance } from 'fastest-levenshtein'
import { shortened } from '../units/told'
import { jsonText, visible } from '../units/visible'

/** Anything found, as it may stand in a sentence. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return shortened(jsonText(value))
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** More words than these are counted. */
const mostListed = 40

/** Words for a sentence, each in quotes; of very many the first ones, of a long one its beginning. */
export const listed = (words: readonly string[], longest?: number): string => {
  const more = words.length - mostListed
  const first = words.slice(0, mostListed).map((each) => `"${shortened(each, longest)}"`)
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Things in a sentence: "a, b and c". */
export const enumerated = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)!}`

/** So many things: "1 row", "2 rows". */
export const numbered = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** The nearest of some words, if a slip of the finger explains it. */
export const likely = (found: string, words: readonly string[]): string | undefined => {
  if (words.length === 0 || found.length > 40) return undefined
  const near = closest(found, words)
  return distance(found.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 3) ? near : undefined
}

/** What to write instead of a word that is not known: the likely one, or whatever there is. */
export const rather = (found: string, words: readonly string[]): string => {
  const near = likely(found, words)
  return near === undefined ? `; there are ${words.join(', ')}` : `: did you mean ${near}?`
}

export { isText } from '../units/argument'

/** Whether something is an object as JSON has it. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Words of ASCII with one space between: most texts, and they are a line as they are. */
const isLine = (text: string): boolean => /^[!-~]+(?: [!-~]+)*$/.test(text)

/** A text as one line: runs of spaces become one, and what cannot be seen is written out. */
export const oneLine = (text: string): string =>
  isLine(text) ? text : visible(text.replace(/[\s\u0085]+/gu, ' ').trim())
