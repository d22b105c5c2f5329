/** The ledger of a workload: joules, and for the brain-scale system 158.57 MJ at the floor. */
import fc from 'fast-check'
import { estimate, type LedgerEntry } from '../../src/ledger/estimate'
import type { Scenario } from '../../src/ledger/scenario'
import { claimOf } from '../../src/formula/model'
import type { ModelError } from '../../src/reading/error'
import { Working } from '../../src/units/decimal'
import { multiply } from '../../src/units/quantity'
import {
  bits,
  flops,
  hertz,
  kelvin,
  macs,
  microseconds,
  nanoseconds,
  one,
  parameters,
  seconds,
  tokens,
  updates,
  years
} from '../../src/units/si'
import {
  errorOf,
  figuresOf,
  left,
  paradigmOf,
  referenceNamed,
  references,
  right,
  scenarioNamed,
  scenarioOf,
  worstError
} from './reference'
import { changed, scenarios } from './scenarios'

const brain = scenarioNamed('brain-scale')

const updateOf = (scenario: Scenario, name: 'floor' | 'limRecovered' | 'limDissipated' | 'cim') =>
  paradigmOf(right(estimate(scenario)), name).walls!.update.energy

const totalsOf = (scenario: Scenario) =>
  Object.fromEntries(right(estimate(scenario)).paradigms.map(({ name, total }) => [name, total.energy.exact]))

test('every figure of a ledger is an energy', () => {
  const { paradigms } = right(estimate(brain))
  const names = paradigms.flatMap(({ walls, total }) =>
    Object.values({ ...walls, total }).map(({ energy }) => energy.dimension.name)
  )
  expect(new Set(names)).toEqual(new Set(['energy']))
  expect(names).toHaveLength(21)
})

test('a brain-scale system learns in 1e8 to 1e10 J at the floor and in memory, in 4.2e16 J on an accelerator', () => {
  const totals = totalsOf(brain)
  expect(totals['floor']!.toNumber()).toBeCloseTo(1.5857e8, -5)
  expect(totals['limRecovered']!.toNumber()).toBeCloseTo(1.1245e9, -6)
  expect(totals['accelerator']!.toNumber()).toBe(4.248e16)
})

describe.each(references)('the reference ledger %s', (name, reference) => {
  const scenario = scenarioOf(name, reference)

  test('has the paradigms and walls of the ledger, and no others', () => {
    const shapeOf = (ledger: Readonly<Record<string, object>>) =>
      Object.entries(ledger).map(([paradigm, figures]) => [paradigm, Object.keys(figures)])
    expect(shapeOf(figuresOf(right(estimate(scenario))))).toEqual(shapeOf(reference.ledger))
  })

  test('agrees entry by entry and intermediate by intermediate to 1e-30', () => {
    expect(worstError(right(estimate(scenario)), reference)).toBeLessThan(1e-30)
  })

  test('agrees to 1e-38 where 40 digits are asked for', () => {
    expect(worstError(right(estimate(scenario, { digits: 40 })), reference)).toBeLessThan(1e-38)
  })

  test('has no intermediate but those of the reference', () => {
    expect(Object.keys(right(estimate(scenario)).intermediates)).toEqual(Object.keys(reference.intermediate))
  })

  test('keeps the scenario and its counts', () => {
    const ledger = right(estimate(scenario))
    expect(ledger.scenario).toBe(scenario)
    expect(ledger.counts.flops.exact.toString()).toBe(new Working(reference.inputs['flops']!).toString())
    expect(ledger.counts.derived).toEqual({})
  })
})

test('a reference that is off by one part in 1e12 is noticed', () => {
  const reference = referenceNamed('lenet-5')
  const off = new Working(reference.ledger.cim.update!).times('1.000000000001').toString()
  const other = {
    ...reference,
    ledger: { ...reference.ledger, cim: { ...reference.ledger.cim, update: off } }
  }
  expect(worstError(right(estimate(scenarioNamed('lenet-5'))), other)).toBeGreaterThan(9e-13)
})

