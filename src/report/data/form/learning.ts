/** The codec of memories that learned as they are written: `limen.learning/1`. */
import { record, text, word } from '../../../shape/codec'
import type { Field } from '../../../shape/shape'
import { boolean, float, list, whole } from '../../../shape/numbers'
import { orNull, tagged } from '../../../shape/union'
import { claims, formatField, nameField, needed, optional } from './parts'

const numbers = list(float, 'a list of numbers')

const sampled = record('a mean over runs', {
  mean: needed(float, 'the mean'),
  error: needed(float, 'its standard error')
})

const common = {
  seed: needed(float, 'of what chance decides'),
  temperature: needed(float, 'of the bath, in K'),
  attemptRate: needed(float, 'in Hz'),
  duration: needed(float, 'of a run, in s'),
  runs: needed(whole(1), 'how many memories learned alike'),
  loss: needed(
    record('a loss', {
      kind: needed(word(['leastSquares', 'logisticRegression', 'boxProgram', 'ising']), 'what was learned'),
      parameters: needed(whole(1), 'a ladder each'),
      rungs: needed(whole(2), 'of each ladder'),
      variables: optional(
        list(whole(0), 'a list of places'),
        'of a program some of whose variables are fixed: which of them each parameter is, from 0'
      )
    }),
    'what was learned, on which ladders'
  ),
  final: needed(sampled, 'the loss at the end'),
  best: needed(
    record('the end of a run', {
      loss: needed(float, 'the least loss at the end of a run'),
      rungs: needed(list(whole(0), 'a list of rungs'), 'of each parameter there, from 0'),
      values: needed(numbers, 'of each parameter there')
    }),
    'the run that ended with the least loss'
  ),
  heat: needed(sampled, 'given off in a run, in J; of the static writer what its cells pay'),
  work: needed(float, 'the mean work done at switches, in J'),
  hops: needed(float, 'the mean number of hops; of the static writer of cells that flip'),
  attempts: needed(float, 'the mean number of hops that were attempted'),
  record: needed(float, 'of what was read to direct a run, at most, in bit: its reset is in no heat'),
  entropyLost: needed(
    orNull(sampled),
    'the entropy that a memory gave up, at least, in nats; null of fewer than 4 runs'
  ),
  course: needed(
    list(
      record('a moment', {
        time: needed(float, 'in s'),
        heat: needed(float, 'so far, in J'),
        loss: needed(float, 'then'),
        hops: needed(float, 'so far'),
        reads: needed(float, 'so far, in mac'),
        entropyLost: optional(
          sampled,
          'the entropy given up so far, at least, in nats; told at some moments, of at least 4 runs'
        )
      }),
      'a list of moments'
    ),
    'means over runs, at the start and after each step'
  ),
  verdicts: needed(
    list(
      record('a verdict', {
        name: needed(text, 'the model of the bound, or those that add up to it, or the row of the ledger'),
        claim: needed(claims, 'what may be said of it'),
        constraint: needed(text, 'what it holds under'),
        energy: needed(float, 'what it says, in J'),
        achieved: needed(float, 'what it is held against, in J'),
        ratio: needed(orNull(float), 'the one over the other; null where nothing was given off'),
        speaks: needed(
          boolean,
          'whether it speaks of this memory; else of another that makes as many updates'
        ),
        refuted: needed(boolean, 'whether a bound that speaks lies above what was achieved')
      }),
      'a list of verdicts'
    ),
    'every bound that speaks of the run, and machines that would make as many updates'
  ),
  outside: needed(
    list(
      record('a row without a value', {
        name: needed(text, 'of the row'),
        why: needed(text, 'what its formula requires, and what was found')
      }),
      'a list of rows'
    ),
    'rows of the ledger that have no value for the run'
  )
} as const

const writing = <W extends string, F extends Readonly<Record<string, Field>>>(writer: W, own: F) =>
  record(`memories that learned, ${writer}`, {
    writer: needed(word([writer]), 'how they were written'),
    ...common,
    ...own
  })

const updates = needed(whole(1), 'of each parameter')

/** Memories that learned as `learningJson` writes them: what an option does not say has its default. */
export const learningForm = record('memories that learned', {
  format: formatField('limen.learning/1'),
  name: nameField,
  notes: optional(
    list(text, 'a list of notes'),
    'what is to be known of how the file was read, where there is anything'
  ),
  runs: needed(
    list(
      tagged('memories that learned', 'writer', {
        annealed: writing('annealed', {
          energyPerLoss: needed(float, 'the energy of a loss of 1 at the end, in J'),
          rise: optional(float, 'that at first over that at the end'),
          steps: optional(whole(1), 'in which it rises')
        }),
        tilted: writing('tilted', {
          updates,
          convergence: optional(word(['constant', 'exponential', 'powerLaw']), 'how the steps shrink'),
          precision: optional(float, 'the last step is 2^(−precision) of the first, in bit'),
          errorProbability: optional(float, 'the part of hops that go the wrong way'),
          hopsPerUpdate: optional(float, 'hops attempted at the first update')
        }),
        static: writing('static', {
          updates,
          retentionTime: optional(float, 'how long the solution is to last, in s'),
          failureProbability: optional(float, 'that any cell flips until then'),
          writeTime: optional(float, 'of one write, in s'),
          writeErrorProbability: optional(float, 'that a write fails')
        })
      }),
      'a list of runs'
    ),
    'one for each writer'
  )
})
