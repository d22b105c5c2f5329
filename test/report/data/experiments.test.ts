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
