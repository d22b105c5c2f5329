/** What every command on a workload file shares: its file, its flags, and what to say of problems. */
import { dirname, isAbsolute, join } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { mostDigits } from '../reading/decimal'
import type { CitedWorkload } from '../estimate/cited-model'
import {
  at,
  keysOf,
  pointerOf,
  problemText,
  retold,
  schemaError,
  withPosition,
  type SchemaError,
  type SchemaProblem
} from '../shape/problem'
import { toPrint } from '../reading/evaluate'
import { shown } from '../shape/words'
import { parseJson } from '../format/text/json'
import { leaves } from '../format/workload/scenario'
import type { Run } from '../workload/trace'
import type { FileOptions, Overrides } from '../estimate/workload-file'
import { decodeDesigns, energyFilesIn, type Energies } from '../format/workload/designs'
import { citedDesign } from '../ledger/cited-design'
import type { OwnDesign } from '../ledger/design'
import type { EnergyTable } from '../ledger/energy-table'
import type { Certainty } from '../units/enclosure'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { flagOf, sayProblems, sayUnread, sayWrongUsage } from './problems'
import { traceOptions, traceOptionsOf } from './trace-options'

/** A number of digits, from the text of a flag. */
export const digitsFrom = (text: string): number => {
  const digits = Number(text)
  if (/^\d+$/.test(text) && digits >= 1 && digits <= mostDigits) return digits
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostDigits}.`)
}

/** The option of how a result is printed. */
export const formatOption = (formats: readonly string[]): Option =>
  new Option('--format <format>', 'how to print it').choices(formats).default('text')

/** Adds the file and the flags to a command; its own options stand before the overrides. */
export const takingWorkload = (command: Command, own: readonly Option[], argument = '[file]'): Command => {
  command.argument(argument, 'a workload file (JSON), or - for standard input')
  command.on('option:model', (name: string) => command.setOptionValueWithSource('aiModel', name, 'cli'))
  return takingOverrides(command, [
    ...own,
    new Option('--ai-model <name>', 'a cited AI model instead of a file, such as gpt-3 (limen ai-models)'),
    // As it was called before formulas and AI models were told apart.
    new Option('--model <name>').hideHelp(),
    new Option(
      '--design <file or name>',
      'a design of your own (JSON, one or a list), or cited hardware by its name, such as "H100 PCIe", as a row beside the others; may be given again'
    ).argParser((name: string, before: readonly string[] | undefined) => [...(before ?? []), name]),
    new Option(
      '--trace <file>',
      'a recorded run, for its convergence, and for counts that the file leaves out'
    ),
    ...traceOptions()
  ])
}

/** Adds the flags alone. */
export const takingOverrides = (command: Command, own: readonly Option[]): Command => {
  for (const option of own) command.addOption(option)
  command.addOption(
    new Option(
      '--digits <n>',
      'significant digits to print (else 4); what is computed has 34, or as many'
    ).argParser(digitsFrom)
  )
  return takingFields(command, 'Instead of what the file says (with a unit, or a number in SI):')
}

/** Adds a flag for each field of a workload file, under a heading. */
export const takingFields = (command: Command, heading: string): Command => {
  command.optionsGroup(heading)
  for (const { name, field } of leaves) command.option(`${flagOf(name)} <value>`, field.description)
  return command
}

/** The flags of a command, as commander has them. */
export type Flags = Readonly<Record<string, unknown>>

/** The number of digits asked for, if any is. */
export const digitsOf = (flags: Flags): number | undefined => flags['digits'] as number | undefined

export const overridesOf = (flags: Flags): Overrides =>
  Object.fromEntries(
    leaves.flatMap(({ name }) => (typeof flags[name] === 'string' ? [[name, flags[name]] as const] : []))
  )

/** How a ledger is made, from a source and what the flags say. */
export type Made<S, A> = (source: S, overrides: Overrides, options: FileOptions) => E.Either<SchemaError, A>

/** The same of a file, and of a value that was never a text. */
export interface Making<A> {
  readonly ofText: Made<string, A>
  readonly ofValue: Made<unknown, A>
}

/** A trace that a flag names, or none; or that it cannot be read, which has been said. */
const traceOf = async (io: Io, flags: Flags): Promise<E.Either<number, Run | undefined>> => {
  const file = flags['trace'] as string | undefined
  if (file === undefined) return E.right(undefined)
  const { readTrace } = await import('./trace-input')
  const reading = await readTrace(io, file, traceOptionsOf(flags))
  if (E.isRight(reading)) return reading
  sayProblems(io, file, reading.left)
  return E.left(exit.badInput)
}

/** What files of other tools hold that a text of designs names, by their paths from it; or what cannot be read, which has been said. */
const energiesOf = async (io: Io, text: string, file: string): Promise<E.Either<number, Energies>> => {
  const found: [string, EnergyTable][] = []
  const problems: SchemaProblem[] = []
  for (const { file: named, place } of energyFilesIn(text)) {
    const path = isAbsolute(named) ? named : join(dirname(file), named)
    const source = await readText(io, path)
    if (E.isLeft(source)) {
      problems.push({ ...place, message: `expected a file of energies, got ${source.left}` })
      continue
    }
    const { decodeEnergyFile } = await import('../format/energies/energy-file')
    const read = decodeEnergyFile(source.right, nameOf(path))
    if (E.isRight(read)) found.push([named, read.right])
    else
      problems.push(
        ...read.left.problems.map((each) => ({ ...place, message: `${nameOf(path)}: ${problemText(each)}` }))
      )
  }
  if (problems.length === 0) return E.right(Object.fromEntries(found))
  sayProblems(io, file, schemaError(problems))
  return E.left(exit.badInput)
}

const refused = (io: Io, message: string): E.Either<number, never> => E.left(sayWrongUsage(io, message))

const expectedDesign = '; --design takes an object with a name and parts (limen schema design)'

/** Whether a name is surely that of a file. */
const isFile = (name: string): boolean => name === '-' || /\.json$/i.test(name)

/** A design that a flag gives, and what is said of a problem with it: where in which file. */
interface Given {
  readonly design: OwnDesign<Certainty>
  readonly name: string
  readonly placed: (problem: SchemaProblem) => SchemaProblem
}

const givenIn = (name: string, text: string, designs: readonly OwnDesign<Certainty>[]): readonly Given[] => {
  const json = parseJson(text)
  const { value, positionOf } = E.isRight(json)
    ? json.right
    : { value: undefined, positionOf: () => undefined }
  return designs.map((design, at) => ({
    design,
    name,
    placed: ({ pointer, message }) =>
      withPosition(positionOf)({ pointer: `${Array.isArray(value) ? `/${at}` : ''}${pointer}`, message })
  }))
}

/** The designs of a file; or cited hardware, where there is no such file. */
const designsNamed = async (io: Io, name: string): Promise<E.Either<number, readonly Given[]>> => {
  if (name.trim() === '')
    return refused(
      io,
      `--design: expected the file of a design, or the name of cited hardware, such as "NVIDIA H100 PCIe", got ${shown(name)}`
    )
  const text = await readText(io, name)
  if (E.isRight(text)) {
    const energies = await energiesOf(io, text.right, name)
    if (E.isLeft(energies)) return energies
    const read = decodeDesigns(text.right, energies.right)
    if (E.isRight(read)) return E.right(givenIn(name, text.right, read.right))
    const { decodeEnergyFile } = await import('../format/energies/energy-file')
    const other = decodeEnergyFile(text.right)
    if (E.isLeft(other)) await sayUnread(io, [name, text.right], 'design', read.left, {}, expectedDesign)
    else
      io.error(
        `limen: ${nameOf(name)}: this is a file of energies (${other.right.format}), of which a design takes parts: { "from": ${JSON.stringify(name)}, "action": …, "each": "update" }\n`
      )
    return E.left(exit.badInput)
  }
  const cited = isFile(name) ? E.left(undefined) : citedDesign(name)
  if (E.isRight(cited)) return E.right([{ design: cited.right, name, placed: (problem) => problem }])
  io.error(
    `limen: ${[text.left, ...(cited.left?.problems ?? []).map(({ message }) => message)].join('; ')}\n`
  )
  return E.left(exit.badInput)
}

/** The designs that flags name; or that one cannot be read, which has been said. */
const designsOf = async (io: Io, flags: Flags): Promise<E.Either<number, readonly Given[]>> => {
  const all: Given[] = []
  for (const name of (flags['design'] as readonly string[] | undefined) ?? []) {
    const read = await designsNamed(io, name)
    if (E.isLeft(read)) return read
    all.push(...read.right)
  }
  return E.right(all)
}

/** What the flags say of how a workload is read; or that its trace or a design cannot be, which has been said. */
export const fileOptionsOf = async (
  io: Io,
  flags: Flags
): Promise<E.Either<number, { readonly options: FileOptions; readonly given: readonly Given[] }>> => {
  const trace = await traceOf(io, flags)
  if (E.isLeft(trace)) return trace
  const designs = await designsOf(io, flags)
  if (E.isLeft(designs)) return designs
  return E.right({
    options: {
      ...toPrint(digitsOf(flags)),
      ...(designs.right.length === 0 ? {} : { designs: designs.right.map(({ design }) => design) }),
      ...(trace.right === undefined ? {} : { trace: trace.right })
    },
    given: designs.right
  })
}

/** Says what is wrong with designs that flags give, each in its own file; what is wrong with else is left. */
const sayGiven = (
  io: Io,
  source: unknown,
  given: readonly Given[],
  error: SchemaError
): SchemaError | undefined => {
  const json = typeof source === 'string' ? parseJson(source) : E.right({ value: source })
  const own = E.isRight(json) ? at(json.right.value, ['designs']) : undefined
  const before = Array.isArray(own) ? own.length : 0
  const ofGiven = (problem: SchemaProblem): Given | undefined => {
    const [section, index] = keysOf(problem.pointer)
    return section === 'designs' ? given[Number(index) - before] : undefined
  }
  for (const name of new Set(given.map((each) => each.name))) {
    const problems = error.problems.flatMap((problem) => {
      const of = ofGiven(problem)
      const pointer = pointerOf(keysOf(problem.pointer).slice(2))
      return of?.name === name ? [of.placed({ pointer, message: problem.message })] : []
    })
    if (problems.length > 0) sayProblems(io, name, schemaError(problems))
  }
  const others = error.problems.filter((problem) => ofGiven(problem) === undefined)
  return others.length === 0 ? undefined : schemaError(others, undefined, error.more)
}

/** What is made of a source and the flags, or an exit code where its problems have been said. */
export const withFlags = async <S, A>(
  io: Io,
  [source, name]: readonly [S, name: string],
  flags: Flags,
  made: Made<S, A>,
  own: FileOptions = {}
): Promise<E.Either<number, A>> => {
  const flagged = await fileOptionsOf(io, flags)
  if (E.isLeft(flagged)) return flagged
  const overrides = overridesOf(flags)
  const { options, given } = flagged.right
  const result = made(source, overrides, { ...own, ...options })
  if (E.isRight(result)) return result
  const rest = sayGiven(io, source, given, result.left)
  if (rest === undefined) return E.left(exit.badInput)
  if (typeof source === 'string') await sayUnread(io, [name, source], 'workload', rest, overrides)
  else sayProblems(io, name, rest, overrides)
  return E.left(exit.badInput)
}

/** A problem with a field that a citation leaves open says why, and what to do. */
const askedFor =
  <A>(made: Made<unknown, A>, { missing }: CitedWorkload): Made<unknown, A> =>
  (...given) =>
    E.mapLeft(
      retold((problem) => {
        const leaf = leaves.find(({ pointer }) => pointer === problem.pointer)
        const why = leaf === undefined ? undefined : missing[leaf.name]
        return leaf === undefined || why === undefined || !problem.message.startsWith('missing')
          ? problem
          : { pointer: '', message: `${why}: say ${flagOf(leaf.name)}` }
      })
    )(made(...given))

/** What is made of a cited model. */
const readCited = async <A>(
  io: Io,
  model: string,
  flags: Flags,
  made: Made<unknown, A>
): Promise<E.Either<number, A>> => {
  const { fromModel } = await import('../estimate/cited-model')
  const cited = fromModel(model)
  if (E.isLeft(cited)) return refused(io, cited.left.message)
  const { name, description, supplied, measured } = cited.right
  return withFlags(io, [{ name, description, workload: {} }, name], flags, askedFor(made, cited.right), {
    supplied,
    ...(measured === undefined ? {} : { measured })
  })
}

/** What is made of a workload file, or of a cited model; or an exit code where problems have been said. */
export const readWorkload = async <A>(
  io: Io,
  file: string | undefined,
  flags: Flags,
  { ofText, ofValue }: Making<A>
): Promise<E.Either<number, A>> => {
  const model = flags['aiModel'] as string | undefined
  if (model !== undefined)
    return file === undefined
      ? readCited(io, model, flags, ofValue)
      : refused(io, 'expected a file or --ai-model, got both')
  if (file === undefined) return refused(io, 'expected a workload file, or --ai-model NAME')
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return E.left(exit.badInput)
  }
  const energies = await energiesOf(io, text.right, file)
  return E.isLeft(energies)
    ? energies
    : withFlags(io, [text.right, file], flags, ofText, { energies: energies.right })
}
