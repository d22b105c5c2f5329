/** Files: written whole or not at all, read piece by piece. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { read, stream, writeAll } from '../../src/cli/files'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limen-'))
})
afterEach(() => rm(folder, { recursive: true }))

const text = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

test('a file is written in whole, and stands alone', async () => {
  await writeAll([[join(folder, 'run.csv'), ['a\n', 'b\n']]])
  expect(await text('run.csv')).toBe('a\nb\n')
  expect(await readdir(folder)).toEqual(['run.csv'])
})

test('it is compressed where its name says so', async () => {
  await writeAll([[join(folder, 'run.csv.gz'), ['a\n', 'b\n']]])
  expect(gunzipSync(await readFile(join(folder, 'run.csv.gz'))).toString()).toBe('a\nb\n')
})

test.each(['run.csv', 'run.csv.gz'])('what breaks half-way leaves %s as it was', async (name) => {
  await writeFile(join(folder, name), 'before')
  function* broken(): Generator<string> {
    yield 'a\n'.repeat(100_000)
    throw new Error('broken')
  }
  await expect(writeAll([[join(folder, name), broken()]])).rejects.toThrow('broken')
  expect(await text(name)).toBe('before')
  expect(await readdir(folder)).toEqual([name])
})

test('of several files none is written where one breaks', async () => {
  await writeFile(join(folder, 'a.csv'), 'before')
  function* broken(): Generator<string> {
    yield 'b'
    throw new Error('broken')
  }
  const files = [
    ['a.csv', ['a']],
    ['b.csv', broken()]
  ] as const
  await expect(writeAll(files.map(([name, of]) => [join(folder, name), of]))).rejects.toThrow('broken')
  expect(await text('a.csv')).toBe('before')
  expect(await readdir(folder)).toEqual(['a.csv'])
})

test('nothing is left where there is no folder to write to', async () => {
  await expect(writeAll([[join(folder, 'none', 'run.csv'), ['a']]])).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(folder)).toEqual([])
})

test('a file is read in pieces, which together are the file, and its size is known', async () => {
  const content = 'line\n'.repeat(200_000)
  await writeFile(join(folder, 'long'), content)
  const { bytes, size } = await stream(join(folder, 'long'))
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  expect(size).toBe(content.length)
  expect(pieces.length).toBeGreaterThan(1)
  expect(Buffer.concat(pieces).toString()).toBe(content)
  expect(Buffer.from(await read(join(folder, 'long'))).toString()).toBe(content)
})

test('what is not there cannot be opened', async () => {
  await expect(stream(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
})
