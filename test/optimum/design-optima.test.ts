/** The optimiser finds the optima of designs that were computed apart from this library, to 1e-10. */
import {
  artanh, entropy, expm1, half, ln, ln2, max, min, number, pow, unity, type Expression
} from '../../src/formula/expression' // prettier-ignore
import { input, type Inputs } from '../../src/formula/model'
import type { AnyModel } from '../../src/bound/compose'
import type { Optimum } from '../../src/optimum/optimum'
import { annealedParameter } from '../../src/physics/learning'
import { staticWrite } from '../../src/physics/memory'
import { model } from '../../src/physics/model'
import { optimalReset } from '../../src/physics/thermodynamics'
import { converterEnergy } from '../../src/physics/read'
import type { Dimensionless } from '../../src/units/dimension'
import {
  bits, hertz, joules, joulesPerConversion, joulesPerMac, joulesPerUpdate, kelvin, macsPerConversion, one, parameters, seconds, updates, watts
} from '../../src/units/si' // prettier-ignore
import reference from '../oracle/design-optima.json'
import { chosen, least, pureModel } from './made'

const accuracy = 1e-10

const off = (found: number, expected: string): number => Math.abs(found / Number(expected) - 1)

/** The argument and the value agree, and the bound closes on the value. */
const agrees = (found: Optimum, at: string, argument: string, value?: string, per = 1): void => {
  expect(off(chosen(found, at), argument)).toBeLessThan(accuracy)
  expect(found.chosen.every(({ end }) => end === undefined)).toBe(true)
  if (value === undefined) return
  for (const end of [found.value.lower, found.value.upper])
    expect(off(end.value / per, value)).toBeLessThan(accuracy)
  expect(found.least).toMatchObject({ isDone: true })
  expect(found.least.value!.value / per).toBeLessThanOrEqual(Number(value) * (1 + 1e-15))
  expect(off(found.least.value!.value / per, value)).toBeLessThan(1e-8)
}

type Pure = Expression<Dimensionless>

const drive = { d: { from: one(0.01), to: one(50) } }
const atLeast0 = { d: '(0, ∞)', m: '(0, ∞)' } as const

test.each(reference.driveOptimumForwardCap.cases)('the drive under a cap of forward hops, m = $m', (each) => {
  const objective = pureModel('product', atLeast0, ({ d, m }) => d.over(pow(expm1(d.negated()).negated(), m)))
  agrees(
    least({ objective, variables: drive, given: { m: Number(each.m) } }),
    'd',
    each.drive,
    each.objective
  )
})

test.each(reference.driveOptimumAttemptCap.cases)('the drive under a cap of attempts, m = $m', (each) => {
  // tanh(d/2) = (e^d − 1)/(e^d + 1)
  const objective = pureModel('product', atLeast0, ({ d, m }) =>
    d.over(pow(expm1(d).over(expm1(d).plus(number(2))), m))
  )
  agrees(
    least({ objective, variables: drive, given: { m: Number(each.m) } }),
    'd',
    each.drive,
    each.objective
  )
})

test('heat times time² of a ladder is least at the share of net steps', () => {
  const objective = pureModel('product', { x: '(0, 1)' }, ({ x }) => artanh(x).over(x.squared()))
  const found = least({ objective, variables: { x: { from: one(0.01), to: one(0.999) } } })
  agrees(found, 'x', '0.796388355860299333626791181714')
})

test.each(reference.errorWithRepair.cases)('an error with repair, $repair kT', (each) => {
  const objective = pureModel('cost', { e: '[0, ½]', r: '[0, ∞)' }, ({ e, r }) =>
    ln2.minus(entropy(e)).plus(e.times(r))
  )
  const variables = { e: { from: one(1e-15), to: one(0.5) } }
  const found = least({ objective, variables, given: { r: Number(each.repair) } })
  agrees(found, 'e', each.errorProbability, each.least)
})

