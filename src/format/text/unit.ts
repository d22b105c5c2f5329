/** Units as files name them, so that their numerals are read in them. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Energy } from '../../units/dimension'
import { parseStated } from '../../units/parse'
import { joules } from '../../units/si'
import { unit, type Unit } from '../../units/unit'

/** A unit of energy by its symbol; undefined where it is none. */
export const energyUnit = (symbol: string): Unit<Energy> | undefined =>
  pipe(
    parseStated(joules)(`1 ${symbol}`),
    E.map(({ exact }) => unit(symbol, joules.dimension, exact)),
    E.getOrElse((): Unit<Energy> | undefined => undefined)
  )
