/** What a name holds is code in no output, steers nothing, and hides nowhere. */
import { execFileSync } from 'node:child_process'
import MarkdownIt from 'markdown-it'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parse } from 'yaml'
import { pluginCsv } from '../src/format/accelergy/write-plug-in-csv'
import { decodeEnergyFile } from '../src/format/energies/energy-file'
import { ledgerCsv, ledgerJson, ledgerMarkdown } from '../src/report/data/ledger'
import { estimateBundle } from '../src/report/notebook/bundles'
import { ledgerPicture } from '../src/report/picture/ledger'
import { ledgerText } from '../src/report/text/ledger'
import { oneLine } from '../src/shape/words'
import { picojoules } from '../src/units/si'
import { visible } from '../src/units/visible'
import { limen, type Files } from './cli/terminal'
import { exampleText, least, readEstimate } from './estimate/files'
import { hasPython } from './format/hwcomponents/python'
import { payloads } from './payloads'
import { all, read } from './report/picture/svg'

const json = (value: unknown): string => JSON.stringify(value, undefined, 2)

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Files in which every name is this one. */
const filesOf = (name: string): Files => ({
  'workload.json': json({ ...least, name, description: name }),
  'program.json': json({ ...(JSON.parse(exampleText('control-qp')) as object), name }),
  'energies.json': json({
    format: 'limen.energies/1',
    name,
    actions: [
      { component: name, action: name, kind: 'write', energy: '1 pJ', derivation: name },
      { component: 'a', action: 'b', kind: 'read', energy: '1 pJ', arguments: { [name]: name } },
      { component: 'a', action: 'b', kind: 'read', energy: '2 pJ', arguments: { [name]: 'c' } }
    ],
    totals: [{ component: name, part: 'energy', energy: '1 J' }],
    notes: [name]
  }),
  'cells.json': json({
    format: 'limen.energies/1',
    name,
    actions: ['read', 'write', 'update', 'leak'].map((action) => ({
      ...{ component: name, action, kind: 'read', energy: '1 pJ', derivation: name }
    })),
    notes: [name]
  }),
  [`./model ${name}`]: json({
    type: 'BinaryQuadraticModel',
    version: { bqm_schema: '3.0.0' },
    use_bytes: false,
    ...{ index_type: 'int32', bias_type: 'float64', num_variables: 2, num_interactions: 1 },
    variable_labels: [name, 'b'],
    variable_type: 'SPIN',
    ...{ offset: 0, info: {}, linear_biases: [1, -1] },
    ...{ quadratic_biases: [1], quadratic_head: [0], quadratic_tail: [1] }
  }),
  'log.csv': `step,${quoted(name)}\n${[1, 2, 3].map((at) => `${at},${1 / at}`).join('\n')}\n`,
  'bad.json': json({
    ...least,
    name,
    [name]: name,
    workload: { ...least.workload, duration: name }
  }),
  'bad.yaml': `ERT: ${json(name)}`,
  [`./${name}`]: name
})

type Form = 'text' | 'json' | 'csv' | 'markdown' | 'svg' | 'html' | 'yaml' | 'python'
type Output = readonly [Form, string]

/** What a command prints, and what it says of problems. */
const printing =
  (files: Files) =>
  async (form: Form, ...args: readonly string[]): Promise<readonly Output[]> => {
    const { out, error } = await limen(files, ...args)
    return [
      [form, out],
      ['text', error]
    ]
  }

