/**
 * Every model as SQL, by engines that are here: values beside those of evaluateNumber, and rows a second.
 *
 *   node bench/sql/run.mjs                     all engines
 *   node bench/sql/run.mjs duckdb postgres     some
 *
 * An engine that is not here is said to be skipped.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limUpdate, models, toSql } from '../../dist/index.js'
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

/** Rows that differ in two inputs, as a sweep has them. */
const swept = (of) =>
  [
    `4 + ${of} % 1000 * 0.3 AS temperature`,
    `1e9 AS "attemptRate"`,
    `1e8 AS "initialRate"`,
    `8 AS "precision"`,
    `0.3 AS shape`,
    `0.0001 + ${of} * 1e-9 AS "errorProbability"`,
    `1 AS hops`,
    `0.5 AS recovery`
  ].join(', ')

const speed = async (engine, dialect, count) => {
  const from = engine.many(count, dialect === 'spark' ? (of) => swept(of).replaceAll('"', '`') : swept)
  const sql = right(toSql(limUpdate, { dialect, from }))
  await engine.sum(sql, 'limUpdate')
  const before = process.hrtime.bigint()
  await engine.sum(sql, 'limUpdate')
  return count / (Number(process.hrtime.bigint() - before) / 1e9)
}

const asked = process.argv.slice(2)
for (const name of ['duckdb', 'clickhouse', 'postgres', 'spark']) {
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
      const count = name === 'postgres' || name === 'spark' ? 1e6 : 1e7
      console.log(
        `${name}: limUpdate of ${count} rows, ${(await speed(engine, dialect, count)).toExponential(2)} rows a second`
      )
    } finally {
      await engine.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
