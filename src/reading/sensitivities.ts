/**
 * The gradient reading: which input matters most. Derivatives are formulas (derivativeBy), read in
 * decimals or in float64, and reported as elasticities: percent of the value per percent of the input.
 */
import * as E from 'fp-ts/lib/Either.js'
import { decimalsOf, defaultDigits, Working, type Decimal } from '../units/decimal'
import { dimensions, divDimension, type Dimension, type Dimensionless } from '../units/dimension'
import { ofDecimal, ofNumber, type Quantity } from '../units/quantity'
import { derivativeBy } from '../formula/derivative'
import { comparedBy, type Inputs, type ModelData, type Node, type Values } from '../formula/model'
import { program, reader } from '../formula/program'
import { noValue, violations } from './conditions'
import { decimalAlgebra } from './decimal'
import type { ModelError, Problem } from './error'
import type { EvaluateOptions } from './evaluate'
import { taking } from './evaluate-number'
import { exactInputs } from './inputs'
import { manyKernel, representable } from './kernel'
import { alone, type Reading } from './together'

/** How a value depends on one input. @since 0.2.0 */
export interface Sensitivity<N extends string = string> {
  readonly input: N
  readonly symbol: string
  /** ∂ln f/∂ln x: percent of the value per percent of the input. */
  readonly elasticity: Quantity<Dimensionless>
  /** ∂f/∂x; absent where it is infinite, as at an error probability of 0. */
  readonly derivative?: Quantity<unknown>
}

/** A model as a function from its inputs to how much each matters, the most important first. */
export type Sensitive<I> = (
  inputs: Values<I>
) => E.Either<ModelError, readonly Sensitivity<keyof I & string>[]>

const pure = dimensions['a pure number']
const zero: Node = { kind: 'constant', of: { decimal: '0' } }

/** A formula and its derivatives by each input. */
const slopedNodes = ({ node, inputs }: ModelData): readonly Node[] => [
  node,
  ...Object.keys(inputs).map((name) => derivativeBy(name)(node) ?? zero)
]

const unlike = (model: string, inputs: readonly string[], what: string): Problem => ({
  kind: 'size',
  model,
  inputs,
  found: what,
  expected: 'a value that is not 0, and finite derivatives',
  message: `${model}: ${what}`
})

interface Slope {
  readonly derivative: Decimal
  readonly elasticity: Decimal
}

const problemsOf = (
  { name, inputs }: ModelData,
  value: Decimal,
  given: readonly Decimal[],
  slopes: readonly Decimal[]
): readonly Problem[] =>
  value.isZero()
    ? [unlike(name, [], 'its value is 0 here, and nothing is a percent of it')]
    : Object.keys(inputs).flatMap((input, at) =>
        given[at]!.isZero() || slopes[at]!.isFinite()
          ? []
          : [unlike(name, [input], `it has no finite derivative by ${input} here`)]
      )

const byImportance = (a: Sensitivity, b: Sensitivity): number =>
  b.elasticity.exact.abs().comparedTo(a.elasticity.exact.abs())

