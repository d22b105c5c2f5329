/** A world for the commands on energies of other tools. */
import { Command, CommanderError } from 'commander'
import { addCompare } from '../../src/cli/compare'
import { addConvert } from '../../src/cli/convert'
import { exit, type Io } from '../../src/cli/io'
import { terminal, type Files, type Outcome } from './terminal'

export interface Written extends Outcome {
  readonly written: ReadonlyMap<string, string>
}

/** Runs `limen compare` or `limen convert`; whatever happens, it shows nobody a stack trace. */
export const energies = async (
  files: Files,
  args: readonly string[],
  changes: Partial<Io> = {}
): Promise<Written> => {
  const { io, said, written } = terminal(files, changes)
  let code: number = exit.ok
  const done = (result: number): void => {
    code = result
  }
  const program = new Command('limen')
    .configureOutput({ writeOut: io.out, writeErr: io.error })
    .exitOverride()
  addCompare(program, io, done)
  addConvert(program, io, done)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? exit.ok : exit.wrongUsage
  }
  const { out, error } = said()
  expect(out + error).not.toMatch(/^ {4}at .*:\d+\)?$|Error:|undefined|NaN|Infinity/m)
  return { code, out, error, written }
}
