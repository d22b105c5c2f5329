/** Opening what the library returns, without fp-ts. */
import { inspect } from 'node:util'
import { expectTypeOf } from 'expect-type'
import * as E from 'fp-ts/lib/Either.js'
import * as limen from '../../src/entry/notebook'
import type { EnergyPerBit } from '../../src/units/dimension'
import { LimenError, orThrow } from '../../src/units/either'
import { parse } from '../../src/units/parse'
import type { Quantity } from '../../src/units/quantity'
import { joules, kelvin, one } from '../../src/units/si'

const { certify, estimateFile, landauer, total } = limen

const thrownBy = (open: () => unknown): unknown => {
  try {
    open()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('what is right comes out, with its type', () => {
  const energy = orThrow(landauer({ temperature: kelvin(300), errorProbability: 0 }))
  expectTypeOf(energy).toEqualTypeOf<Quantity<EnergyPerBit>>()
  expect(String(energy)).toBe('2.871 zJ/bit')
  expect(orThrow(parse(kelvin)('300 K'))).toEqual(kelvin(300))
  expect(orThrow(E.right(null))).toBeNull()
})

describe('what was wrong is thrown', () => {
  const wrong = landauer({ temperature: kelvin(-1), errorProbability: 0.7 })
  const error = thrownBy(() => orThrow(wrong))

  test('as an error of its own, with all problems, a line each', () => {
    expect(error).toBeInstanceOf(LimenError)
    expect(error).toBeInstanceOf(Error)
    const { name, message, stack } = error as LimenError
    expect(name).toBe('LimenError')
    expect(message.split('\n')).toHaveLength(2)
    expect(E.isLeft(wrong) && message === wrong.left.message).toBe(true)
    expect(stack).toContain('either.test')
  })

  test('with what the Either held', () => {
    expect((error as LimenError).left).toBe(E.isLeft(wrong) && wrong.left)
  })

  test('and shows what was wrong, without a stack', () => {
    expect(inspect(error)).toBe(`LimenError: ${(error as LimenError).message}`)
    expect(String(error)).toBe(inspect(error))
    expect(limen.toMimeBundle(error)).toEqual({ 'text/plain': inspect(error) })
  })

  test.each([
    ['a text that is no quantity', parse(kelvin)('300 J')],
    ['a file', estimateFile('{}')],
    ['a bound', total(landauer, landauer)],
    ['an enclosure', certify(landauer)({ temperature: kelvin(-1), errorProbability: 0 })]
  ] as readonly (readonly [string, E.Either<{ readonly message: string }, unknown>])[])(
    'of %s too',
    (_, either) => {
      expect(E.isLeft(either)).toBe(true)
      expect((thrownBy(() => orThrow(either)) as Error).message).toBe(E.isLeft(either) && either.left.message)
    }
  )

  test('also where it is a text, or nothing that speaks', () => {
    const open = orThrow as (either: unknown) => unknown
    expect(() => open(E.left('no luck'))).toThrow(new LimenError('no luck'))
    expect(() => open(E.left(undefined))).toThrow('undefined')
  })
})

test.each([
  [joules(1), '1.000 J'],
  [undefined, 'undefined'],
  ['x', '"x"'],
  [landauer, 'the model landauer itself'],
  [{ _tag: 'Some', value: 1 }, 'an object']
])('what is no Either is said to be none: %p', (given, told) => {
  expect(() => (orThrow as (either: unknown) => unknown)(given)).toThrow(
    new TypeError(`orThrow: expected an Either, such as a model returns, got ${told}`)
  )
})

describe('an Either that nobody opened', () => {
  const opened = (either: unknown): string => limen.format(either as Quantity<unknown>)

  test('is told apart from a quantity, with what is in it', () => {
    const cold = landauer({ temperature: kelvin(300), errorProbability: 0 })
    expect(() => opened(cold)).toThrow(
      new TypeError(
        'format: of: expected a quantity such as joules(1), got an Either, with 2.871 zJ/bit in it: open it with orThrow'
      )
    )
    expect(() => opened(parse(kelvin)('300 J'))).toThrow(
      'got an Either that holds no value: expected a temperature such as "1 K" (this is an energy), got "300 J"'
    )
  })

  test('is no input of a model', () => {
    const given = { temperature: parse(kelvin)('300 K'), errorProbability: one(0) } as never
    expect(thrownBy(() => orThrow(landauer(given)))).toMatchObject({
      message: expect.stringContaining('got an Either, with 300.0 K in it: open it with orThrow') as string
    })
  })
})
