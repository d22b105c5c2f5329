/** A million cells hold ten years behind 74.83 kT. */
import { nanoseconds } from '../../src/units/si'
import { right } from '../reading/values'
import { close, valueOf } from './answers'
import { retention } from './every'

const ask = (...given: Parameters<typeof retention>) => right(retention(...given))

/** In mpmath: ln(10⁶ · 10⁹ · 3.15576·10⁸/−ln(1 − 10⁻⁹)), and that times k · 300 K. */
test('the barrier of 10⁶ cells', () => {
  const answer = ask(1e6)
  expect(answer.verdict).toBe('a barrier')
  close(valueOf(answer, 'thermalStability'), 74.8319523298)
  close(valueOf(answer, 'retentionBarrier'), 3.09949980456e-19)
  expect(answer.tier).toBe('model')
})

/** By hand: one attempt, and ln(1/ln 2) > 0 for a failure in two, but not for 9 in 10. */
test('a cell that may flip nine times in ten within one attempt needs none', () => {
  const answer = ask(1, nanoseconds(1), 0.9)
  expect([answer.verdict, answer.figures.length]).toEqual(['no barrier', 1])
  expect(ask(1, nanoseconds(1), 0.5).verdict).toBe('a barrier')
})
