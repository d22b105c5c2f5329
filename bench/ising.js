/**
 * The speed of the annealer: as that of C (`ising.c`) at -O3, where a compiler is at hand; of an annealer that
 * counts the field anew at each proposal; and of one whose spins are objects.
 */
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { anneal, maxCut } from 'limen/solve'
import { cpuTime, inTurns, medians, printAlone, right, row } from './table.js'

// Two graphs of the kinds of G-set, from a generator of their own.
let word = 1
const random = () => (word = (word * 48271) % 2147483647) / 2147483647
const torusEdges = (rows, columns) =>
  Array.from({ length: rows * columns }, (_, node) => {
    const [row, column] = [Math.floor(node / columns), node % columns]
    const weight = () => (random() < 0.5 ? -1 : 1)
    return [
      [node, row * columns + ((column + 1) % columns), weight()],
      [node, ((row + 1) % rows) * columns + column, weight()]
    ]
  }).flat()
const randomEdges = (nodes, density) => {
  const edges = []
  for (let i = 0; i < nodes; i++) for (let j = 0; j < i; j++) if (random() < density) edges.push([j, i, 1])
  return edges
}

const sweeps = 200
const seed = 1

/** Metropolis that counts the field of a spin from its neighbour list at each proposal. */
const countingAnew = ({ spins: n, offsets, neighbours, couplings }, temperatures) => {
  const spins = Int8Array.from({ length: n }, () => (Math.random() < 0.5 ? 1 : -1))
  let flips = 0
  for (const temperature of temperatures)
    for (let i = 0; i < n; i++) {
      let field = 0
      for (let at = offsets[i]; at < offsets[i + 1]; at++) field += couplings[at] * spins[neighbours[at]]
      const rise = 2 * spins[i] * field
      if (rise <= 0 || Math.random() < Math.exp(-rise / temperature)) {
        spins[i] = -spins[i]
        flips++
      }
    }
  return flips
}

/** The same with kept fields, on objects that hold lists of objects. */
const ofObjects = (nodes, temperatures) => {
  for (const node of nodes) node.spin = Math.random() < 0.5 ? 1 : -1
  for (const node of nodes) node.field = node.bonds.reduce((sum, { J, to }) => sum + J * to.spin, 0)
  let flips = 0
  for (const temperature of temperatures)
    for (const node of nodes) {
      const rise = 2 * node.spin * node.field
      if (rise <= 0 || Math.random() < Math.exp(-rise / temperature)) {
        for (const { J, to } of node.bonds) to.field -= 2 * node.spin * J
        node.spin = -node.spin
        flips++
      }
    }
  return flips
}

const objectsOf = ({ spins: n, offsets, neighbours, couplings }) => {
  const nodes = Array.from({ length: n }, () => ({ spin: 1, field: 0, bonds: [] }))
  nodes.forEach((node, i) => {
    for (let at = offsets[i]; at < offsets[i + 1]; at++)
      node.bonds.push({ J: couplings[at], to: nodes[neighbours[at]] })
  })
  return nodes
}

/** Where this run keeps what C is made of, and reads. */
const folder = mkdtempSync(join(tmpdir(), 'limen-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

/** The annealer in C; undefined where no compiler makes it. */
const compiled = () => {
  const program = join(folder, 'ising')
  try {
    execFileSync('cc', ['-O3', '-o', program, fileURLToPath(new URL('ising.c', import.meta.url)), '-lm'])
    return program
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return undefined
  }
}
const inC = compiled()

const goal = '≥ 0.7×'
const ways = { each: 'a draw for each proposal, as limen', needed: 'a draw where one is needed' }

/** The speed of limen as that of C, of one problem and its temperatures. */
const againstC = (title, problem, temperatures) => {
  if (inC === undefined) return [row(title, 'C at -O3', 'no C compiler here', goal)]
  const { spins, offsets, neighbours, couplings } = problem
  const proposals = spins * temperatures.length
  const file = join(folder, 'problem')
  const parts = [Int32Array.of(spins, neighbours.length, temperatures.length), offsets, neighbours]
  writeFileSync(
    file,
    Buffer.concat(
      [...parts, couplings, temperatures].map((part) =>
        Buffer.from(part.buffer, part.byteOffset, part.byteLength)
      )
    )
  )
  const schedule = (sweep) => temperatures[sweep - 1]
  let flips = 0
  const run = () =>
    ({ flips } = right(anneal(problem, { seed, sweeps: temperatures.length, restarts: 1, schedule })))
  const measuredInC = (way) => () => {
    const [nanoseconds, flipsInC] = execFileSync(inC, [file, way], { encoding: 'utf8' })
      .split(' ')
      .map(Number)
    if (Math.max(flips, flipsInC) > 1.2 * Math.min(flips, flipsInC))
      throw new Error(`flips differ from those of C: ${flips}, ${flipsInC}`)
    return nanoseconds
  }
  const times = inTurns(
    { limen: () => cpuTime(run) / proposals, each: measuredInC('each'), needed: measuredInC('needed') },
    { turns: 9, warmUp: 3 }
  )
  return Object.entries(ways).map(([way, name]) =>
    row(title, `C at -O3, ${name}`, times[way] / times.limen, goal)
  )
}

/** And as that of other ways to write it. */
const againstOthers = (title, problem, temperatures) => {
  const nodes = objectsOf(problem)
  const annealed = (options) => right(anneal(problem, { seed, sweeps, restarts: 1, ...options })).flips
  const ways = {
    limen: () => annealed({}),
    coloured: () => annealed({ update: 'coloured' }),
    anew: () => countingAnew(problem, temperatures),
    objects: () => ofObjects(nodes, temperatures)
  }
  // All do the same, or the ratios would mean nothing: as many flips, but for chance.
  const flips = Object.values(ways).map((run) => run())
  if (Math.max(...flips) > 1.2 * Math.min(...flips)) throw new Error(`flips differ: ${flips.join(', ')}`)
  const times = medians(ways, { turns: 15, warmUp: 5 })
  return [
    row(title, 'fields counted anew', times.anew / times.limen),
    row(title, 'spins that are objects', times.objects / times.limen),
    row(`${title}, coloured`, 'one spin after the other', times.limen / times.coloured)
  ]
}

const graphs = {
  'annealer, 800 nodes of 48 neighbours': { nodes: 800, edges: randomEdges(800, 0.06) },
  'annealer, torus of 2000 nodes': { nodes: 2000, edges: torusEdges(40, 50) }
}

export const rows = () =>
  Object.entries(graphs).flatMap(([title, graph]) => {
    const problem = right(maxCut(graph))
    const temperaturesOf = (sweeps) => right(anneal(problem, { seed, sweeps, restarts: 1 })).temperatures
    return [
      ...againstC(title, problem, temperaturesOf(10 * sweeps)),
      ...againstOthers(title, problem, temperaturesOf(sweeps))
    ]
  })

await printAlone(import.meta.url, 'The annealer (CPU medians)', rows)
