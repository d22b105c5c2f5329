/** A workload file at its best: fields of it chosen between two ends, so that a figure is least. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AnyModel, CompositionError } from '../bound/compose'
import { parseJson, type Document } from '../format/text/json'
import { claimOf, type Claim } from '../formula/model'
import { setting } from '../ledger/columns'
import { valuesOf, type Scenario } from '../ledger/scenario'
import { figureFrom, figuresFor, limitFrom, renamed } from '../optimum/figure'
import { minimise, type MinimiseOptions } from '../optimum/minimise'
import type { NoDesign, Optimum } from '../optimum/optimum'
import type { Limit, MinimiseTask } from '../optimum/task'
import type { ModelError } from '../reading/error'
import { schemaError, unfitFile, type SchemaError } from '../shape/problem'
import { anObject, anything, aText, expecting, having, listOf, optional } from '../units/argument'
import type { Quantity } from '../units/quantity'
import { axisFrom, type AxisRange } from './axis'
import { isList, problem } from './axis-values'
import { all, gridParts, type GridParts, type Read } from './grid'
import { placeless, type FileOptions, type Overrides } from './workload-file'

/** What is sought of a workload file, in words. @since 0.11.0 */
export interface Wish {
  /** A figure of the ledger, or a product of powers of some: "limDissipated * duration". */
  readonly minimise: string
  /** What must hold: a product of figures, <= or >=, and a quantity, such as "duration <= 1 d". */
  readonly subjectTo?: readonly string[]
  /** What may be chosen: "temperature=4 K..400 K", with :log or :linear, and :whole for whole numbers. */
  readonly over: readonly string[]
}

/** A field that may be chosen. @since 0.11.0 */
export interface FileChoice {
  readonly name: string
  readonly from: Quantity<unknown>
  readonly to: Quantity<unknown>
  readonly whole: boolean
}

/** The best of a workload file. @since 0.11.0 */
export interface FileOptimum {
  /** Of the scenario. */
  readonly name: string
  /** What was to be least. */
  readonly objective: string
  /** What may be claimed of it, where it is the energy of a process. */
  readonly claim?: Claim
  /** What it rests on. */
  readonly constraint: string
  readonly limits: readonly {
    readonly figure: string
    readonly relation: Limit['relation']
    readonly bound: Quantity<unknown>
  }[]
  /** What could be chosen, in the order of what was. */
  readonly choices: readonly FileChoice[]
  readonly found: Optimum | NoDesign
}

/** A range, perhaps of whole numbers. */
interface Between extends AxisRange {
  readonly whole: boolean
}

export const betweenFrom = (text: string): Read<Between> => {
  const words = text.split(':')
  const isWhole = (word: string): boolean => word.trim() === 'whole'
  return pipe(
    axisFrom(words.filter((word) => !isWhole(word)).join(':')),
    E.mapLeft(({ problems }) => problems),
    E.chain((axis): Read<Between> => {
      if (isList(axis))
        return E.left([problem(`${axis.name}: expected two ends to choose between, ${axis.name}=from..to`)])
      return axis.points === undefined
        ? E.right({ ...axis, whole: words.some(isWhole) })
        : E.left([problem(`${axis.name}: expected no number of points: any value between may be chosen`)])
    })
  )
}

/** What may be chosen, and the input of the ledger that it is. */
export type Choices = readonly (FileChoice & Pick<AxisRange, 'spacing'> & { readonly input: string })[]

export const choicesOf = ({ found }: GridParts, ranges: readonly Between[]): Read<Choices> =>
  all(
    found.map((each, at): Read<Choices[number]> => {
      const { name, whole, spacing } = ranges[at]!
      if (each.kind === 'said' || !('from' in each.axis))
        return E.left([
          problem(
            `${name}: it changes what the ledger is made of, or more than one input of it; say it, and choose others`
          )
        ])
      const { input, from, to } = each.axis
      return E.right({ name, input, from, to, whole, ...(spacing === undefined ? {} : { spacing }) })
    })
  )

/** A model in which steps shrink as far as the precision, where nothing else is said and that may be chosen. */
export const following = (scenario: Scenario, chosen: readonly string[]) => {
  const set = setting(scenario, Object.fromEntries(chosen.map((name) => [name, name])))
  const isTied = 'stepRange' in set && set['stepRange'] === set['precision']
  return (of: AnyModel<unknown>): AnyModel<unknown> => (isTied ? renamed(of, 'stepRange', 'precision') : of)
}

export const told = <A>(found: E.Either<string, A>): Read<A> =>
  E.mapLeft((why: string) => [problem(why)])(found)

