/**
 * What a ledger that was written says against itself: every digit of it may be well formed, and still no
 * ledger have it. It reads the JSON as it stands, and passes over what is malformed: that is told beside.
 */
import { allClaims, claimOf, tiers, type Tier } from '../../../formula/model'
import { walls } from '../../../ledger/paradigms'
import { decimalsOf, Working, type Decimal } from '../../../units/decimal'
import { pointerOf, type SchemaProblem } from '../../../shape/problem'
import { isObject } from '../../../shape/words'
import { isWritten } from './figure'

/** What a figure lies between; a value has it twice. */
interface Ends {
  readonly lower: Decimal
  readonly upper: Decimal
}

/** An object in a document, and where it stands. */
interface Place {
  readonly pointer: string
  readonly of: Readonly<Record<string, unknown>>
}

const problem = (pointer: string, message: string): SchemaProblem => ({ pointer, message })

const inside = ({ pointer, of }: Place, key: string): readonly Place[] => {
  const found = of[key]
  return isObject(found) ? [{ pointer: pointer + pointerOf([key]), of: found }] : []
}

const itemsIn = ({ pointer, of }: Place, key: string): readonly Place[] => {
  const found = of[key]
  return Array.isArray(found)
    ? found.flatMap((each: unknown, at) =>
        isObject(each) ? [{ pointer: pointer + pointerOf([key, String(at)]), of: each }] : []
      )
    : []
}

/** Every object in a value. */
const placesIn = (value: unknown, pointer = ''): readonly Place[] => [
  ...(isObject(value) ? [{ pointer, of: value }] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => placesIn(each, pointer + pointerOf([key])))
    : [])
]

/** A number of any digits, as the library writes it; a float64 of decades. */
const decimalIn = (value: unknown): Decimal | undefined => {
  if (typeof value !== 'number' && !(typeof value === 'string' && isWritten(value))) return undefined
  const read = new Working(value)
  return read.isFinite() ? read : undefined
}

const endsOf = ({ of }: Place): Ends | undefined => {
  const [lower, upper] = 'value' in of ? [of['value'], of['value']] : [of['lower'], of['upper']]
  const [from, to] = [decimalIn(lower), decimalIn(upper)]
  return from === undefined || to === undefined ? undefined : { lower: from, upper: to }
}

const isPoint = ({ lower, upper }: Ends): boolean => lower.eq(upper)

const short = (value: Decimal): string => value.toSignificantDigits(4).toString()

const shownEnds = (ends: Ends): string =>
  isPoint(ends) ? short(ends.lower) : `[${short(ends.lower)}, ${short(ends.upper)}]`

/** An enclosure whose lower end is above its upper one: of an energy, or of decades. */
const upsideDown = ({ pointer, of }: Place): readonly SchemaProblem[] => {
  const ends = 'lower' in of && 'upper' in of ? endsOf({ pointer, of }) : undefined
  return ends?.lower.gt(ends.upper)
    ? [
        problem(
          pointer,
          `expected a lower end that is not above the upper one, got ${String(of['lower'])} and ${String(of['upper'])}`
        )
      ]
    : []
}

const tierIn = ({ of }: Place): Tier | undefined => tiers.find((tier) => tier === of['tier'])

/** A claim that its tier does not license. */
const overclaimed = (place: Place): readonly SchemaProblem[] => {
  const tier = tierIn(place)
  const { claim } = place.of
  const told = allClaims.find((each) => each === claim)
  return tier === undefined || told === undefined || told === claimOf(tier)
    ? []
    : [
        problem(
          `${place.pointer}/claim`,
          `expected "${claimOf(tier)}", as its tier is ${tier}, got "${told}"`
        )
      ]
}

/** A whole whose evidence covers more than that of a part of it. */
const overreached = (whole: Place, parts: readonly Place[], what: string): readonly SchemaProblem[] => {
  const rankOf = (place: Place): number => tiers.indexOf(tierIn(place) ?? 'theorem')
  const narrowest = Math.max(0, ...parts.map(rankOf))
  return tierIn(whole) !== undefined && rankOf(whole) < narrowest
    ? [
        problem(
          `${whole.pointer}/tier`,
          `expected ${tiers[narrowest]!}, as ${what} rests on no more, got ${tierIn(whole)!}`
        )
      ]
    : []
}

/** One unit in the last of so many digits. */
const unitIn = (digits: number, value: Decimal): Decimal =>
  value.isZero() ? value : new Working(`1e${value.e - digits + 1}`)

/**
 * A total that is not the sum of its walls. Each of them was rounded to as many digits as the ledger has:
 * a unit in the last place of each is how far they may be apart.
 */
