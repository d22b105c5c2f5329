import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { Inputs, ModelData, Values } from '../../src/formula/model'
import type { End } from '../../src/units/range'
import type { Model } from '../../src/physics/model'
import { modelNamed, models, sections } from '../../src/physics/models'
import { model } from '../../src/physics/own'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateColumns } from '../../src/reading/columns'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import type { Decimal } from '../../src/units/decimal'
import { dimensions } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import { kelvin } from '../../src/units/si'
import type { Unit } from '../../src/units/unit'
import reference from '../oracle/models.json'
import { given, pointsOf } from '../reading/points'
import { left, relativeError, right, soon } from '../reading/values'
import { inputsOf, logUniform } from './arbitrary'

const all = Object.values(models as unknown as Readonly<Record<string, ModelData>>)
const each = all.map((model): [string, ModelData] => [model.name, model])

type Cases = Readonly<
  Record<string, { readonly cases: readonly { readonly inputs: Record<string, string> }[] }>
>
const known = reference.models as unknown as Cases

/** Inputs at which a model has a value: the first of the reference, or here. */
const inputsAt = ({ name, inputs }: ModelData): Values<Inputs> => {
  const given = known[name]?.cases[0]?.inputs ?? { parameters: '7e10' }
  return Object.fromEntries(
    Object.entries(given).map(([input, value]) => [input, inputs[input]!.unit(value)])
  )
}

const readings = [
  ['in decimals', (model: ModelData) => evaluate(model)],
  ['in float64', (model: ModelData) => evaluateNumber(model)],
  ['down columns', (model: ModelData) => evaluateColumns(model) as ReturnType<typeof evaluate>]
] as const

test('there are 77 models, in eight sections, of energies from J to J/conversion, of powers, rates and counts', () => {
  expect(all).toHaveLength(77)
  expect(Object.keys(sections)).toHaveLength(8)
  expect(Object.values(sections).flatMap((section) => Object.keys(section))).toHaveLength(77)
})

test('the compute-optimal tokens of 7e10 parameters are 1.4e12 (Hoffmann et al. 2022)', () => {
  const { computeOptimalTokens } = models
  expect(
    right(
      evaluate(computeOptimalTokens as unknown as ModelData)(
        inputsAt(computeOptimalTokens as unknown as ModelData)
      )
    ).value
  ).toBe(1.4e12)
})

test.each(each)('%s, called, is read by all that its formula needs', (_, model) => {
  const called = model as unknown as ReturnType<typeof evaluate>
  fc.assert(
    fc.property(pointsOf(model), (point) => {
      expect(called(given(point))).toEqual(evaluate(model)(given(point)))
    }),
    { numRuns: 3 }
  )
})

test.each(each)('%s is of a definition that a user could give', (_, { inputs, ...rest }) => {
  const of = model({ ...rest, inputs, formula: (rest as unknown as Model<Inputs, unknown>).of })
  expect([of.name, of.tier, of.processes]).toEqual([rest.name, rest.tier, rest.processes])
})

test('a model is found by its name, and nothing else is', () => {
  for (const [name, model] of Object.entries(models)) {
    expect(model.name).toBe(name)
    expect(modelNamed(name)).toBe(model)
  }
  for (const name of ['', 'toString', '__proto__', 'Landauer']) expect(modelNamed(name)).toBeUndefined()
})

