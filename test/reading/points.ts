/** Inputs at which models have values: those of the reference, and others far from them. */
import fc from 'fast-check'
import type { ModelData, Values, Inputs } from '../../src/formula/model'
import { contains } from '../../src/units/range'
import { models } from '../../src/physics/models'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { between } from '../../src/units/enclosure'
import type { Quantity } from '../../src/units/quantity'
import reference from '../oracle/models.json'
import { inputsOf } from '../physics/arbitrary'

interface Case {
  readonly inputs: Readonly<Record<string, string>>
  readonly value: string
}

const known = reference.models as unknown as Readonly<Record<string, { readonly cases: readonly Case[] }>>

/** Every model, by its name, as data. */
export const everyModel: readonly (readonly [string, ModelData])[] = Object.entries(
  models as unknown as Readonly<Record<string, ModelData>>
)

/** A point: a quantity for each input. */
export type Point = Readonly<Record<string, Quantity<unknown>>>

/** The cases that the reference has of a model, with the values there; one of the model that it lacks. */
export const casesOf = (model: ModelData): readonly { readonly inputs: Point; readonly value: string }[] =>
  (known[model.name]?.cases ?? [{ inputs: { parameters: '7e10' }, value: '1.4e12' }]).map(
    ({ inputs, value }) => ({
      value,
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([name, numeral]) => [name, model.inputs[name]!.unit(numeral)])
      )
    })
  )

/** Points of the reference, and such whose inputs are anything in their ranges; there, there may be no value. */
export const pointsOf = (model: ModelData): fc.Arbitrary<Point> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...casesOf(model).map(({ inputs }) => inputs)) },
    { weight: 1, arbitrary: inputsOf(model) as fc.Arbitrary<unknown> as fc.Arbitrary<Point> }
  )

/** A point as a model takes it. */
export const given = (point: Readonly<Record<string, unknown>>): Values<Inputs> =>
  point as unknown as Values<Inputs>

const Fine = decimalsOf(60)

/** A side of a box: a value for certain, or two between which it lies. */
export interface Side {
  readonly lower: Decimal
  readonly upper: Decimal
}
export type Box = Readonly<Record<string, Side>>

/** How far a side reaches to each hand, beside its value: not at all, a hair, or a good part of it. */
const reaches: fc.Arbitrary<number> = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-40, max: 1e-3, noNaN: true }),
  fc.double({ min: 1e-3, max: 0.5, noNaN: true })
)

/** Boxes about points, inside the ranges of the inputs of a model; other conditions may not hold in them. */
export const boxesOf = (model: ModelData): fc.Arbitrary<Box> =>
  pointsOf(model).chain((point) =>
    fc.record(
      Object.fromEntries(
        Object.entries(model.inputs).map(([name, { range }]) => {
          const at = new Fine(point[name]!.exact)
          const inside = (end: Decimal): Decimal => (contains(range, end) ? end : at)
          return [
            name,
            fc.tuple(reaches, reaches).map(([down, up]): Side => ({
              lower: inside(at.minus(at.abs().times(down))),
              upper: inside(at.plus(at.abs().times(up)))
            }))
          ]
        })
      )
    )
  )

/** A box as `certify` takes it: what is certain as a quantity, the rest as enclosures. */
export const enclosed = (model: ModelData, box: Box): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(box).map(([name, { lower, upper }]) => {
      const { unit } = model.inputs[name]!
      return [name, lower.eq(upper) ? unit(lower) : between(unit(lower), unit(upper))]
    })
  )

/** How far along each side a point of a box is: often at an end, else anywhere. */
const shares: fc.Arbitrary<number> = fc
  .tuple(fc.constantFrom(0, 1), fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([from, by]) => Math.abs(from - by))

/** Where the points of a box of some sides are taken. */
export const insideOf = (names: readonly string[]): fc.Arbitrary<Readonly<Record<string, number>>> =>
  fc.record(Object.fromEntries(names.map((name) => [name, shares])))

export const along = ({ lower, upper }: Side, share: number): Decimal =>
  share === 1 ? upper : new Fine(lower).plus(new Fine(upper).minus(lower).times(share)).clamp(lower, upper)

/** The point of a box at shares of its sides. */
export const pointIn = (model: ModelData, box: Box, at: Readonly<Record<string, number>>): Point =>
  Object.fromEntries(
    Object.entries(box).map(([name, side]) => [name, model.inputs[name]!.unit(along(side, at[name]!))])
  )
