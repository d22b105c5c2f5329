/** A row of a trace as a step. */
import * as E from 'fp-ts/lib/Either.js'
import type { TraceStep } from '../../workload/trace'
import { shown } from '../../shape/codec'
import { traceColumns, type StepSize, type TraceColumn } from './columns'

/** What the rows before tell of the next. */
export interface Before {
  readonly step: number | undefined
  readonly parameters: number | undefined
}

/** A step, and what it tells of the next. */
export interface Row {
  readonly step: TraceStep
  readonly before: Before
}

type Numbers = Readonly<Partial<Record<TraceColumn, number>>>

/** ColumnNames whose numbers may be negative. */
const signed: ReadonlySet<TraceColumn> = new Set(['step', 'objective'])

const numberOf = (field: unknown): number => {
  if (typeof field === 'number') return field
  return typeof field === 'string' && field.trim() !== '' ? Number(field) : NaN
}

/** The fields of a row as numbers, or all that is wrong with them. */
const numbersOf = (fields: readonly unknown[]): Numbers | string => {
  const numbers: Partial<Record<TraceColumn, number>> = {}
  const problems: string[] = []
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at]
    if (field === undefined) continue
    const column = traceColumns[at]!
    const number = numberOf(field)
    if (Number.isFinite(number) && (number >= 0 || signed.has(column))) numbers[column] = number
    else {
      const expected = signed.has(column) ? 'a number' : 'a number that is not negative'
      problems.push(`expected ${expected} for ${column}, got ${shown(field)}`)
    }
  }
  return problems.length === 0 ? numbers : problems.join('; ')
}

const sizeOf = (
  { relativeStep, learningRate, gradientNorm }: Numbers,
  stepSize: StepSize
): number | undefined => {
  if (stepSize === 'relativeStep') return relativeStep
  if (stepSize === 'learningRate' || learningRate === undefined) return learningRate
  return gradientNorm === undefined ? undefined : learningRate * gradientNorm
}

/** A row as a step, undefined where it says nothing of one; or all that is wrong with it. */
export const rowOf = (
  fields: readonly unknown[],
  stepSize: StepSize,
  before: Before
): E.Either<string, Row | undefined> => {
  const numbers = numbersOf(fields)
  if (typeof numbers === 'string') return E.left(numbers)
  const { step, parameters = before.parameters, updates, macs = NaN, objective = NaN } = numbers
  const relativeStep = sizeOf(numbers, stepSize)
  if (relativeStep === undefined)
    return updates === undefined
      ? E.right(undefined)
      : E.left(`expected the ${stepSize} of these updates, got nothing`)
  if (before.parameters !== undefined && parameters !== before.parameters)
    return E.left(`expected ${before.parameters} parameters, as before, got ${parameters}`)
  const since = step === undefined || before.step === undefined ? 1 : step - before.step
  if (updates === undefined && !(since > 0))
    return E.left(`expected a step after ${before.step!}, got ${step!}`)
  return E.right({
    step: { updates: updates ?? since * (parameters ?? 1), relativeStep, macs, objective },
    before: { step, parameters }
  })
}
