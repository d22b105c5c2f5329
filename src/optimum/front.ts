/**
 * Fronts: designs of which none that was found is better in one figure without being worse in another.
 *
 * Where each figure alone is least are the ends. Between them one is made least where the others keep to levels
 * (Haimes, Lasdon, Wismer, "On a bicriterion formulation", 1971), each figure in its turn, so that a front that
 * is steep along one is not looked at along the other only.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AnyModel } from '../bound/compose'
import type { Inputs, ModelData } from '../formula/model'
import { spaced } from '../ledger/spaced'
import { model } from '../physics/model'
import { certify } from '../reading/certify'
import { modelError, unfitInputs, type ModelError, type Problem } from '../reading/error'
import {
  aNumber,
  anObject,
  expecting,
  having,
  listOf,
  optional,
  options as someOptions,
  wordOf
} from '../units/argument'
import type { Enclosure } from '../units/enclosure'
import { ofDecimal, ofNumber, type Quantity } from '../units/quantity'
import { isKept } from './descend'
import type { Vector } from './linear'
import { spaceOf } from './look'
import { aLimit, best, down, leastIn, usable, type MinimiseOptions } from './minimise'
import type { ChosenInput, LeastOfBox, NoDesign } from './optimum'
import { plainly } from './plain'
import { evenly, prepared, startsOf } from './prepare'
import { assured, certifying } from './sure'
import { posed, type Edge, type MinimiseTask, type Posed } from './task'

/** A figure of a front. @since 0.11.0 */
export interface Aim {
  readonly of: ModelData<unknown>
  /** Whether little of it is wanted, or much; little, where left out. */
  readonly wanted?: 'least' | 'most'
}

/** What is traded for what. @since 0.11.0 */
export interface FrontTask extends Omit<MinimiseTask, 'objective'> {
  /** Two or three. */
  readonly figures: readonly Aim[]
  /** The variables of a design that is held against the front. */
  readonly current?: Readonly<Record<string, Quantity<unknown>>>
}

/** How long is sought. @since 0.11.0 */
export interface FrontOptions extends MinimiseOptions {
  /** At how many levels of the others each figure is made least; 12 for two figures and 4 for three, where left out. */
  readonly levels?: number
}

/** A design of a front. @since 0.11.0 */
export interface FrontPoint {
  readonly chosen: readonly Pick<ChosenInput, 'name' | 'value' | 'end'>[]
  /** Of each figure, for certain. */
  readonly values: readonly Enclosure<unknown>[]
}

/** How far a design is from a front. @since 0.11.0 */
export interface OffFront {
  /** Its figures. */
  readonly values: readonly Enclosure<unknown>[]
  /** For each figure, the best that was found of it with the others no worse; absent where none was found. */
  readonly instead: readonly (Quantity<unknown> | undefined)[]
}

/** A front. @since 0.11.0 */
export interface Front {
  readonly kind: 'found'
  /** By the first figure, the least of it first. */
  readonly points: readonly FrontPoint[]
  /** For each figure, what no design has less of; more of, where much of it is wanted. */
  readonly bounds: readonly LeastOfBox[]
  /** How many designs were looked at, that lie evenly. */
  readonly tried: number
  /** How often a way down was gone to one of the least figure at some levels of the others. */
  readonly refined: number
  /** The design that was held against it, where it has all the figures. */
  readonly current?: OffFront
}

/** A design with its figures in float64, so that less of each is better. */
interface Candidate {
  readonly x: Vector
  readonly costs: Vector
}

/** Less of this, of itself, is no difference between designs. */
const alike = 1e-6
/** What is worse by this, of itself, is not worse. */
const rounding = 1e-9

const sizeOf = (a: number, b: number): number => Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE)
const isBelow = (a: number, b: number, by: number): boolean => a < b - by * sizeOf(a, b)

/** Whether a design is no worse in all, and better in one. */
const dominates = (a: Vector, b: Vector): boolean =>
  a.every((each, i) => each <= b[i]!) && a.some((each, i) => each < b[i]!)

/** Whether it is so but for rounding, and notably better in one. */
const replaces = (a: Vector, b: Vector): boolean =>
  a.every((each, i) => !isBelow(b[i]!, each, rounding)) && a.some((each, i) => isBelow(each, b[i]!, alike))

const areAlike = (a: Vector, b: Vector): boolean =>
  a.every((each, i) => Math.abs(each - b[i]!) <= alike * sizeOf(each, b[i]!))

