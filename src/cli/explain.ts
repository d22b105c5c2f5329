/** `limen explain`: where the figures of a ledger come from. */
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { explainableNames, explainLedger, type Explanation } from '../ledger/explain'
import { explanationJson, explanationText } from '../report/explanation'
import type { Paint } from '../report/ledger-text'
import { likely } from '../schema/codec'
import { estimateFile, estimateValue } from '../schema/workload-file'
import { exit, type Io } from './io'
import { digitsOf, formatOption, readWorkload, takingWorkload, type Flags } from './workload'

const formats: Readonly<
  Record<string, (explanations: readonly Explanation[], paint: Paint, digits?: number) => string>
> = {
  text: explanationText,
  json: (explanations) => explanationJson(explanations)
}

const unknown = (name: string, known: readonly string[]): string => {
  const near = likely(name, known)
  return `limen: there is no figure "${name}"${near === undefined ? `; there are ${known.join(', ')}` : `: did you mean ${near}?`}\n`
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
  const known = explainableNames(ledger)
  const strange = names.filter((name) => !known.includes(name))
  if (strange.length > 0) {
    strange.forEach((name) => {
      io.error(unknown(name, known))
    })
    return exit.wrongUsage
  }
  const digits = digitsOf(flags)
  const explained = explainLedger(
    ledger,
    names.length === 0 ? undefined : names,
    digits === undefined ? {} : { digits }
  )
  if (E.isLeft(explained)) {
    io.error(`limen: ${explained.left.message}\n`)
    return exit.badInput
  }
  io.out(formats[String(flags['format'])]!(explained.right, io.paint, digits))
  return exit.ok
}

/** Adds the command. */
export const addExplain = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = program
    .command('explain')
    .description('print where figures of the ledger come from: formulas, values, tiers, sources')
  takingWorkload(command, [formatOption(Object.keys(formats))])
    .argument('[figure...]', 'paradigms or figures, such as cim or limDissipated.update; else all')
    .action(async (file: string | undefined, names: readonly string[], flags: Flags) => {
      // With a cited model there is no file: all that is named are figures.
      const isCited = flags['model'] !== undefined && file !== undefined
      done(await (isCited ? run(io, undefined, [file, ...names], flags) : run(io, file, names, flags)))
    })
}
