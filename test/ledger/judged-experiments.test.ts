/** Bounds before experiments: kT ln 2 = 0.6931 kT lies below 0.71 ± 0.03 kT, by 0.56 standard uncertainties. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgedExperiments, type Judgement } from '../../src/ledger/judged-experiments'
import { landauer } from '../../src/physics/thermodynamics'
import { experiments, type Experiment } from '../../src/technology/experiments'
import { hertz, kelvin, one, seconds } from '../../src/units/si'

const judgementsOf = (of: Experiment): readonly Judgement[] => judgedExperiments([of])[0]!.judgements

const on = (of: Experiment, bound: string): Judgement =>
  judgementsOf(of).find((each) => each.bound.name === bound)!

const named = (start: string): Experiment => experiments().find(({ name }) => name.startsWith(start))!

/** The same experiment, had it measured another value. */
const measuring = (of: Experiment, kT: number | string): Experiment => ({
  ...of,
  measured: { ...of.measured, value: one(kT) }
})

test('no bound lies above what was measured, within its error, where its constraint is met', () => {
  const all = judgedExperiments()
  expect(all.map(({ experiment }) => experiment)).toEqual(experiments())
  const alarms = all.flatMap(({ experiment, judgements }) =>
    judgements
      .filter(({ standing }) => standing === 'alarm')
      .map(({ bound }) => `${bound.name} lies above ${experiment.name}`)
  )
  expect(alarms).toEqual([])
})

test.each([
  // by mpmath
  ['Jun et al., full', 0.561760648001823],
  ['Jun et al., control', 0.05 / 0.03],
  ['Hong et al., nanomagnet', 1.476690127690307],
  ['Hong et al., nanomagnet, preprint', 2.251063716728165],
  ['Dago et al., slow', -0.02102579427790135],
  ['Lu et al.', 0.6145105574606381]
])('landauer holds before %s, with a margin in standard uncertainties', (start, margin) => {
  const judged = on(named(start), 'landauer')
  expect(judged.standing).toBe('holds')
  expect(judged.margin).toBeCloseTo(margin, 12)
  expect(judged.least?.exact.toString()).toMatch(
    start.includes('control') ? /^0$/ : /^0\.693147180559945309417232121/
  )
})

test('without an uncertainty there is no margin, and a bound may not lie above at all', () => {
  const fast = named('Dago et al., fast')
  expect(on(fast, 'landauer')).not.toHaveProperty('margin')
  expect(on(fast, 'landauer').standing).toBe('holds')
  expect(on(measuring(fast, '0.6932'), 'landauer').standing).toBe('holds')
  expect(on(measuring(fast, '0.6931'), 'landauer').standing).toBe('alarm')
})

test.each(['Jun et al., full', 'Dago et al., slow', 'Dago et al., fast'])(
  'half of what %s measured is an alarm',
  (start) => {
    const whole = named(start)
    const half = measuring(whole, whole.measured.value.exact.div(2).toString())
    expect(on(half, 'landauer').standing).toBe('alarm')
  }
)

test('within its error is one standard uncertainty, and no more', () => {
  const of = named('Jun et al., full')
  expect(on(measuring(of, '0.6632'), 'landauer').standing).toBe('holds')
  expect(on(measuring(of, '0.6631'), 'landauer').standing).toBe('alarm')
})

describe('a memory out of equilibrium', () => {
  const of = named('Ciampini et al.')

  test('is set apart from every bound, by the words of a constraint that it breaks', () => {
    for (const { bound, standing, broken } of judgementsOf(of)) {
      expect([bound.name, standing]).toEqual([bound.name, 'set apart'])
      const constraints = [bound, ...bound.parts].map(({ constraint }) => constraint).join('; ')
      expect(constraints).toContain(broken)
    }
    expect(on(of, 'landauer')).toMatchObject({
      broken: 'the memory is in local equilibrium before and after',
      least: { value: Math.LN2 }
    })
    expect(on(of, 'landauer').margin).toBeCloseTo(-24.58639959499886, 12)
  })

  test('would be an alarm if it had kept it', () => {
    expect(on({ ...of, breaks: [] }, 'landauer').standing).toBe('alarm')
  })
})

test('an underdamped memory is set apart from overdampedReset, and from it alone', () => {
  const apart = judgementsOf(named('Dago et al., slow')).filter(({ standing }) => standing === 'set apart')
  expect(apart.map(({ bound }) => bound.name)).toEqual(['overdampedReset'])
  expect(apart[0]?.broken).toMatch(/^overdamped diffusion/)
})

test('a bound that asks for what is not stated is not asked, and says for what', () => {
  expect(on(named('Dago et al., slow'), 'optimalReset')).toEqual(
    expect.objectContaining({ standing: 'unknown', why: 'attemptRate not stated' })
  )
  expect(on(named('Hong et al.'), 'generalizedLandauer').why).toBe('entropyDifference not stated')
  expect(on(named('Hong et al.'), 'rateCappedReset')).not.toHaveProperty('least')
  expect(on(named('Hong et al.'), 'overdampedReset').why).toBe('variance, diffusivity, duration not stated')
})

describe('where rate and duration are known', () => {
  interface Case {
    readonly errorProbability: string
    readonly attemptsInTime: string
    readonly heat: string
    readonly rateCappedReset: string
  }
  const { cases } = JSON.parse(readFileSync(join(__dirname, '../oracle/optimal-reset.json'), 'utf8')) as {
    readonly cases: readonly Case[]
  }
  const [{ errorProbability, attemptsInTime, heat, rateCappedReset }] = cases as readonly [Case]
  const { uncertainty: _, ...of } = named('Jun et al., full')
  const timed: Experiment = {
    ...of,
    known: {
      errorProbability: one(errorProbability),
      attemptRate: hertz(1e6),
      duration: seconds(Number(attemptsInTime) / 1e6)
    }
  }

  test('optimalReset and rateCappedReset are those of the reference values', () => {
    expect(on(timed, 'optimalReset').least?.value).toBeCloseTo(Number(heat), 14)
    expect(on(timed, 'rateCappedReset').least?.value).toBeCloseTo(Number(rateCappedReset), 14)
  })

  test('what took more than landauer asks for may still have taken too little', () => {
    const between = measuring(timed, (Number(heat) + Number(rateCappedReset)) / 2)
    expect(on(between, 'landauer').standing).toBe('holds')
    expect(on(between, 'rateCappedReset').standing).toBe('holds')
    expect(on(between, 'optimalReset').standing).toBe('alarm')
  })

  test('what is outside the domain of a bound is said as it says it', () => {
    const never = { ...timed, known: { ...timed.known, errorProbability: one(0) } }
    expect(on(never, 'optimalReset')).toMatchObject({
      standing: 'unknown',
      why: expect.stringContaining('errorProbability 0 is outside') as unknown
    })
  })
})

test('in kT no bound depends on the temperature', () => {
  const at = (temperature: number): readonly (number | undefined)[] => {
    const of = named('Jun et al., full')
    const { known } = of
    return judgementsOf({ ...of, known: { ...known, temperature: kelvin(temperature) } }).map(
      ({ least }) => least?.value
    )
  }
  expect(at(4)).toEqual(at(300))
})

test('what is no experiment is refused', () => {
  expect(() => judgedExperiments([landauer] as never)).toThrow(/^judgedExperiments: /)
  const { known: _, ...rest } = named('Jun')
  for (const wrong of [rest, { ...rest, known: {} }, { ...named('Jun'), breaks: 'all' }])
    expect(() => judgedExperiments([wrong] as never)).toThrow(TypeError)
})
