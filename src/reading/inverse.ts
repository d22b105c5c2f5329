/**
 * The inverse reading: at which value of one input a model has a value.
 *
 * Where about that is, float64 tells, decade by decade; secants of decimals find it, and the values of the model
 * to either side show that it is there.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aModel, digitsAsked } from '../formula/kinds'
import type { DimensionOf, Given, ModelData, Values } from '../formula/model'
import { program, reader } from '../formula/program'
import { aText, expecting } from '../units/argument'
import * as budget from '../units/budget'
import { decimal, decimalsOf, defaultDigits, type Decimal } from '../units/decimal'
import { format } from '../units/format'
import type { Quantity } from '../units/quantity'
import { contains, type Range } from '../units/range'
import { lazily } from '../units/remembered'
import { modelError, type ModelError } from './error'
import { evaluate, type EvaluateOptions } from './evaluate'
import { exactInputs } from './inputs'
import { numberAlgebra } from './number'
import { digitsProblems } from './together'

/** The inputs of a model but one, and the value that it is to have, to that input. @since 0.11.0 */
export type Inverted<I, D, N extends keyof I> = (
  others: Omit<Values<I>, N>,
  value: Given<D>
) => E.Either<ModelError, Quantity<DimensionOf<I[N]>>>

const sizes = lazily(() =>
  Array.from({ length: 601 }, (_, k) => [1, 2, 5].map((m) => Number(`${m}e${k - 300}`))).flat()
)

/** Three numbers of every decade of a range, upwards: from each of its ends, or from 0. */
const numbersIn = (range: Range): readonly number[] => {
  const ends = [range.lower, range.upper].flatMap((end) => (end === undefined ? [] : [end.at.toNumber()]))
  const all = (ends.length === 0 ? [0] : ends).flatMap((end) =>
    sizes().flatMap((size) => [end - size, end, end + size])
  )
  return [...new Set(all)].filter((at) => contains(range, decimal(at))).sort((x, y) => x - y)
}

type Bracket = readonly [number, number]

/** How often a bracket is halved before secants take over: it then has six digits. */
const halvings = 20

/** Where, in float64, f turns its sign. */
const turnsOf = (f: (x: number) => number, numbers: readonly number[]): readonly Bracket[] => {
  const known = numbers.map((x): Bracket => [x, Math.sign(f(x))]).filter(([, sign]) => Math.abs(sign) === 1)
  return known.slice(1).flatMap(([upper, to], k): readonly Bracket[] => {
    const from = known[k]![1]
    let lower = known[k]![0]
    if (from === to) return []
    for (let halved = 0; halved < halvings; halved++) {
      const middle = (lower + upper) / 2
      const sign = Math.sign(f(middle))
      if (sign === from) lower = middle
      else if (sign === to) upper = middle
      else break
    }
    return [[lower, upper]]
  })
}

/** More secants than it ever takes: ten. */
const mostSecants = 40
/** To fewer it is not looked for: to either side there has to be room. */
const fewestDigits = 16
/** With so many is computed: the model may vary much less than the input. */
const workingDigits = (digits: number): number => 2 * Math.max(digits, fewestDigits) + 10
const mostDigits = (budget.digitsAsked - 10) / 2

/** How far a model is above a value, at an input; undefined where it has none. */
type Above = (x: Decimal) => Decimal | undefined

/**
 * Where it is 0, about between two inputs that are near; undefined where secants do not settle there, or it is 0
 * nowhere and jumps.
 */
const rootFrom = (above: Above, from: Decimal, to: Decimal, digits: number): Decimal | undefined => {
  const settled = Math.max(digits, fewestDigits) + 2
  const width = to.minus(from)
  let [x, y, next] = [from, above(from), to]
  for (let secants = 0; secants < mostSecants; secants++) {
    const by = above(next)
    if (y === undefined || by === undefined) return undefined
    if (by.isZero()) return next.toSignificantDigits(digits)
    const step = by.times(next.minus(x)).div(by.minus(y))
    ;[x, y, next] = [next, by, next.minus(step)]
    if (next.lt(from.minus(width)) || next.gt(to.plus(width))) return undefined
    if (step.abs().lte(next.abs().times(`1e-${settled}`))) break
  }
  const aside = next.abs().times(`1e-${settled - 1}`)
  const [below, beyond] = [above(next.minus(aside)), above(next.plus(aside))]
  const turns = below !== undefined && beyond !== undefined && below.times(beyond).lt(0)
  return turns ? next.toSignificantDigits(digits) : undefined
}

