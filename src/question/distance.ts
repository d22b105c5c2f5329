/** How far a row of a ledger is above the floor, and how good the evidence is. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Tier } from '../formula/model'
import { aLedger, type Ledger, type LedgerRow } from '../ledger/estimate'
import { modelError, type ModelError, unfitInputs } from '../reading/error'
import type { Evidence } from '../technology/facts'
import { aText, expecting } from '../units/argument'
import { answer, type Answer, type AnswerFigure } from './answer'
import { entryFigure, placesIn, rowOf, shareOf } from './rows'

const mostFirst = (a: AnswerFigure, b: AnswerFigure): number => (b.share ?? 0) - (a.share ?? 0)

/** What is said of how a figure of a design came about. */
const evidenceOf = (ledger: Ledger, row: string, part: string): { readonly evidence?: Evidence } => {
  const own = ledger.scenario.designs
    ?.find(({ name }) => name === row)
    ?.parts.find(({ name }) => name === part)
  return own === undefined || 'model' in own || own.evidence === undefined ? {} : { evidence: own.evidence }
}

/** What a row takes at each place, then its parts, as far as they are known; of either the most first. */
const partsOf = (ledger: Ledger, row: LedgerRow): readonly AnswerFigure[] => {
  const { name: of, total, parts } = row
  const places = placesIn(row).map(([place, entry]) =>
    entryFigure(entry, { name: `${of}.${place}`, ...shareOf(entry, total) })
  )
  const own = (parts ?? []).map((part) =>
    entryFigure(part, {
      name: `${of}.${part.name}`,
      ...shareOf(part, total),
      ...evidenceOf(ledger, of, part.name)
    })
  )
  return [...places, ...own.sort(mostFirst)]
}

/**
 * How many decades a row of a ledger, such as a design of one's own, is above the floor; and on what that
 * rests: each part with its share of the total, its tier, and its evidence where that is said. The verdict is
 * the tier of the total.
 *
 * @example
 * import { ask } from 'limen/ask'
 * import { estimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { readFileSync } from 'node:fs'
 * const found = pipe(
 *   estimateFile(readFileSync('examples/brain-scale.json', 'utf8')),
 *   E.chainW(({ ledger }) => ask.distance(ledger, 'cim')),
 *   E.map(({ verdict, figures }) => `${figures[0]?.decades?.toFixed(1)} decades, ${verdict}`)
 * )
 * found // right('16.4 decades, model')
 *
 * @since 0.8.0
 */
export const distance = expecting(
  'distance',
  { ledger: aLedger, row: aText },
  (ledger: Ledger, row: string): E.Either<ModelError, Answer<Tier>> =>
    pipe(
      E.Do,
      E.bind('floor', () => rowOf('distance', ledger, 'floor')),
      E.bind('own', () => rowOf('distance', ledger, row)),
      E.chain(({ floor, own }) => {
        const { name, total, description, decadesAboveFloor: decades } = own
        if (decades === null) {
          const message = `distance: ${name} takes 0, and nothing is decades above the floor`
          const problem = { kind: 'size', model: 'distance', inputs: ['row'] } as const
          return E.left(
            modelError('distance', [{ ...problem, found: '0', expected: 'a total above 0', message }])
          )
        }
        return E.right(
          answer('distance', {
            about: `${name}, ${ledger.scenario.name}`,
            verdict: total.tier,
            tier: total.tier,
            figures: [
              entryFigure(total, { name: `${name}.total`, what: description, decades }),
              ...(own === floor
                ? []
                : [entryFigure(floor.total, { name: 'floor.total', what: floor.description })]),
              ...partsOf(ledger, own)
            ]
          })
        )
      })
    ),
  unfitInputs
)
