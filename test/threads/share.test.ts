/** A grid by threads of Node: the same blocks, the same gaps. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { axisFrom } from '../../src/estimate/axis'
import { gridFile, type FileGrid, type FileGridBlock, type GridGap } from '../../src/estimate/grid'
import { threadedGridFile, type Reading } from '../../src/threads/grid-file'
import { byThreads, partsOf } from '../../src/threads/share'
import { startThreads } from '../../src/threads/worker'
import { orThrow } from '../../src/units/either'
import { exampleText } from '../estimate/files'
import { bundled } from './threads'

const text = exampleText('brain-scale')
const axesOf = (...texts: readonly string[]) => texts.map((each) => orThrow(axisFrom(each)))

/** All blocks, and what is told at last. */
const collected = async <A>(
  from: Generator<A, readonly GridGap[]> | AsyncGenerator<A, readonly GridGap[]>
): Promise<{ readonly blocks: readonly A[]; readonly gaps: readonly GridGap[] }> => {
  const blocks: A[] = []
  let next = await from.next()
  for (; next.done !== true; next = await from.next()) blocks.push(next.value)
  return { blocks, gaps: next.value }
}

const { module, remove } = bundled('src/threads/grid-thread.ts')
afterAll(remove)

const byThree = (grid: FileGrid, reading: Reading, size: number) =>
  byThreads(grid, () => startThreads(3, module, reading), 'blocks', { size })

test('blocks and gaps are those of one thread, to the last bit', async () => {
  const axes = axesOf(
    'convergence=constant, exponential',
    'duration=1 ns..1 yr:50',
    'temperature=4 K..400 K:7'
  )
  const grid = orThrow(gridFile(text, axes))
  const reading = { text, axes, overrides: {}, options: {} }
  const [one, three] = [
    await collected<FileGridBlock>(grid.blocks({ size: 64 })),
    await collected(byThree(grid, reading, 64))
  ]
  expect(one.gaps.length).toBeGreaterThan(0)
  expect(three).toEqual(one)
}, 60_000)

test('a part is cut where blocks are, and all parts are what was asked for', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 })
  fc.assert(
    fc.property(lengths, lengths, fc.integer({ min: 1, max: 40 }), fc.nat(99), (said, run, size, first) => {
      const axes = [
        ...said.map((length) => ({ name: 'a', length })),
        ...run.map((length) => ({ name: 'b', unit: 'K', length }))
      ]
      const slice = run.reduce((all, length) => all * length, 1)
      const points = axes.reduce((all, { length }) => all * length, 1)
      const begun = first % points
      let end = begun
      for (const { from, to } of partsOf({ axes, points }, { from: begun, size })) {
        expect(from).toBe(end)
        expect(to).toBeGreaterThan(from)
        expect(to - from).toBeLessThanOrEqual(size)
        // From where it began, or from the start of a slice, whole blocks.
        expect((from - Math.max(begun, from - (from % slice))) % size).toBe(0)
        end = to
      }
      expect(end).toBe(points)
    })
  )
})

test('what a thread cannot read is an error with a name', async () => {
  const axes = axesOf('temperature=4 K..400 K:3')
  const grid = orThrow(gridFile(text, axes))
  const reading = { text: '{}', axes, overrides: {}, options: {} }
  await expect(collected(byThree(grid, reading, 64))).rejects.toMatchObject({
    name: 'ThreadError',
    message: expect.stringMatching(/^a thread failed: .*missing/) as unknown
  })
  const nowhere = () => startThreads(1, new URL('file:///nowhere.js'), reading)
  await expect(collected(byThreads(grid, nowhere, 'blocks'))).rejects.toMatchObject({ name: 'ThreadError' })
}, 60_000)

test('what cannot go to a thread, and a number of threads that is none, are refused', () => {
  const axes = axesOf('temperature=4 K..400 K:3')
  const refused = (options: unknown): string => {
    const found = threadedGridFile(text, axes, {}, options as { readonly threads: number })
    return E.isLeft(found) ? found.left.message : ''
  }
  expect(refused({ threads: 0 })).toBe(
    'threadedGridFile: options.threads: expected a whole number from 1 to 256, got 0'
  )
  expect(refused({ threads: 2, designs: [] })).toMatch(/unknown option designs/)
})
