/**
 * The way down from a design: an augmented Lagrangian (Bertsekas, "Constrained Optimization and Lagrange
 * Multiplier Methods", 1982), whose steps are Newton's between the ends, and at last Newton's steps to where
 * the slopes are balanced (Karush, Kuhn, Tucker), so that the design is right to the last digits and not only
 * its value. Curvatures are differences of slopes, which are exact.
 */
import { dot, solved, type Matrix, type Vector } from './linear'
import type { Look, Looking, Space } from './look'

/** What a way down came to. */
export interface Landed {
  readonly x: Vector
  readonly look: Look
  /** For each side, what keeping to it costs. */
  readonly prices: Vector
  /** The most that a side is exceeded. */
  readonly excess: number
  /** How much of the slope is not balanced. */
  readonly rest: number
}

export const isKept = ({ excess }: Landed): boolean => excess < 1e-9

/** Which of two is better: what keeps to the sides, then what costs less; of the same cost, what is balanced. */
export const isBetter = (a: Landed, b: Landed): boolean => {
  if (isKept(a) !== isKept(b)) return isKept(a)
  if (!isKept(a)) return a.excess < b.excess
  const apart = a.look.value - b.look.value
  const isSame = Math.abs(apart) <= 1e-13 * (1 + Math.abs(a.look.value))
  return isSame ? a.rest < b.rest : apart < 0
}

const areFinite = (values: Vector): boolean => values.every(Number.isFinite)

const isNumber = ({ value, slope, sides, sideSlopes }: Look): boolean =>
  Number.isFinite(value) && areFinite(slope) && areFinite(sides) && sideSlopes.every(areFinite)

const most = (values: Vector): number => values.reduce((a, b) => Math.max(a, b), 0)

/** The slope of the Lagrangian. */
export const pulled = ({ slope, sideSlopes }: Look, prices: Vector): Vector =>
  slope.map((own, i) => sideSlopes.reduce((sum, side, k) => sum + prices[k]! * side[i]!, own))

/** How far apart slopes are looked at, of what is 1 or of what makes e times. */
const apart = 1e-5

/** The curvature of the Lagrangian. */
const curvature = (at: Looking, { widths, isLog, moved }: Space, x: Vector, prices: Vector): Matrix => {
  const own = pulled(at(x), prices)
  const columns = x.map((_, j) => {
    const far = apart / (isLog[j]! ? Math.max(1, Math.abs(widths[j]!)) : 1)
    const [before, after] = [-far, far].map((by) => {
      const there = moved(
        x,
        x.map((_, i) => (i === j ? by : 0))
      )
      const look = at(there)
      return isNumber(look)
        ? { by: there[j] === x[j] ? 0 : by, slope: pulled(look, prices) }
        : { by: 0, slope: [] }
    }) as [{ by: number; slope: Vector }, { by: number; slope: Vector }]
    const [a, b] = [
      before.by === 0 ? { by: 0, slope: own } : before,
      after.by === 0 ? { by: 0, slope: own } : after
    ]
    return x.map((_, i) => (a.by === b.by ? 0 : (b.slope[i]! - a.slope[i]!) / (b.by - a.by)))
  })
  return x.map((_, i) => x.map((_, j) => (columns[i]![j]! + columns[j]![i]!) / 2))
}

/** A step down: Newton's, bent until it goes down. */
const stepDown = (hessian: Matrix, slope: Vector): Vector => {
  const size = most(hessian.map((row, i) => Math.abs(row[i]!))) + 1e-12
  for (let bend = 0; bend < 1e12; bend = bend === 0 ? 1e-6 : bend * 10) {
    const bent = hessian.map((row, i) => row.map((each, j) => (i === j ? each + bend * size : each)))
    const step = solved(
      bent,
      slope.map((each) => -each)
    )
    if (step !== undefined && dot(step, slope) < 0 && curves(bent, step)) return step
  }
  return slope.map((each) => -each / size)
}

const curves = (matrix: Matrix, step: Vector): boolean =>
  dot(
    step,
    matrix.map((row) => dot(row, step))
  ) > 0

/** Rows and columns of some. */
const part = (matrix: Matrix, of: readonly number[]): Matrix => of.map((i) => of.map((j) => matrix[i]![j]!))

const mostSteps = 30
const mostRounds = 14

/** How a way down is gone. */
interface Way {
  readonly at: Looking
  readonly space: Space
  /** Which variables stay as they are. */
  readonly isFixed: readonly boolean[]
}

