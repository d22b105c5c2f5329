/** An answer for a terminal: what it says, its figures, and what they rest on. */
import { anAnswer, asked, type Answer, type AnswerFigure } from '../../question/answer'
import { aNumber, expecting, optional } from '../../units/argument'
import { formatWith } from '../../units/format'
import { sentences, sharePercent } from '../answer'
import { citation, decadesText, figure, tierName } from '../ledger'
import { oneLine } from '../../shape/words'
import { aPaint, plain, type Paint } from './ledger'
import { gap, hanging, listed } from './lines'
import { aligned, widthOf, wrapped } from './table'

const lineWidth = 80

const row = (each: AnswerFigure, digits?: number): readonly string[] => {
  const { name, value, tier, claim, decades, share, evidence } = each
  return [
    oneLine(name),
    figure(value, digits),
    decades === undefined ? '' : decadesText(decades),
    share === undefined ? '' : sharePercent(share),
    [tierName(tier), evidence ?? claim].filter((word) => word !== undefined).join(', ')
  ]
}

const header = ['', '', 'decades', 'share', '']

/** The figures in a table; a column without any is left out. */
const table = (figures: readonly AnswerFigure[], paint: Paint, digits?: number): readonly string[] => {
  const all = figures.map((each) => row(each, digits))
  const kept = header.map((_, column) => column).filter((column) => all.some((cells) => cells[column] !== ''))
  const cut = [header, ...all].map((cells) => kept.map((column) => cells[column] ?? ''))
  const aligns = kept.map((column) => (column === 0 || column === header.length - 1 ? 'left' : 'right'))
  const lines = aligned(cut, aligns)
  const isWide = lines.some((line) => widthOf(line) > lineWidth - gap.length)
  // Where names are long, each stands above its figures.
  const [head = '', ...rest] = isWide
    ? aligned(
        cut.map((cells) => cells.slice(1)),
        aligns.slice(1)
      ).map((line, at) => (at === 0 ? gap + line : `${cut[at]![0]!}\n${gap}${line}`))
    : lines
  return [...(head.trim() === '' ? [] : [paint.faint(head)]), ...rest.flatMap((line) => line.split('\n'))]
}

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)]

/** Where figures come from; those of a ledger are many. */
const sources = ({ question, figures }: Answer): readonly string[] =>
  ['least', 'distance', 'time', 'input'].includes(question)
    ? ['limen explain has the formulas of a ledger and their sources.']
    : unique(figures.flatMap((each) => each.sources.map(citation)))

/** What rests on the same, once, with the names of what does. */
const grounds = (figures: readonly AnswerFigure[]): readonly (readonly [string, string])[] =>
  unique(figures.map(({ constraint }) => constraint))
    .filter((constraint) => constraint !== '')
    .map((constraint) => [
      figures
        .filter((each) => each.constraint === constraint)
        .map(({ name }) => name)
        .join(', '),
      constraint
    ])

/**
 * An answer as text, ending in a line break: its sentences, its figures, what they rest on, what was given.
 *
 * @example
 * import { gigahertz, kelvin, years } from 'limen'
 * import { ask } from 'limen/ask'
 * import { answerText } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * const hold = { cells: 1, retentionTime: years(10), failureProbability: 1e-6 }
 * const found = ask.retention({ temperature: kelvin(300), attemptRate: gigahertz(1), ...hold })
 * console.log(E.isRight(found) ? /It takes.*$/m.exec(answerText(found.right))?.[0] : '')
 * // It takes a barrier of 54.11 kT: 224.1 zJ, or 1.399 eV.
 *
 * @since 0.8.0
 */
export const answerText = expecting(
  'answerText',
  { answer: anAnswer, paint: aPaint, digits: optional(aNumber) },
  (answer: Answer, paint: Paint = plain, digits?: number): string => {
    const { question, about, figures, unsaid, given, assumed } = answer
    const inner = lineWidth - 2
    const block = (title: string, lines: readonly string[]): readonly string[] =>
      lines.length === 0 ? [] : ['', paint.heading(title), ...lines.map((line) => `  ${line}`)]
    const values = Object.entries(given).map(([name, value]): readonly [string, string] => {
      const why = assumed[name]
      return [name, `${formatWith<unknown>({ digits: 'all' })(value)}${why === undefined ? '' : ` (${why})`}`]
    })
    return [
      ...wrapped(`${asked[question]} ${about}`, lineWidth).map(paint.heading),
      ...sentences(answer, digits).flatMap((sentence) => wrapped(sentence, inner).map((line) => `  ${line}`)),
      ...block('Figures', table(figures, paint, digits)),
      ...block('What they rest on', listed(grounds(figures), inner)),
      ...block(
        'Not told',
        listed(
          unsaid.map(({ name, why }) => [name, why]),
          inner
        )
      ),
      ...block('Given', listed(values, inner)),
      ...block(
        'Sources',
        sources(answer).flatMap((source) => hanging(source, inner))
      ),
      ''
    ].join('\n')
  }
)
