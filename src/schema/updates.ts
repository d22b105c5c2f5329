/**
 * How a file says how many updates there are: a number, a rule by its name, or so many tokens to a batch.
 */
import * as t from 'io-ts'
import { ledgerInputs } from '../ledger/inputs'
import { tokenInputs } from '../workload/counts'
import type { UpdateRule } from '../workload/known'
import type { Certainty } from '../units/enclosure'
import { field, record, stated, word, wordOr } from './codec'

const perBatch = record('updates per batch: {"per": "batch", "batchSize": "3.2e6 token"}', {
  per: { codec: word(['batch']), description: '"batch"' },
  batchSize: field(tokenInputs.batchSize, '3.2e6 token')
})

const number = stated(ledgerInputs.updates, '6e28 update')

type Counted = Exclude<UpdateRule<Certainty>, string>

const isPerBatch = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const counted = new t.Type<Counted, unknown, unknown>(
  number.name,
  (value): value is Counted => number.is(value) || (isPerBatch(value) && 'per' in (value as object)),
  (value, context): t.Validation<Counted> =>
    isPerBatch(value) ? perBatch.validate(value, context) : number.validate(value, context),
  (value) => ('per' in value ? perBatch.encode(value) : number.encode(value))
)

/** A number of updates, or how they follow. */
export const updates = wordOr(['one per flop', 'one per mac', 'one per token'], counted)
