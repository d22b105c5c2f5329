/** Every model and every ledger agrees with reference values computed apart from this library. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { decimalsOf, type Decimal } from '../src/units/decimal'
import type { Inputs, ModelData, Values } from '../src/formula/model'
import { models } from '../src/physics/models'
import { certify } from '../src/reading/certify'
import { evaluate } from '../src/reading/evaluate'
import { evaluateColumns } from '../src/reading/columns'
import { evaluateNumber } from '../src/reading/evaluate-number'
import type { Enclosure } from '../src/units/enclosure'
import { formatWith } from '../src/units/format'
import type { Quantity } from '../src/units/quantity'
import reference from './oracle/models.json'
import { printedEnds } from './units/printed'
import { minus, order, plus, ratio, ratioOf, ratioOfFloat, type Ratio } from './units/rational'

interface Case {
  readonly inputs: Readonly<Record<string, string>>
  readonly value: string
}

interface Reference {
  readonly output: string
  readonly tier: string
  readonly inputs: Readonly<Record<string, string>>
  readonly cases: readonly Case[]
}

const cases = Object.entries(reference.models as unknown as Readonly<Record<string, Reference>>)
const named = models as unknown as Readonly<Record<string, ModelData>>

const Wide = decimalsOf(60)

/** The relative error, or the absolute one where the reference is 0. */
const errorOf = (value: Decimal | number, expected: string): number => {
  const [x, y] = [new Wide(value), new Wide(expected)]
  return (y.isZero() ? x.abs() : x.minus(y).div(y).abs()).toNumber()
}

const inputsOf = (name: string, { inputs }: Case): Values<Inputs> =>
  Object.fromEntries(
    Object.entries(inputs).map(([input, value]) => [input, named[name]!.inputs[input]!.unit(value)])
  )

const right = <A>(either: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

test('the reference has 912 cases of 76 models', () => {
  expect(cases).toHaveLength(76)
  expect(cases.flatMap(([, model]) => model.cases)).toHaveLength(912)
})

describe.each(cases)('%s', (name, { output, tier, inputs, cases }) => {
  const model = named[name]!

  test('has the inputs, the unit and the tier of the reference', () => {
    expect(Object.keys(model.inputs).sort()).toEqual(Object.keys(inputs).sort())
    expect({ unit: model.unit.symbol || '1', tier: model.tier }).toEqual({
      unit: output.replace('1/s', 'Hz'),
      tier
    })
  })

  test('agrees in decimals to 30 digits', () => {
    for (const each of cases)
      expect(errorOf(right(evaluate(model)(inputsOf(name, each))).exact, each.value)).toBeLessThan(1e-30)
  })

  test('agrees to 44 digits when 50 are asked for', () => {
    for (const each of cases) {
      const value: Quantity<unknown> = right(evaluate(model, { digits: 50 })(inputsOf(name, each)))
      expect(errorOf(value.exact, each.value)).toBeLessThan(1e-44)
    }
  })

  test('agrees in float64 to 1e-12, point by point and down columns', () => {
    for (const each of cases) {
      const given = inputsOf(name, each)
      expect(errorOf(right(evaluateNumber(model)(given)).value, each.value)).toBeLessThan(1e-12)
      expect(errorOf(right(evaluateColumns(model)(given)).values[0]!, each.value)).toBeLessThan(1e-12)
    }
  })
  const certified = (given: Values<Inputs>, digits: number): Enclosure<unknown> =>
    right(certify(model, { digits })(given))
  /** The lower end is not above the value and the upper one not below it, which is known to `within`. */
  const expectAbout = ([lower, upper]: readonly Ratio[], value: string, within = ratio(0n)): void => {
    expect(order(minus(lower!, within), ratioOf(value))).toBeLessThanOrEqual(0)
    expect(order(plus(upper!, within), ratioOf(value))).toBeGreaterThanOrEqual(0)
  }
  /** One unit of the 45th digit: where more digits are asked for, they are not those of a reference. */
  const lastUnit = (value: string): Ratio =>
    ratioOf(`1e${new Wide(value).isZero() ? -45 : new Wide(value).e - 44}`)

  test('is enclosed to 34 digits, as decimals, as float64s and in print', () => {
    for (const each of cases) {
      const found = certified(inputsOf(name, each), 34)
      const { lower, upper } = found
      expectAbout([ratioOf(lower.exact), ratioOf(upper.exact)], each.value)
      expect(errorOf(lower.exact, each.value)).toBeLessThan(1e-25)
      expect(errorOf(upper.exact, each.value)).toBeLessThan(1e-25)
      expectAbout([ratioOfFloat(lower.value), ratioOfFloat(upper.value)], each.value)
      expectAbout([ratioOf(String(lower.value)), ratioOf(String(upper.value))], each.value)
      expect(errorOf(lower.value, each.value)).toBeLessThan(1e-15)
      expect(errorOf(upper.value, each.value)).toBeLessThan(1e-15)
      for (const digits of [1, 2, 4, 9, 20])
        expectAbout(printedEnds(formatWith({ digits })(found)).ends, each.value)
    }
  })

  test('is enclosed to any number of digits, and printed so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (each, digits, printed) => {
          const found = certified(inputsOf(name, each), digits)
          const ends = [found.lower, found.upper].map(({ exact }) => exact)
          expectAbout(ends.map(ratioOf), each.value, digits > 34 ? lastUnit(each.value) : ratio(0n))
          const off = 2 * 10 ** (1 - Math.min(digits, 44))
          for (const end of ends) expect(errorOf(end, each.value)).toBeLessThanOrEqual(off)
          expectAbout(printedEnds(formatWith({ digits: printed })(found)).ends, each.value)
        }
      ),
      { numRuns: 20 }
    )
  })
})
