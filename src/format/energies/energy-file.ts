/** Energies that other tools write: which kind of file it is shows in its text. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable } from '../../ledger/energy-table'
import { fromText, schemaError, type SchemaError } from '../../shape/problem'
import { decodeCodeCarbon } from '../codecarbon/codecarbon'
import { decodeEnergyEstimation } from '../accelergy/energy-estimation'
import { decodeErt } from '../accelergy/ert'
import { withoutMark } from '../text/lines'
import { decodeNeuroSimBreakdown } from '../neurosim/neurosim'
import { decodeNeuroSimOutput } from '../neurosim/output'
import { decodeNvsimCell } from '../nvsim/nvsim'
import { decodeNvsimResult } from '../nvsim/result'
import { decodeEnergies, energiesFormat } from './own'
import { decodePlugInCsv } from '../accelergy/plug-in-csv'
import { decodeTimeloopStats } from '../timeloop/timeloop'

/** A kind of file, and how it is known. */
interface Format {
  readonly name: string
  /** What it is known by, in words. */
  readonly sign: string
  readonly pattern: RegExp
  readonly decode: (source: string, name?: string) => E.Either<SchemaError, EnergyTable>
}

/** A field at the outermost of a YAML file; in quotes, as in JSON, it needs no space after its colon. */
const outermost = (key: string): RegExp =>
  new RegExp(`^(?:\\{\\s*)?(?:"${key}"\\s*:|'${key}'\\s*:|${key}\\s*:(?=\\s|$))`, 'm')

/** A first row, after comments, the name of a component and blank lines, that has some columns. */
const columns = (...names: readonly string[]): RegExp =>
  new RegExp(
    `^(?:[^\\S\\n]*(?:#.*|COMPONENT[^\\S\\n]*:.*|,[,\\t ]*)?\\n)*${names.map((name) => `(?=(?:.*[,"\\s])?${name}[\\s",(])`).join('')}`
  )

const formats: readonly Format[] = [
  {
    name: "limen's own JSON",
    sign: `"format": "${energiesFormat}"`,
    pattern: /^\s*\{[^]*"format"\s*:\s*"limen\.energies\//,
    decode: decodeEnergies
  },
  {
    name: 'Accelergy ERT',
    sign: 'a field "ERT"',
    pattern: outermost('ERT'),
    decode: decodeErt
  },
  {
    name: 'Accelergy energy estimation',
    sign: 'a field "energy_estimation"',
    pattern: outermost('energy_estimation'),
    decode: decodeEnergyEstimation
  },
  {
    name: 'Timeloop statistics',
    sign: 'a line "fJ/Compute", or "pJ/MACC"',
    pattern: /^[^\S\n]*\w*J\/(Algorithmic-)?(Compute|MACC)[^\S\n]*$/m,
    decode: decodeTimeloopStats
  },
  {
    name: 'NVSim cell',
    sign: 'a line that begins with "-MemCellType:"',
    pattern: /^[^\S\n]*-MemCellType[^\S\n]*:/m,
    decode: decodeNvsimCell
  },
  {
    name: 'NVSim result',
    sign: 'a line "- Read Dynamic Energy = energy"',
    pattern: /^[^\S\n]*-[^\S\n]+(Read|Cache Hit) Dynamic Energy[^\S\n]*=/m,
    decode: decodeNvsimResult
  },
  {
    name: 'NeuroSim breakdown',
    sign: 'a row that begins with "layer_number" and has "energy_FW"',
    pattern: /^[^\S\n]*layer_number[^\S\n]*,.*energy_FW/m,
    decode: decodeNeuroSimBreakdown
  },
  {
    name: 'NeuroSim output',
    sign: 'a first row with the columns "E_forward" and "E_weight update"',
    pattern: columns('E_forward', 'E_weight update'),
    decode: decodeNeuroSimOutput
  },
  {
    name: 'CodeCarbon emissions',
    sign: 'a first row with the columns "duration" and "energy_consumed", and "run_id" since its second version',
    pattern: columns('duration', 'energy_consumed'),
    decode: decodeCodeCarbon
  },
  {
    name: 'Accelergy plug-in table',
    sign: 'a first row with the columns "energy" and "action"',
    pattern: columns('energy', 'action'),
    decode: decodePlugInCsv
  }
]

/** Files that stand beside those, and hold no energy of an action or a part. */
const others: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: outermost('action_counts'),
    what: 'this is an Accelergy file of action counts, which holds no energy: it is read beside an ERT (decodeActionCounts, joinCounts)'
  },
  {
    pattern: outermost('ART'),
    what: 'this is an Accelergy ART (area reference table), which holds areas and no energy: its ERT holds the energies'
  },
  {
    pattern: outermost('ERT_summary'),
    what: 'this is the summary of an Accelergy ERT, which leaves out what the ERT holds: read the ERT itself'
  },
  {
    pattern: outermost('ART_summary'),
    what: 'this is the summary of an Accelergy ART, which holds areas and no energy: the ERT holds the energies'
  }
]

const failed = (message: string): E.Either<SchemaError, never> =>
  E.left(schemaError([{ pointer: '', message }]))

const known = (of: readonly Format[]): string => of.map(({ name, sign }) => `${name} (${sign})`).join('; ')

/**
 * The energies of a file of another tool, or of limen's own JSON; the kind shows in its text. A text
 * that shows no kind, or several, is an error that lists what can be read and what each is known by.
 * `name` is what the file is called; a table of a plug-in is named after its component.
 *
 * @example
 * import { decodeEnergyFile } from 'limen'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * const ert = 'ERT: {version: 0.4, tables: [{name: "buffer[1..4]", actions: [{name: read, energy: 0.144}]}]}'
 * pipe(decodeEnergyFile(ert), E.map(({ actions: [read] }) => read.energy)) // right(144.0 fJ)
 *
 * @since 0.4.0
 */
export const decodeEnergyFile = fromText(
  (source: string, name?: string): E.Either<SchemaError, EnergyTable> => {
    const text = withoutMark(source).replace(/\r\n?/g, '\n')
    const found = formats.filter(({ pattern }) => pattern.test(text))
    const [format, second] = found
    if (second !== undefined)
      return failed(`expected a file of one kind, found the signs of several: ${known(found)}`)
    if (format !== undefined) return format.decode(source, name)
    const other = others.find(({ pattern }) => pattern.test(text))
    return failed(
      other?.what ?? `expected a file of energies, found the sign of none; known are: ${known(formats)}`
    )
  }
)
