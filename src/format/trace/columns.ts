/**
 * What the columns of a trace mean: ours, and those that common loggers of training write.
 */
import * as E from 'fp-ts/lib/Either.js'
import { likely, listed } from '../../shape/codec'
import { schemaError, type SchemaError } from '../../shape/problem'

/** What a column may tell of a step. @since 0.3.0 */
export type TraceColumn =
  | 'step'
  | 'epoch'
  | 'mode'
  | 'time'
  | 'parameters'
  | 'updates'
  | 'relativeStep'
  | 'macs'
  | 'objective'
  | 'learningRate'
  | 'gradientNorm'

/**
 * What loggers call each, in lower case without spaces or signs. Of two names of a step or of an objective
 * the earlier holds: a step that is counted by optimiser updates tells more than one that counts rows.
 */
const names: Readonly<Record<TraceColumn, readonly string[]>> = {
  step: [
    'numupdates',
    'nupdates',
    'globalstep',
    'step',
    'iteration',
    'iter',
    'steps',
    'currentsteps',
    'iternum',
    'updatestep'
  ],
  epoch: ['epoch', 'epochs'],
  mode: ['mode', 'split', 'phase', 'stage'],
  // In seconds, of a clock or since the beginning; "time" alone is that of a step to some.
  time: ['timestamp', 'walltime', 'timeelapsed', 'elapsedtime', 'elapsed', 'runtime', 'wall'],
  parameters: ['parameters'],
  updates: ['updates', 'parametersupdated', 'writes'],
  relativeStep: ['relativestep', 'stepsize'],
  macs: ['macs', 'reads'],
  objective: [
    'objective',
    'loss',
    'trainloss',
    'trainingloss',
    'trainlossstep',
    'trainlossepoch',
    'lmloss',
    'totalloss',
    'energy',
    'cost'
  ],
  learningRate: ['learningrate', 'lr'],
  gradientNorm: ['gradientnorm', 'gradnorm', 'gnorm']
}

/** Columns of which the first name that a file has holds. */
const ranked: ReadonlySet<TraceColumn> = new Set(['step', 'objective', 'time'])

/** Every column that a trace may have. */
export const traceColumns = Object.keys(names) as readonly TraceColumn[]

/** From which columns the size of a step is taken. @since 0.3.0 */
export type StepSize = 'relativeStep' | 'learningRate' | 'learningRate*gradientNorm'

/** The choices of it. */
export const stepSizes: readonly StepSize[] = ['relativeStep', 'learningRate', 'learningRate*gradientNorm']

/** Where in a file each column is, by its name there. */
export type ColumnNames = Readonly<Partial<Record<TraceColumn, string>>>

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** Lightning's monitor names the rate by its optimiser: lr-AdamW, lr-SGD/pg1; beside it others of its settings. */
const monitored = /(?:^|\/| - )lr-([a-z]\w*)(?:-\d+)?(?:\/\w+)?$/i

/** Optimisers may have groups of parameters, each with its rate: lr-AdamW/pg1, lr/pg0. */
const grouped = /\/pg\d+$/i

/** The optimiser that the name of a column tells. */
export const optimiserOf = ({ learningRate = '' }: ColumnNames): string | undefined =>
  monitored.exec(learningRate)?.[1]

/** "train/loss" and "run 7 - train/loss" are called loss; "lr-AdamW" is called lr. */
const callings = (name: string): readonly string[] => {
  const own = name.split(' - ').at(-1)!
  return [
    bare(name),
    bare(own),
    bare(own.split('/').at(-1)!),
    ...(monitored.test(name) || /(?:^|\/)lr\/pg\d+$/i.test(name) ? ['lr'] : [])
  ]
}

const isOfEvaluation = (name: string): boolean =>
  /\b(eval|valid|val|test|validation)\b|^(eval|val)_/i.test(name)

/** Whether the mode of a row says that nothing was learned in it. */
export const isEvaluation = (mode: unknown): boolean =>
  typeof mode === 'string' && /^(val|valid|validation|eval|evaluation|evaluate|test|dev)$/i.test(mode.trim())

const levels = [0, 1, 2, 3]

/** The names of a file that may mean a column, each with what it is called. */
type Called = ReadonlyMap<string, readonly string[]>

const calledOf = (found: readonly string[]): Called =>
  new Map(found.filter((name) => !isOfEvaluation(name)).map((name) => [name, callings(name)]))

