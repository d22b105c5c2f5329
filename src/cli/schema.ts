/** `limen schema`: the JSON Schema of every file that the library reads or writes. */
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { listed } from '../report/text/lines'
import { terminalColumns } from '../report/text/table'
import { forms, jsonSchema, type Form } from '../report/data/schemas'
import { exit, type Io } from './io'
import { jsonText } from '../units/visible'
import { added } from './summaries'

const list = ({ paint }: Io): string => {
  const rows = Object.entries<Form>(forms).map(([name, { description }]) => [name, description] as const)
  return [
    ...listed(rows, terminalColumns - 2).map((line) => `  ${line.replace(/^\S+/, paint.strong)}`),
    ''
  ].join('\n')
}

const show = (io: Io, name: string): number => {
  const schema = jsonSchema(name)
  if (E.isLeft(schema)) {
    io.error(`limen: ${schema.left.message}\n`)
    return exit.wrongUsage
  }
  io.out(`${jsonText(schema.right, 2)}\n`)
  return exit.ok
}

/** Adds the command. */
export const addSchema = (program: Command, io: Io, done: (code: number) => void): void => {
  added(program, 'schema')
    .argument('[name]', 'its name, such as workload')
    .action((name: string | undefined) => {
      if (name !== undefined) {
        done(show(io, name))
        return
      }
      io.out(list(io))
      done(exit.ok)
    })
}
