/** A workload file as text: a ledger in joules with all that it assumes, or all that is wrong with it. */
import * as E from 'fp-ts/lib/Either.js'
import type { Ledger } from '../../src/ledger/estimate'
import { leaves } from '../../src/format/workload/scenario'
import {
  certifiedEstimateFile,
  estimateFile,
  type Assumption,
  type Overrides
} from '../../src/estimate/workload-file'
import { facts } from '../../src/technology/facts'
import { formatWith } from '../../src/units/format'
import { encloses, endsIn, namedFigures, relativeWidth } from '../ledger/figures'
import { paradigmOf, right } from '../ledger/reference'
import { certifiedProblems, doubts, readCertified } from './certified'
import {
  exampleText,
  examples,
  least,
  lineOf,
  onlyProblem,
  readError,
  readEstimate,
  secondsOf,
  text,
  withValue
} from './files'

const source = text(least)

const assumed = (assumptions: readonly Assumption[], name: string): Assumption =>
  assumptions.find((assumption) => assumption.name === name)!

test('the brain-scale system has a ledger of energies: 22.97 µJ at the floor', () => {
  const { energy } = paradigmOf(readEstimate(exampleText('brain-scale')).ledger, 'floor').total
  expect(energy.dimension.name).toBe('energy')
  expect(energy.value).toBeCloseTo(22.97e-6, 8)
})

/** The fields that a ledger rests on: where no heat is pumped, none says where to. */
const heldBy = ({ scenario: { design } }: Ledger) =>
  leaves.filter(
    ({ name }) =>
      design.ambientTemperature !== undefined || !['ambientTemperature', 'carnotFraction'].includes(name)
  )

