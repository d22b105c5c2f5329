/**
 * An elasticity is the slope of ln f against ln x: differences of values computed with many more
 * digits say so, at every case of the reference.
 */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { cheapest, nothing, onProcess, tightest, times, total } from '../../src/bound/compose'
import { number, sqrt, two, unity } from '../../src/formula/expression'
import { input, type Inputs, type ModelData, type Values } from '../../src/formula/model'
import { powerLawFlops, stochasticGradientIterations, trainingFlops } from '../../src/physics/learning'
import { arrheniusRate, driveForSpeed, staticWrite } from '../../src/physics/memory'
import { model } from '../../src/physics/own'
import { readInformation, wireEnergy } from '../../src/physics/read'
import {
  chargeTransfer,
  generalizedLandauer,
  landauer,
  mismatch,
  rateCappedReset,
  slowDrivingPenalty,
  speedLimit,
  uncertaintyRelation
} from '../../src/physics/thermodynamics'
import { limUpdate, meanMatchedBarrier } from '../../src/physics/update'
import { evaluate } from '../../src/reading/evaluate'
import { sensitivities, type Sensitive, type Sensitivity } from '../../src/reading/sensitivities'
import { sensitivitiesNumber } from '../../src/reading/sensitivities-number'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { baseUnits, dimensions, type Dim } from '../../src/units/dimension'
import { between } from '../../src/units/enclosure'
import { ofNumber } from '../../src/units/quantity'
import {
  bits,
  conversions,
  coulombs,
  farads,
  faradsPerMetre,
  flops,
  gigahertz,
  hertz,
  joules,
  kelvin,
  kT,
  megahertz,
  metres,
  nanoseconds,
  ohms,
  one,
  parameters,
  seconds,
  tokens,
  updates,
  volts
} from '../../src/units/si'
import { casesOf, everyModel, given, pointsOf, type Point } from './points'
import { left, relativeError, right, soon } from './values'

const Wide = decimalsOf(120)
const room = kelvin(300)

type Reading = (model: ModelData) => Sensitive<Inputs>
const readings: readonly (readonly [string, Reading])[] = [
  ['in decimals', (model) => sensitivities(model)],
  ['in float64', (model) => sensitivitiesNumber(model)]
]

const generic = <I, D>(of: ModelData<I, D>): ModelData => of as unknown as ModelData

/** Inputs that the compiler would refuse, or cannot follow. */
const unchecked = <A>(of: unknown): A => of as A

/** What is known of each input, by its name. */
const byInput = (all: readonly Sensitivity[]): Readonly<Record<string, Sensitivity>> =>
  Object.fromEntries(all.map((each) => [each.input, each]))

/** Elasticities as decimals, by input. */
const elasticities = (all: readonly Sensitivity[]): Readonly<Record<string, Decimal>> =>
  Object.fromEntries(all.map(({ input, elasticity }) => [input, elasticity.exact]))

/** Elasticities as numbers, in their order. */
const listed = (all: readonly Sensitivity[]): readonly (readonly [string, number])[] =>
  all.map(({ input, elasticity }) => [input, elasticity.value])

/** Every case of the reference, with what it is sensitive to there, or why it has no such thing. */
const everyCase = everyModel.map(([name, model]) => {
  const read = sensitivities(model)
  const cases = casesOf(model).map(({ inputs }) => ({ inputs, found: read(given(inputs)) }))
  return [name, model, cases] as const
})
const cases = everyCase.flatMap(([name, model, all]) =>
  all.flatMap(({ inputs, found }) => (E.isRight(found) ? [{ name, model, inputs, all: found.right }] : []))
)

/** A step that a difference is taken over: of an input, or where that is 0, in its unit. */
const stepAt = (x: Decimal): Decimal => (x.isZero() ? new Wide('1e-25') : new Wide(x).abs().times('1e-25'))

const closely = new Map(everyModel.map(([name, model]) => [name, evaluate(model, { digits: 40 })]))
const sides = new Map(cases.map(({ inputs }) => [inputs, new Map<string, readonly number[]>()]))

/** On which sides of a case an input may be changed: on one there is no value where it is at an end. */
const sidesAt = (model: ModelData, inputs: Point, name: string): readonly number[] => {
  const known = sides.get(inputs)!.get(name)
  if (known !== undefined) return known
  const { exact } = inputs[name]!
  const found = [-1, 1].filter((side) => {
    const moved = model.inputs[name]!.unit(new Wide(exact).plus(stepAt(exact).times(side)))
    return E.isRight(closely.get(model.name)!(given({ ...inputs, [name]: moved })))
  })
  sides.get(inputs)!.set(name, found)
  return found
}

describe('of the cases of the reference', () => {
  const without = everyCase.flatMap(([, , all]) =>
    all.flatMap(({ found }) => (E.isLeft(found) ? [found.left.message] : []))
  )

  const endless = cases.filter(({ all }) => all.some(({ elasticity }) => !elasticity.exact.isFinite()))

  test('903 of 913 have sensitivities; ten have the value 0', () => {
    expect([cases.length, without.length]).toEqual([903, 10])
    expect(without.filter((message) => message.includes('its value is 0 here'))).toHaveLength(10)
  })

  test('ten have a probability of 1, of infinite slope, and the slopes by all else', () => {
    expect(endless).toHaveLength(10)
    for (const { inputs, all } of endless) {
      expect(all).toHaveLength(Object.keys(inputs).length)
      const steep = all.filter(({ elasticity }) => !elasticity.exact.isFinite())
      expect(all.slice(0, steep.length)).toEqual(steep)
      for (const { input } of steep) expect(inputs[input]!.value).toBe(1)
    }
  })

  test('what is infinite is at an end of its range', () => {
    const all = cases.flatMap(({ name, model, inputs, all }) =>
      all.map(({ input, derivative }) => ({
        what: `${name} by ${input}`,
        sides: sidesAt(model, inputs, input).length,
        isFinite: derivative !== undefined
      }))
    )
    expect(all.filter(({ sides }) => sides === 0)).toEqual([])
    const steep = all.filter(({ isFinite }) => !isFinite)
    expect(steep.map(({ sides }) => sides)).toEqual(steep.map(() => 1))
    expect([...new Set(steep.map(({ what }) => what))].sort()).toEqual([
      'generalizedLandauer by after',
      'generalizedLandauer by before',
      'mismatch by actual',
      'overdampedReset by errorProbability'
    ])
  })
})

