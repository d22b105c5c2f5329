/** Spark, two workers of this machine, where Python has pyspark; PYTHON says which Python. */
import { execFileSync, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { csvOf } from './points.mjs'

export const dialect = 'spark'

const python = process.env.PYTHON ?? 'python3'

/** Reads a request a line, { sql, table? }, and answers with the first column of what it gives. */
const server = `
import json, sys
from pyspark.sql import SparkSession
spark = (SparkSession.builder.master('local[2]').config('spark.ui.enabled', 'false')
         .config('spark.sql.shuffle.partitions', '2')
         .config('spark.sql.analyzer.maxIterations', '1000').getOrCreate())
spark.sparkContext.setLogLevel('OFF')
print(json.dumps(spark.version), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    try:
        if 'file' in asked:
            (spark.read.option('header', 'true').schema(asked['schema']).option('nanValue', 'NaN')
             .option('positiveInf', 'inf').option('negativeInf', '-inf').csv(asked['file'])
             .createOrReplaceTempView('designs'))
            answer = None
        else:
            answer = [repr(row[0]) if row[0] is not None else None for row in spark.sql(asked['sql']).collect()]
        print(json.dumps({'answer': answer}), flush=True)
    except Exception as error:
        print(json.dumps({'error': str(error)[:500]}), flush=True)
`

export const open = async (folder) => {
  execFileSync(python, ['-c', 'import pyspark'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const child = spawn(python, ['-c', server], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async () => JSON.parse((await lines.next()).value)
  const ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`)
    const { answer, error } = await read()
    if (error !== undefined) throw new Error(error)
    return answer
  }
  const column = async (sql) =>
    (await ask({ sql })).map((text) => (text === null ? null : Number(text.replace('inf', 'Infinity'))))
  return {
    version: await read(),
    fill: async (points) => {
      const file = join(folder, 'designs.csv')
      writeFileSync(file, csvOf(points))
      await ask({ file, schema: ['id', ...points.inputs].map((name) => `\`${name}\` DOUBLE`).join(', ') })
      return 'designs'
    },
    values: (sql, name) => column(`SELECT \`${name}\` FROM (${sql}) ORDER BY id`),
    many: (count, columns) => `(SELECT ${columns('id')} FROM range(${count}))`,
    one: async (what, sql) => (await column(`SELECT ${what} FROM (${sql})`))[0],
    close: () => child.kill()
  }
}
