/** Goes through inputs, and tells what each breaks; time and memory are looked at from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { violations } from './check'
import { corpus } from './corpus'
import { inputOf } from './inputs'

const { root, seed, first, end, progress } = workerData as {
  readonly root: string
  readonly seed: number
  readonly first: number
  readonly end: number
  readonly progress: Int32Array
}

const good = corpus(root)
const [, ert = ''] = good.energies.find(([name]) => name === 'ert.yaml')!

/** Seconds of processor for an input of up to a megabyte; the machine may have others to serve. */
const most = 2

for (let number = first; number < end; number++) {
  Atomics.store(progress, 0, number)
  const input = inputOf(good, seed, number)
  const timed = async (): Promise<readonly [found: readonly string[], seconds: number]> => {
    const before = process.cpuUsage()
    const found = await violations(input, number, ert)
    const { user, system } = process.cpuUsage(before)
    return [found, (user + system) / 1e6]
  }
  const [found, first] = await timed()
  // What was compiled, or collected, meanwhile is none of the input's.
  const seconds = first > most ? (await timed())[1] : first
  const all = seconds > most ? [...found, `it took ${seconds.toFixed(1)} s`] : found
  if (all.length > 0) parentPort!.postMessage({ number, input, found: all })
}
