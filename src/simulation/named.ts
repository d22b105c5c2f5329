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

/**
 * The exit of least heat by the law of the optimum, p a²/(1−a) = c: how fast p, which leaves at the attempt rate,
 * falls by what comes back.
 */
const progress = (p: number, c: number): number => {
  const r = c / p
  return (-r + Math.sqrt(r * (r + 4))) / 2
}

/** p after so many attempts of −dp/dt = a p, by the rule of Runge and Kutta, in so many steps; with its course. */
const fall = (c: number, attempts: number, steps: number): Float64Array => {
  const course = new Float64Array(steps + 1)
  const h = attempts / steps
  const slope = (p: number): number => -progress(p, c) * p
  let p = 0.5
  course[0] = p
  for (let k = 1; k <= steps; k++) {
    const k1 = slope(p)
    const k2 = slope(p + (h / 2) * k1)
    const k3 = slope(p + (h / 2) * k2)
    const k4 = slope(p + h * k3)
    p += (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4)
    course[k] = p
  }
  return course
}

/** The bias at which p falls to p′ in so many attempts, state 1 being left at the attempt rate. */
const biasBetween = (p: number, after: number, attempts: number): number => {
  // k is the rate back, e^(−bias): p rises with it.
  const ends = (k: number): number => {
    const rest = k / (1 + k)
    return rest + (p - rest) * Math.exp(-(1 + k) * attempts)
  }
  let [low, high] = [0, 1]
  for (let i = 0; i < 200 && low < high; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (ends(middle) < after) low = middle
    else high = middle
  }
  return -Math.log(high)
}

/**
 * The reset of least heat from ½ to an error in so many attempts, no state left sooner than the attempt rate allows:
 * the exits' law, in so many segments that each bring p where it should be. Needs attempts > ln(1/2ε).
 */
export const optimal = (error: number, attempts: number, steps: number): readonly Segment[] => {
  // p falls the further, the larger c: between the c that does not reach the error and one that overshoots.
  let [low, high] = [-300, 50]
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (fall(Math.exp(middle), attempts, steps)[steps]! > error) low = middle
    else high = middle
  }
  const course = fall(Math.exp(high), attempts, steps)
  return Array.from({ length: steps }, (_, k) =>
    biased(biasBetween(course[k]!, course[k + 1]!, attempts / steps), 0, attempts / steps)
  )
}
