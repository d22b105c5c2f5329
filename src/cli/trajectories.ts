/** Trajectories beside the exact run of `limen simulate`: how many, by which seed, and a histogram of their work. */
import { InvalidArgumentError, Option } from 'commander'
import type * as E from 'fp-ts/lib/Either.js'
import type { ModelError } from '../reading/error'
import { simulate, type Protocol, type ProtocolRun } from '../simulation/protocol'
import { mostTrajectories, sampleTrajectories, type SampledRun } from '../simulation/sampled-protocol'
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

/** The exact run, with trajectories where they are asked for. */
export const runWith = (protocol: Protocol, flags: Flags): E.Either<ModelError, ProtocolRun | SampledRun> =>
  flags['trajectories'] === undefined
    ? simulate(protocol)
    : sampleTrajectories(protocol, {
        count: flags['trajectories'] as number,
        seed: (flags['seed'] as number | undefined) ?? 1
      })
