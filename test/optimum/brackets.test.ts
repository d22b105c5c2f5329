/**
 * What is told of a box brackets what a dense grid of it finds: no point costs less than the bound, and none
 * costs less than what was found, where the bound has closed on that.
 */
import fc from 'fast-check'
import {
  entropy, exp, ln, log1p, max, min, number, sqrt, type Expression
} from '../../src/formula/expression' // prettier-ignore
import type { Dimensionless } from '../../src/units/dimension'
import { orThrow } from '../../src/units/either'
import { one } from '../../src/units/si'
import { minimise } from '../../src/optimum/minimise'
import { pureModel } from './made'

type Pure = Expression<Dimensionless>

/** A formula of some numbers, as an expression and in float64. */
interface Both {
  readonly of: (x: readonly Pure[]) => Pure
  readonly at: (x: readonly number[]) => number
}

const h = (p: number): number =>
  p < 0 || p > 1 ? NaN : p === 0 || p === 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p)

const round = (x: number): number => Number(x.toPrecision(3))

const constants = fc
  .double({ min: -3, max: 3, noNaN: true })
  .map((c) => (Math.abs(c) < 0.01 ? 0.5 : round(c)))

const literal = (c: number): Both => ({ of: () => number(c), at: () => c })

const pair = (
  [a, b]: readonly [Both, Both],
  of: (a: Pure, b: Pure) => Pure,
  at: (a: number, b: number) => number
): Both => ({ of: (x) => of(a.of(x), b.of(x)), at: (x) => at(a.at(x), b.at(x)) })

const single = (a: Both, of: (a: Pure) => Pure, at: (a: number) => number): Both => ({
  of: (x) => of(a.of(x)),
  at: (x) => at(a.at(x))
})

/** A formula of which none of its inputs is left out. */
const ofAll = ({ of, at }: Both): Both => ({
  of: (x) => x.reduce((sum, each) => sum.plus(each.times(number(0.001))), of(x)),
  at: (x) => x.reduce((sum, each) => sum + each * 0.001, at(x))
})

/** Formulas of so many inputs: sums, products, quotients, what switches, and what is not defined everywhere. */
const formulas = (inputs: number): fc.Arbitrary<Both> =>
  fc.letrec<{ formula: Both }>((tie) => {
    const two = fc.tuple(tie('formula'), tie('formula'))
    return {
      formula: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.nat(inputs - 1).map((i): Both => ({ of: (x) => x[i]!, at: (x) => x[i]! })),
        constants.map(literal),
        two.map((of) =>
          pair(
            of,
            (a, b) => a.plus(b),
            (a, b) => a + b
          )
        ),
        two.map((of) =>
          pair(
            of,
            (a, b) => a.minus(b),
            (a, b) => a - b
          )
        ),
        two.map((of) =>
          pair(
            of,
            (a, b) => a.times(b),
            (a, b) => a * b
          )
        ),
        two.map((of) =>
          pair(
            of,
            (a, b) => a.over(number(0.1).plus(b.squared())),
            (a, b) => a / (0.1 + b * b)
          )
        ),
        two.map((of) =>
          pair(
            of,
            (a, b) => a.over(b),
            (a, b) => a / b
          )
        ),
        two.map((of) => pair(of, max, Math.max)),
        two.map((of) => pair(of, min, Math.min)),
        tie('formula').map((of) =>
          single(
            of,
            (a) => a.squared(),
            (a) => a * a
          )
        ),
        tie('formula').map((of) =>
          single(
            of,
            (a) => exp(a.squared().negated()),
            (a) => Math.exp(-a * a)
          )
        ),
        tie('formula').map((of) =>
          single(
            of,
            (a) => log1p(a.squared()),
            (a) => Math.log1p(a * a)
          )
        ),
        tie('formula').map((of) => single(of, (a) => sqrt(a), Math.sqrt)),
        tie('formula').map((of) => single(of, (a) => ln(a), Math.log)),
        tie('formula').map((of) => single(of, (a) => entropy(a), h))
      )
    }
  }).formula

interface Ends {
  readonly from: number
  readonly to: number
  readonly whole: boolean
}

