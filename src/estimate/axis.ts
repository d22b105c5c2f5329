/**
 * An input that runs through values, as a user says it: "temperature=4 K..400 K:log:200", or
 * "convergence=constant, exponential".
 */
import * as E from 'fp-ts/lib/Either.js'
import { isNumeral } from '../units/decimal'
import { schemaError, unfitFile, type SchemaError } from '../shape/problem'
import { shown } from '../shape/words'
import {
  aText,
  either,
  expecting,
  having,
  type Kind,
  listOf,
  optional,
  aNumber,
  wordOf
} from '../units/argument'
import type { Spacing } from '../ledger/spaced'

/** Values from one to another, as texts with units. @since 0.9.0 */
export interface AxisRange {
  readonly name: string
  readonly from: string
  readonly to: string
  /** How many there are, both ends among them; 50, where left out. */
  readonly points?: number
  /** By equal factors, or by equal differences; where left out, factors from 1.5 decades on. */
  readonly spacing?: Spacing
}

/** Values one by one, as texts of a workload file. @since 0.9.0 */
export interface AxisList {
  readonly name: string
  readonly values: readonly string[]
}

/** An input that runs through values, by its name in the workload file. @since 0.9.0 */
export type AxisText = AxisRange | AxisList

/** An axis, as `axisFrom` gives it. */
export const anAxisText: Kind = either(
  'an axis, such as axisFrom gives',
  having('an axis of values', { name: aText, values: listOf('a list of texts', aText) }),
  having('an axis from one value to another', {
    name: aText,
    from: aText,
    to: aText,
    points: optional(aNumber),
    spacing: optional(wordOf(['log', 'linear']))
  })
)

const refused = (message: string): E.Either<SchemaError, never> =>
  E.left(schemaError([{ pointer: '', message }]))

const isSpacing = (word: string): word is Spacing => word === 'log' || word === 'linear'

const isCount = (word: string): boolean => /^\d{1,15}$/.test(word)

const ofRange = (name: string, from: string, rest: string): E.Either<SchemaError, AxisRange> => {
  const [to = '', ...words] = rest.split(':').map((word) => word.trim())
  const strange = words.filter((word) => !isSpacing(word) && !(isCount(word) && Number(word) >= 2))
  if (
    strange.length > 0 ||
    words.length > 2 ||
    (words.length === 2 && isCount(words[0]!) === isCount(words[1]!))
  )
    return refused(
      `${name}: expected behind the last value nothing, :log or :linear, and a number of points from 2 on, got ${shown(rest.slice(rest.indexOf(':')))}`
    )
  if (isNumeral(from) !== isNumeral(to))
    return refused(
      `${name}: expected a unit at both ends, or at neither, got ${shown(from)} and ${shown(to)}`
    )
  const spacing = words.find(isSpacing)
  const points = words.find(isCount)
  return E.right({
    ...{ name, from, to },
    ...(points === undefined ? {} : { points: Number(points) }),
    ...(spacing === undefined ? {} : { spacing })
  })
}

/** The values of a list: at commas, but for those inside an object. */
const listed = (text: string): readonly string[] =>
  (text.trim().startsWith('{') ? [text] : text.split(',')).map((value) => value.trim())

/**
 * An input and its values from a text: `name=from..to`, with `:log` or `:linear` and a number of points behind
 * it, or `name=value, value`. Of a range both ends have a unit, or neither has.
 *
 * @example
 * import { axisFrom } from 'limen/files'
 * axisFrom('temperature=4 K..400 K:log:200') // right({"name":"temperature","from":"4 K","to":"400 K","points":200,"spacing":"log"})
 * axisFrom('temperature') // left: expected name=from..to or name=value, value, got "temperature"
 *
 * @since 0.9.0
 */
export const axisFrom = expecting(
  'axisFrom',
  { text: aText },
  (text: string): E.Either<SchemaError, AxisText> => {
    const [, name = '', said = ''] = /^\s*([\w.-]+)\s*=(.*)$/su.exec(text) ?? []
    const ends = said.split('..')
    const values = ends.length === 1 ? listed(said) : ends.map((end) => end.trim())
    if (name === '' || values.includes('') || ends.length > 2)
      return refused(`expected name=from..to or name=value, value, got ${shown(text)}`)
    return ends.length === 1 ? E.right({ name, values }) : ofRange(name, values[0]!, values[1]!)
  },
  unfitFile
)
