/** Values of a workload file that are uncertain: "300 K ± 2 K" is between 298 K and 302 K. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { Scenario } from '../../src/ledger/scenario'
import { decodeScenario, decodeUncertainScenario, leaves, scenario } from '../../src/format/workload/scenario'
import type { SchemaProblem } from '../../src/shape/problem'
import { decimal } from '../../src/units/decimal'
import { isEnclosure, type Certainty } from '../../src/units/enclosure'
import { endsIn, placesIn, valueAt, type Figure } from '../ledger/figures'
import { left, right } from '../ledger/reference'
import { certifiedProblems, readCertified } from '../estimate/certified'
import { examples, exampleText, lineOf, text, withValue } from '../estimate/files'

const decode = (value: unknown): Scenario<Certainty> => right(decodeUncertainScenario(value))

/** What is read at a pointer of the least file, with a value there. */
const read = (pointer: string, value: unknown, at = pointer): Figure =>
  valueAt(decode(withValue(pointer, value)), at)

const endsOf = (figure: Figure): readonly string[] => endsIn(figure).map(String)

const operations = '/workload/operations'

describe('an interval is read as people write it', () => {
  test.each([
    ['/design/temperature', '300 K ± 2 K', '298', '302'],
    ['/design/temperature', '300 ± 2 K', '298', '302'],
    ['/design/temperature', '300 K +/- 2 K', '298', '302'],
    ['/design/temperature', '300 K +- 2 K', '298', '302'],
    ['/design/temperature', '300K±2K', '298', '302'],
    ['/design/temperature', '300 K ± 500 mK', '299.5', '300.5'],
    ['/design/temperature', '[298, 302] K', '298', '302'],
    ['/design/temperature', ' [ 298 K , 302 K ] ', '298', '302'],
    ['/design/memory/attemptRate', '1 GHz ± 10 %', '900000000', '1100000000'],
    ['/design/memory/attemptRate', '[1e9, 1e10] Hz', '1000000000', '10000000000'],
    ['/design/memory/attemptRate', '[900 MHz, 1.1 GHz]', '900000000', '1100000000'],
    ['/design/errorProbability', '0.01 ± 0.001', '0.009', '0.011'],
    ['/design/errorProbability', '[1 %, 2 %]', '0.01', '0.02'],
    ['/workload/updates', '[1e15, 2e15] update', '1000000000000000', '2000000000000000'],
    ['/workload/macs', '1e15 mac ± 50 %', '500000000000000', '1500000000000000'],
    ['/workload/duration', '[1, 2] d', '86400', '172800'],
    ['/workload/transfers', '[0, 3]', '0', '3'],
    ['/design/readout/rows', '[128, 256] mac/conversion', '128', '256'],
    ['/design/technology/movementEnergy', '3.9 pJ/bit ± 0.1 pJ/bit', '3.8e-12', '4e-12']
  ])('%s of "%s" is from %s to %s', (pointer, value, lower, upper) => {
    const found = read(pointer, value)
    expect(isEnclosure(found)).toBe(true)
    expect(endsOf(found)).toEqual([lower, upper])
  })

  test('also what is measured of a convergence, a number of operations, and what a law takes', () => {
    expect(
      endsOf(
        read(
          '/workload/convergence',
          { meanStep: '[0.1, 0.2]', shape: '[0.4, 0.9]' },
          '/workload/convergence/shape'
        )
      )
    ).toEqual(['0.4', '0.9'])
    expect(endsOf(read(operations, '2e15 flop ± 10 %', `${operations}/flops`))).toEqual([
      '1800000000000000',
      '2200000000000000'
    ])
    const training = { law: 'training', tokens: '[1e11, 2e11] token' }
    expect(endsOf(read(operations, training, `${operations}/tokens`))).toEqual([
      '100000000000',
      '200000000000'
    ])
    const powerLaw = {
      law: 'powerLaw',
      anchorParameters: '1e9 parameter ± 1 %',
      anchorFlops: '[1, 2] flop',
      exponent: '1.25 ± 0.05'
    }
    expect(endsOf(read(operations, powerLaw, `${operations}/anchorParameters`))).toEqual([
      '990000000',
      '1010000000'
    ])
    expect(endsOf(read(operations, powerLaw, `${operations}/anchorFlops`))).toEqual(['1', '2'])
    expect(endsOf(read(operations, powerLaw, `${operations}/exponent`))).toEqual(['1.2', '1.3'])
  })

  test('with both ends the same it is exact, for an exact ledger too', () => {
    for (const value of ['300 K ± 0 K', '[300, 300] K', '300 K ± 0 %']) {
      expect(isEnclosure(read('/design/temperature', value))).toBe(false)
      expect(E.isRight(decodeScenario(withValue('/design/temperature', value)))).toBe(true)
    }
  })

  test('every digit of its ends is kept', () => {
    const [lower, upper] = ['1.2345678901234567890123456789012345678901', '1.3']
    expect(endsOf(read('/design/temperature', `[${lower}, ${upper}] K`))).toEqual([lower, upper])
  })
})