/** What is to be done, or all that is wrong with it. */
const taskOf = (scenario: Scenario, wish: Wish, choices: Choices): Read<MinimiseTask> =>
  pipe(
    figuresFor(scenario),
    E.mapLeft(({ message }: CompositionError) => [problem(message)]),
    E.chain((figures) => {
      const objective = told(figureFrom(wish.minimise, figures))
      const limits = all((wish.subjectTo ?? []).map((text) => told(limitFrom(text, figures))))
      if (E.isLeft(objective) || E.isLeft(limits))
        return E.left([objective, limits].flatMap((each) => (E.isLeft(each) ? each.left : [])))
      const follow = following(
        scenario,
        choices.map(({ input }) => input)
      )
      return E.right({
        objective: follow(objective.right),
        limits: limits.right.map((limit) => ({ ...limit, of: follow(limit.of) })),
        variables: Object.fromEntries(choices.map(({ input, ...choice }) => [input, choice])),
        given: valuesOf(scenario) as NonNullable<MinimiseTask['given']> // what is uncertain is refused there
      })
    })
  )

/** What was found, its inputs by the names of the file. */
const called = (found: Optimum | NoDesign, choices: Choices): Optimum | NoDesign => {
  if (found.kind === 'none') return found
  const { least, chosen } = found
  const named = <A>(each: A, at: number): A => ({ ...each, name: choices[at]!.name })
  const open = least.open?.map(named)
  return { ...found, chosen: chosen.map(named), least: { ...least, ...(open === undefined ? {} : { open }) } }
}

const optimised = (
  document: Document,
  wish: Wish,
  overrides: Overrides,
  options: FileOptions,
  how: MinimiseOptions
): Read<FileOptimum> =>
  pipe(
    E.Do,
    E.bind('ranges', () => all(wish.over.map(betweenFrom))),
    E.bindW('axes', ({ ranges }) => gridParts(document, ranges, overrides, options)),
    E.bindW('choices', ({ axes, ranges }) => choicesOf(axes, ranges)),
    E.bindW('task', ({ axes, choices }) => taskOf(axes.first, wish, choices)),
    E.bindW('found', ({ task }) =>
      E.mapLeft(({ problems }: ModelError) => problems.map(({ message }) => problem(message)))(
        minimise(task, how)
      )
    ),
    E.map(({ axes, choices, task: { objective, limits = [] }, found }) => ({
      name: axes.first.name,
      objective: objective.name,
      ...(objective.processes.length > 0 ? { claim: claimOf(objective.tier) } : {}),
      constraint: objective.constraint,
      limits: limits.map(({ of, relation, bound }) => ({ figure: of.name, relation, bound })),
      choices: choices.map(({ name, from, to, whole }) => ({ name, from, to, whole })),
      found: called(found, choices)
    }))
  )

const aWish = having('what is sought: what to minimise, and over what', {
  minimise: aText,
  subjectTo: optional(listOf('a list of limits', aText)),
  over: listOf('a list of what may be chosen', aText)
})

const beside = {
  wish: aWish,
  overrides: optional(anObject),
  options: optional(anObject),
  how: optional(anObject)
}

/**
 * The best of a workload file: fields of it chosen between two ends so that a figure of its ledger, or a product
 * of powers of some, is least, where others keep to limits. What was found is certified, and beside it stands
 * what no design between those ends costs less than. All that is wrong with the file and what may be
 * chosen is told at once; and then all that is wrong with the figures.
 *
 * @example
 * import { optimiseFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const file = `{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`
 * const best = pipe(
 *   optimiseFile(file, { minimise: 'floor', over: ['temperature=4 K..400 K'] }),
 *   E.map(({ found }) => (found.kind === 'found' ? found.chosen.map(({ value, end }) => `${value}, its ${end} end`).join() : 'none'))
 * )
 * best // right('4.000 K, its lower end')
 *
 * @since 0.11.0
 */
export const optimiseFile = expecting(
  'optimiseFile',
  { text: anything, ...beside },
  (
    text: string,
    wish: Wish,
    overrides: Overrides = {},
    options: FileOptions = {},
    how: MinimiseOptions = {}
  ): E.Either<SchemaError, FileOptimum> =>
    pipe(
      parseJson(text),
      E.chain((document) => E.mapLeft(schemaError)(optimised(document, wish, overrides, options, how)))
    ),
  unfitFile
)

/** The same of a value with the fields of a workload file. @since 0.11.0 */
export const optimiseValue = expecting(
  'optimiseValue',
  { value: anything, ...beside },
  (
    value: unknown,
    wish: Wish,
    overrides: Overrides = {},
    options: FileOptions = {},
    how: MinimiseOptions = {}
  ): E.Either<SchemaError, FileOptimum> =>
    E.mapLeft(schemaError)(optimised(placeless(value), wish, overrides, options, how)),
  unfitFile
)
