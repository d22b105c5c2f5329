/** What a workload file trades for what: two or three figures, over fields of it chosen between two ends. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import { parseJson, type Document } from '../format/text/json'
import { claimOf, type Claim } from '../formula/model'
import { estimate } from '../ledger/estimate'
import { timeTrade, type TradeMachine } from '../ledger/time-trade'
import { valuesOf, type Scenario } from '../ledger/scenario'
import { figureFrom, figuresFor, limitFrom } from '../optimum/figure'
import { front, type Aim, type Front, type FrontOptions, type FrontTask } from '../optimum/front'
import type { NoDesign } from '../optimum/optimum'
import type { ModelError } from '../reading/error'
import { schemaError, unfitFile, type SchemaError } from '../shape/problem'
import { shown } from '../shape/words'
import { anObject, anything, aText, expecting, having, listOf, optional } from '../units/argument'
import { dimensions, type Energy } from '../units/dimension'
import { isQuantity, type Quantity } from '../units/quantity'
import { problem } from './axis-values'
import { all, gridParts, type Read } from './grid'
import {
  betweenFrom,
  choicesOf,
  following,
  told,
  type Choices,
  type FileChoice,
  type FileOptimum,
  type Wish
} from './optimise'
import { placeless, scenarioOf, type FileOptions, type Overrides } from './workload-file'

/** What is traded in a workload file, in words. @since 0.11.0 */
export interface FrontWish extends Pick<Wish, 'subjectTo' | 'over'> {
  /** Two or three figures, or products of powers of some; "max precision" is one of which much is wanted. */
  readonly of: readonly string[]
}

/** A figure that is traded for others. @since 0.11.0 */
export interface FileFigure {
  readonly name: string
  readonly wanted: 'least' | 'most'
  /** What may be claimed of it, where it is the energy of a process. */
  readonly claim?: Claim
  /** What it rests on; nothing for an input. */
  readonly constraint: string
}

/** A front of a workload file. @since 0.11.0 */
export interface FileFront {
  /** Of the scenario. */
  readonly name: string
  readonly figures: readonly FileFigure[]
  readonly limits: FileOptimum['limits']
  /** What could be chosen, in the order of what was. */
  readonly choices: readonly FileChoice[]
  readonly found: Front | NoDesign
  /** Cited accelerators that run the workload alone, where energies are traded for the time of the run. */
  readonly machines: readonly TradeMachine[]
  /** The floor of the file as it stands, where the energy of another row is traded. */
  readonly floor?: Quantity<Energy>
}

const most = /^max\s+/u

/** A text of figures apart by commas, but for those in quotes. */
export const figuresIn = (text: string): readonly string[] =>
  (text.match(/(?:"[^"]*"|[^",])+/gu) ?? []).map((each) => each.trim())

const taskOf = (scenario: Scenario, wish: FrontWish, choices: Choices): Read<FrontTask> =>
  pipe(
    figuresFor(scenario),
    E.mapLeft(({ message }: CompositionError) => [problem(message)]),
    E.chain((known) => {
      const follow = following(
        scenario,
        choices.map(({ input }) => input)
      )
      const figures = all(
        wish.of.map((text): Read<Aim> =>
          pipe(
            told(figureFrom(text.trim().replace(most, ''), known)),
            E.map((of): Aim => ({ of: follow(of), wanted: most.test(text.trim()) ? 'most' : 'least' }))
          )
        )
      )
      const limits = all(
        (wish.subjectTo ?? []).map((text) =>
          pipe(
            told(limitFrom(text, known)),
            E.map((limit) => ({ ...limit, of: follow(limit.of) }))
          )
        )
      )
      const names = E.isRight(figures) ? figures.right.map(({ of }) => of.name) : []
      const again = names.filter((name, at) => names.indexOf(name) < at)
      const wrong = [
        ...(wish.of.length === 2 || wish.of.length === 3
          ? []
          : [
              problem(
                `expected two figures or three, such as "limDissipated, duration", got ${shown(wish.of.join(', '))}`
              )
            ]),
        ...again.map((name) => problem(`${name}: expected each figure once, got it again`)),
        ...[figures, limits].flatMap((each) => (E.isLeft(each) ? each.left : []))
      ]
      if (wrong.length > 0 || E.isLeft(figures) || E.isLeft(limits)) return E.left(wrong)
      return E.right({
        figures: figures.right,
        limits: limits.right,
        variables: Object.fromEntries(choices.map(({ input, ...choice }) => [input, choice])),
        given: valuesOf(scenario) as NonNullable<FrontTask['given']> // what is uncertain is refused there
      })
    })
  )

/** What the file has as it stands of what may be chosen, where it has all of it. */
const asItStands = (
  document: Document,
  choices: Choices,
  overrides: Overrides,
  options: FileOptions
): FrontTask['current'] => {
  const scenario = scenarioOf(document, overrides, options)
  if (E.isLeft(scenario)) return undefined
  const values = valuesOf(scenario.right)
  const own = choices.map(({ input }) => [input, values[input]] as const)
  return own.every((each): each is readonly [string, Quantity<unknown>] => isQuantity(each[1]))
    ? Object.fromEntries(own)
    : undefined
}

