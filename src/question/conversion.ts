/** At how many bits and rows the converter of a column stops dominating. */
import * as E from 'fp-ts/lib/Either.js'
import { balancedBits, balancedRows } from '../physics/choices'
import { model } from '../physics/model'
import { analogMac } from '../physics/read'
import { one } from '../units/si'
import { figureOf, question, valueOf } from './answer'

const conversionShare = model({
  name: 'conversionShare',
  symbol: 's_c',
  summary: 'Share of its conversion in what a product takes',
  inputs: { ...analogMac.inputs, macEnergy: balancedRows.inputs.macEnergy },
  unit: one,
  formula: ({ macEnergy: e, ...column }) => {
    const converted = analogMac.of(column)
    return converted.over(e.plus(converted))
  },
  constraint: balancedRows.constraint
})

/**
 * At how many bits of the converter and rows of the column conversion stops dominating the products.
 *
 * The converter is one at the limit of its class: any other dominates up to more rows, and from fewer bits on.
 *
 * @example
 * import { bits, femto, joulesPerMac, kelvin, macsPerConversion } from 'limen'
 * import { ask } from 'limen/ask'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const column = { outputBits: bits(8), rows: macsPerConversion(2), macEnergy: femto(joulesPerMac)(1) }
 * const found = pipe(
 *   ask.conversion({ temperature: kelvin(300), ...column }),
 *   E.map(({ verdict, figures }) => `${verdict}: ${figures.map(({ value }) => value).join(', ')}`)
 * )
 * found // right('dominates: 3.257 mac/conversion, 7.648 bit, 1.629 fJ/mac, 0.6196')
 *
 * @since 0.8.0
 */
export const conversion = question({
  question: 'conversion',
  models: { analogMac, conversionShare, balancedRows },
  examples: {
    temperature: '300 K',
    outputBits: '8 bit',
    rows: '256 mac/conversion',
    macEnergy: '1 fJ/mac'
  },
  answer: ({ analogMac: converted, conversionShare: share, balancedRows: rows }, given) => {
    const most = valueOf(balancedBits, given)
    return E.right({
      verdict: (['does not dominate', 'is even', 'dominates'] as const)[share.exact.comparedTo(0.5) + 1]!,
      figures: [
        figureOf(balancedRows, rows),
        ...(E.isRight(most) ? [figureOf(balancedBits, most.right)] : []),
        figureOf(analogMac, converted),
        figureOf(conversionShare, share)
      ],
      // Its only condition beyond what was checked: with no bits, too, conversion takes more.
      unsaid: E.isRight(most) ? [] : [{ name: balancedBits.name, why: most.left.message }]
    })
  }
})
