import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import {
  cheapest,
  nothing,
  onProcess,
  tightest,
  times,
  total,
  type AnyModel,
  type CompositionError
} from '../../src/bound/compose'
import { constant, unity } from '../../src/formula/expression'
import { claimOf, input, tiers, type Inputs, type Tier } from '../../src/formula/model'
import * as inputs from '../../src/physics/inputs'
import type { Model } from '../../src/physics/model'
import { model } from '../../src/physics/own'
import { driveForSpeed } from '../../src/physics/memory'
import { converterEnergy, readInformation } from '../../src/physics/read'
import {
  discardedInformation,
  generalizedLandauer,
  landauer,
  mismatch,
  overdampedReset,
  rateCappedReset,
  speedLimit,
  timeSymmetricReset,
  uncertaintyRelation
} from '../../src/physics/thermodynamics'
import { limUpdate } from '../../src/physics/update'
import { evaluateColumns } from '../../src/reading/columns'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import type { Energy, EnergyPerBit } from '../../src/units/dimension'
import {
  areas,
  bits,
  conversions,
  diffusivities,
  gigahertz,
  hertz,
  joules,
  joulesPerBit,
  kelvin,
  nanoseconds,
  one,
  seconds,
  updates
} from '../../src/units/si'
import { errors, logUniform, temperatures } from '../physics/arbitrary'
import { left, relativeError, right } from '../reading/values'
import { bound, bounds, compositionsOf, deepBounds } from './arbitrary'

const room = kelvin(300)

/** The irreversible heat per bit of a reset: speedLimit with the transport and the jumps of one bit. */
const speedLimitPerBit = model({
  name: 'speedLimitPerBit',
  symbol: 'E_S1',
  summary: 'Irreversible heat of resetting one bit',
  inputs: speedLimit.inputs,
  unit: joulesPerBit,
  formula: (symbols) => speedLimit.of(symbols).per(bits),
  constraint: speedLimit.constraint,
  processes: ['erasure/irreversible']
})

/** An energy of no process. */
const fixed: AnyModel<Energy> = model<Inputs, Energy>({
  ...{ name: 'fixed', symbol: 'E_0', summary: '1 pJ', inputs: {}, unit: joules, constraint: '' },
  formula: () => constant('1e-12', joules)
})

/** Any model as one with inputs of any kind. */
const any = <D>(of: unknown): AnyModel<D> => of as AnyModel<D>

const kindOf = (composed: E.Either<CompositionError, unknown>) => left(composed).kind

