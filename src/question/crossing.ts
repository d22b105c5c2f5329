/** Where a formula of one input turns from below 0 to above: a bracket whose ends are certain. */
import * as E from 'fp-ts/lib/Either.js'
import type { ModelData } from '../formula/model'
import { certify } from '../reading/certify'
import type { Decimal } from '../units/decimal'
import { enclosure, type Enclosure } from '../units/enclosure'

/** Nobody asks for more of where two machines are even. */
const closeness = 1e-12
const furthest = 1024
const mostHalvings = 60

/**
 * The bracket, from a value on; or the sign that the formula has there, if that is not surely below 0, or
 * has as far as it is sought, to 1024 beyond. In between it is continuous, so that it is 0 in the bracket.
 */
export const crossing = <D>(
  of: ModelData,
  given: Readonly<Record<string, unknown>>,
  input: string,
  from: Decimal
): E.Either<number, Enclosure<D>> => {
  const { unit } = of.inputs[input]!
  const read = certify(of)
  /** −1, 1, or 0 where that is not certain. */
  const signAt = (at: Decimal): number => {
    const found = read({ ...given, [input]: unit(at) } as never) // inputs by name, each checked as it is read
    if (E.isLeft(found)) return 0
    const { lower, upper } = found.right
    return lower.exact.gt(0) ? 1 : upper.exact.lt(0) ? -1 : 0
  }
  let lower = from
  const first = signAt(lower)
  if (first >= 0) return E.left(first)
  let [upper, step] = [lower.plus(1), 1]
  for (; signAt(upper) <= 0; upper = from.plus(step)) {
    if (step >= furthest) return E.left(-1)
    step *= 2
  }
  for (let k = 0; k < mostHalvings && upper.minus(lower).gt(upper.times(closeness)); k++) {
    const middle = lower.plus(upper).div(2)
    const sign = signAt(middle)
    if (sign === 0) {
      // It is 0 there, or so close that it cannot be told: it can a little to either side.
      const by = middle.times(closeness).div(2)
      if (signAt(middle.minus(by)) < 0) lower = middle.minus(by)
      if (signAt(middle.plus(by)) > 0) upper = middle.plus(by)
      break
    }
    if (sign > 0) upper = middle
    else lower = middle
  }
  return E.right(enclosure(unit.dimension, lower, upper) as Enclosure<D>) // the input is of dimension D
}
