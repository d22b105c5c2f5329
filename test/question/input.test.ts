/** Eight bits of a converter at the limit move compute-in-memory by 8.03 % per percent. */
import { input } from '../../src/question/input'
import { left, right } from '../reading/values'
import { close, small, valueOf } from './answers'

/** In mpmath: the share of the memory-wall, 0.724433, times 8 ln 4, as conversion takes 4^N. */
test('the bits of the converter move compute-in-memory most', () => {
  const answer = right(input(small, 'cim'))
  expect([answer.verdict, answer.about, answer.tier]).toEqual(['outputBits', 'cim, small', 'model'])
  close(valueOf(answer, 'outputBits'), 8.03421803437)
  // By hand: all of it is proportional to kT.
  close(valueOf(answer, 'temperature'), 1, 1e-12)
})

/** By hand: a fetching machine is proportional to precision and energy; the share of its reads falls with reuse. */
test('of a fetching machine, what moves it is told in order, and what does not is left out', () => {
  const answer = right(input(small, 'vonNeumann'))
  close(valueOf(answer, 'movementEnergy'), 1, 1e-12)
  close(valueOf(answer, 'precision'), 1, 1e-12)
  close(valueOf(answer, 'reuse'), -15600 / 46800.0000312, 1e-9)
  expect(answer.figures.map(({ name }) => name)).not.toContain('temperature')
})

test('a row that is not there is told with those that are', () => {
  expect(left(input(small, 'nothing')).message).toMatch(/^input: expected a row of the ledger: floor, /)
})
