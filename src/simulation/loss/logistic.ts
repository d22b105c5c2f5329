/** Logistic regression: F(w) = Σ ln(1 + e^(−m)) + ½ρ‖w‖², m = yx·w the margin of a row, its label y = ±1. */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, unfitInputs, type ModelError } from '../../reading/error'
import { expecting } from '../../units/argument'
import { inputProblem } from '../../workload/ising/problem'
import type { SparseMatrix } from '../../workload/quadratic/sparse'
import type { Kept, Loss } from './loss'
import {
  aRegression,
  columnsOf,
  someLadders,
  spacingOf,
  wrongIn,
  type Ladders,
  type Regression
} from './regression'

const { exp, log, log1p } = Math

/** ln(1 + e^(−m)). */
const softplus = (m: number): number => (m > 0 ? log1p(exp(-m)) : log1p(exp(m)) - m)

/** So many factors, each in (1, 2], are far from the largest number. */
const factors = 512

/** Margins are kept, and the loss of each row; columns are those of yx. */
const keptMargins = (
  { starts, indices, values, columns: rows }: SparseMatrix,
  ladders: Ladders,
  x: Int32Array
): Kept => {
  const [h, low, ridge] = [spacingOf(ladders), ladders.range[0], ladders.ridge ?? 0]
  const weight = (i: number): number => low + h * x[i]!
  const margins = (): Float64Array => {
    const all = new Float64Array(rows)
    for (let i = 0; i < x.length; i++)
      for (let at = starts[i]!; at < starts[i + 1]!; at++) all[indices[at]!]! += values[at]! * weight(i)
    return all
  }
  const kept = margins()
  // Of each row 1 + e^(−|m|), whose logarithm is its loss but for −m where that is above 0; and −d/dm of its loss.
  const parts = new Float64Array(rows)
  const pulls = new Float64Array(rows)
  const weigh = (row: number): void => {
    const margin = kept[row]!
    const less = margin > 0 ? exp(-margin) : exp(margin)
    parts[row] = 1 + less
    pulls[row] = (margin > 0 ? less : 1) / (1 + less)
  }
  for (let row = 0; row < rows; row++) weigh(row)
  return {
    value: () => {
      let sum = 0
      for (const margin of margins()) sum += softplus(margin)
      for (let i = 0; i < x.length; i++) sum += (ridge / 2) * weight(i) ** 2
      return sum
    },
    slope: (i) => {
      let sum = ridge * weight(i)
      for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++)
        sum -= values[at]! * pulls[indices[at]!]!
      return h * sum
    },
    rise: (i, by) => {
      const shift = by * h
      let sum = ridge * shift * (weight(i) + shift / 2)
      // A sum of logarithms is that of a product.
      let [after, before, left] = [1, 1, factors]
      for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++) {
        const row = indices[at]!
        const from = kept[row]!
        const to = from + shift * values[at]!
        before *= parts[row]!
        if (from < 0) sum += from
        if (to > 0) after *= 1 + exp(-to)
        else {
          after *= 1 + exp(to)
          sum -= to
        }
        if (--left === 0) {
          sum += log(after / before)
          after = 1
          before = 1
          left = factors
        }
      }
      return sum + log(after / before)
    },
    move: (i, by) => {
      const shift = by * h
      for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++) {
        const row = indices[at]!
        kept[row]! += shift * values[at]!
        weigh(row)
      }
      x[i]! += by
    }
  }
}

/**
 * Logistic regression as a loss to be learned on ladders: Σ ln(1 + e^(−y x·w)) + ½ρ‖w‖², labels y of −1 or 1, or of
 * 0 or 1, of which 0 stands for −1. A feature that is 1 in each row makes an intercept.
 *
 * @example
 * import { logisticLoss } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const points = { features: [[-1], [1]], labels: [0, 1] }
 * const loss = logisticLoss(points, { rungs: 3, range: [-1, 1] })
 * pipe(loss, E.map(({ begin }) => begin(Int32Array.of(1)).value())) // right(1.3862943611198906)
 *
 * @since 0.10.0
 */
export const logisticLoss = expecting(
  'logisticLoss',
  { regression: aRegression, ladders: someLadders },
  (regression: Regression, ladders: Ladders): E.Either<ModelError, Loss> => {
    const { features, labels } = regression
    const problems = wrongIn('logisticLoss', regression, ladders, {
      expected: 'a label of −1, 0 or 1',
      fits: (value) => value === 0 || value === 1 || value === -1
    })
    const isMixed = [-1, 0].every((label) => labels.includes(label))
    const mixed = inputProblem('logisticLoss', 'regression/labels', {
      kind: 'relation',
      found: 'both −1 and 0',
      expected: 'labels of −1 and 1, or of 0 and 1'
    })
    if (problems.length > 0 || isMixed)
      return E.left(modelError('logisticLoss', [...problems, ...(isMixed ? [mixed] : [])]))
    const signed = features.map((row, at) => (labels[at] === 1 ? row : row.map((each) => -each)))
    const columns = columnsOf({ features: signed, labels })
    const [h, low, ridge] = [spacingOf(ladders), ladders.range[0], ladders.ridge ?? 0]
    // σ′ ≤ ¼.
    const curvatures = Float64Array.from({ length: columns.rows }, (_, i) => {
      let sum = ridge
      for (let at = columns.starts[i]!; at < columns.starts[i + 1]!; at++) sum += columns.values[at]! ** 2 / 4
      return h * h * sum
    })
    return E.right({
      kind: 'logisticRegression',
      parameters: columns.rows,
      rungs: ladders.rungs,
      macs: 2 * columns.values.length,
      valueAt: (_, rung) => low + h * rung,
      curvatures,
      begin: (x) => keptMargins(columns, ladders, x)
    })
  },
  unfitInputs
)
