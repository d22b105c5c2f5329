/** `limen optimise`: the best design, what none costs less than, and what binds. */
import { optimumForm } from '../../src/report/data/form/optimum'
import reference from '../oracle/design-optima.json'
import { exampleFiles } from '../estimate/files'
import { limen } from './terminal'

const optimise = (...args: readonly string[]) => limen(exampleFiles, 'optimise', ...args)
const brain = (...args: readonly string[]) => optimise('examples/brain-scale.json', ...args)

/** As one line. */
const said = (text: string): string => text.replace(/\s+/g, ' ')

test('a limit binds where the hand says: of floor/T² the least is at the highest T that 1 µJ allow', async () => {
  // The floor of brain-scale is 22.968 µJ at 300 K and grows as T does: 1 µJ at 13.06 K, where it is over T² 5.861 nJ/K².
  const { code, out, error } = await brain(
    ...[
      '--minimise',
      'floor / temperature^2',
      '--subject-to',
      'floor <= 1 µJ',
      '--over',
      'temperature=4 K..400 K'
    ]
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(said(out)).toContain('The least floor / temperature^2 found is 5.861')
  expect(out).toMatch(/temperature\s+13\.061\d K\s+4\.000 to 400\.0 K\s+-1\.000/)
  // Twice the limit is half of the least.
  expect(said(out)).toContain('floor ≤ 1.000 µJ binds: one percent more of it would save 1 %.')
  expect(said(out)).toMatch(
    /No design between these ends has less than 5.861\S* .*: what was found is the least/
  )
})

test('an input at its end, and what more room there would save', async () => {
  const { out } = await brain('--minimise', 'floor', '--over', 'temperature=4 K..400 K')
  // 22.968 µJ · 4/300
  expect(said(out)).toContain('The least floor found is 306.2 nJ.')
  expect(said(out)).toContain('temperature is at its lower end, 4.000 K: one percent less would save 1 %.')
  expect(said(out)).toContain('floor lower bound; ')
})

test('of whole numbers one is chosen: the least of a curve that falls and rises is at 7 bit', async () => {
  const { out } = await brain(
    '--minimise',
    'cim / outputBits^4',
    '--over',
    'outputBits=2 bit..14.5 bit:whole'
  )
  expect(out).toMatch(/outputBits\s+7\.00000 bit\s+2\.000 to 14\.50 bit, whole/)
})

test('where no design meets a condition, that is told for certain, and what is wrong with the nearest', async () => {
  const { code, out } = await optimise(
    ...['examples/compute-optimal.json', '--minimise', 'limDissipated', '--over', 'duration=1 h..1000 d']
  )
  expect(code).toBe(0)
  expect(said(out)).toContain('No design between these ends meets what it must, for certain (1 piece).')
  expect(said(out)).toMatch(
    /The nearest that was looked at: meanMatchedBarrier: requires .* found 1.375 GHz > 1.000 GHz/
  )
})

test('where a condition of a model binds, it is named', async () => {
  const { out } = await optimise(
    ...['examples/compute-optimal.json', '--minimise', 'duration', '--subject-to', 'limDissipated <= 1 TJ'],
    ...['--over', 'duration=1 h..100 yr', '--over', 'errorProbability=1e-6..0.1']
  )
  expect(said(out)).toContain('A condition binds: meanMatchedBarrier:')
  // U/N = 1.2e17 per parameter at (1 − 0.1) of 1 GHz: 1.08e8 s.
  expect(said(out)).toContain('The least duration found is 3.422 yr.')
  expect(said(out)).toContain(
    'errorProbability is at its upper end, 0.1000: one percent more would save 0.111 %.'
  )
})

test('one erased bit per update is quick enough at the time of the reset of least energy times delay', async () => {
  // 5.3177 attempts for each of U/N updates of a parameter, at 1 GHz and an error of 0.01.
  const [, each] = reference.resetEnergyDelay.cases
  const seconds = (Number(each!.attemptsInTime) * 3.14e23) / 1.746e11 / 1e9
  const { out } = await optimise(
    ...[
      'examples/gpt-3.json',
      '--minimise',
      'bitFlip * duration',
      '--over',
      'duration=1 ms..10 yr',
      '--format',
      'json'
    ]
  )
  const { design, least } = JSON.parse(out) as {
    readonly design: readonly { readonly value: string }[]
    readonly least: { readonly closed: boolean }
  }
  expect(each!.errorProbability).toBe('0.01')
  expect(Number(design[0]!.value) / seconds).toBeCloseTo(1, 9)
  expect(least.closed).toBe(true)
})

test('as JSON it is of its form, and says the same', async () => {
  const options = ['--minimise', 'floor / temperature^2', '--over', 'temperature=4 K..400 K']
  for (const limit of ['floor <= 1 µJ', 'floor <= 1 pJ']) {
    const { out } = await brain(...options, '--subject-to', limit, '--format', 'json')
    const json = JSON.parse(out) as { readonly says: readonly string[] }
    expect(optimumForm.decode(json)._tag).toBe('Right')
    const { out: text } = await brain(...options, '--subject-to', limit)
    for (const sentence of json.says) expect(said(text)).toContain(said(sentence))
  }
})

test.each([
  [['--minimise', 'flor'], 'there is no figure "flor": did you mean floor?'],
  [['--minimise', 'floor *'], 'expected a figure, or a product of powers of some'],
  [['--minimise', 'floor', '--subject-to', 'duration = 1 d'], 'expected a limit such as "duration <= 1 d"'],
  [['--minimise', 'floor', '--subject-to', 'duration <= 1 J'], 'duration: '],
  [
    ['--minimise', 'floor', '--over', 'rows=1..10'],
    'rows: neither what is minimised nor a limit depends on it'
  ],
  [
    ['--minimise', 'floor', '--over', 'convergence=constant'],
    'convergence: expected two ends to choose between'
  ],
  [['--minimise', 'floor', '--over', 'precision=2 bit..8 bit:5'], 'precision: expected no number of points'],
  [
    ['--minimise', 'floor', '--over', 'precision=2.2 bit..2.8 bit:whole'],
    'precision: expected two whole numbers or more'
  ]
])('%j is refused, with the reason', async (args, why) => {
  const { code, out, error } = await brain('--over', 'temperature=4 K..400 K', ...args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(error).toContain(why)
})

test('all that is wrong with a wish is told at once', async () => {
  const { error } = await brain(
    ...[
      '--minimise',
      'flor',
      '--subject-to',
      'floor < 1',
      '--subject-to',
      'cmi <= 1 J',
      '--over',
      'duration=1 s..1 d'
    ]
  )
  expect(error).toContain('has 3 problems')
})

test.each([
  ['--pieces', 'many'],
  ['--gap', '2']
])('%s %s is wrong usage', async (flag, value) => {
  const { code } = await brain('--minimise', 'floor', '--over', 'temperature=4 K..400 K', flag, value)
  expect(code).toBe(2)
})
