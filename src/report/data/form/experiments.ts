/** The codec of bounds before experiments as they are written: `limen.experiments/1`. */
import { actionKind } from '../../../format/energies/action'
import { record, text, word } from '../../../shape/codec'
import { float, list, whole } from '../../../shape/numbers'
import { named } from '../../../shape/union'
import { dimensions } from '../../../units/dimension'
import { decimalText, exactForm, figure, withFigure } from './figure'
import { citedSource, evidence, formatField, needed, optional, source, tierField } from './parts'

const energy = named('energy', () => figure(exactForm, dimensions.energy))

const kT = needed(decimalText, 'in kT')
const joules = optional(energy, 'in joules, where the temperature is known')

const factFields = {
  year: needed(whole(0), 'of the figure or its publication'),
  evidence: needed(evidence, 'how it came about'),
  source: needed(citedSource, 'where it is from'),
  note: optional(text, 'what must be known to use it')
}

const constraint = needed(text, 'what makes the bound positive')

const inputs = [
  'errorProbability',
  'temperature',
  'duration',
  'entropyDifference',
  'attemptRate',
  'variance',
  'diffusivity'
] as const

const anyFigure = named('quantity', () =>
  record('a quantity', {
    value: needed(decimalText, 'its value, in coherent SI'),
    unit: needed(text, 'its coherent SI unit')
  })
)

const judgement = record('what an experiment says of a bound', {
  bound: needed(text, 'the model'),
  standing: needed(
    word(['holds', 'alarm', 'set apart', 'unknown']),
    'alarm: above what was measured by more than its error; set apart: the constraint is not met'
  ),
  least: optional(record('a figure', { kT, energy: joules }), 'what the bound asks for'),
  margin: optional(float, 'standard uncertainties that the measured lies above the bound'),
  broken: optional(text, 'what the constraint asks for, and the experiment does not keep'),
  why: optional(text, 'why the bound has no value'),
  tier: tierField,
  constraint,
  sources: needed(list(source, 'a list of sources'), 'where the bound comes from')
})

const experiment = record('an experiment', {
  name: needed(text, 'its name'),
  memory: needed(text, 'what held the bit'),
  quantity: needed(word(['work', 'heat']), 'what was measured'),
  measured: needed(
    record('what was measured', {
      kT,
      energy: joules,
      uncertainty: optional(decimalText, 'standard, in kT; left out where the source gives none')
    }),
    'what one erasure took'
  ),
  ...factFields,
  known: needed(
    record(
      'what is known of an erasure',
      Object.fromEntries(inputs.map((input) => [input, optional(anyFigure, 'as the bounds ask for it')]))
    ),
    'what is known of it; all else is not'
  ),
  taken: needed(list(word(inputs), 'a list of inputs'), 'what of it was not seen to be stated'),
  state: needed(text, 'how the memory began and ended'),
  breaks: needed(
    list(text, 'a list of words'),
    'what constraints ask for in these words, and it does not keep'
  ),
  judgements: needed(list(judgement, 'a list of judgements'), 'what it says of each bound')
})

const cited = record('a cited energy held against its floor', {
  table: needed(text, 'the table of facts that it stands in'),
  name: needed(text, 'what it is of'),
  ...factFields,
  kind: needed(actionKind, 'what the action does'),
  bits: needed(float, 'how many bits it handles; 1 where that is not known'),
  energy: needed(energy, 'what one action takes'),
  standing: needed(word(['above', 'below', 'zero', 'no floor']), 'where it stands to its floor'),
  floor: optional(
    withFigure(exactForm, dimensions.energy, 'of', 'a floor', {
      bound: needed(text, 'the model'),
      decades: needed(float, 'log₁₀ of the energy over it'),
      tier: tierField,
      constraint
    }),
    'the largest lower bound on the same action, at 300 K'
  ),
  why: optional(text, 'why no floor is claimed')
})

/** Both tables as `experimentsJson` writes them. */
export const experimentsForm = record('bounds before experiments', {
  format: formatField('limen.experiments/1'),
  experiments: needed(list(experiment, 'a list of experiments'), 'published erasures of a bit'),
  energies: needed(list(cited, 'a list of energies'), 'all that is cited of hardware')
})
