/** What is said of values that every formula takes, and that nothing built has. */
import type { Decimal } from '../units/decimal'
import { endsOf, type Enclosure } from '../units/enclosure'
import { formatWith } from '../units/format'
import type { Quantity } from '../units/quantity'
import { one } from '../units/si'

/** Whether a value of an input, in coherent SI, is one, and what is then said of it. */
interface Strange {
  readonly is: (value: Decimal) => boolean
  readonly why: string
}

const strange: Readonly<Record<string, Strange>> = {
  parameters: {
    is: (count) => count.lt(1),
    why: 'is less than one: a model has one or more, and the figures are those of a fraction of one'
  },
  temperature: {
    is: (kelvin) => kelvin.gt(1e4),
    why: 'is far above where any memory is known to work: at ordinary pressure nothing is solid above 10,000 K, and the figures are no more than what the formulas give'
  },
  writeNoise: {
    is: (share) => share.gt(1),
    why: 'is more than the whole range: what such a write leaves is noise, whatever was to be written'
  }
}

/** A sentence for each value that is strange; of one that is enclosed, where an end of it is. */
export const notesOn = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(strange).flatMap(([name, { is, why }]) => {
    const given = values[name]
    if (given === undefined) return []
    const value = (typeof given === 'number' ? one(given) : given) as Quantity<unknown> | Enclosure<unknown>
    return endsOf(value).some(({ exact }) => is(exact))
      ? [`${name} ${formatWith<unknown>({ digits: 'all' })(value)} ${why}`]
      : []
  })
