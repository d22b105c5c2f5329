/** The gradient reading in float64. */
import * as E from 'fp-ts/lib/Either.js'
import { aModel } from '../formula/kinds'
import type { ModelData } from '../formula/model'
import { expectArguments } from '../units/argument'
import { dimensions, divDimension } from '../units/dimension'
import { ofNumber } from '../units/quantity'
import type { ModelError } from './error'
import { byName } from './evaluate-number'
import { manyKernelBy } from './kernel'
import { representable } from './number'
import { sensitivities, slopedNodes, type Sensitive, type Sensitivity } from './sensitivities'

const pure = dimensions['a pure number']

/**
 * `sensitivities` in float64, for speed: to about 1e-12 relative where the problem is well conditioned.
 * What float64 cannot hold, also on the way, is left to decimals. As with `evaluateNumber`, an input that
 * the model does not have is not looked for.
 *
 * @since 0.2.0
 */
export const sensitivitiesNumber = <I, D>(model: ModelData<I, D>): Sensitive<I> => {
  expectArguments('sensitivitiesNumber', { model: aModel }, model)
  const data = model as unknown as ModelData
  const otherwise = sensitivities(data) as (inputs: unknown) => E.Either<ModelError, readonly Sensitivity[]>
  const inputs = Object.entries(data.inputs).map(([input, { symbol, unit }]) => ({
    input,
    symbol,
    by: divDimension(data.unit.dimension, unit.dimension)
  }))
  // Scratch that no caller sees: a run is over before the next begins.
  const values = new Float64Array(1 + 2 * inputs.length)
  const run = manyKernelBy(slopedNodes(data), data, values, byName(data))
  const isHeld = (value: number): boolean => value === 0 || representable(value)
  const read = (given: unknown): E.Either<ModelError, readonly Sensitivity[]> => {
    if (!run(given) || !representable(values[0]!)) return otherwise(given)
    const all = new Array<Sensitivity>(inputs.length)
    for (let at = 0; at < inputs.length; at++) {
      const { input, symbol, by } = inputs[at]!
      const slope = values[1 + at]!
      const elasticity = values[1 + inputs.length + at]!
      if (!isHeld(slope) || !isHeld(elasticity)) return otherwise(given)
      // Sorted as they come: there are few.
      const size = Math.abs(elasticity)
      let place = at
      for (; place > 0 && Math.abs(all[place - 1]!.elasticity.value) < size; place--)
        all[place] = all[place - 1]!
      all[place] = { input, symbol, elasticity: ofNumber(pure, elasticity), derivative: ofNumber(by, slope) }
    }
    return E.right(all)
  }
  return read as Sensitive<I>
}
