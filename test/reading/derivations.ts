/** What the tests of derivations share: models with inputs, and a walk through all parts. */
import { ledgerModels, type ParadigmModels } from '../../src/ledger/models'
import type { Inputs, ModelData, Values } from '../../src/formula/model'
import { models } from '../../src/physics/models'
import type { Derivation } from '../../src/reading/explain'
import reference from '../oracle/models.json'
import { referenceNamed } from '../ledger/reference'
import { right } from './values'

type Texts = Readonly<Record<string, string>>
type Cases = Readonly<Record<string, { readonly cases: readonly { readonly inputs: Texts }[] }>>

const quantitiesOf = (model: ModelData, texts: Texts): Values<Inputs> =>
  Object.fromEntries(Object.entries(model.inputs).map(([input, { unit }]) => [input, unit(texts[input]!)]))

const physics = models as unknown as Readonly<Record<string, ModelData>>

/** Every model of the physics, with the inputs of each of its cases. */
export const oracle: readonly (readonly [string, ModelData, readonly Values<Inputs>[]])[] = Object.entries(
  reference.models as unknown as Cases
).map(([name, { cases }]) => {
  const model = physics[name]!
  return [name, model, cases.map(({ inputs }) => quantitiesOf(model, inputs))]
})

/** Every entry and intermediate of the ledgers, with the inputs of a scenario. */
export const ledgerEntries: readonly (readonly [string, ModelData, Values<Inputs>])[] = (
  ['constant', 'exponential', 'powerLaw', 'measured'] as const
).flatMap((convergence) => {
  const { paradigms, intermediates } = right(ledgerModels(convergence))
  const entries: readonly ModelData[] = [
    ...Object.values<ParadigmModels>(paradigms).flatMap(({ walls, total }) => [
      ...Object.values(walls ?? {}),
      total
    ]),
    ...Object.values(intermediates)
  ]
  const texts = { ...referenceNamed('brain-scale').inputs, shape: '0.25', meanStep: '0.5', stepRange: '6' }
  return entries.map((model) => [`${convergence}: ${model.name}`, model, quantitiesOf(model, texts)] as const)
})

/** An entry of the ledger for steps that shrink as a power. */
export const ledgerEntry = (name: string): readonly [ModelData, Values<Inputs>] => {
  const [, model, inputs] = ledgerEntries.find(([known]) => known === `powerLaw: ${name}`)!
  return [model, inputs]
}

/** The parts of a derivation, from the top, each with its model: one of its parts, or one that those are given. */
export const withModels = (
  derivation: Derivation,
  model: ModelData
): readonly (readonly [Derivation, ModelData])[] => [
  [derivation, model],
  ...derivation.terms.flatMap((term) =>
    withModels(term, model.parts.find(({ name }) => name === term.name) ?? physics[term.name]!)
  )
]

/** A derivation and all in it, from the top. */
export const allIn = (derivation: Derivation): readonly Derivation[] => [
  derivation,
  ...derivation.terms.flatMap(allIn)
]
