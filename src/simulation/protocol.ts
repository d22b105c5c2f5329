/**
 * Protocols: what is done to a physical memory over time, in segments of energies and a barrier, and what that costs
 * exactly.
 */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, unfitInputs, type ModelError, type Problem } from '../reading/error'
import {
  aList,
  aNumber,
  expecting,
  having,
  type Kind,
  listOf,
  optional,
  someNumbers
} from '../units/argument'
import type { Energy, Frequency, Temperature, Time } from '../units/dimension'
import { aQuantity, ofNumber, type Quantity } from '../units/quantity'
import { boltzmannConstant, hertz, joules, kelvin, seconds } from '../units/si'
import { told } from '../units/told'
import type { Unit } from '../units/unit'
import { runExactly } from './exact'
import { countable, isCountable, ladder, type Segment } from './space'
import { verdictsOn, type Verdict } from './verdict'

/** Some time in which energies and barrier stand. @since 0.10.0 */
export interface ProtocolSegment {
  /** Above 0, in seconds. */
  readonly duration: Quantity<Time>
  /** The energy of each rung, in joules. */
  readonly energies: readonly Quantity<Energy>[]
  /** Of every edge, in joules; default 0. An edge is never lower than its higher end. */
  readonly barrier?: Quantity<Energy>
}

/**
 * What is done to a memory whose rungs hop to their neighbours: all energies are 0 before and after.
 *
 * @since 0.10.0
 */
export interface Protocol {
  /** Of the bath, above 0 K. */
  readonly temperature: Quantity<Temperature>
  /** f₀, above 0 Hz: no hop over an edge is more frequent. */
  readonly attemptRate: Quantity<Frequency>
  /** States in a row: 2 (a bit) to 4,096; default 2. */
  readonly rungs?: number
  /** Before: the probability of each rung; default all alike. */
  readonly start?: readonly number[]
  /** One after the other. */
  readonly segments: readonly ProtocolSegment[]
}

export const aProtocol = having('a protocol', {
  temperature: aQuantity,
  attemptRate: aQuantity,
  rungs: optional(aNumber),
  start: optional(listOf('a list of probabilities', aNumber)),
  segments: listOf(
    'a list of segments',
    having('a segment', {
      duration: aQuantity,
      energies: listOf('a list of energies', aQuantity),
      barrier: optional(aQuantity)
    })
  )
})

/** A memory after a segment. @since 0.10.0 */
export interface ProtocolMoment {
  readonly time: Quantity<Time>
  /** The probability of each rung. */
  readonly populations: Float64Array
  /** Done on the memory so far, its energies as they stand. */
  readonly work: Quantity<Energy>
  /** Given off so far. */
  readonly heat: Quantity<Energy>
  /** The expected number of hops so far. */
  readonly jumps: number
}

/** What a protocol does, exactly: means over all trajectories. @since 0.10.0 */
export interface ProtocolRun {
  readonly protocol: Protocol
  readonly duration: Quantity<Time>
  /** The probability of each rung before and after. */
  readonly start: Float64Array
  readonly final: Float64Array
  readonly work: Quantity<Energy>
  readonly heat: Quantity<Energy>
  /** The standard deviation of the work over trajectories; of the heat it is the same. */
  readonly deviation: Quantity<Energy>
  readonly jumps: number
  /** −Σ p ln p, in nats. */
  readonly entropyStart: number
  readonly entropyEnd: number
  /** Heat over kT and the gain of entropy: never below 0 but by rounding. */
  readonly entropyProduction: number
  /** ⟨e^(−W/kT)⟩: 1 where all rungs are alike at the start (Jarzynski 1997). */
  readonly meanExpMinusWork: number
  /** The standard deviation of e^(−W/kT) over trajectories; Infinity where no number holds it. */
  readonly deviationExpMinusWork: number
  readonly course: readonly ProtocolMoment[]
  /** Every theorem that speaks of the run. */
  readonly verdicts: readonly Verdict[]
}

/** A run, such as `simulate` gives. */
export const aProtocolRun: Kind = having('a run, such as simulate gives', {
  protocol: aProtocol,
  heat: aQuantity,
  final: someNumbers,
  course: aList,
  verdicts: aList
})

/** More rungs than these are refused. */
export const mostRungs = 4096

/** Attempts beyond these are refused: those of thirty thousand years at 1 GHz. */
const mostAttempts = 1e21

/**
 * Energies beyond these, in kT, are refused, and those of a segment that differ by more: e^(−ΔE/kT) is below the
 * smallest number, and so would be the hops that ⟨e^(−W/kT)⟩ may live on.
 */
export const mostEnergy = 700

/** A protocol in kT and attempts. */
export interface Scaled {
  readonly start: Float64Array
  readonly segments: readonly Segment[]
  /** kT, in joules. */
  readonly kT: number
}

