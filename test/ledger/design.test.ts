/** Designs of one's own: rows made of the same counts as the others, by the same formulas. */
import * as E from 'fp-ts/lib/Either.js'
import { certifiedEstimate, estimate, type Ledger, type LedgerRow } from '../../src/ledger/estimate'
import { designProblems, type DesignPart, type OwnDesign } from '../../src/ledger/design'
import { explainableNames, explainLedger } from '../../src/ledger/explain'
import { ledgerModels } from '../../src/ledger/models'
import type { Scenario } from '../../src/ledger/scenario'
import { sweep } from '../../src/ledger/sweep'
import { landauer } from '../../src/physics/thermodynamics'
import { analogMac } from '../../src/physics/read'
import { staticUpdate } from '../../src/physics/update'
import type { Certainty } from '../../src/units/enclosure'
import { parseUncertain } from '../../src/units/uncertain'
import {
  bits,
  femtojoules,
  hertz,
  hours,
  joules,
  joulesPerBit,
  joulesPerConversion,
  joulesPerFlop,
  joulesPerMac,
  joulesPerParameter,
  joulesPerUpdate,
  kelvin,
  macs,
  macsPerConversion,
  microjoules,
  one,
  picojoules,
  updates,
  watts
} from '../../src/units/si'
import { micro, per } from '../../src/units/unit'
import { exampleText } from '../estimate/files'
import { estimateFile } from '../../src/estimate/workload-file'
import { left, paradigmOf, right, scenarioNamed } from './reference'

const lenet = scenarioNamed('lenet-5')

const withDesigns = (...designs: readonly OwnDesign[]): Scenario => ({ ...lenet, designs })

const design = (...parts: readonly DesignPart[]): OwnDesign => ({ name: 'my chip', parts })

const rowOf = (...parts: readonly DesignPart[]): LedgerRow =>
  right(estimate(withDesigns(design(...parts)))).designs[0]!

const { counts, inputs } = right(estimate(lenet))
const [U, M, F] = [counts.updates.value, counts.macs.value, counts.flops.value]
const valueOf = (name: string): number => Number((inputs[name] as { value?: number }).value ?? inputs[name])
const [N, b, R, c] = ['parameters', 'precision', 'rows', 'transfers'].map(valueOf) as [
  number,
  number,
  number,
  number
]

describe('a figure is taken as often as its unit says, in this run', () => {
  const pico = picojoules(1)
  const each = per(picojoules, updates)
  test.each<[string, DesignPart, number]>([
    ['an update', { name: 'a', place: 'update', figure: each(12) }, 12e-12 * U],
    ['a mac', { name: 'a', place: 'memory', figure: per(femtojoules, macs)(50) }, 50e-15 * M],
    ['an operation', { name: 'a', place: 'beside', figure: joulesPerFlop(3e-12) }, 3e-12 * F],
    ['a conversion', { name: 'a', place: 'memory', figure: joulesPerConversion(2e-12) }, (2e-12 * M) / R],
    ['a bit that is fetched', { name: 'a', place: 'memory', figure: joulesPerBit(4e-12) }, 4e-12 * M * b],
    [
      'a bit that is fetched once for 128 macs',
      { name: 'a', place: 'memory', figure: joulesPerBit(4e-12), reuse: one(128) },
      (4e-12 * M * b) / 128
    ],
    ['a bit that is stored', { name: 'a', place: 'update', figure: joulesPerBit(4e-12) }, 4e-12 * U * b],
    [
      'a bit that moves',
      { name: 'a', place: 'consolidation', figure: joulesPerBit(4e-12) },
      4e-12 * c * N * b
    ],
    [
      'a parameter that moves',
      { name: 'a', place: 'consolidation', figure: joulesPerParameter(1e-9) },
      1e-9 * c * N
    ],
    ['the whole run', { name: 'a', place: 'update', figure: microjoules(7) }, 7e-6],
    ['its time', { name: 'a', place: 'beside', figure: micro(watts)(20) }, 20e-6 * valueOf('duration')]
  ])('%s', (_, part, expected) => {
    expect(pico.value).toBe(1e-12)
    expect(rowOf(part).total.energy.value / expected).toBeCloseTo(1, 12)
  })
})

