/** "5 fJ/update, 14 bit, 1 ms, 300 K" is possible: 5.09 decades above Landauer, 3.13 below a capacitor. */
import * as fc from 'fast-check'
import { referee } from '../../src/question/referee'
import { memoryEnergies } from '../../src/technology/memories'
import { format } from '../../src/units/format'
import { left, right } from '../reading/values'
import { close, figure } from './answers'

const decades = (claim: string, name: string): number | undefined =>
  figure(right(referee(claim)), name).decades

const claim = '5 fJ/update, 14 bit, 1 ms, 300 K'

/**
 * In mpmath: log₁₀ of 5 fJ over 14 kT[ln 2 − h(10⁻⁹)], over 6 kT 4¹⁴, and over
 * kT[14 ln 2 + (2¹⁴ − 1)²/10⁶], at 10⁶ attempts in a millisecond.
 */
test('a claim of 5 fJ/update at 14 bit in a millisecond', () => {
  expect(right(referee(claim)).verdict).toBe('not excluded')
  close(decades(claim, 'landauer'), 5.09481198383)
  close(decades(claim, 'analogCellWrite'), -3.12522566204)
  close(decades(claim, 'annealedParameter'), 3.63755393781)
})

test('each of what it is held against has its tier, and what is on record its evidence', () => {
  const answer = right(referee(claim))
  const told = answer.figures.map(({ tier, evidence }) => evidence ?? tier)
  expect(told).toEqual(['theorem', 'theorem', 'circuit', 'model', 'specified', 'simulated', 'secondary'])
  // The claim is that of the device: Mehta et al., 2022.
  expect(answer.figures[4]).toMatchObject({ decades: 0 })
})

/** In mpmath: log₁₀ of 5 zJ over 8 kT[ln 2 − h(10⁻⁹)] = −0.66215. */
test('5 zJ for 8 bit is below a theorem', () => {
  expect(right(referee('5 zJ/update, 8 bit')).verdict).toBe('impossible as assumed')
  expect(right(referee('5 zJ/update, 8 bit, 300 K, 1e-9')).verdict).toBe('impossible')
  close(decades('5 zJ/update, 8 bit', 'landauer'), -0.662149967488)
})

/** In mpmath: log₁₀ of 1 pJ over 10 kT ln 2, and over 12 kT 4¹⁰. */
test('a conversion is held against the information that it reads, and the limit of converters', () => {
  close(decades('1 pJ/conversion, 10 bit', 'readInformation'), 7.54197000156)
  close(decades('1 pJ/conversion, 10 bit', 'converterEnergy'), 1.28301430327)
})

test.each([
  ['5 fJ/update', ['landauer', 'analogCellWrite']],
  ['5 fJ/update, 1 ms', ['optimalReset', 'landauer', 'analogCellWrite', 'annealedParameter']],
  ['5 fJ/bit, 1 ms', ['optimalReset', 'landauer']],
  ['5 fJ/parameter, 8 bit, 1 ms', ['optimalReset', 'landauer', 'annealedParameter']],
  ['5 fJ/conversion, 8 bit', ['readInformation', 'converterEnergy']],
  ['5 fJ/mac, 8 bit', ['landauer']],
  ['5 fJ/flop, 8 bit', ['landauer']]
])('%s is held against %j, in its own unit', (text, names) => {
  const answer = right(referee(text))
  const held = answer.figures.filter(({ evidence }) => evidence === undefined)
  expect(held.map(({ name }) => name)).toEqual(names)
  const unit = /\/(\w+)/.exec(text)![1]
  for (const { value, claim: may } of answer.figures.slice(0, names.length))
    expect([format(value).endsWith(`J/${unit}`), may !== undefined]).toEqual([true, true])
})

test('at most three of what is on record stand beside, the nearest, each with its source', () => {
  const { figures } = right(referee('1 pJ/bit'))
  const known = figures.filter(({ evidence }) => evidence !== undefined)
  expect(known).toHaveLength(3)
  const all = memoryEnergies().map(({ value }) => Math.abs(Math.log10(1e-12 / value.value)))
  known.forEach(({ decades: apart, sources }, at) => {
    expect(Math.abs(apart!)).toBeCloseTo([...all].sort((a, b) => a - b)[at]!, 9)
    expect(sources[0]?.url).toMatch(/^https/)
  })
})

test('what is excluded rests on theorems; being below none proves nothing, and has no tier', () => {
  expect(right(referee('1 zJ/bit')).tier).toBe('theorem')
  expect(right(referee(claim)).tier).toBeUndefined()
  expect(right(referee('1 pJ/flop')).tier).toBeUndefined()
})

test('a bit is a bit, whatever precision is claimed beside it', () => {
  expect(decades('1 fJ/bit, 14 bit', 'landauer')).toBe(decades('1 fJ/bit', 'landauer'))
})

test('below a class of circuits is not below a theorem', () => {
  expect(right(referee('1 fJ/conversion, 10 bit')).verdict).toBe('not excluded')
  expect(decades('1 fJ/conversion, 10 bit', 'converterEnergy')).toBeLessThan(0)
})

