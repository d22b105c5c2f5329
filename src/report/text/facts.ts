/** Cited facts for a terminal: a table, or all that is known of a few. */
import type { Fact } from '../../technology/facts'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { factsOf, type CitedThing } from '../facts'
import { citation } from '../ledger'
import { broken, gap, hanging, listed } from './lines'
import { plain, type Paint } from './paint'
import { columns, terminalColumns, widthOf } from './table'

/** So many are told in full. */
const few = 5

/** In four digits, or as it is cited where that is shorter: 700 W, 16384. */
const endText = (end: Quantity<unknown>): string => {
  const [some, all] = [formatWith({ digits: 4 })(end), formatWith({ digits: 'all' })(end)]
  return all.length < some.length ? all : some
}

const valueText = ({ value, upTo }: Fact<unknown>): string =>
  [value, ...(upTo === undefined ? [] : [upTo])].map(endText).join(' to ')

const sourceLines = (facts: readonly Fact<unknown>[]): readonly string[] =>
  [...new Set(facts.map(({ source }) => citation(source)))].flatMap((text) =>
    hanging(text, terminalColumns - gap.length).map((line) => gap + line)
  )

/** A name as a heading, and each fact with what it is, how it came about and what must be known of it. */
const inFull = (thing: CitedThing, paint: Paint): readonly string[] => [
  ...broken(thing.name, terminalColumns).map(paint.strong),
  ...listed(
    factsOf(thing).map(([, fact]) => {
      const { what, year, evidence, note } = fact
      return [valueText(fact), `${what} (${year}, ${evidence}${note === undefined ? '' : `: ${note}`})`]
    }),
    terminalColumns - gap.length
  ).map((line) => gap + line)
]

const table = (things: readonly CitedThing[], paint: Paint): readonly string[] => {
  const keys = [...new Set(things.flatMap((thing) => factsOf(thing).map(([key]) => key)))]
  const cells = ({ facts }: CitedThing): readonly string[] =>
    keys.map((key) => {
      const fact = facts[key]
      // The heading tells what is counted.
      return fact === undefined ? '' : valueText(fact).replace(/ (parameter|flop)$/, '')
    })
  const years = things.some(({ year }) => year !== undefined)
  const row = (name: string, year: string, rest: readonly string[]): readonly string[] => [
    ...[name, ...(years ? [year] : [])],
    ...rest
  ]
  const sides = row(
    'left',
    'right',
    keys.map(() => 'right')
  ) as readonly ('left' | 'right')[]
  const head = row('', 'year', keys)
  const figures = things.map((thing) => row('', String(thing.year ?? ''), cells(thing)))
  const used = Math.max(...columns([head, ...figures], sides).map(widthOf))
  const names = things.map(({ name }) => broken(name, terminalColumns - used))
  const [first = '', ...lines] = columns(
    [
      head,
      ...things.flatMap((_, at) =>
        names[at]!.map((name, line) => (line === 0 ? [name, ...figures[at]!.slice(1)] : [gap + name]))
      )
    ],
    sides
  )
  return [paint.faint(first), ...lines]
}

/** Things that are cited, with the sources of what is said of them, ending in a line break. */
export const factsText = (things: readonly CitedThing[], paint: Paint = plain): string => {
  const facts = things.flatMap((thing) => factsOf(thing).map(([, fact]) => fact))
  const isFew = things.length <= few
  return [
    ...(isFew ? things.flatMap((thing) => [...inFull(thing, paint), '']) : [...table(things, paint), '']),
    ...(isFew
      ? []
      : broken(
          `${things.length} are cited. Words that leave at most ${few} tell evidence and notes, too; --format json tells all.`,
          terminalColumns
        ).map(paint.faint)),
    paint.heading('Sources'),
    ...sourceLines(facts),
    ''
  ].join('\n')
}
