/** ClickHouse, in this process, where chdb is installed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvOf } from './points.mjs'
import { usedBy } from './used.mjs'

export const dialect = 'clickhouse'

const setting = "SETTINGS short_circuit_function_evaluation = 'disable', max_threads = 1"

export const open = async (folder) => {
  const { query } = (await import('chdb')).default
  const column = (sql) =>
    query(sql, 'TSV')
      .trimEnd()
      .split('\n')
      .map((text) => (text === '\\N' ? null : Number(text)))
  return {
    version: query('SELECT version()', 'TSV').trim(),
    fill: (points) => {
      const file = join(folder, 'designs.csv')
      writeFileSync(file, csvOf(points, '\\N'))
      const types = ['id', ...points.inputs].map((name) => `${name} Nullable(Float64)`).join(', ')
      return `file('${file}', 'CSVWithNames', '${types}')`
    },
    values: (sql, name) => column(`SELECT ${name} FROM (${sql}) ORDER BY id ${setting}`),
    many: (count, columns) => `(SELECT ${columns('number')} FROM numbers(${count}))`,
    one: (what, sql) => column(`SELECT ${what} FROM (${sql}) ${setting}`)[0],
    used: () => usedBy([process.pid]),
    close: () => {}
  }
}
