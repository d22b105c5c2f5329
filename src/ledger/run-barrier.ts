/**
 * The barrier of a memory that follows its optimiser, update by update: its hops are attempted at the rate
 * of the first updates times their relative step α_k, which shrinks from 1 to 2^(−b).
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aList, aNumber, aText, expecting, having, type Kind, options } from '../units/argument'
import type { CompositionError } from '../bound/compose'
import type { ModelData, Values } from '../formula/model'
import { meanMatchedBarrier } from '../physics/update'
import { modelError, type ModelError, unfitInputs } from '../reading/error'
import { evaluate } from '../reading/evaluate'
import type { Energy, EnergyPerUpdate } from '../units/dimension'
import { aQuantity, multiply, type Quantity } from '../units/quantity'
import { bits, hertz, kT, updates as updatesUnit } from '../units/si'
import { rulesOf } from '../workload/known'
import { aRun, measuredConvergence, type Run } from '../workload/trace'
import { ledgerModels, type LedgerModels } from './models'
import type { Convergence } from './paradigms'
import { aScenario, convergenceOf, coolingOf, type Scenario, valuesOf } from './scenario'

/** The barrier at one update of a parameter. @since 0.4.0 */
export interface BarrierPoint {
  /** k, from 1: which update of a parameter. */
  readonly update: number
  readonly barrier: Quantity<Energy>
}

/** The barrier of a memory over a run. @since 0.4.0 */
export interface RunBarrier {
  /** Of the scenario. */
  readonly name: string
  readonly convergence: Convergence
  /** How many updates each parameter has. */
  readonly updates: number
  /** At some updates from the first to the last; none where only a measured shape is known. */
  readonly points: readonly BarrierPoint[]
  /** B_1 and B_n: where the steps are largest, and at the precision of the solution. */
  readonly first: Quantity<Energy>
  readonly last: Quantity<Energy>
  /** Over all updates. */
  readonly mean: Quantity<EnergyPerUpdate>
  /** What a static memory needs to hold the solution. */
  readonly retention: Quantity<Energy>
  /** kT, to count barriers in. */
  readonly thermal: Quantity<Energy>
}

export const aBarrier: Kind = having('a barrier over a run, such as runBarrier gives', {
  name: aText,
  convergence: aText,
  updates: aNumber,
  points: aList,
  first: aQuantity,
  last: aQuantity,
  mean: aQuantity,
  retention: aQuantity,
  thermal: aQuantity
})

/** How a barrier is followed. @since 0.4.0 */
export interface RunBarrierOptions {
  /** At how many updates; default 200, and no fewer than 2. */
  readonly points?: number
  /** A recorded run, such as `runOf` a trace: its steps instead of those of the scenario's convergence. */
  readonly run?: Run
}

/** A relative step, as its logarithm, at an update. */
interface Step {
  readonly update: number
  readonly logStep: number
}

/** ln α_k of each convergence, of n updates to b bit. */
const logSteps: {
  readonly [C in Exclude<Convergence, 'measured'>]: (k: number, n: number, b: number) => number
} = {
  constant: () => 0,
  // Of one update or less there is but the first.
  exponential: (k, n, b) => (n > 1 ? (-b * Math.LN2 * (k - 1)) / (n - 1) : 0),
  powerLaw: (k, n, b) => (-b * Math.LN2 * Math.log(k)) / Math.log(n)
}

/** Updates from 1 to n: half of them evenly apart, half of them by factors. */
const updatesUpTo = (n: number, count: number): readonly number[] => {
  if (n <= 1) return [1]
  const half = Math.max(2, Math.ceil(count / 2))
  const parts = Array.from({ length: half }, (_, at) => at / (half - 1))
  const all = parts.flatMap((part) => [1 + (n - 1) * part, Math.min(n, Math.exp(Math.log(n) * part))])
  return [...new Set(all)].sort((a, b) => a - b)
}

/** b: how far the steps shrink, in bit. */
const rangeOf = ({ convergence, precision }: Scenario['workload']): number =>
  (typeof convergence === 'string' ? precision : (convergence.stepRange ?? precision)).value

/** The steps of a recorded run, relative to its largest; over n updates, where it does not count its own. */
const recorded = ({ steps = [], summary, parameters, counted }: Run, n: number): readonly Step[] =>
  steps.map(({ updates, step }) => ({
    update:
      counted === 'parameters'
        ? updates / (parameters ?? 1)
        : counted === 'steps'
          ? updates
          : (updates / summary.updates) * n,
    logStep: Math.log(step / summary.largestStep)
  }))

