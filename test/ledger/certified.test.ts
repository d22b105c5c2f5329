/** Certified ledgers: joules that enclose, between 22.9678 and 22.9679 µJ at the floor of the brain-scale system. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { claimOf, type Tier } from '../../src/formula/model'
import { certifiedEstimate, estimate, type CertifiedLedger, type Ledger } from '../../src/ledger/estimate'
import type { Scenario } from '../../src/ledger/scenario'
import type { ModelError } from '../../src/reading/error'
import { decimalsOf } from '../../src/units/decimal'
import { between, enclosure, plusMinus, type Certainty, type Enclosure } from '../../src/units/enclosure'
import type { Quantity } from '../../src/units/quantity'
import {
  flops,
  gigahertz,
  hours,
  kelvin,
  macs,
  macsPerConversion,
  nanoseconds,
  one,
  parameters,
  seconds,
  tokens,
  updates,
  years
} from '../../src/units/si'
import type { Operations } from '../../src/workload/known'
import {
  boxes,
  cornersOf,
  encloses,
  endsIn,
  namedFigures,
  placesIn,
  pointOf,
  relativeWidth,
  replaced,
  valueAt,
  type Figure
} from './figures'
import { errorOf, left, references, right, scenarioNamed, scenarioOf, type Reference } from './reference'
import { changed, scenarios } from './scenarios'

const brain = scenarioNamed('brain-scale')
const gpt3 = scenarioNamed('gpt-3')

const certified = (scenario: Scenario<Certainty>, digits?: number): CertifiedLedger =>
  right(certifiedEstimate(scenario, digits === undefined ? {} : { digits }))

const paradigmIn = ({ paradigms }: CertifiedLedger, name: string) =>
  paradigms.find((paradigm) => paradigm.name === name)!

/** A scenario with a value that is uncertain. */
const with_ = (pointer: string, value: Enclosure<unknown>, scenario: Scenario = brain) =>
  replaced<Scenario<Certainty>>(scenario, [[pointer, value]])

/** Of a temperature that is known to a factor of three. */
const warm = with_('/design/temperature', between(kelvin(100), kelvin(300)))
const warmLedger = certified(warm)

test('every figure of a certified ledger is an enclosure of the dimension that it has in the exact one', () => {
  const exact = namedFigures(right(estimate(brain)))
  const enclosed = namedFigures(certified(brain))
  expect(Object.keys(enclosed)).toEqual(Object.keys(exact))
  expect(Object.keys(enclosed)).toHaveLength(3 + 6 + 25)
  for (const [name, figure] of Object.entries(enclosed)) {
    expect([name, 'lower' in figure]).toEqual([name, true])
    expect([name, figure.dimension.name]).toEqual([name, exact[name]!.dimension.name])
  }
})

describe.each(references)('the certified reference ledger %s', (name, reference) => {
  const scenario = scenarioOf(name, reference)
  // The references have 40 digits.
  const Wide = decimalsOf(60)
  const unsure = '1e-39'
  const expected = figuresOfReference(reference)

  test.each([undefined, 1, 5, 50])('encloses every figure, with %p digits', (digits) => {
    const figures = namedFigures(certified(scenario, digits))
    expect(Object.keys(figures).sort()).toEqual(Object.keys(expected).sort())
    for (const [figure, value] of Object.entries(expected)) {
      const [lower, upper] = endsIn(figures[figure]!)
      const known = new Wide(value)
      const isEnclosed =
        (digits ?? 34) <= 34
          ? lower.lte(known) && upper.gte(known)
          : lower.lte(known.times(new Wide(1).plus(unsure))) &&
            upper.gte(known.times(new Wide(1).minus(unsure)))
      expect([figure, isEnclosed]).toEqual([figure, true])
    }
  })

  test.each([
    [undefined, 1e-25],
    [50, 1e-45]
  ])('is narrow: with %p digits, no wider than %p of each figure', (digits, width) => {
    for (const [figure, of] of Object.entries(namedFigures(certified(scenario, digits))))
      expect([figure, relativeWidth(of) <= width]).toEqual([figure, true])
  })

  test.each([1, 5, 50])(
    'has ends of at most %i digits, no more than two units of the last apart',
    (digits) => {
      for (const [figure, of] of Object.entries(namedFigures(certified(scenario, digits)))) {
        for (const end of endsIn(of)) expect([figure, end.precision() <= digits]).toEqual([figure, true])
        expect([figure, relativeWidth(of) <= 2 * 10 ** (1 - digits)]).toEqual([figure, true])
      }
    }
  )
})