test.each(reference.resetEnergyDelay.cases)(
  'energy times delay of a reset, error $errorProbability',
  (each) => {
    const objective = model<Inputs, unknown>({
      name: 'energyDelay',
      symbol: 'Eτ',
      summary: 'energy times delay of a reset',
      inputs: optimalReset.inputs,
      unit: joulesPerUpdate,
      formula: (given) =>
        (optimalReset.of(given as never) as unknown as Expression<unknown>)
          .times(given['attemptRate']!)
          .times(given['duration']!)
          .per(hertz)
          .per(seconds)
          .per(joules)
          .of(joulesPerUpdate)
          .of(bits) as never,
      constraint: ''
    })
    const kT = 1.380649e-23 * 300
    const found = least({
      objective: objective as unknown as AnyModel<unknown>,
      variables: { duration: { from: seconds(1e-10), to: seconds(1e-6) } },
      given: {
        temperature: kelvin(300),
        attemptRate: hertz(1e9),
        errorProbability: Number(each.errorProbability)
      }
    })
    agrees(found, 'duration', String(Number(each.attemptsInTime) * 1e-9), each.product, kT)
  }
)

test.each(reference.idlePower.cases)('the duration against an idle power of $idlePower W', (each) => {
  const inputs: Inputs = {
    ...annealedParameter.inputs,
    parameters: input('N', parameters, '[0, ∞)', 'parameters'),
    power: input('P', watts, '[0, ∞)', 'idle power')
  }
  const objective = model<Inputs, unknown>({
    name: 'annealing',
    symbol: 'E',
    summary: 'annealing, and what idles meanwhile',
    inputs,
    unit: joules,
    formula: ({ parameters: N, power: P, ...given }) =>
      N!.times(annealedParameter.of(given as never)).plus(P!.times(given['duration']!) as never) as never,
    constraint: ''
  })
  const found = least({
    objective: objective as unknown as AnyModel<unknown>,
    variables: { duration: { from: seconds(1e-12), to: seconds(1) } },
    given: {
      temperature: kelvin(Number(each.temperature)),
      precision: bits(Number(each.precision)),
      attemptRate: hertz(Number(each.attemptRate)),
      parameters: parameters(Number(each.parameters)),
      power: watts(Number(each.idlePower))
    }
  })
  agrees(found, 'duration', each.duration, each.energy)
})

describe('rows of a column against the energy of a conversion', () => {
  const inputs: Inputs = {
    temperature: converterEnergy.inputs.temperature,
    bits: input('b', bits, '[0, ∞)', 'bits of an input and a weight'),
    rows: input('R', macsPerConversion, '(0, ∞)', 'rows'),
    fixed: input('F', joulesPerConversion, '[0, ∞)', 'energy of any conversion')
  }
  // What is read without loss has b bits and one for each doubling of the rows: 4^(b + log₂ R) = 4^b R².
  const objective = model<Inputs, unknown>({
    name: 'column',
    symbol: 'E',
    summary: 'energy of a mac',
    inputs,
    unit: joulesPerMac,
    formula: ({ temperature: T, bits: b, rows: R, fixed: F }) =>
      converterEnergy
        .of({ temperature: T, outputBits: b } as never)
        .times(R!.per(macsPerConversion).squared() as unknown as Pure)
        .plus(F as never)
        .over(R!) as never,
    constraint: ''
  }) as unknown as AnyModel<unknown>
  const given = (each: (typeof reference.rows.cases)[number]) => ({
    temperature: kelvin(Number(each.temperature)),
    bits: bits(Number(each.inputBits) + Number(each.weightBits)),
    fixed: joulesPerConversion(Number(each.fixedEnergy))
  })

  test.each(reference.rows.cases)('$inputBits and $weightBits bits', (each) => {
    const rows = { from: macsPerConversion(1e-4), to: macsPerConversion(1e4) }
    agrees(
      least({ objective, variables: { rows }, given: given(each) }),
      'rows',
      each.rows,
      each.energyPerMac
    )
  })

  test('of whole rows one is best, where less than one would be', () => {
    const rows = { from: macsPerConversion(1), to: macsPerConversion(1e4), whole: true }
    const found = least({ objective, variables: { rows }, given: given(reference.rows.cases[2]!) })
    expect(found.chosen).toMatchObject([{ end: 'lower' }])
    expect(chosen(found, 'rows')).toBe(1)
    expect(found.least.isDone).toBe(true)
  })

  test('of whole rows it is that neighbour which costs less', () => {
    const rows = { from: macsPerConversion(1), to: macsPerConversion(1e4), whole: true }
    const found = least({ objective, variables: { rows }, given: given(reference.rows.cases[1]!) })
    expect(chosen(found, 'rows')).toBe(112)
    expect(found.least.isDone).toBe(true)
  })
})

