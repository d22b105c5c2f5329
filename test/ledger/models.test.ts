/** The ledger as models: each entry in joules, a bound on the process of its wall. */
import * as E from 'fp-ts/lib/Either.js'
import { cheapest, onProcess, tightest, times, total, type AnyModel } from '../../src/bound/compose'
import { countedTwice } from '../../src/bound/process'
import { input } from '../../src/formula/model'
import { inputsBy, ledgerInputs } from '../../src/ledger/inputs'
import { allGiven } from '../../src/workload/known'
import { ledgerModels, type ParadigmModels } from '../../src/ledger/models'
import { walls } from '../../src/ledger/paradigms'
import { consolidationReset } from '../../src/physics/consolidation'
import { analogMac, converterEnergy, readInformation } from '../../src/physics/read'
import { rateCappedReset } from '../../src/physics/thermodynamics'
import { staticUpdate } from '../../src/physics/update'
import { evaluate } from '../../src/reading/evaluate'
import type { Energy } from '../../src/units/dimension'
import { bits, conversions, joules, macs, one, updates } from '../../src/units/si'
import { errorOf, left, referenceNamed, right } from './reference'

const convergences = ['constant', 'exponential', 'powerLaw', 'measured'] as const
const models = right(ledgerModels('powerLaw'))
const named = Object.entries<ParadigmModels>(models.paradigms)

/** The inputs of a reference by name, as a model takes them. */
const valuesOf = (name: string) =>
  Object.fromEntries(
    Object.entries(ledgerInputs).map(([input, { unit }]) => [
      input,
      (unit as (value: string) => unknown)(referenceNamed(name).inputs[input]!)
    ])
  ) as never

test('every entry is in joules, and bounds the process of its wall', () => {
  for (const [, { walls: parts, total: whole }] of named) {
    expect(whole.unit).toBe(joules)
    for (const wall of parts === undefined ? [] : walls) {
      expect(parts![wall].unit).toBe(joules)
      for (const process of parts![wall].processes) expect(process).toContain(` (learning/${wall})`)
    }
  }
})

test('every total is about all walls, so that totals compete', () => {
  for (const [, a] of named)
    for (const [, b] of named) {
      expect(E.isRight(tightest(a.total, b.total))).toBe(true)
      for (const wall of a.walls && b.walls ? walls : [])
        expect(E.isRight(cheapest(a.walls![wall], b.walls![wall]))).toBe(true)
    }
})

test('walls add to one another, and to nothing that they are made of', () => {
  for (const [, { walls: parts, total: whole }] of named) {
    if (parts === undefined) continue
    for (const at of walls) {
      for (const other of walls) expect(E.isRight(total(parts[at], parts[other]))).toBe(at !== other)
      for (const part of parts[at].parts.filter(({ processes }) => processes.length > 0))
        for (const ledger of [parts[at], whole]) {
          expect([ledger.name, part.name, countedTwice(ledger.processes, part.processes)]).not.toContain(
            undefined
          )
          expect(countedTwice(part.processes, ledger.processes)).toBeDefined()
        }
    }
  }
})

/** Models of any inputs. */
const counted = (of: unknown) => right(of as E.Either<{ readonly message: string }, AnyModel<Energy>>)

test.each([
  ['floor', 'update', times(rateCappedReset, 'bits', input('n', bits, '[0, ∞)', 'bits'))],
  [
    'limRecovered',
    'memory',
    times(readInformation, 'conversions', input('n', conversions, '[0, ∞)', 'reads'))
  ],
  ['cim', 'memory', times(converterEnergy, 'conversions', input('n', conversions, '[0, ∞)', 'reads'))],
  ['cim', 'memory', times(analogMac, 'n', input('n', macs, '[0, ∞)', 'macs'))],
  ['cim', 'update', times(staticUpdate, 'n', input('n', updates, '[0, ∞)', 'updates'))],
  ['cim', 'consolidation', times(consolidationReset, 'bits', input('n', bits, '[0, ∞)', 'bits'))]
] as const)('%s.%s is not added to its own model, unless that is of another process', (name, wall, own) => {
  const { walls: parts, total: whole } = models.paradigms[name]
  const other = counted(own)
  for (const entry of [parts![wall], whole]) {
    expect(left(total(entry, other))).toMatchObject({ kind: 'double count' })
    expect(left(total(other, entry)).message).toContain(`(learning/${wall})`)
    expect(E.isRight(total(entry, right(onProcess('second chip', other))))).toBe(true)
  }
})

test('the ledger of one workload adds to that of another', () => {
  const { floor, cim } = models.paradigms
  expect(E.isRight(total(floor.total, right(onProcess('second workload', cim.total))))).toBe(true)
})

