/**
 * How a file says how many operations a workload takes: a number, or a law by its name.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { ledgerInputs } from '../ledger/inputs'
import { powerLawFlops } from '../physics/learning'
import type { Certainty } from '../units/enclosure'
import { tokenInputs } from '../workload/counts'
import type { Operations } from '../workload/known'
import { field, likely, listed, record, shown, stated, text, word } from './codec'

const law = <L extends string>(name: L) => ({ codec: word([name]), description: `"${name}"` })

const flops = stated(ledgerInputs.flops, '3.14e23 flop')

const tokens = field(tokenInputs.tokens, '3e11 token')
const epochs = { ...field(tokenInputs.epochs, '1'), optional: true } as const

const laws = {
  given: record('operations with the tokens that they are for', {
    law: law('given'),
    flops: field(ledgerInputs.flops, '3.14e23 flop'),
    tokens,
    epochs
  }),
  computeOptimal: record('the compute-optimal law', { law: law('computeOptimal') }),
  training: record('a law of training', {
    law: law('training'),
    tokens,
    epochs
  }),
  powerLaw: record('a power law', {
    law: law('powerLaw'),
    anchorParameters: field(powerLawFlops.inputs.anchorParameters, '1.746e11 parameter'),
    anchorFlops: field(powerLawFlops.inputs.anchorFlops, '3.14e23 flop'),
    exponent: field(powerLawFlops.inputs.exponent, '1.25')
  })
}

const lawNames = Object.keys(laws) as (keyof typeof laws)[]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unknownLaw = (found: unknown): string => {
  if (found === undefined) return `missing: expected one of ${lawNames.join(', ')}`
  const near = typeof found === 'string' ? likely(found, lawNames) : undefined
  return `expected one of ${listed(lawNames)}, got ${shown(found)}${near === undefined ? '' : `: did you mean "${near}"?`}`
}

const isLaw = (law: unknown): law is keyof typeof laws => lawNames.some((name) => name === law)

/** A number of operations, or a law with what it needs; "computeOptimal" needs nothing more. */
export const operations = new t.Type<Operations<Certainty>, unknown, unknown>(
  'a number of operations or a law',
  (value): value is Operations<Certainty> => isObject(value) && 'law' in value,
  (value, context) => {
    if (value === 'computeOptimal') return t.success({ law: value })
    if (isObject(value)) {
      const { law } = value as { readonly law?: unknown }
      return isLaw(law)
        ? laws[law].validate(value, context)
        : t.failure(law, t.appendContext(context, 'law', text), unknownLaw(law))
    }
    if (typeof value === 'string' && likely(value, lawNames) !== undefined)
      return t.failure(value, context, unknownLaw(value))
    return E.map((given: Parameters<typeof flops.encode>[0]): Operations<Certainty> => ({
      law: 'given',
      flops: given
    }))(flops.validate(value, context))
  },
  (value) => {
    if (value.law === 'given' && value.tokens === undefined) return flops.encode(value.flops)
    const codec: t.Mixed = laws[value.law]
    return codec.encode(value)
  }
)
