/** Trajectories of a protocol, for a terminal: their means beside the exact ones. */
import type { SampledRun } from '../../simulation/sampled-protocol'
import { formatWith } from '../../units/format'
import { kT, one } from '../../units/si'

const number = (value: number, digits = 4): string => formatWith({ digits })(one(value))

/** What ⟨e^(−W/kT)⟩ over trajectories says of the exact value, or why it says nothing. */
export const jarzynskiText = ({ trajectories, meanExpMinusWork }: SampledRun): string => {
  const { count, needed, expMinusWork, off } = trajectories
  const exact = `exactly ${number(meanExpMinusWork)}`
  const few = `no check of so few: rare trajectories carry it, ${Number.isFinite(needed) ? number(needed, 2) : 'more than can be counted'} would be needed`
  return count < needed
    ? `${number(expMinusWork.mean)}, ${exact}; ${few}`
    : `${number(expMinusWork.mean)} ± ${number(expMinusWork.error, 2)}, ${exact}: ${number(off.expMinusWork, 2)} σ`
}

/** What trajectories tell, by name. */
export const trajectoryRows = (run: SampledRun): readonly (readonly [string, string])[] => {
  const { protocol, trajectories, work, jumps } = run
  const { count, seed, meanWork, workError, meanJumps, tried, unclosed, off } = trajectories
  const unit = kT(1, protocol.temperature).value
  const inKT = (joules: number, digits = 4): string => number(joules / unit, digits)
  return [
    ['trajectories', `${count}, seed ${seed}; ${number(tried)} hops tried`],
    [
      'their work',
      `${inKT(meanWork.value)} ± ${inKT(workError.value, 2)} kT, exactly ${inKT(work.value)} kT: ${number(off.work, 2)} σ`
    ],
    [
      'their hops',
      `${number(meanJumps.mean)} ± ${number(meanJumps.error, 2)}, exactly ${number(jumps)}: ${number(off.jumps, 2)} σ`
    ],
    ['their ends', `the mean rung is ${number(off.final, 2)} σ from the exact one`],
    ['their e^(−W/kT)', jarzynskiText(run)],
    ['their energy', `closes: no work differs from its heat by more than ${inKT(unclosed.value, 1)} kT`]
  ]
}
