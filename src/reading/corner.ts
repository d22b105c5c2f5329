/**
 * The end of the range of a formula over a box, where it is at a corner for sure: where along each side the
 * slope has one sign. Signs are decided by the ends of balls, and the corner is read in balls.
 */
import { derivativeBy } from '../formula/derivative'
import type { Node } from '../formula/model'
import { program } from '../formula/program'
import { roundedBall, signOf } from '../units/ball'
import type { Decimal } from '../units/decimal'
import { lazily } from '../units/remembered'
import { isBounded } from './ball-ends'
import { isPoint, type Interval } from './interval'
import { ballAlgebra } from './ball'
import { quickly, surely } from './quick'

type Box = readonly Interval[]
export type End = keyof Interval

/** Whether a formula rises along each uncertain side of a box, if that is sure. */
type Rises = (box: Box) => readonly boolean[] | undefined

const risingOf = (node: Node, names: readonly string[], uncertain: readonly number[]): Rises => {
  if (uncertain.length === 0) return () => []
  const slopes = uncertain.map((at) => derivativeBy(names[at]!)(node))
  const compiled = program([node, ...slopes.filter((slope) => slope !== undefined)], names)
  const [own, ...known] = compiled.outputs
  const read = surely(compiled, [])
  return (box) => {
    const found = read(box)
    // Where the formula itself is not surely defined, its slope says nothing.
    if (found === undefined || !isBounded(found[own!]!)) return undefined
    const rises: boolean[] = []
    let at = 0
    for (const slope of slopes) {
      // Along a side on which it does not depend, either end will do.
      const of = slope && found[known[at++]!]!
      if (of !== undefined && !(signOf(of.lower) >= 0) && !(signOf(of.upper) <= 0)) return undefined
      rises.push(of === undefined || signOf(of.lower) >= 0)
    }
    return rises
  }
}

/** From a box to an end of the range of a node over it, rounded outward; undefined where it is not so told. */
export const cornered = (
  node: Node,
  names: readonly string[],
  digits: number
): ((box: Box, end: End) => Decimal | undefined) => {
  const reading = lazily(() => {
    const compiled = program([node], names)
    const read = quickly(compiled, [], digits, ballAlgebra)
    return (point: readonly Decimal[]) => read(point)?.[compiled.outputs[0]!]
  })
  const deciders = new Map<string, Rises>()
  return (box, end) => {
    const uncertain = box.flatMap((side, at) => (isPoint(side) ? [] : [at]))
    const key = uncertain.join(' ')
    const decide = deciders.get(key) ?? risingOf(node, names, uncertain)
    deciders.set(key, decide)
    const rises = decide(box)
    if (rises === undefined) return undefined
    const corner = box.map(({ lower }) => lower)
    uncertain.forEach((at, k) => {
      if (rises[k] !== (end === 'lower')) corner[at] = box[at]!.upper
    })
    const value = reading()(corner)
    return value && roundedBall(value, digits, end === 'lower' ? 'down' : 'up')
  }
}
