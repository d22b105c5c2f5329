/** Designs of one's own, as they stand in a file of theirs or beside a workload. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { citedDesign, citedFigure } from '../../ledger/cited-design'
import { designProblems, type DesignPart, type OwnDesign } from '../../ledger/design'
import { energyFigure } from '../../ledger/energy-part'
import type { EnergyTable } from '../../ledger/energy-table'
import { isObject, problemsOf, record, schemaAddress, text, textCalled } from '../../shape/codec'
import { list } from '../../shape/numbers'
import { shown } from '../../shape/words'
import { pointerOf, unfitFile, type SchemaError, type SchemaProblem } from '../../shape/problem'
import type { Codec } from '../../shape/shape'
import { named, objectOr } from '../../shape/union'
import { anObject, anything, expecting, optional } from '../../units/argument'
import type { Certainty } from '../../units/enclosure'
import { joules } from '../../units/si'
import { decodeJson, parseJson } from '../text/json'
import { statedPart, type StatedPart } from './design-parts'

/** A design as it stands in a file: cited hardware by its name, or parts. */
export type StatedDesign =
  string | (Omit<OwnDesign<Certainty>, 'parts'> & { readonly parts: readonly StatedPart[] })

const withParts = named('design', () =>
  record('an object with a name and parts', {
    $schema: schemaAddress,
    name: { codec: text, description: 'what the design is called, such as "my chip"' },
    description: { codec: text, description: 'what it is', optional: true },
    parts: { codec: list(statedPart, 'a list of parts'), description: 'what it spends, part by part' }
  })
)

const design: Codec<StatedDesign> = objectOr(
  withParts,
  textCalled('an object with a name and parts, or the name of cited hardware')
)

/** Designs as they stand in a file. */
export const statedDesigns: Codec<readonly StatedDesign[]> = list(design, 'a list of designs')

/** A file of designs: one, or a list of them. */
export const designFile = objectOr(
  withParts,
  list(design, 'an object with a name and parts, or a list of such')
)

/** Energies of other tools' files, by the paths that designs name. @since 0.8.0 */
export type Energies = Readonly<Record<string, EnergyTable>>

const problem = (message: string, ...keys: readonly (string | number)[]): SchemaProblem => ({
  pointer: pointerOf(keys.map(String)),
  message
})

/** What a part in a file is; or what is wrong with the words that say so. */
const ownPart =
  (energies: Energies) =>
  (part: StatedPart): E.Either<readonly SchemaProblem[], DesignPart<Certainty>> => {
    if ('cited' in part) {
      const { cited, ...rest } = part
      return pipe(
        citedFigure(cited),
        E.bimap(
          (message) => [problem(message, 'cited')],
          (figure) => ({ ...rest, ...figure })
        )
      )
    }
    if (!('from' in part)) return E.right(part)
    const { from, action, each, bits, ...rest } = part
    const table = Object.hasOwn(energies, from) ? energies[from] : undefined
    if (table === undefined)
      return E.left([
        problem(
          `expected the energies of ${shown(from)} beside it, which are not given: in the library they are "energies"; --jsonl reads no other file, so say the figure itself, such as "figure": "12 pJ/update", or give the design with --design FILE`,
          'from'
        )
      ])
    return pipe(
      energyFigure(table, from, { action, each, ...(bits === undefined ? {} : { bits }) }),
      E.bimap(
        ({ key, message }) => [problem(message, key)],
        ({ note, ...found }) => ({ ...found, ...rest, note: [note, rest.note].filter(Boolean).join('; ') })
      )
    )
  }

/** What stands in the place of a part that cannot be made, so that the others are looked at. */
const nothing = { place: 'beside', figure: joules(0) } as const

const inside = (
  problems: readonly SchemaProblem[],
  ...keys: readonly (string | number)[]
): readonly SchemaProblem[] =>
  problems.map((each) => ({ ...each, pointer: pointerOf(keys.map(String)) + each.pointer }))

interface Made {
  readonly design: OwnDesign<Certainty>
  readonly problems: readonly SchemaProblem[]
}

const isFileName = (name: string): boolean => /\.(json|ya?ml)$/i.test(name)

const ofFile = (name: string): string =>
  `expected a design, an object with a name and parts, or the name of cited hardware, got the file ${shown(name)}: give that with --design FILE, or write here what it holds`

const made =
  (energies: Energies) =>
  (stated: StatedDesign, at: number): Made => {
    if (typeof stated === 'string') {
      const cited = isFileName(stated) ? E.left({ problems: [problem(ofFile(stated))] }) : citedDesign(stated)
      return E.isRight(cited)
        ? { design: cited.right, problems: [] }
        : {
            design: { name: stated || '?', parts: [{ name: '?', ...nothing }] },
            problems: inside(cited.left.problems, at)
          }
    }
    const parts = stated.parts.map((part) => ({ part, made: ownPart(energies)(part) }))
    return {
      design: {
        ...stated,
        parts: parts.map(({ part: { name }, made: own }) =>
          E.isRight(own) ? own.right : { name, ...nothing }
        )
      },
      problems: parts.flatMap(({ made: own }, index) =>
        E.isRight(own) ? [] : inside(own.left, at, 'parts', index)
      )
    }
  }

