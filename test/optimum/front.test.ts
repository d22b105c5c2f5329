/** Fronts: known ones by hand, what must hold of all, and what is told where nothing is traded. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { number, sqrt, unity, type Expression } from '../../src/formula/expression'
import type { AnyModel } from '../../src/bound/compose'
import { front, type Front, type FrontOptions, type FrontTask } from '../../src/optimum/front'
import type { Dimensionless } from '../../src/units/dimension'
import { orThrow } from '../../src/units/either'
import { one } from '../../src/units/si'
import { least, pureModel } from './made'

type Pure = Expression<Dimensionless>

const anyOf = { x: '[-1000, 1000]', y: '[-1000, 1000]' } as const
const of = (name: string, formula: (x: Pure, y: Pure) => Pure): AnyModel<unknown> =>
  pureModel(name, anyOf, ({ x, y }) => formula(x, y))

const box = (from: number, to: number) => ({
  x: { from: one(from), to: one(to) },
  y: { from: one(from), to: one(to) }
})

const frontOf = (task: FrontTask, options?: FrontOptions): Front => {
  const found = orThrow(front(task, options))
  if (found.kind !== 'found') throw new Error(`none was found: ${found.why.join()}`)
  return found
}

const valuesOf = ({ points }: Front): readonly (readonly number[])[] =>
  points.map(({ values }) => values.map(({ lower }) => lower.value))
const designsOf = ({ points }: Front): readonly (readonly number[])[] =>
  points.map(({ chosen }) => chosen.map(({ value }) => value.value))

/** Whether one is better than another by some of what there is in one figure, and no worse in the others. */
const isBetter = (a: readonly number[], b: readonly number[], by: readonly number[]): boolean =>
  a.every((each, i) => each <= b[i]!) && a.some((each, i) => each < b[i]! - by[i]!)

test('of two squares apart by 2 the roots add up to 2, where y is of no use', () => {
  const found = frontOf({
    figures: [
      { of: of('near', (x, y) => x.squared().plus(y.squared())) },
      { of: of('far', (x, y) => x.minus(number(2)).squared().plus(y.squared())) }
    ],
    variables: box(-3, 4)
  })
  expect(found.points.length).toBeGreaterThan(20)
  for (const [near, far] of valuesOf(found)) expect(Math.sqrt(near!) + Math.sqrt(far!)).toBeCloseTo(2, 6)
  for (const [, y] of designsOf(found)) expect(y!).toBeCloseTo(0, 4)
  expect(valuesOf(found)[0]![0]!).toBeCloseTo(0, 9)
  expect(valuesOf(found).at(-1)![1]!).toBeCloseTo(0, 9)
})

test('a front that is no bowl is found all along: 1 − f² on the way from 0 to 1', () => {
  // Of weighted sums of the figures only the two ends would be least.
  const g = (y: Pure): Pure => unity.plus(y.times(9))
  const found = frontOf({
    figures: [
      { of: of('first', (x, y) => x.plus(y.times(0))) },
      { of: of('second', (x, y) => g(y).minus(x.squared().over(g(y)))) }
    ],
    variables: box(0, 1)
  })
  const values = valuesOf(found)
  for (const [first, second] of values) expect(second!).toBeCloseTo(1 - first! ** 2, 6)
  const within = values.filter(([first]) => first! > 0.2 && first! < 0.8)
  expect(within.length).toBeGreaterThan(8)
})

test('what is wanted large is: x against its root, the most of it at both ends', () => {
  const found = frontOf({
    figures: [
      { of: of('cost', (x, y) => x.plus(y)) },
      { of: of('use', (x, y) => sqrt(x).minus(y)), wanted: 'most' }
    ],
    variables: box(0, 4)
  })
  expect(found.points.length).toBeGreaterThan(20)
  for (const [cost, use] of valuesOf(found)) expect(use!).toBeCloseTo(Math.sqrt(cost!), 6)
  expect(found.bounds[1]!.value!.value).toBeGreaterThanOrEqual(2)
  expect(found.bounds[1]!.value!.value).toBeCloseTo(2, 8)
  expect(valuesOf(found).at(-1)).toEqual([4, 2])
})

test('of three distances to corners the front is the triangle between them', () => {
  const from = (name: string, a: number, b: number) => ({
    of: of(name, (x, y) =>
      x
        .minus(number(a))
        .squared()
        .plus(y.minus(number(b)).squared())
    )
  })
  const found = frontOf({
    figures: [from('origin', 0, 0), from('right', 1, 0), from('up', 0, 1)],
    variables: box(-1, 2)
  })
  expect(found.points.length).toBeGreaterThan(20)
  for (const [x, y] of designsOf(found)) {
    expect(Math.min(x!, y!)).toBeGreaterThan(-1e-4)
    expect(x! + y!).toBeLessThan(1 + 1e-4)
  }
  const inside = designsOf(found).filter(([x, y]) => x! > 0.05 && y! > 0.05 && x! + y! < 0.95)
  expect(inside.length).toBeGreaterThan(2)
})

test('where one design is best in both nothing is traded, and of what is flat the best is taken', () => {
  const alone = frontOf({
    figures: [{ of: of('sum', (x, y) => x.plus(y)) }, { of: of('product', (x, y) => x.times(y)) }],
    variables: box(1, 3)
  })
  expect(valuesOf(alone)).toEqual([[2, 1]])
  // The first does not depend on y, and the second is least at the upper end of it.
  const flat = frontOf({
    figures: [
      { of: of('first', (x, y) => x.plus(y.times(0))) },
      { of: of('second', (x, y) => unity.over(x.times(y))) }
    ],
    variables: box(1, 3)
  })
  for (const [, y] of designsOf(flat)) expect(y).toBe(3)
})

