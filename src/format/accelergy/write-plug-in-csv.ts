/** CSV files of Accelergy's library plug-in, one a component. */
import type * as E from 'fp-ts/lib/Either.js'
import { expecting, options } from '../../units/argument'
import { type ActionEnergy, anEnergyTable, type EnergyTable } from '../../ledger/energy-table'
import { type SchemaError, type SchemaProblem, unfitFile } from '../../shape/problem'
import type { Energy } from '../../units/dimension'
import { aQuantity, type Quantity } from '../../units/quantity'
import { jsonText, visible } from '../../units/visible'
import { withoutFormulas } from '../text/csv-text'
import {
  byComponent,
  collisions,
  commented,
  inPicojoules,
  plainName,
  problem,
  written,
  type TextFile
} from '../text/written'

/** What is told where a table is silent. @since 0.4.0 */
export interface PluginOptions {
  /** What an action takes that the plug-in wants and the table does not have. */
  readonly missing?: Quantity<Energy>
}

/** The plug-in refuses a component that lacks one of these. */
const wanted = ['read', 'write', 'update', 'leak']

type Component = readonly [component: string, actions: readonly ActionEnergy[]]

const missingOf = ([, actions]: Component): readonly string[] =>
  wanted.filter((name) => !actions.some(({ action }) => action.toLowerCase() === name))

/** The file's name is the component, and ends at its first point for the plug-in. */
const fileOf = ([component]: Component): string => `${plainName(component).replace(/[^\w-]+/g, '_')}.csv`

/** The plug-in knows no quotes, so what a spreadsheet would compute or hide cannot be kept from it. */
const isWritable = (text: string): boolean =>
  text.trim() !== '' &&
  text === visible(text) &&
  !/[,#*]|COMPONENT/.test(text) &&
  text === withoutFormulas(text)

const attributesOf = ([, actions]: Component): readonly string[] => [
  ...new Set(actions.flatMap(({ arguments: given = {} }) => Object.keys(given)))
]

const cellsOf = (attributes: readonly string[], { arguments: given = {} }: ActionEnergy): readonly string[] =>
  attributes.map((name) => (Object.hasOwn(given, name) ? String(given[name]) : '*'))

const textProblems = (component: Component): readonly SchemaProblem[] => {
  const attributes = attributesOf(component)
  const texts = component[1].flatMap((action) => [
    // "*" is every action that no other row names.
    ...(action.action === '*' ? [] : [action.action]),
    ...Object.values(action.arguments ?? {}).map(String)
  ])
  const reserved = attributes.filter((name) =>
    ['energy', 'area', 'action', 'name'].includes(name.toLowerCase())
  )
  return [
    ...[
      // A name of a column may hold "|" between two names.
      ...attributes.filter((name) => !isWritable(name)),
      ...texts.filter((text) => !isWritable(text) || text.includes('|'))
    ]
      .filter((text, at, all) => all.indexOf(text) === at)
      .map((text) => problem(component[0], `the CSV of the plug-in cannot hold ${jsonText(text)}`)),
    ...reserved.map((name) =>
      problem(component[0], `the plug-in means something else by the attribute ${name}`)
    )
  ]
}

const repeated = (component: Component): readonly SchemaProblem[] => {
  const attributes = attributesOf(component)
  return collisions(component[1], (action) =>
    [action.action, ...cellsOf(attributes, action)].join('|').toLowerCase()
  ).map(([, [first]]) =>
    problem(
      `${component[0]}.${first!.action}`,
      'several energies, which nothing that the plug-in reads tells apart'
    )
  )
}

const lacking = (component: Component, { missing }: PluginOptions): readonly SchemaProblem[] => {
  const names = missingOf(component)
  return names.length === 0 || missing !== undefined
    ? []
    : [
        problem(
          component[0],
          `the plug-in wants read, write, update and leak; the table has no ${names.join(', ')}: say what is to stand there, such as --missing "0 pJ"`
        )
      ]
}

const textOf = (table: EnergyTable, component: Component, { missing }: PluginOptions): string => {
  const [name, actions] = component
  const attributes = attributesOf(component)
  const row = (action: ActionEnergy): string =>
    [...cellsOf(attributes, action), inPicojoules(action.energy), action.action].join(',')
  const derivations = actions.flatMap(({ action, derivation }) =>
    derivation === undefined ? [] : [`${action}: ${derivation}`]
  )
  const told =
    missing === undefined
      ? []
      : missingOf(component).map((action) =>
          [...attributes.map(() => '*'), inPicojoules(missing), action].join(',')
        )
  const tolds =
    told.length === 0 ? [] : [`not in the table, and written as told: ${missingOf(component).join(', ')}`]
  // A line with this word begins another component, even in a comment.
  // For a spreadsheet a comma ends a cell in a comment, too.
  const comment = (text: string): string =>
    `# ${withoutFormulas(commented(text).replaceAll('COMPONENT', 'component'))}`
  return [
    ...[
      `${name} of ${table.name}; energy in pJ, area is not known`,
      ...table.notes,
      ...new Set(derivations),
      ...tolds
    ].map(comment),
    [...attributes, 'energy', 'action'].join(','),
    ...actions.map(row),
    ...told,
    ''
  ].join('\n')
}

/**
 * A CSV file of Accelergy's library plug-in for each component; energies in pJ with every digit. What
 * tells apart the entries of an action becomes an attribute. Areas are not known, and left out.
 *
 * Errors: a component without read, write, update or leak, unless it is told what is to stand there;
 * texts that the plug-in cannot read; components or actions that it cannot tell apart.
 *
 * @example
 * import { picojoules } from 'limen'
 * import { pluginCsv } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'adc', action: 'read', kind: 'read', energy: picojoules(1.5) } as const
 * const table = { format: 'by hand', name: 'a converter', actions: [read], totals: [], notes: [] }
 * console.log(E.isLeft(pluginCsv(table))) // true
 * const files = pluginCsv(table, { missing: picojoules(0) })
 * console.log(E.isRight(files) && files.right.map(({ name }) => name).join()) // adc.csv
 *
 * @since 0.4.0
 */
export const pluginCsv = expecting(
  'pluginCsv',
  { table: anEnergyTable, options: options({ missing: aQuantity }) },
  (table: EnergyTable, options: PluginOptions = {}): E.Either<SchemaError, readonly TextFile[]> => {
    const components = byComponent(table)
    const sharing = collisions(components, (component) => fileOf(component).toLowerCase()).map(
      ([file, them]) => problem('', `${them.map(([name]) => name).join(' and ')} would both be ${file}`)
    )
    return written(
      table,
      [
        ...sharing,
        ...components.flatMap((component) => [
          ...lacking(component, options),
          ...textProblems(component),
          ...repeated(component)
        ])
      ],
      () =>
        components.map((component) => ({ name: fileOf(component), text: textOf(table, component, options) }))
    )
  },
  unfitFile
)
