/** Protocols of a bit by name: resets to state 0. Energies in kT, times in attempts. */
import type { Segment } from './space'

/** State 1 so far above state 0. */
const biased = (bias: number, barrier: number, attempts: number): Segment => ({
  attempts,
  energies: [0, bias],
  barrier
})

/** The bias at once, and as long as it takes. */
export const sudden = (bias: number, attempts: number): readonly Segment[] => [biased(bias, 0, attempts)]

/** The bias in so many equal steps. */
export const ramp = (bias: number, attempts: number, steps: number): readonly Segment[] =>
  Array.from({ length: steps }, (_, k) => biased((bias * (k + 1)) / steps, 0, attempts / steps))

/**
 * As experiments do it (Bérut et al. 2012): the barrier is lowered, the memory tilted, and the barrier raised again
 * behind the tilt; a third of the time for each, in so many steps.
 */
export const loweredTiltedRaised = (
  bias: number,
  barrier: number,
  attempts: number,
  steps: number
): readonly Segment[] =>
  ([(x: number) => [0, 1 - x], (x: number) => [x, 0], (x: number) => [1, x]] as const).flatMap((part) =>
    Array.from({ length: steps }, (_, k) => {
      const [tilt, wall] = part((k + 1) / steps) as [number, number]
      return biased(tilt * bias, wall * barrier, attempts / (3 * steps))
    })
  )

/** Up to the bias and back again over the same steps: the same protocol read from its end. */
export const palindrome = (
  bias: number,
  barrier: number,
  attempts: number,
  steps: number
): readonly Segment[] => {
  const half = Array.from({ length: steps }, (_, k) =>
    biased((bias * k) / steps, barrier * (1 - k / steps), attempts / (2 * steps + 1))
  )
  return [...half, biased(bias, 0, attempts / (2 * steps + 1)), ...half.slice().reverse()]
}

/** Where an increasing function reaches a value, between two ends, as near as numbers are. */
const whereReaches = (of: (x: number) => number, value: number, ends: readonly [number, number]): number => {
  let [low, high] = ends
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (of(middle) < value) low = middle
    else high = middle
  }
}

/**
 * The law of the optimum, p a²/(1 − a) = c for the exits at a f₀, along w = (1 − a)/a: p = c (w + w²), and w falls as
 * ln w + 2w falls by the attempts.
 */
const clock = (lnW: number): number => lnW + 2 * Math.exp(lnW)

/** p at so many times, the first and the last included, as it falls from ½ to an error by that law. */
const fall = (error: number, attempts: number, steps: number): Float64Array => {
  // From the end: w there by the error, w at the start by p = ½, which takes the longer the larger w is.
  const atStart = (lnW: number): number => {
    const w = Math.exp(lnW)
    const of = (w * (1 + w)) / (2 * error)
    return Math.log((2 * of) / (1 + Math.sqrt(1 + 4 * of)))
  }
  const end = whereReaches((lnW) => clock(atStart(lnW)) - clock(lnW), attempts, [-600, 300])
  const start = atStart(end)
  const w = Math.exp(end)
  return Float64Array.from({ length: steps + 1 }, (_, k) => {
    if (k === 0) return 0.5
    if (k === steps) return error
    const at = whereReaches(clock, clock(end) + (attempts * (steps - k)) / steps, [end, start])
    return (error * Math.exp(at - end) * (1 + Math.exp(at))) / (1 + w)
  })
}

/** The bias at which p falls to p′ in so many attempts, state 1 being left at the attempt rate. */
const biasBetween = (p: number, after: number, attempts: number): number => {
  // The rate back is e^(−bias): p rises with it.
  const ends = (lnBack: number): number => {
    const back = Math.exp(lnBack)
    const rest = back / (1 + back)
    return rest + (p - rest) * Math.exp(-(1 + back) * attempts)
  }
  return -whereReaches(ends, after, [-700, 0])
}

/** Of the reset of least heat, which else ends beyond what numbers hold. */
export const leastError = 1e-100

/**
 * The reset of least heat from ½ to an error in so many attempts, no state left sooner than the attempt rate allows:
 * the exits' law, in so many segments that each bring p where it should be. Needs attempts > ln(1/2ε), and an error of
 * `leastError` at least.
 */
export const optimal = (error: number, attempts: number, steps: number): readonly Segment[] => {
  const course = fall(error, attempts, steps)
  return Array.from({ length: steps }, (_, k) =>
    biased(biasBetween(course[k]!, course[k + 1]!, attempts / steps), 0, attempts / steps)
  )
}
