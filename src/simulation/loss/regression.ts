/** What the losses of a regression share: rows of features with labels, and ladders that span a range. */
import { aNumber, having, type Kind, listOf, optional, someNumbers } from '../../units/argument'
import type { Problem } from '../../reading/error'
import { told } from '../../units/told'
import { inputProblem } from '../../workload/ising/problem'
import { fromTriplets, type SparseMatrix, type Triplet } from '../../workload/quadratic/sparse'

/** Rows of features, and the label of each. @since 0.10.0 */
export interface Regression {
  readonly features: readonly (readonly number[])[]
  readonly labels: readonly number[]
}

/** The ladders that hold the weights of a regression. @since 0.10.0 */
export interface Ladders {
  /** Of each, 2 to 2²⁰. */
  readonly rungs: number
  /** The weight at the lowest rung, and at the highest. */
  readonly range: readonly [low: number, high: number]
  /** ρ: ½ρ‖w‖² is added to the loss; default 0. */
  readonly ridge?: number
}

export const aRegression: Kind = having('rows of features with labels', {
  features: listOf('a list of rows', someNumbers),
  labels: someNumbers
})

export const someLadders: Kind = having('ladders of so many rungs over a range', {
  rungs: aNumber,
  range: someNumbers,
  ridge: optional(aNumber)
})

export const mostRungs = 2 ** 20

/** What is wrong with a number of rungs. */
export const wrongRungs = (model: string, rungs: number): readonly Problem[] =>
  Number.isInteger(rungs) && rungs >= 2 && rungs <= mostRungs
    ? []
    : [
        inputProblem(model, 'ladders/rungs', {
          kind: 'range',
          found: told(rungs),
          expected: `a whole number from 2 to ${mostRungs}`
        })
      ]

/** What is wrong with a range of ladders. */
export const wrongRange = (model: string, range: readonly number[]): readonly Problem[] =>
  range.length === 2 && range.every(Number.isFinite) && range[0]! < range[1]!
    ? []
    : [
        inputProblem(model, 'ladders/range', {
          kind: 'range',
          found: `[${range.map(told).join(', ')}]`,
          expected: 'two finite numbers that rise'
        })
      ]

/** All that is wrong with a regression; labels are as the loss expects them. */
export const wrongIn = (
  model: string,
  { features, labels }: Regression,
  { rungs, range, ridge = 0 }: Ladders,
  label: { readonly expected: string; readonly fits: (value: number) => boolean }
): readonly Problem[] => {
  const problem = (input: string, kind: Problem['kind'], found: string, expected: string): Problem =>
    inputProblem(model, input, { kind, found, expected })
  const width = features[0]?.length ?? 0
  return [
    ...(features.length === 0
      ? [problem('regression/features', 'missing', 'none', 'a row at least')]
      : width === 0
        ? [problem('regression/features/0', 'missing', 'none', 'a feature at least')]
        : []),
    ...features.flatMap((row, at) =>
      row.length === width
        ? row.flatMap((value, j) =>
            Number.isFinite(value)
              ? []
              : [problem(`regression/features/${at}/${j}`, 'number', told(value), 'a finite number')]
          )
        : [
            problem(
              `regression/features/${at}`,
              'size',
              String(row.length),
              `${width} features, as the first row has`
            )
          ]
    ),
    ...(labels.length === features.length
      ? []
      : [
          problem('regression/labels', 'size', String(labels.length), `${features.length}, one for each row`)
        ]),
    ...labels.flatMap((value, at) =>
      label.fits(value) ? [] : [problem(`regression/labels/${at}`, 'number', told(value), label.expected)]
    ),
    ...wrongRungs(model, rungs),
    ...wrongRange(model, range),
    ...(ridge >= 0 && Number.isFinite(ridge)
      ? []
      : [problem('ladders/ridge', 'range', told(ridge), 'a finite number of 0 or above')])
  ]
}

/** How far two rungs of a range are apart. */
export const spacingOf = ({ rungs, range: [low, high] }: Ladders): number => (high - low) / (rungs - 1)

/** The features as a matrix whose rows are the columns: each parameter's entries. */
export const columnsOf = ({ features }: Regression): SparseMatrix =>
  fromTriplets(
    features[0]!.length,
    features.length,
    features.flatMap((row, at) =>
      row.flatMap((value, j): readonly Triplet[] => (value === 0 ? [] : [[j, at, value]]))
    )
  )
