/** What a ledger is computed from. */
import { coolingInputs, inputsBy, ledgerInputs, measuredInputs } from '../../src/ledger/inputs'
import { allGiven } from '../../src/workload/known'
import { contains } from '../../src/formula/range'
import type { Input } from '../../src/formula/model'
import { decimal } from '../../src/units/decimal'
import { references } from './reference'

const entries = Object.entries<Input<unknown>>(inputsBy(allGiven, true, 'stated'))

test('the inputs are those of the reference ledgers, with macs and flops, but for the convergence', () => {
  const [, { inputs }] = references[0]!
  const { convergence: _, ...rest } = inputs
  expect(Object.keys(inputsBy(allGiven, false, 'none')).sort()).toEqual(Object.keys(rest).sort())
  expect(Object.keys(ledgerInputs).sort()).toEqual(Object.keys(rest).sort())
})

test('a measured convergence adds its mean step, its shape and how far its steps shrink', () => {
  expect(inputsBy(allGiven, true, 'none')).toEqual({ ...ledgerInputs, ...measuredInputs })
})

test('cold adds where its heat goes, and how well it is pumped there unless by a perfect machine', () => {
  const { ambientTemperature } = coolingInputs
  expect(inputsBy(allGiven, false, 'perfect')).toEqual({ ...ledgerInputs, ambientTemperature })
  expect(inputsBy(allGiven, false, 'stated')).toEqual({ ...ledgerInputs, ...coolingInputs })
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
  ['temperature', 0, 1e-9],
  ['solutionErrorProbability', 0, 0.5],
  ['hopsPerUpdate', 0, 1e-3],
  ['flipProbability', 1.1, 0],
  ['reuse', 0.9, 1],
  ['meanStep', 0, 1],
  ['shape', 1.1, 0],
  ['shape', -0.1, 1],
  ['stepRange', -1, 0],
  ['ambientTemperature', 0, 1e-9],
  ['carnotFraction', 0, 1],
  ['carnotFraction', 1.1, 1e-9]
] as const)('%s may not be %p but may be %p', (name, outside, inside) => {
  const { range } = { ...ledgerInputs, ...measuredInputs, ...coolingInputs }[name]
  expect(contains(range, decimal(outside))).toBe(false)
  expect(contains(range, decimal(inside))).toBe(true)
})
