/**
 * Designs of one's own, as data: what they spend, part by part, at which wall. Each is a row of the
 * ledger, made of the same counts as the others.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { CompositionError } from '../bound/compose'
import { unity, type Expression } from '../formula/expression'
import { input, type Input, type Inputs, type ModelData, type Source } from '../formula/model'
import { aModel } from '../formula/kinds'
import { enumerated } from '../shape/words'
import type { Evidence } from '../technology/facts'
import { anObject, aText, having, listOf, optional, recordOf, wordOf } from '../units/argument'
import type { Kind, Kinds } from '../units/argument'
import type { Dimensionless, Energy, Information, MacsPerConversion } from '../units/dimension'
import type { Certainty, Stated } from '../units/enclosure'
import { aReadable, formatWith } from '../units/format'
import {
  joules,
  joulesPerBit,
  joulesPerConversion,
  joulesPerFlop,
  joulesPerMac,
  joulesPerParameter,
  joulesPerUpdate,
  macs,
  updates,
  watts
} from '../units/si'
import { numbering } from '../units/remembered'
import type { Unit } from '../units/unit'
import { ledgerInputs } from './inputs'
import {
  movedBits,
  paradigmNames,
  places,
  walls,
  type Given,
  type Part,
  type Place,
  type Row
} from './paradigms'

/** What every part of a design has. */
interface Named {
  /** Within its design, such as "ADC". */
  readonly name: string
  readonly place: Place
  readonly source?: Source
}

/**
 * A part of which a figure is known: how much energy each update takes, each mac, flop, bit, conversion
 * or parameter; or all of them; or the power that it draws as long as the learning lasts.
 *
 * @since 0.7.0
 */
export interface FigurePart<K extends Certainty = 'exact'> extends Named {
  /** Its unit says of what: J/update, J/mac, J/flop, J/bit, J/conversion, J/parameter; J; or W. */
  readonly figure: Stated<K, unknown>
  /** Macs served by one operand that is fetched, where the figure is for each bit; 1 if left out. */
  readonly reuse?: Stated<K, Dimensionless>
  /** Macs served by one conversion, where the figure is for each of those; those of the ledger if left out. @since 0.9.0 */
  readonly rows?: Stated<K, MacsPerConversion>
  readonly evidence?: Evidence
  /** What must be known to use the figure. @since 0.8.0 */
  readonly note?: string
}

/**
 * A part that costs what a formula says; inputs that are not given are those of the ledger.
 *
 * @since 0.7.0
 */
export interface FormulaPart<K extends Certainty = 'exact'> extends Named {
  readonly model: ModelData & { readonly of: (inputs: never) => Expression<unknown> }
  readonly inputs?: Readonly<Record<string, Stated<K, unknown>>>
}

/** A part of a design. @since 0.7.0 */
export type DesignPart<K extends Certainty = 'exact'> = FigurePart<K> | FormulaPart<K>

/** A design of one's own: a row of the ledger. @since 0.7.0 */
export interface OwnDesign<K extends Certainty = 'exact'> {
  readonly name: string
  readonly description?: string
  readonly parts: readonly DesignPart<K>[]
}

const aPart = (of: Kinds): Kind =>
  having('a part of a design: { name, place, figure }, or { name, place, model }', {
    name: aText,
    place: wordOf(places),
    ...of
  })

const aFigurePart = aPart({
  figure: aReadable,
  reuse: optional(aReadable),
  rows: optional(aReadable),
  evidence: optional(aText)
})

const aFormulaPart = aPart({
  model: aModel,
  inputs: optional(recordOf('values of inputs by their names', aReadable))
})

/** Designs of one's own, past the compiler. */
export const someDesigns: Kind = listOf(
  'a list of designs, such as decodeDesigns reads',
  having('a design: { name, parts }', {
    name: aText,
    description: optional(aText),
    parts: listOf('a list of parts', (part) =>
      anObject(part).length === 0 && 'model' in (part as object) ? aFormulaPart(part) : aFigurePart(part)
    )
  })
)

