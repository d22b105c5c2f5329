/** `limen sweep`: a table of totals, as it is computed. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import * as E from 'fp-ts/lib/Either.js'
import { axisFrom } from '../../src/estimate/axis'
import { gridFile } from '../../src/estimate/grid'
import { gridArrow } from '../../src/cli/arrow'
import { gridParquet } from '../../src/cli/parquet'
import { run } from '../../src/cli/run'
import { threadError } from '../../src/threads/pool'
import { startThreads } from '../../src/threads/worker'
import { bundled } from '../threads/threads'
import { exampleFiles, exampleText } from '../estimate/files'
import { right } from '../reading/values'
import { limen, terminal } from './terminal'

const brain = 'examples/brain-scale.json'
const sweep = (...args: readonly string[]) => limen(exampleFiles, 'sweep', brain, ...args)

const paradigms = ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim', 'vonNeumann', 'accelerator']

test('as CSV: a column for each axis and each row, with its unit', async () => {
  const { code, out, error } = await sweep('--over', 'temperature=4 K..400 K:3')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  const [header, ...rows] = out.trimEnd().split('\r\n')
  expect(header).toBe(['temperature_K', ...paradigms.map((name) => `${name}_J`)].join(','))
  // The floor of brain-scale is 2.2968e-5 J at 300 K, and grows as the temperature does.
  const floors = rows.map((row) => row.split(',').map(Number)).map(([kelvin, floor]) => floor! / kelvin!)
  expect(rows.map((row) => row.split(',')[0])).toEqual(['4', '40', '400'])
  for (const floor of floors) expect(floor * 300).toBeCloseTo(2.2968e-5, 9)
})

test('as JSON Lines: an object for each point, null where there is no total, and why on standard error', async () => {
  const { code, out, error } = await sweep(
    ...['--over', 'convergence=constant, exponential', '--over', 'duration=1 ns..1 yr:2', '--format', 'jsonl']
  )
  expect(code).toBe(0)
  const points = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(points.map(({ convergence, duration_s }) => [convergence, duration_s])).toEqual([
    ['constant', 1e-9],
    ['constant', 31557600],
    ['exponential', 1e-9],
    ['exponential', 31557600]
  ])
  expect(points.map(({ floor_J }) => floor_J === null)).toEqual([true, false, true, false])
  expect(error).toContain(
    'limen: floor has no total at 2 of 4 points; at the first of them optimalReset: requires'
  )
  expect(error).not.toContain('cim')
})

/** A grid, some of whose rows have no total; and its points as JSON Lines has them. */
const holed = async () => {
  const over = ['--over', 'convergence=constant, powerLaw', '--over', 'duration=1 ns..1 yr:3']
  const { out } = await sweep(...over, '--format', 'jsonl')
  const axes = over.filter((_, at) => at % 2 === 1).map((text) => axisFrom(text))
  const grid = right(
    gridFile(
      exampleText('brain-scale'),
      axes.map((axis) => right(axis))
    )
  )
  const points = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  expect(points).toHaveLength(6)
  return { grid, points }
}

const piecesOf = async (written: ReturnType<typeof gridArrow>): Promise<readonly Uint8Array[]> => {
  const pieces = await written
  if (E.isLeft(pieces)) throw new Error(pieces.left)
  const bytes: Uint8Array[] = []
  for await (const piece of pieces.right) bytes.push(piece)
  return bytes
}

test('as Arrow: the same numbers, and the same that are none', async () => {
  const { grid, points } = await holed()
  const table = tableFromIPC(Buffer.concat(await piecesOf(gridArrow(grid, grid.blocks()))))
  expect(table.toArray().map((row: { toJSON: () => unknown }) => row.toJSON())).toEqual(points)
})

