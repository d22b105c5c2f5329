/**
 * What a quantity costs: beside the decimals in it, as its dimension is checked at every step, and what it keeps is
 * the same for the same value, however it was made; and beside the units of mathjs.
 */
import { Decimal } from 'decimal.js'
import { all, create } from 'mathjs'
import {
  add, bits, compare, electronvolts, equals, evaluateNumber, hertz, inUnit, joules, kelvin, limUpdate, subtract
} from 'limen' // prettier-ignore
import { medians, printAlone, right, row } from './table.js'

const points = 1024
const at = (i) => 0.1 + i / 7
const long = (i) => `1.23456789012345678901234567${1000 + i}`
const short = Array.from({ length: points }, (_, i) => joules(at(i).toFixed(3)))
const many = Array.from({ length: points }, (_, i) => joules(long(i)))
for (const { exact } of short) if (!exact.isFinite()) throw new Error('a benchmark of no number')

const D = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_EVEN, defaults: true })
const Wide = Decimal.clone({ precision: 1200, defaults: true })
const electronvolt = new D('1.602176634e-19')
const inElectronvolts = inUnit(electronvolts)

let sink = 0
const next = (of, i) => of[(i + 1) % points]
/** What is done with each of many, by the name of the task. */
const steps = {
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

/* limUpdate with the units of mathjs, which checks dimensions, but no domain */

const math = create(all)
const [f0, b, σ, ρ] = [1e9, 8, 0.5, 0.1]
const mathK = math.unit(1.380649e-23, 'J/K')
const rate = math.unit(f0, 'Hz')
const withMathjs = ({ T, r1 }, ε) => {
  const kT = math.multiply(mathK, T)
  const tilted = 0.5 * Math.log(ε * (1 - ε))
  const barrier = math.multiply(kT, Math.log(math.divide(rate, r1)) + σ * b * Math.LN2 - tilted)
  const drive = math.multiply(kT, (1 - 2 * ε) * Math.log((1 - ε) / ε))
  return math.add(math.multiply(1 - ρ, barrier), drive)
}
const few = 64
const errors = Array.from({ length: few }, (_, i) => 0.01 + i * 1e-5)
const typed = errors.map((errorProbability, i) => ({
  temperature: kelvin(290 + i / 64),
  attemptRate: hertz(f0),
  initialRate: hertz(1e5 + i),
  precision: bits(b),
  shape: σ,
  errorProbability,
  hops: 1,
  recovery: ρ
}))
const inMathjs = errors.map((_, i) => ({ T: math.unit(290 + i / 64, 'K'), r1: math.unit(1e5 + i, 'Hz') }))
const read = evaluateNumber(limUpdate)
const [ours, theirs] = [right(read(typed[3])).value, withMathjs(inMathjs[3], errors[3]).toNumber('J')]
if (!(Math.abs(ours / theirs - 1) < 1e-12)) throw new Error(`mathjs has ${theirs}, limen ${ours}`)

export const rows = () => {
  const times = medians({
    ...Object.fromEntries(
      Object.entries(steps).map(([name, step]) => [
        name,
        () => {
          for (let i = 0; i < points; i++) step(i)
        }
      ])
    ),
    limen: () => {
      for (let turn = 0; turn < 100; turn++) for (let i = 0; i < few; i++) sink += right(read(typed[i])).value
    },
    mathjs: () => {
      for (let i = 0; i < few; i++) sink += withMathjs(inMathjs[i], errors[i]).value
    }
  })
  if (!Number.isFinite(sink)) throw new Error('a benchmark computed no number')
  const by = (what, name, byHand) =>
    row(`${what}: the time`, 'decimal.js by hand', times[name] / times[byHand])
  return [
    row('evaluateNumber of limUpdate', 'units of mathjs', (100 * times.mathjs) / times.limen),
    by('value of a quantity', 'read', 'readByHand'),
    by('compare, 30 digits', 'compare', 'compareByHand'),
    by('equals, 30 digits', 'equals', 'compareByHand'),
    by('inUnit, 30 digits', 'convert', 'convertByHand'),
    by('add, 30 digits', 'addLong', 'addLongByHand'),
    by('add, 6 digits', 'addShort', 'addShortByHand')
  ]
}

await printAlone(import.meta.url, 'Quantities (CPU medians)', rows)
