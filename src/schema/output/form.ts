/** Reading what the library writes. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { problemsOf } from '../codec'
import { decodeJson } from '../json'
import type { SchemaError, SchemaProblem } from '../problem'
import type { Codec } from '../shape'
import { isObject, shown } from '../words'

/** A form from its text. Of another form, or version, nothing else is told: all of it would be wrong. */
export const decodeForm = <A>(
  format: string,
  codec: Codec<A>
): ((json: string) => E.Either<SchemaError, A>) =>
  decodeJson((value): E.Either<readonly SchemaProblem[], A> => {
    const found = isObject(value) ? value['format'] : format
    return found === format
      ? pipe(codec.decode(value), E.mapLeft(problemsOf))
      : E.left([{ pointer: '/format', message: `expected "${format}", got ${shown(found)}` }])
  })
