/** `limen explore`: a workload as a page whose inputs can be moved. */
import { createHash } from 'node:crypto'
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { certifiedEstimateFile, certifiedEstimateValue, statedValue } from '../estimate/workload-file'
import { explorerHtml, inScript } from '../explorer/html'
import type { Exploration } from '../explorer/state'
import { parseJson } from '../format/text/json'
import { statedDesigns } from '../format/workload/designs'
import type { Io } from './io'
import { deliverText } from './output'
import { readWorkload, takingWorkload, type Flags, type Made, type Making } from './workload'

/** What a page begins with: a value that the flags have changed, and designs beside it. */
const begun: Made<unknown, Exploration> = (value, overrides, options) =>
  pipe(
    statedValue(value, overrides, options),
    E.map((stated) => {
      const { designs = [], digits } = options
      return {
        value: {
          ...(stated as Readonly<Record<string, unknown>>), // its ledger has been made: it is an object
          ...(designs.length === 0 ? {} : { designs: statedDesigns.encode(designs) })
        },
        ...(digits === undefined ? {} : { digits })
      }
    })
  )

/** What has no ledger, not even of what is uncertain, is told before a page is written. */
const explored: Making<Exploration> = {
  ofText: (text, ...flags) =>
    pipe(
      certifiedEstimateFile(text, ...flags),
      E.chain(() => parseJson(text)),
      E.chain(({ value }) => begun(value, ...flags))
    ),
  ofValue: (value, ...flags) =>
    pipe(
      certifiedEstimateValue(value, ...flags),
      E.chain(() => begun(value, ...flags))
    )
}

const run = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  const exploration = await readWorkload(io, file, flags, explored)
  if (E.isLeft(exploration)) return exploration.left
  const text = inScript(await io.explorer())
  const hash = createHash('sha256').update(text).digest('base64')
  return deliverText(
    io,
    explorerHtml(exploration.right, { text, hash }),
    flags['output'] as string | undefined
  )
}

/** Adds the command. */
export const addExplore = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = program
    .command('explore')
    .description(
      'write a page with a slider for each input, that moves the ledger, its picture, a sweep and the sensitivities'
    )
  takingWorkload(command, [
    new Option('-o, --output <file>', 'the page to write (else standard output)')
  ]).action(async (file: string | undefined, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