describe('total', () => {
  test('of the reversible and the irreversible part of a reset is both', () => {
    const reset = right(total(landauer, speedLimitPerBit))
    expect(reset.unit.symbol).toBe('J/bit')
    fc.assert(
      fc.property(temperatures, errors, logUniform(1, 1e6), (temperature, ε, jumps) => {
        const transport = 0.5 - ε
        fc.pre(transport < jumps)
        const of = { temperature, errorProbability: ε, transport, jumps }
        const parts = [
          right(landauer({ temperature, errorProbability: ε })),
          right(speedLimitPerBit({ temperature, transport, jumps }))
        ] as const
        const whole = right(reset(of))
        expect(relativeError(whole.exact, parts[0].exact.plus(parts[1].exact))).toBeLessThan(1e-32)
        // Near ½ both parts are ill-conditioned: an ε of 17 digits leaves ½ − ε few.
        if (ε < 0.4)
          expect(relativeError(right(evaluateNumber(reset)(of)).value, whole.exact)).toBeLessThan(1e-12)
      })
    )
  })

  test('keeps its parts, their processes, constraints and sources, and the inputs of both', () => {
    const { parts, processes, constraint, sources, inputs } = right(total(landauer, speedLimitPerBit))
    expect(parts.map(({ name }) => name)).toEqual(['landauer', 'speedLimitPerBit'])
    expect(processes).toEqual(['erasure/reversible', 'erasure/irreversible'])
    expect(constraint).toBe(`${landauer.constraint}; ${speedLimit.constraint}`)
    expect(sources).toEqual([...landauer.sources, ...speedLimit.sources])
    expect(Object.keys(inputs).sort()).toEqual(['errorProbability', 'jumps', 'temperature', 'transport'])
  })

  test('has no value where a part has none, and names the part', () => {
    const reset = right(total(landauer, speedLimitPerBit))
    const { problems } = left(reset({ temperature: room, errorProbability: 0.1, transport: 2, jumps: 1 }))
    expect(problems.map(({ kind, model }) => [kind, model])).toEqual([['relation', 'speedLimit']])
  })

  test('keeps the range of each part: an input must lie in all of them', () => {
    // landauer has a value at ε = 0, a time-symmetric reset has none.
    const both = right(tightest(landauer, timeSymmetricReset))
    const { problems } = left(both({ temperature: room, errorProbability: 0 }))
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'range', expected: '(0, ½]', inputs: ['errorProbability'] })
    )
    expect(E.isLeft(evaluateNumber(both)({ temperature: room, errorProbability: 0 }))).toBe(true)
  })

  test('of two bounds on one process is refused, naming it', () => {
    const twice = left(total(landauer, landauer))
    expect(twice.kind).toBe('double count')
    expect(twice.message).toBe(
      'landauer and landauer both bound the process "erasure/reversible": added, it would be counted twice; ' +
        "two processes add where each has a name of its own, onProcess('register A', …)"
    )
  })

  test('of a bound on a whole and one on its part is refused, whichever comes first', () => {
    for (const composed of [total(landauer, timeSymmetricReset), total(timeSymmetricReset, landauer)]) {
      expect(left(composed).kind).toBe('double count')
      expect(left(composed).message).toContain('"erasure/reversible"')
    }
  })

  test('of what already counts a process is refused', () => {
    const reset = right(total(landauer, speedLimitPerBit))
    for (const again of [landauer, timeSymmetricReset, mismatch])
      expect(kindOf(total(reset, any<EnergyPerBit>(again)))).toBe('double count')
  })
})

describe('tightest', () => {
  test('of landauer and a time-symmetric reset is the reset', () => {
    const reset = right(tightest(landauer, timeSymmetricReset))
    fc.assert(
      fc.property(temperatures, errors, (temperature, errorProbability) => {
        const of = { temperature, errorProbability }
        expect(right(reset(of)).exact.eq(right(timeSymmetricReset(of)).exact)).toBe(true)
      })
    )
    expect(reset.processes).toEqual(['erasure/reversible', 'erasure'])
  })

  test('is the larger of two bounds and cheapest the smaller, in each reading', () => {
    // Any two on one process will do.
    const other = model({
      ...{ name: 'wasted', symbol: 'E_w', summary: 'As much as a mismatch', inputs: mismatch.inputs },
      ...{ unit: joulesPerBit, constraint: '', processes: ['erasure'] },
      formula: (symbols) => mismatch.of(symbols)
    })
    const [larger, smaller] = [right(tightest(landauer, other)), right(cheapest(landauer, other))]
    fc.assert(
      fc.property(temperatures, errors, errors, (temperature, ε, p) => {
        const of = { temperature, errorProbability: ε, actual: p, design: 0.25 }
        const values = [
          right(landauer({ temperature, errorProbability: ε })).exact,
          right(mismatch({ temperature, actual: p, design: 0.25 })).exact
        ].sort((a, b) => a.comparedTo(b))
        expect(right(smaller(of)).exact.eq(values[0]!)).toBe(true)
        expect(right(larger(of)).exact.eq(values[1]!)).toBe(true)
        const floats = right(evaluateColumns(larger)(of)).values[0]!
        expect(floats).toBe(right(evaluateNumber(larger)(of)).value)
        expect(floats).toBeGreaterThanOrEqual(right(evaluateNumber(smaller)(of)).value)
      })
    )
  })

  test.each([
    ['tightest', tightest],
    ['cheapest', cheapest]
  ] as const)(
    'and cheapest alike: %s of bounds on different processes is refused, naming both',
    (_, compose) => {
      const { kind, message } = left(compose(discardedInformation, uncertaintyRelation))
      expect(kind).toBe('different processes')
      expect(message).toBe(
        'discardedInformation bounds "erasure", uncertaintyRelation "steady current": only bounds on one process ' +
          "compete; where they are about one, give both its name, onProcess('register A', …)"
      )
    }
  )

  test('of bounds that have one name is the larger, whatever kinds of process they are about', () => {
    const conversion = <I, D>(of: Model<I, D>) => right(onProcess('conversion', of))
    const both = right(tightest(conversion(readInformation), conversion(converterEnergy)))
    const of = { temperature: room, outputBits: bits(8) }
    expect(right(both(of)).exact.eq(right(converterEnergy(of)).exact)).toBe(true)
    expect(kindOf(total(conversion(readInformation), conversion(converterEnergy)))).toBe('double count')
    // What only one of them names is known to be one by neither.
    expect(kindOf(tightest(conversion(readInformation), converterEnergy))).toBe('different processes')
  })

  test('of a read and the erasure in it is the larger: the rest of a read is not negative', () => {
    expect(E.isRight(tightest(readInformation, converterEnergy))).toBe(true)
  })

  test('of a bound and nothing is refused', () => {
    expect(kindOf(tightest(nothing, bound('a', 1)))).toBe('different processes')
    expect(left(cheapest(bound('a', 1), nothing)).message).toContain('nothing no process')
  })
})

