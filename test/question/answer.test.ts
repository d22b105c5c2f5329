/** Every answer: its question, the tier that it rests on, and figures that claim no more than they may. */
import { asked, answer, figureOf, valueOf } from '../../src/question/answer'
import { claimOf, narrowestTier } from '../../src/formula/model'
import { landauer } from '../../src/physics/thermodynamics'
import { balancedRows } from '../../src/physics/choices'
import { isQuantity } from '../../src/units/quantity'
import { bits, joulesPerBit, joulesPerMac, kelvin, macsPerConversion } from '../../src/units/si'
import { left, right } from '../reading/values'
import { everyAnswer, reads } from './every'

test('there is one to each question, in the order of the ten', () => {
  expect([...new Set(everyAnswer.map(({ question }) => question))].sort()).toEqual(Object.keys(asked).sort())
})

test('the tier is the narrowest of the figures, but where it rests on some of them only', () => {
  for (const { question, verdict, tier, figures } of everyAnswer) {
    const narrowest = narrowestTier(figures.map((each) => each.tier))
    const isOfSome = ['least', 'referee', 'distance'].includes(question)
    const some = question === 'referee' && verdict === 'not excluded' ? undefined : figures[0]?.tier
    expect([question, tier]).toEqual([question, isOfSome ? some : narrowest])
  }
})

test('what is claimed of a figure is what its tier licenses, of energies alone', () => {
  for (const { figures } of everyAnswer)
    for (const { tier, claim, value } of figures) {
      if (claim === undefined) continue
      expect(claim).toBe(claimOf(tier))
      const { m, kg, s } = value.dimension.exponents as { m: number; kg: number; s: number }
      expect([m, kg, s]).toEqual([2, 1, -2])
    }
})

test('a figure has the words, the constraint and the sources of its model', () => {
  const value = joulesPerBit(1)
  const { summary: what, tier, constraint, sources, name } = landauer
  expect(figureOf(landauer, value)).toEqual({
    name,
    what,
    value,
    tier,
    claim: 'lower bound',
    constraint,
    sources
  })
  expect(figureOf(balancedRows, macsPerConversion(1))).not.toHaveProperty('claim')
  expect(figureOf(landauer, value, { name: 'mine', share: 0.5 })).toMatchObject({ name: 'mine', share: 0.5 })
})

test('a model takes of what is given what it needs, and tells what it lacks', () => {
  const given = { temperature: kelvin(300), outputBits: bits(8), macEnergy: joulesPerMac(1e-15), more: 1 }
  expect(right(valueOf(balancedRows, given)).value).toBeCloseTo(3.25736, 5)
  expect(left(valueOf(landauer, given)).message).toMatch(/^landauer: errorProbability is missing/)
})

test('what is given is told as quantities', () => {
  const { given } = right(reads(0.02, 200))
  expect(Object.values(given).every(isQuantity)).toBe(true)
  expect(given['reuse']?.value).toBe(10)
})

test('what is left out of an answer is nothing', () => {
  expect(answer('reads', { verdict: 'x', figures: [] })).toMatchObject({
    question: 'reads',
    verdict: 'x',
    figures: [],
    about: '',
    unsaid: [],
    given: {},
    assumed: {}
  })
})
