/**
 * A quadratic program of 1e5 variables: its solution, and what an iteration costs for each variable, beside the
 * products that it cannot do without (one each with P, A and A'), by the same sparse rows in a loop by hand.
 */
import { quadraticProgram, solveQuadraticProgram } from 'limen/solve'
import { medians, printAlone, right, row } from './table.js'

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

/** Iterations of a program that took 66 s at 0.15 µs for each and each variable. */
const hard = 4400

export const rows = () => {
  const n = 1e5
  const data = chain(n)
  const program = right(quadraticProgram(data))
  const { P, A } = program
  const run = (maximumIterations) =>
    right(solveQuadraticProgram(program, { maximumIterations, tolerance: 1e-16 }))
  const whole = () => {
    const { converged } = right(solveQuadraticProgram(right(quadraticProgram(data))))
    if (!converged) throw new Error('no solution was found')
  }
  const iterations = 100
  const [x, into] = [new Float64Array(n).fill(1), new Float64Array(n)]
  const times = medians(
    {
      whole,
      begun: () => run(1),
      ended: () => run(1 + iterations),
      products: () => {
        for (let round = 0; round < iterations; round++) {
          multiply(P, x, into)
          multiply(A, x, into)
          multiply(A, x, into) // as many products as with A'
        }
      }
    },
    { turns: 3, warmUp: 0 }
  )
  const each = (times.ended - times.begun) / iterations
  return [
    row('quadratic program of 1e5 variables, easy', 'made and solved to 1e-8', times.whole / 1e9, '≤ 20 s'),
    row(
      `the same for ${hard} iterations`,
      `scaled from ${iterations}`,
      (times.begun + hard * each) / 1e9,
      '≤ 20 s'
    ),
    row('an iteration of it', 'its products alone, by hand', each / (times.products / iterations))
  ]
}

await printAlone(import.meta.url, 'Quadratic programs (CPU medians)', rows)
