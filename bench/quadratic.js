/**
 * What an iteration of the quadratic solver costs for each variable, as ratios within this run: against the
 * products that it cannot do without (one each with P, A and A'), by the same sparse rows in a loop by hand.
 */
import { quadraticProgram, solveQuadraticProgram } from 'limen/solve'

const known = ({ right, left }) => {
  if (left !== undefined) throw new Error(left.message)
  return right
}

let word = 1
const random = () => (word = (word * 48271) % 2147483647) / 2147483647

/** A chain of n variables, a constraint of four of them for every four, and bounds on every second. */
const chain = (n) => {
  const P = []
  for (let i = 0; i < n; i++) {
    P.push([i, i, 2.1])
    const coupling = -random()
    if (i + 1 < n) P.push([i, i + 1, coupling], [i + 1, i, coupling])
  }
  const A = []
  const u = []
  for (let row = 0; row < n / 4; row++) {
    for (let each = 0; each < 4; each++) A.push([row, Math.floor(random() * n), random() - 0.5])
    u.push(0.1 + random())
  }
  const l = u.map(() => -0.1)
  for (let i = 0; i < n; i += 2) {
    A.push([l.length, i, 1])
    l.push(-1)
    u.push(1)
  }
  return {
    P: { triplets: P },
    q: Array.from({ length: n }, () => 4 * random() - 2),
    A: { triplets: A },
    l,
    u
  }
}

const multiply = ({ rows, starts, indices, values }, vector, into) => {
  for (let row = 0, at = 0; row < rows; row++) {
    const end = starts[row + 1]
    let sum = 0
    for (; at < end; at++) sum += values[at] * vector[indices[at]]
    into[row] = sum
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const seconds = (run) => {
  const begin = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1e6
}

for (const n of [1e3, 1e5]) {
  const data = chain(n)
  let program
  const making = seconds(() => (program = known(quadraticProgram(data))))
  const iterations = Math.max(100, 1e7 / n)
  const solved = (maximumIterations) =>
    known(solveQuadraticProgram(program, { maximumIterations, tolerance: 1e-16 }))
  const x = new Float64Array(n).fill(1)
  const into = new Float64Array(n)
  const { P, A } = program
  const products = () => {
    for (let round = 0; round < iterations; round++) {
      multiply(P, x, into)
      multiply(A, x, into)
      multiply(A, x, into) // as many products as with A'
    }
  }
  const [begins, ends, byHand] = [[], [], []]
  for (let round = 0; round < 5; round++) {
    begins.push(seconds(() => solved(1)))
    ends.push(seconds(() => solved(1 + iterations)))
    byHand.push((seconds(products) * 1e9) / iterations / n)
  }
  const each = ((median(ends) - median(begins)) * 1e9) / iterations / n
  console.log(
    `${n} variables: made in ${making.toFixed(2)} s, begun in ${median(begins).toFixed(2)} s, then ${each.toFixed(0)} ns an iteration and variable: ${(each / median(byHand)).toFixed(1)} × its products alone (${median(byHand).toFixed(0)} ns)`
  )
}
