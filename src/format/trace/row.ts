/** A row of a trace as numbers. */
import { shown } from '../../shape/codec'
import { isEvaluation, traceColumns, type StepSize, type TraceColumn } from './columns'

/** What a row tells. */
export type Numbers = Readonly<Partial<Record<TraceColumn, number>>>

/** Columns whose numbers may be negative. */
const signed: ReadonlySet<TraceColumn> = new Set(['objective', 'time'])

/** Columns that must be known where a row has them: what is counted stands on them. */
const needed: ReadonlySet<TraceColumn> = new Set(['step', 'epoch', 'parameters', 'updates'])

/** How programs write that a number is not known, or none. */
const unknown = /^(?:[-+]?(?:nan|inf|infinity)|none|null|n\/?a)?$/i

const numberOf = (field: unknown): number => {
  if (typeof field === 'number') return field
  return typeof field === 'string' && field.trim() !== '' ? Number(field) : NaN
}

/** Whether a field says that its number is not known, as NaN and infinities do. */
const isUnknown = (field: unknown): boolean =>
  typeof field === 'number'
    ? !Number.isFinite(field)
    : typeof field === 'string' && unknown.test(field.trim())

const isEmpty = (field: unknown): boolean => typeof field === 'string' && field.trim() === ''

/** A time in seconds: a number, or a date. */
const timeOf = (field: unknown): number => {
  const number = numberOf(field)
  return Number.isNaN(number) && typeof field === 'string' ? Date.parse(field) / 1000 : number
}

/** Whether a column may hold a number. */
export const fits = (column: TraceColumn, number: number): boolean =>
  Number.isFinite(number) &&
  (number >= 0 || signed.has(column)) &&
  (column !== 'step' || Number.isInteger(number)) &&
  (column !== 'parameters' || number >= 1)

const at = (column: TraceColumn): number => traceColumns.indexOf(column)
const modeAt = at('mode')

/** The fields of a row as numbers, undefined for an evaluation; or all that is wrong with them. */
export const numbersOf = (fields: readonly unknown[]): Numbers | string | undefined => {
  if (isEvaluation(fields[modeAt])) return undefined
  const numbers: Partial<Record<TraceColumn, number>> = {}
  const problems: string[] = []
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]
    if (field === undefined || index === modeAt) continue
    const column = traceColumns[index]!
    const number = column === 'time' ? timeOf(field) : numberOf(field)
    if (fits(column, number)) numbers[column] = number
    else if (column !== 'time' && (!isUnknown(field) || (needed.has(column) && !isEmpty(field)))) {
      const expected =
        column === 'step'
          ? 'a whole number of steps that were taken'
          : column === 'parameters'
            ? 'a number of at least 1'
            : signed.has(column)
              ? 'a number'
              : 'a number that is not negative'
      problems.push(`expected ${expected} for ${column}, got ${shown(field)}`)
    }
  }
  return problems.length === 0 ? numbers : problems.join('; ')
}

/** The size of the step of a row, undefined where it does not tell. */
export const sizeOf = (
  { relativeStep, learningRate, gradientNorm }: Numbers,
  stepSize: StepSize | undefined
): number | undefined => {
  if (stepSize === 'relativeStep') return relativeStep
  if (stepSize !== 'learningRate*gradientNorm') return learningRate
  return learningRate === undefined || gradientNorm === undefined ? undefined : learningRate * gradientNorm
}
