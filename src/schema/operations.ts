/**
 * How a file says how many operations a workload takes: a number, or a law by its name.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { ledgerInputs } from '../ledger/inputs'
import { powerLawFlops, trainingFlops } from '../physics/learning'
import type { Operations } from '../workload/counts'
import { field, quantity, record, word } from './codec'

const law = <L extends string>(name: L) => ({ codec: word([name]), description: `"${name}"` })

const laws = {
  computeOptimal: record('the compute-optimal law', { law: law('computeOptimal') }),
  training: record('a law of training', {
    law: law('training'),
    tokens: field(trainingFlops.inputs.tokens, '3e11 token')
  }),
  powerLaw: record('a power law', {
    law: law('powerLaw'),
    anchorParameters: field(powerLawFlops.inputs.anchorParameters, '1.746e11 parameter'),
    anchorFlops: field(powerLawFlops.inputs.anchorFlops, '3.14e23 flop'),
    exponent: field(powerLawFlops.inputs.exponent, '1.25')
  })
}

const lawNames = Object.keys(laws) as (keyof typeof laws)[]

/** What stands where no law of that name is known: it says which there are. */
const anyLaw = record('a law of operations', {
  law: { codec: word(lawNames), description: `one of ${lawNames.join(', ')}` }
})

const flops = quantity(ledgerInputs.flops, '3.14e23 flop')

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const lawOf = (value: { readonly law?: unknown }): t.Mixed =>
  lawNames.includes(value.law as never) ? laws[value.law as keyof typeof laws] : anyLaw

/** A number of operations, or a law with what it needs; "computeOptimal" needs nothing more. */
export const operations = new t.Type<Operations, unknown, unknown>(
  'a number of operations or a law',
  (value): value is Operations => isObject(value) && 'law' in value,
  (value, context) => {
    if (value === 'computeOptimal') return t.success({ law: value })
    if (isObject(value)) return lawOf(value).validate(value, context) as t.Validation<Operations>
    return E.map((given: Parameters<typeof flops.encode>[0]): Operations => ({ law: 'given', flops: given }))(
      flops.validate(value, context)
    )
  },
  (value) => (value.law === 'given' ? flops.encode(value.flops) : lawOf(value).encode(value))
)
