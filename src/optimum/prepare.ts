/** A task made ready to be searched: what is looked at in float64, from where, and by what measure. */
import type { Condition, Node } from '../formula/model'
import { comparedBy } from '../formula/model'
import { program, reader } from '../formula/program'
import { arithmetic, holdsEverywhere, strictly } from './ends'
import type { Vector } from './linear'
import { lookingAt, spaceOf, type Looking, type Space } from './look'
import { plainly } from './plain'
import { binary, conditionSides, conditionsOf, decimalNode, limitSide, unary, type Side } from './side'
import type { Posed } from './task'

/** A task with what is looked at in float64. */
export interface Prepared {
  readonly posed: Posed
  readonly space: Space
  /** The conditions that do not hold everywhere. */
  readonly open: readonly Condition[]
  readonly sides: readonly Side[]
  /** Whether the logarithm of the objective is looked at. */
  readonly isLog: boolean
  /** What the objective is looked at in, where it is not. */
  readonly size: number
  readonly look: Looking
  /** The objective, of what is looked at in its place. */
  readonly worthOf: (looked: number) => number
}

/**
 * Points that lie evenly: multiples of the powers of one number (Roberts, "The unreasonable effectiveness of
 * quasirandom sequences", 2018).
 */
export const evenly = (dimensions: number, points: number): readonly Vector[] => {
  let ratio = 2
  for (let n = 0; n < 60; n++) ratio = (1 + ratio) ** (1 / (dimensions + 1))
  const steps = Array.from({ length: dimensions }, (_, i) => ratio ** -(i + 1))
  return Array.from({ length: points }, (_, n) => steps.map((step) => (0.5 + (n + 1) * step) % 1))
}

/** The conditions that do not hold of the whole box for sure. */
const openOf = (task: Posed): readonly Condition[] => {
  const { variables, conditions } = task
  const compiled = program(
    conditions.flatMap(comparedBy),
    variables.map(({ name }) => name)
  )
  const found = reader(
    strictly,
    compiled
  )(variables.map(({ from, to }) => ({ lower: arithmetic.of(from.exact), upper: arithmetic.of(to.exact) })))
  let at = 0
  const everywhere = new Set(
    conditions.filter((condition) =>
      holdsEverywhere(
        condition,
        compiled.outputs.slice(at, (at += comparedBy(condition).length)).map((register) => found[register]!)
      )
    )
  )
  return conditionsOf(task, (condition) => !everywhere.has(condition))
}

/** A task, as it looks at some designs; by the logarithm of its objective, where that may be and is positive there. */
export const prepared = (posed: Posed, designs: readonly Vector[], mayBeLog: boolean): Prepared => {
  const { variables, objective, limits } = posed
  const space = spaceOf(variables)
  const open = openOf(posed)
  const names = variables.map(({ name }) => name)
  const valuesOf = (node: Node, of: readonly Vector[]): readonly number[] => {
    const read = plainly([node], names)
    return of.map((design) => read(design)[0]!)
  }
  const isNumber = valuesOf(objective.node, designs).map(Number.isFinite)
  const met = open
    .flatMap(conditionSides(() => 1))
    .map(({ node }) => valuesOf(node, designs))
    .reduce((all, side) => all.map((isMet, at) => isMet && side[at]! <= 0), isNumber)
  // Where no design meets all conditions, those with a value must do.
  const seen = designs.filter((_, at) => (met.includes(true) ? met : isNumber)[at])
  const isPositive = (node: Node): boolean =>
    seen.length > 0 && valuesOf(node, seen).every((value) => !(value <= 0))
  const sizeOf = (node: Node): number => {
    const [size = 1] = valuesOf(node, seen.slice(0, 1)).map(Math.abs)
    return size > 0 && size < Infinity ? size : 1
  }
  const sides = [
    ...limits.map((limit, k) =>
      limitSide(limit, k, limit.bound.exact.gt(0) && isPositive(limit.of.node), sizeOf)
    ),
    ...open.flatMap(conditionSides(sizeOf))
  ]
  const isLog = mayBeLog && isPositive(objective.node)
  const size = isLog ? 1 : sizeOf(objective.node)
  const value = isLog ? unary('ln', objective.node) : binary('div', objective.node, decimalNode(String(size)))
  return {
    ...{ posed, space, open, sides, isLog, size },
    look: lookingAt(variables, space, value, sides),
    worthOf: isLog ? Math.exp : (looked) => looked * size
  }
}

/** Starts that cost little and exceed little, apart from each other. */
export const startsOf = (
  { look, space }: Prepared,
  designs: readonly Vector[],
  starts: number
): readonly Vector[] => {
  const judged = designs
    .map((x) => {
      const { value, sides } = look(x)
      return { x, worth: value + 100 * sides.reduce((sum, side) => sum + Math.max(0, side), 0) }
    })
    .filter(({ worth }) => Number.isFinite(worth))
    .sort((a, b) => a.worth - b.worth)
  const chosen: Vector[] = []
  for (const { x } of judged) {
    if (chosen.length === starts) break
    const part = space.partOf(x)
    const isApart = chosen.every((other) =>
      space.partOf(other).some((each, i) => Math.abs(each - part[i]!) > 0.1)
    )
    if (isApart) chosen.push(x)
  }
  return chosen
}