describe.each(everyModel)('of %s, at every case of the reference,', (name, model) => {
  const own = cases.filter((each) => each.name === name)
  const finely = evaluate(model, { digits: 80 })
  const valueAt = (inputs: Point, input: string, x: Decimal): Decimal =>
    new Wide(right(finely(given({ ...inputs, [input]: model.inputs[input]!.unit(x) }))).exact)
  const slopeOver = (inputs: Point, input: string, step: Decimal): Decimal => {
    const x = new Wide(inputs[input]!.exact)
    const [side, other] = sidesAt(model, inputs, input)
    const rise = (by: Decimal | number): Decimal => {
      const off = step.times(by)
      return valueAt(inputs, input, x.plus(off))
        .minus(valueAt(inputs, input, x))
        .div(off)
    }
    // As near as the square of a step, also to one side.
    return other === undefined
      ? rise(side!)
          .times(2)
          .minus(rise(side! * 2))
      : rise(side!).plus(rise(other)).div(2)
  }

  // Two values with 80 digits, a relative 2e-25 apart: their difference is the slope to about 50
  // digits, and what is compared with it has 34.
  test('an elasticity is a difference of ln f over one of ln x, and a derivative one of f over one of x', () => {
    for (const { inputs, all } of own) {
      const value = new Wide(right(finely(given(inputs))).exact)
      for (const { input, elasticity, derivative } of all) {
        if (derivative === undefined) continue
        const x = inputs[input]!.exact
        const slope = slopeOver(inputs, input, stepAt(x))
        const off = new Wide(derivative.exact).minus(slope).abs()
        // An elasticity is a sum of terms of order 1, and no better known than these where they cancel.
        const tiny = value.div(x.isZero() ? 1 : x).times('1e-38')
        expect(off.lte(slope.abs().times('1e-33').plus(tiny.abs()))).toBe(true)
        const share = slope.times(x).div(value)
        expect(
          new Wide(elasticity.exact).minus(share).abs().lte(share.abs().times('1e-33').plus('1e-38'))
        ).toBe(true)
      }
    }
  })

  test('a derivative that is left out is infinite: differences over smaller steps are steeper without end', () => {
    for (const { inputs, all } of own)
      for (const { input, elasticity, derivative } of all) {
        if (derivative !== undefined) continue
        expect([
          [0, 0],
          [1, Infinity],
          [1, -Infinity]
        ]).toContainEqual([inputs[input]!.value, elasticity.value])
        const slopes = [20, 40, 60].map((k) => slopeOver(inputs, input, new Wide(10).pow(-k)))
        if (!elasticity.exact.isZero())
          for (const slope of slopes)
            expect(slope.times(right(finely(given(inputs))).exact).isNegative()).toBe(
              elasticity.exact.isNegative()
            )
        const steep = slopes.map((slope) => slope.abs())
        expect(steep[1]!.gt(steep[0]!.times(1.2))).toBe(true)
        expect(steep[2]!.gt(steep[1]!.times(1.2))).toBe(true)
      }
  })

  test('an elasticity is the derivative times the input over the value', () => {
    for (const { inputs, all } of own) {
      const { exact } = right(evaluate(model)(given(inputs)))
      for (const { input, elasticity, derivative } of all) {
        if (derivative === undefined) continue
        const share = new Wide(derivative.exact).times(inputs[input]!.exact).div(exact)
        expect(relativeError(elasticity.exact, share)).toBeLessThan(1e-32)
      }
    }
  })

  test('float64 agrees to 1e-12', () => {
    const read = sensitivitiesNumber(model)
    for (const { inputs, all } of own) {
      const found = byInput(right(read(given(inputs))))
      for (const { input, elasticity, derivative } of all) {
        const allowed = elasticity.exact.isZero() ? 1e-12 : 1e-12 + 1e-15 / Math.abs(elasticity.value)
        if (elasticity.exact.isFinite())
          expect(relativeError(found[input]!.elasticity.value, elasticity.exact)).toBeLessThan(allowed)
        else expect(found[input]!.elasticity.value).toBe(elasticity.value)
        if (derivative !== undefined)
          expect(relativeError(found[input]!.derivative!.value, derivative.exact)).toBeLessThan(allowed)
      }
    }
  })

  test.each(readings)('%s, every input is there once, the largest elasticity first', (_, reading) => {
    const read = reading(model)
    for (const { inputs } of own) {
      const all = right(read(given(inputs)))
      expect(all.map(({ input }) => input).sort()).toEqual(Object.keys(model.inputs).sort())
      for (const { input, symbol } of all) expect(symbol).toBe(model.inputs[input]!.symbol)
      const sizes = all.map(({ elasticity }) => elasticity.exact.abs())
      sizes.slice(1).forEach((size, at) => {
        expect(size.lte(sizes[at]!)).toBe(true)
      })
    }
  })

  const powers = ({ exponents }: { readonly exponents: unknown }): Readonly<Record<keyof Dim, number>> =>
    exponents as Readonly<Record<keyof Dim, number>>

  test.each(readings)('%s, a derivative is so much of the value per input', (_, reading) => {
    const all = right(reading(model)(given(own[0]!.inputs)))
    for (const { input, elasticity, derivative } of all) {
      expect(elasticity.dimension).toBe(dimensions['a pure number'])
      if (derivative === undefined) continue
      const [of, by] = [powers(model.unit.dimension), powers(model.inputs[input]!.unit.dimension)]
      for (const unit of baseUnits) expect(powers(derivative.dimension)[unit]).toBe(of[unit] - by[unit])
    }
  })

  // Euler's theorem: what is homogeneous of a degree has elasticities that sum to it. The base units
  // are scaled so that k, in J/K, stays what it is.
  test.each([
    ['of mass and temperature together', { kg: 1, K: 1 }],
    ['of time, at fixed energies', { s: 1, kg: 2 }],
    ['of length, at fixed energies', { m: 1, kg: -2 }],
    ['of current', { A: 1 }]
  ] as const)('no choice of the unit %s makes a difference', (_, scaled) => {
    const degree = (dimension: Parameters<typeof powers>[0]): number =>
      baseUnits.reduce(
        (sum, unit) =>
          sum + powers(dimension)[unit] * ((scaled as Partial<Record<keyof Dim, number>>)[unit] ?? 0),
        0
      )
    for (const { all } of own) {
      if (all.some(({ elasticity }) => !elasticity.exact.isFinite())) continue
      const parts = all.map(({ input, elasticity }) =>
        new Wide(elasticity.exact).times(degree(model.inputs[input]!.unit.dimension))
      )
      const [sum, size] = [Wide.sum(0, ...parts), Wide.sum(1, ...parts.map((part) => part.abs()))]
      expect(sum.minus(degree(model.unit.dimension)).abs().lt(size.times('1e-33'))).toBe(true)
    }
  })
})

