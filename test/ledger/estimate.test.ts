/** The ledger of a workload: joules, and for the brain-scale system 22.97 µJ at the floor. */
import fc from 'fast-check'
import { estimate, type Ledger, type LedgerEntry } from '../../src/ledger/estimate'
import type { Scenario } from '../../src/ledger/scenario'
import { claimOf, type Claim, type Tier } from '../../src/formula/model'
import type { ModelError } from '../../src/reading/error'
import { Working } from '../../src/units/decimal'
import { multiply } from '../../src/units/quantity'
import {
  bits,
  flops,
  hertz,
  kelvin,
  kT,
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

/** A law of every ledger is broken by nearly any, and each run makes new ones. */
const few = { numRuns: 25 }

const updateOf = (scenario: Scenario, name: 'limRecovered' | 'limDissipated') =>
  paradigmOf(right(estimate(scenario)), name).walls!.update.energy

const totalsOf = (scenario: Scenario) =>
  Object.fromEntries(right(estimate(scenario)).paradigms.map(({ name, total }) => [name, total.energy.exact]))

test('every figure of a ledger is an energy', () => {
  const { paradigms } = right(estimate(brain))
  const names = paradigms.flatMap(({ walls, total }) =>
    Object.values({ ...walls, total }).map(({ energy }) => energy.dimension.name)
  )
  expect(new Set(names)).toEqual(new Set(['energy']))
  expect(names).toHaveLength(6 * 4 + 1)
})

test('the solution of a brain-scale system asks for 23 µJ, a bit for each update for 159 MJ, an accelerator for 42 PJ', () => {
  const totals = totalsOf(brain)
  expect(totals['floor']!.toNumber()).toBeCloseTo(2.2968e-5, 9)
  expect(totals['bitFlip']!.toNumber()).toBeCloseTo(1.5904e8, -4)
  expect(totals['limRecovered']!.toNumber()).toBeCloseTo(7.9891e6, -2)
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

  test('stand from lower bounds over machines to hardware of today', () => {
    expect(ledger.paradigms.map(({ name }) => name)).toEqual([
      'floor',
      'bitFlip',
      'limRecovered',
      'limDissipated',
      'cim',
      'vonNeumann',
      'accelerator'
    ])
  })

  test.each([
    ['floor', 'theorem', 'lower bound'],
    ['bitFlip', 'theorem', 'lower bound'],
    ['limRecovered', 'model', 'cost of a machine'],
    ['limDissipated', 'model', 'cost of a machine'],
    ['cim', 'model', 'cost of a machine'],
    ['vonNeumann', 'empirical', 'estimate'],
    ['accelerator', 'empirical', 'estimate']
  ] as const)('%s is of tier %s and thus claimed as %s', (name, tier, claim) => {
    const { total } = paradigmOf(ledger, name)
    expect({ tier: total.tier, claim: total.claim }).toEqual({ tier, claim })
  })

  test.each([
    ['floor', 'theorem', 'theorem', 'theorem'],
    ['bitFlip', 'theorem', 'theorem', 'theorem'],
    ['limRecovered', 'theorem', 'model', 'model'],
    ['limDissipated', 'theorem', 'model', 'model'],
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

  test('an entry is claimed as its tier allows, and has the tier of its model', () => {
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

  test.each(['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim'] as const)(
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
      few
    )
  })

  test('decades are the logarithm of the total over the floor', () => {
    expect(ledger.paradigms.map(({ decadesAboveFloor }) => decadesAboveFloor)).toEqual(
      ledger.paradigms.map(({ total }): unknown =>
        expect.closeTo(Math.log10(total.energy.value / ledger.paradigms[0]!.total.energy.value), 12)
      )
    )
    expect(paradigmOf(ledger, 'floor').decadesAboveFloor).toBe(0)
    expect(paradigmOf(ledger, 'bitFlip').decadesAboveFloor).toBeCloseTo(12.84, 2)
    expect(paradigmOf(ledger, 'accelerator').decadesAboveFloor).toBeCloseTo(21.267, 3)
  })

  test('nothing is decades above a floor of 0 J, which a solution at random has', () => {
    const { paradigms } = right(
      estimate(changed(brain, { design: { solutionErrorProbability: one('0.5') } }))
    )
    expect(paradigms[0]!.total.energy.value).toBe(0)
    for (const { decadesAboveFloor } of paradigms) expect(decadesAboveFloor).toBeNull()
  })

  test('a total of 0 J is no decades from anything', () => {
    const idle = changed(brain, { workload: { operations: { law: 'given', flops: flops(0) } } })
    expect(paradigmOf(right(estimate(idle)), 'accelerator').decadesAboveFloor).toBeNull()
  })
})

/** A scenario whose heat leaves where it arises. */
const uncooled = ({ design, ...scenario }: Scenario): Scenario => {
  const { ambientTemperature: _h, carnotFraction: _f, ...rest } = design
  return { ...scenario, design: rest }
}

describe('laws', () => {
  test('a hop that is thermally activated costs no more than one that is lifted: limRecovered ≤ limDissipated', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { limRecovered, limDissipated } = totalsOf(scenario)
        expect(limRecovered!.lte(limDissipated!)).toBe(true)
      }),
      few
    )
  })

  test('the floor does not depend on how often what is learned was updated, read or moved, or on how fast', () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 2, max: 1000 }), (scenario, fewer) => {
        const { updates: all, parameters: N } = scenario.workload
        // Of fewer updates the models of the machines have values, too; no row of them is asked for.
        const given = (all as ReturnType<typeof updates>).exact
        const other = changed(scenario, {
          workload: {
            updates: updates(given.div(fewer)),
            macs: macs(7),
            operations: { law: 'given', flops: flops(1) },
            convergence: 'constant',
            transfers: one(3)
          }
        })
        expect(totalsOf(other)['floor']).toEqual(totalsOf(scenario)['floor'])
        const twice = changed(scenario, { workload: { parameters: multiply(N, one(2)) } })
        expect(errorOf(totalsOf(twice)['floor']!, totalsOf(scenario)['floor']!.times(2))).toBeLessThan(1e-30)
      }),
      few
    )
  })

  test('a bit erased at each update belongs to another machine: it may be below any other row, or above', () => {
    const of = (name: string) => totalsOf(scenarioNamed(name))
    expect(of('lenet-5')['bitFlip']!.lt(of('lenet-5')['limRecovered']!)).toBe(true)
    expect(of('brain-scale')['bitFlip']!.gt(of('brain-scale')['limDissipated']!)).toBe(true)
    // Two updates of a parameter erase less than the 24 bits that it ends with.
    const cold = scenarioNamed('qp-cold')
    const rare = totalsOf(changed(cold, { workload: { updates: updates(42) } }))
    expect(rare['bitFlip']!.lt(rare['floor']!)).toBe(true)
  })

  test('hops are what learning-in-memory pays for: its updates grow as the rungs that the first one moves', () => {
    const [one_, ten] = [1, 10].map((hops) =>
      changed(brain, { design: { memory: { hopsPerUpdate: one(hops) } } })
    )
    // The drive of a hop stays; the barrier of a dissipated one is lower, as it is attempted more often.
    expect(
      errorOf(updateOf(ten!, 'limRecovered').exact, updateOf(one_!, 'limRecovered').exact.times(10))
    ).toBeLessThan(1e-30)
    const ratio = updateOf(ten!, 'limDissipated').exact.div(updateOf(one_!, 'limDissipated').exact)
    expect(ratio.gt(5) && ratio.lt(10)).toBe(true)
  })

  test('a static memory pays for the cells that flip, and a fetched operand serves as many macs as it is reused', () => {
    const cimOf = (share: string) =>
      paradigmOf(
        right(estimate(changed(brain, { design: { memory: { flipProbability: one(share) } } }))),
        'cim'
      ).walls!
    expect(
      errorOf(cimOf('0.5').update.energy.exact, cimOf('0.125').update.energy.exact.times(4))
    ).toBeLessThan(1e-30)
    expect(cimOf('0').update.energy.value).toBe(0)
    const moving = (reuse: number) =>
      paradigmOf(
        right(estimate(changed(brain, { design: { technology: { reuse: one(reuse) } } }))),
        'vonNeumann'
      ).walls!
    expect(errorOf(moving(1).memory.energy.exact, moving(64).memory.energy.exact.times(64))).toBeLessThan(
      1e-30
    )
    expect(moving(64).update.energy.exact).toEqual(moving(1).update.energy.exact)
  })

  test('every energy that physics sets is proportional to the temperature, and none that technology sets', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const temperature = kelvin(scenario.design.temperature.exact.times(3))
        const cool = totalsOf(uncooled(scenario))
        const warm = totalsOf(uncooled(changed(scenario, { design: { temperature } })))
        for (const name of ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim'])
          expect(errorOf(warm[name]!, cool[name]!.times(3))).toBeLessThan(1e-30)
        for (const name of ['vonNeumann', 'accelerator']) expect(warm[name]).toEqual(cool[name])
      }),
      few
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
      few
    )
  })

  test('consolidation in place is free, and so is a workload that consolidates nothing', () => {
    const { paradigms } = right(estimate(scenarioNamed('qp-cold')))
    for (const { walls } of paradigms) expect(walls?.consolidation.energy.value ?? 0).toBe(0)
    for (const name of ['floor', 'bitFlip', 'limRecovered', 'limDissipated'] as const)
      expect(paradigmOf(right(estimate(brain)), name).walls!.consolidation.energy.value).toBe(0)
  })
})

