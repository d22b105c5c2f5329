/** Bounds before experiments as text: 0.71 ± 0.03 kT were measured, and kT ln 2 holds by 0.6 standard uncertainties. */
import { judgedEnergies } from '../../../src/ledger/judged-energies'
import { judgedExperiments } from '../../../src/ledger/judged-experiments'
import { experimentsText } from '../../../src/report/text/experiments'
import { widthOf } from '../../../src/report/text/table'
import { experiments } from '../../../src/technology/experiments'
import { one } from '../../../src/units/si'

const out = experimentsText(judgedExperiments(), judgedEnergies())

test('each bound stands under what was measured, in kT, and in J where the temperature is known', () => {
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

test('a memory out of equilibrium is set apart by the constraint, and what is not stated is told', () => {
  const words = out.replace(/\s+/g, ' ')
  expect(words).toMatch(
    /landauer 0\.693 -24\.6 set apart .*It breaks: the memory is in local equilibrium before and after\./
  )
  expect(words).toContain('rateCappedReset attemptRate, duration not stated (6); attemptRate not stated (1)')
  expect(words).toContain('temperature 300 K: Lu et al., magnetic tunnel junction')
})

test('each table of cited energies has its least and its most decades, and none lies below', () => {
  expect(out).toMatch(/^ {2}memories +40 +2\.5 +11\.1 {2}learning event: superconducting loop$/m)
  expect(out).toMatch(/^ {2}accelerators +62 +6\.9 +8\.1 {2}NVIDIA B100$/m)
  expect(out).toContain('None lies below its floor.')
  expect(out).not.toContain('ALARM')
})

test('no line is wider than 80 columns', () => {
  for (const line of out.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
})

const [whole] = experiments()
const half = judgedExperiments([
  { ...whole!, measured: { ...whole!.measured, value: one(whole!.measured.value.exact.div(2)) } }
])
const low = judgedEnergies()
  .slice(0, 2)
  .map((each) => ({ ...each, held: { ...each.held, standing: 'below' as const } }))

test('an alarm is told in words', () => {
  const told = experimentsText(half, low)
  expect(told).toMatch(/landauer +0\.693 +-11\.3 {2}ALARM$/m)
  expect(told).toContain('ALARM: landauer lies above what was measured, though its constraint is met.')
  expect(told.replace(/\s+/g, ' ')).toContain(
    `ALARM: ${low.map(({ name }) => name).join('; ')} below the floor.`
  )
  expect(told).not.toContain('None lies below')
})
