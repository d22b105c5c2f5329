/**
 * The least of a model over inputs that may be chosen: searched for from many starts, certified where it was
 * found, and held against what no design of the box costs less than.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aModel } from '../formula/kinds'
import { unfitInputs, type ModelError } from '../reading/error'
import {
  aFunction,
  aNumber,
  anObject,
  expecting,
  having,
  listOf,
  optional,
  options as someOptions,
  wordOf,
  type Kind
} from '../units/argument'
import { aQuantity } from '../units/quantity'
import { descended, isBetter, isKept, type Landed } from './descend'
import type { Vector } from './linear'
import { spaceOf } from './look'
import type { NoDesign, Optimum } from './optimum'
import { boundedBy, type Piece, type Under } from './piece'
import { evenly, prepared, startsOf, type Prepared } from './prepare'
import { chosenOf, heldBy, leastOf } from './result'
import { searched, type Mark } from './search'
import { binary, decimalNode, unary } from './side'
import { assured, certifying, quantities, wrongAt, type Sure } from './sure'
import { posed, type MinimiseTask, type Posed } from './task'

/** How long is sought. @since 0.11.0 */
export interface MinimiseOptions {
  /** Designs that are looked at before the way down is gone from the best of them; 2048, where left out. */
  readonly points?: number
  /** From how many of them; 8, where left out. */
  readonly starts?: number
  /** Into how many pieces the box is cut at the most; 4000, where left out, and 0 for no bound at all. */
  readonly pieces?: number
  /** How far the bound may stay below what was found, of that; 1e-9, where left out. */
  readonly gap?: number
}

export const best = (all: readonly Landed[]): Landed | undefined =>
  all.reduce<Landed | undefined>((a, b) => (a === undefined || isBetter(b, a) ? b : a), undefined)

/** More combinations of whole numbers than these are left to the search. */
const mostRoundings = 64

/** Whole numbers about a design. */
const rounded = ({ posed: { variables }, space: { low, high } }: Prepared, x: Vector): readonly Vector[] =>
  variables
    .reduce<readonly Vector[]>(
      (all, { isWhole }, i) => {
        if (!isWhole) return all.map((each) => [...each, x[i]!])
        const sides = [...new Set([Math.floor(x[i]!), Math.ceil(x[i]!)])].filter(
          (side) => side >= low[i]! && side <= high[i]!
        )
        return all.flatMap((each) => sides.map((side) => [...each, side]))
      },
      [[]]
    )
    .slice(0, mostRoundings)

/** From a design down, to whole numbers where they are asked for. */
export const down = (task: Prepared, start: Vector, isFixed: readonly boolean[]): Landed | undefined => {
  const { look, space, posed } = task
  const go = (x: Vector, isFixed: readonly boolean[]): Landed | undefined =>
    descended({ at: look, space, isFixed }, x)
  const relaxed = go(start, isFixed)
  const areWhole = posed.variables.map(({ isWhole }, i) => isWhole || isFixed[i]!)
  if (relaxed === undefined || !posed.variables.some(({ isWhole }, i) => isWhole && !isFixed[i]!))
    return relaxed
  return best(rounded(task, relaxed.x).flatMap((x) => go(x, areWhole) ?? []))
}

/** The Lagrangian: no more than the objective where all sides are met. */
const undersOf = ({ posed, isLog, size, sides }: Prepared, found: Landed | undefined): readonly Under[] => {
  const { node } = posed.objective
  const own: Under = { node: isLog ? unary('ln', node) : node, isLog }
  const priced = sides.flatMap((side, k) => {
    const price = found?.prices[k] ?? 0
    return price > 1e-9 ? [binary('mul', decimalNode(String(price * size)), side.node)] : []
  })
  return priced.length === 0
    ? [own]
    : [own, { node: priced.reduce((sum, each) => binary('add', sum, each), own.node), isLog }]
}

/**
 * What is looked for in pieces of the box that may cost less: a way down from their middles, where one costs
 * less or has whole numbers that were not tried, and besides from fewer and fewer of them.
 */
const seeking = (
  task: Prepared,
  found: (landed: Landed | undefined) => Mark | undefined
): ((piece: Piece, mark: Mark) => Mark | undefined) => {
  const { look, posed, worthOf } = task
  const { variables } = posed
  const isWhole = variables.map((each) => each.isWhole)
  const tried = new Set<string>()
  let count = 0
  return (piece, { most }) => {
    count += 1
    const middle = piece.map(({ lower, upper }, i) => {
      const [from, to] = [lower.toNumber(), upper.toNumber()]
      const middle = variables[i]!.isLog ? Math.sqrt(from) * Math.sqrt(to) : (from + to) / 2
      return Math.min(to, Math.max(from, isWhole[i]! ? Math.floor(middle) : middle))
    })
    const isOneOfWhole = piece.every(({ lower, upper }, i) => !isWhole[i]! || lower.eq(upper))
    const numbers = middle.filter((_, i) => isWhole[i]!).join(' ')
    const isNew = isOneOfWhole && numbers !== '' && !tried.has(numbers)
    if (isNew) tried.add(numbers)
    const { value, sides } = look(middle)
    const isLess = worthOf(value) < most - 1e-9 * Math.abs(most) && sides.every((side) => side <= 0)
    const isDue = (count & (count - 1)) === 0
    return isNew || isLess || isDue ? found(down(task, middle, isWhole)) : undefined
  }
}

