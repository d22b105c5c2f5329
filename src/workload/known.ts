/**
 * What is known of a workload: how many parameters, and how its operations, macs and updates are told.
 */
import type { Dimensionless, Flops, Macs, Parameters, Tokens, Updates } from '../units/dimension'
import type { Certainty, Stated } from '../units/enclosure'

/**
 * How many operations the workload takes. The law matters more than anything else in an estimate,
 * so it is the user's choice.
 *
 * @since 0.1.0
 */
export type Operations<K extends Certainty = 'exact'> =
  | { readonly law: 'given'; readonly flops: Stated<K, Flops> }
  | { readonly law: 'computeOptimal' }
  | { readonly law: 'training'; readonly tokens: Stated<K, Tokens> }
  | {
      readonly law: 'powerLaw'
      readonly anchorParameters: Stated<K, Parameters>
      readonly anchorFlops: Stated<K, Flops>
      readonly exponent: Stated<K, Dimensionless>
    }

/** How many updates: so many, or one for each operation or mac. @since 0.1.0 */
export type UpdateRule<K extends Certainty = 'exact'> = Stated<K, Updates> | 'one per flop' | 'one per mac'

/** What is known of a workload. At least one of `operations` and `macs` is needed. @since 0.1.0 */
export interface Known<K extends Certainty = 'exact'> {
  readonly parameters: Stated<K, Parameters>
  readonly updates: UpdateRule<K>
  readonly operations?: Operations<K>
  readonly macs?: Stated<K, Macs>
}

/** How the counts of a workload are found: each is given, or follows. @since 0.2.0 */
export interface CountRules {
  readonly flops: Operations['law'] | 'two per mac'
  readonly macs: 'given' | 'half of flops' | 'none'
  readonly updates: 'given' | 'one per flop' | 'one per mac'
}

/** How they are found where all are given. */
export const allGiven: CountRules = { flops: 'given', macs: 'given', updates: 'given' }

/** How the counts of a workload are found. */
export const rulesOf = <K extends Certainty>({ updates, operations, macs }: Known<K>): CountRules => ({
  flops: operations?.law ?? 'two per mac',
  macs: macs !== undefined ? 'given' : operations !== undefined ? 'half of flops' : 'none',
  updates: typeof updates === 'string' ? updates : 'given'
})

/** What is known of a workload, as values for `inputsOf` its rules. */
export const valuesOf = <K extends Certainty>({
  parameters,
  updates,
  operations,
  macs
}: Known<K>): Readonly<Record<string, unknown>> => {
  const { law: _, ...needed } = operations ?? { law: undefined }
  return {
    parameters,
    ...(typeof updates === 'string' ? {} : { updates }),
    ...(macs === undefined ? {} : { macs }),
    ...needed
  }
}

const how: { readonly [L in CountRules['flops']]?: string } = {
  computeOptimal:
    'compute-optimal training: 6 flop per parameter and token, 20 tokens per parameter (Hoffmann 2022)',
  training: '6 flop per parameter and token (Kaplan 2020)',
  powerLaw: 'power law through the anchor',
  'two per mac': 'one mac is two flop'
}

/** How those counts were found that were not given. @since 0.1.0 */
export type Derived = Readonly<Partial<Record<'updates' | 'macs' | 'flops', string>>>

/** How those counts were found that were not given. */
export const derivedBy = ({ flops, macs, updates }: CountRules): Derived => {
  const law = how[flops]
  return {
    ...(macs === 'given' ? {} : { macs: 'one mac is two flop' }),
    ...(law === undefined ? {} : { flops: law }),
    ...(updates === 'given' ? {} : { updates })
  }
}
