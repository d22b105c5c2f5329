/** `limen sql`: a formula, or the totals of a ledger, as a query for a database. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { ModelData } from '../formula/model'
import { ledgerSql } from '../ledger/sql'
import { sweepable } from '../ledger/columns'
import { modelNamed } from '../physics/models'
import { toSql, type SqlOptions } from '../reading/sql'
import { sqlDialects, type SqlDialect } from '../reading/sql-dialect'
import { estimateFile, estimateValue } from '../estimate/workload-file'
import { joules } from '../units/si'
import { parse } from '../units/parse'
import type { Quantity } from '../units/quantity'
import { unit, type Unit } from '../units/unit'
import { added } from './summaries'
import { outsideText } from './figures'
import { exit, type Io } from './io'
import { sayWrongUsage } from './problems'
import { deliverText } from './output'
import { readPairs, several, unitsOf } from './pairs'
import { overridesOf, readWorkload, takingWorkload, type Flags } from './workload'

const asUnit = (of: Unit<unknown>, symbol: string): E.Either<{ readonly message: string }, Unit<unknown>> =>
  E.map(({ exact }: Quantity<unknown>) => unit(symbol, of.dimension, exact))(parse(of)(`1 ${symbol}`))

const refused = (io: Io, messages: readonly string[], code: number = exit.badInput): number => {
  for (const message of messages) io.error(`${message.replace(/^/gm, 'limen: ')}\n`)
  return code
}

const queryOf = (flags: Flags): Pick<SqlOptions, 'dialect' | 'from'> => ({
  dialect: flags['dialect'] as SqlDialect,
  from: String(flags['from'])
})

const deliver = (io: Io, text: string, flags: Flags): Promise<number> =>
  deliverText(io, text, flags['output'] as string | undefined)

/** What is of a workload, and says nothing of a formula. */
const ofWorkload = ['over', 'aiModel', 'design', 'trace', 'digits']

const formula = async (io: Io, model: ModelData, flags: Flags): Promise<number> => {
  const strangers = [
    ...ofWorkload.filter((name) => flags[name] !== undefined),
    ...Object.keys(overridesOf(flags))
  ]
  if (strangers.length > 0)
    return sayWrongUsage(
      io,
      `${model.name} is a formula, which has columns for all its inputs but those of --given; ${strangers.join(', ')} is said of a workload file`
    )
  const units = unitsOf(model.inputs)
  const read = [
    readPairs(flags, 'given', units, (of, text) => parse(of)(text)),
    readPairs(flags, 'unit', { ...units, [model.name]: model.unit }, asUnit)
  ] as const
  const [given, asked] = read
  if (E.isLeft(given) || E.isLeft(asked))
    return refused(
      io,
      read.flatMap((each) => (E.isLeft(each) ? each.left : [])),
      exit.wrongUsage
    )
  const sql = toSql(model, { ...queryOf(flags), given: given.right, units: asked.right })
  return E.isLeft(sql) ? refused(io, [sql.left.message]) : deliver(io, sql.right, flags)
}

const ledger = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  if (flags['given'] !== undefined)
    return sayWrongUsage(
      io,
      '--given is said of a formula; a workload file has a flag for each of its fields'
    )
  const estimate = await readWorkload(io, file, flags, { ofText: estimateFile, ofValue: estimateValue })
  if (E.isLeft(estimate)) return estimate.left
  const { ledger: of } = estimate.right
  const rows = [...of.paradigms, ...of.designs].flatMap(({ name }) => [name, `${name}.wallPlug`])
  const units = {
    ...unitsOf(sweepable(of.scenario)),
    ...Object.fromEntries(rows.map((name) => [name, joules]))
  }
  const asked = readPairs(flags, 'unit', units, asUnit)
  if (E.isLeft(asked)) return refused(io, asked.left, exit.wrongUsage)
  const over = (flags['over'] ?? []) as readonly string[]
  const sql = ledgerSql(of.scenario, over, { ...queryOf(flags), units: asked.right })
  if (E.isLeft(sql)) return refused(io, [sql.left.message])
  refused(io, sql.right.outside.map(outsideText))
  return deliver(io, sql.right.text, flags)
}

/** Adds the command. */
export const addSql = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'sql')
  const own = [
    new Option('--dialect <dialect>', 'the SQL of which engine').choices(sqlDialects).makeOptionMandatory(),
    new Option('--from <table>', 'the table, or whatever the engine takes behind FROM').default('designs'),
    new Option(
      '--over <input>',
      'an input of the ledger that is a column of the table; may be given again'
    ).argParser(several),
    new Option(
      '--given <input=value>',
      'an input of a formula that is no column, such as temperature="300 K"; may be given again'
    ).argParser(several),
    new Option(
      '--unit <column=unit>',
      'in which unit a column is, such as landauer=zJ/bit (else coherent SI); may be given again'
    ).argParser(several),
    new Option('-o, --output <file>', 'where to write it (else to standard output)')
  ]
  takingWorkload(command, own, '[formula or file]').action(async (what: string | undefined, flags: Flags) => {
    const model = what === undefined ? undefined : modelNamed(what)
    done(await (model === undefined ? ledger(io, what, flags) : formula(io, model, flags)))
  })
}
