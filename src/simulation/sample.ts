/** What independent runs tell of all that could have been: means, and how sure they are. */

const { sqrt } = Math

/** A mean over runs, and its standard error; 0 of a single run. @since 0.10.0 */
export interface SampleMean {
  readonly mean: number
  readonly error: number
}

const total = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at]!
  return sum
}

export const sampleMean = (values: Float64Array): SampleMean => {
  const mean = total(values) / values.length
  const squares = total(values.map((each) => (each - mean) ** 2))
  return { mean, error: values.length < 2 ? 0 : sqrt(squares / (values.length - 1) / values.length) }
}

/** What all runs tell, its error by what they tell without each one of them (Tukey's jackknife). */
export const jackknifed = (runs: number, tell: (without?: number) => number): SampleMean => {
  const less = Float64Array.from({ length: runs }, (_, run) => tell(run))
  const mean = total(less) / runs
  const squares = total(less.map((each) => (each - mean) ** 2))
  return { mean: tell(), error: sqrt(((runs - 1) / runs) * squares) }
}