test('a design is held against the front: what the others would allow of each figure', () => {
  const { current } = frontOf({
    figures: [
      { of: of('cost', (x, y) => x.plus(y)) },
      { of: of('use', (x, y) => sqrt(x).minus(y)), wanted: 'most' }
    ],
    variables: box(0, 4),
    current: { x: one(1), y: one(0.5) }
  })
  // Costs 1.5 for a use of ½: ¼ would do, and 1.5 give √1.5.
  expect(current!.values.map(({ upper }) => upper.value.toFixed(9))).toEqual(['1.500000000', '0.500000000'])
  expect(current!.instead[0]!.value).toBeCloseTo(0.25, 9)
  expect(current!.instead[1]!.value).toBeCloseTo(Math.sqrt(1.5), 9)
})

test('limits are kept by all of a front, and whole numbers are whole', () => {
  const sum = of('sum', (x, y) => x.plus(y))
  const found = frontOf({
    figures: [{ of: of('x', (x, y) => x.plus(y.times(0))) }, { of: of('y', (x, y) => y.plus(x.times(0))) }],
    limits: [{ of: sum, relation: '≥', bound: one(4.5) }],
    variables: { x: { from: one(0), to: one(5), whole: true }, y: { from: one(0), to: one(5) } }
  })
  expect(designsOf(found).map(([x]) => x)).toEqual([0, 1, 2, 3, 4, 5])
  for (const [x, y] of designsOf(found)) expect(y!).toBeCloseTo(Math.max(0, 4.5 - x!), 9)
  const none = orThrow(
    front({
      figures: [{ of: sum }, { of: of('product', (x, y) => x.times(y)) }],
      limits: [{ of: sum, relation: '≥', bound: one(11) }],
      variables: box(0, 5)
    })
  )
  expect(none).toMatchObject({ kind: 'none', isProven: true })
})

test('a front is of two figures or three, and all that is wrong is told at once', () => {
  const figures = [1, 2, 3, 4].map((n) => ({ of: of(`f${n}`, (x, y) => x.plus(y.times(n))) }))
  for (const some of [[], figures.slice(0, 1), figures]) {
    const found = front({ figures: some, variables: { x: { from: one(2), to: one(2) } } }, { levels: 1.5 })
    const message = E.isLeft(found) ? found.left.message : ''
    expect(message).toContain(`expected two figures or three, got ${some.length}`)
    expect(message).toContain('expected a whole number of levels from 1 on, got 1.5')
    if (some.length > 0) expect(message).toContain('x: expected two ends')
  }
})

const coefficient = fc.integer({ min: -20, max: 20 }).map((n) => n / 10)

/** c₀x² + c₁y² + c₂xy + c₃x + c₄y + c₅x³, which may have several valleys in a box. */
const polynomials = fc.tuple(coefficient, coefficient, coefficient, coefficient, coefficient, coefficient)
type Coefficients = readonly [number, number, number, number, number, number]

const modelOf = (name: string, c: Coefficients): AnyModel<unknown> =>
  of(name, (x, y) =>
    [x.squared(), y.squared(), x.times(y), x, y, x.squared().times(x)]
      .map((each, i) => each.times(number(c[i]!)))
      .reduce((a, b) => a.plus(b))
  )

const valueOf = (c: Coefficients, x: number, y: number): number =>
  c[0] * x * x + c[1] * y * y + c[2] * x * y + c[3] * x + c[4] * y + c[5] * x * x * x

const steps = 60
const grid = Array.from({ length: (steps + 1) ** 2 }, (_, at) => [
  -1 + (2 * (at % (steps + 1))) / steps,
  -1 + (2 * Math.floor(at / (steps + 1))) / steps
])

test('of random polynomials no design found is better than another, none of a dense grid is, and the ends are the optima', () => {
  fc.assert(
    fc.property(fc.array(polynomials, { minLength: 2, maxLength: 3 }), (all) => {
      const models = all.map((c, i) => modelOf(`f${i}`, c))
      const limits = models.map((of) => ({ of, relation: '≥', bound: one(-1000) }) as const)
      fc.pre(all.every((c) => c.some((each) => each !== 0)))
      const found = frontOf({
        figures: models.map((of) => ({ of })),
        limits,
        variables: box(-1, 1)
      })
      const values = valuesOf(found)
      const none = all.map(() => 0)
      for (const a of values) for (const b of values) expect(isBetter(a, b, none)).toBe(false)
      const tried = grid.map(([x, y]) => all.map((c) => valueOf(c, x!, y!)))
      const sizes = all.map((_, i) => 1e-5 * Math.max(...tried.map((each) => Math.abs(each[i]!)), 1e-3))
      for (const point of values) expect(tried.filter((each) => isBetter(each, point, sizes))).toEqual([])
      for (const [i, objective] of models.entries()) {
        const { value } = least({ objective, limits, variables: box(-1, 1) })
        const best = Math.min(...values.map((each) => each[i]!))
        expect(Math.abs(best - value.lower.value)).toBeLessThan(1e-8 * Math.max(1e-3, Math.abs(best)))
      }
    }),
    {
      numRuns: 5,
      endOnFailure: true,
      examples: [
        [
          [
            [1.2, -0.6, 0, -0.2, 1.1, -1.5],
            [0, 0, -0.9, 1.6, -1.4, -0.8]
          ]
        ]
      ]
    }
  )
}, 120_000)
