/** A picture as PNG: its size, its font, and what is said where it cannot be drawn. */
import * as E from 'fp-ts/lib/Either.js'
import { run } from '../../src/cli/run'
import { png } from '../../src/cli/png'
import { hardwarePicture } from '../../src/report/picture/hardware'
import { exampleFiles } from '../estimate/files'
import { terminal } from './terminal'

/** Width and height, as the header of a PNG has them. */
const sizeOf = (bytes: Uint8Array): readonly [number, number] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('it is twice as fine as the picture', async () => {
  const svg = hardwarePicture({ scheme: 'light', width: 'narrow' })
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number)
  const drawn = await png(svg)
  if (E.isLeft(drawn)) throw new Error(drawn.left)
  expect(Buffer.from(drawn.right.slice(1, 4)).toString()).toBe('PNG')
  expect(sizeOf(drawn.right)).toEqual([2 * width!, 2 * height!])
})

test('where the package is not installed, what to install is said', async () => {
  const drawn = await png('<svg/>', () => Promise.reject(new Error('none')))
  expect(drawn).toEqual(E.left(expect.stringContaining('npm install @resvg/resvg-js')))
})

test('where there is no font there is no picture without words', async () => {
  const drawn = await png('<svg/>', () =>
    Promise.resolve({
      Resvg: class {
        innerBBox(): undefined {
          return undefined
        }
      }
    } as never)
  )
  expect(drawn).toEqual(E.left(expect.stringContaining('a PNG needs a font')))
})

test('limen draw writes one where the file is called so, and no PDF', async () => {
  const bytes: Uint8Array[] = []
  const { io, said } = terminal(exampleFiles, {
    write: (files) => {
      for (const [, pieces] of files) for (const piece of pieces) bytes.push(piece as Uint8Array)
      return Promise.resolve()
    }
  })
  expect(
    await run(['draw', 'ledger', 'examples/brain-scale.json', '-o', 'a.png', '--width', 'narrow'], io)
  ).toBe(0)
  expect(sizeOf(bytes[0]!)[0]).toBe(780)
  expect(await run(['draw', 'hardware', '-o', 'a.pdf'], io)).toBe(2)
  expect(bytes).toHaveLength(1)
  expect(said().error).toMatch(
    /^limen: a\.pdf: no PDF is written here: write an SVG, and print it from a browser/
  )
})
