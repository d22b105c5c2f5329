/**
 * Accelergy's energy reference tables (ERT), which Timeloop reads: what each action of each component
 * takes. Tables are a list since version 0.3, and a map of names before.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable } from '../../ledger/energy-table'
import { picojoules } from '../../units/si'
import type { SchemaError } from '../../shape/problem'
import { instancesOf } from './instances'
import { kindNotes, kindOf } from '../energies/kind'
import { bitsIn, widthNotes } from '../energies/width'
import { walk, type Part, type Walk } from '../text/walk'
import { decodeYaml } from '../text/yaml'

/** What every Accelergy file leaves unsaid. */
export const accelergyUnit =
  'energies are read as pJ: the file names no unit, and every energy of Accelergy is in pJ'

type Component = Pick<ActionEnergy, 'component' | 'instances'>

const actionOf = (
  walked: Walk,
  component: Component,
  part: Part,
  action: string
): ActionEnergy | undefined => {
  const energy = walked.energy(walked.field(part, 'energy'), picojoules)
  const given = walked.arguments(walked.field(part, 'arguments'))
  if (energy === undefined) return undefined
  const kind = kindOf(action)
  return {
    ...component,
    action,
    kind,
    ...(Object.keys(given).length === 0 ? {} : { arguments: given }),
    ...bitsIn({ kind, arguments: given }),
    energy
  }
}

/** Actions as a list, each with its name; or by name, each one or several. */
const actionsOf = (walked: Walk, component: Component, part: Part): readonly (ActionEnergy | undefined)[] =>
  walked.isMap(part)
    ? walked
        .fields(part, '')
        .flatMap(([action, of]) =>
          (walked.isList(of) ? walked.list(of, '') : [of]).map((each) =>
            actionOf(walked, component, each, action)
          )
        )
    : walked.list(part, 'a list of actions').map((each) => {
        const action = walked.text(walked.field(each, 'name'), 'the name of an action')
        return action === undefined ? undefined : actionOf(walked, component, each, action)
      })

const tableOf = (
  walked: Walk,
  name: string | undefined,
  [named, actions]: readonly [Part, Part]
): readonly (ActionEnergy | undefined)[] => {
  const instances = name === undefined ? undefined : instancesOf(name)
  if (typeof instances === 'object') walked.fail(named, instances.problem)
  const component: Component = {
    component: name ?? '',
    ...(typeof instances === 'number' ? { instances } : {})
  }
  return actionsOf(walked, component, actions)
}

const tablesOf = (walked: Walk, tables: Part): readonly (ActionEnergy | undefined)[] =>
  walked.isMap(tables)
    ? walked.fields(tables, '').flatMap(([name, part]) => tableOf(walked, name, [part, part]))
    : walked.list(tables, 'a list of tables').flatMap((table) => {
        const named = walked.field(table, 'name')
        const name = walked.text(named, 'the name of a component')
        return tableOf(walked, name, [named, walked.field(table, 'actions')])
      })

/**
 * The energies of an Accelergy ERT (energy reference table): per action, in pJ, which the file leaves
 * unsaid and a note says. `update` is read as `accumulate`: it is no learning update. What is wrong
 * has its line.
 *
 * @example
 * import { decodeErt } from 'limen/files'
 * decodeErt('ERT: {version: 0.4, tables: [{name: buffer, actions: [{name: read}]}]}')
 * // left: /ERT/tables/0/actions/0/energy (line 1): expected an energy of 0 pJ or more, as a plain number, got nothing
 *
 * @since 0.4.0
 */
export const decodeErt = (source: string, name = 'Accelergy ERT'): E.Either<SchemaError, EnergyTable> =>
  decodeYaml((value) => {
    const walked = walk()
    const ert = walked.field({ value, pointer: '' }, 'ERT')
    const read = tablesOf(walked, walked.field(ert, 'tables'))
    const actions = read.filter((action) => action !== undefined)
    return walked.problems.length > 0
      ? E.left(walked.problems)
      : E.right({
          format: 'Accelergy ERT',
          name,
          actions,
          totals: [],
          notes: [accelergyUnit, ...kindNotes(actions), ...widthNotes(actions)]
        })
  })(source)