describe('assumptions', () => {
  test.each(examples)('of %s.json have every field of the file exactly once, in its order', (name) => {
    const { assumptions, ledger } = readEstimate(exampleText(name))
    expect(assumptions.map(({ name: of, pointer }) => [of, pointer])).toEqual(
      heldBy(ledger).map((leaf) => [leaf.name, leaf.pointer])
    )
  })

  test('from a file that says everything are all from the file, with no reason', () => {
    for (const assumption of readEstimate(exampleText('brain-scale')).assumptions) {
      expect(assumption.origin).toBe('file')
      expect(assumption.why).toBeUndefined()
    }
  })

  test('that the file leaves out are defaults with a reason, or derived with how', () => {
    const { assumptions } = readEstimate(source)
    const said = Object.keys(least.workload)
    for (const { name, origin, why } of assumptions) {
      expect([name, origin]).toEqual([
        name,
        said.includes(name) ? 'file' : name === 'macs' ? 'derived' : 'default'
      ])
      if (origin === 'file') expect(why).toBeUndefined()
      else expect(why).toMatch(/\w+ \w+/)
    }
  })

  test('have values with units', () => {
    const { assumptions } = readEstimate(source)
    expect(assumptions.map(({ name, value }) => [name, value])).toEqual([
      ['parameters', '1e9 parameter'],
      ['precision', '4 bit'],
      ['convergence', 'powerLaw'],
      ['duration', '1 d'],
      ['updates', '1e15 update'],
      ['operations', '2e15 flop'],
      ['macs', '1e15 mac'],
      ['transfers', '1'],
      ['temperature', '300 K'],
      ['solutionErrorProbability', '1e-9'],
      ['errorProbability', '0.01'],
      ['attemptRate', '1 GHz'],
      ['hopsPerUpdate', '1'],
      ['retentionTime', '10 yr'],
      ['failureProbability', '1e-9'],
      ['writeTime', '1 µs'],
      ['writeErrorProbability', '1e-9'],
      ['flipProbability', '0.5'],
      ['outputBits', '8 bit'],
      ['rows', '256 mac/conversion'],
      ['movementEnergy', '3.9 pJ/bit'],
      ['reuse', '1'],
      ['acceleratorEnergy', '707.5 fJ/flop']
    ])
  })

  test('of technology cite their source', () => {
    const { assumptions } = readEstimate(source)
    expect(assumed(assumptions, 'movementEnergy').why).toContain(facts.hbm2Access.source.citation)
    expect(assumed(assumptions, 'acceleratorEnergy').why).toContain(facts.h100PeakOperation.source.citation)
  })

  test('that follow from a law say from which', () => {
    const { assumptions } = readEstimate(text(withValue('/workload/operations', 'computeOptimal')))
    expect(assumed(assumptions, 'operations')).toEqual({
      name: 'operations',
      pointer: '/workload/operations',
      value: '1.2e20 flop',
      origin: 'derived',
      why: expect.stringContaining('Hoffmann 2022') as string
    })
  })

  test('that follow from a rule say so', () => {
    const { assumptions } = readEstimate(text(withValue('/workload/updates', 'one per mac')))
    expect(assumed(assumptions, 'updates')).toMatchObject({
      value: '1e15 update',
      origin: 'derived',
      why: 'one per mac'
    })
  })

  test('of operations that follow from macs say so', () => {
    const file = withValue('/workload/macs', '7e14 mac', withValue('/workload/operations', undefined))
    const { assumptions } = readEstimate(text(file))
    expect(assumed(assumptions, 'macs')).toMatchObject({ value: '7e14 mac', origin: 'file' })
    expect(assumed(assumptions, 'operations')).toMatchObject({
      value: '1.4e15 flop',
      origin: 'derived',
      why: 'one mac is two flop'
    })
  })

  test('of a measured convergence show it', () => {
    for (const more of [{}, { stepRange: '3 bit' }]) {
      const measured = { meanStep: 0.02, shape: 0.85, ...more }
      const { assumptions } = readEstimate(text(withValue('/workload/convergence', measured)))
      expect(JSON.parse(assumed(assumptions, 'convergence').value)).toEqual({
        ...{ meanStep: '0.02', shape: '0.85' },
        ...more
      })
    }
  })

  test('of cold say that a perfect machine pumps the heat, where none is told', () => {
    const { assumptions, ledger } = readEstimate(source, { temperature: '4 K', ambientTemperature: '300 K' })
    expect(assumed(assumptions, 'ambientTemperature')).toMatchObject({ value: '300 K', origin: 'override' })
    expect(assumed(assumptions, 'carnotFraction')).toEqual({
      name: 'carnotFraction',
      pointer: '/design/carnotFraction',
      value: '1',
      origin: 'default',
      why: 'a perfect machine pumps the heat: the least there is'
    })
    expect(ledger.intermediates['refrigeration']!.value).toBe(75)
  })

  test('are shown as a person would write them: 355 h is no endless fraction of a day', () => {
    const { value } = assumed(readEstimate(exampleText('gpt-3')).assumptions, 'duration')
    expect(value.length).toBeLessThan(12)
  })

  test('can be written into a file that has the same ledger', () => {
    const { ledger, assumptions } = readEstimate(exampleText('gpt-3-scaled'))
    const file = assumptions.reduce<Readonly<Record<string, unknown>>>(
      (inside, { pointer, value }) => withValue(pointer, value, inside),
      { name: 'again' }
    )
    const again = readEstimate(text(file))
    // What a law gives is written with 34 digits, so that the last of a figure may differ.
    const totals = (of: Ledger) => of.paradigms.map(({ total }) => formatWith({ digits: 33 })(total.energy))
    expect(totals(again.ledger)).toEqual(totals(ledger))
    expect(again.assumptions.map(({ origin }) => origin)).toEqual(heldBy(ledger).map(() => 'file'))
  })
})