describe('of a power law', () => {
  const exactly = <I, D>(of: ModelData<I, D>, inputs: Values<I>): unknown =>
    right(sensitivities(of)(inputs)).map(({ input, elasticity }) => [input, elasticity.exact.toString()])

  test('elasticities are its exponents, to the last digit', () => {
    const wire = {
      capacitancePerLength: faradsPerMetre('1.7e-10'),
      length: metres('0.0013'),
      voltage: volts('0.83')
    }
    expect(exactly(wireEnergy, wire)).toEqual([
      ['voltage', '2'],
      ['capacitancePerLength', '1'],
      ['length', '1']
    ])
    expect(exactly(trainingFlops, { parameters: parameters(1.746e11), tokens: tokens(3e11) })).toEqual([
      ['parameters', '1'],
      ['tokens', '1']
    ])
    const path = { charge: coulombs('3e-15'), resistance: ohms(7), duration: seconds('1.1e-9') }
    expect(exactly(chargeTransfer, path)).toEqual([
      ['charge', '2'],
      ['resistance', '1'],
      ['duration', '-1']
    ])
    expect(exactly(uncertaintyRelation, { temperature: room, relativeDeviation: 0.03 })).toEqual([
      ['relativeDeviation', '-2'],
      ['temperature', '1']
    ])
  })

  test('through an anchor, that of the exponent is its product with the log of the ratio', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e3, max: 1e18, noNaN: true }),
        fc.double({ min: 1e3, max: 1e18, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (N, N0, a) => {
          const law = {
            parameters: parameters(N),
            anchorParameters: parameters(N0),
            anchorFlops: flops(1e20),
            exponent: a
          }
          const of = elasticities(right(sensitivities(powerLawFlops)(law)))
          expect(of['parameters']!.minus(a).abs().lte('1e-33')).toBe(true)
          expect(of['anchorParameters']!.plus(a).abs().lte('1e-33')).toBe(true)
          expect(of['anchorFlops']!.eq(1)).toBe(true)
          const log = new Wide(N).div(N0).ln().times(a)
          expect(new Wide(of['exponent']!).minus(log).abs().lte(log.abs().times('1e-33').plus('1e-36'))).toBe(
            true
          )
        }
      )
    )
  })
})

test('of a quotient, an input that stands above and below counts at both', () => {
  const filled = model({
    name: 'filled',
    symbol: 'φ',
    summary: 'x/(1 + x²): a share that an input fills, and then empties',
    inputs: { x: input('x', one, '(0, ∞)', 'anything') },
    unit: one,
    formula: ({ x }) => x.over(number(1).plus(x.squared())),
    tier: 'model',
    constraint: ''
  })
  for (const [, reading] of readings)
    for (const x of [1e-3, 0.5, 1, 3, 1e3]) {
      const [found] = right(reading(generic(filled))(unchecked({ x })))
      const expected = (1 - x * x) / (1 + x * x)
      expect(Math.abs(found!.elasticity.value - expected)).toBeLessThan(1e-15)
      expect(Math.abs(found!.derivative!.value - expected / (1 + x * x))).toBeLessThan(1e-15)
    }
})

