/** Accelergy's energy reference table. */
import type * as E from 'fp-ts/lib/Either.js'
import { expecting } from '../../units/argument'
import { type ActionEnergy, anEnergyTable, type EnergyTable } from '../../ledger/energy-table'
import { type SchemaError, unfitFile } from '../../shape/problem'
import { decimal } from '../../units/decimal'
import { quotedText } from '../../units/visible'
import { byComponent, commented, inPicojoules, numeral, written } from '../text/written'

/** Words that some YAML reads as something else; "e0" is a number to some. */
const reserved = /^(y|n|yes|no|on|off|true|false|null|e\d+)$/i

const isPlain = (text: string): boolean => /^[A-Za-z_][\w.-]*$/.test(text) && !reserved.test(text)

/** A text as a scalar of a block, where a range of instances needs no quotes. */
const blockText = (text: string): string =>
  isPlain(text.replace(/\[\d+\.\.\d+\]|\[\d+\]/g, '')) && !/^[-\d[]/.test(text) ? text : quotedText(text)

const flowText = (text: string): string => (isPlain(text) ? text : quotedText(text))

const scalar = (value: string | number | boolean): string =>
  typeof value === 'string'
    ? flowText(value)
    : typeof value === 'number' && !(Number.isInteger(value) && Math.abs(value) < 1e15)
      ? numeral(decimal(value))
      : String(value)

const actionLines = ({ action, energy, arguments: given = {} }: ActionEnergy): readonly string[] => {
  const flow = Object.entries(given).map(([name, value]) => `${flowText(name)}: ${scalar(value)}`)
  return [
    `          - name: ${blockText(action)}`,
    `            arguments: {${flow.join(', ')}}`,
    `            energy: ${inPicojoules(energy)}`
  ]
}

/**
 * An energy reference table (ERT, YAML) for Accelergy and Timeloop; energies in pJ with every digit.
 *
 * Errors: a table without actions, or with energies or arguments that are not finite.
 *
 * @example
 * import { femtojoules } from 'limen'
 * import { ertYaml } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'sram[0..7]', action: 'read', kind: 'read', energy: femtojoules(144) } as const
 * const ert = ertYaml({ format: 'by hand', name: 'a memory', actions: [read], totals: [], notes: [] })
 * console.log(E.isRight(ert) && /energy: .*$/m.exec(ert.right)?.[0]) // energy: 0.144
 *
 * @since 0.4.0
 */
export const ertYaml = expecting(
  'ertYaml',
  { table: anEnergyTable },
  (table: EnergyTable): E.Either<SchemaError, string> =>
    written(table, [], () => {
      const notes = [`${table.name}; energies in pJ per action`, ...table.notes]
      const comments = table.actions.flatMap(({ component, action, derivation }) =>
        derivation === undefined ? [] : [`${component}.${action}: ${derivation}`]
      )
      return [
        ...[...notes, ...new Set(comments)].map((note) => `# ${commented(note)}`),
        'ERT:',
        "    version: '0.4'",
        '    tables:',
        ...byComponent(table).flatMap(([component, actions]) => [
          `      - name: ${blockText(component)}`,
          '        actions:',
          ...actions.flatMap(actionLines)
        ]),
        ''
      ].join('\n')
    }),
  unfitFile
)
