/** Sliders: each of their stops is a value of the field, and the text says it. */
import fc from 'fast-check'
import { knobsIn, controlsIn } from '../../src/explorer/figures'
import type { Knob } from '../../src/explorer/control'
import { middleIn, placeOf, rescaled, scaleOf, type Scale } from '../../src/explorer/scale'
import { contains } from '../../src/units/range'
import { exampleText } from '../estimate/files'

const knobs = knobsIn(controlsIn(JSON.parse(exampleText('brain-scale'))))
const knobNamed = (name: string, text: string): Knob => ({
  ...knobs.find((knob) => knob.name === name)!,
  text
})

const scaled = (name: string, text: string): Scale => scaleOf(knobNamed(name, text))!
const spanOf = ({ stops }: Scale) => [stops[0], stops.at(-1)]

/** A knob at any of the values that its field may have. */
const anyKnob: fc.Arbitrary<Knob> = fc
  .tuple(fc.constantFrom(...knobs), fc.double({ min: -15, max: 15, noNaN: true }))
  .map(([knob, exponent]) => ({ ...knob, text: String(Number((10 ** exponent).toPrecision(6))) }))
  .filter(({ measure, text }) => contains(measure.range, measure.unit(text).exact))

test('stops rise, lie in the range of the field, and one is what the text says', () => {
  fc.assert(
    fc.property(anyKnob, (knob) => {
      const { stops, value, textAt } = scaleOf(knob)!
      expect(stops.length).toBeGreaterThan(20)
      expect(stops[placeOf({ stops, value, textAt, unit: '' })]).toBe(value)
      stops.forEach((stop, at) => {
        if (at > 0) expect(stop).toBeGreaterThan(stops[at - 1]!)
        const said = middleIn(knob.measure, textAt(stop))!
        expect(said.value).toBeCloseTo(stop, 9)
        expect(contains(knob.measure.range, said.exact)).toBe(true)
      })
    })
  )
})

test('what spans decades is spaced by factors, two decades to either side', () => {
  const { stops, textAt } = scaled('duration', '30 d')
  expect(spanOf({ stops } as Scale)).toEqual([0.1, 1000])
  // 30 d × 10^(1/2): by hand 94.87 d, to the nearest of forty stops in a decade from 0.1 d, 0.1 × 10^(119/40).
  expect(stops).toContain(94.4)
  expect(textAt(94.4)).toBe('94.4 d')
})

test.each([
  ['precision', '8 bit', [0, 64]],
  ['outputBits', '4 bit', [0, 64]],
  ['transfers', '1', [0, 64]]
])('what is counted is whole: %s', (name, text, span) => {
  const found = scaled(name, text)
  expect(found.stops.every(Number.isInteger)).toBe(true)
  expect([found.stops[0]! >= span[0]!, found.stops.at(-1)]).toEqual([true, span[1]])
})

test('an end that is left out is no stop: a write fails with less than ½', () => {
  expect(scaled('writeErrorProbability', '0.4').stops.at(-1)).toBeLessThan(0.5)
  expect(scaled('flipProbability', '0.5').stops.at(-1)).toBe(1)
})

test.each([
  ['temperature', '300 K', 312, '312 K'],
  ['temperature', '300', 312, '312'],
  ['temperature', '300 K ± 2 K', 312, '312 K ± 2 K'],
  ['temperature', '300 ± 2 K', 312, '312 ± 2 K'],
  ['attemptRate', '1 GHz ± 10 %', 2, '2 GHz ± 10 %'],
  ['attemptRate', '[1, 10] GHz', 11, '[2,20] GHz'],
  ['flipProbability', '50 %', 25, '25 %'],
  ['movementEnergy', '3.9 pJ/bit', 1e-4, '1e-4 pJ/bit']
])('%s of "%s" at %d is "%s": its unit stays, and what is uncertain', (name, text, stop, moved) => {
  expect(scaled(name, text).textAt(stop)).toBe(moved)
})

test('a percent is a hundredth', () => {
  const { value, unit } = scaled('flipProbability', '50 %')
  expect([value, unit]).toEqual([50, '%'])
  expect(middleIn(knobNamed('flipProbability', '').measure, '50 %')!.value).toBe(0.5)
})

test('what cannot be read has no slider', () => {
  for (const text of ['5 kT', '300 pJ', 'warm', '1 GHz ±'])
    expect(scaleOf(knobNamed('temperature', text))).toBeUndefined()
})

test('a slider stays where the new value is on it, and is another where it is not', () => {
  const before = scaled('temperature', '300 K')
  expect(rescaled(before, scaled('temperature', '77 K')).stops).toBe(before.stops)
  for (const text of ['1e6 K', '77 mK']) {
    const now = scaled('temperature', text)
    expect(rescaled(before, now)).toBe(now)
  }
})