/** The rows of a file, as DuckDB reads them. */
const readBack = async (bytes: Uint8Array, query = '*'): Promise<readonly unknown[]> => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const folder = mkdtempSync(join(tmpdir(), 'limen-parquet-'))
  try {
    const file = join(folder, 'grid.parquet')
    writeFileSync(file, bytes)
    const connection = await (await DuckDBInstance.create()).connect()
    return (await connection.runAndReadAll(`SELECT ${query} FROM '${file}'`)).getRowObjects()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('as Parquet: the same numbers to the last bit, and the same that are none', async () => {
  const { grid, points } = await holed()
  expect(await readBack(Buffer.concat(await piecesOf(gridParquet(grid, grid.blocks()))))).toEqual(points)
})

test('small blocks of Parquet are rows of one group; many points are several, one after another', async () => {
  const blocks = function* (lengths: readonly number[]) {
    for (const length of lengths)
      yield { length, axes: ['a'], totals: [new Float64Array(length).fill(length)] }
    return []
  }
  const grid = {
    axes: [{ name: 'kind', length: 1 }],
    rows: [{ name: 'floor', description: '', tier: 'theorem' }]
  } as const
  const written = (lengths: readonly number[]) => piecesOf(gridParquet(grid, blocks(lengths)))
  // The last piece is what stands at the end of the file.
  const few = new Array<number>(100).fill(3)
  expect(await written(few)).toHaveLength(2)
  const many = await written(new Array<number>(10).fill(2 ** 16))
  expect(many).toHaveLength(6)
  // So no piece is longer than a group: what is kept does not grow with the grid.
  expect(
    await readBack(Buffer.concat(many), 'count(*) AS n, sum("floor_J") AS total, min(kind) AS kind')
  ).toEqual([{ n: 655_360n, total: 655_360 * 65_536, kind: 'a' }])
})

test.each([
  ['arrow', 'an Arrow file', 'apache-arrow', gridArrow],
  ['parquet', 'a Parquet file', 'hyparquet-writer', gridParquet]
] as const)('%s wants a file, and the package that writes it', async (format, what, wanted, write) => {
  expect(await sweep('--over', 'temperature=4 K, 5 K', '--format', format)).toEqual({
    code: 2,
    out: '',
    error: `limen: ${what} is bytes: say where with -o\n`
  })
  const blocks = (function* () {
    yield* []
    return []
  })()
  const none = (): Promise<never> => Promise.reject(new Error('none'))
  expect(await write({ axes: [], rows: [] }, blocks, none)).toEqual(
    E.left(
      `${what} is written by ${wanted}, which is not installed: npm install ${wanted}, or choose csv or jsonl`
    )
  )
})

test.each([
  [[], 2, /required option '--over <input=values>' not specified/],
  [
    ['--over', 'temperature'],
    2,
    /is invalid\. expected name=from\.\.to or name=value, value, got "temperature"\./
  ],
  [
    ['--over', 'temperature=77..300 K'],
    2,
    /is invalid\. temperature: expected a unit at both ends, or at neither/
  ],
  [
    ['--over', 'temperature=4 K..5 K', '--temperature', '3 K'],
    1,
    /temperature: it varies, and is said to be 3 K/
  ],
  [
    ['--over', 'temperatur=4 K..5 K'],
    1,
    /"temperatur" is no input of this workload: did you mean temperature\?/
  ],
  [['--over', 'temperature=4 J..5 K', '--duration', '1 K'], 1, /--duration: expected a time/]
])('%j is refused, and nothing is written', async (args, code, message) => {
  const { io, said, written } = terminal(exampleFiles)
  expect(await run(['sweep', brain, ...args, '-o', 'out.csv'], io)).toBe(code)
  expect(said().error.replace(/\s+/g, ' ')).toMatch(message)
  expect(written.size).toBe(0)
})

test('a text of an axis is a cell of CSV', async () => {
  const { out } = await sweep('--over', 'updates=one per flop, 1e20 update')
  expect(out.split('\r\n').map((row) => row.split(',')[0])).toEqual([
    'updates',
    'one per flop',
    '1e20 update',
    ''
  ])
})

test('how far it is stands on a terminal, and is gone at the end', async () => {
  const lines: string[] = []
  let now = 0
  const { io } = terminal(exampleFiles, { status: (line) => lines.push(line), now: () => (now += 150) })
  expect(await run(['sweep', brain, '--over', 'temperature=4 K..400 K:32768', '-o', 'out.csv'], io)).toBe(0)
  expect(lines[0]).toMatch(/^50 % of 32768 points, \S+ a second$/)
  expect(lines.at(-1)).toBe('')
})

test('a picture over operations is that over the flops that they are', async () => {
  const ends = ['--from', '1e20 flop', '--to', '1e22 flop']
  const asked = await limen(exampleFiles, 'draw', 'sweep', brain, '--input', 'operations', ...ends)
  expect(asked).toEqual(await limen(exampleFiles, 'draw', 'sweep', brain, '--input', 'flops', ...ends))
  expect(asked.code).toBe(0)
})

test('designs by name are an axis: their total is the row `design`, as it is beside the others', async () => {
  const design = JSON.stringify({
    name: 'my chip',
    parts: [{ name: 'write', place: 'update', figure: '3 pJ/update' }]
  })
  const files = { ...exampleFiles, 'chip.json': design }
  const over = ['--over', 'temperature=77 K, 300 K', '--format', 'jsonl']
  const chip = ['--design', 'chip.json']
  const names = 'design=h100 pcie, my chip, A100 PCIe'
  const { out, error, code } = await limen(files, 'sweep', brain, '--over', names, ...over, ...chip)
  expect({ error, code }).toEqual({ error: '', code: 0 })
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  expect(Object.keys(rows[0]!)).toEqual([
    'design',
    'temperature',
    ...[...paradigms, 'design'].map((name) => `${name}_J`)
  ])
  // 6e28 flop at 350 W / 756 TFLOP/s, 6e28 updates at 3 pJ, 6e28 flop at 300 W / 312 TFLOP/s.
  for (const [at, name, joules] of [
    [0, 'NVIDIA H100 PCIe', (6e28 * 350) / 756e12],
    [2, 'my chip', 6e28 * 3e-12],
    [4, 'NVIDIA A100 PCIe', (6e28 * 300) / 312e12]
  ] as const) {
    expect(rows[at]!['design']).toBe(name)
    expect((rows[at]!['design_J'] as number) / joules).toBeCloseTo(1, 12)
  }
  // What has been named on the axis is no row of its own; other designs are.
  const beside = await limen(files, 'sweep', brain, '--over', 'design=A100 PCIe', ...over, ...chip)
  expect(Object.keys(JSON.parse(beside.out.split('\n')[0]!) as object)).toEqual([
    'design',
    'temperature',
    ...[...paradigms, 'my chip', 'design'].map((name) => `${name}_J`)
  ])
})

test('what is no design is told by its name, all at once', async () => {
  const { code, error } = await sweep('--over', 'design=H100, my chp')
  expect(code).toBe(1)
  expect(error).toContain('design: the cited hardware "H100" may be any of "NVIDIA H100 PCIe"')
  expect(error).toContain('design: there is no cited hardware "my chp"')
  expect((await sweep('--over', 'design=a..b')).error).toContain(
    'design: expected names of designs, such as design=H100 PCIe, A100 PCIe'
  )
})

test('several workloads are an axis: the tables of each, one after the other', async () => {
  const files = ['examples/brain-scale.json', 'examples/gpt-3.json', 'examples/lenet-5.json']
  const over = ['--over', 'temperature=4 K..400 K:5000']
  const tables = await Promise.all(files.map((file) => limen(exampleFiles, 'sweep', file, ...over)))
  const together = await limen(exampleFiles, 'sweep', ...files, ...over)
  const linesOf = ({ out }: { readonly out: string }): readonly string[] => out.trimEnd().split('\r\n')
  expect(linesOf(together)).toEqual([
    `workload,${linesOf(tables[0]!)[0]!}`,
    ...['brain-scale', 'gpt-3', 'lenet-5'].flatMap((name, at) =>
      linesOf(tables[at]!)
        .slice(1)
        .map((line) => `${name},${line}`)
    )
  ])
})

test('all that is wrong with several workloads is told, and what does not stand in one table', async () => {
  const over = ['--over', 'temperature=4 K, 5 K']
  const bad = { ...exampleFiles, 'a.json': '{}', 'b.json': '[' }
  const { code, error } = await limen(bad, 'sweep', brain, 'a.json', 'b.json', ...over)
  expect(code).toBe(1)
  expect(error).toMatch(/a\.json[^]*b\.json/)
  const own = JSON.parse(exampleText('brain-scale')) as object
  const parts = [{ name: 'write', place: 'update', figure: '3 pJ/update' }]
  const chip = { ...bad, 'own.json': JSON.stringify({ ...own, designs: [{ name: 'my chip', parts }] }) }
  expect(await limen(chip, 'sweep', brain, 'own.json', ...over)).toEqual({
    code: 1,
    out: '',
    error: 'limen: own: expected the columns of brain-scale, of which number 9 is nothing, got "my chip"\n'
  })
})

test('--dialect prints a query that makes its table itself, and what is of no query is refused', async () => {
  const over = ['--over', 'temperature=4 K..400 K:3']
  const { code, out, error } = await sweep(...over, '--dialect', 'duckdb', '--least', 'cim')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/unnest\(\[4e0, 40e0, 400e0\]\) AS "temperature"/)
  expect(out).toMatch(/ORDER BY "cim" LIMIT 1\n$/)
  const late = await sweep(...over, '--dialect', 'duckdb', '--duration', '1 ns')
  expect([late.code, late.error]).toEqual([0, expect.stringMatching(/^limen: floor has no value here: /)])
  for (const [flags, message] of [
    [['--least', 'cim'], '--least: only a query has that (--dialect)'],
    [
      ['--dialect', 'spark', '--least', 'cim', '--front', 'cim,floor'],
      '--least and --front: expected one of them'
    ],
    [['--dialect', 'spark', '--certified', '--threads', '2'], '--certified: expected it without --threads'],
    [
      ['--dialect', 'spark', '--format', 'csv', '--threads', '2'],
      '--format and --threads: a query is no table yet'
    ],
    [['examples/gpt-3.json', '--dialect', 'spark'], '--dialect: a query is of one workload']
  ] as const)
    expect(await sweep(...over, ...flags)).toEqual({ code: 2, out: '', error: `limen: ${message}\n` })
})

