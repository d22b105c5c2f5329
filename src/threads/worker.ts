/** Threads of Node. */
import { parentPort, Worker } from 'node:worker_threads'
import type { FileGrid } from '../estimate/grid'
import { messageOf } from '../units/told'
import { threadError, type Thread } from './pool'
import { answerTo, type Answer, type Task } from './share'

/** Who waits for an answer. */
interface Asked {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

const startThread = (module: URL | string, workerData: unknown): Thread<Task, Answer> => {
  const worker = new Worker(module, { workerData })
  const asked: Asked[] = []
  let failed: Error | undefined
  const fail = (why: string): void => {
    failed ??= threadError(why)
    for (const { reject } of asked.splice(0)) reject(failed)
  }
  worker.on('message', (answer: Answer) => {
    asked.shift()!.resolve(answer)
  })
  worker.on('error', (error) => {
    fail(messageOf(error))
  })
  worker.on('exit', () => {
    fail('it ended before it was done')
  })
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (failed !== undefined) {
          reject(failed)
          return
        }
        asked.push({ resolve, reject })
        worker.postMessage(task)
      }),
    end: () => worker.terminate()
  }
}

/** Starts threads: of a module that calls `serve`, and what it is given. */
export const startThreads = (
  count: number,
  module: URL | string,
  data: unknown
): Promise<readonly Thread<Task, Answer>[]> =>
  Promise.resolve(Array.from({ length: count }, () => startThread(module, data)))

/** The memory of blocks, which is handed over and not copied. */
const buffersOf = ({ made }: Answer): readonly ArrayBuffer[] => [
  ...new Set(
    made.flatMap((each) =>
      typeof each === 'string'
        ? []
        : [...each.axes, ...each.totals].flatMap((column) =>
            typeof column === 'string' ? [] : [column.buffer as ArrayBuffer]
          )
    )
  )
]

/** In a thread: does what is asked of a grid. */
export const serve = (grid: FileGrid): void => {
  parentPort!.on('message', (task: Task) => {
    const answer = answerTo(grid, task)
    parentPort!.postMessage(answer, buffersOf(answer))
  })
}
