/** Convex quadratic programs by a local, parallel primal–dual method whose memories are counted. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anything, expecting, options } from '../../units/argument'
import { reduce, type Reduction } from './bounds'
import { type DataProblem, infeasible, invalid, type QuadraticError, unbounded, unfitData } from './error'
import {
  copyPoint,
  emptyPoint,
  iterate,
  move,
  squaredMovement,
  startingPoint,
  whole,
  type Point
} from './iteration'
import { aProgram, type QuadraticProgram } from './program'
import { lazily } from '../../units/remembered'
import { told } from '../../units/told'
import { raysBetween } from './rays'
import {
  boundMultipliers, objectiveOf, primalResidual, residualsOf, termsOf, type QuadraticResiduals
} from './residuals' // prettier-ignore
import { precondition } from './scaling'
import { balanced, firstBalance, norms, stepsOf } from './steps'
import { recorder } from '../recorder'
import { entriesOf } from './sparse'
import type { Trace } from '../trace'

/** How a quadratic program is solved. @since 0.3.0 */
export interface QuadraticOptions {
  /** Each of the residuals is to be below; in (0, 1), 1e-8 if left out. */
  readonly tolerance?: number
  /** A positive integer; a million if left out. */
  readonly maximumIterations?: number
  /**
   * 'restarted' (the default): each step is drawn back to an anchor, a copy of the memories that is
   * written anew whenever the way still to go has shrunk enough; converges linearly. 'halpern': the
   * anchor is the start and stays; its steps shrink as a power of 1/k. 'none': no anchor and no quadratic
   * memory: plain steps, which without constraints are those of gradient descent, of size 1/‖P‖.
   */
  readonly anchoring?: 'restarted' | 'halpern' | 'none'
}

/** What a run came to. @since 0.3.0 */
export interface QuadraticSolution {
  /** Whether all residuals came below the tolerance. If not, all here is as far as the run got. */
  readonly converged: boolean
  readonly x: Float64Array
  /** Multipliers of the constraints: above 0 at an upper bound, below at a lower one. */
  readonly y: Float64Array
  /** ½x'Px + q'x + r. */
  readonly objective: number
  readonly iterations: number
  readonly residuals: QuadraticResiduals
  /**
   * A row for each iteration. Parameters: entries of x, of the quadratic memory w (where P has a row),
   * and of y (for constraints of several variables; bounds of one need no multiplier). Updates: those
   * whose value changed, and at a restart those of the anchor. Macs: one product each with P, A and A',
   * and what else was read; the first row has the estimates of the norms and the first products too.
   * Step: the change of all memories in the metric of the first iteration. Objective: of the point
   * that is returned if the run stops there.
   */
  readonly trace: Trace
}

type Settings = Required<QuadraticOptions>

const settingsOf = ({
  tolerance = 1e-8,
  maximumIterations = 1e6,
  anchoring = 'restarted'
}: QuadraticOptions): E.Either<QuadraticError, Settings> => {
  const problems: DataProblem[] = []
  if (!(tolerance > 0 && tolerance < 1))
    problems.push({ place: ['tolerance'], message: `expected a number in (0, 1), got ${told(tolerance)}` })
  if (!Number.isSafeInteger(maximumIterations) || maximumIterations < 1)
    problems.push({
      place: ['maximumIterations'],
      message: `expected a positive integer, got ${told(maximumIterations)}`
    })
  const ways: readonly string[] = ['restarted', 'halpern', 'none']
  if (!ways.includes(anchoring))
    problems.push({
      place: ['anchoring'],
      message: `expected one of ${ways.join(', ')}, got ${told(anchoring)}`
    })
  return problems.length > 0
    ? E.left(invalid(problems))
    : E.right({ tolerance, maximumIterations, anchoring })
}

/** A square below 0 by no more than this part of the largest is what rounding leaves of terms that cancel. */
const roundingPart = 1e-9

/** How often the differences of iterates are looked at for rays. */
const searchInterval = 64

/**
 * The movement of one iteration must shrink by these, since the anchor was written, before it is
 * written again: at once; or if the movement grows; or after this part of all iterations anyway
 * (Applegate et al., Practical large-scale linear programming using primal-dual hybrid gradient,
 * NeurIPS 2021).
 */
const restartAt = { sufficient: 0.2, necessary: 0.8, artificial: 0.36 } as const

/** By what the norms are raised when a movement shows that they were taken too low. */
const longer = 1.25

