/**
 * Reverse water-filling: the least information that learns a loss.
 *
 * Independent Gaussian parameters are learned to variances d_i of those that they had, which leaves the mean
 * excess loss Σ h_i d_i/2 and takes Σ ½ ln(1/d_i) nats. At the least, by Lagrange, h_i d_i is the same for all
 * that are learned at all: the water level w. A parameter whose curvature is below it is left as it was.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aList, expecting } from '../units/argument'
import { decimalsOf, defaultDigits, Exact, type Decimal } from '../units/decimal'
import type { Dimensionless, Information } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { contains } from '../units/range'
import { bits, one } from '../units/si'
import { digitsAsked } from '../formula/kinds'
import { input } from '../formula/model'
import { modelError, unfitInputs, type ModelError, type Problem } from '../reading/error'
import type { EvaluateOptions } from '../reading/evaluate'
import { exactInputs } from '../reading/inputs'
import { digitsProblems } from '../reading/together'

/** What learning to a loss takes at the least. @since 0.11.0 */
export interface WaterFilling {
  /** The curvature times the variance left, of every parameter that is learned. */
  readonly waterLevel: Quantity<Dimensionless>
  /** How many parameters are learned: those whose curvature is above the water level. */
  readonly active: number
  readonly information: Quantity<Information>
}

const name = 'reverseWaterFilling'
const curvature = input(
  'h',
  one,
  '[0, ∞)',
  'curvature of the loss, times the variance of the parameter before'
)
const excess = input('D', one, '(0, ∞)', 'mean excess loss')

const shown = (of: Decimal): string => of.toSignificantDigits(10).toString()

const outside = (at: string, found: Decimal, expected: string, why = ''): Problem => {
  const message = `${name}: ${at} ${shown(found)} is outside ${expected}${why}`
  return { kind: 'range', model: name, inputs: [at], found: shown(found), expected, message }
}

/** Digits beyond those asked for; of them so many may be lost to rounding, the others where little is learned. */
const spareDigits = 25
const lostDigits = 15

/** w, and Σ ½ ln(h/w) in bits: of those that are learned, the curvatures and the sum of w. */
const filledTo = (
  active: readonly Decimal[],
  water: Decimal,
  digits: number
): readonly [Decimal, Decimal] => {
  for (let spare = spareDigits; ; spare *= 2) {
    const Wide = decimalsOf(digits + spare)
    const level = new Wide(water).div(active.length)
    const shares = active.reduce((product, h) => product.times(h).div(level), new Wide(1))
    const found = shares.ln().div(new Wide(4).ln())
    if (!found.isZero() && -found.e < spare - lostDigits)
      return [level.toSignificantDigits(digits), found.toSignificantDigits(digits)]
  }
}

/**
 * The least information by which parameters are learned to a mean excess loss.
 *
 * Each parameter has a curvature: the second derivative of the loss by it, times the variance that it had
 * before. Left as they were, they lose Σ h_i/2; the loss asked for is less. The result, to 34 digits unless
 * told otherwise, is a lower bound for any learner of such parameters (the rate distortion function of independent
 * Gaussians); as heat it is `learnedInformation`.
 *
 * @example
 * import { kelvin, learnedInformation, reverseWaterFilling } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * // Of curvatures 1, ½ and ⅒, the last is not worth learning.
 * const learned = reverseWaterFilling([1, 0.5, 0.1], 0.25)
 * pipe(learned, E.map(({ active }) => active)) // right(2)
 * pipe(learned, E.map(({ waterLevel }) => waterLevel)) // right(0.2000)
 * pipe(learned, E.map(({ information }) => information)) // right(1.822 bit)
 * pipe(
 *   learned,
 *   E.chain(({ information }) => learnedInformation({ temperature: kelvin(300), information }))
 * ) // right(5.231 zJ)
 *
 * @since 0.11.0
 */
export const reverseWaterFilling = expecting(
  name,
  { curvatures: aList, loss: () => [], options: digitsAsked },
  (
    curvatures: readonly (number | Quantity<Dimensionless>)[],
    loss: number | Quantity<Dimensionless>,
    { digits = defaultDigits }: EvaluateOptions = {}
  ): E.Either<ModelError, WaterFilling> => {
    const inputs = Object.fromEntries(curvatures.map((_, at) => [`curvatures[${at}]`, curvature]))
    const given = Object.fromEntries(curvatures.map((each, at) => [`curvatures[${at}]`, each]))
    const known = exactInputs(name, { ...inputs, loss: excess })({ ...given, loss })
    const unasked = digitsProblems(name, digits)
    if (unasked.length > 0 || E.isLeft(known))
      return E.left(modelError(name, [...unasked, ...(E.isLeft(known) ? known.left : [])]))
    const exact = known.right.map((each) => new Exact(each.exact))
    const [all, wanted] = [exact.slice(0, -1), exact.at(-1)!]
    const whole = all.reduce((sum, h) => sum.plus(h), new Exact(0))
    const most = whole.div(2)
    const problems = all.flatMap((h, at) =>
      contains(curvature.range, h) ? [] : [outside(`curvatures[${at}]`, h, curvature.range.text)]
    )
    if (!contains(excess.range, wanted) || wanted.gte(most))
      problems.push(outside('loss', wanted, `(0, ${shown(most)})`, ': without learning it is the upper end'))
    if (problems.length > 0) return E.left(modelError(name, problems))
    const falling = all.sort((x, y) => y.comparedTo(x))
    // k are learned where the loss is less than it is with the water at the curvature of the k-th.
    let [active, left] = [0, whole]
    for (const h of falling) {
      if (h.times(active).plus(left).lte(wanted.times(2))) break
      left = left.minus(h)
      active++
    }
    const water = wanted.times(2).minus(left)
    const [level, information] = filledTo(falling.slice(0, active), water, digits)
    return E.right({ waterLevel: one(level), active, information: bits(information) })
  },
  unfitInputs
)