/** Those that no other is better than, each once. */
const undominated = <C extends { readonly costs: Vector }>(all: readonly C[]): readonly C[] => {
  const front = all.filter(({ costs }) => !all.some((other) => dominates(other.costs, costs)))
  const notable = front.filter(({ costs }) => !front.some((other) => replaces(other.costs, costs)))
  return notable.reduce<readonly C[]>(
    (kept, each) => (kept.some(({ costs }) => areAlike(costs, each.costs)) ? kept : [...kept, each]),
    []
  )
}

/** A model of which less is wanted. */
const turned = (of: AnyModel<unknown>): AnyModel<unknown> =>
  model<Inputs, unknown>({
    name: of.name,
    symbol: of.symbol,
    summary: of.summary,
    inputs: of.inputs,
    unit: of.unit,
    formula: (given) => of.of(given).negated(),
    constraint: of.constraint
  })

const negated = ({ dimension, exact }: Quantity<unknown>): Quantity<unknown> =>
  ofDecimal(dimension, exact.neg())

/** A task of a front: its figures, of which the variables are the inputs, and what holds of all of them. */
interface Traded {
  readonly base: Posed
  readonly figures: readonly AnyModel<unknown>[]
  readonly isMost: readonly boolean[]
}

const wrong = (input: string, found: string, expected: string): Problem => ({
  ...{ kind: 'unexpected', model: 'front', inputs: [input], found, expected },
  message: `front: expected ${expected}, got ${found}`
})

const traded = (
  { figures, limits = [], variables, given }: FrontTask,
  { levels = 1 }: FrontOptions
): E.Either<ModelError, Traded> => {
  const [first, ...others] = figures.map(({ of }) => of)
  const count = figures.length
  const problems = [
    ...(count === 2 || count === 3 ? [] : [wrong('figures', String(count), 'two figures or three')]),
    ...(Number.isInteger(levels) && levels >= 1
      ? []
      : [wrong('levels', String(levels), 'a whole number of levels from 1 on')])
  ]
  if (first === undefined) return E.left(modelError('front', problems))
  // Only for the checks: the bounds of figures are set level by level.
  const unset = others.map((of) => ({ of, relation: '≤', bound: ofNumber(of.unit.dimension, 0) }) as const)
  const all = posed({ objective: first, limits: [...unset, ...limits], variables, ...(given && { given }) })
  if (problems.length > 0 || E.isLeft(all))
    return E.left(modelError('front', [...problems, ...(E.isLeft(all) ? all.left.problems : [])]))
  const own = all.right.limits.slice(0, others.length)
  return E.right({
    base: { ...all.right, limits: all.right.limits.slice(others.length) },
    figures: [all.right.objective, ...own.map(({ of }) => of)],
    isMost: figures.map(({ wanted }) => wanted === 'most')
  })
}

/** What each figure must be no worse than, where it must. */
type Bounds = readonly (Quantity<unknown> | undefined)[]

/** No figure costs as much as this. */
const anyCost = 1e300

/** Ways down from this many designs. */
const waysDown = 3
/** Of the designs that lie evenly so many may be begun from, and so many of those that none of them is better than. */
const others = 48

