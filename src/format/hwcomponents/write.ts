/** Component models of hwcomponents: a Python module, a class a component. */
import type * as E from 'fp-ts/lib/Either.js'
import { expecting } from '../../units/argument'
import { type ActionEnergy, anEnergyTable, type EnergyTable } from '../../ledger/energy-table'
import { type SchemaError, type SchemaProblem, unfitFile } from '../../shape/problem'
import { formatWith } from '../../units/format'
import { picojoules } from '../../units/si'
import { className, documented, identifier, literal } from './python'
import { byComponent, collisions, inJoules, plainName, problem, written } from '../text/written'

/** What a component model has already. */
const taken = new Set([
  ...['self', 'area', 'leak_power', 'leak', 'scale', 'logger', 'component_name', 'priority', 'subcomponents'],
  ...['energy_scale', 'area_scale', 'latency_scale', 'throughput_scale', 'leak_power_scale'],
  ...['required_arguments', 'get_name', 'super', 'action', 'ActionCost', 'ComponentModel']
])

type Component = readonly [component: string, actions: readonly ActionEnergy[]]

const isLeak = ({ kind }: ActionEnergy): boolean => kind === 'leak'

/** The entries of each action that is a method. */
const methodsOf = ([, actions]: Component): readonly (readonly ActionEnergy[])[] => {
  const methods = new Map<string, ActionEnergy[]>()
  actions
    .filter((action) => !isLeak(action))
    .forEach((action) => {
      methods.set(action.action, [...(methods.get(action.action) ?? []), action])
    })
  return [...methods.values()]
}

/** The arguments that tell apart the entries of an action. */
const tellingApart = (entries: readonly ActionEnergy[]): readonly string[] => {
  const names = [...new Set(entries.flatMap(({ arguments: given = {} }) => Object.keys(given)))]
  return names.filter((name) => new Set(entries.map(({ arguments: given = {} }) => given[name])).size > 1)
}

const valuesOf = (names: readonly string[], { arguments: given = {} }: ActionEnergy): readonly string[] =>
  names.map((name) => {
    const value = given[name]
    return value === undefined ? 'None' : literal(value)
  })

/** True is 1 for Python, and False is 0. */
const pythonKey = (values: readonly string[]): string =>
  values.map((value) => (value === 'True' ? '1' : value === 'False' ? '0' : value)).join(', ')

const lastOf = (component: string): string => plainName(component).split('.').at(-1)!

const ownProblems = (component: Component): readonly SchemaProblem[] => {
  const [name, actions] = component
  const methods = methodsOf(component)
  const leaks = actions.filter(isLeak)
  return [
    ...(leaks.length > 1 ? [problem(name, `${leaks.length} energies of leakage, and a model has one`)] : []),
    ...collisions(methods, ([first]) => identifier(first!.action, taken)).map(([method, them]) =>
      problem(
        name,
        `${them.map(([first]) => `"${first!.action}"`).join(' and ')} would both be the method ${method}`
      )
    ),
    ...methods.flatMap((entries) => {
      const place = `${name}.${entries[0]!.action}`
      const names = tellingApart(entries)
      return [
        ...collisions(names, (argument) => identifier(argument, taken)).map(([argument, them]) =>
          problem(
            place,
            `${them.map((each) => `"${each}"`).join(' and ')} would both be the argument ${argument}`
          )
        ),
        ...collisions(entries, (entry) => pythonKey(valuesOf(names, entry))).map(() =>
          problem(place, 'several energies, which nothing in Python tells apart')
        )
      ]
    })
  ]
}

const energyText = formatWith({ unit: picojoules, digits: 'all' })

