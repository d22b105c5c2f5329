/** How an Ising problem is annealed: what is asked for, what holds where nothing is, and what cannot be. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anything, type Kind, options } from '../../units/argument'
import type { Problem } from '../../reading/error'
import { inputProblem, type IsingProblem } from './problem'
import {
  fowlerNordheimOver,
  geometricSchedule,
  logarithmicSchedule,
  temperatureRange,
  type Schedule,
  type ScheduleName
} from './schedule'
import { told } from '../../units/told'

/** How to anneal. @since 0.3.0 */
export interface AnnealOptions {
  /** A whole number from 0 to 2⁵³ − 1. The same seed gives the same run, another seed another. */
  readonly seed: number
  /**
   * Proposals to each spin in a run. Default: 100 for each spin, at most 10,000; and fewer, but 1,000 at
   * least, where a run would make more than 1.5·10⁸ proposals.
   */
  readonly sweeps?: number
  /**
   * A schedule by name, or of one's own, with the temperature of each sweep from 1. Default: geometric.
   * The other two spend most sweeps near their end, which should then be a temperature where spins move.
   */
  readonly schedule?: ScheduleName | Schedule
  /** Spins one after the other, or all of a colour at once. Default: sequential. */
  readonly update?: 'sequential' | 'coloured'
  /** First temperature, in the unit of the energy. Default: that of `temperatureRange`. */
  readonly start?: number
  /** Last temperature. Default: that of `temperatureRange`. */
  readonly end?: number
  /** Runs, each from a random state. Default: as many as make 1.5·10⁸ proposals together, from 1 to 20. */
  readonly restarts?: number
}

const known = options({
  seed: anything,
  sweeps: anything,
  schedule: anything,
  update: anything,
  start: anything,
  end: anything,
  restarts: anything
})

/** Their values are looked at by `planOf`. */
export const annealOptions: Kind = (value) => known(value ?? null)

/** What a problem is given by default: seconds, up to a hundred thousand spins or so. */
const budget = { proposals: 1.5e8, sweeps: 1e4, fewestSweeps: 1e3, sweepsPerSpin: 100, restarts: 20 } as const

/**
 * Sweeps and restarts of a problem of so many spins, by default. Among runs of a small problem the
 * energies scatter, and it pays to begin anew; a large one averages over itself, and wants a long run.
 */
export const defaultEffort = (spins: number): { readonly sweeps: number; readonly restarts: number } => {
  const affordable = Math.max(budget.fewestSweeps, Math.floor(budget.proposals / spins))
  const sweeps = Math.min(budget.sweeps, budget.sweepsPerSpin * spins, affordable)
  const fit = Math.floor(budget.proposals / (sweeps * spins))
  return { sweeps, restarts: Math.max(1, Math.min(budget.restarts, fit)) }
}

const wrong = (input: string, found: string, expected: string): Problem =>
  inputProblem('anneal', input, { kind: 'range', found, expected })

const whole = (input: string, value: number, least: number, most: number): readonly Problem[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [wrong(input, told(value), `a whole number from ${least} to ${most}`)]

const positive = (input: string, value: number | undefined): readonly Problem[] =>
  value === undefined || (typeof value === 'number' && value > 0 && value < Infinity)
    ? []
    : [wrong(input, told(value), 'a positive temperature')]

/** More rows of a trace than this would not fit into memory. */
const mostSweeps = 1e7

const oneOf = (input: string, value: unknown, words: readonly string[]): readonly Problem[] =>
  words.some((word) => word === value) || typeof value === 'function'
    ? []
    : [wrong(input, told(value), `one of ${words.join(', ')}`)]

const namedSchedule = (
  name: ScheduleName,
  problem: IsingProblem,
  { start: first, end: last }: AnnealOptions,
  sweeps: number
): E.Either<readonly Problem[], Schedule> => {
  // Where no spin feels anything, any temperature is as good as another.
  const { start, end } = temperatureRange(problem) ?? { start: 2, end: 1 }
  const range = {
    start: first ?? Math.max(start, last ?? 0),
    end: last ?? Math.min(end, first ?? Infinity),
    sweeps
  }
  if (!(range.start >= range.end))
    return E.left([wrong('end', String(range.end), `a temperature not above the start, ${range.start}`)])
  if (name === 'geometric') return E.right(geometricSchedule(range))
  if (name === 'logarithmic')
    return first === undefined
      ? E.right(logarithmicSchedule({ depth: range.end * Math.log1p(sweeps) }))
      : E.left([
          wrong('start', String(first), 'none: a logarithmic schedule follows from its end and the sweeps')
        ])
  const fitted = fowlerNordheimOver(range)
  return fitted === undefined
    ? E.left([
        wrong(
          'sweeps',
          String(sweeps),
          `more than the start over the end, ${range.start / range.end}, and that above 1, for a Fowler–Nordheim schedule`
        )
      ])
    : E.right(fitted)
}

const temperaturesOf = (
  problem: IsingProblem,
  options: AnnealOptions,
  sweeps: number
): E.Either<readonly Problem[], Float64Array> => {
  const { schedule = 'geometric', start, end } = options
  const own = typeof schedule === 'function'
  if (own && (start !== undefined || end !== undefined))
    return E.left([
      wrong(start === undefined ? 'end' : 'start', String(start ?? end), 'none beside a schedule of your own')
    ])
  return pipe(
    own ? E.right(schedule) : namedSchedule(schedule, problem, options, sweeps),
    E.chain((temperature) => {
      const temperatures = Float64Array.from({ length: sweeps }, (_, at) => temperature(at + 1))
      const bad = temperatures.findIndex((each) => !(each >= 0 && each < Infinity))
      return bad < 0
        ? E.right(temperatures)
        : E.left([wrong('schedule', `${temperatures[bad]!} at sweep ${bad + 1}`, 'a temperature in [0, ∞)')])
    })
  )
}

/** The temperatures of a run, and how many runs. */
export interface Plan {
  readonly temperatures: Float64Array
  readonly restarts: number
}

/** The plan of some options, or all that is wrong with them. */
export const planOf = (problem: IsingProblem, options: AnnealOptions): E.Either<readonly Problem[], Plan> => {
  const usual = defaultEffort(problem.spins)
  const { seed, sweeps = usual.sweeps, start, end } = options
  const { update = 'sequential', schedule = 'geometric' } = options
  const most =
    Number.isInteger(sweeps) && sweeps > 0 ? Math.max(1, Math.floor(mostSweeps / sweeps)) : mostSweeps
  const { restarts = Math.min(usual.restarts, most) } = options
  const problems = [
    ...whole('seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...whole('sweeps', sweeps, 1, mostSweeps),
    ...whole('restarts', restarts, 1, most),
    ...oneOf('update', update, ['sequential', 'coloured']),
    ...oneOf('schedule', schedule, ['geometric', 'logarithmic', 'fowlerNordheim']),
    ...positive('start', start),
    ...positive('end', end)
  ]
  return problems.length > 0
    ? E.left(problems)
    : pipe(
        temperaturesOf(problem, options, sweeps),
        E.map((temperatures) => ({ temperatures, restarts }))
      )
}
