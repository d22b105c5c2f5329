/** Files of problems that the library solves: which kind each is shows in its text. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decodeGset } from './ising/gset'
import { decodeIsing, type NamedIsing } from './ising/ising'
import { parseJson } from './text/json'
import { fromText, schemaError, type SchemaError } from '../shape/problem'
import { decodeQps, type QpsProgram } from './quadratic/qps/program'
import { decodeQuadraticProgram, type NamedProgram } from './quadratic/quadratic-program'
import { isObject } from '../shape/words'

/** A quadratic program as a file holds it; QPS also tells names and what is sought. @since 0.3.0 */
export interface QuadraticFile extends NamedProgram, Partial<Pick<QpsProgram, 'sense' | 'variables'>> {
  readonly kind: 'quadratic program'
}

/** An Ising problem as a file holds it. @since 0.3.0 */
export interface IsingFile extends NamedIsing {
  readonly kind: 'Ising problem'
}

/** A problem as a file holds it. @since 0.3.0 */
export type ProblemFile = QuadraticFile | IsingFile

const quadratic = (named: NamedProgram): QuadraticFile => ({ kind: 'quadratic program', ...named })
const ising = (named: NamedIsing): IsingFile => ({ kind: 'Ising problem', ...named })

const ofJson = (text: string, name: string): E.Either<SchemaError, ProblemFile> =>
  pipe(
    parseJson(text),
    E.chain(({ value }): E.Either<SchemaError, ProblemFile> => {
      const has = (...names: readonly string[]): boolean =>
        isObject(value) && names.some((name) => Object.hasOwn(value, name))
      if (has('q', 'P', 'P_coo')) return pipe(decodeQuadraticProgram(text, name), E.map(quadratic))
      if (has('J', 'h', 'spins', 'couplings')) return pipe(decodeIsing(text, name), E.map(ising))
      return E.left(
        schemaError([
          {
            pointer: '',
            message: has('workload')
              ? 'this is a workload file: limen estimate takes it'
              : 'expected a quadratic program (q, P, A, l, u) or an Ising problem (spins, J, h)'
          }
        ])
      )
    })
  )

/**
 * A problem from the text of a file: JSON of a quadratic program or an Ising problem, QPS, or a graph
 * of G-set whose greatest cut is sought. `name` is what it is called where the text does not tell.
 *
 * @since 0.3.0
 */
export const decodeProblem = fromText((text: string, name: string): E.Either<SchemaError, ProblemFile> => {
  const begin = text.replace(/^\uFEFF/, '').trimStart()
  if (begin.startsWith('{')) return ofJson(text, name)
  if (/^\d/.test(begin)) return pipe(decodeGset(text, name), E.map(ising))
  if (/^ROWS\s*$/m.test(begin)) return pipe(decodeQps(text), E.map(quadratic))
  return E.left(
    schemaError([
      {
        pointer: '',
        message:
          'expected a quadratic program (JSON or QPS), an Ising problem (JSON) or a graph (G-set): this is none of them'
      }
    ])
  )
})
