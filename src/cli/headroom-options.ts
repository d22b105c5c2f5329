/** What a design is held against, as options of a command. */
import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable } from '../ledger/energy-table'
import { headroom, type Headroom, type HeadroomOptions, type WordBits } from '../ledger/headroom'
import type { Ledger } from '../ledger/estimate'
import type { Design } from '../ledger/scenario'
import type { Input } from '../formula/model'
import { input } from '../formula/model'
import * as inputs from '../physics/inputs'
import { ledgerInputs } from '../ledger/inputs'
import type { Problem } from '../reading/error'
import { comparison, type Comparison, type ComparisonInput } from '../report/headroom'
import { problemsOf, quantity, type Default } from '../shape/codec'
import { schemaError, type SchemaError, type SchemaProblem } from '../shape/problem'
import { sections } from '../format/workload/scenario'
import type { Quantity } from '../units/quantity'
import { bits, one } from '../units/si'
import { flagOf } from './problems'
import type { Flags } from './workload'

/** The fields of a static memory, those of a workload file; rungs are none of it. */
const { hopsPerUpdate: _, ...memoryFields } = sections.memory

type MemoryName = keyof typeof memoryFields
const memoryNames = Object.keys(memoryFields) as readonly MemoryName[]

const gathered = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

/** What holds where nothing is said, as text. */
interface Otherwise {
  readonly value: string
  readonly why: string
}

const otherwiseOf = ({ value, why }: Default): Otherwise => ({
  value: typeof value === 'object' ? '' : String(value), // no default of one value is an object
  why
})

const temperatureDefault = otherwiseOf(sections.design.temperature.default!)

const memoryDefault = (name: MemoryName): Otherwise => otherwiseOf(memoryFields[name].default!)

/** Options of what a design is held against, for every command that does so. */
export const headroomOptions = (): readonly Option[] => [
  new Option(
    '--temperature <value>',
    'absolute temperature of the surroundings, such as "300 K" (default 300 K)'
  ),
  new Option(
    '--error-probability <value>',
    'probability that a bit is written wrong, such as 0.01 (default 0: none is)'
  ),
  new Option(
    '--bits <[name=]bits>',
    'bits of a word, for all or for a component, component.action or component[argument=value]: 8, weight_reg=16, adc[resolution=8]=8; may be repeated'
  ).argParser(gathered),
  new Option('--circuits', 'let the limit of a class of circuits be the floor of a conversion'),
  new Option(
    '--static-memory',
    'tell what a static memory, whose barrier retains, pays for a write; these say which:'
  ),
  ...memoryNames.map(
    (name) =>
      new Option(
        `${flagOf(name)} <value>`,
        `${memoryFields[name].description} (default ${memoryDefault(name).value})`
      )
  ),
  new Option('--cells <number>', 'cells of it that hold together (default: those of one word)')
]

/** Which of these options are given, as flags. */
export const givenOf = (flags: Flags): readonly string[] =>
  headroomOptions()
    .filter((option) => flags[option.attributeName()] !== undefined)
    .map(({ long }) => long ?? '')

/** What flags say, gathered with all that is wrong with it. */
interface Told {
  readonly problems: SchemaProblem[]
  readonly origins: Record<string, Pick<ComparisonInput, 'origin' | 'why'>>
}

/** A quantity as a flag has it; undefined, and a problem, where it is none. */
const flagged = <D>(
  { problems }: Told,
  name: string,
  text: string,
  of: Input<D>,
  example: string
): Quantity<D> | undefined => {
  const read = quantity(of, example).decode(text)
  if (E.isRight(read)) return read.right
  problems.push(...problemsOf(read.left).map(({ message }) => ({ pointer: flagOf(name), message })))
  return undefined
}

const flagText = (flags: Flags, name: string): string | undefined => flags[name] as string | undefined

const cellsInput = input('N', one, '(0, ∞)', 'number of cells that hold together')
const wordInput = input('n', bits, '(0, ∞)', 'bits of a word')

