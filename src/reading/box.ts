/**
 * The range of a formula over a box of inputs, enclosed.
 *
 * An input that stands twice in a formula is two inputs to interval arithmetic, and what cancels does
 * not. So where the derivative by an input surely has one sign over the box, an end of the range is at
 * an end of that input; along what remains, the part that reaches furthest is halved, again and again.
 */
import { derivativeBy } from '../formula/derivative'
import type { Node } from '../formula/model'
import { program, reader } from '../formula/program'
import { decimalsOf, type Decimal } from '../units/decimal'
import { lazily } from '../units/remembered'
import { cornered, type End } from './corner'
import { intervalAlgebra, intervalOf, isPoint, type Interval } from './interval'

type Box = readonly Interval[]

/** A part of a box: how far the range reaches there, and the sides along which the formula may turn. */
interface Part {
  readonly box: Box
  readonly reach: Decimal
  readonly open: readonly number[]
}

/** For each end, the part that reaches furthest is halved at most so many times. */
const mostHalvings = 32

/** The part that reaches furthest; what is not known may reach anywhere. */
const furthest = (parts: readonly Part[], end: End): Part =>
  parts.reduce((a, b) => {
    const isBeyond = end === 'lower' ? b.reach.lt(a.reach) : b.reach.gt(a.reach)
    return !a.reach.isNaN() && (isBeyond || b.reach.isNaN()) ? b : a
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
    const natural = lazily(() => readerOf([node]))
    const corner = cornered(node, names, digits)
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

    /** A part, on the face of it where one end of the range must be. */
    const look = (box: Box, end: End): Part => {
      const atCorner = corner(box, end)
      if (atCorner !== undefined) return { box, reach: atCorner, open: [] }
      const reach = natural()(box)[0]![end]
      const uncertain = box.flatMap((side, at) => (isPoint(side) ? [] : [at]))
      const [depends, slopes] = slopesOf(uncertain)
      // Where the formula itself is not surely defined, its slope says nothing.
      const found = reach.isNaN() ? [] : slopes(box)
      const face = [...box]
      const open = depends.filter((at, k) => {
        const rises = found[k]?.lower.gte(0) === true
        if (!rises && found[k]?.upper.lte(0) !== true) return true
        const { lower, upper } = box[at]!
        const side = rises === (end === 'lower') ? lower : upper
        face[at] = interval(side, side)
        return false
      })
      // There, it may be monotone along more.
      return open.length < depends.length ? look(face, end) : { box, reach, open }
    }

    /** A part in two, across its widest side along which the formula may turn. */
    const halved = ({ box, open }: Part, end: End): readonly Part[] => {
      const widest = open.reduce((a, b) => (width(box[b]!) > width(box[a]!) ? b : a))
      return halves(box[widest]!).map((side) =>
        look(
          box.map((each, at) => (at === widest ? side : each)),
          end
        )
      )
    }

    const reachOf = (box: Box, end: End): Decimal => {
      let parts: readonly Part[] = [look(box, end)]
      for (let k = 0; k < mostHalvings; k++) {
        const last = furthest(parts, end)
        if (last.open.length === 0) break
        parts = parts.flatMap((part) => (part === last ? halved(part, end) : [part]))
      }
      return furthest(parts, end).reach
    }

    return (box) => {
      const [lower, upper] = [reachOf(box, 'lower'), reachOf(box, 'upper')]
      return lower.isNaN() || upper.isNaN() ? { lower: new D(NaN), upper: new D(NaN) } : { lower, upper }
    }
  }
}
