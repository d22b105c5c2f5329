/** `limen explain`: where 22.97 µJ come from, and a message for every mistake. */
import { explainableNames } from '../../src/ledger/explain'
import { run } from '../../src/cli/run'
import { widthOf } from '../../src/report/text/table'
import { leaves } from '../../src/format/workload/scenario'
import { exampleFiles, examples, exampleText, least, readEstimate, text, withValue } from '../estimate/files'
import { limen, systemError, terminal, type Outcome } from './terminal'

const brain = exampleText('brain-scale')

const files = {
  'brain.json': brain,
  'scaled.json': exampleText('gpt-3-scaled'),
  '-': exampleText('lenet-5'),
  'folder': systemError('EISDIR'),
  'latin.json': Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]),
  'empty.json': '',
  'bad.json': text({
    name: 5,
    workload: { ...least.workload, parameters: '-5 parameter', duration: '5 J' }
  }),
  'late.json': text(withValue('/workload/duration', '0.1 ms')),
  'warm.json': text(withValue('/design/ambientTemperature', '77 K')),
  'doubtful.json': text(withValue('/design/temperature', '300 K ± 2 K'))
}

const explain = (...args: readonly string[]): Promise<Outcome> => limen(files, 'explain', ...args)

/** The lines that begin an explanation. */
const headingsOf = ({ out }: Outcome): readonly string[] =>
  [...out.matchAll(/^(\w+(?:\.\w+)?): /gm)].map(([, name]) => name!)

const names = explainableNames(readEstimate(brain).ledger)
const paradigms = names.filter((name) => !name.includes('.'))

