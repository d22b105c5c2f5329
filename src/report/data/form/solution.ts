/** The codec of solved problems as they are written: `limen.solution/2`. */
import { record, text, word } from '../../../shape/codec'
import { boolean, float, list, whole } from '../../../shape/numbers'
import { named, orNull, tagged } from '../../../shape/union'
import { estimateForm } from './ledger'
import { formatField, needed, optional } from './parts'
import { runFields } from './run'

const numbers = list(float, 'a list of numbers')

const common = {
  format: formatField('limen.solution/2'),
  name: needed(text, 'the name of the problem'),
  quality: needed(
    record('what the solution is held against', {
      found: needed(float, 'the objective, the energy, or the cut'),
      known: needed(orNull(float), 'the best that is known; null where none is'),
      relativeGap: needed(orNull(float), '|found − known| / max(1, |known|); null where none is known')
    }),
    'how good the solution is'
  ),
  notes: optional(
    list(text, 'a list of notes'),
    'what is to be known of how the file was read, where there is anything'
  ),
  trace: needed(record('what the memory did', runFields), 'what the memory did while it solved the problem'),
  ledger: optional(
    orNull(named('ledger', () => estimateForm)),
    'the ledger of the run, from the command; null where it has none'
  )
} as const

const quadratic = record('a solved quadratic program', {
  ...common,
  kind: needed(word(['quadratic program']), 'what was solved'),
  solution: needed(
    record('a solution', {
      converged: needed(boolean, 'whether all residuals came below the tolerance'),
      x: needed(numbers, 'the variables'),
      y: needed(numbers, 'the multipliers of the constraints'),
      objective: needed(float, "½x'Px + q'x + r"),
      iterations: needed(whole(0), 'how many were made'),
      residuals: needed(
        record('residuals', {
          primal: needed(float, 'violation of the constraints'),
          dual: needed(float, 'violation of stationarity'),
          gap: needed(float, 'primal less dual objective')
        }),
        'how exact it is, each relative'
      )
    }),
    'the solution'
  )
})

const ising = record('an annealed Ising problem', {
  ...common,
  kind: needed(word(['Ising problem']), 'what was solved'),
  solution: needed(
    record('a solution', {
      spins: needed(list(whole(-1, 1), 'a list of spins'), 'the best state: +1 or −1 for each spin'),
      energy: needed(float, 'its energy, with the offset'),
      variables: optional(
        list(whole(-1, 1), 'a list of values'),
        'the variables of the file at that state, 0 and 1 or −1 and +1, where they are not simply the spins'
      ),
      labels: optional(list(text, 'a list of names'), 'the names of the variables, where the file has any'),
      offset: optional(float, 'the part of the energy that no spin changes'),
      cut: optional(float, 'its cut, of a Max-Cut problem'),
      proposals: needed(whole(0), 'how many flips were proposed'),
      flips: needed(whole(0), 'how many were accepted'),
      reads: needed(whole(0), 'how many couplings were read'),
      seed: needed(float, 'the seed of the random numbers'),
      restarts: needed(whole(1), 'how many runs'),
      update: needed(word(['sequential', 'coloured']), 'how a sweep goes over the spins'),
      temperatures: needed(numbers, 'the temperature of each sweep of a run')
    }),
    'the solution'
  )
})

/** A solved problem as `solutionJson` makes it, and `limen solve --format json` prints it. */
export const solutionForm = tagged('a solved problem', 'kind', {
  'quadratic program': quadratic,
  'Ising problem': ising
})
