import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { comparedBy } from '../../src/formula/model'
import { program, reader } from '../../src/formula/program'
import { models } from '../../src/physics/models'
import type { Inputs, ModelData, Values } from '../../src/formula/model'
import { evaluateColumns } from '../../src/reading/columns'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { inBlocks } from '../../src/reading/blocks'
import { checksOf } from '../../src/reading/checks'
import { computationOf, doubtful, reachedBy } from '../../src/reading/computation'
import { columnKernel, fromText, kernel, longLoop, manyKernel } from '../../src/reading/kernel'
import { numberAlgebra, representable } from '../../src/reading/number'
import { looksOf } from '../../src/reading/reach'
import { inWasm } from '../../src/reading/wasm'
import { sensitivities } from '../../src/reading/sensitivities'
import reference from '../oracle/models.json'
import { everyModel, pointsOf } from './points'

type Results = Readonly<Record<string, readonly (readonly [number | string, number | string])[]>>

/** Of each input, its elasticity and its derivative, if that is finite; or what is wrong. */
type Slopes = Readonly<Record<string, readonly (readonly (readonly [string, number, number?])[] | string)[]>>

/** What all readings make of every case of the reference, and of the first with each input below 0. */
const source = `
  import * as E from 'fp-ts/lib/Either.js'
  import { models } from './src/physics/models'
  import { evaluateColumns } from './src/reading/columns'
import { evaluateNumber } from './src/reading/evaluate-number'
  import { sensitivitiesNumber } from './src/reading/sensitivities-number'
  import reference from './test/oracle/models.json'

  const mayGenerate = () => {
    try { return new Function('return true')() } catch { return false }
  }
  const plain = (result, value) => E.isLeft(result) ? result.left.message : value(result.right)
  const givenTo = (model, inputs) => Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, model.inputs[name].unit(value)]))
  const both = (model, inputs) => {
    const given = givenTo(model, inputs)
    return [
      plain(evaluateNumber(model)(given), (quantity) => quantity.value),
      plain(evaluateColumns(model)(given), ({ values }) => values[0])
    ]
  }
  // All are kept until the last is there: none may change by what is read after it.
  const slopes = (model, all) => {
    const read = sensitivitiesNumber(model)
    const kept = all.map((inputs) => read(givenTo(model, inputs)))
    return kept.map((result) => plain(result, (each) =>
      each.map(({ input, elasticity, derivative }) => [input, elasticity.value, derivative?.value])))
  }
  const all = Object.entries(reference.models).map(([name, { cases }]) => {
    const [{ inputs }] = cases
    const negative = Object.keys(inputs).map((input) => ({ ...inputs, [input]: '-1' }))
    return [name, [...cases.map(({ inputs }) => inputs), ...negative]]
  })
  const of = (read) => Object.fromEntries(all.map(([name, inputs]) => [name, read(models[name], inputs)]))
  console.log(JSON.stringify({
    mayGenerate: mayGenerate(),
    results: of((model, all) => all.map((inputs) => both(model, inputs))),
    slopes: of(slopes)
  }))
`

const root = join(__dirname, '..', '..')

interface Printed {
  readonly mayGenerate: boolean
  readonly results: Results
  readonly slopes: Slopes
}

const child = (...flags: readonly string[]): Printed => {
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
  return JSON.parse(printed.toString()) as Printed
}

