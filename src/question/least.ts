/** What training this takes at the least, and which wall binds. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isBound } from '../formula/model'
import { aLedger, ledgerRows, type Ledger, type LedgerRow } from '../ledger/estimate'
import type { Place } from '../ledger/paradigms'
import { type ModelError, unfitInputs } from '../reading/error'
import { expecting } from '../units/argument'
import { answer, type Answer, type AnswerFigure } from './answer'
import { entryFigure, isTold, placesIn, rowOf, shareOf } from './rows'

/** What a row takes, and of that the most at one place, where all are known; and what of it is a bound. */
const figuresOf = (row: LedgerRow): readonly AnswerFigure[] => {
  const { name, total, decadesAboveFloor: above } = row
  const [most, ...others] = placesIn(row)
  const decades = name === 'floor' || above === null ? {} : { decades: above }
  const whole = entryFigure(total, { name: `${name}.total`, what: row.description, ...decades })
  if (most === undefined || !isTold(row) || total.energy.exact.isZero()) return [whole]
  const bounds = isBound(total.tier)
    ? []
    : others.filter(([, { energy, tier }]) => isBound(tier) && energy.exact.gt(0))
  const places = [most, ...bounds].map(([place, entry]) =>
    entryFigure(entry, { name: `${name}.${place}`, ...shareOf(entry, total) })
  )
  return [whole, ...places]
}

const leastFirst = (a: LedgerRow, b: LedgerRow): number =>
  a.total.energy.exact.comparedTo(b.total.energy.exact)

/**
 * The least energy that a workload takes, and which wall binds: of every row the total, and what is spent
 * most at. The verdict is the place at which the machine spends most that takes the least; a row that is a
 * bound is no machine, and of one with a wall that is unknown nobody knows which binds.
 *
 * @example
 * import { ask } from 'limen/ask'
 * import { estimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { readFileSync } from 'node:fs'
 * const found = pipe(
 *   estimateFile(readFileSync('examples/brain-scale.json', 'utf8')),
 *   E.chainW(({ ledger }) => ask.least(ledger)),
 *   E.map(({ verdict, figures }) => `${figures[0]?.value}; ${verdict}`)
 * )
 * found // right('22.97 µJ; update')
 *
 * @since 0.8.0
 */
export const least = expecting(
  'least',
  { ledger: aLedger },
  (ledger: Ledger): E.Either<ModelError, Answer<Place | 'unknown'>> =>
    pipe(
      rowOf('least', ledger, 'floor'),
      E.map((floor) => {
        const others = ledgerRows(ledger).filter(({ name }) => name !== 'floor')
        const [machine] = others.filter((row) => !isBound(row.total.tier) && isTold(row)).sort(leastFirst)
        const [most] = machine === undefined ? [] : placesIn(machine)
        return answer('least', {
          about: ledger.scenario.name,
          verdict: most?.[0] ?? ('unknown' as const),
          tier: floor.total.tier,
          figures: [floor, ...others].flatMap(figuresOf),
          unsaid: ledger.outside.map(({ name, problems }) => ({
            name,
            why: problems.map(({ message }) => message).join('; ')
          }))
        })
      })
    ),
  unfitInputs
)
