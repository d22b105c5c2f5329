/** How little an objective can be over a piece of a box, for certain. */
import { comparedBy, type Condition, type Node } from '../formula/model'
import { program, reader } from '../formula/program'
import type { Algebra } from '../formula/algebra'
import { decimal, type Decimal } from '../units/decimal'
import { isBounded, type Ends } from '../reading/ball-ends'
import { signOf, type Ball } from '../units/ball'
import { lazily } from '../units/remembered'
import { arithmetic, ceiling, floor, holdsNowhere, ofBall, strictly, whereDefined } from './ends'
import { isDefinite, type Matrix } from './linear'
import { slopeAlong } from './look'
import type { Posed, Variable } from './task'

/** What lies between two decimals along each variable. */
export type Piece = readonly { readonly lower: Decimal; readonly upper: Decimal }[]

/** What no design of a task costs less than, and how it is told from the task's own objective. */
export interface Under {
  /** At most the objective wherever all sides are met; by its logarithm, or as it is. */
  readonly node: Node
  readonly isLog: boolean
}

/** What was found of a piece. */
export interface Bounded {
  /** Nothing in it costs less; Infinity where nothing in it meets what must be met. */
  readonly least: number
  /** The variable along which it is best halved. */
  readonly along: number
}

const endsOf = ({ lower, upper }: Piece[number]): Ends => {
  const first = arithmetic.of(lower)
  return { lower: first, upper: lower.eq(upper) ? first : arithmetic.of(upper) }
}

const isPoint = ({ lower, upper }: Piece[number]): boolean => lower.eq(upper)

const within = (x: Decimal, { lower, upper }: Piece[number]): Decimal =>
  x.lt(lower) ? lower : x.gt(upper) ? upper : x

/** Formulas over a piece. */
const over = (
  algebra: Algebra<Ends>,
  nodes: readonly Node[],
  variables: readonly Variable[]
): ((piece: readonly Ends[]) => readonly Ends[]) => {
  const compiled = program(
    nodes,
    variables.map(({ name }) => name)
  )
  const read = reader(algebra, compiled)
  return (piece) => {
    const registers = read(piece)
    return compiled.outputs.map((register) => registers[register]!)
  }
}

/** How far a piece reaches from a point of it, along the logarithm where it goes by factors. */
const spans = (
  variables: readonly Variable[],
  piece: readonly Ends[],
  from: readonly Ball[]
): readonly Ends[] =>
  piece.map(({ lower, upper }, i) => {
    const apart = (end: Ball): Ball =>
      variables[i]!.isLog ? ofBall.lnRatio(end, from[i]!) : ofBall.sub(end, from[i]!)
    return { lower: apart(lower), upper: apart(upper) }
  })

/**
 * By how much at the most a formula is below its tangent in a piece, whose widths it is seen along: by nothing where
 * its curvature is surely that of a bowl, by little where it nearly is; undefined where it may be that of a hill.
 */
const dip = (curvatures: readonly (readonly Ends[])[], widths: readonly number[]): number | undefined => {
  if (!curvatures.flat().every(isBounded)) return undefined
  const seen = curvatures.map((row, i) =>
    row.map(({ lower, upper }, j) => {
      const size = widths[i]! * widths[j]!
      const [least, most] = [floor(lower) * size, ceiling(upper) * size]
      const middle = (least + most) / 2
      return { middle, off: ((most - least) / 2) * (1 + 1e-9) + Math.abs(middle) * 1e-14 }
    })
  )
  const offs = seen.map((row) => row.reduce((sum, { off }) => sum + off, 0))
  const little = 1e-12 * seen.reduce((sum, row, i) => sum + Math.abs(row[i]!.middle), 0)
  const lifted = (by: readonly number[]): Matrix =>
    seen.map((row, i) => row.map(({ middle }, j) => (i === j ? middle + by[i]! : middle)))
  if (!offs.every(Number.isFinite)) return undefined
  if (isDefinite(lifted(offs.map((off) => -off)))) return 0
  // Where it is flat along some way, it is as good as that.
  return isDefinite(lifted(offs.map(() => little)))
    ? offs.reduce((sum, off) => sum + (off + little) / 2, 0) * (1 + 1e-9)
    : undefined
}

