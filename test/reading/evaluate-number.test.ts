import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import {
  constant,
  expm1,
  ln,
  max,
  min,
  pow,
  two,
  type Expression,
  type Symbols
} from '../../src/formula/expression'
import { input, type Inputs, type ModelData, type Values } from '../../src/formula/model'
import { arrheniusRate, driveForSpeed, retentionBarrier, staticWrite } from '../../src/physics/memory'
import { model } from '../../src/physics/own'
import { converterEnergy } from '../../src/physics/read'
import { landauer, rateCappedReset, rampCharging } from '../../src/physics/thermodynamics'
import { limUpdate, powerLawShape } from '../../src/physics/update'
import { evaluate } from '../../src/reading/evaluate'
import { column, evaluateColumns, type Column } from '../../src/reading/columns'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import type { Dimensionless } from '../../src/units/dimension'
import {
  bits,
  farads,
  gigahertz,
  hertz,
  joules,
  kelvin,
  kT,
  nanoseconds,
  ohms,
  one,
  seconds,
  updates,
  volts
} from '../../src/units/si'
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
const unchecked = <A>(of: unknown): A => of as A

const generic = <I, D>(model: ModelData<I, D>): ModelData => model as unknown as ModelData

describe('a value in float64', () => {
  const rates = logUniform(1e9, 1e15)
  const reliable = logUniform(1e-300, 0.4)

  /** Inputs at which a model is well conditioned: no difference, and no logarithm, near 0. */
  const conditioned: readonly (readonly [ModelData, fc.Arbitrary<unknown>])[] = [
    [
      generic(limUpdate),
      fc.record({
        temperature: temperatures,
        attemptRate: rates.map(hertz),
        initialRate: logUniform(1, 1e8).map(hertz),
        precision: logUniform(1e-3, 64).map(bits),
        shape: fc.double({ min: 0, max: 1, noNaN: true }),
        errorProbability: reliable,
        hops: logUniform(1e-6, 1e6),
        recovery: fc.double({ min: 0, max: 1, noNaN: true })
      })
    ],
    [
      generic(rateCappedReset),
      fc.record({
        temperature: temperatures,
        errorProbability: reliable,
        attemptRate: rates.map(hertz),
        duration: logUniform(1e-9, 1e9).map(seconds)
      })
    ],
    [
      generic(retentionBarrier),
      fc.record({
        temperature: temperatures,
        cells: logUniform(1, 1e18),
        attemptRate: rates.map(hertz),
        retentionTime: logUniform(1, 1e10).map(seconds),
        failureProbability: reliable
      })
    ],
    [
      generic(driveForSpeed),
      fc
        .tuple(temperatures, logUniform(1e-3, 300), logUniform(1e-9, 0.999), rates)
        .map(([temperature, barrier, share, f0]) => ({
          temperature,
          barrier: kT(barrier, temperature),
          updateRate: hertz(share * f0 * -Math.expm1(-2 * barrier)),
          attemptRate: hertz(f0)
        }))
    ],
    [
      generic(converterEnergy),
      fc.record({ temperature: temperatures, outputBits: logUniform(1e-3, 100).map(bits) })
    ],
    [
      generic(rampCharging),
      fc.record({
        capacitance: logUniform(1e-18, 1e-6).map(farads),
        voltage: logUniform(1e-3, 1e3).map(volts),
        resistance: logUniform(1e-2, 1e9).map(ohms),
        duration: logUniform(1e-12, 1e3).map(seconds)
      })
    ]
  ]

  test.each(conditioned.map(([model, of]) => [model.name, model, of] as const))(
    'of %s is that of the decimals to 1e-12, where it is well conditioned',
    (_, model, inputs) => {
      fc.assert(
        fc.property(inputs, (of) => {
          const given = unchecked<Values<Inputs>>(of)
          const exact = right(evaluate(model)(given)).exact
          expect(relativeError(right(evaluateNumber(model)(given)).value, exact)).toBeLessThan(1e-12)
        })
      )
    }
  )

  test('of landauer at 300 K is 2.8709788850787e-21', () => {
    const { value, dimension } = right(evaluateNumber(landauer)(cold))
    expect(relativeError(value, 2.8709788850787e-21)).toBeLessThan(1e-14)
    expect(dimension).toBe(landauer.unit.dimension)
  })

  test('may be 0', () => {
    expect(right(evaluateNumber(landauer)({ temperature: room, errorProbability: 0.5 })).value).toBe(0)
  })

  test('that is too small for float64 is an error of size, and a value in decimals', () => {
    const of = { temperature: room, barrier: kT(1000, room), attemptRate: gigahertz(1) }
    const { problems, message } = left(evaluateNumber(arrheniusRate)(of))
    expect(problems.map(({ kind, model }) => [kind, model])).toEqual([['size', 'arrheniusRate']])
    expect(message).toBe('arrheniusRate: 5.076e-426 is beyond float64; evaluate it in decimals')
    const exact = right(evaluate(arrheniusRate)(of)).exact
    expect(relativeError(exact.ln(), Math.log(1e9) - 1000)).toBeLessThan(1e-14)
  })

  test('that is too large for float64 is an error of size, and a value in decimals', () => {
    const of = { temperature: room, outputBits: bits(1000) }
    expect(left(evaluateNumber(converterEnergy)(of)).problems.map(({ kind }) => kind)).toEqual(['size'])
    const exact = right(evaluate(converterEnergy)(of)).exact
    expect(
      relativeError(exact.log(10), Math.log10(12 * 1.380649e-23 * 300) + 1000 * Math.log10(4))
    ).toBeLessThan(1e-14)
  })

  test('that loses digits below the smallest normal number is an error of size', () => {
    const of = { temperature: room, barrier: kT(750, room), attemptRate: gigahertz(1) }
    // 1e9 e^(−750): a float64 near 6e-317 has 8 digits.
    expect(left(evaluateNumber(arrheniusRate)(of)).problems.map(({ kind }) => kind)).toEqual(['size'])
  })

  test('survives an overflow inside the formula', () => {
    const of = {
      temperature: room,
      updateRate: hertz(1e3),
      barrier: kT(800, room),
      attemptRate: gigahertz(1)
    }
    // e^800 has no float64. The drive is 2B + 2kT ln(v/f₀).
    const { value } = right(evaluateNumber(driveForSpeed)(of))
    expect(relativeError(value, right(evaluate(driveForSpeed)(of)).exact)).toBeLessThan(1e-12)
    const expected = 2 * kT(800, room).value + 2 * kT(1, room).value * Math.log(1e-6)
    expect(relativeError(value, expected)).toBeLessThan(1e-12)
  })

  test('is not looked over for inputs that the model does not have', () => {
    const more = unchecked<typeof cold>({ ...cold, duration: nanoseconds(1) })
    expect(E.isRight(evaluateNumber(landauer)(more))).toBe(true)
  })
})

