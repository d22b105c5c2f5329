/** Files of problems that the library solves: which kind each is shows in its text. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anObject, aText, having, type Kind, wordOf } from '../units/argument'
import { ownKindOf } from './file-kind'
import { decodeCoo, saysVartype } from './ising/coo'
import { decodeDimod, isDimod } from './ising/dimod'
import { firstLine } from './ising/entries'
import { decodeGset } from './ising/gset'
import { decodeIsing, type NamedIsing } from './ising/ising'
import { decodeQbsolv } from './ising/qbsolv'
import { parseJson } from './text/json'
import { fromText, schemaError, type SchemaError } from '../shape/problem'
import { decodeQps, type QpsProgram } from './quadratic/qps/program'
import { decodeQuadraticProgram, type NamedProgram } from './quadratic/quadratic-program'
import { isObject } from '../shape/words'
import { unreadJson, unreadText } from './unread'

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

export const aProblemFile: Kind = having('the problem of a file, such as decodeProblem gives', {
  kind: wordOf(['quadratic program', 'Ising problem']),
  name: aText,
  problem: anObject
})

const quadratic = (named: NamedProgram): QuadraticFile => ({ kind: 'quadratic program', ...named })
const ising = (named: NamedIsing): IsingFile => ({ kind: 'Ising problem', ...named })

/** The kind of problem that a value of JSON is by its fields, however wrong they may be. */
export const problemKindOf = (value: unknown): ProblemFile['kind'] | undefined => {
  const has = (...names: readonly string[]): boolean =>
    isObject(value) && names.some((name) => Object.hasOwn(value, name))
  if (isDimod(value)) return 'Ising problem'
  if (has('q', 'P', 'P_coo')) return 'quadratic program'
  return has('J', 'h', 'spins', 'couplings') ? 'Ising problem' : undefined
}

const ofJson = (text: string, name: string): E.Either<SchemaError, ProblemFile> =>
  pipe(
    parseJson(text),
    E.chain(({ value }): E.Either<SchemaError, ProblemFile> => {
      if (isDimod(value)) return pipe(decodeDimod(text, name), E.map(ising))
      const kind = problemKindOf(value)
      if (kind === 'quadratic program') return pipe(decodeQuadraticProgram(text, name), E.map(quadratic))
      if (kind === 'Ising problem') return pipe(decodeIsing(text, name), E.map(ising))
      return E.left(
        schemaError([
          {
            pointer: '',
            message:
              ownKindOf(value)?.sentence ??
              unreadJson(value) ??
              'expected a quadratic program (q, P, A, l, u), an Ising problem (spins, J, h) or a binary quadratic model of dimod'
          }
        ])
      )
    })
  )

/**
 * A problem from the text of a file: JSON of a quadratic program, an Ising problem or a binary quadratic
 * model of dimod; QPS; a graph of G-set or DIMACS, whose greatest cut is sought; or a QUBO of the Biq Mac
 * library, of qbsolv, or in dimod's coordinates. `name` is what it is called where the text does not tell.
 *
 * @since 0.3.0
 */
export const decodeProblem = fromText((text: string, name: string): E.Either<SchemaError, ProblemFile> => {
  const begin = text.replace(/^\uFEFF/, '').trimStart()
  if (begin.startsWith('{')) return ofJson(text, name)
  const unread = unreadText(begin)
  if (unread !== undefined) return E.left(schemaError([{ pointer: '', message: unread }]))
  if (/^ROWS\s*$/m.test(begin)) return pipe(decodeQps(text), E.map(quadratic))
  if (saysVartype(begin)) return pipe(decodeCoo(text, name), E.map(ising))
  const first = firstLine(begin)
  if (/^p\s+qubo(\s|$)/i.test(first)) return pipe(decodeQbsolv(text, name), E.map(ising))
  if (/^(\d|p\s)/i.test(first)) return pipe(decodeGset(text, name), E.map(ising))
  return E.left(
    schemaError([
      {
        pointer: '',
        message:
          'expected a quadratic program (JSON or QPS), an Ising problem (JSON), a graph (G-set or DIMACS) or a QUBO (qbsolv, Biq Mac, dimod): this is none of them'
      }
    ])
  )
})
