/** Inputs that many models share, by their names and symbols; and kT. */
import type { Energy, Temperature } from '../units/dimension'
import { entropy } from '../units/named'
import {
  bits,
  boltzmannConstant,
  farads,
  hertz,
  joules,
  kelvin,
  macsPerConversion,
  one,
  seconds
} from '../units/si'
import { Expression } from '../formula/expression'
import { anExpression } from '../formula/kinds'
import { inputOf } from '../formula/model'
import { expecting } from '../units/argument'

const k = new Expression({ kind: 'constant', of: { decimal: boltzmannConstant, symbol: 'k' } }, entropy)

/** The thermal energy at a temperature. @since 0.1.0 */
export const kT = expecting(
  'inputs.kT',
  { T: anExpression },
  (T: Expression<Temperature>): Expression<Energy> => k.times(T)
)

export const temperature = inputOf('T', kelvin, '(0, ∞)', 'absolute temperature of the surroundings')
export const errorProbability = inputOf('ε', one, '[0, ½]', 'probability that the result is wrong')
/** Where no error at all would take infinite energy. */
export const positiveError = inputOf('ε', one, '(0, ½]', 'probability that the result is wrong')
export const attemptRate = inputOf('f₀', hertz, '(0, ∞)', 'rate of attempts to leave a state')
export const duration = inputOf('τ', seconds, '(0, ∞)', 'time the process takes')
export const capacitance = inputOf('C', farads, '(0, ∞)', 'capacitance')
export const barrier = inputOf('B', joules, '[0, ∞)', 'energy barrier between the states of a cell')
export const outputBits = inputOf('N_b', bits, '[0, ∞)', 'bits of one conversion')
export const rows = inputOf('R', macsPerConversion, '(0, ∞)', 'products summed in one conversion')
export const precision = inputOf('b', bits, '[0, ∞)', 'precision of the solution')
export const information = inputOf('I', bits, '[0, ∞)', 'information in question')
export const signalToNoise = inputOf('SNR', one, '[0, ∞)', 'ratio of signal power to noise power')
