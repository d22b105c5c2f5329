/** What is certain of a design that was found. */
import * as E from 'fp-ts/lib/Either.js'
import { certify } from '../reading/certify'
import type { Enclosure } from '../units/enclosure'
import { format } from '../units/format'
import { ofNumber, type Quantity } from '../units/quantity'
import { drawnBack, type Landed } from './descend'
import type { Vector } from './linear'
import type { LimitAt } from './optimum'
import type { Prepared } from './prepare'

/** So much of each side is left at the most where a design is drawn back from it, until it surely is met. */
const backs = [0, 1e-15, 4e-15, 2e-14, 1e-13, 1e-12, 1e-11]

/** A design as quantities: at an end it is the end. */
export const quantities = (
  { posed: { variables }, space }: Prepared,
  x: Vector
): readonly Quantity<unknown>[] =>
  variables.map(({ from, to, input }, i) =>
    x[i] === space.low[i] ? from : x[i] === space.high[i] ? to : ofNumber(input.unit.dimension, x[i]!)
  )

/** A design with what is certain of it. */
export interface Sure {
  readonly landed: Landed
  readonly at: readonly Quantity<unknown>[]
  readonly value: Enclosure<unknown>
  readonly limits: readonly LimitAt[]
}

type Certify = (at: readonly Quantity<unknown>[], landed: Landed) => Sure | undefined

export const certifying = ({ posed: { variables, objective, limits } }: Prepared): Certify => {
  const all = [objective, ...limits.map(({ of }) => of)].map((of) => certify(of))
  return (at, landed) => {
    const given = Object.fromEntries(variables.map(({ name }, i) => [name, at[i]!]))
    const found = all.map((read) => read(given as never)) // each is of the dimension of its input
    if (!found.every(E.isRight)) return undefined
    const [value, ...others] = found.map(({ right }) => right)
    const kept = limits.map(({ relation, bound }, k): LimitAt => {
      const of = others[k]!
      const isMet = relation === '≤' ? of.upper.exact.lte(bound.exact) : of.lower.exact.gte(bound.exact)
      return { value: of, isMet }
    })
    return { landed, at, value: value!, limits: kept }
  }
}

/** What is wrong with a design. */
export const wrongAt = (
  { posed: { variables, objective, limits } }: Prepared,
  at: readonly Quantity<unknown>[]
): readonly string[] => {
  const given = Object.fromEntries(variables.map(({ name }, i) => [name, at[i]!])) as never // each of its dimension
  const wrong = [objective, ...limits.map(({ of }) => of)].flatMap((of, k) => {
    const found = of(given)
    if (E.isLeft(found)) return found.left.problems.map(({ message }) => message)
    if (k === 0) return []
    const { relation, bound } = limits[k - 1]!
    const isAbove = found.right.exact.gt(bound.exact)
    const isMissed = relation === '≤' ? isAbove : found.right.exact.lt(bound.exact)
    return isMissed
      ? [`${of.name}: ${format(found.right)} is ${isAbove ? 'above' : 'below'} ${format(bound)}`]
      : []
  })
  return [...new Set(wrong)]
}

/** A design that was found, drawn back until it surely meets what it must, if it can be. */
export const assured = (task: Prepared, certified: Certify, found: Landed, isFixed: readonly boolean[]) => {
  const { look, space } = task
  const way = { at: look, space, isFixed }
  let first: Sure | undefined
  for (const left of backs) {
    const landed = left === 0 ? found : drawnBack(way, found, left)
    const sure = certified(quantities(task, landed.x), landed)
    if (sure?.limits.every(({ isMet }) => isMet) === true) return sure
    first ??= sure
  }
  return first
}
