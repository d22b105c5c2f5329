/** `limen ask` and `limen referee`: a question, and its answer in words with the figures that it rests on. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { estimateFile, estimateValue, type Estimate } from '../estimate/workload-file'
import { leaves } from '../format/workload/scenario'
import type { Inputs } from '../formula/model'
import { ledgerRows, type Ledger } from '../ledger/estimate'
import * as ask from '../question/ask'
import { asked, type Answer, type Question, type QuestionName } from '../question/answer'
import { answerJson } from '../report/data/answer'
import { answerText } from '../report/text/answer'
import type { Paint } from '../report/text/ledger'
import { problemsOf, quantity } from '../shape/codec'
import { literal } from '../estimate/supplied'
import { schemaError, type SchemaProblem } from '../shape/problem'
import { isQuantity, type Quantity } from '../units/quantity'
import { one } from '../units/si'
import { exit, type Io } from './io'
import { decidingIn } from './ledger'
import { flagOf, sayProblems, sayWrongUsage } from './problems'
import { digitsFrom, digitsOf, formatOption, readWorkload, takingWorkload, type Flags } from './workload'
import { added } from './summaries'

const formats: Readonly<Record<string, (answer: Answer, paint: Paint, digits?: number) => string>> = {
  text: answerText,
  json: (answer) => answerJson(answer)
}

type Failure = { readonly message: string }

/** Prints an answer; or says why there is none. */
const print = (io: Io, found: E.Either<Failure, Answer>, flags: Flags): number => {
  if (E.isLeft(found)) {
    io.error(`limen: ${found.left.message}\n`)
    return exit.badInput
  }
  io.out(formats[String(flags['format'])]!(found.right, io.paint, digitsOf(flags)))
  return exit.ok
}

const making = { ofText: estimateFile, ofValue: estimateValue }

/** What is known of the inputs of a question: said by flags, by a workload, or by default. */
interface Known {
  readonly values: Readonly<Record<string, Quantity<unknown>>>
  readonly assumed: Readonly<Record<string, string>>
  readonly problems: readonly SchemaProblem[]
}

type AnyQuestion = Question<Inputs, string>

const known = (
  { inputs, examples, optional = [] }: AnyQuestion,
  flags: Flags,
  workload: Estimate | undefined
): Known => {
  const values: Record<string, Quantity<unknown>> = {}
  const assumed: Record<string, string> = {}
  const problems: SchemaProblem[] = []
  for (const [name, of] of Object.entries(inputs)) {
    const said = flags[name] as string | undefined
    const held = workload?.ledger.inputs[name]
    if (said === undefined && isQuantity(held)) {
      values[name] = held
      assumed[name] = `of ${workload!.ledger.scenario.name}`
      continue
    }
    const otherwise = leaves.find((leaf) => leaf.name === name)?.field.default
    const text =
      said === undefined
        ? (otherwise?.value as string | number | undefined) // no field of one value has an object
        : literal(said)
    if (text === undefined && optional.includes(name)) continue
    if (text === undefined) {
      const message = `missing: expected ${of.description}, such as "${examples[name]!}"`
      problems.push({ pointer: flagOf(name), message })
      continue
    }
    const read = quantity(of, examples[name]!).decode(text)
    if (E.isLeft(read)) {
      problems.push(...problemsOf(read.left).map(({ message }) => ({ pointer: flagOf(name), message })))
      continue
    }
    values[name] = read.right
    if (said === undefined) assumed[name] = otherwise!.why
  }
  return { values, assumed, problems }
}

/** Answers a question of formulas. */
const answerFormulas = async (io: Io, question: AnyQuestion, flags: Flags): Promise<number> => {
  const file = flags['workload'] as string | undefined
  const workload = file === undefined ? E.right(undefined) : await readWorkload(io, file, {}, making)
  if (E.isLeft(workload)) return workload.left
  const { values, assumed, problems } = known(question, flags, workload.right)
  if (problems.length > 0) {
    sayProblems(io, `ask ${question.question}`, schemaError(problems))
    return exit.badInput
  }
  const found = question(values)
  return print(io, E.map((answer: Answer) => ({ ...answer, assumed }))(found), flags)
}

const digitsOption = (): Option =>
  new Option('--digits <n>', 'significant digits to print (else 4)').argParser(digitsFrom)

const addFormulas = (program: Command, io: Io, done: (code: number) => void, question: AnyQuestion): void => {
  const command = program
    .command(question.question)
    .description(asked[question.question])
    .addOption(formatOption(Object.keys(formats)))
    .addOption(digitsOption())
    .option('--workload <file>', 'a workload file, for what is not said here')
    .optionsGroup('What is given (with a unit, or a number in SI):')
  const { inputs, examples, optional = [] } = question
  for (const [name, { description }] of Object.entries(inputs)) {
    const open = optional.includes(name) ? '; may be left out' : ''
    command.option(`${flagOf(name)} <value>`, `${description}, such as "${examples[name]!}"${open}`)
  }
  command.action(async (flags: Flags) => {
    done(await answerFormulas(io, question, flags))
  })
}

