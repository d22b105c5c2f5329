/** At 77 K and 2 fJ for a product, 6 bit are even with 0.0261 rows, and 64 rows with 11.63 bit. */
import { conversion as question } from '../../src/question/conversion'
import { bits, joulesPerConversion, joulesPerMac, kelvin, macsPerConversion } from '../../src/units/si'
import { femto, pico } from '../../src/units/unit'
import { left, right } from '../reading/values'
import { close, figure, valueOf } from './answers'
import { conversion } from './every'

const ask = (...given: Parameters<typeof conversion>) => right(conversion(...given))

/** In mpmath: 12 k · 77 K · 4⁶ over 2 fJ; ½ log₂ of 64 × 2 fJ over 12 k · 77 K; and the share of the one. */
test('the bits and rows at which it is even, and its share', () => {
  const answer = ask(6, 64, 2)
  expect(answer.verdict).toBe('does not dominate')
  close(valueOf(answer, 'balancedRows'), 0.0261267389645)
  close(valueOf(answer, 'balancedBits'), 11.6291645627)
  close(valueOf(answer, 'conversionShare'), 0.00040806371235)
})

/** By hand: 12 kT 4⁸ at 300 K is 3.2574 fJ. */
test('at 8 bit it dominates 3 rows of 1 fJ, and not 4: the least rows of a class of circuits, and the most bits, which is no bound from below', () => {
  expect([3, 4].map((rows) => ask(8, rows, 1, 300).verdict)).toEqual(['dominates', 'does not dominate'])
  const { figures } = ask(8, 3, 1, 300)
  const tierOf = (of: string) => figures.find(({ name }) => name === of)?.tier
  expect([tierOf('balancedRows'), tierOf('balancedBits')]).toEqual(['circuit', 'model'])
})

/** By hand: 12 kT at 300 K is 49.703364 zJ, for no bits and one row. */
test('a product of just as much is even', () => {
  expect(ask(0, 1, 4.9703364e-5, 300).verdict).toBe('is even')
})

test('where a converter of no bits dominates, no bits are told, and it says why', () => {
  const answer = ask(0, 1, 1e-6)
  expect(answer.verdict).toBe('dominates')
  expect(answer.figures.map(({ name }) => name)).not.toContain('balancedBits')
  expect(answer.unsaid).toEqual([
    { name: 'balancedBits', why: expect.stringMatching(/^balancedBits: requires 0 ≤/) as string }
  ])
})

/**
 * By hand: 1.2 pJ over 128 rows is 9.375 fJ for a product, 9.375/49.375 of it; 1.2 pJ over 40 fJ is 30 rows; and
 * log₁₀ of 1.2 pJ over 12 kT 4⁸ at 300 K, 3.2573597 fJ.
 */
test('a converter of one’s own is 19 % of a product where the ideal one is nothing', () => {
  const column = { temperature: kelvin(300), outputBits: bits(8), rows: macsPerConversion(128) }
  const given = { ...column, macEnergy: femto(joulesPerMac)(40) }
  const answer = right(question({ ...given, conversionEnergy: pico(joulesPerConversion)(1.2) }))
  expect([answer.verdict, answer.tier]).toEqual(['does not dominate', 'empirical'])
  close(valueOf(answer, 'conversionMac'), 9.375e-15)
  close(valueOf(answer, 'conversionShare'), 9.375 / 49.375)
  close(valueOf(answer, 'balancedRows'), 30)
  close(figure(answer, 'analogMac').decades, 2.566315531978)
  close(valueOf(right(question({ ...given, conversionEnergy: undefined })), 'balancedRows'), 0.0814339915776)
})

test('what is no column, or no energy of a conversion, is told', () => {
  expect(left(question(undefined as never)).message).toMatch(/^conversion: /)
  const wrong = { conversionEnergy: joulesPerMac(1) } as never
  expect(left(question(wrong)).message).toMatch(/conversionEnergy/)
})
