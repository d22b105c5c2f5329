/** `limen convert`: energies of one tool in the form of another, as they are or at their floors. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { EnergyTable } from '../ledger/energy-table'
import { floorTable } from '../ledger/headroom'
import { energiesJson } from '../format/energies/write'
import { ertYaml } from '../format/accelergy/write-ert'
import { hwcomponentsPython } from '../format/hwcomponents/write'
import { pluginCsv } from '../format/accelergy/write-plug-in-csv'
import type { TextFile } from '../format/text/written'
import type { SchemaError } from '../shape/problem'
import type { Energy } from '../units/dimension'
import { parseStated } from '../units/parse'
import type { Quantity } from '../units/quantity'
import { joules } from '../units/si'
import { readEnergies } from './energy-input'
import { compared, givenOf, headroomOptions } from './headroom-options'
import { exit, type Io } from './io'
import { deliverText, writeFiles, type Place } from './output'
import { sayProblems, sayWrongUsage } from './problems'
import type { Flags } from './workload'
import { added } from './summaries'

/** One text, or the files of a folder. */
type Written = string | readonly TextFile[]

const forms: Readonly<Record<string, (table: EnergyTable, flags: Flags) => E.Either<SchemaError, Written>>> =
  {
    ert: ertYaml,
    hwcomponents: hwcomponentsPython,
    json: (table) => E.right(energiesJson(table)),
    plugin: (table, flags) => {
      const missing = flags['missing'] as Quantity<Energy> | undefined
      return pluginCsv(table, missing === undefined ? {} : { missing })
    }
  }

const energyFrom = (text: string): Quantity<Energy> => {
  const read = parseStated(joules, '0 pJ')(text)
  if (E.isRight(read)) return read.right
  throw new InvalidArgumentError(`E${read.left.message.slice(1)}.`)
}

/** Where each text goes: what is one file takes the name that is given. */
const placesOf = (written: Written, to: string): readonly Place[] => {
  if (typeof written === 'string') return [[to, [written]]]
  const [first, second] = written
  return first !== undefined && second === undefined && to.endsWith('.csv')
    ? [[to, [first.text]]]
    : written.map(({ name, text }) => [`${to.replace(/(?<!\/)\/+$/, '')}/${name}`, [text]])
}

const deliver = async (io: Io, written: Written, to = '-'): Promise<number> => {
  if (to !== '-') return writeFiles(io, placesOf(written, to))
  if (typeof written !== 'string' && written.length > 1)
    return sayWrongUsage(io, `${written.length} files, one a component: say into which folder with -o`)
  return deliverText(io, typeof written === 'string' ? written : written.map(({ text }) => text).join(''))
}

/** The table as it is, or with each action at its floor. */
const asked = (table: EnergyTable, flags: Flags): E.Either<SchemaError, EnergyTable> =>
  flags['floor'] === true
    ? pipe(
        compared(table, flags),
        E.map(({ headroom }) => floorTable(headroom))
      )
    : E.right(table)

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const [idle] = flags['floor'] === true ? [] : givenOf(flags)
  if (idle !== undefined)
    return sayWrongUsage(io, `${idle} says what floors are computed with: it needs --floor`)
  const table = await readEnergies(io, file)
  if (E.isLeft(table)) return table.left
  const written = pipe(
    asked(table.right, flags),
    E.chain((of) => forms[String(flags['to'])]!(of, flags))
  )
  if (E.isRight(written)) return deliver(io, written.right, flags['output'] as string | undefined)
  sayProblems(io, file, written.left)
  return exit.badInput
}

/** Adds the command. */
export const addConvert = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'convert')
    .argument('<file>', 'a file of energies, as for compare, or - for standard input')
    .addOption(
      new Option(
        '--to <form>',
        'Accelergy ERT, plug-in tables, a Python module for hwcomponents, or JSON with units'
      )
        .choices(Object.keys(forms))
        .makeOptionMandatory()
    )
    .option('-o, --output <file>', 'where to, a folder for several files (else standard output)')
    .addOption(
      new Option(
        '--missing <energy>',
        'what stands in a plug-in table for an action that it wants and the file does not have, such as "0 pJ"'
      ).argParser(energyFrom)
    )
    .option(
      '--floor',
      'each action at the largest lower bound on it, an ideal design; the rest says against what:'
    )
  for (const option of headroomOptions()) command.addOption(option)
  command.action(async (file: string, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
