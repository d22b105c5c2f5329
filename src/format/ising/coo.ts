/**
 * Binary quadratic models as dimod's coordinate text: a line "# vartype=SPIN" or "# vartype=BINARY", then
 * "i i a" for the term a v_i and "i j b" for b v_i v_j; H is their sum, with these signs. As in dimod,
 * what repeats is added.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { fromText, schemaError, type SchemaError } from '../../shape/problem'
import { entryOf, failed, heldProblem, linesOf, problemAt, termsOf, unlike } from './entries'
import type { NamedIsing } from './ising'

const header = /^[ \t\f]*#.*?vartype[:=][ \t]*([-_.a-zA-Z0-9]+)/gm

/** Whether a text says what its variables are, as dimod does. */
export const saysVartype = (source: string): boolean => source.search(header) !== -1

/**
 * The binary quadratic model of a coordinate text of dimod, as an Ising problem with its energy; or all
 * that is wrong with it, each problem with its line.
 *
 * @example
 * import { decodeCoo } from 'limen/solve'
 * decodeCoo('# vartype=SPIN\n0 1 1.0\n0 x 2\n', 'pair')
 * // left: (line 3): expected "i j bias", i and j from 0, got "0 x 2"
 *
 * @since 0.6.0
 */
export const decodeCoo = fromText((source: string, name: string): E.Either<SchemaError, NamedIsing> => {
  const said = new Set(Array.from(source.matchAll(header), ([, vartype]) => vartype!))
  const [vartype] = said
  if (said.size !== 1 || (vartype !== 'SPIN' && vartype !== 'BINARY'))
    return E.left(
      schemaError([
        {
          pointer: '',
          message: `expected one line "# vartype=SPIN" or "# vartype=BINARY", got ${said.size === 0 ? 'none' : [...said].join(', ')}`
        }
      ])
    )
  const lines = linesOf(source)
  const entries = lines.map(({ line, words }) => entryOf(line, words, 3))
  const wrong = lines.flatMap((line, at) => {
    const entry = entries[at]
    if (entry === undefined) return [unlike(line, '"i j bias", i and j from 0')]
    return Number.isFinite(entry.value)
      ? []
      : [problemAt(line.line, `expected a finite number, got ${entry.value}`)]
  })
  if (wrong.length > 0) return failed(wrong)
  if (lines.length === 0)
    return E.left(schemaError([{ pointer: '', message: 'expected a line "i j bias", got none' }]))
  const { labels, linear, pairs, repeated } = termsOf(entries.flatMap((entry) => entry ?? []))
  const values = vartype === 'SPIN' ? 'spins' : 'bits'
  return pipe(
    heldProblem({ values, linear, pairs, constant: 0 }),
    E.map((problem): NamedIsing => ({
      name,
      problem,
      values,
      labels: labels.map(String),
      notes: [
        'coordinate text holds no offset: the energy is without one',
        ...(repeated === 0 ? [] : [`${repeated} entries repeat others, and are added, as dimod does`])
      ]
    }))
  )
})