describe('every field that takes a value takes an interval', () => {
  const made = decode({
    ...withValue(
      '/workload/convergence',
      { meanStep: 0.02, shape: 0.5, stepRange: '3 bit' },
      withValue('/workload/macs', '1e15 mac')
    ),
    design: { ambientTemperature: '400 K', carnotFraction: 0.5 }
  })
  const encoded = scenario.encode(made) as Readonly<Record<string, unknown>>
  /** A value as it is written, and where it is read; a number of operations stands by itself. */
  const fields = placesIn(made).map((place) => [place.replace(/\/flops$/, ''), place] as const)

  test('and all are tried', () => {
    const names = fields.map(([pointer]) => pointer.replace(/\/convergence\/\w+$/, '/convergence'))
    expect([...new Set(names)].sort()).toEqual(leaves.map(({ pointer }) => pointer).sort())
  })

  test.each(fields)('%s', (pointer, place) => {
    const written = (valueAt(encoded, pointer) as unknown as string).split(' ')
    const [numeral, unit = ''] = written
    const interval = `[${numeral!}, ${Number(numeral) * 1.5}] ${unit}`.trim()
    const found = valueAt(decode(withValue(pointer, interval, encoded)), place)
    const meant = valueAt(made, place)
    expect(found.dimension).toBe(meant.dimension)
    const [lower, upper] = endsIn(found).map((end) => end.div(endsIn(meant)[0]).toNumber())
    expect(lower).toBeCloseTo(1, 12)
    expect(upper).toBeCloseTo(1.5, 12)
  })
})

