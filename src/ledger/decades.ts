/** How far one total of a ledger is above another, in decades. */
import * as E from 'fp-ts/lib/Either.js'
import type { AnyModel } from '../bound/compose'
import { ln, number } from '../formula/expression'
import type { Inputs } from '../formula/model'
import { model } from '../physics/model'
import { certify } from '../reading/certify'
import { decimal } from '../units/decimal'
import type { Dimensionless, Energy } from '../units/dimension'
import { enclosure, type Enclosure } from '../units/enclosure'
import { log10Above } from '../units/elementary'
import type { Quantity } from '../units/quantity'
import { numbering, remembered } from '../units/remembered'
import { one } from '../units/si'
import { givenTo } from './inputs'

/** log₁₀ of energies over one of them, none of which is 0. */
export const decadesAbove = (floor: Quantity<Energy>): ((total: Quantity<Energy>) => number) => {
  const above = log10Above(floor.exact)
  return ({ exact }) => above(exact)
}

/** log₁₀ of one energy over another, neither of which is 0. */
export const decades = (total: Quantity<Energy>, floor: Quantity<Energy>): number =>
  decadesAbove(floor)(total)

/** The same as a formula, so that what both depend on cancels. */
const decadesBetween = (total: AnyModel<Energy>, floor: AnyModel<Energy>): AnyModel<Dimensionless> =>
  model<Inputs, Dimensionless>({
    name: 'decades',
    symbol: 'd',
    summary: 'Decades of one energy above another',
    inputs: total.inputs,
    unit: one,
    formula: (given) => ln(total.of(given).over(floor.of(given))).over(ln(number(10))),
    constraint: ''
  })

/** Nobody asks for more of a distance in decades. */
const digits = 8

const numberOfModel = numbering()

/** Many ledgers have the same formulas. */
const certified =
  remembered<(inputs: Readonly<Record<string, unknown>>) => Enclosure<Dimensionless> | null>(256)

/** The same, enclosed; null where it cannot be told. */
export const certifiedDecades = (
  total: AnyModel<Energy>,
  floor: AnyModel<Energy>,
  inputs: Readonly<Record<string, unknown>>
): Enclosure<Dimensionless> | null => {
  // However uncertain the floor is, it is not above itself.
  if (total === floor) return enclosure(one.dimension, decimal(0), decimal(0))
  const read = certified(`${numberOfModel(total)} ${numberOfModel(floor)}`, () => {
    const between = decadesBetween(total, floor)
    const enclose = certify(between, { digits })
    return (given) => E.getOrElseW(() => null)(enclose(givenTo(given)(between)))
  })
  return read(inputs)
}