const sought = (
  { base, figures, isMost }: Traded,
  current: FrontTask['current'],
  { levels = figures.length === 2 ? 12 : 4, points: tried = 2048, ...how }: FrontOptions
): Front | NoDesign => {
  const { variables } = base
  const names = variables.map(({ name }) => name)
  const space = spaceOf(variables)
  const signs = isMost.map((is) => (is ? -1 : 1))
  const designs = evenly(variables.length, tried).map(space.at)
  const read = plainly(
    figures.map(({ node }) => node),
    names
  )
  const costsAt = (x: Vector): Vector => read(x).map((value, i) => signs[i]! * value)
  const certified = figures.map((of) => certify(of))
  const valuesAt = (at: Readonly<Record<string, Quantity<unknown>>>) => {
    const values = certified.map((each) => each(at as never)) // each of the dimension of its input
    return values.every(E.isRight) ? values.map(({ right }) => right) : undefined
  }
  const looked = designs.map((x): Candidate => ({ x, costs: costsAt(x) }))
  const mayBeLog = figures.map((_, i) => looked.every(({ costs }) => !(signs[i]! * costs[i]! <= 0)))
  const objectives = figures.map((of, i) => (isMost[i]! ? turned(of) : of))
  const { look: lookAtBase } = prepared({ ...base, objective: objectives[0]! }, designs, false)
  const met = looked.filter(
    ({ x, costs }) => costs.every(Number.isFinite) && lookAtBase(x).sides.every((side) => side <= 0)
  )
  const outer = met.filter(({ costs }) => !met.some((other) => dominates(other.costs, costs)))
  const starts = [...outer.slice(0, others), ...(met.length > 0 ? met : looked).slice(0, others)].map(
    ({ x }) => x
  )
  const isFree = variables.map(() => false)
  const isWhole = variables.map((each) => each.isWhole)
  let refined = 0

  type Found = FrontPoint & Candidate
  const foundAt = (chosen: FrontPoint['chosen']): Found | undefined => {
    const values = valuesAt(Object.fromEntries(chosen.map(({ name, value }) => [name, value])))
    const x = chosen.map(({ value }) => value.value)
    return (
      values && {
        ...{ chosen, values, x },
        costs: values.map(({ lower, upper }, i) => signs[i]! * ((lower.value + upper.value) / 2))
      }
    )
  }

  /** A figure least with others no worse than they may be; each has a value at least, as has no unlimited one else. */
  const taskAt = (main: number, most: Bounds = []): Posed => {
    const own = figures.flatMap((of, i): readonly Edge[] => {
      const any = ofNumber(of.unit.dimension, signs[i]! * anyCost)
      return i === main ? [] : [{ of, relation: isMost[i]! ? '≥' : '≤', bound: most[i] ?? any }]
    })
    return { ...base, objective: objectives[main]!, limits: [...own, ...base.limits] }
  }

  /** Where a figure is least with others no worse than they may be. */
  const leastAt = (main: number, most: Bounds, from: readonly Vector[]) => {
    refined += 1
    // By those that lie evenly it is told how large figures are: at an end one may be as good as 0.
    const made = prepared(taskAt(main, most), [...starts, ...from], mayBeLog[main]!)
    const landed = best(startsOf(made, from, waysDown).flatMap((x) => down(made, x, isFree) ?? []))
    if (landed === undefined || !isKept(landed)) return undefined
    const sure = assured(made, certifying(made), landed, isWhole)
    if (sure === undefined || !sure.limits.every(({ isMet }) => isMet)) return undefined
    return foundAt(
      sure.at.map((value, i) => {
        const { name, from, to } = variables[i]!
        const end = value.exact.eq(from.exact) ? 'lower' : value.exact.eq(to.exact) ? 'upper' : undefined
        return { name, value, ...(end === undefined ? {} : { end }) }
      })
    )
  }

  const ends = figures.map((_, main) => leastIn(taskAt(main), { ...how, points: tried }))
  const none = ends.find((end) => end.kind === 'none')
  if (none !== undefined) return none
  const optima = ends.flatMap((end) => (end.kind === 'found' ? [end] : []))
  /** A design with as little of each figure as there is with no more of the others: where a figure is flat, more than one will do. */
  const settled = (found: Found): Found =>
    figures.reduce((at, _, main) => {
      const most = at.values.map((value, i) => (i === main ? undefined : slightlyWorse(value, isMost[i]!)))
      const next = leastAt(main, most, [at.x])
      return next !== undefined && replaces(next.costs, at.costs) ? next : at
    }, found)
  const atEnds = optima.flatMap(({ chosen }) => foundAt(chosen) ?? [])
  if (atEnds.length < figures.length)
    return { kind: 'none', isProven: false, pieces: 0, why: ['a figure has no value where another is best'] }
  const known: Found[] = atEnds.flatMap((end) => [end, settled(end)])
  const keep = (found: Found | undefined): void => {
    if (found !== undefined) known.push(settled(found))
  }

  /** Levels of a figure between its best and its worst at the ends. */
  const levelsOf = figures.map((_, i): readonly Quantity<unknown>[] => {
    const all = undominated(known).map(({ values }) => (isMost[i]! ? values[i]!.lower : values[i]!.upper))
    const sorted = [...all].sort((a, b) => a.exact.comparedTo(b.exact))
    const [from, to] = [sorted[0]!, sorted.at(-1)!]
    if (from.exact.eq(to.exact)) return [from]
    const inner = spaced(from, to, levels + 2, isByFactors(from, to) ? 'log' : 'linear').slice(1, -1)
    // With three, the worst too, at which the others are traded for each other.
    return figures.length === 2 ? inner : isMost[i]! ? [from, ...inner] : [...inner, to]
  })
  for (const main of figures.keys())
    for (const most of waysOf(levelsOf, main))
      keep(leastAt(main, most, [...known.map(({ x }) => x), ...starts]))

  // A valley that one level found may go on below what another did.
  for (const point of undominated(known)) {
    const apartFrom = ({ costs }: Found): number =>
      costs.reduce((sum, cost, i) => sum + ((cost - point.costs[i]!) / sizeOf(cost, point.costs[i]!)) ** 2, 0)
    const near = undominated(known)
      .filter(({ costs }) => !areAlike(costs, point.costs))
      .sort((a, b) => apartFrom(a) - apartFrom(b))
      .slice(0, waysDown)
    const next = leastAt(
      0,
      point.values.map((value, i) => (isMost[i]! ? value.lower : value.upper)),
      near.map(({ x }) => x)
    )
    if (next !== undefined && replaces(next.costs, point.costs)) keep(next)
  }

  // What was looked at, and is better than what was found, is gone down from.
  for (const { x, costs } of outer)
    if (undominated(known).some((point) => replaces(costs, point.costs)))
      keep(
        leastAt(
          0,
          costs.map((cost, i) => ofNumber(figures[i]!.unit.dimension, signs[i]! * cost)),
          [x]
        )
      )
  const front = undominated([...known].sort((a, b) => a.costs[0]! - b.costs[0]!)).filter(
    ({ costs }) => !outer.some((other) => replaces(other.costs, costs))
  )
  const own = current && valuesAt(current)
  const bounds = optima.map(({ least }, i): LeastOfBox => {
    const { value, ...rest } = least
    return value === undefined ? rest : { ...rest, value: isMost[i]! ? negated(value) : value }
  })
  const instead = own?.map((_, main) => {
    const most = own.map(({ lower, upper }, i) => (isMost[i]! ? lower : upper))
    const better = leastAt(main, most, [...front.map(({ x }) => x), ...starts])?.values[main]
    return better && (isMost[main]! ? better.lower : better.upper)
  })
  return {
    kind: 'found',
    points: front.map(({ chosen, values }) => ({ chosen, values })),
    bounds,
    tried,
    refined,
    ...(own && instead ? { current: { values: own, instead } } : {})
  }
}

