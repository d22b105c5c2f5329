/** Logs that are no table of rows, known by how they begin: an error names them, and says what is read. */

import { isNumeral } from '../../units/decimal'

const read = 'CSV (a header, then a row a step), JSON Lines, a JSON list of rows, and trainer_state.json'

const instead = `limen reads ${read}: write the numbers of each step as one of these, such as columns step, learning_rate, loss`

const megatron = /\biteration\s+\d+\s*\/\s*\d+\s*\|/
const dictionary = /^\s*\{\s*'/
const stamped = /^\W*\d{4}-\d\d-\d\d[ T]\d\d:\d\d/
const told = /^\W*[a-z][\w\s./()-]*[:=]\s*[-+]?[\d.]/i
const worded = /^\W*[a-z]\w*(?:\s+[a-z]\w*)*\s+[-+]?\d[\d.]*(?:ms|s|%)?(?:$|:)/i

/** What no text begins with, and an event file of TensorBoard or a run file of wandb does. */
export const foreignStart = (start: string): string | undefined => {
  if (/brain\.Event:/.test(start))
    return 'this is an event file of TensorBoard, which limen does not read: download its scalars as CSV, or read them with its EventAccumulator and write CSV or JSON Lines'
  if (start.startsWith(':W&B'))
    return 'this is a run file of wandb, which limen does not read: export the history of the run as CSV'
  return undefined
}

/** What is told of a line that should begin a table, and is a line of a text log. */
export const foreignLine = (line: string, fields: readonly string[]): string | undefined => {
  const start = foreignStart(line)
  if (start !== undefined) return start
  if (megatron.test(line)) return `this is a text log, as Megatron-LM prints it: ${instead}`
  if (dictionary.test(line)) return `this is a text log of Python dictionaries, not JSON: ${instead}`
  if (fields.length > 0 && fields.every((field) => isNumeral(field)))
    return 'expected a header with the names of the columns, got a row of numbers'
  const isText =
    fields.length > 0 &&
    !line.includes('"') &&
    (stamped.test(line) ||
      fields.every((field) => worded.test(field)) ||
      fields.some((field) => told.test(field) || isNumeral(field)))
  return isText ? `this is a text log: ${instead}` : undefined
}