describe('of a theorem', () => {
  const thermal = everyModel.filter(
    ([, { tier, inputs, processes }]) =>
      tier === 'theorem' && inputs['temperature'] !== undefined && processes.length > 0
  )

  test.each(thermal)(
    '%s: one percent more of T and of energies given is one percent more energy',
    (_, model) => {
      const [read, quickly] = [sensitivities(model), sensitivitiesNumber(model)]
      const scaled = Object.entries(model.inputs).flatMap(([name, { unit }]) =>
        name === 'temperature' || ['J', 'W'].includes(unit.symbol) ? [name] : []
      )
      let compared = 0
      fc.assert(
        fc.property(pointsOf(model), (point) => {
          const all = read(given(point))
          fc.pre(E.isRight(all))
          const found = byInput(right(all))
          const sum = scaled.reduce((by, name) => by.plus(found[name]!.elasticity.exact), new Wide(0))
          expect(
            sum
              .minus(1)
              .abs()
              .lte(scaled.length > 1 ? '1e-33' : 0)
          ).toBe(true)
          const quick = byInput(right(quickly(given(point))))
          const roughly = scaled.reduce((by, name) => by + quick[name]!.elasticity.value, 0)
          expect(Math.abs(roughly - 1)).toBeLessThan(scaled.length > 1 ? 1e-13 : 1e-15)
          compared++
        }),
        { numRuns: 30 }
      )
      expect(compared).toBe(30)
    }
  )
})

describe('the order', () => {
  test('is by all digits, also where float64 cannot tell elasticities apart', () => {
    // −1 − ⅔·10⁻²⁰ is more than 1.
    const all = right(sensitivities(speedLimit)({ temperature: room, transport: 1, jumps: 1e10 }))
    expect(listed(all)).toEqual([
      ['transport', 2],
      ['jumps', -1],
      ['temperature', 1]
    ])
    expect(all[1]!.elasticity.exact.toString()).toBe('-1.000000000000000000006666666666667')
  })

  test('is that of the inputs where elasticities are equal', () => {
    const size = { parameters: parameters(7), tokens: tokens(3) }
    for (const [, reading] of readings) {
      const all = right(reading(generic(trainingFlops))(unchecked(size)))
      expect(all.map(({ input }) => input)).toEqual(['parameters', 'tokens'])
    }
  })
})

describe('digits', () => {
  const reset = {
    temperature: room,
    errorProbability: 0.01,
    attemptRate: gigahertz(1),
    duration: nanoseconds(3)
  }
  const of = (digits: number) => right(sensitivities(rateCappedReset, { digits })(reset))

  test('are as many as asked for', () => {
    const fine = elasticities(of(120))
    for (const digits of [1, 3, 34, 50, 90])
      for (const [name, elasticity] of Object.entries(elasticities(of(digits)))) {
        expect(elasticity.precision()).toBeLessThanOrEqual(digits)
        expect(elasticity.eq(fine[name]!.toSignificantDigits(digits))).toBe(true)
      }
  })

  test('are not lost by inputs that have more', () => {
    const errorProbability = one('0.4999999999999999999999999999999999999999999999999876543210987654321')
    const long = right(sensitivities(landauer)({ temperature: room, errorProbability }))
    const fine = right(sensitivities(landauer, { digits: 100 })({ temperature: room, errorProbability }))
    for (const [name, elasticity] of Object.entries(elasticities(fine)))
      expect(elasticities(long)[name]!.eq(elasticity.toSignificantDigits(34))).toBe(true)
  })
})

