/**
 * Ising problems as JSON: H(s) = −Σ_{i<j} J_ij s_i s_j − Σ_i h_i s_i, so a positive J favours equal
 * spins, and a positive h favours +1. Spins are counted from 0.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ModelError } from '../../reading/error'
import { isingProblem, mostSpins, type Coupling, type IsingProblem } from '../../workload/ising/problem'
import { problemsOf, record, schemaAddress, text, type RecordOf } from '../../shape/codec'
import { decodeJson } from '../text/json'
import { finite, list, whole } from '../../shape/numbers'
import { pointerOf, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { numbered } from '../../shape/words'

/** An Ising problem as a file holds it. @since 0.3.0 */
export interface NamedIsing {
  readonly name: string
  readonly description?: string
  readonly problem: IsingProblem
  /** The least energy, where the file says it. */
  readonly knownEnergy?: number
  /** The greatest cut, where the file says it. */
  readonly knownCut?: number
  /** What the variables of the file are, where it names any: a spin of +1 is the bit 1. @since 0.6.0 */
  readonly values?: 'bits' | 'spins'
  /** The names of the variables, in the order of the spins, where the file has any. @since 0.6.0 */
  readonly labels?: readonly string[]
  /** What is to be known of how the file was read. @since 0.6.0 */
  readonly notes?: readonly string[]
}

const lists = list(list(finite, 'a list of numbers'), 'a list of couplings [i, j, J], or of rows')

const fields = {
  $schema: schemaAddress,
  name: { codec: text, description: 'the name of the problem', optional: true },
  description: { codec: text, description: 'what it is', optional: true },
  spins: { codec: whole(1, mostSpins), description: 'the number of spins', optional: true },
  J: {
    codec: lists,
    description: 'the couplings: [i, j, J] for each pair, spins from 0; or the rows of the matrix',
    optional: true
  },
  h: { codec: list(finite, 'a list of fields'), description: 'the field of each spin', optional: true },
  knownEnergy: { codec: finite, description: 'the least energy', optional: true },
  knownCut: { codec: finite, description: 'the greatest cut, of weights w = −J', optional: true }
} as const

type File = RecordOf<typeof fields>
type Lists = readonly (readonly number[])[]

/** An Ising problem as JSON holds it. */
export const isingFile = record('an Ising problem', fields)

const problem = (keys: readonly (string | number)[], message: string): SchemaProblem => ({
  pointer: pointerOf(keys.map(String)),
  message
})

const isSymmetric = (rows: Lists): boolean =>
  rows.every((row, i) => row[i] === 0 && row.every((value, j) => rows[j]?.[i] === value))

/**
 * Whether lists are the rows of a matrix: as many as each is long. Three lists of three could be
 * couplings too; but those of a symmetric matrix would give the pair of the first once more.
 */
const areRows = (given: Lists): boolean =>
  given.every(({ length }) => length === given.length) && (given.length !== 3 || isSymmetric(given))

type Found<A> = E.Either<readonly SchemaProblem[], A>

/** The upper triangle of a matrix, which is symmetric with a diagonal of 0. */
const ofRows = (rows: Lists): Found<readonly Coupling[]> => {
  const problems: SchemaProblem[] = []
  const couplings: Coupling[] = []
  rows.forEach((row, i) => {
    if (row[i] !== 0)
      problems.push(problem(['J', i, i], `expected 0: no spin is coupled to itself, got ${row[i]}`))
    for (let j = i + 1; j < row.length; j++) {
      const [upper, lower] = [row[j]!, rows[j]![i]!]
      if (upper !== lower)
        problems.push(
          problem(['J', j, i], `expected a symmetric matrix, ${upper} as in row ${i}, got ${lower}`)
        )
      couplings.push([i, j, upper])
    }
  })
  return problems.length > 0 ? E.left(problems) : E.right(couplings)
}

const ofTriplets = (given: Lists): Found<readonly Coupling[]> => {
  const wrong = given.flatMap((each, at) =>
    each.length === 3 ? [] : [problem(['J', at], `expected [i, j, J], got a list of ${each.length}`)]
  )
  return wrong.length > 0 ? E.left(wrong) : E.right(given.map(([i, j, value]): Coupling => [i!, j!, value!]))
}

/** How many spins: as said, or as many as there are rows or fields. */
const spinsOf = ({ spins, J, h }: File, rows: boolean): Found<number> => {
  const found = spins ?? (rows ? J?.length : undefined) ?? h?.length
  if (found === undefined) return E.left([problem(['spins'], 'missing: expected the number of spins')])
  if (found === 0) return E.left([problem(['h'], 'expected a spin at least, got an empty list')])
  return rows && J?.length !== found
    ? E.left([problem(['J'], `expected ${numbered(found, 'row')}, as there are spins, got ${J!.length}`)])
    : E.right(found)
}

/** What is wrong with a problem, where it stands in the file. */
const placed = (rows: boolean, { problems }: ModelError): readonly SchemaProblem[] =>
  problems.map(({ inputs: [input = ''], expected, found }) => {
    const [first = '', ...rest] = input.split('/')
    const key = first === 'fields' ? 'h' : 'J'
    return problem([key, ...(rows ? [] : rest)], `expected ${expected}, got ${found}`)
  })

const decode =
  (otherwise: string) =>
  (value: unknown): Found<NamedIsing> =>
    pipe(
      isingFile.decode(value),
      E.mapLeft(problemsOf),
      E.chain((given) => {
        const { name = otherwise, description, J = [], h, knownEnergy, knownCut } = given
        const rows = J.length > 0 && areRows(J)
        return pipe(
          spinsOf(given, rows),
          E.chain((spins) =>
            pipe(
              rows ? ofRows(J) : ofTriplets(J),
              E.chain((couplings) =>
                pipe(
                  isingProblem({ spins, couplings, ...(h === undefined ? {} : { fields: h }) }),
                  E.mapLeft((error): readonly SchemaProblem[] => placed(rows, error))
                )
              )
            )
          ),
          E.filterOrElse(
            (): boolean => knownCut === undefined || (h ?? []).every((field) => field === 0),
            (): readonly SchemaProblem[] => [
              problem(['knownCut'], 'expected none beside fields h: a Max-Cut problem has no fields')
            ]
          ),
          E.map((made): NamedIsing => {
            const total = made.couplings.reduce((sum, coupling) => sum - coupling, 0) / 2
            return {
              name,
              problem: knownCut === undefined ? made : { ...made, totalWeight: total },
              ...(description === undefined ? {} : { description }),
              ...(knownEnergy === undefined ? {} : { knownEnergy }),
              ...(knownCut === undefined ? {} : { knownCut })
            }
          })
        )
      })
    )

/**
 * An Ising problem from JSON, with H(s) = −Σ_{i<j} J_ij s_i s_j − Σ_i h_i s_i: `name` (else that given here), `spins`, `J`
 * (couplings [i, j, J] of spins from 0, each pair once; or the rows of a symmetric matrix), `h`, and the
 * least energy, if known, as `knownEnergy`. With `knownCut` it is a Max-Cut problem of weights w = −J.
 * Or all that is wrong with it, each problem with its JSON pointer and line.
 *
 * @example
 * import { decodeIsing } from 'limen/solve'
 * decodeIsing('{ "name": "pair", "spins": 2, "J": [[0, 2, 1]] }')
 * // left: /J/0 (line 1): expected a spin from 0 to 1, got 2
 *
 * @since 0.3.0
 */
export const decodeIsing = (source: string, name = 'Ising problem'): E.Either<SchemaError, NamedIsing> =>
  decodeJson(decode(name))(source)
