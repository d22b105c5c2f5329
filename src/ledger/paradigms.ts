/**
 * What each paradigm of learning pays at each wall: the ledger, as formulas of its inputs.
 */
import { constant, unity, zero, type Expression, type Symbols } from '../formula/expression'
import type { Source, Tier } from '../formula/model'
import { consolidationReset } from '../physics/consolidation'
import { retentionBarrier, staticWrite } from '../physics/memory'
import { analogMac, readInformation } from '../physics/read'
import { rateCappedReset } from '../physics/thermodynamics'
import {
  exponentialShape,
  limUpdate,
  meanMatchedBarrier,
  powerLawShape,
  staticUpdate
} from '../physics/update'
import type { Dimensionless, Energy, EnergyPerUpdate } from '../units/dimension'
import { bits, joules, macs, parameters, updates, updatesPerParameter } from '../units/si'
import type { ledgerInputs, shapeInput } from './inputs'

/** How the steps of the optimiser shrink; a measured convergence comes with its shape. @since 0.1.0 */
export type Convergence = 'constant' | 'exponential' | 'powerLaw' | 'measured'

/** The walls at which learning spends energy. @since 0.1.0 */
export type Wall = 'memory' | 'update' | 'consolidation'

export const walls: readonly Wall[] = ['memory', 'update', 'consolidation']

/** The inputs of a ledger as expressions; a shape only where it is measured. */
export type Given = Symbols<typeof ledgerInputs> & {
  readonly shape?: Symbols<{ shape: typeof shapeInput }>['shape']
}

type Of<D> = (given: Given) => Expression<D>

/** What one paradigm pays at one wall, or in all. */
export interface Entry {
  readonly summary: string
  /** What makes the cost positive, or what is assumed. */
  readonly constraint: string
  readonly formula: Of<Energy>
  /** Of what the formula adds to the models that it is made of. */
  readonly tier?: Tier
  readonly sources?: readonly Source[]
}

/** n = U/N, the updates of one parameter. */
export const updatesOfOne: Of<Dimensionless> = ({ updates: U, parameters: N }) =>
  U.over(N).per(updatesPerParameter)

/** σ for each kind of convergence. */
export const shapes: { readonly [C in Convergence]: Of<Dimensionless> } = {
  constant: () => unity,
  exponential: (given) => exponentialShape.of({ updates: updatesOfOne(given).of(updates) }),
  powerLaw: (given) => powerLawShape.of({ updates: updatesOfOne(given).of(updates) }),
  measured: ({ shape }) => shape ?? zero
}

/** r₁ = n/τ: at a steady rate of updates. */
const schedule = (given: Given, shape: Of<Dimensionless>) => ({
  temperature: given.temperature,
  attemptRate: given.attemptRate,
  initialRate: updatesOfOne(given).over(given.duration),
  precision: given.precision,
  shape: shape(given)
})

export const matched =
  (shape: Of<Dimensionless>): Of<EnergyPerUpdate> =>
  (given) =>
    meanMatchedBarrier.of(schedule(given, shape))

/** B: none of N b cells fails while the solution must last. */
export const staticBarrier: Of<Energy> = ({ parameters: N, precision: b, ...given }) =>
  retentionBarrier.of({
    temperature: given.temperature,
    cells: N.per(parameters).times(b.per(bits)),
    attemptRate: given.attemptRate,
    retentionTime: given.retentionTime,
    failureProbability: given.failureProbability
  })

const writing = (given: Given) => ({
  temperature: given.temperature,
  barrier: staticBarrier(given),
  attemptRate: given.attemptRate,
  writeTime: given.writeTime,
  errorProbability: given.writeErrorProbability
})

/** W: writing one cell over that barrier. */
export const staticWriteOfOne: Of<EnergyPerUpdate> = (given) => staticWrite.of(writing(given))

/** c N b: the bits that consolidation moves. */
const movedBits = ({ transfers: c, parameters: N, precision: b }: Given) =>
  c.times(N.per(parameters)).times(b)

const free = (why: string): Entry => ({
  summary: why,
  constraint: why,
  formula: () => constant('0', joules),
  tier: 'theorem'
})

