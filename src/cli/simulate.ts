/** `limen simulate`: runs a physical memory under a protocol, exactly, and holds every bound against what it took. */
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { decodeProtocol } from '../format/protocol/protocol'
import { simulationCsv, simulationJson } from '../report/data/simulation'
import type { PictureOptions } from '../report/picture/picture'
import { protocolPicture } from '../report/picture/protocol'
import { workPicture } from '../report/picture/work'
import { simulationText } from '../report/text/simulation'
import { pointerOf, schemaError } from '../shape/problem'
import type { ProtocolRun } from '../simulation/protocol'
import type { SampledRun } from '../simulation/sampled-protocol'
import { jsonText } from '../units/visible'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { unfitEnding, writeFiles, type Place } from './output'
import { formatOf, pdf, pictureFormats, png } from './picture-format'
import { sayProblems, sayUnread, sayWrongUsage } from './problems'
import { added } from './summaries'
import { runWith, trajectoryOptions, unfitCount, unfitTrajectories } from './trajectories'
import { formatOption, type Flags } from './workload'

const formats: Readonly<Record<string, (io: Io, name: string, run: ProtocolRun) => string>> = {
  text: ({ paint }, name, run) => simulationText(name, run, paint),
  json: (_io, name, run) => `${jsonText(simulationJson(name, run), 2)}\n`,
  csv: (_io, _name, run) => simulationCsv(run)
}

const fileOf = (flags: Flags, name: 'picture' | 'histogram'): string | undefined =>
  flags[name] as string | undefined

/** A picture in the form that the name of its file says. */
const drawn = async (
  file: string,
  draw: (options: PictureOptions) => string
): Promise<E.Either<string, Place>> => {
  const format = formatOf(file)
  const svg = draw(format === 'svg' ? {} : { scheme: 'light' })
  const bytes = format === 'svg' ? E.right(svg) : await { png, pdf }[format](svg)
  return E.bimap(
    (why: string) => `${file}: ${why}`,
    (piece: string | Uint8Array): Place => [file, [piece]]
  )(bytes)
}

/** Writes the pictures that are asked for, all of them or none. */
const draw = async (io: Io, flags: Flags, name: string, run: ProtocolRun | SampledRun): Promise<number> => {
  const asked: readonly (readonly [string | undefined, (options: PictureOptions) => string])[] = [
    [fileOf(flags, 'picture'), (options) => protocolPicture(name, run, options)],
    ...('trajectories' in run
      ? [[fileOf(flags, 'histogram'), (options: PictureOptions) => workPicture(name, run, options)] as const]
      : [])
  ]
  const places: Place[] = []
  for (const [file, of] of asked) {
    if (file === undefined) continue
    const place = await drawn(file, of)
    if (E.isLeft(place)) {
      io.error(`limen: ${place.left}\n`)
      return exit.badInput
    }
    places.push(place.right)
  }
  return places.length === 0 ? exit.ok : writeFiles(io, places)
}

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const unfit =
    unfitTrajectories(flags) ??
    (['picture', 'histogram'] as const)
      .map((flag) => unfitEnding(fileOf(flags, flag) ?? '', 'a picture', pictureFormats))
      .find((why) => why !== undefined)
  if (unfit !== undefined) return sayWrongUsage(io, unfit)
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return exit.badInput
  }
  const read = decodeProtocol(text.right, basename(nameOf(file)))
  if (E.isLeft(read)) {
    await sayUnread(io, [file, text.right], 'protocol', read.left)
    return exit.badInput
  }
  const { name, protocol } = read.right
  const done = runWith(io, protocol, flags)
  if (E.isLeft(done)) {
    const tooMany = unfitCount(done.left)
    if (tooMany !== undefined) return sayWrongUsage(io, tooMany)
    const problems = done.left.problems.map(({ inputs: [input = ''], expected, found }) => ({
      pointer: pointerOf(input.split('/')),
      message: `expected ${expected}, got ${found}`
    }))
    sayProblems(io, file, schemaError(problems))
    return exit.badInput
  }
  const code = await draw(io, flags, name, done.right)
  if (code !== exit.ok) return code
  io.out(formats[String(flags['format'])]!(io, name, done.right))
  return exit.ok
}

/** Adds the command. */
export const addSimulate = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'simulate')
    .argument('<file>', 'a protocol as JSON, or - for standard input')
    .addOption(formatOption(Object.keys(formats)))
    .addOption(
      new Option('--picture <file>', 'write a picture of the course: SVG, or by its name PNG or PDF')
    )
  for (const option of trajectoryOptions()) command.addOption(option)
  command.action(async (file: string, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
