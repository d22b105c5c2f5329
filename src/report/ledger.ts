/**
 * The parts of a ledger that every form of it prints: figures, what they rest on, where they come from.
 */
import * as E from 'fp-ts/lib/Either.js'
import { allClaims, isBound, type Claim, type Source, type Tier } from '../formula/model'
import { walls, type ParadigmName, type Place } from '../ledger/paradigms'
import type { LedgerRow } from '../ledger/estimate'
import type { CertifiedEstimate, Estimate } from '../estimate/workload-file'
import { landauer } from '../physics/thermodynamics'
import type { Fact } from '../technology/facts'
import { roundingMode, type Decimal } from '../units/decimal'
import type { Dimensionless, Energy } from '../units/dimension'
import { endsOf, type Certainty, type Enclosure } from '../units/enclosure'
import { formatWith } from '../units/format'
import type { Quantity } from '../units/quantity'
import { one } from '../units/si'

/** The name of a wall, as the field has it. */
export const wallNames = {
  memory: 'memory-wall',
  update: 'update-wall',
  consolidation: 'consolidation-wall'
} as const

/** The name of each place where something is spent. */
export const placeNames: { readonly [P in Place]: string } = { ...wallNames, beside: 'beside the walls' }

/** The name of what a total takes where heat is pumped out of the cold. */
export const wallPlugName = 'at the wall plug'

/** What cannot be told apart by wall is a dash. */
export const unknownFigure = '—'

/** A ledger of values, or of enclosures. */
export type AnyEstimate = Estimate | CertifiedEstimate
export type AnyRow = LedgerRow | LedgerRow<Certainty>
export type AnyEntry = AnyRow['total']
type AnyFigure = Quantity<unknown> | Enclosure<unknown>

/** Every row: the paradigms, then designs of one's own. */
export const rowsOf = ({ ledger }: AnyEstimate): readonly AnyRow[] => [...ledger.paradigms, ...ledger.designs]

const leastOf = ({ total }: AnyRow): Decimal => endsOf<unknown>(total.energy)[0]!.exact

/** Every row in the order in which people read them: by what may be claimed, and of each the least first. */
export const sortedRows = (estimate: AnyEstimate): readonly AnyRow[] =>
  [...rowsOf(estimate)].sort(
    (a, b) =>
      allClaims.indexOf(a.total.claim) - allClaims.indexOf(b.total.claim) || leastOf(a).comparedTo(leastOf(b))
  )

/** Whether totals are told at the wall plug, too. */
export const hasWallPlug = (estimate: AnyEstimate): boolean =>
  rowsOf(estimate).some(({ wallPlug }) => wallPlug !== undefined)

/** Whether the figures are enclosures. */
export const isCertified = (estimate: AnyEstimate): boolean =>
  rowsOf(estimate).some(({ total }) => 'lower' in total.energy)

/** An energy, or a dash where it is not known. */
export const figure = (energy: AnyFigure | undefined, digits = 4): string =>
  energy === undefined
    ? unknownFigure
    : endsOf(energy).every(({ exact }) => exact.isZero())
      ? '0'
      : formatWith({ digits })(energy)

/** What a paradigm takes at a place, where that is known. */
const entryAt = ({ walls: known, beside }: AnyRow, place: Place): AnyEntry | undefined =>
  place === 'beside' ? beside : known?.[place]

/** Where a ledger tells what is spent: at the walls, and beside them where a design does. */
export const placesOf = (estimate: AnyEstimate): readonly Place[] => [
  ...walls,
  ...(rowsOf(estimate).some(({ beside }) => beside !== undefined) ? (['beside'] as const) : [])
]

/** What a paradigm takes at each place of which something is known. */
export const entriesOf = (paradigm: AnyRow): readonly (readonly [Place, AnyEntry])[] =>
  [...walls, 'beside' as const].flatMap((place) => {
    const entry = entryAt(paradigm, place)
    return entry === undefined ? [] : [[place, entry]]
  })

/** The energies of a paradigm at some places, and in all; undefined where they are not known. */
export const energiesOf = (
  paradigm: AnyRow,
  places: readonly Place[]
): readonly (AnyEntry['energy'] | undefined)[] => [
  ...places.map((place) => entryAt(paradigm, place)?.energy),
  paradigm.total.energy
]

const hundredths = (value: Quantity<Dimensionless>): string => {
  const { exact, rounding = 'nearest' } = value
  return exact.toFixed(2, roundingMode[rounding])
}