describe('overrides', () => {
  test.each(Object.entries({ estimateFile, certifiedEstimateFile }))(
    '%s: one that is no input of a file would do nothing, and is told',
    (name, read) => {
      const told = (overrides: Overrides): string => {
        const result = read(source, overrides)
        return E.isLeft(result) ? result.left.message : 'computed all the same'
      }
      expect(told({ temperatur: '4 K' })).toBe(
        `${name}: overrides: unknown override temperatur: did you mean temperature?`
      )
      expect(told({ '/design/temperature': '4 K' })).toBe(
        `${name}: overrides: unknown override /design/temperature: did you mean temperature?`
      )
      expect(told({ colour: 'red' })).toMatch(
        /unknown override colour: expected one of parameters, .*, rows,/
      )
    }
  )

  const origins = (overrides: Readonly<Record<string, string>>) =>
    readEstimate(source, overrides).assumptions.filter(({ origin }) => origin === 'override')

  test.each([
    ['a text with a unit', 'temperature', '4 K', '4 K'],
    ['a number in SI', 'temperature', '4', '4 K'],
    ['a number with an exponent', 'attemptRate', '2e9', '2 GHz'],
    ['a number of macs per conversion', 'rows', '128', '128 mac/conversion'],
    ['a word', 'convergence', 'constant', 'constant'],
    ['a text with spaces around', 'temperature', ' 4 K ', '4 K'],
    [
      'a number of more digits than JSON keeps',
      'transfers',
      '0.12345678901234567890123',
      '0.12345678901234567890123'
    ]
  ])('may be %s', (_, name, override, value) => {
    expect(origins({ [name]: override })).toEqual([
      { name, pointer: leaves.find((leaf) => leaf.name === name)!.pointer, value, origin: 'override' }
    ])
  })

  test('may be an object, as JSON', () => {
    expect(origins({ convergence: '{"meanStep": 0.02, "shape": 0.25}' })).toEqual([
      expect.objectContaining({ name: 'convergence', value: '{"meanStep":"0.02","shape":"0.25"}' })
    ])
    const law = '{"law": "training", "tokens": "1e11 token"}'
    expect(readEstimate(source, { operations: law }).ledger.counts.flops.value).toBe(6e20)
  })

  test('change the ledger, and only what depends on them', () => {
    const [before, after] = [readEstimate(source), readEstimate(source, { movementEnergy: '7.8 pJ/bit' })]
    for (const { name, total } of before.ledger.paradigms) {
      const factor = paradigmOf(after.ledger, name).total.energy.exact.div(total.energy.exact).toNumber()
      expect([name, factor]).toEqual([name, name === 'vonNeumann' ? 2 : 1])
    }
  })

  test('reach into sections that the file does not have', () => {
    expect(readEstimate(source, { attemptRate: '2 GHz', rows: '64' }).assumptions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'attemptRate', value: '2 GHz', origin: 'override' }),
        expect.objectContaining({ name: 'retentionTime', value: '10 yr', origin: 'default' }),
        expect.objectContaining({ name: 'rows', value: '64 mac/conversion', origin: 'override' })
      ])
    )
  })

  test('mend what is wrong in the file', () => {
    const broken = text(withValue('/workload/parameters', '5 J'))
    expect(readEstimate(broken, { parameters: '1e9 parameter' }).ledger).toBeDefined()
  })

  test('stand in for what the file leaves out', () => {
    const file = text(withValue('/workload/precision', undefined))
    expect(assumed(readEstimate(file, { precision: '4 bit' }).assumptions, 'precision').origin).toBe(
      'override'
    )
  })

  test('equal to what the file says leave the ledger as it is', () => {
    const told = readEstimate(source, { parameters: '1e9 parameter', duration: '24 h' })
    expect(told.ledger.paradigms.map(({ total }) => total.energy.exact.toString())).toEqual(
      readEstimate(source).ledger.paradigms.map(({ total }) => total.energy.exact.toString())
    )
  })

  test.each([
    ['temperature', '4 J', 'expected a temperature such as "300 K" (this is an energy), got "4 J"'],
    ['duration', 'soon', 'expected a time such as "30 d", got "soon"'],
    ['transfers', '', 'expected a pure number such as "1", got ""'],
    ['errorProbability', '0.7', 'expected probability that an update goes wrong in (0, ½], got 0.7']
  ])(
    'of %s by "%s" are refused, with the pointer but no line: none is in the file',
    (name, override, message) => {
      const problem = onlyProblem(source, { [name]: override })
      expect(problem).toEqual({ pointer: leaves.find((leaf) => leaf.name === name)!.pointer, message })
    }
  )

  test('wrong inside have no line either', () => {
    const problem = onlyProblem(source, { convergence: '{"meanStep": 1, "shape": 2}' })
    expect(problem.pointer).toBe('/workload/convergence/shape')
    expect(problem.position).toBeUndefined()
  })

  test('of ten million characters are refused at once, in a few words', () => {
    for (const override of ['7'.repeat(1e7), 'x'.repeat(1e7), '{'.repeat(1e7), ' '.repeat(1e5)]) {
      expect(secondsOf(() => readError(source, { parameters: override }))).toBeLessThan(2)
      expect(readError(source, { parameters: override }).message.length).toBeLessThan(200)
    }
  })

  test('by a number of any size are kept as they are, and refused beyond what float64 holds', () => {
    expect(assumed(readEstimate(source, { transfers: '1e308' }).assumptions, 'transfers').value).toBe('1e308')
    expect(readError(source, { transfers: '1e400' }).message).toBe(
      '/workload/transfers: expected a number that float64 holds, 5e-324 to 1.79e308, got "1e400"'
    )
  })
})

