/**
 * Reading a workload file: text, with any field overridden, to a scenario and what it assumes.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aList, anObject, anything, expecting, having, type Kind, optional, options } from '../units/argument'
import type { CompositionError } from '../bound/compose'
import { aLedger, certifiedEstimator, estimator, type Ledger, type LedgerOf } from '../ledger/estimate'
import type { Scenario } from '../ledger/scenario'
import type { ModelError, Problem } from '../reading/error'
import type { EvaluateOptions } from '../reading/evaluate'
import { aRun, type Run } from '../workload/trace'
import type { Fact } from '../technology/facts'
import type { Energy } from '../units/dimension'
import { formatWith } from '../units/format'
import { isQuantity } from '../units/quantity'
import type { Certainty } from '../units/enclosure'
import { isBrief, remembered } from '../units/remembered'
import { parseJson, type Document } from '../format/text/json'
import {
  at,
  keysOf,
  pointerOf,
  retold,
  schemaError,
  unfitFile,
  withPosition,
  type SchemaError,
  type SchemaProblem
} from '../shape/problem'
import {
  holding,
  overridden,
  parametersIn,
  replacing,
  withSupplies,
  type Overrides,
  type Supplied,
  type Supplies
} from './supplied'
import { suppliesOfTrace } from './trace-supplies'
import {
  besideDesigns,
  decodeUncertainScenario,
  exactly as exactScenario,
  leaves,
  type Leaf
} from '../format/workload/scenario'
import type { Energies } from '../format/workload/designs'
import { someDesigns, type OwnDesign } from '../ledger/design'

/** A value that a ledger rests on, and where it comes from. @since 0.1.0 */
export interface Assumption {
  readonly name: string
  /** Where it stands, or would stand, in the file. */
  readonly pointer: string
  /** With its unit. */
  readonly value: string
  readonly origin: 'file' | 'override' | 'default' | 'derived' | Supplied['origin']
  /** Why a default holds, how a value was derived, or who supplied it. */
  readonly why?: string
}

/** How a workload is read. @since 0.3.0 */
export interface FileOptions extends EvaluateOptions {
  /** A trace of the learning: its convergence holds, and its counts where the file is silent. */
  readonly trace?: Run
  readonly supplied?: Supplies
  /** What the same learning took where it took place, to stand beside the ledger. */
  readonly measured?: Fact<Energy>
  /** Designs of one's own, as rows beside the others: what `decodeDesigns` reads. @since 0.7.0 */
  readonly designs?: readonly OwnDesign<Certainty>[]
  /** What the files of other tools hold that designs of the file name, by their paths there. @since 0.8.0 */
  readonly energies?: Energies
}

export type { Overrides }

/** A ledger with all that it rests on. @since 0.1.0 */
export interface Estimate<K extends Certainty = 'exact'> {
  readonly ledger: Ledger<K>
  readonly assumptions: readonly Assumption[]
  /** What the same learning took where it took place. */
  readonly measured?: Fact<Energy>
  /** The trace that it was made with. @since 0.4.0 */
  readonly run?: Run
}

export const anEstimate: Kind = having('an estimate, such as estimateFile gives', {
  ledger: aLedger,
  assumptions: aList
})

export const fileOptions: Kind = options({
  digits: anything,
  trace: aRun,
  supplied: anObject,
  measured: anObject,
  designs: optional(someDesigns),
  energies: anObject
})

/** By the names that flags have; one that is not known would do nothing. */
export const someOverrides: Kind = options(
  Object.fromEntries(leaves.map(({ name }) => [name, anything])),
  'override'
)

/** A certified ledger with all that it rests on. @since 0.2.0 */
export type CertifiedEstimate = Estimate<Certainty>

/** Where an input of the ledger comes from, if not from a field of its name. */
const homes: Readonly<Record<string, string>> = {
  flops: '/workload/operations',
  shape: '/workload/convergence/shape',
  meanStep: '/workload/convergence/meanStep',
  stepRange: '/workload/convergence/stepRange',
  tokens: '/workload/operations/tokens',
  anchorParameters: '/workload/operations/anchorParameters',
  anchorFlops: '/workload/operations/anchorFlops',
  exponent: '/workload/operations/exponent',
  epochs: '/workload/operations/epochs',
  batchSize: '/workload/updates/batchSize'
}

/** Where in the file an input of the ledger is said; nowhere, where it is one of a design. */
export const pointerOfInput = (input: string): string =>
  leaves.find(({ name }) => name === input)?.pointer ?? homes[input] ?? ''

