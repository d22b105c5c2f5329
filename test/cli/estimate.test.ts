/** `limen estimate`: 22.97 µJ at the floor of the brain-scale system, and a message for every mistake. */
import { leaves } from '../../src/format/workload/scenario'
import { exampleFiles, examples, exampleText, least, text, withValue } from '../estimate/files'
import { printedEnds, shownDigits } from '../units/printed'
import { order, ratioOf } from '../units/rational'
import { limen, systemError, type Outcome } from './terminal'

const brain = exampleText('brain-scale')

const files = {
  'brain.json': brain,
  '-': exampleText('lenet-5'),
  'folder': systemError('EISDIR'),
  'secret.json': systemError('EACCES'),
  'latin.json': Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]),
  'bom.json': `\uFEFF${brain}`,
  'empty.json': '',
  'cut.json': brain.slice(0, 400),
  'bad.json': text({
    name: 5,
    workload: { ...least.workload, parameters: '-5 parameter', duration: '5 J' },
    design: { memory: { atemptRate: '1 GHz' } }
  })
}

const estimate = (...args: readonly string[]): Promise<Outcome> => limen(files, 'estimate', ...args)

/** The energies of a CSV ledger by paradigm and wall. */
const energiesOf = ({ out }: Outcome): Readonly<Record<string, string>> =>
  Object.fromEntries(
    out
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(','))
      .map(([, paradigm, wall, energy]) => [`${paradigm!}.${wall!}`, energy!])
  )

interface Read {
  readonly assumptions: readonly { readonly name: string; readonly origin: string; readonly value: string }[]
}

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

describe('a good file', () => {
  test('has a ledger on standard output, and nothing on standard error', async () => {
    const { code, out, error } = await estimate('brain.json')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(/^Brain-scale system\n/)
    expect(out).toMatch(/floor +22\.97 µJ +▏ +0 +22\.97 µJ +0\n/)
  })

  test('may come from standard input', async () => {
    const { code, out } = await estimate('-')
    expect(code).toBe(0)
    expect(out).toMatch(/^LeNet-5\n/)
  })

  test('may begin with a byte order mark', async () => {
    expect(await estimate('bom.json')).toEqual(await estimate('brain.json'))
  })
})

describe('formats', () => {
  test('text is what there is without one', async () => {
    expect(await estimate('brain.json', '--format', 'text')).toEqual(await estimate('brain.json'))
  })

  test('json parses', async () => {
    const { code, out } = await estimate('brain.json', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ format: 'limen.estimate/2', name: 'Brain-scale system' })
  })

  test('csv has a header and 25 rows', async () => {
    const outcome = await estimate('brain.json', '--format=csv')
    expect(outcome.code).toBe(0)
    expect(outcome.out).toMatch(/^scenario,paradigm,wall,energy_J,/)
    expect(Object.keys(energiesOf(outcome))).toHaveLength(25)
    expect(Number(energiesOf(outcome)['accelerator.total'])).toBe(4.248e16)
  })

  test('markdown has a title and a table', async () => {
    const { code, out } = await estimate('brain.json', '--format', 'markdown')
    expect(code).toBe(0)
    expect(out).toMatch(/^# Brain-scale system\n/)
    expect(out).toContain('| --- | --- | ---: |')
  })

  test('there is no other: the error says which there are', async () => {
    const { code, out, error } = await estimate('brain.json', '--format', 'xml')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^limen: .*'xml'.*text, json, csv, markdown/)
  })
})

describe('a file that cannot be read is bad input', () => {
  test.each([
    ['nowhere.json', 'limen: nowhere.json: there is no such file\n'],
    ['folder', 'limen: folder: it is a folder\n'],
    ['secret.json', 'limen: secret.json: it may not be read\n'],
    ['latin.json', 'limen: latin.json: it is no UTF-8 text\n']
  ])('%s', async (file, message) => {
    expect(await estimate(file)).toEqual({ code: 1, out: '', error: message })
  })
})

