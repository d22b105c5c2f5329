/** A chip at 12 pJ/update, 0.9 pJ/mac and 1 W for an hour is 17.84 decades above its floor. */
import type { OwnDesign } from '../../src/ledger/design'
import { distance } from '../../src/question/distance'
import { watts } from '../../src/units/si'
import { left, right } from '../reading/values'
import { close, figure, small, smallWith, valueOf } from './answers'
import { chip } from './every'

const answer = right(distance(smallWith(chip), 'my chip'))

/** By hand: 10¹⁵ × 12 pJ + 5·10¹⁴ × 0.9 pJ + 1 W × 3600 s = 12,000 + 450 + 3600 J, over 22.9678 fJ. */
test('its total is 16,050 J, which is 17.844 decades above the floor', () => {
  expect(valueOf(answer, 'my chip.total')).toBe(16050)
  close(figure(answer, 'my chip.total').decades, 17.8443550649)
  expect(answer.verdict).toBe('empirical')
})

test('the update-wall binds, with 12,000 J of 16,050', () => {
  expect(answer.figures[2]?.name).toBe('my chip.update')
  close(answer.figures[2]?.share, 12000 / 16050, 1e-15)
})

test('each part is told with its share and its evidence, or without where none is said', () => {
  const parts = ['synapses', 'array', 'leakage'].map((name) => figure(answer, `my chip.${name}`))
  expect(parts.map(({ evidence }) => evidence)).toEqual(['measured', 'specified', undefined])
  parts.forEach(({ share }, at) => {
    close(share, [12000, 450, 3600][at]! / 16050, 1e-15)
  })
})

test('what is the energy of a process has its claim', () => {
  expect(figure(answer, 'my chip.total').claim).toBe('estimate')
  expect(figure(answer, 'floor.total').claim).toBe('lower bound')
})

test('a row that takes nothing is no decades above anything', () => {
  const free: OwnDesign = { name: 'free', parts: [{ name: 'none', place: 'beside', figure: watts(0) }] }
  expect(left(distance(smallWith(free), 'free')).message).toBe(
    'distance: free takes 0, and nothing is decades above the floor'
  )
})

test('places come first and then parts, of either the most first', () => {
  expect(answer.figures.map(({ name }) => name.replace('my chip.', ''))).toEqual([
    'total',
    'floor.total',
    'update',
    'beside',
    'memory',
    'synapses',
    'leakage',
    'array'
  ])
  expect(answer.about).toBe('my chip, small')
})

test('a row of formulas is told at each wall, by tier', () => {
  const cim = right(distance(small, 'cim'))
  expect([cim.verdict, figure(cim, 'cim.memory').tier]).toEqual(['model', 'circuit'])
})

test('a row that is not there is told with those that are', () => {
  expect(left(distance(small, 'mine')).message).toBe(
    'distance: expected a row of the ledger: floor, bitFlip, limRecovered, limDissipated, cim, vonNeumann, accelerator, got "mine"'
  )
})
