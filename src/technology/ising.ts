/**
 * Ising machines: how long, and at what energy, they come to a solution.
 *
 * Problems and qualities of solution differ from row to row: the figures are no ranking. Where a paper
 * gives only a ratio of energies, there is no energy here.
 */
import type { Energy, Time } from '../units/dimension'
import { joules, seconds } from '../units/si'
import type { Fact } from './facts'
import { dated, factsIn } from './rows'

const sources = {
  litvinenko: dated('Litvinenko et al., arXiv:2311.06830 (2023)', 2023, 'https://arxiv.org/abs/2311.06830'),
  salim: dated('Salim et al., arXiv:2603.27402 (2026)', 2026, 'https://arxiv.org/abs/2603.27402'),
  goto2019: dated('Goto et al., Sci. Adv. 5, eaav2372 (2019)', 2019, '10.1126/sciadv.aav2372'),
  goto2025: dated('Goto et al., arXiv:2508.17655 (2025)', 2025, 'https://arxiv.org/abs/2508.17655'),
  hitachi: dated(
    'Takemoto et al., IEEE J. Solid-State Circuits 55(1), 145 (2020)',
    2020,
    '10.1109/JSSC.2019.2949230'
  ),
  pierro: dated('Pierro et al., arXiv:2408.03076 (2024)', 2024, 'https://arxiv.org/abs/2408.03076'),
  mangalore: dated('Mangalore et al., arXiv:2401.14885 (2024)', 2024, 'https://arxiv.org/abs/2401.14885')
} as const

const times = `
Surface acoustic wave machine, Max-Cut of 50 spins|3.4e-4||measured|litvinenko|an upper bound
All-to-all current-mode machine in 65 nm CMOS, Max-Cut of 64 spins|1.56e-3||measured|salim|mean time to solution
Simulated bifurcation on an FPGA, all-to-all Max-Cut of 2000 spins|5e-4||measured|goto2019|to a good approximation
Coherent Ising machine, all-to-all Max-Cut of 2000 spins|5e-3||derived|goto2019|from "about 10 times faster" of the row of simulated bifurcation
Generalised simulated bifurcation machine, 2000 spins|1e-2||measured|goto2025|time to solution
Earlier simulated bifurcation machine, 2000 spins|1.3||secondary|goto2025|as quoted there, time to solution
CMOS annealing processor of 2 × 30 k spins, 60000 spins|2.2e-5||measured|hitachi|one anneal on a king's graph, not a time to solution; of energy only a ratio is given, 1.75e5 over a CPU
Loihi 2, feasible solution of a QUBO|1e-3||specified|pierro|of energy only a ratio is given, up to 37 times less than two solvers on a CPU
Loihi 2, convex quadratic program of model predictive control|1e-2||specified|mangalore|an upper bound; of energy only a ratio is given, more than 100 times the energy-delay product of OSQP
`

const energies = `
Surface acoustic wave machine, any Max-Cut of 50 spins|6.2e-4||measured|litvinenko|of one solution
All-to-all current-mode machine in 65 nm CMOS, one bit of one edge|2.28e-9||measured|salim|per edge and bit: the energy of a whole solution is not stated
`

/**
 * Times to a solution.
 *
 * @example
 * import { isingTimes } from 'limen/hardware'
 * isingTimes()[0]?.value // 340.0 µs
 *
 * @since 0.3.0
 */
export const isingTimes = (): readonly Fact<Time>[] => factsIn(seconds, sources, times)

/**
 * Energies of a solution, or of the part of it that a row names.
 *
 * @example
 * import { isingEnergies } from 'limen/hardware'
 * isingEnergies()[0]?.value // 620.0 µJ
 *
 * @since 0.3.0
 */
export const isingEnergies = (): readonly Fact<Energy>[] => factsIn(joules, sources, energies)