describe('paradigms', () => {
  const ledger = right(estimate(brain))

  test('stand from the floor to hardware of today', () => {
    expect(ledger.paradigms.map(({ name }) => name)).toEqual([
      'floor',
      'limRecovered',
      'limDissipated',
      'cim',
      'vonNeumann',
      'accelerator'
    ])
  })

  test.each([
    ['floor', 'theorem', 'lower bound'],
    ['limRecovered', 'model', 'lower bound'],
    ['limDissipated', 'model', 'lower bound'],
    ['cim', 'circuit', 'lower bound'],
    ['vonNeumann', 'empirical', 'estimate'],
    ['accelerator', 'empirical', 'estimate']
  ] as const)('%s is of tier %s and thus claimed as %s', (name, tier, claim) => {
    const { total } = paradigmOf(ledger, name)
    expect({ tier: total.tier, claim: total.claim }).toEqual({ tier, claim })
  })

  test.each([
    ['floor', 'theorem', 'theorem', 'theorem'],
    ['limRecovered', 'theorem', 'model', 'theorem'],
    ['limDissipated', 'theorem', 'model', 'theorem'],
    ['cim', 'circuit', 'model', 'model'],
    ['vonNeumann', 'empirical', 'empirical', 'empirical']
  ] as const)(
    'the walls of %s have tiers of their own: %s, %s, %s',
    (name, memory, update, consolidation) => {
      const walls = paradigmOf(ledger, name).walls!
      expect([walls.memory.tier, walls.update.tier, walls.consolidation.tier]).toEqual([
        memory,
        update,
        consolidation
      ])
    }
  )

  test('an entry is an estimate where it rests on an empirical cost, else a lower bound', () => {
    for (const { walls, total } of ledger.paradigms)
      for (const { claim, tier, model } of Object.values<LedgerEntry>({ ...walls, total })) {
        expect(claim).toBe(claimOf(tier))
        expect(model.tier).toBe(tier)
      }
  })

  test('only the accelerator is known by its total alone', () => {
    expect(ledger.paradigms.filter(({ walls }) => walls === undefined).map(({ name }) => name)).toEqual([
      'accelerator'
    ])
  })

  test('every entry names the constraint that makes it positive, or why it is none', () => {
    for (const { walls, total } of ledger.paradigms)
      for (const { constraint } of Object.values<LedgerEntry>({ ...walls, total }))
        expect(constraint).toMatch(/\w+ \w+/)
  })

  test.each(['floor', 'limRecovered', 'limDissipated', 'cim'] as const)(
    'every energy that %s pays has a source, and its total has the sources of its walls',
    (name) => {
      const { walls, total } = paradigmOf(ledger, name)
      const paid = Object.values(walls!).filter(({ energy }) => !energy.exact.isZero())
      for (const { sources } of paid) {
        expect(sources.length).toBeGreaterThan(0)
        expect(total.sources).toEqual(expect.arrayContaining([...sources]))
      }
    }
  )

  test('the walls of each sum to its total', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        for (const { walls, total } of right(estimate(scenario)).paradigms)
          if (walls !== undefined) {
            const sum = walls.memory.energy.exact
              .plus(walls.update.energy.exact)
              .plus(walls.consolidation.energy.exact)
            expect(errorOf(total.energy.exact, sum)).toBeLessThan(1e-32)
          }
      }),
      { numRuns: 50 }
    )
  })

  test('decades are the logarithm of the total over the floor', () => {
    expect(ledger.paradigms.map(({ decadesAboveFloor }) => decadesAboveFloor)).toEqual(
      ledger.paradigms.map(({ total }): unknown =>
        expect.closeTo(Math.log10(total.energy.value / ledger.paradigms[0]!.total.energy.value), 12)
      )
    )
    expect(paradigmOf(ledger, 'floor').decadesAboveFloor).toBe(0)
    expect(paradigmOf(ledger, 'accelerator').decadesAboveFloor).toBeCloseTo(8.428, 3)
  })

  test('nothing is decades above a floor of 0 J, which a coin toss for an update has', () => {
    const { paradigms } = right(estimate(changed(brain, { design: { errorProbability: one('0.5') } })))
    expect(paradigms[0]!.total.energy.value).toBe(0)
    for (const { decadesAboveFloor } of paradigms) expect(decadesAboveFloor).toBeNull()
  })

  test('a total of 0 J is no decades from anything', () => {
    const idle = changed(brain, { workload: { operations: { law: 'given', flops: flops(0) } } })
    expect(paradigmOf(right(estimate(idle)), 'accelerator').decadesAboveFloor).toBeNull()
  })
})

