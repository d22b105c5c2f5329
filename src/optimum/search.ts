/**
 * Branch and bound: the box is cut into pieces, the piece that may cost least first, until none may cost less
 * than what was found by more than is asked for. What is told of a piece is certain, so what is told of all of
 * them is: no design of the box costs less.
 */
import { Working, type Decimal } from '../units/decimal'
import type { Bounded, Piece } from './piece'
import type { Variable } from './task'

/** A design that was found, and what it surely costs no more than. */
export interface Mark {
  readonly at: readonly Decimal[]
  readonly most: number
  readonly bounded: (piece: Piece, near: readonly Decimal[], enough: number) => Bounded
}

/** What was searched. */
export interface Searched {
  /** No design of the box costs less; Infinity where none meets what must be met. */
  readonly least: number
  readonly pieces: number
  /** Whether nothing is left open. */
  readonly isDone: boolean
  /** The piece that may cost least, where something is left open. */
  readonly open?: Piece
}

interface Held extends Bounded {
  readonly piece: Piece
}

/** Digits of a place at which a piece is cut, unless it takes more to fall between its ends. */
const shortDigits = 12

const between = (lower: Decimal, upper: Decimal, isLog: boolean): Decimal => {
  const middle = isLog ? new Working(lower).times(upper).sqrt() : new Working(lower).plus(upper).div(2)
  const short = middle.toSignificantDigits(shortDigits)
  return new Working(short.gt(lower) && short.lt(upper) ? short : middle.toSignificantDigits(34))
}

/** A piece in two. */
const halved = (piece: Piece, along: number, { isLog, isWhole }: Variable): readonly Piece[] => {
  const { lower, upper } = piece[along]!
  const middle = between(lower, upper, isLog)
  if (!isWhole && !(middle.gt(lower) && middle.lt(upper))) return []
  const [first, second] = isWhole
    ? [new Working(middle.floor()), new Working(middle.floor().plus(1))]
    : [middle, middle]
  const sides = [
    { lower, upper: first },
    { lower: second, upper }
  ]
  return sides.map((side) => piece.map((each, i) => (i === along ? side : each)))
}

/** Puts a piece behind all that may cost more. */
const put = (queue: Held[], held: Held): void => {
  let [from, to] = [0, queue.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (queue[middle]!.least > held.least) from = middle + 1
    else to = middle
  }
  queue.splice(from, 0, held)
}

/** Searches a box: `better` is shown each piece, and answers where it leads to a design that costs less. */
export const searched = (
  variables: readonly Variable[],
  mark: Mark,
  better: (piece: Piece, mark: Mark) => Mark | undefined,
  { pieces: most, gap }: { readonly pieces: number; readonly gap: number }
): { readonly mark: Mark; readonly searched: Searched } => {
  let best = mark
  let pieces = 0
  const enough = (): number => (best.most < Infinity ? best.most - gap * Math.abs(best.most) : Infinity)
  const queue: Held[] = []
  const look = (piece: Piece): void => {
    pieces += 1
    const { least, along } = best.bounded(piece, best.at, enough())
    if (least < Infinity) put(queue, { piece, least, along })
  }
  look(variables.map(({ from, to }) => ({ lower: from.exact, upper: to.exact })))
  for (;;) {
    const top = queue.at(-1)
    if (top === undefined) return { mark: best, searched: { least: Infinity, pieces, isDone: true } }
    if (top.least < enough()) best = better(top.piece, best) ?? best
    const isEnough = top.least >= enough()
    const halves = isEnough || top.along < 0 ? [] : halved(top.piece, top.along, variables[top.along]!)
    if (halves.length === 0 || pieces + 2 > most)
      return {
        mark: best,
        searched: { least: top.least, pieces, isDone: isEnough, ...(isEnough ? {} : { open: top.piece }) }
      }
    queue.pop()
    halves.forEach(look)
  }
}