/** What is made of a name in every form. */
const outputsOf = async (name: string): Promise<readonly Output[]> => {
  const files = filesOf(name)
  const printed = printing(files)
  const estimate = readEstimate(files['workload.json'] as string)
  // What the plug-in cannot hold is refused.
  const tables = pipe(
    decodeEnergyFile(files['energies.json'] as string, 'energies.json'),
    E.chain((table) => pluginCsv(table, { missing: picojoules(0) })),
    E.match(
      () => '',
      (written) => written.map(({ text }) => text).join('')
    )
  )
  const outputs = [
    ...(['text', 'json', 'csv', 'markdown'] as const).map((form) =>
      printed(form, 'compare', 'energies.json', '--format', form)
    ),
    ...(['text', 'json'] as const).flatMap((form) => [
      printed(form, 'solve', `./model ${name}`, '--format', form, '--sweeps', '5'),
      printed(form, 'trace', 'log.csv', '--column', `relativeStep=${name}`, '--format', form),
      printed(form, 'trace', `./${name}`, '--format', form)
    ]),
    printed('json', 'estimate', '--jsonl', 'bad.json'),
    ...(
      [
        ['json', 'json'],
        ['yaml', 'ert'],
        ['python', 'hwcomponents']
      ] as const
    ).map(([form, to]) => printed(form, 'convert', 'energies.json', '--to', to)),
    printed('csv', 'convert', 'cells.json', '--to', 'plugin'),
    ...[
      ['estimate', 'bad.json'],
      ['estimate', `./${name}`],
      ['estimate', `./none ${name}`],
      ['compare', 'bad.yaml'],
      ['compare', 'bad.json'],
      ['compare', 'energies.json', '--bits', `${name}=3`],
      ['solve', `./${name}`],
      ['explain', 'workload.json', name],
      ['estimate', '--model', name],
      ['estimate', 'workload.json', '--duration', name],
      ['draw', 'sweep', 'workload.json', '--input', name, '--from', '1', '--to', '2'],
      ['show', `./${name}`],
      ['schema', `./${name}`]
    ].map((args) => printed('text', ...args))
  ]
  return [
    ['text', ledgerText(estimate)],
    ['json', ledgerJson(estimate)],
    ['csv', ledgerCsv(estimate)],
    ['markdown', ledgerMarkdown(estimate)],
    ['svg', ledgerPicture(estimate)],
    ['csv', tables],
    ...(await Promise.all(outputs)).flat()
  ]
}

/** What takes long, of a workload of this name. */
const longOutputsOf = async (name: string): Promise<readonly Output[]> => {
  const files = filesOf(name)
  const printed = printing(files)
  const notebook = estimateBundle(readEstimate(files['workload.json'] as string))
  const outputs = [
    printed('json', 'estimate', '--jsonl', '--certified', 'workload.json'),
    printed('markdown', 'report', 'workload.json', '--format', 'markdown'),
    printed('html', 'report', 'workload.json'),
    printed('text', 'explain', 'workload.json', 'floor'),
    printed('json', 'explain', 'workload.json', 'floor', '--format', 'json'),
    printed('text', 'solve', 'program.json'),
    printed('svg', 'draw', 'barrier', 'workload.json'),
    printed('svg', 'draw', 'sensitivity', 'workload.json', '--figure', 'floor'),
    printed('svg', 'draw', 'sweep', 'workload.json', '--input', 'temperature', '--from', '1 K', '--to', '2 K')
  ]
  return [
    ...(await Promise.all(outputs)).flat(),
    ['text', notebook['text/plain']],
    ['markdown', notebook['text/markdown']!],
    ['html', notebook['text/html']!]
  ]
}

/** What steers a terminal, turns or parts a text, has no width, or is no character. */
const hidden =
  // eslint-disable-next-line no-control-regex -- they are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\u{1ffff}\u{e0000}-\u{e007f}]|\p{Surrogate}/u

/** Not every reader of Markdown minds where a link leads to. */
const reader = new MarkdownIt({ html: true })
reader.validateLink = () => true

/** What a reader of Markdown sees that is more than text. */
const signsOf = (text: string): readonly string[] =>
  reader
    .parse(text, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap(({ type, attrs }) => [type, ...(attrs ?? []).flat().map(String)])
    .filter((type) => !/^(text|text_special|code_inline|inline)$/.test(type))

/** The first line of a document, as it is read. */
const titleOf = (text: string): string =>
  (reader.parse(text, {}).find(({ type }) => type === 'inline')?.children ?? [])
    .map(({ content }) => content)
    .join('')

const elementsOf = (html: string): ReadonlySet<string> =>
  new Set(
    [...html.replace(/<style>.*?<\/style>/gs, '').matchAll(/<[^>]*>/g)].map(([tag]) =>
      tag.replace(/="[^"]*"/g, '')
    )
  )

/** Cells as a spreadsheet has them that parts them by this sign. */
const cellsOf = (text: string, separator: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const cells: string[] = []
    const cell = new RegExp(`("(?:[^"]|"")*"|)([^${separator}]*)(?:${separator}|$)`, 'y')
    while (cell.lastIndex < line.length) {
      const [, inQuotes = '', rest = ''] = cell.exec(line)!
      cells.push(inQuotes.slice(1, -1).replaceAll('""', '"') + rest)
    }
    return cells
  })

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

