/** What the heat of a ledger takes at the wall plug, where it is pumped out of the cold. */
import type { Expression, Symbols } from '../formula/expression'
import type { Inputs } from '../formula/model'
import { model } from '../physics/model'
import { carnot1824 } from '../physics/sources'
import { refrigeration } from '../physics/thermodynamics'
import type { Dimensionless, Temperature } from '../units/dimension'
import { one } from '../units/si'
import type { Cooling } from './inputs'

const { temperature, ambientTemperature } = refrigeration.inputs

/** T_h/T: no machine does better, whatever it is; so a bound in the cold is one at the wall plug. */
const carnotLimit = model({
  name: 'refrigeration',
  symbol: 'r_h',
  summary: 'Energy at the wall plug for each energy that becomes heat in the cold, by a perfect machine',
  inputs: { temperature, ambientTemperature },
  unit: one,
  formula: ({ temperature: T, ambientTemperature: Th }) => Th.over(T),
  requires: ({ temperature: T, ambientTemperature: Th }) => [T.atMost(Th)],
  tier: 'theorem',
  constraint: 'all heat is pumped from T to T_h by a reversible machine',
  sources: [carnot1824]
})

type Given = Symbols<Inputs> & { readonly temperature: Expression<Temperature> }

/** What a joule of heat takes; undefined where nothing is pumped. */
export const coolingBy: {
  readonly [C in Cooling]: ((given: Given) => Expression<Dimensionless>) | undefined
} = {
  none: undefined,
  perfect: (given) => carnotLimit.of(given as never), // the inputs of a cooled ledger
  stated: (given) => refrigeration.of(given as never)
}
