/** Cited facts: every row of every table has value, unit, what it is, source, year and evidence; 3.9 pJ/bit for HBM2. */
import { facts, type Fact } from '../../src/technology/facts'
import { factTables } from '../../src/technology/tables'
import { isQuantity } from '../../src/units/quantity'
import { bits, flops, joules, volts } from '../../src/units/si'
import { inUnit, per, pico } from '../../src/units/unit'

const tables = Object.entries<readonly Fact<unknown>[]>(factTables())

const grades: readonly string[] = ['measured', 'simulated', 'derived', 'specified', 'secondary']

/** The kinds of quantity that a table is of. */
const kinds: Readonly<Record<string, RegExp>> = {
  defaults: /^energy per (bit|flop)$/,
  models: /^(number of (parameters|flops)|a pure number|time|energy)$/,
  accelerators: /^(power|flop.*|s⁻¹·flop|energy per flop)$/,
  operations: /^energy$/,
  memories: /^energy per (bit|update)$/,
  ising: /^(time|energy)$/,
  neuromorphic: /^energy$/,
  brain: /^(power|a pure number)$/,
  chips: /^energy$/,
  devices: /^(resistance|time|a pure number|energy)$/
}

const isPositive = (value: unknown): boolean =>
  isQuantity(value) && value.exact.isFinite() && value.exact.gt(0)

const isUrl = (url: unknown): boolean =>
  typeof url === 'string' && URL.canParse(url) && new URL(url).protocol === 'https:'

/** What a row lacks. It may be anything: rows are read from text, and a type does not hold what a cell says. */
const lacks = (kind: RegExp, row: Partial<Fact<unknown>>): readonly string[] => {
  const { what, value, upTo, year, evidence, source, note } = row
  const { citation = '', url } = (source ?? {}) as Partial<Fact<unknown>['source']>
  const refused: Readonly<Record<string, boolean>> = {
    value: !isPositive(value),
    unit: !isQuantity(value) || !kind.test(value.dimension.name),
    'upper end': upTo !== undefined && !(isPositive(upTo) && upTo.exact.gt(value!.exact)),
    'what it is': !/\w\W+\w/.test(what ?? ''),
    year: !(Number.isInteger(year) && year! >= 1950 && year! <= new Date().getFullYear()),
    evidence: !grades.includes(evidence ?? ''),
    citation: !/\p{Lu}\w+.*(\d{4}|CC BY)/u.test(citation),
    url: !isUrl(url),
    'credit of Epoch AI': /epoch/i.test(`${citation}${url}`) && !/^Epoch AI, .*CC BY 4\.0/.test(citation),
    'what it leaves out': evidence !== 'measured' && !/\w+ \w+/.test(note ?? '')
  }
  return Object.keys(refused).filter((name) => refused[name])
}

test('there are facts of every kind', () => {
  expect(tables.map(([name]) => name)).toEqual(Object.keys(kinds))
  for (const [name, rows] of tables) expect([name, rows.length > 2]).toEqual([name, true])
})

test.each(tables)('every row of %s has value, unit, what it is, source, year and evidence', (name, rows) => {
  const wrong = rows.flatMap((row) => {
    const lacking = lacks(kinds[name]!, row)
    return lacking.length > 0 ? [{ what: row.what, lacking }] : []
  })
  expect(wrong).toEqual([])
})

test.each(tables)('no two rows of %s say the same of the same', (_, rows) => {
  const sayings = rows.map(({ what, value, year }) => `${what} ${value.exact.toString()} ${year}`)
  expect(new Set(sayings).size).toBe(sayings.length)
})

describe('a row is refused', () => {
  const whole = facts.h100PeakOperation as Fact<unknown>
  const broken: readonly (readonly [string, object])[] = [
    ['value', { value: undefined }],
    ['value', { value: per(joules, flops)(NaN) }],
    ['value', { value: per(joules, flops)(-1) }],
    ['value', { value: 7e-13 }],
    ['unit', { value: volts(1) }],
    ['upper end', { upTo: per(joules, flops)(1e-15) }],
    ['what it is', { what: undefined }],
    ['what it is', { what: '' }],
    ['year', { year: undefined }],
    ['year', { year: NaN }],
    ['year', { year: 22 }],
    ['evidence', { evidence: undefined }],
    ['evidence', { evidence: 'heard' }],
    ['citation', { source: undefined }],
    ['citation', { source: { ...whole.source, citation: '' } }],
    ['url', { source: { citation: 'Landauer (1961)' } }],
    ['url', { source: { citation: 'Landauer (1961)', url: 'the library' } }],
    ['credit of Epoch AI', { source: { ...whole.source, citation: 'Somebody (2022)' } }],
    ['what it leaves out', { note: undefined }]
  ]
  test.each(broken)('without %s: %p', (name, change) => {
    expect(lacks(kinds['defaults']!, { ...whole, ...change })).toContain(name)
  })

  test('not where nothing is wrong', () => {
    expect(lacks(kinds['defaults']!, whole)).toEqual([])
  })
})

describe('derived figures are what they are derived from', () => {
  test('H100: 700 W over 989.4 Tflop/s is 0.7075 pJ/flop', () => {
    expect(facts.h100PeakOperation.value.value / (700 / 989.4e12)).toBeCloseTo(1, 4)
  })

  test('GPT-3: 6.5 TJ over 3.14e23 flop is 20.7 pJ/flop, and 20.8 with the 6.522 TJ before rounding', () => {
    const picojoulesPerFlop = inUnit(per(pico(joules), flops))(facts.gpt3Training.value)
    expect(picojoulesPerFlop).toBeGreaterThan(6.45e12 / 3.14e23 / 1e-12)
    expect(picojoulesPerFlop).toBeLessThan(6.55e12 / 3.14e23 / 1e-12)
  })

  test('HBM2 moves a bit for 3.9 pJ', () => {
    expect(inUnit(per(pico(joules), bits))(facts.hbm2Access.value)).toBe(3.9)
  })
})
