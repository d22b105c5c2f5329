/**
 * The algebra of bounds: what is composed of models is a model again.
 *
 * Bounds on different processes add (`total`); bounds on one process compete, and the largest holds
 * (`tightest`); where a designer may choose a mechanism, the smallest holds (`cheapest`). A
 * composition that would be no bound is refused, naming the process.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aModel, anInput } from '../formula/kinds'
import { anything, aText, expecting } from '../units/argument'
import { constant, max, min, type Expression, type Symbols } from '../formula/expression'
import type { Input, Inputs, ModelData, Process } from '../formula/model'
import { model, type Model } from '../physics/model'
import { refuse, unfitBounds, type CompositionError } from './error'
import { allNamed, compete, countedTwice, nameProblem, processProblem, union } from './process'
import { decimal } from '../units/decimal'
import type { Energy, Mul } from '../units/dimension'
import { mulDimension } from '../units/dimension'
import { joules } from '../units/si'
import { unit } from '../units/unit'

export type { CompositionError } from './error'

/**
 * A model with inputs of any kind. Which inputs a composition has, the compiler cannot follow through
 * a merge of records; the casts to and from this type say what the merge by name makes true.
 */
export type AnyModel<D> = Model<Inputs, D>

const list = (processes: readonly Process[]): string =>
  processes.map((process) => `"${process}"`).join(' and ') || 'no process'

/** Whether a bound is exactly 0, of no process: what any other is added to. */
const isNothing = ({ node, processes, inputs }: ModelData): boolean =>
  processes.length === 0 &&
  Object.keys(inputs).length === 0 &&
  node.kind === 'constant' &&
  decimal(node.of.decimal).isZero()

/** Why a model is no bound on any process, if so. */
const unbound = (of: ModelData): E.Either<CompositionError, never> | undefined => {
  if (of.processes.length === 0 && !isNothing(of))
    return refuse('no process', `${of.name} bounds no process: name one, onProcess('overhead', ${of.name})`)
  const [wrong] = of.processes.flatMap((process) => processProblem(process) ?? [])
  return wrong === undefined ? undefined : refuse('name', `the name of a process of ${of.name} ${wrong}`)
}

