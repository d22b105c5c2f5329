/** What is certain of a box, and what is said where little is. */
import { exp, ln, max, number, sqrt, unity } from '../../src/formula/expression'
import { minimise } from '../../src/optimum/minimise'
import { orThrow } from '../../src/units/either'
import { kelvin, one } from '../../src/units/si'
import { chosen, least, pureModel } from './made'

const anyNumber = { x: '[-1000, 1000]' } as const
const box = (from: number, to: number) => ({ x: { from: one(from), to: one(to) } })

test('what is not defined on a part of a box is left out there, and looked at elsewhere', () => {
  const objective = pureModel('root', anyNumber, ({ x }) => sqrt(x).plus(x))
  const found = least({ objective, variables: box(-1, 4) }, { gap: 1e-6 })
  expect(chosen(found, 'x')).toBeLessThan(1e-6)
  expect(found.value.lower.value).toBeGreaterThanOrEqual(0)
  expect(found.least.value!.value).toBeLessThanOrEqual(found.value.upper.value)
})

test('a box on none of which there is a value has none for certain', () => {
  const objective = pureModel('log', anyNumber, ({ x }) => ln(x))
  expect(orThrow(minimise({ objective, variables: box(-4, -1) }))).toMatchObject({ kind: 'none' })
  const bounded = pureModel('log', { x: '(0, ∞)' }, ({ x }) => ln(x))
  expect(orThrow(minimise({ objective: bounded, variables: box(-4, -1) }))).toMatchObject({
    kind: 'none',
    isProven: true,
    why: ['log: x -2.500 is outside (0, ∞)']
  })
})

test('of what falls without end no bound is told', () => {
  const objective = pureModel('log', anyNumber, ({ x }) => ln(x))
  const found = least({ objective, variables: box(0, 1) }, { pieces: 50 })
  expect(found.least).not.toHaveProperty('value')
  expect(found.least).toMatchObject({ isDone: false, gap: Infinity })
  expect(found.least.open![0]!.from.value).toBe(0)
})

test('of many least places the least is found: a narrow well beside a wide one', () => {
  // At 0.7 a well of 1.2 as narrow as 1/1000, at −2 one of 1.
  const objective = pureModel('wells', anyNumber, ({ x }) =>
    exp(x.plus(number(2)).squared().negated())
      .plus(number(1.2).times(exp(x.minus(number(0.7)).squared().times(1e6).negated())))
      .negated()
  )
  const found = least({ objective, variables: box(-4, 4) }, { points: 16, starts: 2 })
  expect(chosen(found, 'x')).toBeCloseTo(0.7, 6)
  expect(found.least.isDone).toBe(true)
})

test('what a way down ends at is not taken for the least: of two wells the other is deeper', () => {
  // x⁴ − x² + x/10: from 1 down to 0.68, but the least is at −0.732.
  const objective = pureModel('wells', anyNumber, ({ x }) =>
    x.squared().squared().minus(x.squared()).plus(x.times(0.1))
  )
  for (const [from, to] of [
    [-1.5, 1.6],
    [-1, 3]
  ] as const) {
    const found = least({ objective, variables: box(from, to) }, { points: 1, starts: 1 })
    expect(chosen(found, 'x')).toBeCloseTo(-0.7308, 3)
    expect(found.least.isDone).toBe(true)
  }
})

test('along a limit the bound closes in few pieces: of x + y where xy ≥ 1', () => {
  const inputs = { x: '(0, ∞)', y: '(0, ∞)' } as const
  const objective = pureModel('sum', inputs, ({ x, y }) => x.plus(y))
  const of = pureModel('product', inputs, ({ x, y }) => x.times(y))
  const side = { from: one(0.1), to: one(10) }
  const found = least({
    objective,
    limits: [{ of, relation: '≥', bound: one(1) }],
    variables: { x: side, y: side }
  })
  expect(chosen(found, 'x')).toBeCloseTo(1, 10)
  expect(found.value.upper.value).toBeCloseTo(2, 12)
  // One percent more of xy asks for half a percent more of x + y.
  expect(found.holds[0]!.price).toBeCloseTo(0.5, 9)
  expect(found.least.isDone).toBe(true)
  expect(found.least.pieces).toBeLessThan(300)
})

test('where formulas switch, the least is at the switch', () => {
  // max(1/x, x²): 1 at 1
  const objective = pureModel('switch', { x: '(0, ∞)' }, ({ x }) => max(unity.over(x), x.squared()))
  const found = least({ objective, variables: box(0.1, 10) })
  expect(chosen(found, 'x')).toBeCloseTo(1, 10)
  expect(found.least.isDone).toBe(true)
})

test('a budget of pieces that ends first is told, with where less may be', () => {
  const objective = pureModel('waves', anyNumber, ({ x }) =>
    exp(x.squared().negated()).minus(exp(x.minus(number(1)).squared().negated()))
  )
  const { least: of } = least({ objective, variables: box(-4, 4) }, { pieces: 3 })
  expect(of).toMatchObject({ isDone: false, pieces: 3 })
  expect(of.gap).toBeGreaterThan(0)
  expect(of.open).toHaveLength(1)
})

test('a limit that binds has its price: of 1/x with x ≤ 2, one percent for one percent', () => {
  const objective = pureModel('inverse', { x: '(0, ∞)' }, ({ x }) => unity.over(x))
  const of = pureModel('x', { x: '(0, ∞)' }, ({ x }) => x)
  const limits = [{ of, relation: '≤', bound: one(2) }] as const
  const found = least({ objective, limits, variables: box(0.1, 10) })
  expect(found.limits[0]!.isMet).toBe(true)
  expect(found.holds).toMatchObject([{ limit: 0, binds: true }])
  expect(found.holds[0]!.price).toBeCloseTo(1, 9)
  expect(found.value.upper.value).toBeCloseTo(0.5, 12)
})

test('all that is wrong with a task is told at once', () => {
  const objective = pureModel('sum', { x: '(0, ∞)', y: '(0, ∞)' }, ({ x, y }) => x.plus(y))
  const limits = [{ of: objective, relation: '≤', bound: kelvin(1) }] as const
  const wrong = minimise({
    objective,
    limits,
    variables: { z: { from: one(1), to: one(2) }, x: { from: one(3), to: one(3) } }
  })
  expect(wrong).toMatchObject({
    left: {
      problems: [
        { inputs: ['z'] },
        { inputs: ['x'] },
        { inputs: ['y'], kind: 'missing' },
        { inputs: ['sum'] }
      ]
    }
  })
})
