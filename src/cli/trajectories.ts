/** Trajectories beside the exact run of `limen simulate`: how many, by which seed, and a histogram of their work. */
import { InvalidArgumentError, Option } from 'commander'
import type * as E from 'fp-ts/lib/Either.js'
import type { ModelError } from '../reading/error'
import { simulate, type Protocol, type ProtocolRun } from '../simulation/protocol'
import { mostTrajectories, sampled, type SampledRun, type Watch } from '../simulation/sampled-protocol'
import type { Io } from './io'
import type { Flags } from './workload'

const wholeFrom =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+(e\d+)?$/i.test(text) && Number.isSafeInteger(value) && value >= least && value <= most)
      return value
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
  }

/** The options of the command that ask for trajectories. */
export const trajectoryOptions = (): readonly Option[] => [
  new Option(
    '--trajectories <n>',
    'draw so many by chance as well, and tell them beside the exact run (CSV stays its course)'
  ).argParser(wholeFrom(2, mostTrajectories)),
  new Option('--seed <n>', 'of the numbers of chance (else 1)').argParser(
    wholeFrom(0, Number.MAX_SAFE_INTEGER)
  ),
  new Option('--histogram <file>', 'write a picture of their work: SVG, or by its name PNG or PDF')
]

/** What does not fit in the options by themselves. */
export const unfitTrajectories = (flags: Flags): string | undefined => {
  const idle = ['seed', 'histogram'].find((name) => flags[name] !== undefined)
  if (flags['trajectories'] === undefined)
    return idle === undefined
      ? undefined
      : `--${idle} is of trajectories: say how many with --trajectories <n>`
  return flags['histogram'] !== undefined && flags['histogram'] === flags['picture']
    ? '--histogram and --picture name one file: expected two'
    : undefined
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
  const { trajectories: count, seed = 1 } = flags as {
    readonly trajectories?: number
    readonly seed?: number
  }
  if (count === undefined) return simulate(protocol)
  const run = sampled(protocol, { count, seed }, progress(io))
  io.status('')
  return run
}
