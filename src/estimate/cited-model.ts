/**
 * A cited AI model as a workload: what a file would say of it, each value with whose word it is.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { epochModels } from '../technology/epoch'
import type { Fact } from '../technology/facts'
import type { CitedModel, NumericalFormat } from '../technology/models'
import type { Energy } from '../units/dimension'
import { formatWith } from '../units/format'
import { hours, tokens } from '../units/si'
import { citedModel } from './model-name'
import type { SchemaError } from '../shape/problem'
import type { Supplied, Supplies } from './supplied'

/** What a workload file would say of a cited model. @since 0.3.0 */
export interface CitedWorkload {
  readonly name: string
  readonly description: string
  readonly supplied: Supplies
  /** Fields that have to be said by someone, with the reason that nothing is supplied for them. */
  readonly missing: Readonly<Record<string, string>>
  /** What the training took where it took place. */
  readonly measured?: Fact<Energy>
}

const all = formatWith<unknown>({ digits: 'all' })

const inHours = formatWith({ digits: 'all', unit: hours })

/** Bits of a number; TF32 has 19 of value, whatever it is stored in. */
const bitsOf: { readonly [F in NumericalFormat]: number } = { FP32: 32, TF32: 19, FP16: 16, BF16: 16, FP8: 8 }

const cited = (value: unknown, why: string): Supplied => ({ value, origin: 'cited', why })

const assumed = (value: unknown, why: string): Supplied => ({ value, origin: 'assumed', why })

/** As many tokens as make the operations, at 6 flop per parameter and token. */
const effectiveTokens = ({ parameters, operations }: CitedModel): string =>
  formatWith<unknown>({ digits: 4 })(tokens(operations.value.exact.div(parameters.value.exact.times(6))))

const precision = ({ numericalFormat: format }: CitedModel): Supplied =>
  format === undefined
    ? assumed('16 bit', 'its numerical format is not known')
    : cited(`${bitsOf[format]} bit`, `numerical format ${format}; ${epochModels.citation}`)

const suppliesOf = (model: CitedModel): Supplies => {
  const { parameters, operations, trainingTime, baseModel, confidence } = model
  const source = `${epochModels.citation}; confidence: ${confidence}`
  return {
    parameters: cited(all(parameters.value), source),
    precision: precision(model),
    convergence: assumed('powerLaw', 'steps that shrink as a power of the number of updates'),
    ...(trainingTime === undefined || baseModel !== undefined
      ? {}
      : { duration: cited(inHours(trainingTime.value), source) }),
    updates: assumed('one per token', 'local learning; batched training makes fewer'),
    operations: cited(
      { law: 'given', flops: all(operations.value), tokens: effectiveTokens(model) },
      `${source}. Its tokens are those that make the operations, at 6 flop per parameter and token (Kaplan 2020)`
    )
  }
}

const missingIn = ({ name, trainingTime, baseModel }: CitedModel): CitedWorkload['missing'] => {
  if (trainingTime === undefined) return { duration: `the time of the training of ${name} is not known` }
  if (baseModel === undefined) return {}
  const time = inHours(trainingTime.value)
  return {
    duration: `the ${time} that are known leave out the training of ${baseModel}, whose operations are counted`
  }
}

const descriptionOf = ({ organization, year, hardware, hardwareQuantity, ...model }: CitedModel): string => {
  const { parameters, operations, trainingTime, baseModel } = model
  const who = [...(organization === undefined ? [] : [organization]), String(year)].join(', ')
  const time = trainingTime === undefined ? '' : ` in ${inHours(trainingTime.value)}`
  const quantity = hardwareQuantity === undefined ? '' : `${hardwareQuantity} × `
  const machine = hardware === undefined ? '' : ` on ${quantity}${hardware}`
  const base = baseModel === undefined ? '' : `, made from ${baseModel}`
  return `${all(parameters.value)}s trained with ${all(operations.value)}${time}${machine}${base} (${who}). ${epochModels.citation}.`
}

/**
 * A cited AI model as a workload, by its name. What the rows do not say is an assumption that says
 * so; where the time of the training is not known, it has to be given.
 *
 * @example
 * import { fromModel } from 'limen/hardware'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(fromModel('gpt-3'), E.map(({ supplied }) => supplied['duration']?.value)) // right('355.2 h')
 * fromModel('gtp-3') // left: there is no cited model "gtp-3": did you mean "GPT-3 175B (davinci)"?
 *
 * @since 0.3.0
 */
export const fromModel = (name: string): E.Either<SchemaError, CitedWorkload> =>
  pipe(
    citedModel(name),
    E.map((model) => ({
      name: model.name,
      description: descriptionOf(model),
      supplied: suppliesOf(model),
      missing: missingIn(model),
      ...(model.energy === undefined ? {} : { measured: model.energy })
    }))
  )