test('a design of the figures of a paradigm is that paradigm, digit by digit', () => {
  const { movementEnergy, reuse, acceleratorEnergy } = lenet.design.technology
  const fetch = { name: 'fetch', place: 'memory', figure: movementEnergy, reuse } as const
  const store = { name: 'store', place: 'update', figure: movementEnergy } as const
  const move = { name: 'move', place: 'consolidation', figure: movementEnergy } as const
  const ledger = right(
    estimate(
      withDesigns(
        { name: 'moved', parts: [fetch, store, move] },
        { name: 'computed', parts: [{ name: 'all', place: 'beside', figure: acceleratorEnergy }] }
      )
    )
  )
  const [moved, computed] = ledger.designs as [LedgerRow, LedgerRow]
  const vonNeumann = paradigmOf(ledger, 'vonNeumann')
  for (const wall of ['memory', 'update', 'consolidation'] as const)
    expect(moved.walls![wall]!.energy.exact.toString()).toBe(vonNeumann.walls![wall].energy.exact.toString())
  expect(moved.total.energy.exact.toString()).toBe(vonNeumann.total.energy.exact.toString())
  expect(moved.decadesAboveFloor).toBe(vonNeumann.decadesAboveFloor)
  expect(computed.walls).toBeUndefined()
  expect(computed.total.energy.exact.toString()).toBe(
    paradigmOf(ledger, 'accelerator').total.energy.exact.toString()
  )
})

test('a part of a formula takes the inputs of the ledger, and its own in their place', () => {
  const shared = rowOf({ name: 'sum', place: 'memory', model: analogMac })
  expect(shared.total.energy.exact.toString()).toBe(
    paradigmOf(right(estimate(lenet)), 'cim').walls!.memory.energy.exact.toString()
  )
  const own = rowOf({
    name: 'sum',
    place: 'memory',
    model: analogMac,
    inputs: { outputBits: bits(6), rows: macsPerConversion(128) }
  })
  const one = right(
    analogMac({ temperature: lenet.design.temperature, outputBits: bits(6), rows: macsPerConversion(128) })
  )
  expect(own.total.energy.value / (one.value * M)).toBeCloseTo(1, 12)
  expect([own.total.tier, own.total.claim]).toEqual(['circuit', 'lower bound of a class'])
})

test('parts add at their wall, and walls to the total; what is stated is an estimate', () => {
  const { walls, beside, parts, total } = rowOf(
    { name: 'array', place: 'memory', figure: joulesPerMac(2e-14) },
    { name: 'ADC', place: 'memory', model: analogMac },
    { name: 'write', place: 'update', figure: joulesPerUpdate(12e-12), evidence: 'measured' },
    { name: 'leakage', place: 'beside', figure: watts(2e-5), source: { citation: 'lab book' } }
  )
  expect(walls!.consolidation).toBeUndefined()
  expect(parts!.map(({ name, place }) => [name, place])).toEqual([
    ['array', 'memory'],
    ['ADC', 'memory'],
    ['write', 'update'],
    ['leakage', 'beside']
  ])
  const sum = (...of: readonly (number | undefined)[]): number =>
    of.reduce<number>((all, each) => all + each!, 0)
  const [array, adc] = parts!.map(({ energy }) => energy.value)
  expect(walls!.memory!.energy.value / sum(array, adc)).toBeCloseTo(1, 12)
  expect(
    total.energy.value / sum(walls!.memory!.energy.value, walls!.update!.energy.value, beside!.energy.value)
  ).toBeCloseTo(1, 12)
  expect([total.tier, total.claim]).toEqual(['empirical', 'estimate'])
  expect(total.sources.map(({ citation }) => citation)).toEqual(
    expect.arrayContaining(['lab book', 'my chip, write: measured'])
  )
  expect(walls!.update!.constraint).toBe('write takes for each update what is stated (measured)')
})

test('no other row changes by a design beside it', () => {
  const figures = ({ paradigms }: Ledger): readonly string[] =>
    paradigms.map(({ total }) => total.energy.exact.toString())
  const beside = right(estimate(withDesigns(design({ name: 'a', place: 'update', figure: joules(1) }))))
  expect(figures(beside)).toEqual(figures(right(estimate(lenet))))
})

