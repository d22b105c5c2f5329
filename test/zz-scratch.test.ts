import { readFileSync, readdirSync } from 'node:fs'
import * as ts from 'typescript'
import * as index from '../src/index'
import * as E from 'fp-ts/lib/Either.js'
import * as a from '../src/ledger/headroom'
import * as b from '../src/report/headroom'
import * as c from '../src/report/headroom-text'
import * as d from '../src/report/headroom-data'
import * as e from '../src/report/formats/ert'
import * as f from '../src/report/formats/plugin-csv'
import * as g from '../src/report/formats/hwcomponents'
import * as h from '../src/report/formats/energies-json'
import * as i from '../src/schema/formats/ert'
import { energies } from './cli/energies'
const limen: any = { ...index, ...a, ...b, ...c, ...d, ...e, ...f, ...g, ...h, ...i }
const shown = (value: unknown): string => {
  if (typeof value === 'string') return `'${value}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const { _tag, right, left } = value as any
  if (_tag === 'Right') return `right(${shown(right)})`
  if (_tag === 'Left') return `left: ${left!.message}`
  return 'exact' in value || 'lower' in value ? limen.format(value) : JSON.stringify(value)
}
const checked = (code: string): string =>
  code
    .replace(/\n\/\/ (right|left)/g, ' // $1')
    .replace(/^(console\.log\(.*\))\n\/\/ (.*)$/gm, '$1 // $2')
    .replace(/console\.log\((.*)\) \/\/ (.*)$/gm, (_, logged: string, beside: string) => `__logs(${JSON.stringify(beside)}, ${logged})`)
    .replace(/^(?!import|const|let|if|\s|\/\/|\}|\))(.*\)|.*\w) \/\/ (.*)$/gm, (_, given: string, beside: string) => `__gives(${JSON.stringify(beside.replace(/(, in .*)$/, ''))}, ${given})`)
const md = [...readFileSync('docs/other-tools.md', 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ''], at) => ({ place: `md ${at}`, code }))
const files = ['src/ledger/headroom.ts', 'src/ledger/headroom/floor-table.ts', 'src/report/headroom-text.ts', 'src/report/formats/ert.ts', 'src/report/formats/plugin-csv.ts', 'src/report/formats/hwcomponents.ts', 'src/report/formats/energies-json.ts']
const src = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^\s*\* @example\n((?:^\s*\*(?! @|\/).*\n)+)/gm)].map(([, lines = ''], at) => ({ place: `${file} ${at}`, code: lines.replace(/^\s*\* ?/gm, '') })))
test.each([...md, ...src])('$place', ({ code }) => {
  const { outputText } = ts.transpileModule(checked(code), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true } })
  expect.hasAssertions()
  new Function('require', 'exports', '__logs', '__gives', outputText)((n: string) => (n === 'limen' ? limen : require(n)), {},
    (beside: string, ...values: unknown[]) => { expect(values.join(' ')).toBe(beside) },
    (beside: string, value: unknown) => { expect(shown(value)).toBe(beside) })
})
const world = Object.fromEntries(['', 'other-tools/'].flatMap((folder) => readdirSync(`examples/${folder}`, { withFileTypes: true }).filter((x) => x.isFile()).map((x) => [`examples/${folder}${x.name}`, readFileSync(`examples/${folder}${x.name}`, 'utf8')])))
const commands = [...readFileSync('docs/other-tools.md', 'utf8').matchAll(/^limen (.*)$/gm)].map(([, l = '']) => [...l.replace(/ > \S+$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, x, y, z]) => x ?? y ?? z ?? ''))
test.each(commands.map((x) => [x]))('%j', async (args) => {
  const { code, out, error } = await energies(world, args)
  process.stdout.write(`$ ${args.join(' ')}\n${out}\n`)
  expect({ code, error }).toEqual({ code: 0, error: '' })
})
