/** A comparison as a document, once for a terminal and for Markdown. */
import type { ActionAgainst, ActionHeadroom, Headroom } from '../../ledger/headroom'
import type { Tier } from '../../formula/model'
import { heading, list, paragraph, type Block, type Line } from './block'
import {
  belowSentences,
  decadesText,
  derivedSentences,
  distinctionsIn,
  largestSentences,
  namesIn,
  sourcesIn,
  tiersIn,
  uncovered,
  type Comparison
} from '../headroom'
import { citation, claimText, figure, tierMeanings, tierName, wallNames } from '../ledger'

const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks]

const listed = (items: readonly Line[]): readonly Block[] => (items.length === 0 ? [] : [list(items)])

const heldCells = ({ name, energy, decades, claim }: ActionAgainst, digits?: number) => [
  ...[name, figure(energy, digits), decadesText(decades), claim]
]

const standings: { readonly [S in ActionHeadroom['standing']]: string } = {
  'above': '',
  'below': 'below the floor',
  'zero': 'not covered',
  'no floor': ''
}

/** A row for an action and its floor, and one for all else that it is held against. */
const actionRows = (
  of: ActionHeadroom,
  distinction: readonly string[],
  standing: readonly string[],
  digits?: number
): readonly (readonly Line[])[] => {
  const { action, word, against, floor } = of
  const own = [
    ...[action.component, action.action, ...distinction, action.kind],
    floor === undefined ? '' : `${word.bits}${word.origin === 'least' ? '*' : ''}`,
    ...[figure(action.energy, digits), ...standing]
  ]
  const first = floor === undefined ? ['none', '', '', ''] : heldCells(floor, digits)
  const others = against.filter((each) => each !== floor)
  return [[...own, ...first], ...others.map((each) => [...own.map(() => ''), ...heldCells(each, digits)])]
}

const actionBlocks = (headroom: Headroom, digits?: number): readonly Block[] => {
  const { actions } = headroom
  if (actions.length === 0) return []
  const distinctions = actions.map(distinctionsIn(headroom))
  const stands = actions.map(({ standing }) => standings[standing])
  // A column in which nothing would stand is left out.
  const told = (texts: readonly string[]) => (texts.some((text) => text !== '') ? texts : undefined)
  const [given, standing] = [told(distinctions), told(stands)]
  const own = [
    ...['component', 'action', ...(given === undefined ? [] : ['arguments']), 'kind', 'bits', 'energy'],
    ...(standing === undefined ? [] : [''])
  ]
  return [
    {
      kind: 'table',
      header: [...own, 'held against', 'its energy', 'decades above', 'what it is'],
      rows: actions.flatMap((of, at) =>
        actionRows(of, given?.slice(at, at + 1) ?? [], standing?.slice(at, at + 1) ?? [], digits)
      ),
      figuresFrom: own.indexOf('bits'),
      foldsAt: own.length
    }
  ]
}

const percent = (share: number | null): string => (share === null ? '' : `${(100 * share).toFixed(1)} %`)

const spentBlocks = (headroom: Headroom, digits?: number): readonly Block[] => {
  const { actions, spent } = headroom
  if (spent === undefined) return []
  const counted = actions.filter((of) => of.spent !== undefined)
  const uncounted = actions.length - counted.length
  const nameOf = namesIn(headroom)
  return [
    {
      kind: 'table',
      header: ['action', 'count', 'energy', 'share', 'above the floor'],
      rows: [
        ...counted.map((of) => [
          nameOf(of),
          String(of.action.count),
          figure(of.spent?.energy, digits),
          percent(of.spent?.share ?? null),
          of.spent?.headroom === undefined ? '' : figure(of.spent.headroom, digits)
        ]),
        ['all that are counted', '', figure(spent, digits), '', '']
      ],
      figuresFrom: 1
    },
    ...(uncounted === 0
      ? []
      : [
          paragraph(
            `${uncounted} ${uncounted === 1 ? 'action has' : 'actions have'} no count, and no part in this.`
          )
        ])
  ]
}

const totalBlocks = ({ totals }: Headroom, digits?: number): readonly Block[] =>
  totals.length === 0
    ? []
    : [
        {
          kind: 'table',
          header: [
            ...['component', 'part', 'wall', 'energy'],
            ...['held against', 'its energy', 'decades above', 'what it is']
          ],
          rows: totals.flatMap(({ component, parts, wall, energy, against }) => {
            const own = [
              component,
              parts.join(' + '),
              wall === undefined ? '' : wall === 'total' ? 'total' : wallNames[wall],
              figure(energy, digits)
            ]
            const walls = against.map(({ paradigm, energy: own, decades, claim }) => [
              ...[paradigm, figure(own, digits), decadesText(decades), claim]
            ])
            const [first = ['nothing', '', '', ''], ...more] = walls
            return [[...own, ...first], ...more.map((cells) => [...own.map(() => ''), ...cells])]
          }),
          figuresFrom: 3,
          foldsAt: 4
        }
      ]

/** All that is held against, once: what may be claimed of it, and on what constraint. */
const heldItems = ({ actions, totals }: Headroom): readonly string[] => [
  ...new Set([
    ...actions.flatMap((action) =>
      action.against.map(
        ({ name, claim, tier, constraint }) => `${name}: ${claimText(claim, tier)}: ${constraint}`
      )
    ),
    ...totals.flatMap(({ against, wall }) =>
      against.map(
        ({ paradigm, claim, tier, constraint }) =>
          `${paradigm}${wall === undefined || wall === 'total' ? ' in all' : `, ${wallNames[wall]}`}: ${claimText(claim, tier)}: ${constraint}`
      )
    )
  ])
]

/** A comparison as a document. */
export const headroomBlocks = ({ headroom, inputs }: Comparison, digits?: number): readonly Block[] => {
  const { table } = headroom
  const tiers = tiersIn(headroom)
  return [
    heading(1, table.name),
    paragraph(`${table.format}. Every energy stands with its unit.`),
    ...actionBlocks(headroom, digits),
    ...section(
      'Largest headroom',
      listed(headroom.actions.length === 0 ? [] : largestSentences(headroom, digits))
    ),
    ...section('Below the floor', listed(belowSentences(headroom, digits))),
    ...section('Over the run', spentBlocks(headroom, digits)),
    ...section('In all', totalBlocks(headroom, digits)),
    ...section('Derived: the file does not state these energies', listed(derivedSentences(headroom))),
    ...section('Not covered', listed(uncovered(headroom))),
    ...section('Notes', listed(table.notes)),
    ...section('What is held against', listed(heldItems(headroom))),
    ...section(
      'Tiers',
      listed(
        Object.entries(tierMeanings)
          .filter(([tier]) => [...tiers].some((used) => used === tier))
          .map(([tier, meaning]) => `${tierName(tier as Tier)}: ${meaning}`)
      )
    ),
    ...section(
      'Inputs',
      listed(
        inputs.map(({ name, value, origin, why }) => {
          const reason = [origin === 'given' ? '' : origin, why ?? '']
            .filter((part) => part !== '')
            .join(': ')
          return `${name} ${value}${reason === '' ? '' : ` (${reason})`}`
        })
      )
    ),
    ...section('Sources', listed(sourcesIn(headroom).map(citation)))
  ]
}