test('where a row has no value, the others and a design beside them have theirs', () => {
  const slow = { ...lenet.design, memory: { ...lenet.design.memory, attemptRate: hertz(1) } }
  const write: DesignPart = { name: 'write', place: 'update', figure: per(picojoules, updates)(12) }
  const { designs, outside } = right(estimate({ ...withDesigns(design(write)), design: slow }))
  expect(outside.map(({ name }) => name)).toContain('cim')
  expect(designs[0]!.total.energy.value).toBeCloseTo(12e-12 * U, 12)
})

test('a figure that is uncertain makes a certified row that holds both its ends', () => {
  const figure = right(parseUncertain(joulesPerUpdate)('[10, 14] pJ/update'))
  const scenario = {
    ...lenet,
    designs: [{ name: 'my chip', parts: [{ name: 'write', place: 'update', figure }] }]
  } as unknown as Scenario<Certainty>
  const { total } = right(certifiedEstimate(scenario)).designs[0]!
  const { lower, upper } = total.energy as { lower: { value: number }; upper: { value: number } }
  expect(lower.value / (10e-12 * U)).toBeCloseTo(1, 12)
  expect(upper.value / (14e-12 * U)).toBeCloseTo(1, 12)
})

test('its rows are explained, part by part, and weighed: what a part takes is an input of its own', () => {
  const ledger = right(
    estimate(
      withDesigns(
        design(
          { name: 'array', place: 'memory', figure: joulesPerMac(2e-14) },
          { name: 'write', place: 'update', figure: joulesPerUpdate(12e-12) }
        )
      )
    )
  )
  expect(explainableNames(ledger).filter((name) => name.startsWith('my chip'))).toEqual([
    'my chip',
    ...['memory', 'update', 'array', 'write', 'total'].map((part) => `my chip.${part}`)
  ])
  const [explained] = right(explainLedger(ledger, ['my chip']))
  const share = (part: string): number =>
    ledger.designs[0]!.parts!.find(({ name }) => name === part)!.energy.value /
    ledger.designs[0]!.total.energy.value
  const weights = Object.fromEntries(
    explained!.sensitivities.map(({ input, elasticity }) => [input, elasticity.value])
  )
  // Of a sum of parts, the elasticity of the total by one of them is its share.
  for (const part of ['array', 'write']) expect(weights[`my chip: ${part}`]).toBeCloseTo(share(part), 10)
})

test('each part has a symbol of its own', () => {
  const parts = [
    { name: 'array', place: 'memory', figure: joulesPerMac(2e-14) },
    { name: 'ADC 6 bit', place: 'memory', figure: joulesPerMac(1e-14) }
  ] as const
  const [explained] = right(explainLedger(right(estimate(withDesigns(design(...parts)))), ['my chip.memory']))
  expect(explained!.derivations[0]!.terms.map(({ symbol }) => symbol)).toEqual(['E_array', 'E_ADC6bit'])
})

test('a figure may be swept, by the name of its part', () => {
  const scenario = withDesigns(design({ name: 'write', place: 'update', figure: joulesPerUpdate(12e-12) }))
  const values = [joulesPerUpdate(1e-12), joulesPerUpdate(5e-12)]
  const { paradigms } = right(sweep(scenario, 'my chip: write', values))
  const { totals } = paradigms.find(({ name }) => name === 'my chip')!
  expect(totals.map((total) => right(total).value / U)).toEqual([
    expect.closeTo(1e-12, 24),
    expect.closeTo(5e-12, 24)
  ])
})

test('is in joules by a formula that composes further', () => {
  const { designs } = right(
    ledgerModels('constant', undefined, 'none', [design({ name: 'a', place: 'update', figure: joules(1) })])
  )
  expect(Object.keys(designs)).toEqual(['my chip'])
  expect(designs['my chip']!.total.tier).toBe('empirical')
})

