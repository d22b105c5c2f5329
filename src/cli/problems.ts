/** What is said of problems: where each is, and what is wrong. */
import { moreText, problemText, type SchemaError, type SchemaProblem } from '../shape/problem'
import type { FileKind } from '../format/file-kind'
import { leaves } from '../format/workload/scenario'
import type { Overrides } from '../estimate/workload-file'
import { nameOf } from './input'
import { exit, type Io } from './io'

/** The flag of a field. */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** A problem as a person who wrote a file, or a flag, looks for it. */
const line = (problem: SchemaProblem, overrides: Overrides): string => {
  const leaf = leaves.find(
    ({ name, pointer }) => Object.hasOwn(overrides, name) && `${problem.pointer}/`.startsWith(`${pointer}/`)
  )
  return leaf === undefined ? problemText(problem) : `${flagOf(leaf.name)}: ${problem.message}`
}

/** Says what is wrong with a file. */
export const sayProblems = (
  io: Io,
  file: string,
  { problems, more = 0 }: SchemaError,
  overrides: Overrides = {}
): void => {
  const count = problems.length === 1 ? 'a problem' : `${problems.length + more} problems`
  const told = [...problems.map((problem) => line(problem, overrides)), ...moreText(more)]
  const lines = told.map((text) => `  ${text}`)
  io.error([`limen: ${nameOf(file)} has ${count}`, ...lines, ''].join('\n'))
}

/** A file of another kind is told as what it is, and not by all that it is not; only for that are all kinds loaded. */
export const sayUnread = async (
  io: Io,
  [file, text]: readonly [file: string, text: string],
  expected: FileKind,
  error: SchemaError,
  overrides: Overrides = {},
  instead = ''
): Promise<void> => {
  const { fileKindOf } = await import('../format/misplaced')
  const found = fileKindOf(text)
  if (found === undefined || found.kind === expected) sayProblems(io, file, error, overrides)
  else io.error(`limen: ${nameOf(file)}: ${found.sentence}${instead}\n`)
}

/** Says how a command was used wrongly, and how it then ends. */
export const sayWrongUsage = (io: Io, message: string): number => {
  io.error(`limen: ${message}\n`)
  return exit.wrongUsage
}
