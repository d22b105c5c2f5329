/** A picture as PNG and PDF: its size, its letters, and what is said where it cannot be drawn. */
import { spawnSync } from 'node:child_process'
import * as E from 'fp-ts/lib/Either.js'
import { run } from '../../src/cli/run'
import { pdf, png } from '../../src/cli/picture-format'
import { estimateFile } from '../../src/estimate/workload-file'
import { label } from '../../src/report/picture/drawing'
import { hardwarePicture } from '../../src/report/picture/hardware'
import { ledgerPicture } from '../../src/report/picture/ledger'
import { picture } from '../../src/report/picture/picture'
import { exampleFiles } from '../estimate/files'
import { terminal } from './terminal'

/** Width and height, as the header of a PNG has them. */
const sizeOf = (bytes: Uint8Array): readonly [number, number] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

/** Width and height of a picture, in its pixels. */
const pixelsOf = (svg: string): readonly [number, number] => {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number)
  return [width!, height!]
}

const bytesOf = (drawn: E.Either<string, Uint8Array>): Buffer => {
  if (E.isLeft(drawn)) throw new Error(drawn.left)
  return Buffer.from(drawn.right)
}

test('a PNG is twice as fine as the picture', async () => {
  const svg = hardwarePicture({ scheme: 'light', width: 'narrow' })
  const [width, height] = pixelsOf(svg)
  const drawn = bytesOf(await png(svg))
  expect(drawn.toString('latin1', 1, 4)).toBe('PNG')
  expect(sizeOf(drawn)).toEqual([2 * width, 2 * height])
})

test('where the package is not installed, what to install is said', async () => {
  const none = (): Promise<never> => Promise.reject(new Error('none'))
  expect(await png('<svg/>', none)).toEqual(
    E.left(expect.stringMatching(/^a PNG is .* npm install @resvg\/resvg-js,/))
  )
  expect(await pdf('<svg/>', none)).toEqual(
    E.left(expect.stringMatching(/^a PDF is .* npm install @myriaddreamin\/typst-ts-node-compiler,/))
  )
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

/** A text as a PDF has it where not all its letters are ASCII. */
const utf16 = (text: string): string =>
  `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}`.toUpperCase()

const ledgerOf = (text: string): string => {
  const estimate = estimateFile(text)
  return E.isRight(estimate) ? ledgerPicture(estimate.right, { scheme: 'light' }) : ''
}

/** A ledger whose name needs escapes and letters of Greece, and inputs that have subscripts. */
const greek = JSON.stringify({
  ...(JSON.parse(exampleFiles['examples/brain-scale.json'] as string) as object),
  name: 'τ < ε & λ₁'
})

describe('a PDF', () => {
  test('is one page as large as the picture, at 96 pixels an inch, with letters and no pixels', async () => {
    for (const svg of [ledgerOf(greek), hardwarePicture({ scheme: 'dark', width: 'narrow' })]) {
      const drawn = bytesOf(await pdf(svg)).toString('latin1')
      const [width, height] = pixelsOf(svg)
      expect(drawn).toMatch(/^%PDF-1\.\d\n/)
      expect(drawn).toMatch(/\/Count 1\b/)
      const [, ...box] = /\/MediaBox \[0 0 (\S+) (\S+)\]/.exec(drawn)!
      expect(box.map(Number)).toEqual([width * 0.75, height * 0.75])
      expect(drawn).toContain('/ToUnicode')
      expect(drawn).not.toContain('/Subtype /Image')
    }
  })

  test('has the description for those who cannot see it', async () => {
    const drawn = bytesOf(await pdf(ledgerOf(greek))).toString('latin1')
    const [, said] = /\/Alt <([0-9A-F]+)>/.exec(drawn)!
    expect(said).toContain(utf16('Points on a logarithmic axis of energy').slice(4))
  })

  test('is the same, byte for byte, of the same picture', async () => {
    const svg = ledgerOf(greek)
    expect(bytesOf(await pdf(svg)).equals(bytesOf(await pdf(svg)))).toBe(true)
  })

  // By programs that share nothing with what is tested; where there are none the report says so.
  const where = spawnSync('pdftotext', ['-v']).error === undefined ? test : (test.skip as typeof test)
  const readBy = async (program: string, args: readonly string[], svg: string): Promise<string> => {
    const { status, stdout } = spawnSync(program, args, {
      input: bytesOf(await pdf(svg)),
      encoding: 'latin1'
    })
    expect(status).toBe(0)
    return stdout
  }

  where('has all texts of the picture, each once, as pdftotext reads them', async () => {
    const read = await readBy('pdftotext', ['-enc', 'UTF-8', '-layout', '-', '-'], ledgerOf(greek))
    const ledger = Buffer.from(read, 'latin1').toString()
    for (const each of ['τ < ε & λ₁', '7.989 MJ', 'memory-wall 33.7 %', 'a cleverer machine may pay less.'])
      expect(ledger).toContain(each)
    expect(ledger.match(/12\.8 decades above the floor/g)).toHaveLength(1)
  })

  where(
    'has letters that the paper around the next ones does not cover, as pdftoppm draws them',
    async () => {
      const grey = (halo: { readonly halo?: true }): Promise<string> => {
        const children = [label(9, 20, 'digital memory', { isBold: true, ...halo })]
        const drawn = {
          kind: 'test',
          title: 'letters',
          description: 'some',
          width: 120,
          height: 30,
          children
        }
        return readBy('pdftoppm', ['-r', '300', '-gray', '-'], picture(drawn, { scheme: 'light' }))
      }
      const plain = await grey({})
      expect(plain).toMatch(/^P5\n375 94\n/) // 120 × 30 pixels, of which 96 are an inch, at 300 an inch
      expect((await grey({ halo: true })) === plain).toBe(true)
    }
  )
})

test('limen draw writes what the name of the file says, on light paper', async () => {
  const bytes: Buffer[] = []
  const { io } = terminal(exampleFiles, {
    write: async (files) => {
      for (const [, pieces] of files)
        for await (const piece of pieces) bytes.push(Buffer.from(piece as Uint8Array))
    }
  })
  const drawn = async (file: string, ...flags: readonly string[]): Promise<Buffer> => {
    expect(await run(['draw', 'ledger', 'examples/brain-scale.json', '-o', file, ...flags], io)).toBe(0)
    return bytes.pop()!
  }
  expect(sizeOf(await drawn('a.png', '--width', 'narrow'))[0]).toBe(780)
  const pages = await drawn('a.PDF')
  expect(pages.toString('latin1', 0, 5)).toBe('%PDF-')
  expect(pages.equals(await drawn('a.pdf', '--scheme', 'light'))).toBe(true)
  expect(pages.equals(await drawn('a.pdf', '--scheme', 'dark'))).toBe(false)
})
