/** The derivative of a formula is its slope, as a central difference with many more digits has it. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { binary, unary, type Binary, type Unary } from '../../src/formula/algebra'
import { derivativeBy } from '../../src/formula/derivative'
import type { Node } from '../../src/formula/model'
import { fold, program } from '../../src/formula/program'
import { decimalAlgebra } from '../../src/reading/decimal'
import { evaluate } from '../../src/reading/evaluate'
import { intervalAlgebra, intervalOf } from '../../src/reading/interval'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { everyModel, given, pointsOf } from '../reading/points'
import { calls } from './graphs'

const input = (name: string): Node => ({ kind: 'input', name, symbol: name })
const [x, y] = [input('x'), input('y')]
const one: Node = { kind: 'constant', of: { decimal: '1' } }
const unaryNode = (op: Unary, of: Node): Node => ({ kind: 'unary', op, x: of })
const binaryNode = (op: Binary, a: Node, b: Node): Node => ({ kind: 'binary', op, x: a, y: b })
const text = (node: Node | undefined): string | undefined => node && fold(calls, (name) => name)(node)

const Sixty = decimalsOf(60)
const Many = decimalsOf(110)
const sixty = decimalAlgebra(60)
const many = decimalAlgebra(110)

type At = Readonly<Record<string, Decimal>>
const value = (node: Node, at: At): Decimal => fold(many, (name) => new Many(at[name]!))(node)
const slope = (node: Node, at: At): Decimal => fold(sixty, (name) => new Sixty(at[name]!))(node)

/** (f(x + h) − f(x − h))/2h, with h beside the input's distance from what bounds its domain. */
const difference = (node: Node, by: string, at: At): Decimal => {
  const here = new Many(at[by]!)
  const step = here.times('1e-45')
  const beside = (where: Decimal): Decimal => value(node, { ...at, [by]: where })
  return beside(here.plus(step))
    .minus(beside(here.minus(step)))
    .div(step.times(2))
}

/** They agree to 20 digits, or both are nothing beside what the formula could change by. */
const expectSlope = (node: Node, by: string, at: At): void => {
  const derivative = derivativeBy(by)(node)
  expect(derivative).toBeDefined()
  const [found, expected] = [slope(derivative!, at), difference(node, by, at)]
  const scale = value(node, at).div(at[by]!).abs().times('1e-40')
  const off = found.minus(expected).abs()
  expect(off.lte(expected.abs().times('1e-20').plus(scale))).toBe(true)
}

const within = (min: number, max: number): fc.Arbitrary<Decimal> =>
  fc.double({ min, max, minExcluded: true, maxExcluded: true, noNaN: true }).map((z) => new Many(z))
