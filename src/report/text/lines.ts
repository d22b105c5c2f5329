/** Text broken into lines that fit a width, words that are longer cut. */
import { widthOf, wrapped } from './table'
import { oneLine } from '../../shape/words'
import { visible } from '../../units/visible'

export const gap = '  '

/** A text with spaces up to a width. */
export const filled = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Lines of at most so many columns; none of an empty text. */
export const broken = (text: string, width: number): readonly string[] => {
  const words = oneLine(text).split(' ')
  const cut = words.flatMap((word) =>
    widthOf(word) <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
  )
  return wrapped(cut.join(' '), width).filter((line) => line !== '')
}

/** The same, all lines but the first further in. */
export const hanging = (text: string, width: number): readonly string[] =>
  broken(text, width - gap.length).map((line, at) => (at === 0 ? line : gap + line))

/** Things and what they are, in two columns, the first of which is at most so wide. */
export const listed = (
  texts: readonly (readonly [string, string])[],
  width: number,
  most = Math.floor(width / 2)
): readonly string[] => {
  const rows = texts.map(([thing, meaning]) => [visible(thing), meaning] as const)
  const widest = Math.max(0, ...rows.map(([thing]) => widthOf(thing)))
  const column = Math.min(most, widest)
  return rows.flatMap(([thing, meaning]) => {
    const meanings = broken(meaning, width - column - gap.length)
    const fits = widthOf(thing) <= column
    const [beside = '', ...below] = fits ? meanings : ['', ...meanings]
    const things = fits ? [thing] : hanging(thing, width)
    return [
      ...things.slice(0, -1),
      `${filled(things.at(-1) ?? '', column)}${gap}${beside}`.trimEnd(),
      ...below.map((line) => filled('', column) + gap + line)
    ]
  })
}
