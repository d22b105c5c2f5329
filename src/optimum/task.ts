/**
 * What is sought: the least of a model over inputs that may be chosen, where others meet limits.
 *
 * What is given stands in the formulas as constants, so that all models are ones of what may be chosen, and
 * every reading reads them as they are.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { AnyModel } from '../bound/compose'
import { constant, type Expression, type Symbols } from '../formula/expression'
import { comparedBy, type Condition, type Input, type Inputs, type ModelData } from '../formula/model'
import { program } from '../formula/program'
import { model } from '../physics/model'
import { modelError, type ModelError, type Problem } from '../reading/error'
import { spacingOf, type Spacing } from '../ledger/spaced'
import { rather } from '../shape/words'
import type { Decimal } from '../units/decimal'
import { dimensions } from '../units/dimension'
import { format } from '../units/format'
import { isQuantity, ofDecimal, ofNumber, type Quantity } from '../units/quantity'
import { told } from '../units/told'

/** An input that may be chosen between two ends, both included. @since 0.11.0 */
export interface Choice {
  readonly from: Quantity<unknown>
  readonly to: Quantity<unknown>
  /** Only whole numbers of its coherent unit. */
  readonly whole?: boolean
  /** Whether it is looked at by factors or by differences; as `spacingOf` has it, where left out. */
  readonly spacing?: Spacing
}

/** What a model must not exceed, or not fall below. @since 0.11.0 */
export interface Limit {
  readonly of: ModelData<unknown>
  readonly relation: '≤' | '≥'
  readonly bound: Quantity<unknown>
}

/** What is sought. @since 0.11.0 */
export interface MinimiseTask {
  /** What is to be least. */
  readonly objective: ModelData<unknown>
  readonly limits?: readonly Limit[]
  readonly variables: Readonly<Record<string, Choice>>
  /** The other inputs. */
  readonly given?: Readonly<Record<string, Quantity<unknown> | number>>
}

/** A limit whose model is one of the variables. */
export interface Edge extends Limit {
  readonly of: AnyModel<unknown>
}

/** An input that may be chosen, its lower end first. */
export interface Variable {
  readonly name: string
  readonly input: Input<unknown>
  readonly from: Quantity<unknown>
  readonly to: Quantity<unknown>
  readonly isWhole: boolean
  readonly isLog: boolean
}

/** A task whose models are of its variables alone. */
export interface Posed {
  readonly variables: readonly Variable[]
  readonly objective: AnyModel<unknown>
  readonly limits: readonly Edge[]
  /** Of all its models. */
  readonly conditions: readonly Condition[]
}

const pure = dimensions['a pure number']
const self = 'minimise'

const problem = (kind: Problem['kind'], name: string, found: string, expected: string): Problem => ({
  kind,
  model: self,
  inputs: [name],
  found,
  expected,
  message: `${name}: expected ${expected}, got ${found}`
})

const quantityOf = (given: unknown): unknown => (typeof given === 'number' ? ofNumber(pure, given) : given)

/** The whole numbers between two. */
const wholeEnds = (dimension: Quantity<unknown>['dimension'], from: Decimal, to: Decimal) =>
  [from.ceil(), to.floor()].map((end) => ofDecimal(dimension, end)) as [Quantity<unknown>, Quantity<unknown>]

const variableOf = (name: string, input: Input<unknown>, choice: Choice): E.Either<Problem, Variable> => {
  const { dimension } = input.unit
  const wrong = [choice.from, choice.to].find(
    (end) => !isQuantity(end) || end.dimension.key !== dimension.key || !end.exact.isFinite()
  )
  if (wrong !== undefined) return E.left(problem('dimension', name, told(wrong), `ends of ${dimension.name}`))
  const sorted = choice.from.exact.lte(choice.to.exact) ? [choice.from, choice.to] : [choice.to, choice.from]
  const isWhole = choice.whole === true
  const [from, to] = isWhole ? wholeEnds(dimension, sorted[0]!.exact, sorted[1]!.exact) : sorted
  const range = `${format(choice.from)} to ${format(choice.to)}`
  if (from!.exact.gte(to!.exact))
    return E.left(problem('range', name, range, isWhole ? 'two whole numbers or more' : 'two ends'))
  const isLog = (choice.spacing ?? spacingOf(from!, to!)) === 'log'
  return isLog && !from!.exact.gt(0)
    ? E.left(problem('range', name, range, 'ends above 0 for log'))
    : E.right({ name, input, from: from!, to: to!, isWhole, isLog })
}