/** What is found from some starts, and what no design of the box costs less than. */
const sought = (
  task: Prepared,
  starts: readonly Vector[],
  pieces: number,
  gap: number
): Optimum | NoDesign => {
  const { posed, open, space } = task
  const { variables } = posed
  const certified = certifying(task)
  const isFree = variables.map(() => false)
  const whole = variables.map(({ isWhole }) => isWhole)
  let sure: Sure | undefined
  const markOf = (landed: Landed | undefined): Mark | undefined => {
    const isLess =
      landed !== undefined && isKept(landed) && (sure === undefined || isBetter(landed, sure.landed))
    const made = isLess ? assured(task, certified, landed, whole) : undefined
    if (made === undefined || (sure !== undefined && !made.value.upper.exact.lt(sure.value.upper.exact)))
      return undefined
    sure = made
    return {
      at: made.at.map(({ exact }) => exact),
      most: made.value.upper.value,
      bounded: boundedBy(posed, open, undersOf(task, made.landed))
    }
  }
  const found = best(starts.flatMap((start) => down(task, start, isFree) ?? []))
  const first = markOf(found) ?? {
    at: quantities(task, space.at(variables.map(() => 0.5))).map(({ exact }) => exact),
    most: Infinity,
    bounded: boundedBy(posed, open, undersOf(task, undefined))
  }
  const { searched: least, mark } =
    pieces === 0
      ? { mark: first, searched: { least: -Infinity, pieces: 0, isDone: false } }
      : searched(variables, first, seeking(task, markOf), { pieces, gap })
  if (sure === undefined || least.least === Infinity) {
    const nearest = found?.x ?? space.at(variables.map(() => 0.5))
    const why = wrongAt(task, quantities(task, nearest))
    return { kind: 'none', isProven: least.least === Infinity, pieces: least.pieces, why }
  }
  const { landed, value, limits } = sure
  return {
    kind: 'found',
    chosen: chosenOf(task, sure),
    value,
    limits,
    holds: heldBy(task, landed),
    least: leastOf(task, mark.most, least)
  }
}

/** Whether what was found is positive, but it is not told that all is: then its logarithm was no measure. */
const mayBeNegative = (found: Optimum | NoDesign): found is Optimum =>
  found.kind === 'found' &&
  found.value.upper.value > 0 &&
  !found.least.isDone &&
  !((found.least.value?.value ?? -Infinity) > 0)

const lower = (one: Optimum, other: Optimum | NoDesign): Optimum =>
  other.kind === 'found' && other.value.upper.exact.lt(one.value.upper.exact) ? other : one

/** The least of a task that stands. */
export const leastIn = (
  task: Posed,
  { points = 2048, starts = 8, pieces = 4000, gap = 1e-9 }: MinimiseOptions = {}
): Optimum | NoDesign => {
  const designs = evenly(task.variables.length, points).map(spaceOf(task.variables).at)
  const search = (mayBeLog: boolean): Optimum | NoDesign => {
    const made = prepared(task, designs, mayBeLog)
    return sought(made, startsOf(made, designs, starts), pieces, gap)
  }
  const found = search(true)
  return mayBeNegative(found) ? lower(found, search(false)) : found
}

export const usable: Kind = (of) => [
  ...aModel(of),
  ...having('a model, such as model makes', { of: aFunction })(of)
]

export const aLimit = having('a limit', { of: usable, relation: wordOf(['≤', '≥']), bound: aQuantity })

const aTask = having('a task: an objective, and variables between two ends', {
  objective: usable,
  limits: optional(listOf('a list of limits', aLimit)),
  variables: anObject,
  given: optional(anObject)
})

/**
 * The least of a model over inputs that may be chosen between two ends, where other models keep to limits.
 *
 * The best design is searched for from many starts; where it was found, the value is certified, as `certify`
 * does. Beside it stands what no design of the box costs less than, told by branch and bound: where the two
 * meet, what was found is the least.
 *
 * @example
 * import { bits, gigahertz, input, joules, kelvin, model, annealedParameter, parameters, seconds, watts } from 'limen'
 * import { minimise } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * // A million parameters annealed by a machine that draws a microwatt all the while.
 * const annealing = model({
 *   name: 'annealing',
 *   symbol: 'E',
 *   summary: 'annealing, and what idles meanwhile',
 *   inputs: {
 *     ...annealedParameter.inputs,
 *     parameters: input('N', parameters, '[0, ∞)', 'parameters'),
 *     idlePower: input('P', watts, '[0, ∞)', 'idle power')
 *   },
 *   unit: joules,
 *   formula: ({ parameters: N, idlePower: P, ...given }) =>
 *     annealedParameter.of(given).times(N).plus(P.times(given.duration)),
 *   constraint: 'as annealedParameter'
 * })
 * const best = minimise({
 *   objective: annealing,
 *   variables: { duration: { from: seconds(1e-9), to: seconds(1) } },
 *   given: {
 *     temperature: kelvin(300),
 *     attemptRate: gigahertz(1),
 *     precision: bits(8),
 *     parameters: parameters(1e6),
 *     idlePower: watts(1e-6)
 *   }
 * })
 * pipe(best, E.map((found) => (found.kind === 'found' ? `${found.chosen[0]?.value}, ${found.least.isDone}` : ''))) // right('519.0 ns, true')
 *
 * @since 0.11.0
 */
export const minimise = expecting(
  'minimise',
  {
    task: aTask,
    options: optional(someOptions({ points: aNumber, starts: aNumber, pieces: aNumber, gap: aNumber }))
  },
  (task: MinimiseTask, options: MinimiseOptions = {}): E.Either<ModelError, Optimum | NoDesign> =>
    pipe(
      posed(task),
      E.map((task) => leastIn(task, options))
    ),
  unfitInputs
)
