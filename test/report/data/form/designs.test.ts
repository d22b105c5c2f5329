/** Designs of a ledger that was written are read back, and what they say against themselves is told. */
import { estimateFile } from '../../../../src/estimate/workload-file'
import { decodeDesigns } from '../../../../src/format/workload/designs'
import { ledgerJson } from '../../../../src/report/data/ledger'
import { decodeEstimate } from '../../../../src/report/data/form/estimate'
import { left, right } from '../../../ledger/reference'

const file = JSON.stringify({
  name: 'a chip',
  workload: {
    parameters: '6e4 parameter',
    precision: '8 bit',
    convergence: 'exponential',
    duration: '1 h',
    operations: '1e13 flop',
    updates: '6e9 update'
  }
})

const chip = JSON.stringify({
  name: 'my chip',
  parts: [
    { name: 'write', place: 'update', figure: '12 pJ/update' },
    { name: 'leakage', place: 'beside', figure: '20 µW' }
  ]
})

const written = ledgerJson(right(estimateFile(file, {}, { designs: right(decodeDesigns(chip)) })))

test('parts, walls and total come back', () => {
  const { designs = [] } = right(decodeEstimate(written))
  const [row] = designs
  expect(row!.parts!.map(({ name, place, energy }) => [name, place, energy.value])).toEqual([
    ['write', 'update', 0.072],
    ['leakage', 'beside', 0.072]
  ])
  expect([row!.walls!.update!.energy.value, row!.beside!.energy.value, row!.total.energy.value]).toEqual([
    0.072, 0.072, 0.144
  ])
  expect(row!.walls!.memory).toBeUndefined()
})

test('a total that is not the sum of its walls and what is beside them is told', () => {
  const wrong = written.replace('"0.144"', '"0.145"')
  expect(wrong).not.toBe(written)
  expect(left(decodeEstimate(wrong)).problems.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['/designs/0/total'])
  )
})

test('a claim that its tier does not bear is told', () => {
  const at = written.indexOf('"designs"')
  const wrong = written.slice(0, at) + written.slice(at).replace('"estimate"', '"lower bound"')
  expect(left(decodeEstimate(wrong)).problems[0]!.message).toMatch(
    /^expected "estimate", as its tier is empirical/
  )
})
