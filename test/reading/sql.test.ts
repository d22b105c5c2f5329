import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import {
  arsinh,
  artanh,
  exp,
  ln,
  log1p,
  max,
  min,
  number,
  phi1,
  pow,
  sqrt,
  type Expression
} from '../../src/formula/expression'
import { input, type ModelData } from '../../src/formula/model'
import { model } from '../../src/physics/own'
import { landauer, optimalReset, speedLimit } from '../../src/physics/thermodynamics'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { sqlDialects, toSql, toSqlAll, type SqlOptions } from '../../src/api'
import type { Dimensionless } from '../../src/units/dimension'
import { bits, joules, kelvin, one } from '../../src/units/si'
import { milli, per, zepto } from '../../src/units/unit'
import { casesOf, everyModel, given, pointsOf } from './points'
import { left, relativeError, right } from './values'

const generic = <I, D>(of: ModelData<I, D>): ModelData => of as unknown as ModelData

/** A model of a pure number x of any size. */
const ofX = (formula: (x: Expression<Dimensionless>) => Expression<Dimensionless>): ModelData =>
  generic(
    model({
      name: 'of x',
      symbol: 'y',
      summary: 'a function of x',
      inputs: { x: input('x', one, '(−∞, ∞)', 'a number') },
      unit: one,
      formula: ({ x }) => formula(x),
      constraint: ''
    })
  )

const textOf = (of: ModelData, options: SqlOptions): string => right(toSql(of, options))

describe('a model as SQL', () => {
  it('says each step once: its text grows with the steps of a formula, and not with its uses', () => {
    const chain = (length: number): number =>
      textOf(
        ofX((x) => Array.from({ length }).reduce<Expression<Dimensionless>>((y) => artanh(y).times(y), x)),
        { dialect: 'duckdb' }
      ).length
    const [short, long] = [chain(10), chain(40)]
    expect(long / short).toBeLessThan(5)
  })

  it.each(sqlDialects)('is short in the dialect of %s: all models but one are below 12 kB', (dialect) => {
    const long = everyModel.filter(([, of]) => textOf(of, { dialect }).length > 12_000)
    expect(long.map(([name]) => name)).toEqual([optimalReset.name])
    expect(textOf(generic(optimalReset), { dialect }).length).toBeLessThan(40_000)
  })

  it('tells what it reads and what it gives, with units', () => {
    const text = textOf(generic(landauer), {
      dialect: 'duckdb',
      from: 'chips',
      units: { temperature: milli(kelvin), landauer: per(zepto(joules), bits) }
    })
    expect(text).toContain('\n-- reads temperature in mK: (0, ∞), ')
    expect(text).toContain('\n-- reads errorProbability: [0, ½], ')
    expect(text).toContain('\n-- gives landauer in zJ/bit: ')
    expect(text).toContain('\nFROM chips\n')
  })

  it('has what is given as a number, and no column of it', () => {
    const text = textOf(generic(landauer), { dialect: 'duckdb', given: { errorProbability: 0 } })
    expect(text).not.toContain('errorProbability')
    expect(text).toContain(String(Math.LN2))
  })

  it('holds a name as the dialect writes it', () => {
    const odd = { 'a"b`c\\d': landauer }
    const names = sqlDialects.map((dialect) => right(toSqlAll('odd', odd, { dialect })))
    const written = ['"a""b`c\\d"', '`a"b\\`c\\\\d`', '"a""b`c\\d"', '`a"b``c\\d`']
    names.forEach((text, at) => {
      expect(text).toContain(` AS ${written[at]!}\n`)
    })
  })

  it('keeps in its comments what would end them', () => {
    const broken = { ...generic(landauer), summary: 'a\nDROP TABLE designs' }
    expect(textOf(broken, { dialect: 'duckdb' })).not.toContain('\nDROP')
  })

  it('is refused with all that is wrong at once', () => {
    const problems = left(
      toSqlAll(
        'both',
        { Temperature: landauer, limen_x: landauer, ['x'.repeat(64)]: landauer },
        {
          dialect: 'postgres',
          units: { temperature: bits, time: one },
          given: { errorProbability: kelvin(1) }
        }
      )
    ).problems.map(({ inputs, kind }) => `${inputs.join()} ${kind}`)
    expect(problems).toEqual([
      'Temperature unexpected',
      'limen_x unexpected',
      `${'x'.repeat(64)} unexpected`,
      'temperature dimension',
      'time unexpected',
      'errorProbability dimension'
    ])
  })

  it('is refused where no row could have a value', () => {
    const { message } = left(toSql(landauer, { dialect: 'spark', given: { errorProbability: 0.75 } }))
    expect(message).toBe(
      'landauer: requires errorProbability in [0, ½], which no row can have with what is given'
    )
  })

  it('wants a dialect, and says which there are', () => {
    const said = [{}, { dialect: 'oracle' }].map(
      (options) => left(toSql(landauer, options as SqlOptions)).message
    )
    expect(said).toEqual([
      'toSql: options: expected options with a dialect, such as { dialect: "duckdb" }, got an object',
      'toSql: options.dialect: expected one of "duckdb", "clickhouse", "postgres", "spark", got "oracle"'
    ])
  })
})