/** Decades to a tenth; what is nearer than that by its first digit, so that nothing is "-0.0". */
export const decadesText = (decades: number): string =>
  decades === 0 || Math.abs(decades) >= 0.05 ? decades.toFixed(1) : decades.toPrecision(1)

/** How far a paradigm is above the floor, in decades; two where that is enclosed, none where there are none. */
export const decadesOf = ({ name, decadesAboveFloor: decades }: AnyRow): readonly string[] =>
  name === 'floor' || decades === null
    ? []
    : typeof decades === 'number'
      ? [decadesText(decades)]
      : [hundredths(decades.lower), hundredths(decades.upper)]

/** The same as one text. */
export const decades = (paradigm: AnyRow): string => {
  const [from = '', to] = decadesOf(paradigm)
  return to === undefined ? from : `[${from}, ${to}]`
}

/** What the learning took where it took place, and how far that is above the floor. */
export interface Measured {
  readonly fact: Fact<Energy>
  /** Two where the floor is enclosed; none where the floor may be 0. */
  readonly decades: readonly Decimal[]
}

/** The same of a ledger; none where it is not known. */
export const measuredOf = ({ measured: fact, ledger }: AnyEstimate): Measured | undefined => {
  if (fact === undefined) return undefined
  const floor: AnyRow | undefined = ledger.paradigms.find(({ name }) => name === 'floor')
  const ends = floor === undefined ? [] : [...endsOf<Energy>(floor.total.energy)].reverse()
  const above = ends.map(({ exact }) => fact.value.exact.div(exact).log(10))
  return { fact, decades: ends.every(({ exact }) => exact.gt(0)) ? above : [] }
}

/** Those decades as one text; an enclosure is rounded outwards. */
export const measuredDecades = ({ decades: [from, to] }: Measured): string => {
  if (from === undefined) return ''
  if (to === undefined) return from.toFixed(1)
  return `[${from.toFixed(2, roundingMode.down)}, ${to.toFixed(2, roundingMode.up)}]`
}

/** A tier as a reader has it: what is a model of one machine is told from a formula, and from an AI model. */
export const tierName = (tier: Tier): string => (tier === 'model' ? 'machine' : tier)

/** What may be said of a figure, with the tier where that tells more. */
export const claimText = (claim: Claim, tier: Tier): string =>
  tier === 'model' ? claim : `${claim} (${tier})`

/** The same, to stand in brackets: the cost of a machine is of a machine. */
export const claimWords = (claim: Claim, tier: Tier): string =>
  tier === 'model' ? claim : `${claim}, ${tier}`

/** What a tier covers, and so what an energy of it is. */
export const tierMeanings: { readonly [T in Tier]: string } = {
  theorem: 'of every machine that meets the constraint named: an energy is a lower bound',
  circuit:
    'of every circuit of a class: an energy is a lower bound of the class, and can be beaten outside it',
  model:
    'of one machine as stated: an energy is what it costs, no bound, and a cleverer machine may pay less',
  empirical: 'of a technology as measured or projected: an energy is an estimate, no bound'
}

/** What may be said before a figure, and behind it. */
const sayings: { readonly [C in Claim]: readonly [before: string, behind: string] } = {
  'lower bound': ['at least ', ''],
  'lower bound of a class': ['at least ', ' within its class'],
  'cost of a machine': ['costs ', ''],
  'estimate': ['about ', '']
}

/** A figure, as what it is lets one say it. */
export const said = (claim: Claim): readonly [before: string, behind: string] => sayings[claim]

/** The two lines that all rows are seen against: what they bound, for which machines, and what else is below. */
const lineMeanings = {
  floor: [
    'for every machine whose memory held unknown bits',
    'the information of the solution, however often it is updated; a machine whose memory starts blank may be below it'
  ],
  bitFlip: [
    'for learning that erases a bit at each update',
    'one bit flip per update; a machine that does not erase may be below it'
  ]
} as const satisfies Partial<Readonly<Record<ParadigmName, readonly [of: string, what: string]>>>

/** The name of a line. */
export type LineName = keyof typeof lineMeanings

const isLine = (name: string): name is LineName => Object.hasOwn(lineMeanings, name)

/**
 * The two lines, as far as there are names and tiers of them, each with what it is; and for which cells alone it
 * bounds, where that is more than Landauer's bound.
 */
