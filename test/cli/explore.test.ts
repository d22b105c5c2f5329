/** `limen explore`: a page that holds what its command was given. */
import { createHash } from 'node:crypto'
import { run } from '../../src/cli/run'
import { exampleFiles } from '../estimate/files'
import { explorerProgram, limen as command, terminal } from './terminal'

const chip = JSON.stringify({
  name: 'my chip',
  parts: [
    { name: 'write', place: 'update', figure: '12 pJ/update', evidence: 'measured', source: 'a paper' },
    { name: 'cell', place: 'update', model: 'staticWrite', inputs: { barrier: '0.25 eV' } }
  ]
})
const files: Readonly<Record<string, string>> = {
  ...exampleFiles,
  'chip.json': chip,
  'bad.json': '{\n "name": 5 }'
}

const limen = (...args: readonly string[]) => command(files, 'explore', ...args)

interface State {
  readonly value: Readonly<Record<string, unknown>>
  readonly digits?: number
}

const stateOf = (html: string): State =>
  JSON.parse(/<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html)![1]!) as State

test('goes to a file of the name asked for, and nothing to the terminal', async () => {
  const { io, said, written } = terminal(files)
  expect(await run(['explore', 'examples/brain-scale.json', '-o', 'e.html'], io)).toBe(0)
  expect(said()).toEqual({ out: '', error: '' })
  expect(written.get('e.html')).toMatch(
    /^<!doctype html>[^]*<title>Brain-scale system: explorer<[^]*<\/html>\n$/
  )
})

test('begins with the file, as it is written', async () => {
  const { out } = await limen('examples/brain-scale.json')
  expect(stateOf(out)).toEqual({ value: JSON.parse(files['examples/brain-scale.json']!) as unknown })
})

test('and with what flags say instead, uncertain or not, and digits', async () => {
  const { out } = await limen(
    'examples/brain-scale.json',
    '--temperature',
    '4 K ± 1 K',
    '--reuse',
    '128',
    '--digits',
    '9'
  )
  const { value, digits } = stateOf(out)
  expect(value['design']).toMatchObject({ temperature: '4 K ± 1 K', technology: { reuse: 128 } })
  expect(digits).toBe(9)
})

test('a cited model has what is cited and assumed of it', async () => {
  const { code, out } = await limen('--model', 'gpt-3')
  expect(code).toBe(0)
  expect(stateOf(out).value).toMatchObject({
    name: 'GPT-3 175B (davinci)',
    workload: { parameters: expect.anything() as unknown }
  })
})

test('designs stand beside it as a file of them would', async () => {
  const { out } = await limen('examples/lenet-5.json', '--design', 'chip.json')
  const [mine] = stateOf(out).value['designs'] as readonly unknown[]
  expect(mine).toEqual({
    name: 'my chip',
    parts: [
      {
        name: 'write',
        place: 'update',
        figure: '12 pJ/update',
        evidence: 'measured',
        source: expect.anything() as unknown
      },
      { name: 'cell', place: 'update', model: 'staticWrite', inputs: { barrier: '40.05441585 zJ' } }
    ]
  })
})

test('runs its own program and no other: the one whose hash its policy has', async () => {
  const { out } = await limen('examples/lenet-5.json')
  const [, hash] = /script-src 'sha256-([^']*)'/.exec(out)!
  const [, script] = /<script>(.*?)<\/script>/s.exec(out)!
  expect(createHash('sha256').update(script!).digest('base64')).toBe(hash)
  expect(script).not.toBe(explorerProgram)
  expect(script).not.toMatch('<!--')
})

test('what is wrong is told as of an estimate, and no page is written', async () => {
  const { io, said, written } = terminal(files)
  expect(await run(['explore', 'bad.json', '--temperature', '5 kT', '-o', 'e.html'], io)).toBe(1)
  expect(said().error).toMatch(/^limen: bad\.json has 3 problems\n {2}\/name \(line 2\): expected a text/)
  expect(said().error).toMatch('--temperature: expected')
  expect(written.size).toBe(0)
  expect((await limen()).code).toBe(2)
})

test('a page is not written under the name of a picture', async () => {
  const { io, said, written } = terminal(files)
  expect(await run(['explore', 'examples/lenet-5.json', '-o', 'e.png'], io)).toBe(2)
  expect(said().error).toBe('limen: e.png: an explorer is written as .html, .htm, and not as .png\n')
  expect(written.size).toBe(0)
})
