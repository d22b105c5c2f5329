/** The least time in which a bit can be reset at all. */
import { lnRatio, two, unity, type Expression } from '../formula/expression'
import type { Dimensionless, Frequency, Time } from '../units/dimension'

/** ln(1/2ε)/f₀: in less the state to be emptied cannot be left by so many. */
export const leastResetTime = (ε: Expression<Dimensionless>, f0: Expression<Frequency>): Expression<Time> =>
  lnRatio(unity, two.times(ε)).over(f0)