test.each(convergences)('for %s convergence, every model takes the inputs of the ledger', (convergence) => {
  const { paradigms, intermediates } = right(ledgerModels(convergence))
  const inputs = Object.keys(inputsBy(allGiven, convergence === 'measured', 'none')).sort()
  for (const { total: whole } of Object.values<ParadigmModels>(paradigms))
    expect(Object.keys(whole.inputs).sort()).toEqual(inputs)
  for (const each of Object.values(intermediates)) expect(Object.keys(each.inputs).sort()).toEqual(inputs)
})

test('what entries share has a symbol and a unit', () => {
  expect(
    Object.entries(models.intermediates).map(([name, { symbol, unit }]) => [name, symbol, unit.symbol])
  ).toEqual([
    ['updatesPerParameter', 'n', 'update/parameter'],
    ['meanStep', 'ᾱ', ''],
    ['shape', 'σ', ''],
    ['retentionBarrier', 'B', 'J'],
    ['staticWrite', 'W', 'J/update'],
    ['meanMatchedBarrier', 'B̄', 'J/update']
  ])
})

test('an entry is a model of its own: evaluated alone it has the value it has in the ledger', () => {
  for (const [name, { walls: parts, total: whole }] of named)
    for (const [wall, entry] of Object.entries({ ...parts, total: whole })) {
      const value = right(evaluate(entry)(valuesOf('gpt-3')))
      const expected = (referenceNamed('gpt-3').ledger as Record<string, Record<string, string>>)[name]![
        wall
      ]!
      expect(errorOf(value.exact, expected)).toBeLessThan(1e-30)
    }
})

test('two paradigms of one workload never add: the workload would be learned twice', () => {
  const { floor, cim, accelerator } = models.paradigms
  expect(left(total(floor.total, cim.total))).toMatchObject({ kind: 'double count' })
  expect(left(total(floor.total, cim.total)).message).toContain('(learning/memory)')
  expect(left(total(cim.walls!.update, accelerator.total))).toMatchObject({ kind: 'double count' })
})

test('paradigms of one workload compete: the cheapest of floor and cim is the floor, the tightest cim', () => {
  const { floor, cim } = models.paradigms
  const valueOf = (bound: E.Either<{ readonly message: string }, typeof cim.total>) =>
    right(evaluate(right(bound))(valuesOf('gpt-3'))).exact
  const reference = referenceNamed('gpt-3').ledger
  expect(errorOf(valueOf(cheapest(floor.total, cim.total)), reference.floor.total!)).toBeLessThan(1e-30)
  expect(errorOf(valueOf(tightest(floor.total, cim.total)), reference.cim.total!)).toBeLessThan(1e-30)
})

test('a mean step and a shape are missed only where the convergence is measured', () => {
  const { shape, meanStep } = right(ledgerModels('measured')).intermediates
  expect(left(evaluate(shape!)(valuesOf('gpt-3'))).message.split('\n')).toEqual([
    expect.stringContaining('meanStep is missing'),
    expect.stringContaining('shape is missing'),
    expect.stringContaining('stepRange is missing')
  ])
  const found = { meanStep: one('0.02'), shape: one('0.25'), stepRange: bits(4) }
  const given = { ...(valuesOf('gpt-3') as object), ...found } as never
  expect(right(evaluate(shape!)(given)).exact.toString()).toBe('0.25')
  expect(right(evaluate(meanStep!)(given)).exact.toString()).toBe('0.02')
  expect(left(evaluate(models.intermediates['shape']!)(given)).message).toContain('no input shape')
})

describe('where heat is pumped', () => {
  const cooled = right(ledgerModels('exponential', allGiven, 'stated'))

  test('every total has what it takes at the wall plug beside it, about the same processes', () => {
    for (const [name, { total: whole, wallPlug }] of Object.entries<ParadigmModels>(cooled.paradigms)) {
      expect(wallPlug!.processes).toEqual(whole.processes)
      expect(wallPlug!.unit).toBe(joules)
      expect(wallPlug!.name).toBe(`${name}.wallPlug`)
      // Neither is a cost beside the other.
      expect(left(total(whole, wallPlug!))).toMatchObject({ kind: 'double count' })
    }
  })

  test('it cites Carnot, and says so of the figure that totals share', () => {
    const { refrigeration } = cooled.intermediates
    expect([refrigeration!.symbol, refrigeration!.unit.symbol]).toEqual(['r_h', ''])
    for (const { wallPlug } of Object.values<ParadigmModels>(cooled.paradigms))
      expect(wallPlug!.sources.map(({ citation }) => citation).join()).toContain('Carnot')
  })

  test('where it is not, there is no wall plug', () => {
    expect(models.intermediates).not.toHaveProperty('refrigeration')
    for (const [, { wallPlug }] of named) expect(wallPlug).toBeUndefined()
  })
})
