/**
 * The range of a formula over a box of inputs, enclosed.
 *
 * An input that stands twice in a formula is two inputs to interval arithmetic, and what cancels does
 * not. So where the derivative by an input surely has one sign over the box, its ends are taken
 * instead; along what remains, the box is halved a few times.
 */
import { derivativeBy } from '../formula/derivative'
import type { Node } from '../formula/model'
import { program, reader } from '../formula/program'
import { decimalsOf } from '../units/decimal'
import { intervalAlgebra, intervalOf, type Interval } from './interval'

type Box = readonly Interval[]

/** At most so many times along what is not monotone: into 32 boxes. */
const mostHalvings = 5

const isPoint = ({ lower, upper }: Interval): boolean => lower.eq(upper)

/** The part that two enclosures of one thing share; the other where one says nothing. */
const shared = (a: Interval, b: Interval): Interval =>
  b.lower.isNaN() || b.upper.isNaN()
    ? a
    : {
        lower: a.lower.gt(b.lower) ? a.lower : b.lower,
        upper: a.upper.lt(b.upper) ? a.upper : b.upper
      }

const hull = (a: Interval, b: Interval): Interval => ({
  lower: b.lower.isNaN() || b.lower.lt(a.lower) ? b.lower : a.lower,
  upper: b.upper.isNaN() || b.upper.gt(a.upper) ? b.upper : a.upper
})

/** From a node to its range over a box, in intervals of so many digits. */
export const ranges = (
  names: readonly string[],
  digits: number
): ((node: Node) => (box: Box) => Interval) => {
  const algebra = intervalAlgebra(digits)
  const interval = intervalOf(digits)
  const D = decimalsOf(digits)

  const readerOf = (nodes: readonly Node[]): ((box: Box) => readonly Interval[]) => {
    const compiled = program(nodes, names)
    const read = reader(algebra, compiled)
    return (box) => {
      const registers = read(box)
      return compiled.outputs.map((register) => registers[register]!)
    }
  }

  /** How wide an interval is beside its larger end. */
  const width = ({ lower, upper }: Interval): number =>
    new D(upper).minus(lower).div(D.max(lower.abs(), upper.abs())).toNumber()

  const halves = ({ lower, upper }: Interval): readonly [Interval, Interval] => {
    const middle =
      lower.gt(0) && new D(upper).gt(lower.times(2))
        ? new D(lower).times(upper).sqrt()
        : new D(lower).plus(upper).div(2)
    return [interval(lower, middle), interval(middle, upper)]
  }

  return (node) => {
    const natural = readerOf([node])
    const readers = new Map<string, readonly [readonly number[], (box: Box) => readonly Interval[]]>()
    /** The inputs on which the node depends, of some; and its slopes by them. */
    const slopesOf = (uncertain: readonly number[]) => {
      const key = uncertain.join(' ')
      const known = readers.get(key)
      if (known !== undefined) return known
      const by = uncertain.flatMap((at) => {
        const slope = derivativeBy(names[at]!)(node)
        return slope === undefined ? [] : [{ at, slope }]
      })
      const made = [by.map(({ at }) => at), readerOf(by.map(({ slope }) => slope))] as const
      readers.set(key, made)
      return made
    }

    const range = (box: Box, halvings: number): Interval => {
      const [whole] = natural(box) as readonly [Interval]
      const uncertain = box.flatMap((side, at) => (isPoint(side) ? [] : [at]))
      if (uncertain.length === 0) return whole
      const [depends, slopes] = slopesOf(uncertain)
      const [lowest, highest] = [[...box], [...box]]
      // Where the formula itself is not surely defined, its slope says nothing.
      const found = whole.lower.isNaN() ? [] : slopes(box)
      const open = depends.filter((at, k) => {
        const side = box[at]!
        const [down, up] = [interval(side.lower, side.lower), interval(side.upper, side.upper)]
        const slope = found[k]
        const rises = slope?.lower.gte(0) === true
        if (!rises && slope?.upper.lte(0) !== true) return true
        lowest[at] = rises ? down : up
        highest[at] = rises ? up : down
        return false
      })
      const [bottom] = natural(lowest) as readonly [Interval]
      const [top] = natural(highest) as readonly [Interval]
      const here = shared(whole, { lower: bottom.lower, upper: top.upper })
      if (open.length === 0 || halvings === 0) return here
      const widest = open.reduce((a, b) => (width(box[b]!) > width(box[a]!) ? b : a))
      const [left, right] = halves(box[widest]!).map((side) =>
        range(
          box.map((each, at) => (at === widest ? side : each)),
          halvings - 1
        )
      )
      return shared(hull(left!, right!), here)
    }
    return (box) => range(box, mostHalvings)
  }
}
