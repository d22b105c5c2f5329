/** Designs of one's own, as they stand in a file of theirs or beside a workload. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { designProblems, type OwnDesign } from '../../ledger/design'
import { problemsOf, record, text } from '../../shape/codec'
import { list } from '../../shape/numbers'
import { fromText, pointerOf, type SchemaProblem } from '../../shape/problem'
import type { Codec } from '../../shape/shape'
import { named } from '../../shape/union'
import { decodeJson } from '../text/json'
import type { Certainty } from '../../units/enclosure'
import { statedPart } from './design-parts'

const design = named('design', () =>
  record('an object with a name and parts', {
    name: { codec: text, description: 'what the design is called, such as "my chip"' },
    description: { codec: text, description: 'what it is', optional: true },
    parts: { codec: list(statedPart, 'a list of parts'), description: 'what it spends, part by part' }
  })
)

/** Designs as they stand in a file. */
export const statedDesigns: Codec<readonly OwnDesign<Certainty>[]> = list(design, 'a list of designs')

/** What only the whole of some designs shows to be wrong. */
export const problemsOfDesigns = (designs: readonly OwnDesign<Certainty>[]): readonly SchemaProblem[] =>
  designProblems(designs).map(({ at, message }) => ({ pointer: pointerOf(at.map(String)), message }))

/**
 * The designs of a file, one or a list: what `estimateFile` takes as `designs`; or all that is wrong with
 * them, each problem with its line.
 *
 * @since 0.7.0
 */
export const decodeDesigns = fromText(
  decodeJson((value: unknown): E.Either<readonly SchemaProblem[], readonly OwnDesign<Certainty>[]> => {
    const isOne = !Array.isArray(value)
    const placed = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] =>
      isOne
        ? problems.map((problem) => ({ ...problem, pointer: problem.pointer.replace(/^\/0/, '') }))
        : problems
    return pipe(
      statedDesigns.decode(isOne ? [value] : value),
      E.mapLeft(problemsOf),
      E.chain((read) => {
        const problems = problemsOfDesigns(read)
        return problems.length > 0 ? E.left(problems) : E.right(read)
      }),
      E.mapLeft(placed)
    )
  })
)
