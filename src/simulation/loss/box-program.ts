/**
 * A quadratic program in a box: a constraint of one variable is an end of its ladder, any other one a penalty.
 * F(w) = ½w'Pw + q'w + r + ½ρ Σ (what a row of Aw lies beyond its bounds)².
 */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, unfitInputs, type ModelError, type Problem } from '../../reading/error'
import { aNumber, expecting, having, optional, someNumbers } from '../../units/argument'
import { enumerated, numbered } from '../../shape/words'
import { told } from '../../units/told'
import { inputProblem } from '../../workload/ising/problem'
import { aProgram, type QuadraticProgram } from '../../workload/quadratic/program'
import {
  fromTriplets,
  product,
  scaled,
  transpose,
  tripletsOf,
  type SparseMatrix,
  type Triplet
} from '../../workload/quadratic/sparse'
import type { Kept, Loss } from './loss'
import { diagonalOf, keptForm, type QuadraticForm } from './quadratic-form'
import { wrongRange, wrongRungs } from './regression'

/** The ladders that hold the variables of a program. @since 0.10.0 */
export interface ProgramLadders {
  /** Of each, 2 to 2²⁰. */
  readonly rungs: number
  /** ρ, above 0: of what a constraint of several variables is violated by; needed where there is one. */
  readonly penalty?: number
  /** The ends of ladders of variables that have no bound there; needed where there is one. */
  readonly range?: readonly [low: number, high: number]
}

/** How many variables a row constrains. */
const breadthOf = ({ starts }: SparseMatrix, row: number): number => starts[row + 1]! - starts[row]!

/** The box of the variables, by the constraints of one variable. */
const boxOf = ({ A, q, l, u }: QuadraticProgram): readonly [low: Float64Array, high: Float64Array] => {
  const low = new Float64Array(q.length).fill(-Infinity)
  const high = new Float64Array(q.length).fill(Infinity)
  for (let row = 0; row < A.rows; row++) {
    if (breadthOf(A, row) !== 1) continue
    const [i, factor] = [A.indices[A.starts[row]!]!, A.values[A.starts[row]!]!]
    const ends = [l[row]! / factor, u[row]! / factor]
    low[i] = Math.max(low[i]!, Math.min(...ends))
    high[i] = Math.min(high[i]!, Math.max(...ends))
  }
  return [low, high]
}

/** A row of several variables: by how much its value is beyond its bounds. */
const beyond = (value: number, l: number, u: number): number =>
  value > u ? value - u : value < l ? value - l : 0

/** A form and penalties: the values of the rows are kept, and each variable's column is gone through. */
const keptWithin = (
  form: QuadraticForm,
  columns: SparseMatrix,
  { l, u, at0 }: { readonly l: Float64Array; readonly u: Float64Array; readonly at0: Float64Array },
  penalty: number,
  x: Int32Array
): Kept => {
  const inner = keptForm(form, x)
  const { starts, indices, values } = columns
  const rowsNow = (): Float64Array => {
    const all = at0.slice()
    for (let i = 0; i < x.length; i++)
      for (let at = starts[i]!; at < starts[i + 1]!; at++) all[indices[at]!]! += values[at]! * x[i]!
    return all
  }
  const kept = rowsNow()
  return {
    value: () =>
      rowsNow().reduce(
        (sum, value, row) => sum + (penalty / 2) * beyond(value, l[row]!, u[row]!) ** 2,
        inner.value()
      ),
    slope: (i) => {
      let sum = inner.slope(i)
      for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++) {
        const row = indices[at]!
        sum += penalty * values[at]! * beyond(kept[row]!, l[row]!, u[row]!)
      }
      return sum
    },
    rise: (i, by) => {
      let sum = inner.rise(i, by)
      for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++) {
        const row = indices[at]!
        const before = beyond(kept[row]!, l[row]!, u[row]!)
        const after = beyond(kept[row]! + by * values[at]!, l[row]!, u[row]!)
        sum += (penalty / 2) * (after * after - before * before)
      }
      return sum
    },
    move: (i, by) => {
      inner.move(i, by)
      for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++) kept[indices[at]!]! += by * values[at]!
    }
  }
}

/** A matrix of some rows and columns of another. */
const partOf = (matrix: SparseMatrix, rows: readonly number[], columns: readonly number[]): SparseMatrix => {
  const places = (of: readonly number[]): ReadonlyMap<number, number> =>
    new Map(of.map((each, at) => [each, at]))
  const [rowAt, columnAt] = [places(rows), places(columns)]
  return fromTriplets(
    rows.length,
    columns.length,
    tripletsOf(matrix).flatMap(([row, column, value]): readonly Triplet[] => {
      const [i, j] = [rowAt.get(row), columnAt.get(column)]
      return i === undefined || j === undefined ? [] : [[i, j, value]]
    })
  )
}

/** Variables that lack a bound, where nothing stands in for it: the first few by name. */
const withoutRange = (model: string, open: readonly number[]): readonly Problem[] => {
  if (open.length === 0) return []
  const few = enumerated(open.slice(0, 3).map((i) => `program/q/${i}`))
  const lacking = `${numbered(open.length, 'variable')} that lack${open.length === 1 ? 's' : ''} a bound`
  return [
    inputProblem(model, 'ladders/range', {
      kind: 'missing',
      found: `none, and ${lacking}: ${few}${open.length > 3 ? ', …' : ''}`,
      expected: 'two finite numbers that rise, or two finite bounds of each variable'
    })
  ]
}

