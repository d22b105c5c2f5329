/** What may be said of designs of one's own: which wall binds, where most could be gained, what each part is worth. */
import { isBound } from '../formula/model'
import { walls, type Wall } from '../ledger/paradigms'
import { enumerated } from '../shape/words'
import type { Decimal } from '../units/decimal'
import { endsOf } from '../units/enclosure'
import { entriesOf, placeNames, rowsOf, type AnyEntry, type AnyEstimate, type AnyRow } from './ledger'
import { shareText } from './picture/ledger-rows'
import { standingOf, totalSentences, type Remark } from './remarks'

const exactOf = ({ energy }: AnyEntry): Decimal => endsOf<unknown>(energy)[0]!.exact

const descending = <A>(of: readonly A[], by: (item: A) => Decimal): readonly A[] =>
  [...of].sort((a, b) => by(b).comparedTo(by(a)))

/** At a wall, or beside them. */
export const atPlace = (place: string): string => (place === placeNames.beside ? place : `at the ${place}`)

/** How far above the floor, and where most of it is spent: that binds, where every wall is known. */
const standing = (row: AnyRow, total: Decimal, isKnown: boolean): readonly string[] => {
  const far = standingOf(row)
  const [most] =
    isKnown && !far.includes('below') ? descending(entriesOf(row), ([, entry]) => exactOf(entry)) : []
  if (most === undefined) return far === '' ? [] : [`is ${far}.`]
  const [place, entry] = most
  const share = exactOf(entry).div(total)
  const part = share.eq(1) ? 'all' : shareText(share)
  const isWhole = silentWalls(row).length === 0
  const there = `${atPlace(placeNames[place])}${place !== 'beside' && isWhole ? ', which binds' : ''}`
  const what = isWhole ? (far === '' ? 'its total' : 'it') : 'what is known of it'
  return [far === '' ? `spends ${part} of ${what} ${there}.` : `is ${far}, ${part} of ${what} ${there}.`]
}

/** The machines of every ledger that pay at a wall, the least first; what one pays there may be a bound on all. */
const leastAt = (
  estimate: AnyEstimate,
  place: (typeof walls)[number]
): readonly (readonly [string, Decimal, boolean])[] =>
  rowsOf(estimate)
    .flatMap((row) => {
      const isOfAll = estimate.ledger.paradigms.some(({ name }) => name === row.name)
      const isMachine = ['cost of a machine', 'lower bound of a class'].includes(row.total.claim)
      const entry = isOfAll && isMachine ? row.walls?.[place] : undefined
      return entry === undefined ? [] : [[row.name, exactOf(entry), isBound(entry.tier)] as const]
    })
    .sort(([, a], [, b]) => a.comparedTo(b))

const headroom = (estimate: AnyEstimate, row: AnyRow): readonly string[] => {
  const gaps = walls.flatMap((wall) => {
    const own = row.walls?.[wall]
    const [least] = leastAt(estimate, wall)
    if (own === undefined || least === undefined || !least[1].gt(0) || !exactOf(own).gt(0)) return []
    const decades = exactOf(own).div(least[1]).log(10)
    return decades.gte(0.05) ? [{ wall, name: least[0], isBelow: least[2], decades }] : []
  })
  const [largest] = descending(gaps, ({ decades }) => decades)
  return largest === undefined
    ? []
    : [
        `Its largest headroom is at the ${placeNames[largest.wall]}: ${largest.decades.toFixed(1)} decades above ${largest.isBelow ? `a lower bound on what ${largest.name} takes there` : `${largest.name}, the least of the machines here`}.`
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

const silentWalls = (row: AnyRow): readonly Wall[] => walls.filter((wall) => row.walls?.[wall] === undefined)

const untold = (row: AnyRow): readonly string[] => {
  const silent = silentWalls(row)
  return silent.length === 0
    ? []
    : [
        `Nothing is told of ${enumerated(silent.map((wall) => `the ${placeNames[wall]}`))}: unknown, and not counted.`
      ]
}

/** What is said of each design of one's own, after its name. Of one that is enclosed less can be said. */
export const adviceOf = (estimate: AnyEstimate): readonly Remark[] =>
  estimate.ledger.designs.flatMap((row: AnyRow): readonly Remark[] => {
    const total = exactOf(row.total)
    const isKnown = 'exact' in row.total.energy && total.gt(0)
    const sentences = [
      ...standing(row, total, isKnown),
      ...totalSentences(estimate, row),
      ...(isKnown ? [...headroom(estimate, row), ...halving(row, total)] : []),
      ...untold(row)
    ]
    return sentences.length === 0 ? [] : [{ name: row.name, sentences }]
  })