describe('what is wrong with designs is told all at once, each with its place', () => {
  const told = (...designs: readonly OwnDesign[]): readonly string[] =>
    designProblems(designs).map(({ at, message }) => `${at.join('/')}: ${message}`)

  test('names that are taken, twice, or nothing', () => {
    const parts = [{ name: 'a', place: 'update', figure: joules(1) }] as const
    expect(
      told({ name: 'cim', parts }, { name: 'x', parts }, { name: 'x', parts }, { name: ' ', parts })
    ).toEqual([
      expect.stringMatching(/^0\/name: expected a name of its own, got "cim", which is one of every ledger/),
      '2/name: expected each design to have a name of its own, got "x" twice',
      '3/name: expected a name of the design, got nothing'
    ])
  })

  test('no part; a part called as a wall', () => {
    expect(told({ name: 'x', parts: [] })).toEqual(['0/parts: expected a part at least, got none'])
    expect(told(design({ name: 'total', place: 'update', figure: joules(1) }))).toEqual([
      expect.stringMatching(/^0\/parts\/0\/name: expected a name of its own, got "total"/)
    ])
  })

  test('a figure of what its wall does not do, a temperature, a reuse of what is not fetched', () => {
    expect(
      told(
        design(
          { name: 'a', place: 'memory', figure: joulesPerUpdate(1) },
          { name: 'b', place: 'update', figure: kelvin(300) },
          { name: 'c', place: 'update', figure: joulesPerBit(1), reuse: one(2) }
        )
      )
    ).toEqual([
      '0/parts/0/figure: expected what a part takes at the memory-wall, in one of J/mac, J/flop, J/conversion, J/bit, J, W, got 1 J/update',
      '0/parts/1/figure: expected what a part takes at the update-wall, in one of J/update, J/mac, J/flop, J/bit, J, W, got 300 K',
      '0/parts/2/reuse: expected no reuse: only what is fetched bit by bit, at the memory-wall, is reused'
    ])
  })

  test('a model with inputs that it has not, or that no ledger has', () => {
    const part = {
      name: 'a',
      place: 'update',
      model: staticUpdate,
      inputs: { colour: one(1) }
    } as unknown as DesignPart
    expect(told(design(part))).toEqual([
      expect.stringMatching(/^0\/parts\/0\/inputs\/colour: expected an input of staticUpdate: /),
      expect.stringMatching(
        /^0\/parts\/0\/inputs: expected barrier of staticUpdate \(.+\): no ledger has it$/
      )
    ])
    expect(told(design({ name: 'a', place: 'memory', model: landauer }))).toEqual([])
  })

  test('and no ledger is made of them', () => {
    const error = left(estimate(withDesigns({ name: 'cim', parts: [] })))
    expect(error.message).toMatch(/designs 0 name: .+; designs 0 parts: expected a part at least/)
    expect(E.isLeft(ledgerModels('constant', undefined, 'none', [{ name: 'cim', parts: [] }]))).toBe(true)
  })
})

test('an hour of a watt is 3600 J', () => {
  const scenario = { ...withDesigns(design({ name: 'idle', place: 'beside', figure: watts(1) })) }
  const hour = { ...scenario, workload: { ...scenario.workload, duration: hours(1) } }
  expect(right(estimate(hour)).designs[0]!.total.energy.value).toBe(3600)
})

test.each([
  [['fn-dam'], /designs\[0\]: expected a design: \{ name, parts \}, got "fn-dam"/],
  [[null], /designs\[0\]: expected a design/],
  [[{ name: 5, parts: [] }], /designs\[0\]\.name: expected a text, got 5/],
  [[{ name: 'x', parts: {} }], /parts: expected a list of parts/],
  [[{ name: 'x', parts: [null] }], /expected a part of a design/],
  [
    [{ name: 'x', parts: [{ name: 'w', place: 'moon', figure: joules(1) }] }],
    /place: expected one of "memory", "update"/
  ],
  [
    [{ name: 'x', parts: [{ name: 'w', place: 'update', figure: '1 pJ/update' }] }],
    /figure: expected a quantity/
  ],
  [[{ name: 'x', parts: [{ name: 'w', place: 'update', model: 'landauer' }] }], /model: expected a model/]
])('from JavaScript, what is no design is told: %j', (designs, message) => {
  expect(left(estimate({ ...lenet, designs } as never)).message).toMatch(message)
  expect(left(estimateFile(exampleText('lenet-5'), {}, { designs } as never)).message).toMatch(message)
})