const sumOfSquares = ({ starts, values }: SparseMatrix, row: number): number => {
  let sum = 0
  for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! ** 2
  return sum
}

/**
 * A quadratic program as a loss to be learned on ladders. The bounds of a variable are the ends of its ladder, and
 * where it has none the range stands in; one whose bounds are equal is a constant, and no parameter. What constrains
 * several variables is a penalty, ½ρ times the square of what it is violated by.
 *
 * Errors: a variable without a finite bound on either side and no range; bounds that leave a variable nothing; no
 * variable that is not fixed; a constraint of several variables without a penalty.
 *
 * @example
 * import { boxProgramLoss } from 'limen/simulate'
 * import { quadraticProgram } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * // (w − 1)² for w from 0 to 4.
 * const program = quadraticProgram({ P: { dense: [[2]] }, q: [-2], r: 1, A: { dense: [[1]] }, l: [0], u: [4] })
 * const loss = pipe(program, E.chainW((box) => boxProgramLoss(box, { rungs: 5 })))
 * pipe(loss, E.map(({ begin }) => begin(Int32Array.of(3)).value())) // right(4)
 *
 * @since 0.10.0
 */
export const boxProgramLoss = expecting(
  'boxProgramLoss',
  {
    program: aProgram,
    ladders: having('ladders of so many rungs', {
      rungs: aNumber,
      penalty: optional(aNumber),
      range: optional(someNumbers)
    })
  },
  (program: QuadraticProgram, { rungs, penalty, range }: ProgramLadders): E.Either<ModelError, Loss> => {
    const name = 'boxProgramLoss'
    const { P, q, r, A, l, u } = program
    const [boundLow, boundHigh] = boxOf(program)
    const variables = Array.from(q, (_, i) => i)
    const isOpen = (i: number): boolean => !(Number.isFinite(boundLow[i]) && Number.isFinite(boundHigh[i]))
    const open = variables.filter(isOpen)
    const wrongEnds = range === undefined ? withoutRange(name, open) : wrongRange(name, range)
    const [from, to] = wrongEnds.length === 0 && range !== undefined ? range : [0, 1]
    const low = boundLow.map((end) => (end === -Infinity ? from : end))
    const high = boundHigh.map((end) => (end === Infinity ? to : end))
    const isSpanned = (i: number): boolean => low[i]! < high[i]! || (low[i] === high[i] && !isOpen(i))
    const narrow = variables.filter((i) => !isSpanned(i) && (wrongEnds.length === 0 || !isOpen(i)))
    const free = variables.filter((i) => low[i]! < high[i]!)
    const joint = Array.from({ length: A.rows }, (_, row) => row).filter((row) => breadthOf(A, row) !== 1)
    const needed = joint.length > 0 || penalty !== undefined
    const problems: readonly Problem[] = [
      ...wrongRungs(name, rungs),
      ...(needed && !(penalty !== undefined && penalty > 0 && Number.isFinite(penalty))
        ? [
            inputProblem(name, 'ladders/penalty', {
              kind: penalty === undefined ? 'missing' : 'range',
              found: penalty === undefined ? 'none' : told(penalty),
              expected: 'a finite number above 0, as constraints of several variables are penalties'
            })
          ]
        : []),
      ...wrongEnds,
      ...narrow.map((i) =>
        inputProblem(name, `program/q/${i}`, {
          kind: 'range',
          found: `${told(low[i]!)} to ${told(high[i]!)}`,
          expected: 'ends of a ladder that leave it a range, or bounds that are one value'
        })
      ),
      ...(free.length === 0 && narrow.length === 0
        ? [
            inputProblem(name, 'program/q', {
              kind: 'size',
              found: 'none',
              expected: 'a variable at least that is not fixed'
            })
          ]
        : [])
    ]
    if (problems.length > 0) return E.left(modelError(name, problems))
    const ofFree = (all: ArrayLike<number>): Float64Array => Float64Array.from(free, (i) => all[i]!)
    const [lowest, h] = [ofFree(low), ofFree(low.map((end, i) => (high[i]! - end) / (rungs - 1)))]
    const atLow = product(P, low)
    const form: QuadraticForm = {
      A: scaled(partOf(P, free, free), h, h),
      b: Float64Array.from(free, (i, at) => h[at]! * (atLow[i]! + q[i]!)),
      c: low.reduce((sum, end, i) => sum + end * (atLow[i]! / 2 + q[i]!), r)
    }
    const shared = {
      kind: 'boxProgram',
      parameters: free.length,
      rungs,
      valueAt: (i: number, rung: number) => lowest[i]! + h[i]! * rung,
      ...(free.length === q.length ? {} : { variables: free })
    } as const
    if (joint.length === 0)
      return E.right({
        ...shared,
        macs: form.A.values.length,
        curvatures: diagonalOf(form.A),
        begin: (x) => keptForm(form, x)
      })
    const columns = scaled(transpose(partOf(A, joint, free)), h, new Float64Array(joint.length).fill(1))
    const bounds = {
      l: Float64Array.from(joint, (row) => l[row]!),
      u: Float64Array.from(joint, (row) => u[row]!),
      at0: product(partOf(A, joint, variables), low)
    }
    return E.right({
      ...shared,
      macs: form.A.values.length + 2 * columns.values.length,
      curvatures: diagonalOf(form.A).map((each, i) => each + penalty! * sumOfSquares(columns, i)),
      begin: (x) => keptWithin(form, columns, bounds, penalty!, x)
    })
  },
  unfitInputs
)
