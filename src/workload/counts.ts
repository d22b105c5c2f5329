/**
 * From what is known of a workload to its counts: updates, macs and flops, as formulas of what is
 * known, so that a ledger is a formula of it too.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { expecting } from '../units/argument'
import { constant, type Expression, type Symbols } from '../formula/expression'
import { input, type Inputs, type ModelData } from '../formula/model'
import { computeOptimalTokens, powerLawFlops, trainingFlops } from '../physics/learning'
import { model } from '../physics/model'
import { type ModelError, unfitInputs } from '../reading/error'
import { evaluateAll } from '../reading/evaluate'
import type { Flops, Macs, Updates } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import {
  flops as flopUnit,
  macs as macUnit,
  one,
  parameters as parameterUnit,
  tokens as tokenUnit,
  updates as updateUnit
} from '../units/si'
import {
  aKnown,
  derivedBy,
  rulesOf,
  takesTokens,
  valuesOf,
  type CountRules,
  type Derived,
  type Known
} from './known'

export const countInputs = {
  parameters: input('N', parameterUnit, '(0, ∞)', 'number of parameters'),
  updates: input('U', updateUnit, '(0, ∞)', 'number of updates, of all parameters together'),
  macs: input('M', macUnit, '[0, ∞)', 'number of multiply-accumulates'),
  flops: input('F', flopUnit, '[0, ∞)', 'number of operations')
} as const

/** What tells the tokens of a training, and the batches that they come in. */
export const tokenInputs = {
  tokens: trainingFlops.inputs.tokens,
  epochs: input('e', one, '(0, ∞)', 'how often each token is trained on'),
  batchSize: input('B_s', tokenUnit, '[1, ∞)', 'tokens of one batch')
} as const

const someFlops = { flops: { ...countInputs.flops, range: countInputs.updates.range } }
const someMacs = { macs: { ...countInputs.macs, range: countInputs.updates.range } }

const definition = { tier: 'theorem', constraint: '' } as const

const halfOfFlops = model({
  ...definition,
  name: 'macs',
  symbol: 'M',
  summary: 'Multiply-accumulates, of two operations each',
  inputs: { flops: countInputs.flops },
  unit: macUnit,
  formula: ({ flops: F }) => F.per(flopUnit).over(2).of(macUnit)
})

const twoPerMac = model({
  ...definition,
  name: 'flops',
  symbol: 'F',
  summary: 'Operations, two for each multiply-accumulate',
  inputs: { macs: countInputs.macs },
  unit: flopUnit,
  formula: ({ macs: M }) => M.per(macUnit).times(2).of(flopUnit)
})

const onePerFlop = model({
  ...definition,
  name: 'updates',
  symbol: 'U',
  summary: 'Updates, one for each operation',
  inputs: someFlops,
  unit: updateUnit,
  formula: ({ flops: F }) => F.per(flopUnit).of(updateUnit)
})

const onePerMac = model({
  ...definition,
  name: 'updates',
  symbol: 'U',
  summary: 'Updates, one for each multiply-accumulate',
  inputs: someMacs,
  unit: updateUnit,
  formula: ({ macs: M }) => M.per(macUnit).of(updateUnit)
})

const onePerToken = model({
  ...definition,
  name: 'updates',
  symbol: 'U',
  summary: 'Updates, one of every parameter for each token',
  inputs: { parameters: countInputs.parameters, tokens: tokenInputs.tokens },
  unit: updateUnit,
  formula: ({ parameters: N, tokens: D }) => N.per(parameterUnit).times(D.per(tokenUnit)).of(updateUnit)
})

const onePerBatch = model({
  ...definition,
  name: 'updates',
  symbol: 'U',
  summary: 'Updates, one of every parameter for each batch of tokens',
  inputs: {
    parameters: countInputs.parameters,
    tokens: tokenInputs.tokens,
    batchSize: tokenInputs.batchSize
  },
  unit: updateUnit,
  formula: ({ parameters: N, tokens: D, batchSize: B }) =>
    N.per(parameterUnit).times(D.over(B)).of(updateUnit),
  requires: ({ tokens: D, batchSize: B }) => [B.atMost(D)] // there is one batch at least
})

/** What a law takes as inputs of the workload. */
const lawInputs: { readonly [L in CountRules['flops']]: Inputs } = {
  given: { flops: countInputs.flops },
  computeOptimal: {},
  training: {},
  powerLaw: {
    anchorParameters: powerLawFlops.inputs.anchorParameters,
    anchorFlops: powerLawFlops.inputs.anchorFlops,
    exponent: powerLawFlops.inputs.exponent
  },
  'two per mac': {}
}

