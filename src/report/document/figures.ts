/** The figures of a ledger, and what they rest on, as pieces of a document. */
import type { Tier } from '../../formula/model'
import type { Source } from '../../formula/model'
import { adviceOf } from '../design'
import {
  coolingOf,
  decades,
  energiesOf,
  figure,
  hasWallPlug,
  claimText,
  isCertified,
  learnedSentence,
  linesOf,
  measuredDecades,
  measuredOf,
  outsideOf,
  sourcesOf,
  tierMeanings,
  tierName,
  placeNames,
  placesOf,
  rowsOf,
  sortedRows,
  wallPlugName,
  type AnyEstimate
} from '../ledger'
import { notesOf } from '../notes'
import { faint, heading, list, paragraph, type Block, type Line } from './block'

const sourceLine = ({ citation, url }: Source): Line =>
  url === undefined ? citation : [`${citation}, `, { link: url, to: url }]

/** What the ledger is of. */
export const titleBlocks = ({ ledger }: AnyEstimate): readonly Block[] => {
  const { name, description } = ledger.scenario
  return [heading(1, name), ...(description === undefined ? [] : [faint(description)])]
}

/** Names with what is said of each. */
const named = (rows: readonly (readonly [string, string])[]): readonly Line[] =>
  rows.map(([name, text]) => [{ code: name }, ` ${text}`])

/** A row for each paradigm. */
export const tableBlocks = (estimate: AnyEstimate, digits: number | undefined): readonly Block[] => {
  const isPlugged = hasWallPlug(estimate)
  const places = placesOf(estimate)
  return [
    {
      kind: 'table',
      header: [
        ...['paradigm', 'what it is', ...places.map((place) => placeNames[place]), 'total'],
        ...(isPlugged ? [wallPlugName] : []),
        'decades above the floor'
      ],
      figuresFrom: 2,
      rows: sortedRows(estimate).map((paradigm) => [
        [{ code: paradigm.name }, ` ${paradigm.description}`],
        claimText(paradigm.total.claim, paradigm.total.tier),
        ...energiesOf(paradigm, places).map((energy) => figure(energy, digits)),
        ...(isPlugged ? [figure(paradigm.wallPlug?.energy, digits)] : []),
        decades(paradigm)
      ])
    },
    ...(isCertified(estimate)
      ? [faint('Certified: each figure lies between the two that are given, whatever the rounding.')]
      : [])
  ]
}

/** What the two lines are that all rows are seen against, and what else is said of the rows. */
export const lineBlocks = (estimate: AnyEstimate, digits: number | undefined): readonly Block[] => {
  const cooling = coolingOf(estimate, digits)
  const outside = outsideOf(estimate).map(([name, what, why]) => [name, `${what}: ${why}`] as const)
  const lines = linesOf(estimate)
  const notes = notesOf(estimate.ledger)
  return [
    ...(lines.length === 0 ? [] : [list(named(lines)), faint(learnedSentence)]),
    ...(notes.length === 0 ? [] : [paragraph('Notes:'), list(notes)]),
    ...(cooling === undefined ? [] : [faint(`At the wall plug: ${cooling}.`)]),
    ...(outside.length === 0 ? [] : [paragraph('Without a value here:'), list(named(outside))])
  ]
}

/** What is said of designs of one's own. */
export const designBlocks = (estimate: AnyEstimate): readonly Block[] => {
  const advice = adviceOf(estimate)
  return advice.length === 0
    ? []
    : [
        heading(2, 'Designs'),
        list(named(advice.map(({ name, sentences }) => [name, sentences.join(' ')] as const)))
      ]
}

/** What the learning took where it took place, if that is known. */
export const measuredBlocks = (estimate: AnyEstimate, digits: number | undefined): readonly Block[] => {
  const measured = measuredOf(estimate)
  if (measured === undefined) return []
  const { value, upTo, what, year, evidence, note, source } = measured.fact
  const energy = [value, ...(upTo === undefined ? [] : [upTo])].map((end) => figure(end, digits)).join(' to ')
  return [
    heading(2, 'As it took place'),
    {
      kind: 'table',
      header: ['energy', 'decades above the floor', 'what', 'year', 'evidence', 'source'],
      figuresFrom: 6,
      rows: [
        [
          ...[energy, measuredDecades(measured), what, String(year)],
          `${evidence}${note === undefined ? '' : `: ${note}`}`,
          sourceLine(source)
        ]
      ]
    }
  ]
}

/** What all of it rests on: tiers, assumptions, sources. */
export const groundBlocks = (estimate: AnyEstimate): readonly Block[] => {
  const { assumptions } = estimate
  const tiers = Object.entries(tierMeanings).filter(([tier]) =>
    rowsOf(estimate).some(({ total }) => total.tier === tier)
  )
  return [
    heading(2, 'Tiers'),
    list(tiers.map(([tier, meaning]) => [{ strong: tierName(tier as Tier) }, `: ${meaning}`])),
    ...(assumptions.length === 0
      ? []
      : [
          heading(2, 'Assumptions'),
          {
            kind: 'table',
            header: ['name', 'value', 'origin', 'why'],
            figuresFrom: 4,
            rows: assumptions.map(({ name, value, origin, why = '' }) => [
              [{ code: name }],
              value,
              origin,
              why
            ])
          } satisfies Block
        ]),
    heading(2, 'Sources'),
    list(sourcesOf(estimate).map(sourceLine))
  ]
}