describe('laws', () => {
  test('floor ≤ limRecovered ≤ limDissipated whenever n ≤ f₀τ', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { floor, limRecovered, limDissipated } = totalsOf(scenario)
        expect(floor!.lte(limRecovered!)).toBe(true)
        expect(limRecovered!.lte(limDissipated!)).toBe(true)
      })
    )
  })

  test('floor ≤ limRecovered ≤ limDissipated with n = f₀τ and no reads, where they are closest', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { updates: all, parameters: N } = scenario.workload
        const n = (all as ReturnType<typeof updates>).exact.div(N.exact)
        const duration = seconds(n.div(scenario.design.memory.attemptRate.exact).times('1.000000001'))
        const tight = changed(scenario, {
          workload: { duration, macs: macs(0), convergence: { shape: one(0) } }
        })
        const { floor, limRecovered, limDissipated } = totalsOf(tight)
        expect(floor!.lte(limRecovered!)).toBe(true)
        expect(limRecovered!.lte(limDissipated!)).toBe(true)
      }),
      { numRuns: 50 }
    )
  })

  test('every energy that physics sets is proportional to the temperature, and none that technology sets', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const temperature = kelvin(scenario.design.temperature.exact.times(3))
        const cool = totalsOf(scenario)
        const warm = totalsOf(changed(scenario, { design: { temperature: temperature } }))
        for (const name of ['floor', 'limRecovered', 'limDissipated', 'cim'])
          expect(errorOf(warm[name]!, cool[name]!.times(3))).toBeLessThan(1e-30)
        for (const name of ['vonNeumann', 'accelerator']) expect(warm[name]).toEqual(cool[name])
      }),
      { numRuns: 50 }
    )
  })

  test('an entry is proportional to its count: reads to macs, moves to transfers', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { macs: M, transfers: c } = scenario.workload
        const few = right(estimate(scenario))
        const many = right(
          estimate(
            changed(scenario, {
              workload: { macs: multiply(M!, one(7)), transfers: multiply(c, one(7)) }
            })
          )
        )
        for (const name of ['limRecovered', 'cim', 'vonNeumann'] as const) {
          const [before, after] = [paradigmOf(few, name).walls!, paradigmOf(many, name).walls!]
          expect(errorOf(after.memory.energy.exact, before.memory.energy.exact.times(7))).toBeLessThan(1e-30)
          expect(after.update.energy.exact).toEqual(before.update.energy.exact)
          expect(
            errorOf(after.consolidation.energy.exact, before.consolidation.energy.exact.times(7))
          ).toBeLessThan(1e-30)
        }
      }),
      { numRuns: 30 }
    )
  })

  test('consolidation in place is free, and so is a workload that consolidates nothing', () => {
    const { paradigms } = right(estimate(scenarioNamed('qp-cold')))
    for (const { walls } of paradigms) expect(walls?.consolidation.energy.value ?? 0).toBe(0)
    for (const name of ['floor', 'limRecovered', 'limDissipated'] as const)
      expect(paradigmOf(right(estimate(brain)), name).walls!.consolidation.energy.value).toBe(0)
  })
})