describe('what is wrong with a file is told with its pointer and line', () => {
  const broken = (pointer: string, value: unknown) => {
    const file = text(withValue(pointer, value))
    const { pointer: where, position, message } = onlyProblem(file)
    return { pointer: where, line: position?.line, message, file }
  }

  test('a field of the wrong unit', () => {
    const { file, ...problem } = broken('/workload/duration', '5 J')
    expect(problem).toEqual({
      pointer: '/workload/duration',
      line: lineOf(file, '"duration"'),
      message: 'expected a time such as "30 d" (this is an energy), got "5 J"'
    })
  })

  test('a negative count', () => {
    const { file, message, ...problem } = broken('/workload/parameters', '-5 parameter')
    expect(problem).toEqual({ pointer: '/workload/parameters', line: lineOf(file, '"parameters"') })
    expect(message).toContain('number of parameters in (0, ∞)')
  })

  test('a missing field has the line of the object that misses it', () => {
    const { file, message, ...problem } = broken('/workload/precision', undefined)
    expect(problem).toEqual({ pointer: '/workload/precision', line: lineOf(file, '"workload"') })
    expect(message).toMatch(/^missing: expected precision of the solution/)
  })

  test('an unknown field has its own line', () => {
    const { file, ...problem } = broken('/workload/epochs', 3)
    expect(problem).toMatchObject({ pointer: '/workload/epochs', line: lineOf(file, '"epochs"') })
    expect(problem.message).toBe('unknown field: epochs stands in /workload/operations')
  })

  test('a misspelt field is one problem if it may be left out, and two if it is missed', () => {
    expect(broken('/workload/transfer', 2).message).toBe('unknown field: did you mean "transfers"?')
    const file = text(withValue('/workload/paramters', 1, withValue('/workload/parameters', undefined)))
    expect(readError(file).problems.map(({ pointer }) => pointer)).toEqual([
      '/workload/paramters',
      '/workload/parameters'
    ])
  })

  test('pointers escape ~ and /', () => {
    const { problems } = readError(text({ ...least, 'a/b~c': 1 }))
    expect(problems).toEqual([expect.objectContaining({ pointer: '/a~1b~0c' })])
  })

  test('__proto__ is an unknown field, and changes nothing', () => {
    const file = source.replace('"workload": {', '"workload": {\n"__proto__": {"precision": "9 bit"},')
    expect(onlyProblem(file)).toMatchObject({ pointer: '/workload/__proto__', position: { line: 4 } })
    const whole = source.replace('{', '{"__proto__": {"design": {}},')
    expect(onlyProblem(whole)).toMatchObject({ pointer: '/__proto__' })
    expect(onlyProblem(whole, { temperature: '4 K' })).toMatchObject({ pointer: '/__proto__' })
    expect(({} as Record<string, unknown>)['precision']).toBeUndefined()
  })

  test('several problems are all told, each with its line, in one message', () => {
    const file = text({
      name: 5,
      workload: { ...least.workload, parameters: -5, duration: '5 J' },
      design: { memory: { atemptRate: '1 GHz' }, temperature: 'warm' }
    })
    const { problems, message } = readError(file)
    expect(problems.map(({ pointer, position }) => [pointer, position?.line])).toEqual([
      ['/name', lineOf(file, '"name"')],
      ['/workload/parameters', lineOf(file, '"parameters"')],
      ['/workload/duration', lineOf(file, '"duration"')],
      ['/design/temperature', lineOf(file, '"temperature"')],
      ['/design/memory/atemptRate', lineOf(file, '"atemptRate"')]
    ])
    const lines = message.split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toBe('/name (line 2): expected a text, got 5')
    expect(lines[4]).toMatch(
      /^\/design\/memory\/atemptRate \(line \d+\): unknown field: did you mean "attemptRate"\?$/
    )
  })

  test('a byte order mark is no problem, and shifts no line', () => {
    expect(readEstimate(`\uFEFF${source}`).ledger).toBeDefined()
    expect(onlyProblem(`\uFEFF${text(withValue('/name', 5))}`).position).toEqual({ line: 2, column: 11 })
  })

  test.each([
    ['an empty file', '', /^\(line 1\): malformed JSON at column 1: /],
    ['a truncated file', source.slice(0, 120), /^\(line \d+\): malformed JSON at column \d+: /],
    ['NaN', source.replace('"1e9 parameter"', 'NaN'), /^\(line 4\): malformed JSON at column 19: /],
    ['no object', '[]', /expected an object with a name, a workload and a design, got a list$/],
    ['null', 'null', /expected an object with a name, a workload and a design, got null$/],
    ['too deep a nesting', '['.repeat(1e5), /: it is nested too deeply$/]
  ])('%s is one problem', (_, broken, message) => {
    expect(readError(broken).problems).toHaveLength(1)
    expect(readError(broken).message).toMatch(message)
  })

  test.each([
    ['1e999', 'parameters'],
    ['123456789012345678901', 'parameters'],
    ['0.1234567890123456789', 'transfers']
  ])('the number %s, which would be read as another, is refused where it stands', (literal, name) => {
    const file = text(withValue(`/workload/${name}`, 1)).replace(`"${name}": 1`, `"${name}": ${literal}`)
    expect(onlyProblem(file)).toMatchObject({
      pointer: `/workload/${name}`,
      position: { line: lineOf(file, `"${name}"`) }
    })
  })

  test('a key given twice', () => {
    const file = source.replace('"precision": "4 bit",', '"precision": "4 bit",\n"precision": "8 bit",')
    expect(onlyProblem(file)).toMatchObject({
      position: { line: lineOf(file, '"precision": "8 bit"'), column: 1 },
      message: 'the field "precision" is given twice'
    })
  })

  test('ten million digits, as a text or as a number, are refused at once in a few words', () => {
    const digits = '7'.repeat(1e7)
    for (const value of [`"${digits}"`, digits]) {
      const file = source.replace('"1e9 parameter"', value)
      expect(secondsOf(() => readError(file))).toBeLessThan(3)
      expect(onlyProblem(file)).toMatchObject({ pointer: '/workload/parameters', position: { line: 4 } })
      expect(readError(file).message.length).toBeLessThan(250)
    }
  })

  test('a field whose name has ten million letters is told in a few words', () => {
    expect(readError(text({ ...least, ['k'.repeat(1e7)]: 1 })).message.length).toBeLessThan(1000)
  })
})

