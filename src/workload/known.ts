/**
 * What is known of a workload: how many parameters, and how its operations, macs and updates are told.
 */
import { aReadable } from '../units/format'
import { anything, either, having, type Kind, type Kinds, optional, wordOf } from '../units/argument'
import type { Dimensionless, Flops, Macs, Parameters, Tokens, Updates } from '../units/dimension'
import type { Certainty, Stated } from '../units/enclosure'

/**
 * What is trained on: tokens of a text, or samples of what is none, and how often each is seen;
 * once, where `epochs` is left out.
 *
 * @since 0.3.0
 */
export interface TrainedOn<K extends Certainty = 'exact'> {
  readonly tokens: Stated<K, Tokens>
  readonly epochs?: Stated<K, Dimensionless>
}

/**
 * How many operations the workload takes. The law matters more than anything else in an estimate,
 * so it is the user's choice.
 *
 * @since 0.1.0
 */
export type Operations<K extends Certainty = 'exact'> =
  | ({ readonly law: 'given'; readonly flops: Stated<K, Flops> } & Partial<TrainedOn<K>>)
  | { readonly law: 'computeOptimal' }
  | ({ readonly law: 'training' } & TrainedOn<K>)
  | {
      readonly law: 'powerLaw'
      readonly anchorParameters: Stated<K, Parameters>
      readonly anchorFlops: Stated<K, Flops>
      readonly exponent: Stated<K, Dimensionless>
    }

/**
 * Batched updates: all parameters once for each batch of so many tokens.
 *
 * @since 0.3.0
 */
export interface PerBatch<K extends Certainty = 'exact'> {
  readonly per: 'batch'
  readonly batchSize: Stated<K, Tokens>
}

/**
 * How many updates: so many; one for each operation or mac; or one of every parameter for each
 * token, as in local learning, or for each batch of tokens. The last two need operations that tell
 * the tokens.
 *
 * @since 0.1.0
 */
export type UpdateRule<K extends Certainty = 'exact'> =
  Stated<K, Updates> | 'one per flop' | 'one per mac' | 'one per token' | PerBatch<K>

/** What is known of a workload. At least one of `operations` and `macs` is needed. @since 0.1.0 */
export interface Known<K extends Certainty = 'exact'> {
  readonly parameters: Stated<K, Parameters>
  readonly updates: UpdateRule<K>
  readonly operations?: Operations<K>
  readonly macs?: Stated<K, Macs>
}

const updateRules = ['one per flop', 'one per mac', 'one per token'] as const
const laws = ['given', 'computeOptimal', 'training', 'powerLaw'] as const

/** How they are found; its quantities are looked at as they are read. */
export const knownParts: Kinds = {
  updates: either(
    `a number of updates such as updates(1e6), { per: "batch", … }, or one of ${updateRules.join(', ')}`,
    wordOf(updateRules),
    aReadable,
    having('updates per batch', { per: wordOf(['batch']) })
  ),
  operations: optional(having('operations such as { law: "computeOptimal" }', { law: wordOf(laws) }))
}

export const aKnown: Kind = having('what is known of a workload: parameters, updates, operations', {
  parameters: anything,
  ...knownParts
})

/** How the counts of a workload are found: each is given, or follows. @since 0.2.0 */
export interface CountRules {
  readonly flops: Operations['law'] | 'two per mac'
  readonly macs: 'given' | 'half of flops' | 'none'
  readonly updates: 'given' | 'one per flop' | 'one per mac' | 'one per token' | 'one per batch'
  /** Whether the tokens are seen so often; once, where it is left out. @since 0.3.0 */
  readonly epochs?: 'given'
}

export const someRules: Kind = having(
  'how counts are found, such as { flops: "given", macs: "given", updates: "given" }',
  {
    flops: wordOf([...laws, 'two per mac']),
    macs: wordOf(['given', 'half of flops', 'none']),
    updates: wordOf(['given', ...updateRules, 'one per batch']),
    epochs: optional(wordOf(['given']))
  }
)

/** How they are found where all are given. */
export const allGiven: CountRules = { flops: 'given', macs: 'given', updates: 'given' }

/** Whether updates are counted by the tokens. */
const countsTokens = (updates: CountRules['updates']): boolean =>
  updates === 'one per token' || updates === 'one per batch'

