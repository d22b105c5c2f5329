/** Random inputs over many decades. */
import fc from 'fast-check'
import type { Inputs, ModelData, Values } from '../../src/formula/model'
import type { Range } from '../../src/units/range'
import { kelvin } from '../../src/units/si'

/** float64 has as many numbers in every octave, and fast-check draws among them evenly. */
export const logUniform = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true })

/** Anything from a dilution refrigerator to a star. */
export const temperatures = logUniform(1e-3, 1e8).map(kelvin)

/** Probabilities of error in (0, ½): tiny, middling, and near ½. */
export const errors: fc.Arbitrary<number> = fc.oneof(
  logUniform(1e-300, 0.25),
  fc.double({ min: 0.25, max: 0.5, maxExcluded: true, noNaN: true }),
  logUniform(1e-16, 0.25).map((w) => 0.5 - w)
)

/** Probabilities in (0, 1). */
export const probabilities: fc.Arbitrary<number> = fc.oneof(
  errors,
  logUniform(1e-16, 0.5).map((p) => 1 - p)
)

const between = (lower: number, upper: number): fc.Arbitrary<number> =>
  probabilities.map((p) => lower + (upper - lower) * p)

/** Numbers inside a range, over the decades that it has. */
export const inside = ({ lower, upper }: Range): fc.Arbitrary<number> => {
  if (lower === undefined || upper === undefined) {
    const sizes = logUniform(1e-12, 1e12)
    if (lower !== undefined) return sizes.map((size) => lower.at.toNumber() + size)
    return fc.oneof(
      sizes,
      sizes.map((size) => -size)
    )
  }
  return between(lower.at.toNumber(), upper.at.toNumber())
}

/** Inputs of a model, each inside its range; relations between them may not hold. */
export const inputsOf = (model: ModelData): fc.Arbitrary<Values<Inputs>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(model.inputs).map(([name, { range, unit }]) => [name, inside(range).map(unit)])
    )
  ) as fc.Arbitrary<Values<Inputs>>
