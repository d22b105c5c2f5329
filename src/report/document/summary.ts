/** A ledger in words: what the learning costs, at least or by which machine, where it goes, and what it depends on. */
import type { Explanation } from '../../ledger/explain'
import type { Sensitivity } from '../../reading/sensitivities'
import type { Decimal } from '../../units/decimal'
import { endsOf } from '../../units/enclosure'
import {
  entriesOf,
  decades,
  figure,
  measuredDecades,
  measuredOf,
  said,
  placeNames,
  rowsOf,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { adviceOf, atPlace } from '../design'
import { signed } from '../text/explanation'
import { shareText } from '../picture/ledger-rows'
import { enumerated } from '../../shape/words'
import type { Line } from './block'

/** Where an exact total goes, the largest share first. */
export const sharesOf = (paradigm: AnyRow): readonly (readonly [string, Decimal])[] => {
  const [whole, ...enclosed] = endsOf<unknown>(paradigm.total.energy)
  if (enclosed.length > 0 || whole!.exact.isZero()) return []
  return entriesOf(paradigm)
    .map(([place, { energy }]) => {
      const [part] = endsOf<unknown>(energy)
      return [placeNames[place], part!.exact.div(whole!.exact)] as const
    })
    .filter(([, share]) => share.gt(0))
    .sort(([, a], [, b]) => b.comparedTo(a))
}

const destination = (paradigm: AnyRow): string => {
  const shares = sharesOf(paradigm)
  if (shares.length === 0) return ''
  const [[only]] = shares as [readonly [string, Decimal]]
  return shares.length === 1
    ? `, all of it ${atPlace(only)}`
    : `: ${enumerated(shares.map(([place, share]) => `${shareText(share)} ${atPlace(place)}`))}`
}

const paradigmLine = (paradigm: AnyRow, digits: number | undefined): Line => {
  const { name, description, total } = paradigm
  const above = decades(paradigm)
  const [before, behind] = said(total.claim)
  return [
    { code: name },
    ` ${description}: ${before}`,
    { strong: figure(total.energy, digits) },
    `${behind} (${total.claim}, ${total.tier})`,
    (above === '' ? '' : `, ${above} decades above the floor`) + destination(paradigm)
  ]
}

/** The inputs that a figure depends on most; what is less than a tenth is left to the picture. */
const knobs = (sensitivities: readonly Sensitivity[]): readonly Sensitivity[] =>
  [...sensitivities]
    .filter(({ elasticity }) => Math.abs(elasticity.value) >= 0.1)
    .sort((a, b) => Math.abs(b.elasticity.value) - Math.abs(a.elasticity.value))
    .slice(0, 3)

const knobLine = ({ description, sensitivities }: Explanation): readonly Line[] => {
  const most = knobs(sensitivities)
  if (most.length === 0) return []
  const effects = most.map(
    ({ input, symbol, elasticity }) => `${input} ${symbol} (${signed(elasticity.value)} %)`
  )
  return [`One percent more of a value changes ${description} most by ${enumerated(effects)}.`]
}

/** What is said of a ledger before its table. */
export const summaryLines = (
  estimate: AnyEstimate,
  explanations: readonly Explanation[],
  digits?: number
): { readonly paradigms: readonly Line[]; readonly rest: readonly Line[] } => {
  const measured = measuredOf(estimate)
  const took = measured === undefined ? undefined : figure(measured.fact.value, digits)
  const above = measured === undefined ? '' : measuredDecades(measured)
  return {
    paradigms: rowsOf(estimate).map((paradigm) => paradigmLine(paradigm, digits)),
    rest: [
      ...(took === undefined
        ? []
        : [
            [
              'Where it took place it took ',
              { strong: took },
              above === '' ? '.' : `, ${above} decades above the floor.`
            ] satisfies Line
          ]),
      ...adviceOf(estimate).map(({ name, sentences }): Line => [{ code: name }, ` ${sentences.join(' ')}`]),
      ...explanations.filter(({ name }) => name === 'limDissipated').flatMap(knobLine)
    ]
  }
}
