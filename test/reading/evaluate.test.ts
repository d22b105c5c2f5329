import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { input, type Inputs, type ModelData, type Values } from '../../src/formula/model'
import * as inputs from '../../src/physics/inputs'
import { reliableAttempt } from '../../src/physics/memory'
import { model } from '../../src/physics/own'
import {
  landauer,
  mismatch,
  rateCappedReset,
  timeSymmetricReset,
  uncertaintyRelation
} from '../../src/physics/thermodynamics'
import { limUpdate, meanMatchedBarrier, powerLawShape } from '../../src/physics/update'
import { evaluate, evaluateAll } from '../../src/reading/evaluate'
import { bits, gigahertz, hertz, joules, kelvin, kT, nanoseconds, one, updates } from '../../src/units/si'
import { errors, logUniform, temperatures } from '../physics/arbitrary'
import { left, relativeError, right } from './values'

const room = kelvin(300)
const cold = { temperature: room, errorProbability: 0 }

const lim = {
  temperature: room,
  attemptRate: gigahertz(1),
  initialRate: gigahertz(0.1),
  precision: bits(8),
  shape: 0.5,
  errorProbability: 0.01,
  hops: 1,
  recovery: 0.5
}

/** Inputs that the compiler would refuse. */
const unchecked = <I>(of: unknown): Values<I> => of as Values<I>

describe('digits', () => {
  // kT ln 2 at 300 K, from Python's decimal.
  const reference =
    '2.870978885078723794504776333777330061610613555013056169039388203281133232336511' +
    '11821955878966283539360853040830870969006258153948393768158630979952172264797529' +
    '10912698098605808721866677071122452586989e-21'

  test('are 34 unless others are asked for', () => {
    expect(String(right(evaluate(landauer)(cold)).exact)).toBe('2.87097888507872379450477633377733e-21')
    expect(String(right(evaluate(landauer, { digits: 34 })(cold)).exact)).toBe(
      '2.87097888507872379450477633377733e-21'
    )
  })

  test('may be 1, 50, 200 or anything up to 1000', () => {
    expect(String(right(evaluate(landauer, { digits: 1 })(cold)).exact)).toBe('3e-21')
    expect(String(right(evaluate(landauer, { digits: 50 })(cold)).exact)).toBe(
      '2.8709788850787237945047763337773300616106135550131e-21'
    )
    expect(String(right(evaluate(landauer, { digits: 200 })(cold)).exact)).toBe(reference)
    const hundreds = right(evaluate(landauer, { digits: 400 })(cold)).exact
    expect(hundreds.precision()).toBeGreaterThan(390)
    expect(hundreds.toSignificantDigits(200).eq(reference)).toBe(true)
  })

  test('may be the most of any model: nothing is thrown', () => {
    const shape = evaluate(powerLawShape, { digits: 400 })
    expect(E.isRight(shape({ precision: bits(8), updates: updates('1e400') }))).toBe(true)
    const tiny = { temperature: room, actual: 0.3, design: 0.3 + 1e-16 }
    expect(E.isRight(evaluate(mismatch, { digits: 400 })(tiny))).toBe(true)
    const near = one(`0.${'4'.padEnd(190, '9')}`)
    expect(
      E.isRight(evaluate(landauer, { digits: 400 })({ temperature: room, errorProbability: near }))
    ).toBe(true)
  })

  test('asked for are all right, whatever their number', () => {
    const exact = right(
      evaluate(rateCappedReset, { digits: 250 })({
        temperature: room,
        errorProbability: 0.4999,
        attemptRate: gigahertz(1),
        duration: nanoseconds(3)
      })
    ).exact
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (digits) => {
        const value = right(
          evaluate(rateCappedReset, { digits })({
            temperature: room,
            errorProbability: 0.4999,
            attemptRate: gigahertz(1),
            duration: nanoseconds(3)
          })
        ).exact
        expect(value.precision()).toBeLessThanOrEqual(digits)
        expect(
          value
            .minus(exact)
            .abs()
            .div(exact)
            .lte(`1e${1 - digits}`)
        ).toBe(true)
      })
    )
  })

  test.each([0, -1, 1.5, 401, NaN, Infinity])('are not %d', (digits) => {
    const { problems, message } = left(evaluate(landauer, { digits })(cold))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ kind: 'number', model: 'landauer', inputs: ['digits'] })
    expect(message).toBe(`landauer: digits should be a whole number from 1 to 400, got ${digits}`)
  })

  test('of an input beyond those of a float64 count', () => {
    const of = (ε: string) => right(evaluate(landauer)({ temperature: room, errorProbability: one(ε) })).exact
    expect(of('0.1').eq(of('0.1000000000000000000000000000001'))).toBe(false)
  })
})

