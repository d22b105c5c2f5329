/** A sweep of enclosures: what is true of any scenario of the box lies between the ends, at every value. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { axisFrom } from '../../src/estimate/axis'
import { certifiedGridFile } from '../../src/estimate/certified-grid'
import { certifiedEstimateFile, type Overrides } from '../../src/estimate/workload-file'
import type { Scenario } from '../../src/ledger/scenario'
import { certifiedSweep, sweep, type CertifiedSweep } from '../../src/ledger/sweep'
import type { Certainty } from '../../src/units/enclosure'
import { format } from '../../src/units/format'
import type { Quantity } from '../../src/units/quantity'
import { bits, joules, kelvin, seconds } from '../../src/units/si'
import { exampleText, readEstimate, text, withValue } from '../estimate/files'
import { relativeError, right } from '../reading/values'

const brain = exampleText('brain-scale')
const scenarioOf = (overrides: Overrides, file = brain): Scenario<Certainty> =>
  right(certifiedEstimateFile(file, overrides)).ledger.scenario
const swept = (
  overrides: Overrides,
  input: string,
  values: readonly Quantity<unknown>[],
  options?: { readonly digits: number }
): CertifiedSweep => right(certifiedSweep(scenarioOf(overrides), input, values, options))

/** The ends of a row at each value. */
const endsOf = ({ paradigms }: CertifiedSweep, name: string) =>
  paradigms.find((each) => each.name === name)!.totals.map((total) => right(total))

test('the floor at 300 K ± 30 K, worked by hand: 8e15 bit at k T (ln 2 − h(1e-9)), a tenth less and more', () => {
  // mpmath, at 270 K and 330 K; that the time is no longer changes no digit of these.
  const byHand = { lower: 2.067104732473518e-5, upper: 2.526461339689855e-5 }
  const of = swept({ temperature: '300 K ± 30 K' }, 'duration', [seconds(3e7), seconds(3e8)])
  expect(Object.entries(of.uncertain).map(([name, value]) => [name, format(value)])).toEqual([
    ['temperature', '[270.0, 330.0] K']
  ])
  for (const { lower, upper } of endsOf(of, 'floor')) {
    expect(lower.value / byHand.lower).toBeCloseTo(1, 13)
    expect(upper.value / byHand.upper).toBeCloseTo(1, 13)
    // It is proportional to the temperature, to the last digit.
    expect(relativeError(upper.exact.div(lower.exact), kelvin(330).exact.div(270))).toBeLessThan(1e-32)
  }
})

test('any scenario between the ends of what is uncertain has its totals between those of the sweep', () => {
  const overrides = {
    temperature: '[250, 350] K',
    attemptRate: '[1e9, 1e10] Hz',
    errorProbability: '[0.005, 0.02]'
  }
  const values = [4, 8, 16].map((value) => bits(value))
  const of = swept(overrides, 'precision', values)
  const within = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(within, within, within, (a, b, c) => {
      const { scenario } = readEstimate(brain, {
        temperature: `${250 + 100 * a} K`,
        attemptRate: `${1e9 + 9e9 * b} Hz`,
        errorProbability: `${0.005 + 0.015 * c}`
      }).ledger
      for (const { name, totals } of right(sweep(scenario, 'precision', values)).paradigms)
        totals.forEach((total, at) => {
          const { lower, upper } = endsOf(of, name)[at]!
          expect(right(total).value).toBeGreaterThanOrEqual(lower.value * (1 - 1e-13))
          expect(right(total).value).toBeLessThanOrEqual(upper.value * (1 + 1e-13))
        })
    }),
    { numRuns: 30 }
  )
})

test('its ends are those of the certified grid at the same points, of which that has float64 just outside', () => {
  const overrides = { attemptRate: '1 GHz ± 20 %', macs: '[1e28, 3e28] mac' }
  const grid = right(certifiedGridFile(brain, [right(axisFrom('temperature=4 K, 77 K, 300 K'))], overrides))
  const of = swept(overrides, 'temperature', [kelvin(4), kelvin(77), kelvin(300)])
  const blocks = [...grid.blocks()]
  for (const { name } of of.paradigms)
    endsOf(of, name).forEach((total, at) => {
      for (const end of ['lower', 'upper'] as const) {
        const column = grid.rows.findIndex((row) => row.name === `${name}.${end}`)
        const outward = blocks[at]!.totals[column]![0]!
        const isOutside = total[end].exact[end === 'lower' ? 'gte' : 'lte'](outward)
        expect([isOutside, relativeError(joules(outward).exact, total[end].exact) <= 2 ** -51]).toEqual([
          true,
          true
        ])
      }
    })
})

test('of exact values nothing is uncertain, and the ends are the next numbers of as many digits', () => {
  const of = swept({}, 'temperature', [kelvin(4), kelvin(300)])
  expect(of.uncertain).toEqual({})
  for (const { name } of of.paradigms)
    for (const { lower, upper } of endsOf(of, name))
      expect(upper.exact.minus(lower.exact).div(lower.exact).lte('1e-33')).toBe(true)
  const few = endsOf(swept({}, 'temperature', [kelvin(300)], { digits: 3 }), 'floor')
  expect(few.map((each) => format(each))).toEqual(['[22.90, 23.00] µJ'])
})

test('what is uncertain is told once: not what is swept, nor what has no width, nor what another input is', () => {
  const measured = withValue(
    '/workload/convergence',
    { meanStep: 0.02, shape: '[0.8, 0.9]' },
    JSON.parse(brain) as Parameters<typeof withValue>[2]
  )
  const overrides = { temperature: '300 K ± 2 K', duration: '1 yr ± 0 yr', precision: '8 bit ± 1 bit' }
  const scenario = scenarioOf(overrides, text(measured))
  const of = (input: string, value: Quantity<unknown>) =>
    Object.keys(right(certifiedSweep(scenario, input, [value])).uncertain)
  expect(of('temperature', kelvin(4))).toEqual(['precision', 'shape'])
  // Measured steps shrink to the precision, whatever that is.
  expect(of('precision', bits(4))).toEqual(['temperature', 'shape'])
})

test('where a row need not have a value for all of them there is no enclosure, but the reason', () => {
  const of = swept({ attemptRate: '[1e4, 1e9] Hz' }, 'duration', [seconds(1e6), seconds(1e13)])
  const { totals } = of.paradigms.find(({ name }) => name === 'limRecovered')!
  expect(totals.map(E.isRight)).toEqual([false, true])
  expect(E.isLeft(totals[0]!) && totals[0].left.message).toMatch(/which does not settle it$/)
})

test('an input that there is none of, or a value of another dimension, is told by name', () => {
  const refused = (input: string, value: Quantity<unknown>): string => {
    const of = certifiedSweep(scenarioOf({}), input, [value])
    return E.isLeft(of) ? of.left.message : ''
  }
  expect(refused('temprature', kelvin(4))).toMatch(
    /^certifiedSweep: there is no input of this ledger "temprature": did you mean temperature\?/
  )
  expect(refused('temperature', seconds(4))).toBe(
    'certifiedSweep: expected values of temperature (temperature), got 4 s as value 1'
  )
})
