/** A ledger in words: what the learning costs, at least or by which machine, where it goes, and what it depends on. */
import type { Claim } from '../../formula/model'
import type { Explanation } from '../../ledger/explain'
import type { Sensitivity } from '../../reading/sensitivities'
import type { Decimal } from '../../units/decimal'
import { endsOf } from '../../units/enclosure'
import {
  claimWords,
  entriesOf,
  decades,
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
import { signed } from '../text/explanation'
import { shareText } from '../picture/ledger-rows'
import { enumerated } from '../../shape/words'
import { inWords, rowTitle } from '../picture/words'
import type { Inline, Line } from './block'

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

const paradigmLine = (paradigm: AnyRow, digits: number | undefined): Line => {
  const { name, description, total } = paradigm
  const above = decades(paradigm)
  const [before, behind] = said(total.claim)
  return [
    { code: name },
    ` ${description}: ${before}`,
    { strong: figure(total.energy, digits) },
    `${behind} (${claimWords(total.claim, total.tier)})`,
    (above === '' ? '' : `, ${above} decades above the floor`) + destination(paradigm)
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
  const above = decades(row)
  const [most] = sharesOf(row)
  return [
    ...(above === '' ? [] : [`${above} decades above the floor`]),
    ...(most === undefined ? [] : [`${shareText(most[1])} of it ${atPlace(most[0])}`])
  ].join(', ')
}

/** The answer in a few words: the floor, the least of the machines, the least that it takes today, and one's own. */
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
      `${of === '' ? '' : ` (${of})`}${behind === '' ? '' : `, ${behind}`}. `
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
    ...told(today, 'Today it', today?.description ?? ''),
    ...rows.filter(({ name }) => own.has(name)).flatMap((row) => told(row, { code: row.name }, ''))
  ]
}

/** What is said of a ledger before its table. */
export const summaryLines = (
  estimate: AnyEstimate,
  explanations: readonly Explanation[],
  digits?: number
): { readonly paradigms: readonly Line[]; readonly rest: readonly Line[] } => {
  const measured = measuredOf(estimate)
  const took = measured === undefined ? undefined : figure(measured.fact.value, digits)
  const above = measured === undefined ? '' : measuredDecades(measured)
  const own = estimate.ledger.designs.map(({ name }) => name)
  const weighed = own.length === 0 ? ['limDissipated'] : own
  return {
    paradigms: sortedRows(estimate).map((paradigm) => paradigmLine(paradigm, digits)),
    rest: [
      ...(took === undefined
        ? []
        : [
            [
              'Where it took place it took ',
              { strong: took },
              above === '' ? '.' : `, ${above} decades above the floor.`
            ] satisfies Line
          ]),
      ...adviceOf(estimate).map(({ name, sentences }): Line => [{ code: name }, ` ${sentences.join(' ')}`]),
      ...explanations.filter(({ name }) => weighed.includes(name)).flatMap(knobLine)
    ]
  }
}
