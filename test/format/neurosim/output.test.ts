/** NeuroSim_Output.csv: a row an epoch, and a run is the sum of its epochs. */
import fc from 'fast-check'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { decodeNeuroSimBreakdown } from '../../../src/format/neurosim/neurosim'
import { decodeNeuroSimOutput } from '../../../src/format/neurosim/output'
import { right } from '../../ledger/reference'
import { exampleOf, joulesIn, linesOf, messageOf, totalNamed } from '../energies/reading'

const steps = ['forward', 'activation gradient', 'weight gradient', 'weight update']
const header = [
  ...steps.map((step) => `L_${step} (s)`),
  ...steps.map((step) => `E_${step} (J)`),
  ...steps.map((step) => `E_${step}_Peak (J)`),
  ...['TOPS/W', 'TOPS']
].join(',')

const output = (...epochs: readonly (readonly (number | string)[])[]): string =>
  [header, ...epochs.map((four) => ['9,9,9,9', ...four, '0.1,0.1,0.1,0.1', '6,6'].join(',')), ''].join('\n')

test('each epoch is a row, and the run is their sum, at the walls that they are of', () => {
  const table = right(decodeNeuroSimOutput(output([0.25, 0.5, 4, 0.125], [0.25, 0.5, 4, 0.0625])))
  expect(joulesIn(totalNamed(table, 'epoch 1', 'E_weight update'))).toBe('0.125')
  expect(joulesIn(totalNamed(table, 'epoch 2', 'E_weight update'))).toBe('0.0625')
  expect(
    table.totals
      .filter(({ component }) => component === 'Total')
      .map((each) => [each.part, each.wall, joulesIn(each)])
  ).toEqual([
    ['E_forward', 'memory', '0.5'],
    ['E_activation gradient', 'memory', '1'],
    ['E_weight gradient', 'memory', '8'],
    ['E_weight update', 'update', '0.1875'],
    ['E_forward_Peak', undefined, '0.2'],
    ['E_activation gradient_Peak', undefined, '0.2'],
    ['E_weight gradient_Peak', undefined, '0.2'],
    ['E_weight update_Peak', undefined, '0.2']
  ])
  expect(table.notes[0]).toMatch(/of which there are 2; the file states no total: Total is their sum/)
})

test('the row of an epoch is the Total that the breakdown of the epoch states', () => {
  const run = right(decodeNeuroSimOutput(exampleOf('NeuroSim_Output.csv')))
  const epoch = right(decodeNeuroSimBreakdown(exampleOf('NeuroSim_Breakdown_Epoch_1.csv')))
  for (const [inRun, inEpoch] of [
    ['forward', 'FW'],
    ['activation gradient', 'AG'],
    ['weight gradient', 'WG'],
    ['weight update', 'WU']
  ] as const)
    for (const [mine, theirs] of [
      [`E_${inRun}`, `energy_${inEpoch}`],
      [`E_${inRun}_Peak`, `Peak_energy_${inEpoch}`]
    ] as const) {
      const [row, total] = [totalNamed(run, 'epoch 1', mine), totalNamed(epoch, 'Total', theirs)]
      expect([joulesIn(row), row.wall]).toEqual([joulesIn(total), total.wall])
    }
})

test('the sum is exact, however many epochs there are', () => {
  const energy = fc.integer({ min: 0, max: 999999 })
  fc.assert(
    fc.property(fc.array(energy, { minLength: 1, maxLength: 30 }), (millionths) => {
      const table = right(decodeNeuroSimOutput(output(...millionths.map((each) => [1, 1, 1, `${each}e-6`]))))
      const sum = millionths.reduce((all, each) => all + each, 0)
      expect(totalNamed(table, 'Total', 'E_weight update').energy.exact.eq(`${sum}e-6`)).toBe(true)
    })
  )
})

test('the kind of file shows in its text', () => {
  expect(right(decodeEnergyFile(output([1, 1, 1, 1]))).format).toBe('NeuroSim output')
})

test('what is wrong has its line', () => {
  const nan = decodeNeuroSimOutput(output([1, 1, 1, 1], [1, '-nan', 1, 1]))
  expect(messageOf(nan)).toContain('E_activation gradient: expected 0 J or more, got "-nan"')
  expect(linesOf(nan)).toEqual([3])
  expect(messageOf(decodeNeuroSimOutput(output()))).toMatch(/\(line 1\): expected a row for each epoch/)
  expect(messageOf(decodeNeuroSimOutput(output([1, 1, 1, 1]).replace('E_forward (J)', 'E_forward')))).toMatch(
    /E_forward: expected a unit of energy in parentheses, such as \(J\), got none/
  )
  expect(messageOf(decodeNeuroSimOutput(output([1, 1, 1, 1]).replace('E_weight update (J)', 'x')))).toMatch(
    /expected a column "E_weight update \(J\)" once, got none/
  )
  expect(linesOf(decodeNeuroSimOutput(output([1, 1, 1, 1]).split(',').slice(0, -8).join(',')))).toContain(2)
})