/** Macs that are served together, of the part itself or of the ledger. */
interface Served {
  readonly reuse: Expression<Dimensionless>
  readonly rows: Expression<MacsPerConversion>
}

/** What of a design is spent how often: a figure in a unit, times its count in this run. */
interface Counting {
  readonly unit: Unit<unknown>
  /** Of what the figure is, such as "each update". */
  readonly of: string
  readonly at: readonly Place[]
  readonly times: (given: Given, place: Place, served: Served) => Expression<unknown>
}

/** The bits that a wall handles: fetched for macs, stored by updates, moved by consolidation. */
const bitsAt = (given: Given, place: Place, { reuse }: Served): Expression<Information> => {
  const { macs: M, updates: U, precision: b } = given
  if (place === 'memory') return M.per(macs).times(b).over(reuse)
  return place === 'update' ? U.per(updates).times(b) : movedBits(given)
}

export const countings: readonly Counting[] = [
  { unit: joulesPerUpdate, of: 'each update', at: ['update', 'beside'], times: ({ updates: U }) => U },
  { unit: joulesPerMac, of: 'each mac', at: places, times: ({ macs: M }) => M },
  { unit: joulesPerFlop, of: 'each operation', at: places, times: ({ flops: F }) => F },
  {
    unit: joulesPerConversion,
    of: 'each conversion',
    at: ['memory', 'beside'],
    times: ({ macs: M }, _, { rows: R }) => M.over(R)
  },
  { unit: joulesPerBit, of: 'each bit', at: ['memory', 'update', 'consolidation'], times: bitsAt },
  {
    unit: joulesPerParameter,
    of: 'each parameter that is consolidated',
    at: ['consolidation'],
    times: ({ transfers: c, parameters: N }) => c.times(N)
  },
  { unit: joules, of: 'the whole run', at: places, times: () => unity },
  { unit: watts, of: 'all of its time', at: places, times: ({ duration }) => duration }
]

/** What a part takes, and the input that it is where it is a figure. */
const dimensionOf = (part: DesignPart<Certainty>) =>
  'model' in part ? part.model.unit.dimension : part.figure.dimension

const countingOf = (part: DesignPart<Certainty>): Counting | undefined =>
  countings.find(({ unit, at }) => unit.dimension.key === dimensionOf(part).key && at.includes(part.place))

const servedWords = ['reuse', 'rows'] as const

/** An input that a part adds to the ledger: its figure, or one of its formula. */
interface Own {
  readonly name: string
  readonly of: Input<unknown>
  readonly value: unknown
}

const ownName = (design: string, part: string, of?: string): string =>
  `${design}: ${part}${of === undefined ? '' : `, ${of}`}`

const ownOf = (design: string, part: DesignPart<Certainty>, at: number): readonly Own[] => {
  const name = (of?: string): string => ownName(design, part.name, of)
  if ('model' in part)
    return Object.entries(part.inputs ?? {}).flatMap(([of, value]) => {
      const known = part.model.inputs[of]
      return known === undefined ? [] : [{ name: name(of), of: known, value }]
    })
  const counting = countingOf(part)
  if (counting === undefined) return []
  const figure = input(`E_${at + 1}`, counting.unit, '[0, ∞)', `${part.name}, for ${counting.of}`)
  return [
    { name: name(), of: figure, value: part.figure },
    ...servedWords.flatMap((word) =>
      part[word] === undefined ? [] : [{ name: name(word), of: ledgerInputs[word], value: part[word] }]
    )
  ]
}

/** Every input that designs add, with its value. */
export const ownInputsOf = (designs: readonly OwnDesign<Certainty>[]): readonly Own[] =>
  designs.flatMap(({ name, parts }) => parts.flatMap((part, at) => ownOf(name, part, at)))