/** The figures of a reference, by the names that `namedFigures` gives them. */
function figuresOfReference({ inputs, intermediate, ledger }: Reference): Readonly<Record<string, string>> {
  return {
    ...{ updates: inputs['updates']!, macs: inputs['macs']!, flops: inputs['flops']! },
    ...intermediate,
    ...Object.fromEntries(
      Object.entries(ledger).flatMap(([paradigm, figures]) =>
        Object.entries(figures).map(([wall, value]) => [`${paradigm}.${wall}`, value] as const)
      )
    )
  }
}

test('a reference that is off by one part in 1e30 is not enclosed', () => {
  const { update } = references[0]![1].ledger.cim
  const figure = namedFigures(certified(brain))['cim.update']!
  const Wide = decimalsOf(60)
  expect(encloses(figure, update!)).toBe(true)
  for (const off of ['1.000000000000000000000000000001', '0.999999999999999999999999999999'])
    expect(encloses(figure, new Wide(update!).times(off))).toBe(false)
})

describe('from exact values', () => {
  test('every figure of a random scenario encloses the exact one', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(3, 17, 34), (scenario, digits) => {
        const exact = namedFigures(right(estimate(scenario, { digits: digits + 10 })))
        for (const [name, figure] of Object.entries(namedFigures(certified(scenario, digits))))
          expect([name, encloses(figure, endsIn(exact[name]!)[0])]).toEqual([name, true])
      }),
      { numRuns: 25 }
    )
  })

  test('a ledger has the tiers, claims, constraints, sources and counts that the exact one has', () => {
    const told = ({ paradigms, counts }: Ledger | CertifiedLedger) => [
      counts.derived,
      (paradigms as CertifiedLedger['paradigms']).map(({ name, description, walls, total }) => [
        name,
        description,
        Object.values({ ...walls, total }).map(({ tier, claim, constraint, sources }) => [
          tier,
          claim,
          constraint,
          sources
        ])
      ])
    ]
    for (const [name] of references) {
      const scenario = scenarioNamed(name)
      expect(told(certified(scenario))).toEqual(told(right(estimate(scenario))))
    }
  })

  test('of wrong inputs there is no ledger, and outside its domain no row, for the reasons that the exact one has', () => {
    const wrong = [
      changed(brain, { workload: { duration: seconds(1) }, design: { technology: { reuse: one(0) } } }),
      changed(brain, { design: { temperature: kelvin(-4), errorProbability: one('0.7') } }),
      changed(brain, { workload: { operations: { law: 'training', tokens: tokens(0) } } }),
      changed(brain, { workload: { parameters: parameters(NaN) } })
    ]
    const blamed = ({ problems }: Pick<ModelError, 'problems'>) =>
      problems.map(({ kind, model, inputs }) => ({ kind, model, inputs }))
    for (const scenario of wrong)
      expect(blamed(left(certifiedEstimate(scenario)) as ModelError)).toEqual(
        blamed(left(estimate(scenario)) as ModelError)
      )
    const outsideOf = ({ outside }: Ledger | CertifiedLedger) =>
      outside.map(({ name, description, problems }) => [name, description, blamed({ problems })])
    for (const scenario of [
      changed(brain, { workload: { duration: seconds(1) } }),
      changed(brain, { workload: { updates: updates('1.5e15') } }),
      changed(brain, { design: { memory: { writeTime: nanoseconds(1) } } })
    ]) {
      const exact = right(estimate(scenario))
      expect(exact.outside.length).toBeGreaterThan(0)
      expect(outsideOf(certified(scenario))).toEqual(outsideOf(exact))
    }
  })

  test.each([0, 401, -1, 2.5, NaN])('%p is no number of digits', (digits) => {
    expect(left(certifiedEstimate(brain, { digits })).message).toMatch(
      /^ledger: digits should be a whole number from 1 to 400, got /
    )
  })
})

