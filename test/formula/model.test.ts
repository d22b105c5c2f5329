import { expectTypeOf } from 'expect-type'
import fc from 'fast-check'
import {
  claimOf,
  comparedBy,
  input,
  termsIn,
  narrowestTier,
  tiers,
  type Given,
  type Tier,
  type Values
} from '../../src/formula/model'
import { model } from '../../src/physics/own'
import { decimal } from '../../src/units/decimal'
import type { Dimensionless, Energy, Temperature } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import { contains } from '../../src/units/range'
import { joules, kelvin, one } from '../../src/units/si'
import { symbol } from './graphs'

const anyTier = fc.constantFrom(...tiers)

describe('tiers', () => {
  test('from the widest evidence to the narrowest they are theorem, circuit, model, empirical', () => {
    expect(tiers).toEqual(['theorem', 'circuit', 'model', 'empirical'])
  })

  test.each([
    [[], 'theorem'],
    [['theorem'], 'theorem'],
    [['model', 'theorem'], 'model'],
    [['theorem', 'circuit', 'model'], 'model'],
    [['circuit', 'theorem'], 'circuit'],
    [['empirical', 'theorem'], 'empirical'],
    [['circuit', 'circuit'], 'circuit']
  ] as readonly (readonly [readonly Tier[], Tier])[])('the narrowest of %j is %s', (of, narrowest) => {
    expect(narrowestTier(of)).toBe(narrowest)
  })

  test('the narrowest is one of them, and none is narrower', () => {
    fc.assert(
      fc.property(fc.array(anyTier, { minLength: 1 }), (of) => {
        const narrowest = narrowestTier(of)
        expect(of).toContain(narrowest)
        for (const tier of of) expect(tiers.indexOf(tier)).toBeLessThanOrEqual(tiers.indexOf(narrowest))
      })
    )
  })

  test('the narrowest of parts is the narrowest of the narrowest of each', () => {
    fc.assert(
      fc.property(fc.array(anyTier), fc.array(anyTier), (a, b) => {
        expect(narrowestTier([...a, ...b])).toBe(narrowestTier([narrowestTier(b), narrowestTier(a)]))
      })
    )
  })

  test('only what covers every machine, or every circuit of a class, is claimed to be a bound', () => {
    expect(tiers.map((tier) => [tier, claimOf(tier)])).toEqual([
      ['theorem', 'lower bound'],
      ['circuit', 'lower bound of a class'],
      ['model', 'cost of a machine'],
      ['empirical', 'estimate']
    ])
  })

  test('one part that is the cost of a machine makes of all bounds no more than that', () => {
    fc.assert(
      fc.property(fc.array(anyTier), (of) => {
        expect(claimOf(narrowestTier([...of, 'model']))).not.toContain('bound')
        expect(claimOf(narrowestTier(of)).includes('bound')).toBe(
          of.every((tier) => claimOf(tier).includes('bound'))
        )
      })
    )
  })
})

const temperature = input('T', kelvin, '(0, ∞)', 'absolute temperature')
const error = input('ε', one, '[0, ½]', 'probability of error')

describe('inputs', () => {
  test('have a symbol, a unit, a range and a description', () => {
    expect(error).toMatchObject({
      symbol: 'ε',
      description: 'probability of error',
      range: { text: '[0, ½]' }
    })
    expect([error.unit, temperature.unit]).toEqual([one, kelvin])
    expect([contains(error.range, decimal('0.5')), contains(error.range, decimal('0.51'))]).toEqual([
      true,
      false
    ])
  })

  test('are given as quantities, and as numbers only where they are pure numbers', () => {
    expectTypeOf<Given<Temperature>>().toEqualTypeOf<Quantity<Temperature>>()
    expectTypeOf<Given<Dimensionless>>().toEqualTypeOf<number | Quantity<Dimensionless>>()
    type Both = Values<{ temperature: typeof temperature; error: typeof error }>
    const right: Both = { temperature: kelvin(300), error: 0.1 }
    const alsoRight: Both = { temperature: kelvin(300), error: one('0.1') }
    // @ts-expect-error -- 300 of what?
    const bare: Both = { temperature: 300, error: 0.1 }
    // @ts-expect-error -- an input is missing
    const missing: Both = { temperature: kelvin(300) }
    // @ts-expect-error -- an energy is no temperature
    const wrong: Both = { temperature: joules(300), error: 0.1 }
    expect([right, alsoRight, bare, missing, wrong].map((of) => Object.keys(of).length)).toEqual([
      2, 2, 2, 1, 2
    ])
  })
})

describe('the models in a formula', () => {
  const common = { unit: joules, constraint: 'none', summary: 'for a test' } as const
  const energy = input('E', joules, '[0, ∞)', 'an energy')
  const cap = input('C', joules, '(0, ∞)', 'a cap')
  const inner = model({
    ...common,
    name: 'inner',
    symbol: 'i',
    inputs: { energy, cap },
    formula: ({ energy, cap }) => energy.plus(cap),
    requires: ({ energy, cap }) => [energy.below(cap)],
    tier: 'model'
  })
  const outer = model({
    ...common,
    name: 'outer',
    symbol: 'o',
    inputs: { energy },
    formula: ({ energy }) => inner.of({ energy, cap: energy.times(2) }).times(3),
    tier: 'theorem'
  })
  const E = symbol('E', joules)
  const E0: typeof E = symbol<Energy>('E0', joules)

  test('are found where they stand, and those inside them only if asked for', () => {
    const { node } = outer.of({ energy: E }).plus(inner.of({ energy: E, cap: E0 }))
    expect(termsIn([node], false).map((term) => term.model.name)).toEqual(['outer', 'inner'])
    expect(termsIn([node], true).map((term) => term.model.name)).toEqual(['outer', 'inner', 'inner'])
  })

  test('are found once where they are shared', () => {
    const shared = inner.of({ energy: E, cap: E0 })
    expect(termsIn([shared.plus(shared).node, shared.node], true)).toHaveLength(1)
  })

  test('are found in the conditions of other models too', () => {
    const inCondition = model({
      ...common,
      name: 'conditioned',
      symbol: 'c',
      inputs: { energy },
      formula: ({ energy }) => energy,
      requires: ({ energy }) => [outer.of({ energy }).below(energy)],
      tier: 'theorem'
    })
    const { node } = inCondition.of({ energy: E })
    expect(termsIn([node], false).map((term) => term.model.name)).toEqual(['conditioned'])
    expect(termsIn([node], true).map((term) => term.model.name)).toEqual(['conditioned', 'outer', 'inner'])
    expect(inCondition.tier).toBe('model')
  })

  test('there are none in a formula of inputs and constants', () => {
    expect(termsIn([E.times(2).plus(E0).node], true)).toEqual([])
  })

  test('a condition compares the input of a range, or both sides of a relation', () => {
    const [onEnergy, onCap, relation] = termsIn([inner.of({ energy: E, cap: E0 }).node], false)[0]!.conditions
    expect([onEnergy, onCap, relation].map((condition) => condition!.kind)).toEqual([
      'range',
      'range',
      'relation'
    ])
    expect(comparedBy(onEnergy!)).toEqual([E.node])
    expect(comparedBy(onCap!)).toEqual([E0.node])
    expect(comparedBy(relation!)).toEqual([E.node, E0.node])
  })

  test('a formula covers no more than the models it is made of', () => {
    expect([inner.tier, outer.tier]).toEqual(['model', 'model'])
  })
})
