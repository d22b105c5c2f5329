/** How much entropy a memory gives up at least, by where its ladders ended over many runs. */
import type { Loss } from './loss/loss'
import { jackknifed, type SampleMean } from './sample'

const { E, PI, LN2, log } = Math

const nats = (p: number): number => -p * log(p) - (1 - p) * log(1 - p)

/** Of fewer runs a spread tells nothing. */
const fewest = 4

/**
 * From ladders on any rung alike, in nats: undefined of too few runs. The entropy at the end is at most the sum of
 * those of each ladder; and that of a ladder at most the one of a normal law of its variance σ² + 1/12 (Massey 1988),
 * with what the logarithm of a variance of few runs is too small by. Of a spin it is that of its mean by Laplace's
 * rule of succession, never sure of what it has not seen.
 */
export const entropyLost = (
  { parameters, rungs }: Loss,
  finals: readonly Int32Array[]
): SampleMean | undefined => {
  const runs = finals.length
  if (runs < fewest) return undefined
  const sums = new Float64Array(parameters)
  const squares = new Float64Array(parameters)
  for (const final of finals)
    for (let i = 0; i < parameters; i++) {
      sums[i]! += final[i]!
      squares[i]! += final[i]! ** 2
    }
  const most = log(rungs)
  return jackknifed(runs, (without) => {
    const left = without === undefined ? undefined : finals[without]!
    const n = left === undefined ? runs : runs - 1
    let lost = 0
    for (let i = 0; i < parameters; i++) {
      const x = left?.[i] ?? 0
      const sum = sums[i]! - x
      if (rungs === 2) {
        lost += LN2 - nats((sum + 1) / (n + 2))
        continue
      }
      const variance = Math.max(0, (squares[i]! - x * x - (sum * sum) / n) / (n - 1))
      const spread = (log(2 * PI * E * (variance + 1 / 12)) + 1 / (n - 1)) / 2
      lost += most - Math.min(most, spread)
    }
    return lost
  })
}
