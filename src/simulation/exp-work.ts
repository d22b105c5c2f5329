/**
 * ⟨e^(−sW)⟩ of the work over trajectories, exactly, by parts of the states that move with the probabilities. What is
 * rare may weigh most later on, so no state's part is lost beside another's: parts too far from each other for one
 * scale are kept in layers, and evolve apart.
 */
import { evolve, type Generator } from './evolution'

/** From layer to layer the scale falls by this power of e: far from the smallest number. */
const depth = 300

/** And e to this is near the greatest. */
const most = 700

/** Layers, each some parts of the states; those of layer k count e^(scale − k·depth). */
type Layers = readonly Float64Array[]

/** The layers after each state's energy has risen by `shift`, and by how much their scale has. */
const switched = (layers: Layers, s: number, shift: Float64Array): readonly [Layers, rise: number] => {
  let rise = -Infinity
  const each = (tell: (part: number, x: number, scale: number) => void): void => {
    layers.forEach((parts, level) => {
      for (let x = 0; x < parts.length; x++)
        if (parts[x]! > 0) tell(parts[x]!, x, -s * shift[x]! - level * depth)
    })
  }
  each((part, _, scale) => (rise = Math.max(rise, scale + Math.log(part))))
  const next: Float64Array[] = []
  each((part, x, scale) => {
    const level = Math.max(0, Math.floor((rise - scale - Math.log(part)) / depth))
    while (next.length <= level) next.push(new Float64Array(shift.length))
    const by = scale - rise + level * depth
    // A part may be so small that no one factor lifts it.
    next[level]![x]! += part * Math.exp(Math.min(by, most)) * Math.exp(Math.max(by - most, 0))
  })
  return [next, rise]
}

/** The moment of a run, which is told of every switch and every segment. */
export interface ExpWork {
  readonly switchBy: (shift: Float64Array) => void
  /** False where it does not come to rest in any reasonable time. */
  readonly evolve: (generator: Generator, attempts: number) => boolean
  /** ln⟨e^(−sW)⟩. */
  readonly log: () => number
}

export const expWork = (start: Float64Array, s: number): ExpWork => {
  let [layers, scale]: [Layers, number] = [[Float64Array.from(start)], 0]
  return {
    switchBy: (shift) => {
      const [next, rise] = switched(layers, s, shift)
      layers = next
      scale += rise
    },
    evolve: (generator, attempts) =>
      layers.every((parts) => evolve(generator, attempts, parts, { isRelative: true })),
    log: () => {
      const sum = layers.reduce(
        (all, parts, level) => all + parts.reduce((some, part) => some + part, 0) * Math.exp(-level * depth),
        0
      )
      return scale + Math.log(sum)
    }
  }
}
