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