/** What the counts are formulas of. */
export const inputsOf = (rules: CountRules): Inputs => ({
  parameters: countInputs.parameters,
  ...(rules.updates === 'given' ? { updates: countInputs.updates } : {}),
  ...(rules.updates === 'one per batch' ? { batchSize: tokenInputs.batchSize } : {}),
  ...(rules.macs === 'given' ? { macs: countInputs.macs } : {}),
  ...lawInputs[rules.flops],
  ...(takesTokens(rules) ? { tokens: tokenInputs.tokens } : {}),
  ...(rules.epochs === 'given' ? { epochs: tokenInputs.epochs } : {})
})

/** Every input that a law may take. */
type Workload = Symbols<typeof countInputs & typeof tokenInputs & typeof powerLawFlops.inputs>

/** The counts as expressions. */
export interface CountExpressions {
  readonly updates: Expression<Updates>
  readonly macs: Expression<Macs>
  readonly flops: Expression<Flops>
}

/** All tokens that are trained on, each as often as it is seen. */
const tokensBy = ({ flops, epochs }: CountRules, { parameters, tokens, ...given }: Workload) =>
  flops === 'computeOptimal'
    ? computeOptimalTokens.of({ parameters })
    : epochs === 'given'
      ? tokens.times(given.epochs)
      : tokens

const flopsBy = (rules: CountRules, given: Workload, macs: Expression<Macs>): Expression<Flops> => {
  const { parameters } = given
  switch (rules.flops) {
    case 'given':
      return given.flops
    case 'training':
    case 'computeOptimal':
      return trainingFlops.of({ parameters, tokens: tokensBy(rules, given) })
    case 'powerLaw':
      return powerLawFlops.of(given)
    case 'two per mac':
      return twoPerMac.of({ macs })
  }
}

const updatesBy = (
  rules: CountRules,
  given: Workload,
  { flops, macs }: Omit<CountExpressions, 'updates'>
): Expression<Updates> => {
  const { parameters, batchSize } = given
  switch (rules.updates) {
    case 'given':
      return given.updates
    case 'one per flop':
      return onePerFlop.of({ flops })
    case 'one per mac':
      return onePerMac.of({ macs })
    case 'one per token':
      return onePerToken.of({ parameters, tokens: tokensBy(rules, given) })
    case 'one per batch':
      return onePerBatch.of({ parameters, batchSize, tokens: tokensBy(rules, given) })
  }
}

/** The counts, from expressions for `inputsOf` the same rules. */
export const countsBy = (rules: CountRules, symbols: Symbols<Inputs>): CountExpressions => {
  const given = symbols as unknown as Workload // only those that the rules name are looked at
  const none = constant('0', macUnit)
  const flops = flopsBy(rules, given, rules.macs === 'given' ? given.macs : none)
  const macs = rules.macs === 'given' ? given.macs : rules.macs === 'none' ? none : halfOfFlops.of({ flops })
  return { updates: updatesBy(rules, given, { flops, macs }), macs, flops }
}

/** The counts as models of what is known of the workload. */
export const countModels = (
  rules: CountRules,
  inputs: Inputs
): { readonly [C in keyof CountExpressions]: ModelData<unknown> } => {
  const of = <D>(
    name: keyof CountExpressions,
    pick: (counts: CountExpressions) => Expression<D>
  ): ModelData<unknown> => {
    const { symbol, unit, description } = countInputs[name]
    return model<Inputs, unknown>({
      ...definition,
      name,
      symbol,
      summary: description,
      inputs,
      unit,
      formula: (symbols) => pick(countsBy(rules, symbols))
    })
  }
  return {
    updates: of('updates', ({ updates }) => updates),
    macs: of('macs', ({ macs }) => macs),
    flops: of('flops', ({ flops }) => flops)
  }
}

/** The counts of a workload, and how those were found that were not given. @since 0.1.0 */
export interface Counts {
  readonly updates: Quantity<Updates>
  readonly macs: Quantity<Macs>
  readonly flops: Quantity<Flops>
  readonly derived: Derived
}

/**
 * The counts of a workload. What is not given follows: macs from flops, or flops from macs, as one
 * mac is two flop; updates by their rule. Without operations and macs, there are none of either.
 *
 * @example
 * import { counts, parameters } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const known = { parameters: parameters(1e9), updates: 'one per flop', operations: { law: 'computeOptimal' } } as const
 * pipe(counts(known), E.map((found) => found.flops.value)) // right(120000000000000000000)
 *
 * @since 0.1.0
 */
export const counts = expecting(
  'counts',
  { known: aKnown },
  (known: Known): E.Either<ModelError, Counts> => {
    const rules = rulesOf(known)
    const models = countModels(rules, inputsOf(rules))
    const read = (of: Partial<typeof models>) => evaluateAll('counts', of)(valuesOf(known) as never)
    return pipe(
      read({ flops: models.flops }), // what the others follow from
      E.chain(() => read(models)),
      E.map((values) => ({ ...(values as unknown as Omit<Counts, 'derived'>), derived: derivedBy(rules) }))
    )
  },
  unfitInputs
)
