/** What a QPS file says of bounds: of columns, and of rows. */
import { shown } from '../../../shape/codec'
import { boundIn, type Section } from './lines'
import { integers, problemAt, setsOf, unknownColumn, type Bounds, type Reading, type Row } from './reading'

const withoutValue: readonly string[] = ['FR', 'MI', 'PL']
const withValue: readonly string[] = ['UP', 'LO', 'FX']
const ofIntegers: readonly string[] = ['BV', 'LI', 'UI', 'SC', 'SI']

/** The set, the column and the number of a bound; the name of the set may be left out. */
const boundFields = (
  kind: string,
  rest: readonly string[],
  columns: ReadonlyMap<string, number>
): { readonly set?: string; readonly column: string; readonly field?: string } | undefined => {
  const [first, second, third] = rest
  if (first === undefined || rest.length > 3) return undefined
  if (withValue.includes(kind)) {
    if (third !== undefined) return { set: first, column: second!, field: third }
    return second === undefined ? undefined : { column: first, field: second }
  }
  return second !== undefined && (columns.has(second) || !columns.has(first))
    ? { set: first, column: second }
    : { column: first }
}

/** BOUNDS. */
export const readBounds = ({ problems, notes, columns, bounds }: Reading, { data }: Section): void => {
  const sets = setsOf(bounds, () => new Map<string, Bounds>())
  for (const { line, fields } of data) {
    const kind = (fields[0] ?? '').toUpperCase()
    if (ofIntegers.includes(kind)) {
      problems.push(problemAt(line, `a bound ${kind}: ${integers}`))
      continue
    }
    const known = withoutValue.includes(kind) || withValue.includes(kind)
    const found = known ? boundFields(kind, fields.slice(1), columns) : undefined
    if (found === undefined) {
      problems.push(
        problemAt(
          line,
          known
            ? `expected ${kind}, a column${withValue.includes(kind) ? ' and a number' : ''}, got ${shown(fields.join(' '))}`
            : `expected one of ${[...withValue, ...withoutValue].join(', ')}, got ${shown(fields[0])}`
        )
      )
      continue
    }
    const { column, field } = found
    if (!columns.has(column)) {
      problems.push(unknownColumn(line, column))
      continue
    }
    const value = field === undefined ? Infinity : boundIn(field)
    if (Number.isNaN(value) || (kind === 'FX' && !Number.isFinite(value))) {
      problems.push(problemAt(line, `expected a number, got ${shown(field)}`))
      continue
    }
    const set = sets.of(found.set)
    const own = set.get(column) ?? {}
    set.set(column, own)
    const say = (side: 'lower' | 'upper', bound: number): void => {
      if (own[side] !== undefined)
        problems.push(
          problemAt(
            line,
            `the ${side} bound of ${shown(column)} is given twice, first on line ${own[side].line}`
          )
        )
      own[side] = { value: bound, line }
    }
    if (kind === 'LO' || kind === 'FX') say('lower', value)
    if (kind === 'UP' || kind === 'FX') say('upper', value)
    if (kind === 'MI' || kind === 'FR') say('lower', -Infinity)
    if (kind === 'PL' || kind === 'FR') say('upper', Infinity)
  }
  notes.push(...sets.notes('BOUNDS'))
}

/** The bounds of a row of some kind, with its right side and range. */
export const rowBounds = (
  kind: Row['kind'],
  side: number,
  range: number | undefined
): readonly [number, number] => {
  const size = Math.abs(range ?? 0)
  switch (kind) {
    case 'E':
      return range !== undefined && range < 0 ? [side - size, side] : [side, side + size]
    case 'L':
      return [range === undefined ? -Infinity : side - size, side]
    default:
      return [side, range === undefined ? Infinity : side + size]
  }
}

/** A bound as it is written: there may be none. */
const end = (bound: number): string => (Number.isFinite(bound) ? String(bound) : bound < 0 ? '−∞' : '∞')

/** The bounds of a column: from 0, unless it was said otherwise. */
export const columnBounds = (
  { problems, bounds }: Reading,
  column: string
): { readonly low: number; readonly high: number; readonly line: number } | undefined => {
  const { lower, upper } = bounds.get(column) ?? {}
  const [low, high] = [lower?.value ?? 0, upper?.value ?? Infinity]
  const line = upper?.line ?? lower?.line ?? 0
  if (lower === undefined && high < 0)
    problems.push(
      problemAt(
        line,
        `the upper bound ${end(high)} of ${shown(column)} lies below the lower bound 0 that holds where none is said, and readers differ on what that means: say the lower one too, by MI or LO`
      )
    )
  else if (low > high || low === Infinity || high === -Infinity)
    problems.push(
      problemAt(
        line,
        low > high
          ? `the lower bound ${end(low)} of ${shown(column)} exceeds its upper bound ${end(high)}`
          : `no number lies at the bounds ${end(low)} and ${end(high)} of ${shown(column)}`
      )
    )
  else if (low !== -Infinity || high !== Infinity) return { low, high, line }
  return undefined
}