test('what is not claimed is assumed as in a workload file, and told', () => {
  const answer = right(referee('5 fJ/update'))
  expect(answer.given['temperature']?.value).toBe(300)
  expect(Object.keys(answer.assumed)).toEqual(['temperature', 'errorProbability'])
  expect(answer.unsaid.map(({ name }) => name)).toEqual(['precision', 'duration'])
  expect(Object.keys(right(referee(`${claim}, 1e-6, 2 GHz`)).assumed)).toEqual([])
})

/** In mpmath: ln(1/2ε)/f₀ = ln(5·10⁸) ns = 20.0301186564 ns; log₁₀ of 1 ns over it. */
test('a time in which no protocol sets a cell of two states is impossible, at any energy', () => {
  const answer = right(referee('5 fJ/bit, 1 ns, 1e-9, 1 GHz'))
  expect([answer.verdict, answer.tier]).toEqual(['impossible', 'theorem'])
  const { value, decades: apart, tier, constraint } = figure(answer, 'leastResetTime')
  close((value as { value: number }).value, 20.0301186564e-9)
  close(apart, -1.30168352202)
  expect([tier, constraint]).toEqual([
    'theorem',
    expect.stringMatching(/a cell of two states, left at most at the attempt/)
  ])
  expect(answer.unsaid.map(({ name }) => name)).toEqual(['optimalReset'])
  expect(right(referee('5 fJ/bit, 21 ns, 1e-9, 1 GHz')).verdict).toBe('not excluded')
})

test('what is excluded only by a value that the claim does not say is impossible as assumed', () => {
  expect(right(referee('5 fJ/bit, 1 ns, 1e-9')).verdict).toBe('impossible as assumed')
  expect(figure(right(referee('5 fJ/bit, 1 ns')), 'leastResetTime').from).toEqual([
    'errorProbability',
    'attemptRate'
  ])
  // What takes no rate is not excluded by one: Landauer, of a temperature and an error that are both said.
  expect(right(referee('1 zJ/bit, 1 s, 300 K, 1e-9')).verdict).toBe('impossible')
})

test('a time of what is no reset excludes nothing', () => {
  expect(right(referee('5 fJ/mac, 1 ps')).verdict).toBe('not excluded')
})

/** Of a claim of ever less. */
const ranks = ['not excluded', 'impossible as assumed', 'impossible'] as const

test('less energy, or less time, never makes more possible', () => {
  const decade = (from: number, to: number) =>
    fc.double({ min: from, max: to, noNaN: true }).map((x) => 10 ** x)
  const more = fc.double({ min: 1, max: 100, noNaN: true })
  const said = fc.subarray(['1 GHz', '300 K', '1e-9', '3 bit'])
  fc.assert(
    fc.property(
      fc.constantFrom('update', 'bit', 'parameter'),
      ...([decade(-22, -19), decade(-9, -6.5), more, more, said] as const),
      (unit, energy, time, lessEnergy, lessTime, beside) => {
        const rank = (joules: number, seconds: number): number => {
          const text = [`${joules} J/${unit}`, `${seconds} s`, ...beside].join(', ')
          return ranks.indexOf(right(referee(text)).verdict)
        }
        expect(rank(energy / lessEnergy, time / lessTime)).toBeGreaterThanOrEqual(rank(energy, time))
      }
    ),
    { numRuns: 60 }
  )
})

/** By hand: ln 2 − h(½) = 0. */
test('a bit that may as well be wrong costs nothing: that is told, and is no bound', () => {
  const answer = right(referee('1 zJ/bit, 0.5'))
  expect(answer.unsaid).toContainEqual({ name: 'landauer', why: 'it is 0 here, and says nothing' })
  expect([answer.verdict, answer.figures.every(({ decades }) => Number.isFinite(decades))]).toEqual([
    'not excluded',
    true
  ])
})

test('what may stand beside an energy is told by examples', () => {
  expect(left(referee('x')).message).toBe(
    'expected an energy such as "5 fJ/update" (in one of J/update, J/bit, J/parameter, J/conversion, J/mac, J/flop), or beside it such as "14 bit", "1 ms", "300 K", "1 GHz", "1e-9", got "x"'
  )
})

test('what is no claim is told, all of it', () => {
  const { problems } = left(referee('5 kg, 14 bit, 8 bit, -3 K')) as {
    problems: readonly { message: string }[]
  }
  expect(problems.map(({ message }) => message.replace(/ \(.*\), or .*, got/, ' …, got'))).toEqual([
    'expected an energy such as "5 fJ/update" …, got "5 kg"',
    'expected absolute temperature of the surroundings in (0, ∞) K, got "-3 K"',
    'expected one precision, got several'
  ])
  expect(left(referee('14 bit')).message).toMatch(/^expected an energy such as "5 fJ\/update" .* got none$/)
  expect(left(referee('1 fJ/update, 1 fJ/bit')).message).toBe('expected one energy, got several')
  expect(left(referee('0 J/update')).message).toBe(
    'expected energy that is claimed in (0, ∞) J/update, got "0 J/update"'
  )
  expect(left(referee('')).message).toMatch(/^expected an energy/)
  expect(left(referee(7 as never)).message).toBe('referee: claim: expected a text, got 7')
})