interface Duck {
  readonly DuckDBInstance: {
    readonly create: () => Promise<{
      readonly connect: () => Promise<{
        readonly run: (sql: string) => Promise<unknown>
        readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => unknown[][] }>
      }>
    }>
  }
}

const duck = ((): Duck | undefined => {
  try {
    return require('@duckdb/node-api') as Duck
  } catch {
    return undefined
  }
})()

const table = (names: readonly string[], rows: readonly (readonly (number | null)[])[]): string =>
  [
    ['id', ...names].join(','),
    ...rows.map((row, at) => [at, ...row.map((value) => value ?? '')].join(',').replaceAll('Infinity', 'inf'))
  ].join('\n')

/** What stands in tables by mistake. */
const odd: readonly (number | null)[] = [null, NaN, Infinity, -Infinity, 0, -1, 0.5, 1, 5e-324, 1e-300, 1e300]

const inDuckDB = duck === undefined ? describe.skip : describe

inDuckDB(`by DuckDB${duck === undefined ? ', which is not installed (@duckdb/node-api)' : ''}`, () => {
  let folder: string
  let connection: Awaited<ReturnType<Awaited<ReturnType<Duck['DuckDBInstance']['create']>>['connect']>>

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'limen-sql-'))
    connection = await (await duck!.DuckDBInstance.create()).connect()
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const run = async (
    of: ModelData,
    rows: readonly (readonly (number | null)[])[],
    options: Partial<SqlOptions> = {}
  ): Promise<readonly (number | null)[]> => {
    const names = Object.keys(of.inputs)
    const file = join(folder, 'designs.csv')
    writeFileSync(file, table(names, rows))
    const types = ['id', ...names].map((name) => `'${name}': 'DOUBLE'`).join(', ')
    const from = `read_csv('${file}', header = true, columns = {${types}})`
    const sql = textOf(of, { dialect: 'duckdb', from, ...options })
    const read = await connection.runAndReadAll(`SELECT "${of.name}" FROM (${sql}) ORDER BY id`)
    return read.getRows().map(([value]) => value as number | null)
  }

  it('kT (ln 2 − h(0.01)) at 300 K is 2.639 zJ', async () => {
    // k · 300 K · (ln 2 + 0.01 ln 0.01 + 0.99 ln 0.99), by Python.
    const [value] = await run(generic(landauer), [[300, 0.01]])
    expect(relativeError(value!, '2.6390234978622667e-21')).toBeLessThan(1e-14)
  })

  it('columns are in the units that are asked for', async () => {
    const units = { temperature: milli(kelvin), landauer: per(zepto(joules), bits) }
    const [value] = await run(generic(landauer), [[300_000, 0.01]], { units })
    expect(relativeError(value!, '2.6390234978622667')).toBeLessThan(1e-14)
  })

  it.each(everyModel)(
    '%s has the values of evaluateNumber, NULL where it has none, and ends at no row',
    async (_, of) => {
      const names = Object.keys(of.inputs)
      const whole = fc
        .sample(pointsOf(of), { numRuns: 150, seed: 9 })
        .map((point) => names.map((name): number | null => point[name]!.value))
      const spoilt = fc
        .sample(
          fc.tuple(
            fc.constantFrom(...whole),
            fc.array(fc.option(fc.constantFrom(...odd), { nil: 2, freq: 3 }), {
              minLength: names.length,
              maxLength: names.length
            })
          ),
          { numRuns: 100, seed: 9 }
        )
        .map(([row, by]) => row.map((value, at) => (by[at] === 2 ? value : by[at]!)))
      const rows = [...whole, ...spoilt]
      const found = await run(of, rows)
      const wrong = rows.flatMap((row, at) => {
        const value = found[at] ?? null
        const expected = row.includes(null)
          ? E.left(undefined)
          : evaluateNumber(of)(
              given(Object.fromEntries(names.map((name, k) => [name, of.inputs[name]!.unit(row[k]!)])))
            )
        if (value === null) return []
        if (E.isLeft(expected)) return [`${row.join()}: ${value} for NULL`]
        // Where all digits cancel, evaluateNumber asks decimals.
        if (value === 0 && Math.abs(expected.right.value) < 1e-15) return []
        return relativeError(value, expected.right.value) <= 1e-12
          ? []
          : [`${row.join()}: ${value} for ${expected.right.value}`]
      })
      expect(wrong).toEqual([])
      // And the reference has values at all.
      const reference = await run(
        of,
        casesOf(of).map(({ inputs }) => names.map((name) => inputs[name]!.value))
      )
      expect(reference.filter((value) => value !== null).length).toBeGreaterThan(reference.length / 2)
    }
  )

  it.each<
    readonly [string, (x: Expression<Dimensionless>) => Expression<Dimensionless>, (x: number) => number]
  >([
    ['arsinh', arsinh, Math.asinh],
    ['artanh', artanh, Math.atanh],
    ['φ₁', phi1, (x) => Math.expm1(x) / x],
    ['the larger of two', (x) => max(x, number(0.1)), (x) => Math.max(x, 0.1)],
    ['the smaller of two', (x) => min(number(0.1), x), (x) => Math.min(x, 0.1)]
  ])('%s is accurate on both sides of 0', async (_, formula, expected) => {
    const sizes = [1e-70, 3e-17, 2e-9, 1e-3, 0.3, 0.999999]
    const values = [...sizes, ...sizes.map((size) => -size)]
    const found = await run(
      ofX(formula),
      values.map((x) => [x])
    )
    found.forEach((value, at) => {
      expect(relativeError(value!, expected(values[at]!))).toBeLessThan(1e-14)
    })
  })

  it.each<readonly [string, (x: Expression<Dimensionless>) => Expression<Dimensionless>, readonly number[]]>([
    ['ln x', ln, [-1, 0]],
    ['√x', sqrt, [-1]],
    ['1/x', (x) => number(1).over(x), [0]],
    ['ln(1 + x)', log1p, [-1, -2]],
    ['artanh x', artanh, [-1, 1, 2]],
    ['x^½', (x) => pow(x, number(0.5)), [-1]],
    ['x^−½', (x) => pow(x, number(-0.5)), [-1, 0]],
    ['x^x', (x) => pow(x, x), [-1, 0]],
    ['eˣ', exp, [-800, 800]],
    ['x⁸', (x) => x.squared().squared().squared(), [1e60, 1e-60]],
    ['the larger of ln x and 1', (x) => max(ln(x), number(1)), [-1]],
    ['the larger of 1 and ln x', (x) => max(number(1), ln(x)), [-1]],
    ['the smaller of ln x and 1', (x) => min(ln(x), number(1)), [-1]],
    ['the smaller of 1 and ln x', (x) => min(number(1), ln(x)), [-1]]
  ])(
    '%s is NULL where it has no value, or one that float64 might not hold, and is there elsewhere',
    async (_, formula, without) => {
      const found = await run(
        ofX(formula),
        [...without, 0.5].map((x) => [x])
      )
      expect(found.slice(0, -1)).toEqual(without.map(() => null))
      expect(typeof found.at(-1)).toBe('number')
    }
  )

  it('a power of 0 is 0', async () => {
    expect(
      await run(
        ofX((x) => pow(x, number(0.5))),
        [[0], [4]]
      )
    ).toEqual([0, 2])
  })

  it('what a formula does not need has to be right all the same', async () => {
    const unused: ModelData = { ...generic(speedLimit), name: 'of none', node: number(1).node }
    const [temperature, transport, jumps] = [300, 0.1, 1]
    const rows = [
      [temperature, transport, jumps],
      [null, transport, jumps],
      [temperature, transport, -1],
      [temperature, 2, jumps]
    ]
    expect(await run(unused, rows)).toEqual([1, null, null, null])
  })
})
