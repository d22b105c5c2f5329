/**
 * Axes: where a value lies, and which values are written beside it. A logarithmic axis takes the
 * logarithms, so that no energy is too large or too small for it.
 */
import { scaleLinear } from './scale'
import * as budget from '../../units/budget'
import type { Decimal } from '../../units/decimal'
import { formatWith } from '../../units/format'
import { joules, one } from '../../units/si'
import { sizes } from './style'
import { textWidth } from './text'

/** A mark of an axis; without a text it is a minor one. */
export interface Tick {
  readonly at: number
  readonly text?: string
}

/** An axis between two places of a picture. */
export interface Axis {
  readonly domain: readonly [number, number]
  /** Where a value lies; of a logarithmic axis, the logarithm of a value. */
  readonly place: (value: number) => number
  readonly ticks: readonly Tick[]
}

type Two = readonly [number, number]

/** Decades that some logarithms lie in: at least one, and a little room before the first. */
export const decadesAround = (logs: readonly number[], room = 0): Two => {
  const [low, high] = [Math.floor(Math.min(...logs) - room), Math.ceil(Math.max(...logs) + room)]
  return [low, high > low ? high : low + 1]
}

/** log₁₀ of a value above 0. */
export const logOf = (value: Decimal): number => {
  const number = value.toNumber()
  return number > 1e-300 && number < Infinity ? Math.log10(number) : value.log(10).toNumber()
}

/** How far apart the middles of two texts must be, along an axis. */
const roomFor = (along: 'x' | 'y', a: string, b: string): number =>
  along === 'y' ? sizes.small * 1.6 : (textWidth(a, sizes.small) + textWidth(b, sizes.small)) / 2 + 10

/** Whether no two texts of an axis touch. */
const areApart = (ticks: readonly Required<Tick>[], along: 'x' | 'y'): boolean =>
  ticks.every(
    (tick, at) =>
      at === 0 || Math.abs(tick.at - ticks[at - 1]!.at) >= roomFor(along, ticks[at - 1]!.text, tick.text)
  )

/** Steps between the decades that are written: those of the SI prefixes, where all would be too many. */
const steps: readonly number[] = [1, 3, 6, 9, 12, 15, 30, 60, 90, 150, 300]

/** Of a decade, what is marked: all digits; or written where there are few decades. */
const digits = [2, 3, 4, 5, 6, 7, 8, 9]
const writtenDigits: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]]

/** A logarithmic axis, with a text at every first, third … power of ten, or in between where they are few. */
export const logAxis = (
  [low, high]: Two,
  [from, to]: Two,
  along: 'x' | 'y',
  textOf: (exponent: number, digit: number) => string
): Axis => {
  const scale = scaleLinear().domain([low, high]).range([from, to])
  // Where there are too many to mark one by one, every tenth, hundredth … is.
  const stride = 10 ** Math.max(0, Math.ceil(Math.log10((high - low) / budget.decades)))
  const first = Math.floor(low / stride)
  const decades = Array.from(
    { length: Math.floor(high / stride) - first + 1 },
    (_, at) => (first + at) * stride
  )
  const isWithin = (log: number): boolean => log >= low - 1e-9 && log <= high + 1e-9
  const places = (exponents: readonly number[], of: readonly number[]) =>
    exponents.flatMap((exponent) =>
      of
        .map((digit) => ({ exponent, digit, log: exponent + Math.log10(digit) }))
        .filter(({ log }) => isWithin(log))
    )
  const written = (exponents: readonly number[], of: readonly number[]): readonly Required<Tick>[] =>
    places(exponents, of).map(({ exponent, digit, log }) => ({
      at: scale(log),
      text: textOf(exponent, digit)
    }))
  const few = decades.length > 4 ? [] : writtenDigits.map((of) => written(decades, of))
  const many = steps.map((step) =>
    written(
      decades.filter((exponent) => exponent % (step * stride) === 0),
      [1]
    )
  )
  const texts = [...few, ...many].find((ticks) => areApart(ticks, along)) ?? []
  const width = Math.abs(to - from) / (high - low)
  const marked = places(decades, width < 4 ? [] : width < 40 ? [1] : [1, ...digits]).map(({ log }) =>
    scale(log)
  )
  const silent = marked.filter((at) => !texts.some((tick) => Math.abs(tick.at - at) < 0.5))
  return { domain: [low, high], place: scale, ticks: [...texts, ...silent.map((at) => ({ at }))] }
}

