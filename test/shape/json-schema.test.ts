/** Codec, JSON Schema and generator are three readings of one shape: they agree. */
import { Ajv } from 'ajv'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { problemsOf } from '../../src/shape/codec'
import type { JsonSchema } from '../../src/shape/json-schema'
import { forms, jsonSchemas, type Form } from '../../src/report/data/schemas'
import { decodeScenario } from '../../src/format/workload/scenario'
import { estimateFile } from '../../src/estimate/workload-file'
import { knownUnits } from '../units/arbitraries'
import { documents } from '../report/data/documents'
import { exactly, least, withValue } from '../estimate/files'
import { mutants, placesIn, replacedAt } from '../report/data/mutations'

const schemas: Readonly<Record<string, JsonSchema>> = jsonSchemas
const ajv = new Ajv({ strict: true, allowUnionTypes: true })

/** Parts of texts of quantities, to be put together in any order. */
const parts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1', '0.5', '.5', '3e2', '+2.', '-1', '1E-3') },
  { weight: 2, arbitrary: fc.constantFrom(...knownUnits.map(({ symbol }) => symbol)) },
  { weight: 2, arbitrary: fc.constantFrom('s', 'Hz', 'J', 'bit', 'K', 'update', 'flop', 'parameter', '%') },
  { weight: 3, arbitrary: fc.constantFrom(' ', '/', '·', '*', '±', '+/-', '+-', '[', ']', ',', '\n') },
  fc.constantFrom('^-1', '²', '⁻¹', '^2', 'ohm', 'years', 'μs', 'us', 'token/s', 'zebra', 'e', 'E')
)

const texts = fc.oneof(
  fc.array(parts, { maxLength: 8 }).map((some) => some.join('')),
  // Well formed, in whatever dimension.
  fc
    .tuple(fc.constantFrom('1', '2.5e1', '.3'), fc.constantFrom(' ', ''), fc.array(parts, { maxLength: 4 }))
    .map(([number, space, unit]) => number + space + unit.join(''))
)

describe.each(Object.entries<Form>(forms))('%s', (name, { codec }) => {
  const validate = ajv.compile(schemas[name]!)
  const drawn = documents(codec.shape)

  test('whatever the generator makes, codec and schema accept', () => {
    fc.assert(
      fc.property(drawn, (document) => {
        const decoded = codec.decode(document)
        expect(E.isLeft(decoded) ? problemsOf(decoded.left) : []).toEqual([])
        expect(validate(document) ? [] : validate.errors).toEqual([])
      })
    )
  })

  test('what is wrong in its JSON codec and schema both refuse, and the codec tells where', () => {
    fc.assert(
      fc.property(
        drawn.chain((document) => mutants(codec.shape, document)),
        ({ document, pointer }) => {
          const decoded = codec.decode(document)
          const problems = E.isLeft(decoded) ? problemsOf(decoded.left) : []
          expect(problems.map((problem) => problem.pointer)).not.toEqual([])
          for (const problem of problems) expect(`${problem.pointer}/`).toContain(`${pointer}/`)
          expect(validate(document)).toBe(false)
        }
      )
    )
  })

  test('whatever the codec accepts, the schema accepts', () => {
    const changed = drawn.chain((document) => {
      const places = placesIn(codec.shape, document)
      return fc
        .tuple(fc.constantFrom(...places), fc.oneof(texts, fc.jsonValue()))
        .map(([{ keys }, value]) => replacedAt(document, keys, value))
    })
    fc.assert(
      fc.property(changed, (document) => {
        if (E.isRight(codec.decode(document))) expect(validate(document) ? [] : validate.errors).toEqual([])
      })
    )
  })

  test('what is decoded, encoded and decoded again is the same, and its encoding is of the schema', () => {
    const decoded = (value: unknown): unknown => {
      const found = codec.decode(value)
      if (E.isLeft(found)) throw new Error(JSON.stringify(problemsOf(found.left)))
      return found.right
    }
    fc.assert(
      fc.property(drawn, (document) => {
        const once = decoded(document)
        const encoded: unknown = codec.encode(once)
        expect(exactly(decoded(encoded))).toEqual(exactly(once))
        expect(codec.encode(decoded(encoded))).toEqual(encoded)
        // As a file holds it: without −0.
        expect(validate(JSON.parse(JSON.stringify(encoded))) ? [] : validate.errors).toEqual([])
      })
    )
  })
})

describe('a design', () => {
  const validate = ajv.compile(jsonSchemas.design)
  const both = (part: object): readonly boolean[] => {
    const design = { name: 'x', parts: [{ name: 'a', place: 'update', ...part }] }
    return [validate(design), E.isRight(forms.design.codec.decode(design))]
  }

  test.each<readonly [string, object, boolean]>([
    ['a figure is a text', { figure: '12 pJ/update' }, true],
    ['and no number, which would not say of what', { figure: 12 }, false],
    ['a part is told in one way', { cited: 'fn-dam' }, true],
    ['and not in two', { cited: 'fn-dam', figure: '12 pJ/update' }, false],
    ['nor in none', {}, false],
    ['a model has its own inputs', { model: 'staticUpdate', inputs: { barrier: '60 zJ' } }, true],
    ['and not those of another', { model: 'landauer', inputs: { barrier: '60 zJ' } }, false]
  ])('%s: codec and schema say so', (_, part, isOne) => {
    expect(both(part)).toEqual([isOne, isOne])
  })
})

/** Codec and schema are one reading apart where a schema cannot say what the codec asks: docs/json.md has these. */
describe('what a schema cannot say', () => {
  const validate = ajv.compile(jsonSchemas.workload)
  const refused = (value: unknown): boolean => E.isLeft(decodeScenario(value))

  test.each<readonly [string, string, unknown]>([
    ['the dimension of a unit', '/workload/duration', '5 J'],
    ['a unit that there is not', '/workload/duration', '5 furlong'],
    ['the range of a text', '/design/errorProbability', '0.7'],
    ['the range of a text with a unit', '/design/temperature', '-1 K'],
    ['which end of an interval comes first', '/design/temperature', '[2, 1] K'],
    ['that of a pure number no deviation is in %', '/design/errorProbability', '0.1 ± 1 %'],
    ['that one of operations and macs is there', '/workload/operations', undefined],
    ['that updates per token need operations that tell the tokens', '/workload/updates', 'one per token']
  ])('%s: the library refuses what the schema accepts', (_, pointer, value) => {
    const document = withValue(pointer, value)
    expect(validate(document) ? [] : validate.errors).toEqual([])
    expect(refused(document)).toBe(true)
  })

  test('that a number has no more digits than JSON keeps, and a field is given once', () => {
    for (const text of [
      JSON.stringify(least).replace('"1 d"', '86400.00000000000000001'),
      JSON.stringify(least).replace('"1 d"', '"1 d", "duration": "2 d"')
    ]) {
      expect(validate(JSON.parse(text))).toBe(true)
      expect(E.isLeft(estimateFile(text))).toBe(true)
    }
  })
})
