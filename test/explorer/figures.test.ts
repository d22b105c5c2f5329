/** What an explorer shows is what the library and the command say of the same value. */
import * as E from 'fp-ts/lib/Either.js'
import { certifiedEstimateValue, estimateValue } from '../../src/estimate/workload-file'
import { controlsIn, explorer, knobsIn, sweptInputs } from '../../src/explorer/figures'
import { changed } from '../../src/explorer/state'
import type { AnyEstimate } from '../../src/report/ledger'
import type { SchemaError } from '../../src/shape/problem'
import { exampleText } from '../estimate/files'

const value: unknown = JSON.parse(exampleText('lenet-5'))
const shows = explorer()

const right = <A>(of: E.Either<SchemaError, A>): A => {
  if (E.isLeft(of)) throw new Error(of.left.message)
  return of.right
}

const ledgerOf = (of: unknown) => shows.ledger(of, knobsIn(controlsIn(of)))

const at = (...changes: readonly (readonly [string, string])[]): unknown => changed(value, new Map(changes))

const totals = ({ ledger }: AnyEstimate) =>
  [...ledger.paradigms, ...ledger.designs].map(({ name, total }) => [name, String(total.energy)])

test('a ledger is that of the same value, to every digit, whatever was shown before', () => {
  for (const temperature of ['300 K', '4 K', '77 K']) {
    const cold = at(['/design/temperature', temperature], ['/workload/convergence', 'constant'])
    const [shown, read] = [right(ledgerOf(cold)), right(estimateValue(cold))]
    expect(shown.ledger.paradigms.map(({ total }) => total.energy.exact.toString())).toEqual(
      read.ledger.paradigms.map(({ total }) => total.energy.exact.toString())
    )
  }
})

test('of what is uncertain it is that of the middle, and the enclosures are those of the command', () => {
  const warm = at(['/design/temperature', '300 K ± 2 K'], ['/workload/duration', '[20, 40] h'])
  const middle = at(['/design/temperature', '300 K'], ['/workload/duration', '30 h'])
  expect(totals(right(ledgerOf(warm)))).toEqual(totals(right(ledgerOf(middle))))
  expect(totals(right(shows.certified(warm)))).toEqual(totals(right(certifiedEstimateValue(warm))))
})

test('what a row is traded for has designs that the ledger of the same value confirms', () => {
  const gpt: unknown = JSON.parse(exampleText('gpt-3'))
  const knobs = knobsIn(controlsIn(gpt))
  const { duration, temperature } = sweptInputs(right(shows.ledger(gpt, knobs)), knobs)
  const of = shows.front(gpt, knobs, 'bitFlip', ['duration', duration!], ['temperature', temperature!])
  if (E.isLeft(of)) throw new Error(of.left)
  const { found } = of.right
  if (found.kind === 'none') throw new Error('none')
  expect(found.points.length).toBeGreaterThan(3)
  for (const { chosen, values } of found.points) {
    const [time, kelvins] = chosen.map(({ value: { value } }) => value)
    const there = changed(
      gpt,
      new Map([
        ['/workload/duration', `${time!} s`],
        ['/design/temperature', `${kelvins!} K`]
      ])
    )
    const row = right(estimateValue(there)).ledger.paradigms.find(({ name }) => name === 'bitFlip')!
    expect(row.total.energy.value / values[0]!.upper.value).toBeCloseTo(1, 9)
  }
  expect(found.current?.values[1]!.upper.value).toBe(355 * 3600)
})

test('kT ln 2 less 8 % is told as it is: 100 bit at 300 K and an error of 0.01 of each', () => {
  // By hand: N b (1 − h(ε)/ln 2) kT ln 2 with N b = 100, ε = 0.01, kT = 1.380649e-23 × 300; h(0.01) = 0.0560015.
  const small = {
    name: 'small',
    workload: {
      parameters: 10,
      precision: '10 bit',
      convergence: 'exponential',
      duration: '1 h',
      operations: '1e6 flop',
      updates: '1e6 update'
    },
    design: { solutionErrorProbability: 0.01 }
  }
  const answer = shows.answer(right(ledgerOf(small)), 'floor')!
  expect(Number(answer.exact)).toBeCloseTo(100 * 1.380649e-23 * 300 * (Math.LN2 - 0.0560015), 23)
  expect([answer.total, answer.decades]).toEqual(['263.9 zJ', ''])
})

test('a row that the ledger has not is none, in words and in a picture', () => {
  const estimate = right(ledgerOf(value))
  expect(shows.answer(estimate, 'zebra')).toBeUndefined()
  expect(shows.tornado(estimate, 'zebra')).toEqual(E.left('zebra has no value here'))
})

test('all problems are told at once, each with its place', () => {
  const wrong = ledgerOf(at(['/design/temperature', '5 kT'], ['/workload/duration', '-1 s']))
  expect(E.isLeft(wrong) && wrong.left.problems.map(({ pointer }) => pointer)).toEqual([
    '/workload/duration',
    '/design/temperature'
  ])
})

const own = {
  ...(value as object),
  designs: [
    {
      name: 'my chip',
      parts: [
        { name: 'cell', place: 'update', model: 'staticWrite', inputs: { barrier: '0.25 eV' } },
        { name: 'leakage', place: 'beside', figure: '20 mW' }
      ]
    }
  ]
}

test('designs are rows, of which a problem is told among designs', () => {
  expect(totals(right(ledgerOf(own))).at(-1)![0]).toBe('my chip')
  const wrong = ledgerOf(changed(own, new Map([['/designs/0/parts/0/inputs/barrier', '1 K']])))
  expect(E.isLeft(wrong) && wrong.left.problems[0]!.pointer).toBe('/designs/0/parts/0/inputs/barrier')
})

test('every input with a knob may be swept, those of a design too; the scenario is in its picture', () => {
  const estimate = right(ledgerOf(own))
  const inputs = sweptInputs(estimate, knobsIn(controlsIn(own)))
  expect(Object.keys(inputs)).toEqual(
    expect.arrayContaining(['temperature', 'precision', 'flops', 'updates', 'my chip: cell, barrier'])
  )
  for (const [input, knob] of Object.entries(inputs)) {
    const svg = shows.sweep(estimate, input, knob)
    // The dotted line stands where the scenario is.
    expect([input, E.isRight(svg) && svg.right.includes('stroke-dasharray="1 3"')]).toEqual([input, true])
  }
})

test('the sensitivities of each row are drawn: the dissipated energy is as the temperature', () => {
  const estimate = right(ledgerOf(own))
  for (const { name } of [...estimate.ledger.paradigms, ...estimate.ledger.designs]) {
    const svg = shows.tornado(estimate, name)
    expect([name, E.isRight(svg)]).toEqual([name, true])
  }
  const svg = shows.tornado(estimate, 'limDissipated')
  expect(E.isRight(svg) && svg.right.includes('1 % more of temperature T changes it by +1.00 %.')).toBe(true)
})