const method = (entries: readonly ActionEnergy[]): readonly string[] => {
  const [first] = entries
  const { action } = first!
  const names = tellingApart(entries)
  const parameters = names.map((name) => identifier(name, taken))
  const cost = (energy: string): string =>
    `        return ActionCost(energy=${energy}, throughput=self._throughput, latency=self._latency)`
  const sentences = new Set(
    entries.map(
      ({ energy, derivation }) => `${energyText(energy)}${derivation === undefined ? '' : `; ${derivation}`}`
    )
  )
  const key = parameters.map((parameter) => `${parameter},`).join(' ')
  return [
    '',
    '    @action',
    `    def ${identifier(action, taken)}(${['self', ...parameters].join(', ')}) -> ActionCost:`,
    `        """Action '${documented(action)}': ${[...sentences].map(documented).join('; ')}"""`,
    ...(names.length === 0
      ? [cost(inJoules(first!.energy))]
      : [
          '        energies = {',
          ...entries.map(
            (entry) => `            (${valuesOf(names, entry).join(', ')},): ${inJoules(entry.energy)},`
          ),
          '        }',
          cost(`energies[(${key})]`)
        ])
  ]
}

const classOf = (component: Component, names: readonly string[]): readonly string[] => {
  const [name, actions] = component
  const leak = actions.find(isLeak)
  const own = ['area', 'latency', 'throughput', leak === undefined ? 'leak_power' : 'global_cycle_seconds']
  const power = leak === undefined ? 'leak_power' : `${inJoules(leak.energy)} / global_cycle_seconds`
  return [
    '',
    '',
    `class ${className(plainName(name), taken)}(ComponentModel):`,
    '    """',
    `    ${documented(name)}`,
    '',
    '    Area (m^2), latency (s) and throughput (actions per second) are not in the source of these',
    `    energies, so they are asked for${leak === undefined ? ', and so is the leakage power (W).' : '. Leakage is an energy per cycle (s).'}`,
    '    """',
    '',
    `    component_name = [${names.map(literal).join(', ')}]`,
    '    priority = 0.5',
    '',
    `    def __init__(self, ${own.map((each) => `${each}: float`).join(', ')}):`,
    `        super().__init__(area=area, leak_power=${power})`,
    '        self._latency = latency',
    '        self._throughput = throughput',
    ...methodsOf(component).flatMap(method)
  ]
}

/**
 * A Python module of component models for hwcomponents, a class a component; energies in J.
 *
 * What the table does not know (area, latency, throughput, leakage where there is none) the classes
 * ask for. An action with several entries takes the arguments that tell them apart.
 *
 * Errors: components, actions or arguments that Python would give one name.
 *
 * @example
 * import { picojoules } from 'limen'
 * import { hwcomponentsPython } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'system.adc', action: 'read', kind: 'read', energy: picojoules(1.5) } as const
 * const table = { format: 'by hand', name: 'a converter', actions: [read], totals: [], notes: [] }
 * const python = hwcomponentsPython(table)
 * console.log(E.isRight(python) && /^class .*$/m.exec(python.right)?.[0]) // class SystemAdc(ComponentModel):
 *
 * @since 0.4.0
 */
export const hwcomponentsPython = expecting(
  'hwcomponentsPython',
  { table: anEnergyTable },
  (table: EnergyTable): E.Either<SchemaError, string> => {
    const components = byComponent(table)
    const shared = new Set(collisions(components, ([name]) => lastOf(name)).map(([last]) => last))
    const namesOf = ([name]: Component): readonly string[] => [
      ...new Set([plainName(name), ...(shared.has(lastOf(name)) ? [] : [lastOf(name)])])
    ]
    const sharing = collisions(components, ([name]) => className(plainName(name), taken)).map(
      ([shared, them]) =>
        problem('', `${them.map(([name]) => name).join(' and ')} would both be the class ${shared}`)
    )
    return written(table, [...sharing, ...components.flatMap(ownProblems)], () =>
      [
        '"""',
        documented(table.name),
        '',
        'Energies in J per action.',
        ...table.notes.map((note) => `- ${documented(note)}`),
        '"""',
        '',
        'from hwcomponents import ActionCost, ComponentModel, action',
        ...components.flatMap((component) => classOf(component, namesOf(component))),
        ''
      ].join('\n')
    )
  },
  unfitFile
)
