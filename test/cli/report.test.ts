/** `limen report`: a page that says what the ledger says, and a message for every mistake. */
import { version } from '../../package.json'
import { run } from '../../src/cli/run'
import { walls } from '../../src/ledger/paradigms'
import { figure } from '../../src/report/ledger'
import { exampleFiles, exampleText, readEstimate } from '../estimate/files'
import { limen, systemError, terminal, type Outcome } from './terminal'

const files = { ...exampleFiles, 'bad.json': '{ "name": 5 }' }

const report = (...args: readonly string[]): Promise<Outcome> => limen(files, 'report', ...args)

const brain = readEstimate(exampleText('brain-scale'))

/** Every figure of the ledger, as it is printed. */
const figures = brain.ledger.paradigms.flatMap(({ walls: parts, total }) => [
  figure(total.energy),
  ...(parts === undefined ? [] : walls.map((wall) => figure(parts[wall].energy)))
])

/** Some HTML as the words in it. */
const wordsOf = (html: string): string => html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ')

describe('a page', () => {
  test('goes to a file of the name asked for, and nothing to the terminal', async () => {
    const { io, said, written } = terminal(files)
    expect(await run(['report', 'examples/brain-scale.json', '-o', 'b.html'], io)).toBe(0)
    expect(said()).toEqual({ out: '', error: '' })
    expect([...written.keys()]).toEqual(['b.html'])
    expect(written.get('b.html')).toMatch(/^<!doctype html>[^]*<\/html>\n$/)
  })

  test('goes to standard output where no file is asked for', async () => {
    const { code, out, error } = await report('examples/brain-scale.json')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(/^<!doctype html>/)
  })

  test('has every figure of the ledger, every assumption and every source', async () => {
    const { out } = await report('examples/brain-scale.json')
    const words = wordsOf(out)
    for (const each of figures) expect(words).toContain(each)
    for (const { name, value } of brain.assumptions) {
      expect(words).toContain(name)
      expect(words).toContain(value)
    }
    for (const { total } of brain.ledger.paradigms)
      for (const { citation } of total.sources) expect(words).toContain(citation.replaceAll('&', '&amp;'))
  })

  test('sets the formula of each entry that is not 0', async () => {
    const { out } = await report('examples/brain-scale.json')
    const entries = brain.ledger.paradigms.flatMap(({ walls: parts, total }) =>
      parts === undefined ? [total] : walls.map((wall) => parts[wall])
    )
    const paid = entries.filter(({ energy }) => !energy.exact.isZero()).length
    expect(out.match(/<math display="block"/g)).toHaveLength(paid)
    expect(out).not.toMatch(/merror|temml-error|\\(frac|ln|left)/)
  })

  test('tells what each symbol means, with what was given for it', async () => {
    const words = wordsOf((await report('examples/brain-scale.json')).out).replace(/\s+/g, ' ')
    expect(words).toMatch(/ N 1e15 parameter number of parameters /)
    expect(words).toMatch(/ T 300 K absolute temperature/)
  })

  test('has the ledger as a picture, the barrier, and what each paradigm depends on; no id twice', async () => {
    const { out } = await report('examples/brain-scale.json')
    // Each for a wide page and for a narrow one.
    expect(out.match(/<svg /g)).toHaveLength(2 * (2 + brain.ledger.paradigms.length))
    const ids = [...out.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('tells of what is certified the two ends of each figure', async () => {
    const { code, out } = await report(
      'examples/brain-scale.json',
      '--certified',
      '--temperature',
      '300 K ± 2 K'
    )
    expect(code).toBe(0)
    expect(wordsOf(out)).toMatch(/at least \s*\[22\.8\d, 23\.1\d\] µJ/)
  })

  test('takes a cited model, and tells what its training took', async () => {
    const { out } = await report('--model', 'gpt-3')
    expect(wordsOf(out)).toContain('As it took place')
  })
})

describe('where a report comes from', () => {
  const made = async (...args: readonly string[]): Promise<string | undefined> =>
    /^Made with .*$/m.exec((await report(...args, '--format', 'markdown')).out)?.[0]

  test('is told: the version, the command as a shell takes it, and the date that is given', async () => {
    expect(await made('examples/brain-scale.json', '--temperature', '4 K', '--date', '2026-11-29')).toBe(
      `Made with limen ${version} on 2026-11-29 by \`limen report examples/brain-scale.json --temperature '4 K' --date 2026-11-29 --format markdown\`.`
    )
  })

  test('has no date of its own: twice the same is the same', async () => {
    expect(await made('examples/brain-scale.json')).toBe(
      `Made with limen ${version} by \`limen report examples/brain-scale.json --format markdown\`.`
    )
  })
})

describe('what may be traded', () => {
  const asked = ['--front', 'bitFlip, duration', '--over', 'duration=1 h..1 yr']

  test('is a section with a picture, the designs, and the file as it stands', async () => {
    const { code, out } = await report('examples/gpt-3.json', ...asked)
    expect(code).toBe(0)
    const words = wordsOf(out)
    expect(words).toContain('What may be traded')
    expect(words).toContain('The file as it stands has bitFlip 831.4 J and duration 14.79 d.')
    expect(out).toContain('id="limen-front"')
    const { out: markdown } = await report('examples/gpt-3.json', ...asked, '--format', 'markdown')
    expect(markdown).toMatch(/## What may be traded[^]*\| bitFlip \| duration \|/)
  })

  test('is not there where it is not asked for, and half of the asking is a wrong use', async () => {
    expect(wordsOf((await report('examples/gpt-3.json')).out)).not.toContain('What may be traded')
    for (const [args, error] of [
      [asked.slice(0, 2), 'limen: --front: say what may be chosen with --over\n'],
      [asked.slice(2), 'limen: --over: say which figures are traded with --front\n'],
      [
        ['--subject-to', 'duration <= 1 d'],
        'limen: --subject-to: say which figures are traded with --front\n'
      ]
    ] as const)
      expect(await report('examples/gpt-3.json', ...args)).toMatchObject({ code: 2, out: '', error })
  })

  test('of a figure that is none is told, and no page is written', async () => {
    const { code, out, error } = await report(
      'examples/gpt-3.json',
      '--front',
      'bitflip, duration',
      ...asked.slice(2)
    )
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toContain('did you mean bitFlip?')
  })
})

test('a page begins with the answer, the ledger and its picture', async () => {
  const { out } = await report('examples/brain-scale.json')
  const places = ['The floor, ', '<table>', '<svg ', '<h2>In words'].map((each) => out.indexOf(each))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
})

test('a formula stands without what is 0 in it, with the values of its symbols beside it', async () => {
  const { out } = await report('examples/brain-scale.json', '--format', 'markdown')
  // Thermally activated, the barrier is recovered: 1 − 1 of it is paid.
  expect(out).toContain('E_{\\mathrm{LIM}} &= h_1 \\bar{\\alpha}_p A_{\\varepsilon}')
  expect(out).not.toMatch(/\(1 - [01]\)/)
  expect(out).toContain('with $M$ = 3e28 mac, $T$ = 300 K, $N_b$ = 8 bit, $R$ = 256 mac/conversion')
})

describe('Markdown', () => {
  test('is printed to a file whose name says so, and where it is asked for', async () => {
    const { io, written } = terminal(files)
    expect(await run(['report', 'examples/brain-scale.json', '-o', 'b.md'], io)).toBe(0)
    const { out } = await report('examples/brain-scale.json', '--format', 'markdown')
    const unmade = (text = ''): string => text.replace(/^Made with .*$/m, '')
    expect(unmade(written.get('b.md'))).toBe(unmade(out))
    expect(out).toMatch(/^# Brain-scale system\n/)
    expect(out).not.toMatch(/^(#+) .*\n\n(?!#)\1 /m)
    expect(out).not.toContain('The barrier over the run')
    expect(out).toContain('$$\n\\begin{aligned}')
    for (const each of figures) expect(out).toContain(each)
  })
})

describe('a mistake', () => {
  test('in the file is told, and nothing is written', async () => {
    const { io, said, written } = terminal(files)
    expect(await run(['report', 'bad.json', '-o', 'b.html'], io)).toBe(1)
    expect(said().error).toMatch(/^limen: bad\.json has 2 problems\n/)
    expect(written.size).toBe(0)
  })

  test('in what it should be is told: a page that is called PDF would be none', async () => {
    const { io, said, written } = terminal(files)
    expect(await run(['report', 'examples/brain-scale.json', '-o', 'b.pdf'], io)).toBe(2)
    expect(said().error).toMatch(/^limen: b\.pdf: a report is no PDF: write a page of HTML, /)
    expect(written.size).toBe(0)
  })

  test('in where it should go is told', async () => {
    const { io, said } = terminal(files, { write: () => Promise.reject(systemError('ENOENT')) })
    expect(await run(['report', 'examples/brain-scale.json', '-o', 'no/b.html'], io)).toBe(1)
    expect(said()).toEqual({ out: '', error: 'limen: no/b.html: there is no such folder\n' })
  })

  test.each([
    [['examples/brain-scale.json', '--format', 'pdf'], /Allowed choices are html, markdown/],
    [[], /expected a workload file, or --ai-model NAME/]
  ])('in how it is used is wrong usage: %s', async (args, message) => {
    const { code, out, error } = await report(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(message)
  })
})