describe('discrete and continuous memories never combine', () => {
  const discrete = any<EnergyPerBit>(rateCappedReset)
  const continuous = any<EnergyPerBit>(overdampedReset)
  const share = input('x', one, '[0, ∞)', 'a share')

  test.each([
    ['total', total],
    ['tightest', tightest],
    ['cheapest', cheapest]
  ] as const)('in %s, by any order, on any processes', (_, compose) => {
    for (const [a, b] of [
      [discrete, continuous],
      [continuous, discrete]
    ] as const) {
      expect(kindOf(compose(a, b))).toBe('different memories')
      expect(kindOf(compose(right(onProcess('a', a)), right(onProcess('b', b))))).toBe('different memories')
    }
    expect(left(compose(discrete, continuous)).message).toBe(
      'rateCappedReset and overdampedReset describe different memories, discrete and continuous: they never combine'
    )
  })

  test('however deep in a composition', () => {
    const other = (process: string) => right(onProcess(process, any<EnergyPerBit>(landauer)))
    type Wrap = (of: AnyModel<EnergyPerBit>, at: number) => AnyModel<EnergyPerBit>
    const wraps: readonly Wrap[] = [
      (of, at) => right(onProcess(`p${at}`, of)),
      (of, at) => right(total(right(onProcess(`o${at}`, of)), other(`q${at}`))),
      (of, at) => right(total(other(`r${at}`), right(onProcess(`s${at}`, of)))),
      (of, at) => any(right(times(of, `x${at}`, share))),
      (of) => right(cheapest(of, of)),
      (of) => right(tightest(of, of))
    ]
    const wrapped = fc.array(fc.constantFrom(...wraps), { maxLength: 4 })
    let count = 0
    const wrap = (of: AnyModel<EnergyPerBit>, by: readonly Wrap[]) =>
      by.reduce((inner, outer) => outer(inner, count++), of)
    fc.assert(
      fc.property(wrapped, wrapped, fc.constantFrom(total, tightest, cheapest), (f, g, compose) => {
        const [a, b] = [wrap(discrete, f), wrap(continuous, g)]
        expect([a.memory, b.memory]).toEqual(['discrete', 'continuous'])
        expect(kindOf(compose(a, b))).toBe('different memories')
        expect(kindOf(compose(b, a))).toBe('different memories')
      }),
      { numRuns: 50 }
    )
  })

  test('but each combines with what describes any memory', () => {
    for (const of of [discrete, continuous])
      expect(E.isRight(tightest(of, any(timeSymmetricReset)))).toBe(true)
    const value = right(
      right(tightest(overdampedReset, landauer))({
        temperature: room,
        errorProbability: 0,
        variance: areas(1e-14),
        diffusivity: diffusivities(1e-12),
        duration: seconds(1)
      })
    )
    expect(value.value).toBeGreaterThan(right(landauer({ temperature: room, errorProbability: 0 })).value)
  })
})

