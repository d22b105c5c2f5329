/**
 * The least of a model over inputs that may be chosen: searched for from many starts, certified where it was
 * found, and held against what no design of the box costs less than.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aModel } from '../formula/kinds'
import { comparedBy, type Condition, type Node } from '../formula/model'
import { program, reader } from '../formula/program'
import { certify } from '../reading/certify'
import { readDown } from '../reading/columns'
import { unfitInputs, type ModelError } from '../reading/error'
import { numberAlgebra } from '../reading/number'
import { nodeText, relationText } from '../reading/text'
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
import type { Enclosure } from '../units/enclosure'
import { format } from '../units/format'
import { aQuantity, ofDecimal, ofNumber, type Quantity } from '../units/quantity'
import { descended, drawnBack, isBetter, isKept, pulled, type Landed } from './descend'
import { holdsEverywhere, arithmetic, strictly } from './ends'
import type { Vector } from './linear'
import { lookingAt, spaceOf, type Looking, type Space } from './look'
import { boundedBy, type Piece, type Under } from './piece'
import { searched, type Mark, type Searched } from './search'
import { binary, conditionSides, conditionsOf, decimalNode, limitSide, unary, type Side } from './side'
import { posed, type Posed, type MinimiseTask } from './task'

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

/** What holds a design where it is, or does not. @since 0.11.0 */
export interface Holding {
  /** In words: "duration ≤ 1 d". */
  readonly what: string
  /** Which of the limits it is; none where it is a condition of a model. */
  readonly limit?: number
  /** Whether more could be saved were it not for this. */
  readonly binds: boolean
  /** Percent that would be saved by one percent more of it. */
  readonly price: number
}

/** An input that was chosen. @since 0.11.0 */
export interface ChosenInput {
  readonly name: string
  readonly value: Quantity<unknown>
  /** The end at which it is, if it is. */
  readonly end?: 'lower' | 'upper'
  /** Percent of the value per percent of the input; 0 where the input is 0. */
  readonly elasticity: number
  /** Percent that would be saved by one percent more room at the end at which it is, with all that binds kept. */
  readonly price: number
}

/** A limit at the design found. @since 0.11.0 */
export interface LimitAt {
  readonly value: Enclosure<unknown>
  /** Whether it surely keeps the limit. */
  readonly isMet: boolean
}

/** Values of an input from one to another. @since 0.11.0 */
export interface OpenRange {
  readonly name: string
  readonly from: Quantity<unknown>
  readonly to: Quantity<unknown>
}

/** What no design of a box costs less than. @since 0.11.0 */
export interface LeastOfBox {
  /** Rounded down; absent where nothing can be told. */
  readonly value?: Quantity<unknown>
  /** How far it is below the upper end of what was found, of that. */
  readonly gap: number
  readonly pieces: number
  /** Whether the gap is as small as asked for. */
  readonly isDone: boolean
  /** Between which values of each input less may still be found, where it is not. */
  readonly open?: readonly OpenRange[]
}

/** The best design that was found. @since 0.11.0 */
export interface Optimum {
  readonly kind: 'found'
  readonly chosen: readonly ChosenInput[]
  readonly value: Enclosure<unknown>
  readonly limits: readonly LimitAt[]
  readonly holds: readonly Holding[]
  readonly least: LeastOfBox
}

/** That no design was found. @since 0.11.0 */
export interface NoDesign {
  readonly kind: 'none'
  /** Whether there surely is none. */
  readonly isProven: boolean
  readonly pieces: number
  /** What is wrong with the design that comes nearest, in sentences. */
  readonly why: readonly string[]
}

/** So much of each side is left at the most where a design is drawn back from it, until it surely is met. */
const backs = [0, 1e-15, 4e-15, 2e-14, 1e-13, 1e-12, 1e-11]

/** Points that lie evenly: multiples of the powers of one number (Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018). */
const evenly = (dimensions: number, points: number): readonly Vector[] => {
  let ratio = 2
  for (let n = 0; n < 60; n++) ratio = (1 + ratio) ** (1 / (dimensions + 1))
  const steps = Array.from({ length: dimensions }, (_, i) => ratio ** -(i + 1))
  return Array.from({ length: points }, (_, n) => steps.map((step) => (0.5 + (n + 1) * step) % 1))
}

/** The values of the objective and the limits at many designs; NaN where there is none. */
const sampled = (
  { variables, objective, limits }: Posed,
  points: readonly Vector[]
): E.Either<ModelError, readonly Float64Array[]> =>
  pipe(
    readDown('minimise', [objective, ...limits.map(({ of }) => of)])(
      Object.fromEntries(
        variables.map(({ name, input }, i) => [
          name,
          { dimension: input.unit.dimension, values: Float64Array.from(points, (point) => point[i]!) }
        ])
      )
    ),
    E.map((found) => found.map(({ values }) => values.map((value) => (Number.isFinite(value) ? value : NaN))))
  )

