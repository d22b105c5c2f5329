import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { half, number, unity } from '../../src/formula/expression'
import { claimOf, input } from '../../src/formula/model'
import * as inputs from '../../src/physics/inputs'
import { reliableAttempt } from '../../src/physics/memory'
import { model as ofLibrary } from '../../src/physics/model'
import { model } from '../../src/physics/own'
import { analogMac, converterEnergy, readInformation } from '../../src/physics/read'
import { landauer, rateCappedReset } from '../../src/physics/thermodynamics'
import { limUpdate } from '../../src/physics/update'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateColumns } from '../../src/reading/columns'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import {
  bits,
  conversions,
  gigahertz,
  joules,
  joulesPerBit,
  joulesPerConversion,
  kelvin,
  one,
  updates
} from '../../src/units/si'
import { left, relativeError, right } from '../reading/values'
import { errors, logUniform, temperatures } from './arbitrary'

/** A user's own: a conversion whose register is reset again after each bit that is read twice. */
const readTwice = model({
  name: 'readTwice',
  symbol: 'E_2',
  summary: 'Energy of a conversion that is checked by erasing each bit once more',
  inputs: {
    temperature: inputs.temperature,
    outputBits: inputs.outputBits,
    fidelity: input('F', one, '[0, 1]', 'probability that the check is right')
  },
  unit: joulesPerConversion,
  formula: ({ temperature, outputBits, fidelity }) =>
    converterEnergy.of({ temperature, outputBits }).plus(
      landauer
        .of({ temperature, errorProbability: unity.minus(fidelity) })
        .times(outputBits)
        .per(conversions)
    ),
  constraint: 'every bit is checked',
  sources: [{ citation: 'A user (2026)' }],
  processes: ['read']
})

const room = kelvin(300)

test('a converter of 8 bits and its checked bits are in J/conversion: 3.26 fJ at 300 K', () => {
  const value = right(readTwice({ temperature: room, outputBits: bits(8), fidelity: 1 }))
  // 12 kT 4⁸ and 8 kT ln 2.
  const expected = 1.380649e-23 * 300 * (12 * 4 ** 8 + 8 * Math.LN2)
  expect(relativeError(value.value, expected)).toBeLessThan(1e-14)
  expect(value.dimension).toBe(joulesPerConversion.dimension)
  expect(value.value).toBeCloseTo(3.26e-15, 17)
})

describe('a model made of others', () => {
  test('has the narrowest tier of its parts', () => {
    expect([converterEnergy.tier, landauer.tier, readTwice.tier]).toEqual(['circuit', 'theorem', 'circuit'])
    expect(claimOf(readTwice.tier)).toBe('lower bound of a class')
  })

  test('keeps its parts, in the order of its formula', () => {
    expect(readTwice.parts.map(({ name }) => name)).toEqual(['converterEnergy', 'landauer'])
  })

  test('keeps the sources of its parts after its own, each once', () => {
    const citations = readTwice.sources.map(({ citation }) => citation)
    expect(citations[0]).toBe('A user (2026)')
    for (const part of [converterEnergy, landauer])
      for (const { citation } of part.sources) expect(citations).toContain(citation)
    expect(new Set(citations).size).toBe(citations.length)
  })

  test('has no value where a part has none, and says which part, with which value', () => {
    const { problems, message } = left(readTwice({ temperature: room, outputBits: bits(8), fidelity: 0.25 }))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      kind: 'range',
      model: 'landauer',
      inputs: ['fidelity'],
      expected: '[0, ½]'
    })
    expect(message).toMatch(/^landauer: errorProbability = 1 − F = 0\.75\d* is outside \[0, ½\]$/)
  })

  test('has the value of its parts, in decimals and in float64', () => {
    fc.assert(
      fc.property(temperatures, logUniform(1e-3, 16), errors, (temperature, count, ε) => {
        const of = { temperature, outputBits: bits(count), fidelity: 1 - ε }
        const error = of.fidelity === 1 ? 0 : one(one(1).exact.minus(of.fidelity))
        const converter = right(converterEnergy(of_(of))).exact
        const check = right(landauer({ temperature, errorProbability: error })).exact.times(count)
        const whole = converter.plus(check)
        expect(relativeError(right(readTwice(of)).exact, whole)).toBeLessThan(1e-32)
        expect(relativeError(right(evaluateNumber(readTwice)(of)).value, whole)).toBeLessThan(1e-13)
        expect(relativeError(right(evaluateColumns(readTwice)(of)).values[0]!, whole)).toBeLessThan(1e-13)
      })
    )
  })

  test('is a part like any other', () => {
    const twice = model({
      ...readTwice,
      name: 'twice',
      formula: (symbols) => number(2).times(readTwice.of(symbols)),
      tier: 'empirical'
    })
    const of = { temperature: room, outputBits: bits(8), fidelity: 1 }
    expect(relativeError(right(twice(of)).exact, right(readTwice(of)).exact.times(2))).toBeLessThan(1e-33)
    expect(twice.parts.map(({ name }) => name)).toEqual(['readTwice'])
    expect(left(twice({ ...of, fidelity: 0.25 })).problems.map(({ model }) => model)).toEqual(['landauer'])
    expect(twice.tier).toBe('empirical')
    expect(claimOf(twice.tier)).toBe('estimate')
  })

  const of_ = <A extends { readonly fidelity: unknown }>({ fidelity: _, ...rest }: A): Omit<A, 'fidelity'> =>
    rest
})

