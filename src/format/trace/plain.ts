/* eslint-disable @typescript-eslint/no-unsafe-enum-comparison -- signs of a text are numbers */
/**
 * Rows of a trace that hold plain numbers, read sign by sign where they stand: no text is made of a line or
 * a field. Whatever is not plain is left to the readers of lines, which tell what it is.
 *
 * The signs of a text stand beside it as a list: an engine asks of a text at each sign how it is kept.
 */
import { fits, type Numbers } from './row'
import { isEvaluation, type TraceColumn } from './columns'

/** The numbers of a row, and where the next line begins. */
export interface PlainRow {
  readonly numbers: Numbers
  readonly next: number
}

/** The codes of the signs of a text. */
export type Signs = Uint8Array | Uint16Array

/** Reads the row that begins at a place of a text; undefined where its line is not plain, or has no end there. */
export type PlainReader = (text: string, signs: Signs, from: number) => PlainRow | undefined

const wide = (text: string): Signs => {
  const signs = new Uint16Array(text.length)
  for (let at = 0; at < signs.length; at++) signs[at] = text.charCodeAt(at)
  return signs
}

/** The signs of a text: bytes where it has no others than those of ASCII, of which each is one. */
export const signsOf = (text: string): Signs => {
  const bytes = new TextEncoder().encode(text)
  return bytes.length === text.length ? bytes : wide(text)
}

/** The codes of signs: an enum, as bundles write it out, where of a constant of a module they make a variable. */
const enum Sign {
  line = 10,
  return = 13,
  space = 32,
  quote = 34,
  hash = 35,
  plus = 43,
  minus = 45,
  point = 46,
  zero = 48,
  nine = 57,
  E = 69,
  e = 101,
  tilde = 126
}

/** Below this whole numbers are those of float64, and up to this power those of ten. */
const exact = { mantissa: 2 ** 53, power: 22 } as const
const powers = Float64Array.from({ length: exact.power + 1 }, (_, power) => Number(`1e${power}`))

const isDigit = (code: number): boolean => code >= Sign.zero && code <= Sign.nine

/** The upper half of the digits of a number (Veltkamp). */
const upper = (value: number): number => {
  const scaled = (2 ** 27 + 1) * value
  return scaled - (scaled - value)
}

/** What rounding took from a product (Dekker, Numer. Math. 18, 224 (1971)). */
const lostOf = (x: number, y: number, product: number): number => {
  const a = upper(x)
  const b = upper(y)
  return (x - a) * (y - b) - (product - a * b - (x - a) * b - a * (y - b))
}

/** Digits of which two lists are as many as `longNumber` reads: products of the first with 10⁹ are exact. */
const half = 9

/**
 * Some digits, a point among them or none, times a power of ten, rounded once: the product is known to 2⁻¹⁰² of it,
 * and is that to which all within 2⁻¹⁰⁰ is rounded. NaN where that is not one number, or there are too many digits.
 */
const longNumber = (signs: Signs, from: number, digits: number, power: number): number => {
  if (digits > 2 * half) return NaN
  let first = 0
  let second = 0
  for (let at = from, left = digits; left > 0; at++) {
    const code = signs[at]!
    if (code === Sign.point) continue
    if (left > half) first = first * 10 + (code - Sign.zero)
    else second = second * 10 + (code - Sign.zero)
    left--
  }
  const high = first * powers[half]!
  const mantissa = high + second
  const beside = second - (mantissa - high)
  const ten = powers[Math.abs(power)]!
  const value = power < 0 ? mantissa / ten : mantissa * ten
  const product = value * ten
  const left =
    power < 0
      ? (mantissa - product - lostOf(value, ten, product) + beside) / ten
      : lostOf(mantissa, ten, value) + beside * ten
  const margin = value * 2 ** -100
  const rounded = value + (left - margin)
  return rounded === value + (left + margin) ? rounded : NaN
}

/**
 * The number that begins at a place, as JSON writes numbers, put into a list; where it ends, or −1 if there
 * is none. It is that of `Number`: mantissa and power of ten are exact, and their product or quotient is
 * rounded once (Clinger, How to read floating point numbers accurately, PLDI 1990), that of more digits by
 * `longNumber`; else `Number` reads it.
 */
export const plainNumber = (
  text: string,
  signs: Signs,
  from: number,
  into: Float64Array,
  slot: number
): number => {
  let at = from
  let code = signs[at]!
  const isNegative = code === Sign.minus
  if (isNegative) code = signs[++at]!
  if (!isDigit(code)) return -1
  const begin = at
  let mantissa = code - Sign.zero
  code = signs[++at]!
  if (mantissa === 0 && isDigit(code)) return -1
  for (; isDigit(code); code = signs[++at]!) mantissa = mantissa * 10 + (code - Sign.zero)
  let digits = at - begin
  let power = 0
  if (code === Sign.point) {
    const point = at
    code = signs[++at]!
    if (!isDigit(code)) return -1
    for (; isDigit(code); code = signs[++at]!) mantissa = mantissa * 10 + (code - Sign.zero)
    power = point + 1 - at
    digits -= power
  }
  if (code === Sign.e || code === Sign.E) {
    code = signs[++at]!
    const isSmall = code === Sign.minus
    if (isSmall || code === Sign.plus) code = signs[++at]!
    if (!isDigit(code)) return -1
    let exponent = 0
    for (; isDigit(code); code = signs[++at]!) exponent = exponent * 10 + (code - Sign.zero)
    power += isSmall ? -exponent : exponent
  }
  let size = NaN
  if (power <= exact.power && power >= -exact.power) {
    if (mantissa >= exact.mantissa) size = longNumber(signs, begin, digits, power)
    else size = power < 0 ? mantissa / powers[-power]! : mantissa * powers[power]!
  }
  if (Number.isNaN(size)) into[slot] = Number(text.slice(from, at))
  else into[slot] = isNegative ? -size : size
  return at
}

