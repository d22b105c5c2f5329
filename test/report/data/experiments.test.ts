/** Bounds before experiments for programs: (4.2 ± 0.9) zJ at 300 K, as 1.014 kT and as they are stated. */
import { judgedEnergies } from '../../../src/ledger/judged-energies'
import { judgedExperiments } from '../../../src/ledger/judged-experiments'
import { experimentsForm } from '../../../src/report/data/form/experiments'
import { experimentsCsv, experimentsJson } from '../../../src/report/data/experiments'
import { experiments } from '../../../src/technology/experiments'
import { one } from '../../../src/units/si'

test('JSON is of its form, with every digit and every verdict', () => {
  const out = experimentsJson(judgedExperiments(), judgedEnergies())
  const read = JSON.parse(out) as {
    experiments: readonly { name: string; measured: object; judgements: readonly object[] }[]
    energies: readonly { name: string; floor?: object; why?: string }[]
  }
  expect(experimentsForm.decode(read)._tag).toBe('Right')
  expect(read.experiments).toHaveLength(experiments().length)
  expect(read.energies).toHaveLength(judgedEnergies().length)
  const [first] = read.experiments
  expect(first).toMatchObject({ measured: { kT: '0.71', uncertainty: '0.03' } })
  expect(first!.judgements[0]).toMatchObject({
    bound: 'landauer',
    standing: 'holds',
    least: { kT: expect.stringMatching(/^0\.6931471805599453094172321/) as unknown }
  })
  expect(read.experiments[2]).toMatchObject({ measured: { energy: { value: '4.2e-21', unit: 'J' } } })
  expect(read.experiments.at(-1)!.judgements[0]).toMatchObject({
    standing: 'set apart',
    broken: 'the memory is in local equilibrium before and after'
  })
  for (const { name, floor, why } of read.energies)
    expect([name, floor === undefined]).toEqual([name, why !== undefined])
})

test('CSV has a row for each experiment and bound, and for each cited energy, all as wide as the header', () => {
  const out = experimentsCsv(judgedExperiments(), judgedEnergies())
  const [header = '', ...rows] = out.trimEnd().split('\r\n')
  const bounds = judgedExperiments().reduce((sum, { judgements }) => sum + judgements.length, 0)
  expect(rows).toHaveLength(bounds + judgedEnergies().length)
  const cells = (row: string): number => row.replace(/"(?:[^"]|"")*"/g, '').split(',').length
  for (const row of rows) expect([row, cells(row)]).toEqual([row, header.split(',').length])
  expect(rows[0]).toMatch(
    /^experiments,"Jun et al\., full erasure",2014,derived,work,0\.71,0\.03,,landauer,0\.6931/
  )
  expect(out).toMatch(
    /^accelerators,NVIDIA B100,.*compute of 16 bit,.*,landauer,,4\.59\S*e-20,,6\.9\d*,above,/m
  )
})

const [whole] = experiments()
const half = judgedExperiments([
  { ...whole!, measured: { ...whole!.measured, value: one(whole!.measured.value.exact.div(2)) } }
])
const low = judgedEnergies()
  .slice(0, 2)
  .map((each) => ({ ...each, held: { ...each.held, standing: 'below' as const } }))

test('an alarm is told', () => {
  expect(experimentsJson(half, low)).toContain('"standing": "alarm"')
  expect(experimentsCsv(half, low)).toMatch(/,alarm,[^]*,below,/)
})

test('the columns of CSV have names, and what is not there is empty', () => {
  const out = experimentsCsv(judgedExperiments(), judgedEnergies())
  const [header, ...rows] = out.split('\r\n')
  expect(header).toBe(
    'table,name,year,evidence,what,measured_kT,uncertainty_kT,measured_J,bound,least_kT,least_J,margin,decades,' +
      'standing,broken,why,constraint,source,note'
  )
  const row = (start: string): string => rows.find((each) => each.startsWith(start))!
  expect(row('experiments,"Ciampini et al., memory out of equilibrium"')).toMatch(
    /,heat,-0\.487,0\.048,,landauer,0\.69\d+,,-24\.58\d+,,set apart,the memory is in local equilibrium before and after,,/
  )
  expect(rows.find((each) => each.includes('Dago et al., slow') && each.includes('optimalReset'))).toMatch(
    /,optimalReset,,,,,unknown,,attemptRate not stated,/
  )
  expect(row('defaults,"HBM2')).toMatch(
    /,transfer of 1 bit,,,3\.9e-12,,,,,,no floor,,no floor is claimed of a transfer/
  )
  expect(row('defaults,"HBM2')).toMatch(/has 3\.9 to 7\.0 pJ\/bit"?$/)
})

test('JSON has the margin, and why a bound has no value', () => {
  const { experiments: told } = JSON.parse(experimentsJson(judgedExperiments(), [])) as {
    experiments: readonly { judgements: readonly { margin?: number; why?: string }[] }[]
  }
  const expected = judgedExperiments().map(({ judgements }) =>
    judgements.map(({ margin, why }) => ({ margin, why }))
  )
  expect(told.map(({ judgements }) => judgements.map(({ margin, why }) => ({ margin, why })))).toEqual(
    expected
  )
})
