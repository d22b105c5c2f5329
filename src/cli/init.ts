/** `limen init`: a workload file, by asking or by flags. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { certifiedEstimateValue } from '../estimate/workload-file'
import { overridden, type Overrides } from '../estimate/supplied'
import { leaves, type Leaf } from '../format/workload/scenario'
import { problemsOf } from '../shape/codec'
import { terminalColumns, wrapped } from '../report/text/table'
import { at, keysOf, type SchemaError } from '../shape/problem'
import { jsonText, visible } from '../units/visible'
import { exit, type Io } from './io'
import { deliverText } from './output'
import { flagOf, sayProblems, sayWrongUsage } from './problems'
import { overridesOf, takingFields, type Flags } from './workload'
import { added } from './summaries'

/** What an answer means for the ledger. */
const meanings: Readonly<Record<string, string>> = {
  parameters: 'What the memory holds. The floor and the consolidation-wall grow with it.',
  precision: 'How well the solution must be known. The floor grows with it, and the update-wall more.',
  convergence:
    'constant: they do not; exponential: by a factor each time; powerLaw: as a power of the updates, as with a learning rate that decays.',
  duration: 'What has more time is cheaper where speed costs; what has too little is impossible.',
  operations: 'What reading costs goes by it: one mac is two flop.',
  updates: 'How often a parameter is written. "one per flop" is local learning; batches make fewer.',
  temperature: 'What physics asks is proportional to it.',
  retentionTime: 'How long a static memory holds what was learned.'
}

/** What is asked, in this order; the rest of a design has its defaults. */
const questions: readonly Leaf[] = Object.keys(meanings).map(
  (asked) => leaves.find(({ name }) => name === asked)! // a test holds the names to the fields
)

const isRequired = ({ field }: Leaf): boolean => field.default === undefined && !field.optional

/** Those without which there is no ledger. */
const needed: readonly Leaf[] = questions.filter((leaf) => isRequired(leaf) || leaf.name === 'operations')

/** What holds where nothing is said; of these fields none has an object. */
const defaultText = ({ field: { default: otherwise } }: Leaf): string | undefined =>
  typeof otherwise?.value === 'number' ? String(otherwise.value) : (otherwise?.value as string | undefined)

/** What the answers make; a field that nobody told has its default. */
const valueOf = (name: string, answers: Overrides): unknown => overridden({ name, workload: {} }, answers)

/** What stands in the file for an answer. */
const read = ({ name, pointer, field }: Leaf, answer: string) => {
  const value = at(valueOf('', { [name]: answer }), keysOf(pointer))
  return { value, decoded: field.codec.decode(value) }
}

/** Why an answer is none, in words. */
const wrongIn = (leaf: Leaf, answer: string): string | undefined => {
  const { decoded } = read(leaf, answer)
  if (E.isRight(decoded)) return undefined
  return problemsOf(decoded.left)
    .map(({ message }) => message)
    .join('; ')
}

/** A plain number is of the coherent unit, and the file says which that is. */
const withUnits = (answers: Overrides): Overrides =>
  Object.fromEntries(
    leaves.flatMap((leaf) => {
      const answer = answers[leaf.name]
      if (answer === undefined) return []
      const { value, decoded } = read(leaf, answer)
      const isPlain = typeof value === 'number' && E.isRight(decoded)
      return [[leaf.name, isPlain ? String(leaf.field.codec.encode(decoded.right)) : answer]]
    })
  )

/** Asks until an answer fits; undefined where nobody answers any more, and what else holds where it is left out. */
const askFor = async (
  io: Io,
  said: readonly string[],
  wrong: (answer: string) => string | undefined,
  otherwise?: string
): Promise<string | undefined> => {
  io.error(`${said.flatMap((text) => wrapped(text, terminalColumns)).join('\n')}\n`)
  for (;;) {
    const answer = (await io.ask?.(otherwise === undefined ? '> ' : `[${otherwise}] > `))?.trim()
    if (answer === undefined) return undefined
    if (answer === '' && otherwise !== undefined) return otherwise
    const problem = wrong(answer)
    if (problem === undefined) return answer
    io.error(`${problem}\n`)
  }
}

const unnamed = 'A workload'

const nameAsked = (io: Io): Promise<string | undefined> =>
  askFor(
    io,
    [
      'A few questions make a workload file; what stands in brackets holds where you press Enter.',
      '',
      'A name for it.'
    ],
    () => undefined,
    unnamed
  )

/** Answers to what no flag tells; undefined where nobody answers any more. */
const asked = async (io: Io, given: Overrides): Promise<Overrides | undefined> => {
  const answers: Record<string, string> = { ...given }
  for (const leaf of questions.filter(({ name }) => !Object.hasOwn(given, name))) {
    const { name, field } = leaf
    const otherwise = defaultText(leaf)
    const said = ['', `${field.description[0]!.toUpperCase()}${field.description.slice(1)}.`, meanings[name]!]
    const answer = await askFor(io, said, (text) => wrongIn(leaf, text), otherwise)
    if (answer === undefined) return undefined
    if (answer !== otherwise) answers[name] = answer
  }
  return answers
}

const isThere = async (io: Io, file: string): Promise<boolean> => {
  try {
    for await (const _ of (await io.open(file)).bytes) break
    return true
  } catch (error) {
    return (error as { readonly code?: string }).code !== 'ENOENT'
  }
}

/** The text of a file that makes a ledger, or what is wrong with what was told. */
const textOf = (value: unknown): E.Either<SchemaError, string> =>
  E.map(() => `${jsonText(value, 2)}\n`)(certifiedEstimateValue(value))

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  if (file !== '-' && flags['force'] !== true && (await isThere(io, file)))
    return sayWrongUsage(io, `${visible(file)} is there already: say another name, or --force to replace it`)
  const given = overridesOf(flags)
  const missing = needed.filter(({ name }) => !Object.hasOwn(given, name))
  if (io.ask === undefined && missing.length > 0)
    return sayWrongUsage(
      io,
      `there is no terminal to ask on: say ${missing.map(({ name }) => flagOf(name)).join(', ')} (limen init --help tells what each means)`
    )
  const isAsked = missing.length > 0
  const name = (flags['name'] as string | undefined) ?? (isAsked ? await nameAsked(io) : unnamed)
  const answers = name === undefined ? undefined : isAsked ? await asked(io, given) : given
  if (name === undefined || answers === undefined) {
    io.error('\nlimen: nothing is written\n')
    return exit.badInput
  }
  const text = textOf(valueOf(name, withUnits(answers)))
  if (E.isLeft(text)) {
    sayProblems(io, 'what was told', text.left, answers)
    return exit.badInput
  }
  const code = await deliverText(io, text.right, file)
  if (code === exit.ok && file !== '-')
    io.error(`limen: wrote ${visible(file)}: limen estimate ${visible(file)}\n`)
  return code
}

/** Adds the command. */
export const addInit = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'init')
    .argument('[file]', 'the file to write, or - for standard output', 'workload.json')
    .addOption(new Option('--name <name>', 'a name for it, such as "A network on a chip"'))
    .addOption(new Option('--force', 'replace a file that is there'))
  takingFields(command, 'What stands in the file (with a unit, or a number in SI):').action(
    async (file: string, flags: Flags) => {
      done(await run(io, file, flags))
    }
  )
}
