/**
 * Energy against time: what rows of a ledger take for how long a run may last and how precise its solution is, and
 * what cited accelerators take by themselves.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import { modelError, unfitInputs, type ModelError, type Problem } from '../reading/error'
import { byName, ways } from '../shape/name'
import { accelerators, type Accelerator } from '../technology/accelerators'
import { aNumber, aText, expecting, kind, listOf, options, type Kind } from '../units/argument'
import type { Energy, Information, Time } from '../units/dimension'
import { isQuantity, ofNumber, type Quantity } from '../units/quantity'
import { bits, joules, seconds } from '../units/si'
import { told } from '../units/told'
import { ledgerColumns } from './columns'
import { estimate } from './estimate'
import { aScenario, type Scenario } from './scenario'
import { spaced } from './spaced'

const aTime: Kind = kind('a time', (value) => isQuantity(value) && value.dimension === seconds.dimension)
const aPrecision: Kind = kind(
  'a number of bits',
  (value) => isQuantity(value) && value.dimension === bits.dimension
)

/** What is held against each other. @since 0.11.0 */
export interface TimeTradeOptions {
  /** Of a run, the shortest and the longest; default a thousandth of the workload's to a thousand times it. */
  readonly from?: Quantity<Time>
  readonly to?: Quantity<Time>
  /** How many durations; default 121. */
  readonly points?: number
  /** Of the solution; default 4, 8 and 12 bit. */
  readonly precisions?: readonly Quantity<Information>[]
  /** Names of rows; default the floor, learning-in-memory and static memory: `floor`, `limRecovered`, `cim`. */
  readonly rows?: readonly string[]
  /** Names of cited accelerators; default three of three makers' generations. */
  readonly accelerators?: readonly string[]
}

/** A row at one precision of the solution. @since 0.11.0 */
export interface TradeCurve {
  readonly row: string
  readonly description: string
  readonly precision: Quantity<Information>
  /** In joules, at each duration; NaN where the row has no value. */
  readonly energies: Float64Array
  /** Why it has none at the first duration at which it has none. */
  readonly why?: string
}

/** One accelerator that runs the whole workload at its peak rate. @since 0.11.0 */
export interface TradeMachine {
  readonly name: string
  readonly year: number
  readonly duration: Quantity<Time>
  readonly energy: Quantity<Energy>
}

/** Energy against time. @since 0.11.0 */
export interface TimeTrade {
  readonly name: string
  readonly durations: readonly Quantity<Time>[]
  readonly curves: readonly TradeCurve[]
  readonly machines: readonly TradeMachine[]
}

const usualPrecisions = [4, 8, 12].map((each) => bits(each))
const usualRows = ['floor', 'limRecovered', 'cim']
const usualAccelerators = ['NVIDIA A100 SXM4 80 GB', 'NVIDIA H100 SXM5 80GB', 'Google TPU v4']

const problem = (input: string, expected: string, found: string): Problem => ({
  kind: 'unexpected',
  model: 'timeTrade',
  inputs: [input],
  found,
  expected,
  message: `timeTrade: ${input}: expected ${expected}, got ${found}`
})

/** The accelerators that names mean, or what is wrong with the names. */
const named = (names: readonly string[]): E.Either<readonly Problem[], readonly Accelerator[]> => {
  const known = {
    what: 'cited accelerator',
    things: accelerators(),
    nameOf: ({ name }: Accelerator) => name,
    ways: [ways.whole, ways.beginning, ways.inside]
  }
  const found = names.map((name) => [name, byName(known, name)] as const)
  const problems = found.flatMap(([name, each]) =>
    each === undefined || E.isLeft(each)
      ? [problem('accelerators', 'a cited accelerator', each === undefined ? told(name) : each.left)]
      : []
  )
  return problems.length > 0
    ? E.left(problems)
    : E.right(found.flatMap(([, each]) => (each !== undefined && E.isRight(each) ? [each.right] : [])))
}

const mostPoints = 10_000

