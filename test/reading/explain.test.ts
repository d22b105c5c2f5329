/** The derivation of a value: rateCappedReset is landauer and speedLimit, at 𝒲 = ½ − ε and 𝒩 = Γτ. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { exp, half, ln2, number, two, unity } from '../../src/formula/expression'
import { claimOf, input, type Inputs, type Values } from '../../src/formula/model'
import * as inputs from '../../src/physics/inputs'
import { arrheniusRate } from '../../src/physics/memory'
import { model } from '../../src/physics/own'
import { landauer, rateCappedReset, speedLimit } from '../../src/physics/thermodynamics'
import { limUpdate } from '../../src/physics/update'
import { evaluate } from '../../src/reading/evaluate'
import { explain, type Derivation } from '../../src/reading/explain'
import { isQuantity, type Quantity } from '../../src/units/quantity'
import * as si from '../../src/units/si'
import { inputsOf } from '../physics/arbitrary'
import { allIn, ledgerEntries, ledgerEntry, oracle, withModels } from './derivations'
import { left, relativeError, right } from './values'

const T = si.kelvin(300)
const reset = {
  temperature: T,
  errorProbability: 0.01,
  attemptRate: si.gigahertz(1),
  duration: si.nanoseconds(10)
}

const valuesOf = ({ inputs }: Derivation): Values<Inputs> =>
  Object.fromEntries(inputs.map(({ name, value }) => [name, value]))

const termOf = (derivation: Derivation, name: string): Derivation =>
  allIn(derivation).find((each) => each.name === name)!

const formulasOf = ({ inputs }: Derivation) =>
  Object.fromEntries(
    inputs.flatMap(({ symbol, formula }) => (formula === undefined ? [] : [[symbol, formula]]))
  )

const everything = [
  ...oracle.flatMap(([name, model, cases]) => cases.map((inputs) => [name, model, inputs] as const)),
  ...ledgerEntries
]

test('there are 912 cases of the physics, and all entries of the ledgers', () => {
  expect(oracle.flatMap(([, , cases]) => cases)).toHaveLength(912)
  expect(ledgerEntries).toHaveLength(4 * (6 * 4 + 1 + 6))
})

test('the whole has the value that evaluate gives, to the last digit', () => {
  for (const [name, model, inputs] of everything)
    for (const digits of [5, 34, 50]) {
      const { value } = right(explain(model, { digits })(inputs))
      const expected = right(evaluate(model, { digits })(inputs))
      expect(`${name} ${value.exact.toString()}`).toBe(`${name} ${expected.exact.toString()}`)
      expect(value.dimension).toBe(expected.dimension)
    }
})

test('every part has the value of its model, evaluated alone at what it was given', () => {
  let parts = 0
  for (const [name, model, inputs] of everything)
    for (const [part, of] of withModels(right(explain(model, { digits: 60 })(inputs)), model)) {
      const alone = right(evaluate(of, { digits: 60 })(valuesOf(part)))
      const error = relativeError(part.value.exact, alone.exact)
      if (!(error < 1e-30)) throw new Error(`${name}: ${part.name} is off by ${error}`)
      parts++
    }
  expect(parts).toBeGreaterThan(everything.length + 300)
})

test('every part says of itself what its model says', () => {
  for (const [, model, inputs] of everything)
    for (const [part, of] of withModels(right(explain(model)(inputs)), model)) {
      const { name, symbol, summary, unit, tier, constraint, sources, processes } = of
      expect(part).toMatchObject({ name, symbol, summary, unit: unit.symbol, tier, constraint, sources })
      expect(part.value.dimension).toBe(unit.dimension)
      expect(part.claim).toBe(processes.length === 0 ? undefined : claimOf(tier))
      expect(
        part.inputs.map(({ name, symbol, description, value }) => [
          name,
          symbol,
          description,
          value.dimension.key
        ])
      ).toEqual(
        Object.entries(of.inputs).map(([name, { symbol, description, unit }]) => [
          name,
          symbol,
          description,
          unit.dimension.key
        ])
      )
    }
})

test('every model that a model is made of is a term of it, there and in all parts', () => {
  for (const [, model, inputs] of everything)
    for (const [part, { parts }] of withModels(right(explain(model)(inputs)), model)) {
      const terms = part.terms.map(({ name }) => name)
      for (const { name } of parts) expect(terms).toContain(name)
    }
})

describe('a reset of capped rate', () => {
  const derivation = right(explain(rateCappedReset)(reset))

  test('is landauer and a speed limit, each with its own formula', () => {
    expect(derivation.formula).toBe('E_L + E_S')
    expect(derivation.terms.map(({ name, formula }) => [name, formula])).toEqual([
      ['landauer', 'kT [ln 2 − h(ε)]'],
      ['speedLimit', '2 kT 𝒲 artanh(𝒲/𝒩)']
    ])
  })

  test('gives 𝒲 = ½ − ε and 𝒩 = Γ τ to the speed limit, and tells no more than that', () => {
    const limit = termOf(derivation, 'speedLimit')
    expect(formulasOf(limit)).toEqual({ '𝒲': '½ − ε', '𝒩': 'Γ τ' })
    expect(limit.inputs.map(({ value }) => value.exact.toString())).toEqual(['300', '0.49', '10'])
    expect(formulasOf(termOf(derivation, 'landauer'))).toEqual({})
  })

  test('has what each requires where it is required', () => {
    expect(derivation.requires).toEqual([])
    expect(termOf(derivation, 'speedLimit').requires).toEqual(['𝒲 < 𝒩'])
  })
})

describe('an entry of the ledger', () => {
  const explained = (name: string): Derivation => {
    const [model, inputs] = ledgerEntry(name)
    return right(explain(model)(inputs))
  }

  test('gives its parts what it has, each in the symbols of the formula around it', () => {
    expect(formulasOf(termOf(explained('floor.update'), 'optimalReset'))).toEqual({ ε: 'ε_s' })
    expect(formulasOf(termOf(explained('bitFlip.update'), 'optimalReset'))).toEqual({ τ: 'τ/(U/N)' })
    const lim = termOf(explained('limRecovered.update'), 'limUpdate')
    expect(formulasOf(lim)).toEqual({ 'r₁': 'h₁ U/N/τ', σ: 'σ_p', h: 'h₁ ᾱ_p', ρ: '1' })
  })

  test('has the models that are only given to its parts', () => {
    const cim = explained('cim.consolidation')
    expect(cim.formula).toBe('c N b (C_1 + f W)')
    expect(cim.terms.map(({ name }) => name)).toEqual([
      'consolidationReset',
      'staticWrite',
      'retentionBarrier'
    ])
    expect(formulasOf(termOf(cim, 'staticWrite'))).toEqual({ B: 'B', t: 't_w', p: 'p_w' })
    expect(formulasOf(termOf(cim, 'retentionBarrier'))).toEqual({ N: 'N b', t: 't_r', p: 'p_r' })
    const barrier = termOf(cim, 'staticWrite').inputs.find(({ name }) => name === 'barrier')!
    expect(barrier.value.exact.toString()).toBe(termOf(cim, 'retentionBarrier').value.exact.toString())
  })

  test('tells which inputs it does not depend on', () => {
    const cim = explained('cim.consolidation')
    const unused = cim.inputs.flatMap(({ symbol, unused }) => (unused === true ? [symbol] : []))
    expect(unused).toEqual(['U', 'M', 'F', 'τ', 'ε_s', 'ε', 'h₁', 'N_b', 'R', 'E_b', 's', 'E_f'])
  })
})

const { temperature, errorProbability } = inputs

/** A model of temperature and error that is made of others as told. */
const made = (formula: typeof landauer.of) =>
  model({
    name: 'made',
    symbol: 'E',
    summary: 'A model of a test',
    inputs: { temperature, errorProbability },
    unit: si.joulesPerBit,
    formula,
    constraint: 'none'
  })
