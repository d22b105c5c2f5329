/** Random choices that a seed and a number tell: the same ones on every machine. */

export interface Random {
  /** A whole number from 0 on, below another. */
  readonly below: (end: number) => number
  readonly pick: <A>(from: readonly A[]) => A
  readonly chance: (of: number) => boolean
  /** So many things at the most. */
  readonly some: <A>(most: number, make: () => A) => readonly A[]
}

/** Mulberry32, begun at a place of its own for each number. */
export const random = (seed: number, number: number): Random => {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    below,
    pick: (from) => from[below(from.length)]!,
    chance: (of) => next() < of,
    some: (most, make) => Array.from({ length: below(most + 1) }, make)
  }
}
