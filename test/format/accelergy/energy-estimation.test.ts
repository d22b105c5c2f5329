/** Accelergy's energy estimation: picojoules per component; Total has a capital T. */
import { decodeEnergyEstimation } from '../../../src/format/accelergy/energy-estimation'
import { Exact } from '../../../src/units/decimal'
import { right } from '../../ledger/reference'
import { exampleOf, joulesIn, messageOf, replaced, totalNamed } from '../energies/reading'

const source = exampleOf('energy-estimation.yaml')
const table = right(decodeEnergyEstimation(source))

test('each component is a total, and Total is that of all', () => {
  expect(table.actions).toEqual([])
  expect(table.totals.map(({ component, wall }) => [component.replace(/^.*\.(?=[a-z])/i, ''), wall])).toEqual(
    [
      ['DRAM[1..1]', undefined],
      ['mac', undefined],
      ['adc[1..32]', undefined],
      ['Total', 'total']
    ]
  )
  expect(joulesIn(totalNamed(table, 'Total', 'energy'))).toBe('0.00000304319')
  expect(table.notes).toEqual([expect.stringMatching(/pJ: the file names no unit/)])
})

test('what its components took makes the Total that it states, to the six digits of Accelergy', () => {
  const [total, ...components] = [...table.totals].reverse()
  const sum = components.reduce((all, { energy }) => all.plus(energy.exact), new Exact(0))
  expect(sum.toString()).toBe('0.00000304319135') // pJ to six digits: 3.04319e6
  expect(sum.toSignificantDigits(6).toString()).toBe(joulesIn(total!))
})

test('Total may be left out, as before version 0.4', () => {
  const without = right(decodeEnergyEstimation(source.replace(/ {2}Total.*\n/, '')))
  expect(without.totals).toEqual(table.totals.slice(0, -1))
})

test('components that do not make Total are told, but not where six digits cannot tell', () => {
  const told = right(decodeEnergyEstimation(replaced(source, '3043190.0', '3043300.0')))
  expect(told.notes[1]).toMatch(/add up to .*pJ, its Total is 3.0433e6 pJ/)
})

test.each([
  ['an energy below 0', '6833.35', '-6833.35', '/energy_estimation/components/2/energy (line 9)'],
  ['a total that is none', '3043190.0', 'much', '/energy_estimation/Total (line 10)'],
  ['no components', 'components:', 'parts:', '/energy_estimation/components (line 2)']
])('%s has its place', (_, piece, by, place) => {
  expect(messageOf(decodeEnergyEstimation(replaced(source, piece, by)))).toContain(place)
})