const ends: fc.Arbitrary<Ends> = fc.oneof(
  fc.tuple(constants, fc.double({ min: 0.1, max: 3, noNaN: true })).map(([from, wide]) => ({
    from,
    to: from + round(wide),
    whole: false
  })),
  fc.constant({ from: 0.01, to: 10, whole: false }),
  fc.tuple(fc.integer({ min: -3, max: 2 }), fc.integer({ min: 1, max: 6 })).map(([from, wide]) => ({
    from,
    to: from + wide,
    whole: true
  }))
)

const problems = fc.integer({ min: 1, max: 3 }).chain((inputs) =>
  fc.record({
    formula: formulas(inputs).map(ofAll),
    // With one start, what is found first is often not the least: only the bound tells.
    points: fc.constantFrom(1, 256),
    boxes: fc.array(ends, { minLength: inputs, maxLength: inputs }),
    limit: fc.option(fc.record({ formula: formulas(inputs), bound: constants, isMost: fc.boolean() }))
  })
)

const dense = (boxes: readonly Ends[]): readonly (readonly number[])[] => {
  const each = [0, 2001, 61, 17][boxes.length]!
  return boxes.reduce<readonly (readonly number[])[]>(
    (all, { from, to, whole }) => {
      const steps = whole ? to - from : each
      const values = Array.from({ length: steps + 1 }, (_, k) =>
        k === steps ? to : from + ((to - from) * k) / steps
      )
      return all.flatMap((before) => values.map((value) => [...before, value]))
    },
    [[]]
  )
}

test('on 200 random problems the bound and what was found bracket the least of a dense grid', () => {
  const seen = { found: 0, none: 0, done: 0, sure: 0 }
  fc.assert(
    fc.property(problems, ({ formula, points, boxes, limit }) => {
      const names = boxes.map((_, i) => `x${i}`)
      const inputs = Object.fromEntries(names.map((name) => [name, '[-1000, 1000]' as const]))
      const made = ({ of }: Both, name: string) =>
        pureModel(name, inputs, (x) => of(names.map((each) => x[each]!)))
      const result = orThrow(
        minimise(
          {
            objective: made(formula, 'objective'),
            limits:
              limit === null
                ? []
                : [
                    {
                      of: made(limit.formula, 'limit'),
                      relation: limit.isMost ? '≤' : '≥',
                      bound: one(limit.bound)
                    }
                  ],
            variables: Object.fromEntries(
              boxes.map(({ from, to, whole }, i) => [names[i]!, { from: one(from), to: one(to), whole }])
            )
          },
          { points, starts: 4, pieces: 300, gap: 1e-6 }
        )
      )
      const met = (x: readonly number[]): boolean => {
        if (limit === null) return true
        const value = limit.formula.at(x)
        // On the edge, float64 does not tell.
        const apart = 1e-9 * (1 + Math.abs(limit.bound))
        return limit.isMost ? value <= limit.bound - apart : value >= limit.bound + apart
      }
      const least = dense(boxes).reduce((best, x) => {
        const value = formula.at(x)
        return Number.isFinite(value) && met(x) ? Math.min(best, value) : best
      }, Infinity)
      const little = 1e-9 * (1 + Math.abs(least))
      if (result.kind === 'none') {
        seen.none += 1
        if (result.isProven) expect(least).toBe(Infinity)
        return
      }
      seen.found += 1
      const bound = result.least.value?.value ?? -Infinity
      if (result.limits.every(({ isMet }) => isMet)) {
        seen.sure += 1
        expect(bound).toBeLessThanOrEqual(result.value.upper.value)
      }
      expect(bound).toBeLessThanOrEqual(least + little)
      if (!result.least.isDone) return
      seen.done += 1
      expect(result.value.lower.value).toBeLessThanOrEqual(least + little + 1e-6 * Math.abs(least))
    }),
    { numRuns: 200 }
  )
  // Most problems are such that there is something to tell.
  expect(seen.found).toBeGreaterThan(100)
  expect(seen.done).toBeGreaterThan(80)
  expect(seen.sure).toBeGreaterThan(0.98 * seen.found)
})