describe('a file outside the domain of some models', () => {
  const outsideOf = (file: unknown) =>
    Object.fromEntries(
      readEstimate(text(file)).ledger.outside.map(({ name, problems }) => [
        name,
        problems.map(({ message }) => message)
      ])
    )

  test('has a ledger of the other rows, and tells what those require and what was found', () => {
    const late = outsideOf(withValue('/workload/duration', '0.1 ms'))
    expect(Object.keys(late)).toEqual(['bitFlip', 'limRecovered', 'limDissipated'])
    expect(late['limRecovered']).toEqual([
      'meanMatchedBarrier: requires (1 − ε) h₁ U/N/τ ≤ f₀, found 9.900 GHz > 1.000 GHz'
    ])
    expect(outsideOf(withValue('/design/memory/writeTime', '1 ns'))).toEqual({
      cim: ['staticWrite: requires −ln p_w ≤ f₀ t_w, found 20.72 > 1.000']
    })
  })

  test('of all models has none: each problem stands at what may be mended, with all that it depends on', () => {
    const file = text(withValue('/design/ambientTemperature', '200 K'))
    const { message, pointer, position } = onlyProblem(file)
    expect(message).toBe(
      'refrigeration: requires T ≤ T_h, found 300.0 K > 200.0 K; it depends on /design/temperature, /design/ambientTemperature'
    )
    expect(pointer).toBe('/design/ambientTemperature')
    expect(position!.line).toBe(lineOf(file, '"ambientTemperature"'))
    // Only what stands in the file can be mended there.
    expect(onlyProblem(file, { temperature: '400 K' }).pointer).toBe('/design/temperature')
  })

  test('of a law without a finite value is no ledger', () => {
    const law = { law: 'powerLaw', anchorParameters: 1, anchorFlops: 1, exponent: 1e20 }
    expect(onlyProblem(text(withValue('/workload/operations', law))).message).toContain(
      'flops: it has no finite value here'
    )
  })
})

