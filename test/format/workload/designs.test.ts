/** Designs in a workload file: parts with figures or formulas, and what is wrong with them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { certifiedEstimateFile, estimateFile } from '../../../src/estimate/workload-file'
import { left, right } from '../../ledger/reference'

const file = (...designs: readonly unknown[]): string =>
  JSON.stringify({
    name: 'LeNet on my chip',
    workload: {
      parameters: '6e4 parameter',
      precision: '8 bit',
      convergence: 'exponential',
      duration: '1 h',
      operations: '1e13 flop',
      updates: '6e9 update'
    },
    designs
  })

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
  const [row] = right(estimateFile(file(chip))).ledger.designs
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

test('an uncertain figure is certified', () => {
  const uncertain = { name: 'x', parts: [{ name: 'write', place: 'update', figure: '[10, 14] pJ/update' }] }
  const [row] = right(certifiedEstimateFile(file(uncertain))).ledger.designs
  expect(String(row!.total.energy)).toBe('[60.00, 84.00] mJ')
  expect(left(estimateFile(file(uncertain))).problems.map(({ pointer }) => pointer)).toEqual([
    '/designs/0/parts/0/figure'
  ])
})

test('the schema knows designs', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../schemas/workload.json'), 'utf8')) as object
  const validate = new Ajv({ strict: false }).compile(schema)
  expect(validate(JSON.parse(file(chip)))).toBe(true)
  expect(
    validate(JSON.parse(file({ name: 'x', parts: [{ name: 'a', place: 'roof', figure: '1 J' }] })))
  ).toBe(false)
})

const told = (...parts: readonly unknown[]): readonly string[] =>
  left(estimateFile(file({ name: 'x', parts }))).problems.map(
    ({ pointer, message }) => `${pointer}: ${message}`
  )

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
      /^\/designs\/0\/parts\/0\/place: expected one of "memory", "update", "consolidation", "beside"/
    ),
    expect.stringMatching(/^\/designs\/0\/parts\/1\/figure: expected an energy of each update.+, got 12$/),
    expect.stringMatching(
      /^\/designs\/0\/parts\/2\/figure: expected an energy of each update.+, got "12 furlong"$/
    ),
    expect.stringMatching(
      /^\/designs\/0\/parts\/3\/figure: expected what the part takes in \[0, ∞\) J, got "-1 J"$/
    ),
    expect.stringMatching(/^\/designs\/0\/parts\/4\/model: .+did you mean "staticWrite"\?$/),
    expect.stringMatching(/^\/designs\/0\/parts\/5\/inputs\/rows: /)
  ])
})

test('what only the whole shows is told at its place, too', () => {
  expect(told({ name: 'a', place: 'memory', figure: '12 pJ/update' })).toEqual([
    '/designs/0/parts/0/figure: expected what a part takes at the memory-wall, in one of J/mac, J/flop, J/conversion, J/bit, J, W, got 12 pJ/update'
  ])
  expect(
    left(estimateFile(file({ name: 'cim', parts: chip.parts }))).problems.map(({ pointer }) => pointer)
  ).toEqual(['/designs/0/name'])
})
