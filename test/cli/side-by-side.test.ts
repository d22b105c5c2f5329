/** `limen estimate a.json b.json`: a column for each file, with what each says by itself. */
import { widthOf } from '../../src/report/text/table'
import { examples, exampleText, readEstimate } from '../estimate/files'
import { figure } from '../../src/report/ledger'
import { limen } from './terminal'

const files = Object.fromEntries(examples.map((name) => [`in/${name}.json`, exampleText(name)]))

test('has the floor and the rows of each, with decades above its own floor', async () => {
  const { code, out, error } = await limen(files, 'estimate', 'in/brain-scale.json', 'in/qp-cold.json')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/^ +brain-scale +qp-cold$/m)
  expect(out).toMatch(/^lower bound\n {2}floor +22\.97 µJ +19\.29 zJ$/m)
  expect(out).toMatch(/^ {2}bitFlip +159\.0 MJ +12\.8 +2\.062 aJ +2\.0$/m)
})

test('of all examples fits 80 columns, and leaves out no file and no row', async () => {
  const { code, out } = await limen(files, 'estimate', ...Object.keys(files))
  expect(code).toBe(0)
  for (const line of out.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
  for (const name of examples)
    for (const { total } of readEstimate(exampleText(name)).ledger.paradigms)
      expect(out).toContain(figure(total.energy))
})

test('files of one name are told apart by their folders', async () => {
  const twins = { 'a/x.json': exampleText('qp-cold'), 'b/x.json': exampleText('gpt-3') }
  const { out } = await limen(twins, 'estimate', ...Object.keys(twins))
  expect(out).toMatch(/^ +a\/x\.json +b\/x\.json$/m)
})

test('flags hold for all of them', async () => {
  const args = ['in/brain-scale.json', 'in/lenet-5.json'] as const
  const warm = (await limen(files, 'estimate', ...args)).out
  const cold = (await limen(files, 'estimate', ...args, '--temperature', '3 K')).out
  const floors = (text: string) => /^ {2}floor +(\S+ \S+) +(\S+ \S+)$/m.exec(text)!.slice(1)
  expect(floors(warm)).toEqual(['22.97 µJ', '1.378 fJ'])
  // A floor is proportional to the temperature.
  expect(floors(cold)).toEqual(['229.7 nJ', '13.78 aJ'])
})

test('what is wrong with each file is said, and nothing else', async () => {
  const bad = { ...files, 'bad.json': '[]', 'worse.json': '{' }
  const { code, out, error } = await limen(
    bad,
    'estimate',
    'bad.json',
    'in/gpt-3.json',
    'worse.json',
    'none.json'
  )
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(error).toContain('bad.json has a problem')
  expect(error).toContain('worse.json has a problem')
  expect(error).toContain('none.json: there is no such file')
})
