/** Tasks shared among threads. */

/** It does what it is asked, one after another. */
export interface Thread<T, R> {
  readonly ask: (task: T) => Promise<R>
  readonly end: () => Promise<unknown>
}

/** More than any machine has use for. */
export const mostThreads = 256

/** Whether it is so many threads. */
export const isThreads = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= mostThreads

const name = 'ThreadError'

/** Why a thread could not do what it was asked. */
export const threadError = (why: string): Error =>
  Object.assign(new Error(`a thread failed: ${why}`), { name })

export const isThreadError = (error: unknown): boolean => error instanceof Error && error.name === name

/** Results that are made ahead, for each thread: one while another is taken. */
const ahead = 2

/**
 * What threads make of tasks, in the order of the tasks. A task goes to the thread that has the fewest; and no
 * more than some are under way, so that memory does not grow with them.
 */
export async function* inThreads<T, R>(
  start: () => Promise<readonly Thread<T, R>[]>,
  tasks: Iterator<T>
): AsyncGenerator<R, void> {
  const threads = (await start()).map((thread) => ({ ...thread, asked: 0 }))
  const underWay: Promise<R>[] = []
  const give = (): void => {
    const task = tasks.next()
    if (task.done === true) return
    const thread = threads.reduce((least, each) => (each.asked < least.asked ? each : least))
    thread.asked += 1
    const result = thread.ask(task.value).finally(() => (thread.asked -= 1))
    // It is told when its turn comes.
    result.catch(() => undefined)
    underWay.push(result)
  }
  try {
    for (let k = 0; k < ahead * threads.length; k++) give()
    for (let first = underWay.shift(); first !== undefined; first = underWay.shift()) {
      const result = await first
      give()
      yield result
    }
  } finally {
    await Promise.all(threads.map(({ end }) => end()))
  }
}