describe('in float64', () => {
  /**
   * A float64 is as near as rounding its inputs would leave it: 8 units in their last place, and 1e-12
   * for the sums of terms of order 1 that elasticities are. Left out is generalizedLandauer, whose value
   * is itself a difference of entropies, and resetDelayExponent, whose elasticity is about ½ the difference of
   * two that grow without end.
   */
  const apart = ['generalizedLandauer', 'resetDelayExponent']
  test.each(everyModel.filter(([name]) => !apart.includes(name)))('%s is as near as may be', (_, model) => {
    const [exactly, quickly] = [sensitivities(model), sensitivitiesNumber(model)]
    fc.assert(
      // A shape of more bits loses as many digits as their number has.
      fc.property(
        pointsOf(model).filter(({ precision }) => !((precision?.value ?? 0) > 1e4)),
        (point) => {
          const exact = exactly(given(point))
          const quick = quickly(given(point))
          if (quick._tag !== exact._tag) {
            // Only at the edge of the domain, where half a unit of an input's last place crosses it.
            const across = Object.entries(point).flatMap(([input, { exact: x }]) =>
              [-1, 1].map((sign) => {
                const moved = model.inputs[input]!.unit(x.plus(x.times(sign * 2 ** -53)))
                return exactly(given({ ...point, [input]: moved }))._tag
              })
            )
            expect(across).toContain(quick._tag)
          }
          if (E.isLeft(exact) || E.isLeft(quick)) return
          const [found, expected] = [elasticities(quick.right), elasticities(exact.right)]
          const beside = Object.entries(point).flatMap(([input, { exact: x }]) => {
            const moved = exactly(
              given({ ...point, [input]: model.inputs[input]!.unit(x.times(1 - 2 ** -52)) })
            )
            return E.isRight(moved) ? [elasticities(moved.right)] : []
          })
          for (const [input, elasticity] of Object.entries(expected)) {
            if (!elasticity.isFinite()) {
              expect(found[input]).toEqual(elasticity)
              continue
            }
            const shift = beside.reduce(
              (sum, other) => sum + other[input]!.minus(elasticity).abs().toNumber(),
              0
            )
            const off = found[input]!.minus(elasticity).abs().toNumber()
            expect(off).toBeLessThanOrEqual(8 * shift + 1e-12 * (1 + elasticity.abs().toNumber()))
          }
        }
      ),
      { numRuns: 12 }
    )
  })

  test('what is too large or too small is found in decimals', () => {
    const rare = { temperature: room, barrier: kT(1000, room), attemptRate: gigahertz(1) }
    const [exact, quick] = [sensitivities(arrheniusRate)(rare), sensitivitiesNumber(arrheniusRate)(rare)]
    expect(quick).toEqual(exact)
    expect(relativeError(elasticities(right(quick))['barrier']!, -1000)).toBeLessThan(1e-30)
    const steep = { noiseRatio: 1, precision: bits(1000) }
    const all = right(sensitivitiesNumber(stochasticGradientIterations)(steep))
    expect(relativeError(elasticities(all)['precision']!, 1000 * Math.log(4))).toBeLessThan(1e-15)
    // A derivative of 1e-320 W has lost digits.
    const slow = { charge: coulombs(1), resistance: ohms(1), duration: seconds(1e160) }
    expect(sensitivitiesNumber(chargeTransfer)(slow)).toEqual(sensitivities(chargeTransfer)(slow))
  })

  test('an elasticity near the smallest float64 has its digits', () => {
    for (const ε of [1e-290, 1e-300, 1e-305]) {
      const reset = { temperature: room, errorProbability: ε }
      const [exact, quick] = [sensitivities(landauer)(reset), sensitivitiesNumber(landauer)(reset)].map(
        (all) => elasticities(right(all))
      ) as [Record<string, Decimal>, Record<string, Decimal>]
      expect(exact['errorProbability']!.lt(0)).toBe(true)
      expect(relativeError(quick['errorProbability']!, exact['errorProbability']!)).toBeLessThan(1e-12)
    }
  })

  test('an overflow inside a derivative does not pass for a slope of 0', () => {
    const cell = {
      temperature: room,
      barrier: kT(400, room),
      attemptRate: gigahertz(1),
      updateRate: megahertz(1)
    }
    const [exact, quick] = [sensitivities(driveForSpeed)(cell), sensitivitiesNumber(driveForSpeed)(cell)].map(
      (all) => elasticities(right(all))
    ) as [Record<string, Decimal>, Record<string, Decimal>]
    expect(relativeError(exact['barrier']!, 1.01757)).toBeLessThan(1e-5)
    for (const [name, elasticity] of Object.entries(exact))
      expect(relativeError(quick[name]!, elasticity)).toBeLessThan(1e-12)
  })

  test('results that are kept do not change, whatever is read after them', () => {
    const quickly = sensitivitiesNumber(landauer)
    const at = (errorProbability: number) => ({ temperature: room, errorProbability })
    const first = right(quickly(at(0.01)))
    const before = listed(first)
    const second = right(quickly(at(0.4)))
    expect(listed(second)).not.toEqual(before)
    const after = listed(second)
    left(quickly(at(0.7)))
    left(quickly(at(0.5)))
    right(quickly(at(0)))
    right(sensitivitiesNumber(landauer)(at(0.2)))
    expect([listed(first), listed(second)]).toEqual([before, after])
    expect(listed(right(quickly(at(0.01))))).toEqual(before)
  })

  test('an error leaves nothing behind, and an input may be read while another is', () => {
    const quickly = sensitivitiesNumber(landauer)
    const at = (errorProbability: number) => ({ temperature: room, errorProbability })
    const before = listed(right(quickly(at(0.01))))
    const nested = {
      temperature: room,
      get errorProbability() {
        quickly(at(0.3))
        return 0.01
      }
    }
    expect(listed(right(quickly(nested)))).toEqual(before)
    left(quickly(at(-1)))
    expect(listed(right(quickly(at(0.01))))).toEqual(before)
  })

  test('results are records: a copy has all of them', () => {
    const all = right(sensitivitiesNumber(landauer)({ temperature: room, errorProbability: 0.01 }))
    for (const each of all) {
      expect(Object.keys(each).sort()).toEqual(['derivative', 'elasticity', 'input', 'symbol'])
      expect({ ...each }.elasticity.value).toBe(each.elasticity.value)
    }
  })
})

