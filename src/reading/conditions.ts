/**
 * Whether the conditions of a model hold, and what to say of those that do not.
 */
import { Working, type Decimal } from '../units/decimal'
import type { Dimension } from '../units/dimension'
import { dimensionless as pure } from '../units/named'
import { digitsOf, printed, printedBetween } from '../units/print'
import { comparedBy, type Condition, type ModelData } from '../formula/model'
import { program } from '../formula/program'
import { contains } from '../units/range'
import type { Problem } from './error'
import { isPoint, type Interval } from './interval'
import { formulaText, relationText } from './text'

const withDigits = (value: Decimal, digits: number, dimension: Dimension<unknown> = pure): string =>
  printed({ dimension, exact: new Working(value) }, digitsOf(digits))

/** A number in coherent SI, as it stands in a message. */
export const shown = (value: Decimal): string => withDigits(value, 4)

/** Values with as many digits as it takes to see what is said of them. */
const seen = (
  values: readonly Decimal[],
  dimension: Dimension<unknown>,
  isSo: (rounded: readonly Decimal[]) => boolean
): readonly string[] => {
  const enough = [4, 8, 17, 34].find((digits) =>
    // Rounded as they are printed, not as the ends of intervals are.
    isSo(values.map((value) => new Working(value).toSignificantDigits(digits)))
  )
  return values.map((value) => withDigits(value, enough ?? value.precision(), dimension))
}

/** Whether a condition holds for all values that what it compares may have. */
const holds = (condition: Condition, [left, right]: readonly Interval[]): boolean => {
  if (condition.kind === 'range')
    return contains(condition.range, left!.lower) && contains(condition.range, left!.upper)
  return condition.of.relation === '<' ? left!.upper.lt(right!.lower) : left!.upper.lte(right!.lower)
}

/** Whether it holds for none. */
const fails = (condition: Condition, [left, right]: readonly Interval[]): boolean => {
  if (condition.kind === 'range') {
    const { lower, upper } = condition.range
    return (
      !contains({ text: '', ...(lower && { lower }) }, left!.upper) ||
      !contains({ text: '', ...(upper && { upper }) }, left!.lower)
    )
  }
  return condition.of.relation === '<' ? left!.lower.gte(right!.upper) : left!.lower.gt(right!.upper)
}

const intervalText = (of: Interval, dimension: Dimension<unknown> = pure): string =>
  isPoint(of) ? withDigits(of.lower, 4, dimension) : printedBetween(dimension, of)

/** Two things compared have their unit; a number within a range is one of coherent units. */
const dimensionOf = (condition: Condition): Dimension<unknown> =>
  condition.kind === 'relation' ? condition.of.dimension : pure

const textsOf = (condition: Condition, compared: readonly Interval[]): readonly string[] =>
  compared.every(isPoint)
    ? seen(
        compared.map(({ lower }) => lower),
        dimensionOf(condition),
        (rounded) =>
          !holds(
            condition,
            rounded.map((value) => ({ lower: value, upper: value }))
          )
      )
    : compared.map((each) => intervalText(each, dimensionOf(condition)))

const problemOf = (condition: Condition, compared: readonly Interval[]): Problem => {
  const { kind, model } = condition
  const [left = '', right = ''] = textsOf(condition, compared)
  const { inputs } = program(comparedBy(condition), [])
  const surely = fails(condition, compared)
  if (compared.some(({ lower }) => lower.isNaN())) {
    const expected = kind === 'range' ? condition.range.text : relationText(condition.of)
    const message = `${model}: requires ${expected}, of what has no value here`
    return { kind, model, inputs, found: 'no value', expected, message }
  }
  if (kind === 'range') {
    const { subject, range, input } = condition
    const found = left
    const what = subject.kind === 'input' ? subject.name : `${input} = ${formulaText(subject)} =`
    const message = `${model}: ${what} ${found} is ${surely ? 'outside' : 'not surely inside'} ${range.text}`
    return { kind, model, inputs, found, expected: range.text, message }
  }
  const expected = relationText(condition.of)
  const sign = condition.of.relation === '<' ? '≥' : '>'
  const found = surely ? `${left} ${sign} ${right}` : `${left} and ${right}, which does not settle it`
  return { kind, model, inputs, found, expected, message: `${model}: requires ${expected}, found ${found}` }
}

