/** Pictures as PNG and PDF, by packages that only those install who want them. */
import * as E from 'fp-ts/lib/Either.js'
import type { PictureOptions } from '../report/picture/picture'
import { font } from '../report/picture/style'
import { exit, type Io } from './io'
import { missing, namesOf } from './optional'
import { endingOf, writeFiles, type Place } from './output'

/** What a picture is written as. */
export type PictureFormat = 'svg' | 'png' | 'pdf'

export const pictureFormats: readonly PictureFormat[] = ['svg', 'png', 'pdf']

/** As the name of a file ends; else as the picture is. */
export const formatOf = (file = ''): PictureFormat =>
  pictureFormats.find((format) => format === endingOf(file)) ?? 'svg'

/** The bytes of a picture; or why there are none, and what to do about it. */
type Bytes = E.Either<string, Uint8Array>

const undrawn = (what: string, wanted: string): string =>
  missing(`a ${what} is drawn`, wanted, 'write an SVG, which every browser shows')

/** A font that has all letters: where one lacks a letter, the whole text would be in another. */
const lettered = (svg: string): string =>
  svg.replace(`font-family="${font}"`, `font-family="'DejaVu Sans', ${font}"`)

/** Of each pixel of a picture, so many along each side: as fine as screens are. */
const zoom = 2

/** A text and nothing else: where it has no size, there is no font. */
const letter = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8">x</text></svg>'

type Resvg = Pick<typeof import('@resvg/resvg-js'), 'Resvg'>

const resvg = async (): Promise<Resvg> => namesOf<Resvg>('Resvg', await import('@resvg/resvg-js'))

/** A picture as the bytes of a PNG. */
export const png = async (svg: string, load: () => Promise<Resvg> = resvg): Promise<Bytes> => {
  const module = await load().catch(() => undefined)
  if (module === undefined) return E.left(undrawn('PNG', '@resvg/resvg-js'))
  if (new module.Resvg(letter).innerBBox() === undefined)
    return E.left(
      'a PNG needs a font, and there is none on this machine: install DejaVu Sans, or write an SVG'
    )
  return E.right(new module.Resvg(lettered(svg), { fitTo: { mode: 'zoom', value: zoom } }).render().asPng())
}

/** A page as large as the picture, of which 96 pixels are an inch; its title and description, for those who ask. */
const page = `
#let svg = bytes(sys.inputs.svg)
#let (attrs, children) = xml(svg).first()
#let said(tag) = children.find(each => type(each) == dictionary and each.tag == tag).children.first()
#set document(title: said("title"), date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image(svg, width: float(attrs.width) * 0.75pt, alt: said("desc"))`

/**
 * The paper around the letters of a text as a text of its own, under them: letters are set one by one,
 * and the paper around each would cover a part of the one before.
 */
const haloed = (svg: string): string =>
  svg.replace(
    /<text [^>]*paint-order="stroke".*?<\/text>/g,
    (text) => text.replace(/ fill="[^"]*"/, ' fill="none"') + text.replace(/ stroke="[^"]*"/, '')
  )

type Typst = Pick<typeof import('@myriaddreamin/typst-ts-node-compiler'), 'NodeCompiler'>

const typst = async (): Promise<Typst> =>
  namesOf<Typst>('NodeCompiler', await import('@myriaddreamin/typst-ts-node-compiler'))

/** A picture as the bytes of a PDF: lines and letters, no pixels; the same picture gives the same bytes. */
export const pdf = async (svg: string, load: () => Promise<Typst> = typst): Promise<Bytes> => {
  const module = await load().catch(() => undefined)
  if (module === undefined) return E.left(undrawn('PDF', '@myriaddreamin/typst-ts-node-compiler'))
  const compiler = module.NodeCompiler.create()
  return E.right(compiler.pdf({ mainFileContent: page, inputs: { svg: haloed(lettered(svg)) } }))
}

/** A picture that is to be written, and how it is drawn. */
export type Drawing = readonly [file: string, draw: (options: PictureOptions) => string]

/** A picture in the form that the name of its file says; a PNG or a PDF has one paper. */
const drawn = async ([file, draw]: Drawing): Promise<E.Either<string, Place>> => {
  const format = formatOf(file)
  const svg = draw(format === 'svg' ? {} : { scheme: 'light' })
  const bytes = format === 'svg' ? E.right(svg) : await { png, pdf }[format](svg)
  return E.bimap(
    (why: string) => `${file}: ${why}`,
    (piece: string | Uint8Array): Place => [file, [piece]]
  )(bytes)
}

/** Writes pictures, all of them or none. */
export const drawFiles = async (io: Io, drawings: readonly Drawing[]): Promise<number> => {
  const places: Place[] = []
  for (const drawing of drawings) {
    const place = await drawn(drawing)
    if (E.isLeft(place)) {
      io.error(`limen: ${place.left}\n`)
      return exit.badInput
    }
    places.push(place.right)
  }
  return places.length === 0 ? exit.ok : writeFiles(io, places)
}
