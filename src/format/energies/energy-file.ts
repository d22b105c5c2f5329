/** Energies that other tools write: which kind of file it is shows in its text. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable } from '../../ledger/energy-table'
import { fromText, schemaError, type SchemaError } from '../../shape/problem'
import { decodeCodeCarbon } from '../codecarbon/codecarbon'
import { decodeEnergyEstimation } from '../accelergy/energy-estimation'
import { decodeErt } from '../accelergy/ert'
import { ownKindOf } from '../file-kind'
import { parseJson } from '../text/json'
import { linesOf, withoutMark } from '../text/lines'
import { decodeNeuroSimBreakdown } from '../neurosim/neurosim'
import { decodeNeuroSimOutput } from '../neurosim/output'
import { decodeNvsimCell } from '../nvsim/nvsim'
import { decodeNvsimResult } from '../nvsim/result'
import { decodeEnergies, energiesFormat } from './own'
import { decodePlugInCsv } from '../accelergy/plug-in-csv'
import { decodeTimeloopStats } from '../timeloop/timeloop'

/** What shows of which kind a text is. */
interface Signs {
  readonly text: string
  /** Its lines, without the blanks around each. */
  readonly lines: readonly string[]
  /** Its first row, after comments, the name of a component and blank lines; JSON has none. */
  readonly row: string
}

/** A kind of file, and how it is known. */
interface Format {
  readonly name: string
  /** What it is known by, in words. */
  readonly sign: string
  readonly shows: (of: Signs) => boolean
  readonly decode: (source: string, name?: string) => E.Either<SchemaError, EnergyTable>
}

/** A field at the outermost of a YAML file; in quotes, as in JSON, it needs no space after its colon. */
const outermost = (key: string): ((of: Signs) => boolean) => {
  const pattern = new RegExp(`^(?:\\{\\s*)?(?:"${key}"\\s*:|'${key}'\\s*:|${key}\\s*:(?=\\s|$))`, 'm')
  return ({ text }) => pattern.test(text)
}

const anyLine =
  (pattern: RegExp) =>
  ({ lines }: Signs): boolean =>
    lines.some((line) => pattern.test(line))

/** A first row that has some columns. */
const columns = (...names: readonly string[]): ((of: Signs) => boolean) => {
  const patterns = names.map((name) => new RegExp(`(?:^|[,"\\s])${name}(?:[\\s",(]|$)`))
  return ({ row }) => patterns.every((pattern) => pattern.test(row))
}