/** The names of a file that may mean a column. */
const candidatesOf = (column: TraceColumn, called: Called): readonly string[] => {
  const meant = (some: readonly string[]): readonly string[] =>
    levels
      .map((level) => [...called.keys()].filter((name) => some.includes(called.get(name)![level] ?? '')))
      .find((each) => each.length > 0) ?? []
  if (!ranked.has(column)) return meant(names[column])
  return names[column].map((name) => meant([name])).find((each) => each.length > 0) ?? []
}

/** What each name of a file means, where that is plain; what the user says holds. */
export const columnsOf = (
  found: readonly string[],
  said: ColumnNames
): E.Either<SchemaError, ColumnNames> => {
  const problems: string[] = []
  const columns: Partial<Record<TraceColumn, string>> = {}
  const called = calledOf(found)
  for (const column of traceColumns) {
    const chosen = said[column]
    if (chosen !== undefined) {
      if (found.includes(chosen)) columns[column] = chosen
      else {
        const near = likely(chosen, found)
        problems.push(
          `expected a column "${chosen}" for ${column}, got ${listed(found)}${near === undefined ? '' : `: did you mean "${near}"?`}`
        )
      }
      continue
    }
    const all = candidatesOf(column, called)
    const candidates = all.every((name) => grouped.test(name)) ? all.slice(0, 1) : all
    if (candidates.length > 1)
      problems.push(`${listed(candidates)} may all be the ${column}: say which, ${column}=NAME`)
    else if (candidates[0] !== undefined) columns[column] = candidates[0]
  }
  return problems.length === 0
    ? E.right(columns)
    : E.left(schemaError(problems.map((message) => ({ pointer: '', message }))))
}

/** Whether columns tell more than the time: what was updated, by how much, or to what end. */
export const tellsMore = ({ relativeStep, learningRate, updates, objective }: ColumnNames): boolean =>
  (relativeStep ?? learningRate ?? updates ?? objective) !== undefined

const needs = (size: StepSize): readonly TraceColumn[] => size.split('*') as TraceColumn[]

/** Plain gradient descent steps by rate × gradient; any other optimiser makes its own of the gradient. */
const isPlain = (optimiser: string | undefined): boolean => optimiser?.toLowerCase() === 'sgd'

/**
 * From which columns the size of a step is taken: as asked, or the most telling that there are; none where
 * no column tells.
 */
export const stepSizeOf = (
  columns: ColumnNames,
  found: readonly string[],
  asked?: StepSize
): E.Either<SchemaError, StepSize | undefined> => {
  const isThere = (size: StepSize): boolean => needs(size).every((column) => columns[column] !== undefined)
  if (asked !== undefined && !isThere(asked)) {
    const message = `${asked} needs ${needs(asked).join(' and ')}, and the columns are ${listed(found)}`
    return E.left(schemaError([{ pointer: '', message }]))
  }
  const plain = isPlain(optimiserOf(columns)) ? (['learningRate*gradientNorm'] as const) : []
  return E.right(asked ?? (['relativeStep', ...plain, 'learningRate'] as const).find(isThere))
}

/** What is assumed of the size of a step, and not told by the log. */
export const sizeNotes = (
  columns: ColumnNames,
  size: StepSize | undefined,
  asked?: StepSize
): readonly string[] => [
  ...(grouped.test(columns.learningRate ?? '')
    ? [`the learning rate is that of one group of parameters, "${columns.learningRate!}"`]
    : []),
  ...assumedOf(columns, size, asked)
]

const assumedOf = (columns: ColumnNames, size: StepSize | undefined, asked?: StepSize): readonly string[] => {
  if (asked !== undefined || size === 'relativeStep') return []
  const optimiser = optimiserOf(columns)
  if (size === undefined)
    return [
      'no column tells the size of a step (relativeStep or learningRate): convergence and precision are unknown; --column learningRate=NAME if one does'
    ]
  if (size === 'learningRate*gradientNorm')
    return [
      `the log names ${optimiser!}: its steps are taken for those of plain gradient descent, without momentum`
    ]
  const other = "--step-size 'learningRate*gradientNorm'"
  if (columns.gradientNorm === undefined)
    return [
      'the learning rate is taken for the size of a step: an assumption, the log does not tell the size'
    ]
  return [
    optimiser === undefined
      ? `the log does not name its optimiser, so the size of the steps is not known from the gradient norm: the learning rate is taken for it, as for Adam; for plain gradient descent say ${other}`
      : isPlain(optimiser)
        ? `the learning rate is taken for the size of a step; for plain gradient descent say ${other}`
        : `learning rate × gradient norm is no step of ${optimiser}, so the size of the steps is not known from it: the learning rate is taken for it`
  ]
}
