/**
 * One iteration of the primal–dual method, on memories that each read their own row and write
 * themselves, all at once.
 *
 * The quadratic term is dualised: ½x'Px = max over w of x'Pw − ½w'Pw, so that x meets w and the
 * multipliers y in one saddle point max over w, y, min over x of x'(Pw + q + A'y) − ½w'Pw − h(y), with h
 * the support function of [l, u]. Primal–dual hybrid gradient (Chambolle & Pock, J. Math. Imaging Vis.
 * 40, 2011) then is
 *
 *   x⁺ = x − τ(Pw + q + A'y), kept in its bounds
 *   w⁺ = (w + σ(2x⁺ − x))/(1 + σ)
 *   y⁺ = v − ς·(v/ς kept in [l, u]),  v = y + ςA(2x⁺ − x)
 *
 * with τ(σ‖P‖ + ς‖A‖²) ≤ 1. No root of P is needed, as w enters by Pw alone (the restricted Wolfe dual
 * of Chen, Sun, Yuan, Zhang, Zhao, HPR-QP, arXiv:2507.02470); and w, which follows x with a delay, is
 * what a momentum would be: rates go with √κ. Where w is not used, P is met at x itself (Condat, J.
 * Optim. Theory Appl. 158, 2013; Vũ, Adv. Comput. Math. 38, 2013): τ(‖P‖ + ς‖A‖²) ≤ 1.
 *
 * Of all else that is read, products of sums are sums of products: each memory keeps those of its row.
 *
 * Numbers of a loop are declared one by one: what is taken from a list of numbers the engine keeps in boxes.
 */
import type { BoundedProgram } from './bounds'
import { multiply, multiplyTransposed } from './sparse'

/** The memories, and what each has read of its row. */
export interface Point {
  readonly x: Float64Array
  /** The quadratic memory. */
  readonly w: Float64Array
  readonly y: Float64Array
  readonly Px: Float64Array
  readonly Pw: Float64Array
  readonly Ax: Float64Array
  readonly Aty: Float64Array
}

/** How far one iteration goes: of x, of w (0: it is not used), and of y. */
export interface Steps {
  readonly primal: number
  readonly quadratic: number
  readonly dual: number
}

export const emptyPoint = ({ q, l }: BoundedProgram): Point => {
  const [n, m] = [q.length, l.length]
  return {
    x: new Float64Array(n),
    w: new Float64Array(n),
    y: new Float64Array(m),
    Px: new Float64Array(n),
    Pw: new Float64Array(n),
    Ax: new Float64Array(m),
    Aty: new Float64Array(n)
  }
}

const parts = ['x', 'w', 'y', 'Px', 'Pw', 'Ax', 'Aty'] as const

export const copyPoint = (from: Point, to: Point): void => {
  for (const part of parts) to[part].set(from[part])
}

/** Next to 0, within the bounds; w with x, y at 0. */
export const startingPoint = (program: BoundedProgram): Point => {
  const point = emptyPoint(program)
  const { x, w, Px, Pw, Ax } = point
  for (let at = 0; at < x.length; at++)
    x[at] = Math.min(Math.max(0, program.lowest[at]!), program.highest[at]!)
  w.set(x)
  multiply(program.P, x, Px)
  Pw.set(Px)
  multiply(program.A, x, Ax)
  return point
}

/** One iteration from a point, written into another. */
export const iterate = (
  { P, A, q, l, u, lowest, highest }: BoundedProgram,
  { primal, quadratic, dual }: Steps,
  { x, w, y, Px, Pw, Ax, Aty }: Point,
  { x: xNext, w: wNext, y: yNext, Px: PxNext, Pw: PwNext, Ax: AxNext, Aty: AtyNext }: Point
): void => {
  const curvature = quadratic > 0 ? Pw : Px
  for (let at = 0; at < x.length; at++) {
    const next = x[at]! - primal * (curvature[at]! + q[at]! + Aty[at]!)
    const low = lowest[at]!
    const high = highest[at]!
    xNext[at] = next < low ? low : next > high ? high : next
  }
  multiply(P, xNext, PxNext)
  multiply(A, xNext, AxNext)
  if (quadratic > 0) {
    const share = 1 / (1 + quadratic)
    for (let at = 0; at < w.length; at++) {
      wNext[at] = share * (w[at]! + quadratic * (2 * xNext[at]! - x[at]!))
      PwNext[at] = share * (Pw[at]! + quadratic * (2 * PxNext[at]! - Px[at]!))
    }
  }
  for (let at = 0; at < y.length; at++) {
    const v = y[at]! + dual * (2 * AxNext[at]! - Ax[at]!)
    const low = dual * l[at]!
    const high = dual * u[at]!
    yNext[at] = v > high ? v - high : v < low ? v - low : 0
  }
  multiplyTransposed(A, yNext, AtyNext)
}