describe('a good file', () => {
  test('is explained on standard output, every paradigm of it, and nothing is on standard error', async () => {
    const outcome = await explain('brain.json')
    expect({ code: outcome.code, error: outcome.error }).toEqual({ code: 0, error: '' })
    expect(headingsOf(outcome)).toEqual(paradigms)
    expect(outcome.out).toMatch(
      /^floor: information of the solution\n\nfloor\.memory {2}0: reads are not counted\n\nfloor\.update /
    )
    expect(outcome.out).toMatch(/floor\.update .*= 22\.97 µJ +theorem\n/)
  })

  test('may come from standard input', async () => {
    const { code, out } = await explain('-', 'accelerator')
    expect(code).toBe(0)
    expect(out).toMatch(/accelerator\.total .*= 1\.989 J/)
  })

  test.each(names)('%s is explained by its name', async (name) => {
    const outcome = await explain('brain.json', name)
    expect({ code: outcome.code, error: outcome.error }).toEqual({ code: 0, error: '' })
    expect(headingsOf(outcome)).toEqual([name])
  })

  test('a paradigm is explained at each wall, and a figure alone', async () => {
    const { out } = await explain('brain.json', 'cim')
    for (const wall of ['memory', 'update', 'consolidation'])
      expect(out).toMatch(new RegExp(`^cim\\.${wall}( |$)`, 'm'))
    const one = await explain('brain.json', 'cim.update')
    expect(one.out).toMatch(/^cim\.update .*= 186\.4 GJ/m)
    expect(one.out).not.toMatch(/^cim\.memory/m)
  })

  test('several names are explained in their order, one after another', async () => {
    const both = await explain('brain.json', 'floor', 'cim.update')
    expect(headingsOf(both)).toEqual(['floor', 'cim.update'])
    const [floor, update] = await Promise.all(
      ['floor', 'cim.update'].map((name) => explain('brain.json', name))
    )
    expect(both.out).toBe(`${floor!.out}\n${update!.out}`)
    expect(headingsOf(await explain('brain.json', 'cim.update', 'floor'))).toEqual(['cim.update', 'floor'])
  })

  test('options stand before, between or after them', async () => {
    const after = await explain('brain.json', 'floor', '--temperature', '4 K')
    expect(await explain('--temperature', '4 K', 'brain.json', 'floor')).toEqual(after)
    expect(await explain('brain.json', '--temperature', '4 K', 'floor')).toEqual(after)
    expect(after.out).toContain('T   = 4 K ')
  })

  test.each(examples)('%s.json is explained in at most 80 columns', async (name) => {
    const { out } = await limen({ 'a.json': exampleText(name) }, 'explain', 'a.json')
    for (const line of out.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
  })

  test('tells the law that its counts come from', async () => {
    const { out } = await explain('scaled.json', 'bitFlip.update')
    expect(out).toMatch(/powerLawFlops {2}F_p = F_0 \(N\/N_0\)\^a +=\s1\.564e28 flop +machine/)
  })

  test('tells why a figure is 0 J: because nothing could change it, or by which value', async () => {
    expect((await explain('brain.json', 'floor.memory')).out).toBe(
      'floor.memory: reads are not counted\n\nfloor.memory  0: reads are not counted\n'
    )
    const { out } = await explain('brain.json', 'cim.consolidation', '--transfers', '0')
    expect(out).toMatch(/E_consolidation\n│ += c N b \(C_1 \+ f W\) += 0 J /)
    expect(out).toMatch(/c +=\s0 +consolidations of the whole model/)
  })
})

describe('JSON', () => {
  test('parses, and has what was asked for', async () => {
    const { code, out, error } = await explain('brain.json', 'floor', 'cim.update', '--format', 'json')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    const { format, explanations } = JSON.parse(out) as {
      readonly format: string
      readonly explanations: readonly {
        readonly name: string
        readonly derivations: readonly { readonly value: string; readonly unit: string }[]
        readonly sensitivities: readonly { readonly elasticity: string }[]
      }[]
    }
    expect(format).toBe('limen.explanation/2')
    expect(explanations.map(({ name }) => name)).toEqual(['floor', 'cim.update'])
    expect(explanations[0]!.derivations.map(({ unit }) => unit)).toEqual(['J', 'J', 'J'])
    expect(explanations[0]!.derivations[1]!.value).toMatch(/^0\.0000229678303608168663640828419420/)
    const sizes = explanations[1]!.sensitivities.map(({ elasticity }) => Math.abs(Number(elasticity)))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  test('has every paradigm where none is named', async () => {
    const { out } = await explain('brain.json', '--format=json')
    const { explanations } = JSON.parse(out) as {
      readonly explanations: readonly { readonly name: string }[]
    }
    expect(explanations.map(({ name }) => name)).toEqual(paradigms)
  })

  test('is the only format but text', async () => {
    const { code, out, error } = await explain('brain.json', '--format', 'csv')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^limen: .*'csv'.*text, json/)
    expect(await explain('brain.json', 'floor', '--format', 'text')).toEqual(
      await explain('brain.json', 'floor')
    )
  })
})

describe('--digits', () => {
  test('are computed and printed', async () => {
    const { out } = await explain('brain.json', 'floor.update', '--digits', '12')
    expect(out).toMatch(/floor\.update .*= 22\.9678303608 µJ/)
    const json = await explain('brain.json', 'floor.update', '--digits', '40', '--format', 'json')
    expect(json.out).toContain('"0.00002296783036081686636408284194207351387732"')
    expect((await explain('brain.json', 'floor.update', '--digits', '2')).out).toMatch(
      /floor\.update .*= 23 µJ/
    )
  })

  test.each(['1', '40', '400'])('%s of them keep to 80 columns', async (digits) => {
    const { code, out } = await explain('brain.json', '--digits', digits)
    expect(code).toBe(0)
    for (const line of out.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
  })

  test.each(['0', '401', '1e3', '-1', '2.5'])('%s are wrong usage', async (digits) => {
    expect(await explain('brain.json', '--digits', digits)).toEqual({
      code: 2,
      out: '',
      error: `limen: option '--digits <n>' argument '${digits}' is invalid. Expected a whole number from 1 to 400.\n`
    })
  })
})

describe('a name that no figure has is wrong usage', () => {
  test.each([
    ['cim.updte', 'cim.update'],
    ['CIM', 'cim'],
    ['limdissipated.update', 'limDissipated.update'],
    ['vonneumann', 'vonNeumann'],
    ['flor', 'floor'],
    ['accelerator.totl', 'accelerator.total']
  ])('%s: it may have been meant for %s', async (name, meant) => {
    expect(await explain('brain.json', name)).toEqual({
      code: 2,
      out: '',
      error: `limen: there is no figure "${name}": did you mean ${meant}?\n`
    })
  })

  test.each(['zebra', '__proto__', 'toString', 'memory', 'floor.update.landauer'])(
    '%s: the error says which there are',
    async (name) => {
      const { code, out, error } = await explain('brain.json', name)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(error).toBe(`limen: there is no figure "${name}"; there are ${names.join(', ')}\n`)
    }
  )

  test('each of several is told, and none is explained', async () => {
    const { code, out, error } = await explain('brain.json', 'floor', 'flor', 'cim.updte')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error.match(/^limen: there is no figure/gm)).toHaveLength(2)
  })

  test('the walls of what is known by its total alone are none', async () => {
    expect(await explain('brain.json', 'accelerator.memory')).toMatchObject({ code: 2, out: '' })
  })
})

describe('a paradigm without a value', () => {
  test('is told with the reason where all is asked for, and the others are explained', async () => {
    const { code, out, error } = await explain('late.json')
    expect(code).toBe(0)
    expect(out).toMatch(/^floor: /)
    expect(out).not.toMatch(/^limRecovered: /m)
    expect(error.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^limen: bitFlip has no value here: optimalReset: requires /),
      expect.stringMatching(/^limen: limRecovered has no value here: meanMatchedBarrier: requires /),
      expect.stringMatching(/^limen: limDissipated has no value here: meanMatchedBarrier: requires /)
    ])
  })

  test('is bad input where it, or one of its figures, is named; what stands is explained', async () => {
    for (const name of ['limRecovered', 'limRecovered.update']) {
      const { code, out, error } = await explain('late.json', name)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(error).toMatch(/^limen: limRecovered has no value here: /)
    }
    expect(await explain('late.json', 'cim.update')).toMatchObject({ code: 0, error: '' })
  })
})

