/** Which inputs decide a row of a ledger. */
import * as E from 'fp-ts/lib/Either.js'
import { derivativeBy } from '../formula/derivative'
import type { ModelData, Values } from '../formula/model'
import { onceInNumbers } from '../reading/once'
import { sensitivities } from '../reading/sensitivities'
import { endsOf, type Enclosure } from '../units/enclosure'
import type { Quantity } from '../units/quantity'

type Numbers = Readonly<Record<string, number>>

/** NaN where a float64 cannot hold it. */
const inFloat64 = (given: number | Quantity<unknown>): number => {
  if (typeof given === 'number') return given
  return given.value === 0 && !given.exact.isZero() ? NaN : given.value
}

/** By what share a value moves for each share of some inputs; undefined where float64 cannot tell. */
const elasticitiesIn = (
  { node }: ModelData,
  names: readonly string[],
  numbers: Numbers
): Numbers | undefined => {
  const slopes = names.flatMap((name) => {
    const slope = derivativeBy(name)(node)
    return slope === undefined ? [] : [{ name, slope }]
  })
  const found = onceInNumbers([node, ...slopes.map(({ slope }) => slope)], numbers)
  const [value = 0, ...by] = found ?? []
  if (value === 0) return undefined
  return Object.fromEntries(slopes.map(({ name }, at) => [name, (by[at]! / value) * numbers[name]!]))
}

/**
 * Of some inputs those that decide a value of a model, at which it has one: those that move it by such a share of
 * their own change at least. What is uncertain is taken at its lower end.
 */
export const decidersOf = (
  model: ModelData,
  inputs: Readonly<Record<string, unknown>>,
  among: readonly string[],
  least: number
): readonly string[] => {
  const own = among.filter((name) => Object.hasOwn(model.inputs, name))
  if (own.length === 0) return own
  const given = Object.keys(model.inputs).map((name) => {
    const value = inputs[name] as number | Quantity<unknown> | Enclosure<unknown>
    return [name, typeof value === 'number' ? value : endsOf(value)[0]!] as const
  })
  const numbers = Object.fromEntries(given.map(([name, value]) => [name, inFloat64(value)]))
  const found = elasticitiesIn(model, own, numbers)
  if (found !== undefined) return own.filter((name) => Math.abs(found[name] ?? 0) >= least)
  const exactly = sensitivities(model)(Object.fromEntries(given) as Values<ModelData['inputs']>)
  return E.isLeft(exactly)
    ? []
    : exactly.right
        .filter(({ input, elasticity }) => own.includes(input) && Math.abs(elasticity.value) >= least)
        .map(({ input }) => input)
}