describe('what is wrong with an interval is one problem, with its place', () => {
  const broken = (pointer: string, value: unknown): SchemaProblem & { readonly file: string } => {
    const file = text(withValue(pointer, value))
    const problems = certifiedProblems(file)
    expect(problems).toHaveLength(1)
    return { ...problems[0]!, file }
  }

  test.each([
    [
      'its lower end out of range',
      '[0, 300] K',
      'expected absolute temperature of the surroundings in (0, ∞) K, got "[0, 300] K"'
    ],
    [
      'a deviation that reaches out of range',
      '300 K ± 301 K',
      'expected absolute temperature of the surroundings in (0, ∞) K, got "300 K ± 301 K"'
    ],
    ['its ends reversed', '[302, 298] K', 'expected the lower end before the upper, got "[302, 298] K"'],
    ['a negative deviation', '300 K ± -2 K', 'expected a deviation that is not negative, got "300 K ± -2 K"'],
    [
      'a misspelt unit',
      '[298, 302] k',
      'expected a known unit instead of "k": did you mean "K"?, got "298 k"'
    ],
    [
      'another unit',
      '[298, 302] J',
      'expected a temperature such as "300 K" (this is an energy), got "298 J"'
    ],
    [
      'a deviation of another unit',
      '300 K ± 2 J',
      'expected a temperature such as "300 K" (this is an energy), got "2 J"'
    ],
    ['no unit', '[298, 302]', 'expected a temperature such as "300 K" (no unit is given), got "298"'],
    [
      'no comma',
      '[298 302] K',
      'expected a temperature such as "300 K", or an interval such as "[lower, upper] unit" or "value ± deviation", got "[298 302] K"'
    ],
    [
      'three ends',
      '[298, 300, 302] K',
      'expected a temperature such as "300 K", or an interval such as "[lower, upper] unit" or "value ± deviation", got "[298, 300, 302] K"'
    ],
    [
      'two deviations',
      '300 K ± 2 K ± 1 K',
      'expected a temperature such as "300 K", or an interval such as "[lower, upper] unit" or "value ± deviation", got "300 K ± 2 K ± 1 K"'
    ],
    [
      'no deviation',
      '300 K ±',
      'expected a temperature such as "300 K", or an interval such as "[lower, upper] unit" or "value ± deviation", got "300 K ±"'
    ],
    ['no number', '[a, b] K', 'expected a temperature such as "300 K", got "a K"']
  ])('%s', (_, value, message) => {
    const { file, ...problem } = broken('/design/temperature', value)
    expect(problem).toEqual({
      pointer: '/design/temperature',
      position: { line: lineOf(file, '"temperature"'), column: expect.any(Number) as number },
      message
    })
  })

  test.each([
    ['/design/errorProbability', '[0.4, 0.6]', '(0, ½]'],
    ['/design/errorProbability', '[0, 0.1]', '(0, ½]'],
    ['/design/memory/failureProbability', '[0.9, 1]', '(0, 1)'],
    ['/design/memory/writeErrorProbability', '[0.1, 0.5]', '(0, ½)'],
    ['/workload/transfers', '1 ± 2', '[0, ∞)'],
    ['/workload/macs', '[-1, 1e15] mac', '[0, ∞)'],
    ['/workload/updates', '[0, 1e15] update', '(0, ∞)'],
    ['/workload/operations', '[-1, 1] flop', '[0, ∞)'],
    ['/design/technology/movementEnergy', '1 pJ/bit ± 200 %', '[0, ∞)']
  ])('%s of "%s" reaches out of %s', (pointer, value, range) => {
    const { message, ...problem } = broken(pointer, value)
    expect(problem.pointer).toBe(pointer)
    expect(message).toContain(` in ${range}`)
    expect(message).toContain(`got "${value}"`)
  })

  test('a share of a pure number is read as neither of two things', () => {
    expect(broken('/design/errorProbability', '0.01 ± 10 %').message).toBe(
      'expected a deviation without %: of a pure number it could be a share of it or not, got "0.01 ± 10 %"'
    )
  })

  test.each([
    [
      '/workload/convergence',
      { meanStep: 0.02, shape: '[0.4, 1.2]' },
      '/workload/convergence/shape',
      '[0, 1]'
    ],
    [
      '/workload/operations',
      { law: 'training', tokens: '[0, 1] token' },
      '/workload/operations/tokens',
      '(0, ∞)'
    ],
    [
      '/workload/operations',
      { law: 'powerLaw', anchorParameters: '[1, 2] J', anchorFlops: '1 flop', exponent: 1 },
      '/workload/operations/anchorParameters',
      'this is an energy'
    ]
  ])('inside %s too', (pointer, value, place, words) => {
    const { message, position, file, ...problem } = broken(pointer, value)
    expect(problem.pointer).toBe(place)
    expect(message).toContain(words)
    expect(position!.line).toBe(lineOf(file, `"${place.split('/').at(-1)!}"`))
  })

  test('several are all told', () => {
    const file = withValue(
      '/design/temperature',
      '[302, 298] K',
      withValue('/workload/duration', '1 d ± 2 d')
    )
    expect(certifiedProblems(text(file)).map(({ pointer }) => pointer)).toEqual([
      '/workload/duration',
      '/design/temperature'
    ])
  })

  test('of ten million characters is refused at once, in a few words', () => {
    const start = performance.now()
    for (const value of [
      `[${'7'.repeat(1e7)}, 1] K`,
      `300 K ± ${'7'.repeat(1e7)} K`,
      `[${'['.repeat(1e7)}`,
      '±'.repeat(1e7)
    ]) {
      const { message } = broken('/design/temperature', value)
      expect(message.length).toBeLessThan(300)
    }
    expect((performance.now() - start) / 1000).toBeLessThan(5)
  })
})

describe('an exact ledger takes no interval', () => {
  const problems = (value: unknown) => left(decodeScenario(value)).problems

  test.each<readonly [string, unknown, string, string]>([
    ['/design/temperature', '300 K ± 2 K', '/design/temperature', '[298, 302] K'],
    ['/design/memory/attemptRate', '[1e9, 1e10] Hz', '/design/memory/attemptRate', '[1, 10] GHz'],
    ['/workload/updates', '[1e15, 2e15] update', '/workload/updates', '[1e15, 2e15] update'],
    ['/workload/operations', '2e15 flop ± 10 %', '/workload/operations', '[1.8e15, 2.2e15] flop'],
    [
      '/workload/operations',
      { law: 'training', tokens: '[1e11, 2e11] token' },
      '/workload/operations/tokens',
      '[1e11, 2e11] token'
    ],
    [
      '/workload/convergence',
      { meanStep: 0.02, shape: '[0.4, 0.9]' },
      '/workload/convergence/shape',
      '[0.4, 0.9]'
    ]
  ])('at %s of %j: the problem says what does', (pointer, value, place, found) => {
    expect(problems(withValue(pointer, value))).toEqual([
      {
        pointer: place,
        message: `expected one value, got "${found}": what is uncertain is for --certified (limen estimate, sweep, draw sweep)`
      }
    ])
  })

  test('each of several is a problem of its own', () => {
    const law = { law: 'powerLaw', anchorParameters: '[1, 2] parameter', anchorFlops: 1, exponent: '1 ± 0.1' }
    const file = withValue('/design/temperature', '300 K ± 2 K', withValue('/workload/operations', law))
    expect(problems(file).map(({ pointer }) => pointer)).toEqual([
      '/workload/operations/anchorParameters',
      '/workload/operations/exponent',
      '/design/temperature'
    ])
  })

  test('what is wrong for any ledger is told first', () => {
    const file = withValue('/design/temperature', '300 K ± 2 K', withValue('/workload/duration', '5 J'))
    expect(problems(file).map(({ pointer }) => pointer)).toEqual(['/workload/duration'])
  })
})

