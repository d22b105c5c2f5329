/** The two ends of what is swept, and what a picture says of them where they are certified. */
import * as E from 'fp-ts/lib/Either.js'
import type { AnySweep, SweptTotals } from '../../ledger/sweep'
import { enumerated } from '../../shape/words'
import { decimalsOf, type Decimal } from '../../units/decimal'
import { dimensions } from '../../units/dimension'
import { endsOf, isEnclosure } from '../../units/enclosure'
import { ofEnd } from '../../units/quantity'
import { figure } from '../ledger'
import { typeset } from './axis'
import { inWords } from './words'

type Ends = readonly [lower: Decimal, upper: Decimal]

/** The ends of a total at a value, one and the same where it is exact; none where there is no total. */
export const endsAt = ({ totals }: SweptTotals, at: number): Ends | undefined => {
  const total = totals[at]
  if (total === undefined || E.isLeft(total)) return undefined
  const ends = endsOf<unknown>(total.right)
  return [ends[0]!.exact, ends.at(-1)!.exact]
}

/** A row as it is drawn. */
export interface Band {
  readonly title: string
  readonly paradigm: SweptTotals
  /** Whether the area between its ends is somewhere thicker than its line. */
  readonly isSeen: boolean
}

const Up = decimalsOf(20, 'up')

/** By how much the upper end of a row is above the lower at the most, as a share of that; rounded up. */
const widthOf = ({ paradigm }: Band): Decimal =>
  paradigm.totals.reduce<Decimal>((most, _, at) => {
    const [lower, upper] = endsAt(paradigm, at) ?? []
    return upper?.gt(0) ? Up.max(most, new Up(upper).minus(lower!).div(Up.max(lower!, 0))) : most
  }, new Up(0))

const told = (value: Decimal, digits: number): string =>
  figure(ofEnd(dimensions['a pure number'], value, 'up'), digits)

/** How wide the areas are that are seen; titles together whose width is told the same. */
const widths = (seen: readonly Band[]): readonly string[] => {
  const by = new Map<string, string[]>()
  for (const band of seen) {
    const times = new Up(1).plus(widthOf(band))
    const width = times.isFinite() ? told(times, 4) : 'any number, as that may be 0'
    by.set(width, [...(by.get(width) ?? []), band.title])
  }
  const each = [...by].map(([width, titles]) => `${width} (${titles.join('; ')})`)
  return each.length === 0 ? [] : [`The upper end is at most so many times the lower: ${each.join(', ')}.`]
}

/** How near the ends are whose area is not seen. */
const nearness = (unseen: readonly Band[], isAll: boolean): readonly string[] => {
  if (unseen.length === 0) return []
  const most = Up.max(...unseen.map(widthOf))
  const which = isAll ? '' : ` of ${unseen.map(({ title }) => title).join('; ')}`
  const why = most.isZero()
    ? 'the ends are the same'
    : `the ends differ by at most ${told(most, 2)} of the value, thinner than the line`
  return [`No area is to be seen${which}: ${why}.`]
}

/** What a certified picture says: what is drawn, how wide that is, and what it is uncertain by. */
export const bandNotes = (
  { input, stated, uncertain }: AnySweep,
  bands: readonly Band[]
): readonly string[] => {
  if (uncertain === undefined) return []
  const [seen, unseen] = [true, false].map((is) => bands.filter(({ isSeen }) => isSeen === is)) as [
    Band[],
    Band[]
  ]
  const inputs = Object.entries(uncertain).map(([name, value]) => `${inWords(name)} in ${figure(value)}`)
  const from = inputs.length === 0 ? 'from exact values' : `for all values of ${enumerated(inputs)}`
  const drawn = bands.length === 0 ? '' : ': a line is the lower end of what encloses an energy'
  const over = seen.length === 0 ? '' : ', and the area over it reaches to the upper end, a thinner line'
  return [
    `Certified, ${from}${drawn}${over}.`,
    ...widths(seen),
    ...nearness(unseen, seen.length === 0),
    ...(isEnclosure(stated)
      ? [`The scenario has ${inWords(input)} in ${figure(stated)}; here each value of it is exact.`]
      : [])
  ].map(typeset)
}
