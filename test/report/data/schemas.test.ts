/** The JSON Schemas that are shipped: those that are generated, closed, described, and referred to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { JsonSchema } from '../../../src/shape/json-schema'
import { forms, jsonSchema, jsonSchemas, type Form } from '../../../src/report/data/schemas'
import type { Shape } from '../../../src/shape/shape'
import { messageOf, right } from '../../units/arbitraries'

const root = join(__dirname, '../../..')
const names = Object.keys(forms)
const schemaOf = (name: string): JsonSchema => right(jsonSchema(name))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every schema in a schema. */
const schemasIn = (value: unknown): readonly JsonSchema[] => {
  if (Array.isArray(value)) return value.flatMap(schemasIn)
  if (!isObject(value)) return []
  const { default: _, properties, definitions, ...rest } = value
  const named = [properties, definitions].filter(isObject).flatMap((of) => Object.values(of))
  return [value, ...named.flatMap(schemasIn), ...Object.values(rest).flatMap(schemasIn)]
}

test('there is a file for each, and it is what is generated: else npm run schemas', () => {
  expect(readdirSync(join(root, 'schemas')).sort()).toEqual(names.map((name) => `${name}.json`).sort())
  for (const name of names)
    expect(JSON.parse(readFileSync(join(root, 'schemas', `${name}.json`), 'utf8'))).toEqual(schemaOf(name))
})

test.each(names)('%s says what it is, and where it is published', (name) => {
  const { $schema, $id, title, description } = schemaOf(name)
  expect($schema).toBe('http://json-schema.org/draft-07/schema#')
  expect($id).toBe(`https://unpkg.com/limen/schemas/${name}.json`)
  expect(title).toMatch(/^limen/)
  expect(description).toMatch(/\w+ \w+/)
})

test.each(names)('%s takes no fields but those it knows, and describes each', (name) => {
  const objects = schemasIn(schemaOf(name)).filter(({ type }) => type === 'object')
  expect(objects.length).toBeGreaterThan(0)
  for (const { properties, additionalProperties } of objects) {
    if (properties === undefined) expect(isObject(additionalProperties)).toBe(true)
    else expect(additionalProperties).toBe(false)
    for (const field of Object.values((properties ?? {}) as Readonly<Record<string, JsonSchema>>))
      expect(field['description']).toMatch(/\w/)
  }
})

/** Every field in a shape, with its codec's shape and what it says. */
const fieldsIn = (shape: Shape, seen: Set<string> = new Set()): readonly (readonly [string, Shape])[] => {
  switch (shape.kind) {
    case 'record':
      return Object.entries(shape.fields).flatMap(([name, { shape: inside }]) => [
        [name, inside] as const,
        ...fieldsIn(inside, seen)
      ])
    case 'either':
      return shape.of.flatMap((each) => fieldsIn(each, seen))
    case 'tuple':
      return shape.items.flatMap((each) => fieldsIn(each, seen))
    case 'list':
    case 'map':
      return fieldsIn(shape.item, seen)
    case 'named':
      if (seen.has(shape.name)) return []
      seen.add(shape.name)
      return fieldsIn(shape.of(), seen)
    default:
      return []
  }
}

test.each(Object.entries<Form>(forms))('%s knows the fields of its codec', (name, { codec }) => {
  const known = new Set(
    schemasIn(schemaOf(name)).flatMap(({ properties }) => Object.keys((properties ?? {}) as object))
  )
  expect([...known].sort()).toEqual([...new Set(fieldsIn(codec.shape).map(([field]) => field))].sort())
})

test('a name under which a shape stands is that of one shape only', () => {
  for (const { codec } of Object.values<Form>(forms)) {
    const found = new Map<string, Shape>()
    const visit = (shape: Shape): void => {
      if (shape.kind === 'named') {
        const of = shape.of()
        const before = found.get(shape.name)
        if (before === undefined) {
          found.set(shape.name, of)
          visit(of)
        } else expect(before).toBe(of)
      } else if (shape.kind === 'record')
        Object.values(shape.fields).forEach((field) => {
          visit(field.shape)
        })
      else if (shape.kind === 'either') shape.of.forEach(visit)
      else if (shape.kind === 'tuple') shape.items.forEach(visit)
      else if (shape.kind === 'list' || shape.kind === 'map') visit(shape.item)
    }
    visit(codec.shape)
  }
})

const workload = (section: readonly string[]): Readonly<Record<string, JsonSchema>> =>
  section.reduce(
    (fields, name) => fields[name]!['properties'] as Readonly<Record<string, JsonSchema>>,
    jsonSchemas.workload['properties'] as Readonly<Record<string, JsonSchema>>
  )

test('an editor is told what a field is, an example, what holds without it and why', () => {
  const { attemptRate } = workload(['design', 'memory'])
  expect(attemptRate).toMatchObject({
    description:
      'rate of attempts to leave a state, such as "1 GHz"; a plain number is in Hz. If left out: 1 GHz, the customary attempt rate of a nanomagnet, one per nanosecond',
    type: ['string', 'number'],
    exclusiveMinimum: 0,
    examples: ['1 GHz'],
    default: '1 GHz'
  })
})

test('an editor is told the words, and what must be there', () => {
  const { convergence, operations } = workload(['workload'])
  expect(convergence!['anyOf']).toContainEqual({
    type: 'string',
    enum: ['constant', 'exponential', 'powerLaw']
  })
  const laws = (operations!['anyOf'] as readonly JsonSchema[]).filter(({ type }) => type === 'object')
  expect(laws.map(({ required }) => required)).toEqual([
    ['law', 'flops', 'tokens'],
    ['law'],
    ['law', 'tokens'],
    ['law', 'anchorParameters', 'anchorFlops', 'exponent']
  ])
  expect(jsonSchemas.workload['required']).toEqual(['name', 'workload'])
})

const examples = readdirSync(join(root, 'examples'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => join('examples', file))

test.each(examples)('%s refers to its schema, which is there without a network', (file) => {
  const { $schema, workload, parts, q, reset } = JSON.parse(
    readFileSync(join(root, file), 'utf8')
  ) as Readonly<Record<string, unknown>>
  const [kind] = Object.entries({
    workload,
    'design': parts,
    'quadratic-program': q,
    'protocol': reset
  }).find(([, sign]) => sign !== undefined) ?? ['ising']
  expect(basename(String($schema))).toBe(`${kind}.json`)
  expect(existsSync(join(root, dirname(file), String($schema)))).toBe(true)
})

test.each([
  ['worklaod', 'there is no schema "worklaod": did you mean "workload"?'],
  ['__proto__', `there is no schema "__proto__"; there are ${names.map((name) => `"${name}"`).join(', ')}`]
])('%s is the name of no schema', (name, message) => {
  expect(messageOf(jsonSchema(name))).toBe(message)
})

test('every name is that of a schema', () => {
  for (const name of names) expect(E.isRight(jsonSchema(name))).toBe(true)
})
