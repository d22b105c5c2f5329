/** `limen solve`: solves a quadratic program or an Ising problem, and prints the ledger of that run. */
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { AnyEstimate } from '../report/ledger'
import { ledgerJson } from '../report/data/ledger'
import { solutionJson } from '../report/data/solution'
import { qualityOf, type Quality } from '../report/solution'
import { solutionText } from '../report/text/solution'
import { traceCsv, traceJsonLines } from '../format/trace/write'
import { decodeProblem } from '../format/problem-file'
import { solvedWorkload, solveProblem, type Solved } from '../estimate/solve-file'
import { certifiedEstimateValue, estimateValue } from '../estimate/workload-file'
import { runOf, type Trace } from '../workload/trace'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { fullOption, ledgerForPeople } from './ledger'
import { endingOf, unfitEnding, writeFiles } from './output'
import { sayProblems, sayUnread, sayWrongUsage } from './problems'
import { numberFrom, solveOptions, solveOptionsOf, strangersAmong } from './solve-options'
import { formatOption, takingOverrides, withFlags, type Flags, type Made } from './workload'
import { jsonText } from '../units/visible'
import { added } from './summaries'

/** How a solution is printed, and its ledger where it has one. */
const formats: Readonly<
  Record<string, (io: Io, solved: Solved, quality: Quality, flags: Flags, ledger?: AnyEstimate) => string>
> = {
  text: ({ paint }, solved, quality, flags, ledger) =>
    [
      solutionText(solved, quality, paint),
      ...(ledger === undefined ? [] : [ledgerForPeople(ledger, paint, flags)])
    ].join('\n'),
  json: (_io, solved, quality, _flags, ledger) => {
    const inside: unknown = ledger === undefined ? null : JSON.parse(ledgerJson(ledger))
    return `${jsonText({ ...solutionJson(solved, quality), ledger: inside }, 2)}\n`
  }
}

const kinds: { readonly [K in Solved['kind']]: string } = {
  'quadratic program': 'a quadratic program',
  'Ising problem': 'an Ising problem'
}

/** How the file of a trace ends: CSV, or JSON Lines. */
const traceForms = ['csv', 'jsonl', 'ndjson']

/** Writes the trace, as the name of its file says. */
const saveTrace = (io: Io, file: string, trace: Trace): Promise<number> => {
  const isJson = traceForms.indexOf(endingOf(file)) > 0
  return writeFiles(io, [[file, isJson ? traceJsonLines(trace) : traceCsv(trace)]])
}

/** Why a solution has no ledger, and how the command then ends. */
const withoutLedger = (solved: Solved): readonly [why: string, code: number] | undefined => {
  if (solved.kind === 'quadratic program' && !solved.solution.converged)
    return ['not converged: raise --max-iterations or --tolerance', exit.badInput]
  return runOf(solved.solution.trace).summary.updates > 0
    ? undefined
    : ['nothing had to be updated, so there is no ledger', exit.ok]
}

/** Prints a solution with what it costs. */
const print = async (io: Io, file: string, solved: Solved, flags: Flags): Promise<number> => {
  const quality = qualityOf(solved, flags['knownOptimum'] as number | undefined)
  const printed = formats[String(flags['format'])]!
  const lacking = withoutLedger(solved)
  if (lacking !== undefined) {
    io.out(printed(io, solved, quality, flags))
    io.error(`limen: ${nameOf(file)}: ${lacking[0]}\n`)
    return lacking[1]
  }
  const { value, supplied } = solvedWorkload(solved)
  const made: Made<unknown, AnyEstimate> =
    flags['certified'] === true ? certifiedEstimateValue : estimateValue
  const estimate = await withFlags(io, [value, solved.file.name], flags, made, { supplied })
  if (E.isLeft(estimate)) return estimate.left
  io.out(printed(io, solved, quality, flags, estimate.right))
  return exit.ok
}

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const target = flags['saveTrace'] as string | undefined
  const unfit = unfitEnding(target ?? '', 'a trace', traceForms)
  if (unfit !== undefined) return sayWrongUsage(io, unfit)
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return exit.badInput
  }
  const problem = decodeProblem(text.right, basename(nameOf(file)))
  if (E.isLeft(problem)) {
    await sayUnread(io, [file, text.right], 'problem', problem.left)
    return exit.badInput
  }
  const strangers = strangersAmong(flags, problem.right.kind)
  if (strangers.length > 0) {
    io.error(
      `limen: ${strangers.join(', ')}: not for ${nameOf(file)}, which is ${kinds[problem.right.kind]}\n`
    )
    return exit.wrongUsage
  }
  const solved = solveProblem(problem.right, solveOptionsOf(flags))
  if (E.isLeft(solved)) {
    sayProblems(io, file, solved.left)
    return exit.badInput
  }
  const saved = target === undefined ? exit.ok : await saveTrace(io, target, solved.right.solution.trace)
  return saved === exit.ok ? print(io, file, solved.right, flags) : saved
}

/** Adds the command. */
export const addSolve = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'solve').argument(
    '<file>',
    'JSON, QPS, a graph or a QUBO, or - for standard input'
  )
  takingOverrides(command, [
    formatOption(Object.keys(formats)),
    fullOption(),
    new Option('--save-trace <file>', 'write the trace: CSV, or JSON Lines (.jsonl); compressed (.gz)'),
    new Option(
      '--known-optimum <number>',
      'what to hold the solution against, instead of what the file tells'
    ).argParser(numberFrom),
    ...solveOptions(),
    new Option('--certified', 'print rigorous enclosures in the ledger')
  ]).action(async (file: string, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