describe('from uncertain values', () => {
  test('figures enclose the exact ones at the corners and in a box, in the order of their paradigms', () => {
    const found = { ledgers: 0, valued: 0 }
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(boxes, shares, (box, share) => {
        const ledger = certifiedEstimate(box.scenario)
        // With more digits than the enclosures have, so that rounding to the nearest moves none out.
        const exactly = (scenario: Scenario) => estimate(scenario, { digits: 44 })
        const corners = cornersOf(box).map(exactly)
        if (corners.every(E.isRight)) found.valued++
        if (E.isLeft(ledger)) return
        found.ledgers++
        const figures = namedFigures(ledger.right)
        for (const exact of [...corners, exactly(pointOf(box, share))].map((each) =>
          namedFigures(right(each))
        ))
          // A row that has a value for all of the box has one at each of its points.
          for (const [name, figure] of Object.entries(figures))
            expect([name, encloses(figure, endsIn(exact[name]!)[0])]).toEqual([name, true])
        for (const end of ['lower', 'upper'] as const) {
          const [recovered, dissipated] = ['limRecovered', 'limDissipated'].map(
            (name) => figures[`${name}.total`] as Enclosure<unknown> | undefined
          )
          if (recovered !== undefined && dissipated !== undefined)
            expect(recovered[end].exact.lte(dissipated[end].exact)).toBe(true)
        }
      }),
      { numRuns: 16 }
    )
    // Where every corner has a ledger there is one, and where one has none there is none.
    expect(found.ledgers).toBe(found.valued)
    expect(found.valued).toBeGreaterThan(4)
  })

  test('learning-in-memory has a row where the least duration is enough for all updates, and none where it is not', () => {
    const needed = (0.99 * 6e13) / 1e9 // (1 − ε) n/f₀ of the brain-scale system
    const outsideOf = (from: number) =>
      certified(with_('/workload/duration', between(seconds(from), years(1)))).outside.map(
        ({ name, problems }) => [name, problems.map(({ model }) => model)]
      )
    const short = ['bitFlip', ['optimalReset']]
    expect(outsideOf(needed * 1.000001)).toEqual([short])
    expect(outsideOf(needed * 0.999999)).toEqual([
      short,
      ['limRecovered', ['meanMatchedBarrier']],
      ['limDissipated', ['meanMatchedBarrier']]
    ])
  })

  test('walls that share a temperature do not sum to more than the total encloses', () => {
    const { walls, total } = paradigmIn(warmLedger, 'cim')
    for (const end of ['lower', 'upper'] as const) {
      const sum = [walls!.memory, walls!.update, walls!.consolidation].reduce(
        (sum, { energy }) => sum.plus(energy[end].exact),
        new (decimalsOf(60))(0)
      )
      expect(errorOf(total.energy[end].exact, sum)).toBeLessThan(1e-30)
    }
  })

  test('an energy that is proportional to a value has ends that are', () => {
    for (const name of ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim']) {
      const [lower, upper] = endsIn(paradigmIn(warmLedger, name).total.energy)
      expect(errorOf(lower.times(3), upper)).toBeLessThan(1e-30)
    }
    for (const name of ['vonNeumann', 'accelerator'])
      expect(relativeWidth(paradigmIn(warmLedger, name).total.energy)).toBeLessThan(1e-30)
  })

  test('the ends are taken where a figure rises or falls: a faster memory has a lower floor for a bit an update, and higher barriers', () => {
    const [slow, fast] = [gigahertz(1), gigahertz(10)].map((attemptRate) =>
      namedFigures(right(estimate(changed(brain, { design: { memory: { attemptRate } } }))))
    )
    const enclosed = namedFigures(
      certified(with_('/design/memory/attemptRate', between(gigahertz(1), gigahertz(10))))
    )
    const isTight = (name: string, from: Figure, to: Figure): boolean =>
      errorOf(endsIn(enclosed[name]!)[0], endsIn(from)[0]) < 1e-28 &&
      errorOf(endsIn(enclosed[name]!)[1], endsIn(to)[0]) < 1e-28
    expect(isTight('bitFlip.update', fast!['bitFlip.update']!, slow!['bitFlip.update']!)).toBe(true)
    expect(
      isTight('limDissipated.update', slow!['limDissipated.update']!, fast!['limDissipated.update']!)
    ).toBe(true)
    expect(isTight('retentionBarrier', slow!['retentionBarrier']!, fast!['retentionBarrier']!)).toBe(true)
  })

  test('a measured shape may be uncertain, and is passed on as it is', () => {
    const shape = between(0.25, 0.75)
    const meanStep = one('0.02')
    const scenario = { ...brain, workload: { ...brain.workload, convergence: { meanStep, shape } } }
    const ledger = certified(scenario)
    expect(endsIn(ledger.intermediates['shape']!).map(String)).toEqual(['0.25', '0.75'])
    const at = (of: number) =>
      right(
        estimate(changed(brain, { workload: { convergence: { meanStep, shape: one(of) } } }))
      ).paradigms.find(({ name }) => name === 'limDissipated')!.total.energy.exact
    const [lower, upper] = endsIn(paradigmIn(ledger, 'limDissipated').total.energy)
    expect(errorOf(lower, at(0.25))).toBeLessThan(1e-30)
    expect(errorOf(upper, at(0.75))).toBeLessThan(1e-30)
  })

  test('all values may be uncertain at once', () => {
    const roomy = changed(brain, {
      workload: { duration: years(3), convergence: 'exponential' },
      design: { technology: { reuse: one(2) } }
    })
    const all = placesIn(roomy).map((pointer) => {
      const { dimension, exact } = valueAt(roomy, pointer) as Quantity<unknown>
      return [pointer, enclosure(dimension, exact.times('0.999'), exact.times('1.001'))] as const
    })
    expect(all).toHaveLength(22)
    const figures = namedFigures(certified(replaced<Scenario<Certainty>>(roomy, all)))
    for (const [name, value] of Object.entries(namedFigures(right(estimate(roomy)))))
      expect([name, encloses(figures[name]!, endsIn(value)[0])]).toEqual([name, true])
    expect(relativeWidth(figures['limDissipated.total']!)).toBeLessThan(0.01)
  })

  test('keep the scenario, its uncertain values as they were given', () => {
    expect(warmLedger.scenario).toBe(warm)
    expect(endsIn(warmLedger.inputs['temperature'] as Figure).map(String)).toEqual(['100', '300'])
  })
})

