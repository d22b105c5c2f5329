/**
 * The workload file: what may stand in it, what each field means, and what holds where it is left out.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { OwnDesign } from '../../ledger/design'
import type { Scenario } from '../../ledger/scenario'
import { coolingInputs, ledgerInputs as inputs, measuredInputs } from '../../ledger/inputs'
import { h100PeakOperation, hbm2Access } from '../../technology/facts'
import { formatWith } from '../../units/format'
import { isEnclosure, type Certainty } from '../../units/enclosure'
import { isQuantity, type Quantity } from '../../units/quantity'
import { lacksTokens } from '../../workload/known'
import type { Source } from '../../formula/model'
import { problemsOf, record, schemaAddress, text } from '../../shape/codec'
import { ownDesigns, problemsOfDesigns, statedDesigns, type Energies, type StatedDesign } from './designs'
import { operations } from './operations'
import { at, keysOf, pointerOf, schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { field } from '../../shape/quantity'
import type { Codec, Default, Field, Fields } from '../../shape/shape'
import { wordOr } from '../../shape/union'
import { updates } from './updates'
import { shown } from '../../shape/words'

const otherwise = (value: string | number, why: string): Default => ({ value, why })

const cited = (fact: { readonly value: Quantity<never>; readonly what: string; readonly source: Source }) =>
  otherwise(formatWith({ digits: 'all' })(fact.value), `${fact.what}; ${fact.source.citation}`)

const defaults = { value: {}, why: 'the defaults of its fields' } as const

/** The fields of each section of a workload file. */
export const sections = {
  workload: {
    parameters: field(inputs.parameters, '1e15 parameter'),
    precision: field(inputs.precision, '8 bit'),
    convergence: {
      codec: wordOr(
        ['constant', 'exponential', 'powerLaw'],
        record('"constant", "exponential", "powerLaw", or an object with a measured mean step and shape', {
          meanStep: {
            ...field(measuredInputs.meanStep, '0.02'),
            description: `${measuredInputs.meanStep.description}, such as "0.02": a shape tells when hops take place, and this how many there are`
          },
          shape: field(measuredInputs.shape, '0.85'),
          stepRange: { ...field(measuredInputs.stepRange, '8 bit'), optional: true }
        })
      ),
      description:
        'how the steps of the optimiser shrink: "constant", "exponential", "powerLaw" or what was measured, {"meanStep": 0.02, "shape": 0.85}'
    },
    duration: field(inputs.duration, '30 d'),
    updates: {
      codec: updates,
      description: `${inputs.updates.description}, such as "6e28 update", "one per flop", "one per mac", "one per token" or {"per": "batch", "batchSize": "3.2e6 token"}`
    },
    operations: {
      codec: operations,
      description: 'number of operations, such as "3.14e23 flop", or a law',
      optional: true
    },
    macs: { ...field(inputs.macs, '1.57e23 mac'), optional: true },
    transfers: field(inputs.transfers, '1', otherwise(1, 'the solution is consolidated once, at the end'))
  },
  design: {
    temperature: field(inputs.temperature, '300 K', otherwise('300 K', 'room temperature')),
    ambientTemperature: { ...field(coolingInputs.ambientTemperature, '300 K'), optional: true },
    carnotFraction: { ...field(coolingInputs.carnotFraction, '0.2'), optional: true },
    solutionErrorProbability: field(
      inputs.solutionErrorProbability,
      '1e-9',
      otherwise(1e-9, 'one bit of the solution in a thousand million may be wrong: an assumption')
    ),
    errorProbability: field(
      inputs.errorProbability,
      '0.01',
      otherwise(0.01, 'one update in a hundred may go wrong: an assumption')
    )
  },
  memory: {
    attemptRate: field(
      inputs.attemptRate,
      '1 GHz',
      otherwise('1 GHz', 'the customary attempt rate of a nanomagnet, one per nanosecond')
    ),
    hopsPerUpdate: field(
      inputs.hopsPerUpdate,
      '1',
      otherwise(1, 'the first update moves one rung: an assumption')
    ),
    retentionTime: field(
      inputs.retentionTime,
      '10 yr',
      otherwise('10 yr', 'the customary specification of non-volatile memory')
    ),
    failureProbability: field(inputs.failureProbability, '1e-9', otherwise(1e-9, 'an assumption')),
    writeTime: field(inputs.writeTime, '1 µs', otherwise('1 µs', 'an assumption')),
    writeErrorProbability: field(inputs.writeErrorProbability, '1e-9', otherwise(1e-9, 'an assumption')),
    flipProbability: field(inputs.flipProbability, '0.5', otherwise(0.5, 'random data'))
  },
  readout: {
    outputBits: field(inputs.outputBits, '8 bit', otherwise('8 bit', 'an assumption')),
    rows: field(
      inputs.rows,
      '256 mac/conversion',
      otherwise(256, 'an assumption: products summed by one conversion')
    )
  },
  technology: {
    movementEnergy: field(inputs.movementEnergy, '3.9 pJ/bit', cited(hbm2Access as never)),
    reuse: field(inputs.reuse, '128', otherwise(1, 'every mac fetches its operand: an assumption')),
    acceleratorEnergy: field(inputs.acceleratorEnergy, '0.7 pJ/flop', cited(h100PeakOperation as never))
  }
} as const satisfies Readonly<Record<string, Fields>>

