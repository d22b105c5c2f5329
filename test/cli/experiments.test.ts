/** `limen experiments`: what the library says, in the format that is asked for. */
import { judgedEnergies } from '../../src/ledger/judged-energies'
import { judgedExperiments } from '../../src/ledger/judged-experiments'
import { experimentsCsv, experimentsJson } from '../../src/report/data/experiments'
import { experimentsText } from '../../src/report/text/experiments'
import { limen } from './terminal'

test.each([
  [[], experimentsText],
  [['--format', 'text'], experimentsText],
  [['--format', 'json'], experimentsJson],
  [['--format', 'csv'], experimentsCsv]
])('%p', async (flags, told) => {
  const { code, out, error } = await limen({}, 'experiments', ...flags)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toBe(told(judgedExperiments(), judgedEnergies()))
})

test('a format that it does not have is wrong usage', async () => {
  const { code, out, error } = await limen({}, 'experiments', '--format', 'markdown')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toContain('Allowed choices are text, json, csv')
})