describe.each(each)('%s', (_, model) => {
  test('bounds a process only if it is an energy, or a power', () => {
    const { exponents } = model.unit.dimension as { exponents: Record<string, number> }
    const { m, kg, s, A, K } = exponents
    // An energy, or what is one in a time.
    if (model.processes.length > 0)
      expect([m, kg, s, A, K]).toEqual([2, 1, model.unit.symbol === 'W' ? -3 : -2, 0, 0])
  })

  const base = inputsAt(model)

  describe.each(readings)('%s', (_, reading) => {
    const read = reading(model)

    test('has a value at the inputs that the tests below change', () => {
      expect(E.isRight(read(base))).toBe(true)
    })

    const ends = Object.entries(model.inputs).flatMap(([name, { range, unit }]) => [
      ...(range.lower === undefined ? [] : [{ name, unit, end: range.lower, out: -1, text: range.text }]),
      ...(range.upper === undefined ? [] : [{ name, unit, end: range.upper, out: 1, text: range.text }])
    ])

    const refusal = (name: string, unit: Unit<unknown>, value: Decimal | number) =>
      left(read({ ...base, [name]: unit(value) }))

    test('refuses each input outside its range, naming the model, the input, its value and the range', () => {
      for (const { name, unit, end, out, text } of ends) {
        const { problems, message } = refusal(name, unit, end.at.plus(out))
        expect(problems).toContainEqual(
          expect.objectContaining({ kind: 'range', model: model.name, inputs: [name], expected: text })
        )
        const line = message.split('\n').find((sentence) => sentence.includes(` ${name} `)) ?? ''
        const [, shown] = /(\S+) is outside/.exec(line) ?? []
        expect(line).toMatch(new RegExp(`${model.name}: ${name} \\S+ is outside`))
        expect(Number(shown)).toBe(end.at.plus(out).toNumber())
        expect(line.endsWith(text)).toBe(true)
      }
    })

    test('refuses each input just outside its range', () => {
      const beyond = ({ at, open }: End, out: number): Decimal => {
        if (open) return at
        // The float64 next to the end, or the smallest that there is.
        return at.isZero() ? at.plus(out * Number.MIN_VALUE) : at.times(1 + out * 2 ** -52)
      }
      for (const { name, unit, end, out, text } of ends) {
        const { problems } = refusal(name, unit, beyond(end, out).toNumber())
        expect(problems).toContainEqual(
          expect.objectContaining({ kind: 'range', model: model.name, inputs: [name], expected: text })
        )
      }
    })

    test('has a value at the closed ends of each range', () => {
      for (const { name, unit, end } of ends) {
        if (end.open) continue
        const value = read({ ...base, [name]: unit(end.at) })
        expect(E.isRight(value)).toBe(true)
      }
    })

    test('refuses what is infinite, or no number', () => {
      for (const [name, { unit }] of Object.entries(model.inputs))
        for (const value of [Infinity, -Infinity, NaN]) {
          const result = soon(() => read({ ...base, [name]: unit(value) }))
          expect({ name, value, refused: E.isLeft(result) }).toEqual({ name, value, refused: true })
          expect(left(result).problems).toContainEqual(
            expect.objectContaining({ kind: 'number', model: model.name, inputs: [name] })
          )
        }
    })

    test('refuses what is far below its range, at once', () => {
      for (const { name, unit, out } of ends)
        for (const size of [1e3, 1e17, 1e300]) {
          const result = soon(() => read({ ...base, [name]: unit(out * size) }))
          expect(left(result).problems).toContainEqual(
            expect.objectContaining({ kind: 'range', model: model.name, inputs: [name] })
          )
        }
    })
  })
})

test('the value in a refusal is told apart from the end that it is beyond', () => {
  const { landauer } = models
  const { problems } = left(landauer({ temperature: kelvin(300), errorProbability: 0.5000000001 }))
  expect(Number(problems[0]!.found)).toBeGreaterThan(0.5)
})

describe('every theorem', () => {
  const thermal = each.filter(
    ([, { tier, inputs, processes }]) =>
      tier === 'theorem' && inputs['temperature'] !== undefined && processes.length > 0
  )

  test('but chargeTransfer and a price is about heat at a temperature', () => {
    const theorems = each.filter(([, { tier }]) => tier === 'theorem')
    expect(theorems.length).toBe(21)
    expect(
      theorems.filter(([name]) => !thermal.some(([other]) => other === name)).map(([name]) => name)
    ).toEqual(['chargeTransfer', 'attemptPrice'])
  })

  test.each(thermal)(
    '%s is proportional to the temperature and the energies that it is given',
    (_, model) => {
      const read = evaluate(model)
      const scaled = Object.entries(model.inputs).filter(
        ([name, { unit }]) =>
          name === 'temperature' ||
          (unit.dimension as { exponents: Record<string, number> }).exponents['kg'] === 1
      )
      let compared = 0
      fc.assert(
        fc.property(inputsOf(model), logUniform(1e-6, 1e6), (inputs, factor) => {
          const cold = read(inputs)
          fc.pre(E.isRight(cold))
          const given = inputs as Readonly<Record<string, Quantity<unknown>>>
          const more = scaled.map(
            ([name, { unit }]) => [name, unit(given[name]!.exact.times(factor))] as const
          )
          const warm = right(read({ ...inputs, ...Object.fromEntries(more) }))
          expect(relativeError(warm.exact, right(cold).exact.times(factor))).toBeLessThan(1e-30)
          compared++
        })
      )
      expect(compared).toBeGreaterThanOrEqual(100)
    }
  )
})

test('every dimension of a model has a name', () => {
  const names = new Set<string>(Object.keys(dimensions))
  for (const { unit } of all) expect(names).toContain(unit.dimension.name)
})