const given = { temperature: T, errorProbability: 0.1 }

test('a model that is given the same twice is told of once, however it is written', () => {
  const twice = made(({ temperature, errorProbability: ε }) =>
    landauer
      .of({ temperature, errorProbability: half.minus(ε) })
      .plus(landauer.of({ temperature, errorProbability: half.minus(ε) }))
  )
  const { formula, terms } = right(explain(twice)(given))
  expect(formula).toBe('E_L + E_L')
  expect(terms.map(formulasOf)).toEqual([{ ε: '½ − ε' }])
})

test('a model that is given different things is told of for each', () => {
  const twice = made(({ temperature, errorProbability: ε }) =>
    landauer
      .of({ temperature, errorProbability: ε })
      .plus(landauer.of({ temperature, errorProbability: ε.squared() }))
      .plus(landauer.of({ temperature: temperature.times(2), errorProbability: ε }))
  )
  const { terms } = right(explain(twice)(given))
  expect(terms.map(formulasOf)).toEqual([{}, { ε: 'ε²' }, { T: 'T 2' }])
  expect(terms.map(({ inputs }) => inputs.map(({ value }) => value.value))).toEqual([
    [300, 0.1],
    [300, 0.01],
    [600, 0.1]
  ])
})

test('a model that is only required of is a part, and its inputs are used', () => {
  const slow = model({
    name: 'slow',
    symbol: 'E',
    summary: 'Heat where a state is left slowly',
    inputs: {
      temperature,
      barrier: inputs.barrier,
      attemptRate: inputs.attemptRate,
      rate: input('r', si.hertz, '(0, ∞)', 'rate'),
      idle: input('i', si.one, '[0, 1]', 'nothing')
    },
    unit: si.joules,
    formula: ({ temperature: T }) => inputs.kT(T).times(ln2),
    requires: ({ rate, ...bit }) => [arrheniusRate.of(bit).atMost(rate)],
    tier: 'model',
    constraint: 'states are left slowly'
  })
  const values = {
    temperature: T,
    barrier: si.kT(20, T),
    attemptRate: si.gigahertz(1),
    rate: si.hertz(10),
    idle: 0
  }
  const derivation = right(explain(slow)(values))
  expect(derivation.requires).toEqual(['f ≤ r'])
  expect(derivation.terms.map(({ name }) => name)).toEqual(['arrheniusRate'])
  expect(derivation.terms[0]!.value.value).toBeCloseTo(1e9 * Math.exp(-20), 8)
  expect(derivation.inputs.flatMap(({ name, unused }) => (unused === true ? [name] : []))).toEqual(['idle'])
})