describe('inputs of one name', () => {
  const withDuration = (unit: typeof seconds | typeof joules, process: string) =>
    model<Inputs, EnergyPerBit>({
      name: `with ${unit.symbol}`,
      symbol: 'D',
      summary: 'A bound with an input of its own',
      inputs: {
        temperature: inputs.temperature,
        duration: input('τ', unit as typeof seconds, '(0, ∞)', 'of the process')
      },
      unit: joulesPerBit,
      formula: (symbols) =>
        landauer.of({ temperature: symbols['temperature'] as never, errorProbability: unity.minus(unity) }),
      constraint: '',
      processes: [process]
    })

  test.each([
    ['total', total, 'q'],
    ['tightest', tightest, 'p'],
    ['cheapest', cheapest, 'p']
  ] as const)('and two dimensions are refused in %s, naming them', (_, compose, process) => {
    const { kind, message } = left(compose(withDuration(seconds, 'p'), withDuration(joules, process)))
    expect(kind).toBe('inputs')
    expect(message).toBe('with s and with J mean different things by duration: time and energy')
  })

  test('and one dimension are one input', () => {
    const both = right(total(withDuration(seconds, 'p'), any<EnergyPerBit>(rateCappedReset)))
    expect(Object.keys(both.inputs).filter((name) => name === 'duration')).toHaveLength(1)
  })
})

test('bounds of different dimensions are refused, naming them', () => {
  // @ts-expect-error J/bit and J do not add
  const { kind, message } = left(total(landauer, speedLimit))
  expect(kind).toBe('dimensions')
  expect(message).toBe('landauer and speedLimit have different dimensions: energy per bit and energy')
  // @ts-expect-error J/bit and J/conversion do not compete
  expect(kindOf(tightest(landauer, readInformation))).toBe('dimensions')
  // @ts-expect-error J/bit and J/conversion do not compete
  expect(kindOf(cheapest(landauer, readInformation))).toBe('dimensions')
})

