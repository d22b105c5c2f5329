/** Memories that learned, for a terminal: what they lost and took, and every bound and machine beside that. */
import { aText, expecting, listOf } from '../../units/argument'
import type { Claim } from '../../formula/model'
import type { Energy } from '../../units/dimension'
import { format, formatWith } from '../../units/format'
import { kT } from '../../units/si'
import { oneLine } from '../../shape/words'
import { aLearningRun, type LearningRun } from '../../simulation/learn'
import { broken, listed } from './lines'
import { aPaint, plain, type Paint } from './paint'
import { columns, terminalColumns } from './table'

const four = formatWith<Energy>({ digits: 4 })

/** kT, in joules. */
const unitOf = ({ options }: LearningRun): number => kT(1, options.temperature).value

const number = (value: number): string => String(Number(value.toPrecision(4)))

/** What is said of a row that speaks of another memory. */
const ofAnother = (claim: Claim): string =>
  claim === 'cost of a machine' ? 'cost of another machine' : `${claim} of another memory`

/** A standard error; of runs that all ended alike nothing but rounding. */
const errorText = (error: number): string => number(error > 1e-9 ? error : 0)

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** What the memories of a writer lost and took. */
const rowsOf = (run: LearningRun): readonly (readonly [string, string])[] => {
  const { loss, options, final, best, course } = run
  const unit = unitOf(run)
  const isOne = run.runs === 1
  return [
    [
      options.writer,
      `${counted(loss.parameters, 'parameter')} of ${loss.rungs} rungs at ${format(options.temperature)}, attempts at ${format(options.attemptRate)}; ${counted(run.runs, 'run')} of ${format(options.duration)}, seed ${options.seed}`
    ],
    [
      'loss',
      `${number(course.loss[0]!)} before, ${number(final.mean)}${isOne ? '' : ` ± ${errorText(final.error)}`} after; the best run ${number(best.loss)}`
    ],
    [
      'heat',
      `${four(run.heat)} (${number(run.heat.value / unit)} kT)${isOne ? '; of one run, no error is known' : ` ± ${number(run.heatError.value / unit)} kT`}`
    ],
    ['hops', `${number(run.hops)} of ${number(run.attempts)} attempted`],
    ['reads', `${number(course.reads.at(-1)!)} mac; a record of ${format(run.record)} at most`],
    [
      'entropy',
      run.entropyLost === undefined
        ? 'not known of fewer than 4 runs'
        : run.entropyLost.mean > 0
          ? `${number(run.entropyLost.mean)} ± ${errorText(run.entropyLost.error)} nat given up, at least, as these runs tell`
          : `${run.runs} runs do not tell that any was given up`
    ]
  ]
}

/** A bound that says more than the one above it. */
const withMore = (name: string): string => name.replace(/^.* \+ /, '… + ')

const verdictTable = ({ heat, verdicts }: LearningRun): readonly string[] =>
  columns(
    [
      ['', 'energy', 'over achieved', 'what it is'],
      ...verdicts.map(({ name: which, energy: of, achieved, ratio, claim, speaks, refuted }) => [
        withMore(which),
        four(of),
        `${ratio === undefined ? 'no heat' : number(ratio)}${refuted ? ': REFUTED' : ''}`,
        `${speaks ? claim : ofAnother(claim)}${achieved.value === heat.value ? '' : ', record included'}`
      ])
    ],
    ['left', 'right', 'right', 'left']
  )

const sectionOf = (run: LearningRun, paint: Paint): readonly string[] => [
  ...listed(rowsOf(run), terminalColumns - 2).map((line) => `  ${line}`),
  '',
  ...(run.verdicts.length === 0 ? [] : verdictTable(run)).map(
    (line, at) => `  ${at === 0 ? paint.faint(line) : line}`
  ),
  ...[...new Set(run.outside.map(({ why }) => why))].flatMap((why) => {
    const names = run.outside.filter((each) => each.why === why).map(({ name }) => name)
    return broken(`No value of ${names.join(', ')}: ${why}`, terminalColumns - 2).map((line) => `  ${line}`)
  }),
  ...run.verdicts
    .filter(({ refuted }) => refuted)
    .flatMap(({ name: which }) =>
      broken(
        `${which} lies above what was achieved: it is wrong, or this simulation is. Please report it.`,
        terminalColumns - 2
      ).map((line) => paint.bar(`  ${line}`))
    )
]

/** The writers beside each other. */
const sideBySide = (runs: readonly LearningRun[], paint: Paint): readonly string[] =>
  columns(
    [
      ['', 'loss before', 'after', 'the best run', 'heat', '', 'hops'],
      ...runs.map((run) => [
        run.options.writer,
        number(run.course.loss[0]!),
        number(run.final.mean),
        number(run.best.loss),
        four(run.heat),
        `${number(run.heat.value / unitOf(run))} kT`,
        number(run.hops)
      ])
    ],
    ['left', 'right', 'right', 'right', 'right', 'right', 'right']
  ).map((line, at) => `  ${at === 0 ? paint.faint(line) : line}`)

/** Memories that learned, by a writer or by several, as text, ending in a line break. @since 0.10.0 */
export const learningText = expecting(
  'learningText',
  { name: aText, runs: listOf('a list of runs', aLearningRun), paint: aPaint },
  (name: string, runs: readonly LearningRun[], paint: Paint = plain): string =>
    [
      paint.heading(oneLine(`Learning: ${name}`)),
      ...(runs.length > 1 ? [...sideBySide(runs, paint), ''] : []),
      ...runs.flatMap((run) => [...sectionOf(run, paint), ''])
    ].join('\n')
)
