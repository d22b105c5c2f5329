/** What a trace tells, for a terminal. */
import * as E from 'fp-ts/lib/Either.js'
import { aText, expecting } from '../../units/argument'
import type { Input } from '../../formula/model'
import type { Model } from '../../physics/model'
import { exponentialMeanStep, exponentialShape, powerLawMeanStep, powerLawShape } from '../../physics/update'
import { evaluateNumber } from '../../reading/evaluate-number'
import type { StepSize } from '../../format/trace/columns'
import { aTraceReading, type TraceReading } from '../../format/trace/file'
import { traceCounts } from '../../estimate/trace-supplies'
import type { Dimensionless, Information, Updates } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { bits, one, seconds, updates } from '../../units/si'
import { format } from '../../units/format'
import { measuredConvergence, type MeasuredConvergence, type Run } from '../../workload/trace'
import { aPaint, type Paint, plain } from './ledger'
import { hanging, listed } from './lines'
import { terminalColumns } from './table'
import { oneLine } from '../../shape/words'

/** A count with its thousands apart. */
export const grouped = (count: number): string =>
  count < 1000 || count >= 1e15
    ? String(Number(count.toPrecision(4)))
    : Math.round(count).toLocaleString('en-US')

/** A number as short as one reads it. */
export const short = (number: number): string => String(Number(number.toPrecision(6)))

/** What a mean step and a shape are held against: those that are known of as many updates to that precision. */
const beside = (
  b: number,
  perParameter: number | undefined,
  exponential: Model<{ readonly precision: Input<Information> }, Dimensionless>,
  powerLaw: Model<{ readonly precision: Input<Information>; readonly updates: Input<Updates> }, Dimensionless>
): string => {
  const text = (value: E.Either<unknown, Quantity<Dimensionless>>, name: string): readonly string[] =>
    E.isRight(value) ? [`${name} ${format(value.right)}`] : []
  const known = [
    ...text(evaluateNumber(exponential)({ precision: bits(b) }), 'exponential'),
    ...(perParameter === undefined || perParameter < 2
      ? []
      : text(evaluateNumber(powerLaw)({ precision: bits(b), updates: updates(perParameter) }), 'power law'))
  ]
  return known.length === 0 ? '' : `(${known.join(', ')})`
}

const count = (number: number, singular: string): string =>
  `${grouped(number)} ${singular}${number === 1 ? '' : 's'}`

const remarks = ({ summary, notes, silent, skipped, firstSkipped }: TraceReading): readonly string[] => [
  ...notes,
  ...(summary.still > 0
    ? [`${count(summary.still, 'step')} of size 0: nothing moved, and no update is counted`]
    : []),
  ...(silent > 0 ? [`${count(silent, 'row')} told of no step, such as evaluations: passed over`] : []),
  ...(skipped > 0 ? [`${count(skipped, 'line')} could not be read: skipped`, ...firstSkipped] : [])
]

const sizes: Readonly<Record<StepSize, string>> = {
  relativeStep: 'as recorded',
  learningRate: 'the learning rate',
  'learningRate*gradientNorm': 'learning rate × gradient norm, the step of gradient descent'
}

const convergenceRows = (
  { precision: b, meanStep, shape }: MeasuredConvergence,
  perParameter: number | undefined
): readonly (readonly [string, string])[] =>
  b === 0
    ? [['convergence', 'constant: its steps do not shrink']]
    : [
        ['precision reached b', format(bits(b))],
        [
          'mean step ᾱ',
          `${format(one(meanStep))}  ${beside(b, perParameter, exponentialMeanStep, powerLawMeanStep)}`
        ],
        [
          'convergence shape σ',
          `${format(one(shape))}  ${beside(b, perParameter, exponentialShape, powerLawShape)}`
        ]
      ]

/** What a run tells, as names and values. */
export const runRows = (run: Run): readonly (readonly [string, string])[] => {
  const { summary } = run
  const { parameters, updates: all, updatesPerParameter, macs } = traceCounts(run)
  const convergence = measuredConvergence(summary)
  const steps = 'unknown: the log does not tell the steps'
  const unknown = run.counted === 'unknown' ? steps : 'unknown: say --parameters'
  const objective = [summary.firstObjective, summary.lastObjective, summary.lowestObjective]
  return [
    ['parameters N', parameters === undefined ? 'unknown: say --parameters' : grouped(parameters)],
    ['recorded steps', grouped(summary.steps)],
    ['updates U', all === undefined ? unknown : grouped(all)],
    ['updates per parameter n', updatesPerParameter === undefined ? unknown : grouped(updatesPerParameter)],
    ['macs M', macs === undefined ? 'not recorded' : grouped(macs)],
    [
      'objective',
      Number.isNaN(summary.firstObjective)
        ? 'not recorded'
        : `${objective.slice(0, 2).map(short).join(' → ')} (lowest ${short(objective[2]!)})`
    ],
    ...(E.isLeft(convergence)
      ? [['convergence', `none: ${convergence.left.message}`] as const]
      : convergenceRows(convergence.right, updatesPerParameter))
  ]
}

/** A trace as text, ending in a line break. @since 0.3.0 */
export const traceText = expecting(
  'traceText',
  { name: aText, reading: aTraceReading, paint: aPaint },
  (name: string, reading: TraceReading, paint: Paint = plain): string => {
    const { columns, stepSize, seconds: time } = reading
    const taken = Object.entries(columns).map(([column, found]) =>
      column === found ? column : `${column} from "${found}"`
    )
    const rows: readonly (readonly [string, string])[] = [
      ...runRows(reading),
      ['step size', stepSize === undefined ? 'unknown' : sizes[stepSize]],
      ...(time === undefined
        ? []
        : [['time', `${format(seconds(time))} from the first row to the last`] as const])
    ]
    return [
      paint.heading(oneLine(name)),
      ...listed(rows, terminalColumns - 2).map((line) => `  ${line}`),
      ...[`columns: ${taken.join(', ')}`, ...remarks(reading)].flatMap((text) =>
        hanging(text, terminalColumns - 2).map((line) => paint.faint(`  ${line}`))
      ),
      ''
    ].join('\n')
  }
)
