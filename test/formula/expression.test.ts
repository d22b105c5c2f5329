import { expectTypeOf } from 'expect-type'
import { binary, unary } from '../../src/formula/algebra'
import { derivativeBy } from '../../src/formula/derivative'
import {
  angle,
  arsinh,
  artanh,
  constant,
  entropy,
  entropyDifference,
  exp,
  expm1,
  Expression,
  half,
  langevin,
  ln,
  ln2,
  lnRatio,
  log1p,
  logOdds,
  max,
  min,
  number,
  phi1,
  phi2,
  pow,
  relativeEntropy,
  resetDissipation,
  sqrt,
  two,
  unity,
  zero
} from '../../src/formula/expression'
import {
  dimensions,
  type Dimensionless,
  type Energy,
  type EnergyPerBit,
  type EnergyPerUpdate,
  type Length
} from '../../src/units/dimension'
import { areas, bits, hertz, joules, kelvin, metres, one, seconds, updates, watts } from '../../src/units/si'
import { symbol, written } from './graphs'

const E = symbol('E', joules)
const F = symbol('F', joules)
const P = symbol('P', watts)
const T = symbol('T', kelvin)
const τ = symbol('τ', seconds)
const f = symbol('f', hertz)
const A = symbol('A', areas)
const L = symbol('L', metres)
const N = symbol('N', updates)
const x = symbol('x', one)
const y = symbol('y', one)

describe('sums', () => {
  test('are of quantities of one dimension', () => {
    const sum: Expression<Energy> = E.plus(F).minus(E)
    expect([written(sum), sum.dimension]).toEqual(['sub(add(E, F), E)', dimensions.energy])
    expect(written(E.plus(P.times(τ)))).toBe('add(E, mul(P, τ))')
    // @ts-expect-error -- a power is no energy
    expect(() => E.plus(P)).toThrow('cannot add power to energy')
    // @ts-expect-error -- nor is an energy per update
    expect(() => E.minus(E.over(N))).toThrow('cannot subtract energy per update from energy')
    // @ts-expect-error -- nor a pure number
    expect(() => E.plus(x)).toThrow('cannot add a pure number to energy')
    // @ts-expect-error -- and not the other way round either
    expect(() => x.plus(E)).toThrow('cannot add energy to a pure number')
  })

  test('a dimension is checked after cancelling', () => {
    expect(written(x.plus(E.over(F)))).toBe('add(x, div(E, F))')
    // @ts-expect-error -- fτ² is a time
    expect(() => x.plus(f.times(τ).times(τ))).toThrow('cannot add time to a pure number')
  })
})