describe('at the wall plug', () => {
  const cold = uncooled(scenarioNamed('qp-cold'))
  const cooled = (of: Partial<Scenario['design']>): Ledger =>
    right(estimate(changed(cold, { design: { ambientTemperature: kelvin(300), ...of } })))
  const plugsOf = ({ paradigms }: Ledger): readonly (readonly [Tier, Claim] | undefined)[] =>
    paradigms.map(({ wallPlug }) => wallPlug && [wallPlug.tier, wallPlug.claim])

  test('a total is times what a joule of heat takes there, whatever the machine', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { ambientTemperature: hot, carnotFraction: share, temperature } = scenario.design
        const { paradigms, intermediates } = right(estimate(scenario))
        if (hot === undefined) {
          expect(intermediates).not.toHaveProperty('refrigeration')
          for (const { wallPlug } of paradigms) expect(wallPlug).toBeUndefined()
          return
        }
        const each = hot.exact.div(temperature.exact).minus(1).div(share!.exact).plus(1)
        expect(errorOf(intermediates['refrigeration']!.exact, each)).toBeLessThan(1e-30)
        for (const { total, wallPlug } of paradigms)
          expect(errorOf(wallPlug!.energy.exact, total.energy.exact.times(each))).toBeLessThan(1e-30)
      }),
      few
    )
  })

  test('of a perfect machine a bound stays a bound; of one as good as stated everything is an estimate', () => {
    const perfect = [
      ['theorem', 'lower bound'],
      ['theorem', 'lower bound'],
      ['model', 'cost of a machine'],
      ['model', 'cost of a machine'],
      ['model', 'cost of a machine'],
      ['empirical', 'estimate'],
      ['empirical', 'estimate']
    ]
    expect(plugsOf(cooled({}))).toEqual(perfect)
    expect(plugsOf(cooled({ carnotFraction: one(1) }))).toEqual(perfect)
    expect(plugsOf(cooled({ carnotFraction: 1 as never }))).toEqual(perfect)
    expect(plugsOf(cooled({ carnotFraction: one('0.999') }))).toEqual(
      perfect.map(() => ['empirical', 'estimate'])
    )
  })

  test('a perfect machine is a machine of the whole of Carnot', () => {
    const least = cooled({})
    expect(least.intermediates['refrigeration']!.value).toBe(75)
    expect(figuresOf(cooled({ carnotFraction: one(1) }))).toEqual(figuresOf(least))
  })

  test('a bound that is proportional to the temperature gains nothing from cold', () => {
    const plugged = [4, 40, 300].map(
      (temperature) =>
        paradigmOf(cooled({ temperature: kelvin(temperature) }), 'floor').wallPlug!.energy.exact
    )
    for (const each of plugged) expect(errorOf(each, plugged[0]!)).toBeLessThan(1e-30)
  })

  test('a total is told as it was, and the walls of the total alone', () => {
    const { wallPlug: _, ...rest } = figuresOf(cooled({}))['floor'] as Record<string, string>
    expect(rest).toEqual(figuresOf(right(estimate(cold)))['floor'])
  })

  test('heat flows into the warm by itself: nothing is pumped, and there is no ledger', () => {
    const { message } = left(estimate(changed(cold, { design: { ambientTemperature: kelvin(3) } })))
    expect(message).toBe('refrigeration: requires T ≤ T_h, found 4.000 K > 3.000 K')
  })
})

