/** The parts of a solved problem that every form of it tells: how good it is, and the variables of its file. */
import { aNumber, expecting, having, type Kind, optional } from '../units/argument'
import { aSolved, type Solved } from '../estimate/solve-file'
import type { IsingFile, QuadraticFile } from '../format/problem-file'
import { bitOf } from '../workload/ising/qubo'

/** What a solution is held against. @since 0.3.0 */
export interface Quality {
  /** The objective or the energy: least is best; a cut: largest is best. */
  readonly found: number
  readonly known?: number
  /** |found − known| / max(1, |known|). */
  readonly relativeGap?: number
}

/** −1 where the file asks for the greatest objective: what is solved is the least of its negative. */
const asAsked = ({ sense }: QuadraticFile): number => (sense === 'maximise' ? -1 : 1)

export const aQuality: Kind = having('a quality, such as qualityOf gives', {
  found: aNumber,
  known: optional(aNumber)
})

/** The quality of a solution; `known` replaces the optimum that the file tells. @since 0.3.0 */
export const qualityOf = expecting(
  'qualityOf',
  { solved: aSolved, known: optional(aNumber) },
  (solved: Solved, known?: number): Quality => {
    const [found, told] =
      solved.kind === 'quadratic program'
        ? [asAsked(solved.file) * solved.solution.objective, solved.file.knownOptimum]
        : solved.solution.cut === undefined
          ? [solved.solution.energy, solved.file.knownEnergy]
          : [solved.solution.cut, solved.file.knownCut]
    const best = known ?? told
    return best === undefined
      ? { found }
      : { found, known: best, relativeGap: Math.abs(found - best) / Math.max(1, Math.abs(best)) }
  }
)

/** The variables of the file at a state of the spins; undefined where the file has none but spins. */
export const valuesAt = ({ values }: IsingFile, spins: Int8Array): readonly number[] | undefined =>
  values === undefined ? undefined : Array.from(spins, values === 'bits' ? bitOf : Number)
