/** Which inputs decide a row of a ledger. */
import * as E from 'fp-ts/lib/Either.js'
import type { ModelData, Values } from '../formula/model'
import { sensitivitiesNumber } from '../reading/sensitivities'
import { endsOf, type Enclosure } from '../units/enclosure'
import type { Quantity } from '../units/quantity'

/**
 * The inputs that decide a value of a model: those that move it by such a share of their own change at least.
 * What is uncertain is taken at its lower end.
 */
export const decidersOf = (
  model: ModelData,
  inputs: Readonly<Record<string, unknown>>,
  least: number
): readonly string[] => {
  const given = Object.keys(model.inputs).map((name) => {
    const value = inputs[name] as number | Quantity<unknown> | Enclosure<unknown>
    return [name, typeof value === 'number' ? value : endsOf(value)[0]] as const
  })
  const found = sensitivitiesNumber(model)(Object.fromEntries(given) as Values<ModelData['inputs']>)
  return E.isLeft(found)
    ? []
    : found.right.filter(({ elasticity }) => Math.abs(elasticity.value) >= least).map(({ input }) => input)
}
