/**
 * How fast traces are read, as ratios within this run: rows of CSV and JSON Lines, each against a loop by
 * hand that takes lines apart by `split` and `Number`, or `JSON.parse`, adds up one column, and checks nothing.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { traceReader } from 'limen/files'
import { medians, printAlone, right, row } from './table.js'

let word = 1
const random = () => (word = (word * 48271) % 2147483647) / 2147483647

const steps = 4e5
const lines = (make) => Array.from({ length: steps }, (_, at) => `${make(at + 1)}\n`).join('')
const rate = (step) => 1e-3 * (1 - step / steps / 2)

const byFields = (sum, line) => sum + Number(line.split(',')[1])
const byJson = (sum, line) => sum + JSON.parse(line).loss
const files = {
  'CSV, as loggers round': {
    text: `step,loss,lr\n${lines((step) => `${step},${(2 + random()).toFixed(4)},${rate(step).toPrecision(6)}`)}`,
    byHand: byFields,
    goal: '≥ 5e6 rows/s'
  },
  'CSV, all digits': {
    text: `step,loss,lr\n${lines((step) => `${step},${2 + random()},${rate(step)}`)}`,
    byHand: byFields,
    goal: '≥ 5e6 rows/s'
  },
  'JSON Lines': {
    text: lines((step) => JSON.stringify({ step, loss: Number((2 + random()).toFixed(4)), lr: rate(step) })),
    byHand: byJson,
    goal: '≥ 2e6 rows/s'
  }
}

const pieceLength = 2 ** 18
const pieces = ({ text }) =>
  Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, at) =>
    text.slice(at * pieceLength, (at + 1) * pieceLength)
  )

let sink = 0
const ways = {
  limen: (given) => {
    const reader = traceReader()
    for (const piece of given) reader.read(piece)
    const { summary } = right(reader.end())
    if (summary.steps !== steps) throw new Error(`read ${summary.steps} rows of ${steps}`)
    sink += summary.lastObjective
  },
  'by hand': (given, { byHand }) => {
    let rest = ''
    let sum = 0
    for (const piece of given) {
      const whole = (rest + piece).split('\n')
      rest = whole.pop()
      for (const line of whole) sum = byHand(sum, line)
    }
    sink += Number.isNaN(sum) ? 1 : sum // the header is no number
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

/**
 * The most memory that is held while a trace of so many times 1e5 rows is read: what is left once the collector has
 * been. What the process has besides tells when the collector came last, which a longer run puts off.
 */
const most = (times) => {
  const reader = traceReader()
  reader.read('step,loss,lr\n')
  let most = 0
  for (let time = 0; time < times; time++) {
    const from = 1e5 * time
    reader.read(Array.from({ length: 1e5 }, (_, at) => `${from + at + 1},${2 + random()},1e-3\n`).join(''))
    collect()
    const { heapUsed, external } = process.memoryUsage()
    most = Math.max(most, heapUsed + external)
  }
  sink += right(reader.end()).summary.lastObjective
  return most
}

export const rows = () => {
  const found = Object.entries(files).flatMap(([name, file]) => {
    const given = pieces(file)
    const times = medians(
      Object.fromEntries(Object.entries(ways).map(([way, read]) => [way, () => read(given, file)])),
      { turns: 9, warmUp: 3 }
    )
    return [
      row(`traces, ${name}`, 'rows a CPU-second', (steps / times.limen) * 1e9, file.goal),
      row(`traces, ${name}`, 'a loop by hand that checks nothing', times['by hand'] / times.limen)
    ]
  })
  most(10)
  const before = most(10)
  found.push(row('memory of a trace of 1e7 rows', 'of 1e6', most(100) / before, '≤ 1.1×'))
  if (!Number.isFinite(sink)) throw new Error('a benchmark computed no number')
  return found
}

await printAlone(import.meta.url, 'Traces (CPU medians)', rows)
