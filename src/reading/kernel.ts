/**
 * A model as one function of numbers: the steps of its program unrolled, in float64.
 *
 * The function is built from text, so that the engine compiles it like one written by hand; only
 * register numbers, literals and the names of operations enter that text. Where a host forbids
 * functions from text, the steps are interpreted instead.
 */
import type { End, Range } from '../units/range'
import { comparedBy, type Condition, type ModelData, type Node } from '../formula/model'
import { fixedRegisters, program, reader, type Program, type Step } from '../formula/program'
import { numberAlgebra } from './number'
import { inputExponent, isSeen, looksOf, seenText, type Look, type Reach } from './reach'
import { programOf } from './together'

/**
 * From the inputs, in coherent SI and in the model's order; NaN where a condition does not hold, and where
 * something may have overflown or lost digits to underflow.
 */
export type Kernel = (...inputs: readonly number[]) => number

/** A kernel run down columns of inputs into a column of values; a column of one value holds for all. */
export type ColumnKernel = (columns: readonly Float64Array[], values: Float64Array) => void

/** Each condition as a comparison of two registers, or of a register and a number. */
interface Comparison {
  readonly left: number
  readonly open: boolean
  readonly right: { readonly register: number } | { readonly number: number }
  readonly above: boolean
}

/** A number within the range of an end; where there is none, at least a finite one. */
const endComparison = (left: number, end: End | undefined, above: boolean): Comparison => ({
  left,
  open: end?.open ?? true,
  right: { number: end?.at.toNumber() ?? (above ? -Infinity : Infinity) },
  above
})

const rangeComparisons = (left: number, { lower, upper }: Range): readonly Comparison[] => [
  endComparison(left, lower, true),
  endComparison(left, upper, false)
]

const comparisons = (
  conditions: readonly Condition[],
  registers: readonly number[]
): readonly Comparison[] => {
  let at = 0
  return conditions.flatMap((condition) => {
    const [left, right] = registers.slice(at, (at += comparedBy(condition).length))
    return condition.kind === 'range'
      ? rangeComparisons(left!, condition.range)
      : [{ left: left!, open: condition.of.relation === '<', right: { register: right! }, above: false }]
  })
}

const infix: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*', div: '/' }

const stepText = (step: Step): string => {
  if (step.op === 'neg') return `-r${step.x}`
  if (step.arity === 1) return `${step.op}(r${step.x})`
  const operator = infix[step.op]
  return operator === undefined ? `${step.op}(r${step.x}, r${step.y})` : `r${step.x} ${operator} r${step.y}`
}

const comparisonText = ({ left, open, right, above }: Comparison): string =>
  `r${left} ${above ? '>' : '<'}${open ? '' : '='} ${'number' in right ? right.number : `r${right.register}`}`

/** What must be true of the registers, for a value to be one. */
interface Checks {
  readonly compared: readonly Comparison[]
  readonly looks: readonly Look[]
}

/** What the comparisons of an input with numbers say of it. */
const inputReach = (compared: readonly Comparison[]): Reach => {
  const ends = compared.flatMap(({ right, above, open }) =>
    'number' in right ? [{ at: right.number, above, open }] : []
  )
  const mayBeNegative = !ends.some(({ at, above }) => above && at >= 0)
  const most = Math.min(...ends.flatMap(({ at, above }) => (above || mayBeNegative ? [] : [at])))
  return {
    large: Math.min(inputExponent, Math.ceil(Math.log2(most))),
    small: inputExponent,
    mayBeZero: !ends.some(({ at, above, open }) => above && (at > 0 || (at === 0 && open))),
    mayBeNegative
  }
}

const checksOf = (
  program: Program,
  conditions: readonly Condition[],
  registers: readonly number[]
): Checks | undefined => {
  const compared = comparisons(conditions, registers)
  const known = reader(numberAlgebra, program)(program.inputs.map(() => NaN))
  const looks = looksOf(
    program,
    known,
    program.inputs.map((_, at) => inputReach(compared.filter(({ left }) => left === at)))
  )
  if (looks === undefined) return undefined
  const seen = new Set(looks.map(({ register }) => register))
  // What is looked at is finite, and on its side of 0.
  const isImplied = ({ left, right, above }: Comparison): boolean =>
    seen.has(left) &&
    'number' in right &&
    (!Number.isFinite(right.number) || (above && right.number === 0 && left < program.inputs.length))
  return { looks, compared: compared.filter((each) => !isImplied(each)) }
}

const checksText = (checks: Checks | undefined): string =>
  checks === undefined
    ? 'false'
    : [...new Set(checks.compared.map(comparisonText)), ...checks.looks.map(seenText)].join(' && ') || 'true'