/** What a part pays, as an entry of the ledger. */
const partOf = (design: string, part: DesignPart<Certainty>): Part => {
  const { name, place, source } = part
  const { of, times } = countingOf(part)! // problems have been told
  const placed = { name, place }
  const at = (given: Given, input?: string): Expression<never> | undefined =>
    (given as unknown as Readonly<Record<string, Expression<never>>>)[ownName(design, name, input)]
  const paid = (given: Given, each: Expression<unknown>): Expression<Energy> => {
    const served = { reuse: at(given, 'reuse') ?? unity, rows: at(given, 'rows') ?? given.rows }
    return times(given, place, served).times(each) as unknown as Expression<Energy> // that of each, times how many there are
  }
  if ('model' in part) {
    const { model } = part
    return {
      ...placed,
      summary: `${name}: ${model.summary}`,
      constraint: model.constraint,
      ...(source === undefined ? {} : { sources: [source] }),
      formula: (given) => {
        const known = given as unknown as Readonly<Record<string, Expression<never>>>
        const values = Object.keys(model.inputs).map((input) => [input, at(given, input) ?? known[input]!])
        return paid(given, model.of(Object.fromEntries(values) as never))
      }
    }
  }
  const { evidence = 'as given', note } = part
  return {
    ...placed,
    summary: `${name}, for ${of}`,
    constraint: `${name} takes for ${of} what is stated (${evidence}${note === undefined ? '' : `: ${note}`})`,
    tier: 'empirical',
    sources: [source ?? { citation: `${design}, ${name}: ${evidence}` }],
    formula: (given) => paid(given, at(given)!)
  }
}

/** The walls of which a design says nothing: they are unknown, and not 0. */
const untoldOf = (parts: readonly DesignPart<Certainty>[]): Pick<Row, 'untold'> => {
  const silent = walls.filter((wall) => parts.every(({ place }) => place !== wall))
  const named = silent.map((wall) => `the ${wall}-wall`)
  return silent.length === 0
    ? {}
    : { untold: `nothing is stated of ${enumerated(named)}: unknown, and not counted` }
}

/** Designs as rows of a ledger. */
export const rowsOf = (designs: readonly OwnDesign<Certainty>[]): readonly Row[] =>
  designs.map(({ name, description = "a design of one's own", parts }) => ({
    name,
    description,
    parts: parts.map((part) => partOf(name, part)),
    ...untoldOf(parts),
    inputs: Object.fromEntries(
      parts.flatMap((part, at) => ownOf(name, part, at).map(({ name: own, of }) => [own, of]))
    )
  }))

const numberOf = numbering()

/** What tells designs apart, but for their values: of models, which ones they are and not what they are named. */
export const formOf = (designs: readonly OwnDesign<Certainty>[]): unknown =>
  designs.map(({ name, description, parts }) => [
    name,
    description,
    parts.map((part) =>
      'model' in part
        ? [part.name, part.place, numberOf(part.model), Object.keys(part.inputs ?? {}), part.source]
        : [
            part.name,
            part.place,
            part.figure.dimension.key,
            part.reuse === undefined,
            part.rows === undefined,
            part.evidence,
            part.note,
            part.source
          ]
    )
  ])

/** Names that mean something else in a ledger. */
const taken = {
  designs: paradigmNames as readonly string[],
  parts: ['memory', 'update', 'consolidation', 'beside', 'total', 'wallPlug']
} as const

/** Where something is wrong with a design, and what. */
export interface DesignProblem {
  /** Within the list of designs, such as [0, "parts", 1, "figure"]. */
  readonly at: readonly (string | number)[]
  readonly message: string
}

const nameProblems = (
  names: readonly string[],
  reserved: readonly string[],
  what: string,
  where: (at: number) => DesignProblem['at']
): readonly DesignProblem[] =>
  names.flatMap((name, at) => {
    const message =
      name.trim() === ''
        ? `expected a name of the ${what}, got nothing`
        : reserved.includes(name)
          ? `expected a name of its own, got "${name}", which is one of every ledger: ${reserved.join(', ')}`
          : names.indexOf(name) < at
            ? `expected each ${what} to have a name of its own, got "${name}" twice`
            : undefined
    return message === undefined ? [] : [{ at: where(at), message }]
  })