/** A model of the variables alone. */
const closed = (
  of: AnyModel<unknown>,
  inputs: Inputs,
  given: Readonly<Record<string, Expression<unknown>>>
): AnyModel<unknown> =>
  model<Inputs, unknown>({
    name: of.name,
    symbol: of.symbol,
    summary: of.summary,
    inputs,
    unit: of.unit,
    formula: (chosen: Symbols<Inputs>) => {
      const all = { ...given, ...chosen }
      return of.of(Object.fromEntries(Object.keys(of.inputs).map((name) => [name, all[name]!])))
    },
    constraint: of.constraint,
    processes: of.processes
  })

/** All that is wrong with what a model is given; or it as an expression. */
const constantsOf = (
  models: readonly ModelData[],
  variables: MinimiseTask['variables'],
  given: NonNullable<MinimiseTask['given']>
): E.Either<readonly Problem[], Readonly<Record<string, Expression<unknown>>>> => {
  const inputs: Inputs = Object.assign({}, ...models.map((each) => each.inputs)) as Inputs
  const problems: Problem[] = []
  const found: Record<string, Expression<unknown>> = {}
  for (const [name, { unit }] of Object.entries(inputs)) {
    if (Object.hasOwn(variables, name)) continue
    const value = quantityOf(given[name])
    if (isQuantity(value) && value.dimension.key === unit.dimension.key && value.exact.isFinite())
      found[name] = constant(value.exact.toString(), unit)
    else
      problems.push(
        value === undefined
          ? problem('missing', name, 'nothing', `a value of ${unit.dimension.name}, or that it may be chosen`)
          : problem('dimension', name, told(value), unit.dimension.name)
      )
  }
  return problems.length > 0 ? E.left(problems) : E.right(found)
}

/** A task as it is worked on, or all that is wrong with it. */
export const posed = ({
  objective,
  limits = [],
  variables,
  given = {}
}: MinimiseTask): E.Either<ModelError, Posed> => {
  // What is a model can be a part of another; which inputs each has is looked up by name.
  const models = [objective, ...limits.map(({ of }) => of)] as unknown as readonly AnyModel<unknown>[]
  const inputs: Inputs = Object.assign({}, ...models.map((each) => each.inputs)) as Inputs
  const asked = models.flatMap(({ node, conditions }) => [
    node,
    ...conditions.filter((each) => each.kind === 'relation').flatMap(comparedBy)
  ])
  const matters = new Set(program(asked, []).inputs)
  const names = [...matters]
  const chosen = Object.entries(variables).map(([name, choice]) =>
    matters.has(name)
      ? variableOf(name, inputs[name]!, choice)
      : E.left({
          ...problem('unexpected', name, 'one on which nothing here depends', `one of ${names.join(', ')}`),
          message: `${name}: neither what is minimised nor a limit depends on it${rather(name, names)}`
        })
  )
  const constants = constantsOf(models, variables, given)
  const problems = [
    ...(chosen.length === 0 ? [problem('missing', 'variables', 'none', 'an input that may be chosen')] : []),
    ...chosen.flatMap((each) => (E.isLeft(each) ? [each.left] : [])),
    ...(E.isLeft(constants) ? constants.left : []),
    ...limits.flatMap(({ of, bound }) =>
      isQuantity(bound) && bound.dimension.key === of.unit.dimension.key && bound.exact.isFinite()
        ? []
        : [problem('dimension', of.name, told(bound), `a limit of ${of.unit.dimension.name}`)]
    )
  ]
  if (problems.length > 0 || E.isLeft(constants)) return E.left(modelError(self, problems))
  const all = chosen.flatMap((each) => (E.isRight(each) ? [each.right] : []))
  const own: Inputs = Object.freeze(Object.fromEntries(all.map(({ name, input }) => [name, input])))
  const [first, ...others] = models.map((each) => closed(each, own, constants.right))
  return E.right({
    variables: all,
    objective: first!,
    limits: limits.map((limit, at) => ({ ...limit, of: others[at]! })),
    conditions: [first!, ...others].flatMap((each) => each.conditions)
  })
}
