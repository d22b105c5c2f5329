/** `limen estimate --jsonl`: many workloads through one process, a line out for each one in. */
import * as E from 'fp-ts/lib/Either.js'
import type { AnyEstimate } from '../report/ledger'
import { ledgerJsonLine } from '../report/data/ledger'
import { problemsJsonLine } from '../report/data/problems'
import { schemaError, type SchemaError } from '../shape/problem'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { whyUnread } from './reasons'
import { breakOf, linesOf, textOf } from './text-stream'

/** A workload as it came in, or why it did not. */
interface Record {
  readonly text: E.Either<SchemaError, string>
  /** The line of the input on which it begins. */
  readonly line: number
}

const nothing = (message: string): E.Either<SchemaError, never> =>
  E.left(schemaError([{ pointer: '', message }]))

/** Whether a file holds a workload on each line. */
const isLines = (file: string): boolean => file === '-' || /\.(jsonl|ndjson)(\.gz)?$/i.test(file)

async function* recordsOf(io: Io, file: string): AsyncGenerator<Record> {
  if (!isLines(file)) {
    const text = await readText(io, file)
    yield { text: E.isLeft(text) ? nothing(text.left) : text, line: 1 }
    return
  }
  let line = 0
  try {
    const { bytes } = await io.open(file)
    for await (const text of linesOf(textOf(bytes))) {
      line += 1
      if (text.trim() !== '') yield { text: E.right(text), line }
    }
  } catch (error) {
    const reason = breakOf(error) ?? whyUnread(error)
    yield { text: nothing(`${nameOf(file)}: ${reason}`), line: line + 1 }
  }
}

/**
 * A line for each record of some files, or of standard input where there are none: its ledger, or
 * what is wrong with it. One that is bad does not stop the others.
 */
export const printRecords = async (
  io: Io,
  files: readonly string[],
  estimate: (text: string) => E.Either<SchemaError, AnyEstimate>
): Promise<number> => {
  let [count, code]: [number, number] = [0, exit.ok]
  for (const file of files.length === 0 ? ['-'] : files)
    for await (const { text, line } of recordsOf(io, file)) {
      count += 1
      const made = E.chain(estimate)(text)
      if (E.isLeft(made)) code = exit.badInput
      io.out(E.isLeft(made) ? problemsJsonLine(count, made.left, line) : ledgerJsonLine(made.right))
      await io.drained()
    }
  return code
}
