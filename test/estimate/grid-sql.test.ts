/** A grid as a query: an engine that makes the table of designs itself has the totals that the grid has. */
import * as E from 'fp-ts/lib/Either.js'
import { axisFrom } from '../../src/estimate/axis'
import { gridFile, type FileGrid } from '../../src/estimate/grid'
import { gridSqlFile, type GridSqlOptions } from '../../src/estimate/grid-sql'
import { sqlDialects } from '../../src/reading/sql-dialect'
import { right } from '../reading/values'
import { exampleText } from './files'

const brain = exampleText('brain-scale')
const axesOf = (axes: readonly string[]) => axes.map((axis) => right(axisFrom(axis)))
const sqlOf = (axes: readonly string[], query: GridSqlOptions) =>
  gridSqlFile(brain, axesOf(axes), {}, {}, query)

type Row = Readonly<Record<string, unknown>>

/** What DuckDB makes of a query. */
const answer = async (sql: string): Promise<readonly Row[]> => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create()).connect()
  return (await connection.runAndReadAll(sql)).getRowObjects()
}

/** The rows of a grid as a query has them: by what varies, and by the names of the ledger. */
const rowsOf = ({ axes, rows, blocks }: FileGrid): readonly Row[] =>
  [...blocks()].flatMap((block) =>
    Array.from({ length: block.length }, (_, point): Row =>
      Object.fromEntries([
        ...axes.map(({ name }, at) => {
          const values = block.axes[at]!
          return [name, typeof values === 'string' ? values : values[point]!] as const
        }),
        ...rows.map(({ name }, at) => {
          const total = block.totals[at]![point]!
          return [name, Number.isNaN(total) ? null : total] as const
        })
      ])
    )
  )

const axes = ['convergence=constant, exponential', 'temperature=4 K..400 K:7', 'duration=1 ns..1 yr:23']
const points = rowsOf(right(gridFile(brain, axesOf(axes))))
const keyOf = ({ convergence, temperature, duration }: Row): string =>
  `${String(convergence)} ${String(temperature)} ${String(duration)}`

test('the points are the same to the last bit, the totals to 1e-14, and those that are none', async () => {
  const found = new Map(
    (await answer(right(sqlOf(axes, { dialect: 'duckdb' })).text)).map((row) => [keyOf(row), row])
  )
  expect(found.size).toBe(2 * 7 * 23)
  for (const point of points) {
    const row = found.get(keyOf(point))!
    expect(Object.keys(row)).toEqual(Object.keys(point))
    for (const [name, total] of Object.entries(point))
      if (typeof total === 'number') expect(Math.abs((row[name] as number) / total - 1)).toBeLessThan(1e-14)
      else expect(row[name]).toBe(total)
  }
})

test('the least of a column is that of the grid', async () => {
  const [least, ...more] = await answer(
    right(sqlOf(axes, { dialect: 'duckdb', least: 'limDissipated' })).text
  )
  expect(more).toEqual([])
  const totals = points.flatMap(({ limDissipated: total }) => (typeof total === 'number' ? [total] : []))
  expect((least!['limDissipated'] as number) / Math.min(...totals)).toBeCloseTo(1, 14)
})

test('a front has the points of which no other has less of one and no more of the other, and no column more', async () => {
  const front = await answer(right(sqlOf(axes, { dialect: 'duckdb', front: ['floor', 'duration'] })).text)
  const two = ({ floor, duration }: Row) => [floor, duration] as readonly [number, number]
  const table = (await answer(right(sqlOf(axes, { dialect: 'duckdb' })).text)).filter(
    ({ floor }) => floor !== null
  )
  const isLess = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean =>
    a <= c && b <= d && (a < c || b < d)
  const best = table.filter((row) => !table.some((other) => isLess(two(other), two(row))))
  expect(front.length).toBeGreaterThan(2)
  expect(front.map(keyOf).sort()).toEqual(best.map(keyOf).sort())
  expect(Object.keys(front[0]!)).toEqual(Object.keys(points[0]!))
  // Of many that are alike in one, those with the least of the other.
  const down = ['temperature=4 K..400 K:7', 'duration=1 yr..1 ns:23']
  const alike = await answer(right(sqlOf(down, { dialect: 'duckdb', front: ['cim', 'duration'] })).text)
  expect(alike.map(({ temperature, duration }) => [temperature, duration])).toEqual([[4, 1e-9]])
})

test('a row that has no value at any point is NULL, in order with the others, and told', async () => {
  const { text, outside } = right(sqlOf(['temperature=4 K, 5 K', 'reuse=1..2:2'], { dialect: 'duckdb' }))
  expect(outside).toEqual([])
  const late = right(
    gridSqlFile(brain, axesOf(['reuse=1..2:2']), { duration: '1 ns' }, {}, { dialect: 'duckdb' })
  )
  expect(late.outside.map(({ name }) => name)).toContain('floor')
  const [row] = await answer(late.text)
  expect(row!['floor']).toBe(null)
  expect(row!['cim']).toBeGreaterThan(0)
  expect(text).toContain('\'4 K\' AS "temperature"')
})

test.each(sqlDialects)(
  '%s: every axis is a list of its own, and nothing but a query is written',
  (dialect) => {
    const { text } = right(sqlOf(['temperature=4 K..400 K:3', 'reuse=1..100:3'], { dialect, least: 'cim' }))
    expect(text.match(/CROSS JOIN/g)).toHaveLength(1)
    expect(text).not.toContain(';')
    expect(text).toMatch(/ORDER BY ["`]cim["`] LIMIT 1/)
  }
)

test('all that is wrong is told at once', () => {
  const refused = (axes: readonly string[], query: Partial<GridSqlOptions> = {}): string => {
    const sql = sqlOf(axes, { dialect: 'duckdb', ...query })
    return E.isLeft(sql) ? sql.left.message : ''
  }
  expect(refused(['temperature=4 K..400 K:20000', 'design=H100 PCIe'], { least: 'cmi' })).toMatch(
    /design: each design has a column of its own in a query: expected it with --design\n.*expected at most 10000 values, which stand in the query, got 20000\n"cmi" is no column of the query: did you mean cim\?/
  )
  expect(refused(['temperature=4 K, 5 K'])).toBe(
    'expected a range of an input, which the engine runs through'
  )
})
