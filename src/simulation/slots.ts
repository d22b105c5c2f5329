/**
 * Learning-in-memory: a standing tilt for each update's slot, over a barrier that lets as many hops be attempted as
 * the update should move. In kT and attempts.
 */
import type { Convergence } from '../ledger/paradigms'

const { LN2, log, pow } = Math

/** How a tilted memory is driven through its updates. */
export interface Schedule {
  readonly convergence: Exclude<Convergence, 'measured'>
  /** b: the last step is 2^(−b) of the first. */
  readonly precision: number
  readonly updates: number
  /** ε: the wrong direction's part of a slot's hops. */
  readonly errorProbability: number
  /** h₁: hops that the first update attempts. */
  readonly hopsPerUpdate: number
  /** f₀τ, of all updates. */
  readonly attempts: number
}

/** Slots of even times, each with its barrier. */
export interface Slots {
  readonly tilt: number
  readonly barriers: Float64Array
  /** α: the steps, in parts of the first. */
  readonly steps: Float64Array
  /** Of each slot. */
  readonly attempts: number
}

/** ∫2^(−bx)dx, and that of a power. */
const exponential =
  (b: number) =>
  (x: number): number =>
    b === 0 ? x : -pow(2, -b * x) / (b * LN2)

const power =
  (a: number) =>
  (x: number): number =>
    a === 1 ? log(x) : pow(x, 1 - a) / (1 - a)

/** The mean of the relative step over each slot. */
const stepsOf = ({ convergence, precision: b, updates: n }: Schedule): Float64Array => {
  const [sum, place] =
    convergence === 'powerLaw'
      ? [power((b * LN2) / log(n)), (k: number) => 1 + ((n - 1) * k) / n]
      : [exponential(convergence === 'constant' ? 0 : b), (k: number) => k / n]
  return Float64Array.from({ length: n }, (_, k) => {
    const [from, to] = [place(k), place(k + 1)]
    return (sum(to) - sum(from)) / (to - from)
  })
}

export const slotsOf = (schedule: Schedule): Slots => {
  const { updates, errorProbability: wrong, hopsPerUpdate, attempts } = schedule
  const steps = stepsOf(schedule)
  const first = (hopsPerUpdate * updates) / attempts
  return {
    tilt: log((1 - wrong) / wrong),
    barriers: steps.map((step) => -log(first * step) - log(wrong * (1 - wrong)) / 2),
    steps,
    attempts: attempts / updates
  }
}