describe('the certified ledger of a file', () => {
  test.each(examples)('of %s.json encloses every figure of the exact one, narrowly', (name) => {
    const figures = namedFigures(readCertified(exampleText(name)).ledger)
    // With more digits than the enclosures have, so that rounding to the nearest moves none out.
    const exact = right(estimateFile(exampleText(name), {}, { digits: 44 })).ledger
    for (const [of, value] of Object.entries(namedFigures(exact))) {
      expect([of, encloses(figures[of]!, endsIn(value)[0])]).toEqual([of, true])
      expect(relativeWidth(figures[of]!)).toBeLessThan(1e-25)
    }
  })

  test('takes uncertain overrides, and echoes them with their ends', () => {
    const { assumptions } = readCertified(source, { temperature: '300 K ± 2 K', transfers: '[1, 2]' })
    const told = assumptions.filter(({ origin }) => origin === 'override')
    expect(told.map(({ name, value }) => [name, value])).toEqual([
      ['transfers', '[1, 2]'],
      ['temperature', '[298, 302] K']
    ])
  })

  test('takes them inside objects: a shape, and a law', () => {
    const { assumptions, ledger } = readCertified(source, {
      convergence: '{"meanStep": "[0.02, 0.03]", "shape": "0.8 ± 0.1"}',
      operations: '{"law": "training", "tokens": "[1e5, 2e5] token"}'
    })
    expect(JSON.parse(assumed(assumptions, 'convergence').value)).toEqual({
      meanStep: '[0.02, 0.03]',
      shape: '[0.7, 0.9]'
    })
    expect(assumed(assumptions, 'operations')).toMatchObject({
      value: '[6e14, 1.2e15] flop',
      origin: 'derived',
      why: expect.stringContaining('"tokens":"[100000, 200000] token"') as string
    })
    expect(assumed(assumptions, 'macs').value).toBe('[3e14, 6e14] mac')
    expect(endsIn(ledger.intermediates['shape']!).map(Number)).toEqual([0.7, 0.9])
  })

  test('has the assumptions of the exact one, in the same order, where values are exact', () => {
    for (const name of examples) {
      const told = ({ assumptions }: { readonly assumptions: readonly Assumption[] }) =>
        assumptions.map(({ value: _, ...rest }) => rest)
      expect(told(readCertified(exampleText(name)))).toEqual(told(readEstimate(exampleText(name))))
    }
  })

  test('can be written into a file that has a ledger about the same', () => {
    const { ledger, assumptions } = readCertified(exampleText('gpt-3-scaled'))
    const file = assumptions.reduce<Readonly<Record<string, unknown>>>(
      (inside, { pointer, value }) => withValue(pointer, value, inside),
      { name: 'again' }
    )
    const again = namedFigures(readCertified(text(file)).ledger)
    for (const [of, figure] of Object.entries(namedFigures(ledger))) {
      const [lower, upper] = endsIn(figure).map(Number)
      expect(endsIn(again[of]!).map(Number)).toEqual([
        expect.closeTo(lower!, lower! === 0 ? 0 : 9 - Math.floor(Math.log10(lower!))) as number,
        expect.closeTo(upper!, upper! === 0 ? 0 : 9 - Math.floor(Math.log10(upper!))) as number
      ])
    }
  })

  test('has as many digits as asked for; an exact one too', () => {
    for (const digits of [1, 5, 50]) {
      const certified = namedFigures(readCertified(source, {}, digits).ledger)
      const exact = namedFigures(right(estimateFile(source, {}, { digits })).ledger)
      for (const of of Object.keys(certified)) {
        for (const end of [...endsIn(certified[of]!), ...endsIn(exact[of]!)])
          expect(end.precision()).toBeLessThanOrEqual(digits)
      }
      // A zero at the end is no digit of its own.
      const most = Math.max(...Object.values(exact).map((figure) => endsIn(figure)[0].precision()))
      expect(most).toBe(digits)
    }
  })

  test('has no row where a value together with others may leave its domain', () => {
    const { outside } = readCertified(source, { duration: '[0.1 ms, 1 d]' }).ledger
    expect(outside.map(({ name }) => name)).toEqual(['bitFlip', 'limRecovered', 'limDissipated'])
    expect(outside[1]!.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^meanMatchedBarrier: requires \(1 − ε\) h₁ U\/N\/τ ≤ f₀, found \[.*\] GHz and 1\.000 GHz, which does not settle it$/
      )
    ])
    expect(readCertified(source, { duration: '[0.5, 1] d' }).ledger.outside).toEqual([])
  })

  test('is refused where none has a value, at what was overridden', () => {
    const [problem, ...others] = certifiedProblems(source, { ambientTemperature: '[200, 400] K' })
    expect(others).toEqual([])
    expect(problem).toEqual({
      pointer: '/design/ambientTemperature',
      message:
        'refrigeration: requires T ≤ T_h, found 300.0 K and [200.0, 400.0] K, which does not settle it; it depends on /design/temperature, /design/ambientTemperature'
    })
  })
})

