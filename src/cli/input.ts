/** Reading the input file, with errors for people. */
import * as E from 'fp-ts/lib/Either.js'
import type { Io } from './io'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is no UTF-8 text'
}

/** Why a file cannot be read. */
export const reasonOf = (error: unknown): string => {
  const { code = '' } = error as { readonly code?: string }
  return reasons[code] ?? 'it cannot be read'
}

/** The text of a file, or why there is none. */
export const readText = async ({ read }: Io, file: string): Promise<E.Either<string, string>> => {
  try {
    return E.right(new TextDecoder('utf-8', { fatal: true }).decode(await read(file)))
  } catch (error) {
    return E.left(`${nameOf(file)}: ${reasonOf(error)}`)
  }
}

/** A file as it is called in messages. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)
