/** Spark, two executors of this machine, where Python has pyspark; PYTHON says which Python. */
import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { csvOf } from './points.mjs'
import { usedBy } from './used.mjs'

export const dialect = 'spark'

const python = process.env.PYTHON ?? 'python3'

/**
 * Reads a request a line, { file, schema }, { plan } or { sql }, and answers with the first column of what it gives.
 * Without the option, the executors' Java interprets what Spark writes of a query of many steps.
 */
const server = `
import json, sys
from pyspark.sql import SparkSession
spark = (SparkSession.builder.master('local-cluster[2,1,1024]').config('spark.ui.enabled', 'false')
         .config('spark.sql.shuffle.partitions', '2')
         .config('spark.sql.analyzer.maxIterations', '1000')
         .config('spark.executor.extraJavaOptions', '-XX:-DontCompileHugeMethods').getOrCreate())
spark.sparkContext.setLogLevel('OFF')
planned = {}
print(json.dumps([spark.version, spark.sparkContext.applicationId]), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    try:
        if 'file' in asked:
            (spark.read.option('header', 'true').schema(asked['schema']).option('nanValue', 'NaN')
             .option('positiveInf', 'inf').option('negativeInf', '-inf').csv(asked['file'])
             .createOrReplaceTempView('designs'))
            answer = None
        elif 'plan' in asked:
            planned[asked['plan']] = spark.sql(asked['plan'])
            planned[asked['plan']]._jdf.queryExecution().executedPlan()
            answer = None
        else:
            rows = (planned.get(asked['sql']) or spark.sql(asked['sql'])).collect()
            answer = [repr(row[0]) if row[0] is not None else None for row in rows]
        print(json.dumps({'answer': answer}), flush=True)
    except Exception as error:
        print(json.dumps({'error': str(error)[:500]}), flush=True)
`

export const open = async (folder) => {
  execFileSync(python, ['-c', 'import pyspark'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const child = spawn(python, ['-c', server], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async () => {
    const { done, value } = await lines.next()
    if (done) throw new Error('pyspark ended, as it does without Java')
    return JSON.parse(value)
  }
  const ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`)
    const { answer, error } = await read()
    if (error !== undefined) throw new Error(error)
    return answer
  }
  const column = async (sql) =>
    (await ask({ sql })).map((text) => (text === null ? null : Number(text.replace('inf', 'Infinity'))))
  const [version, application] = await read()
  /** Processes that Spark started: they end with it. */
  const executors = () =>
    readdirSync('/proc').filter((id) => {
      if (!/^\d+$/.test(id)) return false
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8')
        return command.includes('ExecutorBackend') && command.includes(application)
      } catch {
        return false
      }
    })
  const summed = (what, sql) => `SELECT ${what} FROM (${sql})`
  return {
    version: `${version}, two executors`,
    fill: async (points) => {
      const file = join(folder, 'designs.csv')
      writeFileSync(file, csvOf(points))
      await ask({ file, schema: ['id', ...points.inputs].map((name) => `\`${name}\` DOUBLE`).join(', ') })
      return 'designs'
    },
    values: (sql, name) => column(`SELECT \`${name}\` FROM (${sql}) ORDER BY id`),
    many: (count, columns) => `(SELECT ${columns('id')} FROM range(${count}))`,
    plan: (what, sql) => ask({ plan: summed(what, sql) }),
    one: async (what, sql) => (await column(summed(what, sql)))[0],
    used: () => usedBy(executors()),
    close: () => child.kill()
  }
}