describe('the errors in float64', () => {
  const broken = <A>(valid: A): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<unknown>(valid) },
      fc.constantFrom<unknown>(
        undefined,
        null,
        7,
        -7,
        'text',
        {},
        NaN,
        Infinity,
        kelvin(-1),
        joules(1),
        hertz(NaN),
        bits(-3),
        one(1e9),
        kelvin(0)
      )
    )

  test('are those of the decimals', () => {
    const record = fc.record(
      Object.fromEntries(Object.entries(lim).map(([name, value]) => [name, broken(value)]))
    )
    let refused = 0
    fc.assert(
      fc.property(record, (of) => {
        const exact = evaluate(generic(limUpdate))(unchecked<Values<Inputs>>(of))
        const float = evaluateNumber(generic(limUpdate))(unchecked<Values<Inputs>>(of))
        expect(E.isLeft(float)).toBe(E.isLeft(exact))
        if (E.isRight(exact)) return
        refused++
        expect(left(float)).toEqual(exact.left)
      }),
      { numRuns: 500 }
    )
    expect(refused).toBeGreaterThan(100)
  })

  test.each([undefined, null, 5, 'landauer'])('are those of the decimals for %p', (of) => {
    expect(left(evaluateNumber(landauer)(unchecked(of)))).toEqual(left(evaluate(landauer)(unchecked(of))))
  })
})

