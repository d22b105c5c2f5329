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
  fc
    .record({ meanStep: decades(-9, 0), shape: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ meanStep, shape }) => ({ meanStep: one(meanStep), shape: one(shape) }))
)

/** The time that all of a random workload takes at the least, by the longest of its constraints. */
const longest = (of: {
  readonly updatesEach: number
  readonly attemptRate: number
  readonly hopsPerUpdate: number
  readonly errorProbability: number
  readonly solutionErrorProbability: number
}): number =>
  Math.max(
    -Math.log(2 * of.errorProbability) * of.updatesEach,
    -Math.log(2 * of.solutionErrorProbability),
    of.hopsPerUpdate * of.updatesEach
  ) / of.attemptRate

/**
 * A reset has time in an update, (1−ε) h₁n ≤ f₀τ, and a write has time to fail no more often than it may: the
 * slack of each is some decades, or next to nothing.
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
    solutionErrorProbability: decades(-15, -0.31),
    errorProbability: decades(-15, -0.31),
    hopsPerUpdate: decades(-2, 4),
    flipProbability: fc.oneof(fc.constant(0), decades(-9, 0)),
    reuse: decades(0, 4),
    cooling: fc.option(
      fc.record({ hotter: decades(0, 4), carnotFraction: fc.oneof(fc.constant(1), decades(-4, 0)) }),
      { nil: undefined }
    ),
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
      duration: seconds(longest(of) * of.slack),
      transfers: one(of.transfers)
    },
    design: {
      temperature: kelvin(of.temperature),
      ...(of.cooling === undefined
        ? {}
        : {
            ambientTemperature: kelvin(of.temperature * of.cooling.hotter),
            carnotFraction: one(of.cooling.carnotFraction)
          }),
      solutionErrorProbability: one(of.solutionErrorProbability),
      errorProbability: one(of.errorProbability),
      memory: {
        attemptRate: hertz(of.attemptRate),
        hopsPerUpdate: one(of.hopsPerUpdate),
        retentionTime: seconds(of.retention / of.attemptRate),
        failureProbability: one(of.failureProbability),
        writeTime: seconds((-Math.log(of.writeErrorProbability) / of.attemptRate) * of.writeSlack),
        writeErrorProbability: one(of.writeErrorProbability),
        flipProbability: one(of.flipProbability)
      },
      readout: { outputBits: bits(of.outputBits), rows: macsPerConversion(of.rows) },
      technology: {
        movementEnergy: joulesPerBit(of.movementEnergy),
        reuse: one(of.reuse),
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