/** A task with what is looked at in float64, and what holds everywhere left out. */
interface Prepared {
  readonly posed: Posed
  readonly space: Space
  readonly isLog: readonly boolean[]
  readonly open: readonly Condition[]
  readonly sides: readonly Side[]
  readonly value: Node
  readonly isValueLog: boolean
  readonly look: Looking
}

/** The conditions that do not hold of the whole box for sure. */
const openOf = (task: Posed): readonly Condition[] => {
  const { variables, conditions } = task
  const names = variables.map(({ name }) => name)
  const compiled = program(conditions.flatMap(comparedBy), names)
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

const prepared = (task: Posed, values: readonly Float64Array[], typical: Vector): Prepared => {
  const { variables, objective, limits } = task
  const space = spaceOf(variables)
  const open = openOf(task)
  const isPositive = (column: Float64Array): boolean => column.every((value) => !(value <= 0))
  const names = variables.map(({ name }) => name)
  const sizeOf = (node: Node): number => {
    const compiled = program([node], names)
    const size = Math.abs(reader(numberAlgebra, compiled)(typical)[compiled.outputs[0]!]!)
    return size > 0 && size < Infinity ? size : 1
  }
  const sides = [
    ...limits.map((limit, k) =>
      limitSide(limit, k, limit.bound.exact.gt(0) && isPositive(values[1 + k]!), sizeOf)
    ),
    ...open.flatMap(conditionSides(sizeOf))
  ]
  const isValueLog = isPositive(values[0]!)
  const value = isValueLog ? unary('ln', objective.node) : objective.node
  return {
    posed: task,
    space,
    isLog: variables.map(({ isLog }) => isLog),
    open,
    sides,
    value,
    isValueLog,
    look: lookingAt(variables, space, value, sides)
  }
}

/** Starts that cost little and exceed little, apart from each other. */
const startsOf = (
  { look, space }: Prepared,
  points: readonly Vector[],
  values: readonly Float64Array[],
  starts: number
): readonly Vector[] => {
  const [own] = values
  const known = points.flatMap((point, at) => (Number.isNaN(own![at]) ? [] : [point]))
  // Where hardly any has a value, a way down may lead from where a condition does not hold.
  const judged = (known.length < starts ? points : known)
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

const best = (all: readonly Landed[]): Landed | undefined =>
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
const down = (task: Prepared, start: Vector, isFixed: readonly boolean[]): Landed | undefined => {
  const { look, space, isLog, posed } = task
  const go = (x: Vector, isFixed: readonly boolean[]): Landed | undefined =>
    descended({ at: look, space, isLog, isFixed }, x)
  const relaxed = go(start, isFixed)
  const areWhole = posed.variables.map(({ isWhole }, i) => isWhole || isFixed[i]!)
  if (relaxed === undefined || !posed.variables.some(({ isWhole }, i) => isWhole && !isFixed[i]!))
    return relaxed
  return best(rounded(task, relaxed.x).flatMap((x) => go(x, areWhole) ?? []))
}

/** A design as quantities: at an end it is the end. */
const quantities = ({ posed: { variables }, space }: Prepared, x: Vector): readonly Quantity<unknown>[] =>
  variables.map(({ from, to, input }, i) =>
    x[i] === space.low[i] ? from : x[i] === space.high[i] ? to : ofNumber(input.unit.dimension, x[i]!)
  )

/** A design with what is certain of it. */
interface Sure {
  readonly landed: Landed
  readonly at: readonly Quantity<unknown>[]
  readonly value: Enclosure<unknown>
  readonly limits: readonly LimitAt[]
}

type Certify = (at: readonly Quantity<unknown>[], landed: Landed) => Sure | undefined

const certifying = ({ posed: { variables, objective, limits } }: Prepared): Certify => {
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
const wrongAt = (
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
const assured = (task: Prepared, certified: Certify, found: Landed, isFixed: readonly boolean[]) => {
  const { look, space, isLog } = task
  const way = { at: look, space, isLog, isFixed }
  let first: Sure | undefined
  for (const left of backs) {
    const landed = left === 0 ? found : drawnBack(way, found, left)
    const sure = certified(quantities(task, landed.x), landed)
    if (sure?.limits.every(({ isMet }) => isMet) === true) return sure
    first ??= sure
  }
  return first
}

/** The Lagrangian: no more than the objective where all sides are met. */
const undersOf = ({ value, isValueLog, sides }: Prepared, found: Landed | undefined): readonly Under[] => {
  const own: Under = { node: value, isLog: isValueLog }
  const priced = sides.flatMap(({ node }, k) => {
    const price = found?.prices[k] ?? 0
    return price > 1e-9 ? [binary('mul', decimalNode(String(price)), node)] : []
  })
  if (priced.length === 0) return [own]
  const node = priced.reduce((sum, each) => binary('add', sum, each), value)
  return [own, { node, isLog: isValueLog }]
}

/**
 * What is looked for in pieces of the box that may cost less: a way down from their middles, where one costs
 * less or has whole numbers that were not tried, and besides from fewer and fewer of them.
 */
const seeking = (
  task: Prepared,
  found: (landed: Landed | undefined) => Mark | undefined
): ((piece: Piece, mark: Mark) => Mark | undefined) => {
  const { look, posed, isValueLog } = task
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
    const worth = isValueLog ? Math.exp(value) : value
    const isLess = worth < most - 1e-9 * Math.abs(most) && sides.every((side) => side <= 0)
    const isDue = (count & (count - 1)) === 0
    return isNew || isLess || isDue ? found(down(task, middle, isWhole)) : undefined
  }
}

const textOf = (condition: Condition): string =>
  condition.kind === 'relation'
    ? `${condition.model}: ${relationText(condition.of)}`
    : `${condition.model}: ${nodeText(condition.subject)} in ${condition.range.text}`

/** From here on a side is said to bind. */
const leastPrice = 1e-9

const heldBy = (
  { posed: { limits }, sides, isValueLog }: Prepared,
  { prices, look }: Landed
): readonly Holding[] =>
  sides.flatMap(({ limit, condition }, k): readonly Holding[] => {
    const price = isValueLog ? prices[k]! : prices[k]! / Math.abs(look.value)
    const binds = price > leastPrice
    if (limit !== undefined) {
      const { of, relation, bound } = limits[limit]!
      return [{ what: `${of.name} ${relation} ${format(bound)}`, limit, binds, price }]
    }
    return binds ? [{ what: textOf(condition!), binds, price }] : [] // a side is of one or the other
  })

const chosenOf = (
  { posed: { variables }, space, isLog, isValueLog }: Prepared,
  { landed: { x, look, prices }, at }: Sure
): readonly ChosenInput[] => {
  const relative = (slopes: Vector): Vector =>
    slopes.map((slope, i) => {
      const along = (slope / space.widths[i]!) * (isLog[i]! ? 1 : x[i]!)
      return isValueLog ? along : along / Math.abs(look.value)
    })
  const [own, kept] = [relative(look.slope), relative(pulled(look, prices))]
  return variables.map(({ name, from, to }, i) => {
    const value = at[i]!
    const end = value.exact.eq(from.exact) ? 'lower' : value.exact.eq(to.exact) ? 'upper' : undefined
    const saved = end === undefined ? 0 : Math.max(0, end === 'lower' ? kept[i]! : -kept[i]!)
    return { name, value, ...(end === undefined ? {} : { end }), elasticity: own[i]!, price: saved }
  })
}

const leastOf = (
  { posed: { variables, objective } }: Prepared,
  most: number,
  found: Searched
): LeastOfBox => {
  const { least, pieces, isDone, open } = found
  const between = open?.map(({ lower, upper }, i): OpenRange => {
    const { name, input } = variables[i]!
    const { dimension } = input.unit
    return { name, from: ofDecimal(dimension, lower), to: ofDecimal(dimension, upper) }
  })
  return {
    ...(Number.isFinite(least) ? { value: ofNumber(objective.unit.dimension, least) } : {}),
    gap: least === most ? 0 : (most - least) / Math.abs(most),
    pieces,
    isDone,
    ...(between === undefined ? {} : { open: between })
  }
}

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

const usable: Kind = (of) => [...aModel(of), ...having('a model, such as model makes', { of: aFunction })(of)]

const aTask = having('a task: an objective, and variables between two ends', {
  objective: usable,
  limits: optional(
    listOf(
      'a list of limits',
      having('a limit', { of: usable, relation: wordOf(['≤', '≥']), bound: aQuantity })
    )
  ),
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
  (
    task: MinimiseTask,
    { points = 2048, starts = 8, pieces = 4000, gap = 1e-9 }: MinimiseOptions = {}
  ): E.Either<ModelError, Optimum | NoDesign> =>
    pipe(
      E.Do,
      E.bind('posed', () => posed(task)),
      E.let('points', ({ posed: { variables } }) => {
        const { at } = spaceOf(variables)
        return evenly(variables.length, points).map(at)
      }),
      E.bind('values', (has) => sampled(has.posed, has.points)),
      E.map((has) => {
        const known = has.points.find((_, at) => !Number.isNaN(has.values[0]![at]))
        const made = prepared(has.posed, has.values, known ?? has.points[0]!)
        return sought(made, startsOf(made, has.points, has.values, starts), pieces, gap)
      })
    ),
  unfitInputs
)
