/**
 * Evaluating a model in float64, near the speed of the same arithmetic written by hand.
 *
 * The steps of the program are unrolled into one function, where the engine may build functions
 * from text; elsewhere they are interpreted. Only register numbers and the names of operations and
 * inputs enter that text. Whatever is not plainly a value (a wrong input, a broken condition, an
 * overflow) is left to the decimal reading, which says what is wrong or finds the value.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Dimension } from '../units/dimension'
import { dimensions } from '../units/dimension'
import { ofNumber } from '../units/quantity'
import type { End, Range } from '../formula/range'
import { comparedBy, type Condition, type ModelData } from '../formula/model'
import { fixedRegisters, reader, type Program, type Step } from '../formula/program'
import { modelError } from './error'
import { evaluate, programOf, type Evaluated } from './evaluate'
import { numberAlgebra } from './number'

/** The value for some inputs; NaN where there is none, or where float64 does not tell. */
type Kernel = (inputs: Readonly<Record<string, unknown>>) => number

const pure = dimensions['a pure number']

const valueOf = (given: unknown, dimension: Dimension<unknown>): number => {
  if (typeof given === 'number') return dimension === pure ? given : NaN
  const quantity = given as { dimension?: unknown; value: number } | null | undefined
  return quantity?.dimension === dimension ? quantity.value : NaN
}

/** Each condition as a comparison of two registers, or of a register and a number. */
interface Comparison {
  readonly left: number
  readonly open: boolean
  readonly right: { readonly register: number } | { readonly number: number }
  readonly above: boolean
}

const endComparisons = (left: number, end: End | undefined, above: boolean): readonly Comparison[] =>
  end === undefined ? [] : [{ left, open: end.open, right: { number: end.at.toNumber() }, above }]

const rangeComparisons = (left: number, { lower, upper }: Range): readonly Comparison[] => [
  ...endComparisons(left, lower, true),
  ...endComparisons(left, upper, false)
]

const comparisons = (conditions: readonly Condition[], registers: readonly number[]): readonly Comparison[] => {
  let at = 0
  return conditions.flatMap((condition) => {
    const [left, right] = registers.slice(at, (at += comparedBy(condition).length))
    return condition.kind === 'range'
      ? rangeComparisons(left!, condition.range)
      : [{ left: left!, open: condition.of.relation === '<', right: { register: right! }, above: false }]
  })
}

const holds = ({ left, open, right, above }: Comparison, registers: readonly number[]): boolean => {
  const x = registers[left]!
  const y = 'number' in right ? right.number : registers[right.register]!
  return above ? (open ? x > y : x >= y) : open ? x < y : x <= y
}

const interpreted = (model: ModelData, program: Program, compared: readonly Comparison[]): Kernel => {
  const read = reader(numberAlgebra, program)
  const inputs = Object.entries(model.inputs)
  return (given) => {
    const registers = read(inputs.map(([name, { unit }]) => valueOf(given[name], unit.dimension)))
    return compared.every((each) => holds(each, registers)) ? registers[program.outputs[0]!]! : NaN
  }
}

const stepText = (step: Step): string =>
  step.arity === 1 ? `f.${step.op}(r${step.x})` : `f.${step.op}(r${step.x}, r${step.y})`

const infix: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*', div: '/' }

const expressionText = (step: Step): string => {
  const operator = infix[step.op]
  return step.arity === 2 && operator !== undefined
    ? `r${step.x} ${operator} r${step.y}`
    : stepText(step)
}

const comparisonText = ({ left, open, right, above }: Comparison): string =>
  `r${left} ${above ? '>' : '<'}${open ? '' : '='} ${'number' in right ? right.number : `r${right.register}`}`

const kernelText = (model: ModelData, program: Program, compared: readonly Comparison[]): string => {
  const first = program.inputs.length + program.constants.length
  const fixed = fixedRegisters(program)
  const names = Object.keys(model.inputs)
  const lines = [
    ...fixed.flatMap((is, at) => (is ? [`const r${at} = known[${at}]`] : [])),
    'return (given) => {',
    ...names.map((name, at) => `  const r${at} = valueOf(given[${JSON.stringify(name)}], d[${at}])`),
    ...program.steps.flatMap((step, k) =>
      fixed[first + k]! ? [] : [`  const r${first + k} = ${expressionText(step)}`]
    ),
    `  return ${[...new Set(compared.map(comparisonText))].join(' && ') || 'true'} ? r${program.outputs[0]!} : NaN`,
    '}'
  ]
  return lines.join('\n')
}

const unrolled = (model: ModelData, program: Program, compared: readonly Comparison[]): Kernel => {
  const known = reader(numberAlgebra, program)(program.inputs.map(() => NaN))
  const units = Object.values(model.inputs).map(({ unit }) => unit.dimension)
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see the head of this file
  const build = new Function('f', 'known', 'd', 'valueOf', kernelText(model, program, compared))
  return build(numberAlgebra, known, units, valueOf) as Kernel
}

const kernelOf = (model: ModelData): Kernel => {
  const program = programOf([model], model.conditions, model.inputs)
  const compared = comparisons(model.conditions, program.outputs.slice(1))
  try {
    return unrolled(model, program, compared)
  } catch {
    return interpreted(model, program, compared) // a host that forbids functions from text
  }
}

const smallestNormal = 2 ** -1022

/**
 * The value of a model in float64, for evaluating it many times.
 *
 * It has the value, and the errors, of `evaluate`, but is accurate to about 1e-14 relative where the
 * problem is well conditioned. A value too large or too small for a float64 is an error.
 *
 * @example
 * import { evaluateNumber, landauer, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * const energy = evaluateNumber(landauer)
 * E.map((q) => q.value)(energy({ temperature: kelvin(300), errorProbability: 0.5 })) // right(0)
 *
 * @since 0.1.0
 */
export const evaluateNumber = <I, D>(model: ModelData<I, D>): Evaluated<I, D> => {
  const data = model as unknown as ModelData
  const { dimension } = model.unit
  const exactly = evaluate(model)
  let kernel: Kernel | undefined
  const representable = (value: number): boolean =>
    Math.abs(value) >= smallestNormal && Math.abs(value) < Infinity
  return (inputs) => {
    const record = (inputs ?? {}) as Readonly<Record<string, unknown>>
    const value = (kernel ??= kernelOf(data))(record)
    if (representable(value)) return E.right(ofNumber(dimension, value))
    const exact = exactly(inputs)
    if (E.isLeft(exact) || exact.right.exact.isZero() || representable(exact.right.value)) return exact
    const found = exact.right.exact.toExponential(3)
    const expected = 'a value that float64 can hold: evaluate it in decimals'
    const message = `${model.name}: ${found} is beyond float64; evaluate it in decimals`
    return E.left(modelError(model.name, [{ kind: 'size', model: model.name, found, expected, message }]))
  }
}
