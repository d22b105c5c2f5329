/** How a problem is solved, as options of a command. */
import { InvalidArgumentError, Option } from 'commander'
import type { ProblemFile } from '../format/problem-file'
import type { SolveOptions } from '../estimate/solve-file'
import type { ScheduleName } from '../workload/ising/schedule'
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

const of = (kind: SolveOption['kind'], name: string, option: Option): SolveOption => ({ kind, name, option })

const numeric = (flag: string, description: string): Option =>
  new Option(`--${flag} <number>`, description).argParser(numberFrom)

const oneOf = (flag: string, description: string, choices: readonly string[]): Option =>
  new Option(`--${flag} <name>`, description).choices(choices)

const schedules: readonly ScheduleName[] = ['geometric', 'logarithmic', 'fowlerNordheim']

const options: readonly SolveOption[] = [
  of(
    'quadratic program',
    'tolerance',
    numeric('tolerance', 'quadratic programs: residuals to reach (else 1e-8)')
  ),
  of(
    'quadratic program',
    'maximumIterations',
    numeric('max-iterations', 'quadratic programs: where to give up (else a million)')
  ),
  of(
    'quadratic program',
    'anchoring',
    oneOf('anchoring', 'quadratic programs: the anchor (else restarted)', ['restarted', 'halpern', 'none'])
  ),
  of('Ising problem', 'seed', numeric('seed', 'Ising problems: of the random numbers (else 1)')),
  of(
    'Ising problem',
    'sweeps',
    numeric('sweeps', 'Ising problems: proposals to each spin in a run (else by size)')
  ),
  of('Ising problem', 'restarts', numeric('restarts', 'Ising problems: runs (else by size)')),
  of(
    'Ising problem',
    'schedule',
    oneOf('schedule', 'Ising problems: how T falls (else geometric)', schedules)
  ),
  of(
    'Ising problem',
    'update',
    oneOf('order', 'Ising problems: spin by spin, or all of a colour at once', ['sequential', 'coloured'])
  ),
  of('Ising problem', 'start', numeric('start', 'Ising problems: first T of the annealing, in its energy')),
  of('Ising problem', 'end', numeric('end', 'Ising problems: last T of the annealing'))
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
