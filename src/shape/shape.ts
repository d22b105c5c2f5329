/**
 * What may stand in a file, as data: a codec carries the shape that it was made with, and a JSON Schema
 * is a reading of it.
 */
import * as t from 'io-ts'
import type { Range } from '../units/range'
import type { Unit } from '../units/unit'

/** What a quantity in a file must be; an input of a model is one. */
export interface Measure<D> {
  /** Any unit of its dimension is accepted. */
  readonly unit: Unit<D>
  /** In which the number of coherent units must lie. */
  readonly range: Range
  readonly description: string
}

/** What holds where a field is left out, and why; a section left out is one of defaults. */
export interface Default {
  readonly value: string | number | Readonly<Record<string, never>>
  readonly why: string
}

/** A field of a record, as data. */
export interface FieldShape {
  readonly shape: Shape
  readonly description: string
  readonly optional?: true
  readonly default?: Default
}

/** What may stand at a place. */
export type Shape =
  | { readonly kind: 'text'; readonly pattern?: string }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  /** One sentence, whatever the spaces between its words. */
  | { readonly kind: 'phrase'; readonly text: string }
  | {
      readonly kind: 'quantity'
      readonly input: Measure<unknown>
      readonly example: string
      readonly uncertain: boolean
      /** Never a number: it would have no unit. */
      readonly asText?: true
    }
  /** A finite number; where `orText`, one of more digits than JSON keeps as a text. */
  | { readonly kind: 'number'; readonly orText: boolean }
  /** A number of any digits, as a text that the library writes. */
  | { readonly kind: 'decimal' }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly name: string; readonly item: Shape }
  | { readonly kind: 'tuple'; readonly items: readonly Shape[] }
  | { readonly kind: 'record'; readonly name: string; readonly fields: Readonly<Record<string, FieldShape>> }
  /** A record of any fields. */
  | { readonly kind: 'map'; readonly name: string; readonly item: Shape }
  /** `apart` are fields of which each record has one, and by which they are told apart. */
  | { readonly kind: 'either'; readonly of: readonly Shape[]; readonly apart?: readonly string[] }
  /** What stands in several places, or inside itself. */
  | { readonly kind: 'named'; readonly name: string; readonly of: () => Shape }

export type ShapeOf<K extends Shape['kind']> = Extract<Shape, { readonly kind: K }>

/** Whether a field may be left out. */
export const isFree = ({ optional, default: otherwise }: FieldShape): boolean =>
  optional === true || otherwise !== undefined

/** What may stand at a place, one by one: alternatives of alternatives are alternatives. */
export const alternatives = (shape: Shape): readonly Shape[] =>
  shape.kind === 'either' ? shape.of.flatMap(alternatives) : [shape]

/** An io-ts codec that carries the shape of what it reads. */
export class Codec<A, O = unknown> extends t.Type<A, O> {
  constructor(
    readonly shape: Shape,
    name: string,
    is: t.Is<A>,
    validate: t.Validate<unknown, A>,
    encode: t.Encode<A, O>
  ) {
    super(name, is, validate, encode)
  }
}

/** A codec of anything. */
export type AnyCodec = t.Mixed & { readonly shape: Shape }

/** A field of a record: how it is read, what it is, and what holds where it is left out. */
export interface Field<C extends AnyCodec = AnyCodec> {
  readonly codec: C
  readonly description: string
  readonly optional?: true
  readonly default?: Default
}

export type Fields = Readonly<Record<string, Field>>
