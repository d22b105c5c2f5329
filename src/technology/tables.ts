/** Every cited fact, by the table that it stands in. */
import { accelerators } from './accelerators'
import { brainCounts, brainPowers } from './brain'
import { chips } from './chips'
import { devices } from './devices'
import { experiments } from './experiments'
import { facts, type Fact } from './facts'
import { isingEnergies, isingTimes } from './ising'
import { learningEnergies } from './learning'
import { memoryEnergies } from './memories'
import { citedModels } from './models'
import { neuromorphicEnergies } from './neuromorphic'
import { operationEnergies } from './operations'
import { spinUpdateEnergies, updateEnergies } from './updates'

const isFact = (value: unknown): value is Fact<unknown> =>
  typeof value === 'object' && value !== null && 'evidence' in value

/** The facts among the fields of some rows. */
const factsAmong = (rows: readonly object[]): readonly Fact<unknown>[] =>
  rows.flatMap((row) => Object.values(row).filter(isFact))

/**
 * Every cited fact, by table.
 *
 * @example
 * import { factTables } from 'limen/hardware'
 * factTables().brain[0]?.what // 'Whole brain, power of the glucose it takes up'
 *
 * @since 0.3.0
 */
export const factTables = () =>
  ({
    defaults: factsAmong([facts]),
    models: factsAmong(citedModels()),
    accelerators: factsAmong(accelerators()),
    operations: operationEnergies(),
    memories: [...memoryEnergies(), ...updateEnergies()],
    spins: spinUpdateEnergies(),
    learning: learningEnergies(),
    ising: [...isingTimes(), ...isingEnergies()],
    neuromorphic: neuromorphicEnergies(),
    brain: [...brainPowers(), ...brainCounts()],
    chips: factsAmong(chips()),
    devices: factsAmong(devices()),
    experiments: factsAmong(experiments())
  }) as const satisfies Readonly<Record<string, readonly Fact<unknown>[]>>
