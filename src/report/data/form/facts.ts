/** The codec of cited facts: `limen.facts/1`. */
import { record, text, word } from '../../../shape/codec'
import { list, whole } from '../../../shape/numbers'
import { decimalText } from './figure'
import { citedSource, evidence, formatField, needed, optional } from './parts'

const fact = record('a fact', {
  what: needed(text, 'what it is'),
  value: needed(decimalText, 'its value, in coherent SI'),
  upTo: optional(decimalText, 'the upper end, where the source gives a range'),
  unit: needed(text, 'its coherent SI unit'),
  year: needed(whole(0), 'of the figure or its publication'),
  evidence: needed(evidence, 'how it came about'),
  source: needed(citedSource, 'where it is from'),
  note: optional(text, 'what must be known to use it')
})

/** Things that are cited, with what is known of each. */
export const factsForm = record('cited facts', {
  format: formatField('limen.facts/1'),
  list: needed(word(['chips', 'devices', 'accelerators', 'ai-models']), 'which list they are from'),
  things: needed(
    list(
      record('a thing', {
        name: needed(text, 'its name'),
        year: optional(whole(0), 'its year'),
        about: optional(text, 'who made it, what it ran on'),
        facts: needed(list(fact, 'a list of facts'), 'what is known of it')
      }),
      'a list of things'
    ),
    'what is cited'
  )
})
