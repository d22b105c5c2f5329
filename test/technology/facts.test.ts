/** Cited facts: energies per bit and per operation, such as 3.9 pJ/bit for HBM2. */
import { facts, type Fact } from '../../src/technology/facts'
import { bits, flops, joules } from '../../src/units/si'
import { inUnit, per, pico } from '../../src/units/unit'

const rows = Object.entries(facts as unknown as Readonly<Record<string, Fact<unknown>>>)

test('there are facts', () => {
  expect(rows.map(([name]) => name)).toEqual(
    expect.arrayContaining(['hbm2Access', 'h100PeakOperation', 'gpt3Training'])
  )
})

describe.each(rows)('%s', (_, { what, value, year, evidence, source, note }) => {
  test('has a value: a positive energy for each of something', () => {
    expect(value.exact.isFinite() && value.exact.gt(0)).toBe(true)
    expect(value.dimension.name).toMatch(/^energy per \w+$/)
  })

  test('says what it is', () => {
    expect(what).toMatch(/\w+ \w+/)
  })

  test('has the year it is of', () => {
    expect(Number.isInteger(year)).toBe(true)
    expect(year).toBeGreaterThan(1960)
    expect(year).toBeLessThanOrEqual(new Date().getFullYear())
  })

  test('has an evidence grade', () => {
    expect(['measured', 'simulated', 'derived', 'specified', 'secondary']).toContain(evidence)
  })

  test('has a source that one can look up', () => {
    expect(source.citation).toMatch(/[A-Z]\w+.*(\d{4}|CC BY)/)
    if (source.url !== undefined) expect(new URL(source.url).protocol).toBe('https:')
  })

  test('credits the data of Epoch AI by name and licence', () => {
    if (/epoch/i.test(`${source.citation}${source.url ?? ''}`))
      expect(source.citation).toMatch(/^Epoch AI, .*CC BY 4\.0/)
  })

  test('says in a note what its figure leaves out, unless it is measured', () => {
    if (evidence !== 'measured') expect(note).toMatch(/\w+ \w+/)
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
