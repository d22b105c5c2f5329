/**
 * How probabilities move while energies stand: the master equation dp/dt = Rp, by uniformisation (Jensen 1953).
 * e^(Rt) = Σ Poisson(n; Λt)·Pⁿ with P = 1 + R/Λ, where Λ is the largest rate at which a state is left: every term
 * is positive, so small probabilities are as exact as large ones, and what is cut off is the tail of a Poisson
 * distribution. A bit has a closed form.
 */
import { hopRate, type Segment, type Space } from './space'

/** The Poisson mean of one stride: e^(−256) is far from the smallest number. */
const stride = 256

/** What a tail may weigh. */
const tail = 1e-20

/** And what it may weigh where small parts matter as large ones do. */
const farTail = 1e-300

/** Whether no part differs by more than its last bits. */
const isSettled = (before: Float64Array, after: Float64Array): boolean => {
  for (let x = 0; x < before.length; x++)
    if (Math.abs(after[x]! - before[x]!) > 1e-15 * after[x]!) return false
  return true
}

const total = (v: Float64Array): number => v.reduce((sum, each) => sum + each, 0)

/** A segment's rates of hops, and how one attempt at the rate Λ moves what it is given. */
export interface Generator {
  /** Λ, in attempts; 0 where nothing moves. */
  readonly rate: number
  /** The rate at which each state is left. */
  readonly exits: Float64Array
  /** P·v into `next`. */
  readonly step: (v: Float64Array, next: Float64Array) => void
}

/** What is told of an evolution beside its end. */
export interface Evolving {
  /** To which the integral over the attempts is added. */
  readonly integral?: Float64Array
  /** Whether each part is to be as exact as the largest: where what is rare is weighed up later. */
  readonly isRelative?: true
}

/** x − (1 − e^(−x)), of which small x leave x²/2. */
const lag = (x: number): number =>
  x < 1e-3 ? ((x * x) / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - x / 5))) : x + Math.expm1(-x)

/** A bit, in closed form: what it was decays to what it is at rest, and every term is positive. */
const evolveBit = (
  { exits: [up = 0, down = 0] }: Generator,
  attempts: number,
  v: Float64Array,
  integral?: Float64Array
): void => {
  const rate = up + down
  const x = rate * attempts
  const [stays, leaves] = [Math.exp(-x), -Math.expm1(-x)]
  const all = total(v)
  const atRest = [(down / rate) * all, (up / rate) * all] as const
  atRest.forEach((rest, k) => {
    if (integral !== undefined) integral[k]! += (leaves / rate) * v[k]! + (lag(x) / rate) * rest
    v[k] = stays * v[k]! + leaves * rest
  })
}

export const generatorOf = ({ states, from, to }: Space, { energies, barrier }: Segment): Generator => {
  const edges = from.length
  const up = new Float64Array(edges)
  const down = new Float64Array(edges)
  const exits = new Float64Array(states)
  for (let edge = 0; edge < edges; edge++) {
    const rise = energies[to[edge]!]! - energies[from[edge]!]!
    up[edge] = hopRate(barrier, rise)
    down[edge] = hopRate(barrier, -rise)
    exits[from[edge]!]! += up[edge]!
    exits[to[edge]!]! += down[edge]!
  }
  const rate = exits.reduce((most, each) => Math.max(most, each), 0)
  for (let edge = 0; edge < edges && rate > 0; edge++) {
    up[edge]! /= rate
    down[edge]! /= rate
  }
  const stays = exits.map((exit) => (rate > 0 ? (rate - exit) / rate : 1))
  return {
    rate,
    exits,
    step: (v, next) => {
      for (let x = 0; x < states; x++) next[x] = stays[x]! * v[x]!
      for (let edge = 0; edge < edges; edge++) {
        const x = from[edge]!
        const y = to[edge]!
        next[y]! += up[edge]! * v[x]!
        next[x]! += down[edge]! * v[y]!
      }
    }
  }
}

/** More hops between states than these are not followed. */
const mostHops = 2e7

/** Whether a term changes no part of a sum; a part that none has reached yet may come. */
const isSpent = (sum: Float64Array, weight: number, term: Float64Array): boolean => {
  for (let x = 0; x < sum.length; x++) if (!(weight * term[x]! < tail * sum[x]!)) return false
  return true
}

/**
 * `v` after so many attempts, in place; none of its parts below 0. Where it has come to rest, what is left is at rest
 * too. False where it does not come to rest in any reasonable time.
 */
export const evolve = (
  generator: Generator,
  attempts: number,
  v: Float64Array,
  { integral, isRelative }: Evolving = {}
): boolean => {
  const { rate, step } = generator
  const strides = Math.max(1, Math.ceil((rate * attempts) / stride))
  const mean = (rate * attempts) / strides
  if (!(mean > 0)) {
    integral?.forEach((sum, x) => (integral[x] = sum + attempts * v[x]!))
    return true
  }
  if (v.length === 2) {
    evolveBit(generator, attempts, v, integral)
    return true
  }
  const all = total(v)
  if (all === 0) return true
  const most = mostHops / (v.length * stride)
  let now = Float64Array.from(v)
  let next = new Float64Array(v.length)
  for (let at = 0; at < strides; at++) {
    if (at > most) return false
    const start = Float64Array.from(now)
    v.fill(0)
    let weight = Math.exp(-mean)
    let beyond = -Math.expm1(-mean)
    for (let n = 0; ;) {
      for (let x = 0; x < v.length; x++) v[x]! += weight * now[x]!
      if (integral !== undefined) for (let x = 0; x < v.length; x++) integral[x]! += (beyond / rate) * now[x]!
      if (n > mean && weight < tail && (isRelative !== true || weight < farTail || isSpent(v, weight, now)))
        break
      step(now, next)
      const before = now
      now = next
      next = before
      n++
      weight *= mean / n
      beyond = Math.max(0, beyond - weight)
    }
    // Nothing is lost but by rounding, which many strides would gather.
    const sum = total(v)
    for (let x = 0; x < v.length; x++) now[x] = v[x]! * (all / sum)
    if (isSettled(start, now)) {
      const left = (attempts * (strides - 1 - at)) / strides
      integral?.forEach((sum, x) => (integral[x] = sum + left * now[x]!))
      break
    }
  }
  v.set(now)
  return true
}

/** The same of parts of both signs, those of each by themselves: as exact as the largest. */
export const evolveSigned = (generator: Generator, attempts: number, v: Float64Array): boolean => {
  const [above, below] = [v.map((each) => Math.max(0, each)), v.map((each) => Math.max(0, -each))] as const
  if (![above, below].every((parts) => evolve(generator, attempts, parts))) return false
  above.forEach((part, x) => (v[x] = part - below[x]!))
  return true
}
