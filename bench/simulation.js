/**
 * Memories that run: hops attempted in a second by those that learn, of spins and of ladders; trajectories of a protocol
 * in a second; and how the time of the exact method grows with rungs and with segments.
 */
import { readFileSync } from 'node:fs'
import { hertz, kelvin, kT, seconds } from 'limen'
import {
  decodeProtocol,
  isingLoss,
  learn,
  leastSquaresLoss,
  sampleTrajectories,
  simulate
} from 'limen/simulate'
import { isingProblem } from 'limen/solve'
import { cpuTime, inTurns, medians, printAlone, right, row } from './table.js'

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

const { protocol: reset } = right(
  decodeProtocol(readFileSync(new URL('../examples/bit-reset.json', import.meta.url), 'utf8'))
)

/** What trajectories of a bit reset do in a second of CPU time; the exact run beside them is in it. */
const perSecond = (tell) => () => {
  let told = 0
  const time = cpuTime(
    () => (told = tell(right(sampleTrajectories(reset, { count: 2e4, seed: 1 })).trajectories))
  )
  return (1e9 * told) / time
}

/** A bowl that grows stiffer to 8 kT at its rim, 20 attempts for each step. */
const bowl = (rungs, steps) => ({
  temperature,
  attemptRate: hertz(1),
  rungs,
  segments: Array.from({ length: steps }, (_, step) => ({
    duration: seconds(20),
    energies: Array.from({ length: rungs }, (__, x) =>
      kT((8 * (step + 1) * (2 * (x / (rungs - 1)) - 1) ** 2) / steps, temperature)
    )
  }))
})

/** The power of a size with which a time grows: the slope of a line through their logarithms. */
const exponentOf = (sizes, times) => {
  const mean = (of) => of.reduce((sum, each) => sum + each, 0) / of.length
  const [x, y] = [sizes.map(Math.log), times.map(Math.log)]
  const [mx, my] = [mean(x), mean(y)]
  return mean(x.map((each, at) => (each - mx) * (y[at] - my))) / mean(x.map((each) => (each - mx) ** 2))
}

/** The exponent of the exact method in one size, and its time at the largest, in ms. */
const scaling = (sizes, protocolOf) => {
  const runs = sizes.map((size) => [size, protocolOf(size)])
  const times = medians(Object.fromEntries(runs.map(([size, of]) => [size, () => right(simulate(of))])), {
    turns: 7,
    warmUp: 2
  })
  const told = sizes.map((size) => times[size])
  return [exponentOf(sizes, told), told.at(-1) / 1e6]
}

export const rows = () => {
  const measured = inTurns(
    {
      spins: attemptsPerSecond(glass(1000), 1000, kT(2, temperature)),
      ladders: attemptsPerSecond(dense(16), 6e4, kT(2000, temperature)),
      trajectories: perSecond(({ count }) => count),
      tries: perSecond(({ tried }) => tried)
    },
    { turns: 7, warmUp: 2 }
  )
  const [inRungs, ofRungs] = scaling([32, 64, 128, 256, 512], (rungs) => bowl(rungs, 16))
  const [inSegments, ofSegments] = scaling([16, 32, 64, 128, 256], (steps) => bowl(32, steps))
  return [
    row(
      'learner, annealed: 1000 spins of 6 neighbours',
      'hops attempted',
      measured.spins,
      '≥ 2e7 in a second'
    ),
    row(
      'learner, annealed: 16 weights, all coupled',
      'hops attempted',
      measured.ladders,
      '≥ 2e7 in a second'
    ),
    row(
      'trajectories of a bit reset of 60 segments',
      'trajectories',
      measured.trajectories,
      '≥ 1e4 in a second'
    ),
    row('trajectories of a bit reset of 60 segments', 'hops tried', measured.tries, '≥ 2e7 in a second'),
    row('exact run, 16 segments', '32 to 512 rungs', inRungs, '≤ 1.2 as its exponent'),
    row('exact run, 16 segments', '512 rungs', ofRungs, '≤ 1e3 ms'),
    row('exact run, 32 rungs', '16 to 256 segments', inSegments, '≤ 1.2 as its exponent'),
    row('exact run, 32 rungs', '256 segments', ofSegments, '≤ 1e3 ms')
  ]
}

await printAlone(import.meta.url, 'Memories that run (CPU medians)', rows)
