/**
 * What a proposal of an annealer costs, as ratios within this run: limen's two updates, against an
 * annealer that counts the field anew at each proposal, and against one whose spins are objects.
 */
import { Bench } from 'tinybench'
import { anneal, colouring, maxCut, temperatureRange } from 'limen/solve'

const known = ({ right, left }) => {
  if (left !== undefined) throw new Error(left.message)
  return right
}

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

let sink = 0
const graphs = {
  'random graph, 800 nodes of 48 neighbours': { nodes: 800, edges: randomEdges(800, 0.06) },
  'torus, 2000 nodes of 4 neighbours': { nodes: 2000, edges: torusEdges(40, 50) }
}
for (const [title, graph] of Object.entries(graphs)) {
  const problem = known(maxCut(graph))
  const { temperatures } = known(anneal(problem, { seed, sweeps, restarts: 1 }))
  const nodes = objectsOf(problem)
  const tasks = {
    'limen, one after the other': () => (sink += known(anneal(problem, { seed, sweeps, restarts: 1 })).flips),
    'limen, coloured': () =>
      (sink += known(anneal(problem, { seed, sweeps, restarts: 1, update: 'coloured' })).flips),
    'fields counted anew': () => (sink += countingAnew(problem, temperatures)),
    'objects': () => (sink += ofObjects(nodes, temperatures))
  }
  // All do the same, or the ratios would mean nothing: as many flips, but for chance.
  const flips = Object.values(tasks).map((run) => {
    const before = sink
    run()
    return sink - before
  })
  if (Math.max(...flips) > 1.2 * Math.min(...flips)) throw new Error(`flips differ: ${flips.join(', ')}`)

  const bench = new Bench({ time: 1500, warmupTime: 500 })
  for (const [name, run] of Object.entries(tasks)) bench.add(name, run)
  await bench.run()
  const proposals = sweeps * problem.spins
  const nanoseconds = bench.tasks.map(({ result }) => (result.latency.p50 * 1e6) / proposals)
  const range = temperatureRange(problem)
  console.log(
    `${title}: T from ${range.start.toFixed(2)} to ${range.end.toFixed(2)}, ${colouring(problem).colours} colours (medians)`
  )
  bench.tasks.forEach(({ name }, at) => {
    const each = nanoseconds[at]
    console.log(
      `${name.padEnd(32)}${each.toFixed(1).padStart(7)} ns a proposal${(1e3 / each).toFixed(1).padStart(8)} million/s${(each / nanoseconds[0]).toFixed(2).padStart(8)} ×`
    )
  })
}
if (!Number.isFinite(sink)) throw new Error('a benchmark computed no number')