describe('products and quotients', () => {
  test('have the product or quotient of the dimensions', () => {
    const energy: Expression<Energy> = P.times(τ)
    const perUpdate: Expression<EnergyPerUpdate> = E.over(N)
    const pure: Expression<Dimensionless> = f.times(τ)
    expect([energy, perUpdate, pure].map((of) => of.dimension)).toEqual([
      dimensions.energy,
      dimensions['energy per update'],
      dimensions['a pure number']
    ])
    expect([energy, perUpdate, pure].map(written)).toEqual(['mul(P, τ)', 'div(E, N)', 'mul(f, τ)'])
    // @ts-expect-error -- Pτ is an energy
    const wrong: Expression<Energy> = P.over(τ)
    expect(wrong.dimension).not.toBe(dimensions.energy)
  })

  test('with a literal number keep the dimension', () => {
    expectTypeOf(E.times(2)).toEqualTypeOf<Expression<Energy>>()
    expectTypeOf(E.over(2)).toEqualTypeOf<Expression<Energy>>()
    expect([written(E.times(2)), written(E.over(0.1))]).toEqual(['mul(E, 2)', 'div(E, 0.1)'])
    expect(E.times(2).dimension).toBe(dimensions.energy)
  })

  test('a square doubles the exponents, and a negation keeps them', () => {
    expectTypeOf(L.squared().over(A)).toEqualTypeOf<Expression<Dimensionless>>()
    expect([written(L.squared()), L.squared().dimension]).toEqual(['square(L)', dimensions.area])
    expect([written(E.negated()), E.negated().dimension]).toEqual(['neg(E)', dimensions.energy])
  })

  test('counting per unit and in units changes the dimension, not the formula', () => {
    const perBit: Expression<EnergyPerBit> = E.per(bits)
    expect([written(perBit), perBit.dimension]).toEqual(['E', dimensions['energy per bit']])
    expectTypeOf(x.of(updates).dimension).toEqualTypeOf(N.dimension)
    expect([written(x.of(updates)), x.of(updates).dimension]).toEqual(['x', dimensions['number of updates']])
    expect(perBit.node).toBe(E.node)
  })

  test('a square root halves the exponents, which must be even', () => {
    const length: Expression<Length> = sqrt(A)
    expect([written(length), length.dimension]).toEqual(['sqrt(A)', dimensions.length])
    expect(sqrt(x).dimension).toBe(dimensions['a pure number'])
    // @ts-expect-error -- kg has an odd exponent
    expect(() => sqrt(E)).toThrow('energy has no square root: an exponent is odd')
    // @ts-expect-error -- m has an odd exponent
    expect(() => sqrt(L)).toThrow('length has no square root: an exponent is odd')
  })
})

