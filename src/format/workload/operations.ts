/**
 * How a file says how many operations a workload takes: a number, or a law by its name.
 */
import { ledgerInputs } from '../../ledger/inputs'
import { powerLawFlops } from '../../physics/learning'
import type { Certainty } from '../../units/enclosure'
import { tokenInputs } from '../../workload/counts'
import type { Operations } from '../../workload/known'
import { record, word } from '../../shape/codec'
import { field, stated } from '../../shape/quantity'
import type { Codec } from '../../shape/shape'
import { mapped, taggedOr } from '../../shape/union'
import { isObject } from '../../shape/words'

type Given = Extract<Operations<Certainty>, { readonly law: 'given' }>

const law = <L extends string>(name: L) => ({ codec: word([name]), description: `"${name}"` })

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

/** A number by itself: one without the tokens that it is for. */
const given = mapped(
  stated(ledgerInputs.flops, '3.14e23 flop'),
  (value): value is Given => isObject(value) && value['law'] === 'given' && value['tokens'] === undefined,
  (flops): Given => ({ law: 'given', flops }),
  ({ flops }) => flops
)

/** A number of operations, or a law with what it needs; "computeOptimal" needs nothing more. */
export const operations: Codec<Operations<Certainty>> = taggedOr(
  'a number of operations or a law',
  'law',
  laws,
  given
)
