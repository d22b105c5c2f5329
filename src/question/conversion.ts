/** At how many bits and rows the converter of a column stops dominating. */
import * as E from 'fp-ts/lib/Either.js'
import type { Expression } from '../formula/expression'
import { input, type Values } from '../formula/model'
import { decades } from '../ledger/decades'
import { balancedBits, balancedRows } from '../physics/choices'
import { model } from '../physics/model'
import { analogMac } from '../physics/read'
import type { ModelError } from '../reading/error'
import { isObject } from '../shape/words'
import type { Energy, EnergyPerConversion, EnergyPerMac } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { joulesPerConversion, joulesPerMac, macsPerConversion, one } from '../units/si'
import { figureOf, question, valueOf, type Answer } from './answer'

const { macEnergy } = balancedRows.inputs

const shareOf = (e: Expression<EnergyPerMac>, converted: Expression<EnergyPerMac>) =>
  converted.over(e.plus(converted))

const conversionShare = model({
  name: 'conversionShare',
  symbol: 's_c',
  summary: 'Share of its conversion in what a product takes',
  inputs: { ...analogMac.inputs, macEnergy },
  unit: one,
  formula: ({ macEnergy: e, ...column }) => shareOf(e, analogMac.of(column)),
  constraint: balancedRows.constraint
})

const stated = {
  tier: 'empirical',
  constraint: 'a conversion takes what is said of it, however many rows it sums'
} as const

const conversionEnergy = input(
  'E_c',
  joulesPerConversion,
  '(0, ∞)',
  'what one conversion of your converter takes'
)

const statedMac = model({
  ...stated,
  name: 'conversionMac',
  symbol: 'E_cm',
  summary: 'What a conversion takes for each of the products that it sums',
  inputs: { rows: analogMac.inputs.rows, conversionEnergy },
  unit: joulesPerMac,
  formula: ({ rows: R, conversionEnergy: E }) => E.over(R)
})

const statedShare = model({
  ...stated,
  name: conversionShare.name,
  symbol: conversionShare.symbol,
  summary: conversionShare.summary,
  inputs: { ...statedMac.inputs, macEnergy },
  unit: one,
  formula: ({ macEnergy: e, ...column }) => shareOf(e, statedMac.of(column))
})

const statedRows = model({
  ...stated,
  name: balancedRows.name,
  symbol: balancedRows.symbol,
  summary: balancedRows.summary,
  inputs: { macEnergy, conversionEnergy },
  unit: macsPerConversion,
  formula: ({ macEnergy: e, conversionEnergy: E }) => E.over(e)
})

const verdictOf = (share: Quantity<unknown>) =>
  (['does not dominate', 'is even', 'dominates'] as const)[share.exact.comparedTo(0.5) + 1]!

const examples = {
  temperature: '300 K',
  outputBits: '8 bit',
  rows: '256 mac/conversion',
  macEnergy: '1 fJ/mac'
} as const

/** Of a converter at the limit of its class. */
const ideal = question({
  question: 'conversion',
  models: { analogMac, conversionShare, balancedRows },
  examples,
  answer: ({ analogMac: converted, conversionShare: share, balancedRows: rows }, given) => {
    const most = valueOf(balancedBits, given)
    return E.right({
      verdict: verdictOf(share),
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

/** Of one's own converter, beside the limit. */
const own = question({
  question: 'conversion',
  models: { analogMac, statedMac, statedShare, statedRows },
  examples: { ...examples, conversionEnergy: '1.2 pJ/conversion' },
  answer: ({ analogMac: limit, statedMac: converted, statedShare: share, statedRows: rows }) => {
    // Both are energies of a product.
    const above = decades(
      converted as Quantity<unknown> as Quantity<Energy>,
      limit as Quantity<unknown> as Quantity<Energy>
    )
    return E.right({
      verdict: verdictOf(share),
      figures: [
        figureOf(statedRows, rows),
        figureOf(statedMac, converted),
        figureOf(statedShare, share),
        figureOf(analogMac, limit, { decades: above })
      ],
      unsaid: [
        { name: balancedBits.name, why: 'how the energy of this converter grows with its bits is not said' }
      ]
    })
  }
})

/**
 * At how many bits of the converter and rows of the column conversion stops dominating the products.
 *
 * The converter is an ideal one, at the thermal limit of its class: any other dominates up to more rows, and from
 * fewer bits on. With a `conversionEnergy` it is one's own, and stands beside the limit.
 *
 * @example
 * import { bits, femto, joulesPerConversion, joulesPerMac, kelvin, macsPerConversion, pico } from 'limen'
 * import { ask } from 'limen/ask'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const column = { outputBits: bits(8), rows: macsPerConversion(2), macEnergy: femto(joulesPerMac)(1) }
 * const found = pipe(
 *   ask.conversion({ temperature: kelvin(300), ...column }),
 *   E.map(({ verdict, figures }) => `${verdict}: ${figures.map(({ value }) => value).join(', ')}`)
 * )
 * found // right('dominates: 3.257 mac/conversion, 7.648 bit, 1.629 fJ/mac, 0.6196')
 * const conversionEnergy = pico(joulesPerConversion)(1.2)
 * const mine = pipe(
 *   ask.conversion({ temperature: kelvin(300), ...column, conversionEnergy }),
 *   E.map(({ figures: [rows] }) => String(rows?.value))
 * )
 * mine // right('1200 mac/conversion')
 *
 * @since 0.8.0
 */
export const conversion = Object.assign(
  (
    given: Values<typeof ideal.inputs> & {
      /** Of a converter of one's own. */
      readonly conversionEnergy?: Quantity<EnergyPerConversion> | undefined
    }
  ): E.Either<ModelError, Answer<'does not dominate' | 'is even' | 'dominates'>> => {
    if (!isObject(given)) return ideal(given)
    const { conversionEnergy, ...column } = given
    return conversionEnergy === undefined ? ideal(column) : own({ ...column, conversionEnergy })
  },
  {
    question: own.question,
    inputs: own.inputs,
    examples: own.examples,
    optional: ['conversionEnergy'] as const
  }
)
