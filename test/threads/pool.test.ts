/** Tasks shared among threads: every result, in order, few at a time. */
import fc from 'fast-check'
import { inThreads, threadError, type Thread } from '../../src/threads/pool'

/** Threads that take as long as they are told, and remember how many of their results nobody has taken. */
const slow = (count: number, delays: readonly number[]) => {
  let [made, taken, most, ended] = [0, 0, 0, 0]
  const threads = Array.from({ length: count }, (): Thread<number, number> => {
    let last: Promise<unknown> = Promise.resolve()
    return {
      ask: (task) => {
        made += 1
        most = Math.max(most, made - taken)
        const result = last.then(async () => {
          for (let turn = delays[task % delays.length]!; turn > 0; turn--) await Promise.resolve()
          return task * task
        })
        last = result
        return result
      },
      end: () => Promise.resolve((ended += 1))
    }
  })
  return {
    start: () => Promise.resolve(threads),
    take: () => (taken += 1),
    seen: () => ({ most, ended })
  }
}

const upTo = (count: number): Iterator<number> => Array.from({ length: count }, (_, at) => at).values()

test('results come in the order of the tasks, and no more than two a thread are made ahead', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 40 }),
      fc.array(fc.nat(20), { minLength: 1 }),
      async (threads, tasks, delays) => {
        const { start, take, seen } = slow(threads, delays)
        const found: number[] = []
        for await (const result of inThreads(start, upTo(tasks))) {
          found.push(result)
          take()
        }
        expect(found).toEqual(Array.from({ length: tasks }, (_, at) => at * at))
        expect(seen().most).toBeLessThanOrEqual(2 * threads + 1)
        expect(seen().ended).toBe(threads)
      }
    )
  )
})

test('who leaves early ends the threads', async () => {
  const { start, seen } = slow(3, [1])
  for await (const result of inThreads(start, upTo(100))) if (result === 4) break
  expect(seen().ended).toBe(3)
})

test('what a thread cannot do is told when its turn comes, and all threads end', async () => {
  let ended = 0
  const failing: Thread<number, number> = {
    ask: (task) => (task < 3 ? Promise.resolve(task) : Promise.reject(threadError('no luck'))),
    end: () => Promise.resolve((ended += 1))
  }
  const found: number[] = []
  const run = async (): Promise<void> => {
    for await (const result of inThreads(() => Promise.resolve([failing, failing]), upTo(9)))
      found.push(result)
  }
  await expect(run()).rejects.toMatchObject({ name: 'ThreadError', message: 'a thread failed: no luck' })
  expect(found).toEqual([0, 1, 2])
  expect(ended).toBe(2)
})
