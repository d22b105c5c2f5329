/** Trajectories beside the exact run of `limen simulate`: how many, by which seed, and a histogram of their work. */
import { InvalidArgumentError, Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { ModelError } from '../reading/error'
import { simulate, type Protocol, type ProtocolRun } from '../simulation/protocol'
import { mostTrajectories, sampled, type SampledRun, type Watch } from '../simulation/sampled-protocol'
import type { Io } from './io'
import type { Flags } from './workload'

/** A text as a whole number of a range. */
const wholeIn = (text: string, least: number, most: number): E.Either<string, number> => {
  const value = Number(text)
  return /^\d+(e\d+)?$/i.test(text) && Number.isSafeInteger(value) && value >= least && value <= most
    ? E.right(value)
    : E.left(`Expected a whole number from ${least} to ${most}.`)
}

/** The options of the command that ask for trajectories; their seed is that of learners too. */
export const trajectoryOptions = (): readonly Option[] => [
  new Option(
    '--trajectories <n>',
    'draw so many by chance (by --seed, else 1), and tell them beside the exact run (CSV stays its course)'
  ).argParser((text) => {
    const count = wholeIn(text, 2, mostTrajectories)
    if (E.isRight(count)) return count.right
    throw new InvalidArgumentError(count.left)
  }),
  new Option('--histogram <file>', 'write a picture of their work: SVG, or by its name PNG or PDF')
]

/** The seed, which may be said once. */
const seedIn = (flags: Flags): E.Either<string, number> => {
  const [seed = '1', ...more] = (flags['seed'] ?? []) as readonly string[]
  return more.length > 0
    ? E.left('--seed: expected one, got several')
    : E.mapLeft((why: string) => `option '--seed <value>' argument '${seed}' is invalid. ${why}`)(
        wholeIn(seed, 0, Number.MAX_SAFE_INTEGER)
      )
}

/** What does not fit in the options by themselves. */
export const unfitTrajectories = (flags: Flags): string | undefined => {
  const idle = ['seed', 'histogram'].find((name) => flags[name] !== undefined)
  if (flags['trajectories'] === undefined)
    return idle === undefined
      ? undefined
      : `--${idle} is of trajectories: say how many with --trajectories <n>`
  const seed = seedIn(flags)
  if (E.isLeft(seed)) return seed.left
  return flags['histogram'] !== undefined && flags['histogram'] === flags['picture']
    ? '--histogram and --picture name one file: expected two'
    : undefined
}

/** What is asked of a protocol where memories learn. */
export const unfitBesideWriter = (flags: Flags): string | undefined => {
  const [idle] = ['trajectories', 'histogram'].filter((name) => flags[name] !== undefined)
  return idle === undefined ? undefined : `--${idle} is of a protocol, and --writer of memories that learn`
}

/** Where a protocol is too long for as many trajectories as are asked for: which is told of the option. */
export const unfitCount = ({ problems }: ModelError): string | undefined =>
  problems
    .filter(({ inputs: [input] }) => input === 'options/count')
    .map(({ expected, found }) => `--trajectories: expected ${expected}, got ${found}`)[0]

/** A clock is read after so many tries: they take milliseconds. */
const triesUnwatched = 1e5

/** Says how far the trajectories are. */
const progress = ({ now, status }: Io): Watch => {
  let [told, next] = [now(), 0]
  return (tried, expected) => {
    if (tried < next) return
    next = tried + triesUnwatched
    if (now() - told < 100) return
    told = now()
    const part = Math.min(100, (100 * tried) / expected)
    status(`${part.toFixed(0)} % of ${Number(expected.toPrecision(2))} hops tried`)
  }
}

/** The exact run, with trajectories where they are asked for. */
export const runWith = (
  io: Io,
  protocol: Protocol,
  flags: Flags
): E.Either<ModelError, ProtocolRun | SampledRun> => {
  const count = flags['trajectories'] as number | undefined
  if (count === undefined) return simulate(protocol)
  const seed = E.getOrElse(() => 1)(seedIn(flags)) // what is wrong with it has been told
  const run = sampled(protocol, { count, seed }, progress(io))
  io.status('')
  return run
}
