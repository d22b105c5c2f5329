/** Text from a stream of bytes, plain or gzipped, piece by piece and line by line. */
import { pipeline, Readable } from 'node:stream'
import * as budget from '../units/budget'

const isGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b

/** The bytes as they are, or inflated where they begin as gzip does. */
async function* inflated(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]()
  const begin: Uint8Array[] = []
  let length = 0
  while (length < 2) {
    const next = await pieces.next()
    if (next.done === true) break
    begin.push(next.value)
    length += next.value.length
  }
  const start = Buffer.concat(begin)
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield start
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  if (!isGzip(start)) {
    yield* all()
    return
  }
  // Most files are plain: what inflates is loaded where one is not.
  const { createGunzip } = await import('node:zlib')
  yield* pipeline(Readable.from(all()), createGunzip(), () => undefined) as AsyncIterable<Uint8Array>
}

/** The text of a stream, piece by piece; what is no UTF-8 is an error. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of inflated(bytes)) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

const tooLong = 'ERR_LIMEN_LINE_TOO_LONG'

/** The lines of a text, the last one too where no line break follows it; one that is too long is an error. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let last = ''
  for await (const piece of pieces) {
    const lines = piece.split('\n')
    lines[0] = last + lines[0]!
    last = lines.pop()!
    if ([...lines, last].some(({ length }) => length > budget.line))
      throw Object.assign(new Error(tooLong), { code: tooLong })
    yield* lines
  }
  if (last !== '') yield last
}

const reasons: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'the gzip data end before their end',
  Z_DATA_ERROR: 'the gzip data are corrupt',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'this is no UTF-8 text',
  [tooLong]: `expected lines of at most ${budget.line} characters, got a longer one`
}

/** Why a text breaks off that could be opened; undefined where it could not. */
export const breakOf = (error: unknown): string | undefined =>
  reasons[(error as { readonly code?: string }).code ?? '']
