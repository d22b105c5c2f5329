/**
 * The sides of a task as formulas that are at most 0 where they are met: its limits, and the conditions of its
 * models that do not hold of all that may be chosen.
 */
import { comparedBy, type Condition, type Node } from '../formula/model'
import { program } from '../formula/program'
import { checksOf } from '../reading/conditions'
import type { Edge, Posed } from './task'

/** What must be at most 0. */
export interface Side {
  readonly node: Node
  /** Which of the limits it is; none where it is a condition of a model. */
  readonly limit?: number
  readonly condition?: Condition
}

export const binary = (op: 'add' | 'sub' | 'mul' | 'div' | 'lnRatio', x: Node, y: Node): Node => ({
  kind: 'binary',
  op,
  x,
  y
})
export const unary = (op: 'ln' | 'neg', x: Node): Node => ({ kind: 'unary', op, x })
export const decimalNode = (decimal: string): Node => ({ kind: 'constant', of: { decimal } })

/** How large the value of a formula is in a task, about; 1 where it is 0. */
export type SizeOf = (node: Node) => number

const beside = (sizeOf: SizeOf, less: Node, more: Node, like: Node): Node =>
  binary('div', binary('sub', less, more), decimalNode(String(sizeOf(like))))

/** A limit; by the logarithm of how much of it is taken, where both are positive. */
export const limitSide = (
  { of, relation, bound }: Edge,
  limit: number,
  isPositive: boolean,
  sizeOf: SizeOf
): Side => {
  const edge = decimalNode(bound.exact.toString())
  const [less, more] = relation === '≤' ? [of.node, edge] : [edge, of.node]
  const node = isPositive
    ? binary('lnRatio', less, more)
    : beside(sizeOf, less, more, bound.exact.isZero() ? of.node : edge)
  return { node, limit }
}

/** Of the conditions of a task each once, but those that hold everywhere. */
export const conditionsOf = (
  { conditions, variables }: Posed,
  isOpen: (condition: Condition) => boolean
): readonly Condition[] => {
  const { outputs } = program(
    conditions.flatMap(comparedBy),
    variables.map(({ name }) => name)
  )
  return checksOf(conditions, outputs).flatMap(({ condition }) => (isOpen(condition) ? [condition] : []))
}

/** A condition as sides: a range has two ends. */
export const conditionSides =
  (sizeOf: SizeOf) =>
  (condition: Condition): readonly Side[] => {
    if (condition.kind === 'relation') {
      const { left, right } = condition.of
      return [{ node: beside(sizeOf, left, right, right), condition }]
    }
    const { subject, range } = condition
    const [lower, upper] = [range.lower, range.upper].map((end) => end && decimalNode(end.at.toString()))
    return [
      ...(lower === undefined ? [] : [{ node: beside(sizeOf, lower, subject, subject), condition }]),
      ...(upper === undefined ? [] : [{ node: beside(sizeOf, subject, upper, subject), condition }])
    ]
  }
