/** What is wrong with one record of many, for other programs. */
import { aList, aNumber, expecting, having, optional } from '../../units/argument'
import type { SchemaError } from '../../shape/problem'
import { jsonText } from '../../units/visible'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const problemsFormat = 'limen.problems/1'

/**
 * The problems of a record in one line, which stands where its result would. `firstLine` is the line
 * of the input on which the record begins.
 *
 * @since 0.4.0
 */
export const problemsJsonLine = expecting(
  'problemsJsonLine',
  {
    record: aNumber,
    error: having('the error of a file', { problems: aList }),
    firstLine: optional(aNumber)
  },
  (record: number, { problems, more }: SchemaError, firstLine = 1): string => {
    const value = {
      format: problemsFormat,
      record,
      problems: problems.map(({ pointer, position, message }) => ({
        pointer,
        ...(position === undefined ? {} : { line: position.line + firstLine - 1, column: position.column }),
        message
      })),
      ...(more === undefined ? {} : { more })
    }
    return `${jsonText(value)}\n`
  }
)
