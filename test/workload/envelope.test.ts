/** The steps of a run in at most 256 stretches: of each the largest and the smallest. */
import fc from 'fast-check'
import { envelope, type RunStep } from '../../src/workload/envelope'

const kept = (steps: readonly (readonly [updates: number, step: number])[]): readonly RunStep[] => {
  const { record, finish } = envelope()
  for (const [updates, step] of steps) record(updates, step)
  return finish()
}

/** The same run with the updates summed. */
const summed = (steps: readonly (readonly [updates: number, step: number])[]): readonly RunStep[] => {
  let done = 0
  return steps.map(([updates, step]) => ({ updates: (done += updates), step }))
}

const step = fc.double({ min: 1e-9, max: 1, noNaN: true })
const run = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), step), { minLength: 1, maxLength: 3000 })

test('a run of no more steps than stretches keeps each of them', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 256 }), (steps) => {
      const all = steps.map((size) => [7, size] as const)
      expect(kept(all)).toEqual(summed(all))
    })
  )
})

test('what is kept are steps of the run, in their order, and not many', () => {
  fc.assert(
    fc.property(run, (steps) => {
      const found = kept(steps)
      const known = new Map(summed(steps).map(({ updates, step }) => [updates, step]))
      for (const { updates, step } of found) expect(known.get(updates)).toBe(step)
      found.forEach(({ updates }, at) => {
        if (at > 0) expect(updates).toBeGreaterThan(found[at - 1]!.updates)
      })
      expect(found.length).toBeLessThanOrEqual(512)
    })
  )
})

test('no stretch of the run is larger or smaller than what is kept of it', () => {
  fc.assert(
    fc.property(run, (steps) => {
      const all = summed(steps)
      const found = kept(steps)
      // Stretches are the first number of updates, doubled until 256 of them hold the run.
      let width = steps[0]![0]
      while (all.at(-1)!.updates > width * 256) width *= 2
      const stretchOf = ({ updates }: RunStep): number => Math.ceil(updates / width)
      for (const stretch of new Set(all.map(stretchOf))) {
        const sizes = (of: readonly RunStep[]): readonly number[] =>
          of.filter((each) => stretchOf(each) === stretch).map((each) => each.step)
        expect(Math.max(...sizes(found))).toBe(Math.max(...sizes(all)))
        expect(Math.min(...sizes(found))).toBe(Math.min(...sizes(all)))
      }
    }),
    { numRuns: 30 }
  )
})

test('steps that move nothing are left out', () => {
  expect(
    kept([
      [2, 1],
      [2, 0],
      [0, 0.5],
      [2, 0.25]
    ])
  ).toEqual([
    { updates: 2, step: 1 },
    { updates: 4, step: 0.25 }
  ])
  expect(kept([])).toEqual([])
})