/**
 * Energy against time of a workload: for each precision of its solution, what rows of its ledger take in each
 * duration, in float64; and where cited accelerators stand, one of each at its peak rate. So many of them take the
 * same energy in so much less time.
 *
 * @example
 * import { years } from 'limen'
 * import { timeTrade } from 'limen/hardware'
 * import { estimateFile } from 'limen/files'
 * import { readFileSync } from 'node:fs'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const trade = pipe(
 *   estimateFile(readFileSync('examples/gpt-3.json', 'utf8')),
 *   E.chainW(({ ledger }) => timeTrade(ledger.scenario)),
 *   E.map(({ machines }) => `${machines[0]?.name}: ${(machines[0]!.duration.value / years(1).value).toFixed(0)} years`)
 * )
 * trade // right('NVIDIA A100 SXM4 80 GB: 32 years')
 *
 * @since 0.11.0
 */
export const timeTrade = expecting(
  'timeTrade',
  {
    scenario: aScenario,
    options: options({
      from: aTime,
      to: aTime,
      points: aNumber,
      precisions: listOf('a list of precisions', aPrecision),
      rows: listOf('a list of rows', aText),
      accelerators: listOf('a list of names', aText)
    })
  },
  (scenario: Scenario, asked: TimeTradeOptions = {}): E.Either<ModelError | CompositionError, TimeTrade> => {
    const { duration } = scenario.workload
    const { points = 121, precisions = usualPrecisions, rows = usualRows } = asked
    const { from = seconds(duration.exact.div(1000)), to = seconds(duration.exact.times(1000)) } = asked
    const wrong = [
      ...(from.value > 0 && to.value > from.value
        ? []
        : [problem('from', 'a time above 0 and below the last', `${told(from)} to ${told(to)}`)]),
      ...(Number.isInteger(points) && points >= 2 && points <= mostPoints
        ? []
        : [problem('points', `a whole number from 2 to ${mostPoints}`, told(points))]),
      ...(precisions.length > 0 ? [] : [problem('precisions', 'a precision or more', 'none')]),
      ...(rows.length > 0 ? [] : [problem('rows', 'a row or more', 'none')])
    ]
    const machines = named(asked.accelerators ?? usualAccelerators)
    if (wrong.length > 0 || E.isLeft(machines))
      return E.left(modelError('timeTrade', [...wrong, ...(E.isLeft(machines) ? machines.left : [])]))
    const durations = spaced<Time>(from, to, points, 'log')
    const times = {
      dimension: seconds.dimension,
      values: Float64Array.from(durations, ({ value }) => value)
    }
    return pipe(
      precisions,
      E.traverseArray((precision) =>
        pipe(
          ledgerColumns(scenario, { precision, duration: times }),
          E.chainW((columns) =>
            pipe(
              rows,
              E.traverseArray((row): E.Either<ModelError, TradeCurve> => {
                const column = columns.find(({ name }) => name === row)
                if (column === undefined) {
                  const known = columns.map(({ name }) => name).join(', ')
                  return E.left(modelError('timeTrade', [problem('rows', `one of ${known}`, told(row))]))
                }
                const { description, values: energies, at } = column
                const gap = energies.findIndex((each) => Number.isNaN(each))
                const none = gap < 0 ? undefined : at(gap)
                return E.right({
                  ...{ row, description, precision, energies },
                  ...(none !== undefined && E.isLeft(none) ? { why: none.left.message } : {})
                })
              })
            )
          )
        )
      ),
      E.bindTo('families'),
      E.bindW('counted', () => estimate(scenario)),
      E.map(({ families, counted }): TimeTrade => {
        const flops = counted.counts.flops.value
        return {
          name: scenario.name,
          durations,
          curves: families.flat(),
          machines: machines.right.map(({ name, year, peakRate, energyPerOperation }) => ({
            name,
            year,
            duration: ofNumber(seconds.dimension, flops / peakRate.value.value),
            energy: ofNumber(joules.dimension, flops * energyPerOperation.value.value)
          }))
        }
      })
    )
  },
  unfitInputs
)