const areMet = (checks: Checks | undefined, registers: readonly number[]): boolean =>
  checks !== undefined &&
  checks.compared.every((each) => holds(each, registers)) &&
  checks.looks.every((each) => isSeen(each, registers))

const names = (count: number, prefix: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`)

/** A function from numbers to whatever is made of its registers, where its conditions hold. */
const functionText = (program: Program, last: (outputs: readonly string[]) => readonly string[]): string => {
  const { inputs, constants, steps, outputs } = program
  const firstStep = inputs.length + constants.length
  const fixed = fixedRegisters(program)
  const known = reader(numberAlgebra, program)(inputs.map(() => NaN))
  return [
    ...[...new Set(steps.map(({ op }) => op))].map((op) => `const ${op} = algebra.${op}`),
    `return (${names(inputs.length, 'r').join(', ')}) => {`,
    ...fixed.flatMap((is, at) => (is ? [`  const r${at} = ${known[at]}`] : [])),
    ...steps.flatMap((step, k) =>
      fixed[firstStep + k]! ? [] : [`  const r${firstStep + k} = ${stepText(step)}`]
    ),
    ...last(outputs.map((register) => `r${register}`)),
    '}'
  ].join('\n')
}

const holds = ({ left, open, right, above }: Comparison, registers: readonly number[]): boolean => {
  const x = registers[left]!
  const y = 'number' in right ? right.number : registers[right.register]!
  return above ? (open ? x > y : x >= y) : open ? x < y : x <= y
}

const interpreted = (program: Program, checks: Checks | undefined): Kernel => {
  const read = reader(numberAlgebra, program)
  return (...inputs) => {
    const registers = read(inputs)
    return areMet(checks, registers) ? registers[program.outputs[0]!]! : NaN
  }
}

/** Whatever is built from text, or what serves where that is forbidden. */
export const fromText = <F>(
  parameters: Readonly<Record<string, unknown>>,
  text: string,
  otherwise: () => F
): F => {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see the head of this file
    const build = new Function(...Object.keys(parameters), text) as (...values: readonly unknown[]) => F
    return build(...Object.values(parameters))
  } catch {
    return otherwise()
  }
}

/** The kernel of a model. */
export const kernel = (model: ModelData): Kernel => {
  const program = programOf([model], model.conditions, model.inputs)
  const checks = checksOf(program, model.conditions, program.outputs.slice(1))
  const text = functionText(program, ([value]) => [`  return ${checksText(checks)} ? ${value} : NaN`])
  return fromText({ algebra: numberAlgebra, abs: Math.abs }, text, () => interpreted(program, checks))
}

/** Writes the values of several formulas at inputs of a model; whether its conditions hold there. */
export type ManyKernel = (...inputs: readonly number[]) => boolean

/** The kernel of several formulas under the conditions of a model, and where it writes. */
export const manyKernel = (
  nodes: readonly Node[],
  { conditions, inputs }: ModelData,
  values: Float64Array
): ManyKernel => {
  const compiled = program([...nodes, ...conditions.flatMap(comparedBy)], Object.keys(inputs))
  const checks = checksOf(compiled, conditions, compiled.outputs.slice(nodes.length))
  const text = functionText(compiled, (outputs) => [
    `  if (!(${checksText(checks)})) return false`,
    ...nodes.map((_, at) => `  values[${at}] = ${outputs[at]}`),
    '  return true'
  ])
  return fromText<ManyKernel>({ algebra: numberAlgebra, abs: Math.abs, values }, text, () => {
    const read = reader(numberAlgebra, compiled)
    return (...given) => {
      const registers = read(given)
      nodes.forEach((_, at) => (values[at] = registers[compiled.outputs[at]!]!))
      return areMet(checks, registers)
    }
  })
}

/** The kernel of a model, run down columns. */
export const columnKernel = (model: ModelData): ColumnKernel => {
  const one = kernel(model)
  const count = Object.keys(model.inputs).length
  const columns = names(count, 'c')
  const text = [
    `return ([${columns.join(', ')}], values) => {`,
    ...columns.map((column) => `  const ${column}i = ${column}.length === 1 ? 0 : -1`),
    '  for (let i = 0; i < values.length; i++)',
    `    values[i] = kernel(${columns.map((column) => `${column}[i & ${column}i]`).join(', ')})`,
    '}'
  ].join('\n')
  return fromText<ColumnKernel>({ kernel: one }, text, () => (columns, values) => {
    for (let i = 0; i < values.length; i++)
      values[i] = one(...columns.map((column) => column[column.length === 1 ? 0 : i]!))
  })
}

const smallestNormal = 2 ** -1022

/** Whether float64 holds a value in full: neither overflown, nor underflown, nor NaN. */
export const representable = (value: number): boolean =>
  (value >= smallestNormal && value < Infinity) || (value <= -smallestNormal && value > -Infinity)
