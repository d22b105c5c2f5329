/** Headroom, in decades: 0.144 pJ for a read of 8 bits is 6.8 decades above 8 kT ln 2 = 22.97 zJ at 300 K. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { tightest, total } from '../../src/bound/compose'
import { isBound } from '../../src/formula/model'
import { headroom, type ActionHeadroom, type Headroom, type HeadroomOptions } from '../../src/ledger/headroom'
import { againstModels } from '../../src/ledger/headroom/bounds'
import { retentionBarrier, staticWrite } from '../../src/physics/memory'
import type { EnergyTable } from '../../src/ledger/energy-table'
import {
  attojoules,
  gigahertz,
  joules,
  kelvin,
  microseconds,
  one,
  picojoules,
  years,
  zeptojoules
} from '../../src/units/si'
import { action, anyEnergy, bounded, kinds, table } from './tables'

const k = 1.380649e-23

const room: HeadroomOptions = { temperature: kelvin(300), errorProbability: one(0) }

const memory = {
  attemptRate: gigahertz(1),
  retentionTime: years(10),
  failureProbability: one(1e-9),
  writeTime: microseconds(1),
  writeErrorProbability: one(1e-9),
  flipProbability: one(0.5)
}

const heldTo = (of: EnergyTable, options: Partial<HeadroomOptions> = {}): Headroom => {
  const found = headroom(of, { ...room, ...options })
  if (E.isLeft(found)) throw new Error(found.left.message)
  return found.right
}

const only = (of: Parameters<typeof action>[0], options: Partial<HeadroomOptions> = {}): ActionHeadroom =>
  heldTo(table(action(of)), options).actions[0]!

const messages = (of: EnergyTable, options: Partial<HeadroomOptions> = {}): readonly string[] => {
  const found = headroom(of, { ...room, ...options })
  return E.isLeft(found) ? found.left.problems.map(({ message }) => message) : []
}

/** Shannon's entropy in nats. */
const h = (x: number): number => (x === 0 || x === 1 ? 0 : -x * Math.log(x) - (1 - x) * Math.log(1 - x))

test('a read of 8 bits at 0.144 pJ is 6.8 decades above 8 kT ln 2', () => {
  const { floor, standing } = only({ bits: 8 })
  expect(standing).toBe('above')
  expect(floor).toMatchObject({ name: 'readInformation', tier: 'theorem', claim: 'lower bound' })
  expect(floor!.energy.value).toBeCloseTo(2.2968e-20, 24)
  expect(floor!.decades).toBeCloseTo(Math.log10(0.144e-12 / 2.2968e-20), 4)
})

const words = fc.double({ min: 0.5, max: 4096, noNaN: true })
const temperatures = fc.double({ min: 1e-3, max: 1000, noNaN: true })
const errors = fc.double({ min: 0, max: 0.49, noNaN: true })

test('the floor of each kind is its bits times kT ln 2, less what errors save a write', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bounded), words, temperatures, errors, (kind, bits, T, ε) => {
      const { floor } = only({ kind, bits }, { temperature: kelvin(T), errorProbability: one(ε) })
      const nats = kind === 'read' || kind === 'convert' ? Math.LN2 : Math.LN2 - h(ε)
      const expected = bits * k * T * nats
      expect(floor!.tier).toBe('theorem')
      expect(Math.abs(floor!.energy.value / expected - 1)).toBeLessThan(1e-9)
    })
  )
})

test('ten times the energy is one decade more above all that it is held against', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bounded), anyEnergy, words, (kind, energy, bits) => {
      fc.pre(energy.exact.gt(0))
      const ten = joules(energy.exact.times(10))
      const [less, more] = [energy, ten].map((each) => only({ kind, energy: each, bits }, { memory }))
      less!.against.forEach(({ decades }, at) => {
        expect(more!.against[at]!.decades! - decades!).toBeCloseTo(1, 9)
      })
    })
  )
})

test('the floor is the largest bound that is no limit of a class of circuits, and never what a machine pays', () => {
  for (const kind of bounded) {
    const { against, floor } = only({ kind, bits: 6 }, { memory })
    const allowed = against.filter(({ tier }) => tier === 'theorem')
    expect(allowed.every(({ energy }) => energy.exact.lte(floor!.energy.exact))).toBe(true)
    expect(allowed).toContain(floor)
  }
})