/**
 * A logarithmic axis of a quantity that people count in several units, such as time: with a text at
 * the first of the lists of values of which no two texts touch; undefined where there is none.
 */
export const listedAxis = (
  [low, high]: Two,
  range: Two,
  along: 'x' | 'y',
  lists: readonly (readonly { readonly log: number; readonly text: string }[])[]
): Axis | undefined => {
  const place = scaleLinear().domain([low, high]).range(range)
  const ticks = lists
    .map((list) =>
      list
        .filter(({ log }) => log >= low - 1e-9 && log <= high + 1e-9)
        .map(({ log, text }) => ({ at: place(log), text }))
    )
    .find((each) => areApart(each, along))
  return ticks === undefined || ticks.length < 2 ? undefined : { domain: [low, high], place, ticks }
}

/** Whether a float64 can tell values apart that lie between two, and steps between them. */
const isWide = ([low, high]: Two): boolean =>
  high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) && high - low > 1e-280 && high - low < 1e280

/**
 * A linear axis; its ends rounded outwards to values that are written, unless they must stay. Where
 * its values cannot be told apart only the first is written.
 */
export const linearAxis = (
  domain: Two,
  [from, to]: Two,
  along: 'x' | 'y',
  textOf: (value: number) => string,
  isNice = true
): Axis => {
  const scale = (count: number) => {
    const plain = scaleLinear().domain(domain).range([from, to])
    return isNice && isWide(domain) ? plain.nice(count) : plain
  }
  const ticksOf = (count: number): readonly Required<Tick>[] => {
    const counted = scale(count)
    const values = isWide(domain) ? counted.ticks(count) : domain.slice(0, 1)
    return values.map((value) => ({ at: counted(value), text: textOf(value) }))
  }
  const most = Math.floor(Math.abs(to - from) / (along === 'x' ? 70 : 36))
  const counts = Array.from({ length: Math.max(1, Math.min(10, most)) }, (_, at) => at + 1).reverse()
  const count = counts.find((each) => areApart(ticksOf(each), along)) ?? 1
  const chosen = scale(count)
  const [low = 0, high = 0] = chosen.domain()
  const ticks = ticksOf(count)
  return { domain: [low, high], place: chosen, ticks: areApart(ticks, along) ? ticks : ticks.slice(0, 1) }
}

/** A power of ten in joules, with the prefix that people read: "1 MJ", "10 MJ". */
export const jouleText = (exponent: number, digit = 1): string =>
  formatWith({ digits: 1 })(joules(`${digit}e${exponent}`))

const raised = (digits: string): string =>
  digits.replace(/[-0-9]/g, (digit) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(digit)]!)

/** A power of ten, or some of it, as such: "0.1", "200", "10⁻⁹", "2×10⁶". */
export const powerText = (exponent: number, digit = 1): string => {
  if (exponent >= -2 && exponent <= 3) return formatWith({ digits: 'all' })(one(`${digit}e${exponent}`))
  const power = `10${raised(String(exponent))}`
  return digit === 1 ? power : `${digit}×${power}`
}

/** A number as it is set: with a minus, and with a power of ten instead of an e. */
export const typeset = (text: string): string =>
  text
    .replace(
      /(\d(?:\.\d+)?)e([+-]?\d+)/g,
      (_, number: string, power: string) => `${number}×10${raised(power.replace('+', ''))}`
    )
    .replace(/(?<![\p{L}\d])-(?=[\d.])/gu, '−')

/** A value of a linear axis; what a float64 has too many digits of is the one that was meant. */
export const numberText = (value: number): string =>
  typeset(formatWith({ digits: 'all' })(one(Number(value.toPrecision(10))))).replace(
    /^(−?)1×10/,
    (_, sign: string) => `${sign}10`
  )
