/** The workload file: what may stand in it, and what holds where it is left out. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { Scenario } from '../../src/ledger/scenario'
import { coolingInputs, ledgerInputs } from '../../src/ledger/inputs'
import { decodeScenario, decodeUncertainScenario, leaves, scenario } from '../../src/schema/scenario'
import { facts } from '../../src/technology/facts'
import { left, right } from '../ledger/reference'
import { decades, scenarios } from '../ledger/scenarios'
import { exactly, least, withValue } from './files'

const decode = (value: unknown): Scenario => right(decodeScenario(value))

const problems = (value: unknown) => left(decodeScenario(value)).problems

const at = (pointer: string, value: unknown) => problems(withValue(pointer, value))

describe('the least file', () => {
  const { workload, design, ...rest } = decode(least)

  test('has what it says', () => {
    expect(rest).toEqual({ name: 'least' })
    expect(exactly(workload)).toEqual({
      parameters: '1000000000 number of parameters',
      precision: '4 amount of information',
      convergence: 'powerLaw',
      duration: '86400 time',
      operations: { law: 'given', flops: '2000000000000000 number of flops' },
      updates: '1000000000000000 number of updates',
      transfers: '1 a pure number'
    })
  })

  test('has a customary design', () => {
    expect(exactly(design)).toEqual({
      temperature: '300 temperature',
      solutionErrorProbability: '1e-9 a pure number',
      errorProbability: '0.01 a pure number',
      memory: {
        attemptRate: '1000000000 rate',
        hopsPerUpdate: '1 a pure number',
        retentionTime: '315576000 time',
        failureProbability: '1e-9 a pure number',
        writeTime: '0.000001 time',
        writeErrorProbability: '1e-9 a pure number',
        flipProbability: '0.5 a pure number'
      },
      readout: { outputBits: '8 amount of information', rows: '256 number of macs per conversion' },
      technology: {
        movementEnergy: '3.9e-12 energy per bit',
        reuse: '1 a pure number',
        acceleratorEnergy: '7.075e-13 energy per flop'
      }
    })
  })

  test('has the energies of cited facts', () => {
    expect(design.technology.movementEnergy.exact).toEqual(facts.hbm2Access.value.exact)
    expect(design.technology.acceleratorEnergy.exact).toEqual(facts.h100PeakOperation.value.exact)
  })

  test.each(['/name', '/workload', ...Object.keys(least.workload).map((name) => `/workload/${name}`)])(
    'is the least: without %s something is missing',
    (pointer) => {
      const found = at(pointer, undefined)
      expect(found).toHaveLength(1)
      if (pointer === '/workload/operations')
        expect(found[0]).toMatchObject({
          pointer: '/workload',
          message: expect.stringMatching(/^expected operations or macs, or both/) as string
        })
      else
        expect(found[0]).toMatchObject({
          pointer,
          message: expect.stringMatching(/^missing: expected /) as string
        })
    }
  )

  test('may say macs in place of operations', () => {
    const file = withValue('/workload/macs', '1e15 mac', withValue('/workload/operations', undefined))
    expect(decode(file).workload.macs!.value).toBe(1e15)
  })
})

describe('fields', () => {
  test('every input of the ledger has one of its name, but flops: these are operations', () => {
    const names = leaves.map(({ name }) => name)
    const inputs = Object.keys({ ...ledgerInputs, ...coolingInputs }).map((name) =>
      name === 'flops' ? 'operations' : name
    )
    expect([...names].sort()).toEqual([...inputs, 'convergence'].sort())
  })

  test('have names and pointers of their own', () => {
    expect(new Set(leaves.map(({ name }) => name)).size).toBe(leaves.length)
    expect(new Set(leaves.map(({ pointer }) => pointer)).size).toBe(leaves.length)
    for (const { name, pointer } of leaves) expect(pointer.endsWith(`/${name}`)).toBe(true)
  })

  test.each(leaves.map((leaf) => [leaf.name, leaf] as const))(
    '%s is described, and its default has a reason',
    (_, { field }) => {
      expect(field.description).toMatch(/\w+ \w+/)
      if (field.default !== undefined) expect(field.default.why).toMatch(/\w+ \w+/)
    }
  )

  test.each(
    leaves.filter(({ field }) => field.default !== undefined).map((leaf) => [leaf.name, leaf] as const)
  )('the default of %s is of its codec', (_, { field }) => {
    expect(field.codec.decode(field.default!.value)).toMatchObject({ _tag: 'Right' })
  })

  test.each(leaves.map(({ name, pointer }) => [name, pointer] as const))(
    '%s refuses what it is not',
    (_, pointer) => {
      for (const wrong of ['5 furlong', -1, true, null, [1], { $value: 1 }, '', 'NaN']) {
        const found = at(pointer, wrong)
        expect(found.length).toBeGreaterThan(0)
        for (const { pointer: where, message } of found) {
          expect(where === pointer || where.startsWith(`${pointer}/`)).toBe(true)
          expect(message).toMatch(/^(expected|missing|unknown)/)
          expect(message.length).toBeLessThan(200)
        }
      }
    }
  )

  test.each(leaves.map(({ name, pointer }) => [name, pointer] as const))(
    '%s of a misspelt name is known',
    (name, pointer) => {
      const misspelt = pointer.slice(0, -1)
      expect(at(misspelt, 1)).toContainEqual({
        pointer: misspelt,
        message: `unknown field: did you mean "${name}"?`
      })
    }
  )

  test.each([
    ['/workload/precision', '0 bit', '(0, ∞)'],
    ['/workload/transfers', -1, '[0, ∞)'],
    ['/workload/macs', '-1 mac', '[0, ∞)'],
    ['/workload/convergence/shape', 1.01, '[0, 1]'],
    ['/workload/convergence/meanStep', 0, '(0, 1]'],
    ['/workload/convergence/stepRange', '-1 bit', '[0, ∞)'],
    ['/design/temperature', '0 K', '(0, ∞)'],
    ['/design/errorProbability', 0.51, '(0, ½]'],
    ['/design/solutionErrorProbability', 0, '(0, ½]'],
    ['/design/ambientTemperature', '0 K', '(0, ∞)'],
    ['/design/memory/hopsPerUpdate', 0, '(0, ∞)'],
    ['/design/memory/flipProbability', 1.01, '[0, 1]'],
    ['/design/technology/reuse', 0.99, '[1, ∞)'],
    ['/design/memory/failureProbability', 1, '(0, 1)'],
    ['/design/memory/writeErrorProbability', 0.5, '(0, ½)'],
    ['/design/readout/rows', 0, '(0, ∞)'],
    ['/design/technology/movementEnergy', '-1 pJ/bit', '[0, ∞)']
  ])('%s of %p is refused while it is decoded: it lies outside %s', (pointer, value, range) => {
    const measured = { meanStep: 0.02, shape: 0.85 }
    const file = pointer.includes('convergence') ? withValue('/workload/convergence', measured) : least
    const found = problems(withValue(pointer, value, file))
    expect(found).toEqual([{ pointer, message: expect.stringContaining(`in ${range}`) as string }])
  })

  test('convergence is a word, or what was measured', () => {
    for (const word of ['constant', 'exponential', 'powerLaw'])
      expect(decode(withValue('/workload/convergence', word)).workload.convergence).toBe(word)
    const measured = { meanStep: 0.02, shape: 0.85 }
    for (const more of [{}, { stepRange: '3 bit' }])
      expect(
        exactly(decode(withValue('/workload/convergence', { ...measured, ...more })).workload.convergence)
      ).toEqual({
        meanStep: '0.02 a pure number',
        shape: '0.85 a pure number',
        ...('stepRange' in more ? { stepRange: '3 amount of information' } : {})
      })
    expect(at('/workload/convergence', 'exponental')[0]!.message).toContain('did you mean "exponential"?')
    expect(at('/workload/convergence', {}).map(({ pointer }) => pointer)).toEqual([
      '/workload/convergence/meanStep',
      '/workload/convergence/shape'
    ])
    // A file of before says the shape alone.
    expect(at('/workload/convergence', { shape: 0.85 })).toEqual([
      {
        pointer: '/workload/convergence/meanStep',
        message:
          'missing: expected measured mean of the steps, relative to the largest, such as "0.02": a shape tells when hops take place, and this how many there are'
      }
    ])
  })

  test('how well heat is pumped asks for where to', () => {
    expect(at('/design/carnotFraction', 0.2)).toEqual([
      {
        pointer: '/design/carnotFraction',
        message: 'expected an ambientTemperature beside it: the heat has to be given off somewhere'
      }
    ])
    expect(at('/design/carnotFraction', 0)[0]!.message).toContain('in (0, 1]')
    const { design } = decode(withValue('/design/ambientTemperature', '300 K'))
    expect(design.ambientTemperature!.value).toBe(300)
    expect(design.carnotFraction).toBeUndefined()
  })

  test('updates are a number or a rule', () => {
    for (const rule of ['one per flop', 'one per mac'])
      expect(decode(withValue('/workload/updates', rule)).workload.updates).toBe(rule)
    expect(at('/workload/updates', 'one per flops')[0]!.message).toContain('did you mean "one per flop"?')
  })
})

describe('a value that is uncertain', () => {
  const doubtful = withValue('/design/temperature', '300 K ± 2 K')

  test('is a problem for an exact scenario, and read as an interval for a certified one', () => {
    expect(problems(doubtful)).toEqual([
      { pointer: '/design/temperature', message: expect.stringMatching(/^expected one value, got/) as string }
    ])
    expect(right(decodeUncertainScenario(doubtful)).design.temperature).toMatchObject({
      lower: { value: 298 },
      upper: { value: 302 }
    })
  })

  test('keeps no other problem from being told', () => {
    for (const value of [
      withValue('/name', 5, doubtful),
      withValue('/workload/operations', undefined, doubtful)
    ])
      expect(left(decodeUncertainScenario(value)).problems).toEqual(problems(value))
  })
})

describe('a file that is no such object', () => {
  test.each([null, 5, 'x', true, [], [least]].map((value) => [value]))('%p', (value) => {
    const [problem, ...others] = problems(value)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ pointer: '' })
    expect(problem!.message).toMatch(/^expected an object with a name, a workload and a design, got /)
  })

  test.each(['/workload', '/design', '/design/memory', '/design/readout', '/design/technology'])(
    'nor is %s any but an object',
    (pointer) => {
      for (const wrong of [null, 5, 'x', [], true])
        expect(at(pointer, wrong)).toEqual([
          { pointer, message: expect.stringMatching(/^expected an object of \w+ fields, got /) as string }
        ])
    }
  )
})

test('many problems are told at once, in the file from top to bottom of each section', () => {
  const file = {
    name: 5,
    extra: 1,
    workload: { ...least.workload, duration: '5', parameters: -5 },
    design: { temperature: '25 °C', memory: { attemptRate: '1 pJ', atemptRate: 1 } }
  }
  expect(problems(file).map(({ pointer }) => pointer)).toEqual([
    '/extra',
    '/name',
    '/workload/parameters',
    '/workload/duration',
    '/design/temperature',
    '/design/memory/atemptRate',
    '/design/memory/attemptRate'
  ])
})

describe('what is decoded, encoded and decoded again is the same', () => {
  const again = (value: unknown): Scenario => decode(scenario.encode(decode(value)))

  const numeral = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.integer({ min: -45, max: 10 }))
    .map(([digits, exponent]) => `${digits}e${exponent}`)

  test('for every number in a text with a unit, to the last digit', () => {
    const fields = fc.constantFrom(
      ['/workload/parameters', 'parameter'],
      ['/workload/precision', 'bit'],
      ['/workload/duration', 's'],
      ['/workload/duration', 'h'],
      ['/workload/operations', 'flop'],
      ['/workload/updates', 'update'],
      ['/workload/transfers', ''],
      ['/design/temperature', 'mK'],
      ['/design/memory/attemptRate', 'GHz'],
      ['/design/memory/retentionTime', 'yr'],
      ['/design/readout/rows', 'mac/conversion'],
      ['/design/technology/movementEnergy', 'pJ/bit'],
      ['/design/technology/acceleratorEnergy', 'eV/flop']
    )
    fc.assert(
      fc.property(fields, numeral, ([pointer, unit], value) => {
        const file = withValue(pointer, `${value} ${unit}`.trim())
        expect(exactly(again(file))).toEqual(exactly(decode(file)))
      }),
      { numRuns: 300 }
    )
  })

  test('for every time of whole seconds, though few are whole hours or days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (duration) => {
        const file = withValue('/workload/duration', `${duration} s`)
        expect(exactly(again(file))).toEqual(exactly(decode(file)))
      })
    )
  })

  test('for every probability', () => {
    fc.assert(
      fc.property(decades(-300, -0.31), (probability) => {
        const file = withValue('/design/errorProbability', probability)
        expect(exactly(again(file))).toEqual(exactly(decode(file)))
      })
    )
  })

  test.each<readonly [string, unknown]>([
    ['/workload/updates', 'one per mac'],
    ['/workload/convergence', { meanStep: 0.02, shape: 0.85 }],
    ['/workload/convergence', { meanStep: 0.02, shape: 0.85, stepRange: '3 bit' }],
    ['/design/ambientTemperature', '300 K'],
    ['/workload/convergence', 'constant'],
    ['/workload/operations', 'computeOptimal'],
    ['/workload/operations', { law: 'training', tokens: '3e11 token' }],
    [
      '/workload/operations',
      { law: 'powerLaw', anchorParameters: '1e9 parameter', anchorFlops: '1e20 flop', exponent: 1.25 }
    ],
    ['/description', 'a | b\n"c"'],
    ['/$schema', './schema.json']
  ])('for %s of %p', (pointer, value) => {
    const file = withValue(pointer, value)
    expect(exactly(again(file))).toEqual(exactly(decode(file)))
  })

  test('and what is encoded is encoded the same again: also for scenarios made in code', () => {
    fc.assert(
      fc.property(scenarios, (made) => {
        const encoded = scenario.encode(made)
        expect(E.map((found: Scenario) => scenario.encode(found))(decodeScenario(encoded))).toEqual(
          E.right(encoded)
        )
      })
    )
  })
})
