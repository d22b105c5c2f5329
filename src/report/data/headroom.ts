/** A comparison for other programs: JSON and CSV. */
import { expecting } from '../../units/argument'
import type { ActionAgainst, ActionHeadroom, TotalHeadroom } from '../../ledger/headroom'
import { csvText } from '../../format/text/csv-text'
import { aComparison, argumentsText, type Comparison, uncovered } from '../headroom'
import { citation } from '../ledger'
import { quantityJson } from './ledger'
import { jsonText } from '../../units/visible'

/** The name and version of the JSON form; a version changes when a reader would have to. */
export const headroomFormat = 'limen.headroom/2'

const againstJson = ({ name, energy, decades, tier, claim, constraint, sources }: ActionAgainst) => ({
  name,
  ...quantityJson(energy),
  ...{ decades, tier, claim, constraint, sources }
})

const actionJson = ({ action, word, against, floor, why, standing, resolved, spent }: ActionHeadroom) => ({
  component: action.component,
  ...(action.instances === undefined ? {} : { instances: action.instances }),
  action: action.action,
  kind: action.kind,
  ...(action.arguments === undefined ? {} : { arguments: action.arguments }),
  energy: quantityJson(action.energy),
  ...(action.resolution === undefined ? {} : { resolution: quantityJson(action.resolution) }),
  ...(action.derivation === undefined ? {} : { derivation: action.derivation }),
  bits: { value: word.bits, origin: word.origin },
  standing,
  floor: floor?.name ?? null,
  ...(why === undefined ? {} : { why }),
  ...(resolved === undefined ? {} : { resolved }),
  against: against.map(againstJson),
  ...(action.count === undefined ? {} : { count: action.count }),
  ...(spent === undefined
    ? {}
    : {
        spent: {
          energy: quantityJson(spent.energy),
          share: spent.share,
          headroom: spent.headroom === undefined ? null : quantityJson(spent.headroom)
        }
      })
})

const totalJson = ({ component, parts, wall, energy, resolution, against, why }: TotalHeadroom) => ({
  component,
  parts,
  ...(wall === undefined ? {} : { wall }),
  energy: quantityJson(energy),
  ...(resolution === undefined ? {} : { resolution: quantityJson(resolution) }),
  against: against.map(({ paradigm, energy: bound, decades, tier, claim, constraint, sources }) => ({
    paradigm,
    ...quantityJson(bound),
    ...{ decades, tier, claim, constraint, sources }
  })),
  ...(why === undefined ? {} : { why })
})

const namedJson = (of: ActionHeadroom | undefined) =>
  of === undefined
    ? null
    : {
        component: of.action.component,
        action: of.action.action,
        ...(of.action.arguments === undefined ? {} : { arguments: of.action.arguments })
      }

/**
 * A comparison as JSON ("limen.headroom/2"); values are decimal texts in coherent SI, so that no digit
 * is lost. `decades` is null where the design's energy, or what it is held against, is 0.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import { comparison, headroomJson } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'sram', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a memory', actions: [read], totals: [], notes: [] }
 * const found = headroom(table, { temperature: kelvin(300), errorProbability: one(0) })
 * const json = E.isRight(found) ? headroomJson(comparison(found.right)) : ''
 * console.log(/"floor": .*$/m.exec(json)?.[0]) // "floor": "readInformation",
 *
 * @since 0.4.0
 */
export const headroomJson = expecting('headroomJson', { of: aComparison }, (of: Comparison): string => {
  const { headroom, inputs } = of
  const { table, actions, totals, spent, largest } = headroom
  const document = {
    format: headroomFormat,
    name: table.name,
    source: table.format,
    inputs,
    actions: actions.map(actionJson),
    ...(spent === undefined ? {} : { spent: quantityJson(spent) }),
    largest: { decades: namedJson(largest.decades), joules: namedJson(largest.joules) },
    totals: totals.map(totalJson),
    notCovered: uncovered(headroom),
    notes: table.notes
  }
  return `${jsonText(document, 2)}\n`
})

const header = [
  ...['component', 'action', 'arguments', 'kind', 'bits', 'bits_origin', 'energy_J', 'against', 'against_J'],
  ...['is_floor', 'decades', 'standing', 'count', 'spent_J', 'headroom_J'],
  ...['tier', 'claim', 'constraint', 'sources', 'derivation']
]

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)

const actionRows = ({ action, word, against, floor, standing, spent, why }: ActionHeadroom) => {
  const { derivation = '' } = action
  const own = [
    ...[action.component, action.action, argumentsText(action), action.kind],
    ...[String(word.bits), word.origin, action.energy.exact.toString()]
  ]
  const run = [
    number(action.count),
    spent?.energy.exact.toString() ?? '',
    spent?.headroom?.exact.toString() ?? ''
  ]
  return against.length === 0
    ? [[...own, '', '', '', '', standing, ...run, '', '', why ?? '', '', derivation]]
    : against.map((bound) => [
        ...own,
        ...[bound.name, bound.energy.exact.toString(), String(bound === floor), number(bound.decades)],
        standing,
        ...run,
        ...[bound.tier, bound.claim, bound.constraint, bound.sources.map(citation).join('; '), derivation]
      ])
}

const totalRows = ({ component, parts, wall, energy, against, why }: TotalHeadroom) => {
  const own = [component, parts.join(' + '), '', wall ?? '', '', '', energy.exact.toString()]
  const run = ['', '', '']
  return against.length === 0
    ? [[...own, '', '', '', '', '', ...run, '', '', why ?? '', '', '']]
    : against.map(({ paradigm, energy: bound, decades, tier, claim, constraint, sources }) => [
        ...own,
        ...[paradigm, bound.exact.toString(), '', number(decades), ''],
        ...run,
        ...[tier, claim, constraint, sources.map(citation).join('; '), '']
      ])
}

/**
 * A comparison as CSV (RFC 4180), energies in J: a row for each action, and for each total, and
 * each that it is held against; of a total `action` is the part of the run, `kind` its wall and `against`
 * the paradigm.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import { comparison, headroomCsv } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'sram', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a memory', actions: [read], totals: [], notes: [] }
 * const found = headroom(table, { temperature: kelvin(300), errorProbability: one(0) })
 * const csv = E.isRight(found) ? headroomCsv(comparison(found.right)) : ''
 * console.log(csv.split('\r\n')[1]?.slice(0, 56)) // sram,read,,read,8,file,1.44e-13,readInformation,2.296783
 *
 * @since 0.4.0
 */
export const headroomCsv = expecting(
  'headroomCsv',
  { of: aComparison },
  ({ headroom: { actions, totals } }: Comparison): string =>
    csvText([header, ...actions.flatMap(actionRows), ...totals.flatMap(totalRows)])
)
