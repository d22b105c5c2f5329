/**
 * What a quantity costs beside the bare number in it, as ratios within this run: its dimension is
 * checked at every step, and what it keeps is the same for the same value, however it was made.
 */
import { Decimal } from 'decimal.js'
import { Bench } from 'tinybench'
import { add, compare, electronvolts, equals, inUnit, joules, subtract } from 'limen'

const points = 1024
const at = (i) => 0.1 + i / 7
const long = (i) => `1.23456789012345678901234567${1000 + i}`
const floats = Array.from({ length: points }, (_, i) => at(i))
const short = Array.from({ length: points }, (_, i) => joules(at(i).toFixed(3)))
const many = Array.from({ length: points }, (_, i) => joules(long(i)))
for (const { exact } of short) if (!exact.isFinite()) throw new Error('a benchmark of no number')

const D = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_EVEN, defaults: true })
const Wide = Decimal.clone({ precision: 1200, defaults: true })
const electronvolt = new D('1.602176634e-19')
const inElectronvolts = inUnit(electronvolts)
const dimension = joules.dimension

let sink = 0
const next = (of, i) => of[(i + 1) % points]
/** What is done with each of many, by the name of the task. */
const steps = {
  literal: (i) => void (sink += { dimension, value: floats[i] }.value),
  make: (i) => void (sink += joules(floats[i]).value),
  read: (i) => void (sink += many[i].value),
  readByHand: (i) => void (sink += many[i].exact.toNumber()),
  compare: (i) => void (sink += compare(many[i], next(many, i))),
  equals: (i) => void (sink += equals(many[i], next(many, i)) ? 1 : 0),
  compareByHand: (i) => void (sink += many[i].exact.comparedTo(next(many, i).exact)),
  convert: (i) => void (sink += inElectronvolts(many[i])),
  convertByHand: (i) => void (sink += new D(many[i].exact).div(electronvolt).toNumber()),
  addLong: (i) => void (sink += add(many[i], next(many, i)).exact.e),
  addLongByHand: (i) =>
    void (sink += new D(new D(new Wide(many[i].exact).plus(next(many, i).exact)).toSignificantDigits(34)).e),
  addShort: (i) => void (sink += add(short[i], next(short, i)).exact.e),
  addShortByHand: (i) =>
    void (sink += new D(new D(new Wide(short[i].exact).plus(next(short, i).exact)).toSignificantDigits(34)).e)
}

// All do what they say, or the ratios would mean nothing.
if (!equals(subtract(add(many[3], many[4]), many[4]), many[3])) throw new Error('a sum is wrong')
if (compare(many[3], many[4]) !== many[3].exact.comparedTo(many[4].exact))
  throw new Error('an order is wrong')
if (inElectronvolts(many[3]) !== new D(many[3].exact).div(electronvolt).toNumber())
  throw new Error('a conversion is wrong')

const bench = new Bench({ time: 300, warmupTime: 100 })
for (const [name, step] of Object.entries(steps))
  bench.add(name, () => {
    for (let i = 0; i < points; i++) step(i)
  })
await bench.run()

const nanoseconds = Object.fromEntries(
  bench.tasks.map(({ name, result }) => [name, (result.latency.p50 * 1e6) / points])
)
const row = (label, name, against, by) =>
  console.log(
    `${label.padEnd(34)}${nanoseconds[name].toFixed(0).padStart(9)} ns${(nanoseconds[name] / nanoseconds[against]).toFixed(2).padStart(10)} × ${by}`
  )
console.log('one step with quantities, its dimensions checked (medians)')
row('a quantity from a float64', 'make', 'literal', 'an object literal')
row('the float64 of a decimal, read', 'read', 'readByHand', 'making it each time')
row('compare, 30 digits', 'compare', 'compareByHand', 'decimals')
row('equals, 30 digits', 'equals', 'compareByHand', 'decimals')
row('inUnit, 30 digits', 'convert', 'convertByHand', 'decimals')
row('add, 30 digits', 'addLong', 'addLongByHand', 'decimals')
row('add, 6 digits', 'addShort', 'addShortByHand', 'decimals')
if (!Number.isFinite(sink)) throw new Error('a benchmark computed no number')
