/** What commands that draw share: how a picture is laid out, and where it goes. */
import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { breadths, type Breadth, type PictureOptions } from '../report/picture/picture'
import type { Scheme } from '../report/picture/style'
import { exit, type Io } from './io'
import { deliverText, unfitEnding, writeFiles } from './output'
import { formatOf, pdf, pictureFormats, png } from './picture-format'
import type { Flags } from './workload'

const schemes: readonly Scheme[] = ['auto', 'light', 'dark']

/** Options of every picture. */
export const layout = (): readonly Option[] => [
  new Option('--scheme <scheme>', 'its paper: as the page asks for, or always the same')
    .choices(schemes)
    .default('auto'),
  new Option('--width <width>', 'its layout: for a page, or 390 pixels wide for a telephone or a column')
    .choices(breadths)
    .default('wide')
]

/** What flags say of a picture. A PNG or a PDF has one paper. */
export const layoutOf = (flags: Flags, output: string | undefined): PictureOptions => {
  const scheme = flags['scheme'] as Scheme
  const isLight = scheme === 'auto' && formatOf(output) !== 'svg'
  return { scheme: isLight ? 'light' : scheme, width: flags['width'] as Breadth }
}

/** What cannot be drawn, and how the command then ends. */
export const undrawn = (io: Io, message: string, code: number = exit.badInput): number => {
  io.error(message.replace(/^/gm, 'limen: ') + '\n')
  return code
}

/** Writes a picture to where it should go. */
export const putPicture = async (io: Io, svg: string, output: string | undefined): Promise<number> => {
  const unfit = unfitEnding(output ?? '', 'a picture', pictureFormats)
  if (unfit !== undefined) return undrawn(io, unfit, exit.wrongUsage)
  const format = formatOf(output)
  if (output === undefined || format === 'svg') return deliverText(io, svg, output)
  const drawn = await { png, pdf }[format](svg)
  return E.isLeft(drawn) ? undrawn(io, `${output}: ${drawn.left}`) : writeFiles(io, [[output, [drawn.right]]])
}