/**
 * A model read backwards: the value of one input at which it has a value, the others as they are given.
 *
 * To 34 digits unless told otherwise, up to 195: the model lies on either side of the value where the input is less and more
 * by less than one in the last. Where it crosses the value nowhere in the range of the input, or several times,
 * that is what is wrong. Where about it crosses is looked for in float64: two times within a factor of two of the
 * way from an end of the range are not seen, nor what is nearer to it than a float64 can tell.
 *
 * @example
 * import { inverse, joulesPerBit, kelvin, landauer } from 'limen'
 * // The error with which a reset may take half of what one without errors takes.
 * const half = joulesPerBit('1.4354894425393618973e-21')
 * inverse(landauer, 'errorProbability')({ temperature: kelvin(300) }, half) // right(0.1100)
 *
 * @since 0.11.0
 */
export const inverse = expecting(
  'inverse',
  { model: aModel, input: aText, options: digitsAsked },
  <I, D, N extends keyof I & string>(
    model: ModelData<I, D>,
    input: N,
    { digits = defaultDigits }: EvaluateOptions = {}
  ): Inverted<I, D, N> => {
    const { name, symbol, node, unit: unitOfValue, inputs } = model as unknown as ModelData
    const { [input]: sought, ...others } = inputs
    if (sought === undefined) throw new TypeError(`inverse: ${name} has no input ${input}`)
    const { unit, range } = sought
    const unasked = digitsProblems(name, digits, mostDigits)
    const exactly = evaluate(model as unknown as ModelData, { digits: workingDigits(digits) })
    const names = Object.keys(others)
    const compiled = program([node], [...names, input])
    const read = reader(numberAlgebra, compiled)
    const numbers = numbersIn(range)
    const ends = [range.lower, range.upper].flatMap((end) => (end === undefined || end.open ? [] : [end.at]))
    const anyValue = { value: { symbol, unit: unitOfValue, range: { text: '' }, description: '' } }

    const find = (
      known: readonly Quantity<unknown>[],
      value: Quantity<unknown>
    ): E.Either<ModelError, Quantity<unknown>> => {
      const floats = known.map((each) => each.value)
      const turns = turnsOf((x) => read([...floats, x])[compiled.outputs[0]!]! - value.value, numbers)
      const given = Object.fromEntries(names.map((other, at) => [other, known[at]!]))
      const valueAt = (x: Decimal): E.Either<ModelError, Quantity<unknown>> =>
        exactly({ ...given, [input]: unit(x) }) // inputs by name, each checked as it is read
      const Wide = decimalsOf(workingDigits(digits))
      const above: Above = (x) => {
        const found = valueAt(x)
        return E.isLeft(found) ? undefined : new Wide(found.right.exact).minus(value.exact)
      }
      const roots = [
        ...ends.filter((end) => above(end)?.isZero()),
        ...turns.flatMap(([from, to]) => rootFrom(above, new Wide(from), new Wide(to), digits) ?? [])
      ]
      if (roots.length === 1) return E.right(unit(roots[0]!))
      // Where another input is why, that is what is told.
      const [somewhere = numbers[numbers.length >> 1]!] = turns.flat()
      const there = valueAt(decimal(somewhere))
      const why = E.isLeft(there)
        ? there.left.problems.filter(({ inputs: about }) => !about.includes(input))
        : []
      if (why.length > 0) return E.left(modelError(name, why))
      const found = roots.length === 0 ? 'none' : roots.map((root) => root.toPrecision(4)).join(' and ')
      const expected = `one number in ${range.text} at which ${name} is ${format(value)}`
      const message = `${name}: ${input}: expected ${expected}, found ${found}`
      return E.left(
        modelError(name, [{ kind: 'number', model: name, inputs: [input], found, expected, message }])
      )
    }
    return ((given: unknown, value: unknown) => {
      const [known, wanted] = [exactInputs(name, others)(given), exactInputs(name, anyValue)({ value })]
      const problems = [...unasked, ...[known, wanted].flatMap((each) => (E.isLeft(each) ? each.left : []))]
      return problems.length === 0 && E.isRight(known) && E.isRight(wanted)
        ? find(known.right, wanted.right[0]!)
        : E.left(modelError(name, problems))
    }) as Inverted<I, D, N> // the input is of its dimension
  }
)