describe('a measured convergence', () => {
  const withShape = (shape: number | string): Scenario =>
    changed(brain, { workload: { convergence: { shape: one(shape) } } })

  test('of shape 1 costs what no annealing costs, and of shape ½ what linear convergence costs', () => {
    expect(figuresOf(right(estimate(withShape(1))))).toEqual(
      figuresOf(right(estimate(changed(brain, { workload: { convergence: 'constant' } }))))
    )
    expect(figuresOf(right(estimate(withShape('0.5'))))).toEqual(
      figuresOf(right(estimate(changed(brain, { workload: { convergence: 'exponential' } }))))
    )
  })

  test('is among the intermediates, as it was given', () => {
    expect(right(estimate(withShape('0.85'))).intermediates['shape']!.exact.toString()).toBe('0.85')
  })

  test('of a larger shape costs no less, and lies between shape 0 and no annealing', () => {
    const least = updateOf(withShape(0), 'limDissipated').exact
    const most = updateOf(changed(brain, { workload: { convergence: 'constant' } }), 'limDissipated').exact
    expect(least.lt(most)).toBe(true)
    const shape = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const [less, more] = [low, high].map((σ) => updateOf(withShape(σ), 'limDissipated').exact)
        expect(least.lte(less!) && less!.lte(more!) && more!.lte(most)).toBe(true)
        if (high - low > 1e-12) expect(less!.lt(more!)).toBe(true)
      }),
      { numRuns: 50 }
    )
  })

  test('changes nothing but what learning-in-memory pays for updates', () => {
    const [a, b] = [withShape(0), withShape(1)].map((scenario) => figuresOf(right(estimate(scenario))))
    const differing = Object.entries(a!).flatMap(([name, figures]) =>
      Object.entries(figures)
        .filter(([wall, figure]) => b![name]![wall as 'update'] !== figure)
        .map(([wall]) => `${name}.${wall}`)
    )
    expect(differing).toEqual(['limDissipated.update', 'limDissipated.total'])
  })
})

