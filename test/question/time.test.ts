/** Twice the time raises the barriers of learning-in-memory by kT ln 2, and leaks twice as much. */
import { time } from '../../src/question/time'
import { watts } from '../../src/units/si'
import { right } from '../reading/values'
import { close, figure, smallWith, valueOf } from './answers'

const answer = right(
  time(smallWith({ name: 'leaky', parts: [{ name: 'leakage', place: 'beside', figure: watts(1) }] }))
)

/** In mpmath: U ᾱ kT ln 2, as r₁ = h₁n/τ is halved, and with it ln(f₀/r₁) grows by ln 2 for each hop. */
test('it costs barriers that are lost 515.7 nJ', () => {
  close(valueOf(answer, 'limDissipated'), -5.15720939941e-7)
})

test('it costs what leaks as much again: an hour at 1 W', () => {
  expect(valueOf(answer, 'leaky')).toBe(-3600)
  expect(figure(answer, 'leaky').share).toBe(-1)
})

test('it saves nothing where time does not enter', () => {
  for (const name of ['limRecovered', 'cim', 'vonNeumann', 'accelerator'])
    expect(valueOf(answer, name)).toBe(0)
})

/** By hand: a slow reset has 4(√½ − √ε)² kT/(f₀τ) beyond Landauer, of which half is saved. */
test('it saves half of what haste costs the floor and the bit flips, which is a difference and no bound', () => {
  const kT = 1.380649e-23 * 300
  const haste = (error: number, attempts: number): number =>
    (4 * (Math.SQRT1_2 - Math.sqrt(error)) ** 2 * kT) / attempts
  close(valueOf(answer, 'floor'), (8e6 * haste(1e-9, 3.6e12)) / 2, 1e-6)
  // An update has 3600 attempts, in which a reset is not quite so slow as that.
  close(valueOf(answer, 'bitFlip'), (1e15 * haste(0.01, 3600)) / 2, 5e-3)
  expect(answer.figures.every(({ claim }) => claim === undefined)).toBe(true)
  // Only bounds fall: no machine saves.
  expect(answer.verdict).toBe('nothing')
})