/** What a run needs of a ledger: rates, and barriers that do not change. */
const figuresOf = ({ intermediates }: LedgerModels, inputs: Readonly<Record<string, unknown>>) => {
  const read = (name: string): E.Either<ModelError, Quantity<unknown>> => {
    const of = intermediates[name]! as unknown as ModelData
    return evaluate(of)(inputs as Values<ModelData['inputs']>) // the inputs of a ledger are those of its models
  }
  return pipe(
    E.Do,
    E.bind('mean', () => read('meanMatchedBarrier')),
    E.bind('retention', () => read('retentionBarrier')),
    E.bind('updates', () => read('updatesPerParameter'))
  )
}

const oneUpdate = updatesUnit(1)

/**
 * The barrier B_k of a memory that is matched to its optimiser, over the updates of a parameter: for
 * steps that do not shrink, shrink by a constant factor or as a power of their number, or as a run has
 * recorded them. With a measured shape alone, only first, last and mean barrier are known.
 *
 * Where the updates are faster than the attempt rate, or a barrier of the ledger is outside its domain,
 * that is the error; so is a run that moved nothing.
 *
 * @example
 * import { format, runBarrier } from 'limen'
 * import { estimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const ends = pipe(
 *   estimateFile(`{
 *     "name": "small",
 *     "workload": {
 *       "parameters": "1e6 parameter",
 *       "precision": "8 bit",
 *       "convergence": "exponential",
 *       "duration": "1 h",
 *       "operations": "1e12 flop",
 *       "updates": "one per flop"
 *     }
 *   }`),
 *   E.chainW(({ ledger }) => runBarrier(ledger.scenario)),
 *   E.map(({ first, last }) => `${format(first)} to ${format(last)}`)
 * )
 * ends // right('72.09 zJ to 95.05 zJ')
 *
 * @since 0.4.0
 */
export const runBarrier = expecting(
  'runBarrier',
  { scenario: aScenario, options: options({ points: aNumber, run: aRun }) },
  (
    scenario: Scenario,
    { points: count = 200, run }: RunBarrierOptions = {}
  ): E.Either<ModelError | CompositionError, RunBarrier> => {
    const { workload, design } = scenario
    const { temperature, errorProbability } = design
    const { attemptRate, hopsPerUpdate } = design.memory
    const convergence = run === undefined ? convergenceOf(workload) : 'measured'
    return pipe(
      ledgerModels(convergenceOf(workload), rulesOf(workload), coolingOf(design)),
      E.chainW((models) => figuresOf(models, valuesOf(scenario))),
      E.chainW(({ mean, retention, updates }) => {
        const n = updates.value
        const hops = typeof hopsPerUpdate === 'number' ? hopsPerUpdate : hopsPerUpdate.exact
        const initialRate = hertz(updates.exact.div(workload.duration.exact).times(hops))
        const rates = { temperature, attemptRate, initialRate, errorProbability }
        // The mean of one step is that step's barrier.
        const matched = (logStep: number): E.Either<ModelError, Quantity<Energy>> =>
          pipe(
            meanMatchedBarrier({ ...rates, precision: bits(-logStep / Math.LN2), shape: 1 }),
            E.map((barrier) => multiply(barrier, oneUpdate))
          )
        const measured = run === undefined ? undefined : measuredConvergence(run.summary)
        if (measured !== undefined && E.isLeft(measured)) {
          const { message: found } = measured.left
          const expected = 'a run that moves something'
          const message = `runBarrier: expected ${expected}: ${found}`
          return E.left(
            modelError('runBarrier', [
              { kind: 'size', model: 'runBarrier', inputs: ['run'], found, expected, message }
            ])
          )
        }
        const b = measured === undefined ? rangeOf(workload) : measured.right.precision
        const steps =
          run !== undefined
            ? recorded(run, n)
            : convergence === 'measured'
              ? []
              : updatesUpTo(n, count).map((update) => ({
                  update,
                  logStep: logSteps[convergence](update, n, b)
                }))
        const lastStep = convergence === 'constant' ? 0 : -b * Math.LN2
        return pipe(
          E.Do,
          E.bind('points', () =>
            E.traverseArray(({ update, logStep }: Step) =>
              pipe(
                matched(logStep),
                E.map((barrier): BarrierPoint => ({ update, barrier }))
              )
            )(steps)
          ),
          E.bind('first', () => matched(0)),
          E.bind('last', () => matched(lastStep)),
          E.bind('mean', () =>
            measured === undefined
              ? E.right(mean as Quantity<EnergyPerUpdate>) // that is the unit of the model
              : meanMatchedBarrier({
                  ...rates,
                  precision: bits(measured.right.precision),
                  shape: measured.right.shape
                })
          ),
          E.map((found) => ({
            name: scenario.name,
            convergence,
            updates: run === undefined ? n : (steps.at(-1)?.update ?? n),
            ...found,
            retention: retention as Quantity<Energy>, // so is this
            thermal: kT(1, temperature)
          }))
        )
      })
    )
  },
  unfitInputs
)
