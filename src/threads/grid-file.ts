/** A workload file on a grid, by several threads. */
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anAxisText, type AxisText } from '../estimate/axis'
import { gridFile, type FileGrid, type FileGridBlock, type GridGap } from '../estimate/grid'
import type { FileOptions, Overrides } from '../estimate/workload-file'
import { aPart, type GridPart } from '../ledger/grid'
import { unfitFile, type SchemaError } from '../shape/problem'
import { anObject, anything, expecting, kind, type Kind, listOf, optional, options } from '../units/argument'
import { aRun } from '../workload/trace'
import { isThreads, mostThreads, threadError } from './pool'
import { byThreads, type Threads } from './share'
import { startThreads } from './worker'

/** A workload file on a grid, of which threads make the blocks. @since 0.9.0 */
export interface ThreadedGrid extends Pick<FileGrid, 'axes' | 'rows' | 'points'> {
  /**
   * Its blocks one by one, or those of a part of it; and at last where there was no total. The threads run until
   * the last is taken, or the loop is left.
   */
  readonly blocks: (part?: GridPart) => AsyncGenerator<FileGridBlock, readonly GridGap[]>
}

/** What a thread is given, which reads it anew: data alone. */
export interface Reading {
  readonly text: string
  readonly axes: readonly AxisText[]
  readonly overrides: Overrides
  readonly options: Pick<FileOptions, 'digits' | 'trace'>
}

/** How many threads, and how the file is read: designs stand in the file. @since 0.9.0 */
export interface ThreadedOptions extends Pick<FileOptions, 'digits' | 'trace'> {
  /** As many as there are cores for this program, where left out. */
  readonly threads?: number
}

const threadedOptions: Kind = options({
  threads: kind(`a whole number from 1 to ${mostThreads}`, isThreads),
  digits: anything,
  trace: aRun
})

/** What a thread runs: the build puts it beside this. */
const threadModule = (): string => {
  try {
    return createRequire(import.meta.url).resolve('./grid-thread.js')
  } catch {
    throw threadError('its program is not beside limen/threads, which is not to be bundled')
  }
}

/**
 * What `gridFile` gives, its blocks made by threads of Node: the same to the last bit, in the same order, and
 * some at a time, however many points there are. Each thread loads limen and reads the file anew, which takes it
 * a tenth of a second or so. Where a thread fails, the loop over the blocks throws a `ThreadError`.
 *
 * Threads are Node's: this is no function for browsers, nor for a program that is bundled into one file. A
 * model or a function of one's own cannot go to a thread; designs stand in the file.
 *
 * @example
 * import { axisFrom } from 'limen/files'
 * import { threadedGridFile, type ThreadedGrid } from 'limen/threads'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const file = `{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`
 * const grid = pipe(
 *   E.sequenceArray([axisFrom('temperature=4 K..400 K:1000000')]),
 *   E.chain((axes) => threadedGridFile(file, axes, {}, { threads: 2 }))
 * )
 * const leastOf = async ({ blocks }: ThreadedGrid): Promise<number> => {
 *   let least = Infinity
 *   for await (const { totals } of blocks()) least = totals[0]!.reduce((a, b) => Math.min(a, b), least)
 *   return least
 * }
 * const least = pipe(grid, E.map((of) => () => leastOf(of))) // to be called where threads may run
 * pipe(grid, E.map(({ points }) => points)) // right(1000000)
 * E.isRight(least) // true
 *
 * @since 0.9.0
 */
export const threadedGridFile = expecting(
  'threadedGridFile',
  {
    text: anything,
    axes: listOf('a list of axes', anAxisText),
    overrides: optional(anObject),
    options: threadedOptions
  },
  (
    text: string,
    axes: readonly AxisText[],
    overrides: Overrides = {},
    { threads = availableParallelism(), ...options }: ThreadedOptions = {}
  ): E.Either<SchemaError, ThreadedGrid> =>
    pipe(
      gridFile(text, axes, overrides, options),
      E.map(({ axes: found, rows, points }) => {
        const reading: Reading = { text, axes, overrides, options }
        const start: Threads = () => startThreads(threads, threadModule(), reading)
        const grid = { axes: found, rows, points }
        const blocks: ThreadedGrid['blocks'] = (part) => byThreads(grid, start, 'blocks', part)
        return { ...grid, blocks: expecting('blocks', { part: aPart }, blocks) }
      })
    ),
  unfitFile
)