describe('a measured convergence', () => {
  const measured = (meanStep: number | string, shape: number | string, more: object = {}): Scenario =>
    changed(brain, { workload: { convergence: { meanStep: one(meanStep), shape: one(shape), ...more } } })

  test.each(['constant', 'exponential', 'powerLaw'] as const)(
    'with the figures of %s has the ledger of it',
    (convergence) => {
      const known = right(estimate(changed(brain, { workload: { convergence } }), { digits: 40 }))
      const { meanStep, shape } = known.intermediates
      const found = figuresOf(right(estimate(measured(meanStep!.exact.toString(), shape!.exact.toString()))))
      for (const [name, figures] of Object.entries(figuresOf(known)))
        for (const [wall, figure] of Object.entries(figures))
          expect([name, wall, errorOf(found[name]![wall as 'total']!, figure) < 1e-30]).toEqual([
            name,
            wall,
            true
          ])
    }
  )

  test('is among the intermediates, as it was given', () => {
    const { meanStep, shape } = right(estimate(measured('0.02', '0.85'))).intermediates
    expect([meanStep!, shape!].map(({ exact }) => exact.toString())).toEqual(['0.02', '0.85'])
  })

  test('of a larger shape has higher barriers, and of a larger mean step more hops', () => {
    const share = fc.double({ min: 1e-6, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, (a, b, step) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const [less, more] = [low, high].map((σ) => updateOf(measured(step, σ), 'limDissipated').exact)
        expect(less!.lte(more!)).toBe(true)
        if (high - low > 1e-12) expect(less!.lt(more!)).toBe(true)
        for (const name of ['limRecovered', 'limDissipated'] as const)
          expect(
            errorOf(updateOf(measured(step, a), name).exact, updateOf(measured(1, a), name).exact.times(step))
          ).toBeLessThan(1e-30)
      }),
      { numRuns: 20 }
    )
  })

  test('shrinks as far as its steps do, which need not be to the precision of the solution', () => {
    const barrier = (of: Scenario) =>
      right(estimate(of)).intermediates['meanMatchedBarrier']!.exact.div(kT(1, kelvin(300)).exact)
    const [all, half, none] = [8, 4, 0].map((range) => barrier(measured(1, 1, { stepRange: bits(range) })))
    expect(all).toEqual(barrier(measured(1, 1)))
    expect(all!.minus(half!).toNumber()).toBeCloseTo(4 * Math.LN2, 12)
    expect(none).toEqual(barrier(measured(1, 0)))
  })

  test('changes nothing but what learning-in-memory pays for updates', () => {
    const differing = (one: Scenario, other: Scenario) => {
      const [a, b] = [one, other].map((scenario) => figuresOf(right(estimate(scenario))))
      return Object.entries(a!).flatMap(([name, figures]) =>
        Object.entries(figures)
          .filter(([wall, figure]) => b![name]![wall as 'update'] !== figure)
          .map(([wall]) => `${name}.${wall}`)
      )
    }
    const dissipated = ['limDissipated.update', 'limDissipated.total']
    expect(differing(measured(0.5, 0), measured(0.5, 1))).toEqual(dissipated)
    expect(differing(measured(0.5, 0), measured(0.25, 0))).toEqual([
      'limRecovered.update',
      'limRecovered.total',
      ...dissipated
    ])
  })
})

