/**
 * Bounds before published experiments: each bound on erasing a bit against each erasure that was measured.
 *
 * A bound that lies above what was measured by more than its error, though its constraint is met, is wrong,
 * or the row is. A row that does not keep the constraint says nothing of the bound: it is set apart by the
 * words of the constraint that it breaks.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ModelData } from '../formula/model'
import {
  generalizedLandauer,
  landauer,
  optimalReset,
  overdampedReset,
  rateCappedReset
} from '../physics/thermodynamics'
import type { ModelError } from '../reading/error'
import { evaluate } from '../reading/evaluate'
import { experiments, type Experiment } from '../technology/experiments'
import { aList, expecting, having, listOf, optional } from '../units/argument'
import type { Dimensionless } from '../units/dimension'
import { aQuantity, type Quantity } from '../units/quantity'
import { kelvin, kT, one } from '../units/si'

/** What an experiment says of a bound. @since 0.10.0 */
export interface Judgement {
  readonly bound: ModelData
  /**
   * At or below what was measured, within its error; above it, though the constraint is met: an alarm; set apart,
   * as the experiment breaks the constraint; or unknown, as the bound asks for what is not known.
   */
  readonly standing: 'holds' | 'alarm' | 'set apart' | 'unknown'
  /** What the bound asks for, in kT; absent where that is not known. */
  readonly least?: Quantity<Dimensionless>
  /** How many standard uncertainties the measured lies above the bound; absent where the source gives none. */
  readonly margin?: number
  /** What the constraint of the bound, or of a part of it, asks for and the experiment does not keep. */
  readonly broken?: string
  /** Why the bound has no value. */
  readonly why?: string
}

/** An experiment, and what it says of each bound. @since 0.10.0 */
export interface JudgedExperiment {
  readonly experiment: Experiment
  readonly judgements: readonly Judgement[]
}

/** All bounds on erasing a bit that an experiment may be asked about. */
const bounds = [
  landauer,
  generalizedLandauer,
  rateCappedReset,
  optimalReset,
  overdampedReset
] as readonly unknown[] as readonly ModelData[] // which inputs each has is looked up by name

/** In kT, no bound depends on the temperature. */
const anyTemperature = kelvin(300)

const half = one(0.5)

const constraintsOf = ({ constraint, parts }: ModelData): readonly string[] => [
  ...constraint.split('; '),
  ...parts.flatMap(constraintsOf)
]

/** What a bound asks for, in kT; or why that is not known. */
const leastOf = (bound: ModelData, { known }: Experiment): E.Either<string, Quantity<Dimensionless>> => {
  const { errorProbability, temperature = anyTemperature } = known
  const values: Readonly<Record<string, unknown>> = {
    ...known,
    temperature,
    // An unknown bit is set.
    before: half,
    after: errorProbability
  }
  const missing = Object.keys(bound.inputs).filter((input) => values[input] === undefined)
  if (missing.length > 0) return E.left(`${missing.join(', ')} not stated`)
  const given = Object.fromEntries(Object.keys(bound.inputs).map((input) => [input, values[input]]))
  const value = (evaluate(bound) as (of: unknown) => E.Either<ModelError, Quantity<unknown>>)(given)
  return E.bimap(
    ({ message }: ModelError) => message,
    ({ exact }: Quantity<unknown>) => one(exact.div(kT(1, temperature).exact))
  )(value)
}

const judgementOf =
  (experiment: Experiment) =>
  (bound: ModelData): Judgement => {
    const { measured, uncertainty, breaks } = experiment
    const broken = constraintsOf(bound).find((clause) => breaks.some((words) => clause.includes(words)))
    const found = leastOf(bound, experiment)
    const apart = broken === undefined ? {} : { standing: 'set apart' as const, broken }
    if (E.isLeft(found)) return { bound, standing: 'unknown', why: found.left, ...apart }
    const least = found.right
    const above = measured.value.exact.minus(least.exact)
    const isWithin = above.plus(uncertainty?.exact ?? 0).gte(0)
    return {
      bound,
      standing: isWithin ? 'holds' : 'alarm',
      least,
      ...(uncertainty === undefined ? {} : { margin: above.div(uncertainty.exact).toNumber() }),
      ...apart
    }
  }

/**
 * Each bound on erasing a bit, held against each experiment that is cited, or against those that are given:
 * `landauer`, `generalizedLandauer`, `rateCappedReset`, `optimalReset` and `overdampedReset`, where what they ask
 * for is known. "Within its error" is one standard uncertainty.
 *
 * @example
 * import { judgedExperiments } from 'limen/hardware'
 * // 0.71 ± 0.03 kT were measured in a feedback trap.
 * const [feedbackTrap] = judgedExperiments()
 * feedbackTrap?.judgements[0]?.least // 0.6931
 * feedbackTrap?.judgements[0]?.standing // 'holds'
 *
 * @since 0.10.0
 */
export const judgedExperiments = expecting(
  'judgedExperiments',
  {
    of: optional(
      listOf(
        'a list of experiments',
        having('an experiment, such as experiments gives', {
          measured: having('a fact', { value: aQuantity }),
          known: having('what is known of it', { errorProbability: aQuantity }),
          taken: aList,
          breaks: aList
        })
      )
    )
  },
  (of: readonly Experiment[] = experiments()): readonly JudgedExperiment[] =>
    of.map((experiment) => ({ experiment, judgements: bounds.map(judgementOf(experiment)) }))
)
