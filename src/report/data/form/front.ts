/** The codec of a front of a workload file as it is written: `limen.front/1`. */
import { record, text, word } from '../../../shape/codec'
import { boolean, list, whole } from '../../../shape/numbers'
import { orNull, tagged } from '../../../shape/union'
import { anEnclosure, aQuantity, ends, quantityFields } from './optimum'
import { claims, formatField, nameField, needed, optional } from './parts'

const nameOf = needed(text, 'the input, as the file names it')

const figure = record('a figure that is traded for others', {
  name: needed(text, 'a figure of the ledger, or a product of powers of some'),
  wanted: needed(word(['least', 'most']), 'whether little of it is wanted, or much'),
  claim: optional(claims, 'what may be claimed of it, where it is the energy of a process'),
  constraint: needed(text, 'what it rests on'),
  bound: needed(
    orNull(aQuantity),
    'no design between the ends is better in it, for certain; null where nothing is told'
  ),
  closed: needed(boolean, 'whether the best found is as near to that as was asked for')
})

const limit = record('a limit', {
  figure: needed(text, 'what is limited'),
  relation: needed(word(['≤', '≥']), 'whether the bound is the most or the least of it'),
  bound: needed(aQuantity, 'the bound')
})

const choice = record('an input that may be chosen', {
  name: nameOf,
  ...ends,
  whole: needed(boolean, 'whether only whole numbers were asked for')
})

const machine = record('a cited accelerator that runs the workload alone', {
  name: nameField,
  year: needed(whole(0), 'of its data sheet'),
  duration: needed(aQuantity, 'how long it would take, at its peak rate'),
  energy: needed(aQuantity, 'what it would take')
})

const common = {
  format: formatField('limen.front/1'),
  name: nameField,
  figures: needed(list(figure, 'a list of figures'), 'what is traded for what'),
  limits: needed(list(limit, 'a list of limits'), 'what was asked to be kept'),
  choices: needed(list(choice, 'a list of inputs'), 'what could be chosen'),
  machines: needed(
    list(machine, 'a list of accelerators'),
    'where an energy is traded for the duration, what some would take'
  ),
  floor: needed(
    orNull(aQuantity),
    'the floor of the file as it stands, where the energy of another row is traded; else null'
  ),
  says: needed(list(text, 'a list of sentences'), 'all of it in sentences')
} as const

const point = record('a design of the front', {
  values: needed(list(anEnclosure, 'a list of enclosures'), 'its figures in their order, for certain'),
  design: needed(
    list(
      record('an input that was chosen', {
        name: nameOf,
        ...quantityFields,
        end: needed(orNull(word(['lower', 'upper'])), 'at which end it is; null where it is between')
      }),
      'a list of inputs'
    ),
    'what was chosen'
  )
})

const current = record('the file as it stands', {
  values: needed(list(anEnclosure, 'a list of enclosures'), 'its figures in their order, for certain'),
  instead: needed(
    list(orNull(aQuantity), 'a list of quantities'),
    'for each figure the best that was found with the others no worse; null where none was found'
  )
})

const found = record('a front that was found', {
  ...common,
  kind: needed(word(['found']), 'that there is one'),
  tried: needed(whole(0), 'how many designs were looked at that lie evenly'),
  refined: needed(whole(0), 'how often a way down was gone from the best of them'),
  points: needed(list(point, 'a list of designs'), 'designs of which none found is better in all figures'),
  current: needed(orNull(current), 'the file as it stands; null where it does not have all the figures')
})

const none = record('that no design was found', {
  ...common,
  kind: needed(word(['none']), 'that none was found'),
  proven: needed(boolean, 'whether there surely is none'),
  pieces: needed(whole(0), 'into how many pieces the box was cut'),
  why: needed(list(text, 'a list of sentences'), 'what is wrong with the design that comes nearest')
})

/** A front of a file as `frontJson` writes it, and `limen front --format json` prints it. */
export const frontForm = tagged('a front of a file', 'kind', { found, none })