describe('a composition', () => {
  const compositions = compositionsOf(deepBounds)

  test('has the narrowest tier of its parts, and the claim of that tier', () => {
    const of = fc.tuple(fc.constantFrom(...tiers), fc.constantFrom(...tiers), fc.constantFrom(...tiers))
    fc.assert(
      fc.property(of, (each) => {
        const [a, b, c] = each.map((tier, at) => bound(`p${at}`, at, tier)) as [
          AnyModel<never>,
          AnyModel<never>,
          AnyModel<never>
        ]
        const whole = right(
          tightest(right(total(right(total(a, b)), c)), right(total(a, right(total(c, b)))))
        )
        const narrowest = tiers[Math.max(...each.map((tier) => tiers.indexOf(tier)))]!
        expect(whole.tier).toBe(narrowest)
        const isBound = each.every((tier) => tier === 'theorem' || tier === 'circuit')
        expect(claimOf(whole.tier).startsWith('lower bound')).toBe(isBound)
      })
    )
  })

  test('does not forget a part for another of its name', () => {
    const tiersOfTwo: readonly (readonly [Tier, Tier])[] = [
      ['empirical', 'theorem'],
      ['theorem', 'empirical']
    ]
    for (const [first, second] of tiersOfTwo) {
      const composed = right(total(bound('a', 1, first, 'E'), bound('b', 2, second, 'E')))
      expect(composed.tier).toBe('empirical')
      expect(claimOf(composed.tier)).toBe('estimate')
      expect(composed.parts).toHaveLength(2)
    }
  })

  test('keeps the constraints and the sources of all its parts', () => {
    fc.assert(
      fc.property(compositions, compositions, fc.constantFrom(total, tightest, cheapest), (a, b, compose) => {
        const composed = compose(a, b)
        fc.pre(E.isRight(composed))
        const { constraint, sources, parts } = right(composed)
        const citations = sources.map(({ citation }) => citation)
        for (const part of [a, b]) {
          for (const each of part.constraint.split('; ')) expect(constraint).toContain(each)
          for (const { citation } of part.sources) expect(citations).toContain(citation)
          expect(parts.map(({ name }) => name)).toContain(part.name)
        }
        expect(new Set(citations).size).toBe(citations.length)
      })
    )
  })

  test('is of two models: what is none is told by its place', () => {
    for (const [name, compose] of Object.entries({ total, tightest, cheapest })) {
      const [first, second] = [left(compose(7 as never, landauer)), left(compose(landauer, 7 as never))]
      expect([first.kind, second.kind]).toEqual(['inputs', 'inputs'])
      expect([first.message, second.message].map((each) => each.split(': ').slice(0, 2))).toEqual([
        [name, 'a'],
        [name, 'b']
      ])
    }
  })

  test('names how it was composed', () => {
    expect(right(total(landauer, speedLimitPerBit)).name).toBe('total(landauer, speedLimitPerBit)')
    expect(right(tightest(landauer, timeSymmetricReset)).name).toBe('tightest(landauer, timeSymmetricReset)')
    expect(right(cheapest(landauer, timeSymmetricReset)).name).toBe('cheapest(landauer, timeSymmetricReset)')
  })

  test('compiles only with the inputs of all its parts', () => {
    const reset = right(total(landauer, speedLimitPerBit))
    // @ts-expect-error transport is missing
    const missing = reset({ temperature: room, errorProbability: 0.1, jumps: 1 })
    expect(left(missing).problems.map(({ kind }) => kind)).toEqual(['missing'])
  })

  test('is sound where a part takes up heat: the rest alone does not bound the whole', () => {
    // The reversible part gives back kT ln 2, so that no reset/irreversible bound holds for the reset.
    const parts = { temperature: room, before: 0, after: 0.5, entropyDifference: 0, actual: 0.6, design: 0.5 }
    const { temperature, before, after, entropyDifference, actual, design } = parts
    const wasted = right(mismatch({ temperature, actual, design })).exact
    const spent = right(generalizedLandauer({ temperature, before, after, entropyDifference })).exact.plus(
      wasted
    )
    expect(spent.isNegative() && wasted.isPositive()).toBe(true)
    expect(left(tightest(generalizedLandauer, mismatch)).kind).toBe('different processes')
    const whole = right(total(generalizedLandauer, mismatch))
    expect(relativeError(right(whole(parts)).exact, spent)).toBeLessThan(1e-30)
  })
})