describe('an error', () => {
  const base = Object.fromEntries(everyModel.map(([name, model]) => [name, casesOf(model)[0]!.inputs]))

  const changed = (model: ModelData, name: string, value: unknown) => ({
    ...base[model.name]!,
    [name]: value
  })

  /** Inputs with one thing wrong, or several. */
  const wrong = (model: ModelData): readonly unknown[] => {
    const light = ofNumber(dimensions['luminous intensity'], 1)
    const each = Object.entries(model.inputs).flatMap(
      ([
        name,
        {
          unit,
          range: { lower, upper }
        }
      ]) =>
        [
          undefined,
          light,
          '1',
          unit(NaN),
          unit(Infinity),
          between(unit(1), unit(2)),
          ...(lower === undefined ? [] : [unit(lower.at.minus(1))]),
          ...(upper === undefined ? [] : [unit(upper.at.plus(1))])
        ].map((value) => changed(model, name, value))
    )
    const all = Object.fromEntries(Object.keys(model.inputs).map((name) => [name, light]))
    return [...each, all, {}, undefined, null]
  }

  test.each(readings)('%s is that of the value, whatever is wrong with the inputs', (_, reading) => {
    let compared = 0
    for (const [, model] of everyModel) {
      const [read, value] = [reading(model), evaluate(model)]
      for (const inputs of wrong(model)) {
        expect(left(read(unchecked(inputs)))).toEqual(left(value(unchecked(inputs))))
        compared++
      }
    }
    expect(compared).toBeGreaterThan(1000)
  })

  test.each(readings)('%s is that of the value, and there at once, far outside a range', (_, reading) => {
    for (const [, model] of everyModel) {
      const [read, value] = [reading(model), evaluate(model)]
      const far = Object.entries(model.inputs).flatMap(
        ([
          name,
          {
            unit,
            range: { lower, upper }
          }
        ]) => [
          ...(lower === undefined
            ? []
            : [changed(model, name, unit(-1e17)), changed(model, name, unit(-1e300))]),
          ...(upper === undefined
            ? []
            : [changed(model, name, unit(1e17)), changed(model, name, unit(1e300))])
        ]
      )
      const errors = soon(() => far.map((inputs) => left(read(given(inputs)))))
      expect(errors).toEqual(far.map((inputs) => left(value(given(inputs)))))
    }
  })

  test.each(readings)('%s is that of the value, where inputs do not fit together', (_, reading) => {
    const fast = {
      temperature: room,
      attemptRate: hertz(1),
      initialRate: hertz(2),
      precision: bits(1),
      shape: 1
    }
    const far = { temperature: room, transport: 2, jumps: 1 }
    const endless = {
      parameters: parameters(10),
      anchorParameters: parameters(1),
      anchorFlops: flops(1),
      exponent: 1e30
    }
    for (const [of, inputs] of [
      [generic(meanMatchedBarrier), fast],
      [generic(speedLimit), far],
      [generic(powerLawFlops), endless]
    ] as const) {
      const error = left(reading(of)(unchecked(inputs)))
      expect(error).toEqual(left(evaluate(of)(unchecked(inputs))))
      expect(error.problems.map(({ kind }) => kind)).toHaveLength(1)
    }
  })

  test('names what is uncertain, and what takes it', () => {
    const temperature = between(kelvin(299), kelvin(301))
    const expected =
      'landauer: temperature should be one value (certify takes what is uncertain), got [299.0, 301.0] K'
    // @ts-expect-error -- an enclosure is no quantity
    expect(left(sensitivities(landauer)({ temperature, errorProbability: 0.1 })).message).toBe(expected)
    // @ts-expect-error -- an enclosure is no quantity
    expect(left(sensitivitiesNumber(landauer)({ temperature, errorProbability: 0.1 })).message).toBe(expected)
  })

  test('names an input that the model does not have; float64 does not look for one', () => {
    const reset = { temperature: room, errorProbability: 0.1 }
    // @ts-expect-error -- errorRate is none of its inputs
    const { message } = left(sensitivities(landauer)({ ...reset, errorRate: 0 }))
    expect(message).toBe('landauer: it has no input errorRate')
    // @ts-expect-error -- errorRate is none of its inputs
    expect(E.isRight(sensitivitiesNumber(landauer)({ ...reset, errorRate: 0 }))).toBe(true)
  })

  test('says how many digits there are to ask for', () => {
    for (const digits of [0, 1.5, 401, NaN]) {
      const given = { temperature: room, errorProbability: 0.1 }
      const error = left(sensitivities(landauer, { digits })(given))
      expect(error).toEqual(left(evaluate(landauer, { digits })(given)))
    }
  })

  test('where the value is 0 says that nothing is a percent of it', () => {
    const none = { temperature: room, errorProbability: 0.5 }
    for (const [, reading] of readings) {
      const { problems, message } = left(reading(generic(landauer))(unchecked(none)))
      expect(message).toBe('landauer: its value is 0 here, and nothing is a percent of it')
      expect(problems.map(({ kind, model, inputs }) => ({ kind, model, inputs }))).toEqual([
        { kind: 'size', model: 'landauer', inputs: [] }
      ])
      expect(left(reading(generic(nothing))({})).message).toBe(
        'nothing: its value is 0 here, and nothing is a percent of it'
      )
    }
  })

  test('is what the compiler makes of most of them', () => {
    const [exactly, quickly] = [sensitivities(landauer), sensitivitiesNumber(landauer)]
    // @ts-expect-error -- errorProbability is missing
    expect(E.isLeft(exactly({ temperature: room }))).toBe(true)
    // @ts-expect-error -- errorProbability is missing
    expect(E.isLeft(quickly({ temperature: room }))).toBe(true)
    // @ts-expect-error -- an energy is no temperature
    expect(E.isLeft(exactly({ temperature: joules(300), errorProbability: 0 }))).toBe(true)
    // @ts-expect-error -- an energy is no temperature
    expect(E.isLeft(quickly({ temperature: joules(300), errorProbability: 0 }))).toBe(true)
    // @ts-expect-error -- a number is no temperature
    expect(E.isLeft(exactly({ temperature: 300, errorProbability: 0 }))).toBe(true)
    // @ts-expect-error -- landauer has no duration
    expect(E.isLeft(exactly({ temperature: room, errorProbability: 0, duration: seconds(1) }))).toBe(true)
    const [first] = right(exactly({ temperature: room, errorProbability: 0.01 }))
    const name: 'temperature' | 'errorProbability' = first!.input
    expect(name).toBe('temperature')
    // @ts-expect-error -- the names of its inputs are known
    expect(first!.input === 'duration').toBe(false)
    // @ts-expect-error -- a derivative may be infinite, and then there is none
    expect(first!.derivative.value).toBeGreaterThan(0)
  })
})

