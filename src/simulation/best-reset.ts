/**
 * A reset of a ladder to rung 0 of little heat, found by descent: energies of so many equal segments without a
 * barrier, from all rungs alike to an error in so many attempts. The gradient is by costates: what a little more
 * probability at a time would cost until the end. What is found is attained, so the least heat is no more.
 */
import type { Segment } from './space'

const { exp } = Math

/** What a segment does to probabilities, and what a worth of them afterwards makes of its energies. */
interface Pass {
  readonly after: Float64Array
  /** Of a worth of each rung afterwards: that of each before, and how it changes with the energy of each. */
  readonly back: (worth: Float64Array) => { readonly before: Float64Array; readonly slopes: Float64Array }
}

/**
 * A segment without a barrier, by uniformisation at Λ = 2, which leaves no rung sooner; its terms are kept, so that
 * the derivative is the same sum, taken from its end (Horner's way): b_n = w_n·worth + b_{n+1}P.
 */
const passed = (energies: Float64Array, attempts: number, p: Float64Array): Pass => {
  const rungs = p.length
  const up = new Float64Array(rungs)
  const down = new Float64Array(rungs)
  for (let x = 0; x + 1 < rungs; x++) {
    const rise = energies[x + 1]! - energies[x]!
    up[x] = rise > 0 ? exp(-rise) : 1
    down[x] = rise > 0 ? 1 : exp(rise)
  }
  const terms: Float64Array[] = [p]
  const weights = [exp(-2 * attempts)]
  for (let n = 1; n < 2 * attempts || weights[n - 1]! > 1e-18; n++) {
    const before = terms[n - 1]!
    const next = Float64Array.from(before)
    for (let x = 0; x + 1 < rungs; x++) {
      const flow = (before[x]! * up[x]! - before[x + 1]! * down[x]!) / 2
      next[x]! -= flow
      next[x + 1]! += flow
    }
    terms.push(next)
    weights.push((weights[n - 1]! * 2 * attempts) / n)
  }
  const after = new Float64Array(rungs)
  terms.forEach((term, n) => {
    for (let x = 0; x < rungs; x++) after[x]! += weights[n]! * term[x]!
  })
  return {
    after,
    back: (worth) => {
      const slopes = new Float64Array(rungs)
      const b = new Float64Array(rungs)
      for (let n = terms.length - 1; n >= 0; n--) {
        // b stands for what is to come after term n: first what a rate would change, then what n itself is worth.
        const now = terms[n]!
        for (let x = 0; x + 1 < rungs; x++) {
          const gain = b[x + 1]! - b[x]!
          const turned = up[x]! < 1 ? -now[x]! * up[x]! : -now[x + 1]! * down[x]!
          slopes[x + 1]! += (gain * turned) / 2
          slopes[x]! -= (gain * turned) / 2
        }
        const from = Float64Array.from(b)
        for (let x = 0; x < rungs; x++) {
          let carried = from[x]!
          if (x + 1 < rungs) carried += (up[x]! / 2) * (from[x + 1]! - from[x]!)
          if (x > 0) carried += (down[x - 1]! / 2) * (from[x - 1]! - from[x]!)
          b[x] = carried + weights[n]! * worth[x]!
        }
      }
      return { before: b, slopes }
    }
  }
}

/** The energies of each segment, that of rung 0 being 0. */
const rungsOf = (energies: Float64Array, rungs: number): readonly Float64Array[] =>
  Array.from({ length: energies.length / (rungs - 1) }, (_, k) =>
    Float64Array.of(0, ...energies.subarray(k * (rungs - 1), (k + 1) * (rungs - 1)))
  )

/** A value to be made small, and its slopes. */
interface Sloped {
  readonly value: number
  readonly error: number
  readonly slopes: Float64Array
}

