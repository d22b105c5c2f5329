/**
 * The Coq reading: certified enclosures as lemmas of real numbers, which a proof checker accepts or not.
 *
 * A file says nothing of how a value was computed: it defines the formula, states that it lies between two
 * decimals, and proves that by the Interval library of Coq.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aModel, digitsAsked, someModels } from '../formula/kinds'
import type { ModelData } from '../formula/model'
import { anything, aText, expecting } from '../units/argument'
import { defaultDigits } from '../units/decimal'
import { certifyAll, type UncertainValues } from './certify'
import { proofText } from './coq-proof'
import { isPoint, statementText, unproved } from './coq-statement'
import { namesOf } from './coq-text'
import { modelError, type ModelError, unfitInputs } from './error'
import type { EvaluateOptions, InputsOf } from './evaluate'
import { uncertainInputs } from './inputs'
import { inputsOfAll, type Models } from './together'

/** Digits where an input is uncertain, unless others are asked for: so close Interval comes by halving. */
const uncertainDigits = 4

const write = (
  name: string,
  named: Models,
  inputs: unknown,
  asked: EvaluateOptions
): E.Either<ModelError, string> => {
  // What the inputs are named the compiler need not know here: they are checked by name.
  const models = named as unknown as Readonly<Record<string, ModelData>>
  const all = inputsOfAll(Object.values(models))
  const checked = uncertainInputs(name, all)(inputs)
  if (E.isLeft(checked)) return E.left(modelError(name, checked.left))
  const digits = asked.digits ?? (checked.right.every(isPoint) ? defaultDigits : uncertainDigits)
  const given = Object.fromEntries(Object.keys(all).map((input, at) => [input, checked.right[at]!]))
  const values = certifyAll(name, models, { digits })(given)
  if (E.isLeft(values)) return values
  const statements = Object.entries(models).map(([key, model]) => ({
    model: { ...model, name: key },
    given: Object.keys(model.inputs).map((input) => given[input]!),
    value: values.right[key]!,
    digits
  }))
  const problems = statements.flatMap((each) => unproved(each.model, each.given))
  if (problems.length > 0) return E.left(modelError(name, problems))
  const fresh = namesOf()
  return E.right(
    proofText(
      statements.map((each) => statementText(each, fresh)),
      digits
    )
  )
}

/**
 * Several models that share inputs as one file of proofs, a lemma for each by the name that it has here; `name`
 * stands in the error. Otherwise as `toCoq`.
 *
 * @example
 * import { toCoqAll, landauer, timeSymmetricReset, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * const resets = { landauer, slow: timeSymmetricReset }
 * const proofs = toCoqAll('resets', resets, { temperature: kelvin(300), errorProbability: 0.01 })
 * E.isRight(proofs) // true
 *
 * @since 0.10.0
 */
export const toCoqAll = expecting(
  'toCoqAll',
  { name: aText, models: someModels, inputs: anything, options: digitsAsked },
  <const M extends Models>(
    name: string,
    models: M,
    inputs: UncertainValues<InputsOf<M>>,
    options: EvaluateOptions = {}
  ): E.Either<ModelError, string> => write(name, models, inputs, options),
  unfitInputs
)

/**
 * What `certify` says of a model, as a file for Coq 8.16 or later with the Interval library: the formula, the
 * domain, and a lemma that the inputs lie in the one and the value between two decimals, with its proof.
 * `coqc` accepts the file, or says which lemma does not hold.
 *
 * Ends have 34 digits, or 4 where an input is uncertain, as there Interval comes close only by halving. An
 * optimal reset stands in the lemma by the equation whose root it is; that two certificates enclose what it
 * dissipates is proved in the file. docs/proofs.md says what has to be trusted.
 *
 * It is an error where the model has no value, where a formula is made of slopes of the larger of two things or
 * of an optimal reset, where a number is beyond 1e±1000, and where an optimal reset has uncertain inputs.
 *
 * @example
 * import { toCoq, landauer, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const proof = toCoq(landauer, { temperature: kelvin(300), errorProbability: 0 }, { digits: 4 })
 * pipe(proof, E.map((text) => text.includes('2.87e-21 <= landauer 300 0 <= 2.871e-21'))) // right(true)
 *
 * @since 0.10.0
 */
export const toCoq = expecting(
  'toCoq',
  { model: aModel, inputs: anything, options: digitsAsked },
  <I, D>(
    model: ModelData<I, D>,
    inputs: UncertainValues<I>,
    options: EvaluateOptions = {}
  ): E.Either<ModelError, string> => write(model.name, { [model.name]: model }, inputs, options),
  unfitInputs
)
