/** What cells are to hold, and how high a barrier must be for it, in units of kT. */
import { ln, log1p, type Expression, type Symbols } from '../formula/expression'
import { inputOf } from '../formula/model'
import type { Dimensionless } from '../units/dimension'
import { one, seconds } from '../units/si'
import { attemptRate } from './inputs'

/** What some cells are to hold: how many, how often they try to flip, for how long, and how surely. */
export const holding = {
  cells: inputOf('N', one, '(0, ∞)', 'number of cells'),
  attemptRate,
  retentionTime: inputOf('t', seconds, '(0, ∞)', 'time that the cells must hold'),
  failureProbability: inputOf('p', one, '(0, 1)', 'probability that any cell flips within that time')
}

/** ln(N f₀ t/−ln(1 − p)): the barrier in units of kT behind which they hold; of either sign. */
export const thermalStability = ({
  cells: N,
  attemptRate: f0,
  retentionTime: t,
  failureProbability: p
}: Symbols<typeof holding>): Expression<Dimensionless> =>
  ln(N.times(f0).times(t).over(log1p(p.negated()).negated()))