describe('what is uncertain is followed through a law', () => {
  const lawful = (operations: Operations<Certainty>, of: Scenario<Certainty>['workload']['parameters']) => {
    const { macs: _, ...workload } = brain.workload
    return certified({
      ...brain,
      workload: {
        ...workload,
        parameters: of,
        convergence: 'exponential',
        duration: years(10),
        operations,
        updates: 'one per flop'
      }
    })
  }

  test('parameters through the compute-optimal law: counts grow as N², updates per parameter and the floor as N', () => {
    const N = between(parameters(1e9), parameters(2e9))
    const { counts, intermediates, paradigms } = lawful({ law: 'computeOptimal' }, N)
    expect(endsIn(counts.flops).map(String)).toEqual(['120000000000000000000', '480000000000000000000'])
    expect(endsIn(counts.updates)).toEqual(endsIn(counts.flops))
    expect(endsIn(counts.macs).map(String)).toEqual(['60000000000000000000', '240000000000000000000'])
    expect(endsIn(intermediates['updatesPerParameter']!).map(Number)).toEqual([1.2e11, 2.4e11])
    const [lower, upper] = endsIn(paradigms[0]!.total.energy)
    expect(errorOf(upper.div(lower), '2')).toBeLessThan(1e-30)
    const at = (of: number) =>
      endsIn(lawful({ law: 'computeOptimal' }, parameters(of)).paradigms[0]!.total.energy)
    expect(errorOf(lower, at(1e9)[0])).toBeLessThan(1e-30)
    expect(errorOf(upper, at(2e9)[1])).toBeLessThan(1e-30)
  })

  test('tokens through the law of training: 6 N D at both ends', () => {
    const law = { law: 'training', tokens: between(tokens(1e11), tokens(3e11)) } as const
    expect(endsIn(lawful(law, parameters(1e9)).counts.flops).map(Number)).toEqual([6e20, 1.8e21])
  })

  test('the exponent of a power law: what matters most in the estimate', () => {
    const law = {
      law: 'powerLaw',
      anchorParameters: parameters(1e11),
      anchorFlops: flops(3e23),
      exponent: between(1.2, 1.3)
    } as const
    const ledger = lawful(law, parameters(1e15))
    const [lower, upper] = endsIn(ledger.counts.flops).map(Number)
    expect(lower! / (3e23 * 1e4 ** 1.2)).toBeCloseTo(1, 12)
    expect(upper! / (3e23 * 1e4 ** 1.3)).toBeCloseTo(1, 12)
    const [least, most] = endsIn(paradigmIn(ledger, 'accelerator').total.energy)
    expect(most.div(least).toNumber()).toBeCloseTo(10 ** 0.4, 2)
  })

  test('updates, macs and flops that are given, each on its own', () => {
    const scenario: Scenario<Certainty> = {
      ...brain,
      workload: {
        ...brain.workload,
        updates: between(updates(5e28), updates(6e28)),
        macs: between(macs(1e28), macs(2e28)),
        operations: { law: 'given', flops: between(flops(3e28), flops(4e28)) }
      }
    }
    const { counts, paradigms } = certified(scenario)
    expect([counts.updates, counts.macs, counts.flops].map((each) => endsIn(each).map(Number))).toEqual([
      [5e28, 6e28],
      [1e28, 2e28],
      [3e28, 4e28]
    ])
    const accelerator = endsIn(paradigms.at(-1)!.total.energy)
    expect(accelerator.map(Number)).toEqual([2.124e16, 2.832e16])
  })
})

