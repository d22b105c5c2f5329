/**
 * The parts of a ledger that every form of it prints: figures, what they rest on, where they come from.
 */
import type { Source } from '../formula/model'
import { walls } from '../ledger/paradigms'
import type { CertifiedEstimate, Estimate } from '../schema/workload-file'
import type { Fact } from '../technology/facts'
import { roundingMode, type Decimal } from '../units/decimal'
import type { Dimensionless, Energy } from '../units/dimension'
import { endsOf, type Enclosure } from '../units/enclosure'
import { formatWith } from '../units/format'
import type { Quantity } from '../units/quantity'

/** The name of a wall, as the field has it. */
export const wallNames = {
  memory: 'memory-wall',
  update: 'update-wall',
  consolidation: 'consolidation-wall'
} as const

/** What cannot be told apart by wall is a dash. */
export const unknownFigure = '—'

/** A ledger of values, or of enclosures. */
export type AnyEstimate = Estimate | CertifiedEstimate
export type AnyParadigm = AnyEstimate['ledger']['paradigms'][number]
export type AnyEntry = AnyParadigm['total']

/** Whether the figures are enclosures. */
export const isCertified = ({ ledger }: AnyEstimate): boolean =>
  ledger.paradigms.some(({ total }) => 'lower' in total.energy)

/** An energy, or a dash where it is not known. */
export const figure = (energy: Quantity<unknown> | Enclosure<unknown> | undefined, digits = 4): string =>
  energy === undefined
    ? unknownFigure
    : endsOf(energy).every(({ exact }) => exact.isZero())
      ? '0'
      : formatWith({ digits })(energy)

/** The energies of a paradigm at each wall, and in all; undefined where they are not known. */
export const energiesOf = (paradigm: AnyParadigm): readonly (AnyEntry['energy'] | undefined)[] => [
  ...walls.map((wall) => paradigm.walls?.[wall].energy),
  paradigm.total.energy
]

const hundredths = (value: Quantity<Dimensionless>): string => {
  const { exact, rounding = 'nearest' } = value
  return exact.toFixed(2, roundingMode[rounding])
}

/** How far a paradigm is above the floor, in decades; two where that is enclosed, none where there are none. */
export const decadesOf = ({ name, decadesAboveFloor: decades }: AnyParadigm): readonly string[] =>
  name === 'floor' || decades === null
    ? []
    : typeof decades === 'number'
      ? [decades.toFixed(1)]
      : [hundredths(decades.lower), hundredths(decades.upper)]

/** The same as one text. */
export const decades = (paradigm: AnyParadigm): string => {
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
  const floor: AnyParadigm | undefined = ledger.paradigms.find(({ name }) => name === 'floor')
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

/** What a tier lets one claim. */
export const tierMeanings = {
  theorem: 'follows from the second law and the constraint named',
  model: 'follows from a stated model of the device or the optimiser',
  circuit: 'limits a class of circuits, and can be beaten outside it',
  empirical: 'measured or projected cost of a technology: an estimate, no lower bound'
} as const

/** The sources of all figures, each once, in the order of their first use. */
export const sourcesOf = ({ ledger, measured }: AnyEstimate): readonly Source[] => [
  ...new Map(
    [
      ...ledger.paradigms.flatMap(({ total }) => total.sources),
      ...(measured === undefined ? [] : [measured.source])
    ].map((source) => [source.citation, source])
  ).values()
]

export const citation = ({ citation, url }: Source): string =>
  url === undefined ? citation : `${citation}, ${url}`
