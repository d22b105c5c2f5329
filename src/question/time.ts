/** What twice the time saves. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isBound } from '../formula/model'
import type { CompositionError } from '../bound/compose'
import { aLedger, estimate, ledgerRows, type Ledger } from '../ledger/estimate'
import { type ModelError, unfitInputs } from '../reading/error'
import { expecting } from '../units/argument'
import { multiply, subtract } from '../units/quantity'
import { one } from '../units/si'
import { answer, type Answer } from './answer'
import { entryFigure } from './rows'

/**
 * What each row of a ledger saves when the learning takes twice the time, all else the same; what takes more
 * then, as what leaks does, saves less than nothing. The verdict is the machine that saves the largest share: a
 * bound that falls saves nobody anything.
 *
 * @example
 * import { ask } from 'limen/ask'
 * import { estimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { readFileSync } from 'node:fs'
 * const found = pipe(
 *   estimateFile(readFileSync('examples/brain-scale.json', 'utf8')),
 *   E.chainW(({ ledger }) => ask.time(ledger)),
 *   E.map(({ verdict, figures }) => `${verdict} ${figures.find(({ name }) => name === 'limDissipated')?.value}`)
 * )
 * found // right('nothing -815.4 kJ')
 *
 * @since 0.8.0
 */
export const time = expecting(
  'time',
  { ledger: aLedger },
  (ledger: Ledger): E.Either<ModelError | CompositionError, Answer> => {
    const { workload } = ledger.scenario
    const duration = multiply(workload.duration, one(2))
    return pipe(
      estimate({ ...ledger.scenario, workload: { ...workload, duration } }),
      E.map((slower) => {
        const after = new Map(ledgerRows(slower).map((row) => [row.name, row.total.energy]))
        const figures = ledgerRows(ledger).flatMap(({ name, description, total }) => {
          const then = after.get(name)
          if (then === undefined || total.energy.exact.isZero()) return []
          const saved = subtract(total.energy, then)
          // What two bounds differ by is no bound.
          const { claim: _, ...figure } = entryFigure(total, { name, what: description, value: saved })
          return [{ ...figure, share: saved.exact.div(total.energy.exact).toNumber() }]
        })
        const [most] = figures.filter(({ tier }) => !isBound(tier)).sort((a, b) => b.share - a.share)
        return answer('time', {
          about: ledger.scenario.name,
          verdict: most !== undefined && most.share > 0 ? most.name : 'nothing',
          figures,
          unsaid: slower.outside.map(({ name, problems }) => ({
            name,
            why: problems.map(({ message }) => message).join('; ')
          })),
          given: { duration: workload.duration }
        })
      })
    )
  },
  unfitInputs
)
