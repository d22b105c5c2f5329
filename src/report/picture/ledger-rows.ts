/** The rows of a picture of a ledger: what each shows, in figures and in words. */
import type { Claim } from '../../formula/model'
import type { Place } from '../../ledger/paradigms'
import type { Fact } from '../../technology/facts'
import { Working, type Decimal } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import { endsOf } from '../../units/enclosure'
import { formatWith } from '../../units/format'
import { one, percent } from '../../units/si'
import {
  decadesOf,
  entriesOf,
  figure,
  measuredDecades,
  measuredOf,
  placeNames,
  sortedRows,
  type AnyEntry,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { rowTitle } from './words'

type Part = Place | 'whole'

/** What a row shows. */
export interface Row {
  readonly name: string
  /** What it is called. */
  readonly title: string
  readonly description: string
  /** The ends of its energy; one where it is exact. */
  readonly ends: readonly Decimal[]
  readonly energy: string
  readonly decades: string
  /** What its energy is; of what took place there is none, and it is a point. */
  readonly claim?: Claim
  readonly shares: readonly { readonly part: Part; readonly share: Decimal }[]
}

const half = (of: readonly Decimal[]): Decimal =>
  of.reduce((sum, each) => sum.plus(each), new Working(0)).div(of.length || 1)

const above = (decades: readonly string[]): string =>
  decades.length === 0
    ? ''
    : `${decades.length === 1 ? decades[0]! : `[${decades.join(', ')}]`} decades above the floor`

const rowOf = (paradigm: AnyRow): Row => {
  const exactly = (energy: AnyEntry['energy']): readonly Decimal[] =>
    endsOf<Energy>(energy).map(({ exact }) => exact)
  const total = exactly(paradigm.total.energy)
  const middle = half(total)
  const known = entriesOf(paradigm)
  const shares = middle.gt(0)
    ? known.length === 0
      ? [{ part: 'whole' as const, share: new Working(1) }]
      : known.map(([part, { energy }]) => ({ part, share: half(exactly(energy)).div(middle) }))
    : []
  return {
    name: paradigm.name,
    title: rowTitle(paradigm),
    description: paradigm.description,
    ends: total,
    energy: figure(paradigm.total.energy),
    decades: above(decadesOf(paradigm)),
    claim: paradigm.total.claim,
    shares: shares.filter(({ share }) => share.gt(0))
  }
}

const rangeText = ({ value, upTo }: Fact<Energy>): string =>
  [value, ...(upTo === undefined ? [] : [upTo])].map((each) => figure(each)).join(' to ')

const measuredRow = (estimate: AnyEstimate): readonly Row[] => {
  const measured = measuredOf(estimate)
  if (measured === undefined) return []
  const { fact } = measured
  const decades = measuredDecades(measured)
  return [
    {
      name: 'as it took place',
      title: 'as it took place',
      description: `${fact.what}, ${fact.evidence}, ${fact.year}`,
      ends: [fact.value, ...(fact.upTo === undefined ? [] : [fact.upTo])].map(({ exact }) => exact),
      energy: rangeText(fact),
      decades: decades === '' ? '' : `${decades} decades above the floor`,
      shares: []
    }
  ]
}

/** A share in percent, as it is printed: to a tenth of a percent, and nothing as 0 or all that is not. */
export const shareText = (share: Decimal): string =>
  share.lt(0.001)
    ? '< 0.1 %'
    : share.gt(0.999) && share.lt(1)
      ? '> 99.9 %'
      : formatWith({ unit: percent, digits: share.lt(0.1) ? 2 : 3 })(one(share))

const partText: { readonly [P in Part]: string } = { ...placeNames, whole: 'not known by wall' }

/** The shares of a row, as they are written under its strip. */
export const shareTexts = ({ shares }: Row): readonly string[] =>
  shares.map(({ part, share }) =>
    part === 'whole' ? partText.whole : `${partText[part]} ${shareText(share)}`
  )

/** A row as a sentence. */
export const sentence = (row: Row): string => {
  const claim = row.claim === undefined ? '' : `, ${row.claim}`
  const decades = row.decades === '' ? '' : `, ${row.decades}`
  const shares = row.shares.length === 0 ? '' : `: ${shareTexts(row).join(', ')}`
  return `${row.name} (${row.description}${claim}) ${row.energy}${decades}${shares}.`
}

/** Every row of a ledger, in the order in which people read them, and what took place. */
export const rowsOf = (estimate: AnyEstimate): readonly Row[] => [
  ...sortedRows(estimate).map(rowOf),
  ...measuredRow(estimate)
]
