/** `limen simulate`: runs a physical memory under a protocol, exactly, and holds every bound against what it took. */
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { decodeProtocol } from '../format/protocol/protocol'
import { simulationCsv, simulationJson } from '../report/data/simulation'
import { protocolPicture } from '../report/picture/protocol'
import { simulationText } from '../report/text/simulation'
import { pointerOf, schemaError } from '../shape/problem'
import { simulate, type ProtocolRun } from '../simulation/protocol'
import { jsonText } from '../units/visible'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { unfitEnding, writeFiles } from './output'
import { formatOf, pdf, pictureFormats, png } from './picture-format'
import { sayProblems, sayUnread, sayWrongUsage } from './problems'
import { added } from './summaries'
import { formatOption, type Flags } from './workload'

const formats: Readonly<Record<string, (io: Io, name: string, run: ProtocolRun) => string>> = {
  text: ({ paint }, name, run) => simulationText(name, run, paint),
  json: (_io, name, run) => `${jsonText(simulationJson(name, run), 2)}\n`,
  csv: (_io, _name, run) => simulationCsv(run)
}

/** Writes a picture of the course, in the form that its name says. */
const draw = async (io: Io, file: string, name: string, run: ProtocolRun): Promise<number> => {
  const format = formatOf(file)
  const svg = protocolPicture(name, run, format === 'svg' ? {} : { scheme: 'light' })
  if (format === 'svg') return writeFiles(io, [[file, [svg]]])
  const drawn = await { png, pdf }[format](svg)
  if (E.isRight(drawn)) return writeFiles(io, [[file, [drawn.right]]])
  io.error(`limen: ${file}: ${drawn.left}\n`)
  return exit.badInput
}

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const target = flags['picture'] as string | undefined
  const unfit = unfitEnding(target ?? '', 'a picture', pictureFormats)
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
  const done = simulate(protocol)
  if (E.isLeft(done)) {
    const problems = done.left.problems.map(({ inputs: [input = ''], expected, found }) => ({
      pointer: pointerOf(input.split('/')),
      message: `expected ${expected}, got ${found}`
    }))
    sayProblems(io, file, schemaError(problems))
    return exit.badInput
  }
  const drawn = target === undefined ? exit.ok : await draw(io, target, name, done.right)
  if (drawn !== exit.ok) return drawn
  io.out(formats[String(flags['format'])]!(io, name, done.right))
  return exit.ok
}

/** Adds the command. */
export const addSimulate = (program: Command, io: Io, done: (code: number) => void): void => {
  added(program, 'simulate')
    .argument('<file>', 'a protocol as JSON, or - for standard input')
    .addOption(formatOption(Object.keys(formats)))
    .addOption(
      new Option('--picture <file>', 'write a picture of the course: SVG, or by its name PNG or PDF')
    )
    .action(async (file: string, flags: Flags) => {
      done(await run(io, file, flags))
    })
}