describe('all problems with the inputs are reported at once', () => {
  const { initialRate: _, ...rest } = lim
  const {
    problems,
    message,
    model: name
  } = left(
    evaluate(limUpdate)(
      unchecked({
        ...rest,
        temperature: joules(300),
        attemptRate: hertz(NaN),
        precision: 8,
        shape: Infinity,
        recovery: undefined,
        recovry: 0.5
      })
    )
  )
  const problemOf = (input: string) => problems.find(({ inputs }) => inputs.includes(input))

  test('one for each, by the name of the model', () => {
    expect(problems).toHaveLength(7)
    expect(name).toBe('limUpdate')
    for (const problem of problems) expect(problem.model).toBe('limUpdate')
  })

  test.each([
    ['initialRate', 'missing', 'limUpdate: initialRate is missing: expected a rate such as "1 Hz"'],
    ['recovery', 'missing', 'limUpdate: recovery is missing: expected a pure number such as "1"'],
    ['recovry', 'unexpected', 'limUpdate: it has no input recovry; did you mean recovery?'],
    [
      'temperature',
      'dimension',
      'limUpdate: temperature should be a temperature such as "1 K", got 300.0 J (energy)'
    ],
    [
      'precision',
      'dimension',
      'limUpdate: precision should be an amount of information such as "1 bit", got 8: a number has no unit; write bits(8)'
    ],
    [
      'attemptRate',
      'number',
      'limUpdate: attemptRate should be a finite number, a rate such as "1 Hz", got NaN Hz'
    ],
    ['shape', 'number', 'limUpdate: shape should be a finite number, a pure number such as "1", got Infinity']
  ] as const)('%s is %s', (input, kind, sentence) => {
    expect(problemOf(input)).toMatchObject({ kind, message: sentence })
  })

  test('as sentences, a line each', () => {
    expect(message).toBe(problems.map((problem) => problem.message).join('\n'))
    expect(message.split('\n')).toHaveLength(7)
  })
})

