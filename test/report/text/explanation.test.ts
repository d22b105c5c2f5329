/** Explanations as text: 158.6 MJ at the floor of the brain-scale system, and where they come from. */
import { explainableNames, explainLedger, type Explanation } from '../../../src/ledger/explain'
import type { Sensitivity } from '../../../src/reading/sensitivities'
import { explanationText, sensitivityLines } from '../../../src/report/text/explanation'
import { plain, type Paint } from '../../../src/report/text/ledger'
import { widthOf } from '../../../src/report/text/table'
import { one } from '../../../src/units/si'
import { right } from '../../ledger/reference'
import { examples, exampleText, readEstimate } from '../../estimate/files'

const explained = (example: string, names?: readonly string[], digits?: number, overrides = {}) => {
  const { ledger } = readEstimate(exampleText(example), overrides)
  return right(explainLedger(ledger, names, digits === undefined ? {} : { digits }))
}

const textOf = (example: string, ...names: readonly string[]): string =>
  explanationText(explained(example, names.length === 0 ? undefined : names))

/** A text as one line. */
const words = (text: string): string => text.replace(/[│├└─\s]+/g, ' ')

describe('text', () => {
  test('has a heading, the derivation of each wall, and what the total is sensitive to', () => {
    const lines = textOf('brain-scale', 'floor').split('\n')
    expect(lines.slice(0, 4)).toEqual([
      'floor: information of the solution',
      '',
      'floor.memory  0: reads are not counted',
      ''
    ])
    expect(lines[4]).toMatch(/^floor\.update {2}E_update = N b E_opt +=\s22\.97 µJ +theorem$/)
    expect(lines).toContain('floor.consolidation  0: moves are not counted')
    expect(lines.slice(-5)).toEqual([
      'What floor is sensitive to, in percent per percent',
      '  N  +1.00  ████████████████  parameters',
      '  b  +1.00  ████████████████  precision',
      '  T  +1.00  ████████████████  temperature',
      ''
    ])
  })

  test('of several figures has them one after another, a blank line between', () => {
    const asked = ['cim.update', 'accelerator', 'floor.memory']
    const text = textOf('brain-scale', ...asked)
    expect(text).toBe(asked.map((name) => textOf('brain-scale', name)).join('\n'))
    expect(text).not.toContain('\n\n\n')
  })

  test.each(examples)(
    'of %s.json has every paradigm, in lines of at most 80 columns, none ending in a space',
    (name) => {
      for (const digits of name === 'gpt-3-scaled' ? [undefined, 1, 400] : [undefined]) {
        const text = explanationText(explained(name, undefined, digits), plain, digits)
        for (const line of text.split('\n')) {
          expect([line, widthOf(line) <= 80]).toEqual([line, true])
          expect(line).not.toMatch(/\s$/)
        }
        for (const heading of ['floor: ', 'limRecovered: ', 'cim: ', 'accelerator: '])
          expect(text.split('\n').filter((line) => line.startsWith(heading))).toHaveLength(1)
        expect(text).toMatch(/[^\n]\n$/)
        expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/)
      }
    }
  )

  test.each(examples)('of every figure of %s.json keeps to 80 columns too', (name) => {
    const { ledger } = readEstimate(exampleText(name))
    const text = explanationText(right(explainLedger(ledger, explainableNames(ledger))))
    for (const line of text.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
  })

  test('has as many digits as asked for', () => {
    const at = (digits: number) =>
      explanationText(explained('brain-scale', ['floor.update'], digits), plain, digits)
    expect(at(2)).toMatch(/floor\.update .*= 23 µJ/)
    expect(at(12)).toMatch(/floor\.update .*= 22\.9678303608 µJ/)
    expect(at(12)).toContain('N   = 1e15 parameter') // what is given has no more than it has
    expect(words(at(40))).toContain('= 22.96783036081686636408284194207351387732 µJ, theorem')
  })

  test('tells where counts come from that follow from a law', () => {
    const text = words(textOf('gpt-3-scaled', 'limRecovered.memory'))
    expect(text).toContain('macs M = F/2 = 7.822e27 mac theorem')
    expect(text).toContain('powerLawFlops F_p = F_0 (N/N_0)^a = 1.564e28 flop machine')
    expect(text).toContain('a = 1.25 exponent of the law')
    expect(text).toContain('[1] Epoch AI')
  })

  test('cites what each figure rests on, and what may be claimed of it', () => {
    expect(words(textOf('brain-scale', 'vonNeumann.memory'))).toContain(
      'estimate (empirical): of a technology as measured or projected: an energy is an estimate, no bound'
    )
    expect(textOf('brain-scale', 'floor')).toContain('Landauer, IBM J. Res. Dev. 5, 183 (1961)')
  })

  test('wraps a heading that is longer than a line', () => {
    const [explanation] = explained('brain-scale', ['floor']) as [Explanation]
    const text = explanationText([{ ...explanation, description: 'word '.repeat(60) }])
    const heading = text.slice(0, text.indexOf('\n\n')).split('\n')
    expect(heading.length).toBeGreaterThan(2)
    for (const line of heading) expect(line.length).toBeLessThanOrEqual(80)
    expect(words(heading.join(' ')).trim()).toBe(`floor: ${'word '.repeat(60)}`.trim())
  })

  test('is painted without a change of its words', () => {
    const escape = '\u001b'
    const mark = (open: string) => (text: string) => `${open}${text}${escape}[0m`
    const paint: Paint = {
      strong: mark(`${escape}[1m`),
      faint: mark(`${escape}[2m`),
      bar: mark(`${escape}[36m`),
      heading: mark(`${escape}[4m`)
    }
    const all = explained('gpt-3-scaled')
    const painted = explanationText(all, paint)
    // eslint-disable-next-line no-control-regex -- the escapes are what is looked for
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(explanationText(all))
    expect(painted).toContain(`${escape}[4mfloor: information of the solution${escape}[0m`)
    expect(painted).toContain(`${escape}[1mfloor.memory${escape}[0m  0: reads are not counted`)
  })

  test('of nothing is nothing', () => {
    expect(explanationText([])).toBe('')
  })
})

