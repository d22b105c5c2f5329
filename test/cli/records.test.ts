/** `limen estimate --jsonl`: a line out for each record in, and no bad one stops the others. */
import { gzipSync } from 'node:zlib'
import { run } from '../../src/cli/run'
import { ledgerJson } from '../../src/report/data/ledger'
import { exampleText, examples, least, readEstimate } from '../estimate/files'
import { limen, systemError, terminal, type Files, type Outcome } from './terminal'

interface Line {
  readonly format: string
  readonly name?: string
  readonly record?: number
  readonly problems?: readonly { pointer: string; line?: number; column?: number; message: string }[]
}

const linesOf = ({ out }: Outcome): readonly Line[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)

const many = (files: Files, ...args: readonly string[]): Promise<Outcome> =>
  limen(files, 'estimate', '--jsonl', ...args)

const compact = (json: string): string => JSON.stringify(JSON.parse(json))

const good = examples.map((name) => compact(exampleText(name)))
const bad = '{ "name": 5, "workload": {} }'

describe('JSON Lines on standard input', () => {
  test('give a line each, with the same ledger as the file alone', async () => {
    const outcome = await many({ '-': `${good.join('\n')}\n` })
    expect({ code: outcome.code, error: outcome.error }).toEqual({ code: 0, error: '' })
    const alone = examples.map((name) => JSON.parse(ledgerJson(readEstimate(exampleText(name)))) as unknown)
    expect(linesOf(outcome)).toEqual(alone)
  })

  test('may be asked for by a dash, gzipped, end without a line break, or have blank lines and CRLF between', async () => {
    const { out } = await many({ '-': `${good.join('\n')}\n` })
    expect((await many({ '-': good.join('\n') }, '-')).out).toBe(out)
    expect((await many({ '-': gzipSync(good.join('\n')) })).out).toBe(out)
    expect((await many({ '-': `\uFEFF${good.join('\r\n\r\n')}\r\n` })).out).toBe(out)
  })

  test('that are none give none', async () => {
    expect(await many({ '-': '' })).toEqual({ code: 0, out: '', error: '' })
  })

  test('tell what is wrong with a bad one in its place, and go on', async () => {
    const source = [good[0], bad, '', '{ "name": ', good[1]].join('\n')
    const outcome = await many({ '-': source })
    expect(outcome.code).toBe(1)
    const [first, second, third, fourth, ...rest] = linesOf(outcome)
    expect(rest).toEqual([])
    expect([first!.format, fourth!.format]).toEqual(['limen.estimate/2', 'limen.estimate/2'])
    expect(second).toMatchObject({ format: 'limen.problems/1', record: 2 })
    expect(second!.problems!.length).toBeGreaterThan(3)
    expect(second!.problems![0]).toEqual({
      pointer: '/name',
      line: 2,
      column: 11,
      message: 'expected a text, got 5'
    })
    expect(third).toMatchObject({ record: 3, problems: [{ pointer: '', line: 4 }] })
  })

  test('take the flags of one, for each', async () => {
    const hot = await many({ '-': good.join('\n') }, '--temperature', '200 K')
    const each = examples.map(
      (name) => JSON.parse(ledgerJson(readEstimate(exampleText(name), { temperature: '200 K' }))) as unknown
    )
    expect(linesOf(hot)).toEqual(each)
  })

  test('may be certified', async () => {
    const outcome = await many({ '-': good[0]! }, '--certified')
    expect(linesOf(outcome).map(({ format }) => format)).toEqual(['limen.certified-estimate/2'])
  })

  test('that break off have given what came before', async () => {
    const torn = gzipSync(good.join('\n').repeat(4))
    const outcome = await many({ '-': torn.subarray(0, torn.length - 20) })
    expect(outcome.code).toBe(1)
    expect(linesOf(outcome).at(-1)!.problems![0]!.message).toBe(
      'standard input: the gzip data end before their end'
    )
  })
})

describe('files', () => {
  const files: Files = {
    'a.json': exampleText('gpt-3'),
    'b.json': JSON.stringify(least, null, 2),
    'bad.json': '{\n  "name": 5,\n  "workload": {}\n}',
    'lines.jsonl': good.join('\n'),
    'folder': systemError('EISDIR')
  }

  test('are a record each, and those of lines are one for each line', async () => {
    const lines = linesOf(await many(files, 'b.json', 'lines.jsonl', 'a.json'))
    const names = examples.map((name) => (JSON.parse(exampleText(name)) as Line).name)
    expect(lines.map(({ name }) => name)).toEqual(['least', ...names, 'GPT-3 175B'])
  })

  test('that are not there, or bad, have their problems in their places', async () => {
    const outcome = await many(files, 'none.json', 'a.json', 'bad.json', 'folder', 'b.json')
    expect(outcome.code).toBe(1)
    const lines = linesOf(outcome)
    expect(lines.map(({ record }) => record)).toEqual([1, undefined, 3, 4, undefined])
    expect(lines[0]!.problems).toEqual([{ pointer: '', message: 'none.json: there is no such file' }])
    expect(lines[2]!.problems![0]).toMatchObject({ pointer: '/name', line: 2 })
    expect(lines[3]!.problems).toEqual([{ pointer: '', message: 'folder: it is a folder' }])
  })
})

test('a reader that is slow is waited for, after every record', async () => {
  const order: string[] = []
  const { io } = terminal(
    { '-': `${good[0]!}\n${good[1]!}\n` },
    {
      out: () => void order.push('out'),
      drained: async () => {
        await Promise.resolve()
        order.push('drained')
      }
    }
  )
  expect(await run(['estimate', '--jsonl'], io)).toBe(0)
  expect(order).toEqual(['out', 'drained', 'out', 'drained'])
})

test.each([
  [['--jsonl', '--ai-model', 'gpt-3'], 'limen: expected --jsonl or --ai-model, got both\n'],
  [['--jsonl', '--format', 'csv'], 'limen: --jsonl prints JSON, and no other format\n']
])('%s is wrong usage', async (args, error) => {
  expect(await limen({ '-': '' }, 'estimate', ...args)).toEqual({ code: 2, out: '', error })
})
