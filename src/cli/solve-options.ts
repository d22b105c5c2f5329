/** How a problem is solved, as options of a command. */
import { InvalidArgumentError, Option } from 'commander'
import type { ProblemFile } from '../schema/problem-file'
import type { SolveOptions } from '../schema/solve-file'
import type { Flags } from './workload'

/** A number that an option takes. */
export const numberFrom = (text: string): number => {
  const number = Number(text)
  if (text.trim() !== '' && Number.isFinite(number)) return number
  throw new InvalidArgumentError('Expected a number.')
}

/** An option of one kind of problem, by its name among the options of the library. */
interface SolveOption {
  readonly kind: ProblemFile['kind']
  readonly name: string
  readonly option: Option
}

const numeric = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(numberFrom)

const options: readonly SolveOption[] = [
  {
    kind: 'quadratic program',
    name: 'tolerance',
    option: numeric('--tolerance <number>', 'quadratic programs: residuals to reach (else 1e-8)')
  },
  {
    kind: 'quadratic program',
    name: 'maximumIterations',
    option: numeric('--max-iterations <number>', 'quadratic programs: where to give up (else a million)')
  },
  {
    kind: 'quadratic program',
    name: 'anchoring',
    option: new Option(
      '--anchoring <way>',
      'quadratic programs: the anchor of the iteration (else restarted)'
    ).choices(['restarted', 'halpern', 'none'])
  },
  {
    kind: 'Ising problem',
    name: 'seed',
    option: numeric('--seed <number>', 'Ising problems: of the random numbers (else 1)')
  },
  {
    kind: 'Ising problem',
    name: 'sweeps',
    option: numeric('--sweeps <number>', 'Ising problems: proposals to each spin in a run (else by size)')
  },
  {
    kind: 'Ising problem',
    name: 'restarts',
    option: numeric('--restarts <number>', 'Ising problems: runs (else by size)')
  },
  {
    kind: 'Ising problem',
    name: 'schedule',
    option: new Option(
      '--schedule <name>',
      'Ising problems: how the temperature falls (else geometric)'
    ).choices(['geometric', 'logarithmic', 'fowlerNordheim'])
  },
  {
    kind: 'Ising problem',
    name: 'update',
    option: new Option('--order <name>', 'Ising problems: spin by spin, or all of a colour at once').choices([
      'sequential',
      'coloured'
    ])
  },
  {
    kind: 'Ising problem',
    name: 'start',
    option: numeric('--start <number>', 'Ising problems: first temperature of the annealing, in its energy')
  },
  {
    kind: 'Ising problem',
    name: 'end',
    option: numeric('--end <number>', 'Ising problems: last temperature of the annealing')
  }
]

/** The options themselves. */
export const solveOptions = (): readonly Option[] => options.map(({ option }) => option)

/** Those options that were given, but are of the other kind of problem. */
export const strangersAmong = (flags: Flags, kind: ProblemFile['kind']): readonly string[] =>
  options
    .filter((each) => each.kind !== kind && flags[each.option.attributeName()] !== undefined)
    .map(({ option }) => option.long ?? option.flags)

/** The options of the library, as they were given. */
export const solveOptionsOf = (flags: Flags): SolveOptions => {
  const given = (kind: ProblemFile['kind']): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      options.flatMap(({ kind: of, name, option }) => {
        const value = flags[option.attributeName()]
        return of === kind && value !== undefined ? [[name, value] as const] : []
      })
    )
  return { quadratic: given('quadratic program'), ising: { seed: 1, ...given('Ising problem') } }
}