test('an input that the formula does not depend on says so', () => {
  const idle = model({
    ...speedLimit,
    name: 'idle',
    inputs: { ...speedLimit.inputs, spare: input('s', si.one, '[0, ∞)', 'of no use') },
    formula: ({ temperature, transport, jumps }) => speedLimit.of({ temperature, transport, jumps })
  })
  const inputs = { temperature: T, transport: 0.4, jumps: 2, spare: 1 }
  expect(right(explain(idle)(inputs)).inputs.map(({ symbol, unused }) => [symbol, unused])).toEqual([
    ['T', undefined],
    ['𝒲', undefined],
    ['𝒩', undefined],
    ['s', true]
  ])
  for (const { unused } of right(explain(landauer)(given)).inputs) expect(unused).toBeUndefined()
})

test('a model that a user defines is explained', () => {
  const discardingUpdate = model({
    name: 'discardingUpdate',
    symbol: 'E_w',
    summary: 'Heat of an update that discards some bits',
    inputs: {
      temperature,
      errorProbability,
      width: input('w', si.one, '[1, ∞)', 'bits that an update discards')
    },
    unit: si.joulesPerUpdate,
    formula: ({ width: w, ...reset }) => w.times(landauer.of(reset)).of(si.bits).per(si.updates),
    constraint: 'every update discards w bits',
    processes: ['update']
  })
  const derivation: Derivation = right(
    explain(discardingUpdate)({ temperature: T, errorProbability: 0, width: 8 })
  )
  expect(derivation).toMatchObject({
    name: 'discardingUpdate',
    formula: 'w E_L',
    unit: 'J/update',
    tier: 'theorem',
    claim: 'lower bound',
    terms: [{ name: 'landauer', unit: 'J/bit', terms: [] }]
  })
  const [{ value: each }] = derivation.terms as readonly [Derivation]
  expect(derivation.value.exact.toString()).toBe(each.exact.times(8).toString())
})

test('what the user gave is kept to its last digit, and what follows from it has the digits asked for', () => {
  const ε = '0.0123456789012345678901234567890123456789'
  const derivation = right(
    explain(rateCappedReset, { digits: 10 })({ ...reset, errorProbability: si.one(ε) })
  )
  const inputOf = (part: Derivation, name: string) =>
    part.inputs.find((each) => each.name === name)!.value.exact.toString()
  expect(inputOf(derivation, 'errorProbability')).toBe(ε)
  expect(inputOf(termOf(derivation, 'landauer'), 'errorProbability')).toBe(ε)
  expect(inputOf(termOf(derivation, 'speedLimit'), 'transport')).toBe('0.4876543211')
  for (const { value } of allIn(derivation)) expect(value.exact.precision()).toBeLessThanOrEqual(10)
})

test('a derivation is plain data, but for its quantities', () => {
  const isPlain = (value: unknown): boolean =>
    isQuantity(value) ||
    typeof value === 'string' ||
    value === true ||
    (typeof value === 'object' &&
      value !== null &&
      [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value) as never) &&
      Object.values(value).every(isPlain))
  for (const [, model, inputs] of ledgerEntries) expect(isPlain(right(explain(model)(inputs)))).toBe(true)
})

