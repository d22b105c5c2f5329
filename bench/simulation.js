/**
 * Memories that learn by chance: hops attempted in a second, of spins and of ladders; and trajectories beside the
 * exact means of the same protocol.
 */
import { hertz, kelvin, kT, seconds } from 'limen'
import { isingLoss, learn, leastSquaresLoss } from 'limen/simulate'
import { isingProblem } from 'limen/solve'
import { cpuTime, inTurns, printAlone, right, row } from './table.js'

let word = 1
const random = () => (word = (word * 48271) % 2147483647) / 2147483647

const temperature = kelvin(300)

/** Spins on a ring with chords, of 6 neighbours each. */
const glass = (spins) =>
  isingLoss(
    right(
      isingProblem({
        spins,
        couplings: Array.from({ length: spins }, (_, i) => i).flatMap((i) =>
          [1, 7, 15].map((step) => [i, (i + step) % spins, random() < 0.5 ? -1 : 1])
        )
      })
    )
  )

/** Weights of which each row holds all. */
const dense = (weights) => {
  const features = Array.from({ length: weights }, () =>
    Array.from({ length: weights }, () => random() - 0.5)
  )
  return right(
    leastSquaresLoss({ features, labels: features.map(() => random()) }, { rungs: 129, range: [-4, 4] })
  )
}

/** Hops attempted in a second of CPU time. */
const attemptsPerSecond = (loss, attempts, energyPerLoss) => () => {
  let tried = 0
  const options = {
    writer: 'annealed',
    seed: 1,
    temperature,
    attemptRate: hertz(1),
    duration: seconds(attempts),
    energyPerLoss,
    rise: 0.01,
    runs: 1
  }
  const time = cpuTime(() => (tried = right(learn(loss, options)).attempts))
  return (1e9 * tried) / time
}

export const rows = () => {
  const measured = inTurns(
    {
      spins: attemptsPerSecond(glass(1000), 1000, kT(2, temperature)),
      ladders: attemptsPerSecond(dense(16), 6e4, kT(2000, temperature))
    },
    { turns: 7, warmUp: 2 }
  )
  return [
    row(
      'learner, annealed: 1000 spins of 6 neighbours',
      'hops attempted',
      measured.spins,
      '≥ 2e7 in a second'
    ),
    row('learner, annealed: 16 weights, all coupled', 'hops attempted', measured.ladders, '≥ 2e7 in a second')
  ]
}

await printAlone(import.meta.url, 'Memories that learn (CPU medians)', rows)
