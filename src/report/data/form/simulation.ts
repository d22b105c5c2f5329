/** The codec of simulated protocols as they are written: `limen.simulation/1`. */
import { record, text } from '../../../shape/codec'
import { boolean, float, list } from '../../../shape/numbers'
import { orNull } from '../../../shape/union'
import { formatField, nameField, needed } from './parts'

const numbers = list(float, 'a list of numbers')

/** A mean over trajectories. */
const sampled = (unit: string) => ({
  mean: needed(float, unit),
  error: needed(float, 'its standard error'),
  off: needed(float, 'from the exact one, in standard errors')
})

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
  deviationExpMinusWork: needed(
    orNull(float),
    'the standard deviation of e^(−W/kT) over trajectories; null where no number holds it'
  ),
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
  ),
  trajectories: {
    codec: record('trajectories', {
      count: needed(float, 'how many'),
      seed: needed(float, 'of the numbers of chance'),
      tried: needed(float, 'hops that were tried, by all of them'),
      work: needed(record('work', sampled('in J')), 'the mean work'),
      jumps: needed(record('hops', sampled('of hops')), 'the mean number of hops'),
      expMinusWork: needed(
        record('the mean of e^(−W/kT)', {
          mean: needed(orNull(float), 'over trajectories; null where no number holds it'),
          error: needed(
            orNull(float),
            'its standard error by the exact deviation; null where no number holds it'
          ),
          off: needed(
            orNull(float),
            'from the exact one, in standard errors; null of fewer trajectories than it needs'
          ),
          needed: needed(
            orNull(float),
            'of fewer trajectories it is no check: even 0 would be within four standard errors; null where no number holds it'
          )
        }),
        'the mean of e^(−W/kT)'
      ),
      finalOff: needed(float, 'the mean rung at the end from the exact one, in standard errors'),
      unclosed: needed(float, 'the largest difference between work and heat of one, in J: rounding')
    }),
    description: 'where memories were drawn by chance: what they tell',
    optional: true
  }
})