/** Heat, and what an error beyond the one asked for is priced at: (price + weight·excess)²/2weight, where that is above 0. */
const priced = (
  rungs: number,
  attempts: number,
  error: number,
  energies: Float64Array,
  price: number,
  weight: number
): Sloped => {
  const levels = rungsOf(energies, rungs)
  let p = new Float64Array(rungs).fill(1 / rungs)
  let heat = 0
  const passes = levels.map((each) => {
    const pass = passed(each, attempts, p)
    for (let x = 0; x < rungs; x++) heat += each[x]! * (p[x]! - pass.after[x]!)
    const before = p
    p = Float64Array.from(pass.after)
    return { ...pass, start: before }
  })
  const missed = 1 - p[0]!
  const pressure = Math.max(0, price + weight * (missed - error))
  let worth = Float64Array.from({ length: rungs }, (_, x) => (x > 0 ? pressure : 0))
  const slopes = new Float64Array(energies.length)
  for (let k = levels.length - 1; k >= 0; k--) {
    const { start, after, back } = passes[k]!
    const level = levels[k]!
    const { before, slopes: turned } = back(worth.map((each, x) => each - level[x]!))
    for (let x = 1; x < rungs; x++) slopes[k * (rungs - 1) + x - 1] = start[x]! - after[x]! + turned[x]!
    worth = before.map((each, x) => each + level[x]!)
  }
  return { value: heat + (pressure * pressure - price * price) / (2 * weight), error: missed, slopes }
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, each, i) => sum + each * b[i]!, 0)

/** Descent with the memory of a few steps (L-BFGS: Nocedal 1980), and a step that is halved until it pays. */
const descended = (
  start: Float64Array<ArrayBuffer>,
  of: (energies: Float64Array<ArrayBuffer>) => Sloped,
  steps: number
): Float64Array<ArrayBuffer> => {
  let at = start
  let here = of(at)
  const memory: { readonly step: Float64Array; readonly turn: Float64Array; readonly inverse: number }[] = []
  for (let taken = 0; taken < steps; taken++) {
    const direction = Float64Array.from(here.slopes)
    const shares = memory.map(() => 0)
    for (let m = memory.length - 1; m >= 0; m--) {
      const { step, turn, inverse } = memory[m]!
      shares[m] = inverse * dot(step, direction)
      for (let i = 0; i < direction.length; i++) direction[i]! -= shares[m]! * turn[i]!
    }
    const last = memory.at(-1)
    const scale = last === undefined ? 1 : 1 / (last.inverse * dot(last.turn, last.turn))
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale
    memory.forEach(({ step, turn, inverse }, m) => {
      const by = shares[m]! - inverse * dot(turn, direction)
      for (let i = 0; i < direction.length; i++) direction[i]! += by * step[i]!
    })
    const fall = dot(direction, here.slopes)
    if (!(fall > 1e-14)) break
    const longest = direction.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    let length = Math.min(1, 2 / longest)
    let next: Float64Array<ArrayBuffer> | undefined
    let there = here
    while (length > 1e-10) {
      const tried = at.map((each, i) => each - length * direction[i]!)
      there = of(tried)
      if (there.value <= here.value - 1e-4 * length * fall) {
        next = tried
        break
      }
      length /= 2
    }
    if (next === undefined) break
    const found = next
    const step = found.map((each, i) => each - at[i]!)
    const turn = there.slopes.map((each, i) => each - here.slopes[i]!)
    const curvature = dot(step, turn)
    if (curvature > 1e-16) memory.push({ step, turn, inverse: 1 / curvature })
    if (memory.length > 12) memory.shift()
    ;[at, here] = [found, there]
  }
  return at
}

/** How often the price of the error is set anew. */
const rounds = 10

/** The segments of a reset of a ladder, in kT and attempts; no more than 300 attempts each. */
export const foundReset = (
  rungs: number,
  error: number,
  attempts: number,
  segments: number
): readonly Segment[] => {
  const each = attempts / segments
  // To begin with all but rung 0 are raised, the further the later.
  const highest = Math.log((rungs - 1) / error)
  let energies = Float64Array.from(
    { length: segments * (rungs - 1) },
    (_, i) => (highest * (Math.floor(i / (rungs - 1)) + 1) * (1 + (i % (rungs - 1)) / rungs)) / segments
  )
  let [price, weight] = [highest, 100]
  for (let round = 0; round < rounds; round++) {
    const [p, w] = [price, weight]
    energies = descended(energies, (of) => priced(rungs, each, error, of, p, w), 300)
    const { error: missed } = priced(rungs, each, error, energies, p, w)
    if (Math.abs(missed - error) < 1e-13) break
    price = Math.max(0, price + weight * (missed - error))
    weight = Math.min(1e6, weight * 4)
  }
  return rungsOf(energies, rungs).map((levels) => ({ attempts: each, energies: levels, barrier: 0 }))
}
