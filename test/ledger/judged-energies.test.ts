/** Bounds before what is built: 1 aJ for an update is 2.54 decades above kT ln 2 at 300 K (by mpmath). */
import { headroom } from '../../src/ledger/headroom'
import { judgedEnergies, type JudgedEnergy } from '../../src/ledger/judged-energies'
import type { Fact } from '../../src/technology/facts'
import { citedModels } from '../../src/technology/models'
import { factTables } from '../../src/technology/tables'
import type { Energy } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import { joules, kelvin, one } from '../../src/units/si'
import { right } from '../units/arbitraries'

const all = judgedEnergies()
const named = (start: string): JudgedEnergy => all.find(({ name }) => name.startsWith(start))!

test('no cited energy lies below its floor, or is 0', () => {
  const low = all.filter(({ held }) => !['above', 'no floor'].includes(held.standing))
  expect(low.map(({ name }) => name)).toEqual([])
})

test('every energy of every table is held, or it says why no floor is claimed of it', () => {
  const said = (table: string, { what, value }: Fact<unknown>): string =>
    `${table}: ${what} ${value.exact.toString()}`
  const cited = Object.entries<readonly Fact<unknown>[]>(factTables()).flatMap(([table, rows]) =>
    rows.filter(({ value }) => /^energy\b/.test(value.dimension.name)).map((fact) => said(table, fact))
  )
  expect(all.map(({ table, fact }) => said(table, fact)).sort()).toEqual(cited.sort())
  expect(all.length).toBeGreaterThan(350)
  for (const { held, name } of all)
    expect([name, held.floor === undefined]).toEqual([name, held.why !== undefined])
})

/** An energy held as it was, had it been another. */
const standingAt = ({ held }: JudgedEnergy, energy: Quantity<Energy>): string => {
  const actions = [{ ...held.action, energy }]
  const table = { format: 'by hand', name: 'one', actions, totals: [], notes: [] }
  const found = right(headroom(table, { temperature: kelvin(300), errorProbability: one(0) }))
  return found.actions[0]!.standing
}

test('an energy at its floor is above it, and half of it would be an alarm', () => {
  for (const each of all) {
    const floor = each.held.floor?.energy
    if (floor === undefined) continue
    expect([each.name, standingAt(each, floor)]).toEqual([each.name, 'above'])
    expect([each.name, standingAt(each, joules(floor.exact.div(2)))]).toEqual([each.name, 'below'])
  }
})

test.each([
  ['NVIDIA H100 SXM5, power limit', 'defaults', 'compute', 16, 'file'],
  ['Training of GPT-3', 'defaults', 'compute', 1, 'least'],
  ['HBM2, energy per bit moved', 'defaults', 'transfer', 1, 'least'],
  ['GPT-1, an operation of its training', 'models', 'compute', 1, 'least'],
  ['NVIDIA B100', 'accelerators', 'compute', 16, 'file'],
  ['32-bit integer addition, 45 nm', 'operations', 'compute', 32, 'file'],
  ['FP32 multiplication, 45 nm', 'operations', 'compute', 32, 'file'],
  ['BF16 addition, 7 nm', 'operations', 'compute', 16, 'file'],
  ['Access of GDDR6 DRAM, 7 nm', 'operations', 'read', 64, 'file'],
  ['macro access: SRAM of 8 KB, 7 nm', 'memories', 'read', 1, 'file'],
  ['cell write: SRAM', 'memories', 'write', 1, 'file'],
  ['write: FeRAM', 'memories', 'write', 1, 'file'],
  ['pulse: PCM synapse, set', 'memories', 'write', 1, 'least'],
  ['write: Z1', 'spins', 'write', 1, 'least'],
  ['random bit: subthreshold', 'spins', 'other', 1, 'least'],
  ['operation: training in phase-change', 'learning', 'compute', 1, 'least'],
  ['sample: ANP-I', 'learning', 'other', 1, 'least'],
  ['Surface acoustic wave machine', 'ising', 'compute', 50, 'file'],
  ['All-to-all current-mode machine', 'ising', 'compute', 1, 'least'],
  ['Loihi (14 nm), synaptic update by pairwise', 'neuromorphic', 'write', 1, 'least'],
  ['Loihi (14 nm), spike within', 'neuromorphic', 'transfer', 1, 'least'],
  ['ODIN', 'neuromorphic', 'compute', 1, 'least'],
  ['Jinshan Yue et al., ISSCC 2021, 65 nm SRAM', 'chips', 'compute', 1, 'file'],
  ['Ag:a-Si RRAM', 'devices', 'write', Math.log2(97), 'file'],
  ['RRAM of ISAAC', 'devices', 'write', 1, 'least']
])('%s is in %s, a %s of %d bit', (name, table, kind, bits, origin) => {
  const each = named(name)
  const { action, word } = each.held
  expect({ table: each.table, kind: action.kind, word }).toEqual({ table, kind, word: { bits, origin } })
})

test.each([
  ['learning event: superconducting loop', 1, 2.870978885078724e-21, 2.541970001556966],
  ['8-bit integer addition, 7 nm', 8, 2.296783108062979e-20, 5.483978054579279],
  ['Access of an 8 KB SRAM, 7 nm', 64, 1.837426486450383e-19, 7.610851290964779]
])('%s is held against %d bit', (name, bits, floor, decades) => {
  const { held } = named(name)
  expect(held.word.bits).toBe(bits)
  expect(held.floor!.energy.value / floor).toBeCloseTo(1, 12)
  expect(held.floor?.decades).toBeCloseTo(decades, 12)
})

test('an operation of a training takes its energy over its operations', () => {
  const { fact, held } = named('GPT-3 175B (davinci), ')
  expect(held.action.energy.value / (fact.value.value / 3.14e23)).toBeCloseTo(1, 12)
})

test('what may erase nothing has no floor', () => {
  expect(named('flip: six FPGAs').held.why).toMatch(/nothing is erased/)
  expect(named('TrueNorth (28 nm), hop').held.why).toMatch(/transfer/)
  expect(named('write: Z1').held.floor?.name).toBe('landauer')
})

test('the energy and the operations of a training are of the same training', () => {
  // Operations of a tuned model are with those of its base.
  const tuned = citedModels().filter(
    ({ energy, baseModel }) => energy !== undefined && baseModel !== undefined
  )
  expect(tuned.map(({ name }) => name)).toEqual([])
})
