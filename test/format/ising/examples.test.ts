/** The Ising problems in examples/: what they say is known is so, and annealing finds it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeGset } from '../../../src/format/ising/gset'
import { decodeIsing } from '../../../src/format/ising/ising'
import { anneal } from '../../../src/workload/ising/annealing'
import { right } from '../../ledger/reference'
import { torusEdges } from '../../workload/ising/graphs'

const textOf = (file: string): string => readFileSync(join(__dirname, '../../../examples', file), 'utf8')

test('the spin glass is the torus of 20 × 20 that a seed makes', () => {
  const lines = torusEdges(20, 20, 2024).map(([i, j, weight]) => `${i + 1} ${j + 1} ${weight}\n`)
  expect(textOf('spin-glass.txt')).toBe(`400 800\n${lines.join('')}`)
})

test('from every seed, annealing finds the best cut of the spin glass that many long runs found', () => {
  const { problem } = right(decodeGset(textOf('spin-glass.txt'), 'spin-glass'))
  for (const seed of [1, 2, 3]) expect(right(anneal(problem, { seed })).cut).toBe(268)
})

test('the known energy of the random problem is the least of all its states, and annealing finds it', () => {
  const { problem, knownEnergy } = right(decodeIsing(textOf('random-ising.json')))
  const { spins, offsets, neighbours, couplings, fields } = problem
  // Along a Gray code each state differs from the one before by one spin.
  const state = new Int8Array(spins).fill(-1)
  const local = fields.slice()
  for (let i = 0; i < spins; i++)
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) local[i]! -= couplings[at]!
  let energy = -fields.reduce((sum, field) => sum - field, 0) - couplings.reduce((sum, J) => sum + J, 0) / 2
  let least = energy
  for (let step = 1; step < 2 ** spins; step++) {
    const i = 31 - Math.clz32(step & -step)
    const twice = 2 * state[i]!
    energy += twice * local[i]!
    state[i] = -state[i]!
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) local[neighbours[at]!]! -= twice * couplings[at]!
    least = Math.min(least, energy)
  }
  expect(least).toBeCloseTo(knownEnergy!, 8)
  for (const seed of [1, 2, 3])
    for (const update of ['sequential', 'coloured'] as const)
      expect(right(anneal(problem, { seed, update })).energy).toBeCloseTo(knownEnergy!, 8)
})
