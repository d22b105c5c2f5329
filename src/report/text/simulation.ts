/** A simulated protocol, for a terminal: what it took, and every bound that speaks of it over that. */
import { aText, expecting } from '../../units/argument'
import type { Energy } from '../../units/dimension'
import { formatWith } from '../../units/format'
import { format } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { kT } from '../../units/si'
import { oneLine } from '../../shape/words'
import { aProtocolRun, type ProtocolRun } from '../../simulation/protocol'
import type { SampledRun } from '../../simulation/sampled-protocol'
import { aPaint, plain, type Paint } from './paint'
import { broken, listed } from './lines'
import { columns, terminalColumns } from './table'
import { trajectoryRows } from './trajectories'

const four = formatWith<Energy>({ digits: 4 })

const number = (value: number, digits = 4): string => String(Number(value.toPrecision(digits)))

/** How a bound stands to what was achieved. */
const ratioText = (ratio: number | undefined, achieved: number): string =>
  ratio === undefined
    ? achieved < 0
      ? 'heat taken in'
      : 'no heat'
    : ratio > 0 && ratio < 1e-3
      ? ratio.toExponential(1)
      : ratio.toFixed(4)

/** A simulated protocol as text, ending in a line break; with trajectories, what they tell. @since 0.10.0 */
export const simulationText = expecting(
  'simulationText',
  { name: aText, run: aProtocolRun, paint: aPaint },
  (name: string, run: ProtocolRun | SampledRun, paint: Paint = plain): string => {
    const { protocol, start, final, verdicts } = run
    const unit = kT(1, protocol.temperature).value
    const energy = (of: Quantity<Energy>): string => `${four(of)} (${number(of.value / unit)} kT)`
    const isBit = final.length === 2
    const segments = protocol.segments.length
    const rows: readonly (readonly [string, string])[] = [
      [
        'protocol',
        `${isBit ? 'a bit' : `${final.length} rungs`} at ${format(protocol.temperature)}, attempts at ${format(protocol.attemptRate)}; ${format(run.duration)} in ${segments} segment${segments === 1 ? '' : 's'}`
      ],
      ['work', `${energy(run.work)}; over trajectories ± ${number(run.deviation.value / unit)} kT`],
      ['heat', energy(run.heat)],
      ['hops', number(run.jumps)],
      [
        'entropy',
        `${number(run.entropyStart)} to ${number(run.entropyEnd)} nat; produced ${number(run.entropyProduction)} nat`
      ],
      [
        'mean of e^(−W/kT)',
        `${run.meanExpMinusWork.toPrecision(8)}${start.every((share) => share === start[0]) ? '' : '; 1 only where all rungs are alike at the start'}`
      ],
      isBit
        ? ['state 1', `${number(start[1]!)} before, ${number(final[1]!, 6)} after`]
        : ['likeliest rung', `${final.indexOf(Math.max(...final))}, with ${number(Math.max(...final), 6)}`]
    ]
    const refuted = verdicts.filter((verdict) => verdict.refuted)
    const table = columns(
      [
        ['bound', 'least', 'of what was achieved'],
        ...verdicts.map(({ bound, least, achieved, ratio, refuted: isRefuted }) => [
          bound,
          energy(least),
          `${ratioText(ratio, achieved.value)}${isRefuted ? ': REFUTED' : ''}`
        ])
      ],
      ['left', 'right', 'right']
    )
    return [
      paint.heading(oneLine(`Simulation: ${name}`)),
      ...listed(rows, terminalColumns - 2).map((line) => `  ${line}`),
      '',
      ...(verdicts.length === 0
        ? broken('No bound speaks of this run.', terminalColumns - 2).map((line) => `  ${line}`)
        : table.map((line, at) => `  ${at === 0 ? paint.faint(line) : line}`)),
      ...refuted.flatMap(({ bound }) =>
        broken(
          `${bound} lies above what was achieved: it is wrong, or this simulation is. Please report it.`,
          terminalColumns - 2
        ).map((line) => paint.bar(`  ${line}`))
      ),
      ...('trajectories' in run
        ? ['', ...listed(trajectoryRows(run), terminalColumns - 2).map((line) => `  ${line}`)]
        : []),
      ''
    ].join('\n')
  }
)
