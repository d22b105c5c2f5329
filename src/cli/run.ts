/** The command line: from arguments to an exit code. */
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { visibleLines } from '../units/visible'
import { addAsk } from './ask'
import { addCompare } from './compare'
import { addCompletion } from './completion'
import { addConvert } from './convert'
import { addDraw } from './draw'
import { addEstimate } from './estimate'
import { addExplain } from './explain'
import { addExplore } from './explore'
import { addFacts } from './facts'
import { addInit } from './init'
import { exit, type Io } from './io'
import { addModels } from './models'
import { addReport } from './report'
import { addSchema } from './schema'
import { addSolve } from './solve'
import { addTrace } from './trace'

const epilogue = `
Exit status: 0 all went well, 1 a file is bad or cannot be read or written, 2 wrong usage, 3 limen failed.

  limen init my.json
  limen estimate examples/brain-scale.json
  limen estimate examples/brain-scale.json examples/gpt-3.json
  limen estimate examples/gpt-3.json --temperature "4 K" --format csv
  limen estimate examples/gpt-3.json --temperature "300 K ± 2 K" --certified
  limen estimate --ai-model gpt-3
  limen explain examples/gpt-3.json limDissipated.update
  limen ask least examples/brain-scale.json
  limen ask retention --cells 1e6 --retention-time "10 yr"
  limen referee "5 fJ/update, 14 bit, 1 ms, 300 K"
  limen report examples/brain-scale.json -o report.html
  limen explore examples/brain-scale.json -o explore.html
  limen solve examples/control-qp.json
  limen trace examples/training-log.csv
  limen compare examples/other-tools/ert.yaml
  limen accelerators h100
  limen show limUpdate`

/** A negative number in a claim is no option: it stands behind all that may be one. */
const withNegatives = (args: readonly string[]): string[] => {
  const isNegative = (arg: string, at: number): boolean =>
    args[0] === 'referee' && /^-\.?\d/.test(arg) && !args[at - 1]!.startsWith('--')
  const negative = args.filter(isNegative)
  if (negative.length === 0 || args.includes('--')) return [...args]
  return [...args.filter((arg, at) => !isNegative(arg, at)), '--', ...negative]
}

/** Runs the command, and resolves to its exit code. */
export const run = async (args: readonly string[], host: Io): Promise<number> => {
  // A message may quote anything: no terminal is steered by it.
  const io: Io = {
    ...host,
    error: (text) => {
      host.error(visibleLines(text))
    }
  }
  let code: number = exit.ok
  const done = (result: number): void => {
    code = result
  }
  const program = new Command('limen')
    .description(
      'What learning must cost at the least, what machines pay for it, and how far above a design is.'
    )
    .version(version)
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.error,
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'limen: '))
      },
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns
    })
    .exitOverride()
    .addHelpText('after', epilogue)
  addInit(program, io, done)
  addEstimate(program, io, done)
  addExplain(program, io, done)
  addAsk(program, io, done)
  addReport(program, io, done, args)
  addDraw(program, io, done)
  addExplore(program, io, done)
  addSolve(program, io, done)
  addTrace(program, io, done)
  addCompare(program, io, done)
  addConvert(program, io, done)
  addSchema(program, io, done)
  addModels(program, io, done)
  addFacts(program, io, done)
  addCompletion(program, io, done)
  try {
    await program.parseAsync(withNegatives(args), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exit.ok : exit.wrongUsage
  }
  return code
}