describe('a tier', () => {
  const claiming = (tier: 'theorem' | 'model' | 'circuit' | 'empirical') =>
    model({
      name: `claiming ${tier}`,
      symbol: 'C',
      summary: 'A converter by another name',
      inputs: { temperature: inputs.temperature, outputBits: inputs.outputBits },
      unit: joulesPerConversion,
      formula: (symbols) => converterEnergy.of(symbols),
      tier,
      constraint: ''
    })

  test('that is claimed covers no more than that of the parts', () => {
    expect(claiming('theorem').tier).toBe('circuit')
    expect(claiming('circuit').tier).toBe('circuit')
  })

  test('is the narrowest where no evidence is named, and nothing is used that names one', () => {
    const guess = model({
      name: 'guess',
      symbol: 'G',
      summary: 'An energy that somebody thinks of',
      inputs: { temperature: inputs.temperature },
      unit: joules,
      formula: ({ temperature }) => inputs.kT(temperature),
      constraint: ''
    })
    expect([guess.tier, claimOf(guess.tier)]).toEqual(['empirical', 'estimate'])
  })

  test('that is claimed may cover less than that of the parts', () => {
    expect(claiming('model').tier).toBe('model')
    expect(claiming('empirical').tier).toBe('empirical')
  })

  test('of a part that only a condition uses counts', () => {
    const capped = model({
      name: 'capped',
      symbol: 'E_1',
      summary: 'A reset no dearer than a conversion',
      inputs: { temperature: inputs.temperature, errorProbability: inputs.errorProbability },
      unit: joulesPerBit,
      formula: (symbols) => landauer.of(symbols),
      requires: ({ temperature }, value) => [
        value
          .per(joulesPerBit)
          .atMost(converterEnergy.of({ temperature, outputBits: unity.of(bits) }).per(joulesPerConversion))
      ],
      constraint: ''
    })
    expect(capped.parts.map(({ name }) => name).sort()).toEqual(['converterEnergy', 'landauer'])
    expect(capped.tier).toBe('circuit')
  })

  test('of a part that is only given to another part counts', () => {
    const cited = { citation: 'A thermometer (2020)' }
    const measured = model({
      name: 'measured',
      symbol: 'T_m',
      summary: 'A temperature as a thermometer tells it',
      inputs: { temperature: inputs.temperature },
      unit: kelvin,
      formula: ({ temperature }) => temperature.times(2),
      tier: 'empirical',
      constraint: '',
      sources: [cited]
    })
    const reset = model({
      name: 'measuredReset',
      symbol: 'E_2',
      summary: 'A reset at a measured temperature',
      inputs: { temperature: inputs.temperature, errorProbability: inputs.errorProbability },
      unit: joulesPerBit,
      formula: ({ temperature, errorProbability }) =>
        landauer.of({ temperature: measured.of({ temperature }), errorProbability }),
      constraint: ''
    })
    expect(reset.parts.map(({ name }) => name).sort()).toEqual(['landauer', 'measured'])
    expect(reset.tier).toBe('empirical')
    expect(reset.sources).toContainEqual(cited)
  })
})

