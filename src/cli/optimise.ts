/** `limen optimise`: the design at which a figure of a ledger is least, and what no design costs less than. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { optimiseFile, optimiseValue, type FileOptimum, type Wish } from '../estimate/optimise'
import type { MinimiseOptions } from '../optimum/minimise'
import { optimumJson } from '../report/data/optimum'
import type { Paint } from '../report/text/ledger'
import { optimumText } from '../report/text/optimum'
import { exit, type Io } from './io'
import { added } from './summaries'
import { digitsOf, formatOption, readWorkload, takingWorkload, type Flags } from './workload'

const formats: Readonly<Record<string, (of: FileOptimum, paint: Paint, digits?: number) => string>> = {
  text: optimumText,
  json: (of) => optimumJson(of)
}

/** An option that may be given again. */
export const again = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

const mostPieces = 1_000_000

const piecesFrom = (text: string): number => {
  const count = Number(text)
  if (/^\d+$/.test(text) && count <= mostPieces) return count
  throw new InvalidArgumentError(`Expected a whole number up to ${mostPieces}.`)
}

export const piecesOption = (): Option =>
  new Option(
    '--pieces <n>',
    'how many pieces of the box are looked at to tell what no design costs less than (else 4000)'
  ).argParser(piecesFrom)

const gapFrom = (text: string): number => {
  const gap = Number(text)
  if (text.trim() !== '' && gap > 0 && gap < 1) return gap
  throw new InvalidArgumentError('Expected a number between 0 and 1, such as 1e-6.')
}

const run = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  const wish: Wish = {
    minimise: flags['minimise'] as string,
    over: flags['over'] as readonly string[],
    subjectTo: (flags['subjectTo'] as readonly string[] | undefined) ?? []
  }
  const how: MinimiseOptions = {
    ...(flags['pieces'] === undefined ? {} : { pieces: flags['pieces'] as number }),
    ...(flags['gap'] === undefined ? {} : { gap: flags['gap'] as number })
  }
  const found = await readWorkload(io, file, flags, {
    ofText: (text, overrides, options) => optimiseFile(text, wish, overrides, options, how),
    ofValue: (value, overrides, options) => optimiseValue(value, wish, overrides, options, how)
  })
  if (E.isLeft(found)) return found.left
  io.out(formats[String(flags['format'])]!(found.right, io.paint, digitsOf(flags)))
  return exit.ok
}

/** What may be chosen. */
export const overOption = (): Option =>
  new Option(
    '--over <input=from..to>',
    'what may be chosen: "temperature=4 K..400 K", "rows=1..4096:whole"; again for more'
  ).argParser(again)

/** Adds the command. */
export const addOptimise = (program: Command, io: Io, done: (code: number) => void): void => {
  takingWorkload(added(program, 'optimise'), [
    new Option(
      '--minimise <figure>',
      'what is to be least: a row of the ledger, or a product such as "limDissipated * duration^2"'
    ).makeOptionMandatory(),
    overOption().makeOptionMandatory(),
    new Option(
      '--subject-to <limit>',
      'what must be kept: "duration <= 1 d", "floor / limDissipated >= 1e-9"; again for more'
    ).argParser(again),
    piecesOption(),
    new Option('--gap <part>', 'how near that comes to what was found (else 1e-9)').argParser(gapFrom),
    formatOption(Object.keys(formats))
  ]).action(async (file: string | undefined, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