test('--certified: two columns for each row, also of values that are uncertain', async () => {
  const over = ['--over', 'temperature=300 K, 300 K ± 30 K', '--certified']
  const { code, out, error } = await sweep(...over, '--precision', '8 bit ± 1 bit', '--format', 'jsonl')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, number>>)
  expect(Object.keys(rows[0]!)).toEqual([
    'temperature',
    ...paradigms.flatMap((name) => [`${name}.lower_J`, `${name}.upper_J`])
  ])
  for (const row of rows)
    for (const name of paradigms) expect(row[`${name}.lower_J`]).toBeLessThan(row[`${name}.upper_J`]!)
  expect(await sweep(...over, '--threads', '2')).toEqual({
    code: 2,
    out: '',
    error: 'limen: --certified: expected it without --threads\n'
  })
})

test('--certified --picture draws one end of a row, which has to be said', async () => {
  const over = ['--over', 'temperature=4 K..400 K:3', '--over', 'reuse=1..100:3', '--certified']
  const { code, out } = await sweep(
    ...over,
    '--row',
    'cim.lower',
    '--precision',
    '8 bit ± 1 bit',
    '--picture',
    '-'
  )
  expect(code).toBe(0)
  expect(out).toContain('compute-in-memory with static memory, lower end')
  expect(await sweep(...over, '--picture', '-')).toEqual({
    code: 1,
    out: '',
    error:
      'limen: limDissipated is enclosed, and a colour is one value: expected limDissipated.lower or limDissipated.upper\n'
  })
})