describe('all conditions that do not hold are reported at once', () => {
  test('ranges and relations', () => {
    const { problems, message } = left(
      limUpdate({ ...lim, recovery: 2, hops: -1, initialRate: gigahertz(3) })
    )
    expect(problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([
      ['range', ['hops']],
      ['range', ['recovery']],
      ['relation', ['errorProbability', 'initialRate', 'attemptRate']]
    ])
    expect(message).toMatch(
      /^limUpdate: hops -1\S* is outside \[0, ∞\)\nlimUpdate: recovery 2\S* is outside \[0, 1\]\nmeanMatchedBarrier: requires \(1 − ε\) r₁ ≤ f₀, found 2\.970 GHz > 1\.000 GHz$/u
    )
  })

  test('both of two relations', () => {
    const ordered = model({
      name: 'ordered',
      symbol: 'o',
      summary: 'A number below two others',
      inputs: {
        x: input('x', one, '(0, ∞)', 'the least'),
        y: input('y', one, '(0, ∞)', 'another'),
        z: input('z', one, '(0, ∞)', 'another')
      },
      unit: one,
      formula: ({ x }) => x,
      requires: ({ x, y, z }) => [x.below(y), x.below(z)],
      constraint: ''
    })
    expect(E.isRight(ordered({ x: 1, y: 2, z: 3 }))).toBe(true)
    expect(left(ordered({ x: 3, y: 1, z: 2 })).problems.map(({ expected }) => expected)).toEqual([
      'x < y',
      'x < z'
    ])
  })

  test('a range that a model and its part share, once', () => {
    const { problems } = left(
      rateCappedReset({
        temperature: kelvin(-1),
        errorProbability: 0.1,
        attemptRate: gigahertz(1),
        duration: nanoseconds(1)
      })
    )
    expect(problems.map(({ kind, model }) => [kind, model])).toEqual([['range', 'rateCappedReset']])
  })
})

describe('what is no record of inputs', () => {
  test.each([undefined, null])('%p lacks them all', (given) => {
    const { problems } = left(evaluate(landauer)(unchecked(given)))
    const kinds = problems.filter(({ kind }) => kind === 'missing').map(({ inputs }) => inputs)
    expect(kinds).toEqual([['temperature'], ['errorProbability']])
  })

  test.each([
    [5, '5'],
    ['landauer', '"landauer"'],
    [[kelvin(300)], 'a list'],
    [Promise.resolve(cold), 'a Promise: await it first']
  ])('%p is said to be none', (given, told) => {
    const { message } = left(evaluate(landauer)(unchecked(given)))
    expect(message).toBe(
      `landauer: expected an object of its inputs (temperature, errorProbability), got ${told}`
    )
  })

  test.each(['toString', 'constructor', 'hasOwnProperty'])('%s is no input', (name) => {
    const { problems } = left(evaluate(landauer)(unchecked({ ...cold, [name]: 1 })))
    expect(problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([['unexpected', [name]]])
  })

  test('text is no quantity', () => {
    const { message } = left(evaluate(landauer)(unchecked({ ...cold, temperature: '300 K' })))
    expect(message).toMatch(
      /^landauer: temperature should be a temperature such as "1 K", got "300 K": a text/
    )
  })
})

test('a name far from any other gets no suggestion', () => {
  const { message } = left(evaluate(landauer)(unchecked({ ...cold, voltage: 1 })))
  expect(message).toBe('landauer: it has no input voltage')
})

test('a value beyond the exponents of decimals is an error of size', () => {
  const { problems, message } = left(
    evaluate(uncertaintyRelation)({ temperature: kelvin('9e9000000000000000'), relativeDeviation: 1e-30 })
  )
  expect(problems.map(({ kind, model }) => [kind, model])).toEqual([['size', 'uncertaintyRelation']])
  expect(message).toBe('uncertaintyRelation: it has no finite value here')
})

describe('models evaluated together', () => {
  const together = evaluateAll('update', { limUpdate, meanMatchedBarrier, reliableAttempt })
  const cases = fc.record({
    temperature: temperatures,
    attemptRate: fc.constant(gigahertz(1)),
    initialRate: logUniform(1, 1e9).map(hertz),
    precision: logUniform(1e-3, 64).map(bits),
    shape: fc.double({ min: 0, max: 1, noNaN: true }),
    errorProbability: errors,
    hops: logUniform(1e-3, 1e3),
    recovery: fc.double({ min: 0, max: 1, noNaN: true })
  })

  test('have the values of each alone', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { hops: _, recovery: __, ...schedule } = of
        const { errorProbability } = of
        const all = right(together(of))
        expect(Object.keys(all)).toEqual(['limUpdate', 'meanMatchedBarrier', 'reliableAttempt'])
        expect(String(all.limUpdate.exact)).toBe(String(right(limUpdate(of)).exact))
        expect(String(all.meanMatchedBarrier.exact)).toBe(String(right(meanMatchedBarrier(schedule)).exact))
        const drive = right(reliableAttempt({ temperature: of.temperature, errorProbability }))
        expect(String(all.reliableAttempt.exact)).toBe(String(drive.exact))
        expect(all.limUpdate.dimension).toBe(limUpdate.unit.dimension)
      })
    )
  })

  test('have all that is wrong with the inputs of any, under the name of the family', () => {
    const error = left(together(unchecked({ ...lim, temperature: 300, shpe: 1 })))
    expect(error.model).toBe('update')
    expect(error.problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([
      ['unexpected', ['shpe']],
      ['dimension', ['temperature']]
    ])
    const outside = left(together({ ...lim, recovery: -1, shape: 2 }))
    expect(outside.problems.map(({ inputs }) => inputs)).toEqual(
      expect.arrayContaining([['recovery'], ['shape']])
    )
  })

  test('have as many digits as are asked for', () => {
    const value = right(
      evaluateAll(
        'reset',
        { landauer, timeSymmetricReset },
        { digits: 50 }
      )({
        temperature: room,
        errorProbability: 0.1
      })
    )
    expect(
      relativeError(value.landauer.exact, right(landauer({ temperature: room, errorProbability: 0.1 })).exact)
    ).toBeLessThan(1e-33)
    expect(value.landauer.exact.precision()).toBeGreaterThan(45)
    expect(value.timeSymmetricReset.exact.precision()).toBeGreaterThan(45)
  })

  test('have no value if they mean different things by one name', () => {
    const other = model({
      name: 'other',
      symbol: 'o',
      summary: 'A model whose temperature is an energy',
      inputs: { temperature: input('θ', joules, '(0, ∞)', 'temperature as an energy') },
      unit: joules,
      formula: ({ temperature }) => temperature,
      constraint: ''
    })
    const family = evaluateAll('clash', {
      landauer: landauer as unknown as ModelData<never>,
      other: other as unknown as ModelData<never>
    })
    for (const temperature of [room, kT(1, room)])
      expect(E.isLeft(family({ temperature, errorProbability: 0.1 }))).toBe(true)
  })
})

