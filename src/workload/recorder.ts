/** Recording a run: columns that grow, step by step. */
import type { Trace } from './trace'

/** Takes down the steps of one run. */
export interface Recorder {
  /** One step: parameters written, size of the step, multiply-accumulates, objective (NaN if unknown). */
  readonly record: (updates: number, step: number, macs: number, objective: number) => void
  /** The run so far, its steps relative to the largest. */
  readonly finish: () => Trace
}

/** A recorder for a memory of so many parameters. */
export const recorder = (parameters: number): Recorder => {
  const width = 4
  let rows = new Float64Array(width * 1024)
  let length = 0
  return {
    record: (updates, step, macs, objective) => {
      if (length === rows.length) {
        const grown = new Float64Array(2 * length)
        grown.set(rows)
        rows = grown
      }
      rows[length] = updates
      rows[length + 1] = step
      rows[length + 2] = macs
      rows[length + 3] = objective
      length += width
    },
    finish: () => {
      const steps = length / width
      const column = (at: number): Float64Array =>
        Float64Array.from({ length: steps }, (_, row) => rows[row * width + at]!)
      const sizes = column(1)
      const largest = sizes.reduce((most, size) => Math.max(most, size), 0)
      return {
        parameters,
        updates: column(0),
        relativeStep: largest === 0 ? sizes : sizes.map((size) => size / largest),
        macs: column(2),
        objective: column(3)
      }
    }
  }
}
