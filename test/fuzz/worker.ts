/** Goes through inputs, and tells what each breaks; time and memory are looked at from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { isSlow, violations } from './check'
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
const [, ert] = good.energies.find(([name]) => name === 'ert.yaml')!

for (let number = first; number < end; number++) {
  Atomics.store(progress, 0, number)
  const input = inputOf(good, seed, number)
  const first = await violations(input, number, ert)
  // What was compiled, or collected, meanwhile is none of the input's.
  const found = first.some(isSlow) ? await violations(input, number, ert) : first
  if (found.length > 0) parentPort!.postMessage({ number, input, found })
}