describe('errors', () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['an input missing', { ...reset, duration: undefined }],
    ['an input too many', { ...reset, durration: si.seconds(1) }],
    ['a wrong dimension', { ...reset, duration: T }],
    ['no number', { ...reset, errorProbability: NaN }],
    ['out of range', { ...reset, errorProbability: 0.7, duration: si.seconds(-1) }],
    ['outside the domain of a part', { ...reset, duration: si.nanoseconds(0.1) }]
  ]
  test.each(wrong)('%s: that of evaluate', (_, inputs) => {
    const error = left(explain(rateCappedReset)(inputs as typeof reset))
    expect(error).toEqual(left(evaluate(rateCappedReset)(inputs as typeof reset)))
    expect(error.problems.length).toBeGreaterThan(0)
  })

  test.each([0, 1.5, 401])('%d digits: that of evaluate', (digits) => {
    expect(left(explain(rateCappedReset, { digits })(reset))).toEqual(
      left(evaluate(rateCappedReset, { digits })(reset))
    )
  })

  const anything = fc
    .constantFrom(...oracle.map(([, model]) => ({ model, read: evaluate(model), derive: explain(model) })))
    .chain(({ model, ...of }) => inputsOf(model).map((inputs) => ({ ...of, inputs })))
  test('wherever evaluate has an error, it is the same; wherever it has a value, it is the same', () => {
    const told = (result: E.Either<{ readonly message: string }, Quantity<unknown>>) =>
      E.isLeft(result) ? result.left : result.right.exact.toString()
    fc.assert(
      fc.property(anything, ({ read, derive, inputs }) => {
        const explained = derive(inputs)
        expect(told(E.map(({ value }: Derivation) => value)(explained))).toEqual(told(read(inputs)))
      }),
      { numRuns: 500 }
    )
  })

  const huge = model({
    name: 'huge',
    symbol: 'H',
    summary: 'A number without end',
    inputs: { x: input('x', si.one, '[0, ∞)', 'a number') },
    unit: si.one,
    formula: ({ x }) => exp(x),
    tier: 'theorem',
    constraint: 'none'
  })
  const whole = (name: string, of: (x: ReturnType<typeof huge.of>) => ReturnType<typeof huge.of>) =>
    model({ ...huge, name, formula: ({ x }: Parameters<typeof huge.of>[0]) => of(huge.of({ x })) })

  test('where the whole has no finite value, that of evaluate, and only that', () => {
    const most = whole('most', (x) => x.times(two))
    expect(left(explain(most)({ x: 1e20 }))).toEqual(left(evaluate(most)({ x: 1e20 })))
    expect(left(explain(most)({ x: 1e20 })).message).toMatch(/^most: it has no finite value here$/)
  })

  const pole = model({
    ...huge,
    name: 'pole',
    formula: ({ x }) => unity.over(x)
  })

  test('a part without a finite value cannot be explained, though the whole may have one', () => {
    const least = model({ ...huge, name: 'least', formula: ({ x }) => unity.over(pole.of({ x })) })
    expect(right(evaluate(least)({ x: 0 })).value).toBe(0)
    expect(left(explain(least)({ x: 0 })).message).toBe('pole: it has no finite value here')
  })

  test('what is too large for decimals is not infinite: nothing over it is not 0', () => {
    const least = whole('least', (x) => unity.over(x))
    expect(left(evaluate(least)({ x: 1e20 })).message).toBe('least: it has no finite value here')
  })
})

test('a whole that has the symbol of an input does not hide it', () => {
  const scaled = model({
    ...speedLimit,
    name: 'scaled',
    formula: ({ temperature: T, transport: 𝒲, jumps: 𝒩 }: Parameters<typeof speedLimit.of>[0]) =>
      speedLimit.of({ temperature: T, transport: 𝒲.times(number(0.5)), jumps: 𝒩 })
  })
  const derivation = right(explain(scaled)({ temperature: T, transport: 0.4, jumps: 2 }))
  expect(formulasOf(derivation.terms[0]!)).toEqual({ '𝒲': '𝒲 ½' })
  expect(derivation.terms[0]!.inputs[1]!.value.value).toBe(0.2)
})

test('the drive that three models deep hangs in limUpdate is found there', () => {
  const names = (of: Derivation): unknown => [of.name, of.terms.map(names)]
  const derivation = right(
    explain(limUpdate)({
      temperature: T,
      attemptRate: si.gigahertz(1),
      initialRate: si.kilohertz(1),
      precision: si.bits(8),
      shape: 0.5,
      errorProbability: 0.01,
      hops: 1,
      recovery: 0
    })
  )
  expect(names(derivation)).toEqual([
    'limUpdate',
    [
      ['reliableAttempt', [['driveForReliability', []]]],
      ['meanMatchedBarrier', []]
    ]
  ])
})