/** Whether levels of a figure are apart by factors; what is nearly 0 at an end is taken for that. */
const isByFactors = (from: Quantity<unknown>, to: Quantity<unknown>): boolean =>
  from.exact.gt(0) && to.exact.div(from.exact).lt(1e15)

/** A little more than a figure surely is, so that there is room to move in; less, where much of it is wanted. */
const slightlyWorse = ({ dimension, lower, upper }: Enclosure<unknown>, isMost: boolean) => {
  const { exact } = isMost ? lower : upper
  const little = exact.abs().times(rounding / 10)
  return ofDecimal(dimension, isMost ? exact.minus(little) : exact.plus(little))
}

/** All levels of all figures but one, with each other. */
const waysOf = (levels: readonly (readonly Quantity<unknown>[])[], main: number) =>
  levels.reduce<readonly Bounds[]>(
    (ways, own, i) => ways.flatMap((way) => (i === main ? [undefined] : own).map((level) => [...way, level])),
    [[]]
  )

const aFrontTask = having('a task: figures, and variables between two ends', {
  figures: listOf(
    'a list of figures',
    having('a figure', { of: usable, wanted: optional(wordOf(['least', 'most'])) })
  ),
  limits: optional(listOf('a list of limits', aLimit)),
  variables: anObject,
  given: optional(anObject),
  current: optional(anObject)
})

/**
 * The front of two or three figures over inputs that may be chosen between two ends: designs of which none that
 * was found is better in one figure without being worse in another. Its ends are where each figure alone is best,
 * as `minimise` finds them, with what no design is better than; what lies between is searched for, and no more is
 * said of it than that. Values are certified.
 *
 * @example
 * import { input, model, one } from 'limen'
 * import { front } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const x = { x: input('x', one, '(0, ∞)', 'x') }
 * const named = { symbol: 'f', summary: 'a figure', inputs: x, unit: one, constraint: '' }
 * const square = model({ ...named, name: 'square', formula: ({ x }) => x.times(x) })
 * const double = model({ ...named, name: 'double', formula: ({ x }) => x.times(2) })
 * const found = front({
 *   figures: [{ of: square }, { of: double, wanted: 'most' }],
 *   variables: { x: { from: one(1), to: one(10) } }
 * })
 * pipe(found, E.map((found) => (found.kind === 'found' ? found.points.map(({ chosen }) => `${chosen[0]?.value}`).at(-1) : ''))) // right('10.00')
 *
 * @since 0.11.0
 */
export const front = expecting(
  'front',
  {
    task: aFrontTask,
    options: optional(
      someOptions({ points: aNumber, starts: aNumber, pieces: aNumber, gap: aNumber, levels: aNumber })
    )
  },
  (task: FrontTask, options: FrontOptions = {}): E.Either<ModelError, Front | NoDesign> =>
    pipe(
      traded(task, options),
      E.map((all) => sought(all, task.current, options))
    ),
  unfitInputs
)