test.each(examples)('an exact file is read the same either way: %s.json', (name) => {
  const value = JSON.parse(exampleText(name)) as unknown
  expect(decode(value)).toEqual(right(decodeScenario(value)))
})

describe('what is decoded, encoded and decoded again has the same ends', () => {
  const again = (value: unknown): Scenario<Certainty> => decode(scenario.encode(decode(value)))
  const endsEverywhere = (of: Scenario<Certainty>) =>
    placesIn(of).map((place) => [place, ...endsOf(valueAt(of, place))])

  const numeral = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.integer({ min: -45, max: 10 }))
    .map(([digits, exponent]) => `${digits}e${exponent}`)
  const fields = fc.constantFrom<readonly [string, string]>(
    ['/workload/parameters', 'parameter'],
    ['/workload/precision', 'bit'],
    ['/workload/duration', 'h'],
    ['/workload/operations', 'flop'],
    ['/workload/updates', 'update'],
    ['/workload/transfers', ''],
    ['/design/temperature', 'mK'],
    ['/design/memory/attemptRate', 'GHz'],
    ['/design/memory/retentionTime', 'yr'],
    ['/design/technology/acceleratorEnergy', 'eV/flop']
  )

  test('for any two numbers of any field', () => {
    fc.assert(
      fc.property(fields, numeral, numeral, ([pointer, unit], a, b) => {
        const [less, more] = decimal(a).lte(b) ? [a, b] : [b, a]
        const file = withValue(pointer, `[${less}, ${more}] ${unit}`.trim())
        expect(endsEverywhere(again(file))).toEqual(endsEverywhere(decode(file)))
      }),
      { numRuns: 300 }
    )
  })

  test('for any share about any value', () => {
    fc.assert(
      fc.property(fields, numeral, fc.integer({ min: 0, max: 99 }), ([pointer, unit], value, share) => {
        fc.pre(unit !== '')
        const file = withValue(pointer, `${value} ${unit} ± ${share} %`)
        expect(endsEverywhere(again(file))).toEqual(endsEverywhere(decode(file)))
      }),
      { numRuns: 200 }
    )
  })

  test.each<readonly [string, unknown]>([
    ['/workload/convergence', { meanStep: '[0.02, 0.1]', shape: '[0.4, 0.9]', stepRange: '[3, 4] bit' }],
    ['/workload/operations', { law: 'training', tokens: '[1e11, 2e11] token' }],
    [
      '/workload/operations',
      {
        law: 'powerLaw',
        anchorParameters: '1e9 parameter ± 1 %',
        anchorFlops: '[1e20, 2e20] flop',
        exponent: '[1, 1.25]'
      }
    ],
    ['/workload/duration', '[1 s, 1 d]'],
    ['/workload/transfers', '[0, 1]']
  ])('for %s of %j', (pointer, value) => {
    const file = withValue(pointer, value)
    expect(endsEverywhere(again(file))).toEqual(endsEverywhere(decode(file)))
  })
})

test('uncertain values of a file make the ledger of the same values as overrides', () => {
  const source = exampleText('lenet-5')
  const file = JSON.parse(source) as Readonly<Record<string, unknown>>
  const written = withValue(
    '/design/temperature',
    '300 K ± 2 K',
    withValue('/workload/macs', '1.4e12 mac ± 5 %', file)
  )
  const totals = ({ ledger }: ReturnType<typeof readCertified>) =>
    ledger.paradigms.map(({ total }) => endsOf(total.energy))
  const found = totals(readCertified(text(written)))
  expect(found).toEqual(
    totals(readCertified(source, { temperature: '300 K ± 2 K', macs: '1.4e12 mac ± 5 %' }))
  )
  expect(found[0]![0]).not.toBe(found[0]![1])
})
