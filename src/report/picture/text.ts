/**
 * How wide a text will be, without a font to measure it by: never less than in Helvetica, Arial or
 * DejaVu Sans, the widest that a page is likely to fall back on. So texts that are kept apart by it
 * are apart wherever they are drawn.
 */
import { oneLine } from '../../shape/words'

/** The wider of DejaVu Sans 2.37 and Helvetica, in thousandths of the size, from U+0020 to U+007E. */
const regular =
  '318,401,460,838,636,950,780,275,390,390,500,838,318,361,318,337,636,636,636,636,636,636,636,636,636,636,337,337,838,838,838,556,1015,684,686,722,770,667,611,778,752,295,500,667,557,863,748,787,667,787,722,667,611,732,684,989,685,667,685,390,337,390,838,556,500,613,635,550,635,615,352,635,634,278,278,579,278,974,634,612,635,635,411,521,392,634,592,818,592,592,525,636,337,636,838'
const bold =
  '348,456,521,838,696,1002,872,306,457,457,523,838,380,415,380,365,696,696,696,696,696,696,696,696,696,696,400,400,838,838,838,611,1000,774,762,734,830,683,683,821,837,372,556,775,637,995,837,850,733,850,770,720,682,812,774,1103,771,724,725,457,365,457,838,556,500,675,716,593,716,678,435,716,712,343,343,665,343,1042,712,687,716,716,493,595,478,712,652,924,645,652,582,712,365,712,838'

const widths = { regular: regular.split(',').map(Number), bold: bold.split(',').map(Number) }

/** The rest by kinds, each as wide as its widest. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[⁰¹²³⁴-⁹⁻₀-₉·°]/, 560],
  [/[α-ωµ]/, 860],
  [/[−±×≤≥≈∞½–Α-ΩÀ-ÅÇ-ÖØ-ö÷-ÿ]/, 1000]
]
const widest = 1600

const widthOf = (character: string, isBold: boolean): number =>
  widths[isBold ? 'bold' : 'regular'][character.charCodeAt(0) - 32] ??
  kinds.find(([pattern]) => pattern.test(character))?.[1] ??
  widest

/** A text as wide as it may come to be, in the unit of its size. */
export const textWidth = (text: string, size: number, isBold = false): number =>
  (Array.from(text).reduce((sum, character) => sum + widthOf(character, isBold), 0) * size) / 1000

/** How far letters may reach above and below the line they stand on, in sizes. */
export const ascent = 0.93
export const descent = 0.24

/** A text for a picture: one line, with nothing in it that cannot be drawn. */
export const drawable = oneLine

/** The text, or as much of it as is no wider, with an ellipsis for the rest. */
export const shortenedTo = (width: number, text: string, size: number, isBold = false): string => {
  const whole = drawable(text)
  if (textWidth(whole, size, isBold) <= width) return whole
  const characters = Array.from(whole)
  let [kept, sum] = [0, textWidth('…', size, isBold)]
  while (kept < characters.length) {
    sum += textWidth(characters[kept]!, size, isBold)
    if (sum > width) break
    kept++
  }
  return `${characters.slice(0, kept).join('').trimEnd()}…`
}

/** Between words; but a number stands with its unit. */
const betweenWords = / (?=\d)|(?<!(?:^| )\d[\d.]{0,9}) /

/** A text in lines that are no wider, the last one shortened where more would be too many. */
export const lined = (
  width: number,
  text: string,
  size: number,
  { most = Infinity, isBold = false }: { readonly most?: number; readonly isBold?: boolean } = {}
): readonly string[] => {
  const words = drawable(text).split(betweenWords)
  const lines: string[] = []
  let line = ''
  while (words.length > 0) {
    const word = words.shift()!
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size, isBold) <= width) {
      line = longer
      continue
    }
    if (lines.length + 1 >= most)
      return [...lines, shortenedTo(width, [longer, ...words].join(' '), size, isBold)]
    if (line !== '') {
      lines.push(line)
      line = ''
      words.unshift(word)
      continue
    }
    // A word that no line can hold is broken.
    const kept = Math.max(1, Array.from(shortenedTo(width, word, size, isBold)).length - 1)
    lines.push(Array.from(word).slice(0, kept).join(''))
    words.unshift(Array.from(word).slice(kept).join(''))
  }
  return line === '' ? lines : [...lines, line]
}