/** Whether the energy of a row is traded as a whole: what is spent at a place of it is not what others take. */
const hasEnergy = ({ figures }: FrontTask): boolean =>
  figures.some(
    ({ of: { name, unit } }) => unit.dimension.key === dimensions.energy.key && !name.includes('.')
  )

/** The floor of the file as it stands, beside the energy of another row. */
const floorOf = (scenario: E.Either<SchemaError, Scenario>, task: FrontTask): Pick<FileFront, 'floor'> => {
  if (E.isLeft(scenario) || !hasEnergy(task) || task.figures.some(({ of }) => of.name === 'floor')) return {}
  const ledger = estimate(scenario.right)
  if (E.isLeft(ledger)) return {}
  const row = ledger.right.paradigms.find(({ name }) => name === 'floor')
  return row === undefined || !row.total.energy.exact.gt(0) ? {} : { floor: row.total.energy }
}

/** Cited accelerators, where an energy is traded for the time that they would take. */
const machinesOf = (scenario: Scenario, task: FrontTask): readonly TradeMachine[] => {
  if (!hasEnergy(task) || !task.figures.some(({ of }) => of.name === 'duration')) return []
  const trade = timeTrade(scenario, { points: 2, rows: ['floor'] })
  return E.isRight(trade) ? trade.right.machines : []
}

const traded = (
  document: Document,
  wish: FrontWish,
  overrides: Overrides,
  options: FileOptions,
  how: FrontOptions
): Read<FileFront> =>
  pipe(
    E.Do,
    E.bind('ranges', () => all(wish.over.map(betweenFrom))),
    E.bindW('axes', ({ ranges }) => gridParts(document, ranges, overrides, options)),
    E.bindW('choices', ({ axes, ranges }) => choicesOf(axes, ranges)),
    E.bindW('task', ({ axes, choices }) => taskOf(axes.first, wish, choices)),
    E.bindW('found', ({ task, choices }) => {
      const current = asItStands(document, choices, overrides, options)
      return E.mapLeft(({ problems }: ModelError) => problems.map(({ message }) => problem(message)))(
        front(current === undefined ? task : { ...task, current }, how)
      )
    }),
    E.map(({ axes, choices, task, found }) => ({
      name: axes.first.name,
      figures: task.figures.map(({ of, wanted = 'least' }): FileFigure => ({
        ...{ name: of.name, wanted, constraint: of.constraint },
        ...(of.processes.length > 0 ? { claim: claimOf(of.tier) } : {})
      })),
      limits: (task.limits ?? []).map(({ of, relation, bound }) => ({ figure: of.name, relation, bound })),
      choices: choices.map(({ name, from, to, whole }) => ({ name, from, to, whole })),
      found: called(found, choices),
      machines: machinesOf(axes.first, task),
      ...floorOf(scenarioOf(document, overrides, options), task)
    }))
  )

/** What was found, its inputs by the names of the file. */
const called = (found: Front | NoDesign, choices: Choices): Front | NoDesign => {
  if (found.kind === 'none') return found
  const named = <A>(each: A, at: number): A => ({ ...each, name: choices[at]!.name })
  return {
    ...found,
    points: found.points.map((point) => ({ ...point, chosen: point.chosen.map(named) })),
    bounds: found.bounds.map((least) =>
      least.open === undefined ? least : { ...least, open: least.open.map(named) }
    )
  }
}

const aWish = having('what is traded: figures, and over what', {
  of: listOf('a list of figures', aText),
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
 * The front of a workload file: designs of which none that was found is better in one of two or three figures of
 * its ledger without being worse in another, with the file as it stands held against it. All that is wrong with
 * the file and what may be chosen is told at once; and then all that is wrong with the figures.
 *
 * @example
 * import { frontFile } from 'limen/files'
 * import { readFileSync } from 'node:fs'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const found = pipe(
 *   frontFile(readFileSync('examples/brain-scale.json', 'utf8'), {
 *     of: ['limRecovered', 'duration'],
 *     over: ['duration=1 d..100 yr', 'errorProbability=1e-6..0.1']
 *   }),
 *   E.map(({ found }) => (found.kind === 'found' ? `least in ${found.points.at(-1)?.values[1]}` : 'none'))
 * )
 * found // right('least in 1.000 d')
 *
 * @since 0.11.0
 */
export const frontFile = expecting(
  'frontFile',
  { text: anything, ...beside },
  (
    text: string,
    wish: FrontWish,
    overrides: Overrides = {},
    options: FileOptions = {},
    how: FrontOptions = {}
  ): E.Either<SchemaError, FileFront> =>
    pipe(
      parseJson(text),
      E.chain((document) => E.mapLeft(schemaError)(traded(document, wish, overrides, options, how)))
    ),
  unfitFile
)

/** The same of a value with the fields of a workload file. @since 0.11.0 */
export const frontValue = expecting(
  'frontValue',
  { value: anything, ...beside },
  (
    value: unknown,
    wish: FrontWish,
    overrides: Overrides = {},
    options: FileOptions = {},
    how: FrontOptions = {}
  ): E.Either<SchemaError, FileFront> =>
    E.mapLeft(schemaError)(traded(placeless(value), wish, overrides, options, how)),
  unfitFile
)
