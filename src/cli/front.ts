/** `limen front`: what a ledger trades for what, as designs of which none found is better in all. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { figuresIn, frontFile, frontValue, type FileFront, type FrontWish } from '../estimate/front'
import type { FrontOptions } from '../optimum/front'
import { frontCsv, frontJson } from '../report/data/front'
import { frontPicture } from '../report/picture/front'
import type { Paint } from '../report/text/ledger'
import { frontText } from '../report/text/front'
import { exit, type Io } from './io'
import { again, overOption, piecesOption } from './optimise'
import { layout, layoutOf, putPicture } from './pictures'
import { added } from './summaries'
import { digitsOf, formatOption, readWorkload, takingWorkload, type Flags } from './workload'

const formats: Readonly<Record<string, (of: FileFront, paint: Paint, digits?: number) => string>> = {
  text: frontText,
  json: (of) => frontJson(of),
  csv: (of) => frontCsv(of)
}

const mostLevels = 100

const levelsFrom = (text: string): number => {
  const count = Number(text)
  if (/^\d+$/.test(text) && count >= 1 && count <= mostLevels) return count
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostLevels}.`)
}

const run = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  const wish: FrontWish = {
    of: figuresIn(flags['of'] as string),
    over: flags['over'] as readonly string[],
    subjectTo: (flags['subjectTo'] as readonly string[] | undefined) ?? []
  }
  const how: FrontOptions = {
    ...(flags['levels'] === undefined ? {} : { levels: flags['levels'] as number }),
    ...(flags['pieces'] === undefined ? {} : { pieces: flags['pieces'] as number })
  }
  const found = await readWorkload(io, file, flags, {
    ofText: (text, overrides, options) => frontFile(text, wish, overrides, options, how),
    ofValue: (value, overrides, options) => frontValue(value, wish, overrides, options, how)
  })
  if (E.isLeft(found)) return found.left
  const output = flags['picture'] as string | undefined
  if (output !== undefined) return putPicture(io, frontPicture(found.right, layoutOf(flags, output)), output)
  io.out(formats[String(flags['format'])]!(found.right, io.paint, digitsOf(flags)))
  return exit.ok
}

/** Adds the command. */
export const addFront = (program: Command, io: Io, done: (code: number) => void): void => {
  takingWorkload(added(program, 'front'), [
    new Option(
      '--of <figures>',
      'two or three that are traded: rows of the ledger, or products, such as "limDissipated, duration, max precision"; little is wanted of each, of one behind max much'
    ).makeOptionMandatory(),
    overOption().makeOptionMandatory(),
    new Option('--subject-to <limit>', 'what must be kept: "duration <= 1 d"; again for more').argParser(
      again
    ),
    new Option(
      '--levels <n>',
      'at how many levels of the others each figure is made best (else 12, and 4 of three)'
    ).argParser(levelsFrom),
    piecesOption(),
    new Option(
      '--picture <file>',
      'draw it instead: the first figure upwards, the second to the right, a third as the shade; as SVG or, by its name, PNG or PDF'
    ),
    ...layout(),
    formatOption(Object.keys(formats))
  ]).action(async (file: string | undefined, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