describe('without a certified ledger', () => {
  const sentence = (found: string) =>
    `expected one value, got "${found}": what is uncertain is for --certified (limen estimate, sweep, draw sweep)`

  test('an uncertain value of the file is a problem with its line', () => {
    const file = text(withValue('/design/memory/attemptRate', '1 GHz ± 10 %'))
    expect(onlyProblem(file)).toEqual({
      pointer: '/design/memory/attemptRate',
      position: { line: lineOf(file, '"attemptRate"'), column: expect.any(Number) as number },
      message: sentence('[0.9, 1.1] GHz')
    })
  })

  test('one inside a law has the line of its own field', () => {
    const law = { law: 'training', tokens: '1e5 token ± 10 %' }
    const file = text(withValue('/workload/operations', law))
    expect(onlyProblem(file)).toEqual({
      pointer: '/workload/operations/tokens',
      position: { line: lineOf(file, '"tokens"'), column: expect.any(Number) as number },
      message: sentence('[90000, 110000] token')
    })
  })

  test('an uncertain override is a problem without a line', () => {
    expect(onlyProblem(source, { temperature: '300 K ± 2 K' })).toEqual({
      pointer: '/design/temperature',
      message: sentence('[298, 302] K')
    })
    expect(onlyProblem(source, { convergence: '{"meanStep": 1, "shape": "[0.4, 0.9]"}' })).toEqual({
      pointer: '/workload/convergence/shape',
      message: sentence('[0.4, 0.9]')
    })
  })

  test('each of several is told', () => {
    expect(readError(exampleText('brain-scale'), doubts).problems.map(({ pointer }) => pointer)).toEqual([
      '/workload/updates',
      '/design/temperature',
      '/design/technology/movementEnergy',
      '/design/technology/acceleratorEnergy'
    ])
  })
})