const signed = (of: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> =>
  fc.tuple(of, fc.boolean()).map(([z, negative]) => (negative ? z.neg() : z))
const probability = fc.oneof(
  within(1e-9, 1),
  within(1e-9, 0.5).map((p) => p.neg().plus(1))
)
const positive = within(1e-9, 1e9)

type Differentiable = Exclude<Unary, 'langevinSlope' | 'phi2Slope' | 'step'>
const domains: { readonly [U in Differentiable]: fc.Arbitrary<Decimal> } = {
  neg: signed(positive),
  exp: signed(within(1e-9, 1e3)),
  expm1: signed(within(1e-9, 1e3)),
  ln: positive,
  log1p: fc.oneof(
    positive,
    probability.map((p) => p.neg())
  ),
  sqrt: positive,
  square: signed(positive),
  arsinh: signed(positive),
  artanh: signed(probability),
  entropy: probability,
  logOdds: probability,
  angle: probability,
  phi1: signed(within(1e-9, 1e3)),
  phi2: signed(within(1e-9, 1e3)),
  langevin: signed(within(1e-9, 1e3))
}

describe('of an operation', () => {
  test.each(Object.keys(domains) as Differentiable[])('%s', (op) => {
    fc.assert(
      fc.property(domains[op], (at) => {
        expectSlope(unaryNode(op, x), 'x', { x: at })
      }),
      { numRuns: 30 }
    )
  })

  test('every operation is among them, but for those that only derivatives are made of', () => {
    expect(Object.keys(unary).filter((op) => !(op in domains))).toEqual([
      'langevinSlope',
      'phi2Slope',
      'step'
    ])
  })

  const factors = fc.tuple(signed(positive), signed(positive))
  /** An error, and attempts that are more than enough for it. */
  const resets = fc
    .tuple(
      fc.oneof(
        within(1e-9, 0.5),
        within(1e-9, 0.25).map((w) => w.neg().plus('0.5'))
      ),
      within(1e-3, 1e6)
    )
    .map(([ε, spare]) => [ε, new Many('0.5').div(ε).ln().plus(spare)] as const)
  const pairs: {
    readonly [B in Exclude<Binary, 'resetMultiplier'>]: fc.Arbitrary<readonly [Decimal, Decimal]>
  } = {
    add: factors,
    sub: factors,
    mul: factors,
    div: factors,
    max: factors.filter(([a, b]) => !a.eq(b)),
    min: factors.filter(([a, b]) => !a.eq(b)),
    pow: fc.tuple(positive, signed(within(1e-6, 1e2))),
    // Of equals there is nothing to change by; that is a test of its own.
    relativeEntropy: fc.tuple(probability, probability).filter(([a, b]) => !a.eq(b)),
    lnRatio: fc.tuple(positive, positive),
    entropyDifference: fc.tuple(probability, probability),
    resetDissipation: resets
  }

  test('every operation of two is among them, but for the one that only derivatives are made of', () => {
    expect(Object.keys(binary).filter((op) => !(op in pairs))).toEqual(['resetMultiplier'])
  })

  test.each(Object.keys(pairs) as (keyof typeof pairs)[])('%s, by either operand and by both', (op) => {
    fc.assert(
      fc.property(pairs[op], ([a, b]) => {
        expectSlope(binaryNode(op, x, y), 'x', { x: a, y: b })
        expectSlope(binaryNode(op, x, y), 'y', { x: a, y: b })
        // Both operands depend on the input.
        const moved = binaryNode(op, x, binaryNode('mul', x, y))
        expectSlope(moved, 'x', { x: a, y: new Many(b).div(a) })
      }),
      { numRuns: 30 }
    )
  })

  test('a distribution is no nearer to another one than to itself: the slope is 0 there', () => {
    const node = binaryNode('relativeEntropy', x, y)
    fc.assert(
      fc.property(probability, (p) => {
        for (const by of ['x', 'y'])
          expect(slope(derivativeBy(by)(node)!, { x: p, y: p }).abs().toNumber()).toBeLessThan(1e-40)
      })
    )
  })

  test('of one operation in another, by the chain rule', () => {
    const node = unaryNode('ln', binaryNode('add', one, unaryNode('square', unaryNode('exp', x))))
    for (const at of [-3, 0.1, 7]) expectSlope(node, 'x', { x: new Many(at) })
  })

  test('of max where both are equal is between the slopes of both', () => {
    const slopeOfMax = derivativeBy('x')(binaryNode('max', x, binaryNode('mul', y, x)))!
    expect(slope(slopeOfMax, { x: new Many(2), y: new Many(1) }).eq(1)).toBe(true)
    const kink = derivativeBy('x')(binaryNode('max', x, unaryNode('neg', x)))!
    expect(slope(kink, { x: new Many(0) }).isZero()).toBe(true)
    const digits = 20
    const { lower, upper } = fold(intervalAlgebra(digits), () =>
      intervalOf(digits)(new Many(0), new Many(0))
    )(kink)
    expect([lower.toNumber(), upper.toNumber()]).toEqual([-1, 1])
  })
})

describe('does not exist', () => {
  /** Formulas of two inputs, with what they share. */
  const { node: graphs } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(x, y, one),
      fc
        .tuple(fc.constantFrom(...(Object.keys(unary) as Unary[])), tie('node'))
        .map(([op, of]) => unaryNode(op, of)),
      fc
        .tuple(fc.constantFrom(...(Object.keys(binary) as Binary[])), tie('node'), tie('node'))
        .map(([op, a, b]) => binaryNode(op, a, b))
    )
  }))

  test('exactly where the input is no part of the formula', () => {
    fc.assert(
      fc.property(graphs, (node) => {
        const { inputs } = program([node], [])
        for (const name of ['x', 'y', 'z'])
          expect(derivativeBy(name)(node) !== undefined).toBe(inputs.includes(name))
      })
    )
  })

  test('and what does not depend on the input is left out of the derivative', () => {
    expect(text(derivativeBy('x')(binaryNode('mul', y, x)))).toBe('y')
    expect(text(derivativeBy('x')(binaryNode('add', y, x)))).toBe('1')
    expect(text(derivativeBy('x')(binaryNode('sub', y, x)))).toBe('neg(1)')
    expect(text(derivativeBy('x')(binaryNode('div', x, y)))).toBe('div(1, y)')
    expect(text(derivativeBy('y')(binaryNode('pow', one, y)))).toBe('mul(pow(1, y), ln(1))')
  })

  test.each(['langevinSlope', 'phi2Slope', 'step'] as const)(
    'a number that %s has: derivatives are not differentiated',
    (op) => {
      expect(slope(derivativeBy('x')(unaryNode(op, x))!, { x: new Many(2) }).isNaN()).toBe(true)
    }
  )

  test('nor is that of what the slopes of a reset are made of', () => {
    const node = binaryNode('resetMultiplier', x, y)
    for (const by of ['x', 'y'])
      expect(slope(derivativeBy(by)(node)!, { x: new Many('0.1'), y: new Many(9) }).isNaN()).toBe(true)
  })
})

