/** The codec of answers as they are written: `limen.answer/2`. */
import { asked, type QuestionName } from '../../../question/answer'
import { record, text, word } from '../../../shape/codec'
import { float, list } from '../../../shape/numbers'
import { wordOr } from '../../../shape/union'
import { decimalText } from './figure'
import { claims, evidence, formatField, needed, optional, source, tier, tierField } from './parts'

const questionNames = Object.keys(asked) as readonly QuestionName[] // it has no others

const figure = record('a figure of an answer', {
  name: needed(text, 'a model, a part of a ledger, or an input, as it is called there'),
  what: needed(text, 'what it is'),
  value: optional(
    wordOr(['Infinity', '-Infinity'], decimalText),
    'its value, in coherent SI; infinite where a total is infinitely steep'
  ),
  lower: optional(
    decimalText,
    'in place of a value, where it was found by search: what it is surely not below'
  ),
  upper: optional(decimalText, 'what it is surely not above'),
  unit: needed(text, 'its unit'),
  tier: tierField,
  claim: optional(claims, 'what may be claimed of it, where it is the energy of a process'),
  constraint: needed(text, 'what makes it positive, or what is assumed'),
  sources: needed(list(source, 'a list of sources'), 'where it comes from'),
  share: optional(
    float,
    'of the whole that it is a part of, from 0 to 1; of what twice the time saves, perhaps below 0'
  ),
  decades: optional(float, 'how far what is asked about is above it, in decades; below it where negative'),
  evidence: optional(evidence, 'how the figure came about'),
  from: optional(
    list(text, 'a list of names'),
    'what of that which is given it follows from, where that differs from figure to figure'
  )
})

/** Answers as `answerJson` writes them. */
export const answerForm = record('an answer', {
  format: formatField('limen.answer/2'),
  question: needed(word(questionNames), 'the question, by its name'),
  about: needed(text, 'a workload, a row of its ledger, a claim; empty where what is given says all'),
  verdict: needed(text, 'the answer in a word'),
  tier: optional(
    tier,
    'of the figures that it rests on the narrowest; none of a verdict that proves nothing'
  ),
  says: needed(list(text, 'a list of sentences'), 'the answer in sentences'),
  figures: needed(list(figure, 'a list of figures'), 'what it rests on'),
  unsaid: needed(
    list(
      record('what is not said', {
        name: needed(text, 'of what'),
        why: needed(text, 'why')
      }),
      'a list of what is not said'
    ),
    'what might have been said, and why it is not'
  ),
  given: needed(
    list(
      record('a value that was given', {
        name: needed(text, 'the name of the input'),
        value: needed(decimalText, 'its value, in coherent SI'),
        unit: needed(text, 'its unit'),
        assumed: optional(text, 'why it holds, where nobody gave it')
      }),
      'a list of values'
    ),
    'what it was found from'
  )
})
