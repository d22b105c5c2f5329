/** The reference ledgers as typed scenarios, and how far a value is from one of them. */
import * as E from 'fp-ts/lib/Either.js'
import type { Ledger, Paradigm } from '../../src/ledger/estimate'
import type { Scenario } from '../../src/ledger/scenario'
import type { ParadigmName, Wall } from '../../src/ledger/paradigms'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
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
import file from '../oracle/scenarios.json'

export type Figures = Readonly<Partial<Record<Wall | 'total' | 'wallPlug', string>>>

export interface Reference {
  readonly inputs: Readonly<Record<string, string>>
  readonly intermediate: Readonly<Record<string, string>>
  readonly ledger: Readonly<Record<ParadigmName, Figures>>
}

/** The references by name, as the files in examples/ are called. */
export const references: readonly (readonly [string, Reference])[] = Object.entries(
  file.scenarios as Readonly<Record<string, Reference>>
).map(([name, reference]) => [name.toLowerCase(), reference])

export const referenceNamed = (name: string): Reference => references.find(([known]) => known === name)![1]

/** A reference as a scenario: what `estimate` takes. */
export const scenarioOf = (name: string, { inputs }: Reference): Scenario => {
  const of = <Q>(unit: (value: string) => Q, input: string): Q => unit(inputs[input]!)
  return {
    name,
    workload: {
      parameters: of(parameters, 'parameters'),
      updates: of(updates, 'updates'),
      operations: { law: 'given', flops: of(flops, 'flops') },
      macs: of(macs, 'macs'),
      precision: of(bits, 'precision'),
      convergence: inputs['convergence'] as 'constant' | 'exponential' | 'powerLaw',
      duration: of(seconds, 'duration'),
      transfers: of(one, 'transfers')
    },
    design: {
      temperature: of(kelvin, 'temperature'),
      ...(inputs['ambientTemperature'] === undefined
        ? {}
        : {
            ambientTemperature: of(kelvin, 'ambientTemperature'),
            carnotFraction: of(one, 'carnotFraction')
          }),
      solutionErrorProbability: of(one, 'solutionErrorProbability'),
      errorProbability: of(one, 'errorProbability'),
      memory: {
        attemptRate: of(hertz, 'attemptRate'),
        hopsPerUpdate: of(one, 'hopsPerUpdate'),
        retentionTime: of(seconds, 'retentionTime'),
        failureProbability: of(one, 'failureProbability'),
        writeTime: of(seconds, 'writeTime'),
        writeErrorProbability: of(one, 'writeErrorProbability'),
        flipProbability: of(one, 'flipProbability')
      },
      readout: { outputBits: of(bits, 'outputBits'), rows: of(macsPerConversion, 'rows') },
      technology: {
        movementEnergy: of(joulesPerBit, 'movementEnergy'),
        reuse: of(one, 'reuse'),
        acceleratorEnergy: of(joulesPerFlop, 'acceleratorEnergy')
      }
    }
  }
}

/** A scenario by the name of its reference. */
export const scenarioNamed = (name: string): Scenario => scenarioOf(name, referenceNamed(name))

const Wide = decimalsOf(60)

/** The relative error, or the absolute one where the reference is 0. */
export const errorOf = (value: Decimal | string, expected: Decimal | string): number => {
  const [x, y] = [new Wide(value), new Wide(expected)]
  return (y.isZero() ? x.abs() : x.minus(y).div(y).abs()).toNumber()
}

/** The right side, or an exception that says why there is none. */
export const right = <A>(either: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

/** The left side, or an exception. */
export const left = <B>(either: E.Either<B, unknown>): B => {
  if (E.isRight(either)) throw new Error('expected a problem, got a value')
  return either.left
}

export const paradigmOf = ({ paradigms }: Ledger, name: ParadigmName): Paradigm =>
  paradigms.find((paradigm) => paradigm.name === name)!

/** The figures of a ledger, in the form of the reference. */
export const figuresOf = ({ paradigms }: Ledger): Readonly<Record<string, Figures>> =>
  Object.fromEntries(
    paradigms.map(({ name, walls, total, wallPlug }) => [
      name,
      Object.fromEntries(
        Object.entries({ ...walls, total, ...(wallPlug === undefined ? {} : { wallPlug }) }).map(
          ([wall, { energy }]) => [wall, energy.exact.toString()]
        )
      )
    ])
  )

/** The largest relative error of a ledger's figures and intermediates; infinite where one is missing. */
export const worstError = (ledger: Ledger, reference: Reference): number => {
  const figures = figuresOf(ledger)
  const errors = [
    ...Object.entries(reference.intermediate).map(([name, expected]) => {
      const found = ledger.intermediates[name]
      return found === undefined ? Infinity : errorOf(found.exact, expected)
    }),
    ...Object.entries(reference.ledger).flatMap(([name, walls]) =>
      Object.entries(walls).map(([wall, expected]) => {
        const found = figures[name]?.[wall as Wall]
        return found === undefined ? Infinity : errorOf(found, expected)
      })
    )
  ]
  return Math.max(...errors)
}
