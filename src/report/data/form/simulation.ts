/** The codec of simulated protocols as they are written: `limen.simulation/1`. */
import { record, text } from '../../../shape/codec'
import { boolean, float, list } from '../../../shape/numbers'
import { orNull } from '../../../shape/union'
import { formatField, nameField, needed } from './parts'

const numbers = list(float, 'a list of numbers')

/** Simulations as `simulationJson` writes them: energies in J, times in s, entropies in nats. */
export const simulationForm = record('a simulated protocol', {
  format: formatField('limen.simulation/1'),
  name: nameField,
  temperature: needed(float, 'of the bath, in K'),
  attemptRate: needed(float, 'in Hz'),
  duration: needed(float, 'of the whole, in s'),
  work: needed(float, 'the mean work done on the memory, in J'),
  heat: needed(float, 'the mean heat that it gave off, in J'),
  deviation: needed(float, 'the standard deviation of the work over trajectories, in J'),
  jumps: needed(float, 'the expected number of hops'),
  entropyStart: needed(float, 'in nats'),
  entropyEnd: needed(float, 'in nats'),
  entropyProduction: needed(float, 'heat over kT and the gain of entropy, in nats'),
  meanExpMinusWork: needed(float, 'the mean of e^(−W/kT): 1 where all rungs are alike at the start'),
  start: needed(numbers, 'the probability of each rung before'),
  final: needed(numbers, 'the probability of each rung after'),
  course: needed(
    list(
      record('a moment', {
        time: needed(float, 'in s'),
        populations: needed(numbers, 'the probability of each rung'),
        work: needed(float, 'so far, in J'),
        heat: needed(float, 'so far, in J'),
        jumps: needed(float, 'so far')
      }),
      'a list of moments'
    ),
    'after each segment'
  ),
  verdicts: needed(
    list(
      record('a verdict', {
        bound: needed(text, 'the model of the bound, or two that add'),
        constraint: needed(text, 'what it holds under'),
        least: needed(float, 'what it asks for, in J'),
        achieved: needed(float, 'what the run took, in J'),
        ratio: needed(orNull(float), 'the one over the other; null where nothing was given off'),
        refuted: needed(boolean, 'whether the bound lies above what was achieved')
      }),
      'a list of verdicts'
    ),
    'every bound that speaks of the run'
  )
})
