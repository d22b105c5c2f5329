/** Cited facts: every row of every table has value, unit, what it is, source, year and evidence; 3.9 pJ/bit for HBM2. */
import { facts, type Fact } from '../../src/technology/facts'
import { learningEnergies } from '../../src/technology/learning'
import { factTables } from '../../src/technology/tables'
import { spinUpdateEnergies, updateEnergies } from '../../src/technology/updates'
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
  spins: /^energy per update$/,
  learning: /^energy$/,
  ising: /^(time|energy)$/,
  neuromorphic: /^energy$/,
  brain: /^(power|a pure number)$/,
  chips: /^energy$/,
  devices: /^(resistance|time|a pure number|energy)$/,
  experiments: /^a pure number$/
}

/** Heat may be taken up. */
const isSigned = ({ what }: Partial<Fact<unknown>>): boolean => /^Heat of one erasure/.test(what ?? '')

const isPositive = (value: unknown): boolean =>
  isQuantity(value) && value.exact.isFinite() && value.exact.gt(0)

const isUrl = (url: unknown): boolean =>
  typeof url === 'string' && URL.canParse(url) && new URL(url).protocol === 'https:'

/** What a row lacks. It may be anything: rows are read from text, and a type does not hold what a cell says. */
const lacks = (kind: RegExp, row: Partial<Fact<unknown>>): readonly string[] => {
  const { what, value, upTo, year, evidence, source, note } = row
  const { citation = '', url } = (source ?? {}) as Partial<Fact<unknown>['source']>
  const refused: Readonly<Record<string, boolean>> = {
    value: !(isPositive(value) || (isSigned(row) && isQuantity(value) && value.exact.isFinite())),
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

  const joulesOf = (rows: readonly Fact<unknown>[], what: string): readonly number[] => {
    const { value, upTo = value } = rows.find((row) => row.what === what)!
    return [value.value, upTo.value]
  }

  test.each([
    // An operation of 28065 Gop/s/W; a classification and the 7.5 % that learning adds.
    [learningEnergies(), 'operation: training in phase-change memory with capacitors', 1 / 28065e9],
    [
      learningEnergies(),
      'sample: spiking chip with direct feedback (65 nm), image of a digit',
      236.5e-9 * 1.075
    ],
    // A board's power over its flips.
    [spinUpdateEnergies(), 'flip: FPGA of 1024 p-bits, above idle', 0.5554 / (1024 * 50e6)],
    [spinUpdateEnergies(), 'flip: FPGA of 1024 p-bits, its datapath', 0.4675 / 5.1199e10],
    [spinUpdateEnergies(), 'flip: FPGA of 1024 p-bits, whole board', 3.6917 / 5.12e10],
    [spinUpdateEnergies(), 'flip: six FPGAs with 10⁶ p-bits', 150 / 2.53e12],
    [spinUpdateEnergies(), 'write: FPGA of 256 p-bits, what couples one', 0.1114 / 2527457]
  ])('row %#', (rows, what, expected) => {
    expect(Math.abs(joulesOf(rows, what)[0]! / expected - 1)).toBeLessThan(0.006)
  })

  test('six FPGAs take up to 180 W for their flips', () => {
    const [, most] = joulesOf(spinUpdateEnergies(), 'flip: six FPGAs with 10⁶ p-bits')
    expect(Math.abs(most! / (180 / 2.53e12) - 1)).toBeLessThan(0.006)
  })

  test('a verified write of the RRAM takes 460 times what a pulse does, as its abstract says', () => {
    const of = (what: string): number => joulesOf(updateEnergies(), what)[0]!
    expect(of('verified write: HfOx/Ti RRAM') / of('pulse: HfOx/Ti RRAM, reset below 1 V') / 460).toBeCloseTo(
      1,
      1
    )
  })
})

test('a row of an update or of learning names its kind before the colon', () => {
  for (const { what } of [...updateEnergies(), ...spinUpdateEnergies(), ...learningEnergies()])
    expect(what).toMatch(/^[A-Za-z][a-z -]+: \S/)
})
