/** What is given for an input and is no quantity: the problem says what to write. */
import * as E from 'fp-ts/lib/Either.js'
import { certify, evaluate, input, kelvin, landauer, limUpdate, parse } from '../../src/entry/notebook'
import type { ModelData } from '../../src/formula/model'
import * as units from '../../src/entry/notebook'
import { exactInputs } from '../../src/reading/inputs'

const said = (of: ModelData<never>, name: string, given: unknown, read: unknown = evaluate): string => {
  const run = (read as (of: unknown) => (given: unknown) => E.Either<units.ModelError, unknown>)(of)
  const found = run({ [name]: given })
  if (E.isRight(found)) throw new Error('expected an error')
  return found.left.problems.find(({ inputs }) => inputs.includes(name))!.message
}

const temperature = 'landauer: temperature should be a temperature such as "1 K"'
const error = 'landauer: errorProbability should be a pure number such as "1"'

test.each([
  ['300 K', `got "300 K": a text is no quantity; write kelvin(300), or orThrow(parse(kelvin)('300 K'))`],
  [' 4 mK ', `got " 4 mK ": a text is no quantity; write kelvin(0.004), or orThrow(parse(kelvin)('4 mK'))`],
  [
    '300 K ± 2 K',
    `got "300 K ± 2 K": a text is no quantity; for certify, orThrow(parseUncertain(kelvin)('300 K ± 2 K')) is an enclosure`
  ],
  ['300\n K', `got "300\\n K": a text is no quantity; write kelvin(300), or orThrow(parse(kelvin)('300 K'))`],
  ['300 J', 'got "300 J"'],
  ['warm', 'got "warm"'],
  [300, 'got 300: a number has no unit; write kelvin(300)'],
  [NaN, 'got NaN'],
  [null, 'got null'],
  [true, 'got true'],
  [kelvin, 'got the unit K itself: call it with a number'],
  [() => 300, 'got a function'],
  [{ value: 300 }, 'got an object'],
  [[300], 'got a list'],
  [parse(kelvin)('300 K'), 'got an Either, with 300.0 K in it: open it with orThrow']
] as const)('a temperature that is %p', (given, message) => {
  for (const read of [evaluate, certify])
    expect(said(landauer as never, 'temperature', given, read)).toBe(`${temperature}, ${message}`)
})

test.each([
  ['0.01', `got "0.01": a text is no quantity; write 0.01, or orThrow(parse(one)('0.01'))`],
  ['1 %', `got "1 %": a text is no quantity; write 0.01, or orThrow(parse(one)('1 %'))`],
  ['likely', 'got "likely"']
])('a pure number that is "%s"', (given, message) => {
  expect(said(landauer as never, 'errorProbability', given)).toBe(`${error}, ${message}`)
})

test('what is said to write is right', () => {
  for (const [name, given] of [
    ['temperature', '300 K'],
    ['attemptRate', '1 GHz'],
    ['precision', '8 bit'],
    ['precision', 8]
  ] as const) {
    const [, made = '', parsed] = /write (.*?)(?:, or (.*))?$/.exec(said(limUpdate as never, name, given))!
    const run = (text: string): unknown =>
      new Function(...Object.keys(units), `return ${text}`)(...Object.values(units))
    const { exact } = run(made) as units.Quantity<unknown>
    expect(exact.isFinite()).toBe(true)
    if (parsed !== undefined) expect(run(parsed)).toEqual(run(made))
  }
})

test('a unit of one’s own has no name to write', () => {
  const inches = units.unit('in', units.dimensions.length, '0.0254')
  const sides = { side: input('a', inches, '[0, ∞)', 'a side') }
  for (const given of ['3 m', 3]) {
    const found = exactInputs('square', sides)({ side: given })
    expect(E.isLeft(found) && found.left[0]!.message).toBe(
      `square: side should be a length such as "1 in", got ${JSON.stringify(given)}`
    )
  }
})
