/**
 * What each paradigm of learning pays at each wall: the ledger, as formulas of its inputs.
 */
import { constant, unity, zero, type Expression, type Symbols } from '../formula/expression'
import type { Inputs, Source, Tier } from '../formula/model'
import { consolidationReset } from '../physics/consolidation'
import { retentionBarrier, staticWrite } from '../physics/memory'
import { analogMac, readInformation } from '../physics/read'
import { optimalReset } from '../physics/thermodynamics'
import {
  exponentialMeanStep,
  exponentialShape,
  limUpdate,
  meanMatchedBarrier,
  powerLawMeanStep,
  powerLawShape,
  staticUpdate
} from '../physics/update'
import type { Dimensionless, Energy, EnergyPerUpdate, Information } from '../units/dimension'
import { bits, joules, macs, parameters, updates, updatesPerParameter } from '../units/si'
import type { ledgerInputs, measuredInputs } from './inputs'

/** How the steps of the optimiser shrink; a measured convergence comes with its figures. @since 0.1.0 */
export type Convergence = 'constant' | 'exponential' | 'powerLaw' | 'measured'

/** The walls at which learning spends energy. @since 0.1.0 */
export type Wall = 'memory' | 'update' | 'consolidation'

export const walls: readonly Wall[] = ['memory', 'update', 'consolidation']

/** The inputs of a ledger as expressions; a measured convergence only where there is one. */
export type Given = Symbols<typeof ledgerInputs> & Partial<Symbols<typeof measuredInputs>>

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

/** N b, the bits of the solution. */
export const bitsOfAll: Of<Information> = ({ parameters: N, precision: b }) => N.per(parameters).times(b)

/** The speed of convergence, as a memory that follows it needs it: ᾱ, σ, and how far steps shrink. */
interface Speed {
  readonly meanStep: Of<Dimensionless>
  readonly shape: Of<Dimensionless>
  readonly stepRange: Of<Information>
}

const toPrecision: Of<Information> = ({ precision }) => precision

const ofRun = (given: Given) => ({
  precision: given.precision,
  updates: updatesOfOne(given).of(updates)
})

export const speeds: { readonly [C in Convergence]: Speed } = {
  constant: { meanStep: () => unity, shape: () => zero, stepRange: toPrecision },
  exponential: {
    meanStep: ({ precision }) => exponentialMeanStep.of({ precision }),
    shape: ({ precision }) => exponentialShape.of({ precision }),
    stepRange: toPrecision
  },
  powerLaw: {
    meanStep: (given) => powerLawMeanStep.of(ofRun(given)),
    shape: (given) => powerLawShape.of(ofRun(given)),
    stepRange: toPrecision
  },
  measured: {
    meanStep: ({ meanStep }) => meanStep ?? unity,
    shape: ({ shape }) => shape ?? zero,
    stepRange: ({ stepRange, precision }) => stepRange ?? precision
  }
}

/** r₁ = h₁ n/τ: hops of the first updates, at a steady rate of updates. */
const schedule = (given: Given, { shape, stepRange }: Speed) => ({
  temperature: given.temperature,
  attemptRate: given.attemptRate,
  initialRate: given.hopsPerUpdate.times(updatesOfOne(given)).over(given.duration),
  precision: stepRange(given),
  shape: shape(given),
  errorProbability: given.errorProbability
})

export const matched =
  (speed: Speed): Of<EnergyPerUpdate> =>
  (given) =>
    meanMatchedBarrier.of(schedule(given, speed))

/** B: none of N b cells fails while the solution must last. */
export const staticBarrier: Of<Energy> = (given) =>
  retentionBarrier.of({
    temperature: given.temperature,
    cells: bitsOfAll(given).per(bits),
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
export const movedBits: Of<Information> = (given) => given.transfers.times(bitsOfAll(given))

const free = (why: string, tier: Tier): Entry => ({
  summary: why,
  constraint: why,
  formula: () => constant('0', joules),
  tier
})

const nothingElse = {
  memory: free('reads are not counted', 'theorem'),
  consolidation: free('moves are not counted', 'theorem')
}

/** N b · the least heat of a bit of the solution, in the time of the whole run. */
const floor: Readonly<Record<Wall, Entry>> = {
  ...nothingElse,
  update: {
    summary: 'the information of the solution, however it is found',
    constraint:
      'a memory of two-state cells that held unknown bits ends with the solution; each state is left at most at the attempt rate',
    formula: (given) =>
      bitsOfAll(given).times(
        optimalReset.of({
          temperature: given.temperature,
          errorProbability: given.solutionErrorProbability,
          attemptRate: given.attemptRate,
          duration: given.duration
        })
      )
  }
}

/** U · the least heat of one bit, in the time τ/n of an update. */
const bitFlip: Readonly<Record<Wall, Entry>> = {
  ...nothingElse,
  update: {
    summary: 'one erased bit per update, in the time that an update has',
    constraint:
      'learning that erases one bit at each update, in one cell for each parameter, one after another; each state is left at most at the attempt rate',
    formula: (given) =>
      given.updates
        .per(updates)
        .of(bits)
        .times(
          optimalReset.of({
            temperature: given.temperature,
            errorProbability: given.errorProbability,
            attemptRate: given.attemptRate,
            duration: given.duration.over(updatesOfOne(given))
          })
        )
  }
}

const learningInMemory = (
  speed: Speed,
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
        limUpdate.of({
          ...schedule(given, speed),
          hops: given.hopsPerUpdate.times(speed.meanStep(given)),
          recovery
        })
      )
  },
  consolidation: free('consolidation in place, by raising the barrier, moves no bit', 'model')
})