describe('a power', () => {
  const any = (symbol: string) => input(symbol, one, '(−∞, ∞)', 'a number')
  const power = model({
    name: 'power',
    symbol: 'xʸ',
    summary: 'A power',
    inputs: { x: any('x'), y: any('y') },
    unit: one,
    formula: ({ x, y }) => pow(x, y),
    constraint: ''
  })

  test.each([
    [0, 0.5, 0],
    [0, 3, 0],
    [4, 0.5, 2],
    [3, 0, 1]
  ])('of %d to %d is %d', (x, y, value) => {
    expect(right(evaluateNumber(power)({ x, y })).value).toBe(value)
    expect(right(evaluate(power)({ x, y })).value).toBe(value)
    expect(Array.from(right(evaluateColumns(power)({ x: column(one)([x, 1]), y })).values)).toEqual([
      value,
      1
    ])
  })

  test.each([
    [0, 0],
    [0, -1],
    [-1, 2],
    [-1, 0]
  ])('of %d to %d is none, in decimals, float64 and columns', (x, y) => {
    const message = 'power: it has no finite value here'
    expect(left(evaluate(power)({ x, y })).message).toBe(message)
    expect(left(evaluateNumber(power)({ x, y })).message).toBe(message)
    expect(E.isLeft(evaluateColumns(power)({ x: column(one)([1, x]), y }))).toBe(true)
  })
})

