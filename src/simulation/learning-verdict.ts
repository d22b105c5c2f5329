/**
 * Learning on trial: what bounds ask of a memory that learned, and what machines would pay that make as many updates,
 * beside the heat it gave off. The learner knows none of these formulas.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { CompositionError } from '../bound/error'
import { claimOf, type Claim, type ModelData } from '../formula/model'
import { estimate } from '../ledger/estimate'
import type { ParadigmName } from '../ledger/paradigms'
import type { Scenario } from '../ledger/scenario'
import type { Problem } from '../reading/error'
import { discardedInformation, speedLimit } from '../physics/thermodynamics'
import type { Energy } from '../units/dimension'
import { ofNumber, type Quantity } from '../units/quantity'
import {
  bits,
  joules,
  joulesPerBit,
  joulesPerFlop,
  macs,
  macsPerConversion,
  microseconds,
  one,
  parameters,
  updates,
  years
} from '../units/si'
import type { Driven, LearnOptions } from './learn-plan'
import type { Loss } from './loss/loss'
import type { SampleMean } from './sample'

/** A bound, or the cost of a machine, beside what a learning memory gave off. @since 0.10.0 */
export interface LearningVerdict {
  /** The model's name, or those of models that add, or that of a row of the ledger. */
  readonly name: string
  readonly claim: Claim
  readonly constraint: string
  /** What it says. */
  readonly energy: Quantity<Energy>
  /** The mean heat of a run; with the reset of what was read to direct it, where the bound asks for that. */
  readonly achieved: Quantity<Energy>
  /** The energy over what was achieved; left out where that is nothing. */
  readonly ratio?: number
  /** Whether it speaks of this memory; else of another machine that makes as many updates. */
  readonly speaks: boolean
  /** Whether a bound that speaks is above what was achieved by more than four standard errors. */
  readonly refuted: boolean
}

/** A row of the ledger that has no value for a run. @since 0.10.0 */
export interface OutsideLearning {
  readonly name: string
  /** What its formula requires, and what was found. */
  readonly why: string
}

/** What bounds and machines say of a run. */
export interface Judged {
  readonly verdicts: readonly LearningVerdict[]
  readonly outside: readonly OutsideLearning[]
}

/** What sums round off, in kT. */
const slack = 1e-9

/** A learner's runs as bounds ask for them; in kT and nats. */
export interface TriedLearner {
  readonly loss: Loss
  readonly options: LearnOptions
  readonly finals: readonly Int32Array[]
  /** Which run ended with the least loss. */
  readonly least: number
  readonly heat: SampleMean
  readonly hops: SampleMean
  /** Of what was read in a run, in bits. */
  readonly record: number
  readonly lost: SampleMean | undefined
  /** Rungs by which ladders were moved, at least. */
  readonly moved: SampleMean | undefined
  readonly kT: number
  readonly driven: Driven | undefined
}

/** The part of cells that differ from the best run's in the others, by Laplace's rule of succession: never 0. */
const errorsOf = ({ finals, least }: TriedLearner): SampleMean => {
  const solution = finals[least]!
  const cells = solution.length * (finals.length - 1)
  const wrong = finals.reduce(
    (sum, final) => sum + final.reduce((count, rung, i) => count + (rung === solution[i] ? 0 : 1), 0),
    0
  )
  const mean = (wrong + 1) / (cells + 2)
  return { mean, error: Math.sqrt((mean * (1 - mean)) / (cells + 3)) }
}

/** 2𝒲 artanh(𝒲/𝒩), in kT: where the runs tell that rungs were moved, by more than chance, and in more hops. */
const irreversible = ({ moved: W, hops: N }: TriedLearner): SampleMean | undefined => {
  if (W === undefined || !(W.mean > 2 * W.error && W.mean < N.mean)) return undefined
  const slope = Math.atanh(W.mean / N.mean)
  const spare = (N.mean - W.mean) * (N.mean + W.mean)
  return {
    mean: 2 * W.mean * slope,
    error: 2 * Math.hypot((slope + (W.mean * N.mean) / spare) * W.error, (W.mean ** 2 / spare) * N.error)
  }
}

/** The mean step, its shape and its range, of a memory that is tilted; of one that is not, of even steps. */
const convergenceOf = (driven: Driven | undefined): Scenario['workload']['convergence'] => {
  if (driven === undefined || driven.precision === 0) return 'constant'
  const { steps, precision } = driven
  const sum = steps.reduce((all, each) => all + each, 0)
  const weighed = steps.reduce((all, each) => all - each * Math.log(each), 0)
  return {
    meanStep: one(sum / steps.length),
    shape: one(weighed / (sum * precision * Math.LN2)),
    stepRange: bits(precision)
  }
}

