/** The cited energies of hardware, by what they are of. */
import type * as E from 'fp-ts/lib/Either.js'
import { reliableAttempt, staticWrite } from '../../physics/memory'
import { accelerators } from '../../technology/accelerators'
import { chips } from '../../technology/chips'
import { devices } from '../../technology/devices'
import { facts, type Fact } from '../../technology/facts'
import { memoryEnergies } from '../../technology/memories'
import { neuromorphicEnergies } from '../../technology/neuromorphic'
import { operationEnergies } from '../../technology/operations'
import { spinUpdateEnergies, updateEnergies } from '../../technology/updates'
import type { Quantity } from '../../units/quantity'
import { gigahertz, kelvin, kT, microseconds } from '../../units/si'

/** Facts of one kind: joules of one thing, never to be mixed with those of another. */
export interface Group {
  readonly title: string
  readonly unit: string
  readonly facts: readonly Fact<unknown>[]
  /** So many of a kind that only the least and the most are named. */
  readonly isCrowd?: true
  /** What one machine pays for just this, at 300 K: no bound. */
  readonly machine?: { readonly name: string; readonly value: E.Either<unknown, Quantity<unknown>> }
}

/** Of all that is computed. */
export const temperature = kelvin(300)

/** 64 bits at once: per bit, they stand among the memories. */
const isAccess = ({ what }: Fact<unknown>): boolean => what.startsWith('Access')

/** Every group, smallest things first. */
export const groups = (): readonly Group[] => [
  {
    title: '1-bit operation of a chip, in memory or digital',
    unit: 'J per operation',
    facts: chips().map(({ energyPerBitOperation }) => energyPerBitOperation),
    isCrowd: true
  },
  {
    title: 'Addition or multiplication, the circuit alone',
    unit: 'J per operation',
    facts: operationEnergies().filter((fact) => !isAccess(fact))
  },
  {
    title: '16-bit operation of an accelerator at its peak; training of GPT-3',
    unit: 'J/flop',
    facts: [...accelerators().map(({ energyPerOperation }) => energyPerOperation), facts.gpt3Training],
    isCrowd: true
  },
  { title: 'Bit read, written or moved', unit: 'J/bit', facts: memoryEnergies() },
  {
    title: 'Write of a cell',
    unit: 'J per write',
    facts: devices().flatMap(({ writeEnergy }) => (writeEnergy === undefined ? [] : [writeEnergy])),
    machine: {
      name: 'cost of a static write over 60 kT',
      value: staticWrite({
        temperature,
        barrier: kT(60, temperature),
        attemptRate: gigahertz(1),
        writeTime: microseconds(1),
        errorProbability: 1e-9
      })
    }
  },
  {
    title: 'Update of a synapse',
    unit: 'J/update',
    facts: updateEnergies(),
    machine: {
      name: 'cost of a hop driven to 1 % wrong',
      value: reliableAttempt({ temperature, errorProbability: 0.01 })
    }
  },
  {
    title: 'Update of a spin or a p-bit, in a machine that samples',
    unit: 'J/update',
    facts: spinUpdateEnergies()
  },
  { title: 'Event on a neuromorphic chip', unit: 'J per event', facts: neuromorphicEnergies() }
]
