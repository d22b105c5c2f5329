/** A cell that is written to 2 % at 10 pJ, and looked at for 3 pJ, is worth looking at above 4.164 bit. */
import fc from 'fast-check'
import { isEnclosure } from '../../src/units/enclosure'
import { right } from '../reading/values'
import { close, figure, valueOf } from './answers'
import { writes } from './every'

const ask = (...given: Parameters<typeof writes>) => right(writes(...given))

const answer = ask(6, 0.02, 10, 3)

/** The ends of the bracket of the break-even. */
const evenBits = (of: typeof answer): readonly [number, number] => {
  const { value } = figure(of, 'evenBits')
  return isEnclosure(value) ? [value.lower.value, value.upper.value] : [NaN, NaN]
}

/** By hand: 12 × 0.02² × 4⁶ = 19.6608 cells at 10 pJ. In mpmath: 13 pJ/√(1 − e^(−1/(2π · 0.02² · 4⁶))). */
test('6 bit take 196.6 pJ without looking and 42.73 pJ with', () => {
  expect(answer.verdict).toBe('verified')
  close(valueOf(answer, 'blindWrite'), 1.96608e-10, 1e-14)
  close(valueOf(answer, 'verifiedWrite'), 4.27272338552e-11)
})

test('what they take are estimates, of the energies that are stated; where they are even is none of an energy', () => {
  expect(
    ['blindWrite', 'verifiedWrite', 'evenBits', 'blindBits'].map((name) => figure(answer, name).claim)
  ).toEqual(['estimate', 'estimate', undefined, undefined])
  expect(answer.tier).toBe('empirical')
  expect(answer.given['writeNoise']?.value).toBe(0.02)
})

/** In mpmath, which has the error function: 13 pJ/erf(2⁻⁷/(0.02 √2)). */
test('a verified write is below the exact mean of Gaussian noise by less than 0.71 %', () => {
  const ratio = valueOf(answer, 'verifiedWrite') / 4.27736323235e-11
  expect(ratio).toBeLessThan(1)
  expect(ratio).toBeGreaterThan(1 - 0.0071)
})

/** In mpmath, by its secant method: 4.1641520429345359432. */
test('they are even in a bracket that holds 4.16415204293453594 bit, and is a millionth of a millionth wide', () => {
  const [lower, upper] = evenBits(answer)
  expect(lower).toBeLessThanOrEqual(4.164152042934536)
  expect(upper).toBeGreaterThanOrEqual(4.164152042934536)
  expect(upper - lower).toBeLessThan(1e-11)
})

/** In mpmath: −log₂(0.02 √12). */
test('one blind write is good for 3.851 bit', () => {
  close(valueOf(answer, 'blindBits'), 3.85137493941)
})

/** In mpmath: 3.9215380056323785826. */
test('looking that takes nothing is worth it above 3.9215 bit, where a blind write is no longer enough', () => {
  const [lower, upper] = evenBits(ask(6, 0.02, 10, 0))
  expect(lower).toBeLessThanOrEqual(3.921538005632379)
  expect(upper).toBeGreaterThanOrEqual(3.921538005632379)
  expect(evenBits(ask(6, 1e-9, 10, 0))[0]).toBeGreaterThan(28)
})

test('at a noise of the whole range a free look is worth it at any precision: no break-even, and it says so', () => {
  const wild = ask(1, 1, 10, 0)
  expect(wild.verdict).toBe('verified')
  expect(wild.unsaid).toEqual([
    { name: 'evenBits', why: 'verified writes take less at any precision' },
    { name: 'blindBits', why: 'one blind write does not leave a bit' }
  ])
})

test('below the bracket blind writes take less, above it verified ones do', () => {
  const energy = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 250 }), energy, energy, (thousandths, write, verify) => {
      const noise = thousandths / 1000
      const [lower, upper] = evenBits(ask(8, noise, write, verify))
      expect(ask(lower * (1 - 1e-6), noise, write, verify).verdict).toBe('blind')
      expect(ask(upper * (1 + 1e-6), noise, write, verify).verdict).toBe('verified')
    }),
    { numRuns: 20 }
  )
})
