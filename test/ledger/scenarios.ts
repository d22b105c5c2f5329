/** Random workloads on random designs, within the domain of every model of the ledger. */
import fc from 'fast-check'
import type { Design, Scenario, Workload } from '../../src/ledger/scenario'
import {
  bits,
  flops,
  hertz,
  joulesPerBit,
  joulesPerFlop,
  kelvin,
  macs,
  macsPerConversion,
  one,
  parameters,
  seconds,
  updates
} from '../../src/units/si'

/** A number that is as likely in one decade as in any other. */
export const decades = (from: number, to: number): fc.Arbitrary<number> =>
  fc.double({ min: from, max: to, noNaN: true }).map((exponent) => 10 ** exponent)

const convergence: fc.Arbitrary<Scenario['workload']['convergence']> = fc.oneof(
  fc.constantFrom('constant' as const, 'exponential' as const, 'powerLaw' as const),
  fc.double({ min: 0, max: 1, noNaN: true }).map((shape) => ({ shape: one(shape) }))
)

/**
 * n ≤ f₀τ, and a write has time to fail no more often than it may: the slack of each is some decades,
 * or next to nothing.
 */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    parameters: decades(0, 16),
    updatesEach: decades(0.302, 15),
    macs: fc.oneof(fc.constant(0), decades(0, 30)),
    flops: decades(0, 30),
    precision: fc.double({ min: 1, max: 64, noNaN: true }),
    convergence,
    slack: decades(1e-9, 8),
    transfers: fc.oneof(fc.constant(0), decades(0, 6)),
    temperature: decades(-3, 3.5),
    errorProbability: decades(-15, -0.31),
    attemptRate: decades(3, 13),
    retention: decades(0.1, 20),
    failureProbability: decades(-18, -0.31),
    writeSlack: decades(1e-9, 6),
    writeErrorProbability: decades(-18, -0.31),
    outputBits: fc.double({ min: 0, max: 20, noNaN: true }),
    rows: decades(0, 5),
    movementEnergy: decades(-16, -9),
    acceleratorEnergy: decades(-16, -9)
  })
  .map((of) => ({
    name: 'random',
    workload: {
      parameters: parameters(of.parameters),
      updates: updates(of.parameters * of.updatesEach),
      operations: { law: 'given', flops: flops(of.flops) },
      macs: macs(of.macs),
      precision: bits(of.precision),
      convergence: of.convergence,
      duration: seconds((of.updatesEach / of.attemptRate) * of.slack),
      transfers: one(of.transfers)
    },
    design: {
      temperature: kelvin(of.temperature),
      errorProbability: one(of.errorProbability),
      memory: {
        attemptRate: hertz(of.attemptRate),
        retentionTime: seconds(of.retention / of.attemptRate),
        failureProbability: one(of.failureProbability),
        writeTime: seconds((-Math.log(of.writeErrorProbability) / of.attemptRate) * of.writeSlack),
        writeErrorProbability: one(of.writeErrorProbability)
      },
      readout: { outputBits: bits(of.outputBits), rows: macsPerConversion(of.rows) },
      technology: {
        movementEnergy: joulesPerBit(of.movementEnergy),
        acceleratorEnergy: joulesPerFlop(of.acceleratorEnergy)
      }
    }
  }))

type Section = 'memory' | 'readout' | 'technology'

interface Changes {
  readonly workload?: Partial<Workload>
  readonly design?: Partial<Omit<Design, Section>> & { readonly [S in Section]?: Partial<Design[S]> }
}

/** A scenario with some of its values replaced. */
export const changed = (scenario: Scenario, { workload, design }: Changes): Scenario => ({
  ...scenario,
  workload: { ...scenario.workload, ...workload },
  design: {
    ...scenario.design,
    ...design,
    memory: { ...scenario.design.memory, ...design?.memory },
    readout: { ...scenario.design.readout, ...design?.readout },
    technology: { ...scenario.design.technology, ...design?.technology }
  }
})