describe('where the value is infinitely steep', () => {
  const flipped = { temperature: room, before: 1, after: 0.7, entropyDifference: 0 }
  const told = (all: readonly Sensitivity[]) =>
    all.map(({ input, elasticity, derivative }) => [input, elasticity.value, derivative === undefined])

  test('its elasticity is infinite, comes first, and has its sign; the others are as they are', () => {
    for (const [, reading] of readings) {
      const all = told(right(reading(generic(generalizedLandauer))(unchecked(flipped))))
      const [first, ...others] = all
      // ∂h/∂p = −∞ at p = 1, and the value is negative.
      expect(first).toEqual(['before', Infinity, true])
      expect(others.map(([input]) => input)).toEqual(['temperature', 'after', 'entropyDifference'])
      expect(others[0]).toEqual(['temperature', 1, false])
      const less = told(
        right(reading(generic(generalizedLandauer))(unchecked({ ...flipped, before: 0.7, after: 1 })))
      )
      expect(less[0]).toEqual(['after', Infinity, true])
      const sure = right(reading(generic(mismatch))(unchecked({ temperature: room, actual: 1, design: 0.3 })))
      expect(told(sure)[0]).toEqual(['actual', Infinity, true])
    }
  })

  const roots = model({
    name: 'roots',
    symbol: 's',
    summary: 'Two roots that are infinitely steep in opposite directions',
    inputs: { x: input('x', one, '[0, 1]', 'a number') },
    unit: one,
    formula: ({ x }) => two.plus(sqrt(unity.minus(x))).minus(sqrt(unity.minus(x).times(3))),
    tier: 'model',
    constraint: ''
  })

  test('a slope that is a difference of infinite ones is not told', () => {
    for (const [, reading] of readings) {
      const { problems, message } = left(reading(generic(roots))({ x: one(1) }))
      expect(message).toBe('roots: it has no derivative by x here that can be told')
      expect(problems.map(({ inputs }) => inputs)).toEqual([['x']])
    }
  })
})

describe('at an input of 0', () => {
  test('the elasticity is 0; the derivative is left out where it is infinite', () => {
    for (const [, reading] of readings) {
      const all = byInput(
        right(reading(generic(landauer))(unchecked({ temperature: room, errorProbability: 0 })))
      )
      expect(all['errorProbability']!.elasticity.value).toBe(0)
      expect('derivative' in all['errorProbability']!).toBe(false)
      expect(all['temperature']!.elasticity.value).toBe(1)
      const slow = { temperature: room, errorProbability: 0, relaxationRate: hertz(7), duration: seconds(1) }
      const angle = byInput(right(reading(generic(slowDrivingPenalty))(unchecked(slow))))
      expect([angle['errorProbability']!.elasticity.value, angle['errorProbability']!.derivative]).toEqual([
        0,
        undefined
      ])
    }
  })

  test('and is there where it is finite', () => {
    const flat = { temperature: room, barrier: joules(0), attemptRate: hertz(8) }
    for (const [, reading] of readings) {
      const { barrier } = byInput(right(reading(generic(arrheniusRate))(unchecked(flat))))
      expect(barrier!.elasticity.exact.isZero()).toBe(true)
      expect(relativeError(barrier!.derivative!.value, -8 / (1.380649e-23 * 300))).toBeLessThan(1e-15)
    }
  })

  test('an input that is no part of the formula has 0 of both, and a formula of none has no sensitivities', () => {
    const five = model({
      name: 'five',
      symbol: '5',
      summary: 'Five',
      inputs: {},
      unit: one,
      formula: () => number(5),
      tier: 'model',
      constraint: ''
    })
    for (const [, reading] of readings) {
      const idle = model({
        ...speedLimit,
        name: 'idle',
        inputs: { ...speedLimit.inputs, spare: input('s', one, '[0, ∞)', 'of no use') },
        formula: ({ temperature, transport, jumps }) => speedLimit.of({ temperature, transport, jumps })
      })
      const moved = { temperature: room, transport: 0.4, jumps: 2, spare: 1 }
      const { spare } = byInput(right(reading(generic(idle))(unchecked(moved))))
      expect([spare!.elasticity.value, spare!.derivative!.value]).toEqual([0, 0])
      expect(right(reading(generic(five))({}))).toEqual([])
    }
  })
})

