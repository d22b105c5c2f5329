/** Bounds before experiments, and before what is built, for a terminal. */
import type { JudgedEnergy } from '../../ledger/judged-energies'
import type { JudgedExperiment } from '../../ledger/judged-experiments'
import { formatWith } from '../../units/format'
import { inJoules, kTText, sharing } from '../experiments'
import { citation, decadesText, figure } from '../ledger'
import { meanings } from '../picture/evidence'
import { broken, gap, hanging, listed } from './lines'
import { plain, type Paint } from './paint'
import { columns, terminalColumns } from './table'

const lineWidth = terminalColumns - gap.length

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => gap + line)

/** Sentences, hanging. */
const told = (sentences: readonly string[]): readonly string[] =>
  indented(sentences.flatMap((each) => hanging(each, lineWidth)))

const joulesText = (...of: Parameters<typeof inJoules>): string => {
  const energy = inJoules(...of)
  return energy === undefined ? '' : figure(energy)
}

const header = ['', 'kT', '', 'J', 'margin', '']

/** What was measured, and what each bound that has a value asks for. */
const rowsOf = ({ experiment, judgements }: JudgedExperiment): readonly (readonly string[])[] => {
  const { quantity, measured, uncertainty } = experiment
  return [
    [
      `${quantity}, measured`,
      kTText(measured.value),
      uncertainty === undefined ? '' : `± ${kTText(uncertainty)}`,
      joulesText(experiment, measured.value),
      '',
      ''
    ],
    ...judgements.flatMap(({ bound, least, margin, standing }) =>
      least === undefined
        ? []
        : [
            [
              bound.name,
              kTText(least),
              '',
              joulesText(experiment, least),
              margin === undefined ? '' : decadesText(margin),
              standing === 'alarm' ? 'ALARM' : standing
            ]
          ]
    )
  ]
}

const experimentLines = (all: readonly JudgedExperiment[], paint: Paint): readonly string[] => {
  const rows = all.map(rowsOf)
  const [head = '', ...lines] = columns(
    [header, ...rows.flat()],
    ['left', 'right', 'left', 'right', 'right', 'left']
  )
  let at = 0
  return [
    paint.faint(gap + head),
    ...all.flatMap(({ experiment, judgements }, index) => {
      const { name, measured, state } = experiment
      const own = lines.slice(at, (at += rows[index]!.length))
      const apart = judgements.find(({ broken, least }) => broken !== undefined && least !== undefined)
      return [
        ...broken(`${name} (${measured.year}, ${meanings[measured.evidence]})`, terminalColumns).map(
          paint.strong
        ),
        ...indented(own),
        ...told([
          state,
          ...(apart === undefined ? [] : [`It breaks: ${apart.broken!}.`]),
          ...judgements.flatMap(({ bound, standing }) =>
            standing === 'alarm'
              ? [`ALARM: ${bound.name} lies above what was measured, though its constraint is met.`]
              : []
          )
        ])
      ]
    })
  ]
}

/** Why bounds have no value, and of how many experiments it is so. */
const unasked = (all: readonly JudgedExperiment[]): readonly (readonly [bound: string, why: string])[] => {
  const judged = all.flatMap(({ judgements }) => judgements.filter(({ why }) => why !== undefined))
  return [...new Set(judged.map(({ bound }) => bound.name))].map((name) => {
    const whys = judged
      .filter(({ bound }) => bound.name === name)
      .map(({ broken, why }) => (broken === undefined ? why! : `set apart by "${broken}"`))
    return [
      name,
      [...new Set(whys)].map((why) => `${why} (${whys.filter((each) => each === why).length})`).join('; ')
    ]
  })
}

const takenLines = (all: readonly JudgedExperiment[]): readonly string[] =>
  sharing(
    all.flatMap(({ experiment: { name, taken, known } }) =>
      taken.map(
        (input) => [name, `${input} ${formatWith<unknown>({ digits: 'all' })(known[input]!)}`] as const
      )
    )
  ).map(([what, names]) => `${what}: ${names.join('; ')}`)

const nameWidth = 40

const shortened = (name: string): string =>
  name.length <= nameWidth ? name : `${name.slice(0, nameWidth - 1).trimEnd()}…`

const decadesOf = ({ held }: JudgedEnergy): number => held.floor?.decades ?? Infinity

/** The tables, each with its energies that have a floor, the nearest to it first. */
const tablesOf = (
  all: readonly JudgedEnergy[]
): readonly (readonly [table: string, held: readonly JudgedEnergy[]])[] =>
  [...new Set(all.map(({ table }) => table))].map((table) => [
    table,
    all
      .filter((each) => each.table === table && each.held.floor !== undefined)
      .sort((a, b) => decadesOf(a) - decadesOf(b))
  ])

const energyLines = (all: readonly JudgedEnergy[], paint: Paint): readonly string[] => {
  const [head = '', ...lines] = columns(
    [
      ['', 'held', 'least', 'most', 'nearest to its floor'],
      ...tablesOf(all).map(([table, held]) => [
        table,
        String(held.length),
        ...[held.at(0), held.at(-1)].map((each) => (each === undefined ? '' : decadesText(decadesOf(each)))),
        shortened(held.at(0)?.name ?? '')
      ])
    ],
    ['left', 'right', 'right', 'right', 'left']
  )
  const below = all.filter(({ held }) => held.standing === 'below')
  const without = sharing(
    all.flatMap(({ table, held }) => (held.floor === undefined ? [[table, held.why ?? ''] as const] : []))
  )
  return [
    paint.faint(gap + head),
    ...indented(lines),
    ...told([
      below.length === 0
        ? 'None lies below its floor.'
        : `ALARM: ${below.map(({ name }) => name).join('; ')} below the floor.`,
      ...without.map(([why, tables]) => `${why} (${tables.join(', ')}).`)
    ])
  ]
}

/** Both tables, with what is not known and where it all comes from, ending in a line break. */
export const experimentsText = (
  experiments: readonly JudgedExperiment[],
  energies: readonly JudgedEnergy[],
  paint: Paint = plain
): string => {
  const constraints = sharing(
    experiments.flatMap(({ judgements }) =>
      judgements.flatMap(({ bound, least }) =>
        least === undefined ? [] : [[bound.name, bound.constraint] as const]
      )
    )
  )
  const sources = [
    ...new Set(
      experiments.map(({ experiment: { measured } }) =>
        [citation(measured.source), ...(measured.note === undefined ? [] : [measured.note])].join(': ')
      )
    )
  ]
  return [
    paint.heading('Published erasures of a bit: what was measured, and what each bound asks for'),
    ...experimentLines(experiments, paint),
    '',
    ...broken(
      'margin: standard uncertainties that the measured lies above the bound. A bound holds that is at or below what was measured, within one of them.',
      terminalColumns
    ).map(paint.faint),
    '',
    paint.heading('Constraints'),
    ...indented(
      listed(
        constraints.map(([what, names]) => [names.join(', '), what]),
        lineWidth
      )
    ),
    '',
    paint.heading('Not asked, and of how many experiments'),
    ...indented(listed(unasked(experiments), lineWidth)),
    '',
    paint.heading('Taken, though it was not seen to be stated'),
    ...told(takenLines(experiments)),
    '',
    paint.heading('Cited energies, in decades above the floor of the same action at 300 K'),
    ...energyLines(energies, paint),
    ...broken('--format csv or json tells each.', terminalColumns).map(paint.faint),
    '',
    paint.heading('Sources of the experiments'),
    ...told(sources),
    ''
  ].join('\n')
}
