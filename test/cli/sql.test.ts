/** `limen sql`: a query, or what to type instead. */
import { landauer, toSql, kelvin } from '../../src/api'
import { right } from '../reading/values'
import { exampleText, text, withValue } from '../estimate/files'
import { limen, type Outcome } from './terminal'

const files = {
  'brain.json': exampleText('brain-scale'),
  'late.json': text(withValue('/workload/duration', '0.1 ms'))
}

const sql = (...args: readonly string[]): Promise<Outcome> => limen(files, 'sql', ...args)

test('a formula is the query of toSql', async () => {
  const outcome = await sql(
    'landauer',
    '--dialect',
    'postgres',
    '--from',
    'chips',
    '--given',
    'temperature=300 K'
  )
  const expected = right(
    toSql(landauer, { dialect: 'postgres', from: 'chips', given: { temperature: kelvin(300) } })
  )
  expect(outcome).toEqual({ code: 0, out: expected, error: '' })
})

test('a workload file has a column for each total; what flags say of it is said', async () => {
  const { code, out, error } = await sql(
    'brain.json',
    '--dialect',
    'duckdb',
    '--over',
    'reuse',
    '--unit',
    'cim=kJ',
    '--temperature',
    '4 K'
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain('\n-- reads reuse: [1, ∞), ')
  expect(out).toContain('\n-- gives cim in kJ: compute-in-memory with static memory\n')
})

test('what has no value is said, and the rest is printed', async () => {
  const { code, out, error } = await sql('late.json', '--dialect', 'duckdb', '--over', 'reuse')
  expect(code).toBe(0)
  expect(error).toMatch(/^limen: \w+ has no value here: /m)
  expect(out).toContain('AS "floor"')
})

test.each<readonly [string, readonly string[], string]>([
  ['no dialect', ['landauer'], `required option '--dialect <dialect>' not specified`],
  [
    'a name that is almost one of a column',
    ['landauer', '--dialect', 'spark', '--unit', 'tempereture=mK'],
    '--unit: there is no column tempereture: did you mean temperature?'
  ],
  [
    'a unit of something else',
    ['landauer', '--dialect', 'spark', '--unit', 'temperature=J'],
    '--unit temperature: expected a temperature such as "1 K" (this is an energy), got "1 J"'
  ],
  [
    'what is said of a workload',
    ['landauer', '--dialect', 'spark', '--temperature', '4 K'],
    'landauer is a formula, which has columns for all its inputs but those of --given; temperature is said of a workload file'
  ],
  [
    'what is said of a formula',
    ['brain.json', '--dialect', 'spark', '--given', 'temperature=4 K'],
    '--given is said of a formula; a workload file has a flag for each of its fields'
  ]
])('%s is wrong usage', async (_, args, said) => {
  const { code, out, error } = await sql(...args)
  expect({ code, out, error }).toEqual({ code: 2, out: '', error: `limen: ${said}\n` })
})

test('inputs that the ledger lacks are told all at once, each with what may have been meant', async () => {
  const over = ['--over', 'temprature', '--over', 'colour']
  const { code, error } = await sql('brain.json', '--dialect', 'spark', ...over)
  expect(code).toBe(1)
  expect(error.split('\n')).toEqual([
    'limen: ledgerSql: there is no input of this ledger "temprature": did you mean temperature?',
    expect.stringMatching(/^limen: ledgerSql: .* "colour"; there are parameters, /),
    ''
  ])
})