test('bounds on one action are about one process: they compete, and are never added', () => {
  const bounds = Object.values(againstModels).map((all) => all.filter(({ model }) => isBound(model.tier)))
  const several = bounds.filter((each) => each.length > 1)
  expect(several.length).toBeGreaterThan(0)
  for (const [a, b] of several) {
    expect(E.isRight(tightest(a!.model, b!.model))).toBe(true)
    expect(E.isLeft(total(a!.model, b!.model))).toBe(true)
  }
})

test('of a transfer, of leakage and of what is unknown no floor is claimed, and why is said', () => {
  for (const kind of kinds.filter((each) => !bounded.includes(each))) {
    const { against, floor, standing, why } = only({ kind }, { memory, circuits: true })
    expect({ against, floor, standing }).toEqual({ against: [], floor: undefined, standing: 'no floor' })
    expect(why).toMatch(/^no floor is claimed/)
  }
})

describe('a static memory', () => {
  const right = <A>(of: E.Either<unknown, A>): A => {
    if (E.isLeft(of)) throw new Error('no value')
    return of.right
  }

  const costOf = ({ against }: ActionHeadroom): number =>
    against.find(({ name }) => name === 'staticWrite')!.energy.value

  test('pays for a write of n bits what one cell over its barrier takes, for each that flips', () => {
    const barrier = right(
      retentionBarrier({
        temperature: room.temperature,
        cells: 8,
        attemptRate: memory.attemptRate,
        retentionTime: memory.retentionTime,
        failureProbability: 1e-9
      })
    )
    const cell = right(
      staticWrite({
        temperature: room.temperature,
        barrier,
        attemptRate: memory.attemptRate,
        writeTime: memory.writeTime,
        errorProbability: 1e-9
      })
    )
    const write = only({ kind: 'write', bits: 8 }, { memory })
    expect(costOf(write) / (8 * 0.5 * cell.value)).toBeCloseTo(1, 12)
    expect(write.against).toEqual([
      expect.objectContaining({ name: 'staticWrite', tier: 'model', claim: 'cost of a machine' }),
      expect.objectContaining({ name: 'landauer', tier: 'theorem', claim: 'lower bound' })
    ])
    const all = only({ kind: 'write', bits: 8 }, { memory: { ...memory, flipProbability: one(1) } })
    expect(costOf(all) / costOf(write)).toBeCloseTo(2, 12)
  })

  test('is never the floor: a write below what it pays is above its floor, and not below', () => {
    const write = only({ kind: 'write', bits: 8, energy: zeptojoules(100) }, { memory })
    expect(costOf(write)).toBeGreaterThan(100e-21)
    expect(write).toMatchObject({ standing: 'above', floor: { name: 'landauer' } })
  })

  test('stands beside a write where one is given, and never beside a read', () => {
    const names = (kind: 'write' | 'read', options: Partial<HeadroomOptions>): readonly string[] =>
      only({ kind }, options).against.map(({ name }) => name)
    expect(names('write', {})).toEqual(['landauer'])
    expect(names('read', { memory })).toEqual(['readInformation'])
  })

  test('of more cells asks for more', () => {
    const cells = [8, 1e6, 1e12].map((each) =>
      only({ kind: 'write', bits: 8 }, { memory: { ...memory, cells: one(each) } })
    )
    const [few, many, most] = cells.map(costOf)
    expect(many).toBeGreaterThan(few!)
    expect(most).toBeGreaterThan(many!)
  })

  test('that says nothing of its cells has those of one word', () => {
    const [left, said] = [memory, { ...memory, cells: one(8) }].map((each) =>
      only({ kind: 'write', bits: 8 }, { memory: each })
    )
    expect(costOf(left!)).toBe(costOf(said!))
  })

  test('has no fewer cells than a word has bits', () => {
    const found = messages(table(action({ kind: 'write', bits: 8 })), {
      memory: { ...memory, cells: one(4) }
    })
    expect(found).toEqual([expect.stringContaining('staticWrites')])
  })
})

test('a limit of converters stands beside the floor, and is the floor only where one asks for it', () => {
  const [beside, asked] = [false, true].map((circuits) => only({ kind: 'convert', bits: 6 }, { circuits }))
  expect(beside!.floor!.name).toBe('readInformation')
  expect(asked!.floor!.name).toBe('converterEnergy')
  // 12 kT 4^N
  expect(asked!.floor!.energy.value / (12 * k * 300 * 4 ** 6)).toBeCloseTo(1, 12)
  expect(beside!.against.map(({ name }) => name)).toEqual(asked!.against.map(({ name }) => name))
})