/** Whether two models may stand in one composition at all. */
const compatible = (a: ModelData, b: ModelData): E.Either<CompositionError, void> => {
  const between = `${a.name} and ${b.name}`
  if (a.unit.dimension.key !== b.unit.dimension.key)
    return refuse(
      'dimensions',
      `${between} have different dimensions: ${a.unit.dimension.name} and ${b.unit.dimension.name}`
    )
  const alone = unbound(a) ?? unbound(b)
  if (alone !== undefined) return alone
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
  union([a.constraint, b.constraint]).filter(Boolean).join('; ')

const composed = <D>(
  verb: string,
  a: AnyModel<D>,
  b: AnyModel<D>,
  combine: (x: Expression<D>, y: Expression<D>) => Expression<D>
): AnyModel<D> =>
  model<Inputs, D>({
    name: `${verb}(${a.name}, ${b.name})`,
    symbol: `${verb}(${a.symbol}, ${b.symbol})`,
    summary: `${a.summary}; ${verb} with: ${b.summary}`,
    inputs: a.inputs === b.inputs ? a.inputs : { ...b.inputs, ...a.inputs },
    unit: a.unit,
    formula: (symbols) => combine(a.of(symbols), b.of(symbols)),
    constraint: joined(a, b),
    processes: union(a.processes, b.processes)
  })

/** Two models of one dimension, as one with the inputs of both. */
export type Composition = <I, J, D>(
  a: Model<I, D>,
  b: Model<J, D>
) => E.Either<CompositionError, Model<I & J, D>>

type AnyComposition = <D>(a: AnyModel<D>, b: AnyModel<D>) => E.Either<CompositionError, AnyModel<D>>

// The inputs of both are those of the composition: `composed` merges them by name.
const typed = (name: string, composition: AnyComposition): Composition =>
  expecting(name, { a: aModel, b: aModel }, composition as unknown as Composition, unfitBounds)

/** Why two bounds do not add, and when they would. */
const onceOnly = ([p, q]: readonly [Process, Process]): string =>
  (p === q ? `both bound the process "${p}"` : `may bound one process, as "${p}" and "${q}"`) +
  `: added, it would be counted twice; two processes add where each has a name of its own, onProcess('register A', …)`

const totalOf: AnyComposition = <D>(a: AnyModel<D>, b: AnyModel<D>) => {
  const apart = compatible(a, b)
  if (E.isLeft(apart)) return apart
  if (isNothing(a)) return E.right(b)
  if (isNothing(b)) return E.right(a)
  const twice = countedTwice(a.processes, b.processes)
  return twice === undefined
    ? E.right(composed('total', a, b, (x, y) => x.plus<D>(y as never)))
    : refuse('double count', `${a.name} and ${b.name} ${onceOnly(twice)}`)
}

const competing =
  (verb: string, pick: <D>(x: Expression<D>, y: Expression<D>) => Expression<D>): AnyComposition =>
  <D>(a: AnyModel<D>, b: AnyModel<D>) => {
    const together = compatible(a, b)
    if (E.isLeft(together)) return together
    if (isNothing(a) && isNothing(b)) return E.right(a)
    return compete(a.processes, b.processes)
      ? E.right(composed(verb, a, b, pick<D>))
      : refuse(
          'different processes',
          `${a.name} bounds ${list(a.processes)}, ${b.name} ${list(b.processes)}: only bounds on one process compete; ` +
            `where they are about one, give both its name, onProcess('register A', …)`
        )
  }

/**
 * The sum of bounds on different processes. Refused where both bound, or may bound, a process or a part
 * of one: it would be counted twice. Two processes of one kind add where both are named, and
 * differently (`onProcess`); the reversible and the irreversible part of a process add.
 *
 * @example
 * import { total, landauer, onProcess } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * total(landauer, landauer)
 * // left: landauer and landauer both bound the process "erasure/reversible": added, it would be counted twice; two processes add where each has a name of its own, onProcess('register A', …)
 * const registers = pipe(
 *   E.Do,
 *   E.apS('a', onProcess('register A', landauer)),
 *   E.apS('b', onProcess('register B', landauer)),
 *   E.chain(({ a, b }) => total(a, b))
 * )
 * pipe(registers, E.map((bound) => bound.processes.join(', '))) // right('erasure/reversible (register A), erasure/reversible (register B)')
 *
 * @since 0.1.0
 */
export const total: Composition = typed('total', totalOf)

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
export const tightest: Composition = typed(
  'tightest',
  competing('tightest', (x, y) => max(x, y as never))
)

/**
 * The smaller of two bounds on one process: a designer who may choose between two mechanisms pays at
 * least this.
 *
 * @since 0.1.0
 */
export const cheapest: Composition = typed(
  'cheapest',
  competing('cheapest', (x, y) => min(x, y as never))
)

/** A name that is not among the inputs, where the compiler knows them. */
type NewName<I, N extends string> = string extends keyof I
  ? N
  : N extends keyof I
    ? `the bound has an input ${N} already`
    : N

/**
 * A bound for so many of something: per update times updates. The count is a new input; a name that
 * the bound has already is refused, and so is a count that may be negative.
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
export const times = expecting(
  'times',
  { bound: aModel, name: aText, count: anInput },
  <I, D, const N extends string, C>(
    bound: Model<I, D>,
    name: NewName<I, N>,
    count: Input<C>
  ): E.Either<CompositionError, Model<I & { readonly [K in N]: Input<C> }, Mul<D, C>>> => {
    // Inputs are merged by name here, and the result is what the signature says: `typed` has the same reason.
    const each = bound as unknown as AnyModel<unknown>
    if (Object.hasOwn(each.inputs, name)) return refuse('inputs', `${each.name} has an input ${name} already`)
    const { lower, text } = count.range
    if (lower === undefined || lower.at.lt(0))
      return refuse(
        'count',
        `${name} counts ${each.name}, and may be negative by its range ${text}: give it one from 0 on, such as [0, ∞)`
      )
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
  },
  unfitBounds
)

const productUnit = (each: AnyModel<unknown>, count: Input<unknown>) => {
  const dimension = mulDimension(each.unit.dimension, count.unit.dimension)
  return unit(dimension.coherentUnit, dimension)
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

/**
 * The same bound, as one on the process of a name: which register, which run. It stays a bound on the
 * kind of process that it was (an erasure, a read …); a name it had is replaced. Refused is a name that
 * is empty, has blanks around it, or characters that cannot be seen.
 *
 * @example
 * import { onProcess, landauer } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(onProcess('register A', landauer), E.map((bound) => bound.processes.join())) // right('erasure/reversible (register A)')
 * onProcess('', landauer) // left: the name of a process of landauer is empty
 *
 * @since 0.1.0
 */
export const onProcess = expecting(
  'onProcess',
  { name: anything, bound: aModel },
  <I, D>(name: string, bound: Model<I, D>): E.Either<CompositionError, Model<I, D>> => {
    // Of any inputs while it is copied; they are still I.
    const general = bound as unknown as AnyModel<D>
    const wrong = nameProblem(name)
    if (wrong !== undefined) return refuse('name', `the name of a process of ${general.name} ${wrong}`)
    const one = model<Inputs, D>({
      name: `${general.name} of ${name}`,
      symbol: general.symbol,
      summary: general.summary,
      inputs: general.inputs,
      unit: general.unit,
      formula: (symbols) => general.of(symbols),
      constraint: general.constraint,
      processes: allNamed(name, general.processes)
    })
    return E.right(one as unknown as Model<I, D>)
  },
  unfitBounds
)