describe('a row outside its domain says so, and the others stand', () => {
  const outsideOf = (scenario: Scenario): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      right(estimate(scenario)).outside.map(({ name, problems }) => [
        name,
        problems.map(({ message }) => message)
      ])
    )

  test('where all have values, none is outside', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(right(estimate(scenario)).outside).toEqual([])
      }),
      { numRuns: 20 }
    )
  })

  test('of more updates than attempts there is no learning-in-memory, and no bit for each of them', () => {
    const late = changed(brain, { workload: { duration: seconds('59399.9') } })
    const barrier = 'meanMatchedBarrier: requires (1 − ε) h₁ U/N/τ ≤ f₀, found 1.0000017 GHz > 1.0000000 GHz'
    expect(outsideOf(late)).toEqual({
      bitFlip: ['optimalReset: requires ln(1/(2 ε))/f₀ < τ/(U/N), found 3.912 ns ≥ 990.0 ps'],
      limRecovered: [barrier],
      limDissipated: [barrier]
    })
    const ledger = right(estimate(late))
    expect(ledger.paradigms.map(({ name }) => name)).toEqual(['floor', 'cim', 'vonNeumann', 'accelerator'])
    // So is what entries share.
    expect(Object.keys(ledger.intermediates)).toEqual([
      ...['updatesPerParameter', 'meanStep', 'shape', 'retentionBarrier', 'staticWrite']
    ])
    // (1 − ε) n = f₀ τ is just possible.
    const duration = seconds('59400')
    expect(Object.keys(outsideOf(changed(brain, { workload: { duration } })))).toEqual(['bitFlip'])
  })

  test('what stands is what stands without it: the others have the figures that they have elsewhere', () => {
    const late = right(estimate(changed(brain, { workload: { duration: seconds(1) } })))
    const inTime = figuresOf(right(estimate(brain)))
    for (const name of ['cim', 'vonNeumann', 'accelerator'] as const)
      expect(figuresOf(late)[name]).toEqual(inTime[name])
    expect(paradigmOf(late, 'cim').decadesAboveFloor).toBeCloseTo(16.39, 2)
  })

  test('a write too short for its reliability leaves out compute-in-memory alone', () => {
    const hasty = changed(brain, { design: { memory: { writeTime: nanoseconds(1) } } })
    expect(outsideOf(hasty)).toEqual({
      cim: ['staticWrite: requires −ln p_w ≤ f₀ t_w, found 20.72 > 1.000']
    })
    const { name, description, problems } = right(estimate(hasty)).outside[0]!
    expect([name, description]).toEqual(['cim', 'compute-in-memory with static memory'])
    expect(problems).toMatchObject([
      {
        kind: 'relation',
        model: 'staticWrite',
        inputs: ['writeErrorProbability', 'attemptRate', 'writeTime'],
        found: '20.72 > 1.000',
        expected: '−ln p_w ≤ f₀ t_w'
      }
    ])
  })

  test('so does a retention so short that no barrier is needed', () => {
    const fleeting = changed(brain, { design: { memory: { retentionTime: seconds('1e-40') } } })
    const found = outsideOf(fleeting)
    expect(Object.keys(found)).toEqual(['cim'])
    expect(found['cim']!.join()).toContain('retentionBarrier')
  })

  test('fewer than two updates of a parameter have no power law', () => {
    const few = changed(brain, { workload: { updates: updates('1.5e15'), convergence: 'powerLaw' } })
    expect(Object.keys(outsideOf(few))).toEqual(['limRecovered', 'limDissipated'])
    expect(outsideOf(few)['limRecovered']!.join('\n')).toContain('updates = U/N = 1.500 is outside [2, ∞)')
    for (const convergence of ['constant', 'exponential'] as const)
      expect(outsideOf(changed(few, { workload: { convergence } }))).toEqual({})
  })

  test('without a floor nothing is decades above it', () => {
    // One attempt is too few for a solution that is right but for one bit in 1e9.
    const short = changed(brain, {
      workload: { updates: updates('5e14'), duration: nanoseconds(1), convergence: 'constant' }
    })
    expect(Object.keys(outsideOf(short))).toContain('floor')
    for (const { decadesAboveFloor } of right(estimate(short)).paradigms) expect(decadesAboveFloor).toBeNull()
  })

  test('where all are outside there is no ledger, but all their reasons', () => {
    const { message } = left(
      estimate(changed(scenarioNamed('qp-cold'), { design: { ambientTemperature: kelvin(3) } }))
    )
    expect(message).toContain('refrigeration: requires T ≤ T_h')
  })

  test('an input that is wrong refuses the whole, though rows are outside too', () => {
    const late = { workload: { duration: seconds(1) }, design: { technology: { reuse: one('0.5') } } }
    const { problems } = left(estimate(changed(brain, late))) as ModelError
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/: reuse 0\.5000 is outside \[1, ∞\)$/)
    )
    // What does not follow from it is told beside it.
    expect(problems.map(({ model }) => model)).toContain('meanMatchedBarrier')
  })
})

