/** Least squares: F(w) = ½‖Xw − y‖² + ½ρ‖w‖². */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, unfitInputs, type ModelError } from '../../reading/error'
import { expecting } from '../../units/argument'
import { fromTriplets, type Triplet } from '../../workload/quadratic/sparse'
import type { Loss } from './loss'
import { diagonalOf, keptForm, type QuadraticForm } from './quadratic-form'
import {
  aRegression,
  columnsOf,
  someLadders,
  spacingOf,
  wrongIn,
  type Ladders,
  type Regression
} from './regression'

/** F of w = low + hx. */
const formOf = ({ features, labels }: Regression, ladders: Ladders): QuadraticForm => {
  const {
    range: [low],
    ridge = 0
  } = ladders
  const h = spacingOf(ladders)
  const n = features[0]!.length
  const gram = Array.from({ length: n }, () => new Float64Array(n))
  const b = new Float64Array(n).fill(ridge * h * low)
  let c = (ridge * n * low ** 2) / 2
  features.forEach((row, at) => {
    const residual = row.reduce((sum, each) => sum + each * low, -labels[at]!)
    c += residual ** 2 / 2
    row.forEach((each, i) => {
      if (each === 0) return
      b[i]! += h * each * residual
      const of = gram[i]!
      for (let j = 0; j < n; j++) of[j]! += each * row[j]!
    })
  })
  const triplets = gram.flatMap((of, i) =>
    Array.from(of, (each, j): Triplet => [i, j, h * h * (each + (i === j ? ridge : 0))])
  )
  return { A: fromTriplets(n, n, triplets), b, c }
}

/**
 * Least squares as a loss to be learned on ladders: ½‖Xw − y‖² + ½ρ‖w‖², each weight w on rungs from the low end of
 * the range to the high one. A feature that is 1 in each row makes an intercept.
 *
 * @example
 * import { leastSquaresLoss } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const line = { features: [[0, 1], [1, 1], [2, 1]], labels: [1, 3, 5] }
 * const loss = leastSquaresLoss(line, { rungs: 9, range: [-4, 4] })
 * pipe(loss, E.map(({ begin }) => begin(Int32Array.of(6, 5)).value())) // right(0)
 *
 * @since 0.10.0
 */
export const leastSquaresLoss = expecting(
  'leastSquaresLoss',
  { regression: aRegression, ladders: someLadders },
  (regression: Regression, ladders: Ladders): E.Either<ModelError, Loss> => {
    const problems = wrongIn('leastSquaresLoss', regression, ladders, {
      expected: 'a finite number',
      fits: Number.isFinite
    })
    if (problems.length > 0) return E.left(modelError('leastSquaresLoss', problems))
    const form = formOf(regression, ladders)
    const [h, low] = [spacingOf(ladders), ladders.range[0]]
    return E.right({
      kind: 'leastSquares',
      parameters: form.b.length,
      rungs: ladders.rungs,
      macs: 2 * columnsOf(regression).values.length,
      valueAt: (_, rung) => low + h * rung,
      curvatures: diagonalOf(form.A),
      begin: (x) => keptForm(form, x)
    })
  },
  unfitInputs
)