describe('a bad file is told as limen estimate tells it', () => {
  test.each(['nowhere.json', 'folder', 'latin.json', 'empty.json', 'bad.json', 'warm.json', 'doubtful.json'])(
    '%s',
    async (file) => {
      const estimated = await limen(files, 'estimate', file)
      expect(estimated.code).toBe(1)
      expect(estimated.error).not.toBe('')
      expect(await explain(file)).toEqual(estimated)
      // Its problems are told first.
      expect(await explain(file, 'zebra')).toEqual(estimated)
      expect(await explain(file, '--format', 'json')).toEqual(estimated)
    }
  )

  test('a flag that is wrong too', async () => {
    for (const args of [
      ['brain.json', '--temperature', '0 K'],
      ['brain.json', '--ambient-temperature', '77 K'],
      ['brain.json', '--temperature', '300 K ± 2 K'],
      ['bad.json', '--rows', 'many']
    ]) {
      const estimated = await limen(files, 'estimate', ...args)
      expect(estimated).toMatchObject({ code: 1, out: '' })
      expect(await explain(...args)).toEqual(estimated)
    }
  })

  test('what is uncertain is sent to the command that takes it', async () => {
    expect((await explain('doubtful.json')).error).toMatch(
      /\/design\/temperature \(line \d+\): expected one value, got "\[298, 302\] K".*is for --certified \(limen estimate, sweep, draw sweep\)\n$/
    )
  })
})

describe('wrong usage', () => {
  test.each<readonly [string, readonly string[], RegExp]>([
    ['no file', [], /^limen: expected a workload file, or --ai-model NAME$/m],
    ['an unknown option', ['brain.json', '--zebra'], /^limen: unknown option '--zebra'/],
    ['an option of another command', ['brain.json', '--certified'], /^limen: unknown option '--certified'/]
  ])('%s', async (_, args, message) => {
    const { code, out, error } = await explain(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(message)
  })
})

describe('help', () => {
  test('tells of figures, digits, formats and every flag', async () => {
    const { code, out, error } = await limen({}, 'explain', '--help')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    const words = out.replace(/\s+/g, ' ')
    expect(words).toContain('limen explain [options] [file] [figure...]')
    expect(words).toContain('such as cim or limDissipated.update; else all')
    expect(words).toContain('--digits <n> significant digits to print')
    expect(words).toContain('--format <format> how to print it (choices: "text", "json", default: "text")')
    for (const { field } of leaves) expect(words).toContain(field.description)
  })

  test.each([80, 100])('is at most %i columns wide', async (columns) => {
    for (const args of [
      ['explain', '--help'],
      ['estimate', '--help']
    ]) {
      const { io, said } = terminal({}, { columns })
      expect(await run(args, io)).toBe(0)
      for (const line of said().out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns)
    }
  })

  test('of limen as a whole has the command, and an example of it', async () => {
    const { out } = await limen({}, '--help')
    expect(out).toContain('\n  explain')
    expect(out).toContain('\n  limen explain my.json limDissipated.update')
  })

  test('has examples that run', async () => {
    const { out } = await limen({}, '--help')
    // init would ask.
    const shown = [...out.matchAll(/^ {2}limen (?!init )(.*)$/gm)].map(([, line]) =>
      [...line!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
    )
    expect(shown.length).toBeGreaterThan(3)
    const own = { 'my.json': exampleText('gpt-3'), 'other.json': exampleText('brain-scale') }
    for (const args of shown)
      expect([args, (await limen({ ...exampleFiles, ...own }, ...args)).code]).toEqual([args, 0])
  })
})

test('is painted where the terminal has colours', async () => {
  const mark = (text: string) => `<${text}>`
  const { io, said } = terminal(files, { paint: { strong: mark, faint: mark, bar: mark, heading: mark } })
  expect(await run(['explain', 'brain.json', 'floor'], io)).toBe(0)
  expect(said().out).toContain('<floor: information of the solution>')
  expect(said().out).toContain('<floor.memory>  0: reads are not counted')
})
