/** What may be said of designs of one's own: which wall binds, where most could be gained, what each part is worth. */
import { walls } from '../ledger/paradigms'
import { enumerated } from '../shape/words'
import type { Decimal } from '../units/decimal'
import { endsOf } from '../units/enclosure'
import {
  decades,
  entriesOf,
  placeNames,
  rowsOf,
  type AnyEntry,
  type AnyEstimate,
  type AnyRow
} from './ledger'
import { shareText } from './picture/ledger-rows'

/** What is said of one design. */
export interface Advice {
  readonly name: string
  readonly sentences: readonly string[]
}

const exactOf = ({ energy }: AnyEntry): Decimal => endsOf<unknown>(energy)[0]!.exact

const descending = <A>(of: readonly A[], by: (item: A) => Decimal): readonly A[] =>
  [...of].sort((a, b) => by(b).comparedTo(by(a)))

/** At a wall, or beside them. */
export const atPlace = (place: string): string => (place === placeNames.beside ? place : `at the ${place}`)

/** How far above the floor, and where most of it is spent, which is what binds. */
const standing = (row: AnyRow, total: Decimal, isKnown: boolean): readonly string[] => {
  const above = decades(row)
  const isBelow = above.startsWith('-')
  const far =
    above === ''
      ? []
      : [
          isBelow
            ? `is ${above.slice(1)} decades below the floor, which no machine is that the floor is of: a figure is wrong, or something is not counted`
            : `is ${above} decades above the floor`
        ]
  if (isBelow) return far.map((each) => `${each}.`)
  const [most] = isKnown ? descending(entriesOf(row), ([, entry]) => exactOf(entry)) : []
  if (most === undefined) return far.map((each) => `${each}.`)
  const [place, entry] = most
  const share = exactOf(entry).div(total)
  const there = place === 'beside' ? placeNames[place] : `${atPlace(placeNames[place])}, which binds`
  const where = `${share.eq(1) ? 'all' : shareText(share)} of it ${there}`
  return [far.length === 0 ? `spends ${where}.` : `${far[0]!}, ${where}.`]
}

/** The machines of every ledger that pay at a wall, the least first; what one pays there may be a bound on all. */
const leastAt = (
  estimate: AnyEstimate,
  place: (typeof walls)[number]
): readonly (readonly [string, Decimal])[] =>
  rowsOf(estimate)
    .flatMap((row) => {
      const isOfAll = estimate.ledger.paradigms.some(({ name }) => name === row.name)
      const isMachine = ['cost of a machine', 'lower bound of a class'].includes(row.total.claim)
      const entry = isOfAll && isMachine ? row.walls?.[place] : undefined
      return entry === undefined ? [] : [[row.name, exactOf(entry)] as const]
    })
    .sort(([, a], [, b]) => a.comparedTo(b))

const headroom = (estimate: AnyEstimate, row: AnyRow): readonly string[] => {
  const gaps = walls.flatMap((wall) => {
    const own = row.walls?.[wall]
    const [least] = leastAt(estimate, wall)
    if (own === undefined || least === undefined || !least[1].gt(0) || !exactOf(own).gt(0)) return []
    const decades = exactOf(own).div(least[1]).log(10)
    return decades.gte(0.05) ? [{ wall, name: least[0], decades }] : []
  })
  const [largest] = descending(gaps, ({ decades }) => decades)
  return largest === undefined
    ? []
    : [
        `Its largest headroom is at the ${placeNames[largest.wall]}: ${largest.decades.toFixed(1)} decades above ${largest.name}, the least of the machines here.`
      ]
}

const halving = ({ parts = [] }: AnyRow, total: Decimal): readonly string[] => {
  const worth = descending(parts as readonly (AnyEntry & { readonly name: string })[], exactOf)
    .map((part) => ({ name: part.name, share: exactOf(part).div(total).div(2) }))
    .filter(({ share }) => share.gte(0.0005))
  return parts.length < 2 || worth.length === 0
    ? []
    : [
        `Halved, ${worth.map(({ name, share }) => `${name} saves ${shareText(share)}`).join(', ')} of the total.`
      ]
}

const untold = (row: AnyRow): readonly string[] => {
  const silent = walls.filter((wall) => row.walls?.[wall] === undefined)
  return silent.length === 0
    ? []
    : [
        `Nothing is told of ${enumerated(silent.map((wall) => `the ${placeNames[wall]}`))}: unknown, and not counted.`
      ]
}

/** What is said of each design of one's own, after its name. Of one that is enclosed less can be said. */
export const adviceOf = (estimate: AnyEstimate): readonly Advice[] =>
  estimate.ledger.designs.flatMap((row: AnyRow): readonly Advice[] => {
    const total = exactOf(row.total)
    const isKnown = 'exact' in row.total.energy && total.gt(0)
    const sentences = [
      ...standing(row, total, isKnown),
      ...(isKnown ? [...headroom(estimate, row), ...halving(row, total)] : []),
      ...untold(row)
    ]
    return sentences.length === 0 ? [] : [{ name: row.name, sentences }]
  })
