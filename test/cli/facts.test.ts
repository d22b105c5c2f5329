/** `limen chips`, `devices`, `accelerators`, `ai-models`: an H100 PCIe takes 350 W for 7.56e14 flop/s, 0.463 pJ/flop. */
import { factsForm } from '../../src/report/data/form/facts'
import { factLists } from '../../src/report/facts'
import { widthOf } from '../../src/report/text/table'
import { accelerators } from '../../src/technology/accelerators'
import { chips } from '../../src/technology/chips'
import { devices } from '../../src/technology/devices'
import { citedModels } from '../../src/technology/models'
import { limen } from './terminal'

const lists = Object.keys(factLists)

test('a few are told in full: value, evidence, note and source', async () => {
  const { code, out, error } = await limen({}, 'accelerators', 'H100', 'pcie')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  const words = out.replace(/\s+/g, ' ')
  expect(words).toContain('NVIDIA H100 PCIe 463.0 fJ/flop Energy of one 16-bit operation')
  expect(words).toContain('350 W Power limit of the NVIDIA H100 PCIe (2022, specified')
  expect(words).toContain('real training is 5 to 9 times worse')
  expect(words).toContain('https://epoch.ai/data/machine-learning-hardware')
})

test('many are a table with what is known of each', async () => {
  const { out } = await limen({}, 'devices')
  expect(out).toMatch(/^ +write +pulse +levels +on +off$/m)
  expect(out).toMatch(/^RRAM of ISAAC and PRIME +120 pJ +40 ns +1\.333 kΩ +20 kΩ$/m)
  expect(out).toMatch(/^3T1C with non-volatile memory +500 ps +32 /m)
})

test.each(lists)('%s are all listed, in lines of at most 80 columns', async (list) => {
  const { code, out } = await limen({}, list)
  expect(code).toBe(0)
  for (const line of out.split('\n'))
    expect([line, widthOf(line) <= 80 || /^ {4}https:/.test(line)]).toEqual([line, true])
  const counts = {
    'chips': chips,
    'devices': devices,
    'accelerators': accelerators,
    'ai-models': citedModels
  }
  expect(out).toContain(`\n${counts[list as keyof typeof counts]().length} are cited.`)
})

test.each(lists)('%s in JSON are of their form, each fact with its source', async (list) => {
  const { code, out } = await limen({}, list, '--format', 'json')
  expect(code).toBe(0)
  const { things } = JSON.parse(out) as {
    things: readonly { facts: readonly { source: { url: string } }[] }[]
  }
  expect(factsForm.decode(JSON.parse(out))._tag).toBe('Right')
  for (const { facts } of things) {
    expect(facts.length).toBeGreaterThan(0)
    for (const { source } of facts) expect(source.url).toMatch(/^https:/)
  }
})

test('values in JSON are in coherent SI', async () => {
  const { out } = await limen({}, 'accelerators', 'h100 pcie', '--format', 'json')
  const [thing] = (JSON.parse(out) as { things: readonly { facts: readonly object[] }[] }).things
  expect(thing!.facts).toContainEqual(expect.objectContaining({ value: '350', unit: 'W' }))
})

test('case and accents do not matter, and all words have to be there', async () => {
  const count = async (...words: readonly string[]): Promise<number> =>
    (JSON.parse((await limen({}, 'ai-models', ...words, '--format', 'json')).out) as { things: unknown[] })
      .things.length
  expect(await count('LLAMA', '70b')).toBe(await count('llama', '70B'))
  expect(await count('llama', '70b')).toBeLessThan(await count('llama'))
})

test('a word that none has is wrong usage, with how many there are', async () => {
  expect(await limen({}, 'chips', 'zebra')).toEqual({
    code: 2,
    out: '',
    error: `limen: among the ${chips().length} chips that are cited none is "zebra"\n`
  })
})
