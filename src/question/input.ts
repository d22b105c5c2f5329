/** Which input moves a result most. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Values } from '../formula/model'
import { aLedger, type Ledger } from '../ledger/estimate'
import { type ModelError, unfitInputs } from '../reading/error'
import { sensitivities } from '../reading/sensitivities'
import { aText, expecting } from '../units/argument'
import { answer, type Answer } from './answer'
import { entryFigure, rowOf } from './rows'

/**
 * Which input of a ledger moves a row most: percent of its total per percent of each input, those of which
 * nothing depends left out. The verdict is the input that moves it most; of several
 * alike, one of them.
 *
 * @example
 * import { ask } from 'limen/ask'
 * import { estimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { readFileSync } from 'node:fs'
 * const found = pipe(
 *   estimateFile(readFileSync('examples/brain-scale.json', 'utf8')),
 *   E.chainW(({ ledger }) => ask.input(ledger, 'cim')),
 *   E.map(({ verdict, figures }) => `${verdict} ${figures[0]?.value}`)
 * )
 * found // right('outputBits 7.452')
 *
 * @since 0.8.0
 */
export const input = expecting(
  'input',
  { ledger: aLedger, row: aText },
  (ledger: Ledger, row: string): E.Either<ModelError, Answer> =>
    pipe(
      rowOf('input', ledger, row),
      E.chain(({ name: of, total }) =>
        pipe(
          sensitivities(total.model)(ledger.inputs as Values<typeof total.model.inputs>), // a ledger holds them
          E.map((all) => {
            const felt = all.filter(({ elasticity }) => !elasticity.exact.isZero())
            return answer('input', {
              about: `${of}, ${ledger.scenario.name}`,
              verdict: felt[0]?.input ?? 'none',
              tier: total.tier,
              figures: felt.map(({ input: name, elasticity }) => {
                const { claim: _, ...figure } = entryFigure(total)
                return { ...figure, name, what: total.model.inputs[name]!.description, value: elasticity }
              })
            })
          })
        )
      )
    ),
  unfitInputs
)