const inDecimals: Reading<Quantity<unknown>, readonly Slope[], readonly Sensitivity[]> = {
  check: exactInputs,
  decimals: ({ exact }) => [exact],
  prepare: (models, inputs: Inputs, working) => {
    const D = decimalsOf(working)
    const algebra = decimalAlgebra(working)
    const runs = models.map((model) => {
      const nodes = slopedNodes(model)
      const compiled = program([...nodes, ...model.conditions.flatMap(comparedBy)], Object.keys(inputs))
      const read = reader(algebra, compiled)
      return (given: readonly Decimal[]): E.Either<readonly Problem[], readonly Slope[]> => {
        const registers = read(given)
        const points = registers.map((value) => ({ lower: value, upper: value }))
        const broken = violations(model.conditions, compiled.outputs.slice(nodes.length), points)
        if (broken.length > 0) return E.left(broken)
        const [value, ...slopes] = compiled.outputs.slice(0, nodes.length).map((at) => registers[at]!)
        if (!value!.isFinite()) return E.left([noValue(model, value!)])
        const problems = problemsOf(model, value!, given, slopes)
        if (problems.length > 0) return E.left(problems)
        // Percent of nothing is nothing, however steep the formula is there.
        const elasticity = (x: Decimal, slope: Decimal): Decimal =>
          x.isZero() ? x : x.times(slope).div(value!)
        return E.right(
          slopes.map((derivative, at) => ({ derivative, elasticity: elasticity(given[at]!, derivative) }))
        )
      }
    })
    return (given) => {
      const decimals = given.map(({ exact }) => new D(exact))
      return E.sequenceArray(runs.map((run) => run(decimals)))
    }
  },
  result: ({ inputs, unit }, slopes, digits) => {
    const kept = <A>(dimension: Dimension<A>, value: Decimal): Quantity<A> =>
      ofDecimal(dimension, new Working(value.toSignificantDigits(digits)))
    return Object.entries(inputs)
      .map(([input, { symbol, unit: own }], at) => {
        const { derivative, elasticity } = slopes[at]!
        return {
          input,
          symbol,
          elasticity: kept(pure, elasticity),
          ...(derivative.isFinite()
            ? { derivative: kept(divDimension(unit.dimension, own.dimension), derivative) }
            : {})
        }
      })
      .sort(byImportance)
  }
}

/** How much each input matters; the public function of this name, in `report/showing`, tells all. */
export const sensitivities = <I, D>(
  model: ModelData<I, D>,
  { digits = defaultDigits }: EvaluateOptions = {}
): Sensitive<I> => {
  // The inputs of the result are those of the model.
  return alone(model, digits, inDecimals) as Sensitive<I>
}

/**
 * `sensitivities` in float64, for speed: to about 1e-12 relative where the problem is well conditioned.
 * What float64 cannot hold is left to decimals. As with `evaluateNumber`, an input that the model does
 * not have is not looked for, and an intermediate product below 1e-308 loses digits.
 *
 * @since 0.2.0
 */
export const sensitivitiesNumber = <I, D>(model: ModelData<I, D>): Sensitive<I> => {
  const data = model as unknown as ModelData
  const otherwise = sensitivities(data) as (inputs: unknown) => E.Either<ModelError, readonly Sensitivity[]>
  const inputs = Object.entries(data.inputs).map(([input, { symbol, unit }]) => ({
    input,
    symbol,
    by: divDimension(data.unit.dimension, unit.dimension)
  }))
  const [value, ...slopes] = slopedNodes(data) as [Node, ...Node[]]
  const elasticities = slopes.map((slope, at): Node => {
    const { input, symbol } = inputs[at]!
    // The product of an input near 0 and its slope could lose digits to underflow.
    const relative: Node = { kind: 'binary', op: 'div', x: slope, y: value }
    return { kind: 'binary', op: 'mul', x: { kind: 'input', name: input, symbol }, y: relative }
  })
  // Scratch that no caller sees: a run is over before the next begins.
  const values = new Float64Array(1 + 2 * inputs.length)
  const run = taking(data, manyKernel([value, ...slopes, ...elasticities], data, values))
  const isHeld = (value: number): boolean => value === 0 || representable(value)
  const read = (given: unknown): E.Either<ModelError, readonly Sensitivity[]> => {
    if (!run(given) || !representable(values[0]!)) return otherwise(given)
    const all = new Array<Sensitivity>(inputs.length)
    for (let at = 0; at < inputs.length; at++) {
      const { input, symbol, by } = inputs[at]!
      const slope = values[1 + at]!
      const elasticity = values[1 + inputs.length + at]!
      if (!isHeld(slope) || !isHeld(elasticity)) return otherwise(given)
      // Sorted as they come: there are few.
      const size = Math.abs(elasticity)
      let place = at
      for (; place > 0 && Math.abs(all[place - 1]!.elasticity.value) < size; place--)
        all[place] = all[place - 1]!
      all[place] = { input, symbol, elasticity: ofNumber(pure, elasticity), derivative: ofNumber(by, slope) }
    }
    return E.right(all)
  }
  return read as Sensitive<I>
}
