/**
 * The JSON Schema reading of a shape. It is of draft-07: editors read no later draft in full, and every
 * validator reads this one.
 */
import type { Range } from '../units/range'
import { decimalPattern, numberPattern, phrasePattern, quantityPattern } from './pattern'
import { alternatives, isFree, type FieldShape, type Shape, type ShapeOf } from './shape'

/** A JSON Schema, draft-07, as plain data. @since 0.4.0 */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** Schemas that others refer to, by name. */
type Definitions = Map<string, JsonSchema>

const rangeKeywords = ({ lower, upper }: Range): JsonSchema => ({
  ...(lower === undefined ? {} : { [lower.open ? 'exclusiveMinimum' : 'minimum']: lower.at.toNumber() }),
  ...(upper === undefined ? {} : { [upper.open ? 'exclusiveMaximum' : 'maximum']: upper.at.toNumber() })
})

/** What a number without a unit means. */
const plainUnit = (shape: Shape): string =>
  shape.kind === 'quantity' && !shape.asText && shape.input.unit.symbol !== ''
    ? `; a plain number is in ${shape.input.unit.symbol}`
    : ''

const quantitySchema = (shape: ShapeOf<'quantity'>): JsonSchema => {
  const { range, description } = shape.input
  return {
    description: `${description}, such as "${shape.example}"${plainUnit(shape)}`,
    type: shape.asText ? 'string' : ['string', 'number'],
    pattern: quantityPattern(shape),
    ...(shape.asText ? {} : rangeKeywords(range)),
    examples: [shape.example]
  }
}

const fieldSchema = (
  { shape, description: what, default: otherwise }: FieldShape,
  definitions: Definitions
): JsonSchema => {
  const description = what + plainUnit(shape)
  const { description: _, ...schema } = schemaOf(shape, definitions)
  const found = '$ref' in schema ? { allOf: [schema] } : schema
  if (otherwise === undefined) return { description, ...found }
  const { value, why } = otherwise
  const said = typeof value === 'object' ? why : `${value}, ${why}`
  return { description: `${description}. If left out: ${said}`, ...found, default: value }
}

const recordSchema = ({ name, fields }: ShapeOf<'record'>, definitions: Definitions): JsonSchema => ({
  description: name,
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, fieldSchema(field, definitions)])
  ),
  required: Object.keys(fields).filter((key) => !isFree(fields[key]!)),
  additionalProperties: false
})

const readings: {
  readonly [K in Shape['kind']]: (shape: ShapeOf<K>, definitions: Definitions) => JsonSchema
} = {
  text: ({ pattern }) => ({ type: 'string', ...(pattern === undefined ? {} : { pattern }) }),
  word: ({ words }) =>
    words.length === 1 ? { type: 'string', const: words[0] } : { type: 'string', enum: words },
  phrase: ({ text }) => ({ type: 'string', pattern: phrasePattern(text), examples: [text] }),
  quantity: quantitySchema,
  number: ({ orText }) =>
    orText ? { type: ['number', 'string'], pattern: numberPattern } : { type: 'number' },
  decimal: () => ({ type: 'string', pattern: decimalPattern }),
  whole: ({ least, most }) => ({
    type: 'integer',
    ...(Number.isFinite(least) ? { minimum: least } : {}),
    ...(Number.isFinite(most) ? { maximum: most } : {})
  }),
  boolean: () => ({ type: 'boolean' }),
  null: () => ({ type: 'null' }),
  list: ({ name, item }, definitions) => ({
    description: name,
    type: 'array',
    items: schemaOf(item, definitions)
  }),
  tuple: ({ items }, definitions) => ({
    type: 'array',
    items: items.map((item) => schemaOf(item, definitions)),
    minItems: items.length,
    additionalItems: false
  }),
  record: recordSchema,
  map: ({ name, item }, definitions) => ({
    description: name,
    type: 'object',
    additionalProperties: schemaOf(item, definitions)
  }),
  either: (shape, definitions) => ({
    anyOf: alternatives(shape).map((each) => schemaOf(each, definitions))
  }),
  named: ({ name, of }, definitions) => {
    if (!definitions.has(name)) {
      definitions.set(name, {}) // it may be inside itself
      definitions.set(name, schemaOf(of(), definitions))
    }
    return { $ref: `#/definitions/${name}` }
  }
}

const schemaOf = (shape: Shape, definitions: Definitions): JsonSchema => {
  const read = readings[shape.kind] as (shape: Shape, definitions: Definitions) => JsonSchema // of its kind
  return read(shape, definitions)
}

/** A shape as a JSON Schema of its own. */
export const jsonSchemaOf = (
  { id, title, description }: { readonly id: string; readonly title: string; readonly description: string },
  shape: Shape
): JsonSchema => {
  const definitions: Definitions = new Map()
  const schema = schemaOf(shape, definitions)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: id,
    title,
    ...schema,
    description,
    ...(definitions.size === 0 ? {} : { definitions: Object.fromEntries(definitions) })
  }
}
