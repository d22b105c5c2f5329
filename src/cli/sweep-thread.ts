/** A thread of `limen sweep`: it reads what the command has read, and makes parts of the table. */
import { workerData } from 'node:worker_threads'
import * as E from 'fp-ts/lib/Either.js'
import type { FileGrid } from '../estimate/grid'
import { plain } from '../report/text/paint'
import { serve } from '../threads/worker'
import type { Io } from './io'
import { gridOf, makingOf, type SweepReading } from './sweep'

const { named, flags, files, trace } = workerData as SweepReading

async function* piecesOf(name: string): AsyncGenerator<Uint8Array> {
  yield* await Promise.resolve(files.get(name)!)
}

const nothing = (): void => undefined
const never = (): Promise<never> => Promise.reject(new Error('a thread reads'))

/** The world of a thread: files that have been read. What was wrong with them has been said. */
const io: Io = {
  open: (name) => Promise.resolve({ bytes: piecesOf(name) }),
  write: never,
  out: nothing,
  drained: () => Promise.resolve(),
  error: nothing,
  status: nothing,
  now: () => 0,
  paint: plain,
  explorer: never,
  threads: never,
  columns: 0
}

const read = async (): Promise<FileGrid> => {
  const making = makingOf(flags, (options) => ({ ...options, ...trace }))
  const grid = await gridOf(io, named, flags, making)
  if (E.isLeft(grid)) throw new Error('it cannot read what the command has read')
  return grid.right
}

void read().then(serve)
