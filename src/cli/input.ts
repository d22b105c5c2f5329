/** Reading the input file, with errors for people. */
import * as E from 'fp-ts/lib/Either.js'
import { visible } from '../units/visible'
import type { Io } from './io'
import { whyUnread } from './reasons'

/** The text of a file, or why there is none. */
export const readText = async ({ read }: Io, file: string): Promise<E.Either<string, string>> => {
  try {
    const bytes = await read(file)
    return bytes.length === 0
      ? E.left(`${nameOf(file)}: it is empty`)
      : E.right(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return E.left(`${nameOf(file)}: ${whyUnread(error)}`)
  }
}

/** A file as it is called in messages. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : visible(file))
