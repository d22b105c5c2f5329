/** Every model and every ledger agrees with reference values computed apart from this library. */
import * as E from 'fp-ts/lib/Either.js'
import { decimalsOf, type Decimal } from '../src/units/decimal'
import type { Inputs, ModelData, Values } from '../src/formula/model'
import { models } from '../src/physics/models'
import { evaluate } from '../src/reading/evaluate'
import { evaluateColumns, evaluateNumber } from '../src/reading/evaluate-number'
import type { Quantity } from '../src/units/quantity'
import reference from './oracle/models.json'

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

test('the reference has 504 cases of 42 models', () => {
  expect(cases).toHaveLength(42)
  expect(cases.flatMap(([, model]) => model.cases)).toHaveLength(504)
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
})
