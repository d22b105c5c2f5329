/**
 * What the columns of a trace mean: ours, and those that common loggers of training write.
 */
import * as E from 'fp-ts/lib/Either.js'
import { likely, listed } from '../../shape/codec'
import { schemaError, type SchemaError } from '../../shape/problem'

/** What a column may tell of a step. @since 0.3.0 */
export type TraceColumn =
  'step' | 'parameters' | 'updates' | 'relativeStep' | 'macs' | 'objective' | 'learningRate' | 'gradientNorm'

/** What loggers call each, in lower case without spaces or signs. */
const names: Readonly<Record<TraceColumn, readonly string[]>> = {
  step: ['step', 'globalstep', 'iteration', 'iter', 'steps'],
  parameters: ['parameters'],
  updates: ['updates', 'parametersupdated', 'writes'],
  relativeStep: ['relativestep', 'stepsize'],
  macs: ['macs', 'reads'],
  objective: ['objective', 'loss', 'trainloss', 'trainingloss', 'energy', 'cost'],
  learningRate: ['learningrate', 'lr'],
  gradientNorm: ['gradientnorm', 'gradnorm', 'gnorm']
}

/** Every column that a trace may have. */
export const traceColumns = Object.keys(names) as readonly TraceColumn[]

/** From which columns the size of a step is taken. @since 0.3.0 */
export type StepSize = 'relativeStep' | 'learningRate' | 'learningRate*gradientNorm'

/** The choices of it. */
export const stepSizes: readonly StepSize[] = ['relativeStep', 'learningRate', 'learningRate*gradientNorm']

/** Where in a file each column is, by its name there. */
export type ColumnNames = Readonly<Partial<Record<TraceColumn, string>>>

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** "train/loss" and "run 7 - train/loss" are called loss. */
const callings = (name: string): readonly string[] => {
  const own = name.split(' - ').at(-1)!
  return [bare(name), bare(own), bare(own.split('/').at(-1)!)]
}

const isOfEvaluation = (name: string): boolean =>
  /\b(eval|valid|val|test|validation)\b|^(eval|val)_/i.test(name)

/** What each name of a file means, where that is plain; what the user says holds. */
export const columnsOf = (
  found: readonly string[],
  said: ColumnNames
): E.Either<SchemaError, ColumnNames> => {
  const problems: string[] = []
  const columns: Partial<Record<TraceColumn, string>> = {}
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
    const meant = (level: number): readonly string[] =>
      found.filter((name) => !isOfEvaluation(name) && names[column].includes(callings(name)[level]!))
    const candidates = [0, 1, 2].map(meant).find((some) => some.length > 0) ?? []
    if (candidates.length > 1)
      problems.push(`${listed(candidates)} may all be the ${column}: say which, ${column}=NAME`)
    else if (candidates[0] !== undefined) columns[column] = candidates[0]
  }
  return problems.length === 0
    ? E.right(columns)
    : E.left(schemaError(problems.map((message) => ({ pointer: '', message }))))
}

/** From which columns the size of a step is taken: as asked, or the most telling that there are. */
export const stepSizeOf = (
  columns: ColumnNames,
  found: readonly string[],
  asked?: StepSize
): E.Either<SchemaError, StepSize> => {
  const needs = (size: StepSize): readonly TraceColumn[] => size.split('*') as TraceColumn[]
  const isThere = (size: StepSize): boolean => needs(size).every((column) => columns[column] !== undefined)
  const best = (['relativeStep', 'learningRate*gradientNorm', 'learningRate'] as const).find(isThere)
  const size = asked ?? best
  if (size !== undefined && isThere(size)) return E.right(size)
  const message =
    asked === undefined
      ? `expected a column relativeStep or learningRate, got ${listed(found)}: name the one that holds it, such as learningRate=NAME`
      : `${asked} needs ${needs(asked).join(' and ')}, and the columns are ${listed(found)}`
  return E.left(schemaError([{ pointer: '', message }]))
}