export const linesAmong = (
  rows: readonly { readonly name: string; readonly tier: Tier; readonly cells?: string | undefined }[]
): readonly (readonly [name: LineName, meaning: string])[] =>
  rows.flatMap(({ name, tier, cells }) => {
    if (!isLine(name)) return []
    const [of, what] = lineMeanings[name]
    const claim = isBound(tier) ? 'a lower bound' : 'no lower bound where counts follow from a law, but one'
    return [[name, `${claim} ${of}${cells === undefined ? '' : `, in ${cells}`}: ${what}`]]
  })

/** How often a line pays for a bit, and with which probability of an error. */
const bitsOfLine: {
  readonly [L in LineName]: (ledger: AnyEstimate['ledger']) => readonly [error: unknown, ...counts: unknown[]]
} = {
  floor: ({ inputs }) => [inputs['solutionErrorProbability'], inputs['parameters'], inputs['precision']],
  bitFlip: ({ inputs, counts }) => [inputs['errorProbability'], counts.updates]
}

/** What of a line above this is told as Landauer's bound: it changes no digit that is printed. */
const unseen = 1.0005

/** The cells of which alone a line is a bound: where time makes it more than Landauer's bound, which is of all. */
const cellsOf = ({ ledger, assumptions }: AnyEstimate, { name, total }: AnyRow): string | undefined => {
  if (!isLine(name)) return undefined
  const least = (of: unknown) => (typeof of === 'number' ? one(of) : endsOf<unknown>(of as AnyFigure)[0]!)
  const [error, ...counts] = bitsOfLine[name](ledger)
  const { temperature, attemptRate } = ledger.inputs
  const landauers = landauer({ temperature: least(temperature), errorProbability: least(error) } as never) // as any ledger has them
  if (E.isLeft(landauers)) return undefined
  const untimed = counts.reduce<Decimal>((all, of) => all.times(least(of).exact), landauers.right.exact)
  if (least(total.energy).exact.lte(untimed.times(unseen))) return undefined
  const isAssumed = assumptions.some((each) => each.name === 'attemptRate' && each.origin === 'default')
  const rate = formatWith<unknown>({ digits: 'all' })(attemptRate as AnyFigure)
  return `two-state cells left at most at ${rate}${isAssumed ? ' (assumed)' : ''}`
}

/** Those of a ledger. */
export const linesOf = (estimate: AnyEstimate): ReturnType<typeof linesAmong> =>
  linesAmong(
    rowsOf(estimate).map((row) => ({ name: row.name, tier: row.total.tier, cells: cellsOf(estimate, row) }))
  )

/** Why the floor does not grow with the updates. */
export const learnedSentence =
  'What learning must cost is set by what is learned, not by how often it is updated (Goldt & Seifert, Phys. Rev. Lett. 118, 010601, 2017).'

/** Each paradigm that has no value here, what it is, and why. */
export const outsideOf = ({
  ledger
}: AnyEstimate): readonly (readonly [name: string, description: string, why: string])[] =>
  ledger.outside.map(({ name, description, problems }) => [
    name,
    description,
    problems.map(({ message }) => message).join('; ')
  ])

/** What is assumed of the cooling, in a sentence; nothing where heat is given off where it arises. */
export const coolingOf = ({ ledger }: AnyEstimate, digits?: number): string | undefined => {
  const known: Readonly<Record<string, unknown>> = { ...ledger.inputs, ...ledger.intermediates }
  const { temperature, ambientTemperature, carnotFraction = 1, refrigeration } = known
  if (ambientTemperature === undefined || refrigeration === undefined) return undefined
  const shown = (value: unknown): string =>
    formatWith<unknown>({ digits: 'all' })(typeof value === 'number' ? one(value) : (value as AnyFigure))
  const share = shown(carnotFraction)
  const machine = share === '1' ? 'a perfect machine' : `a machine at ${share} of Carnot's efficiency`
  return `each joule of heat at ${shown(temperature)} takes ${figure(refrigeration as AnyFigure, digits)} J at the wall plug: it is pumped to ${shown(ambientTemperature)} by ${machine}`
}

/** The sources of all figures, each once, in the order of their first use. */
export const sourcesOf = (estimate: AnyEstimate): readonly Source[] => [
  ...new Map(
    [
      ...rowsOf(estimate).flatMap(({ total }) => total.sources),
      ...(estimate.measured === undefined ? [] : [estimate.measured.source])
    ].map((source) => [source.citation, source])
  ).values()
]

export const citation = ({ citation, url }: Source): string =>
  url === undefined ? citation : `${citation}, ${url}`
