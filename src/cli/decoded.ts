/** A file that is read whole and decoded; or an exit code, where its problems have been said. */
import * as E from 'fp-ts/lib/Either.js'
import type { FileKind } from '../format/file-kind'
import type { SchemaError } from '../shape/problem'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { sayProblems, sayUnread } from './problems'

export const decoded = async <A>(
  io: Io,
  file: string,
  decode: (source: string, name: string) => E.Either<SchemaError, A>,
  expected?: FileKind
): Promise<E.Either<number, A>> => {
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return E.left(exit.badInput)
  }
  const read = decode(text.right, nameOf(file))
  if (E.isRight(read)) return read
  if (expected === undefined) sayProblems(io, file, read.left)
  else await sayUnread(io, [file, text.right], expected, read.left)
  return E.left(exit.badInput)
}
