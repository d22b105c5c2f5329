/** Reading the input file, with errors for people. */
import { basename } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as budget from '../units/budget'
import { visible } from '../units/visible'
import type { Io } from './io'
import { whyUnread } from './reasons'

/** A file may be without an end: what is more than can be read whole is not read. */
const whole = async (bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> => {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    length += piece.length
    if (length > budget.file) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The text of a file, or why there is none. */
export const readText = async ({ open }: Io, file: string): Promise<E.Either<string, string>> => {
  try {
    const bytes = await whole((await open(file)).bytes)
    if (bytes === undefined)
      return E.left(`${nameOf(file)}: expected a file of at most ${budget.file} bytes, got more`)
    return bytes.length === 0
      ? E.left(`${nameOf(file)}: it is empty`)
      : E.right(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return E.left(`${nameOf(file)}: ${whyUnread(error)}`)
  }
}

/** A file as it is called in messages. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : visible(file))

/** What files are called in a table: no folder and no ending, where that tells them apart. */
export const headingsOf = (files: readonly string[]): readonly string[] => {
  const short = files.map((file) => basename(nameOf(file)).replace(/\.json$/i, ''))
  return new Set(short).size === files.length ? short : files.map(nameOf)
}