describe('of counts that are wrong the causes are told, and not what follows from them', () => {
  const law = (exponent: number) =>
    JSON.stringify({ law: 'powerLaw', anchorParameters: 1, anchorFlops: 1, exponent })
  const none = text(
    withValue('/workload/updates', 'one per flop', withValue('/workload/operations', '0 flop') as never)
  )
  const hasty = 'staticWrite: requires'

  describe.each<
    readonly [
      string,
      (
        file: string,
        overrides?: Readonly<Record<string, string>>
      ) => readonly { readonly pointer: string; readonly message: string }[]
    ]
  >([
    ['exact', (file, overrides) => readError(file, overrides).problems],
    ['certified', (file, overrides) => certifiedProblems(file, overrides)]
  ])('in an %s ledger', (_, problems) => {
    const told = (overrides: Readonly<Record<string, string>>) =>
      problems(none, overrides).map(
        ({ pointer, message }) => `${pointer} ${message.split(/ is | requires/)[0]!}`
      )

    test('no operations, and an update for each', () => {
      expect(told({})).toEqual(['/workload/operations updates: flops 0'])
    })

    test('no operations, and an update for each mac', () => {
      expect(told({ updates: 'one per mac' })).toEqual(['/workload/operations updates: macs = M = 0'])
      expect(told({ updates: 'one per mac', macs: '0 mac' })).toEqual(['/workload/macs updates: macs 0'])
    })

    test('a law without a finite value is the problem of its operations', () => {
      expect(problems(none, { operations: law(1e20) })).toEqual([
        { pointer: '/workload/operations', message: 'flops: it has no finite value here' }
      ])
    })

    test('and causes that have nothing to do with them are told too', () => {
      for (const overrides of [{}, { updates: 'one per mac' }]) {
        const [first, second, ...others] = problems(none, { ...overrides, writeTime: '1 ns' })
        expect(others).toEqual([])
        expect(first!.message).toMatch(/^updates: /)
        expect(second!.message.startsWith(hasty)).toBe(true)
        expect(second!.pointer).toBe('/design/memory/writeTime')
      }
    })
  })

  test('a law that gives less than decimals can hold, which is not 0', () => {
    expect(readError(none, { operations: law(-1e20) }).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^flops: it is in \[0, 1\.0\d*e-9000000000000000\] here, and more digits than can be computed/
      )
    ])
  })

  test('without a finite value they have the line of the file, where they are from there', () => {
    const file = text(withValue('/workload/operations', JSON.parse(law(1e20))))
    expect(onlyProblem(file)).toMatchObject({
      pointer: '/workload/operations',
      position: { line: lineOf(file, '"operations"') }
    })
  })
})