const missummed =
  (digits: number) =>
  (total: Place, parts: readonly Place[]): readonly SchemaProblem[] => {
    const whole = endsOf(total)
    const each = parts.map(endsOf).filter((ends) => ends !== undefined)
    if (whole === undefined || each.length === 0 || each.length < parts.length) return []
    const Wide = decimalsOf(digits + 20)
    const sum = (end: 'lower' | 'upper'): Decimal =>
      each.reduce<Decimal>((all, ends) => all.plus(ends[end]), new Wide(0))
    const [lower, upper] = [sum('lower'), sum('upper')]
    const room = [whole, ...each].every(isPoint)
      ? [whole, ...each].reduce<Decimal>((all, ends) => all.plus(unitIn(digits, ends.lower)), new Wide(0))
      : new Wide(0) // ends were rounded outwards
    return lower.minus(room).lte(whole.upper) && upper.plus(room).gte(whole.lower)
      ? []
      : [
          problem(
            total.pointer,
            `expected the sum of its walls, ${shownEnds({ lower, upper })} J, got ${shownEnds(whole)} J`
          )
        ]
  }

/** A figure at the wall plug below the heat that is pumped. */
const unplugged = (total: Place, plug: Place): readonly SchemaProblem[] => {
  const [heat, work] = [endsOf(total), endsOf(plug)]
  return heat !== undefined && work !== undefined && work.upper.lt(heat.lower)
    ? [
        problem(
          plug.pointer,
          `expected no less at the wall plug than the total, ${shownEnds(heat)} J, got ${shownEnds(work)} J`
        )
      ]
    : []
}

const rowProblems =
  (digits: number) =>
  (row: Place): readonly SchemaProblem[] => {
    const parts = [
      ...inside(row, 'walls').flatMap((each) => walls.flatMap((wall) => inside(each, wall))),
      ...inside(row, 'beside')
    ]
    return inside(row, 'total').flatMap((total) => [
      ...missummed(digits)(total, parts),
      ...overreached(total, parts, 'one of its walls'),
      ...inside(row, 'wallPlug').flatMap((plug) => [
        ...unplugged(total, plug),
        ...overreached(plug, [total], 'its total')
      ])
    ])
  }

/** Rows that stand in a ledger more than once. */
const repeated = (rows: readonly Place[]): readonly SchemaProblem[] => {
  const first = new Map<string, string>()
  return rows.flatMap(({ pointer, of: { name } }) => {
    if (typeof name !== 'string') return []
    const before = first.get(name)
    if (before !== undefined)
      return [problem(`${pointer}/name`, `expected each paradigm once, got "${name}" again, as in ${before}`)]
    first.set(name, pointer)
    return []
  })
}

/** What writers of float64 may differ by. */
const roomInDecades = 1e-9

/** What decades are said to lie between: a number, or two; undefined of what is neither. */
const decadesIn = (of: unknown): Ends | undefined => {
  if (typeof of === 'number') return endsOf({ pointer: '', of: { value: of } })
  return isObject(of) ? endsOf({ pointer: '', of }) : undefined
}

/** Decades that are not those of an energy above the floor, where both are known. */
const misplaced =
  (floor: Ends | undefined) =>
  (place: Place, energy: Ends | undefined): readonly SchemaProblem[] => {
    const pointer = `${place.pointer}/decadesAboveFloor`
    const { decadesAboveFloor: told } = place.of
    if (energy === undefined) return []
    const isAbove = floor !== undefined && floor.lower.gt(0) && energy.lower.gt(0)
    if (!isAbove)
      return decadesIn(told) === undefined
        ? []
        : [problem(pointer, 'expected null, as there is no floor, or one of the two may be 0')]
    const exact = isPoint(floor) && isPoint(energy)
    if (told === null)
      // Of what is uncertain it may not be possible to tell.
      return exact ? [problem(pointer, 'expected a number, as neither energy is 0, got null')] : []
    const found = decadesIn(told)
    const lower = energy.lower.div(floor.upper).log(10)
    const upper = energy.upper.div(floor.lower).log(10)
    return found === undefined ||
      (found.lower.lte(upper.plus(roomInDecades)) && found.upper.gte(lower.minus(roomInDecades)))
      ? []
      : [
          problem(
            pointer,
            `expected ${shownEnds({ lower, upper })}, as its energy has above that of the floor, got ${shownEnds(found)}`
          )
        ]
  }

/** All that a ledger says against itself. */
export const contradictions = (value: unknown): readonly SchemaProblem[] => {
  const places = placesIn(value)
  const [ledger] = places
  if (ledger === undefined || ledger.pointer !== '') return []
  const rows = [...itemsIn(ledger, 'paradigms'), ...itemsIn(ledger, 'designs')]
  const energies = placesIn(ledger.of['paradigms']).flatMap((place) => {
    const ends = 'unit' in place.of ? endsOf(place) : undefined
    return ends === undefined ? [] : [ends.lower, ends.upper]
  })
  const digits = Math.max(1, ...energies.map((each) => each.precision()))
  const totalOf = (row: Place): Ends | undefined => inside(row, 'total').map(endsOf)[0]
  const floor = rows.filter(({ of }) => of['name'] === 'floor').map(totalOf)[0]
  return [
    ...places.flatMap((place) => [...upsideDown(place), ...overclaimed(place)]),
    ...rows.flatMap(rowProblems(digits)),
    ...repeated([...rows, ...itemsIn(ledger, 'outside')]),
    ...rows.flatMap((row) => misplaced(floor)(row, totalOf(row))),
    ...inside(ledger, 'measured').flatMap((measured) => misplaced(floor)(measured, endsOf(measured)))
  ]
}