/** Where the line after the one that ends at a place begins; −1 if none ends there. */
const nextLine = (signs: Signs, at: number): number => {
  const code = signs[at]
  if (code === Sign.line) return at + 1
  return code === Sign.return && signs[at + 1] === Sign.line ? at + 2 : -1
}

type Made = { -readonly [Column in TraceColumn]?: number }

/** How a number is put into each column: by its name, which the engine knows ahead. */
const putters: Readonly<Record<TraceColumn, (numbers: Made, value: number) => void>> = {
  step: (numbers, value) => (numbers.step = value),
  epoch: (numbers, value) => (numbers.epoch = value),
  mode: (numbers, value) => (numbers.mode = value),
  time: (numbers, value) => (numbers.time = value),
  parameters: (numbers, value) => (numbers.parameters = value),
  updates: (numbers, value) => (numbers.updates = value),
  relativeStep: (numbers, value) => (numbers.relativeStep = value),
  macs: (numbers, value) => (numbers.macs = value),
  objective: (numbers, value) => (numbers.objective = value),
  learningRate: (numbers, value) => (numbers.learningRate = value),
  gradientNorm: (numbers, value) => (numbers.gradientNorm = value)
}

/** What puts a number where it belongs, if it fits there: found once for a column, not for each of its numbers. */
const putterOf = (column: TraceColumn | undefined): ((numbers: Made, value: number) => boolean) => {
  if (column === undefined) return () => true
  const put = putters[column]
  return (numbers, value) => {
    if (!fits(column, value)) return false
    put(numbers, value)
    return true
  }
}

/** A reader of lines of CSV: of each field the column that it is, or undefined where it is none. */
export const plainCsv = (separator: string, columns: readonly (TraceColumn | undefined)[]): PlainReader => {
  const between = separator.charCodeAt(0)
  const puts = columns.map(putterOf)
  const value = new Float64Array(1)
  /** The end of a field of any text; its line is not plain where it has a quote. */
  const endOf = (signs: Signs, from: number): number => {
    for (let at = from; at < signs.length; at++) {
      const code = signs[at]
      if (code === between || code === Sign.line || code === Sign.return) return at
      if (code === Sign.quote) return -1
    }
    return -1
  }
  return (text, signs, from) => {
    const first = signs[from]!
    if (!(first > Sign.space && first <= Sign.tilde) || first === Sign.hash) return undefined
    const numbers: Made = {}
    let at = from
    for (let field = 0; field < columns.length; field++) {
      if (field > 0 && signs[at++] !== between) return undefined
      const column = columns[field]
      if (column === undefined || column === 'mode') {
        const begin = at
        at = endOf(signs, at)
        if (at < 0 || (column === 'mode' && isEvaluation(text.slice(begin, at)))) return undefined
        continue
      }
      const code = signs[at]
      if (code === between || code === Sign.line || code === Sign.return) continue
      while (signs[at] === Sign.space) at++
      at = plainNumber(text, signs, at, value, 0)
      if (at < 0 || !puts[field]!(numbers, value[0]!)) return undefined
    }
    const next = nextLine(signs, at)
    return next < 0 ? undefined : { numbers, next }
  }
}

/** A field of a flat object, as programs write JSON: its name, its value, a number or null or other, and what follows. */
const member = / ?"([^"\\]*)" ?: ?(?:(-?\d[\d.eE+-]*)|"(?:[^"\\]|\\.)*"|true|false|(null)) ?([,}])/y

/**
 * A reader of lines of JSON that differ from one in nothing but their numbers; undefined where the line is no
 * flat object, or holds a text where a column is.
 */
export const plainJson = (
  line: string,
  columnOf: (name: string) => TraceColumn | undefined
): PlainReader | undefined => {
  const texts: string[] = []
  const columns: (TraceColumn | undefined)[] = []
  const names = new Set<string>()
  let at = line.indexOf('{') + 1
  let done = 0
  for (let follows = ','; follows === ',';) {
    member.lastIndex = at
    const found = member.exec(line)
    if (found === null) return undefined
    const [all, name, number, none, sign] = found
    const column = columnOf(name!)
    if (names.has(name!) || (column !== undefined && (number ?? none) === undefined)) return undefined
    names.add(name!)
    if (number !== undefined) {
      const begin = at + all.lastIndexOf(number)
      texts.push(line.slice(done, begin))
      columns.push(column)
      done = begin + number.length
    }
    at += all.length
    follows = sign!
  }
  const last = line.slice(done)
  const puts = columns.map(putterOf)
  const value = new Float64Array(1)
  return (text, signs, from) => {
    const numbers: Made = {}
    let place = from
    for (let field = 0; field < texts.length; field++) {
      if (!text.startsWith(texts[field]!, place)) return undefined
      place = plainNumber(text, signs, place + texts[field]!.length, value, 0)
      if (place < 0 || !puts[field]!(numbers, value[0]!)) return undefined
    }
    if (!text.startsWith(last, place)) return undefined
    const next = nextLine(signs, place + last.length)
    return next < 0 ? undefined : { numbers, next }
  }
}
