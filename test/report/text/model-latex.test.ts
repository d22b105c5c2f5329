/** A model as equations: E_L &= k_{\mathrm{B}}T\,[\ln 2 - h(\varepsilon)], then what h is. */
import katex from 'katex'
import { onProcess, tightest, times, total } from '../../../src/bound/compose'
import { half, ln } from '../../../src/formula/expression'
import { input, type ModelData } from '../../../src/formula/model'
import { fold } from '../../../src/formula/program'
import { ledgerModels } from '../../../src/ledger/models'
import { model } from '../../../src/physics/own'
import { models } from '../../../src/physics/models'
import { symbolLatex } from '../../../src/reading/latex-symbol'
import { modelLatex } from '../../../src/report/text/model-latex'
import { joulesPerBit, macs, one, updates } from '../../../src/units/si'
import { right } from '../../ledger/reference'
import { arbitrary, meaning, said } from '../../reading/latex-reader'

const named = Object.entries(models as unknown as Readonly<Record<string, ModelData>>)

const ledger = (['constant', 'exponential', 'powerLaw', 'measured'] as const).flatMap((convergence) => {
  const { paradigms, intermediates } = right(ledgerModels(convergence))
  return [
    ...Object.values(paradigms).flatMap((each) => [each.total, ...Object.values(each.walls ?? {})]),
    ...Object.values(intermediates)
  ].map((each): [string, ModelData] => [`${each.name}, ${convergence}`, each])
})

const { analogMac, chargeTransfer, landauer, limUpdate, timeSymmetricReset } = models

/** A bound of another temperature, and what it is added to: one symbol for two things. */
const twoTemperatures = model({
  name: 'twoTemperatures',
  symbol: 'E_2',
  summary: 'Two resets',
  inputs: { hot: { ...landauer.inputs.temperature, symbol: 'T_h' }, ...landauer.inputs },
  unit: joulesPerBit,
  formula: ({ hot, temperature, errorProbability }) =>
    landauer.of({ temperature: hot, errorProbability }).plus(landauer.of({ temperature, errorProbability })),
  constraint: ''
})

const sameInput = model({
  name: 'sameInput',
  symbol: 'x',
  summary: 'Two inputs of one symbol, which is also that of the model',
  inputs: { first: input('x', one, '[0, ∞)', 'one'), second: input('x', one, '[0, ∞)', 'another') },
  unit: one,
  formula: ({ first, second }) => first.over(ln(second)),
  requires: ({ first, second }) => [first.below(second)],
  constraint: ''
})

const compositions: readonly [string, ModelData][] = [
  ['tightest', right(tightest(landauer, timeSymmetricReset))],
  ['times', right(times(limUpdate, 'updates', input('U', updates, '[0, ∞)', 'number of updates')))],
  ['of a process', right(onProcess('register', landauer))],
  [
    'resistance and rows',
    right(
      total(chargeTransfer, right(times(analogMac, 'macs', input('M', macs, '[0, ∞)', 'number of products'))))
    )
  ],
  ['two temperatures', twoTemperatures],
  ['two inputs of one symbol', sameInput]
]