const protocolParts = ['temperature', 'attemptRate', 'rungs', 'start', 'segments']
const segmentParts = ['duration', 'energies', 'barrier']

/** What something has beside its parts. */
const strangers = (of: object, parts: readonly string[]): readonly string[] =>
  Object.keys(of).filter((name) => !parts.includes(name))

/** An energy in kT, where that is a number. */
const inKTText = (value: number, kT: number): string =>
  Number.isFinite(value / kT) ? `${Number((value / kT).toPrecision(6))} kT` : `${told(value)} J`

/** All that does not fit in a protocol. */
export const protocolProblems = (protocol: Protocol, model = 'simulate'): readonly Problem[] => {
  const { temperature, attemptRate, rungs = 2, start, segments } = protocol
  const problems: Problem[] = []
  const refuse = (input: string, kind: Problem['kind'], expected: string, found: string): void => {
    problems.push({
      kind,
      model,
      inputs: [input],
      found,
      expected,
      message: `${model}: ${input}: expected ${expected}, got ${found}`
    })
  }
  const positive = (input: string, { value }: Quantity<unknown>, what: string): void => {
    if (!(value > 0 && Number.isFinite(value))) refuse(input, 'range', `a ${what} above 0`, told(value))
  }
  strangers(protocol, protocolParts).forEach((name) => {
    refuse(name, 'unexpected', `one of ${protocolParts.join(', ')}`, 'an unknown field')
  })
  const isOf = (input: string, of: Quantity<unknown> | undefined, { dimension }: Unit<unknown>): boolean => {
    if (of === undefined || of.dimension.key === dimension.key) return true
    refuse(input, 'dimension', dimension.name, of.dimension.name)
    return false
  }
  const areOf = [
    isOf('temperature', temperature, kelvin),
    isOf('attemptRate', attemptRate, hertz),
    ...segments.flatMap((segment, at) => {
      const place = `segments/${at}`
      strangers(segment, segmentParts).forEach((name) => {
        refuse(`${place}/${name}`, 'unexpected', `one of ${segmentParts.join(', ')}`, 'an unknown field')
      })
      return [
        isOf(`${place}/duration`, segment.duration, seconds),
        ...segment.energies.map((energy, x) => isOf(`${place}/energies/${x}`, energy, joules)),
        isOf(`${place}/barrier`, segment.barrier, joules)
      ]
    })
  ]
  if (areOf.includes(false)) return problems
  if (!isCountable(temperature.value))
    refuse('temperature', 'range', countable.temperature, told(temperature.value))
  if (!isCountable(attemptRate.value)) refuse('attemptRate', 'range', countable.rate, told(attemptRate.value))
  if (!(Number.isInteger(rungs) && rungs >= 2 && rungs <= mostRungs))
    refuse('rungs', 'range', `a whole number from 2 to ${mostRungs}`, told(rungs))
  if (segments.length === 0) refuse('segments', 'missing', 'a segment at least', 'none')
  if (start !== undefined) {
    const sum = start.reduce((total, each) => total + each, 0)
    if (start.length !== rungs)
      refuse('start', 'size', `${rungs} probabilities, as there are rungs`, String(start.length))
    else if (!start.every((each) => each >= 0))
      refuse('start', 'range', 'probabilities, none below 0', told(start.find((each) => !(each >= 0))))
    else if (Math.abs(sum - 1) > 1e-9)
      refuse('start', 'range', 'probabilities, none below 0, that add to 1', `a sum of ${sum}`)
  }
  const kT = Number(boltzmannConstant) * temperature.value
  segments.forEach(({ duration, energies, barrier }, at) => {
    const place = `segments/${at}`
    positive(`${place}/duration`, duration, 'duration')
    const attempts = duration.value * attemptRate.value
    if (duration.value > 0 && !(attempts <= mostAttempts))
      refuse(
        `${place}/duration`,
        'range',
        `${mostAttempts} attempts at the most`,
        Number.isFinite(attempts) ? `${attempts} attempts` : 'more than any number'
      )
    if (energies.length !== rungs)
      refuse(`${place}/energies`, 'size', `${rungs} energies, as there are rungs`, String(energies.length))
    const least = energies.reduce((lowest, { value }) => Math.min(lowest, value), Infinity)
    energies.forEach(({ value }, x) => {
      const refused = (expected: string): void => {
        refuse(`${place}/energies/${x}`, 'range', expected, inKTText(value, kT))
      }
      if (!(kT > 0)) return
      if (!(Math.abs(value) <= mostEnergy * kT)) refused(`an energy within ±${mostEnergy} kT`)
      else if (least >= -mostEnergy * kT && value - least > mostEnergy * kT)
        refused(`an energy up to ${mostEnergy} kT above the segment's least`)
    })
    if (barrier !== undefined && !(barrier.value >= 0 && Number.isFinite(barrier.value)))
      refuse(
        `${place}/barrier`,
        'range',
        'a barrier of 0 or above',
        `${Number(barrier.value.toPrecision(6))} J`
      )
  })
  return problems
}

