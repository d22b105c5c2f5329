/**
 * The parts of a ledger that every form of it prints: figures, what they rest on, where they come from.
 */
import type { Source } from '../formula/model'
import type { LedgerEntry, Paradigm } from '../ledger/estimate'
import { walls } from '../ledger/paradigms'
import type { Estimate } from '../schema/workload-file'
import { format } from '../units/format'

/** The name of a wall, as the field has it. */
export const wallNames = {
  memory: 'memory-wall',
  update: 'update-wall',
  consolidation: 'consolidation-wall'
} as const

/** What cannot be told apart by wall is a dash. */
export const unknownFigure = '—'

/** An energy, or a dash where it is not known. */
export const figure = (entry: LedgerEntry | undefined): string =>
  entry === undefined ? unknownFigure : entry.energy.exact.isZero() ? '0' : format(entry.energy)

/** The energies of a paradigm at each wall, and in all. */
export const figures = (paradigm: Paradigm): readonly string[] => [
  ...walls.map((wall) => figure(paradigm.walls?.[wall])),
  figure(paradigm.total)
]

/** How far a paradigm is above the floor, in decades. */
export const decades = ({ name, decadesAboveFloor }: Paradigm): string =>
  name === 'floor' || decadesAboveFloor === null ? '' : decadesAboveFloor.toFixed(1)

/** What a tier lets one claim. */
export const tierMeanings = {
  theorem: 'follows from the second law and the constraint named',
  model: 'follows from a stated model of the device or the optimiser',
  circuit: 'limits a class of circuits, and can be beaten outside it',
  empirical: 'measured or projected cost of a technology: an estimate, no lower bound'
} as const

/** The sources of all figures, each once, in the order of their first use. */
export const sourcesOf = ({ ledger }: Estimate): readonly Source[] => [
  ...new Map(
    ledger.paradigms.flatMap(({ total }) => total.sources).map((source) => [source.citation, source])
  ).values()
]

export const citation = ({ citation, url }: Source): string =>
  url === undefined ? citation : `${citation}, ${url}`
