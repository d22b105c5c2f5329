/** The rows of a ledger as questions need them. */
import * as E from 'fp-ts/lib/Either.js'
import { ledgerRows, type Ledger, type LedgerEntry, type LedgerRow } from '../ledger/estimate'
import { walls, type Place } from '../ledger/paradigms'
import { modelError, type ModelError } from '../reading/error'
import { byName, ways } from '../shape/name'
import type { AnswerFigure, QuestionName } from './answer'

const inTurn = [ways.whole, ways.beginning, ways.initials, ways.inside]

/** A row by its name, or by as much of it as is that of one alone; or why there is none. */
export const rowOf = (
  question: QuestionName,
  ledger: Ledger,
  name: string
): E.Either<ModelError, LedgerRow> => {
  const all = [...ledgerRows(ledger), ...ledger.outside]
  const meant = byName({ what: 'row', things: all, nameOf: (row) => row.name, ways: inTurn }, name)
  const found = all.find((row) => row.name === name) ?? (meant && E.isRight(meant) ? meant.right : undefined)
  if (found !== undefined)
    return 'problems' in found ? E.left(modelError(question, found.problems)) : E.right(found)
  const expected = `a row of the ledger: ${ledgerRows(ledger)
    .map((row) => row.name)
    .join(', ')}`
  const message = `${question}: expected ${expected}, got "${name}"`
  return E.left(
    modelError(question, [
      { kind: 'unexpected', model: question, inputs: ['row'], found: name, expected, message }
    ])
  )
}

/** What a row pays at each place of which something is known, the most first. */
export const placesIn = ({ walls: known, beside }: LedgerRow): readonly (readonly [Place, LedgerEntry])[] =>
  ([...walls, 'beside'] as const)
    .flatMap((place) => {
      const entry = place === 'beside' ? beside : known?.[place]
      return entry === undefined ? [] : [[place, entry] as const]
    })
    .sort(([, a], [, b]) => b.energy.exact.comparedTo(a.energy.exact))

/** Whether every wall of a row is known: only then one of them binds. */
export const isTold = ({ walls: known }: LedgerRow): boolean =>
  walls.every((wall) => known?.[wall] !== undefined)

/** An entry of a ledger as a figure. */
export const entryFigure = (
  { energy, tier, claim, constraint, sources, model }: LedgerEntry,
  more: Partial<AnswerFigure> = {}
): AnswerFigure => ({
  ...{ name: model.name, what: model.summary, value: energy, tier, claim, constraint, sources },
  ...more
})

/** Which part a figure is of a whole that is not 0. */
export const shareOf = (part: LedgerEntry, whole: LedgerEntry): { readonly share?: number } =>
  whole.energy.exact.isZero() ? {} : { share: part.energy.exact.div(whole.energy.exact).toNumber() }
