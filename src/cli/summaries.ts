/**
 * The commands in the order of the help: what each takes, and what it does. The help of limen, and what a
 * mistyped command may have meant, need no more than that.
 */
import { type Command, Option } from 'commander'

const summaries = {
  init: [['[options]', '[file]'], 'write a workload file: by asking, or by flags where there is no terminal'],
  estimate: [
    ['[options]', '[files...]'],
    'print what a workload costs, at the least and by machine, at each wall; several side by side'
  ],
  explain: [
    ['[options]', '[file]', '[figure...]'],
    'print where figures of the ledger come from: formulas, values, tiers, sources'
  ],
  ask: [[], 'ask a question: each is one command'],
  referee: [
    ['[options]', '<claim...>'],
    'hold a claim against physics: is it possible, and how far above what'
  ],
  report: [
    ['[options]', '[file]'],
    'write a report of a workload: words, pictures, figures, formulas, assumptions, sources'
  ],
  draw: [[], 'draw a ledger, or the energies of hardware, as SVG, PNG or PDF'],
  sweep: [
    ['[options]', '[files...]'],
    'print the totals of ledgers while inputs run through values, all with all, as a table or a picture'
  ],
  optimise: [
    ['[options]', '[file]'],
    'choose inputs so that a figure of a ledger is least, and print what no design between their ends costs less than'
  ],
  front: [
    ['[options]', '[file]'],
    'trade two or three figures of a ledger for each other: designs of which none found is better in all, as a table or a picture'
  ],
  explore: [
    ['[options]', '[file]'],
    'write a page with a slider for each input, that moves the ledger, its picture, a sweep and the sensitivities'
  ],
  solve: [
    ['[options]', '<file>'],
    'solve a quadratic program or an Ising problem, and print the ledger of the run'
  ],
  simulate: [
    ['[options]', '<file>'],
    'run a physical memory under a protocol, or memories that learn a problem, and hold every bound against what that took'
  ],
  trace: [
    ['[options]', '<file>'],
    'print what a recorded run tells: updates, reads, convergence shape, precision'
  ],
  compare: [
    ['[options]', '<file>'],
    'print how many decades the energies of another tool are above the physics'
  ],
  convert: [
    ['[options]', '<file>'],
    'write the energies of another tool in the form of a third, or at their floors'
  ],
  schema: [
    ['[name]'],
    'print the JSON Schema of a file that limen reads or writes; without a name, list them'
  ],
  sql: [
    ['[options]', '[formula or file]'],
    'print a formula, or the totals of a workload file, as an SQL query over a table of designs'
  ],
  certify: [
    ['[options]', '<formula>'],
    'print a rigorous enclosure of a formula, and write it as a lemma that Coq checks'
  ],
  models: [[], 'list the formulas: name, unit, tier and what each is'],
  show: [
    ['[options]', '<formula>'],
    'print one formula: inputs, domain, what may be claimed of it, derivation, sources'
  ],
  chips: [
    ['[options]', '[word...]'],
    'list what is cited of compute-in-memory and digital chips: energy of a 1-bit operation, which is not that of a mac'
  ],
  devices: [
    ['[options]', '[word...]'],
    'list what is cited of memory devices: energy and pulse of a write, levels'
  ],
  accelerators: [
    ['[options]', '[word...]'],
    'list what is cited of accelerators by their data sheets: energy of a 16-bit operation at the peak, power limit'
  ],
  'ai-models': [
    ['[options]', '[word...]'],
    'list what is cited of AI models: parameters, operations, time and energy of the training; for --ai-model'
  ],
  experiments: [
    ['[options]'],
    'hold the bounds against published erasures of a bit, and against all that is cited of hardware'
  ],
  completion: [['<shell>'], 'print a script that completes commands, options and names in a shell']
} as const satisfies Readonly<Record<string, readonly [takes: readonly string[], does: string]>>

export type CommandName = keyof typeof summaries

export const commandNames = Object.keys(summaries) as readonly CommandName[]

/** A command, added to a program, which says what it does. */
export const added = (program: Command, name: CommandName): Command =>
  program.command(name).description(summaries[name][1])

const options = '[options]'

/** A command that only stands in the help, and in what a mistyped one may have meant. */
export const summary = (program: Command, name: CommandName): void => {
  const takes: readonly string[] = summaries[name][0]
  const made = added(program, name)
  for (const argument of takes) if (argument !== options) made.argument(argument)
  if (takes[0] === options) made.addOption(new Option('--any').hideHelp())
}
