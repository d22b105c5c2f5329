/** Words for what programs call by one: names of rows and inputs, which JSON and `--input` keep. */
import { paradigmNames } from '../../ledger/paradigms'

/** A name in camelCase as words, wherever it stands: "hops per update". A unit such as kJ is none. */
export const inWords = (text: string): string =>
  text.replace(/\b[a-z]{2,}(?:[A-Z][a-z]+)+\b/g, (name) =>
    name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  )

/** What is called by name alone: the floor, above which decades count, and designs of one's own. */
export const isOwnWord = (name: string): boolean =>
  name === 'floor' || !paradigmNames.some((known) => known === name)

/** What a row is called: a paradigm by what it is. */
export const rowTitle = ({
  name,
  description
}: {
  readonly name: string
  readonly description: string
}): string => (isOwnWord(name) ? name : description)