/** What is told of a piece by something that the objective is never below. */
const toldBy = (
  { node, isLog }: Under,
  variables: readonly Variable[]
): ((piece: Piece, near: readonly Decimal[]) => Bounded) => {
  const along = variables.map(slopeAlong)
  const slopes = lazily(() => along.map((slope) => slope(node)))
  const withSlopes = lazily(() => over(strictly, [node, ...slopes()], variables))
  const atPoint = lazily(() => over(strictly, [node, ...slopes()], variables))
  // The matrix is symmetric, and each half of it the same formulas but for how they are written.
  const curved = lazily(() =>
    over(
      strictly,
      slopes().flatMap((first, i) => along.slice(0, i + 1).map((slope) => slope(first))),
      variables
    )
  )
  const told = (value: Ball): number => floor(isLog ? ofBall.exp(value) : value)

  const look = (piece: Piece, near: readonly Decimal[]): Bounded => {
    const ends = piece.map(endsOf)
    const [own, ...rises] = withSlopes()(ends)
    // Where the formula itself is not surely defined, its slope says nothing.
    const nothing = { least: -Infinity, along: -1 }
    if (!isBounded(own!)) return nothing
    const open = piece.flatMap((side, i) => (isPoint(side) ? [] : [i]))
    const face = piece.map((side, i) => {
      if (isPoint(side)) return side
      const end =
        signOf(rises[i]!.lower) >= 0 && isBounded(rises[i]!)
          ? side.lower
          : signOf(rises[i]!.upper) <= 0 && isBounded(rises[i]!)
            ? side.upper
            : undefined
      return end === undefined ? side : { lower: end, upper: end }
    })
    const left = open.filter((i) => !isPoint(face[i]!))
    const from = near.map((x, i) => within(x, piece[i]!))
    const [at, ...slopesAt] = atPoint()(from.map((x) => endsOf({ lower: x, upper: x })))
    if (!isBounded(at!)) return nothing
    const span = spans(
      variables,
      ends,
      from.map((x) => arithmetic.of(x))
    )
    const wide = (i: number): number => ceiling(span[i]!.upper) - floor(span[i]!.lower)
    const size = (i: number): number =>
      isBounded(rises[i]!) ? wide(i) * Math.max(-floor(rises[i]!.lower), ceiling(rises[i]!.upper)) : Infinity
    const widest = open.reduce((a, b) => (a < 0 || size(b) > size(a) ? b : a), -1)
    // There, it may be monotone along more.
    if (left.length < open.length) return { ...look(face, near), along: widest }
    const reach = (slopes: readonly Ends[]): Ball =>
      left.reduce((sum, i) => ofBall.add(sum, strictly.mul(slopes[i]!, span[i]!).lower), at!.lower)
    const natural = told(own!.lower)
    if (left.length === 0) return { least: Math.max(natural, told(at!.lower)), along: -1 }
    const known = left.every((i) => isBounded(rises[i]!))
    const straight = known ? told(reach(rises)) : -Infinity
    const below = (): number => {
      const half = curved()(ends)
      const entry = (i: number, j: number): Ends => (i < j ? entry(j, i) : half[(i * (i + 1)) / 2 + j]!)
      const by = dip(
        left.map((i) => left.map((j) => entry(i, j))),
        left.map(wide)
      )
      return by === undefined
        ? -Infinity
        : told(ofBall.sub(reach(slopesAt), arithmetic.of(decimal(String(by)))))
    }
    const least = Math.max(natural, straight)
    return { least: slopesAt.every(isBounded) ? Math.max(least, below()) : least, along: widest }
  }
  return look
}

/** From a piece to how little the objective can be there; nothing further is looked at from `enough` on. */
export const boundedBy = (
  { variables, objective, limits }: Posed,
  open: readonly Condition[],
  unders: readonly Under[]
): ((piece: Piece, near: readonly Decimal[], enough: number) => Bounded) => {
  const compared = open.map(comparedBy)
  const read = over(
    whereDefined,
    [objective.node, ...limits.map(({ of }) => of.node), ...compared.flat()],
    variables
  )
  const edges = limits.map(({ bound }) => arithmetic.of(bound.exact))
  const others = unders.map((under) => toldBy(under, variables))
  const isNowhere = (found: readonly Ends[]): boolean => {
    const isMissed = limits.some(({ relation }, k) => {
      const { lower, upper } = found[1 + k]!
      const apart = relation === '≤' ? ofBall.sub(lower, edges[k]!) : ofBall.sub(edges[k]!, upper)
      return signOf(apart) === 1
    })
    let at = 1 + limits.length
    return (
      isMissed ||
      open.some((condition, k) => holdsNowhere(condition, found.slice(at, (at += compared[k]!.length))))
    )
  }
  return (piece, near, enough) => {
    const ends = piece.map(endsOf)
    const found = read(ends)
    const widest = piece.reduce(
      (best, side, i) => {
        if (isPoint(side)) return best
        const wide = variables[i]!.isLog
          ? Math.log(side.upper.div(side.lower).toNumber())
          : side.upper
              .minus(side.lower)
              .div(variables[i]!.to.exact.minus(variables[i]!.from.exact))
              .toNumber()
        return wide > best.wide ? { i, wide } : best
      },
      { i: -1, wide: 0 }
    ).i
    if (isNowhere(found)) return { least: Infinity, along: -1 }
    let best: Bounded = { least: floor(found[0]!.lower), along: widest }
    for (const told of others) {
      if (best.least >= enough) break
      const more = told(piece, near)
      best = {
        least: Math.max(best.least, more.least),
        along: widest < 0 ? -1 : more.along < 0 ? best.along : more.along
      }
    }
    return best
  }
}