describe('a bad file', () => {
  test('has all its problems on standard error, a line each, and no ledger', async () => {
    const { code, out, error } = await estimate('bad.json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const [head, ...lines] = error.trimEnd().split('\n')
    expect(head).toBe('limen: bad.json has 4 problems')
    expect(lines.map((line) => /^ {2}(\S+) \(line \d+\): /.exec(line)?.[1])).toEqual([
      '/name',
      '/workload/parameters',
      '/workload/duration',
      '/design/memory/atemptRate'
    ])
  })

  test.each(['text', 'json', 'csv', 'markdown'])('has no ledger as %s', async (format) => {
    expect(await estimate('bad.json', '--format', format)).toMatchObject({ code: 1, out: '' })
  })

  test('that is empty, or cut off, says so', async () => {
    expect(await estimate('empty.json')).toEqual({
      code: 1,
      out: '',
      error: 'limen: empty.json: it is empty\n'
    })
    const cut = await estimate('cut.json')
    expect(cut).toMatchObject({ code: 1, out: '' })
    expect(cut.error).toMatch(
      /^limen: cut\.json has a problem\n {2}\(line \d+\): malformed JSON at column \d+: /
    )
  })

  test('from standard input is called so', async () => {
    const { code, error } = await limen({ '-': '[]' }, 'estimate', '-')
    expect(code).toBe(1)
    expect(error).toMatch(/^limen: standard input has a problem\n/)
  })

  test('outside the domain of a model names the model', async () => {
    const warm = text(withValue('/design/ambientTemperature', '77 K'))
    const { code, out, error } = await limen({ 'warm.json': warm }, 'estimate', 'warm.json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toContain('refrigeration: requires T ≤ T_h')
  })

  test('what is outside the domain of some paradigms alone is told with them, and the others stand', async () => {
    const late = text(withValue('/workload/duration', '0.1 ms'))
    const { code, out, error } = await limen({ 'late.json': late }, 'estimate', 'late.json')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(/^ {2}floor +\S+ pJ/m)
    expect(out.replace(/\s+/g, ' ')).toContain('meanMatchedBarrier: requires (1 − ε) h₁ U/N/τ ≤ f₀')
  })

  test.each([
    ['1e5 brackets', '['.repeat(1e5)],
    ['ten million digits', `{"name": "x", "workload": {"parameters": ${'7'.repeat(1e7)}}}`],
    ['a text of ten million digits', `{"name": "x", "workload": {"parameters": "${'7'.repeat(1e7)}"}}`],
    ['__proto__', '{"__proto__": {"name": "x"}}'],
    ['NUL bytes', '\0\0\0\0']
  ])('of %s is told in a few lines', async (_, source) => {
    const { code, out, error } = await limen({ 'odd.json': source }, 'estimate', 'odd.json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error.length).toBeLessThan(1500)
  })

  test('sends no control characters to the terminal', async () => {
    const odd = text(withValue('/workload/duration', '5 \u001b[31mJ'))
    const named = text(withValue('/name', 'x\u001b[31m'))
    for (const source of [odd, named]) {
      const { out, error } = await limen({ 'odd.json': source }, 'estimate', 'odd.json')
      expect(out + error).not.toContain('\u001b')
    }
  })
})

describe('wrong usage', () => {
  test.each<readonly [string, readonly string[], RegExp]>([
    ['no file', [], /^limen: expected a workload file, or --ai-model NAME$/m],
    [
      'two files as CSV',
      ['brain.json', 'bad.json', '--format', 'csv'],
      /^limen: --format is of one file; for several say --jsonl/
    ],
    [
      'two files in full',
      ['brain.json', 'bad.json', '--full'],
      /^limen: --full is of one file; for several say --jsonl/
    ],
    [
      'two files and an AI model',
      ['brain.json', 'bad.json', '--ai-model', 'gpt-3'],
      /^limen: expected a file or --ai-model, got both/
    ],
    ['an unknown option', ['brain.json', '--zebra'], /^limen: unknown option '--zebra'/],
    ['a misspelt option', ['brain.json', '--atempt-rate', '1 GHz'], /Did you mean --attempt-rate\?/],
    [
      'an option without its value',
      ['brain.json', '--attempt-rate'],
      /'--attempt-rate <value>' argument missing/
    ],
    ['a format without its value', ['brain.json', '--format'], /argument missing/]
  ])('%s', async (_, args, message) => {
    const { code, out, error } = await estimate(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(message)
    expect(error.endsWith('\n')).toBe(true)
  })
})

describe('--certified', () => {
  test('prints lower and upper ends, in each format', async () => {
    const [plain, json, csv, markdown] = await Promise.all(
      ['text', 'json', 'csv', 'markdown'].map((format) =>
        estimate('brain.json', '--certified', '--format', format)
      )
    )
    for (const { code, error } of [plain!, json!, csv!, markdown!])
      expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(plain!.out).toMatch(
      /\n {2}floor +≥ +22\.96 µJ +▏ +0 +22\.96 µJ +0\n +≤ +22\.97 µJ +0 +22\.97 µJ +0\n/
    )
    expect(JSON.parse(json!.out)).toMatchObject({
      format: 'limen.certified-estimate/2',
      name: 'Brain-scale system'
    })
    expect(csv!.out).toMatch(/^scenario,paradigm,wall,energy_lower_J,energy_upper_J,tier,/)
    expect(markdown!.out).toContain('| [22.96, 22.97] µJ |')
  })

  test('takes values that are uncertain, in flags and in the file', async () => {
    const flagged = await estimate('brain.json', '--certified', '--full', '--temperature', '300 K ± 2 K')
    expect(flagged).toMatchObject({ code: 0, error: '' })
    expect(flagged.out).toMatch(/temperature +\[298, 302\] K +overridden\n/)
    const file = text(
      withValue('/design/temperature', '300 K ± 2 K', JSON.parse(brain) as Readonly<Record<string, unknown>>)
    )
    const written = await limen({ 'b.json': file }, 'estimate', 'b.json', '--certified', '--full')
    expect(written.out).toBe(flagged.out.replace(/ +overridden\n/, '\n'))
    expect(written.out).toMatch(/floor +≥ +22\.81 µJ .*\n +≤ +23\.13 µJ/)
  })

  test('stands anywhere, and changes nothing of what is exact but the form', async () => {
    expect(await estimate('--certified', 'brain.json', '--format', 'csv')).toEqual(
      await estimate('brain.json', '--format', 'csv', '--certified')
    )
  })

  test('has a law followed from uncertain parameters: the energy of an accelerator grows as N², the floor as N', async () => {
    const { code, out } = await limen(
      { 'a.json': exampleText('compute-optimal') },
      ...['estimate', 'a.json', '--certified', '--format', 'json'],
      ...['--parameters', '[1e12, 2e12] parameter', '--convergence', 'constant']
    )
    expect(code).toBe(0)
    const { paradigms, counts } = JSON.parse(out) as {
      readonly counts: Readonly<Record<string, { readonly lower: string; readonly upper: string }>>
      readonly paradigms: readonly { readonly total: { readonly lower: string; readonly upper: string } }[]
    }
    expect(counts['flops']).toMatchObject({ lower: '1.2e+26', upper: '4.8e+26' })
    const grows = ({ total: { lower, upper } }: (typeof paradigms)[number]) => Number(upper) / Number(lower)
    expect(grows(paradigms[0]!)).toBeCloseTo(2, 2)
    expect(grows(paradigms.at(-1)!)).toBeCloseTo(4, 2)
  })

  test('is what the error asks for where a value is uncertain without it', async () => {
    const { code, out, error } = await estimate('brain.json', '--temperature', '300 K ± 2 K')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toBe(
      'limen: brain.json has a problem\n  --temperature: expected one value, got "[298, 302] K": ' +
        'what is uncertain is for --certified (limen estimate, sweep, draw sweep)\n'
    )
    expect(error).toContain('--certified')
    expect(await estimate('brain.json', '--temperature', '300 K ± 0 K')).toMatchObject({ code: 0 })
  })

  test.each([
    ['--temperature', '[302, 298] K', 'expected the lower end before the upper, got "[302, 298] K"'],
    [
      '--temperature',
      '[0, 298] K',
      'expected absolute temperature of the surroundings in (0, ∞) K, got "[0, 298] K"'
    ],
    ['--temperature', '300 K ± 2 J', 'expected a temperature such as "300 K" (this is an energy), got "2 J"'],
    ['--error-probability', '0.01 ± 10 %', 'expected a deviation without %'],
    [
      '--updates',
      '[0, 1e15] update',
      'expected number of updates, of all parameters together in (0, ∞) update'
    ],
    [
      '--convergence',
      '{"meanStep": 0.1, "shape": "[0.5, 1.5]"}',
      'expected measured convergence shape in [0, 1], got "[0.5, 1.5]"'
    ],
    ['--ambient-temperature', '[299 K, 400 K]', 'refrigeration: requires T ≤ T_h, found']
  ])('%s %s is named', async (flag, value, message) => {
    const { code, out, error } = await estimate('brain.json', '--certified', flag, value)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error.split('\n')[1]!.startsWith(`  ${flag}: ${message}`)).toBe(true)
  })

  test('tells an uncertain value of a bad file with its line', async () => {
    const file = text(withValue('/design/temperature', '[302, 298] K'))
    const { code, error } = await limen({ 'b.json': file }, 'estimate', 'b.json', '--certified')
    expect(code).toBe(1)
    expect(error).toMatch(/\n {2}\/design\/temperature \(line \d+\): expected the lower end before the upper/)
  })
})

describe('--digits', () => {
  const totalsOf = ({ out }: Outcome): readonly string[] =>
    out
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split(' | '))
      .flatMap((cells) => (cells.length === 7 ? [cells[5]!] : []))

  test.each([1, 2, 9, 34, 400])('%i digits are printed in text and Markdown', async (digits) => {
    const markdown = await estimate('brain.json', '--digits', String(digits), '--format', 'markdown')
    expect(markdown.code).toBe(0)
    const [floor, ...others] = totalsOf(markdown)
    expect(others).toHaveLength(6)
    for (const total of [floor!, ...others]) {
      const shown = shownDigits(total.split(' ')[0]!)
      expect(shown).toBeGreaterThanOrEqual(digits)
      expect(shown).toBeLessThanOrEqual(Math.max(digits, 3)) // zeros before the point stay
    }
    const text = await estimate('brain.json', '--digits', String(digits))
    expect(text.out).toContain(`  ${floor!} `)
  })

  test('are computed, not padded: 40 of the floor are those of the reference', async () => {
    const { out } = await estimate('brain.json', '--digits', '40', '--format', 'csv')
    expect(energiesOf({ out, code: 0, error: '' })['floor.total']).toBe(
      '0.00002296783036081686636408284194207351387732'
    )
  })

  test.each(['json', 'csv'])('%s has all that are computed, however few are printed', async (format) => {
    const whole = await estimate('brain.json', '--format', format)
    expect(await estimate('brain.json', '--digits', '3', '--format', format)).toEqual(whole)
  })

  /** What is printed without its energies, and numbers that are told whole: they alone may differ. */
  const withoutEnergies = ({ out }: Outcome): string =>
    out
      .replace(/What they rest on[^]*/, '')
      .replace(/[\d.]+(?:e[+-]?\d+)? \p{L}?J\b/gu, 'E')
      .replace(/[\d.]{30,}/g, 'N')
      .replace(/\s+/g, ' ')

  test.each(examples)('%s: decades and shares are the same with 1 to 40', async (name) => {
    const given = { ...exampleFiles, '-': exampleText(name) }
    const design = ['--design', 'examples/my-chip.json']
    for (const args of [
      ['estimate', '-', '--format', 'markdown', ...design],
      ['ask', 'distance', '-', ...design]
    ]) {
      const usual = withoutEnergies(await limen(given, ...args))
      expect(usual).toMatch(/ \d+\.\d /)
      for (const digits of [1, 2, 3, 17, 35, 40])
        expect(withoutEnergies(await limen(given, ...args, '--digits', String(digits)))).toBe(usual)
    }
  })

  test.each([1, 3, 12, 50])('with --certified, %i digits enclose what 60 do', async (digits) => {
    const wide = await estimate('-', '--certified', '--digits', '60', '--format', 'markdown')
    const narrow = await estimate('-', '--certified', '--digits', String(digits), '--format', 'markdown')
    const [inner, outer] = [totalsOf(wide), totalsOf(narrow)]
    expect(outer).toHaveLength(7)
    outer.forEach((text, at) => {
      const [around, within] = [printedEnds(text).ends, printedEnds(inner[at]!).ends]
      expect([text, order(around[0]!, within[0]!) <= 0 && order(around[1]!, within[1]!) >= 0]).toEqual([
        text,
        true
      ])
    })
  })

  test('with --certified the text has them too', async () => {
    const { out } = await estimate('brain.json', '--certified', '--digits', '10')
    const [, lower, upper] = /floor\n +≥ +(\S+) µJ .*\n +≤ +(\S+) µJ/.exec(out)!
    expect([lower, upper]).toEqual(['22.96783036', '22.96783037'])
    expect(order(ratioOf(lower!), ratioOf(upper!))).toBe(-1)
  })

  test.each(['0', '401', '1e3', '-1', '2.5', '', ' 3', 'many', '٣', 'Infinity'])(
    '%j is wrong usage, and the error says what would do',
    async (digits) => {
      for (const args of [['--digits', digits], [`--digits=${digits}`]]) {
        const { code, out, error } = await estimate('brain.json', ...args)
        expect({ code, out }).toEqual({ code: 2, out: '' })
        expect(error).toBe(
          `limen: option '--digits <n>' argument '${digits}' is invalid. Expected a whole number from 1 to 400.\n`
        )
      }
    }
  )

  test('without a number is wrong usage', async () => {
    expect(await estimate('brain.json', '--digits')).toEqual({
      code: 2,
      out: '',
      error: "limen: option '--digits <n>' argument missing\n"
    })
  })
})

test('limen estimate --help tells of --certified, of --digits and of uncertain values', async () => {
  const { code, out } = await limen({}, 'estimate', '--help')
  expect(code).toBe(0)
  const words = out.replace(/\s+/g, ' ')
  expect(words).toContain(
    '--certified print rigorous enclosures; values may be uncertain ("300 K ± 2 K", "[1e9, 1e10] Hz")'
  )
  expect(words).toContain(
    '--digits <n> significant digits to print (else 4); what is computed has 34, or as many'
  )
  expect(words).toContain(
    '--format <format> how to print it (choices: "text", "json", "csv", "markdown", default: "text")'
  )
})

describe('every field of a file has a flag', () => {
  const values: Readonly<Record<string, string>> = {
    parameters: '2e15 parameter',
    precision: '9 bit',
    convergence: '{"meanStep": 0.1, "shape": 0.5}',
    duration: '2 yr',
    updates: '5e28 update',
    operations: '{"law": "training", "tokens": "2e13 token"}',
    macs: '5e28 mac',
    transfers: '2',
    temperature: '310 K',
    ambientTemperature: '310 K',
    carnotFraction: '0.5',
    solutionErrorProbability: '1e-6',
    errorProbability: '2 %',
    attemptRate: '2 GHz',
    hopsPerUpdate: '2',
    retentionTime: '5 yr',
    failureProbability: '1e-8',
    writeTime: '2 µs',
    writeErrorProbability: '1e-8',
    flipProbability: '0.4',
    outputBits: '9 bit',
    rows: '128',
    movementEnergy: '4 pJ/bit',
    reuse: '2',
    acceleratorEnergy: '1 pJ/flop'
  }

  test('and this test has a value for each', () => {
    expect(Object.keys(values)).toEqual(leaves.map(({ name }) => name))
  })

  test.each(leaves.map(({ name }) => [flagOf(name), name] as const))(
    '%s changes the ledger, and is echoed as an override or what follows from it',
    async (flag, name) => {
      // How well heat is pumped is told with where to.
      const beside = name === 'carnotFraction' ? ['--ambient-temperature', '310 K'] : []
      const of = (...args: readonly string[]) => estimate('brain.json', ...beside, ...args)
      const plain = await of('--format', 'csv')
      const changed = await of('--format', 'csv', flag, values[name]!)
      expect({ code: changed.code, error: changed.error }).toEqual({ code: 0, error: '' })
      expect(energiesOf(changed)).not.toEqual(energiesOf(plain))
      const { out } = await of('--format', 'json', flag, values[name]!)
      const { assumptions } = JSON.parse(out) as Read
      const others = ['ambientTemperature', 'carnotFraction'].filter((each) => each !== name)
      const told = assumptions.filter((each) => each.origin !== 'file' && !others.includes(each.name))
      expect(told).toEqual([
        expect.objectContaining({ name, origin: name === 'operations' ? 'derived' : 'override' })
      ])
    }
  )

  test.each(leaves.map(({ name }) => [flagOf(name)] as const))(
    '%s that cannot be read is named',
    async (flag) => {
      const { code, out, error } = await estimate('brain.json', flag, '5 furlong')
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(error.split('\n')[1]).toMatch(new RegExp(`^ {2}${flag}: expected .*got "5 furlong"`))
    }
  )

  test('a flag takes a number in SI, or a text with a unit, alike', async () => {
    const said = ['2 GHz', '2e9', '2000 MHz', '2e9 1/s'].map((rate) =>
      estimate('brain.json', '--attempt-rate', rate, '--format', 'csv')
    )
    const [first, ...others] = await Promise.all(said)
    for (const other of others) expect(energiesOf(other)).toEqual(energiesOf(first!))
  })

  test('a faster memory pays more for barriers, and its bits less for speed', async () => {
    const [slow, fast] = await Promise.all(
      ['1 GHz', '100 GHz'].map((rate) => estimate('brain.json', '--attempt-rate', rate, '--format', 'csv'))
    )
    const at = (outcome: Outcome, entry: string) => Number(energiesOf(outcome)[entry])
    expect(at(fast!, 'limDissipated.update')).toBeGreaterThan(at(slow!, 'limDissipated.update'))
    expect(at(fast!, 'bitFlip.update')).toBeLessThan(at(slow!, 'bitFlip.update'))
  })

  test('flags stand in any order, before the file too, and the last of one kind counts', async () => {
    const after = await estimate('brain.json', '--temperature', '4 K', '--format', 'csv')
    expect(await estimate('--temperature', '4 K', '--format', 'csv', 'brain.json')).toEqual(after)
    expect(
      await estimate('brain.json', '--temperature', '5 K', '--temperature', '4 K', '--format=csv')
    ).toEqual(after)
  })

  test('a negative number is a value, not a flag', async () => {
    const { code, error } = await estimate('brain.json', '--transfers', '-1')
    expect(code).toBe(1)
    expect(error).toContain('--transfers: expected consolidations of the whole model in [0, ∞), got -1')
  })

  test('several bad flags are all named, with the problems of the file', async () => {
    const { error } = await estimate('bad.json', '--duration', '1 J', '--rows', 'many')
    expect(error).toContain('\n  --duration: expected a time')
    expect(error).toContain('\n  --rows: expected ')
    expect(error).toContain('\n  /name (line 2): expected a text')
  })

  test('a flag mends what is wrong in the file', async () => {
    const broken = text(withValue('/workload/duration', '5 J'))
    expect(await limen({ 'b.json': broken }, 'estimate', 'b.json', '--duration', '1 d')).toMatchObject({
      code: 0
    })
  })

  test('a flag whose object is wrong inside is named too', async () => {
    const { error } = await estimate('brain.json', '--convergence', '{"meanStep": 0.1, "shape": 2}')
    expect(error).toContain('--convergence')
    expect(error).toContain('[0, 1]')
  })

  test('a flag that leaves the domain of a model is told with the model', async () => {
    const { code, out, error } = await estimate('brain.json', '--ambient-temperature', '77 K')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toContain(
      '\n  --ambient-temperature: refrigeration: requires T ≤ T_h, found 300.0 K > 77.00 K'
    )
  })
})

describe('what a ledger rests on', () => {
  const own = text(
    withValue(
      '/design/memory/attemptRate',
      '1000 MHz',
      JSON.parse(brain) as Readonly<Record<string, unknown>>
    )
  )

  test('is left out of the short form, which says how to see it', async () => {
    const short = await limen({ 'a.json': own }, 'estimate', 'a.json')
    const full = await limen({ 'a.json': own }, 'estimate', 'a.json', '--full')
    expect(short.out).not.toMatch(/^(Assumptions|Sources|Tiers|Paradigms)$/m)
    expect(full.out).toMatch(/^Assumptions$/m)
    expect(short.out).toMatch(/\n\nIt rests on 23 values, all given: --full tells which, and what else\.\n$/)
  })

  test('is echoed as it was written, in the file and by flags; a number has the unit that it is of', async () => {
    const args = ['--duration', '31557600', '--write-time', '1000 ns']
    const { out } = await limen({ 'a.json': own }, 'estimate', 'a.json', '--full', ...args)
    expect(out).toMatch(/^ {2}attemptRate +1000 MHz$/m)
    expect(out).toMatch(/^ {2}writeTime +1000 ns +overridden$/m)
    expect(out).toMatch(/^ {2}duration +1 yr +overridden$/m)
  })
})
