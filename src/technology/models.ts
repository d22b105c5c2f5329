/**
 * AI models and what their training took, as Epoch AI collected it: rows as typed facts.
 */
import type { Dimensionless, Energy, Flops, Parameters, Time } from '../units/dimension'
import { flops, hours, joules, one, parameters } from '../units/si'
import { lazily } from '../units/remembered'
import type { Unit } from '../units/unit'
import { epochModels } from './epoch'
import type { Evidence, Fact } from './facts'
import { modelRows } from './model-rows'
import { rowsOf } from './rows'

/** How sure Epoch AI is of a model's figures. @since 0.3.0 */
export type Confidence = 'Confident' | 'Likely' | 'Speculative'

/** The format of the numbers that a model was trained in. @since 0.3.0 */
export type NumericalFormat = 'FP32' | 'TF32' | 'FP16' | 'BF16' | 'FP8'

/** An AI model, and what is known of its training. @since 0.3.0 */
export interface CitedModel {
  readonly name: string
  readonly organization?: string
  readonly year: number
  readonly confidence: Confidence
  /** The model that it was made from: its operations count, its time and energy do not. */
  readonly baseModel?: string
  readonly hardware?: string
  readonly hardwareQuantity?: number
  readonly numericalFormat?: NumericalFormat
  readonly parameters: Fact<Parameters>
  readonly operations: Fact<Flops>
  readonly datasetSize?: Fact<Dimensionless>
  readonly epochs?: Fact<Dimensionless>
  readonly trainingTime?: Fact<Time>
  /** Power of the hardware times the time: an estimate, not metered. */
  readonly energy?: Fact<Energy>
}

const confidences: Readonly<Record<string, Confidence>> = {
  C: 'Confident',
  L: 'Likely',
  S: 'Speculative'
}

const modelOf = (row: readonly string[]): CitedModel => {
  const [name = '', organization, year = '', N = '', F = '', data, epochs, time, hardware, quantity] = row
  const [format, grade = '', baseModel, energy] = row.slice(10)
  const confidence = confidences[grade]!
  const fact =
    <D>(what: string, of: Unit<D>, evidence: Evidence, note: string) =>
    (text: string): Fact<D> => ({
      what: `${what} of ${name}`,
      value: of(text),
      year: Number(year),
      evidence,
      source: epochModels,
      note: `${note}; confidence: ${confidence}`
    })
  const some = <A>(key: string, text: string | undefined, of: (text: string) => A) =>
    text === undefined || text === '' ? {} : { [key]: of(text) }
  const same = (text: string): string => text
  const isTuned = baseModel !== undefined && baseModel !== ''
  return {
    name,
    ...some('organization', organization, same),
    year: Number(year),
    confidence,
    ...some('baseModel', baseModel, same),
    ...some('hardware', hardware, same),
    ...some('hardwareQuantity', quantity, Number),
    ...some('numericalFormat', format, same),
    parameters: fact('Number of parameters', parameters, 'secondary', 'as published, or estimated')(N),
    operations: fact(
      'Operations of the training',
      flops,
      'derived',
      isTuned ? `with those of ${baseModel}` : 'estimated from the architecture, or from hardware and time'
    )(F),
    ...some(
      'datasetSize',
      data,
      fact('Size of the data set', one, 'secondary', 'in words, tokens, images or whatever it is made of')
    ),
    ...some('epochs', epochs, fact('Epochs of the training', one, 'secondary', 'passes over the data set')),
    ...some(
      'trainingTime',
      time,
      fact(
        'Time of the training',
        hours,
        'secondary',
        isTuned ? `without that of ${baseModel}` : 'as published, or estimated'
      )
    ),
    ...some(
      'energy',
      energy,
      fact('Energy of the training', joules, 'derived', 'power of the hardware × time, not metered')
    )
  }
}

/**
 * Every model that is cited, oldest first: Epoch AI, Data on AI Models, CC BY 4.0.
 *
 * @example
 * import { citedModels } from 'limen/hardware'
 * const gpt3 = citedModels().find(({ name }) => name === 'GPT-3 175B (davinci)')
 * gpt3?.operations.value // 3.140e23 flop
 * gpt3?.energy?.value // 6.522 TJ
 *
 * @since 0.3.0
 */
export const citedModels: () => readonly CitedModel[] = /* #__PURE__ */ lazily(() =>
  Object.freeze(rowsOf(modelRows).map(modelOf))
)
