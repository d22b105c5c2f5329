import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import * as E from 'fp-ts/lib/Either.js'
import { models } from '../../src/physics/models'
import type { Inputs, ModelData, Values } from '../../src/formula/model'
import { evaluateColumns, evaluateNumber } from '../../src/reading/evaluate-number'
import { fromText, kernel, representable } from '../../src/reading/kernel'
import reference from '../oracle/models.json'

type Results = Readonly<Record<string, readonly (readonly [number | string, number | string])[]>>

/** What both readings make of every case of the reference, and of the first with each input below 0. */
const source = `
  import * as E from 'fp-ts/lib/Either.js'
  import { models } from './src/physics/models'
  import { evaluateColumns, evaluateNumber } from './src/reading/evaluate-number'
  import reference from './test/oracle/models.json'

  const mayGenerate = () => {
    try { return new Function('return true')() } catch { return false }
  }
  const plain = (result, value) => E.isLeft(result) ? result.left.message : value(result.right)
  const both = (model, inputs) => {
    const given = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name, model.inputs[name].unit(value)]))
    return [
      plain(evaluateNumber(model)(given), (quantity) => quantity.value),
      plain(evaluateColumns(model)(given), ({ values }) => values[0])
    ]
  }
  const results = Object.entries(reference.models).map(([name, { cases }]) => {
    const [{ inputs }] = cases
    const negative = Object.keys(inputs).map((input) => ({ ...inputs, [input]: '-1' }))
    const all = [...cases.map(({ inputs }) => inputs), ...negative]
    return [name, all.map((each) => both(models[name], each))]
  })
  console.log(JSON.stringify({ mayGenerate: mayGenerate(), results: Object.fromEntries(results) }))
`

const root = join(__dirname, '..', '..')

const child = (...flags: readonly string[]): { readonly mayGenerate: boolean; readonly results: Results } => {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['jsonc-parser']
  })
  const printed = execFileSync(process.execPath, [...flags, '-'], {
    cwd: root,
    input: outputFiles[0]!.text,
    timeout: 60_000,
    maxBuffer: 2 ** 26
  })
  return JSON.parse(printed.toString()) as ReturnType<typeof child>
}

describe('where functions from text are forbidden', () => {
  const free = child()
  const forbidden = child('--disallow-code-generation-from-strings')

  test('they are forbidden, and elsewhere not', () => {
    expect([free.mayGenerate, forbidden.mayGenerate]).toEqual([true, false])
  })

  test('every model has the same values, and the same errors', () => {
    expect(Object.keys(forbidden.results)).toHaveLength(42)
    expect(forbidden.results).toEqual(free.results)
  })

  test('these are values of the reference, and errors', () => {
    const all = Object.values(forbidden.results).flat(2)
    expect(all.filter((each) => typeof each === 'number').length).toBeGreaterThanOrEqual(2 * 504)
    expect(all.filter((each) => typeof each === 'string').length).toBeGreaterThan(200)
    const cases = Object.entries(reference.models).flatMap(([name, model]) =>
      model.cases.map(({ value }, at) => [Number(value), forbidden.results[name]![at]![0]] as const)
    )
    for (const [expected, value] of cases)
      expect(Math.abs(Number(value) - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected))
  })
})

describe('a kernel', () => {
  test('takes coherent numbers in the order of the inputs', () => {
    const rate = kernel(models.arrheniusRate as unknown as ModelData)
    expect(Object.keys(models.arrheniusRate.inputs)).toEqual(['temperature', 'barrier', 'attemptRate'])
    expect(rate(300, 0, 5)).toBe(5)
  })

  test('is no number where a condition does not hold', () => {
    const reset = kernel(models.landauer as unknown as ModelData)
    expect(reset(300, 0.1)).toBeGreaterThan(0)
    for (const [T, ε] of [
      [0, 0.1],
      [-1, 0.1],
      [300, -1e-9],
      [300, 0.6],
      [NaN, 0.1],
      [300, NaN]
    ] as const)
      expect(reset(T, ε)).toBeNaN()
  })

  test('gives both readings one value', () => {
    for (const [name, { cases }] of Object.entries(reference.models)) {
      const model = models[name as keyof typeof models] as unknown as ModelData
      const given = Object.fromEntries(
        Object.entries(cases[0]!.inputs).map(([input, value]) => [input, model.inputs[input]!.unit(value)])
      ) as Values<Inputs>
      const [point, points] = [evaluateNumber(model)(given), evaluateColumns(model)(given)]
      expect(E.isRight(point) && E.isRight(points)).toBe(true)
      if (E.isRight(point) && E.isRight(points)) expect(points.right.values[0]).toBe(point.right.value)
    }
  })
})

test('what cannot be built from text is built otherwise', () => {
  expect(fromText({ two: 2 }, 'return two + 1', () => 0)).toBe(3)
  expect(fromText({}, 'this is no JavaScript', () => 0)).toBe(0)
})

test('a float64 holds a value in full from 2⁻¹⁰²² on, either sign', () => {
  for (const value of [1, 2 ** -1022, Number.MAX_VALUE])
    expect([representable(value), representable(-value)]).toEqual([true, true])
  for (const value of [0, Number.MIN_VALUE, 2 ** -1023, Infinity, NaN])
    expect([representable(value), representable(-value)]).toEqual([false, false])
})