describe('of inputs that are wrong a ledger has no value', () => {
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
    [
      'solutionErrorProbability',
      changed(brain, { design: { solutionErrorProbability: one('0.6') } }),
      'solutionErrorProbability',
      '(0, ½]'
    ],
    [
      'hopsPerUpdate',
      changed(brain, { design: { memory: { hopsPerUpdate: one(0) } } }),
      'hopsPerUpdate',
      '(0, ∞)'
    ],
    [
      'flipProbability',
      changed(brain, { design: { memory: { flipProbability: one('1.1') } } }),
      'flipProbability',
      '[0, 1]'
    ],
    ['reuse', changed(brain, { design: { technology: { reuse: one('0.9') } } }), 'reuse', '[1, ∞)'],
    [
      'carnotFraction',
      changed(brain, { design: { ambientTemperature: kelvin(300), carnotFraction: one('1.1') } }),
      'carnotFraction',
      '(0, 1]'
    ],
    [
      'meanStep',
      changed(brain, { workload: { convergence: { meanStep: one(0), shape: one(0) } } }),
      'meanStep',
      '(0, 1]'
    ],
    [
      'shape',
      changed(brain, { workload: { convergence: { meanStep: one(1), shape: one('1.5') } } }),
      'shape',
      '[0, 1]'
    ]
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