/** Whether a text is but text in its form, as it is where its names are plain. */
const check = (name: string, form: Form, text: string, usual: string): void => {
  // The line breaks of CSV, and what MathML multiplies and applies with, are of the form.
  const own = { csv: /\r(?=\n)/g, html: /[\u2061-\u2063]/g }[form as string]
  expect(own === undefined ? text : text.replace(own, '')).not.toMatch(hidden)
  switch (form) {
    case 'json':
      if (text !== '') JSON.parse(text)
      break
    case 'csv':
      for (const separator of [',', ';', '\t'])
        for (const cell of cellsOf(text, separator))
          if (!isNumber(cell)) expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/)
      break
    case 'markdown':
      expect(signsOf(text)).toEqual(signsOf(usual))
      expect(titleOf(text)).toBe(titleOf(usual).replace('plain', () => oneLine(name)))
      break
    case 'html':
      expect(elementsOf(text)).toEqual(elementsOf(usual))
      break
    case 'svg': {
      const names = new Set(all(read(usual)).map((tag) => tag.name))
      for (const tag of all(read(text))) {
        expect(names).toContain(tag.name)
        expect(Object.keys(tag.attributes).filter((key) => /^on|href/i.test(key))).toEqual([])
      }
      break
    }
    case 'yaml':
    case 'python':
    case 'text': // are read below
  }
}

const entries = Object.entries(payloads)

test('there are more payloads than were tried by hand', () => {
  expect(entries.length).toBeGreaterThan(29)
})

describe('a name is a name:', () => {
  let plain: readonly Output[] = []
  beforeAll(async () => {
    plain = await outputsOf('plain')
  })

  test('all forms have one', () => {
    const printed = plain.filter(([form, text]) => form !== 'text' && text !== '')
    expect(printed.map(([form]) => form).sort()).toEqual(
      [
        ...Array<string>(4).fill('csv'),
        ...Array<string>(6).fill('json'),
        'markdown',
        'markdown',
        'python',
        'svg',
        'yaml'
      ].sort()
    )
  })

  test.each(entries)('%s', async (_, name) => {
    ;(await outputsOf(name)).forEach(([form, text], at) => {
      check(name, form, text, plain[at]![1])
    })
  })
})

test('all of them in one are', async () => {
  const plain = await longOutputsOf('plain')
  const name = entries.map(([, each]) => each).join(' ')
  const outputs = await longOutputsOf(name)
  outputs.forEach(([form, text], at) => {
    check(name, form, text, plain[at]![1])
  })
})

test.each(entries)('%s is the same, where a form can say it', async (_, name) => {
  const files = filesOf(name)
  const of = async (...args: readonly string[]): Promise<string> => (await limen(files, ...args)).out
  expect(JSON.parse(await of('estimate', 'workload.json', '--format', 'json'))).toMatchObject({ name })
  expect(decodeEnergyFile(await of('convert', 'energies.json', '--to', 'json'), 'x')).toMatchObject({
    right: { name, actions: [{ component: name }, {}, {}] }
  })
  if (!/\p{Surrogate}/u.test(name))
    expect(parse(await of('convert', 'energies.json', '--to', 'ert'))).toMatchObject({
      ERT: { tables: [{ name, actions: [{ name }] }, { name: 'a' }] }
    })
})

const python = hasPython ? test : (test.skip as typeof test)

python('to Python a name is a text, whatever it is', async () => {
  const modules = await Promise.all(
    entries.map(
      async ([, name]) => (await limen(filesOf(name), 'convert', 'energies.json', '--to', 'hwcomponents')).out
    )
  )
  const script = `
import ast, json, sys
def kinds(of):
    tree = ast.parse(of)
    calls = sorted({ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)})
    return [[type(node).__name__ for node in tree.body], calls]
print(json.dumps([kinds(of) for of in json.load(sys.stdin) if of != '']))`
  const found = JSON.parse(
    execFileSync('python3', ['-c', script], { input: JSON.stringify(modules) }).toString()
  ) as readonly (readonly [readonly string[], readonly string[]])[]
  expect(found.length).toBeGreaterThan(entries.length / 2)
  for (const [statements, calls] of found) {
    expect(statements).toEqual(['Expr', 'ImportFrom', 'ClassDef', 'ClassDef'])
    expect(calls).toEqual(['ActionCost', 'super', 'super().__init__'])
  }
})

test('a name on a terminal is a line, or a cell, with nothing left out', async () => {
  for (const [, name] of entries) {
    const { out } = await limen(filesOf(name), 'estimate', 'workload.json')
    expect(out.split('\n')[0]).toBe(oneLine(name))
    if (!/\s/.test(name)) expect(out.split('\n')[0]).toBe(visible(name))
  }
})
