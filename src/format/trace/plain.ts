/**
 * Rows of a trace that hold plain numbers, read sign by sign where they stand: no text is made of a line or
 * a field. Whatever is not plain is left to the readers of lines, which tell what it is.
 */
import { fits, type Numbers } from './row'
import { isEvaluation, type TraceColumn } from './columns'

/** The numbers of a row, and where the next line begins. */
export interface PlainRow {
  readonly numbers: Numbers
  readonly next: number
}

/** Reads the row that begins at a place of a text; undefined where its line is not plain, or has no end there. */
export type PlainReader = (text: string, from: number) => PlainRow | undefined

/** The codes of signs. */
const sign = {
  line: 10,
  return: 13,
  space: 32,
  quote: 34,
  hash: 35,
  plus: 43,
  minus: 45,
  point: 46,
  zero: 48,
  nine: 57,
  E: 69,
  e: 101,
  tilde: 126
} as const

/** Below this whole numbers are those of float64, and up to this power those of ten. */
const exact = { mantissa: 2 ** 53, power: 22 } as const
const powers = Float64Array.from({ length: exact.power + 1 }, (_, power) => Number(`1e${power}`))

const isDigit = (code: number): boolean => code >= sign.zero && code <= sign.nine

/**
 * The number that begins at a place, as JSON writes numbers, put into a list; where it ends, or −1 if there
 * is none. It is that of `Number`: mantissa and power of ten are exact, and their product or quotient is
 * rounded once (Clinger, How to read floating point numbers accurately, PLDI 1990); else `Number` reads it.
 */
export const plainNumber = (text: string, from: number, into: Float64Array, slot: number): number => {
  let at = from
  let code = text.charCodeAt(at)
  const isNegative = code === sign.minus
  if (isNegative) code = text.charCodeAt(++at)
  if (!isDigit(code)) return -1
  let mantissa = code - sign.zero
  code = text.charCodeAt(++at)
  if (mantissa === 0 && isDigit(code)) return -1
  for (; isDigit(code); code = text.charCodeAt(++at)) mantissa = mantissa * 10 + (code - sign.zero)
  let power = 0
  if (code === sign.point) {
    const point = at
    code = text.charCodeAt(++at)
    if (!isDigit(code)) return -1
    for (; isDigit(code); code = text.charCodeAt(++at)) mantissa = mantissa * 10 + (code - sign.zero)
    power = point + 1 - at
  }
  if (code === sign.e || code === sign.E) {
    code = text.charCodeAt(++at)
    const isSmall = code === sign.minus
    if (isSmall || code === sign.plus) code = text.charCodeAt(++at)
    if (!isDigit(code)) return -1
    let exponent = 0
    for (; isDigit(code); code = text.charCodeAt(++at)) exponent = exponent * 10 + (code - sign.zero)
    power += isSmall ? -exponent : exponent
  }
  if (mantissa >= exact.mantissa || power > exact.power || power < -exact.power)
    into[slot] = Number(text.slice(from, at))
  else {
    const size = power < 0 ? mantissa / powers[-power]! : mantissa * powers[power]!
    into[slot] = isNegative ? -size : size
  }
  return at
}

/** Where the line after the one that ends at a place begins; −1 if none ends there. */
const nextLine = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (code === sign.line) return at + 1
  return code === sign.return && text.charCodeAt(at + 1) === sign.line ? at + 2 : -1
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

/** Puts a number where it belongs, if it fits there. */
const put = (numbers: Made, column: TraceColumn | undefined, value: number): boolean => {
  if (column === undefined) return true
  if (!fits(column, value)) return false
  putters[column](numbers, value)
  return true
}

/** A reader of lines of CSV: of each field the column that it is, or undefined where it is none. */
export const plainCsv = (separator: string, columns: readonly (TraceColumn | undefined)[]): PlainReader => {
  const between = separator.charCodeAt(0)
  const value = new Float64Array(1)
  /** The end of a field of any text; its line is not plain where it has a quote. */
  const endOf = (text: string, from: number): number => {
    for (let at = from; ; at++) {
      const code = text.charCodeAt(at)
      if (code === between || code === sign.line || code === sign.return) return at
      if (code === sign.quote || Number.isNaN(code)) return -1
    }
  }
  return (text, from) => {
    const first = text.charCodeAt(from)
    if (!(first > sign.space && first <= sign.tilde) || first === sign.hash) return undefined
    const numbers: Made = {}
    let at = from
    for (let field = 0; field < columns.length; field++) {
      if (field > 0 && text.charCodeAt(at++) !== between) return undefined
      const column = columns[field]
      if (column === undefined || column === 'mode') {
        const begin = at
        at = endOf(text, at)
        if (at < 0 || (column === 'mode' && isEvaluation(text.slice(begin, at)))) return undefined
        continue
      }
      const code = text.charCodeAt(at)
      if (code === between || code === sign.line || code === sign.return) continue
      while (text.charCodeAt(at) === sign.space) at++
      at = plainNumber(text, at, value, 0)
      if (at < 0 || !put(numbers, column, value[0]!)) return undefined
    }
    const next = nextLine(text, at)
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
  const value = new Float64Array(1)
  return (text, from) => {
    const numbers: Made = {}
    let place = from
    for (let field = 0; field < texts.length; field++) {
      if (!text.startsWith(texts[field]!, place)) return undefined
      place = plainNumber(text, place + texts[field]!.length, value, 0)
      if (place < 0 || !put(numbers, columns[field], value[0]!)) return undefined
    }
    if (!text.startsWith(last, place)) return undefined
    const next = nextLine(text, place + last.length)
    return next < 0 ? undefined : { numbers, next }
  }
}