test('a definition is told all of its parts that are none', () => {
  const parts = ['name', 'symbol', 'summary', 'inputs', 'unit', 'formula', 'requires', 'tier', 'constraint']
  const none = Object.fromEntries(parts.map((part) => [part, 7])) as never
  for (const part of parts) expect(() => model(none)).toThrow(`definition.${part}: `)
})

describe('a formula', () => {
  const definitionOf = (formula: () => typeof half) => ({
    name: 'portion',
    symbol: 'p',
    summary: 'A portion',
    inputs: {},
    unit: one,
    formula,
    constraint: ''
  })

  test('of a user is read at once, and refused where it is none', () => {
    expect(() => model(definitionOf(() => 7 as never))).toThrow('the formula of portion: value: ')
    expect(() => model(definitionOf(() => inputs.kT(inputs.temperature as never) as never))).toThrow(
      TypeError
    )
  })

  test('of a user is not changed by what becomes of the sources that it was given', () => {
    const sources = [{ citation: 'A paper (2024)' }]
    const own = model({ ...definitionOf(() => half), sources })
    sources.push({ citation: 'Another (2025)' })
    expect(own.sources).toEqual([{ citation: 'A paper (2024)' }])
  })

  test('of this library is read when something of it is asked for, and once', () => {
    const formula = jest.fn(() => half)
    const portion = ofLibrary(definitionOf(formula))
    expect(portion.name).toBe('portion')
    expect(portion.unit).toBe(one)
    expect(formula).not.toHaveBeenCalled()
    expect(right(portion({})).value).toBe(0.5)
    expect(portion.tier).toBe('empirical')
    expect(formula).toHaveBeenCalledTimes(1)
  })
})

describe('the memory that a model describes', () => {
  const penalty = (memory?: 'discrete' | 'continuous') =>
    model({
      name: 'penalty',
      symbol: 'E_2',
      summary: 'A reset, and what its speed costs',
      inputs: { ...rateCappedReset.inputs },
      unit: joulesPerBit,
      // The part that describes one comes after one that describes any.
      formula: (symbols) => landauer.of(symbols).plus(rateCappedReset.of(symbols)),
      constraint: '',
      ...(memory === undefined ? {} : { memory })
    })

  test('is that of its parts', () => {
    expect([landauer.memory, rateCappedReset.memory]).toEqual([undefined, 'discrete'])
    expect(penalty().memory).toBe('discrete')
  })

  test('is the one that it says, where it says one', () => {
    expect(penalty('continuous').memory).toBe('continuous')
  })

  test('is not said where none of its parts says one', () => {
    expect(readTwice.memory).toBeUndefined()
  })
})

test('two parts of one name both count', () => {
  const named = (tier: 'theorem' | 'empirical', memory: 'discrete' | 'continuous') =>
    model({
      name: 'reset',
      symbol: `R_${tier}`,
      summary: 'A reset',
      inputs: { temperature: inputs.temperature },
      unit: joulesPerBit,
      formula: ({ temperature }) => landauer.of({ temperature, errorProbability: number(0) }),
      tier,
      constraint: '',
      sources: [{ citation: `${tier}, ${memory}` }]
    })
  const measured = named('empirical', 'discrete')
  const derived = named('theorem', 'continuous')
  const both = model({
    name: 'both',
    symbol: 'R_2',
    summary: 'A measured reset and a derived one',
    inputs: { temperature: inputs.temperature },
    unit: joulesPerBit,
    formula: (symbols) => measured.of(symbols).plus(derived.of(symbols)),
    constraint: ''
  })
  expect(both.tier).toBe('empirical')
  expect(both.sources.map(({ citation }) => citation)).toContain('empirical, discrete')
})

