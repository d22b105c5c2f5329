/**
 * `limen simulate`: runs a physical memory under a protocol, exactly, and holds every bound against what it took; or
 * memories that learn.
 */
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { decodeProtocol } from '../format/protocol/protocol'
import { decodeRegression } from '../format/regression/regression'
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
import { learnFlagsIn, learnOptions, runLearners } from './learn'
import { unfitEnding } from './output'
import { drawFiles, pictureFormats, type Drawing } from './picture-format'
import { sayProblems, sayUnread, sayWrongUsage } from './problems'
import { added } from './summaries'
import { runWith, trajectoryOptions, unfitBesideWriter, unfitCount, unfitTrajectories } from './trajectories'
import { formatOption, type Flags } from './workload'

const formats: Readonly<Record<string, (io: Io, name: string, run: ProtocolRun) => string>> = {
  text: ({ paint }, name, run) => simulationText(name, run, paint),
  json: (_io, name, run) => `${jsonText(simulationJson(name, run), 2)}\n`,
  csv: (_io, _name, run) => simulationCsv(run)
}

const fileOf = (flags: Flags, name: 'picture' | 'histogram'): string | undefined =>
  flags[name] as string | undefined

/** The pictures that are asked for. */
const drawings = (flags: Flags, name: string, run: ProtocolRun | SampledRun): readonly Drawing[] => {
  const [picture, histogram] = [fileOf(flags, 'picture'), fileOf(flags, 'histogram')]
  return [
    ...(picture === undefined
      ? []
      : [[picture, (options: PictureOptions) => protocolPicture(name, run, options)] as const]),
    ...(histogram === undefined || !('trajectories' in run)
      ? []
      : [[histogram, (options: PictureOptions) => workPicture(name, run, options)] as const])
  ]
}

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const unfit =
    (flags['writer'] === undefined ? unfitTrajectories(flags) : unfitBesideWriter(flags)) ??
    (['picture', 'histogram'] as const)
      .map((flag) => unfitEnding(fileOf(flags, flag) ?? '', 'a picture', pictureFormats))
      .find((why) => why !== undefined)
  if (unfit !== undefined) return sayWrongUsage(io, unfit)
  if (flags['writer'] !== undefined) return runLearners(io, file, flags)
  const learning = learnFlagsIn(flags).filter((flag) => flag !== '--seed')
  if (learning.length > 0)
    return sayWrongUsage(io, `${learning.join(', ')}: for memories that learn: say --writer too`)
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return exit.badInput
  }
  const read = decodeProtocol(text.right, basename(nameOf(file)))
  if (E.isLeft(read)) {
    const { fileKindOf } = await import('../format/misplaced')
    if (fileKindOf(text.right) === undefined && E.isRight(decodeRegression(text.right)))
      io.error(`limen: ${nameOf(file)}: this is a table of samples: with --writer, memories learn it\n`)
    else await sayUnread(io, [file, text.right], 'protocol', read.left)
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
  const code = await drawFiles(io, drawings(flags, name, done.right))
  if (code !== exit.ok) return code
  io.out(formats[String(flags['format'])]!(io, name, done.right))
  return exit.ok
}

const example = `
  limen simulate examples/ising-ring.json --writer annealed --seed 1 \\
    --temperature "300 K" --attempt-rate "1 GHz" --duration "1 µs" \\
    --energy-per-loss "3 kT"`

/** Adds the command. */
export const addSimulate = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'simulate')
    .argument(
      '<file>',
      'a protocol (JSON), with --writer a problem of solve or a table (CSV), or - for standard input'
    )
    .addOption(formatOption(Object.keys(formats)))
    .addOption(
      new Option(
        '--picture <file>',
        'write a picture of the course, or of loss against heat: SVG, or by its name PNG or PDF'
      )
    )
    .optionsGroup('Memories that learn (a value of one writer alone: --updates tilted=100):')
    .addHelpText('after', example)
  for (const option of learnOptions()) command.addOption(option)
  command.optionsGroup('Trajectories of a protocol:')
  for (const option of trajectoryOptions()) command.addOption(option)
  command.action(async (file: string, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
