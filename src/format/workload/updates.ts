/**
 * How a file says how many updates there are: a number, a rule by its name, or so many tokens to a batch.
 */
import { ledgerInputs } from '../../ledger/inputs'
import { tokenInputs } from '../../workload/counts'
import { record, word } from '../../shape/codec'
import { field, stated } from '../../shape/quantity'
import { objectOr, wordOr } from '../../shape/union'

const perBatch = record('updates per batch: {"per": "batch", "batchSize": "3.2e6 token"}', {
  per: { codec: word(['batch']), description: '"batch"' },
  batchSize: field(tokenInputs.batchSize, '3.2e6 token')
})

/** A number of updates, or how they follow. */
export const updates = wordOr(
  ['one per flop', 'one per mac', 'one per token'],
  objectOr(perBatch, stated(ledgerInputs.updates, '6e28 update'))
)
