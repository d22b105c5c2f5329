/**
 * How much entropy a memory gives up at least, by where its ladders ended over many runs. By Gibbs' inequality the
 * entropy at the end is at most the mean of −ln q(end), for any law q that does not know the end it is asked about: of
 * each run, one that is learned from the others. So the estimate is low in the mean, however few the runs.
 */
import type { Loss } from './loss/loss'
import { sampleMean, type SampleMean } from './sample'

const { PI, exp, log, log1p, max, min, sqrt } = Math

/** Of fewer runs nothing is told. */
const fewest = 4

/** ln(2 q): of a spin by Laplace's rule of succession, after n runs of which so many ended as it did. */
const spinScore = (alike: number, n: number): number => log((2 * (alike + 1)) / (n + 2))

/** Rungs about the mean over which a law is summed; beyond, its sum is its integral. */
const widest = 1e4

/** The least variance: of a ladder that always ended on one rung. */
const leastVariance = 0.01

/** What a law takes of all rungs alike, for what was not seen: one run's part. */
const strangers = (n: number): number => 1 / (n + 1)

/** ln(rungs · q): of a ladder by a normal law of others' mean and variance, on rungs alone. */
const ladderScore = (rung: number, mean: number, variance: number, rungs: number, n: number): number => {
  const spread = variance * (1 + 1 / n) + leastVariance
  const law = (x: number): number => exp(-((x - mean) ** 2) / (2 * spread))
  const reach = 8 * sqrt(spread)
  const [low, high] = [max(0, Math.floor(mean - reach)), min(rungs - 1, Math.ceil(mean + reach))]
  let all = 0
  if (high - low > widest) all = sqrt(2 * PI * spread) + 1
  else for (let x = low; x <= high; x++) all += law(x)
  const unseen = strangers(n)
  return log(unseen + ((1 - unseen) * rungs * law(rung)) / all)
}

/** A way to look at the ends of runs: each run's score by the others, and what would be lost of it by what none showed. */
interface Told {
  readonly scores: Float64Array
  /** The square of that error, of what always ended alike. */
  readonly unseen: number
}

/** Of so many independent parts. */
const told = (
  finals: readonly Int32Array[],
  parts: number,
  at: (final: Int32Array, part: number) => number,
  score: (each: number, sum: number, squares: number) => number,
  stranger: number
): Told => {
  const runs = finals.length
  const scores = new Float64Array(runs)
  let unseen = 0
  for (let part = 0; part < parts; part++) {
    const ends = Float64Array.from(finals, (final) => at(final, part))
    const sum = ends.reduce((all, each) => all + each, 0)
    const squares = ends.reduce((all, each) => all + each * each, 0)
    ends.forEach((each, run) => (scores[run]! += score(each, sum - each, squares - each * each)))
    if (ends.every((each) => each === ends[0]))
      unseen += ((score(ends[0]!, sum - ends[0]!, squares - ends[0]! ** 2) - stranger) / (runs + 1)) ** 2
  }
  return { scores, unseen }
}

const mean = (scores: Float64Array): number => scores.reduce((sum, each) => sum + each, 0) / scores.length

/** A law of two, of which the other has a part: in each run it loses no more than the logarithm of a part. */
const mixed = (one: Told, other: Told, part: number): Told => ({
  scores: one.scores.map((score, run) => {
    const [a, b] = [score + log1p(-part), other.scores[run]! + log(part)]
    return max(a, b) + log1p(exp(min(a, b) - max(a, b)))
  }),
  unseen: mean(one.scores) > mean(other.scores) ? one.unseen : other.unseen
})

/**
 * From ladders on any rung alike, in nats: undefined of too few runs. Ladders are taken each for itself, spins also by
 * how they stand to the first: of a problem that knows no up and down, all that is told.
 */
export const entropyLost = (
  { parameters, rungs }: Loss,
  finals: readonly Int32Array[]
): SampleMean | undefined => {
  const runs = finals.length
  if (runs < fewest) return undefined
  const n = runs - 1
  const spins = (at: (final: Int32Array, part: number) => number, parts: number): Told =>
    told(finals, parts, at, (each, sum) => spinScore(each === 1 ? sum : n - sum, n), log(2 / (n + 2)))
  const alone = (): Told => spins((final, i) => final[i]!, parameters)
  const learned =
    rungs === 2
      ? parameters === 1
        ? alone()
        : mixed(
            alone(),
            spins((final, i) => (final[i + 1] === final[0] ? 1 : 0), parameters - 1),
            1 / 2
          )
      : told(
          finals,
          parameters,
          (final, i) => final[i]!,
          (each, sum, squares) =>
            ladderScore(each, sum / n, max(0, (squares - (sum * sum) / n) / (n - 1)), rungs, n),
          log(strangers(n))
        )
  // All rungs alike: nothing is told of where they stand, and nothing was lost.
  const none: Told = { scores: new Float64Array(runs), unseen: 0 }
  const { scores, unseen } = mixed(learned, none, strangers(n))
  const { mean: least, error } = sampleMean(scores)
  return { mean: least, error: sqrt(error ** 2 + unseen) }
}
