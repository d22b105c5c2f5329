/**
 * Runs the public test statements of IEEE 1788 (ITF1788, files that end in .itl) in the interval reading, and counts
 * by operation what comes of them. They are read where they lie: none is part of this project.
 *
 *   npm run conformance -- PATH [--list OUTCOME]
 *
 * Asked is what an operation of limen is of intervals that are bounded and not empty. A statement says the narrowest
 * enclosure in float64; ours, rounded outward to float64, is that or a wider one. Where an operation is not defined
 * on all that it is given, the standard tells its range over the rest, and limen has to refuse: what is certified
 * holds for all that the inputs may be. Which statements those are is told by their decoration (trv), or else by the
 * domain of the operation.
 *
 * `--list` prints the statements of an outcome. Exits with 1 where anything is unsound.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'string' } }
})
const files = positionals
  .filter(existsSync)
  .flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true }).map((name) => join(path, name))
      : [path]
  )
const texts = files.filter((file) => file.endsWith('.itl')).map((file) => readFileSync(file, 'utf8'))
if (texts.length === 0) {
  console.error('expected a path with files of ITF1788 that end in .itl: npm run conformance -- PATH')
  process.exit(2)
}

const home = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = mkdtempSync(join(tmpdir(), 'limen-itf-'))
process.on('exit', () => rmSync(folder, { recursive: true }))
const bundle = join(folder, 'interval.mjs')
await build({
  entryPoints: [join(home, 'src/reading/interval.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm'
})
const { intervalAlgebra } = await import(bundle)

const everywhere = () => true
const isNot0 = ([least, most]) => least > 0 || most < 0

/** What limen has, by its name in the standard: how it is computed, and whether it is defined on all of x and y. */
const operations = {
  neg: [(of, x) => of.neg(x), everywhere],
  add: [(of, x, y) => of.add(x, y), everywhere],
  sub: [(of, x, y) => of.sub(x, y), everywhere],
  mul: [(of, x, y) => of.mul(x, y), everywhere],
  div: [(of, x, y) => of.div(x, y), (_, y) => isNot0(y)],
  recip: [(of, x) => of.div(of.constant({ decimal: '1' }), x), isNot0],
  sqr: [(of, x) => of.square(x), everywhere],
  sqrt: [(of, x) => of.sqrt(x), ([least]) => least >= 0],
  pow: [(of, x, y) => of.pow(x, y), ([x], [y]) => x > 0 || (x === 0 && y > 0)],
  exp: [(of, x) => of.exp(x), everywhere],
  exp2: [(of, x) => of.pow(of.constant({ decimal: '2' }), x), everywhere],
  exp10: [(of, x) => of.pow(of.constant({ decimal: '10' }), x), everywhere],
  expm1: [(of, x) => of.expm1(x), everywhere],
  log: [(of, x) => of.ln(x), ([least]) => least > 0],
  logp1: [(of, x) => of.log1p(x), ([least]) => least > -1],
  asinh: [(of, x) => of.arsinh(x), everywhere],
  atanh: [(of, x) => of.artanh(x), ([least, most]) => least > -1 && most < 1],
  max: [(of, x, y) => of.max(x, y), everywhere],
  min: [(of, x, y) => of.min(x, y), everywhere]
}

/** A number of a statement as the float64 that it means: a decimal, or hexadecimal with a power of two. */
const numberOf = (text) => {
  const hex = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)(?:p([+-]?\d+))?$/i.exec(text)
  if (hex === null) return Number(text.replace(/inf(?:inity)?/i, 'Infinity'))
  const [, sign, whole, fraction, power = '0'] = hex
  // In two steps: 2⁻¹⁰⁷⁴ times a whole number of 53 bits is exact, and 2⁻¹¹²⁶ is 0.
  const exponent = Number(power) - 4 * fraction.length
  const half = Math.trunc(exponent / 2)
  return Number(`${sign}1`) * parseInt(whole + fraction, 16) * 2 ** half * 2 ** (exponent - half)
}

/** An interval of a statement, with its decoration; undefined for what is none. */
const intervalOf = (text) => {
  const found = /^\[\s*([^\],]*?)\s*(?:,\s*([^\]]*?)\s*)?\](?:_(\w+))?$/.exec(text)
  if (found === null) return undefined
  const [, lower, upper = lower, decoration] = found
  if (/^(?:empty|nai|)$/i.test(lower)) return { ends: undefined, decoration }
  const ends = /^entire$/i.test(lower) ? [-Infinity, Infinity] : [numberOf(lower), numberOf(upper)]
  if (ends.some(Number.isNaN)) throw new Error(`no interval: ${text}`)
  return { ends: ends.map((end) => end + 0), decoration } // −0 is 0
}

const statements = texts.flatMap((text) =>
  Array.from(
    text
      .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      .replace(/testcase\s+\S+\s*\{|\}/g, '')
      .matchAll(/([\w-]+)\s([^=]*)=([^;]*);/g),
    ([all, name, operands, result]) => ({
      text: all.replace(/\s+/g, ' '),
      name,
      operands: operands.match(/\[[^\]]*\]\w*|\S+/g)?.map(intervalOf) ?? [],
      result: intervalOf(result.trim())
    })
  )
)

