/** Codecs of the figures that the library writes: decimal texts in coherent SI, with their unit. */
import * as t from 'io-ts'
import type { Found } from '../../../ledger/estimate'
import { Working, type Decimal } from '../../../units/decimal'
import type { Dimension } from '../../../units/dimension'
import { enclosure, type Certainty } from '../../../units/enclosure'
import { ofDecimal } from '../../../units/quantity'
import { record, word, type RecordOf } from '../../../shape/codec'
import { decimalPattern } from '../../../shape/pattern'
import { Codec, type Field, type Fields } from '../../../shape/shape'
import { mapped } from '../../../shape/union'
import { isObject, shown } from '../../../shape/words'

const written = new RegExp(decimalPattern)

/** Whether a text is a number as the library writes it. */
export const isWritten = (text: string): boolean => written.test(text)

/** A number of any digits, as it is written; every digit is read. */
export const decimalText = new Codec<Decimal, string>(
  { kind: 'decimal' },
  'a decimal number',
  (value): value is Decimal => Working.isDecimal(value),
  (value, context) => {
    const read = new Working(typeof value === 'string' && isWritten(value) ? value : NaN)
    return read.isFinite()
      ? t.success(read)
      : t.failure(value, context, `expected a decimal number as a text, got ${shown(value)}`)
  },
  (value) => value.toString()
)

const decimalField = (description: string): Field<typeof decimalText> => ({ codec: decimalText, description })

/** The decimals that a figure is written as. */
type Ends = Readonly<Record<string, Decimal>>

/** How figures are written: exact ones, or enclosures. */
export interface FigureForm<K extends Certainty> {
  readonly fields: Fields
  readonly read: <D>(dimension: Dimension<D>, ends: Ends) => Found<K, D>
  readonly write: (found: Found<K, unknown>) => Ends
}

export const exactForm: FigureForm<'exact'> = {
  fields: { value: decimalField('its value, in coherent SI') },
  read: (dimension, { value }) => ofDecimal(dimension, value!),
  write: ({ exact }) => ({ value: exact })
}

export const enclosedForm: FigureForm<Certainty> = {
  fields: {
    lower: decimalField('what it is surely not below, in coherent SI'),
    upper: decimalField('what it is surely not above, in coherent SI')
  },
  read: (dimension, { lower, upper }) => enclosure(dimension, lower!, upper!),
  write: ({ lower, upper }) => ({ lower: lower.exact, upper: upper.exact })
}

/** A record of a figure and other fields; it is read with the figure under a name. */
export const withFigure = <K extends Certainty, D, N extends string, F extends Fields>(
  form: FigureForm<K>,
  dimension: Dimension<D>,
  name: N,
  title: string,
  rest: F
): Codec<{ readonly [M in N]: Found<K, D> } & RecordOf<F>> => {
  type A = { readonly [M in N]: Found<K, D> } & RecordOf<F>
  const unit = dimension.coherentUnit
  const fields: Fields = { ...form.fields, unit: { codec: word([unit]), description: 'its unit' }, ...rest }
  const others = (value: object): object =>
    Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(rest, key)))
  return mapped<object, A, unknown>(
    record(title, fields),
    (value): value is A => isObject(value) && name in value,
    // The fields of the form hold decimals, and the others are those of `rest`.
    (read) => ({ [name]: form.read(dimension, read as Ends), ...others(read) }) as A,
    (value) => ({ ...form.write(value[name]), unit, ...others(value) })
  )
}

/** A figure by itself. */
export const figure = <K extends Certainty, D>(
  form: FigureForm<K>,
  dimension: Dimension<D>
): Codec<Found<K, D>> =>
  mapped(
    withFigure(form, dimension, 'of', 'a figure', {}),
    (value): value is Found<K, D> => isObject(value) && 'dimension' in value,
    ({ of }) => of,
    (of) => ({ of })
  )
