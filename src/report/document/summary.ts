/** A ledger in words: what the learning costs, at least or by which machine, where it goes, and what it depends on. */
import type { Claim } from '../../formula/model'
import type { Explanation } from '../../ledger/explain'
import type { Sensitivity } from '../../reading/sensitivities'
import type { Decimal } from '../../units/decimal'
import { endsOf } from '../../units/enclosure'
import {
  claimWords,
  entriesOf,
  figure,
  measuredDecades,
  measuredOf,
  said,
  placeNames,
  sortedRows,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { adviceOf, atPlace } from '../design'
import { remarksOf, standingOf, totalSentences } from '../remarks'
import { h100PeakOperation } from '../../technology/facts'
import { signed } from '../text/explanation'
import { shareText } from '../picture/ledger-rows'
import { enumerated } from '../../shape/words'
import { inWords, rowTitle } from '../picture/words'
import { inlines, type Inline, type Line } from './block'

/** Where an exact total goes, the largest share first. */
export const sharesOf = (paradigm: AnyRow): readonly (readonly [string, Decimal])[] => {
  const [whole, ...enclosed] = endsOf<unknown>(paradigm.total.energy)
  if (enclosed.length > 0 || whole!.exact.isZero()) return []
  return entriesOf(paradigm)
    .map(([place, { energy }]) => {
      const [part] = endsOf<unknown>(energy)
      return [placeNames[place], part!.exact.div(whole!.exact)] as const
    })
    .filter(([, share]) => share.gt(0))
    .sort(([, a], [, b]) => b.comparedTo(a))
}

const destination = (paradigm: AnyRow): string => {
  const shares = sharesOf(paradigm)
  if (shares.length === 0) return ''
  const [[only]] = shares as [readonly [string, Decimal]]
  return shares.length === 1
    ? `, all of it ${atPlace(only)}`
    : `: ${enumerated(shares.map(([place, share]) => `${shareText(share)} ${atPlace(place)}`))}`
}

const paradigmLine = (paradigm: AnyRow, remarks: readonly string[], digits: number | undefined): Line => {
  const { name, description, total } = paradigm
  const far = standingOf(paradigm)
  const [before, behind] = said(total.claim)
  return [
    { code: name },
    ` ${description}: ${before}`,
    { strong: figure(total.energy, digits) },
    `${behind} (${claimWords(total.claim, total.tier)})`,
    (far === '' ? '' : `, ${far}`) +
      destination(paradigm) +
      (remarks.length === 0 ? '' : `. ${remarks.join(' ')}`)
  ]
}

/** The inputs that a figure depends on most; what is less than a tenth is left to the picture. */
const knobs = (sensitivities: readonly Sensitivity[]): readonly Sensitivity[] =>
  [...sensitivities]
    .filter(({ elasticity }) => Math.abs(elasticity.value) >= 0.1)
    .sort((a, b) => Math.abs(b.elasticity.value) - Math.abs(a.elasticity.value))
    .slice(0, 3)

const knobLine = ({ name, description, sensitivities }: Explanation): readonly Line[] => {
  const most = knobs(sensitivities)
  if (most.length === 0) return []
  const effects = most.map(
    ({ input, symbol, elasticity }) => `${inWords(input)} ${symbol} (${signed(elasticity.value)} %)`
  )
  return [
    `One percent more of a value changes ${rowTitle({ name, description })} most by ${enumerated(effects)}.`
  ]
}

/** How far a row is above the floor, and where most of it goes. */
const standing = (row: AnyRow): string => {
  const far = standingOf(row)
  const [most] = sharesOf(row)
  return [
    ...(far === '' ? [] : [far]),
    ...(most === undefined ? [] : [`${shareText(most[1])} of it ${atPlace(most[0])}`])
  ].join(', ')
}

/** What today's hardware is, in the estimate of it. */
const hardware = (estimate: AnyEstimate, { name, description }: AnyRow): string => {
  const isStandard = estimate.assumptions.some(
    (each) => each.name === 'acceleratorEnergy' && each.origin === 'default'
  )
  return name === 'accelerator' && isStandard
    ? `${description} at the peak rate of its data sheet, ${h100PeakOperation.note!}`
    : description
}

/** What the learning took where it took place. */
const tookLine = (estimate: AnyEstimate, digits?: number): Line => {
  const measured = measuredOf(estimate)
  if (measured === undefined) return []
  const above = measuredDecades(measured)
  return [
    'Where it took place it took ',
    { strong: figure(measured.fact.value, digits) },
    ` (${[measured.fact.evidence, measured.fact.note].filter((each) => each !== undefined).join(': ')})`,
    above === '' ? '. ' : `, ${above} decades above the floor. `
  ]
}

/** The answer in a few words: the floor, the least of the machines, what it took, the least estimate, and one's own. */
export const answerLine = (estimate: AnyEstimate, digits?: number): Line => {
  const rows = sortedRows(estimate)
  const own = new Set<string>(estimate.ledger.designs.map(({ name }) => name))
  const floor = rows.find(({ name }) => name === 'floor')
  const told = (row: AnyRow | undefined, who: Inline, of: string): readonly Inline[] => {
    if (row === undefined) return []
    const behind = standing(row)
    const { claim } = row.total
    return [
      who,
      ` ${claim === 'cost of a machine' ? '' : 'takes '}${said(claim)[0]}`,
      { strong: figure(row.total.energy, digits) },
      `${of === '' ? '' : ` (${of})`}${behind === '' ? '' : `, ${behind}`}. `,
      ...totalSentences(estimate, row).map((each) => `${each} `)
    ]
  }
  const least = (claim: Claim): AnyRow | undefined =>
    rows.find(({ name, total }) => total.claim === claim && !own.has(name))
  const [machine, today] = [least('cost of a machine'), least('estimate')]
  return [
    ...(floor === undefined
      ? []
      : [
          `The floor, ${floor.description}, is ${said(floor.total.claim)[0]}`,
          { strong: figure(floor.total.energy, digits) },
          '. '
        ]),
    ...told(machine, 'The least of the machines', machine?.description ?? ''),
    ...inlines(tookLine(estimate, digits)),
    ...told(today, 'By the least estimate it', today === undefined ? '' : hardware(estimate, today)),
    ...rows.filter(({ name }) => own.has(name)).flatMap((row) => told(row, { code: row.name }, ''))
  ]
}

/** What is said of a ledger before its table. */
export const summaryLines = (
  estimate: AnyEstimate,
  explanations: readonly Explanation[],
  digits?: number
): { readonly paradigms: readonly Line[]; readonly rest: readonly Line[] } => {
  const remarks = remarksOf(estimate)
  const own = estimate.ledger.designs.map(({ name }) => name)
  const weighed = own.length === 0 ? ['limDissipated'] : own
  return {
    paradigms: sortedRows(estimate).map((paradigm) =>
      paradigmLine(paradigm, remarks.find(({ name }) => name === paradigm.name)?.sentences ?? [], digits)
    ),
    rest: [
      ...adviceOf(estimate).map(({ name, sentences }): Line => [{ code: name }, ` ${sentences.join(' ')}`]),
      ...explanations.filter(({ name }) => weighed.includes(name)).flatMap(knobLine)
    ]
  }
}
