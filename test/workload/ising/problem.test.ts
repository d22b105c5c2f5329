/** Ising problems: H(s) = −Σ J s s − Σ h s, in units of J. One bond of J = 1 between equal spins: −1. */
import fc from 'fast-check'
import { isingProblem, maxCut, mostSpins, type Coupling } from '../../../src/workload/ising/problem'
import { cutSize, isingEnergy, localFields } from '../../../src/workload/ising/energy'
import { left, right } from '../../ledger/reference'
import { couplingsOf, energyOf, exactValue, problems, stateOf } from './graphs'

const spins = 7
const given = fc.record({
  couplings: couplingsOf(spins, exactValue),
  fields: fc.array(exactValue, { minLength: spins, maxLength: spins }),
  state: stateOf(spins)
})

test('a positive coupling favours equal spins, and a positive field favours +1', () => {
  const bond = right(isingProblem({ spins: 2, couplings: [[0, 1, 1]] }))
  expect(energyOf(bond, [1, 1])).toBe(-1)
  expect(energyOf(bond, [1, -1])).toBe(1)
  const field = right(isingProblem({ spins: 1, couplings: [], fields: [2] }))
  expect(energyOf(field, [1])).toBe(-2)
  expect(energyOf(field, [-1])).toBe(2)
})

test('the energy is the sum over pairs and spins, as it is written', () => {
  fc.assert(
    fc.property(given, ({ couplings, fields, state }) => {
      const pairs = couplings.reduce((sum, [i, j, value]) => sum - value * state[i]! * state[j]!, 0)
      const all = fields.reduce((sum, field, i) => sum - field * state[i]!, pairs)
      expect(energyOf(right(isingProblem({ spins, couplings, fields })), state)).toBeCloseTo(all, 10)
    })
  )
})

test('a flip raises the energy by twice the spin times the field that it feels', () => {
  fc.assert(
    fc.property(given, fc.nat(spins - 1), ({ couplings, fields, state }, i) => {
      const problem = right(isingProblem({ spins, couplings, fields }))
      const flipped = state.map((spin, at) => (at === i ? -spin : spin))
      expect(energyOf(problem, flipped) - energyOf(problem, state)).toBe(
        2 * state[i]! * localFields(problem, state)[i]! + 0 // no −0
      )
    })
  )
})

test('a cut is the weight of the edges whose ends differ', () => {
  fc.assert(
    fc.property(given, ({ couplings: edges, state }) => {
      const cut = edges.reduce((sum, [i, j, weight]) => sum + (state[i] === state[j] ? 0 : weight), 0)
      expect(right(cutSize(right(maxCut({ nodes: spins, edges })), state))).toBe(cut)
    })
  )
})

test('turning every spin leaves the energy as it is where there are no fields', () => {
  fc.assert(
    fc.property(given, ({ couplings, state }) => {
      const problem = right(isingProblem({ spins, couplings }))
      expect(
        energyOf(
          problem,
          state.map((spin) => -spin)
        )
      ).toBe(energyOf(problem, state))
    })
  )
})

test('each neighbour list names who names it, with the same coupling', () => {
  fc.assert(
    fc.property(problems(exactValue, 8), ({ spins: n, offsets, neighbours, couplings }) => {
      const bonds = Array.from({ length: n }, (_, i) =>
        Array.from({ length: offsets[i + 1]! - offsets[i]! }, (__, at) => {
          const place = offsets[i]! + at
          return `${Math.min(i, neighbours[place]!)} ${Math.max(i, neighbours[place]!)} ${couplings[place]!}`
        })
      ).flat()
      for (const bond of bonds) expect(bonds.filter((other) => other === bond)).toHaveLength(2)
      expect(couplings).not.toContain(0)
    })
  )
})

describe('what is none is refused, all of it at once', () => {
  const messageOf = (couplings: readonly Coupling[], fields?: readonly number[]): string =>
    left(isingProblem({ spins: 3, couplings, ...(fields === undefined ? {} : { fields }) })).message

  test.each<[string, readonly Coupling[], string]>([
    ['an index that is too large', [[0, 3, 1]], 'couplings/0: expected a spin from 0 to 2, got 3'],
    ['an index below 0', [[-1, 2, 1]], 'couplings/0: expected a spin from 0 to 2, got -1'],
    ['an index between two', [[0.5, 2, 1]], 'couplings/0: expected a spin from 0 to 2, got 0.5'],
    ['a spin with itself', [[1, 1, 1]], 'couplings/0: expected two different spins, got 1 with itself'],
    [
      'a coupling that is not finite',
      [[0, 1, Infinity]],
      'couplings/0: expected a finite number, got Infinity'
    ],
    ['a coupling that is no number', [[0, 1, NaN]], 'couplings/0: expected a finite number, got NaN'],
    [
      'a pair twice',
      [
        [0, 1, 1],
        [0, 1, 1]
      ],
      'couplings/1: expected each pair of spins once, got 0 and 1 again'
    ],
    [
      'a pair both ways',
      [
        [0, 1, 1],
        [1, 0, 2]
      ],
      'couplings/1: expected each pair of spins once, got 1 and 0 again'
    ]
  ])('%s', (_, couplings, message) => {
    expect(messageOf(couplings)).toBe(`isingProblem: ${message}`)
  })

  test('fields that are too few, or not finite', () => {
    expect(messageOf([], [1, 2])).toBe('isingProblem: fields: expected a field for each of 3 spins, got 2')
    expect(messageOf([], [1, NaN, 2])).toBe('isingProblem: fields/1: expected a finite number, got NaN')
  })

  test.each([0, -1, 1.5, NaN, mostSpins + 1])('%p spins', (count) => {
    expect(left(isingProblem({ spins: count, couplings: [] })).message).toMatch(
      /^isingProblem: spins: expected/
    )
    expect(left(maxCut({ nodes: count, edges: [] })).message).toMatch(/^maxCut: nodes: expected/)
  })

  test('couplings whose sum float64 does not hold', () => {
    expect(
      messageOf([
        [0, 1, 1e308],
        [1, 2, 1e308]
      ])
    ).toMatch(/energies that float64 holds/)
  })

  test('three slips are three problems', () => {
    expect(
      messageOf([
        [0, 9, 1],
        [1, 1, 1],
        [0, 1, NaN]
      ]).split('\n')
    ).toHaveLength(3)
  })

  test('a state of other spins, or of no spins', () => {
    const problem = right(isingProblem({ spins: 2, couplings: [] }))
    for (const state of [[1], [1, 1, 1], [1, 0], [1, 2]])
      expect(left(isingEnergy(problem, state)).message).toMatch(/expected 2 spins of 1 or -1/)
    expect(left(cutSize(problem, [1, 1])).message).toMatch(/expected a Max-Cut problem/)
    expect(left(cutSize(right(maxCut({ nodes: 2, edges: [] })), [1])).message).toMatch(/2 spins/)
  })
})