test('a shared part is differentiated once: the program of 200 products grows no faster than they', () => {
  let node: Node = x
  for (let k = 0; k < 200; k++) node = binaryNode('mul', node, node)
  const derivative = derivativeBy('x')(node)!
  expect(program([derivative], ['x']).steps.length).toBeLessThan(1000)
  expect(slope(derivative, { x: new Many(1) }).eq(new Sixty(2).pow(200))).toBe(true)
})

test('formulas that share parts share the parts of their derivatives', () => {
  const shared = unaryNode('exp', unaryNode('square', x))
  const by = derivativeBy('x')
  const [a, b] = [by(unaryNode('ln', shared))!, by(unaryNode('sqrt', shared))!]
  const apart = program([a], ['x']).steps.length + program([b], ['x']).steps.length
  expect(program([a, b], ['x']).steps.length).toBeLessThan(apart)
})

describe.each(everyModel)('of %s', (_, model) => {
  const names = Object.keys(model.inputs)
  // Where a value is 0 it may be the least there is, and there is nothing to measure a slope by.
  const points = pointsOf(model).filter((point) => {
    const found = evaluate(model)(given(point))
    return E.isRight(found) && !found.right.exact.isZero()
  })

  test('by each of its inputs', () => {
    const used = program([model.node], []).inputs
    const dependent = names.filter((name) => used.includes(name))
    expect(names.filter((name) => derivativeBy(name)(model.node) !== undefined)).toEqual(dependent)
    fc.assert(
      fc.property(points, (point) => {
        const at = Object.fromEntries(names.map((name) => [name, new Many(point[name]!.exact)]))
        // At 0 there is no relative step, and at 1 a probability has only one side.
        for (const by of dependent.filter((name) => !at[name]!.isZero() && !at[name]!.eq(1)))
          expectSlope(model.node, by, at)
      }),
      { numRuns: 5 }
    )
  })
})
