/** The best of a file agrees with the ledgers of its designs. */
import { jsonText } from '../../src/units/visible'
import { estimateFile } from '../../src/estimate/workload-file'
import { optimiseFile, optimiseValue } from '../../src/estimate/optimise'
import { right } from '../ledger/reference'
import { exampleText } from './files'

const total = (text: string, row: string, set: Readonly<Record<string, string>>): number =>
  right(estimateFile(text, set)).ledger.paradigms.find(({ name }) => name === row)!.total.energy.value

test('what was found is what the ledger of that design says', () => {
  const text = exampleText('brain-scale')
  const { found } = right(
    optimiseFile(text, { minimise: 'cim', over: ['outputBits=4 bit..12 bit:whole', 'rows=1..64'] })
  )
  const { value, chosen } = found as Extract<typeof found, { kind: 'found' }>
  expect(chosen.map(({ name, end }) => [name, end])).toEqual([['outputBits', 'lower'], ['rows', 'upper']]) // prettier-ignore
  expect(value.upper.value / total(text, 'cim', { outputBits: '4 bit', rows: '64' })).toBeCloseTo(1, 14)
})

test('steps that are not said to shrink so far shrink to the precision, whatever is chosen', () => {
  const convergence = { meanStep: 0.2, shape: 0.4 }
  const workload = { parameters: '1e6 parameter', precision: '8 bit', convergence, duration: '1 h', operations: '1e12 flop', updates: 'one per flop' } // prettier-ignore
  const value = { name: 'measured', workload }
  const { found } = right(
    optimiseValue(value, { minimise: 'limDissipated', over: ['precision=4.5 bit..12 bit'] })
  )
  const { upper } = (found as Extract<typeof found, { kind: 'found' }>).value
  expect(upper.value / total(jsonText(value), 'limDissipated', { precision: '4.5 bit' })).toBeCloseTo(1, 14)
})

test('what is said may not be chosen, too', () => {
  const wish = { minimise: 'floor', over: ['temperature=4 K..400 K'] }
  expect(optimiseFile(exampleText('brain-scale'), wish, { temperature: '4 K' })).toMatchObject({
    left: { message: expect.stringContaining('temperature: it varies, and is said to be 4 K') as string }
  })
})