/** The learner as a workload on a design: an update of each parameter, or, of one that is annealed, each hop. */
const scenarioOf = (tried: TriedLearner, solutionError: number): Scenario => {
  const { loss, options, hops, driven } = tried
  const { temperature, attemptRate, duration } = options
  const made = options.writer === 'annealed' ? hops.mean : loss.parameters * options.updates
  const reads = options.writer === 'annealed' ? 0 : loss.macs * options.updates
  const stated = options.writer === 'static' ? options : undefined
  const held = Math.log2(loss.rungs)
  const precision = stated === undefined ? held : Math.ceil(held)
  return {
    name: 'learned',
    workload: {
      parameters: parameters(loss.parameters),
      precision: bits(precision),
      convergence: convergenceOf(driven),
      duration,
      updates: updates(made),
      macs: macs(reads),
      transfers: one(0)
    },
    design: {
      temperature,
      solutionErrorProbability: one(solutionError),
      errorProbability: one(driven?.errorProbability ?? 0.01),
      memory: {
        attemptRate,
        hopsPerUpdate: one(driven?.hopsPerUpdate ?? 1),
        retentionTime: stated?.retentionTime ?? years(10),
        failureProbability: one(stated?.failureProbability ?? 1e-9),
        writeTime: stated?.writeTime ?? microseconds(1),
        writeErrorProbability: one(stated?.writeErrorProbability ?? 1e-9),
        flipProbability: one(stated === undefined ? 0.5 : hops.mean / (made * precision))
      },
      // Of what is read and moved no row is asked for here.
      readout: { outputBits: bits(8), rows: macsPerConversion(256) },
      technology: { movementEnergy: joulesPerBit(0), reuse: one(1), acceleratorEnergy: joulesPerFlop(0) }
    }
  }
}

/** The rows that are told, as they are called here, with the part of each that a learner's heat stands beside. */
const rows: readonly (readonly [name: string, paradigm: ParadigmName])[] = [
  ['floor', 'floor'],
  ['bitFlip', 'bitFlip'],
  ['limRecovered', 'limRecovered'],
  ['static', 'cim']
]

/** What was wrong, in one line. */
const messages = (of: { readonly problems: readonly Problem[] } | CompositionError): string =>
  'problems' in of ? of.problems.map(({ message }) => message).join('; ') : of.message

export const learningVerdicts = (tried: TriedLearner): Judged => {
  const { loss, options, finals, heat, record, lost, kT } = tried
  const these = `these ${finals.length} runs`
  const ofEnergy = (inKT: number): Quantity<Energy> => ofNumber(joules.dimension, inKT * kT)
  const verdict = (
    said: Pick<LearningVerdict, 'name' | 'claim' | 'constraint' | 'speaks'>,
    { mean, error }: SampleMean,
    achieved: SampleMean = heat
  ): LearningVerdict => ({
    ...said,
    energy: ofEnergy(mean),
    achieved: ofEnergy(achieved.mean),
    ...(achieved.mean === 0 ? {} : { ratio: mean / achieved.mean }),
    refuted:
      said.speaks &&
      said.claim === 'lower bound' &&
      mean - achieved.mean > 4 * Math.hypot(error, achieved.error) + slack
  })

  /** A bound on memories that hop, with the reset of what was read to direct them. */
  const theorem = (of: readonly ModelData[], least: SampleMean): LearningVerdict =>
    verdict(
      {
        name: of.map(({ name }) => name).join(' + '),
        claim: claimOf(of[0]!.tier),
        constraint: [
          ...of.map(({ constraint }) => constraint),
          ...(record > 0 ? ['with the reset of what was read to direct the run'] : [])
        ].join('; '),
        speaks: true
      },
      least,
      { mean: heat.mean + record * Math.LN2, error: heat.error }
    )
  const isTold = lost !== undefined && lost.mean > 0
  const fast = options.writer === 'static' ? undefined : irreversible(tried)
  const untold: readonly OutsideLearning[] = [
    ...(isTold
      ? []
      : [{ name: discardedInformation.name, why: `${these} do not tell that any entropy was given up` }]),
    ...(fast === undefined && options.writer !== 'static'
      ? [
          {
            name: speedLimit.name,
            why: `${these} do not tell that any rung was moved, or not by how many hops`
          }
        ]
      : [])
  ]
  const information = [
    ...(isTold ? [theorem([discardedInformation], lost)] : []),
    ...(fast === undefined
      ? []
      : isTold
        ? [
            theorem([discardedInformation, speedLimit], {
              mean: lost.mean + fast.mean,
              error: Math.hypot(lost.error, fast.error)
            })
          ]
        : [theorem([speedLimit], fast)])
  ]

  const areSpins = loss.rungs === 2
  const wrong = areSpins && finals.length > 1 ? errorsOf(tried) : { mean: 1e-9, error: 0 }
  const speakers: { readonly [name: string]: boolean } = {
    floor: areSpins && finals.length > 1 && options.writer === 'annealed',
    limRecovered: options.writer === 'tilted',
    static: options.writer === 'static'
  }
  const errors: { readonly [name: string]: number } = {
    // The slope of the floor, by the odds of an error.
    floor: loss.parameters * wrong.error * Math.log((1 - wrong.mean) / wrong.mean)
  }
  const ledger = estimate(scenarioOf(tried, wrong.mean))
  if (E.isLeft(ledger)) {
    const why = messages(ledger.left)
    return { verdicts: information, outside: [...untold, ...rows.map(([called]) => ({ name: called, why }))] }
  }
  const { paradigms, outside } = ledger.right
  return {
    verdicts: [
      ...information,
      ...rows.flatMap(([called, paradigm]) => {
        const update = paradigms.find((row) => row.name === paradigm)?.walls?.update
        if (update === undefined) return []
        const { energy, claim, constraint } = update
        const mean = energy.value / kT
        return [
          verdict(
            { name: called, claim, constraint, speaks: speakers[called] ?? false },
            { mean, error: errors[called] ?? 0 }
          )
        ]
      })
    ],
    outside: [
      ...untold,
      ...rows.flatMap(([called, paradigm]) => {
        const problems = outside.find((row) => row.name === paradigm)?.problems
        return problems === undefined ? [] : [{ name: called, why: messages({ problems }) }]
      })
    ]
  }
}
