/** Numerals that every parser reads as numbers: 1e-9 is a text to YAML 1.1, 1.0e-09 is a number. */
import fc from 'fast-check'
import { parse } from 'yaml'
import { inJoules, inPicojoules, numeral } from '../../../src/format/text/written'
import { decimal } from '../../../src/units/decimal'
import { femtojoules } from '../../../src/units/si'
import { anyEnergy } from '../../ledger/tables'

test.each([
  ['0.144', '0.144'],
  ['0', '0.0'],
  ['417', '417.0'],
  ['1e-9', '1.0e-09'],
  ['1.25e-100', '1.25e-100'],
  ['1e20', '1.0e+20']
])('%s is written %s', (value, text) => {
  expect(numeral(decimal(value))).toBe(text)
})

test('144 fJ are 0.144 pJ and 1.44e-13 J', () => {
  expect(inPicojoules(femtojoules(144))).toBe('0.144')
  expect(inJoules(femtojoules(144))).toBe('1.44e-13')
})

test('no digit is lost, and both versions of YAML read a number', () => {
  fc.assert(
    fc.property(anyEnergy, (energy) => {
      const [inPico, inOne] = [inPicojoules(energy), inJoules(energy)]
      expect(decimal(inPico).times('1e-12').eq(energy.exact)).toBe(true)
      expect(decimal(inOne).eq(energy.exact)).toBe(true)
      for (const version of ['1.1', '1.2'] as const) expect(parse(inPico, { version })).toBe(Number(inPico))
    })
  )
})