describe('columns', () => {
  const rows = (length: number) =>
    fc.record({
      temperature: fc.array(logUniform(1e-3, 1e6), { minLength: length, maxLength: length }),
      slowness: fc.array(logUniform(1, 1e9), { minLength: length, maxLength: length }),
      precision: fc.array(logUniform(1e-3, 64), { minLength: length, maxLength: length }),
      errorProbability: fc.array(errors, { minLength: length, maxLength: length })
    })

  test('have the values of their points', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }).chain(rows),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ temperature, slowness, precision, errorProbability }, recovery) => {
          const rates = slowness.map((s) => 1e9 / s)
          const { values, dimension } = right(
            evaluateColumns(limUpdate)({
              temperature: column(kelvin)(temperature),
              attemptRate: gigahertz(1),
              initialRate: column(hertz)(rates),
              precision: column(bits)(precision),
              shape: 0.5,
              errorProbability: column(one)(errorProbability),
              hops: 0.5,
              recovery
            })
          )
          expect(dimension).toBe(limUpdate.unit.dimension)
          const points = temperature.map(
            (T, at) =>
              right(
                evaluateNumber(limUpdate)({
                  temperature: kelvin(T),
                  attemptRate: gigahertz(1),
                  initialRate: hertz(rates[at]!),
                  precision: bits(precision[at]!),
                  shape: 0.5,
                  errorProbability: errorProbability[at]!,
                  hops: 0.5,
                  recovery
                })
              ).value
          )
          expect([...values]).toEqual(points)
        }
      )
    )
  })

  test('have the values of their points where a point overflows inside the formula', () => {
    const multiples = [1, 40, 700, 720, 800, 5000]
    const of = { temperature: room, updateRate: hertz(1e3), attemptRate: gigahertz(1) }
    const { values } = right(
      evaluateColumns(driveForSpeed)({
        ...of,
        barrier: column(joules)(multiples.map((m) => kT(m, room).value))
      })
    )
    const points = multiples.map(
      (m) => right(evaluateNumber(driveForSpeed)({ ...of, barrier: joules(kT(m, room).value) })).value
    )
    expect([...values]).toEqual(points)
  })

  test('of quantities alone have one value', () => {
    const { values } = right(evaluateColumns(landauer)(cold))
    expect([...values]).toEqual([right(evaluateNumber(landauer)(cold)).value])
  })

  test('of one value hold for no more than one point', () => {
    const { values } = right(evaluateColumns(landauer)({ ...cold, temperature: column(kelvin)([77]) }))
    expect(values).toHaveLength(1)
  })

  test('of no value have none', () => {
    const { values } = right(evaluateColumns(landauer)({ ...cold, temperature: column(kelvin)([]) }))
    expect(values).toHaveLength(0)
  })

  test('are in any unit of their dimension', () => {
    expect([...column(gigahertz)([1, 0.5]).values]).toEqual([1e9, 5e8])
    expect(column(gigahertz)([1]).dimension).toBe(hertz.dimension)
    expect([...column(nanoseconds)(new Set([3])).values]).toEqual([3e-9])
  })

  test('leave their inputs as they were', () => {
    const temperature = column(kelvin)([4, 77, 300])
    const { values } = right(evaluateColumns(landauer)({ ...cold, temperature }))
    expect(values).not.toBe(temperature.values)
    expect([...temperature.values]).toEqual([4, 77, 300])
  })

  test('of different lengths are refused', () => {
    const { problems, message } = left(
      evaluateColumns(landauer)({
        temperature: column(kelvin)([4, 77, 300]),
        errorProbability: column(one)([0, 0.1])
      })
    )
    expect(problems).toHaveLength(1)
    expect(message).toBe('landauer: expected columns of one length, got columns of lengths 3, 2')
  })

  test('of one value beside longer ones are refused', () => {
    const result = evaluateColumns(landauer)({
      temperature: column(kelvin)([4, 77, 300]),
      errorProbability: column(one)([0])
    })
    expect(left(result).message).toBe('landauer: expected columns of one length, got columns of lengths 3, 1')
  })

  test('report each bad point by its index, with the error of the point', () => {
    const { problems } = left(
      evaluateColumns(landauer)({
        temperature: column(kelvin)([300, -1, 300, NaN, 300]),
        errorProbability: column(one)([0, 0.1, 0.7, 0.1, 0.5])
      })
    )
    expect(problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([
      ['range', ['temperature']],
      ['range', ['errorProbability']],
      ['number', ['temperature']]
    ])
    expect(problems.map(({ message }) => message.slice(0, 18))).toEqual([
      'point 1: landauer:',
      'point 2: landauer:',
      'point 3: landauer:'
    ])
  })

  test('report a point that no float64 holds, by its index', () => {
    const { problems } = left(
      evaluateColumns(arrheniusRate)({
        temperature: room,
        barrier: column(joules)([kT(10, room).value, kT(1000, room).value]),
        attemptRate: gigahertz(1)
      })
    )
    expect(problems.map(({ kind }) => kind)).toEqual(['size'])
    expect(problems[0]!.message).toMatch(/^point 1: arrheniusRate: 5\.\d+e-426 is beyond float64/)
  })

  test('report no more than the first ten bad points', () => {
    const bad = Array.from({ length: 1000 }, (_, at) => -at)
    const { problems } = left(evaluateColumns(landauer)({ ...cold, temperature: column(kelvin)(bad) }))
    expect(problems).toHaveLength(10)
    expect(problems[9]!.message).toMatch(/^point 9: /)
  })

  test('that are missing are reported', () => {
    const { problems } = left(evaluateColumns(landauer)(unchecked({ temperature: column(kelvin)([300]) })))
    expect(problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([['missing', ['errorProbability']]])
  })

  test.each([undefined, null])('that are %p are all missing', (given) => {
    const { problems } = left(evaluateColumns(landauer)(unchecked(given)))
    expect(problems.map(({ kind }) => kind)).toEqual(['missing', 'missing'])
  })

  test('refuse an infinite point', () => {
    const of = { temperature: room, errorProbability: 0.1, attemptRate: gigahertz(1) }
    const { problems } = left(
      evaluateColumns(rateCappedReset)({ ...of, duration: column(seconds)([1, Infinity]) })
    )
    expect(problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([['number', ['duration']]])
  })
})

describe('what does not compile also has no value', () => {
  const kinds = <A>(result: E.Either<{ readonly problems: readonly { readonly kind: string }[] }, A>) => [
    ...new Set(left(result).problems.map(({ kind }) => kind))
  ]

  test('a missing input', () => {
    // @ts-expect-error errorProbability is missing
    expect(kinds(evaluateNumber(landauer)({ temperature: room }))).toEqual(['missing'])
    // @ts-expect-error errorProbability is missing
    expect(kinds(evaluateColumns(landauer)({ temperature: column(kelvin)([300]) }))).toEqual(['missing'])
  })

  test('a wrong dimension', () => {
    // @ts-expect-error a barrier is no temperature
    expect(kinds(evaluateNumber(landauer)({ ...cold, temperature: joules(300) }))).toEqual(['dimension'])
  })

  test('a column of a wrong dimension', () => {
    const temperature = column(joules)([1, 2, 3])
    // @ts-expect-error barriers are no temperatures
    expect(kinds(evaluateColumns(landauer)({ ...cold, temperature }))).toEqual(['dimension'])
  })

  test('a plain number for an energy', () => {
    // @ts-expect-error a number is no temperature
    expect(kinds(evaluateNumber(landauer)({ ...cold, temperature: 300 }))).toEqual(['dimension'])
    // @ts-expect-error a number is no temperature
    expect(kinds(evaluateColumns(landauer)({ ...cold, temperature: 300 }))).toEqual(['dimension'])
  })

  test('a column for a single point', () => {
    const updatesOf: Column<(typeof updates)['dimension']['exponents']> = column(updates)([2, 3])
    // @ts-expect-error evaluateNumber takes one point
    expect(kinds(evaluateNumber(powerLawShape)({ precision: bits(8), updates: updatesOf }))).toEqual([
      'dimension'
    ])
    expect(E.isRight(evaluateColumns(powerLawShape)({ precision: bits(8), updates: updatesOf }))).toBe(true)
  })

  test('numbers for a column', () => {
    // @ts-expect-error an array is no column
    expect(kinds(evaluateColumns(landauer)({ temperature: room, errorProbability: [0, 0.1] }))).toEqual([
      'dimension'
    ])
  })
})

describe('what overflows, or loses digits to underflow, on the way is never returned', () => {
  const sizes = fc
    .tuple(fc.double({ min: 1, max: 9.99, noNaN: true }), fc.integer({ min: -320, max: 307 }))
    .map(([digits, exponent]) => Number(`${digits}e${exponent}`))
  const joined = (name: string, formula: (x: Symbols<typeof inputs>) => Expression<Dimensionless>) =>
    model({
      name,
      symbol: 'j',
      summary: 'A number',
      inputs,
      unit: one,
      formula,
      tier: 'model',
      constraint: ''
    })
  const positive = (symbol: string) => input(symbol, one, '[0, ∞)', 'a number')
  const inputs = { x: positive('x'), y: positive('y'), z: positive('z') }
  const hidden = [
    joined('maximum', ({ x, y, z }) => max(x.times(y).negated(), z)),
    joined('minimum', ({ x, y, z }) => min(x.over(y), z)),
    joined('harmonic', ({ x, y, z }) => z.plus(z.over(z.plus(x.times(y))))),
    joined('sum', ({ x, y, z }) => x.times(y).plus(z)),
    joined('restored', ({ x, y, z }) => x.times(y).over(z)),
    joined('square', ({ x, y, z }) => max(x.squared().over(y), z)),
    joined('logarithm', ({ x, y, z }) => max(ln(x.times(y)), z)),
    joined('relative', ({ x, y, z }) => expm1(x.times(y).negated()).plus(two).times(z)),
    joined('power', ({ x, y, z }) => min(pow(two.plus(x), y), z))
  ]

  test.each(hidden.map((each) => [each.name, each] as const))('%s', (_, of) => {
    const [exactly, quickly] = [evaluate(of), evaluateNumber(of)]
    fc.assert(
      fc.property(sizes, sizes, sizes, (x, y, z) => {
        const [exact, quick] = [exactly({ x, y, z }), quickly({ x, y, z })]
        if (E.isRight(quick)) expect(relativeError(quick.right.value, right(exact).exact)).toBeLessThan(1e-12)
      }),
      { numRuns: 150 }
    )
  })

  test('by a maximum', () => {
    const write = {
      temperature: room,
      barrier: joules(1.2e-19),
      attemptRate: hertz(8.85e266),
      writeTime: seconds(3.8e248),
      errorProbability: 0.1
    }
    expect(right(evaluateNumber(staticWrite)(write)).value).toBe(right(evaluate(staticWrite)(write)).value)
    const down = right(evaluateColumns(staticWrite)({ ...write, writeTime: column(seconds)([3.8e248, 1]) }))
    expect(down.values[0]).toBe(right(evaluate(staticWrite)(write)).value)
  })

  test('a constant that float64 cannot hold leaves all to decimals', () => {
    const scaled = joined('scaled', ({ x }) => max(x, two.over(constant('1e-200', one).squared()).negated()))
    expect(right(evaluateNumber(scaled)({ x: 1, y: 1, z: 1 })).exact.toString()).toBe('1')
    const small = joined('small', ({ x }) =>
      x.over(constant('1e-200', one).squared()).times(constant('1e-300', one))
    )
    expect(right(evaluateNumber(small)({ x: 1, y: 1, z: 1 })).value).toBe(1e100)
  })
})