/** "8", "8 bit", "weight_reg=8", "adc[resolution=8]=8": an argument stands in brackets. */
const wordFrom = (told: Told, text: string): readonly WordBits[] => {
  const at = text.indexOf('=', text.lastIndexOf(']'))
  const amount = text.slice(at + 1).trim()
  const read = flagged(told, 'bits', /^[\d.]+$/.test(amount) ? `${amount} bit` : amount, wordInput, '8 bit')
  if (read === undefined) return []
  return [at < 0 ? { bits: read.value } : { of: text.slice(0, at).trim(), bits: read.value }]
}

/** A value from its flag, or else from a workload, or else the default of a workload file. */
const valueFor =
  (flags: Flags, told: Told) =>
  <D>(
    name: string,
    of: Input<D>,
    example: string,
    otherwise: Otherwise,
    workload: Quantity<D> | undefined
  ): Quantity<D> | undefined => {
    const text = flagText(flags, name)
    if (text !== undefined) return flagged(told, name, text, of, example)
    if (workload !== undefined) {
      told.origins[name] = { origin: 'workload' }
      return workload
    }
    told.origins[name] = { origin: 'default', why: otherwise.why }
    return flagged(told, name, otherwise.value, of, example)
  }

const whole = (record: Readonly<Record<string, unknown>>): boolean =>
  Object.values(record).every((value) => value !== undefined)

const memoryFrom = (flags: Flags, told: Told, design: Design | undefined) => {
  const isAsked =
    flags['staticMemory'] === true || [...memoryNames, 'cells'].some((name) => flags[name] !== undefined)
  if (!isAsked) return undefined
  const read = valueFor(flags, told)
  const of = <N extends MemoryName>(name: N) => {
    return read(
      name,
      ledgerInputs[name] as Input<never>, // what it is of, `Design` says
      memoryDefault(name).value,
      memoryDefault(name),
      design?.memory[name] as Quantity<never> | undefined
    )
  }
  const cells = flagText(flags, 'cells')
  const memory = {
    ...Object.fromEntries(memoryNames.map((name) => [name, of(name)])),
    ...(cells === undefined ? {} : { cells: flagged(told, 'cells', cells, cellsInput, '1e6') })
  }
  return whole(memory) ? (memory as unknown as NonNullable<HeadroomOptions['memory']>) : undefined // every field is there
}

/** A problem at the flag that mends it. */
const placed = ({ model, inputs: [name = ''], message }: Problem): SchemaProblem => {
  if (model !== 'headroom') return { pointer: '', message }
  const [, rest = message] = /^bits(?: of [^:]*)?: (.*)$/s.exec(message) ?? []
  return name === 'bits' ? { pointer: '--bits', message: rest } : { pointer: '', message }
}

/** A table held against what flags, and the ledger of a workload, say. */
export const compared = (
  table: EnergyTable,
  flags: Flags,
  ledger?: Ledger
): E.Either<SchemaError, Comparison> => {
  const told: Told = { problems: [], origins: {} }
  const design = ledger?.scenario.design
  const read = valueFor(flags, told)
  const temperature = read(
    'temperature',
    inputs.temperature,
    '300 K',
    temperatureDefault,
    design?.temperature
  )
  const errorProbability = read(
    'errorProbability',
    inputs.errorProbability,
    '0.01',
    { value: '0', why: 'what is written is what was to be written' },
    undefined
  )
  const words = ((flags['bits'] as readonly string[] | undefined) ?? []).flatMap((text) =>
    wordFrom(told, text)
  )
  const memory = memoryFrom(flags, told, design)
  if (told.problems.length > 0 || temperature === undefined || errorProbability === undefined)
    return E.left(schemaError(told.problems))
  const options: HeadroomOptions = {
    ...{ temperature, errorProbability, bits: words },
    ...(memory === undefined ? {} : { memory }),
    ...(flags['circuits'] === true ? { circuits: true } : {}),
    ...(ledger === undefined ? {} : { ledger })
  }
  const held: E.Either<{ readonly problems: readonly Problem[] }, Headroom> = headroom(table, options)
  return E.bimap(
    ({ problems }: { readonly problems: readonly Problem[] }) => schemaError(problems.map(placed)),
    (found: Headroom) => comparison(found, told.origins)
  )(held)
}
