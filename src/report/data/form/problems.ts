/** The codec of what is wrong with a record of many: `limen.problems/1`. */
import { record, text } from '../../../shape/codec'
import { list, whole } from '../../../shape/numbers'
import { formatField, needed, optional } from './parts'

/** Problems of one record, in the place of its result. */
export const problemsForm = record('what is wrong with a record', {
  format: formatField('limen.problems/1'),
  record: needed(whole(1), 'which record of the input, from 1'),
  problems: needed(
    list(
      record('a problem', {
        pointer: needed(text, 'where in the record: a JSON pointer; empty for all of it'),
        line: optional(whole(1), 'the line of the input on which it stands, from 1'),
        column: optional(whole(1), 'its column, from 1'),
        message: needed(text, 'what was expected, and what was found')
      }),
      'a list of problems'
    ),
    'what is wrong with it: the first twenty problems'
  ),
  more: optional(whole(1), 'how many problems there are besides')
})