/** A problem where it can be mended: at what was overridden, or else stands in the file. */
const placed =
  (raw: unknown, overrides: Overrides) =>
  ({ inputs, model, message }: Problem): SchemaProblem => {
    // A count without a finite value is what its rule makes of it.
    const named = inputs.length > 0 ? inputs : [model]
    const pointers = named.map(pointerOfInput).filter((pointer) => pointer !== '')
    const isOverridden = (pointer: string): boolean =>
      leaves.some((leaf) => pointer.startsWith(leaf.pointer) && Object.hasOwn(overrides, leaf.name))
    const first =
      pointers.find(isOverridden) ??
      pointers.find((pointer) => at(raw, keysOf(pointer)) !== undefined) ??
      pointers[0] ??
      ''
    return {
      pointer: first,
      message: pointers.length < 2 ? message : `${message}; it depends on ${pointers.join(', ')}`
    }
  }

const errorOf =
  (raw: unknown, overrides: Overrides) =>
  (error: ModelError | CompositionError): SchemaError =>
    schemaError(
      error._tag === 'ModelError'
        ? error.problems.map(placed(raw, overrides))
        : [{ pointer: '', message: error.message }]
    )

const valueText = ({ field }: Leaf, value: unknown): string => {
  const encoded: unknown = field.codec.encode(value)
  return typeof encoded === 'string' ? encoded : JSON.stringify(encoded)
}

/** The same of what somebody said: a text that has its unit stands as it was written, "0.5 pJ/bit". */
const echoed = (leaf: Leaf, value: unknown, said: unknown): string => {
  if (typeof said !== 'string' || !isQuantity(value)) return valueText(leaf, value)
  if (/\p{L}/u.test(said.replace(/e[-+]?\d/i, ''))) return said.trim()
  const text = valueText(leaf, value)
  return text.includes(' ') ? text : said.trim()
}

/** What a file says of each field, or leaves to its default: of many files, most say the same. */
const saidOf = new Map(
  leaves.map((leaf) => {
    const { name, pointer, field } = leaf
    const known = remembered<Assumption, string | number>(64)
    return [
      leaf,
      (value: unknown, said: unknown): Assumption => {
        const make = (): Assumption => {
          const shown = { name, pointer, value: echoed(leaf, value, said) }
          return said === undefined
            ? { ...shown, origin: 'default', why: field.default?.why ?? '' }
            : { ...shown, origin: 'file' }
        }
        if (said === undefined) return known('', make) // no field is an empty text
        return isBrief(said) ? known(said, make) : make()
      }
    ]
  })
)

const word: { readonly [O in Supplied['origin']]: string } = {
  trace: 'from the trace',
  cited: 'cited',
  assumed: 'an assumption'
}

const assumptionsOf = <K extends Certainty>(
  raw: unknown,
  overrides: Overrides,
  supplied: Supplies,
  { scenario, counts }: Ledger<K>
): readonly Assumption[] =>
  leaves.flatMap((leaf): readonly Assumption[] => {
    const { name, pointer } = leaf
    const value = at(scenario, keysOf(pointer))
    const base = { name, pointer }
    const count = name === 'operations' ? 'flops' : name
    const how = counts.derived[count as keyof typeof counts.derived]
    if (how !== undefined) {
      const found = counts[count as 'flops' | 'macs' | 'updates']
      const law = value === undefined || typeof value === 'string' ? '' : `: ${valueText(leaf, value)}`
      const isSupplied = Object.hasOwn(supplied, name) && !Object.hasOwn(overrides, name)
      const rule = isSupplied ? ` (${word[supplied[name]!.origin]}: ${supplied[name]!.why})` : ''
      return [
        {
          ...base,
          value: formatWith<unknown>({ digits: 'all' })(found),
          origin: 'derived',
          why: how + law + rule
        }
      ]
    }
    if (value === undefined)
      return name === 'carnotFraction' && scenario.design.ambientTemperature !== undefined
        ? [
            {
              ...base,
              value: '1',
              origin: 'default',
              why: 'a perfect machine pumps the heat: the least there is'
            }
          ]
        : []
    if (Object.hasOwn(overrides, name))
      return [{ ...base, value: echoed(leaf, value, overrides[name]), origin: 'override' }]
    const said = at(raw, keysOf(pointer))
    if (Object.hasOwn(supplied, name)) {
      const { origin, why } = supplied[name]!
      return [{ ...base, value: echoed(leaf, value, said), origin, why }]
    }
    return [saidOf.get(leaf)!(value, said)]
  })

/** The keys of what stands in a value at a place, or else next above it. */
const standing = (value: unknown, keys: readonly string[]): readonly string[] =>
  at(value, keys) === undefined ? standing(value, keys.slice(0, -1)) : keys