/** U · (½-to-½ discard of one bit in the time τ/n of an update). */
const floor: Readonly<Record<Wall, Entry>> = {
  memory: free('nothing is read'),
  update: {
    summary: 'one discarded bit per update, in the time that an update has',
    constraint: 'each update discards one bit; states are left at most at the attempt rate',
    formula: (given) =>
      given.updates
        .per(updates)
        .of(bits)
        .times(
          rateCappedReset.of({
            temperature: given.temperature,
            errorProbability: given.errorProbability,
            attemptRate: given.attemptRate,
            duration: given.duration.over(updatesOfOne(given))
          })
        )
  },
  consolidation: free('nothing is moved')
}

const learningInMemory = (
  shape: Of<Dimensionless>,
  recovery: Expression<Dimensionless>,
  summary: string
): Readonly<Record<Wall, Entry>> => ({
  memory: {
    summary: 'the information of each conversion, read out of compute-in-memory',
    constraint: 'one conversion sums R products, and its register is reset',
    formula: ({ macs: M, rows: R, temperature, outputBits }) =>
      M.over(R).times(readInformation.of({ temperature, outputBits }))
  },
  update: {
    summary,
    constraint: 'the barrier of the memory is matched to the optimiser',
    formula: (given) =>
      given.updates.times(
        limUpdate.of({ ...schedule(given, shape), errorProbability: given.errorProbability, recovery })
      )
  },
  consolidation: free('consolidation in place, by raising the barrier, moves no bit')
})

const cim: Readonly<Record<Wall, Entry>> = {
  memory: {
    summary: 'analogue sums, read by converters',
    constraint: 'converters limited by thermal noise',
    formula: ({ macs: M, temperature, outputBits, rows }) =>
      M.times(analogMac.of({ temperature, outputBits, rows }))
  },
  update: {
    summary: 'every update rewrites b cells over their full barrier',
    constraint: 'the barrier that holds the solution is not lowered for updates',
    formula: (given) =>
      given.updates.times(staticUpdate.of({ precision: given.precision, ...writing(given) }))
  },
  consolidation: {
    summary: 'every consolidated bit is reset in short-term and written to long-term memory',
    constraint: 'the short-term copy is reset blindly',
    formula: (given) =>
      movedBits(given).times(
        consolidationReset
          .of({ temperature: given.temperature })
          .plus(staticWriteOfOne(given).of(updates).per(bits))
      )
  }
}

/** The source of a figure that the scenario gives. */
const assumed = (name: string): readonly Source[] => [{ citation: `${name}, as given under assumptions` }]

const moved = {
  constraint: 'every operand moves between memory and processor; none is reused',
  tier: 'empirical',
  sources: assumed('movementEnergy')
} as const

const vonNeumann: Readonly<Record<Wall, Entry>> = {
  memory: {
    ...moved,
    summary: 'every mac fetches b bits',
    formula: ({ macs: M, precision: b, movementEnergy }) => M.per(macs).times(b).times(movementEnergy)
  },
  update: {
    ...moved,
    summary: 'every update stores b bits',
    formula: ({ updates: U, precision: b, movementEnergy }) => U.per(updates).times(b).times(movementEnergy)
  },
  consolidation: {
    ...moved,
    summary: 'every consolidated bit moves once',
    formula: (given) => movedBits(given).times(given.movementEnergy)
  }
}

const accelerator: Entry = {
  summary: 'all operations, at the energy of the accelerator',
  constraint: 'an operation costs what it costs on the accelerator',
  formula: ({ flops: F, acceleratorEnergy }) => F.times(acceleratorEnergy),
  tier: 'empirical',
  sources: assumed('acceleratorEnergy')
}

/** The paradigms that pay at walls, and what they pay. */
export const paradigms = (shape: Of<Dimensionless>) => ({
  floor,
  limRecovered: learningInMemory(shape, unity, 'the drive of each update; barrier work is recovered'),
  limDissipated: learningInMemory(shape, zero, 'the drive of each update, and the barrier rebuilt at each'),
  cim,
  vonNeumann
})

/** The paradigm of which only the total is known. */
export const wholes = { accelerator }

/** The paradigms of a ledger. @since 0.1.0 */
export type ParadigmName = 'floor' | 'limRecovered' | 'limDissipated' | 'cim' | 'vonNeumann' | 'accelerator'

/** What each paradigm is. */
export const descriptions: { readonly [P in ParadigmName]: string } = {
  floor: 'thermodynamic floor',
  limRecovered: 'learning-in-memory, barrier work recovered',
  limDissipated: 'learning-in-memory, barrier work dissipated',
  cim: 'compute-in-memory with static memory',
  vonNeumann: 'separate memory and processor',
  accelerator: "today's accelerator"
}