const run = (
  { q, r }: QuadraticProgram,
  { program, multipliers }: Reduction,
  { tolerance, maximumIterations, anchoring }: Settings
): E.Either<QuadraticError, QuadraticSolution> => {
  const scaled = precondition(program)
  const inner = scaled.program
  const { sizes: estimated, macs: normMacs } = norms(inner)
  let sizes = estimated
  const dualised = anchoring !== 'none' && sizes.P > 0
  const start = firstBalance(inner, sizes)
  let balance = start
  let steps = stepsOf(sizes, balance, dualised)
  const curved = Int32Array.from(inner.q.keys()).filter(
    (row) => inner.P.starts[row] !== inner.P.starts[row + 1]
  )
  const memory = { curved: curved.length < inner.q.length ? curved : undefined, weights: steps }
  const point = startingPoint(inner)
  const mapped = emptyPoint(inner)
  const anchor = emptyPoint(inner)
  copyPoint(point, anchor)
  const { record, finish } = recorder(q.length + (dualised ? curved.length : 0) + inner.l.length)
  const reads = entriesOf(inner.P) + 2 * entriesOf(inner.A)
  const anchored = (to: Point): number => {
    let changed = 0
    for (let at = 0; at < to.x.length; at++) if (to.x[at] !== anchor.x[at]) changed++
    if (dualised) for (const at of curved) if (to.w[at] !== anchor.w[at]) changed++
    for (let at = 0; at < to.y.length; at++) if (to.y[at] !== anchor.y[at]) changed++
    copyPoint(to, anchor)
    return changed
  }
  let [sinceRestart, firstMovement, lastMovement, largestSquare] = [0, 0, 0, 0]
  let extra = normMacs + entriesOf(inner.P) + entriesOf(inner.A)
  for (let iteration = 1; ; iteration++) {
    iterate(inner, steps, point, mapped)
    const terms = termsOf(program, scaled, mapped)
    const objective = objectiveOf(terms)
    const primal = primalResidual(program, scaled, mapped)
    const residuals = lazily(() => residualsOf(program, scaled, mapped, primal, terms, r))
    const converged = primal <= tolerance && Math.max(residuals().dual, residuals().gap) <= tolerance
    if (iteration % searchInterval === 0 && !converged) {
      for (const from of [point, anchor]) {
        const { farkas, falling, macs } = raysBetween(program, scaled, from, mapped)
        extra += macs
        if (farkas !== undefined)
          return E.left(infeasible(multipliers(farkas.ofConstraints, farkas.ofBounds), farkas.residual))
        if (falling !== undefined && primal <= 1e-6)
          return E.left(unbounded(falling.direction, falling.residual))
      }
    }
    const square = squaredMovement(steps, point, mapped)
    if (!Number.isFinite(square) || !Number.isFinite(objective))
      return E.left(
        invalid([{ place: [], message: `numbers beyond what float64 holds, in iteration ${iteration}` }])
      )
    const movement = Math.sqrt(Math.max(0, square))
    if (sinceRestart === 0) firstMovement = lastMovement = movement
    largestSquare = Math.max(largestSquare, square)
    const isTooLong = square < -roundingPart * largestSquare
    const restarts =
      anchoring === 'restarted' &&
      (isTooLong ||
        (sinceRestart > 0 &&
          (movement <= restartAt.sufficient * firstMovement ||
            (movement <= restartAt.necessary * firstMovement && movement > lastMovement) ||
            sinceRestart >= restartAt.artificial * iteration)))
    lastMovement = movement
    const stops = converged || iteration === maximumIterations
    const isPlain = anchoring === 'none' || restarts || (stops && anchoring === 'restarted')
    const share = isPlain ? whole : (sinceRestart + 1) / (sinceRestart + 2)
    const written = move(memory, point, mapped, anchor, share)
    if (isTooLong) {
      sizes = { P: sizes.P * longer, A: sizes.A * longer }
      steps = stepsOf(sizes, balance, dualised)
    }
    if (restarts && !stops) {
      const isShrinking = movement <= restartAt.necessary * firstMovement
      if (!isTooLong)
        balance = balanced(inner, sizes, start, balance, anchor, point, isShrinking, residuals())
      steps = stepsOf(sizes, balance, dualised)
      written.updates += anchored(point)
    }
    sinceRestart = restarts ? 0 : sinceRestart + 1
    record(written.updates, Math.sqrt(written.square), reads + extra, objective + r)
    extra = 0
    if (stops) {
      return E.right({
        converged,
        x: mapped.x.map((value, at) => value * scaled.ofVariables[at]!),
        y: multipliers(
          mapped.y.map((value, at) => value * scaled.ofConstraints[at]!),
          boundMultipliers(program, scaled, mapped)
        ),
        objective: objective + r,
        iterations: iteration,
        residuals: residuals(),
        trace: finish()
      })
    }
  }
}

/**
 * The optimum of a convex quadratic program, with the trace of the memories that found it; or why there
 * is none: constraints that contradict each other, or an objective that falls for ever, with a ray that
 * shows it. A run that ends before it converged says so by `converged`, and how far it got.
 *
 * The method is primal–dual hybrid gradient: products with P, A and A' and bounds kept entry by entry, all
 * memories at once; no linear system is solved, and nothing global is known but two step sizes. Its
 * iteration is reflected and drawn back to an anchor that is renewed at restarts (Lu & Yang, Restarted
 * Halpern PDHG for linear programming, arXiv:2407.16144), where the step sizes are balanced anew; the
 * data are preconditioned by a diagonal.
 *
 * @example
 * import { quadraticProgram, solveQuadraticProgram } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * // The point of the line x + y = 1 nearest to (1, 1).
 * const nearest = pipe(
 *   quadraticProgram({ P: { dense: [[1, 0], [0, 1]] }, q: [-1, -1], r: 1, A: { dense: [[1, 1]] }, l: [1], u: [1] }),
 *   E.chain((program) => solveQuadraticProgram(program)),
 *   E.map(({ x }) => Array.from(x, (value) => Number(value.toFixed(6))))
 * )
 * nearest // right([0.5,0.5])
 *
 * @since 0.3.0
 */
export const solveQuadraticProgram = expecting(
  'solveQuadraticProgram',
  {
    program: aProgram,
    options: options({ tolerance: anything, maximumIterations: anything, anchoring: anything })
  },
  (program: QuadraticProgram, options: QuadraticOptions = {}): E.Either<QuadraticError, QuadraticSolution> =>
    pipe(
      settingsOf(options),
      E.chain((settings) =>
        pipe(
          reduce(program),
          E.chain((reduction) => run(program, reduction, settings))
        )
      )
    ),
  unfitData
)