export const scaled = ({ temperature, attemptRate, rungs = 2, start, segments }: Protocol): Scaled => {
  const kT = Number(boltzmannConstant) * temperature.value
  const inAttempts = segments.map(({ duration, energies, barrier }): Segment => ({
    attempts: duration.value * attemptRate.value,
    energies: energies.map(({ value }) => value / kT),
    barrier: (barrier?.value ?? 0) / kT
  }))
  const given = Float64Array.from(start ?? { length: rungs }, (each) => (start === undefined ? 1 : each))
  const sum = given.reduce((total, each) => total + each, 0)
  return { start: given.map((each) => each / sum), segments: inAttempts, kT }
}

const isSame = (a: Segment, b: Segment): boolean =>
  a.attempts === b.attempts &&
  a.barrier === b.barrier &&
  Array.from(a.energies).every((each, x) => each === b.energies[x])

/** Whether segments are the same from their end. */
export const isPalindrome = (segments: readonly Segment[]): boolean =>
  segments.every((segment, at) => isSame(segment, segments[segments.length - 1 - at]!))

const unfollowed = (rungs: number): ModelError => {
  const expected = 'segments that come to rest, or end, within 2e7 hops of all rungs'
  const found = `a longer one of ${rungs} rungs`
  return modelError('simulate', [
    {
      kind: 'size',
      model: 'simulate',
      inputs: ['segments'],
      found,
      expected,
      message: `simulate: segments: expected ${expected}, got ${found}`
    }
  ])
}

/**
 * What a protocol does to a memory that hops over thermal barriers, exactly: by its master equation, to about 1e-12
 * relative, or 1e-14 of kT where energies are small; and every bound that speaks of it over what was achieved.
 *
 * Errors tell every value that does not fit, by its place in the protocol.
 *
 * @example
 * import { hertz, kelvin, kT, seconds } from 'limen'
 * import { simulate } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * // A bit is tilted by 6 kT at once, and held for 50 attempts.
 * const T = kelvin(300)
 * const segments = [{ duration: seconds(50), energies: [kT(0, T), kT(6, T)] }]
 * const run = simulate({ temperature: T, attemptRate: hertz(1), segments })
 * pipe(run, E.map(({ heat }) => heat)) // right(12.36 zJ)
 *
 * @since 0.10.0
 */
export const simulate = expecting(
  'simulate',
  { protocol: aProtocol },
  (protocol: Protocol): E.Either<ModelError, ProtocolRun> => {
    const problems = protocolProblems(protocol)
    if (problems.length > 0) return E.left(modelError('simulate', problems))
    const { start, segments, kT } = scaled(protocol)
    const space = ladder(start.length)
    const run = runExactly(space, start, segments)
    if (run === undefined) return E.left(unfollowed(start.length))
    const { temperature, attemptRate } = protocol
    const ofEnergy = (inKT: number): Quantity<Energy> => ofNumber(joules.dimension, inKT * kT)
    const time = (attempts: number): Quantity<Time> =>
      ofNumber(seconds.dimension, attempts / attemptRate.value)
    const elapsed = segments.reduce<number[]>(
      (sums, { attempts }) => [...sums, (sums.at(-1) ?? 0) + attempts],
      []
    )
    const palindrome = isPalindrome(segments)
    const from = (x: number): number =>
      runExactly(space, Float64Array.of(1 - x, x), segments)?.final[1] ?? NaN
    return E.right({
      protocol,
      duration: time(elapsed.at(-1)!),
      start,
      final: run.final,
      work: ofEnergy(run.work),
      heat: ofEnergy(run.heat),
      deviation: ofEnergy(Math.sqrt(Math.max(0, run.variance))),
      jumps: run.jumps,
      entropyStart: run.entropyStart,
      entropyEnd: run.entropyEnd,
      entropyProduction: run.entropyProduction,
      meanExpMinusWork: run.meanExpMinusWork,
      deviationExpMinusWork: run.deviationExpMinusWork,
      course: run.course.map(({ populations, work, heat, jumps }, at) => ({
        time: time(elapsed[at]!),
        populations,
        work: ofEnergy(work),
        heat: ofEnergy(heat),
        jumps
      })),
      verdicts: verdictsOn({
        run,
        attempts: elapsed.at(-1)!,
        temperature,
        attemptRate,
        errors: start.length === 2 && palindrome ? [from(0), from(1)] : undefined
      })
    })
  },
  unfitInputs
)
