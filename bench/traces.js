/**
 * How fast traces are read, as ratios within this run: rows of CSV and JSON Lines, each against a loop by
 * hand that takes lines apart by `split` and `Number`, or `JSON.parse`, adds up one column, and checks nothing.
 */
import { traceReader } from 'limen/files'

let word = 1
const random = () => (word = (word * 48271) % 2147483647) / 2147483647

const rows = 4e5
const row = (make) => Array.from({ length: rows }, (_, at) => `${make(at + 1)}\n`).join('')
const rate = (step) => 1e-3 * (1 - step / rows / 2)

const byFields = (sum, line) => sum + Number(line.split(',')[1])
const byJson = (sum, line) => sum + JSON.parse(line).loss
const files = {
  'CSV, as loggers round': {
    text: `step,loss,lr\n${row((step) => `${step},${(2 + random()).toFixed(4)},${rate(step).toPrecision(6)}`)}`,
    byHand: byFields
  },
  'CSV, all digits': {
    text: `step,loss,lr\n${row((step) => `${step},${2 + random()},${rate(step)}`)}`,
    byHand: byFields
  },
  'JSON Lines': {
    text: row((step) => JSON.stringify({ step, loss: Number((2 + random()).toFixed(4)), lr: rate(step) })),
    byHand: byJson
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
    const { right, left } = reader.end()
    if (left !== undefined) throw new Error(left.message)
    if (right.summary.steps !== rows) throw new Error(`read ${right.summary.steps} rows of ${rows}`)
    sink += right.summary.lastObjective
  },
  'by hand': (given, { byHand }) => {
    let rest = ''
    let sum = 0
    for (const piece of given) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop()
      for (const line of lines) sum = byHand(sum, line)
    }
    sink += Number.isNaN(sum) ? 1 : sum // the header is no number
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
for (const [name, file] of Object.entries(files)) {
  const given = pieces(file)
  const seconds = Object.fromEntries(Object.keys(ways).map((way) => [way, []]))
  for (let round = 0; round < 9; round++)
    for (const [way, read] of Object.entries(ways)) {
      const begin = process.cpuUsage()
      read(given, file)
      const { user, system } = process.cpuUsage(begin)
      if (round >= 2) seconds[way].push((user + system) / 1e6)
    }
  const [own, hand] = [median(seconds.limen), median(seconds['by hand'])]
  console.log(
    `${name}: ${(rows / own / 1e6).toFixed(1)} million rows/s, ${(hand / own).toFixed(1)} × the loop by hand (${(rows / hand / 1e6).toFixed(1)})`
  )
}
if (!Number.isFinite(sink)) throw new Error('a benchmark computed no number')