/** The variables that may move: not those that an end stops. */
const freeAt = ({ space: { low, high }, isFixed }: Way, x: Vector, slope: Vector): readonly number[] =>
  x.flatMap((each, i) =>
    isFixed[i]! || (each <= low[i]! && slope[i]! >= 0) || (each >= high[i]! && slope[i]! <= 0) ? [] : [i]
  )

/** Down to where the augmented Lagrangian is least, between the ends. */
const inner = (way: Way, start: Vector, prices: Vector, weight: number): Vector => {
  const { at, space } = way
  const pricesAt = (look: Look): Vector =>
    look.sides.map((side, k) => Math.max(0, prices[k]! + weight * side))
  const merit = (look: Look): number =>
    isNumber(look)
      ? look.value + pricesAt(look).reduce((sum, price) => sum + (price * price) / (2 * weight), 0)
      : Infinity
  let x = start
  for (let n = 0; n < mostSteps; n++) {
    const look = at(x)
    const now = pricesAt(look)
    const slope = pulled(look, now)
    const free = freeAt(way, x, slope)
    if (most(free.map((i) => Math.abs(slope[i]!))) < 1e-11) break
    const bare = curvature(at, space, x, now)
    const hessian = bare.map((row, i) =>
      row.map((each, j) =>
        look.sideSlopes.reduce((sum, side, k) => sum + (now[k]! > 0 ? weight * side[i]! * side[j]! : 0), each)
      )
    )
    const down = stepDown(
      part(hessian, free),
      free.map((i) => slope[i]!)
    )
    const whole = x.map((_, i) => (free.includes(i) ? Math.max(-1, Math.min(1, down[free.indexOf(i)]!)) : 0))
    const before = merit(look)
    let next = x
    for (let share = 1; share > 1e-13; share /= 2) {
      const tried = space.moved(
        x,
        whole.map((each) => each * share)
      )
      if (merit(at(tried)) < before) {
        next = tried
        break
      }
    }
    if (next.every((each, i) => each === x[i])) break
    x = next
  }
  return x
}

/** Where the slopes are balanced, near a design. */
const balanced = (way: Way, start: Landed): Landed => {
  const { at, space } = way
  let best = start
  let [x, prices] = [start.x, start.prices]
  const binding = prices.flatMap((price, k) => (price > 1e-7 ? [k] : []))
  const free = freeAt(way, x, pulled(start.look, prices)).filter(
    (i) => x[i]! > space.low[i]! && x[i]! < space.high[i]!
  )
  if (free.length === 0) return start
  const restOf = (look: Look, prices: Vector): Vector => {
    const slope = pulled(look, prices)
    return [...free.map((i) => slope[i]!), ...binding.map((k) => look.sides[k]!)]
  }
  let worst = Infinity
  for (let n = 0; n < 12; n++) {
    const look = at(x)
    if (!isNumber(look)) break
    const rest = restOf(look, prices)
    const size = most(rest.map(Math.abs))
    if (size < worst) {
      worst = size
      best = landed(way, x, prices)
    } else if (n > 3) break
    const hessian = part(curvature(at, space, x, prices), free)
    const edges = binding.map((k) => free.map((i) => look.sideSlopes[k]![i]!))
    const matrix = [
      ...hessian.map((row, i) => [...row, ...edges.map((edge) => edge[i]!)]),
      ...edges.map((edge) => [...edge, ...binding.map(() => 0)])
    ]
    const step = solved(
      matrix,
      rest.map((each) => -each)
    )
    if (step === undefined || step.slice(0, free.length).some((each) => Math.abs(each) > 0.1)) break
    x = space.moved(
      x,
      x.map((_, i) => (free.includes(i) ? step[free.indexOf(i)]! : 0))
    )
    prices = prices.map((price, k) =>
      binding.includes(k) ? price + step[free.length + binding.indexOf(k)]! : 0
    )
  }
  return best
}

const landed = (way: Way, x: Vector, prices: Vector): Landed => {
  const look = way.at(x)
  const slope = pulled(look, prices)
  const rest = most(freeAt(way, x, slope).map((i) => Math.abs(slope[i]!)))
  return { x, look, prices, excess: most(look.sides), rest }
}

/** Small steps along each variable, as long as one goes down: to where formulas switch, and no slope tells. */
const felt = (way: Way, start: Landed): Landed => {
  const { space, isFixed } = way
  const worth = (look: Look): number =>
    isNumber(look) ? look.value + 1e4 * Math.max(0, most(look.sides) - 1e-13) : Infinity
  let { x } = start
  let least = worth(start.look)
  let rounds = 200
  for (let step = 1e-3; step > 1e-17; step /= 2, rounds = 10) {
    let isBetter = true
    for (let round = 0; isBetter && round < rounds; round++) {
      isBetter = false
      for (const [i, fixed] of isFixed.entries())
        for (const by of fixed ? [] : [step, -step]) {
          const tried = space.moved(
            x,
            x.map((_, j) => (i === j ? by : 0))
          )
          const costs = worth(way.at(tried))
          if (costs < least) [x, least, isBetter] = [tried, costs, true]
        }
    }
  }
  return landed(way, x, start.prices)
}

