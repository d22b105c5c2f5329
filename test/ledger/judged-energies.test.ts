/** Bounds before what is built: 1 aJ for an update is 2.54 decades above kT ln 2 at 300 K (by mpmath). */
import { headroom } from '../../src/ledger/headroom'
import { judgedEnergies, type JudgedEnergy } from '../../src/ledger/judged-energies'
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
  const said = (what: string, value: string): string => `${what} ${value}`
  const held = new Set(all.map(({ fact }) => said(fact.what, fact.value.exact.toString())))
  const missing = Object.values(factTables())
    .flat()
    .filter(({ value }) => /^energy\b/.test(value.dimension.name))
    .filter(({ what, value }) => !held.has(said(what, value.exact.toString())))
  expect(missing.map(({ what }) => what)).toEqual([])
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
