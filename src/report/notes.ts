/** What is said of values that every formula takes, and that nothing built has. */
import type { Decimal } from '../units/decimal'
import { endsOf, type Enclosure } from '../units/enclosure'
import { formatWith } from '../units/format'
import type { Quantity } from '../units/quantity'
import { one } from '../units/si'
import type { AnyEstimate } from './ledger'

/** Whether a value of an input, in coherent SI, is one, and what is then said of it. */
interface Strange {
  readonly is: (value: Decimal) => boolean
  readonly why: string
}

const half: Strange = {
  is: (probability) => probability.gte(0.5),
  why: 'is that of a coin: what goes wrong half of the time holds nothing, and nothing is learned'
}

const strange: Readonly<Record<string, readonly Strange[]>> = {
  parameters: [
    {
      is: (count) => count.lt(1),
      why: 'is less than one: a model has one or more, and the figures are those of a fraction of one'
    }
  ],
  precision: [
    {
      is: (width) => width.gt(64),
      why: 'is more than a number has in any hardware that learns: a double has 64'
    }
  ],
  temperature: [
    {
      is: (kelvin) => kelvin.gt(1e4),
      why: 'is far above where any memory is known to work: at ordinary pressure nothing is solid above 10,000 K, and the figures are no more than what the formulas give'
    },
    {
      is: (kelvin) => kelvin.lt(1e-3),
      why: 'is far below where any memory is known to work: refrigerators of helium reach some millikelvins, and the figures are no more than what the formulas give'
    }
  ],
  errorProbability: [half],
  solutionErrorProbability: [half],
  rows: [
    {
      is: (count) => count.lt(1),
      why: 'is less than one: a conversion serves one mac or more'
    }
  ],
  writeNoise: [
    {
      is: (share) => share.gt(1),
      why: 'is more than the whole range: what such a write leaves is noise, whatever was to be written'
    }
  ]
}

type Values = Readonly<Record<string, unknown>>

const quantityIn = (values: Values, name: string): Quantity<unknown> | Enclosure<unknown> | undefined => {
  const given = values[name]
  return given === undefined
    ? undefined
    : ((typeof given === 'number' ? one(given) : given) as Quantity<unknown> | Enclosure<unknown>)
}

const shown = formatWith<unknown>({ digits: 'all' })

/** One mac is two flop: how many macs there may be, beside so many operations. */
const macsBesideFlops = (values: Values): readonly string[] => {
  const [macs, flops] = [quantityIn(values, 'macs'), quantityIn(values, 'flops')]
  if (macs === undefined || flops === undefined) return []
  const [least, most] = [endsOf(macs)[0]!.exact, endsOf(macs).at(-1)!.exact].map((count) => count.times(2))
  const [fewest, all] = [endsOf(flops)[0]!.exact, endsOf(flops).at(-1)!.exact]
  const beside = `macs ${shown(macs)} beside ${shown(flops)}`
  // Counts are rounded as they are written.
  if (least!.gt(all.times(1.05)))
    return [`${beside} are more than half of the operations, though one mac is two flop`]
  return most!.times(1000).lt(fewest)
    ? [`${beside} are next to none: reads are counted by macs, and so nearly nothing is read`]
    : []
}

/** A sentence for each value that is strange; of one that is enclosed, where an end of it is. */
export const notesOn = (values: Values): readonly string[] => [
  ...Object.entries(strange).flatMap(([name, kinds]) => {
    const value = quantityIn(values, name)
    if (value === undefined) return []
    return kinds
      .filter(({ is }) => endsOf(value).some(({ exact }) => is(exact)))
      .map(({ why }) => `${name} ${shown(value)} ${why}`)
  }),
  ...macsBesideFlops(values)
]

/** The same of a ledger: of what it is given, and of what was counted from that. */
export const notesOf = ({ inputs, counts: { macs, flops } }: AnyEstimate['ledger']): readonly string[] =>
  notesOn({ ...inputs, macs, flops })