const cim: Readonly<Record<Wall, Entry>> = {
  memory: {
    summary: 'analogue sums, read by converters',
    constraint: 'converters limited by thermal noise',
    formula: ({ macs: M, temperature, outputBits, rows }) =>
      M.times(analogMac.of({ temperature, outputBits, rows }))
  },
  update: {
    summary: 'every update rewrites b cells over their full barrier; those that flip lose the tilt',
    constraint: 'the barrier that holds the solution is not lowered for updates',
    formula: (given) =>
      given.updates.times(
        staticUpdate.of({
          precision: given.precision,
          flipProbability: given.flipProbability,
          ...writing(given)
        })
      )
  },
  consolidation: {
    summary: 'every consolidated bit is reset in short-term and written to long-term memory',
    constraint: 'the short-term copy is reset blindly',
    formula: (given) =>
      movedBits(given).times(
        consolidationReset
          .of({ temperature: given.temperature })
          .plus(given.flipProbability.times(staticWriteOfOne(given)).of(updates).per(bits))
      )
  }
}

/** The source of a figure that the scenario gives. */
const assumed = (name: string): readonly Source[] => [{ citation: `${name}, as given under assumptions` }]

const moved = {
  constraint: 'operands move between memory and processor at the stated energy and reuse',
  tier: 'empirical',
  sources: assumed('movementEnergy')
} as const

const vonNeumann: Readonly<Record<Wall, Entry>> = {
  memory: {
    ...moved,
    summary: 'a fetched operand of b bits serves as many macs as it is reused',
    formula: ({ macs: M, precision: b, movementEnergy, reuse }) =>
      M.per(macs).times(b).times(movementEnergy).over(reuse)
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

const accelerator: Part = {
  place: 'beside',
  summary: 'all operations, at the energy of the accelerator',
  constraint: 'an operation costs what it costs on the accelerator',
  formula: ({ flops: F, acceleratorEnergy }) => F.times(acceleratorEnergy),
  tier: 'empirical',
  sources: assumed('acceleratorEnergy')
}

/** Where a part spends: at a wall, or beside them all, as leakage and idle power. @since 0.7.0 */
export type Place = Wall | 'beside'

export const places: readonly Place[] = [...walls, 'beside']

/** What one part of a way of learning pays, and where. */
export interface Part extends Entry {
  /** Of a wall that has several. */
  readonly name?: string
  readonly place: Place
}

/** A way of learning, by what each of its parts pays. One without a part at a wall is known in all only. */
export interface Row {
  readonly name: string
  readonly description: string
  readonly parts: readonly Part[]
  /** What it does not tell, in a sentence: its total is of what it does. */
  readonly untold?: string
  /** Beside those of the ledger. */
  readonly inputs?: Inputs
}

const atWalls = (entries: Readonly<Record<Wall, Entry>>): readonly Part[] =>
  walls.map((place) => ({ ...entries[place], place }))

/** The rows of every ledger: floors first, then machines, then what is measured. */
export const paradigms = (speed: Speed): readonly (Row & { readonly name: ParadigmName })[] => [
  { name: 'floor', description: 'information of the solution', parts: atWalls(floor) },
  { name: 'bitFlip', description: 'one erased bit per update', parts: atWalls(bitFlip) },
  {
    name: 'limRecovered',
    description: 'learning-in-memory, thermally activated',
    parts: atWalls(learningInMemory(speed, unity, 'the drive of each hop; thermally activated'))
  },
  {
    name: 'limDissipated',
    description: 'learning-in-memory, barriers lost',
    parts: atWalls(learningInMemory(speed, zero, 'the drive of each hop, and the barrier it is lifted over'))
  },
  { name: 'cim', description: 'compute-in-memory with static memory', parts: atWalls(cim) },
  { name: 'vonNeumann', description: 'separate memory and processor', parts: atWalls(vonNeumann) },
  { name: 'accelerator', description: "today's accelerator", parts: [accelerator] }
]

/** The names of the paradigms, in the order of their rows. */
export const paradigmNames: readonly ParadigmName[] = paradigms(speeds.constant).map(({ name }) => name)

/** The paradigms of every ledger. @since 0.1.0 */
export type ParadigmName =
  'floor' | 'bitFlip' | 'limRecovered' | 'limDissipated' | 'cim' | 'vonNeumann' | 'accelerator'