describe('functions', () => {
  const functions = {
    exp,
    expm1,
    ln,
    log1p,
    arsinh,
    artanh,
    entropy,
    logOdds,
    angle,
    phi1,
    phi2,
    langevin
  }

  test.each(Object.entries(functions))('%s is of a pure number, and is one', (name, of) => {
    expect([written(of(x)), of(x).dimension]).toEqual([`${name}(x)`, dimensions['a pure number']])
  })

  test('of what has a dimension do not compile, and throw where that is hidden', () => {
    expect(written(ln(E.over(F)))).toBe('ln(div(E, F))')
    // @ts-expect-error -- the logarithm of an energy
    expect(() => ln(E)).toThrow('cannot take ln of energy: expected a pure number')
    // @ts-expect-error -- the exponential of a temperature
    expect(() => exp(T)).toThrow('cannot take exp of temperature: expected a pure number')
    // @ts-expect-error -- the entropy of updates: counts have dimensions too
    expect(() => entropy(N)).toThrow('cannot take entropy of number of updates: expected a pure number')
    // @ts-expect-error -- an energy to a power
    expect(() => pow(E, x)).toThrow('cannot take pow of energy')
    // @ts-expect-error -- a power of an energy
    expect(() => pow(x, E)).toThrow('cannot take pow of energy')
    // @ts-expect-error -- the relative entropy of rates
    expect(() => relativeEntropy(f, f)).toThrow('cannot take relativeEntropy of rate')
    // @ts-expect-error -- a reset within a time, and not within a number of attempts
    expect(() => resetDissipation(x, τ)).toThrow('cannot take resetDissipation of time')
  })

  const ofTwo = { pow, relativeEntropy, entropyDifference, resetDissipation }

  test.each(Object.entries(ofTwo))('%s is of two pure numbers in their order, and is one', (name, of) => {
    expect([written(of(x, y)), of(x, y).dimension]).toEqual([`${name}(x, y)`, dimensions['a pure number']])
  })

  test('the logarithm of a ratio is of two of one dimension', () => {
    expectTypeOf(lnRatio(E, F)).toEqualTypeOf<Expression<Dimensionless>>()
    expect([written(lnRatio(E, F)), lnRatio(E, F).dimension]).toEqual([
      'lnRatio(E, F)',
      dimensions['a pure number']
    ])
    // @ts-expect-error -- an energy over a power is no number
    expect(() => lnRatio(E, P)).toThrow('cannot compare power to energy')
  })

  test('the larger and the smaller are of one dimension, and have it', () => {
    expectTypeOf(max(E, F)).toEqualTypeOf<Expression<Energy>>()
    expect([written(max(E, F)), written(min(E, F)), min(E, F).dimension]).toEqual([
      'max(E, F)',
      'min(E, F)',
      dimensions.energy
    ])
    // @ts-expect-error -- an energy and a power do not compare
    expect(() => max(E, P)).toThrow('cannot compare power to energy')
    // @ts-expect-error -- nor an energy and a number
    expect(() => min(E, x)).toThrow('cannot compare a pure number to energy')
  })

  test('every operation of an algebra can be written, or is in the derivative of one that can', () => {
    const all = [
      ...Object.values(functions).map((of) => of(x)),
      ...[x.plus(y), x.minus(y), x.times(y), x.over(y), x.squared(), x.negated(), sqrt(x)],
      ...Object.values(ofTwo).map((of) => of(x, y)),
      ...[lnRatio(x, y), max(x, y), min(x, y)]
    ]
    const operations = all.map((of) => written(of).replace(/\(.*/, ''))
    const slopes = all
      .flatMap(({ node }) => derivativeBy('x')(node) ?? [])
      .flatMap((node) => written(new Expression(node, x.dimension)).match(/\w+(?=\()/g) ?? [])
    const onlyInSlopes = [...new Set(slopes)].filter((name) => !operations.includes(name))
    expect(onlyInSlopes.sort()).toEqual(['langevinSlope', 'phi2Slope', 'resetMultiplier', 'step'])
    expect([...operations, ...onlyInSlopes].sort()).toEqual(
      [...Object.keys(unary), ...Object.keys(binary)].sort()
    )
  })
})

describe('constants', () => {
  test('a literal means its shortest decimal', () => {
    expect([0.1, 1e21, 1e-7, -2].map((value) => written(number(value)))).toEqual([
      '0.1',
      '1e+21',
      '1e-7',
      '-2'
    ])
  })

  test('the named literals are what they say', () => {
    expect([zero, half, unity, two, ln2].map(written)).toEqual(['0', '0.5', '1', '2', 'ln(2)'])
  })

  test('a constant has a dimension, and a symbol if it is given one', () => {
    const c: Expression<Energy> = constant('4.1e-21', joules, 'c')
    expect([written(c), c.dimension]).toEqual(['c', dimensions.energy])
    expect(constant('2.5e-21', joules).node).toEqual({
      kind: 'constant',
      of: { decimal: '2.5e-21', text: '2.5 zJ' }
    })
    for (const pure of [constant('2.5', one), constant('0', joules)])
      expect(Object.keys((pure.node as { readonly of: object }).of)).toEqual(['decimal'])
    expect(c.node).toEqual({ kind: 'constant', of: { decimal: '4.1e-21', symbol: 'c' } })
  })
})

describe('relations', () => {
  test('compare two expressions of one dimension', () => {
    const both = { left: E.node, right: F.node, dimension: dimensions.energy }
    expect(E.below(F)).toEqual({ ...both, relation: '<' })
    expect(E.atMost(F)).toEqual({ ...both, relation: '≤' })
    // @ts-expect-error -- an energy is not below a power
    expect(() => E.below(P)).toThrow('cannot compare power to energy')
    // @ts-expect-error -- a time is not at most a rate
    expect(() => τ.atMost(f)).toThrow('cannot compare rate to time')
  })
})

describe('sharing', () => {
  test('a part used twice is one node', () => {
    const part = ln(x)
    const { node } = part.plus(part)
    expect(node).toMatchObject({ kind: 'binary', op: 'add' })
    expect((node as { readonly x: unknown }).x).toBe((node as { readonly y: unknown }).y)
  })

  test('an expression is not changed by what is made of it', () => {
    const before = JSON.stringify(E)
    E.plus(F).times(E).over(F).squared()
    expect(JSON.stringify(E)).toBe(before)
  })
})
