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

test('its parts have headings: constraints, what is not asked, what is taken, cited energies, sources', () => {
  const painted = experimentsText(judgedExperiments(), judgedEnergies(), {
    strong: (text) => `*${text}`,
    faint: (text) => `~${text}`,
    bar: (text) => text,
    heading: (text) => `# ${text}`
  })
  expect([...painted.matchAll(/^# (.*)$/gm)].map(([, heading]) => heading)).toEqual([
    'Published erasures of a bit: what was measured, and what each bound asks for',
    'Constraints',
    'Not asked, and of how many experiments',
    'Taken, though it was not seen to be stated',
    'Cited energies, in decades above the floor of the same action at 300 K',
    'Sources of the experiments'
  ])
  expect(painted).toMatch(/^~ +kT +J +margin$/m)
  expect(painted).toMatch(/^~ +held +least +most +nearest to its floor$/m)
  expect([...painted.matchAll(/^\*/gm)]).toHaveLength(experiments().length)
  expect(painted.endsWith('\n')).toBe(true)
})

test('constraints and sources stand once, and why of some energies no floor is claimed', () => {
  const words = out.replace(/\s+/g, ' ')
  expect(words).toContain('landauer an unknown, uniform bit is set, right but for ε; the memory is in local')
  expect(words).toContain(
    'errorProbability 0: Hong et al., nanomagnet; Hong et al., nanomagnet, preprint; Dago et al., slow erasure;'
  )
  expect(words).toContain('a wire can be charged as slowly as one likes (defaults, neuromorphic). no floor')
  expect(words.match(/PhysRevLett\.113\.190601/g)).toHaveLength(1)
  expect(words).toContain('https://doi.org/10.1126/sciadv.1501492: (4.2 ± 0.9) zJ, from hysteresis loops')
  expect(words).not.toContain('(all)')
})

test('a name that is too long for its column is told to be cut, and a table without a floor has no decades', () => {
  for (const line of out.split('\n').filter((each) => each.endsWith('…')))
    expect(/\S+(?: \S+)*$/.exec(line)![0].length).toBeLessThanOrEqual(40)
  const without = judgedEnergies().filter(({ held }) => held.floor === undefined)
  expect(experimentsText([], without)).toMatch(/^ {2}defaults +0$/m)
})