/** That a model has no value, or none that can be told. */
export const noValue = ({ name }: ModelData, value: Interval): Problem => {
  const isKnown = !isPoint(value) && value.lower.isFinite() && value.upper.isFinite()
  const found = value.lower.isNaN() ? 'no number' : intervalText(value)
  return {
    kind: 'size',
    model: name,
    inputs: [],
    found,
    expected: isKnown ? 'a value whose digits can be told' : 'a finite number',
    message: isKnown
      ? `${name}: it is in ${found} here, and more digits than can be computed would be needed to tell where`
      : `${name}: it has no finite value here`
  }
}

/** Whether a value is one finite number. */
export const isTold = (value: Interval): boolean => isPoint(value) && value.lower.isFinite()

/** A condition, and the registers in which a program leaves what it compares. */
export interface Check {
  readonly condition: Condition
  readonly registers: readonly number[]
}

const signOf = (condition: Condition): string =>
  condition.kind === 'range' ? condition.range.text : condition.of.relation

/** The checks of conditions, whose registers follow each other: of those that ask the same, the first. */
export const checksOf = (
  conditions: readonly Condition[],
  registers: readonly number[]
): readonly Check[] => {
  let at = 0
  const asked = new Set<string>()
  return conditions.flatMap((condition) => {
    const own = registers.slice(at, (at += comparedBy(condition).length))
    const what = `${own.join(' ')} ${signOf(condition)}`
    if (asked.has(what)) return []
    asked.add(what)
    return [{ condition, registers: own }]
  })
}

/** Whether a problem is with an input itself, and not with what is made of inputs. */
const isOfInput = (condition: Condition): boolean =>
  condition.kind === 'range' && condition.subject.kind === 'input'

/** How what a condition compares is looked at more closely. */
export type Closer = (condition: Condition, compared: readonly Interval[]) => readonly Interval[]

/**
 * Whether more digits could tell more of conditions that do not all hold. What is no number, if not
 * surely, they could make one, but where something else is surely wrong, that is not asked.
 */
export const isOpen = (
  checks: readonly Check[],
  values: readonly Interval[],
  closer: Closer,
  isSurelyNothing: (value: Interval) => boolean
): boolean => {
  const all = checks.map(({ condition, registers }) => {
    const compared = closer(
      condition,
      registers.map((register) => values[register]!)
    )
    const isNumber = !compared.some(({ lower }) => lower.isNaN())
    return {
      isNumber,
      isSurelyNothing: compared.some(isSurelyNothing),
      holds: holds(condition, compared),
      fails: isNumber && fails(condition, compared)
    }
  })
  const isWrong = all.some((each) => each.fails)
  return all.some(
    (each) => !each.holds && !each.fails && (each.isNumber || !(isWrong || each.isSurelyNothing))
  )
}

/**
 * The problems with what conditions compare, in their order; one for each thing compared. Where that
 * is no number, or made of an input that is wrong by itself, the problem is there. What is not settled
 * is first looked at more closely.
 */
export const violations = (
  checks: readonly Check[],
  values: readonly Interval[],
  closer: Closer = (_, compared) => compared
): readonly Problem[] => {
  const blamed = new Set<string>()
  const broken = checks.flatMap(({ condition, registers }) => {
    const first = registers.map((register) => values[register]!)
    if (holds(condition, first)) return []
    const what = registers.join(' ')
    if (blamed.has(what)) return []
    const compared = closer(condition, first)
    if (holds(condition, compared)) return []
    blamed.add(what)
    const isNothing = compared.some(({ lower }) => lower.isNaN())
    return [{ isCause: isOfInput(condition), isNothing, problem: problemOf(condition, compared) }]
  })
  const told = broken.filter(({ isNothing }) => !isNothing)
  // What is no number follows from what else is wrong, unless nothing else is.
  if (told.length === 0) return broken.slice(0, 1).map(({ problem }) => problem)
  const wrong = new Set(told.flatMap(({ isCause, problem }) => (isCause ? problem.inputs : [])))
  return told.flatMap(({ isCause, problem }) =>
    isCause || !problem.inputs.some((input) => wrong.has(input)) ? [problem] : []
  )
}
