/** The human brain, in figures. */
import type { Dimensionless, Power } from '../units/dimension'
import { one, watts } from '../units/si'
import type { Fact } from './facts'
import { dated, factsIn } from './rows'

const sources = {
  levy: dated(
    'Levy & Calvert, Proc. Natl. Acad. Sci. 118, e2008173118 (2021)',
    2021,
    '10.1073/pnas.2008173118'
  ),
  azevedo: dated('Azevedo et al., J. Comp. Neurol. 513, 532 (2009)', 2009, '10.1002/cne.21974'),
  chen: dated('Chen et al., arXiv:2402.14878 (2024)', 2024, 'https://arxiv.org/abs/2402.14878')
} as const

const powers = `
Whole brain, power of the glucose it takes up|20||secondary|levy|quoted there as the customary figure
Cortex, power of computation|0.1||derived|levy|as ATP
Cortex, power of long-distance communication|3.5||derived|levy|as ATP: 35 times that of computation
`

const counts = `
Number of neurons in the brain|8.6e10||secondary|azevedo|mean of a few adults
Number of synapses of a brain-scale system|1e15||secondary|chen|the size that the abstract gives such a system; it was not counted there
`

/**
 * Powers of the brain.
 *
 * @example
 * import { brainPowers } from 'limen/hardware'
 * brainPowers()[0]?.value // 20.00 W
 *
 * @since 0.3.0
 */
export const brainPowers = (): readonly Fact<Power>[] => factsIn(watts, sources, powers)

/**
 * Sizes of the brain.
 *
 * @example
 * import { brainCounts } from 'limen/hardware'
 * brainCounts()[0]?.value // 8.600e10
 *
 * @since 0.3.0
 */
export const brainCounts = (): readonly Fact<Dimensionless>[] => factsIn(one, sources, counts)
