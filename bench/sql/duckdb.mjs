/** DuckDB, in this process, where @duckdb/node-api is installed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvOf } from './points.mjs'
import { usedBy } from './used.mjs'

export const dialect = 'duckdb'

export const open = async (folder) => {
  const { DuckDBInstance, version } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const column = async (query) => (await connection.runAndReadAll(query)).getRows().map((row) => row[0])
  await connection.run('SET threads = 1')
  return {
    version: version(),
    fill: async (points) => {
      const file = join(folder, 'designs.csv')
      writeFileSync(file, csvOf(points))
      const types = ['id', ...points.inputs].map((name) => `'${name}': 'DOUBLE'`).join(', ')
      await connection.run(
        `CREATE OR REPLACE TABLE designs AS FROM read_csv('${file}', header = true, columns = {${types}})`
      )
      return 'designs'
    },
    values: (sql, name) => column(`SELECT "${name}" FROM (${sql}) ORDER BY id`),
    many: (count, columns) => `(SELECT ${columns('i')} FROM range(${count}) AS r(i))`,
    one: async (what, sql) => (await column(`SELECT ${what} FROM (${sql})`))[0],
    used: () => usedBy([process.pid]),
    close: () => {}
  }
}
