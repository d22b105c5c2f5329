/**
 * Temperatures of an annealing run: functions of the sweep, and where they begin and end for a problem.
 */
import { aNumber, expectArguments, expecting, having, type Kinds } from '../../units/argument'
import { anIsingProblem, type IsingProblem } from './problem'

/** The temperature of a sweep, counted from 1; in the unit of the energy (k = 1). @since 0.3.0 */
export type Schedule = (sweep: number) => number

/** Schedules by name. @since 0.3.0 */
export type ScheduleName = 'geometric' | 'logarithmic' | 'fowlerNordheim'

/** Where a run begins and ends. @since 0.3.0 */
export interface TemperatureRange {
  readonly start: number
  readonly end: number
}

/** A schedule from its numbers, which says what is none. */
const scheduled = /* @__NO_SIDE_EFFECTS__ */ <A>(
  name: string,
  numbers: Kinds,
  made: (of: A) => Schedule
): ((of: A) => Schedule) =>
  expecting(name, { of: having(`an object with ${Object.keys(numbers).join(', ')}`, numbers) }, (of) =>
    expecting(name, { sweep: aNumber }, made(of))
  )

/**
 * Each temperature the same part of the one before (Kirkpatrick, Gelatt & Vecchi 1983): `start` at the
 * first of so many sweeps, `end` at the last. All three are positive.
 *
 * @example
 * import { geometricSchedule } from 'limen/solve'
 * geometricSchedule({ start: 8, end: 2, sweeps: 3 })(2) // 4
 *
 * @since 0.3.0
 */
export const geometricSchedule = scheduled(
  'geometricSchedule',
  { start: aNumber, end: aNumber, sweeps: aNumber },
  ({ start, end, sweeps }: TemperatureRange & { readonly sweeps: number }): Schedule =>
    (sweep) =>
      start * (end / start) ** (sweeps === 1 ? 0 : (sweep - 1) / (sweeps - 1))
)

/**
 * T_k = c/ln(1 + k) (Geman & Geman 1984). With c no less than the depth of the deepest local minimum
 * that is not global, the run ends in a global one with probability 1 (Hajek 1988), if it never ends.
 *
 * @example
 * import { logarithmicSchedule } from 'limen/solve'
 * logarithmicSchedule({ depth: Math.log(11) })(10) // 1
 *
 * @since 0.3.0
 */
export const logarithmicSchedule = scheduled(
  'logarithmicSchedule',
  { depth: aNumber },
  ({ depth }: { readonly depth: number }): Schedule =>
    (sweep) =>
      depth / Math.log1p(sweep)
)

/**
 * T = A/(C ln(1 + t/C)), t the sweep: the threshold of an annealer of Fowler–Nordheim tunnelling, which
 * falls like 1/ln t in the long run (Chen et al., Nat. Commun. 16 (2025), arXiv:2406.05224) and like
 * A/t before t = C.
 *
 * @example
 * import { fowlerNordheimSchedule } from 'limen/solve'
 * fowlerNordheimSchedule({ a: 2 * Math.LN2, c: 1 })(1) // 2
 *
 * @since 0.3.0
 */
export const fowlerNordheimSchedule = scheduled(
  'fowlerNordheimSchedule',
  { a: aNumber, c: aNumber },
  ({ a, c }: { readonly a: number; readonly c: number }): Schedule =>
    (sweep) =>
      a / (c * Math.log1p(sweep / c))
)

/**
 * The Fowler–Nordheim schedule of a range: A and C so that it is `start` at the first sweep and `end`
 * at the last. It falls by less than the number of sweeps: undefined where it would have to by more, or
 * by hardly anything.
 */
export const fowlerNordheimOver = ({
  start,
  end,
  sweeps
}: TemperatureRange & { readonly sweeps: number }): Schedule | undefined => {
  const ratio = start / end
  const falls = (c: number): number => Math.log1p(sweeps / c) / Math.log1p(1 / c)
  // Falls from 1, for a small C, to the number of sweeps, for a large one: bisection of ln C.
  let [low, high] = [-600, Math.log(sweeps) + 30]
  if (!(ratio > falls(Math.exp(low)) && ratio < falls(Math.exp(high)))) return undefined
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (falls(Math.exp(middle)) < ratio) low = middle
    else high = middle
  }
  const c = Math.exp((low + high) / 2)
  return fowlerNordheimSchedule({ a: start * c * Math.log1p(1 / c), c })
}

/** A smaller problem ends as one of so many spins does: where one such flip in so many is still made. */
const fewest = 100

/**
 * Where annealing begins and ends, from what the spins of a problem can feel. Σ_j J_ij² + h_i² is the
 * mean square of the field of spin i among random neighbours.
 *
 * - start: the root of its mean over the spins. In mean field this is the temperature at which a spin
 *   glass freezes (Sherrington & Kirkpatrick 1975), and with fewer neighbours it freezes lower.
 * - end: where among all n spins one flip is expected that costs 2J, J the root mean square of the
 *   couplings and the field of that spin which has the smallest: 2J/ln n. What float64 cannot tell
 *   beside the largest coupling does not count.
 *
 * Undefined where no spin feels anything: then all states are alike.
 *
 * @example
 * import { isingProblem, temperatureRange } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const pair = isingProblem({ spins: 2, couplings: [[0, 1, 3]] })
 * pipe(pair, E.map((problem) => temperatureRange(problem)?.start)) // right(3)
 *
 * @since 0.3.0
 */
export const temperatureRange = (problem: IsingProblem): TemperatureRange | undefined => {
  expectArguments('temperatureRange', { problem: anIsingProblem }, problem)
  const { spins, offsets, couplings, fields } = problem
  // Relative to the largest, so that no square is lost or infinite.
  let largest = 0
  for (const value of couplings) largest = Math.max(largest, Math.abs(value))
  for (const value of fields) largest = Math.max(largest, Math.abs(value))
  if (largest === 0) return undefined
  let total = 0
  let smallest = Infinity
  for (let i = 0; i < spins; i++) {
    const felt = offsets[i + 1]! - offsets[i]! + (fields[i] === 0 ? 0 : 1)
    if (felt === 0) continue
    let square = (fields[i]! / largest) ** 2
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) square += (couplings[at]! / largest) ** 2
    total += square
    smallest = Math.min(smallest, square / felt)
  }
  return {
    start: largest * Math.sqrt(total / spins),
    end: (2 * largest * Math.max(Number.EPSILON, Math.sqrt(smallest))) / Math.log(Math.max(spins, fewest))
  }
}
