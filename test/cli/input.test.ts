/** Reading the input file. */
import * as E from 'fp-ts/lib/Either.js'
import { nameOf, readText } from '../../src/cli/input'
import { systemError, terminal, type Files } from './terminal'

const read = (file: string, files: Files) => readText(terminal(files).io, file)

test('a file is its text, in UTF-8', async () => {
  expect(await read('a.json', { 'a.json': '{"µ": "½"}' })).toEqual(E.right('{"µ": "½"}'))
  expect(await read('-', { '-': 'piped' })).toEqual(E.right('piped'))
})

test('nothing is no text', async () => {
  expect(await read('empty', { empty: '' })).toEqual(E.left('empty: it is empty'))
})

test.each([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'it may not be read'],
  ['EIO', 'its disk fails'],
  ['EMFILE', 'too many files are open'],
  ['EWHATEVER', 'it cannot be read']
])('%s: %s', async (code, reason) => {
  expect(await read('a.json', { 'a.json': systemError(code) })).toEqual(E.left(`a.json: ${reason}`))
})

test.each([
  ['a lone continuation byte', [0x7b, 0x80, 0x7d]],
  ['a byte that never occurs', [0x7b, 0xff, 0x7d]],
  ['a cut-off sequence', [0x22, 0xc2]],
  ['UTF-16', [0xff, 0xfe, 0x7b, 0x00]],
  ['an encoded surrogate', [0xed, 0xa0, 0x80]]
])('%s is no UTF-8', async (_, bytes) => {
  expect(await read('a.json', { 'a.json': Uint8Array.from(bytes) })).toEqual(
    E.left('a.json: it is no UTF-8 text')
  )
})

test('whatever else is thrown is a file that cannot be read', async () => {
  expect(await read('a.json', { 'a.json': new Error('no code') })).toEqual(
    E.left('a.json: it cannot be read')
  )
})

test('standard input is called so, and a file by its name', () => {
  expect([nameOf('-'), nameOf('a.json')]).toEqual(['standard input', 'a.json'])
  expect(nameOf('a\nb\u001b[31m')).toBe('a\\u000ab\\u001b[31m')
})
