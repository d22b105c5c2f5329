/** What a ledger is computed from. */
import { inputsBy, ledgerInputs, shapeInput } from '../../src/ledger/inputs'
import { allGiven } from '../../src/workload/known'
import { contains } from '../../src/formula/range'
import type { Input } from '../../src/formula/model'
import { decimal } from '../../src/units/decimal'
import { references } from './reference'

const entries = Object.entries<Input<unknown>>(inputsBy(allGiven, true))

test('the inputs are those of the reference ledgers, with macs and flops, but for the convergence', () => {
  const [, { inputs }] = references[0]!
  const { convergence: _, ...rest } = inputs
  expect(Object.keys(ledgerInputs).sort()).toEqual(Object.keys(rest).sort())
})

test('a measured convergence adds its shape, a number in [0, 1]', () => {
  const { shape, ...rest } = inputsBy(allGiven, true)
  expect(rest).toEqual(ledgerInputs)
  expect(shape).toBe(shapeInput)
  expect([-0.1, 0, 1, 1.1].map((σ) => contains(shape!.range, decimal(σ)))).toEqual([false, true, true, false])
})

test('no two inputs share a symbol', () => {
  const symbols = entries.map(([, { symbol }]) => symbol)
  expect(new Set(symbols).size).toBe(symbols.length)
})

test.each(entries)('%s says what it is, in a coherent unit', (_, { description, unit, symbol }) => {
  expect(description).toMatch(/^[a-z].*\w$/)
  expect(symbol).not.toBe('')
  expect(unit.factor.toString()).toBe('1')
})

test.each([
  ['errorProbability', 0, 0.5],
  ['writeErrorProbability', 0.5, 0.499],
  ['failureProbability', 1, 0.999],
  ['parameters', 0, 1e-3],
  ['macs', -1, 0],
  ['movementEnergy', -1e-15, 0],
  ['temperature', 0, 1e-9]
] as const)('%s may not be %p but may be %p', (name, outside, inside) => {
  const { range } = ledgerInputs[name]
  expect(contains(range, decimal(outside))).toBe(false)
  expect(contains(range, decimal(inside))).toBe(true)
})
