/** What must be said beside a total, lest it say more than its parts: what of it is a bound, and what is below the floor. */
import { isBound, type Claim } from '../formula/model'
import { bits } from '../units/si'
import { enumerated } from '../shape/words'
import { Working, type Decimal } from '../units/decimal'
import { endsOf } from '../units/enclosure'
import {
  decades,
  decadesOf,
  entriesOf,
  figure,
  placeNames,
  rowsOf,
  type AnyEntry,
  type AnyEstimate,
  type AnyRow
} from './ledger'
import { shareText } from './picture/ledger-rows'

/** What is said of one row. */
export interface Remark {
  readonly name: string
  readonly sentences: readonly string[]
}

/** A part of a total that is no bound, which is one: at a wall, or by its name; its share where that is known. */
export interface BoundPart {
  readonly at: string
  readonly claim: Claim
  readonly share?: Decimal
}

const leastOf = ({ energy }: AnyEntry): Decimal => endsOf<unknown>(energy)[0]!.exact

/** What of a row is a bound, where the whole is none. */
export const boundParts = (row: AnyRow): readonly BoundPart[] => {
  if (isBound(row.total.tier)) return []
  const parts: readonly (readonly [string, AnyEntry])[] =
    row.parts?.map((part: AnyEntry & { readonly name: string }) => [part.name, part] as const) ??
    entriesOf(row).map(([place, entry]) => [placeNames[place], entry] as const)
  return parts
    .filter(([, entry]) => isBound(entry.tier) && leastOf(entry).gt(0))
    .map(([at, entry]) => ({
      ...{ at, claim: entry.claim },
      ...('exact' in entry.energy ? { share: leastOf(entry).div(leastOf(row.total)) } : {})
    }))
}

/** "99.8 % of it is a lower bound (memory-wall)"; nothing where no part is. */
const boundWords = (parts: readonly BoundPart[]): string => {
  const claims = [...new Set(parts.map(({ claim }) => claim))]
  return enumerated(
    claims.map((claim) => {
      const those = parts.filter((part) => part.claim === claim)
      const share = those.reduce<Decimal | undefined>(
        (sum, part) => (sum === undefined || part.share === undefined ? undefined : sum.plus(part.share)),
        new Working(0)
      )
      const what =
        share === undefined ? 'a part of it' : share.eq(1) ? 'all of it' : `${shareText(share)} of it`
      return `${what} is a ${claim} (${enumerated(those.map(({ at }) => at))})`
    })
  )
}

/** The same as a sentence, where it changes a digit that is printed. */
export const boundSentences = (parts: readonly BoundPart[]): readonly string[] =>
  parts.every(({ share }) => share?.lt(0.0005) ?? false)
    ? []
    : [`${capital(boundWords(parts))}: such a machine takes that or more.`]

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** How far a row is above the floor, or below it; nothing where that cannot be told. */
export const standingOf = (row: AnyRow): string => {
  const above = decades(row)
  if (above === '') return ''
  return above.startsWith('-')
    ? `${above.slice(1)} decades below the floor`
    : `${above} decades above the floor`
}

const isBelow = (row: AnyRow): boolean => {
  const ends = decadesOf(row)
  return ends.length > 0 && ends.every((each) => each.startsWith('-'))
}

/** What a machine below the floor is not. */
export const noneBelow =
  'The floor is of memories that held unknown bits and end with the solution, and none of those takes so little'

/** Why a row may be below the floor, where it is. */
const belowSentences = (estimate: AnyEstimate, row: AnyRow, otherwise: string): readonly string[] => {
  if (!isBelow(row)) return []
  const { counts, inputs } = estimate.ledger
  const updates = endsOf<unknown>(counts.updates).at(-1)!
  const { parameters, precision } = inputs as Readonly<Record<string, AnyEntry['energy']>>
  const [N, b] = [parameters, precision].map((of) => endsOf<unknown>(of!)[0]!.exact) as [Decimal, Decimal]
  const why = updates.exact.lt(N.times(b))
    ? `${figure(updates)} ${updates.exact.eq(1) ? 'does' : 'do'} not set the ${figure(bits(N.times(b)))} of the solution`
    : otherwise
  return [`${noneBelow}: ${why}.`]
}

/** What must be said of a total wherever it stands: why it may be below the floor, and what of it is a bound. */
export const totalSentences = (estimate: AnyEstimate, row: AnyRow): readonly string[] => {
  const isOwn = estimate.ledger.designs.some(({ name }) => name === row.name)
  const otherwise = isOwn
    ? 'a figure is wrong, something is not counted, or its memory starts blank'
    : 'its memory would have to start blank'
  return [...belowSentences(estimate, row, otherwise), ...boundSentences(boundParts(row))]
}

/** Where most of what a machine takes above another is at a wall at which one has a bound, and the other something else. */
const apartSentences = (row: AnyRow, least: AnyRow | undefined): readonly string[] => {
  if (least === undefined || least === row || !('exact' in row.total.energy)) return []
  const more = leastOf(row.total).minus(leastOf(least.total))
  return entriesOf(row).flatMap(([place, entry]) => {
    const other = entriesOf(least).find(([at]) => at === place)?.[1]
    if (other === undefined || other.claim === entry.claim || !more.gt(0)) return []
    const share = leastOf(entry).minus(leastOf(other)).div(more)
    return share.lt(0.5)
      ? []
      : [
          `${capital(shareText(share))} of what it takes above ${least.name} is at the ${placeNames[place]}, where the two are told by different models: here ${entry.constraint} (${entry.claim}), there ${other.constraint} (${other.claim}).`
        ]
  })
}

/** What must be said of the rows of every ledger; designs of one's own have their advice. */
export const remarksOf = (estimate: AnyEstimate): readonly Remark[] => {
  const own = new Set<string>(estimate.ledger.designs.map(({ name }) => name))
  const rows = rowsOf(estimate).filter(({ name }) => !own.has(name) && name !== 'floor')
  const machines = rows.filter(({ total }) => total.claim === 'cost of a machine')
  const [least] = [...machines].sort((a, b) => leastOf(a.total).comparedTo(leastOf(b.total)))
  return rows
    .map((row) => ({
      name: row.name,
      sentences: [
        ...totalSentences(estimate, row),
        ...(machines.includes(row) ? apartSentences(row, least) : [])
      ]
    }))
    .filter(({ sentences }) => sentences.length > 0)
}
