/** What memories learn, by the file that `limen simulate` is given, on ladders as its options say. */
import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Errors } from 'io-ts'
import { literal } from '../estimate/supplied'
import { decodeProblem, type ProblemFile } from '../format/problem-file'
import { decodeRegression, isTable, type NamedRegression } from '../format/regression/regression'
import type { ModelError, Problem } from '../reading/error'
import { problemsOf, word } from '../shape/codec'
import { finite } from '../shape/numbers'
import type { SchemaError, SchemaProblem } from '../shape/problem'
import type { AnyCodec } from '../shape/shape'
import { shown } from '../shape/words'
import { boxProgramLoss } from '../simulation/loss/box-program'
import { isingLoss } from '../simulation/loss/ising'
import { leastSquaresLoss } from '../simulation/loss/least-squares'
import { logisticLoss } from '../simulation/loss/logistic'
import type { Loss } from '../simulation/loss/loss'
import type { Ladders, Regression } from '../simulation/loss/regression'
import type { Flags } from './workload'

/** Samples of a regression as a file holds them. */
interface TableFile extends NamedRegression {
  readonly kind: 'table of samples'
  readonly name: string
}

/** What a file holds that can be learned. */
export type LearnedFile = ProblemFile | TableFile

type Kind = LearnedFile['kind']

const what: { readonly [K in Kind]: string } = {
  'quadratic program': 'a quadratic program',
  'Ising problem': 'an Ising problem',
  'table of samples': 'a table of samples'
}

/** A problem that `limen solve` reads too, or else a table, the first line of which has commas. */
export const decodeLearned = (
  text: string,
  name: string,
  label: string | undefined
): E.Either<SchemaError, LearnedFile> => {
  const problem = decodeProblem(text, name)
  if (E.isRight(problem) || !isTable(text)) return problem
  return E.map((table: NamedRegression): TableFile => ({ kind: 'table of samples', name, ...table }))(
    decodeRegression(text, label)
  )
}

const regressions: Readonly<
  Record<string, (regression: Regression, ladders: Ladders) => E.Either<ModelError, Loss>>
> = { 'logistic': logisticLoss, 'least-squares': leastSquaresLoss }

/** What an option says, or what is wrong with it. */
type Reading = (text: string) => E.Either<string, unknown>

const by =
  (codec: AnyCodec): Reading =>
  (text) =>
    E.mapLeft((errors: Errors) =>
      problemsOf(errors)
        .map(({ message }) => message)
        .join('; ')
    )(codec.decode(literal(text)))

const number = by(finite)

const range: Reading = (text) => {
  const between = text.indexOf('..', 1)
  const [low, high] = [number(text.slice(0, between)), number(text.slice(between + 2))]
  return between > 0 && E.isRight(low) && E.isRight(high)
    ? E.right([low.right, high.right])
    : E.left(`expected two numbers such as -1..1, got ${shown(text)}`)
}

/** An option of a loss, by its name among the options of the library and the kinds of files that have it. */
interface LossOption {
  readonly name: string
  readonly of: readonly Kind[]
  readonly takes: string
  readonly description: string
  readonly read: Reading
  /** What is said to be expected of those that have to say it. */
  readonly needed?: { readonly by: readonly Kind[]; readonly expected: string }
}

const tables: readonly Kind[] = ['table of samples']
const ladders: readonly Kind[] = ['quadratic program', 'table of samples']

const options: readonly LossOption[] = [
  {
    name: 'loss',
    of: tables,
    takes: '<name>',
    description: 'tables: the regression, logistic or least-squares',
    read: by(word(['logistic', 'least-squares'])),
    needed: { by: tables, expected: 'logistic or least-squares' }
  },
  {
    name: 'label',
    of: tables,
    takes: '<column>',
    description: 'tables: the label (else the last column)',
    read: E.right
  },
  {
    name: 'rungs',
    of: ladders,
    takes: '<number>',
    description: 'programs, tables: of the ladder of each parameter, such as 64',
    read: number,
    needed: { by: ladders, expected: 'the rungs of the ladder of each parameter, such as 64' }
  },
  {
    name: 'range',
    of: ladders,
    takes: '<low..high>',
    description: 'tables: the ends of ladders, such as -1..1; programs: where a variable has no bound',
    read: range,
    needed: { by: tables, expected: 'the ends of the ladders, such as -1..1' }
  },
  {
    name: 'ridge',
    of: tables,
    takes: '<number>',
    description: 'tables: ρ, where ½ρ‖w‖² is added to the loss (else 0)',
    read: number
  },
  {
    name: 'penalty',
    of: ['quadratic program'],
    takes: '<number>',
    description: 'programs: ρ, where ½ρ(violation)² is added for each constraint of several variables',
    read: number
  }
]

