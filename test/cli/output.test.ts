/** Names of files that are written: what they end as is what they hold, or nothing is written. */
import { run } from '../../src/cli/run'
import { exampleFiles } from '../estimate/files'
import { terminal } from './terminal'

const lenet = 'examples/lenet-5.json'

/** What is written under the last of some arguments, or why not. */
const written = async (...args: readonly string[]): Promise<readonly [code: number, told: string]> => {
  const { io, said, written: files } = terminal(exampleFiles)
  const code = await run(args, io)
  const [text] = [...files.values()]
  return [code, text === undefined ? said().error : text.slice(0, 40)]
}

test.each([
  ['a picture', ['draw', 'ledger', lenet, '-o'], ['x.gif', 'x.jpeg', 'X.HTML', 'x.gif.gz']],
  ['a picture', ['draw', 'hardware', '-o'], ['x.webp']],
  ['an explorer', ['explore', lenet, '-o'], ['e.md', 'e.pdf']],
  ['a report', ['report', lenet, '-o'], ['r.docx', 'r.svg']],
  ['a trace', ['solve', 'examples/control-qp.json', '--save-trace'], ['t.json', 't.csv.zip']]
])('%s is not written as what it is not', async (what, args, names) => {
  for (const name of names) {
    const ending = /\.(\w+)(?:\.gz)?$/.exec(name)![1]!.toLowerCase()
    const [code, told] = await written(...args, name)
    expect(code).toBe(2)
    expect(told).toMatch(`limen: ${name}: ${what} is written as .`)
    expect(told).toMatch(`, and not as .${ending}\n`)
  }
})

test.each([
  [['draw', 'ledger', lenet, '-o'], ['x', 'x.svg', 'x.SVG.gz', 'a.d/x', '.x', 'x.2026', 'x.gz'], /^<svg /],
  [['explore', lenet, '-o'], ['x', 'x.htm', 'x.html.gz'], /^<!doctype html>/],
  [['report', lenet, '-o'], ['x', 'x.HTM', 'x.html'], /^<!doctype html>/],
  [['report', lenet, '-o'], ['x.md', 'x.markdown', 'x.md.gz'], /^# /],
  [['report', lenet, '--format', 'markdown', '-o'], ['x.txt'], /^# /],
  [['solve', 'examples/control-qp.json', '--save-trace'], ['t', 't.csv', 't.csv.gz'], /^\w+,/],
  [['solve', 'examples/control-qp.json', '--save-trace'], ['t.jsonl', 't.NDJSON.gz'], /^\{/]
])('%s: what it is called is what it is', async (args, names, begins) => {
  for (const name of names)
    expect([name, await written(...args, name)]).toEqual([name, [0, expect.stringMatching(begins)]])
})
