/**
 * The sweep of a problem whose couplings and fields are whole numbers of a unit, as those of most graphs
 * are: what a spin feels is one of few whole numbers, so whether a flip is accepted is looked up. The same
 * run as that of `sequentialSweep`, bit for bit: no sum of such numbers is ever rounded.
 */
import { hopeless, isRejected, type Spins, type SpinState } from './metropolis'
import type { IsingProblem } from './problem'

/** Looked up once: where a host watches its globals, as jest does, each look costs more than the product. */
const { imul } = Math

/** An Ising problem in whole numbers. */
export interface WholeProblem {
  /** The energy of 1. */
  readonly unit: number
  /** Of each spin where its pairs begin; and where the last ones end. */
  readonly starts: Int32Array
  /** A neighbour and twice its coupling, one after the other: they are read together. */
  readonly pairs: Int32Array
  /** What a spin feels at most. */
  readonly most: number
  /** The last word that accepts a flip against a field, at field + most; the first half is of those along it. */
  readonly last: Uint32Array
}

/** The spins of a run, and the fields that they feel, in units. */
export interface WholeState extends Spins {
  readonly felt: Int32Array
}

/** How its states are moved on, each by a sweep from where it began. */
export interface WholeRun {
  /** A state to begin with, until another does. */
  readonly begin: (state: SpinState) => WholeState
  readonly sweep: (state: WholeState, random: Int32Array, temperature: number) => number
}

/** Powers of two, so that to divide by them rounds nothing; a change of variables leaves quarters. */
const units = [1, 1 / 2, 1 / 4]

/** The table of answers is made anew in each sweep: it should not be longer than the sweep, or is short. */
const short = 1024

const anyWord = 2 ** 32 - 1

/** A problem in whole numbers, if it is one of small ones. */
export const inWholes = ({
  spins,
  offsets,
  neighbours,
  couplings,
  fields
}: IsingProblem): WholeProblem | undefined => {
  const isWhole = (unit: number) => (value: number) => Number.isInteger(value / unit)
  const unit = units.find((each) => couplings.every(isWhole(each)) && fields.every(isWhole(each)))
  if (unit === undefined) return undefined
  let most = 0
  for (let i = 0; i < spins; i++) {
    let felt = Math.abs(fields[i]!)
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) felt += Math.abs(couplings[at]!)
    most = Math.max(most, felt / unit)
  }
  if (most > Math.max(short, spins)) return undefined
  const pairs = new Int32Array(2 * neighbours.length)
  neighbours.forEach((neighbour, at) => {
    pairs[2 * at] = neighbour
    pairs[2 * at + 1] = (2 * couplings[at]!) / unit
  })
  const last = new Uint32Array(2 * most + 1).fill(anyWord)
  return { unit, starts: offsets.map((offset) => 2 * offset), pairs, most, last }
}

/** The state of a problem in whole numbers of it. */
export const wholeState = ({ unit }: WholeProblem, { spins, energy, local }: SpinState): WholeState => ({
  spins,
  energy,
  felt: Int32Array.from(local, (field) => field / unit)
})

/** The last word of 32 bits whose draw accepts a rise of x > 0 temperatures, as `accepts` does; −1 if none. */
export const lastAccepted = (x: number): number => {
  if (x > hopeless) return -1
  let word = Math.ceil(Math.exp(-x) * 2 ** 32 - 0.5) - 1
  while (word >= 0 && isRejected(x, (word + 0.5) * 2 ** -32)) word-- // by rounding, of next to no rise
  return word
}

/** Fills in the last words that accept; gives the largest field against which any does. */
export const lookUp = (
  { unit, most, last }: Pick<WholeProblem, 'unit' | 'most' | 'last'>,
  temperature: number
): number => {
  const beta = 1 / temperature
  for (let felt = 1; felt <= most; felt++) {
    const word = lastAccepted(2 * felt * unit * beta)
    if (word < 0) {
      last.fill(0, most + felt)
      return felt - 1
    }
    last[most + felt] = word
  }
  return most
}

/**
 * One sweep: a proposal for each spin in turn, each with the next word of xoshiro128++ as `fillUniform`
 * draws them, here without a list between. How many were accepted.
 */
export const wholeSweep = (
  problem: WholeProblem,
  state: WholeState,
  random: Int32Array,
  temperature: number
): number => {
  const { unit, starts, pairs, most, last } = problem
  const { spins, felt } = state
  const steepest = lookUp(problem, temperature)
  let a = random[0]!
  let b = random[1]!
  let c = random[2]!
  let d = random[3]!
  const n = spins.length
  let flips = 0
  let energy = state.energy
  for (let i = 0; i < n; i++) {
    const sum = (a + d) | 0
    const word = (((sum << 7) | (sum >>> 25)) + a) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)

    const spin = spins[i]!
    const along = imul(spin, felt[i]!)
    if (word > last[(along + most) | 0]! || along > steepest) continue
    energy += 2 * along * unit
    flips++
    spins[i] = -spin
    const end = starts[i + 1]!
    let at = starts[i]!
    for (; at + 2 < end; at += 4) {
      felt[pairs[at]!]! -= imul(spin, pairs[at + 1]!) // two in a turn: 4 to 8 % faster
      felt[pairs[at + 2]!]! -= imul(spin, pairs[at + 3]!)
    }
    if (at < end) felt[pairs[at]!]! -= imul(spin, pairs[at + 1]!)
  }
  state.energy = energy
  random[0] = a
  random[1] = b
  random[2] = c
  random[3] = d
  return flips
}

/** The run of a problem by the code above. */
export const inJavaScript = (problem: WholeProblem): WholeRun => ({
  begin: (state) => wholeState(problem, state),
  sweep: (state, random, temperature) => wholeSweep(problem, state, random, temperature)
})
