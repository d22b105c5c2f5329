/** The tilt that gets a cell over a barrier. */
import { ln, two, type Expression } from '../formula/expression'
import type { Dimensionless, Energy, EnergyPerUpdate } from '../units/dimension'
import { updates } from '../units/si'

/** 2[B − kT ln n]: under it one of n attempts gets over, as half of a tilt is taken off the barrier. */
export const tiltOver = (
  B: Expression<Energy>,
  kT: Expression<Energy>,
  n: Expression<Dimensionless>
): Expression<EnergyPerUpdate> => two.times(B.minus(kT.times(ln(n)))).per(updates)
