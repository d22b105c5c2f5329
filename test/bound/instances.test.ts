import * as E from 'fp-ts/lib/Either.js'
import { concatAll } from 'fp-ts/lib/Monoid.js'
import fc from 'fast-check'
import { nothing, type AnyModel } from '../../src/bound/compose'
import {
  JoinSemilatticeTightest,
  MeetSemilatticeCheapest,
  MonoidTotal,
  type Composed
} from '../../src/bound/instances'
import type { Energy } from '../../src/units/dimension'
import { joules, kelvin, kT } from '../../src/units/si'
import { left, right } from '../reading/values'
import { bound, bounds, compositionsOf, deepBounds, namedBounds, outcome, valueOf } from './arbitrary'

const { concat, empty } = MonoidTotal
const { join } = JoinSemilatticeTightest
const { meet } = MeetSemilatticeCheapest

type Bound = AnyModel<Energy>

/** Bounds as the instances have them. */
const composed = (of: fc.Arbitrary<Bound>): fc.Arbitrary<Composed<Energy>> => of.map((a) => E.right(a))

/** A law of a random kind of bounds; it must hold often enough without a refusal on either side. */
const law = (
  name: string,
  of: fc.Arbitrary<Composed<Energy>>,
  arity: number,
  sides: (...of: readonly Composed<Energy>[]) => readonly [Composed<Energy>, () => Composed<Energy>],
  when: (left: Composed<Energy>) => boolean = () => true
) => {
  test(name, () => {
    let composing = 0
    fc.assert(
      fc.property(fc.array(of, { minLength: arity, maxLength: arity }), (each) => {
        const [one, other] = sides(...each)
        fc.pre(when(one))
        expect(outcome(one)).toEqual(outcome(other()))
        if (E.isRight(one)) composing++
      }),
      { numRuns: 300 }
    )
    expect(composing).toBeGreaterThanOrEqual(5)
  })
}

const kinds = [
  ['bounds', composed(bounds)],
  ['compositions', composed(compositionsOf(bounds))],
  ['compositions of parts of parts', composed(compositionsOf(deepBounds))],
  ['compositions of what is named', composed(compositionsOf(namedBounds))],
  ['bounds, and nothing', composed(fc.oneof(bounds, fc.constant(nothing)))]
] as const

describe.each(kinds)('for %s', (_, of) => {
  describe('total is a commutative monoid', () => {
    law('total(total(a, b), c) = total(a, total(b, c))', of, 3, (a, b, c) => [
      concat(concat(a!, b!), c!),
      () => concat(a!, concat(b!, c!))
    ])
    law('total(a, b) = total(b, a)', of, 2, (a, b) => [concat(a!, b!), () => concat(b!, a!)])
    law('total(a, nothing) = a', of, 1, (a) => [concat(a!, empty), () => a!])
    law('total(nothing, a) = a', of, 1, (a) => [concat(empty, a!), () => a!])
  })

  describe.each([
    ['tightest', join],
    ['cheapest', meet]
  ] as const)('%s is a semilattice', (verb, compose) => {
    law(`${verb}(${verb}(a, b), c) = ${verb}(a, ${verb}(b, c))`, of, 3, (a, b, c) => [
      compose(compose(a!, b!), c!),
      () => compose(a!, compose(b!, c!))
    ])
    law(`${verb}(a, b) = ${verb}(b, a)`, of, 2, (a, b) => [compose(a!, b!), () => compose(b!, a!)])
    law(`${verb}(a, a) = a`, of, 1, (a) => [compose(a!, a!), () => a!])
  })

  describe.each([
    ['tightest', join],
    ['cheapest', meet]
  ] as const)('total distributes over %s', (verb, compose) => {
    // Where the left side composes; the right side may also where the left does not.
    law(
      `total(a, ${verb}(b, c)) = ${verb}(total(a, b), total(a, c))`,
      of,
      3,
      (a, b, c) => [concat(a!, compose(b!, c!)), () => compose(concat(a!, b!), concat(a!, c!))],
      E.isRight
    )
  })

  describe('tightest and cheapest absorb each other', () => {
    test.each([
      ['tightest(a, cheapest(a, b)) = a', join, meet],
      ['cheapest(a, tightest(a, b)) = a', meet, join]
    ] as const)('%s, on what a and b are both about', (_, outer, inner) => {
      let composing = 0
      fc.assert(
        fc.property(of, of, (a, b) => {
          const both = inner(a, b)
          fc.pre(E.isRight(both))
          const absorbed = right(outer(a, both))
          expect(valueOf(absorbed).eq(valueOf(right(a)))).toBe(true)
          expect([...absorbed.processes].sort()).toEqual([...right(both).processes].sort())
          composing++
        }),
        { numRuns: 300 }
      )
      expect(composing).toBeGreaterThanOrEqual(5)
    })
  })
})

test('total distributes over tightest also where what is added is a sum of parts', () => {
  const sum = concat(E.right(bound('a/x', 1)), E.right(bound('a/y', 2)))
  const [b, c]: readonly Composed<Energy>[] = [E.right(bound('b/reversible', 3)), E.right(bound('b', 4))]
  const one = concat(sum, join(b!, c!))
  expect(outcome(one)).toMatchObject({ processes: ['a/x', 'a/y', 'b', 'b/reversible'] })
  expect(outcome(join(concat(sum, b!), concat(sum, c!)))).toEqual(outcome(one))
})

describe('what is refused', () => {
  const twice = concat(E.right(bound('a', 1)), E.right(bound('a', 2)))

  test('stays refused, with its reason', () => {
    const b: Composed<Energy> = E.right(bound('b', 1))
    const { message } = left(twice)
    expect(message).toContain('"a"')
    for (const composition of [
      concat(twice, b),
      concat(b, twice),
      join(twice, b),
      join(b, twice),
      meet(twice, b),
      meet(b, twice)
    ])
      expect(left(composition)).toBe(left(twice))
  })

  test('is the first of several', () => {
    const other = join(E.right(bound('a', 1)), E.right(bound('b', 1)))
    expect(left(concat(twice, other)).kind).toBe('double count')
    expect(left(concat(other, twice)).kind).toBe('different processes')
  })
})

test('bounds on many processes add up, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (multiples, reversed) => {
        const each = multiples.map((multiple, at): Composed<Energy> => E.right(bound(`p${at}`, multiple)))
        const sum = right(concatAll(MonoidTotal)(reversed ? each.reverse() : each))
        const expected = kT(
          multiples.reduce((a, b) => a + b, 0),
          kelvin(300)
        )
        expect(valueOf(sum).eq(expected.exact)).toBe(true)
        expect([...sum.processes].sort()).toEqual(multiples.map((_, at) => `p${at}`).sort())
      }
    )
  )
})

test('the sum of no bounds is nothing: 0 J', () => {
  const sum = right(concatAll(MonoidTotal)([]))
  expect(valueOf(sum).isZero()).toBe(true)
  expect(sum.unit.symbol).toBe(joules.symbol)
})
