/**
 * Learning by a tilt whose direction is read from the memory, exactly: at the start of each slot the probability is
 * split by what would be read, each part evolves under its own tilt, and the parts add again.
 */
import { evolve, generatorOf } from './evolution'
import { entropy } from './exact'
import type { Slots } from './slots'
import type { Space } from './space'

/** A memory that learns: means over all it may do. In kT and nats. */
export interface FeedbackRun {
  readonly final: Float64Array
  /** Before the first slot and after each. */
  readonly losses: Float64Array
  readonly heat: number
  /** Of each slot. */
  readonly jumps: Float64Array
  /** Of what is read in each slot: the record whose reset is not in the heat. */
  readonly records: Float64Array
  readonly entropyStart: number
  readonly entropyEnd: number
}

/** What is learned of: for each state its loss, the rung of each parameter, and the direction read of each. */
export interface Feedback {
  readonly space: Space
  readonly losses: ArrayLike<number>
  readonly rungs: readonly ArrayLike<number>[]
  readonly directions: readonly ArrayLike<number>[]
}

const mean = (of: ArrayLike<number>, populations: Float64Array): number =>
  populations.reduce((sum, p, state) => sum + p * of[state]!, 0)

/** The states that tell the same directions. */
const partsOf = ({ directions }: Feedback): readonly (readonly [readonly number[], readonly number[]])[] => {
  const parts = new Map<string, readonly [number[], number[]]>()
  directions.forEach((read, state) => {
    const key = Array.from(read).join()
    const part = parts.get(key)
    if (part === undefined) parts.set(key, [Array.from(read), [state]])
    else part[1].push(state)
  })
  return [...parts.values()]
}

/** From all states alike through the slots; undefined where one is too long to follow. */
export const runFeedback = (of: Feedback, { tilt, barriers, attempts }: Slots): FeedbackRun | undefined => {
  const { space, losses, rungs } = of
  const parts = partsOf(of).map(([directions, members]) => ({
    members,
    energies: rungs.map((x) => -tilt * directions.reduce((sum, each, i) => sum + each * x[i]!, 0))
  }))
  const start = new Float64Array(space.states).fill(1 / space.states)
  let p = start
  const lossCourse = [mean(losses, p)]
  const jumps: number[] = []
  const records: number[] = []
  let heat = 0
  for (const barrier of barriers) {
    const next = new Float64Array(space.states)
    const weights: number[] = []
    let hopped = 0
    for (const { members, energies } of parts) {
      const part = new Float64Array(space.states)
      for (const state of members) part[state] = p[state]!
      weights.push(part.reduce((sum, each) => sum + each, 0))
      const generator = generatorOf(space, { attempts, energies, barrier })
      const stayed = new Float64Array(space.states)
      heat += mean(energies, part)
      if (!evolve(generator, attempts, part, { integral: stayed })) return undefined
      heat -= mean(energies, part)
      hopped += mean(generator.exits, stayed)
      for (let state = 0; state < next.length; state++) next[state]! += part[state]!
    }
    p = next
    lossCourse.push(mean(losses, p))
    jumps.push(hopped)
    records.push(entropy(weights))
  }
  return {
    final: p,
    losses: Float64Array.from(lossCourse),
    heat,
    jumps: Float64Array.from(jumps),
    records: Float64Array.from(records),
    entropyStart: entropy(start),
    entropyEnd: entropy(p)
  }
}
