/**
 * The sweep of whole.ts as WebAssembly, in half its time: no index is checked, as all are right by the problem.
 * The same run, bit for bit.
 */
import {
  byte, choose, exportsOf, float, int, ints, local, memoryOf, moduleOf, repeat, set, types, word, type Code
} from '../../reading/wasm-code' // prettier-ignore
import { lookUp, wholeState, type WholeProblem, type WholeRun } from './whole'

/** Proposals from which on a module pays. */
const enough = 3e5

/** Where things stand in memory, in bytes: some numbers, then the lists. */
const numbers = { energy: 0, twoUnits: 8, random: 16, most: 32, flips: 36 }
const placesOf = ({ starts, pairs, last }: WholeProblem) => {
  const lists = 40
  const startsAt = lists + last.byteLength
  const pairsAt = startsAt + starts.byteLength
  const felt = pairsAt + pairs.byteLength
  const spins = felt + 4 * (starts.length - 1)
  return { ...numbers, last: lists, starts: startsAt, pairs: pairsAt, felt, spins }
}
type Places = ReturnType<typeof placesOf>

/** Local variables: what is given, more whole numbers, and numbers of float64. */
const given = ['steepest', 'n'] as const
const state = ['a', 'b', 'c', 'd'] as const
const wholes = [
  ...state, 'i', 'shifted', 'drawn', 'most', 'spin', 'along', 'at', 'end', 'neighbour', 'flips'
] as const // prettier-ignore
const floats = ['energy', 'twoUnits'] as const
type Name = (typeof given | typeof wholes | typeof floats)[number]
const names: readonly Name[] = [...given, ...wholes, ...floats]
const get = (name: Name): Code => local(names.indexOf(name))
const put = (name: Name, value: Code): Code => set(names.indexOf(name), value)

const { sum, difference, product, xor, shiftLeft, rotateLeft, isAtMost, isWordAtMost, isLess, asFloat } = ints
const times4 = (of: Code): Code => shiftLeft(of, int(2))
const zero = int(0)

/** The next word of xoshiro128++. */
const draw: Code = [
  put('drawn', sum(rotateLeft(sum(get('a'), get('d')), int(7)), get('a'))),
  put('shifted', shiftLeft(get('b'), int(9))),
  put('c', xor(get('c'), get('a'))),
  put('d', xor(get('d'), get('b'))),
  put('b', xor(get('b'), get('c'))),
  put('a', xor(get('a'), get('d'))),
  put('c', xor(get('c'), get('shifted'))),
  put('d', rotateLeft(get('d'), int(11)))
]

/** The spin turns round, and its neighbours feel it. */
const flip = ({ spins, starts, felt }: Places): Code => {
  const feels = word.load(get('neighbour'), felt)
  const isMore = isLess(get('at'), get('end'))
  const neighbours = [
    put('neighbour', word.load(get('at'), 0)),
    word.store(get('neighbour'), felt, difference(feels, product(get('spin'), word.load(get('at'), 4)))),
    put('at', sum(get('at'), int(8)))
  ]
  return [
    put('energy', float.sum(get('energy'), float.product(asFloat(get('along')), get('twoUnits')))),
    put('flips', sum(get('flips'), int(1))),
    byte.store(get('i'), spins, difference(zero, get('spin'))),
    put('at', word.load(times4(get('i')), starts)),
    put('end', word.load(times4(get('i')), starts + 4)),
    choose(isMore, repeat(neighbours, isMore), [])
  ]
}

const sweepOf = (places: Places): Code => {
  const { energy, twoUnits, random, most, flips, last, felt, spins } = places
  const lastWord = word.load(times4(sum(get('along'), get('most'))), last)
  const proposal = [
    draw,
    put('spin', byte.load(get('i'), spins)),
    put('along', product(get('spin'), word.load(times4(get('i')), felt))),
    choose(
      isWordAtMost(get('drawn'), lastWord),
      choose(isAtMost(get('along'), get('steepest')), flip(places), []),
      []
    ),
    put('i', sum(get('i'), int(1)))
  ]
  return [
    state.map((name, k) => put(name, word.load(zero, random + 4 * k))),
    put('most', word.load(zero, most)),
    put('energy', float.load(zero, energy)),
    put('twoUnits', float.load(zero, twoUnits)),
    repeat(proposal, isLess(get('i'), get('n'))),
    state.map((name, k) => word.store(zero, random + 4 * k, get(name))),
    float.store(zero, energy, get('energy')),
    word.store(zero, flips, get('flips'))
  ]
}

const runOf = (problem: WholeProblem): WholeRun => {
  const { unit, starts, pairs, most } = problem
  const n = starts.length - 1
  const places = placesOf(problem)
  const locals = [
    [wholes.length, types.int],
    [floats.length, types.float]
  ] as const
  const module = moduleOf([], [{ name: 'sweep', parameters: given.length, locals, body: sweepOf(places) }])
  const memory = memoryOf(places.spins + n)
  const { sweep } = exportsOf<{ readonly sweep: (steepest: number, n: number) => void }>(module, { memory })

  const integers = (at: number, length: number) => new Int32Array(memory.buffer, at, length)
  const float64 = (at: number) => new Float64Array(memory.buffer, at, 1)
  const [random, flips] = [integers(places.random, 4), integers(places.flips, 1)]
  const [felt, energy] = [integers(places.felt, n), float64(places.energy)]
  const spins = new Int8Array(memory.buffer, places.spins, n)
  const last = new Uint32Array(memory.buffer, places.last, problem.last.length)
  last.set(problem.last)
  integers(places.most, 1)[0] = most
  float64(places.twoUnits)[0] = 2 * unit
  // Where they stand instead of which they are: of pairs in memory, of neighbours among the fields.
  integers(places.starts, n + 1).set(starts.map((start) => places.pairs + 4 * start))
  integers(places.pairs, pairs.length).set(pairs.map((each, at) => (at % 2 === 0 ? 4 * each : each)))
  const inMemory = { unit, most, last }
  return {
    begin: (state) => {
      spins.set(state.spins)
      felt.set(wholeState(problem, state).felt)
      return { spins, felt, energy: state.energy }
    },
    sweep: (state, words, temperature) => {
      random.set(words)
      energy[0] = state.energy
      sweep(lookUp(inMemory, temperature), n)
      state.energy = energy[0]
      words.set(random)
      return flips[0]!
    }
  }
}

/** The run of so many proposals; undefined where a module does not pay, or a host has none or forbids it. */
export const inWasm = (problem: WholeProblem, proposals: number): WholeRun | undefined => {
  if (proposals < enough) return undefined
  try {
    return runOf(problem)
  } catch {
    return undefined
  }
}