describe('a figure of 0 J', () => {
  test.each([
    ['floor.memory', 'reads are not counted'],
    ['floor.consolidation', 'moves are not counted'],
    ['limRecovered.consolidation', 'consolidation in place, by raising the barrier, moves no bit'],
    ['limDissipated.consolidation', 'consolidation in place, by raising the barrier, moves no bit']
  ])('says why in its own words: %s', (name, why) => {
    const sections = textOf('brain-scale', name).split('\n\n')
    expect(sections.map((section) => section.replace(/\s*\n\s*/g, ' ').trim())).toEqual([
      `${name}: ${why}`,
      `${name}  0: ${why}`
    ])
  })

  test.each([
    [
      'cim.consolidation',
      'qp-cold',
      {},
      /E_consolidation = c N b \(C_1 \+ f W\) = 0 J machine/,
      'c = 0 consolidations'
    ],
    ['accelerator.total', 'gpt-3', { operations: '0 flop' }, /E_total = F E_f = 0 J empirical/, 'F = 0 flop'],
    ['cim.memory', 'gpt-3', { macs: '0 mac' }, /E_memory = M E_m = 0 J circuit/, 'M = 0 mac'],
    [
      'floor.update',
      'gpt-3',
      { solutionErrorProbability: '0.5' },
      /E_update = N b E_opt = 0 J theorem/,
      'ε_s = 0.5 probability'
    ]
  ] as const)(
    'that a value makes 0 shows the formula and the value: %s',
    (name, example, overrides, formula, value) => {
      const text = words(explanationText(explained(example, [name], undefined, overrides)))
      expect(text).toMatch(formula)
      expect(text).toContain(value)
      expect(text).toContain(
        'There are no sensitivities: its value is 0 here, and nothing is a percent of it.'
      )
      expect(text).not.toContain(`${name} 0:`)
    }
  )
})

describe('sensitivities', () => {
  const of = (elasticities: Readonly<Record<string, number>>): readonly Sensitivity[] =>
    Object.entries(elasticities).map(([input, elasticity]) => ({
      input,
      symbol: input.slice(0, 1),
      elasticity: one(elasticity)
    }))

  test('are aligned, with a sign and a bar beside the largest', () => {
    expect(sensitivityLines(of({ alpha: 2, beta: -1, gamma: 0.5 }))).toEqual([
      'a  +2.00  ████████████████  alpha',
      'b  −1.00  ████████          beta',
      'g  +0.50  ████              gamma'
    ])
  })

  test('that two digits do not show are left out', () => {
    expect(sensitivityLines(of({ alpha: 1, beta: 0.005, gamma: 0.0049, delta: -0.0049, zero: 0 }))).toEqual([
      'a  +1.00  ████████████████  alpha',
      expect.stringMatching(/^b {2}\+0\.01 {2}▏? +beta$/)
    ])
    expect(sensitivityLines([])).toEqual([])
  })

  test('that are infinite say so, and leave the others their scale', () => {
    expect(sensitivityLines(of({ alpha: -Infinity, beta: 2, gamma: -1 }))).toEqual([
      'a     −∞  ████████████████  alpha',
      'b  +2.00  ████████████████  beta',
      'g  −1.00  ████████          gamma'
    ])
  })

  test('are printed in the order of their size', () => {
    const text = textOf('gpt-3-scaled', 'limDissipated')
    const sizes = [...text.matchAll(/^ {2}\S+ +[+−](\d+\.\d\d) /gm)].map(([, size]) => Number(size))
    expect(sizes.length).toBeGreaterThan(6)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(text).toMatch(/^ {2}a +\+10\.\d\d +█{16} +exponent$/m)
  })
})