/** A question that a ledger answers, perhaps of one of its rows. */
interface OfLedger {
  readonly question: QuestionName
  readonly answer: (ledger: Ledger, row: string) => E.Either<Failure, Answer>
  readonly isOfRow: boolean
}

const ofLedger: readonly OfLedger[] = [
  { question: 'least', answer: (ledger) => ask.least(ledger), isOfRow: false },
  { question: 'distance', answer: ask.distance, isOfRow: true },
  { question: 'time', answer: (ledger) => ask.time(ledger), isOfRow: false },
  { question: 'input', answer: ask.input, isOfRow: true }
]

/** The row that is named, or the one design of one's own. */
const rowOf = (ledger: Ledger, named: string | undefined): E.Either<string, string> => {
  const [only, ...more] = ledger.designs
  if (named !== undefined) return E.right(named)
  if (only !== undefined && more.length === 0) return E.right(only.name)
  const names = ledgerRows(ledger).map(({ name }) => name)
  return E.left(`expected a row: ${names.join(', ')}`)
}

/** The defaults that decide the rows of an answer, as what it was found from. */
const withDefaults =
  (estimate: Estimate) =>
  (answer: Answer): Answer => {
    const told = answer.figures.map(({ name }) => name)
    const deciding = decidingIn(estimate)
      .filter(({ rows }) => rows.some((row) => told.includes(`${row}.total`)))
      .map(({ assumption: { name, why = '' } }) => {
        const value = estimate.ledger.inputs[name] as number | Quantity<unknown>
        return { name, value: typeof value === 'number' ? one(value) : value, why }
      })
    return {
      ...answer,
      given: { ...answer.given, ...Object.fromEntries(deciding.map(({ name, value }) => [name, value])) },
      assumed: { ...answer.assumed, ...Object.fromEntries(deciding.map(({ name, why }) => [name, why])) }
    }
  }

const answerLedger = async (
  io: Io,
  { answer, isOfRow }: OfLedger,
  file: string | undefined,
  named: string | undefined,
  flags: Flags
): Promise<number> => {
  const estimate = await readWorkload(io, file, flags, making)
  if (E.isLeft(estimate)) return estimate.left
  const { ledger } = estimate.right
  const row = isOfRow ? rowOf(ledger, named) : E.right('')
  return E.isLeft(row)
    ? sayWrongUsage(io, row.left)
    : print(io, E.map(withDefaults(estimate.right))(answer(ledger, row.right)), flags)
}

const addOfLedger = (program: Command, io: Io, done: (code: number) => void, of: OfLedger): void => {
  const command = program.command(of.question).description(asked[of.question])
  takingWorkload(command, [formatOption(Object.keys(formats))])
  if (of.isOfRow)
    command.argument(
      '[row]',
      'a row of the ledger, by as much of its name as tells it; may be left out where there is one design of your own'
    )
  command.action(async (file: string | undefined, ...[second, third]: readonly unknown[]) => {
    const flags = (of.isOfRow ? third : second) as Flags
    const row = of.isOfRow ? (second as string | undefined) : undefined
    // With a cited model there is no file: what is named is the row.
    const isCited = flags['aiModel'] !== undefined && of.isOfRow && file !== undefined
    done(
      await (isCited ? answerLedger(io, of, undefined, file, flags) : answerLedger(io, of, file, row, flags))
    )
  })
}

/** Adds the commands. */
export const addAsk = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'ask').helpCommand(false)
  const [least, distance, time, input] = ofLedger as readonly [OfLedger, OfLedger, OfLedger, OfLedger]
  addOfLedger(command, io, done, least)
  addOfLedger(command, io, done, distance)
  for (const question of [ask.reads, ask.conversion, ask.writes, ask.spikes, ask.retention])
    addFormulas(command, io, done, question as unknown as AnyQuestion) // its inputs are read by name
  addOfLedger(command, io, done, time)
  addOfLedger(command, io, done, input)
  added(program, 'referee')
    .argument('<claim...>', 'an energy, and what is claimed beside it: "5 fJ/update, 14 bit, 1 ms, 300 K"')
    .addOption(formatOption(Object.keys(formats)))
    .addOption(digitsOption())
    .action((claim: readonly string[], flags: Flags) => {
      const found = ask.referee(claim.join(', '))
      if (E.isRight(found) || found.left._tag === 'ModelError') {
        done(print(io, found, flags))
        return
      }
      sayProblems(io, 'the claim', found.left)
      done(exit.badInput)
    })
}
