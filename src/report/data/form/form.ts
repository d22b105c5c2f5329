/** Reading what the library writes. */
import * as E from 'fp-ts/lib/Either.js'
import { problemsOf } from '../../../shape/codec'
import { decodeJson } from '../../../format/text/json'
import type { SchemaError, SchemaProblem } from '../../../shape/problem'
import type { Codec } from '../../../shape/shape'
import { isObject, shown } from '../../../shape/words'

/**
 * A form from its text, which may not contradict itself. Of another form, or version, nothing else is
 * told: all of it would be wrong.
 */
export const decodeForm = <A>(
  format: string,
  codec: Codec<A>,
  contradictions: (value: unknown) => readonly SchemaProblem[]
): ((json: string) => E.Either<SchemaError, A>) =>
  decodeJson((value): E.Either<readonly SchemaProblem[], A> => {
    const found = isObject(value) ? value['format'] : format
    if (found !== format)
      return E.left([{ pointer: '/format', message: `expected "${format}", got ${shown(found)}` }])
    const read = codec.decode(value)
    const problems = [...(E.isLeft(read) ? problemsOf(read.left) : []), ...contradictions(value)]
    return E.isRight(read) && problems.length === 0 ? read : E.left(problems)
  })
