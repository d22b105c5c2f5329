/** A grid in parts that threads do: which they are, and what is made of one. */
import { note, type FileGrid, type FileGridBlock, type GridGap } from '../estimate/grid'
import type { GridPart } from '../ledger/grid'
import { gridLines } from '../report/data/grid'
import { inThreads, type Thread } from './pool'

/** What blocks become: lines of a form, or they stay what they are. */
interface Made {
  readonly csv: string
  readonly jsonl: string
  readonly blocks: FileGridBlock
}

/** A part of a grid, and what is wanted of it. */
export interface Task {
  readonly part: Required<GridPart>
  readonly form: keyof Made
}

/** What a thread makes of it, block by block. */
export interface Answer {
  readonly made: readonly Made[keyof Made][]
  readonly points: number
  readonly gaps: readonly GridGap[]
}

/** Threads that know the grid. */
export type Threads = () => Promise<readonly Thread<Task, Answer>[]>

/** A task done. */
export const answerTo = (grid: FileGrid, { part, form }: Task): Answer => {
  const blocks = form === 'blocks' ? grid.blocks(part) : gridLines(grid, form, part)
  const made: Made[keyof Made][] = []
  let block = blocks.next()
  for (; block.done !== true; block = blocks.next()) made.push(block.value)
  return { made, points: part.to - part.from, gaps: block.value }
}

/** The points of a block, where nobody says. */
const usualSize = 2 ** 14

/**
 * A grid, or a part of it, in parts that are cut where its blocks are, so that those are the same. Each value that
 * is read anew begins a block: where these are small, a part has some.
 */
export function* partsOf(
  { axes, points }: Pick<FileGrid, 'axes' | 'points'>,
  { from = 0, to = points, size = usualSize }: GridPart = {}
): Generator<Task['part']> {
  const slice = axes.reduce((all, { unit, length }) => (unit === undefined ? all : all * length), 1)
  const end = Math.min(to, points)
  const nextOf = (at: number): number => {
    const begun = at - (at % slice)
    const next = slice > size ? Math.min(at + size, begun + slice) : begun + slice * Math.floor(size / slice)
    return Math.min(next, end)
  }
  for (let at = from; at < end; at = nextOf(at)) yield { from: at, to: nextOf(at), size }
}

/** What threads make of the blocks of a grid, in their order; and at last where there was no total. */
export async function* byThreads<F extends keyof Made>(
  grid: Pick<FileGrid, 'axes' | 'points'>,
  threads: Threads,
  form: F,
  within?: GridPart,
  done: (points: number) => void = () => undefined
): AsyncGenerator<Made[F], readonly GridGap[]> {
  const gaps = new Map<string, GridGap>()
  const tasks = (function* (): Generator<Task> {
    for (const part of partsOf(grid, within)) yield { part, form }
  })()
  for await (const { made, points, gaps: found } of inThreads(threads, tasks)) {
    for (const gap of found) note(gaps, gap)
    yield* made as readonly Made[F][] // as it was asked for
    done(points)
  }
  return [...gaps.values()]
}
