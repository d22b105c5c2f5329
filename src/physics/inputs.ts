/** Inputs that many models share, by their names and symbols; and kT. */
import type { Energy, Temperature } from '../units/dimension'
import { divDimension, dimensions } from '../units/dimension'
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
import { unit } from '../units/unit'
import { constant, type Expression } from '../formula/expression'
import { anExpression } from '../formula/kinds'
import { input } from '../formula/model'
import { expecting } from '../units/argument'

const k = constant(
  boltzmannConstant,
  unit('J/K', divDimension(dimensions.energy, dimensions.temperature)),
  'k'
)

/** The thermal energy at a temperature. @since 0.1.0 */
export const kT = expecting(
  'inputs.kT',
  { T: anExpression },
  (T: Expression<Temperature>): Expression<Energy> => k.times(T)
)

export const temperature = input('T', kelvin, '(0, ∞)', 'absolute temperature of the surroundings')
export const errorProbability = input('ε', one, '[0, ½]', 'probability that the result is wrong')
/** Where no error at all would take infinite energy. */
export const positiveError = input('ε', one, '(0, ½]', 'probability that the result is wrong')
export const attemptRate = input('f₀', hertz, '(0, ∞)', 'rate of attempts to leave a state')
export const duration = input('τ', seconds, '(0, ∞)', 'time the process takes')
export const capacitance = input('C', farads, '(0, ∞)', 'capacitance')
export const barrier = input('B', joules, '[0, ∞)', 'energy barrier between the states of a cell')
export const outputBits = input('N_b', bits, '[0, ∞)', 'bits of one conversion')
export const rows = input('R', macsPerConversion, '(0, ∞)', 'products summed in one conversion')
export const precision = input('b', bits, '[0, ∞)', 'precision of the solution')
export const information = input('I', bits, '[0, ∞)', 'information in question')
export const signalToNoise = input('SNR', one, '[0, ∞)', 'ratio of signal power to noise power')
