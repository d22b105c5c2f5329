/** What a run took in all, against the walls: a joule at the update-wall of a workload is so many decades above it. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable, TotalEnergy } from '../../../src/ledger/energy-table'
import type { Ledger } from '../../../src/ledger/estimate'
import { headroom, type TotalHeadroom } from '../../../src/ledger/headroom'
import { joules, kelvin, one } from '../../../src/units/si'
import { exampleText, readEstimate } from '../../estimate/files'
import { table } from '../tables'

const { ledger } = readEstimate(exampleText('lenet-5'))

const total = (changes: Partial<TotalEnergy>): TotalEnergy => ({
  ...{ component: 'Total', part: 'energy_WU', energy: joules(1) },
  ...changes
})

const heldTo = (totals: readonly TotalEnergy[], against?: Ledger): readonly TotalHeadroom[] => {
  const of: EnergyTable = { ...table(), totals }
  const found = headroom(of, {
    ...{ temperature: kelvin(300), errorProbability: one(0) },
    ...(against === undefined ? {} : { ledger: against })
  })
  if (E.isLeft(found)) throw new Error(found.left.message)
  return found.right.totals
}

const entry = (paradigm: string, wall: 'update' | 'memory' | 'total') => {
  const found = ledger.paradigms.find(({ name }) => name === paradigm)!
  return wall === 'total' ? found.total : found.walls![wall]
}

test('a weight update is held against the update-wall of both bounds and of every machine', () => {
  const [of] = heldTo([total({ wall: 'update' })], ledger)
  expect(of!.against.map(({ paradigm }) => paradigm)).toEqual([
    'floor',
    'bitFlip',
    'limRecovered',
    'limDissipated',
    'cim'
  ])
  expect(of!.against.map(({ claim }) => claim)).toEqual([
    ...['lower bound', 'lower bound'],
    ...['cost of a machine', 'cost of a machine', 'cost of a machine']
  ])
  for (const { paradigm, energy, tier, constraint, decades } of of!.against) {
    const wall = entry(paradigm, 'update')
    expect(energy).toBe(wall.energy)
    expect({ tier, constraint }).toEqual({ tier: wall.tier, constraint: wall.constraint })
    expect(decades).toBeCloseTo(-Math.log10(wall.energy.value), 9)
  }
  expect(of!.why).toBeUndefined()
})

test('what a run took in all is held against the totals', () => {
  const [of] = heldTo([total({ component: 'run 7', part: 'energy_consumed', wall: 'total' })], ledger)
  expect(of!.against.map(({ energy }) => energy)).toEqual(
    of!.against.map(({ paradigm }) => entry(paradigm, 'total').energy)
  )
  expect(of!.against).toHaveLength(5)
})

test('parts that belong to one wall are held against it together, as it is about their sum', () => {
  const parts = ['energy_FW', 'energy_AG', 'energy_WG']
  const all = heldTo(
    [
      ...parts.map((part) => total({ part, wall: 'memory', resolution: joules(0.1) })),
      total({ wall: 'update' })
    ],
    ledger
  )
  expect(all.map((each) => each.parts)).toEqual([parts, ['energy_WU']])
  expect(all.map(({ wall }) => wall)).toEqual(['memory', 'update'])
  expect(all[0]!.energy.value).toBeCloseTo(3, 12)
  expect(all[0]!.resolution!.value).toBeCloseTo(0.3, 12)
})

test('parts of two runs are never added', () => {
  const runs = ['a', 'b'].map((component) => total({ component, wall: 'total' }))
  expect(heldTo(runs, ledger).map(({ energy }) => energy.value)).toEqual([1, 1])
})

test('parts without a wall are listed one by one', () => {
  const all = heldTo([total({ part: 'ADC' }), total({ part: 'DRAM' })], ledger)
  expect(all.map(({ parts }) => parts)).toEqual([['ADC'], ['DRAM']])
  for (const { against, why } of all) {
    expect(against).toEqual([])
    expect(why).toMatch(/no wall/)
  }
})

test('a layer is held against nothing: a ledger is of all layers', () => {
  const [of] = heldTo([total({ component: 'conv1', wall: 'update' })], ledger)
  expect(of!.against).toEqual([])
  expect(of!.why).toMatch(/part of the run/)
})

test('without a ledger it is said that one is needed', () => {
  const [of] = heldTo([total({ wall: 'update' })])
  expect(of!.against).toEqual([])
  expect(of!.why).toMatch(/needs the workload/)
})

test('a wall of 0 J is nothing to be held against, and a run that took 0 no number of decades away', () => {
  const [memory] = heldTo([total({ wall: 'memory' })], ledger)
  expect(memory!.against.map(({ paradigm }) => paradigm)).toEqual(['limRecovered', 'limDissipated', 'cim'])
  const [zero] = heldTo([total({ wall: 'update', energy: joules(0) })], ledger)
  expect(zero!.against.map(({ decades }) => decades)).toEqual([null, null, null, null, null])
})
