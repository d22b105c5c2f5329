/** Writes of 200 pJ and reads of 20 fJ in memory are even with fetching at 515.8 reads for each write. */
import fc from 'fast-check'
import { reads } from '../../src/question/reads'
import { joulesPerBit } from '../../src/units/si'
import { pico } from '../../src/units/unit'
import { right } from '../reading/values'
import { close, valueOf } from './answers'
import { reads as inPicojoules } from './every'

const ask = (readEnergy: number, writeEnergy: number) => right(inPicojoules(readEnergy, writeEnergy))

/** By hand: (200 − 4)/(0.4 − 0.02) = 196/0.38. */
test('where a write costs more and a read less, in-memory training wins above the break-even', () => {
  const answer = ask(0.02, 200)
  expect(answer.verdict).toBe('above')
  close(valueOf(answer, 'breakEvenReads'), 196 / 0.38, 1e-14)
})

/** By hand: (1 − 4)/(0.4 − 0.5) = 30. */
test('where a write costs less and a read more, it wins below', () => {
  const answer = ask(0.5, 1)
  expect(answer.verdict).toBe('below')
  expect(valueOf(answer, 'breakEvenReads')).toBe(30)
})

test.each([
  [0.02, 1, 'always'],
  [0.4, 1, 'always'],
  [0.02, 4, 'always'],
  [0.5, 200, 'never'],
  [0.4, 200, 'never'],
  [0.5, 4, 'never'],
  [0.4, 4, 'even']
] as const)('at %d pJ for a read and %d pJ for a write it wins: %s', (read, write, verdict) => {
  const answer = ask(read, write)
  expect([answer.verdict, answer.figures.length]).toEqual([verdict, 2])
})

test('the verdict is what the sums say, a read or two to either side of the break-even', () => {
  const energy = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 100)
  fc.assert(
    fc.property(energy, energy, fc.integer({ min: 1, max: 2000 }), (read, write, count) => {
      const answer = ask(read, write)
      const [inMemory, fetched] = [write + count * read, 4 + count * 0.4]
      fc.pre(Math.abs(inMemory / fetched - 1) > 1e-9)
      const even = ['above', 'below'].includes(answer.verdict) ? valueOf(answer, 'breakEvenReads') : NaN
      const wins = { above: count > even, below: count < even, always: true, never: false, even: false }
      expect(wins[answer.verdict]).toBe(inMemory < fetched)
    })
  )
})

test('what is missing, and of another dimension, is told at once', () => {
  const found = reads({ precision: pico(joulesPerBit)(1) } as never)
  expect(found).toMatchObject({ left: { model: 'reads', problems: { length: 5 } } })
})
