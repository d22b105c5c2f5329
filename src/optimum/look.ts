/** What is looked at in float64 at one design: the objective and the sides, each with its slopes. */
import { derivativeBy } from '../formula/derivative'
import type { Node } from '../formula/model'
import type { Matrix, Vector } from './linear'
import { plainly } from './plain'
import { binary, decimalNode, type Side } from './side'
import type { Variable } from './task'

/**
 * Where designs lie: along each variable from 0 to 1, by factors or by differences. A step is taken from where
 * one is, so that a number near 0 keeps its digits.
 */
export interface Space {
  readonly isLog: readonly boolean[]
  readonly low: Vector
  readonly high: Vector
  /** Of the whole way: of its logarithm, where it goes by factors. */
  readonly widths: Vector
  readonly moved: (x: Vector, step: Vector) => Vector
  readonly at: (part: Vector) => Vector
  /** How far along it is. */
  readonly partOf: (x: Vector) => Vector
}

export const spaceOf = (variables: readonly Variable[]): Space => {
  const low = variables.map(({ from }) => from.value)
  const high = variables.map(({ to }) => to.value)
  const widths = variables.map(({ isLog }, i) => (isLog ? Math.log(high[i]! / low[i]!) : high[i]! - low[i]!))
  const moved = (x: Vector, step: Vector): Vector =>
    x.map((each, i) => {
      const by = step[i]! * widths[i]!
      const to = variables[i]!.isLog ? each * Math.exp(by) : each + by
      return step[i] === 0 ? each : Math.min(high[i]!, Math.max(low[i]!, to))
    })
  return {
    isLog: variables.map(({ isLog }) => isLog),
    low,
    high,
    widths,
    moved,
    at: (part) =>
      moved(low, part).map((x, i) =>
        variables[i]!.isWhole ? Math.min(high[i]!, Math.max(low[i]!, Math.round(x))) : x
      ),
    partOf: (x) =>
      x.map((each, i) => (variables[i]!.isLog ? Math.log(each / low[i]!) : each - low[i]!) / widths[i]!)
  }
}

/** The slope of a formula along a variable, by its logarithm where it goes by factors; 0 where there is none. */
export const slopeAlong = ({ name, input, isLog }: Variable): ((node: Node) => Node) => {
  const derivative = derivativeBy(name)
  const own: Node = { kind: 'input', name, symbol: input.symbol }
  return (node) => {
    const slope = derivative(node)
    if (slope === undefined) return decimalNode('0')
    return isLog ? binary('mul', own, slope) : slope
  }
}

/** The objective and the sides at a design, along the whole way of each variable. */
export interface Look {
  readonly value: number
  readonly slope: Vector
  readonly sides: Vector
  readonly sideSlopes: Matrix
}

export type Looking = (x: Vector) => Look

/** How to look. */
export const lookingAt = (
  variables: readonly Variable[],
  { widths }: Space,
  objective: Node,
  sides: readonly Side[]
): Looking => {
  const along = variables.map(slopeAlong)
  const formulas = [objective, ...sides.map(({ node }) => node)]
  const read = plainly(
    formulas.flatMap((node) => [node, ...along.map((slope) => slope(node))]),
    variables.map(({ name }) => name)
  )
  const each = 1 + variables.length
  const looked = (x: Vector): Look => {
    const values = read(x)
    const slopes = formulas.map((_, k) => widths.map((width, i) => values[k * each + 1 + i]! * width))
    return {
      value: values[0]!,
      slope: slopes[0]!,
      sides: sides.map((_, k) => values[(k + 1) * each]!),
      sideSlopes: slopes.slice(1)
    }
  }
  // A step that was tried is where the next is taken from.
  let last: { readonly x: Vector; readonly look: Look } | undefined
  return (x) => {
    if (last?.x !== x) last = { x, look: looked(x) }
    return last.look
  }
}