const equations = (latex: string): readonly (readonly [string, string])[] =>
  latex
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim().replace(/ \\\\$/, ''))
    .filter(
      (line) => !/^& \\text/.test(line) && !/^(h|D|\\varphi_[12]|\\mathcal\{L\}|\\Sigma|[aGH])\(/.test(line)
    )
    .map((line) => [
      line.split('&')[0]!.trim(),
      line
        .slice(line.indexOf('&') + 1)
        .replace(/^= /, '')
        .trim()
    ])

/** What the equations say together, each symbol as one of them defines it. */
const saidTogether = ({ inputs }: ModelData, latex: string): bigint => {
  const [[, formula], ...rest] = equations(latex) as [[string, string], ...[string, string][]]
  const symbols = new Map<string, () => bigint>([['k_{\\mathrm{B}}', () => arbitrary('k')]])
  for (const [name, { symbol }] of Object.entries(inputs)) {
    symbols.set(symbolLatex(symbol), () => arbitrary(name))
    symbols.set(symbolLatex(`${symbol}_${name}`), () => arbitrary(name))
  }
  for (const [name, definition] of rest) symbols.set(name, () => said(definition, symbols))
  return said(formula, symbols)
}

describe.each([...named, ...ledger, ...compositions])('%s', (_, model) => {
  const latex = modelLatex(model)

  test('is a block that LaTeX sets, in ASCII', () => {
    expect(latex).toMatch(/^\\begin\{aligned\}\n[ -~\n]*\n\\end\{aligned\}$/)
    katex.renderToString(latex, { throwOnError: true, strict: 'error', displayMode: true })
  })

  test('has equations that together mean its formula', () => {
    const meant = fold(meaning, (name) => ({ is: arbitrary(name) }))(model.node).is
    expect(saidTogether(model, latex)).toBe(meant)
  })

  test('defines no symbol twice', () => {
    const defined = equations(latex).map(([symbol]) => symbol)
    expect(new Set(defined).size).toBe(defined.length)
  })
})

const block = (...lines: readonly string[]): string =>
  ['\\begin{aligned}', lines.map((line) => `  ${line}`).join(' \\\\\n'), '\\end{aligned}'].join('\n')

test('landauer is an equation, and says what h is', () => {
  expect(modelLatex(landauer)).toBe(
    block('E_L &= k_{\\mathrm{B}}T\\,[\\ln 2 - h(\\varepsilon)]', 'h(x) &= -x \\ln x - (1 - x) \\ln(1 - x)')
  )
})

test('a part stands there as it is used, and so does what it requires', () => {
  expect(modelLatex(models.rateCappedReset)).toBe(
    block(
      'E_{\\Gamma} &= E_L + E_S',
      'E_L &= k_{\\mathrm{B}}T\\,[\\ln 2 - h(\\varepsilon)]',
      'E_S &= 2 k_{\\mathrm{B}}T\\,(\\tfrac{1}{2} - \\varepsilon) \\operatorname{artanh}\\frac{1/2 - \\varepsilon}{\\Gamma \\tau}',
      'h(x) &= -x \\ln x - (1 - x) \\ln(1 - x)',
      '& \\text{requires } \\tfrac{1}{2} - \\varepsilon < \\Gamma \\tau'
    )
  )
})

test('parts of parts are defined too, each once', () => {
  expect(modelLatex(limUpdate)).toBe(
    block(
      'E_{\\mathrm{LIM}} &= h\\,[A_{\\varepsilon} + (1 - \\rho)\\,\\bar{B}]',
      'A_{\\varepsilon} &= (1 - 2 \\varepsilon)\\,D_{\\varepsilon}',
      'D_{\\varepsilon} &= k_{\\mathrm{B}}T \\ln\\frac{1 - \\varepsilon}{\\varepsilon}',
      '\\bar{B} &= k_{\\mathrm{B}}T \\left\\{\\ln\\frac{f_0}{r_1} + \\sigma b \\ln 2 - \\tfrac{1}{2} \\ln[\\varepsilon\\,(1 - \\varepsilon)]\\right\\}',
      '& \\text{requires } (1 - \\varepsilon)\\,r_1 \\le f_0'
    )
  )
})

test('a condition on a value names it by its symbol', () => {
  expect(modelLatex(models.retentionBarrier)).toContain('\\text{requires } 0 \\le B\n')
  const { cim } = right(ledgerModels('powerLaw')).paradigms
  const conditions = modelLatex(cim.total)
    .split('\n')
    .filter((line) => line.includes('\\text'))
  expect(conditions).toEqual([
    '  & \\text{requires } 0 \\le B \\\\',
    '  & \\text{and } {-}\\ln p_w \\le f_0 t_w'
  ])
})

test('a number in a condition is not taken for a part that happens to have its value', () => {
  const evenOdds = model({
    name: 'evenOdds',
    symbol: 'σ_h',
    summary: 'One half',
    inputs: {},
    unit: one,
    formula: () => half,
    constraint: ''
  })
  const shaped = model({
    name: 'shaped',
    symbol: 'y',
    summary: 'A shape of ½, and a number above ½',
    inputs: { x: input('x', one, '[0, ∞)', 'a number') },
    unit: one,
    formula: ({ x }) => x.times(evenOdds.of({})),
    requires: ({ x }) => [half.below(x)],
    constraint: ''
  })
  expect(modelLatex(shaped)).toBe(
    block('y &= x \\sigma_h', '\\sigma_h &= \\tfrac{1}{2}', '& \\text{requires } \\tfrac{1}{2} < x')
  )
})

test('a composition has no symbol: what it is made of stands there', () => {
  const lines = modelLatex(right(tightest(landauer, timeSymmetricReset))).split('\n')
  expect(lines[1]).toBe('  & \\max\\{E_L, E_T\\} \\\\')
  const { floor } = right(ledgerModels('powerLaw')).paradigms
  expect(modelLatex(floor.total).split('\n')[1]).toBe(
    '  & E_{\\mathrm{memory}} + E_{\\mathrm{update}} + E_{\\mathrm{consolidation}} \\\\'
  )
})

test('a symbol stands for one thing: a part that shares its own is written out', () => {
  const bits = (T: string) => `k_{\\mathrm{B}}${T}\\,[\\ln 2 - h(\\varepsilon)]`
  expect(equations(modelLatex(twoTemperatures))).toEqual([['E_2', `${bits('T_h')} + ${bits('T')}`]])
  expect(equations(modelLatex(right(onProcess('reset', landauer))))).toEqual([['E_L', bits('T')]])
})

test('a symbol stands for one thing: inputs that share theirs have their names as an index', () => {
  expect(modelLatex(sameInput)).toBe(
    block(
      'x &= \\frac{x_{\\mathrm{first}}}{\\ln x_{\\mathrm{second}}}',
      '& \\text{requires } x_{\\mathrm{first}} < x_{\\mathrm{second}}'
    )
  )
})
