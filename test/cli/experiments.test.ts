/** `limen experiments`: 0.71 ± 0.03 kT were measured, and kT ln 2 holds by 0.6 standard uncertainties. */
import { judgedEnergies } from '../../src/ledger/judged-energies'
import { judgedExperiments } from '../../src/ledger/judged-experiments'
import { experimentsForm } from '../../src/report/data/form/experiments'
import { experimentsCsv, experimentsJson } from '../../src/report/data/experiments'
import { experimentsText } from '../../src/report/text/experiments'
import { widthOf } from '../../src/report/text/table'
import { experiments } from '../../src/technology/experiments'
import { one } from '../../src/units/si'
import { limen } from './terminal'

const text = async (): Promise<string> => (await limen({}, 'experiments')).out

test('each bound stands under what was measured, in kT, and in J where the temperature is known', async () => {
  const { code, out, error } = await limen({}, 'experiments')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(
    /^Jun et al., full erasure \(2014, derived\)\n {2}work, measured +0\.710 {2}± 0\.030\n/m
  )
  expect(out).toMatch(
    /^ {2}landauer +0\.693 +0\.6 {2}holds\n {2}generalizedLandauer +0\.693 +0\.6 {2}holds$/m
  )
  expect(out).toMatch(
    / heat, measured +1\.014 {2}± 0\.217 {2}4\.200 zJ\n {2}landauer +0\.693 +2\.871 zJ +1\.5 {2}holds/
  )
  expect(out).toMatch(/control, nothing erased [^]*? landauer +0\.000 +1\.7 {2}holds/)
})

test('a memory out of equilibrium is set apart by the constraint, and what is not stated is told', async () => {
  const words = (await text()).replace(/\s+/g, ' ')
  expect(words).toMatch(
    /landauer 0\.693 -24\.6 set apart .*It breaks: the memory is in local equilibrium before and after\./
  )
  expect(words).toContain('rateCappedReset attemptRate, duration not stated (6); attemptRate not stated (1)')
  expect(words).toContain('temperature 300 K: Lu et al., magnetic tunnel junction')
})

test('each table of cited energies has its least and its most decades, and none lies below', async () => {
  const out = await text()
  expect(out).toMatch(/^ {2}memories +40 +2\.5 +11\.1 {2}learning event: superconducting loop$/m)
  expect(out).toMatch(/^ {2}accelerators +62 +6\.9 +8\.1 {2}NVIDIA B100$/m)
  expect(out).toContain('None lies below its floor.')
  expect(out).not.toContain('ALARM')
})

test('no line is wider than 80 columns', async () => {
  for (const line of (await text()).split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
})

test('JSON is of its form, with every digit and every verdict', async () => {
  const { out } = await limen({}, 'experiments', '--format', 'json')
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

test('CSV has a row for each experiment and bound, and for each cited energy, all as wide as the header', async () => {
  const { out } = await limen({}, 'experiments', '--format', 'csv')
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

describe('an alarm', () => {
  const [whole] = experiments()
  const half = judgedExperiments([
    { ...whole!, measured: { ...whole!.measured, value: one(whole!.measured.value.exact.div(2)) } }
  ])
  const low = judgedEnergies()
    .slice(0, 2)
    .map((each) => ({ ...each, held: { ...each.held, standing: 'below' as const } }))

  test('is told in words', () => {
    const out = experimentsText(half, low)
    expect(out).toMatch(/landauer +0\.693 +-11\.3 {2}ALARM$/m)
    expect(out).toContain('ALARM: landauer lies above what was measured, though its constraint is met.')
    expect(out.replace(/\s+/g, ' ')).toContain(
      `ALARM: ${low.map(({ name }) => name).join('; ')} below the floor.`
    )
    expect(out).not.toContain('None lies below')
  })

  test('is told to programs', () => {
    expect(experimentsJson(half, low)).toContain('"standing": "alarm"')
    expect(experimentsCsv(half, low)).toMatch(/,alarm,[^]*,below,/)
  })
})