describe('outside its domain a ledger has no value', () => {
  const problemsOf = (scenario: Scenario) => {
    const error = left(estimate(scenario))
    expect(error).toMatchObject({ _tag: 'ModelError', model: 'ledger' })
    return (error as ModelError).problems.map(({ model, inputs, message }) => {
      expect(message.startsWith(`${model}: `)).toBe(true)
      return { model, inputs: [...inputs].sort() }
    })
  }

  test('more updates than attempts', () => {
    const late = changed(brain, { workload: { duration: seconds(1) } })
    expect(problemsOf(late)).toContainEqual({
      model: 'meanMatchedBarrier',
      inputs: ['attemptRate', 'duration', 'parameters', 'updates']
    })
    const { message } = left(estimate(late))
    expect(message).toContain('meanMatchedBarrier: requires U/N/τ ≤ f₀, found 6.000e13 > 1.000e9')
  })

  test('as many updates as attempts are just possible', () => {
    const duration = seconds('6e4') // n = 6e13, f₀ = 1 GHz
    expect(estimate(changed(brain, { workload: { duration } }))).toMatchObject({ _tag: 'Right' })
    expect(estimate(changed(brain, { workload: { duration: seconds('59999.99') } }))).toMatchObject({
      _tag: 'Left'
    })
  })

  test('a write too short for its reliability', () => {
    const hasty = changed(brain, { design: { memory: { writeTime: nanoseconds(1) } } })
    expect(problemsOf(hasty)).toEqual([
      { model: 'staticWrite', inputs: ['attemptRate', 'writeErrorProbability', 'writeTime'] }
    ])
    expect(left(estimate(hasty)).message).toBe('staticWrite: requires −ln p_w ≤ f₀ t_w, found 20.72 > 1.000')
  })

  test.each(['powerLaw', 'exponential'] as const)(
    'fewer than two updates per parameter, with %s steps',
    (law) => {
      const few = changed(brain, { workload: { updates: updates('1.5e15'), convergence: law } })
      expect(problemsOf(few)).toContainEqual({ model: `${law}Shape`, inputs: ['parameters', 'updates'] })
      expect(left(estimate(few)).message).toContain(`${law}Shape: updates = U/N = 1.500 is outside [2, ∞)`)
    }
  )

  test('but fewer than two updates per parameter are fine where steps do not shrink', () => {
    const few = changed(brain, { workload: { updates: updates('1.5e15'), convergence: 'constant' } })
    expect(estimate(few)).toMatchObject({ _tag: 'Right' })
  })

  test('a retention so short that no barrier is needed', () => {
    const fleeting = changed(brain, { design: { memory: { retentionTime: seconds('1e-40') } } })
    expect(problemsOf(fleeting)).toContainEqual({
      model: 'retentionBarrier',
      inputs: ['attemptRate', 'failureProbability', 'parameters', 'precision', 'retentionTime', 'temperature']
    })
  })

  test.each<readonly [string, Scenario, string, string]>([
    ['temperature', changed(brain, { design: { temperature: kelvin(0) } }), 'temperature', '(0, ∞)'],
    [
      'errorProbability',
      changed(brain, { design: { errorProbability: one('0.7') } }),
      'errorProbability',
      '(0, ½]'
    ],
    ['parameters', changed(brain, { workload: { parameters: parameters(-1) } }), 'parameters', '(0, ∞)'],
    ['updates', changed(brain, { workload: { updates: updates(0) } }), 'updates', '(0, ∞)'],
    ['precision', changed(brain, { workload: { precision: bits(0) } }), 'precision', '(0, ∞)'],
    ['macs', changed(brain, { workload: { macs: macs(-1) } }), 'macs', '[0, ∞)'],
    [
      'attemptRate',
      changed(brain, { design: { memory: { attemptRate: hertz(0) } } }),
      'attemptRate',
      '(0, ∞)'
    ],
    ['shape', changed(brain, { workload: { convergence: { shape: one('1.5') } } }), 'shape', '[0, 1]']
  ])('%s outside its range is named with its value and the range', (_, scenario, input, range) => {
    const { problems, message } = left(estimate(scenario)) as ModelError
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'range', inputs: [input], expected: range })
    )
    expect(message).toContain(`is outside ${range}`)
  })

  test.each([NaN, Infinity, -Infinity])('%p is no number of anything', (value) => {
    const { problems } = left(
      estimate(changed(brain, { workload: { parameters: parameters(value) } }))
    ) as ModelError
    expect(problems).toEqual([expect.objectContaining({ kind: 'number', inputs: ['parameters'] })])
  })

  test('several problems are all told, a line each', () => {
    const wrong = changed(brain, {
      workload: { precision: bits(-1) },
      design: { temperature: kelvin(-4), memory: { writeTime: microseconds(-1) } }
    })
    const { problems, message } = left(estimate(wrong)) as ModelError
    const blamed = problems.flatMap(({ inputs }) => inputs)
    expect(blamed).toEqual(expect.arrayContaining(['precision', 'temperature', 'writeTime']))
    expect(message.split('\n')).toHaveLength(problems.length)
  })

  test('a quantity of another dimension is refused, even past the compiler', () => {
    const wrong = changed(brain, { workload: { duration: kelvin(1) as never } })
    expect(left(estimate(wrong)).message).toMatch(
      /^ledger: duration should be a time .*got .* \(temperature\)$/
    )
  })

  test('a law of operations outside its domain is an error about its input', () => {
    const wrong = changed(brain, { workload: { operations: { law: 'training', tokens: tokens(0) } } })
    expect(left(estimate(wrong))).toMatchObject({
      _tag: 'ModelError',
      problems: [{ kind: 'range', model: 'flops', inputs: ['tokens'], found: '0' }]
    })
  })

  test.each([0, -1, 1.5, NaN, 1e9])('%p is no number of digits', (digits) => {
    expect(left(estimate(brain, { digits })).message).toContain('digits should be a whole number from 1 to')
  })
})

test('counts that follow from a law enter the ledger', () => {
  const { macs: _, ...workload } = brain.workload
  const scenario: Scenario = {
    ...brain,
    workload: {
      ...workload,
      duration: years(10),
      operations: { law: 'computeOptimal' },
      updates: 'one per flop'
    }
  }
  const ledger = right(estimate(scenario))
  const given = right(
    estimate(
      changed(scenario, {
        workload: {
          operations: { law: 'given', flops: flops('1.2e32') },
          macs: macs('6e31'),
          updates: updates('1.2e32')
        }
      })
    )
  )
  expect(Object.keys(ledger.counts.derived).sort()).toEqual(['flops', 'macs', 'updates'])
  expect(figuresOf(ledger)).toEqual(figuresOf(given))
})
