/** `limen simulate FILE --writer`: memories that learn the problem of a file, by one writer or several side by side. */
import { basename } from 'node:path'
import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Problem } from '../reading/error'
import { learningCsv, learningJson } from '../report/data/learning'
import { learningPicture, taken, type DrawnLearning } from '../report/picture/learning'
import { learningText } from '../report/text/learning'
import { terminalColumns, wrapped } from '../report/text/table'
import { schemaError, type SchemaError } from '../shape/problem'
import { learn, type LearningRun } from '../simulation/learn'
import { planOf } from '../simulation/learn-plan'
import { isingLoss } from '../simulation/loss/ising'
import type { Loss } from '../simulation/loss/loss'
import { jsonText } from '../units/visible'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { decodeLearned, learnedLoss, lossOptions, type LearnedFile } from './learn-loss'
import { learnerOptions, learnerProblems, learnersIn, writerOption } from './learn-options'
import { drawFiles } from './picture-format'
import { sayProblems, sayUnread, sayWrongUsage } from './problems'
import type { Flags } from './workload'

const againstOption = (): Option =>
  new Option('--against <what>', 'what --picture draws the loss against (else heat)').choices(taken)

/** What is told of memories that learn. */
export const learnOptions = (): readonly Option[] => [
  writerOption(),
  ...lossOptions(),
  ...learnerOptions(),
  againstOption()
]

/** Which of these options are given, as flags. */
export const learnFlagsIn = (flags: Flags): readonly string[] =>
  learnOptions()
    .filter((option) => flags[option.attributeName()] !== undefined)
    .map(({ long }) => long!) // each has one

/** What is to be known of how the file was read, and of what its loss is. */
const notesOf = (file: LearnedFile): readonly string[] => {
  if (file.kind === 'table of samples') return []
  const own = file.notes ?? []
  if (file.kind === 'quadratic program')
    return file.sense === 'maximise'
      ? [...own, 'the file asks for the greatest objective: the loss is its negative']
      : own
  const { totalWeight } = file.problem
  return totalWeight === undefined ? own : [...own, `the cut is (${totalWeight} − loss) / 2`]
}

interface Learned {
  readonly file: LearnedFile
  readonly runs: readonly LearningRun[]
}

const formats: Readonly<Record<string, (io: Io, learned: Learned) => string>> = {
  text: ({ paint }, { file, runs }) =>
    [
      learningText(file.name, runs, paint),
      ...notesOf(file).flatMap((note) => [
        '\n',
        ...wrapped(note, terminalColumns - 2).map((line) => `  ${line}\n`)
      ])
    ].join(''),
  json: (_io, { file, runs }) => {
    const notes = notesOf(file)
    return `${jsonText({ ...learningJson(file.name, runs), ...(notes.length === 0 ? {} : { notes }) }, 2)}\n`
  },
  csv: (_io, { runs }) => learningCsv(runs)
}

/** A loss that tells how far memories have got, not more often than one can see: it is read after each step. */
const watched = (loss: Loss, { status, now }: Io, writer: string, readings: number): Loss => {
  let [done, told] = [0, now()]
  return {
    ...loss,
    begin: (rungs) => {
      const kept = loss.begin(rungs)
      return {
        ...kept,
        value: () => {
          done++
          if (now() - told >= 100) {
            told = now()
            status(`${writer}: ${((100 * done) / readings).toFixed(0)} % of the steps of all runs`)
          }
          return kept.value()
        }
      }
    }
  }
}

/** The loss of a lone spin, by which options are judged where the one that was meant cannot be made. */
const loneSpin = (): Loss =>
  isingLoss({
    spins: 1,
    offsets: new Int32Array(2),
    neighbours: new Int32Array(0),
    couplings: new Float64Array(0),
    fields: new Float64Array(1)
  })

/** Problems that depend on the loss. */
const bySize: readonly Problem['kind'][] = ['relation', 'size']

/** What learners make of a loss; or all that is wrong with it, and with what any of them is told. */
const learnedBy = (
  io: Io,
  file: LearnedFile,
  flags: Flags
): E.Either<SchemaError, readonly LearningRun[]> => {
  const { learners, problems } = learnersIn(flags)
  const loss = learnedLoss(file, flags)
  const plans = learners.map(({ writer, options }) => ({
    writer,
    options,
    plan: planOf(E.isRight(loss) ? loss.right : loneSpin(), options)
  }))
  const wrong = plans.flatMap(({ writer, plan }) =>
    (E.isLeft(plan) ? plan.left : [])
      .filter(({ kind }) => E.isRight(loss) || !bySize.includes(kind))
      .map((problem) => ({ writer, problem }))
  )
  const all = [...problems, ...(E.isLeft(loss) ? loss.left : []), ...learnerProblems(learners, wrong)]
  if (all.length > 0 || E.isLeft(loss)) return E.left(schemaError(all))
  const runs = plans.map(({ writer, options, plan }) => {
    const readings = E.isRight(plan) ? plan.right.runs * (plan.right.points + 1) : 0
    return learn(watched(loss.right, io, writer, readings), options)
  })
  io.status('')
  return pipe(
    E.sequenceArray(runs),
    E.mapLeft(({ problems: beyond }) =>
      schemaError(
        beyond.map(({ expected, found }) => ({ pointer: '', message: `expected ${expected}, got ${found}` }))
      )
    )
  )
}

/** Runs the command, where a writer is named. */
export const runLearners = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const target = flags['picture'] as string | undefined
  const against = flags['against'] as DrawnLearning['against']
  if (against !== undefined && target === undefined)
    return sayWrongUsage(io, '--against: of a picture: say --picture too')
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return exit.badInput
  }
  const read = decodeLearned(text.right, basename(nameOf(file)), flags['label'] as string | undefined)
  if (E.isLeft(read)) {
    await sayUnread(io, [file, text.right], 'problem', read.left)
    return exit.badInput
  }
  const learned = learnedBy(io, read.right, flags)
  if (E.isLeft(learned)) {
    const isUsage = learned.left.problems.every(({ pointer }) => pointer.startsWith('--'))
    sayProblems(io, isUsage ? `simulate ${file}` : file, learned.left)
    return isUsage ? exit.wrongUsage : exit.badInput
  }
  const { name } = read.right
  const drawn = await drawFiles(
    io,
    target === undefined
      ? []
      : [
          [
            target,
            (options) => learningPicture({ name, runs: learned.right, against: against ?? 'heat' }, options)
          ]
        ]
  )
  if (drawn !== exit.ok) return drawn
  io.out(formats[String(flags['format'])]!(io, { file: read.right, runs: learned.right }))
  return exit.ok
}
