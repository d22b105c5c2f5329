/** The command line: from arguments to an exit code. */
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { visibleLines } from '../units/visible'
import { exit, type Io } from './io'
import { type CommandName, commandNames, summary } from './summaries'

const epilogue = `
Exit status: 0 all went well, 1 a file is bad or cannot be read or written,
2 wrong usage, 3 limen failed.

  limen init my.json
  limen estimate my.json
  limen estimate my.json other.json
  limen estimate my.json --temperature "4 K" --format csv
  limen estimate my.json --temperature "300 K ± 2 K" --certified
  limen estimate --ai-model gpt-3
  limen explain my.json limDissipated.update
  limen ask least my.json
  limen ask retention --cells 1e6 --retention-time "10 yr"
  limen referee "5 fJ/update, 14 bit, 1 ms, 300 K"
  limen report my.json -o report.html
  limen sweep my.json --over "temperature=4 K..400 K:log:20"
  limen optimise my.json --minimise limDissipated --over "duration=1 h..100 d"
  limen front my.json --of "bitFlip, duration" --over "duration=1 h..100 d"
  limen explore my.json -o explore.html
  limen solve examples/control-qp.json
  limen simulate examples/bit-reset.json
  limen trace examples/training-log.csv
  limen compare examples/other-tools/ert.yaml
  limen accelerators h100
  limen experiments
  limen show limUpdate
  limen sql limUpdate --dialect duckdb
  limen certify landauer --given "temperature=300 K" --given errorProbability=0

examples/ is in the package: node_modules/limen/examples, where npm puts it.`

/** Adds commands to a program, which tell how they end. */
type Add = (program: Command, io: Io, done: (code: number) => void, args: readonly string[]) => void

const addAsk = async (): Promise<Add> => (await import('./ask')).addAsk
const addFacts = async (): Promise<Add> => (await import('./facts')).addFacts
const addModels = async (): Promise<Add> => (await import('./models')).addModels

/** What adds a command, and where it is. */
const loaders: { readonly [N in CommandName]: () => Promise<Add> } = {
  'init': async () => (await import('./init')).addInit,
  'estimate': async () => (await import('./estimate')).addEstimate,
  'explain': async () => (await import('./explain')).addExplain,
  'ask': addAsk,
  'referee': addAsk,
  'report': async () => (await import('./report')).addReport,
  'draw': async () => (await import('./draw')).addDraw,
  'sweep': async () => (await import('./sweep')).addSweep,
  'optimise': async () => (await import('./optimise')).addOptimise,
  'front': async () => (await import('./front')).addFront,
  'explore': async () => (await import('./explore')).addExplore,
  'solve': async () => (await import('./solve')).addSolve,
  'simulate': async () => (await import('./simulate')).addSimulate,
  'trace': async () => (await import('./trace')).addTrace,
  'compare': async () => (await import('./compare')).addCompare,
  'convert': async () => (await import('./convert')).addConvert,
  'schema': async () => (await import('./schema')).addSchema,
  'sql': async () => (await import('./sql')).addSql,
  'certify': async () => (await import('./certify')).addCertify,
  'models': addModels,
  'show': addModels,
  'chips': addFacts,
  'devices': addFacts,
  'accelerators': addFacts,
  'ai-models': addFacts,
  'experiments': async () => (await import('./experiments')).addExperiments,
  'completion': async () => (await import('./completion')).addCompletion
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(loaders, name)

/** What adds the commands that are asked for: one, all, or none but for what the help says of each. */
const addersFor = async ([first = '--help', second = '']: readonly string[]): Promise<readonly Add[]> => {
  const name = first === 'help' ? second : first
  // What completes all commands asks for all, and behind -- may stand any.
  if (name === 'completion' || name === '--')
    return Promise.all([...new Set(Object.values(loaders))].map((load) => load()))
  if (isCommand(name)) return [await loaders[name]()]
  return commandNames.map((each) => (program: Command) => {
    summary(program, each)
  })
}

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
  const read: string[] = []
  const io: Io = {
    ...host,
    open: (file) => {
      read.push(file)
      return host.open(file)
    },
    write: (files) => host.write(files, read),
    // A message may quote anything: no terminal is steered by it.
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
  for (const add of await addersFor(args)) add(program, io, done, args)
  try {
    await program.parseAsync(withNegatives(args), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exit.ok : exit.wrongUsage
  }
  return code
}
