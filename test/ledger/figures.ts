/** All figures of a ledger by name, exact or enclosed, and scenarios with values widened to intervals. */
import fc from 'fast-check'
import type { CertifiedLedger, Ledger } from '../../src/ledger/estimate'
import type { Scenario } from '../../src/ledger/scenario'
import { decimalsOf, Working, type Decimal } from '../../src/units/decimal'
import { enclosure, endsOf, isEnclosure, type Certainty, type Enclosure } from '../../src/units/enclosure'
import { isQuantity, ofDecimal, type Quantity } from '../../src/units/quantity'
import { withValue } from '../schema/files'
import { changed, decades, scenarios } from './scenarios'

export type Figure = Quantity<unknown> | Enclosure<unknown>

/** Counts, intermediates and entries: "updates", "shape", "cim.memory", "cim.total". */
export const namedFigures = ({
  counts: { updates, macs, flops },
  intermediates,
  paradigms
}: Ledger | CertifiedLedger): Readonly<Record<string, Figure>> => ({
  updates,
  macs,
  flops,
  ...intermediates,
  ...Object.fromEntries(
    (paradigms as CertifiedLedger['paradigms']).flatMap(({ name, walls, total, wallPlug }) =>
      Object.entries({ ...walls, total, ...(wallPlug && { wallPlug }) }).map(
        ([wall, { energy }]) => [`${name}.${wall}`, energy] as const
      )
    )
  )
})

const Wide = decimalsOf(120)

/** The ends of a figure; twice the same of an exact one. */
export const endsIn = (figure: Figure): readonly [Decimal, Decimal] => {
  const [lower, upper = lower] = endsOf(figure)
  return [lower!.exact, upper!.exact]
}

export const encloses = (figure: Figure, value: Decimal | string): boolean => {
  const [lower, upper] = endsIn(figure)
  return lower.lte(value) && upper.gte(value)
}

/** How wide a figure is beside its larger end. */
export const relativeWidth = (figure: Figure): number => {
  const [lower, upper] = endsIn(figure)
  const larger = Wide.max(lower.abs(), upper.abs())
  return larger.isZero() ? 0 : new Wide(upper).minus(lower).div(larger).toNumber()
}

/** The pointers of all quantities and enclosures in a value. */
export const placesIn = (value: unknown, pointer = ''): readonly string[] =>
  isQuantity(value) || isEnclosure(value)
    ? [pointer]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inside]) => placesIn(inside, `${pointer}/${key}`))
      : []

export const valueAt = (value: unknown, pointer: string): Figure =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], value) as Figure

/** A scenario with some values replaced, each at its pointer. */
export const replaced = <S extends Scenario<Certainty>>(
  scenario: S,
  values: readonly (readonly [string, Figure])[]
): S => values.reduce((made, [pointer, value]) => withValue(pointer, value, made as never) as never, scenario)

/** A scenario of intervals, and what they are, by pointer. */
export interface Box {
  readonly scenario: Scenario<Certainty>
  readonly sides: readonly (readonly [string, Enclosure<unknown>])[]
}

/** How far from a value an end is, as a share of it: not at all, next to nothing, or up to as much again. */
const reach = fc.oneof(fc.constant(0), decades(-12, 0))

/** Random scenarios with one or two values widened; those that leave the domain of a model are not rare. */
export const boxes: fc.Arbitrary<Box> = fc
  .tuple(
    scenarios,
    fc.constantFrom(1, 10),
    fc.array(fc.tuple(fc.nat(), reach, reach), { minLength: 1, maxLength: 2 })
  )
  .map(([tight, room, widened]) => {
    const roomy = changed(tight, {
      workload: { duration: scaled(tight.workload.duration, room) },
      design: { memory: { writeTime: scaled(tight.design.memory.writeTime, room) } }
    })
    const places = placesIn(roomy)
    const sides = new Map(
      widened.map(([at, below, above]) => {
        const pointer = places[at % places.length]!
        const { dimension, exact } = valueAt(roomy, pointer) as Quantity<unknown>
        const [lower, upper] = [new Working(exact).div(1 + below), new Working(exact).times(1 + above)]
        return [pointer, enclosure(dimension, lower, upper)] as const
      })
    )
    return { scenario: replaced<Scenario<Certainty>>(roomy, [...sides]), sides: [...sides] }
  })

const scaled = <D>({ dimension, exact }: Quantity<D>, by: number): Quantity<D> =>
  ofDecimal(dimension, new Working(exact).times(by))

/** The scenario at a point of a box: for each side, how far from its lower end to its upper. */
export const pointOf = ({ scenario, sides }: Box, shares: readonly number[]): Scenario =>
  replaced(
    scenario,
    sides.map(([pointer, { dimension, lower, upper }], at) => {
      const share = shares[at] ?? 0
      const value =
        share === 1 ? upper.exact : lower.exact.plus(new Wide(upper.exact).minus(lower.exact).times(share))
      return [pointer, ofDecimal(dimension, new Working(value))] as const
    })
  ) as Scenario // every side is a point now

/** The scenarios at the corners of a box. */
export const cornersOf = (box: Box): readonly Scenario[] =>
  Array.from({ length: 2 ** box.sides.length }, (_, corner) =>
    pointOf(
      box,
      box.sides.map((_, side) => (corner >> side) & 1)
    )
  )