/** What is learned, as options of a command. */
export const lossOptions = (): readonly Option[] =>
  options.map(({ name, takes, description }) => new Option(`--${name} ${takes}`, description))

const problem = (pointer: string, message: string): SchemaProblem => ({ pointer, message })

/** A problem of a loss as the file and the options call what it is about. */
const placed = (file: LearnedFile, { inputs: [input = ''], expected, found }: Problem): SchemaProblem => {
  const variables = file.kind === 'quadratic program' ? file.variables : undefined
  const named = (text: string): string =>
    text.replace(/program\/q(?:\/(\d+))?/g, (_, i?: string) =>
      i === undefined ? '/q' : (variables?.[Number(i)] ?? `/q/${i}`)
    )
  const row = /^regression\/labels\/(\d+)$/.exec(input)?.[1]
  const label = file.kind === 'table of samples' ? file.label : ''
  return problem(
    row === undefined
      ? named(input.replace(/^ladders\//, '--').replace(/^regression\/labels$/, label))
      : `${label}, row ${Number(row) + 1}`,
    named(`expected ${expected}, got ${found}`)
  )
}

/** The loss of a file on ladders as they were told; values that are lacking, which is told, have others in their place. */
const lossOf = (file: LearnedFile, values: Readonly<Record<string, unknown>>): E.Either<ModelError, Loss> => {
  if (file.kind === 'Ising problem') return E.right(isingLoss(file.problem))
  const {
    rungs = 2,
    range: ends,
    ridge,
    penalty,
    loss = 'least-squares'
  } = values as {
    readonly rungs?: number
    readonly range?: readonly [number, number]
    readonly ridge?: number
    readonly penalty?: number
    readonly loss?: string
  }
  return file.kind === 'quadratic program'
    ? boxProgramLoss(file.problem, {
        rungs,
        ...(penalty === undefined ? {} : { penalty }),
        ...(ends === undefined ? {} : { range: ends })
      })
    : regressions[loss]!(file, { rungs, range: ends ?? [0, 1], ...(ridge === undefined ? {} : { ridge }) })
}

/** The loss of a file, as options tell it; or all that is wrong with them, and with the file by what they say. */
export const learnedLoss = (file: LearnedFile, flags: Flags): E.Either<readonly SchemaProblem[], Loss> => {
  const read = options.flatMap((option) => {
    const text = flags[option.name] as string | undefined
    return text === undefined ? [] : [{ option, found: option.read(text) }]
  })
  const values = Object.fromEntries(
    read.flatMap(({ option: { name }, found }) => (E.isRight(found) ? [[name, found.right] as const] : []))
  )
  const lacking = options.filter(
    ({ name, needed }) => needed?.by.includes(file.kind) && flags[name] === undefined
  )
  const loss = lossOf(file, values)
  const problems = [
    ...read.flatMap(({ option: { name, of }, found }) => [
      ...(of.includes(file.kind) ? [] : [problem(`--${name}`, `this is not for ${what[file.kind]}`)]),
      ...(E.isLeft(found) ? [problem(`--${name}`, found.left)] : [])
    ]),
    ...lacking.map(({ name, needed }) => problem(`--${name}`, `expected ${needed!.expected}, got none`)),
    ...(E.isLeft(loss) ? loss.left.problems : [])
      .map((each) => placed(file, each))
      // Of what cannot be read nothing more is told.
      .filter(
        ({ pointer }) => Object.hasOwn(values, pointer.slice(2)) || flags[pointer.slice(2)] === undefined
      )
  ]
  return problems.length > 0 ? E.left(problems) : (loss as E.Right<Loss>)
}
