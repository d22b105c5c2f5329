/** The codec of the best of a workload file as it is written: `limen.optimum/1`. */
import { record, text, word } from '../../../shape/codec'
import { boolean, float, list, whole } from '../../../shape/numbers'
import { orNull, tagged } from '../../../shape/union'
import { decimalText } from './figure'
import { claims, formatField, nameField, needed, optional } from './parts'

export const quantityFields = {
  value: needed(decimalText, 'its value, in coherent SI'),
  unit: needed(text, 'its unit')
} as const

export const aQuantity = record('a quantity', quantityFields)

export const anEnclosure = record('an enclosure', {
  lower: needed(decimalText, 'what it is surely not below, in coherent SI'),
  upper: needed(decimalText, 'what it is surely not above, in coherent SI'),
  unit: needed(text, 'its unit')
})

const common = {
  format: formatField('limen.optimum/1'),
  name: nameField,
  objective: needed(text, 'what was to be least: a figure of the ledger, or a product of powers of some'),
  claim: optional(claims, 'what may be claimed of it, where it is the energy of a process'),
  constraint: needed(text, 'what it rests on'),
  says: needed(list(text, 'a list of sentences'), 'all of it in sentences')
} as const

export const ends = {
  from: needed(aQuantity, 'the lower end'),
  to: needed(aQuantity, 'the upper end')
} as const

const nameOf = needed(text, 'the input, as the file names it')

const least = record('what no design costs less than', {
  value: needed(
    orNull(aQuantity),
    'no design between the ends has less, for certain; null where nothing is told'
  ),
  gap: needed(orNull(float), 'how far that is below what was found, of that'),
  pieces: needed(whole(0), 'into how many pieces the box was cut'),
  closed: needed(boolean, 'whether the gap is as small as was asked for: then what was found is the least'),
  open: optional(
    list(record('values of an input', { name: nameOf, ...ends }), 'a list of inputs'),
    'where less may still be, if it is not'
  )
})

const design = record('an input that was chosen', {
  name: nameOf,
  ...quantityFields,
  end: needed(orNull(word(['lower', 'upper'])), 'at which end it is; null where it is between'),
  elasticity: needed(orNull(float), 'percent of the objective per percent of the input'),
  price: needed(
    orNull(float),
    'percent that one percent more room at its end would save, all that binds kept'
  ),
  ...ends,
  whole: needed(boolean, 'whether only whole numbers were asked for')
})

const limit = record('a limit', {
  figure: needed(text, 'what is limited'),
  relation: needed(word(['≤', '≥']), 'whether the bound is the most or the least of it'),
  bound: needed(aQuantity, 'the bound'),
  value: needed(anEnclosure, 'what it is at the design found, for certain'),
  kept: needed(boolean, 'whether that surely keeps the limit'),
  binds: needed(boolean, 'whether less would be found without it'),
  price: needed(
    orNull(float),
    'percent that one percent more of the bound saves; less of it, where it is the least'
  )
})

const condition = record('a condition of a model that binds', {
  what: needed(text, 'the condition'),
  price: needed(orNull(float), 'percent that one percent more room would save')
})

const found = record('a design that was found', {
  ...common,
  kind: needed(word(['found']), 'that one was found'),
  value: needed(anEnclosure, 'the objective there, for certain'),
  least: needed(least, 'what no design between the ends has less than'),
  design: needed(list(design, 'a list of inputs'), 'what was chosen'),
  limits: needed(list(limit, 'a list of limits'), 'what was asked to be kept'),
  conditions: needed(list(condition, 'a list of conditions'), 'what binds besides')
})

const none = record('that no design was found', {
  ...common,
  kind: needed(word(['none']), 'that none was found'),
  proven: needed(boolean, 'whether there surely is none'),
  pieces: needed(whole(0), 'into how many pieces the box was cut'),
  why: needed(list(text, 'a list of sentences'), 'what is wrong with the design that comes nearest')
})

/** The best of a file as `optimumJson` writes it, and `limen optimise --format json` prints it. */
export const optimumForm = tagged('the best of a file', 'kind', { found, none })