/** Where each section stands in the file. */
const places: { readonly [S in keyof typeof sections]: string } = {
  workload: '/workload',
  design: '/design',
  memory: '/design/memory',
  readout: '/design/readout',
  technology: '/design/technology'
}

const design = record('an object of design fields', {
  ...sections.design,
  memory: {
    codec: record('an object of memory fields', sections.memory),
    description: 'the memory',
    default: defaults
  },
  readout: {
    codec: record('an object of readout fields', sections.readout),
    description: 'the readout',
    default: defaults
  },
  technology: {
    codec: record('an object of technology fields', sections.technology),
    description: 'the technology',
    default: defaults
  }
})

/** What a workload file says; of designs, as it says it. */
type Stated = Omit<Scenario<Certainty>, 'designs'> & { readonly designs?: readonly StatedDesign[] }

/** A workload file. */
export const workloadFile: Codec<Stated> = record('an object with a name, a workload and a design', {
  $schema: schemaAddress,
  name: { codec: text, description: 'a name, such as "Brain-scale system"' },
  description: { codec: text, description: 'a description', optional: true },
  workload: {
    codec: record('an object of workload fields', sections.workload),
    description: 'an object of workload fields'
  },
  design: { codec: design, description: 'the design', default: defaults },
  designs: {
    codec: statedDesigns,
    description: "designs of one's own, as rows beside the others",
    optional: true
  }
})

/** Problems of designs, where those stand in a workload file. */
const amongDesigns = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] =>
  problems.map((problem) => ({ ...problem, pointer: `/designs${problem.pointer}` }))

/** What a file says, with its designs as a ledger takes them; or what is wrong with those. */
const withOwn = (
  { designs, ...rest }: Stated,
  energies?: Energies
): E.Either<readonly SchemaProblem[], Scenario<Certainty>> =>
  designs === undefined
    ? E.right(rest)
    : pipe(
        ownDesigns(designs, energies),
        E.bimap(amongDesigns, (own) => ({ ...rest, designs: own }))
      )

/** The codec of a workload file. @since 0.1.0 */
export const scenario: t.Type<Scenario<Certainty>, unknown> = new t.Type<Scenario<Certainty>, unknown>(
  workloadFile.name,
  (value): value is Scenario<Certainty> => workloadFile.is(value),
  (value, context) =>
    pipe(
      workloadFile.validate(value, context),
      E.chain((stated) =>
        pipe(
          withOwn(stated),
          E.mapLeft((problems): t.Errors =>
            problems.map(({ pointer, message }) => ({
              value: at(value, keysOf(pointer)),
              context: keysOf(pointer).reduce((above, key) => t.appendContext(above, key, text), context),
              message
            }))
          )
        )
      )
    ),
  (of) => workloadFile.encode(of)
)

/** A field of the file that is set by a value of its own, and where it stands. */
export interface Leaf {
  readonly name: string
  readonly pointer: string
  readonly field: Field
}

