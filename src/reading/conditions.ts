/**
 * Whether the conditions of a model hold, and what to say of those that do not.
 */
import { Working, type Decimal } from '../units/decimal'
import { dimensions } from '../units/dimension'
import { formatWith } from '../units/format'
import { ofDecimal } from '../units/quantity'
import { comparedBy, type Condition } from '../formula/model'
import { program } from '../formula/program'
import { contains } from '../formula/range'
import type { Problem } from './error'
import { nodeText, relationText } from './text'

const withDigits = (value: Decimal, digits: number): string =>
  formatWith({ digits })(ofDecimal(dimensions['a pure number'], new Working(value)))

/** A number in coherent SI, as it stands in a message. */
export const shown = (value: Decimal): string => withDigits(value, 4)

/** Numbers with as many digits as it takes to see what is said of them. */
const seen = (
  values: readonly Decimal[],
  isSo: (rounded: readonly Decimal[]) => boolean
): readonly string[] => {
  const enough = [4, 8, 17, 34].find((digits) =>
    isSo(values.map((value) => value.toSignificantDigits(digits)))
  )
  return values.map((value) => withDigits(value, enough ?? value.precision()))
}

const holds = (condition: Condition, [left, right]: readonly Decimal[]): boolean => {
  if (condition.kind === 'range') return contains(condition.range, left!)
  return condition.of.relation === '<' ? left!.lt(right!) : left!.lte(right!)
}

const problemOf = (condition: Condition, compared: readonly Decimal[]): Problem => {
  const { kind, model } = condition
  const [left = '', right = ''] = seen(compared, (rounded) => !holds(condition, rounded))
  const { inputs } = program(comparedBy(condition), [])
  if (kind === 'range') {
    const { subject, range, input } = condition
    const found = left
    const what = subject.kind === 'input' ? subject.name : `${input} = ${nodeText(subject)} =`
    const message = `${model}: ${what} ${found} is outside ${range.text}`
    return { kind, model, inputs, found, expected: range.text, message }
  }
  const expected = relationText(condition.of)
  const found = `${left} ${condition.of.relation === '<' ? '≥' : '>'} ${right}`
  return { kind, model, inputs, found, expected, message: `${model}: requires ${expected}, found ${found}` }
}

/**
 * The problems with what conditions compare, in their order; one for each thing compared. Where that
 * is no number, something before it is wrong, and is reported there.
 */
export const violations = (
  conditions: readonly Condition[],
  registers: readonly number[],
  values: readonly Decimal[]
): readonly Problem[] => {
  const blamed = new Set<string>()
  let at = 0
  return conditions.flatMap((condition) => {
    const own = registers.slice(at, (at += comparedBy(condition).length))
    const compared = own.map((register) => values[register]!)
    const what = own.join(' ')
    if (blamed.has(what) || compared.some((value) => value.isNaN()) || holds(condition, compared)) return []
    blamed.add(what)
    return [problemOf(condition, compared)]
  })
}