const withPositions =
  ({ value, positionOf }: Document, overrides: Overrides) =>
  (error: SchemaError): SchemaError => {
    const replaced = leaves.filter(({ name }) => Object.hasOwn(overrides, name)).map(({ pointer }) => pointer)
    return retold((problem) => {
      const isReplaced = replaced.some(
        (pointer) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`)
      )
      const keys = keysOf(problem.pointer)
      // A design may have been given beside the file.
      const isBeside = keys[0] === 'designs' && at(value, keys.slice(0, 2)) === undefined
      if (isReplaced || isBeside) return problem
      // What is cited, or of another file, has its figure in the ledger alone.
      const isFigure = keys[0] === 'designs' && keys.at(-1) === 'figure'
      const pointer = isFigure ? pointerOf(standing(value, keys)) : problem.pointer
      return withPosition(positionOf)({ ...problem, pointer })
    })(error)
  }

/** From a document to a ledger, by one reading of many. */
type DocumentReader<K extends Certainty> = (
  document: Document,
  overrides: Overrides
) => E.Either<SchemaError, Estimate<K>>

/** What is supplied to the value of a file, and holds. */
const heldIn = (
  value: unknown,
  overrides: Overrides,
  { trace, supplied = {} }: FileOptions
): E.Either<SchemaError, Supplies> =>
  pipe(
    trace === undefined ? E.right({}) : suppliesOfTrace(trace, parametersIn(overridden(value, overrides))),
    E.map((traced: Supplies) => holding(value, { ...traced, ...supplied, ...replacing(traced) }))
  )

/**
 * The value of a workload file with all that flags, a trace or a citation say instead of it or besides: what
 * gives the same ledger by itself.
 */
export const statedValue = (
  value: unknown,
  overrides: Overrides = {},
  options: FileOptions = {}
): E.Either<SchemaError, unknown> =>
  pipe(
    heldIn(value, overrides, options),
    E.map((held) => overridden(withSupplies(value, held), overrides))
  )

/** How the value of a file becomes a scenario. */
type Decode<K extends Certainty> = (
  value: unknown,
  options: FileOptions
) => E.Either<SchemaError, Scenario<K>>

/** The scenario of a document with all that is said instead or besides, and what it was made of. */
const scenarioWith =
  <K extends Certainty>(decode: Decode<K>, options: FileOptions) =>
  ({ value }: Document, overrides: Overrides) =>
    pipe(
      heldIn(value, overrides, options),
      E.bindTo('held'),
      E.let('whole', ({ held }) => withSupplies(value, held)),
      E.bind('scenario', ({ whole }) => decode(overridden(whole, overrides), options))
    )

/** How a document is read: how its value is decoded, and its scenario estimated. */
const documentsWith =
  <K extends Certainty>(decode: Decode<K>, estimatorOf: (options: EvaluateOptions) => LedgerOf<K>) =>
  (options: FileOptions = {}): DocumentReader<K> => {
    const { trace, supplied: _, measured, designs: __, energies: ___, ...reading } = options
    const ledgerOf = estimatorOf(reading)
    const scenarioOf = scenarioWith(decode, options)
    return (document, overrides) =>
      pipe(
        scenarioOf(document, overrides),
        E.chain(({ held, whole, scenario }) =>
          pipe(
            ledgerOf(scenario),
            E.bimap(errorOf(whole, overrides), (ledger) => ({
              ledger,
              assumptions: assumptionsOf(document.value, overrides, held, ledger),
              ...(measured === undefined ? {} : { measured }),
              ...(trace === undefined ? {} : { run: trace })
            }))
          )
        ),
        E.mapLeft(withPositions(document, overrides))
      )
  }

/** A scenario from the value of a file, with designs beside it. */
const uncertainOf = (value: unknown, { designs = [], energies }: FileOptions) =>
  pipe(decodeUncertainScenario(value, energies), E.chain(besideDesigns(designs)))

/** The same, of which no value is uncertain. */
const exactOf = (value: unknown, options: FileOptions) =>
  pipe(uncertainOf(value, options), E.chain(exactScenario))

const exactly = documentsWith<'exact'>(exactOf, estimator)
const certified = documentsWith<Certainty>(uncertainOf, certifiedEstimator)

/** The scenario of a document, of which no value is uncertain. */
export const scenarioOf = (
  document: Document,
  overrides: Overrides,
  options: FileOptions
): E.Either<SchemaError, Scenario> =>
  pipe(
    scenarioWith(exactOf, options)(document, overrides),
    E.bimap(withPositions(document, overrides), ({ scenario }) => scenario)
  )

/** The same of a document whose values may be uncertain. */
export const uncertainScenarioOf = (
  document: Document,
  overrides: Overrides,
  options: FileOptions
): E.Either<SchemaError, Scenario<Certainty>> =>
  pipe(
    scenarioWith(uncertainOf, options)(document, overrides),
    E.bimap(withPositions(document, overrides), ({ scenario }) => scenario)
  )

/** A value that was never a text: nothing in it stands at a line. */
export const placeless = (value: unknown): Document => ({ value, positionOf: () => undefined })

/** From the text of a workload file, with any field overridden, to its ledger. @since 0.4.0 */
export type FileEstimator<K extends Certainty> = (
  text: string,
  overrides?: Overrides
) => E.Either<SchemaError, Estimate<K>>

/** Files by what reads documents. */
const filesOf = <K extends Certainty>(name: string, read: DocumentReader<K>): FileEstimator<K> =>
  expecting(
    name,
    { text: anything, overrides: someOverrides },
    (text: string, overrides: Overrides = {}) =>
      pipe(
        parseJson(text, ': a value is taken by estimateValue, or certifiedEstimateValue'),
        E.chain((document) => read(document, overrides))
      ),
    unfitFile
  )

/**
 * `estimateFile` for many files: the options hold for all of them. As there, what has the same formulas shares
 * them, so that the first of a kind takes longest.
 *
 * @example
 * import { fileEstimator } from 'limen/files'
 * const estimate = fileEstimator()
 * estimate('{ "name": "nothing yet" }') // left: /workload (line 1): missing: expected an object of workload fields
 * estimate('[]') // left: (line 1): expected an object with a name, a workload and a design, got a list
 *
 * @since 0.4.0
 */
export const fileEstimator = expecting(
  'fileEstimator',
  { options: fileOptions },
  (options: FileOptions = {}): FileEstimator<'exact'> => filesOf('fileEstimator', exactly(options))
)

/**
 * `certifiedEstimateFile` for many files: the options hold for all of them.
 *
 * @since 0.4.0
 */
export const certifiedFileEstimator = expecting(
  'certifiedFileEstimator',
  { options: fileOptions },
  (options: FileOptions = {}): FileEstimator<Certainty> =>
    filesOf('certifiedFileEstimator', certified(options))
)

/**
 * The ledger of a workload file, with the assumptions that it rests on; or all that is wrong with
 * the file, each problem with its JSON pointer and its line.
 *
 * @example
 * import { estimateFile } from 'limen/files'
 * estimateFile('{ "name": "nothing yet" }') // left: /workload (line 1): missing: expected an object of workload fields
 *
 * @since 0.1.0
 */
export const estimateFile = expecting(
  'estimateFile',
  { text: anything, overrides: someOverrides, options: fileOptions },
  (text: string, overrides: Overrides = {}, options: FileOptions = {}): E.Either<SchemaError, Estimate> =>
    fileEstimator(options)(text, overrides),
  unfitFile
)

/**
 * The certified ledger of a workload file: every figure is a rigorous enclosure. Values of the file
 * may be uncertain: "300 K ± 2 K", "[1e9, 1e10] Hz".
 *
 * @since 0.2.0
 */
export const certifiedEstimateFile = expecting(
  'certifiedEstimateFile',
  { text: anything, overrides: someOverrides, options: fileOptions },
  (
    text: string,
    overrides: Overrides = {},
    options: FileOptions = {}
  ): E.Either<SchemaError, CertifiedEstimate> => certifiedFileEstimator(options)(text, overrides),
  unfitFile
)

/**
 * The ledger of a value with the fields of a workload file, such as one made from a trace.
 *
 * @since 0.3.0
 */
export const estimateValue = expecting(
  'estimateValue',
  { value: anything, overrides: someOverrides, options: fileOptions },
  (value: unknown, overrides: Overrides = {}, options: FileOptions = {}): E.Either<SchemaError, Estimate> =>
    exactly(options)(placeless(value), overrides),
  unfitFile
)

/**
 * The certified ledger of a value with the fields of a workload file, such as one made from a trace.
 *
 * @since 0.3.0
 */
export const certifiedEstimateValue = expecting(
  'certifiedEstimateValue',
  { value: anything, overrides: someOverrides, options: fileOptions },
  (
    value: unknown,
    overrides: Overrides = {},
    options: FileOptions = {}
  ): E.Either<SchemaError, CertifiedEstimate> => certified(options)(placeless(value), overrides),
  unfitFile
)
