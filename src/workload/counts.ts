/**
 * From what is known of a workload to its counts: updates, macs and flops.
 */
import * as E from 'fp-ts/lib/Either.js'
import { computeOptimalTokens, powerLawFlops, trainingFlops } from '../physics/learning'
import type { ModelError } from '../reading/error'
import { Working } from '../units/decimal'
import {
  dimensions,
  type Dimensionless,
  type Flops,
  type Macs,
  type Parameters,
  type Tokens,
  type Updates
} from '../units/dimension'
import { ofDecimal, type Quantity } from '../units/quantity'

/**
 * How many operations the workload takes. The law matters more than anything else in an estimate,
 * so it is the user's choice.
 *
 * @since 0.1.0
 */
export type Operations =
  | { readonly law: 'given'; readonly flops: Quantity<Flops> }
  | { readonly law: 'computeOptimal' }
  | { readonly law: 'training'; readonly tokens: Quantity<Tokens> }
  | {
      readonly law: 'powerLaw'
      readonly anchorParameters: Quantity<Parameters>
      readonly anchorFlops: Quantity<Flops>
      readonly exponent: Quantity<Dimensionless>
    }

/** How many updates: so many, or one for each operation or mac. @since 0.1.0 */
export type UpdateRule = Quantity<Updates> | 'one per flop' | 'one per mac'

/** What is known of a workload. At least one of `operations` and `macs` is needed. @since 0.1.0 */
export interface Known {
  readonly parameters: Quantity<Parameters>
  readonly updates: UpdateRule
  readonly operations?: Operations
  readonly macs?: Quantity<Macs>
}

/** The counts of a workload, and how those were found that were not given. @since 0.1.0 */
export interface Counts {
  readonly updates: Quantity<Updates>
  readonly macs: Quantity<Macs>
  readonly flops: Quantity<Flops>
  readonly derived: Readonly<Partial<Record<'updates' | 'macs' | 'flops', string>>>
}

const flopsOf = (
  parameters: Quantity<Parameters>,
  operations: Operations
): E.Either<ModelError, Quantity<Flops>> => {
  switch (operations.law) {
    case 'given':
      return E.right(operations.flops)
    case 'training':
      return trainingFlops({ parameters, tokens: operations.tokens })
    case 'computeOptimal':
      return E.chain((tokens: Quantity<Tokens>) => trainingFlops({ parameters, tokens }))(
        computeOptimalTokens({ parameters })
      )
    case 'powerLaw': {
      const { law: _, ...anchor } = operations
      return powerLawFlops({ parameters, ...anchor })
    }
  }
}

const how: { readonly [L in Operations['law']]?: string } = {
  computeOptimal:
    'compute-optimal training: 6 flop per parameter and token, 20 tokens per parameter (Hoffmann 2022)',
  training: '6 flop per parameter and token (Kaplan 2020)',
  powerLaw: 'power law through the anchor'
}

const scaled = (by: string, quantity: Quantity<unknown>) => new Working(quantity.exact).times(by)

const macsOf = (flops: Quantity<Flops>): Quantity<Macs> =>
  ofDecimal(dimensions['number of macs'], scaled('0.5', flops))
const flopsOfMacs = (macs: Quantity<Macs>): Quantity<Flops> =>
  ofDecimal(dimensions['number of flops'], scaled('2', macs))

const updatesOf = (rule: UpdateRule, macs: Quantity<Macs>, flops: Quantity<Flops>): Quantity<Updates> =>
  typeof rule === 'string'
    ? ofDecimal(dimensions['number of updates'], (rule === 'one per flop' ? flops : macs).exact)
    : rule

const oneMacIsTwoFlop = 'one mac is two flop'

/**
 * The counts of a workload. What is not given follows: macs from flops, or flops from macs, as one
 * mac is two flop; updates by their rule. Without operations and macs, there are none of either.
 *
 * @example
 * import { counts, parameters, tokens } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const known = { parameters: parameters(1e9), updates: 'one per flop', operations: { law: 'computeOptimal' } } as const
 * pipe(counts(known), E.map((found) => found.flops.value)) // right(120000000000000000000)
 *
 * @since 0.1.0
 */
export const counts = ({
  parameters,
  updates: rule,
  operations,
  macs: given
}: Known): E.Either<ModelError, Counts> => {
  const none = ofDecimal(dimensions['number of macs'], new Working(0))
  const flops =
    operations === undefined ? E.right(flopsOfMacs(given ?? none)) : flopsOf(parameters, operations)
  if (E.isLeft(flops)) return flops
  const macs = given ?? macsOf(flops.right)
  return E.right({
    macs,
    flops: flops.right,
    updates: updatesOf(rule, macs, flops.right),
    derived: {
      ...(given === undefined ? { macs: oneMacIsTwoFlop } : {}),
      ...(operations === undefined ? { flops: oneMacIsTwoFlop } : {}),
      ...(operations !== undefined && how[operations.law] !== undefined
        ? { flops: how[operations.law]! }
        : {}),
      ...(typeof rule === 'string' ? { updates: rule } : {})
    }
  })
}