test.each(reference.writeTime.cases)(
  'the time of a write against a standby power of $standbyPower W',
  (each) => {
    const inputs: Inputs = {
      ...staticWrite.inputs,
      power: input('P', watts, '[0, ∞)', 'standby power')
    }
    const objective = model<Inputs, unknown>({
      name: 'write',
      symbol: 'E',
      summary: 'a write, and what idles meanwhile',
      inputs,
      unit: joulesPerUpdate,
      formula: ({ power: P, ...given }) =>
        staticWrite.of(given as never).plus(P!.times(given['writeTime']!).per(updates) as never) as never,
      constraint: ''
    })
    const T = Number(each.temperature)
    const found = least({
      objective: objective as unknown as AnyModel<unknown>,
      variables: {
        writeTime: { from: seconds(Number(each.duration) / 8), to: seconds(Number(each.duration) * 1e4) }
      },
      given: {
        temperature: kelvin(T),
        barrier: joules(60 * 1.380649e-23 * T),
        attemptRate: hertz(50 / Number(each.duration)),
        errorProbability: 0.01,
        power: watts(Number(each.standbyPower))
      }
    })
    agrees(found, 'writeTime', each.duration)
  }
)

describe('reverse water-filling', () => {
  const curvatures = ({ conditionNumber, parameters }: (typeof reference.rateDistortion.cases)[number]) =>
    Array.from({ length: parameters }, (_, i) => Number(conditionNumber) ** (-i / (parameters - 1)))

  test.each(reference.rateDistortion.cases)('$parameters parameters, by the level', (each) => {
    const all = curvatures(each).map(number)
    const sum = (terms: readonly Pure[]): Pure => terms.reduce((a, b) => a.plus(b))
    const level = { w: '(0, ∞)' } as const
    const objective = pureModel('information', level, ({ w }) =>
      sum(all.map((h) => max(number(0), half.times(ln(h.over(w))))))
    )
    const loss = pureModel('loss', level, ({ w }) => sum(all.map((h) => half.times(min(w, h)))))
    const found = least({
      objective,
      limits: [{ of: loss, relation: '≤', bound: one(Number(each.loss)) }],
      variables: { w: { from: one(1e-8), to: one(1) } }
    })
    agrees(found, 'w', each.waterLevel, each.heat)
    expect(found.limits).toMatchObject([{ isMet: true }])
    expect(found.holds).toMatchObject([{ binds: true }])
  })

  test('16 parameters, each on its own', () => {
    const each = reference.rateDistortion.cases[0]!
    const all = curvatures(each)
    const names = all.map((_, i) => `d${i}`)
    const inputs = Object.fromEntries(names.map((name) => [name, '(0, 1]' as const]))
    const objective = pureModel('information', inputs, (d) =>
      names.map((name) => half.times(ln(unity.over(d[name]!)))).reduce((a, b) => a.plus(b))
    )
    const loss = pureModel('loss', inputs, (d) =>
      names.map((name, i) => number(all[i]! / 2).times(d[name]!)).reduce((a, b) => a.plus(b))
    )
    const found = least(
      {
        objective,
        limits: [{ of: loss, relation: '≤', bound: one(Number(each.loss)) }],
        variables: Object.fromEntries(names.map((name) => [name, { from: one(0.001), to: one(1) }]))
      },
      { pieces: 10 }
    )
    expect(off(found.value.upper.value, each.heat)).toBeLessThan(accuracy)
    names.forEach((name, i) => {
      const expected = Math.min(1, Number(each.waterLevel) / all[i]!)
      expect(off(chosen(found, name), String(expected))).toBeLessThan(accuracy)
    })
    expect(found.chosen.filter(({ end }) => end === undefined)).toHaveLength(each.active)
  })
})
