/** Designs in a file: parts with figures or formulas, and what is wrong with them. */
import { certifiedEstimateFile, estimateFile } from '../../../src/estimate/workload-file'
import { decodeDesigns } from '../../../src/format/workload/designs'
import { scenario } from '../../../src/format/workload/scenario'
import { landauer } from '../../../src/physics/thermodynamics'
import { left, right } from '../../ledger/reference'

const workload = JSON.stringify({
  name: 'LeNet on my chip',
  workload: {
    parameters: '6e4 parameter',
    precision: '8 bit',
    convergence: 'exponential',
    duration: '1 h',
    operations: '1e13 flop',
    updates: '6e9 update'
  }
})

const read = (...designs: readonly unknown[]) => decodeDesigns(JSON.stringify(designs, null, 1))

const told = (...parts: readonly unknown[]): readonly string[] =>
  left(read({ name: 'x', parts })).problems.map(({ pointer, message }) => `${pointer}: ${message}`)

const chip = {
  name: 'my chip',
  description: '28 nm test chip',
  parts: [
    { name: 'array', place: 'memory', figure: '50 fJ/mac', evidence: 'measured', source: 'lab book 12' },
    { name: 'ADC', place: 'memory', model: 'analogMac', inputs: { outputBits: '6 bit', rows: 128 } },
    { name: 'write', place: 'update', figure: '12 pJ/update' },
    {
      name: 'leakage',
      place: 'beside',
      figure: '20 µW',
      source: { citation: 'data sheet', url: 'https://example.org' }
    }
  ]
} as const

test('a design is a row: 50 fJ for 5e12 macs, 12 pJ for 6e9 updates, 20 µW for an hour', () => {
  const [row] = right(estimateFile(workload, {}, { designs: right(read(chip)) })).ledger.designs
  const values = Object.fromEntries(row!.parts!.map(({ name, energy }) => [name, energy.value]))
  expect(values).toMatchObject({ array: 0.25, write: 0.072, leakage: 0.072 })
  // Six bits by converters that thermal noise limits: some 24 kT 2^12, for each 128 macs.
  expect(values['ADC']).toBeGreaterThan(0)
  expect(values['ADC']).toBeLessThan(1e-4)
  expect(row!.description).toBe('28 nm test chip')
  expect(row!.total.sources).toEqual(
    expect.arrayContaining([
      { citation: 'lab book 12' },
      { citation: 'data sheet', url: 'https://example.org' }
    ])
  )
})

describe('beside a workload, in its file', () => {
  const beside = (...designs: readonly unknown[]): string =>
    JSON.stringify({ ...(JSON.parse(workload) as object), designs }, null, 1)

  test('a design is the row that it is in a file of its own, digit by digit', () => {
    const own = right(estimateFile(workload, {}, { designs: right(read(chip)) })).ledger.designs
    const inside = right(estimateFile(beside(chip))).ledger.designs
    expect(inside.map(({ total }) => total.energy.exact.toString())).toEqual(
      own.map(({ total }) => total.energy.exact.toString())
    )
    expect(inside.map(({ total }) => total.sources)).toEqual(own.map(({ total }) => total.sources))
  })

  test('stands before those that are given beside the file; of one name there is one', () => {
    const more = right(read({ ...chip, name: 'another' }))
    const { designs } = right(estimateFile(beside(chip), {}, { designs: more })).ledger
    expect(designs.map(({ name }) => name)).toEqual(['my chip', 'another'])
    expect(
      left(estimateFile(beside(chip), {}, { designs: right(read(chip)) })).problems.map(
        ({ pointer }) => pointer
      )
    ).toEqual(['/designs/1/name'])
  })

  test('what is wrong has its place and its line, beside what else is wrong', () => {
    const wrong = beside({ name: 'x', parts: [{ name: 'a', place: 'memory', figure: '12 pJ/update' }] })
    expect(left(estimateFile(wrong)).message).toMatch(
      /^\/designs\/0\/parts\/0\/figure \(line 18\): expected what a part takes at the memory-wall/
    )
    const both = beside({ name: 'x', parts: [{ name: 'a', place: 'update', figure: 12 }] })
    expect(left(estimateFile(both, { duration: '1 m' })).problems.map(({ pointer }) => pointer)).toEqual([
      '/workload/duration',
      '/designs/0/parts/0/figure'
    ])
  })

  test("the scenario is written as it is read, a model of one's own by its name", () => {
    const { ledger } = right(estimateFile(beside(chip)))
    const encoded = scenario.encode(ledger.scenario) as { designs: readonly { parts: readonly unknown[] }[] }
    expect(encoded.designs[0]!.parts[1]).toEqual({
      ...chip.parts[1],
      inputs: { outputBits: '6 bit', rows: '128 mac/conversion' }
    })
    const again = right(estimateFile(JSON.stringify(encoded)))
    expect(again.ledger.designs[0]!.total.energy.exact).toEqual(ledger.designs[0]!.total.energy.exact)
    const parts = [{ name: 'own', place: 'update', model: { ...landauer, name: 'mine' } as never }] as const
    expect(
      scenario.encode({ ...ledger.scenario, designs: [{ name: 'x', parts }] }) as { designs: unknown }
    ).toMatchObject({ designs: [{ name: 'x', parts: [{ name: 'own', place: 'update', model: 'mine' }] }] })
  })
})