test('--picture draws a row over two inputs, the first to the right, and what is no flag of it is refused', async () => {
  const over = ['--over', 'precision=4 bit, 8 bit', '--over', 'temperature=4 K..400 K:5']
  const { io, said, written } = terminal(exampleFiles)
  expect(await run(['sweep', brain, ...over, '--row', 'cim', '--picture', 'grid.svg'], io)).toBe(0)
  expect(said()).toEqual({ out: '', error: '' })
  expect(written.get('grid.svg')).toMatch('>precision, in bit</text>')
  for (const [flags, code, message] of [
    [['--row', 'cim'], 2, '--row: only a picture has that (--picture)'],
    [['--picture', 'a.svg', '--format', 'csv', '-o', 'a'], 2, '--format and --output: a picture is no table'],
    [['--picture', 'a.csv'], 2, 'a.csv: a picture is written as .svg, .png, .pdf, and not as .csv'],
    [['--picture', 'a.svg', '--row', 'cmi'], 1, '"cmi" is no row of this ledger: did you mean cim?']
  ] as const)
    expect(await sweep(...over, ...flags)).toEqual({ code, out: '', error: `limen: ${message}\n` })
})

describe('by threads', () => {
  const { module, remove } = bundled('src/cli/sweep-thread.ts')
  afterAll(remove)

  const over = ['--over', 'updates=one per flop, 1e20 update']
  const many = ['--over', 'temperature=1 mK..400 K:17000']
  const design = JSON.stringify({
    name: 'own',
    parts: [{ name: 'write', place: 'update', figure: '3 pJ/update' }]
  })
  const trace = 'step,updates,relative_step\n1,10,1\n2,10,0.5\n'
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
  const written = async (...args: readonly string[]) => {
    const status: string[] = []
    const { io, said, written } = terminal(
      { ...exampleFiles, 'own.json': design, 'trace.csv': trace },
      {
        threads: (count, reading) => startThreads(count, module, reading),
        status: (line) => status.push(line)
      }
    )
    const code = await run(['sweep', brain, 'examples/gpt-3.json', ...over, ...args], io)
    const { out, error } = said()
    return { code, error, files: [...written.values()].map(digest), out: digest(out), last: status.at(-1) }
  }

  test.each([
    [[...many, '--design', 'own.json', '--design', 'H100 PCIe']],
    [[...many, '--trace', 'trace.csv', '--format', 'jsonl', '-o', 'a']],
    [['--attempt-rate', '100 kHz', '--over', 'temperature=1 mK..400 K:50', '-o', 'a.arrow']],
    [[...many, '-o', 'a.parquet']]
  ])(
    '%j: the same table, and the same said',
    async (args) => {
      const one = await written(...args)
      expect(one.code).toBe(0)
      expect(await written(...args, '--threads', '3')).toEqual(one)
    },
    120_000
  )

  test('a number of threads that is none is refused', async () => {
    expect((await written('--threads', '0')).error.replace(/\s+/g, ' ')).toMatch(
      /'--threads <n>' argument '0' is invalid. Expected a whole number from 1 to 256/
    )
  })

  test('where a thread fails, nothing is written, and it is no fault of the disk', async () => {
    const { io, written } = terminal(exampleFiles, {
      threads: () => Promise.reject(threadError('no luck'))
    })
    const args = ['sweep', brain, ...over, '--threads', '2', '-o', 'a.csv']
    await expect(run(args, io)).rejects.toMatchObject({ name: 'ThreadError' })
    expect(written.size).toBe(0)
  })
})
