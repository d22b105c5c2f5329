/** Solving the problem of a file, and putting what its memory did to the ledger. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anObject, expecting, having, type Kind, optional, wordOf } from '../units/argument'
import { anneal, type Annealing } from '../workload/ising/annealing'
import type { AnnealOptions } from '../workload/ising/plan'
import {
  solveQuadraticProgram,
  type QuadraticOptions,
  type QuadraticSolution
} from '../workload/quadratic/primal-dual'
import { aTrace, measuredConvergence, type NoConvergence, runOf, type Trace } from '../workload/trace'
import { aProblemFile, type IsingFile, type ProblemFile, type QuadraticFile } from '../format/problem-file'
import { schemaError, type SchemaError, unfitFile } from '../shape/problem'
import type { Supplied, Supplies } from './supplied'
import { convergenceSupplies, countSupplies } from './trace-supplies'

/** How a problem is solved; each kind has options of its own. @since 0.3.0 */
export interface SolveOptions {
  readonly quadratic?: QuadraticOptions
  readonly ising: AnnealOptions
}

/** A problem with its solution. @since 0.3.0 */
export type Solved =
  | { readonly kind: 'quadratic program'; readonly file: QuadraticFile; readonly solution: QuadraticSolution }
  | { readonly kind: 'Ising problem'; readonly file: IsingFile; readonly solution: Annealing }

export const aSolved: Kind = having('a solved problem, such as solveProblem gives', {
  kind: wordOf(['quadratic program', 'Ising problem']),
  file: aProblemFile,
  solution: having('a solution', { trace: aTrace })
})

const solvedBy = (
  file: ProblemFile,
  { quadratic, ising }: SolveOptions
): E.Either<{ readonly message: string }, Solved> => {
  const { kind } = file
  return kind === 'quadratic program'
    ? pipe(
        solveQuadraticProgram(file.problem, quadratic),
        E.map((solution) => ({ kind, file, solution }))
      )
    : pipe(
        anneal(file.problem, ising),
        E.map((solution) => ({ kind, file, solution }))
      )
}

/** Solves the problem of a file, or says why it has no solution. @since 0.3.0 */
export const solveProblem = expecting(
  'solveProblem',
  {
    file: aProblemFile,
    options: having('options with those of annealing, such as { ising: { seed: 1 } }', {
      quadratic: optional(anObject),
      ising: anObject
    })
  },
  (file: ProblemFile, options: SolveOptions): E.Either<SchemaError, Solved> =>
    pipe(
      solvedBy(file, options),
      E.mapLeft(({ message }) =>
        schemaError(message.split('\n').map((line) => ({ pointer: '', message: line })))
      )
    ),
  unfitFile
)

/** What a step of the hardware is taken to last, where nobody says how long the whole takes. */
const stepTime = { seconds: 1e-6, text: '1 µs' } as const

const assumed = (value: unknown, why: string): Supplied => ({ value, origin: 'assumed', why })

/** A duration in seconds, without the noise of float64. */
const secondsText = (seconds: number): string => `${Number(seconds.toPrecision(12))} s`

const durationOf = ({ updates: { length } }: Trace): Supplied =>
  assumed(secondsText(length * stepTime.seconds), `${stepTime.text} for each of ${length} steps`)

/** Of a run that moved nothing. */
const withoutConvergence = ({ message }: NoConvergence): Supplied =>
  assumed('constant', `the trace shows none: ${message}`)

/** The precision of a parameter, where it is not what the smallest step of the trace tells. */
const precisionOf = (solved: Solved, isMeasured: boolean): Supplies => {
  if (solved.kind === 'Ising problem') return { precision: assumed('1 bit', 'a spin is a bit') }
  if (isMeasured) return {}
  const { primal, dual, gap } = solved.solution.residuals
  const largest = Math.max(primal, dual, gap, Number.EPSILON)
  const bits = Number((-Math.log2(largest)).toPrecision(12))
  return { precision: assumed(`${bits} bit`, `the largest residual, ${largest.toExponential(1)}`) }
}

/**
 * A solved problem as a workload, for `estimateValue`. Counts and convergence are those of its trace;
 * the duration is an assumption.
 *
 * @since 0.3.0
 */
export const solvedWorkload = expecting(
  'solvedWorkload',
  { solved: aSolved },
  (solved: Solved): { readonly value: unknown; readonly supplied: Supplies } => {
    const { name, description } = solved.file
    const { trace } = solved.solution
    const run = runOf(trace)
    const measured = measuredConvergence(run.summary)
    return {
      value: { name, ...(description === undefined ? {} : { description }), workload: {} },
      supplied: {
        ...countSupplies(run),
        ...(E.isRight(measured)
          ? convergenceSupplies(run, measured.right)
          : { convergence: withoutConvergence(measured.left) }),
        ...precisionOf(solved, E.isRight(measured) && measured.right.precision > 0),
        duration: durationOf(trace)
      }
    }
  }
)