describe('times', () => {
  const lim = {
    temperature: room,
    attemptRate: gigahertz(1),
    initialRate: gigahertz(0.1),
    precision: bits(8),
    shape: 0.5,
    errorProbability: 0.01,
    hops: 0.5,
    recovery: 0.5
  }
  const all = right(times(limUpdate, 'updates', input('U', updates, '[0, ∞)', 'number of updates')))

  test('a number of updates is in J, and so many times one', () => {
    expect(all.unit.symbol).toBe('J')
    fc.assert(
      fc.property(logUniform(1e-3, 1e30), (count) => {
        const one = right(limUpdate(lim)).exact
        const many = right(all({ ...lim, updates: updates(count) }))
        expect(relativeError(many.exact, one.times(count))).toBeLessThan(1e-32)
        expect(many.dimension).toBe(joules.dimension)
        const { value } = right(evaluateNumber(all)({ ...lim, updates: updates(count) }))
        expect(relativeError(value, one.times(count))).toBeLessThan(1e-13)
      })
    )
    expect(right(all({ ...lim, updates: updates(0) })).exact.isZero()).toBe(true)
  })

  test('keeps the processes, the tier, the constraint, the sources and the part', () => {
    expect([all.processes, all.tier, all.constraint, all.sources]).toEqual([
      limUpdate.processes,
      limUpdate.tier,
      limUpdate.constraint,
      limUpdate.sources
    ])
    expect(all.parts.map(({ name }) => name)).toEqual(['limUpdate'])
  })

  test('refuses a count outside its range, and what the bound refuses', () => {
    const { problems } = left(all({ ...lim, recovery: 2, updates: updates(-1) }))
    expect(problems.map(({ inputs }) => inputs)).toEqual(expect.arrayContaining([['recovery'], ['updates']]))
  })

  test('does not compile without its count, or with a count of another dimension', () => {
    // @ts-expect-error updates is missing
    expect(left(all(lim)).problems.map(({ kind }) => kind)).toEqual(['missing'])
    // @ts-expect-error a bit is no update
    expect(left(all({ ...lim, updates: bits(1) })).problems.map(({ kind }) => kind)).toEqual(['dimension'])
  })

  test('lets bounds per different counts add', () => {
    const read = right(
      times(readInformation, 'conversions', input('M', conversions, '[0, ∞)', 'conversions'))
    )
    const both = right(total(all, read))
    const of = { ...lim, outputBits: bits(8), updates: updates(1e6), conversions: conversions(1e9) }
    const expected = right(limUpdate(lim))
      .exact.times(1e6)
      .plus(right(readInformation({ temperature: room, outputBits: bits(8) })).exact.times(1e9))
    expect(relativeError(right(both(of)).exact, expected)).toBeLessThan(1e-32)
    expect([both.unit.symbol, both.tier]).toEqual(['J', 'model'])
  })

  test.each(['(−∞, ∞)', '[-1, ∞)', '(−∞, 0]', '(-0.5, 1]'] as const)(
    'refuses a count that may be negative, by its range %s',
    (range) => {
      const { kind, message } = left(times(limUpdate, 'updates', input('U', updates, range, 'updates')))
      expect(kind).toBe('count')
      expect(message).toBe(
        `updates counts limUpdate, and may be negative by its range ${range}: give it one from 0 on, such as [0, ∞)`
      )
    }
  )

  test.each(['[0, ∞)', '(0, 1]', '[½, ∞)'] as const)('takes a count within %s', (range) => {
    expect(E.isRight(times(limUpdate, 'updates', input('U', updates, range, 'updates')))).toBe(true)
  })

  test('does not take the name of an input that the bound has', () => {
    // @ts-expect-error landauer has a temperature
    const clash = times(landauer, 'temperature', input('n', bits, '[0, ∞)', 'number of bits'))
    expect(left(clash)).toMatchObject({
      kind: 'inputs',
      message: 'landauer has an input temperature already'
    })
  })
})