const unitsAt = (place: Place): string =>
  countings.flatMap(({ unit, at }) => (at.includes(place) ? [unit.symbol] : [])).join(', ')

const partProblems = (part: DesignPart<Certainty>, where: DesignProblem['at']): readonly DesignProblem[] => {
  const { place } = part
  const counted = countingOf(part)
  const said = place === 'beside' ? 'beside the walls' : `at the ${place}-wall`
  const expected = `expected what a part takes ${said}, in one of ${unitsAt(place)}`
  if ('model' in part) {
    const { model, inputs = {} } = part
    const uncounted =
      counted === undefined
        ? [{ at: [...where, 'model'], message: `${expected}, got ${model.name}, in ${model.unit.symbol}` }]
        : []
    const strange = Object.keys(inputs).flatMap((name) =>
      Object.hasOwn(model.inputs, name)
        ? []
        : [
            {
              at: [...where, 'inputs', name],
              message: `expected an input of ${model.name}: ${Object.keys(model.inputs).join(', ')}`
            }
          ]
    )
    const lacking = Object.entries(model.inputs).flatMap(([name, { unit, description }]) => {
      const shared: Input<unknown> | undefined = (ledgerInputs as Inputs)[name]
      return Object.hasOwn(inputs, name) || shared?.unit.dimension.key === unit.dimension.key
        ? []
        : [
            {
              at: [...where, 'inputs'],
              message: `expected ${name} of ${model.name} (${description}): no ledger has it`
            }
          ]
    })
    return [...uncounted, ...strange, ...lacking]
  }
  const { figure, reuse, rows } = part
  const isFetched = place === 'memory' && figure.dimension.key === joulesPerBit.dimension.key
  const isConverted = figure.dimension.key === joulesPerConversion.dimension.key
  return [
    ...(counted === undefined
      ? [
          {
            at: [...where, 'figure'],
            message: `${expected}, got ${formatWith<unknown>({ digits: 'all' })(figure)}`
          }
        ]
      : []),
    ...(reuse === undefined || isFetched
      ? []
      : [
          {
            at: [...where, 'reuse'],
            message: 'expected no reuse: only what is fetched bit by bit, at the memory-wall, is reused'
          }
        ]),
    ...(rows === undefined || isConverted
      ? []
      : [
          {
            at: [...where, 'rows'],
            message: 'expected no rows: only conversions, with a figure in J/conversion, are of rows'
          }
        ])
  ]
}

/** All that is wrong with designs, each with its place. */
export const designProblems = (designs: readonly OwnDesign<Certainty>[]): readonly DesignProblem[] => [
  ...nameProblems(
    designs.map(({ name }) => name),
    taken.designs,
    'design',
    (at) => [at, 'name']
  ),
  ...designs.flatMap(({ parts }, of) => [
    ...(parts.length === 0 ? [{ at: [of, 'parts'], message: 'expected a part at least, got none' }] : []),
    ...nameProblems(
      parts.map(({ name }) => name),
      taken.parts,
      'part',
      (at) => [of, 'parts', at, 'name']
    ),
    ...parts.flatMap((part, at) => partProblems(part, [of, 'parts', at]))
  ])
]

/** Designs as rows; or all that is wrong with them. */
export const checkedRows = (
  designs: readonly OwnDesign<Certainty>[]
): E.Either<CompositionError, readonly Row[]> => {
  const problems = designProblems(designs)
  return problems.length === 0
    ? E.right(rowsOf(designs))
    : E.left({
        _tag: 'CompositionError',
        kind: 'inputs',
        message: problems.map(({ at, message }) => `designs ${at.join(' ')}: ${message}`).join('; ')
      })
}
