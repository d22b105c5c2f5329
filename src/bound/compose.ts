/**
 * The algebra of bounds: what is composed of models is a model again.
 *
 * Bounds on different processes add (`total`); bounds on one process compete, and the largest holds
 * (`tightest`); where a designer may choose a mechanism, the smallest holds (`cheapest`). A
 * composition that would be no bound is refused, naming the process.
 */
import * as E from 'fp-ts/lib/Either.js'
import { constant, max, min, type Expression, type Symbols } from '../formula/expression'
import type { Input, Inputs, ModelData, Process } from '../formula/model'
import { model, type Model } from '../physics/model'
import { contested, countedTwice } from './process'
import type { Energy, Mul } from '../units/dimension'
import { mulDimension } from '../units/dimension'
import { coherentUnit } from '../units/format'
import { joules } from '../units/si'
import { unit } from '../units/unit'

/** Why bounds do not compose. @since 0.1.0 */
export interface CompositionError {
  readonly _tag: 'CompositionError'
  readonly kind: 'double count' | 'different processes' | 'different memories' | 'inputs' | 'dimensions'
  readonly message: string
}

const refuse = (kind: CompositionError['kind'], message: string): E.Either<CompositionError, never> =>
  E.left({ _tag: 'CompositionError', kind, message })

/**
 * A model with inputs of any kind. Which inputs a composition has, the compiler cannot follow through
 * a merge of records; the casts to and from this type say what the merge by name makes true.
 */
export type AnyModel<D> = Model<Inputs, D>

const list = (processes: readonly Process[]): string => processes.join(' and ') || 'no process'

/** Whether two models may stand in one composition at all. */
const compatible = (a: ModelData, b: ModelData): E.Either<CompositionError, void> => {
  const between = `${a.name} and ${b.name}`
  if (a.unit.dimension.key !== b.unit.dimension.key)
    return refuse(
      'dimensions',
      `${between} have different dimensions: ${a.unit.dimension.name} and ${b.unit.dimension.name}`
    )
  const unbound = [a, b].find(
    ({ processes, inputs }) => processes.length === 0 && Object.keys(inputs).length > 0
  )
  if (unbound !== undefined) return refuse('different processes', `${unbound.name} bounds no process`)
  if (a.memory !== undefined && b.memory !== undefined && a.memory !== b.memory)
    return refuse(
      'different memories',
      `${between} describe different memories, ${a.memory} and ${b.memory}: they never combine`
    )
  const clash = Object.entries(a.inputs).find(([name, { unit }]) => {
    const other = b.inputs[name]
    return other !== undefined && other.unit.dimension.key !== unit.dimension.key
  })
  if (clash === undefined) return E.right(undefined)
  const [name, { unit }] = clash
  return refuse(
    'inputs',
    `${between} mean different things by ${name}: ${unit.dimension.name} and ${b.inputs[name]!.unit.dimension.name}`
  )
}

const joined = (a: ModelData, b: ModelData): string =>
  [...new Set([a.constraint, b.constraint])].filter(Boolean).join('; ')

const composed = <D>(
  verb: string,
  a: AnyModel<D>,
  b: AnyModel<D>,
  processes: readonly Process[],
  combine: (x: Expression<D>, y: Expression<D>) => Expression<D>
): AnyModel<D> =>
  model<Inputs, D>({
    name: `${verb}(${a.name}, ${b.name})`,
    symbol: `${verb}(${a.symbol}, ${b.symbol})`,
    summary: `${a.summary}; ${verb} with: ${b.summary}`,
    inputs: { ...b.inputs, ...a.inputs },
    unit: a.unit,
    formula: (symbols) => combine(a.of(symbols), b.of(symbols)),
    constraint: joined(a, b),
    processes
  })

/** Two models of one dimension, as one with the inputs of both. */
export type Composition = <I, J, D>(
  a: Model<I, D>,
  b: Model<J, D>
) => E.Either<CompositionError, Model<I & J, D>>

type AnyComposition = <D>(a: AnyModel<D>, b: AnyModel<D>) => E.Either<CompositionError, AnyModel<D>>

// The inputs of both are those of the composition: `composed` merges them by name.
const typed = (composition: AnyComposition): Composition => composition as unknown as Composition

const totalOf: AnyComposition = <D>(a: AnyModel<D>, b: AnyModel<D>) => {
  const apart = compatible(a, b)
  if (E.isLeft(apart)) return apart
  const twice = countedTwice(a.processes, b.processes)
  if (twice !== undefined)
    return refuse(
      'double count',
      `${a.name} and ${b.name} both bound the process "${twice}": added, it would be counted twice`
    )
  return E.right(composed('total', a, b, [...a.processes, ...b.processes], (x, y) => x.plus<D>(y as never)))
}