test('an energy of 0 is not covered, and no number of decades from anything', () => {
  for (const kind of bounded) {
    const { standing, against } = only({ kind, energy: joules(0) }, { memory })
    expect(standing).toBe('zero')
    expect(against.map(({ decades }) => decades)).toEqual(against.map(() => null))
  }
})

test('an energy below its bound is said to be, by a negative number of decades', () => {
  const { standing, floor } = only({ energy: zeptojoules(1), bits: 8 })
  expect(standing).toBe('below')
  expect(floor!.decades).toBeCloseTo(Math.log10(1 / 22.968), 3)
})

test('an energy at its floor is above it by 0 decades', () => {
  const { energy } = only({ bits: 8 }).floor!
  expect(only({ bits: 8, energy })).toMatchObject({ standing: 'above', floor: { decades: 0 } })
})

test('a file that rounds by more than the floor cannot resolve it', () => {
  expect(only({ resolution: attojoules(5) }).resolved).toBe(false)
  expect(only({ resolution: zeptojoules(1) }).resolved).toBe(true)
  expect(only({}).resolved).toBeUndefined()
})

describe('counted actions', () => {
  const often = action({ action: 'often', energy: picojoules(1), count: 1e6 })
  const dear = action({ action: 'dear', energy: picojoules(100), count: 10 })

  test('have shares of what all of them take', () => {
    const { actions, spent } = heldTo(table(often, dear, action({ action: 'uncounted' })))
    expect(spent!.value).toBeCloseTo(1e-6 + 1e-9, 20)
    const shares = actions.map(({ spent: own }) => own?.share)
    expect(shares[2]).toBeUndefined()
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 12)
    expect(shares[1]).toBeCloseTo(1e-9 / 1.001e-6, 12)
  })

  test('are above the floor by energy less floor, times count', () => {
    const { actions } = heldTo(table(often))
    const { spent, floor } = actions[0]!
    expect(spent!.headroom!.value / (1e6 * (1e-12 - floor!.energy.value))).toBeCloseTo(1, 12)
  })

  test('tell the largest headroom in joules, which need not be the largest in decades', () => {
    const { largest } = heldTo(table(often, dear))
    expect(largest.decades!.action.action).toBe('dear')
    expect(largest.joules!.action.action).toBe('often')
  })

  test('of which there are none tell no joules', () => {
    const { largest, spent } = heldTo(table(action()))
    expect(spent).toBeUndefined()
    expect(largest.joules).toBeUndefined()
    expect(largest.decades).toBeDefined()
  })

  test('that all take nothing have no shares', () => {
    const { actions } = heldTo(table(action({ energy: joules(0), count: 3 })))
    expect(actions[0]!.spent!.share).toBeNull()
  })
})

test('what is below its floor, or not covered, has no headroom to be the largest', () => {
  const { largest } = heldTo(
    table(action({ energy: zeptojoules(1), count: 5 }), action({ energy: joules(0), count: 5 }))
  )
  expect(largest).toEqual({})
})

test('the options, the word of each action and the table are kept', () => {
  const of = table(action({ bits: 8 }))
  const found = heldTo(of)
  expect(found.table).toBe(of)
  expect(found.options).toEqual(room)
})

describe('problems', () => {
  test('all of them are told at once', () => {
    const found = messages(table(action({ kind: 'write' })), {
      temperature: kelvin(-1),
      errorProbability: one(0.7),
      bits: [{ of: 'dram', bits: 8 }, { bits: 0 }]
    })
    expect(found).toHaveLength(4)
    expect(found.join('\n')).toMatch(/temperature/)
    expect(found.join('\n')).toMatch(/errorProbability/)
    expect(found.join('\n')).toMatch(/got dram/)
    expect(found.join('\n')).toMatch(/bits: expected a number above 0, got 0/)
  })

  test.each([
    ['a negative energy', action({ energy: joules(-1) })],
    ['an energy that is no number', action({ energy: joules(NaN) })],
    ['an energy without end', action({ energy: joules(Infinity) })],
    ['a negative count', action({ count: -1 })],
    ['a count that is no number', action({ count: NaN })],
    ['a word of no bits', action({ bits: 0 })],
    ['a word of endless bits', action({ bits: Infinity })]
  ])('%s is refused, by the name of its action', (_, of) => {
    expect(messages(table(of))).toEqual([expect.stringContaining('sram.read')])
  })

  test('a total that is no energy is refused', () => {
    const of = { ...table(), totals: [{ component: 'Total', part: 'all', energy: joules(-1) }] }
    expect(messages(of)).toEqual([expect.stringContaining('Total.all')])
  })
})
