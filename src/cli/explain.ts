/** `limen explain`: where the figures of a ledger come from. */
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { explainLedger, type Explanation } from '../ledger/explain'
import { toPrint } from '../reading/evaluate'
import { explanationJson } from '../report/data/explanation'
import { explanationText } from '../report/text/explanation'
import type { Paint } from '../report/text/ledger'
import { estimateFile, estimateValue } from '../estimate/workload-file'
import { outsideText, strangeFigure } from './figures'
import { exit, type Io } from './io'
import { digitsOf, formatOption, readWorkload, takingWorkload, type Flags } from './workload'
import { added } from './summaries'

const formats: Readonly<
  Record<string, (explanations: readonly Explanation[], paint: Paint, digits?: number) => string>
> = {
  text: explanationText,
  json: (explanations) => explanationJson(explanations)
}

const run = async (
  io: Io,
  file: string | undefined,
  names: readonly string[],
  flags: Flags
): Promise<number> => {
  const estimate = await readWorkload(io, file, flags, { ofText: estimateFile, ofValue: estimateValue })
  if (E.isLeft(estimate)) return estimate.left
  const { ledger } = estimate.right
  const strange = names.flatMap((name) => strangeFigure(ledger, name) ?? [])
  const said = [
    ...strange.map(({ message }) => message),
    // Where all is asked for, what has no value is not left out in silence.
    ...(names.length === 0 ? ledger.outside.map(outsideText) : [])
  ]
  said.forEach((message) => {
    io.error(`limen: ${message}\n`)
  })
  if (strange.length > 0) return Math.max(...strange.map(({ code }) => code))
  const digits = digitsOf(flags)
  const explained = explainLedger(ledger, names.length === 0 ? undefined : names, toPrint(digits))
  if (E.isLeft(explained)) {
    io.error(`limen: ${explained.left.message}\n`)
    return exit.badInput
  }
  io.out(formats[String(flags['format'])]!(explained.right, io.paint, digits))
  return exit.ok
}

/** Adds the command. */
export const addExplain = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'explain')
  takingWorkload(command, [formatOption(Object.keys(formats))])
    .argument('[figure...]', 'paradigms or figures, such as cim or limDissipated.update; else all')
    .action(async (file: string | undefined, names: readonly string[], flags: Flags) => {
      // With a cited model there is no file: all that is named are figures.
      const isCited = flags['aiModel'] !== undefined && file !== undefined
      done(await (isCited ? run(io, undefined, [file, ...names], flags) : run(io, file, names, flags)))
    })
}