/** The words of a file that a problem of a design is about. */
const placed =
  (stated: readonly StatedDesign[]) =>
  (at: readonly (string | number)[]): readonly (string | number)[] => {
    const [first, , index, key] = at
    const of = stated[Number(first)]
    if (typeof of === 'string') return at.slice(0, 1)
    const part = of?.parts[Number(index)]
    const own = part !== undefined && key === 'figure' && ['cited', 'each'].find((each) => each in part)
    return own ? [...at.slice(0, 3), own] : at
  }

/** What only the whole of some designs shows to be wrong. */
export const problemsOfDesigns = (
  designs: readonly OwnDesign<Certainty>[],
  stated: readonly StatedDesign[] = []
): readonly SchemaProblem[] =>
  designProblems(designs).map(({ at, message }) => problem(message, ...placed(stated)(at)))

/** Designs of a file as a ledger takes them; or all that is wrong with them. */
export const ownDesigns = (
  stated: readonly StatedDesign[],
  energies: Energies = {}
): E.Either<readonly SchemaProblem[], readonly OwnDesign<Certainty>[]> => {
  const all = stated.map(made(energies))
  const designs = all.map(({ design: each }) => each)
  const problems = [...all.flatMap((each) => each.problems), ...problemsOfDesigns(designs, stated)]
  return problems.length > 0 ? E.left(problems) : E.right(designs)
}

/**
 * The designs of a file, one or a list: what `estimateFile` takes as `designs`; or all that is wrong with
 * them, each problem with its line. Where parts name files of other tools, `energies` has what those hold,
 * by the paths in the file.
 *
 * @example
 * import { decodeDesigns, decodeErt } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const ert = decodeErt('ERT: {tables: [{name: array, actions: [{name: write, energy: 12}]}]}')
 * const chip = `{ "name": "my chip", "parts": [
 *   { "name": "write", "place": "update", "from": "ert.yaml", "action": "array.write", "each": "update" } ] }`
 * const designs = pipe(ert, E.chain((table) => decodeDesigns(chip, { 'ert.yaml': table })))
 * pipe(designs, E.map(([own]) => String(own?.parts[0] && 'figure' in own.parts[0] && own.parts[0].figure))) // right('12.00 pJ/update')
 *
 * @since 0.7.0
 */
export const decodeDesigns = expecting(
  'decodeDesigns',
  { source: anything, energies: optional(anObject) },
  (source: string, energies: Energies = {}): E.Either<SchemaError, readonly OwnDesign<Certainty>[]> =>
    decodeJson((value: unknown) =>
      pipe(
        designFile.decode(value),
        E.mapLeft(problemsOf),
        E.chain((stated) =>
          'parts' in stated
            ? pipe(
                ownDesigns([stated], energies),
                E.mapLeft((problems) =>
                  problems.map((each) => ({ ...each, pointer: each.pointer.replace(/^\/0/, '') }))
                )
              )
            : ownDesigns(stated, energies)
        )
      )
    )(source),
  unfitFile
)

/** A file of energies that a design names, and where. */
export interface NamedFile {
  readonly file: string
  readonly place: Omit<SchemaProblem, 'message'>
}

/** The files of energies that the designs of a text name, each once: of a file of theirs, or of a workload. */
export const energyFilesIn = (source: string): readonly NamedFile[] => {
  const read = parseJson(source)
  if (E.isLeft(read)) return []
  const { value, positionOf } = read.right
  const isOfWorkload = isObject(value) && 'workload' in value
  const designs = isOfWorkload ? value['designs'] : value
  const files = new Map<string, string>()
  const look = (design: unknown, at: string): void => {
    const parts: unknown = isObject(design) ? design['parts'] : undefined
    if (Array.isArray(parts))
      for (const [index, part] of (parts as readonly unknown[]).entries())
        if (isObject(part) && typeof part['from'] === 'string' && !files.has(part['from']))
          files.set(part['from'], `${at}/parts/${index}/from`)
  }
  const above = isOfWorkload ? '/designs' : ''
  if (Array.isArray(designs))
    for (const [index, design] of (designs as readonly unknown[]).entries()) look(design, `${above}/${index}`)
  else look(designs, above)
  return [...files].map(([file, pointer]) => {
    const position = positionOf(pointer)
    return { file, place: { pointer, ...(position === undefined ? {} : { position }) } }
  })
}