const competing =
  (verb: string, pick: <D>(x: Expression<D>, y: Expression<D>) => Expression<D>): AnyComposition =>
  <D>(a: AnyModel<D>, b: AnyModel<D>) => {
    const together = compatible(a, b)
    if (E.isLeft(together)) return together
    const processes = contested(a.processes, b.processes)
    return processes === undefined
      ? refuse(
          'different processes',
          `${a.name} bounds ${list(a.processes)}, ${b.name} ${list(b.processes)}: only bounds on one process compete`
        )
      : E.right(composed(verb, a, b, processes, pick<D>))
  }

/**
 * The sum of bounds on different processes. Refused where both bound a process, or a part of one:
 * it would be counted twice.
 *
 * @example
 * import { total, landauer, timeSymmetricReset } from 'limen'
 * total(landauer, timeSymmetricReset)
 * // left: landauer and timeSymmetricReset both bound the process "reset/reversible": added, it would be counted twice
 *
 * @since 0.1.0
 */
export const total: Composition = typed(totalOf)

/**
 * The larger of two bounds on one process: both hold, so it does.
 *
 * @example
 * import { tightest, landauer, timeSymmetricReset, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const reset = tightest(landauer, timeSymmetricReset)
 * pipe(reset, E.chainW((bound) => bound({ temperature: kelvin(300), errorProbability: 0.01 }))) // right(9.326 zJ/bit)
 *
 * @since 0.1.0
 */
export const tightest: Composition = typed(competing('tightest', (x, y) => max(x, y as never)))

/**
 * The smaller of two bounds on one process: a designer who may choose between two mechanisms pays at
 * least this.
 *
 * @since 0.1.0
 */
export const cheapest: Composition = typed(competing('cheapest', (x, y) => min(x, y as never)))

/** A name that is not among the inputs, where the compiler knows them. */
type NewName<I, N extends string> = string extends keyof I
  ? N
  : N extends keyof I
    ? `the bound has an input ${N} already`
    : N

/**
 * A bound for so many of something: per update times updates. The count is a new input; a name that
 * the bound has already is refused.
 *
 * @example
 * import { times, limUpdate, input, updates } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const many = times(limUpdate, 'updates', input('U', updates, '[0, ∞)', 'number of updates'))
 * pipe(many, E.map((bound) => bound.unit.symbol)) // right('J')
 *
 * @since 0.1.0
 */
export const times = <I, D, const N extends string, C>(
  bound: Model<I, D>,
  name: NewName<I, N>,
  count: Input<C>
): E.Either<CompositionError, Model<I & { readonly [K in N]: Input<C> }, Mul<D, C>>> => {
  // Inputs are merged by name here, and the result is what the signature says: `typed` has the same reason.
  const each = bound as unknown as AnyModel<unknown>
  if (Object.hasOwn(each.inputs, name)) return refuse('inputs', `${each.name} has an input ${name} already`)
  const many = model<Inputs, unknown>({
    name: `times(${each.name}, ${name})`,
    symbol: `${count.symbol} ${each.symbol}`,
    summary: `${each.summary}, times ${count.description}`,
    inputs: { ...each.inputs, [name]: count },
    unit: productUnit(each, count),
    formula: (symbols: Symbols<Inputs>) => symbols[name]!.times(each.of(symbols)),
    constraint: each.constraint,
    processes: each.processes
  })
  return E.right(many as unknown as Model<I & { readonly [K in N]: Input<C> }, Mul<D, C>>)
}

const productUnit = (each: AnyModel<unknown>, count: Input<unknown>) => {
  const dimension = mulDimension(each.unit.dimension, count.unit.dimension)
  return unit(coherentUnit(dimension), dimension)
}

/** No energy, of no process: what `total` adds nothing by. @since 0.1.0 */
export const nothing: AnyModel<Energy> = model<Inputs, Energy>({
  name: 'nothing',
  symbol: '0',
  summary: 'No energy',
  inputs: {},
  unit: joules,
  formula: () => constant('0', joules),
  tier: 'theorem',
  constraint: ''
})

/** The same bound, as one on another process: what a general bound is used for. @since 0.1.0 */
export const onProcess = <I, D>(process: Process, bound: Model<I, D>): Model<I, D> => {
  // Of any inputs while it is copied; they are still I.
  const general = bound as unknown as AnyModel<D>
  return model<Inputs, D>({
    name: `${general.name} of ${process}`,
    symbol: general.symbol,
    summary: general.summary,
    inputs: general.inputs,
    unit: general.unit,
    formula: (symbols) => general.of(symbols),
    constraint: general.constraint,
    processes: [process]
  }) as unknown as Model<I, D>
}
