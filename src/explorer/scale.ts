/**
 * The slider of a knob: the numbers that it stops at, in the unit that its text is written in. Where they
 * span decades they are apart by factors; what is counted is whole; what the text says is one of them.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Measure } from '../shape/shape'
import { decimal, isNumeral, Working, type Decimal } from '../units/decimal'
import { endsOf } from '../units/enclosure'
import { parse } from '../units/parse'
import { ofDecimal, type Quantity } from '../units/quantity'
import { contains } from '../units/range'
import { bits, flops, macs, macsPerConversion, parameters, tokens, updates } from '../units/si'
import { isUncertain, parseUncertain } from '../units/uncertain'
import type { Knob } from './control'

/**
 * What a knob says, as its field of the file reads it: a plain number is in the coherent unit. Of what is
 * uncertain it is the middle.
 */
export const middleIn = ({ unit }: Measure<unknown>, text: string): Quantity<unknown> | undefined => {
  const read = isNumeral(text) ? E.right(unit(text.trim())) : parseUncertain(unit)(text)
  if (E.isLeft(read)) return undefined
  const [lower, upper = lower] = endsOf<unknown>(read.right).map(({ exact }) => new Working(exact))
  return ofDecimal(unit.dimension, lower!.plus(upper!).div(2))
}

/** The numeral that a text, or a part of one, begins with. */
const first = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/i

/** The unit that a text is written in, wherever it says so; none of a plain number. */
const unitIn = (text: string): string => {
  const inPart = (part: string): string => part.replace(first, '').trim()
  if (!isUncertain(text)) return inPart(text)
  const units = text.split(/±|\+\/?-|[[\],]/).map(inPart)
  return units.find((unit) => unit !== '' && unit !== '%') ?? ''
}

/** Three digits, as people write them. */
export const numeralOf = (value: number): string => {
  const size = Math.abs(value)
  return value === 0 || (size >= 1e-3 && size < 1e6)
    ? String(value)
    : value.toExponential().replace('e+', 'e')
}

const rounded = (value: number): number => Number(value.toPrecision(3))

const counts: readonly string[] = [bits, flops, macs, macsPerConversion, parameters, tokens, updates].map(
  ({ dimension }) => dimension.key
)

/** Whether there is no half of it. */
const isCount = ({ name, measure }: Knob): boolean =>
  name === 'transfers' || counts.includes(measure.unit.dimension.key)

const perDecade = 40
const fewest = 64
const linearSteps = 100

/** Numbers around one, between two ends of which either may be missing. */
const around = (
  value: number,
  typical: number,
  [lower, upper]: readonly [number, number],
  isWhole: boolean
): readonly number[] => {
  const even = (from: number, to: number, steps: number): readonly number[] =>
    Array.from({ length: steps + 1 }, (_, at) => rounded(from + ((to - from) * at) / steps))
  if (isWhole && value <= fewest / 3) return even(lower, lower + fewest, fewest)
  if (value <= 0) return even(value, Math.min(upper, value + 2 * typical), linearSteps)
  if (value >= upper / 20) return even(lower, upper, linearSteps)
  const from = Math.max(lower, 10 ** (Math.round(Math.log10(value)) - 2))
  return Array.from({ length: 4 * perDecade + 1 }, (_, at) => {
    const stop = from * 10 ** (at / perDecade)
    return rounded(isWhole ? Math.round(stop) : stop)
  })
}

/** What a slider goes through. */
export interface Scale {
  /** In which its numbers are; nothing for the coherent unit. */
  readonly unit: string
  /** The least first. */
  readonly stops: readonly number[]
  /** The number that the text of the knob says, or would say. */
  readonly value: number
  /** That text with another number; what is uncertain stays so, and as much. */
  readonly textAt: (stop: number) => string
}

/** The slider of a knob; none where its text says nothing that can be moved. */
export const scaleOf = (knob: Knob): Scale | undefined => {
  const { measure, example } = knob
  const { unit, range } = measure
  const text = knob.text === '' ? example : knob.text
  const written = unitIn(text)
  const middle = middleIn(measure, text)
  const factor = written === '' ? E.right(unit(1)) : parse(unit)(`1 ${written}`)
  if (middle === undefined || !middle.exact.isFinite() || E.isLeft(factor)) return undefined
  const inUnit = ({ exact }: { readonly exact: Decimal }): number =>
    new Working(exact).div(factor.right.exact).toNumber()
  const value = inUnit(middle)
  const isWhole = isCount(knob) && factor.right.exact.eq(unit.factor)
  const ends = [range.lower, range.upper].map((end) => end && inUnit({ exact: end.at }))
  const typical = inUnit(middleIn(measure, example)!) // an example is of its kind
  const stops = around(value, typical, [ends[0] ?? -Infinity, ends[1] ?? Infinity], isWhole)
  const fits = (stop: number): boolean => contains(range, decimal(stop).times(factor.right.exact))
  const scaled =
    (by: number) =>
    (part: string): string =>
      part.replace(first, (end) => numeralOf(rounded(Number(end) * by)))
  const textAt = (stop: number): string =>
    // An interval keeps its proportions.
    text.includes('[')
      ? text
          .split(/([[\],])/)
          .map(scaled(stop / value))
          .join('')
      : text.replace(first, numeralOf(stop))
  const all = [...new Set([...stops.filter(fits), value])].sort((a, b) => a - b)
  return { unit: written, stops: all, value, textAt }
}

/** The scale of a knob whose text is another now: it stays where the new one is on it. */
export const rescaled = (before: Scale | undefined, now: Scale): Scale => {
  const [least = NaN, most = NaN] = [before?.stops[0], before?.stops.at(-1)]
  const isOn = before?.unit === now.unit && now.value >= least && now.value <= most
  return isOn ? { ...now, stops: before.stops } : now
}

/** Which stop of a scale is the nearest to its number. */
export const placeOf = ({ stops, value }: Scale): number =>
  stops.reduce((best, stop, at) => (Math.abs(stop - value) < Math.abs(stops[best]! - value) ? at : best), 0)