describe('onProcess', () => {
  test('is the same bound on the same kind of process, of a name', () => {
    const checkpoint = right(onProcess('checkpoint', landauer))
    fc.assert(
      fc.property(temperatures, errors, (temperature, errorProbability) => {
        const of = { temperature, errorProbability }
        expect(right(checkpoint(of)).exact.eq(right(landauer(of)).exact)).toBe(true)
      })
    )
    expect(checkpoint.processes).toEqual(['erasure/reversible (checkpoint)'])
    expect([checkpoint.tier, checkpoint.constraint, checkpoint.sources]).toEqual([
      landauer.tier,
      landauer.constraint,
      landauer.sources
    ])
  })

  test('lets a general bound stand for several processes of one system', () => {
    const [a, b] = ['register A', 'register B'].map((name) => right(onProcess(name, landauer)))
    const twice = right(total(a!, b!))
    const of = { temperature: room, errorProbability: 0.1 }
    expect(relativeError(right(twice(of)).exact, right(landauer(of)).exact.times(2))).toBeLessThan(1e-32)
  })

  test('tells a process only from one with another name', () => {
    const a = right(onProcess('a', landauer))
    for (const same of [landauer, a, right(onProcess('a', any<EnergyPerBit>(rateCappedReset)))])
      expect(kindOf(total(a, any<EnergyPerBit>(same)))).toBe('double count')
    expect(E.isRight(total(a, right(onProcess('b', a))))).toBe(true)
  })

  test('keeps the reversible and the irreversible part of what it names apart', () => {
    const [one, other] = [right(onProcess('a', landauer)), right(onProcess('a', speedLimitPerBit))]
    expect(E.isRight(total(one, other))).toBe(true)
    // The irreversible part of any process is no reversible part of another.
    expect(E.isRight(total(one, speedLimitPerBit))).toBe(true)
    const whole = right(onProcess('a', right(total(landauer, speedLimitPerBit))))
    expect(whole.processes).toEqual(['erasure/reversible (a)', 'erasure/irreversible (a)'])
  })

  test('names a bound of which no process is known', () => {
    const overhead = right(onProcess('overhead', fixed))
    expect(overhead.processes).toEqual(['overhead (overhead)'])
    expect(E.isRight(total(overhead, bound('a', 1)))).toBe(true)
    expect(kindOf(total(overhead, overhead))).toBe('double count')
  })

  const blank = 'has blanks around it, or around a slash, or nothing there'
  test.each([
    ['', 'is empty'],
    [' ', `${blank}: " "`],
    ['a ', `${blank}: "a "`],
    ['\u00a0a', `${blank}: "\u00a0a"`],
    ['a/ b', `${blank}: "a/ b"`],
    ['a/', `${blank}: "a/"`],
    ['a\n', 'has characters that cannot be seen: "a\\n"'],
    ['a\u200bb', 'has characters that cannot be seen: "a\u200bb"'],
    ['a (b)', 'has parentheses: "a (b)"'],
    [undefined as unknown as string, 'is no text'],
    [7 as unknown as string, 'is no text']
  ])('refuses the name %p, and a model with such a process is not composed', (name, why) => {
    const refused = { kind: 'name', message: `the name of a process of landauer ${why}` }
    expect(left(onProcess(name, landauer))).toMatchObject(refused)
    // "a (b)" is a process a of the name b.
    if (name === 'a (b)') return
    for (const compose of [total, tightest, cheapest])
      expect(kindOf(compose(bound(name, 1), bound('a', 1)))).toBe('name')
    if (typeof name === 'string')
      expect(kindOf(total(bound('c', 1), bound(`erasure (${name})`, 1)))).toBe('name')
  })

  test('has the errors of the bound', () => {
    const drive = right(onProcess('p', driveForSpeed))
    const { problems } = left(
      drive({ temperature: kelvin(0), updateRate: hertz(1), barrier: joules(0), attemptRate: hertz(1) })
    )
    expect(problems.map(({ inputs }) => inputs)).toEqual([['temperature']])
  })
})

test('a bound of which no process is known is refused, and how to name one is said', () => {
  for (const compose of [total, tightest, cheapest])
    for (const [a, b] of [
      [fixed, fixed],
      [fixed, bound('a', 1)],
      [bound('a', 1), fixed],
      [fixed, nothing]
    ] as const)
      expect(left(compose(a, b))).toMatchObject({
        kind: 'no process',
        message: "fixed bounds no process: name one, onProcess('overhead', fixed)"
      })
})

describe('nothing', () => {
  test('is 0 J, without inputs, and asks for nothing', () => {
    expect([nothing.symbol, nothing.constraint, nothing.conditions]).toEqual(['0', '', []])
    expect(right(nothing({})).exact.isZero()).toBe(true)
    expect([nothing.unit.symbol, nothing.processes, nothing.tier]).toEqual(['J', [], 'theorem'])
  })

  test('added is not seen', () => {
    fc.assert(
      fc.property(compositionsOf(bounds), (a) => {
        expect(right(total(a, nothing))).toBe(a)
        expect(right(total(nothing, a))).toBe(a)
      })
    )
  })
})

test('a reset within 10 ns is bounded by what its time asks, in J/bit', () => {
  const of = {
    temperature: room,
    errorProbability: 0.01,
    attemptRate: gigahertz(1),
    duration: nanoseconds(10)
  }
  const reset = right(tightest(rateCappedReset, landauer))
  expect(reset.processes).toEqual(['erasure', 'erasure/reversible'])
  expect(right(reset(of)).exact.eq(right(rateCappedReset(of)).exact)).toBe(true)
})