/** Every field of the workload and the design. */
export const leaves: readonly Leaf[] = Object.entries(sections).flatMap(([section, fields]) =>
  Object.entries<Field>(fields).map(([name, of]): Leaf => ({
    name,
    pointer: `${places[section as keyof typeof sections]}/${name}`,
    field: of
  }))
)

const uncounted: SchemaProblem = {
  pointer: '/workload',
  message: 'expected operations or macs, or both: without them nothing is known of reads'
}

const tokenless: SchemaProblem = {
  pointer: '/workload/updates',
  message:
    'expected operations that tell the tokens, for updates per token or batch: "computeOptimal", {"law": "training", "tokens": "3e11 token"} or {"law": "given", "flops": "3.14e23 flop", "tokens": "3e11 token"}'
}

const uncooled: SchemaProblem = {
  pointer: '/design/carnotFraction',
  message: 'expected an ambientTemperature beside it: the heat has to be given off somewhere'
}

/**
 * A scenario, its values exact or uncertain, from the value of a workload file; or all that is wrong
 * with it. Where designs name files of other tools, `energies` has what those hold, by their paths (since
 * 0.8.0).
 *
 * @since 0.2.0
 */
export const decodeUncertainScenario = (
  value: unknown,
  energies?: Energies
): E.Either<SchemaError, Scenario<Certainty>> => {
  const decoded = workloadFile.decode(value)
  const isThere = (pointer: string): boolean => at(value, keysOf(pointer)) !== undefined
  const cooling =
    isThere('/design/carnotFraction') && !isThere('/design/ambientTemperature') ? [uncooled] : []
  if (E.isLeft(decoded)) return E.left(schemaError([...problemsOf(decoded.left), ...cooling]))
  const { workload } = decoded.right
  const own = withOwn(decoded.right, energies)
  const problems = [
    ...(workload.operations === undefined && workload.macs === undefined ? [uncounted] : []),
    ...(lacksTokens(workload) ? [tokenless] : []),
    ...cooling,
    ...(E.isLeft(own) ? own.left : [])
  ]
  return E.isLeft(own) || problems.length > 0 ? E.left(schemaError(problems)) : own
}

const uncertain = (found: string): string =>
  `expected one value, got ${shown(found)}: what is uncertain is for --certified (limen estimate, sweep, draw sweep)`

/** Where a scenario, or a part of it that stands at a pointer, is uncertain. */
const uncertaintiesIn = (value: object, pointer: string): readonly SchemaProblem[] => {
  if (isEnclosure(value)) return [{ pointer, message: uncertain(formatWith({ digits: 'all' })(value)) }]
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) => {
    if (typeof inside !== 'object' || inside === null || isQuantity(inside)) return []
    // A number of operations stands in the file by itself, unless tokens stand beside it.
    const isAlone = key === 'flops' && !('tokens' in value)
    return uncertaintiesIn(inside, isAlone ? pointer : pointer + pointerOf([key]))
  })
}

/** A scenario with more designs of one's own, after those of its file; or what is wrong with them. */
export const besideDesigns =
  (more: readonly OwnDesign<Certainty>[]) =>
  (of: Scenario<Certainty>): E.Either<SchemaError, Scenario<Certainty>> => {
    const designs = [...(of.designs ?? []), ...more]
    const problems = amongDesigns(problemsOfDesigns(designs))
    if (problems.length > 0) return E.left(schemaError(problems))
    return E.right(designs.length === 0 ? of : { ...of, designs })
  }

/** A scenario as an exact one, or where it is not. */
export const exactly = (of: Scenario<Certainty>): E.Either<SchemaError, Scenario> => {
  const problems = uncertaintiesIn(of, '')
  return problems.length > 0 ? E.left(schemaError(problems)) : E.right(of as Scenario) // no enclosure is in it
}

/**
 * A scenario from the value of a workload file, or all that is wrong with it. A value that is
 * uncertain is wrong here.
 *
 * @since 0.1.0
 */
export const decodeScenario = (value: unknown, energies?: Energies): E.Either<SchemaError, Scenario> =>
  pipe(decodeUncertainScenario(value, energies), E.chain(exactly))
