/** `limen explore`: a workload as a page whose inputs can be moved. */
import { createHash } from 'node:crypto'
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  certifiedEstimateFile,
  certifiedEstimateValue,
  statedValue,
  type CertifiedEstimate,
  type FileOptions,
  type Overrides
} from '../estimate/workload-file'
import { explorerHtml, inScript } from '../explorer/html'
import type { Exploration } from '../explorer/state'
import { parseJson } from '../format/text/json'
import { statedDesigns } from '../format/workload/designs'
import type { SchemaError } from '../shape/problem'
import type { Io } from './io'
import { deliverText, unfitEnding } from './output'
import { sayWrongUsage } from './problems'
import { digitsOf, readWorkload, takingWorkload, type Flags, type Making } from './workload'
import { added } from './summaries'

/** What a page begins with: a value that the flags have changed, with all designs of its ledger in it. */
const begun =
  (value: unknown, overrides: Overrides, options: FileOptions) =>
  ({ ledger }: CertifiedEstimate): E.Either<SchemaError, Exploration> =>
    pipe(
      statedValue(value, overrides, options),
      E.map((stated) => {
        const { designs = [] } = ledger.scenario
        return {
          value: {
            ...(stated as Readonly<Record<string, unknown>>), // it has a ledger, so it is an object
            ...(designs.length === 0 ? {} : { designs: statedDesigns.encode(designs) })
          }
        }
      })
    )

/** What has no ledger, not even of what is uncertain, is told before a page is written. */
const explored: Making<Exploration> = {
  ofText: (text, ...flags) =>
    pipe(
      E.Do,
      E.bind('estimate', () => certifiedEstimateFile(text, ...flags)),
      E.bind('document', () => parseJson(text)),
      E.chain(({ estimate, document }) => begun(document.value, ...flags)(estimate))
    ),
  ofValue: (value, ...flags) => pipe(certifiedEstimateValue(value, ...flags), E.chain(begun(value, ...flags)))
}

const run = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  const output = flags['output'] as string | undefined
  const unfit = unfitEnding(output ?? '', 'an explorer', ['html', 'htm'])
  if (unfit !== undefined) return sayWrongUsage(io, unfit)
  const exploration = await readWorkload(io, file, flags, explored)
  if (E.isLeft(exploration)) return exploration.left
  const text = inScript(await io.explorer())
  const hash = createHash('sha256').update(text).digest('base64')
  const digits = digitsOf(flags)
  const page = explorerHtml(
    { ...exploration.right, ...(digits === undefined ? {} : { digits }) },
    { text, hash }
  )
  return deliverText(io, page, output)
}

/** Adds the command. */
export const addExplore = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'explore')
  takingWorkload(command, [
    new Option('-o, --output <file>', 'the page to write (else standard output)')
  ]).action(async (file: string | undefined, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