/** Whether there is no slope at an end at which something is, so that it may be the top of a hill. */
const isIdle = ({ space: { low, high }, isFixed }: Way, { x, look, prices }: Landed): boolean => {
  const slope = pulled(look, prices)
  return x.some(
    (each, i) => !isFixed[i]! && (each === low[i] || each === high[i]) && Math.abs(slope[i]!) < 1e-9
  )
}

/** From so near on a side may bind. */
const nearly = 1e-6

/** What each side costs where something is, as far as its slopes balance those of the rest. */
const priced = (way: Way, found: Landed): Landed => {
  const { low, high } = way.space
  const { x, look } = found
  const free = x.flatMap((each, i) => (way.isFixed[i]! || each <= low[i]! || each >= high[i]! ? [] : [i]))
  const along = (slope: Vector): Vector => free.map((i) => slope[i]!)
  let binding = look.sides.flatMap((side, k) => (side > -nearly ? [k] : []))
  while (binding.length > 0 && free.length > 0) {
    const edges = binding.map((k) => along(look.sideSlopes[k]!))
    const prices = solved(
      edges.map((a, i) => edges.map((b, j) => dot(a, b) * (i === j ? 1 + 1e-14 : 1))),
      edges.map((edge) => -dot(edge, along(look.slope)))
    )
    const least = Math.min(...(prices ?? [-1]))
    if (prices !== undefined && least >= 0)
      return landed(
        way,
        x,
        look.sides.map((_, k) => (binding.includes(k) ? prices[binding.indexOf(k)]! : 0))
      )
    binding = prices === undefined ? binding.slice(1) : binding.filter((_, k) => prices[k] !== least)
  }
  return found
}

/** Down, round by round, as what the sides cost is learned. */
const outer = (way: Way, start: Vector): Landed => {
  const { at } = way
  let x = start
  let look = at(x)
  let prices: Vector = look.sides.map(() => 0)
  let weight = 10
  let excess = most(look.sides)
  for (let round = 0; round < mostRounds; round++) {
    x = inner(way, x, prices, weight)
    look = at(x)
    const before = prices
    prices = look.sides.map((side, k) => Math.max(0, before[k]! + weight * side))
    const changed = most(prices.map((price, k) => Math.abs(price - before[k]!)))
    const now = most(look.sides)
    if (now < 1e-12 && changed <= 1e-9 * (1 + most(prices))) break
    if (now > excess / 4) weight = Math.min(1e9, weight * 10)
    excess = now
  }
  return balanced(way, landed(way, x, prices))
}

/** From a design down to one that costs no less nearby; undefined where there is no value to begin with. */
export const descended = (way: Way, start: Vector): Landed | undefined => {
  if (!isNumber(way.at(start))) return undefined
  const found = outer(way, start)
  const isBalanced = found.rest < 1e-7
  if (isBalanced && !isIdle(way, found)) return found
  const near = priced(way, felt(way, found))
  if (!(near.look.value < found.look.value - 1e-9)) return isBalanced ? found : near
  const again = outer(way, near.x)
  return isBetter(again, near) ? again : near
}

/** A design nearby that leaves so much of each side: straight back from those that it exceeds or nearly does. */
export const drawnBack = (way: Way, { x: start, prices }: Landed, left: number): Landed => {
  const { at, space, isFixed } = way
  const { low, high, moved } = space
  let x = start
  for (const k of prices.keys()) {
    const { sides, sideSlopes } = at(x)
    const excess = sides[k]! + left
    if (!(excess > 0)) continue
    // What is at an end stays there, unless nothing else can move.
    const along = (mayMove: (slope: number, i: number) => boolean): Vector =>
      sideSlopes[k]!.map((slope, i) => (!isFixed[i]! && mayMove(slope, i) ? -slope : 0))
    const inside = along((_, i) => x[i]! > low[i]! && x[i]! < high[i]!)
    const back = inside.some((each) => each !== 0)
      ? inside
      : along((slope, i) => (slope > 0 ? x[i]! > low[i]! : x[i]! < high[i]!))
    const size = dot(back, back)
    const step = back.map((each) => (each * excess) / size)
    if (step.every(Number.isFinite)) x = moved(x, step)
  }
  return landed(way, x, prices)
}