describe('a model', () => {
  test('is a function by its own name', () => {
    expect([landauer.name, typeof landauer]).toEqual(['landauer', 'function'])
    expect(readTwice.name).toBe('readTwice')
  })

  test('is frozen', () => {
    expect(Object.isFrozen(landauer)).toBe(true)
  })

  test('called has its value in 34 digits', () => {
    const of = { temperature: room, errorProbability: 0.1 }
    const called = right(landauer(of))
    expect(called.exact.eq(right(evaluate(landauer, { digits: 34 })(of)).exact)).toBe(true)
    expect(called.exact.precision()).toBeLessThanOrEqual(34)
  })
})

describe('what does not compile also has no value', () => {
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

  test('but a full set of inputs does', () => {
    expect(E.isRight(limUpdate(lim))).toBe(true)
  })

  test('a missing input', () => {
    const { recovery: _, ...rest } = lim
    // @ts-expect-error recovery is missing
    expect(left(limUpdate(rest)).problems.map(({ kind }) => kind)).toEqual(['missing'])
  })

  test('an input that the model does not have', () => {
    // @ts-expect-error landauer has no precision
    const result = landauer({ temperature: room, errorProbability: 0.1, precision: bits(8) })
    expect(left(result).problems.map(({ kind }) => kind)).toEqual(['unexpected'])
  })

  test('a wrong dimension', () => {
    // @ts-expect-error a temperature is no energy
    const result = landauer({ temperature: joules(300), errorProbability: 0.1 })
    expect(left(result).problems.map(({ kind }) => kind)).toEqual(['dimension'])
  })

  test('a plain number for an energy, a rate, or a count', () => {
    // @ts-expect-error a number is no temperature
    const kelvins = landauer({ temperature: 300, errorProbability: 0.1 })
    // @ts-expect-error a number is no rate
    const rates = limUpdate({ ...lim, attemptRate: 1e9 })
    // @ts-expect-error a number is no number of bits
    const counts = limUpdate({ ...lim, precision: 8 })
    for (const result of [kelvins, rates, counts])
      expect(left(result).problems.map(({ kind }) => kind)).toEqual(['dimension'])
  })

  test('a count for a pure number', () => {
    // @ts-expect-error an update is no probability
    const result = reliableAttempt({ temperature: room, errorProbability: updates(0.1) })
    expect(left(result).problems.map(({ kind }) => kind)).toEqual(['dimension'])
  })

  test('a formula of another dimension than the unit says', () => {
    const definition = {
      name: 'wrong',
      symbol: 'W',
      summary: 'An energy that is said to be per bit',
      inputs: { temperature: inputs.temperature },
      unit: joulesPerBit,
      constraint: ''
    } as const
    const wrong = () =>
      // @ts-expect-error kT is an energy, not one per bit
      model({ ...definition, formula: ({ temperature }) => inputs.kT(temperature).times(half) })
    expect(wrong).toBeDefined()
  })

  test('a part that is given the wrong symbols', () => {
    const wrong = () =>
      model({
        name: 'wrong',
        symbol: 'W',
        summary: 'A conversion of a temperature',
        inputs: { temperature: inputs.temperature },
        unit: joulesPerConversion,
        formula: ({ temperature }) =>
          // @ts-expect-error a temperature is no number of bits
          readInformation.of({ temperature, outputBits: temperature }),
        constraint: ''
      })
    expect(wrong).toBeDefined()
  })

  test('a sum of different dimensions', () => {
    const wrong = () =>
      model({
        name: 'wrong',
        symbol: 'W',
        summary: 'A conversion and a product',
        inputs: analogMac.inputs,
        unit: joulesPerConversion,
        formula: ({ temperature, outputBits, rows }) =>
          converterEnergy
            .of({ temperature, outputBits })
            // @ts-expect-error J/mac cannot be added to J/conversion
            .plus(analogMac.of({ temperature, outputBits, rows })),
        constraint: ''
      })
    expect(wrong).toBeDefined()
  })
})