test('a part says what it takes in one way', () => {
  expect(
    told(
      { name: 'a', place: 'update' },
      { name: 'b', place: 'update', figure: '1 pJ/update', model: 'landauer' }
    )
  ).toEqual([
    '/0/parts/0: expected one of figure, model, got none',
    '/0/parts/1: expected one of figure, model, got figure and model'
  ])
})

test('a source and a note go with a part into every output', () => {
  const source = { citation: 'thesis', url: 'https://example.org' }
  const design = {
    name: 'x',
    parts: [
      { name: 'erase', place: 'update', model: 'landauer', source },
      { name: 'leakage', place: 'beside', figure: '20 µW', evidence: 'measured', note: 'at 0.6 V' }
    ]
  }
  const { total } = right(estimateFile(workload, {}, { designs: right(read(design)) })).ledger.designs[0]!
  expect(total.sources).toContainEqual(source)
  expect(total.constraint).toMatch('(measured: at 0.6 V)')
})

test('an uncertain figure is certified; without that it is told', () => {
  const uncertain = { name: 'x', parts: [{ name: 'write', place: 'update', figure: '[10, 14] pJ/update' }] }
  const designs = right(read(uncertain))
  const [row] = right(certifiedEstimateFile(workload, {}, { designs })).ledger.designs
  expect(String(row!.total.energy)).toBe('[60.00, 84.00] mJ')
  expect(left(estimateFile(workload, {}, { designs })).problems.map(({ pointer }) => pointer)).toEqual([
    '/designs/0/parts/0/figure'
  ])
})

test('one design is read as a list of one, and its problems have no number', () => {
  const one = decodeDesigns(JSON.stringify(chip))
  expect(right(one).map(({ name }) => name)).toEqual(['my chip'])
  expect(left(decodeDesigns('{ "name": "x", "parts": [] }')).message).toBe(
    '/parts (line 1): expected a part at least, got none'
  )
  expect(left(decodeDesigns('5')).message).toMatch(/expected an object with a name and parts, got 5$/)
})

test('the same design twice is told, as a file of each may have it', () => {
  const designs = [...right(read(chip)), ...right(read(chip))]
  expect(left(estimateFile(workload, {}, { designs })).problems.map(({ pointer }) => pointer)).toEqual([
    '/designs/1/name'
  ])
})

test('what is wrong is told at its place, all at once', () => {
  expect(
    told(
      { name: 'a', place: 'roof', figure: '1 J' },
      { name: 'b', place: 'update', figure: 12 },
      { name: 'c', place: 'update', figure: '12 furlong' },
      { name: 'd', place: 'update', figure: '-1 J' },
      { name: 'e', place: 'update', model: 'staticWrit' },
      { name: 'f', place: 'memory', model: 'analogMac', inputs: { rows: '300 K' } }
    )
  ).toEqual([
    expect.stringMatching(
      /^\/0\/parts\/0\/place: expected one of "memory", "update", "consolidation", "beside"/
    ),
    expect.stringMatching(/^\/0\/parts\/1\/figure: expected an energy of each update.+, got 12$/),
    expect.stringMatching(/^\/0\/parts\/2\/figure: expected an energy of each update.+, got "12 furlong"$/),
    expect.stringMatching(
      /^\/0\/parts\/3\/figure: expected what the part takes for the whole run in \[0, ∞\) J, got "-1 J"$/
    ),
    expect.stringMatching(/^\/0\/parts\/4\/model: .+did you mean "staticWrite"\?$/),
    expect.stringMatching(/^\/0\/parts\/5\/inputs\/rows: /)
  ])
})

test('what only the whole shows is told at its place, too', () => {
  expect(told({ name: 'a', place: 'memory', figure: '12 pJ/update' })).toEqual([
    '/0/parts/0/figure: expected what a part takes at the memory-wall, in one of J/mac, J/flop, J/conversion, J/bit, J, W, got 12 pJ/update'
  ])
  expect(left(read({ name: 'cim', parts: chip.parts })).problems.map(({ pointer }) => pointer)).toEqual([
    '/0/name'
  ])
})