/** The digits of a float64, all of them. */
const exactly = (x) => {
  let places = 0
  for (; !Number.isInteger(x); x *= 2) places++
  return `${BigInt(x) * 5n ** BigInt(places)}e-${places}`
}

const bits = new DataView(new ArrayBuffer(8))
/** The place of a float64 among all of them: those beside each other differ by 1. */
const placeOf = (x) => {
  bits.setFloat64(0, Math.abs(x))
  return x < 0 ? -bits.getBigInt64(0) : bits.getBigInt64(0)
}
const atPlace = (place) => {
  bits.setBigInt64(0, place < 0n ? -place : place)
  return place < 0n ? -bits.getFloat64(0) : bits.getFloat64(0)
}

/** The float64 next to a decimal on one side of it, or the same. */
const outward = (decimal, isLower) => {
  const nearest = Number(decimal.toString()) + 0
  const side = Number.isFinite(nearest) ? -decimal.comparedTo(exactly(nearest)) : Math.sign(nearest)
  const isInside = isLower ? side > 0 : side < 0
  return isInside ? atPlace(placeOf(nearest) + (isLower ? -1n : 1n)) : nearest
}

/** Those of a certified figure, as certify works with them unless told otherwise; none of what it is given is cut. */
const leastDigits = 38
const digitsOf = (text) => text.replace(/e.*|\D/g, '').length

const isOutside = (of, [least, most]) =>
  least === most
    ? of.lower.gt(exactly(least)) || of.upper.lt(exactly(most))
    : outward(of.lower, true) > least || outward(of.upper, false) < most

const outcomeOf = ({ name, operands, result }) => {
  const [compute, isDefinedOn] = operations[name]
  const numbers = operands.map(({ ends }) => ends)
  const texts = numbers.map((ends) => ends.map(exactly))
  const of = intervalAlgebra(Math.max(leastDigits, ...texts.flat().map(digitsOf)))
  const given = texts.map((ends) => ends.map((decimal) => of.constant({ decimal })))
  const found = compute(of, ...given.map(([{ lower }, { upper }]) => ({ lower, upper })))
  const isDefined = result.decoration === undefined ? isDefinedOn(...numbers) : result.decoration !== 'trv'
  if (found.lower.isNaN()) return isDefined ? 'nowhere' : 'refused'
  if (!isDefined || result.ends === undefined || isOutside(found, result.ends)) return 'unsound'
  const [least, most] = result.ends.map(placeOf)
  const off = [least - placeOf(outward(found.lower, true)), placeOf(outward(found.upper, false)) - most]
  return off.every((by) => by === 0n) ? 'exact' : off.every((by) => by <= 1n) ? 'within an ulp' : 'wider'
}

/** Why a statement is not asked; undefined where it is. */
const unasked = ({ name, operands, result }) => {
  if (!Object.hasOwn(operations, name)) return 'an operation that limen has not'
  if ([...operands, result].includes(undefined)) return 'of what is no interval'
  if (operands.some(({ ends }) => ends === undefined)) return 'of an empty interval, or none'
  if (operands.some(({ ends }) => !ends.every(Number.isFinite))) return 'of an unbounded interval'
  return operands.some(({ decoration }) => decoration === 'trv')
    ? 'of what was not defined before'
    : undefined
}

const counted = (keys) => {
  const counts = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
const listed = (counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

const outcomes = {
  exact: 'the narrowest enclosure that float64 has',
  'within an ulp': 'wider by no more than a unit in the last place, at either end',
  wider: 'wider than that',
  refused: 'of what is not all in the domain of the operation, and so to be refused',
  nowhere: 'refused, though it is defined',
  unsound: 'leaves out what it should hold, or is one where it should be refused'
}

const asked = statements
  .filter((statement) => unasked(statement) === undefined)
  .map((statement) => ({ ...statement, outcome: outcomeOf(statement) }))
const rest = statements.filter((statement) => unasked(statement) !== undefined)

const rowOf = (of) => {
  const counts = counted(of.map(({ outcome }) => outcome))
  return {
    asked: of.length,
    ...Object.fromEntries(Object.keys(outcomes).map((each) => [each, counts[each] ?? 0]))
  }
}
const names = Object.keys(operations)
console.table({
  ...Object.fromEntries(names.map((name) => [name, rowOf(asked.filter((each) => each.name === name))])),
  all: rowOf(asked)
})
for (const [name, meaning] of Object.entries(outcomes)) console.log(`${name}: ${meaning}`)

const rangeOf = ({ ends }) =>
  ends === undefined ? 'empty' : ends.every(Number.isFinite) ? 'bounded' : 'unbounded'
const refused = asked.filter(({ outcome }) => outcome === 'refused')
console.log(
  `\nwhat the standard has of the refused: ${listed(counted(refused.map(({ result }) => rangeOf(result))))}`
)
console.log(`not asked, of ${statements.length} statements: ${rest.length}`)
for (const [why, count] of Object.entries(counted(rest.map(unasked)))) console.log(`  ${why}: ${count}`)
const lacking = rest.map(({ name }) => name).filter((name) => !Object.hasOwn(operations, name))
console.log(`  those operations: ${listed(counted(lacking))}`)
for (const { outcome, text } of asked)
  if (outcome === given.list || outcome === 'unsound') console.log(`${outcome}: ${text}`)
process.exitCode = asked.some(({ outcome }) => outcome === 'unsound') ? 1 : 0