const signsOf = (text: string): Signs => {
  const lines = linesOf(text).map((line) => line.text.trim())
  const row = lines.find((line) => !/^(?:#|COMPONENT\s*:|[,\s]*$)/.test(line)) ?? ''
  return { text, lines, row: row.startsWith('{') ? '' : row }
}

const formats: readonly Format[] = [
  {
    name: "limen's own JSON",
    sign: `"format": "${energiesFormat}"`,
    shows: ({ text }) => /^\s*\{/.test(text) && /"format"\s*:\s*"limen\.energies\//.test(text),
    decode: decodeEnergies
  },
  {
    name: 'Accelergy ERT',
    sign: 'a field "ERT"',
    shows: outermost('ERT'),
    decode: decodeErt
  },
  {
    name: 'Accelergy energy estimation',
    sign: 'a field "energy_estimation"',
    shows: outermost('energy_estimation'),
    decode: decodeEnergyEstimation
  },
  {
    name: 'Timeloop statistics',
    sign: 'a line "fJ/Compute", or "pJ/MACC"',
    shows: anyLine(/^\w*J\/(Algorithmic-)?(Compute|MACC)$/),
    decode: decodeTimeloopStats
  },
  {
    name: 'NVSim cell',
    sign: 'a line that begins with "-MemCellType:"',
    shows: anyLine(/^-MemCellType\s*:/),
    decode: decodeNvsimCell
  },
  {
    name: 'NVSim result',
    sign: 'a line "- Read Dynamic Energy = energy"',
    shows: anyLine(/^-\s+(Read|Cache Hit) Dynamic Energy\s*=/),
    decode: decodeNvsimResult
  },
  {
    name: 'NeuroSim breakdown',
    sign: 'a row that begins with "layer_number" and has "energy_FW"',
    shows: anyLine(/^layer_number\s*,.*energy_FW/),
    decode: decodeNeuroSimBreakdown
  },
  {
    name: 'NeuroSim output',
    sign: 'a first row with the columns "E_forward" and "E_weight update"',
    shows: columns('E_forward', 'E_weight update'),
    decode: decodeNeuroSimOutput
  },
  {
    name: 'CodeCarbon emissions',
    sign: 'a first row with the columns "duration" and "energy_consumed", and "run_id" since its second version',
    shows: columns('duration', 'energy_consumed'),
    decode: decodeCodeCarbon
  },
  {
    name: 'Accelergy plug-in table',
    sign: 'a first row with the columns "energy" and "action"',
    shows: columns('energy', 'action'),
    decode: decodePlugInCsv
  }
]

/** Files that stand beside those, and hold no energy of an action or a part. */
const others: readonly (Pick<Format, 'shows'> & { readonly what: string })[] = [
  {
    shows: outermost('action_counts'),
    what: 'this is an Accelergy file of action counts, which holds no energy: it is read beside an ERT (decodeActionCounts, joinCounts)'
  },
  {
    shows: outermost('ART'),
    what: 'this is an Accelergy ART (area reference table), which holds areas and no energy: its ERT holds the energies'
  },
  {
    shows: outermost('ERT_summary'),
    what: 'this is the summary of an Accelergy ERT, which leaves out what the ERT holds: read the ERT itself'
  },
  {
    shows: outermost('ART_summary'),
    what: 'this is the summary of an Accelergy ART, which holds areas and no energy: the ERT holds the energies'
  }
]

const signsIn = (source: string): Signs => signsOf(withoutMark(source).replace(/\r\n?/g, '\n'))

/** The kind of file of energies that a text shows the sign of, however wrong it may be otherwise. */
export const energyKindOf = (source: string): string | undefined => {
  const signs = signsIn(source)
  return formats.find(({ shows }) => shows(signs))?.name
}

/** What is a workload or a design is told as such. */
const ownSentence = (source: string): string | undefined => {
  const json = parseJson(source)
  return E.isRight(json) ? ownKindOf(json.right.value)?.sentence : undefined
}

const failed = (message: string): E.Either<SchemaError, never> =>
  E.left(schemaError([{ pointer: '', message }]))

const known = (of: readonly Format[]): string => of.map(({ name, sign }) => `${name} (${sign})`).join('; ')

/**
 * The energies of a file of another tool, or of limen's own JSON; the kind shows in its text. A text
 * that shows no kind, or several, is an error that lists what can be read and what each is known by.
 * `name` is what the file is called; a table of a plug-in is named after its component.
 *
 * @example
 * import { decodeEnergyFile } from 'limen/files'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * const ert = 'ERT: {version: 0.4, tables: [{name: "buffer[1..4]", actions: [{name: read, energy: 0.144}]}]}'
 * pipe(decodeEnergyFile(ert), E.map(({ actions }) => actions[0]!.energy)) // right(144.0 fJ)
 *
 * @since 0.4.0
 */
export const decodeEnergyFile = fromText(
  (source: string, name?: string): E.Either<SchemaError, EnergyTable> => {
    const signs = signsIn(source)
    const found = formats.filter(({ shows }) => shows(signs))
    const [format, second] = found
    if (second !== undefined)
      return failed(`expected a file of one kind, found the signs of several: ${known(found)}`)
    if (format !== undefined) return format.decode(source, name)
    const other = others.find(({ shows }) => shows(signs))
    return failed(
      other?.what ??
        ownSentence(source) ??
        `expected a file of energies, found the sign of none; known are: ${known(formats)}`
    )
  }
)