describe('a certified ledger is refused', () => {
  const problemsOf = (scenario: Scenario<Certainty>) =>
    (left(certifiedEstimate(scenario)) as ModelError).problems

  test.each<readonly [string, string, Enclosure<unknown>, RegExp]>([
    [
      'reaches beyond a range',
      '/design/temperature',
      between(kelvin(0), kelvin(300)),
      /not surely inside \(0, ∞\)/
    ],
    ['reaches above a range', '/design/errorProbability', between(0.4, 0.6), /not surely inside \(0, ½\]/],
    ['lies outside a range', '/design/errorProbability', between(0.6, 0.7), /is outside \(0, ½\]/],
    [
      'touches an end that is left out',
      '/design/readout/rows',
      between(macsPerConversion(0), macsPerConversion(9)),
      /not surely inside \(0, ∞\)/
    ],
    [
      'has its larger end first',
      '/design/temperature',
      between(kelvin(302), kelvin(298)),
      /an interval with its lower end first/
    ],
    [
      'is of another dimension',
      '/workload/duration',
      between(kelvin(1), kelvin(2)),
      /duration should be a time/
    ]
  ])('where a value %s', (_, pointer, value, message) => {
    const problems = problemsOf(with_(pointer, value))
    expect(problems).toHaveLength(1)
    expect(problems[0]!.inputs).toEqual([pointer.split('/').at(-1)])
    expect(problems[0]!.message).toMatch(message)
  })

  test('row by row, where values together may leave the domain: more updates than attempts', () => {
    const { outside } = certified(with_('/workload/duration', between(hours(1), years(1))))
    expect(outside.map(({ name }) => name)).toEqual(['bitFlip', 'limRecovered', 'limDissipated'])
    const [problem] = outside[1]!.problems
    expect(problem!.model).toBe('meanMatchedBarrier')
    expect([...problem!.inputs].sort()).toEqual([
      ...['attemptRate', 'duration', 'errorProbability', 'hopsPerUpdate', 'parameters', 'updates']
    ])
    expect(problem!.message).toContain('which does not settle it')
    // At one of its ends they have values.
    expect(certified(brain).outside).toEqual([])
  })

  test('by estimate, which says what takes it', () => {
    const scenario = with_('/design/temperature', plusMinus(kelvin(300), kelvin(2))) as Scenario
    expect(left(estimate(scenario)).message).toBe(
      'ledger: temperature should be one value (certify takes what is uncertain), got [298.0, 302.0] K'
    )
  })
})

describe('decades above the floor', () => {
  test('are enclosed, between float64 that enclose too', () => {
    const exact = right(estimate(brain)).paradigms
    for (const [at, { name, decadesAboveFloor }] of certified(brain).paradigms.entries()) {
      const { lower, upper } = decadesAboveFloor!
      expect([
        name,
        lower.value <= exact[at]!.decadesAboveFloor!,
        upper.value >= exact[at]!.decadesAboveFloor!
      ]).toEqual([name, true, true])
      expect(upper.value - lower.value).toBeLessThan(2e-6)
      expect(lower.exact.lte(upper.exact)).toBe(true)
    }
  })

  test('enclose those of every temperature, and are narrower than the quotient of totals that share it', () => {
    for (const temperature of [100, 171, 300]) {
      const exact = right(estimate(changed(brain, { design: { temperature: kelvin(temperature) } })))
      exact.paradigms.forEach(({ decadesAboveFloor }, at) => {
        const { lower, upper } = warmLedger.paradigms[at]!.decadesAboveFloor!
        expect(lower.value <= decadesAboveFloor! && upper.value >= decadesAboveFloor!).toBe(true)
      })
    }
    // Totals and floor are proportional to it: ends of one over the other's are 9 times apart.
    for (const name of ['bitFlip', 'limRecovered', 'limDissipated', 'cim']) {
      const { lower, upper } = paradigmIn(warmLedger, name).decadesAboveFloor!
      expect(upper.value - lower.value).toBeLessThan(Math.log10(9) / 10)
    }
  })

  test('of the floor are none, however uncertain it is', () => {
    const [floor] = warmLedger.paradigms
    expect(floor!.name).toBe('floor')
    expect(relativeWidth(floor!.total.energy)).toBeGreaterThan(0.5)
    expect(endsIn(floor!.decadesAboveFloor!).map(Number)).toEqual([0, 0])
  })

  test('are not known where the floor may be 0 J, or what stands above it', () => {
    const coin = certified(with_('/design/solutionErrorProbability', between(0.4, 0.5)))
    expect(endsIn(coin.paradigms[0]!.total.energy)[0].toString()).toBe('0')
    for (const { decadesAboveFloor } of coin.paradigms) expect(decadesAboveFloor).toBeNull()
    const idle: Scenario<Certainty> = {
      ...brain,
      workload: {
        ...brain.workload,
        operations: { law: 'given', flops: between(flops(0), flops(1e28)) }
      }
    }
    expect(certified(idle).paradigms.map(({ decadesAboveFloor }) => decadesAboveFloor === null)).toEqual([
      ...[false, false, false, false, false, false],
      true
    ])
  })
})