/** Whether the tokens are an input; compute-optimal training derives them. */
export const takesTokens = ({ flops, updates }: Pick<CountRules, 'flops' | 'updates'>): boolean =>
  flops === 'training' || (countsTokens(updates) && flops !== 'computeOptimal')

const isPerBatch = <K extends Certainty>(updates: UpdateRule<K>): updates is PerBatch<K> =>
  typeof updates === 'object' && 'per' in updates

/** Whether updates are counted by tokens that nobody tells. */
export const lacksTokens = <K extends Certainty>({ updates, operations }: Known<K>): boolean => {
  const isCounted = isPerBatch(updates) || updates === 'one per token'
  return isCounted && operations?.law !== 'computeOptimal' && tokensOf(operations) === undefined
}

const tokensOf = <K extends Certainty>(operations: Operations<K> | undefined) =>
  operations !== undefined && 'tokens' in operations ? operations.tokens : undefined

const epochsOf = <K extends Certainty>(operations: Operations<K> | undefined) =>
  operations !== undefined && 'epochs' in operations ? operations.epochs : undefined

/** How the counts of a workload are found. */
export const rulesOf = <K extends Certainty>({ updates, operations, macs }: Known<K>): CountRules => {
  const flops = operations?.law ?? 'two per mac'
  const rule = typeof updates === 'string' ? updates : isPerBatch(updates) ? 'one per batch' : 'given'
  const isSeenOften = epochsOf(operations) !== undefined && takesTokens({ flops, updates: rule })
  return {
    flops,
    macs: macs !== undefined ? 'given' : operations !== undefined ? 'half of flops' : 'none',
    updates: rule,
    ...(isSeenOften ? { epochs: 'given' } : {})
  }
}

/** What is known of a workload, as values for `inputsOf` its rules. */
export const valuesOf = <K extends Certainty>(known: Known<K>): Readonly<Record<string, unknown>> => {
  const { parameters, updates, operations, macs } = known
  const { law: _, ...needed } = operations ?? { law: undefined }
  // Tokens beside a given number of operations matter only to updates that are counted by them.
  const { tokens: _t, epochs: _e, ...besides } = { tokens: undefined, epochs: undefined, ...needed }
  return Object.assign(
    { parameters },
    isPerBatch(updates) ? { batchSize: updates.batchSize } : typeof updates === 'string' ? {} : { updates },
    macs === undefined ? {} : { macs },
    takesTokens(rulesOf(known)) ? needed : besides
  )
}

/** How often a token is seen; tokens beside a given number of operations are all that were seen. */
const seen = ({ epochs, flops }: CountRules): string =>
  epochs === 'given' ? ', in each of the epochs' : flops === 'training' ? ', in one epoch' : ''

const sentences: { readonly [L in CountRules['flops']]?: (rules: CountRules) => string } = {
  computeOptimal: () =>
    'compute-optimal training: 6 flop per parameter and token, 20 tokens per parameter (Hoffmann 2022)',
  training: (rules) => `6 flop per parameter and token (Kaplan 2020)${seen(rules)}`,
  powerLaw: () => 'power law through the anchor',
  'two per mac': () => 'one mac is two flop'
}

const updatesBy: { readonly [R in CountRules['updates']]?: (rules: CountRules) => string } = {
  'one per flop': () => 'one per flop',
  'one per mac': () => 'one per mac',
  'one per token': (rules) => `one per token: every parameter is updated for every token${seen(rules)}`,
  'one per batch': (rules) =>
    `one per batch: every parameter is updated once for each batch of tokens${seen(rules)}`
}

/** How those counts were found that were not given. @since 0.1.0 */
export type Derived = Readonly<Partial<Record<'updates' | 'macs' | 'flops', string>>>

/** How those counts were found that were not given. */
export const derivedBy = (rules: CountRules): Derived => {
  const flops = sentences[rules.flops]?.(rules)
  const updates = updatesBy[rules.updates]?.(rules)
  return {
    ...(rules.macs === 'given' ? {} : { macs: 'one mac is two flop' }),
    ...(flops === undefined ? {} : { flops }),
    ...(updates === undefined ? {} : { updates })
  }
}
