/** A picture as PNG, by a package that only those install who want one. */
import * as E from 'fp-ts/lib/Either.js'
import { font } from '../report/picture/style'

const wanted = '@resvg/resvg-js'

/** Of each pixel of a picture, so many along each side: as fine as screens are. */
const zoom = 2

/** A text and nothing else: where it has no size, there is no font. */
const letter = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8">x</text></svg>'

type Resvg = Pick<typeof import('@resvg/resvg-js'), 'Resvg'>

/** What draws pictures, as Node finds it. */
const found = async (): Promise<Resvg> => {
  const module = await import('@resvg/resvg-js')
  return 'Resvg' in module ? module : (module as { readonly default: Resvg }).default
}

/** A picture as the bytes of a PNG; or why there are none, and what to do about it. */
export const png = async (
  svg: string,
  load: () => Promise<Resvg> = found
): Promise<E.Either<string, Uint8Array>> => {
  const module = await load().catch(() => undefined)
  if (module === undefined)
    return E.left(
      `a PNG is drawn by ${wanted}, which is not installed: npm install ${wanted}, or write an SVG, which every browser shows`
    )
  if (new module.Resvg(letter).innerBBox() === undefined)
    return E.left(
      'a PNG needs a font, and there is none on this machine: install DejaVu Sans, or write an SVG'
    )
  // A font that has all letters: where one lacks a letter, the whole text would be in another.
  const lettered = svg.replace(`font-family="${font}"`, `font-family="'DejaVu Sans', ${font}"`)
  return E.right(new module.Resvg(lettered, { fitTo: { mode: 'zoom', value: zoom } }).render().asPng())
}