describe('a ledger whose counts come from a law has the tier of the law where that is weaker', () => {
  const { macs: _, ...workload } = gpt3.workload
  const tiersBy = (operations: Operations, updated: Scenario['workload']['updates'] = 'one per flop') => {
    const ledger = right(
      estimate({ ...gpt3, workload: { ...workload, duration: years(10), operations, updates: updated } })
    )
    for (const { walls, total } of ledger.paradigms)
      for (const { tier, claim } of Object.values({ ...walls, total })) expect(claim).toBe(claimOf(tier))
    return ledger.paradigms.map(({ walls, total }): readonly (Tier | undefined)[] => [
      walls?.memory.tier,
      walls?.update.tier,
      walls?.consolidation.tier,
      total.tier
    ])
  }
  const throughAnchor: Operations = {
    law: 'powerLaw',
    anchorParameters: parameters(1e10),
    anchorFlops: flops(1e22),
    exponent: one('1.25')
  }

  const given = [
    ['theorem', 'theorem', 'theorem', 'theorem'],
    ['theorem', 'theorem', 'theorem', 'theorem'],
    ['theorem', 'model', 'model', 'model'],
    ['theorem', 'model', 'model', 'model'],
    ['circuit', 'model', 'model', 'model'],
    ['empirical', 'empirical', 'empirical', 'empirical'],
    [undefined, undefined, undefined, 'empirical']
  ]
  const byModel = [
    ['theorem', 'theorem', 'theorem', 'theorem'],
    ['theorem', 'model', 'theorem', 'model'],
    ['model', 'model', 'model', 'model'],
    ['model', 'model', 'model', 'model'],
    ['model', 'model', 'model', 'model'],
    ...given.slice(5)
  ]

  test('that are given leave the floor a theorem', () => {
    expect(tiersBy({ law: 'given', flops: flops(3e23) })).toEqual(given)
  })

  test.each<readonly [string, Operations]>([
    ['a power law', throughAnchor],
    ['compute-optimal training', { law: 'computeOptimal' }],
    ['training', { law: 'training', tokens: tokens(3e11) }]
  ])(
    'by %s: a bit for each update is a model, and so are reads; the floor counts neither',
    (_, operations) => {
      expect(tiersBy(operations)).toEqual(byModel)
    }
  )

  test('but updates that are given do not rest on it, and nor does a bit for each of them', () => {
    const tiers = tiersBy(throughAnchor, updates(3e23))
    expect(tiers[1]).toEqual(['theorem', 'theorem', 'theorem', 'theorem'])
    expect(tiers[2]).toEqual(['model', 'model', 'model', 'model'])
  })

  test('and cites its sources beside those of the bound', () => {
    const { paradigms } = right(
      estimate({
        ...gpt3,
        workload: { ...workload, duration: years(10), operations: throughAnchor, updates: 'one per flop' }
      })
    )
    const cited = (of: (typeof paradigms)[number]) =>
      of.total.sources.map(({ citation }) => citation).join('\n')
    const [floor, ...counting] = paradigms
    for (const paradigm of counting) expect(cited(paradigm)).toContain('Epoch AI')
    expect(cited(floor!)).toContain('Landauer')
    expect(cited(floor!)).not.toContain('Epoch AI')
    expect(right(estimate(gpt3)).paradigms.map(cited).join('\n')).not.toContain('Epoch AI')
  })
})
