/**
 * What a protocol does to a memory, exactly: the probabilities of its states, and of the work done on it the mean and
 * the variance, and those of e^(−W), by moments that move with the probabilities. Energies are 0 before and after, so each
 * trajectory's heat is its work.
 */
import { evolve, evolveSigned, generatorOf } from './evolution'
import { expWork } from './exp-work'
import type { Segment, Space } from './space'

/** The probabilities of a memory after some of a protocol, and what it took to there. In kT and nats. */
export interface Moment {
  readonly populations: Float64Array
  /** The mean work done on the memory so far, the energies as they stand. */
  readonly work: number
  /** The mean heat given off so far. */
  readonly heat: number
  /** The expected number of hops so far. */
  readonly jumps: number
}

/** A protocol run to its end. */
export interface ExactRun {
  /** After each segment. */
  readonly course: readonly Moment[]
  readonly start: Float64Array
  readonly final: Float64Array
  readonly work: number
  readonly heat: number
  readonly jumps: number
  readonly entropyStart: number
  readonly entropyEnd: number
  /** Heat and the gain of entropy. */
  readonly entropyProduction: number
  /** Of the work over trajectories, which is that of the heat. */
  readonly variance: number
  /** ⟨e^(−W)⟩: 1 where the start is the equilibrium at energy 0 (Jarzynski 1997). */
  readonly meanExpMinusWork: number
  /** Of e^(−W) over trajectories: Infinity where no number holds it. */
  readonly deviationExpMinusWork: number
  /** The square of that over the mean. */
  readonly spreadExpMinusWork: number
}

/** −Σ p ln p, in nats. */
export const entropy = (populations: ArrayLike<number>): number => {
  let sum = 0
  for (let x = 0; x < populations.length; x++) {
    const p = populations[x]!
    if (p > 0) sum -= p * Math.log(p)
  }
  return sum
}

const mean = (populations: Float64Array, of: ArrayLike<number>): number => {
  let sum = 0
  for (let x = 0; x < populations.length; x++) sum += populations[x]! * of[x]!
  return sum
}

const total = (of: Float64Array): number => of.reduce((sum, each) => sum + each, 0)

/** The run; undefined where a segment is too long to follow, at so many states. */
export const runExactly = (
  space: Space,
  start: Float64Array,
  segments: readonly Segment[]
): ExactRun | undefined => {
  const { states } = space
  const p = Float64Array.from(start)
  // Moments of the work less its mean so far, by states.
  const first = new Float64Array(states)
  const second = new Float64Array(states)
  const weights = [expWork(start, 1), expWork(start, 2)] as const
  let [work, heat, jumps] = [0, 0, 0]
  let before: ArrayLike<number> = new Float64Array(states)

  const switchTo = (after: ArrayLike<number>): void => {
    const shift = Float64Array.from(p, (_, x) => after[x]! - before[x]!)
    const rise = mean(p, shift)
    for (let x = 0; x < states; x++) {
      const by = shift[x]! - rise
      second[x] = second[x]! + 2 * by * first[x]! + by * by * p[x]!
      first[x] = first[x]! + by * p[x]!
    }
    for (const each of weights) each.switchBy(shift)
    work += rise
    before = after
  }

  const course: Moment[] = []
  for (const segment of segments) {
    switchTo(segment.energies)
    const generator = generatorOf(space, segment)
    const energy = mean(p, segment.energies)
    const stayed = new Float64Array(states)
    const isFollowed =
      evolve(generator, segment.attempts, p, { integral: stayed }) &&
      [first, second].every((each) => evolveSigned(generator, segment.attempts, each)) &&
      weights.every((each) => each.evolve(generator, segment.attempts))
    if (!isFollowed) return undefined
    heat += energy - mean(p, segment.energies)
    jumps += mean(stayed, generator.exits)
    course.push({ populations: Float64Array.from(p), work, heat, jumps })
  }
  switchTo(new Float64Array(states))

  const [entropyStart, entropyEnd] = [entropy(start), entropy(p)]
  const [logMean, logSquare] = weights.map((each) => each.log()) as [number, number]
  const excess = logSquare - 2 * logMean
  const spread = Math.max(0, Math.expm1(excess))
  return {
    course,
    start,
    final: p,
    work,
    heat,
    jumps,
    entropyStart,
    entropyEnd,
    entropyProduction: heat + entropyEnd - entropyStart,
    variance: total(second) - total(first) ** 2,
    meanExpMinusWork: Math.exp(logMean),
    deviationExpMinusWork: Math.exp(logMean + (excess > 40 ? excess : Math.log(spread)) / 2),
    spreadExpMinusWork: spread
  }
}