describe('of a maximum', () => {
  const write = {
    temperature: room,
    attemptRate: gigahertz(1),
    writeTime: seconds(1e-6),
    errorProbability: 1e-9
  }
  const p = new Wide('1e-9')
  const ft = new Wide(1000)
  const ℓ = p.ln().neg()
  const odds = p.neg().plus(1).div(p).ln()
  const barrier = (kTs: Decimal) => joules(kTs.times(room.exact).times('1.380649e-23'))

  test.each(readings)('%s, a high barrier is what a write is paid for', (_, reading) => {
    const u = new Wide(60)
    const of = elasticities(
      right(reading(generic(staticWrite))(unchecked({ ...write, barrier: barrier(u) })))
    )
    const w = u.minus(ft.div(ℓ).ln()).times(2)
    for (const [name, expected] of [
      ['barrier', u.times(2).div(w)],
      ['temperature', u.times(-2).div(w).plus(1)],
      ['attemptRate', new Wide(-2).div(w)],
      ['writeTime', new Wide(-2).div(w)],
      ['errorProbability', new Wide(-2).div(ℓ).div(w)]
    ] as const)
      expect(relativeError(of[name]!, expected)).toBeLessThan(1e-14)
  })

  test.each(readings)('%s, a low one is not: only the reliability is', (_, reading) => {
    const all = right(reading(generic(staticWrite))(unchecked({ ...write, barrier: barrier(new Wide(5)) })))
    const of = elasticities(all)
    for (const name of ['barrier', 'attemptRate', 'writeTime']) {
      expect(of[name]!.isZero()).toBe(true)
      expect(byInput(all)[name]!.derivative!.exact.isZero()).toBe(true)
    }
    expect(of['temperature']!.minus(1).abs().lt(1e-15)).toBe(true)
    expect(relativeError(of['errorProbability']!, odds.times(p.neg().plus(1)).pow(-1).neg())).toBeLessThan(
      1e-15
    )
  })

  test('a hair beside the barrier where it switches, it is of that side; there, it is between', () => {
    const at = ft.div(ℓ).ln().plus(odds.div(2))
    const of = (by: string) =>
      elasticities(right(sensitivities(staticWrite)({ ...write, barrier: barrier(at.times(by)) })))[
        'barrier'
      ]!
    const above = new Wide(2).times(at).div(odds)
    expect(of(`${1 - 1e-12}`).isZero()).toBe(true)
    expect(of('0.999999999999999999999999999999').isZero()).toBe(true)
    expect(relativeError(of('1.000000000000000000000000000001'), above)).toBeLessThan(1e-29)
    const there = of('1')
    expect(there.gte(0) && there.lte(above.times('1.0000000001'))).toBe(true)
  })

  /** Bounds q V and C V² on charging: the same at V = q/C. */
  const voltage = input('V', volts, '(0, ∞)', 'voltage')
  const rest = { unit: joules, tier: 'model', constraint: '', processes: ['charge'] } as const
  const linear = model({
    ...rest,
    name: 'linear',
    symbol: 'E_1',
    summary: 'Charge times voltage',
    inputs: { voltage, charge: input('q', coulombs, '(0, ∞)', 'charge') },
    formula: ({ voltage: V, charge: q }) => q.times(V)
  })
  const quadratic = model({
    ...rest,
    name: 'quadratic',
    symbol: 'E_2',
    summary: 'Capacitance times voltage squared',
    inputs: { voltage, capacitance: input('C', farads, '(0, ∞)', 'capacitance') },
    formula: ({ voltage: V, capacitance: C }) => C.times(V.squared())
  })

  test.each(readings)(
    '%s, where both are equal it is half-way, and a minimum is the other way',
    (_, reading) => {
      const of = (compose: typeof tightest, V: number) =>
        Object.fromEntries(
          listed(
            right(
              reading(generic(right(compose(linear, quadratic))))(
                unchecked({ voltage: volts(V), charge: coulombs(2), capacitance: farads(1) })
              )
            )
          )
        )
      expect(of(tightest, 1)).toEqual({ voltage: 1, charge: 1, capacitance: 0 })
      expect(of(tightest, 2)).toEqual({ voltage: 1.5, charge: 0.5, capacitance: 0.5 })
      expect(of(tightest, 4)).toEqual({ voltage: 2, charge: 0, capacitance: 1 })
      expect(of(cheapest, 1)).toEqual({ voltage: 2, charge: 0, capacitance: 1 })
      expect(of(cheapest, 2)).toEqual({ voltage: 1.5, charge: 0.5, capacitance: 0.5 })
      expect(of(cheapest, 4)).toEqual({ voltage: 1, charge: 1, capacitance: 0 })
    }
  )

  test('of a bound with itself is that of the bound', () => {
    const reset = { temperature: room, errorProbability: 0.01 }
    const twice = right(tightest(landauer, landauer))
    expect(listed(right(sensitivities(twice)(reset)))).toEqual(listed(right(sensitivities(landauer)(reset))))
  })
})

describe('of a composition', () => {
  const reset = { temperature: room, errorProbability: 0.01, outputBits: bits(8) }
  const read = right(times(readInformation, 'conversions', input('n', conversions, '[0, ∞)', 'conversions')))

  test.each(readings)(
    '%s, that of a total is the mean of those of its parts, by what each is of it',
    (_, reading) => {
      const parts = [
        generic(right(times(landauer, 'resets', input('m', bits, '[0, ∞)', 'resets')))),
        generic(read)
      ]
      const given = { ...reset, conversions: conversions(3), resets: bits(5) }
      const own = (model: ModelData) =>
        unchecked<Values<Inputs>>(
          Object.fromEntries(Object.entries(given).filter(([name]) => name in model.inputs))
        )
      const [first, second] = parts.map((part, at) => right(onProcess(`part ${at}`, part as never)))
      const whole = generic(right(total(first as never, second as never)))
      const value = (model: ModelData): Decimal => right(evaluate(model)(own(model))).exact
      const means = Object.fromEntries(
        Object.keys(whole.inputs).map((name) => [
          name,
          parts.reduce((sum, part) => {
            const elasticity = elasticities(right(reading(part)(own(part))))[name] ?? 0
            return sum.plus(new Wide(value(part)).times(elasticity).div(value(whole)))
          }, new Wide(0))
        ])
      )
      const found = elasticities(right(reading(whole)(own(whole))))
      for (const [name, mean] of Object.entries(means))
        expect(relativeError(found[name]!, mean)).toBeLessThan(1e-14)
      expect(found['temperature']!.minus(1).abs().lt(1e-15)).toBe(true)
    }
  )

  test.each(readings)('%s, one percent more of what is counted is one percent more', (_, reading) => {
    const many = right(times(limUpdate, 'updates', input('U', updates, '[0, ∞)', 'updates')))
    const each = casesOf(generic(limUpdate))[3]!.inputs
    const alone = elasticities(right(reading(generic(limUpdate))(given(each))))
    const all = elasticities(right(reading(generic(many))(given({ ...each, updates: updates(1e9) }))))
    expect(all['updates']!.minus(1).abs().lt(1e-15)).toBe(true)
    for (const [name, elasticity] of Object.entries(alone))
      expect(relativeError(all[name]!, elasticity)).toBeLessThan(1e-14)
  })
})
