/** The steps of a run as far as a picture shows them, whatever its length. */

/** One step of a run. @since 0.4.0 */
export interface RunStep {
  /** Updates of all parameters together, up to this step and with it. */
  readonly updates: number
  /** In any unit: steps are told relative to the largest of the run. */
  readonly step: number
}

/** Takes the steps of a run as they come, and keeps the largest and the smallest of each stretch. */
export interface Envelope {
  readonly record: (updates: number, step: number) => void
  readonly finish: () => readonly RunStep[]
}

const stretches = 256

/** An envelope of steps. When a run outgrows its stretches, every two of them become one. */
export const envelope = (): Envelope => {
  const column = (): Float64Array => new Float64Array(stretches)
  // Of each stretch the smallest step and the largest, and the updates at which they were; 0 where there is none.
  const [least, leastAt, most, mostAt] = [column(), column(), column(), column()]
  let done = 0
  let width = 0

  const keep = (at: number, updates: number, step: number): void => {
    if (mostAt[at] === 0 || step < least[at]!) {
      least[at] = step
      leastAt[at] = updates
    }
    if (mostAt[at] === 0 || step > most[at]!) {
      most[at] = step
      mostAt[at] = updates
    }
  }
  const merge = (): void => {
    width *= 2
    const before = [least, leastAt, most, mostAt].map((of) => Float64Array.from(of))
    for (const of of [least, leastAt, most, mostAt]) of.fill(0)
    const [steps, updates, largest, largestAt] = before as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array
    ]
    for (let at = 0; at < stretches; at++) {
      if (largestAt[at] === 0) continue
      keep(at >> 1, updates[at]!, steps[at]!)
      keep(at >> 1, largestAt[at]!, largest[at]!)
    }
  }
  return {
    record: (updates, step) => {
      if (!(updates > 0) || step === 0) return
      done += updates
      // A step of unknown size took place; there is nothing to draw of it.
      if (Number.isNaN(step)) return
      if (width === 0) width = done
      while (done > width * stretches) merge()
      keep(Math.ceil(done / width) - 1, done, step)
    },
    finish: () =>
      Array.from(mostAt, (at, k): readonly RunStep[] => {
        const small = { updates: leastAt[k]!, step: least[k]! }
        const large = { updates: at, step: most[k]! }
        if (at === 0) return []
        if (small.updates === large.updates) return [large]
        return small.updates < large.updates ? [small, large] : [large, small]
      }).flat()
  }
}