/**
 * The square of the distance that an iteration went, in the metric in which it contracts. A negative
 * one, but for rounding, which is 0, shows that the steps are too long for the norms of P and A.
 */
export const squaredMovement = (
  steps: Steps,
  { x, w, y, Pw, Ax }: Point,
  { x: xNext, w: wNext, y: yNext, Pw: PwNext, Ax: AxNext }: Point
): number => {
  let primal = 0
  let quadratic = 0
  let dual = 0
  let across = 0
  for (let at = 0; at < x.length; at++) {
    const change = xNext[at]! - x[at]!
    primal += change * change
    if (steps.quadratic === 0) continue
    const curved = PwNext[at]! - Pw[at]!
    quadratic += (wNext[at]! - w[at]!) * curved
    across += change * curved
  }
  for (let at = 0; at < y.length; at++) {
    const change = yNext[at]! - y[at]!
    dual += change * change
    across += change * (AxNext[at]! - Ax[at]!)
  }
  const square =
    primal / steps.primal +
    (steps.quadratic === 0 ? 0 : quadratic / steps.quadratic) +
    (steps.dual === 0 ? 0 : dual / steps.dual)
  const left = square - 2 * across
  return left < 0 && left > -1e-9 * square ? 0 : left
}

/** What was written: how many memories changed, and the square of the change, by the weights of a metric. */
export interface Written {
  updates: number
  square: number
}

/** Which memories there are, and how their changes are weighed. */
export interface Memory {
  /** Entries of w that anything reads; undefined where that is all. */
  readonly curved: Int32Array | undefined
  readonly weights: Steps
}

/** The share of a way that no anchor draws back. */
export const whole = 1

/** Moves some entries of a memory, or all, and takes down what changed. */
const write = (
  written: Written,
  weight: number,
  now: Float64Array,
  next: Float64Array,
  start: Float64Array,
  share: number,
  entries?: Int32Array
): void => {
  const length = entries === undefined ? now.length : entries.length
  const back = 1 - share
  let updates = 0
  let square = 0
  for (let each = 0; each < length; each++) {
    const at = entries === undefined ? each : entries[each]!
    const before = now[at]!
    const value = share === whole ? next[at]! : share * (2 * next[at]! - before) + back * start[at]!
    const change = value - before
    if (change === 0) continue
    now[at] = value
    updates++
    square += change * change
  }
  written.updates += updates
  written.square += weight * square
}

/** What was read of a row moves as the memories do. */
const follow = (now: Float64Array, next: Float64Array, start: Float64Array, share: number): void => {
  const back = 1 - share
  if (share === whole) now.set(next)
  else
    for (let at = 0; at < now.length; at++) now[at] = share * (2 * next[at]! - now[at]!) + back * start[at]!
}

/**
 * Moves a point past what an iteration made of it, and some way back to an anchor: the reflected
 * iteration of Halpern, share·(2T(z) − z) + (1 − share)·anchor. With the whole share it is moved to T(z)
 * itself.
 */
export const move = (
  { curved, weights: { primal, quadratic, dual } }: Memory,
  point: Point,
  mapped: Point,
  anchor: Point,
  share: number
): Written => {
  const written = { updates: 0, square: 0 }
  write(written, 1 / primal, point.x, mapped.x, anchor.x, share)
  if (quadratic > 0) write(written, 1 / quadratic, point.w, mapped.w, anchor.w, share, curved)
  if (dual > 0) write(written, 1 / dual, point.y, mapped.y, anchor.y, share)
  for (const part of ['Px', 'Pw', 'Ax', 'Aty'] as const)
    follow(point[part], mapped[part], anchor[part], share)
  return written
}
