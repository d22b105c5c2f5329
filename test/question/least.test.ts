/** The least of the workload by hand is 22.97 fJ, and the update-wall binds the least of its machines. */
import { least } from '../../src/question/least'
import { estimate } from '../../src/ledger/estimate'
import type { OwnDesign } from '../../src/ledger/design'
import { joulesPerMac, milliseconds, nanoseconds, updates } from '../../src/units/si'
import { left, right } from '../reading/values'
import { close, figure, small, smallWith, valueOf } from './answers'

const answer = right(least(small))

/**
 * In mpmath: N b kT [ln 2 − h(10⁻⁹) + 4(√½ − √10⁻⁹)²/(f₀τ)], the asymptote of the optimal reset for slow
 * resets, with f₀τ = 3.6·10¹².
 */
test('the floor is 8·10⁶ bits at kT ln 2, but for one error in 10⁹: a theorem', () => {
  close(valueOf(answer, 'floor.total'), 2.29678303608e-14)
  expect(figure(answer, 'floor.total')).toMatchObject({ tier: 'theorem', claim: 'lower bound' })
  expect(answer.tier).toBe('theorem')
})

/**
 * In mpmath: (M/R) 8 kT ln 2 = 44.859 nJ for reads, and U ᾱ (1 − 2ε) kT ln((1 − ε)/ε) = 3.3505 µJ for
 * updates, ᾱ = (1 − 2⁻⁸)/(8 ln 2).
 */
test('the least of the machines spends 98.68 % at the update-wall', () => {
  expect(answer.verdict).toBe('update')
  close(valueOf(answer, 'limRecovered.total'), 3.39537911185e-6)
  close(figure(answer, 'limRecovered.update').share, 0.986788207266)
})

/** In mpmath: (M/R) 12 kT 4⁸ = 6.362 mJ, and U · 8 · ½ · 2[B − kT ln(f₀t/ln 10⁹)] = 2.420 mJ. */
test('compute-in-memory spends 72.44 % at the memory-wall', () => {
  close(figure(answer, 'cim.memory').share, 0.724432907225)
})

/** With 10¹⁰ updates, reads at 44.859 nJ are nearly all that the least of the machines takes. */
test('a bound is no machine: a bit flip at each update takes less than the machine whose memory-wall binds', () => {
  const { workload } = small.scenario
  const seldom = right(estimate({ ...small.scenario, workload: { ...workload, updates: updates(1e10) } }))
  const found = right(least(seldom))
  expect(found.verdict).toBe('memory')
  close(valueOf(found, 'limRecovered.memory'), 4.48590450794e-8)
  expect(valueOf(found, 'bitFlip.total')).toBeLessThan(valueOf(found, 'limRecovered.total'))
})

/** In mpmath: log₁₀ of 8.78208392875 mJ over 22.9678303608 fJ. */
test('each row is told once, with its decades above the floor, which has none', () => {
  const names = answer.figures.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  close(figure(answer, 'cim.total').decades, 11.5824776114363)
  expect(figure(answer, 'floor.total')).not.toHaveProperty('decades')
  expect(answer.about).toBe('small')
})

test('an estimate of which no wall is known has a total and no more', () => {
  const names = answer.figures.map(({ name }) => name).filter((name) => name.startsWith('accelerator'))
  expect(names).toEqual(['accelerator.total'])
})

test('a row without a value here is told with its reason, and the others stand', () => {
  const { workload } = small.scenario
  const hasty = right(estimate({ ...small.scenario, workload: { ...workload, duration: milliseconds(10) } }))
  expect(right(least(hasty)).unsaid.map(({ name }) => name)).toEqual(hasty.outside.map(({ name }) => name))
  expect(hasty.outside.length).toBeGreaterThan(0)
})

test('where the floor has no value there is no answer, and it says why', () => {
  const { workload } = small.scenario
  const hasty = right(estimate({ ...small.scenario, workload: { ...workload, duration: nanoseconds(1) } }))
  expect(left(least(hasty)).message).toMatch(/^optimalReset: requires/)
})

test('of a machine with a wall that is unknown nobody knows which binds, however little it takes', () => {
  const free: OwnDesign = {
    name: 'free',
    parts: [{ name: 'w', place: 'memory', figure: joulesPerMac('1e-30') }]
  }
  const found = right(least(smallWith(free)))
  expect(found.verdict).toBe('update')
  expect(found.figures.map(({ name }) => name).filter((name) => name.startsWith('free'))).toEqual([
    'free.total'
  ])
})