describe('where functions from text are forbidden', () => {
  const free = child()
  const forbidden = child('--disallow-code-generation-from-strings')

  test('they are forbidden, and elsewhere not', () => {
    expect([free.mayGenerate, forbidden.mayGenerate]).toEqual([true, false])
  })

  test('every model has the same values, and the same errors', () => {
    expect(Object.keys(forbidden.results)).toHaveLength(76)
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

  test('every model has the same sensitivities, and the same errors', () => {
    expect(forbidden.slopes).toEqual(free.slopes)
  })

  test('these are the sensitivities at the cases of the reference, and errors', () => {
    let compared = 0
    for (const [name, { cases }] of Object.entries(reference.models)) {
      const model = models[name as keyof typeof models] as unknown as ModelData
      const read = sensitivities(model)
      cases.forEach(({ inputs }, at) => {
        const exact = read(
          Object.fromEntries(
            Object.entries(inputs).map(([input, value]) => [input, model.inputs[input]!.unit(value)])
          ) as Values<Inputs>
        )
        const found = forbidden.slopes[name]![at]!
        if (typeof found === 'string' || E.isLeft(exact)) {
          expect(found).toBe(E.isLeft(exact) && exact.left.message)
          return
        }
        expect(found).toHaveLength(exact.right.length)
        for (const [input, percent] of found) {
          const expected = exact.right.find((each) => each.input === input)!.elasticity.value
          if (Number.isFinite(expected))
            expect(Math.abs(percent - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected) + 1e-15)
          else expect(percent).toBeNull() // JSON has no infinity
          compared++
        }
      })
    }
    expect(compared).toBeGreaterThan(1400)
    const errors = Object.values(forbidden.slopes)
      .flat()
      .filter((each) => typeof each === 'string')
    expect(errors.length).toBeGreaterThan(100)
  })
})

describe('a kernel of many formulas', () => {
  const reset = models.landauer as unknown as ModelData
  const temperature = { kind: 'input', name: 'temperature', symbol: 'T' } as const
  const twice = { kind: 'binary', op: 'add', x: temperature, y: temperature } as const

  test('writes a value for each, and says whether the conditions of the model hold', () => {
    const values = new Float64Array(3)
    const run = manyKernel([reset.node, twice, temperature], reset, values)
    expect(run(300, 0.1)).toBe(true)
    expect([...values]).toEqual([kernel(reset)(300, 0.1), 600, 300])
    for (const [T, ε] of [
      [-1, 0.1],
      [300, 0.6],
      [NaN, 0.1],
      [300, NaN]
    ] as const)
      expect(run(T, ε)).toBe(false)
  })

  test('has its own place to write to', () => {
    const [first, second] = [new Float64Array(1), new Float64Array(1)]
    const [one, other] = [first, second].map((values) => manyKernel([twice], reset, values)) as [
      ReturnType<typeof manyKernel>,
      ReturnType<typeof manyKernel>
    ]
    one(1, 0)
    other(2, 0)
    expect([first[0], second[0]]).toEqual([2, 4])
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

describe.each(everyModel)('%s, at the same points', (_, model) => {
  const names = Object.keys(model.inputs)
  const of = computationOf([model], names)
  const blocks = [inBlocks(of), inBlocks(of, 3)]
  const columns = columnKernel([model], names)
  const one = kernel(model)
  const read = reader(numberAlgebra, program([model.node], names))
  const result = program([model.node], names).outputs[0]!

  test('has one value to the last bit: by itself, in a loop of any inputs, in blocks, and step by step', () => {
    fc.assert(
      fc.property(
        fc.array(pointsOf(model), { minLength: 2, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }),
        (points, varies) => {
          const rows = points.map((point) =>
            names.map((name, at) => (varies[at]! ? point : points[0]!)[name]!.value)
          )
          const given = names.map((_, at) =>
            varies[at]! ? Float64Array.from(rows, (row) => row[at]!) : Float64Array.of(rows[0]![at]!)
          )
          const reached = reachedBy(of.program, varies)
          const [looped, ...blocked] = [columns, ...blocks.map((make) => make(reached))].map((run) => {
            const values = new Float64Array(rows.length)
            run(given, [values], rows.length)
            return [...values]
          })
          for (const each of blocked) expect(each).toEqual(looped)
          rows.forEach((row, at) => {
            const value = one(...row)
            expect(value).toBe(looped![at] === doubtful ? NaN : looped![at])
            if (!Number.isNaN(value)) expect(value).toBe(read(row)[result]! + 0)
          })
        }
      ),
      { numRuns: 40 }
    )
  })

  test('has the same value in WebAssembly, whatever varies, to 1e-13', () => {
    const all = inWasm(
      of,
      of.isFixed.map((fixed) => !fixed)
    )!
    fc.assert(
      fc.property(
        fc.array(pointsOf(model), { minLength: 2, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }),
        (points, varies) => {
          const rows = points.map((point) =>
            names.map((name, at) => (varies[at]! ? point : points[0]!)[name]!.value)
          )
          const full = names.map((_, at) => Float64Array.from(rows, (row) => row[at]!))
          const some = full.map((column, at) => (varies[at]! ? column : column.subarray(0, 1)))
          const [scripted, paired, hoisted] = [columns, all, inWasm(of, reachedBy(of.program, varies))!].map(
            (run, at) => {
              const values = new Float64Array(rows.length)
              run(at === 2 ? some : full, [values], rows.length)
              return values
            }
          ) as [Float64Array, Float64Array, Float64Array]
          expect(hoisted).toEqual(paired)
          scripted.forEach((value, at) => {
            if (!Number.isFinite(value) || value === 0) expect(paired[at]).toBe(value)
            else expect(Math.abs(paired[at]! / value - 1)).toBeLessThan(1e-13)
          })
        }
      ),
      { numRuns: 30 }
    )
  })

  test('has no number on the way that is beyond what is known of it', () => {
    const compared = model.conditions.flatMap(comparedBy)
    const all = program([model.node, ...compared], names)
    const run = reader(numberAlgebra, all)
    const held = run(names.map(() => NaN))
    const unbounded = { least: -256, most: 256, zero: true, negative: true }
    const bounded = looksOf(
      all,
      held,
      names.map(() => unbounded),
      all.outputs
    )!
    const { conditions, looks } = checksOf(
      all,
      model.conditions,
      all.outputs.slice(1),
      all.outputs.slice(0, 1)
    )
    expect(bounded.sizes).toHaveLength(held.length)
    let seen = 0
    fc.assert(
      fc.property(pointsOf(model), (point) => {
        const registers = run(names.map((name) => point[name]!.value))
        const blocks = registers.map((value) => Float64Array.of(value))
        if (![...conditions, ...looks].every(({ firstWrong }) => firstWrong(blocks, 0, 1) === 1)) return
        seen++
        registers.forEach((value, at) => {
          const { least, most, zero, negative } = bounded.sizes[at]!
          expect({
            at,
            value,
            isWithin:
              value === 0
                ? zero
                : Math.abs(value) <= 2 ** most && Math.abs(value) >= 2 ** least && (value > 0 || negative)
          }).toEqual({ at, value, isWithin: true })
        })
      })
    )
    expect(seen).toBeGreaterThan(0)
  })
})

test('models together have the values that each has by itself', () => {
  const { limUpdate, meanMatchedBarrier, driveForReliability } = models
  const all = [limUpdate, meanMatchedBarrier, driveForReliability] as unknown as readonly ModelData[]
  const names = Object.keys(limUpdate.inputs)
  const run = columnKernel(all, names)
  fc.assert(
    fc.property(fc.array(pointsOf(all[0]!), { minLength: 1, maxLength: 5 }), (points) => {
      const given = names.map((name) => Float64Array.from(points, (point) => point[name]!.value))
      const values = all.map(() => new Float64Array(points.length))
      run(given, values, points.length)
      all.forEach((model, k) => {
        const own = Object.keys(model.inputs)
        points.forEach((point, at) => {
          const alone = kernel(model)(...own.map((name) => point[name]!.value))
          expect(Number.isFinite(values[k]![at]!) ? values[k]![at] : NaN).toBe(alone)
        })
      })
    })
  )
})

test('long columns have the values of short ones to 1e-13, with or without WebAssembly', () => {
  const model = models.limUpdate as unknown as ModelData
  const names = Object.keys(model.inputs)
  const point = pointsOf(model)
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 5 }), fc.boolean(), (points, isForbidden) => {
      const { WebAssembly } = globalThis as { readonly WebAssembly?: object }
      if (isForbidden) Object.assign(globalThis, { WebAssembly: undefined })
      const run = columnKernel([model], names)
      const down = (length: number): Float64Array => {
        const values = new Float64Array(length)
        const columns = names.map((name) =>
          Float64Array.from({ length }, (_, at) => points[at % points.length]![name]!.value)
        )
        run(columns, [values], length)
        return values
      }
      const short = down(points.length)
      const long = down(longLoop + 1)
      Object.assign(globalThis, { WebAssembly })
      const few = long.subarray(0, points.length)
      long.forEach((value, at) => {
        if (!Object.is(value, few[at % points.length])) expect(value).toBe(few[at % points.length])
      })
      short.forEach((value, at) => {
        if (isForbidden || !Number.isFinite(value)) expect(few[at]).toBe(value)
        else expect(Math.abs(few[at]! / value - 1)).toBeLessThan(1e-13)
      })
    }),
    { numRuns: 20 }
  )
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
