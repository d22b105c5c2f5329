/**
 * Memories that learn by chance, by three writers. Energies in kT, times in attempts. Ladders start on any rung alike,
 * and end where what moved them is gone: behind raised barriers, which cost about nothing over an occupied state.
 */
import { accepts } from '../workload/ising/metropolis'
import { poisson, type Draw } from './draws'
import type { Loss } from './loss/loss'
import { hopRate } from './space'
import type { Slots } from './slots'

const { round } = Math

/** What a run has taken, at points of its course. */
export interface Course {
  readonly loss: Float64Array
  /** Given off so far. */
  readonly heat: Float64Array
  readonly hops: Float64Array
  /** Multiply-accumulates for readings of slopes. */
  readonly reads: Float64Array
}

export const courseOf = (points: number): Course => ({
  loss: new Float64Array(points),
  heat: new Float64Array(points),
  hops: new Float64Array(points),
  reads: new Float64Array(points)
})

/** One memory's run: its course, and what it took in all. */
export interface Learned {
  readonly course: Course
  readonly rungs: Int32Array
  /** Those at the points of the course that were asked for. */
  readonly stands: readonly Int32Array[]
  readonly work: number
  /** Hops that were attempted; those that the ends of a ladder refuse are among them. */
  readonly attempts: number
}

/** A learner's sums, and its course as they are noted. */
interface Sums {
  heat: number
  hops: number
  reads: number
}

/** A memory on any rungs alike, and its course of so many points, of which the first is noted. */
const begun = (loss: Loss, points: number, draw: Draw, marks: ArrayLike<number>) => {
  const x = Int32Array.from({ length: loss.parameters }, () => Math.floor(draw() * loss.rungs))
  const kept = loss.begin(x)
  const course = courseOf(points)
  const sums: Sums = { heat: 0, hops: 0, reads: 0 }
  const stands: Int32Array[] = []
  let at = 0
  const note = (): void => {
    if (marks[stands.length] === at) stands.push(x.slice())
    course.loss[at] = kept.value()
    course.heat[at] = sums.heat
    course.hops[at] = sums.hops
    course.reads[at++] = sums.reads
  }
  note()
  return { x, kept, course, sums, stands, note }
}

/**
 * Annealed: the energy of a memory is λF, λ standing in each segment and 0 before and after, and the memory hops as
 * it will over edges no higher than their ends.
 */
export const anneals = (
  loss: Loss,
  { scales, attempts }: { readonly scales: ArrayLike<number>; readonly attempts: number },
  draw: Draw,
  marks: ArrayLike<number> = []
): Learned => {
  const { parameters, rungs } = loss
  const { x, kept, course, sums, stands, note } = begun(loss, scales.length + 1, draw, marks)
  let [work, scale, tried] = [0, 0, 0]
  const each = attempts / scales.length
  for (let segment = 0; segment < scales.length; segment++) {
    const next = scales[segment]!
    work += (next - scale) * course.loss[segment]!
    scale = next
    let [heat, hops] = [0, 0]
    const count = poisson(draw, 2 * parameters * each)
    for (let left = count; left > 0; left--) {
      // A parameter and, by the last bit, a direction: without branches, which chance would make slow.
      const pick = (draw() * 2 * parameters) | 0
      const i = pick >> 1
      const by = ((pick & 1) << 1) - 1
      if ((x[i]! + by) >>> 0 >= rungs) continue
      const rise = scale * kept.rise(i, by)
      const chance = draw()
      // e^(−x) ≥ 1 − x tells most that are accepted.
      if (chance >= 1 - rise && !accepts(rise, chance)) continue
      kept.move(i, by)
      heat -= rise
      hops++
    }
    tried += count
    sums.heat += heat
    sums.hops += hops
    note()
  }
  return { course, rungs: x, stands, work: work - scale * course.loss[scales.length]!, attempts: tried }
}

/**
 * Tilted, as learning-in-memory does: each slot's directions are read from the memory at its start, a bit each, and
 * each ladder walks under its own tilt alone. Only hops that the rates allow are attempted.
 */
export const tilts = (
  loss: Loss,
  { tilt, barriers, attempts }: Slots,
  draw: Draw,
  marks: ArrayLike<number> = []
): Learned => {
  const { parameters, rungs } = loss
  const { x, kept, course, sums, stands, note } = begun(loss, barriers.length + 1, draw, marks)
  const moved = new Int32Array(parameters)
  let tried = 0
  for (const barrier of barriers) {
    const [forth, back] = [hopRate(barrier, -tilt), hopRate(barrier, tilt)]
    const share = forth / (forth + back)
    for (let i = 0; i < parameters; i++) {
      const direction = kept.slope(i) > 0 ? -1 : 1
      let rung = x[i]!
      let along = 0
      const count = poisson(draw, (forth + back) * attempts)
      tried += count
      for (let left = count; left > 0; left--) {
        const by = draw() < share ? direction : -direction
        const y = rung + by
        if (y < 0 || y >= rungs) continue
        rung = y
        along += by
        sums.hops++
      }
      sums.heat += tilt * direction * along
      moved[i] = along
    }
    for (let i = 0; i < parameters; i++) if (moved[i] !== 0) kept.move(i, moved[i]!)
    sums.reads += loss.macs
    note()
  }
  return { course, rungs: x, stands, work: sums.heat, attempts: tried }
}

const bitsSet = (word: number): number => {
  let count = 0
  for (let left = word; left !== 0; left &= left - 1) count++
  return count
}

/**
 * Static: a parameter is a binary number in cells behind barriers that nobody lowers, and each cell that flips pays
 * `write`. An update moves a parameter by a step of its slope over its curvature, to the next rung: one that is to
 * move less than half a rung stays, as does one at the end of its ladder; a loss without curvature moves by a rung.
 */
export const writes = (
  loss: Loss,
  { write, updates }: { readonly write: number; readonly updates: number },
  draw: Draw,
  marks: ArrayLike<number> = []
): Learned => {
  const { parameters, rungs, curvatures } = loss
  const { x, kept, course, sums, stands, note } = begun(loss, updates + 1, draw, marks)
  for (let update = 0; update < updates; update++) {
    for (let i = 0; i < parameters; i++) {
      const slope = kept.slope(i)
      const step = curvatures[i]! > 0 ? -round(slope / curvatures[i]!) : -Math.sign(slope)
      const before = x[i]!
      const after = Math.min(Math.max(before + step, 0), rungs - 1)
      if (after === before) continue
      kept.move(i, after - before)
      sums.hops += bitsSet(before ^ after)
    }
    sums.heat = sums.hops * write
    sums.reads += loss.macs
    note()
  }
  return { course, rungs: x, stands, work: sums.heat, attempts: sums.hops }
}