describe('what does not compile also has no value', () => {
  const kinds = (result: ReturnType<ReturnType<typeof evaluate<Inputs, unknown>>>) =>
    left(result).problems.map(({ kind }) => kind)

  test('a missing input', () => {
    // @ts-expect-error errorProbability is missing
    expect(kinds(evaluate(landauer)({ temperature: room }))).toEqual(['missing'])
  })

  test('an input that the model does not have', () => {
    // @ts-expect-error landauer has no duration
    expect(kinds(evaluate(landauer)({ ...cold, duration: nanoseconds(1) }))).toEqual(['unexpected'])
  })

  test('a wrong dimension', () => {
    // @ts-expect-error a barrier is no temperature
    expect(kinds(evaluate(landauer)({ ...cold, temperature: kT(40, room) }))).toEqual(['dimension'])
  })

  test('a plain number for an energy', () => {
    // @ts-expect-error a number is no temperature
    expect(kinds(evaluate(landauer)({ ...cold, temperature: 300 }))).toEqual(['dimension'])
  })

  test('a count for a pure number', () => {
    // @ts-expect-error an update is no probability
    expect(kinds(evaluate(landauer)({ ...cold, errorProbability: updates(0) }))).toEqual(['dimension'])
  })

  test('but a pure number may be a number or a quantity', () => {
    const [number, quantity] = [0.1, one(0.1)].map((errorProbability) =>
      right(evaluate(landauer)({ temperature: room, errorProbability }))
    )
    expect(number!.exact.eq(quantity!.exact)).toBe(true)
  })

  test('an energy per bit where an energy is wanted', () => {
    const value = right(landauer(cold))
    // @ts-expect-error J/bit is not J
    const energy: ReturnType<typeof joules> = value
    expect(energy.dimension).not.toBe(joules.dimension)
  })
})

test('the inputs of physics have the names and units of the models', () => {
  expect(inputs.temperature.unit.symbol).toBe('K')
  expect(landauer.inputs.temperature).toBe(inputs.temperature)
})
