/** LaTeX: landauer is "E_L = k_{\mathrm{B}}T\,[\ln 2 - h(\varepsilon)]". */
import fc from 'fast-check'
import katex from 'katex'
import * as expression from '../../src/formula/expression'
import type { Expression } from '../../src/formula/expression'
import { binary, unary, type Binary, type Unary } from '../../src/formula/algebra'
import type { ModelData, Node } from '../../src/formula/model'
import { fold } from '../../src/formula/program'
import { models } from '../../src/physics/models'
import { latexDefinitions, nodeLatex, relationLatex, toLatex } from '../../src/reading/latex'
import { symbolLatex } from '../../src/reading/latex-symbol'
import type { Dimensionless } from '../../src/units/dimension'
import { boltzmannConstant, farads, joules, joulesPerUpdate, ohms, one, updates } from '../../src/units/si'
import { symbol } from '../formula/graphs'
import { arbitrary, meaning, said } from './latex-reader'

const named = models as unknown as Readonly<Record<string, ModelData>>

const isLatex = (latex: string): void => {
  expect(latex).toMatch(/^[ -~]*$/)
  katex.renderToString(latex, { throwOnError: true, strict: 'error', displayMode: true })
}

describe.each(Object.entries(named))('%s', (_, model) => {
  test('is an equation that LaTeX sets', () => {
    isLatex(toLatex(model))
  })

  test('has conditions that LaTeX sets', () => {
    for (const condition of model.conditions)
      if (condition.kind === 'relation') isLatex(relationLatex(condition.of))
  })

  test('means its formula', () => {
    expect(read(model.node)).toBe(meant(model.node))
  })
})

/** What a formula means, its parts by their symbols. */
const meant = (node: Node): bigint => fold(meaning, (name) => ({ is: arbitrary(name) }), true)(node).is

const symbolsIn = (node: Node): readonly string[] =>
  node.kind === 'input'
    ? [node.symbol]
    : node.kind === 'constant'
      ? []
      : node.kind === 'term'
        ? [node.of.model.symbol]
        : [...symbolsIn(node.x), ...(node.kind === 'binary' ? symbolsIn(node.y) : [])]

/** What its LaTeX says. */
const read = (node: Node): bigint =>
  said(
    nodeLatex(node),
    new Map([
      ...symbolsIn(node).map((each) => [symbolLatex(each), () => arbitrary(each)] as const),
      ['k_{\\mathrm{B}}', () => arbitrary('k')]
    ])
  )

test.each([
  ['landauer', 'E_L = k_{\\mathrm{B}}T\\,[\\ln 2 - h(\\varepsilon)]'],
  ['generalizedLandauer', 'E_G = k_{\\mathrm{B}}T\\,[h(p) - h(q) + (p - q)\\,s]'],
  ['discardedInformation', 'E_D = k_{\\mathrm{B}}T I \\ln 2'],
  ['mismatch', 'E_M = k_{\\mathrm{B}}T\\,D(p\\,\\|\\,q)'],
  [
    'speedLimit',
    'E_S = 2 k_{\\mathrm{B}}T \\mathcal{W} \\operatorname{artanh}\\frac{\\mathcal{W}}{\\mathcal{N}}'
  ],
  ['rateCappedReset', 'E_{\\Gamma} = E_L + E_S'],
  [
    'timeSymmetricReset',
    'E_T = k_{\\mathrm{B}}T\\,(\\tfrac{1}{2} - \\varepsilon) \\ln\\frac{1 - \\varepsilon}{\\varepsilon}'
  ],
  ['optimalReset', 'E_{\\mathrm{opt}} = E_L + k_{\\mathrm{B}}T\\,\\Sigma(\\varepsilon, f_0 \\tau)'],
  [
    'overdampedReset',
    'E_O = E_L + k_{\\mathrm{B}}T \\frac{(1/2 - \\varepsilon)\\,\\langle x^2\\rangle}{D \\tau}'
  ],
  ['uncertaintyRelation', 'E_U = \\frac{2 k_{\\mathrm{B}}T}{r^2}'],
  ['chargeTransfer', 'E_q = \\frac{q^2 R}{\\tau}'],
  ['rampCharging', 'E_R = C V^2\\,\\varphi_2\\!\\left(-\\frac{\\tau}{R C}\\right)'],
  [
    'slowDrivingPenalty',
    'E_{\\angle} = \\frac{k_{\\mathrm{B}}T\\,(\\pi/2 - 2 \\arcsin\\sqrt{\\varepsilon})^2}{\\Gamma \\tau}'
  ],
  ['arrheniusRate', 'f = f_0 e^{-B/k_{\\mathrm{B}}T}'],
  ['retentionBarrier', 'B = k_{\\mathrm{B}}T \\ln\\frac{N f_0 t}{-\\ln(1 - p)}'],
  ['matchedBarrier', 'B_r = k_{\\mathrm{B}}T \\ln\\frac{f_0}{r}'],
  ['driveForSpeed', 'D_v = 2 k_{\\mathrm{B}}T \\operatorname{arsinh}\\frac{v e^{B/k_{\\mathrm{B}}T}}{2 f_0}'],
  ['reliableAttempt', 'A_{\\varepsilon} = (1 - 2 \\varepsilon)\\,D_{\\varepsilon}'],
  [
    'staticWrite',
    'W = \\max\\!\\left\\{2 \\left(B - k_{\\mathrm{B}}T \\ln\\frac{f_0 t}{-\\ln p}\\right), D_{\\varepsilon}\\right\\}'
  ],
  ['samplingEnergy', 'E_s = k_{\\mathrm{B}}T\\,\\mathrm{SNR}'],
  ['converterEnergy', 'E_c = 8 k_{\\mathrm{B}}T \\cdot 1.5 \\cdot 4^{N_b}'],
  ['losslessOutputBits', 'N_0 = N_x + N_w + \\frac{\\ln R}{\\ln 2}'],
  ['wireEnergy', 'E_w = \\tfrac{1}{2} c l V^2'],
  ['readsBeforeDisturb', 'n_r = \\frac{p}{f_0 t e^{-(B - \\delta \\theta)/k_{\\mathrm{B}}T}}'],
  ['exponentialMeanStep', '\\bar{\\alpha}_e = \\varphi_1(-b \\ln 2)'],
  [
    'powerLawShape',
    '\\sigma_p = \\tfrac{1}{2} \\left[1 + \\mathcal{L}\\!\\left(\\frac{\\ln n - b \\ln 2}{2}\\right)\\right]'
  ],
  [
    'meanMatchedBarrier',
    '\\bar{B} = k_{\\mathrm{B}}T \\left\\{\\ln\\frac{f_0}{r_1} + \\sigma b \\ln 2 - \\tfrac{1}{2} \\ln[\\varepsilon\\,(1 - \\varepsilon)]\\right\\}'
  ],
  ['limUpdate', 'E_{\\mathrm{LIM}} = h\\,[A_{\\varepsilon} + (1 - \\rho)\\,\\bar{B}]'],
  ['consolidationUncompute', 'C_h = k_{\\mathrm{B}}T\\,h(\\varepsilon)'],
  ['annealingSteps', 'n_T = e^{d/T_n} - 1'],
  ['stochasticGradientIterations', 'n_s = r^2 \\cdot 4^b'],
  ['powerLawFlops', 'F_p = F_0 \\left(\\frac{N}{N_0}\\right)^a']
])('%s is set as %s', (name, latex) => {
  expect(toLatex(named[name]!)).toBe(latex)
})

test('the conditions of a model are set like it', () => {
  const { conditions } = models.staticWrite as ModelData
  const relations = conditions.flatMap((each) => (each.kind === 'relation' ? [relationLatex(each.of)] : []))
  expect(relations).toEqual(['-\\ln p \\le f_0 t'])
  const [a, b] = [symbol('a', one), symbol('b', one)]
  expect(relationLatex(a.below(b))).toBe('a < b')
})

type Pure = Expression<Dimensionless>

const letters = ['a', 'b', 'c'].map((name) => symbol(name, one)) as [Pure, Pure, Pure]
const unaryOf =
  (op: Unary) =>
  ({ node, dimension }: Pure): Pure =>
    new expression.Expression({ kind: 'unary', op, x: node }, dimension)
const {
  angle,
  entropy,
  entropyDifference,
  exp,
  expm1,
  langevin,
  ln,
  lnRatio,
  log1p,
  max,
  number,
  phi1,
  pow
} = expression
const { relativeEntropy, resetDissipation, sqrt } = expression

test.each<[string, (a: Pure, b: Pure, c: Pure) => Pure]>([
  ['a + b + c', (a, b, c) => a.plus(b).plus(c)],
  ['a + b + c', (a, b, c) => a.plus(b.plus(c))],
  ['a - (b + c)', (a, b, c) => a.minus(b.plus(c))],
  ['a - (b - c)', (a, b, c) => a.minus(b.minus(c))],
  ['a - b - c', (a, b, c) => a.minus(b).minus(c)],
  ['a - b', (a, b) => a.plus(b.negated())],
  ['a - (-b)', (a, b) => a.minus(b.negated())],
  ['a - b - c', (a, b, c) => a.plus(b.negated().minus(c))],
  ['-(a + b)', (a, b) => a.plus(b).negated()],
  ['(a + b)\\,c', (a, b, c) => a.plus(b).times(c)],
  ['a\\,(b + c)', (a, b, c) => a.times(b.plus(c))],
  ['a\\,(-b)', (a, b) => a.times(b.negated())],
  ['\\frac{a/b}{c}', (a, b, c) => a.over(b).over(c)],
  ['\\frac{a}{b/c}', (a, b, c) => a.over(b.over(c))],
  ['\\frac{a}{b c}', (a, b, c) => a.over(b.times(c))],
  ['\\frac{a + b}{c}', (a, b, c) => a.plus(b).over(c)],
  ['\\frac{a}{b} c', (a, b, c) => a.over(b).times(c)],
  ['\\frac{(a/b)\\,c}{a}', (a, b, c) => a.over(b).times(c).over(a)],
  ['e^{a/b}', (a, b) => exp(a.over(b))],
  ['e^{a/(b c)}', (a, b, c) => exp(a.over(b.times(c)))],
  ['e^{(a/b)\\,c}', (a, b, c) => exp(a.over(b).times(c))],
  ['e^{(a/b)/c}', (a, b, c) => exp(a.over(b).over(c))],
  ['e^{a/(b/c)}', (a, b, c) => exp(a.over(b.over(c)))],
  ['e^{1/2}', () => exp(number(0.5))],
  ['(-a)^2', (a) => a.negated().squared()],
  ['-a^2', (a) => a.squared().negated()],
  ['(a b)^c', (a, b, c) => pow(a.times(b), c)],
  ['a b^c', (a, b, c) => a.times(pow(b, c))],
  ['(a + b)^c', (a, b, c) => pow(a.plus(b), c)],
  ['a^{b + c}', (a, b, c) => pow(a, b.plus(c))],
  ['(a^2)^2', (a) => a.squared().squared()],
  ['a^{b^c}', (a, b, c) => pow(a, pow(b, c))],
  ['(a^b)^c', (a, b, c) => pow(pow(a, b), c)],
  ['\\left(\\frac{a}{b}\\right)^2', (a, b) => a.over(b).squared()],
  ['(\\tfrac{1}{2})^a', (a) => pow(number(0.5), a)],
  ['e^{a + b}', (a, b) => exp(a.plus(b))],
  ['c\\,(e^a - 1)', (a, _, c) => c.times(expm1(a))],
  ['\\sqrt{a b}', (a, b) => sqrt(a.times(b))],
  ['\\sqrt{a} b', (a, b) => sqrt(a).times(b)],
  ['(\\sqrt{a})^2', (a) => sqrt(a).squared()],
  ['\\ln a', (a) => ln(a)],
  ['\\ln(a b)', (a, b) => ln(a.times(b))],
  ['(\\ln a)\\,b', (a, b) => ln(a).times(b)],
  ['\\ln(a^2)', (a) => ln(a.squared())],
  ['(\\ln a)^2', (a) => ln(a).squared()],
  ['[\\ln(a b)]^2', (a, b) => ln(a.times(b)).squared()],
  ['\\ln\\frac{a}{b}', (a, b) => ln(a.over(b))],
  ['\\left(\\ln\\frac{a}{b}\\right) c', (a, b, c) => ln(a.over(b)).times(c)],
  ['e^{\\ln(a/b)}', (a, b) => exp(ln(a.over(b)))],
  ['e^{(\\ln a)/b}', (a, b) => exp(ln(a).over(b))],
  ['\\ln\\!\\left(1 + \\frac{a}{b}\\right)', (a, b) => log1p(a.over(b))],
  ['\\ln(1 - a)', (a) => log1p(a.negated())],
  ['\\ln(-\\ln a)', (a) => ln(ln(a).negated())],
  ['\\left(\\ln\\frac{a}{b}\\right) c', (a, b, c) => lnRatio(a, b).times(c)],
  ['a - [h(b) - h(c)]', (a, b, c) => a.minus(entropyDifference(b, c))],
  ['h(a + b)', (a, b) => entropy(a.plus(b))],
  ['h(a)^2', (a) => entropy(a).squared()],
  ['h\\!\\left(\\frac{a}{b}\\right)', (a, b) => entropy(a.over(b))],
  ['a\\,[\\ln 2 - h(b)]', (a, b) => a.times(relativeEntropy(b, number(0.5)))],
  ['a \\left(\\frac{\\pi}{2} - 2 \\arcsin\\sqrt{b}\\right)', (a, b) => a.times(angle(b))],
  ['\\max\\{a + b, c\\}^2', (a, b, c) => max(a.plus(b), c).squared()],
  ['\\varphi_1(a + b)\\,\\mathcal{L}(b)^2', (a, b) => phi1(a.plus(b)).times(langevin(b).squared())],
  ['a\\,\\Sigma(b, c + a)^2', (a, b, c) => a.times(resetDissipation(b, c.plus(a)).squared())],
  ["\\mathcal{L}'(a b)", (a, b) => unaryOf('langevinSlope')(a.times(b))],
  ["\\varphi_2'(a)", (a) => unaryOf('phi2Slope')(a)],
  ['\\Theta(a - b)', (a, b) => unaryOf('step')(a.minus(b))],
  ['a\\,\\{b + c\\,[a + b\\,(b + c)]\\}', (a, b, c) => a.times(b.plus(c.times(a.plus(b.times(b.plus(c))))))]
])('a formula is set as %s', (latex, of) => {
  const { node } = of(...letters)
  expect(nodeLatex(node)).toBe(latex)
  expect(read(node)).toBe(meant(node))
})

test.each([
  ['1.5', '1.5'],
  ['6', '6'],
  ['0.5', '\\tfrac{1}{2}'],
  ['-2', '-2'],
  [boltzmannConstant, '1.380649 \\times 10^{-23}'],
  ['1e5', '10^5'],
  ['1e+21', '10^{21}'],
  ['-1e-7', '-10^{-7}'],
  ['-2.5E30', '-2.5 \\times 10^{30}']
])('the number %s is set as %s', (decimal, latex) => {
  expect(nodeLatex({ kind: 'constant', of: { decimal } })).toBe(latex)
})

describe('no number can be taken for a part of another', () => {
  const [a] = letters
  test.each<[string, Pure]>([
    ['2 \\cdot 3', number(2).times(number(3))],
    ['2 a', number(2).times(a)],
    ['a \\cdot 2', a.times(number(2))],
    ['2 \\cdot \\tfrac{1}{2}', number(2).times(number(0.5))],
    ['2 \\cdot \\frac{1}{3}', number(2).times(number(1).over(number(3)))],
    ['a\\,(-2)', a.times(number(-2))],
    ['(-2)^2', number(-2).squared()],
    ['a - 2', a.plus(number(-2))],
    ['(2.5 \\times 10^{30})^2', number(2.5e30).squared()],
    ['(10^{30})^2', number(1e30).squared()],
    ['x_1 \\frac{1}{3}', symbol('x₁', one).times(number(1).over(number(3)))]
  ])('%s', (latex, { node }) => {
    expect(nodeLatex(node)).toBe(latex)
  })
})

describe('a constant with a unit', () => {
  const cost = expression.constant('12e-12', joulesPerUpdate)
  const U = expression.constant('1', updates, 'U')
  test.each([
    ['12\\,\\mathrm{pJ/update}', cost],
    ['U \\cdot 12\\,\\mathrm{pJ/update}', U.times(cost)],
    ['12\\,\\mathrm{pJ/update} \\cdot U U', cost.times(U).times(U)],
    ['\\frac{U}{12\\,\\mathrm{pJ/update}}', U.over(cost)],
    ['e^{(12\\,\\mathrm{pJ/update})/U}', { node: { kind: 'unary', op: 'exp', x: cost.over(U).node } }],
    ['(12\\,\\mathrm{pJ/update})^2', cost.squared()],
    ['-2.5\\,\\mu \\mathrm{F}', expression.constant('-2.5e-6', farads)],
    ['1\\,\\mathrm{k}\\Omega \\cdot U', expression.constant('1e3', ohms).times(U)],
    ['1.5 \\times 10^{-40}\\,\\mathrm{J}', expression.constant('1.5e-40', joules)]
  ] as const)('%s', (latex, { node }) => {
    expect(nodeLatex(node)).toBe(latex)
    isLatex(latex)
  })
})

describe('the constant of Boltzmann', () => {
  const k: Node = { kind: 'constant', of: { decimal: boltzmannConstant, symbol: 'k' } }
  const T: Node = { kind: 'input', name: 'temperature', symbol: 'T' }
  const kT: Node = { kind: 'binary', op: 'mul', x: k, y: T }

  test('has its index, and holds on to the temperature', () => {
    expect(nodeLatex(kT)).toBe('k_{\\mathrm{B}}T')
    expect(nodeLatex({ kind: 'unary', op: 'square', x: kT })).toBe('(k_{\\mathrm{B}}T)^2')
    expect(nodeLatex({ kind: 'unary', op: 'ln', x: kT })).toBe('\\ln(k_{\\mathrm{B}}T)')
  })

  test('holds on to nothing else', () => {
    const times = (y: Node): string => nodeLatex({ kind: 'binary', op: 'mul', x: k, y })
    expect(times({ kind: 'constant', of: { decimal: '2' } })).toBe('k_{\\mathrm{B}} \\cdot 2')
    expect(times({ kind: 'unary', op: 'square', x: T })).toBe('k_{\\mathrm{B}} T^2')
    expect(times({ kind: 'input', name: 'kelvins', symbol: 'SNR' })).toBe('k_{\\mathrm{B}}\\,\\mathrm{SNR}')
  })

  test('is no other constant, nor input, that is called k', () => {
    expect(nodeLatex({ kind: 'constant', of: { decimal: '8.99e9', symbol: 'k' } })).toBe('k')
    expect(nodeLatex({ kind: 'input', name: 'wavenumber', symbol: 'k' })).toBe('k')
  })
})

describe('a symbol of several letters', () => {
  const [a] = letters
  const sets = (name: string) => symbol(name, one)
  test.each<[string, Pure]>([
    ['a\\,\\mathrm{SNR}\\,a', a.times(sets('SNR')).times(a)],
    ['\\Delta x\\,a', sets('Δx').times(a)],
    ['(x^2)^2', sets('x²').squared()],
    ['(U\\,E_L)^2', sets('U E_L').squared()],
    ['a\\,(p+q)', a.times(sets('p + q'))],
    ['(p+q)^2', sets('p + q').squared()]
  ])('%s', (latex, { node }) => {
    expect(nodeLatex(node)).toBe(latex)
  })
})

// 'h' and 'Γ' are symbols here as well as functions, and D twice, alone and with an index.
const anySymbol = fc
  .constantFrom('a', 'b', 'h', 'D', 'Γ', 'f₀', 'T', 'ε', 'SNR', 'x²', '⟨x²⟩', 'E_LIM', 'B̄', 'Δx', 'N_b')
  .map((name): Node => ({ kind: 'input', name, symbol: name }))
const anyConstant = fc
  .constantFrom(
    { decimal: boltzmannConstant, symbol: 'k' },
    ...['0.5', '2', '3', '1.5', '-2', '1e-7', '2.5e30'].map((decimal) => ({ decimal }))
  )
  .map((of): Node => ({ kind: 'constant', of }))
const unaries = fc.constantFrom(...(Object.keys(unary) as Unary[]))
const binaries = fc.constantFrom(...(Object.keys(binary) as Binary[]))

const anyFormula = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    anySymbol,
    anyConstant,
    fc.record({ kind: fc.constant('unary' as const), op: unaries, x: tie('node') }),
    fc.record({ kind: fc.constant('binary' as const), op: binaries, x: tie('node'), y: tie('node') }),
    fc.record({ kind: fc.constant('binary' as const), op: binaries, x: tie('node'), y: tie('node') })
  )
})).node

test('any formula is LaTeX, in ASCII', () => {
  fc.assert(
    fc.property(anyFormula, (node) => {
      isLatex(nodeLatex(node))
    })
  )
})

test('any formula can be read in one way only, and means what it is', () => {
  fc.assert(
    fc.property(anyFormula, (node) => {
      expect(read(node)).toBe(meant(node))
    }),
    { numRuns: 1000 }
  )
})

test('the functions that not every reader knows are defined, in LaTeX', () => {
  const defined = (...of: readonly ModelData[]): readonly string[] =>
    latexDefinitions(of.map(toLatex).join(' ')).map(([name]) => name)
  expect(defined(models.landauer)).toEqual(['h(x)'])
  expect(defined(models.mismatch)).toEqual(['D(x\\,\\|\\,y)'])
  expect(defined(models.rampCharging)).toEqual(['\\varphi_2(x)'])
  expect(defined(models.landauer, models.rampCharging)).toEqual(['h(x)', '\\varphi_2(x)'])
  expect(defined(models.consolidationReset, models.staticWrite, models.consolidationUncompute)).toEqual([
    'h(x)'
  ])
  expect(defined(models.consolidationReset, models.staticWrite)).toEqual([])
  expect(defined(models.powerLawMeanStep, models.powerLawShape)).toEqual(['\\varphi_1(x)', '\\mathcal{L}(x)'])
  expect(defined(models.optimalReset)).toEqual(['\\Sigma(x, n)', 'n', 'a(p)', 'G(a)', 'H(a)'])
  const all = 'h(x) D(x\\,\\|\\,y) \\varphi_1(x) \\varphi_2(x) \\mathcal{L}(x) \\Sigma(x, n)'
  expect(latexDefinitions(all)).toHaveLength(10)
  for (const [name, definition] of latexDefinitions(all)) isLatex(`${name} = ${definition}`)
})

test('a definition is that of the operation', () => {
  const [x, y] = [symbol('x', one), symbol('y', one)]
  const unity = expression.unity
  const definitionOf = (name: string) => latexDefinitions(name)[0]![1]
  const rest = unity.minus(x)
  const h = x
    .negated()
    .times(ln(x))
    .minus(rest.times(ln(rest)))
  const D = x.times(ln(x.over(y))).plus(rest.times(ln(rest.over(unity.minus(y)))))
  const phi2 = exp(x).minus(unity).minus(x).over(x.squared())
  expect(said(definitionOf('h(x)'), new Map([['x', () => arbitrary('x')]]))).toBe(meant(h.node))
  expect(
    said(
      definitionOf('D(x\\,\\|\\,y)'),
      new Map([
        ['x', () => arbitrary('x')],
        ['y', () => arbitrary('y')]
      ])
    )
  ).toBe(meant(D.node))
  expect(said(definitionOf('\\varphi_2(x)'), new Map([['x', () => arbitrary('x')]]))).toBe(meant(phi2.node))
  const phi1 = exp(x).minus(unity).over(x)
  expect(said(definitionOf('\\varphi_1(x)'), new Map([['x', () => arbitrary('x')]]))).toBe(meant(phi1.node))
})

test('so is that of Σ, by which it can be worked out by hand', () => {
  const parts = new Map(latexDefinitions('\\Sigma(x, n)'))
  expect(parts.get('\\Sigma(x, n)')).toBe('c\\,[H(a(x)) - H(a(\\tfrac{1}{2}))]')
  expect(parts.get('n')).toMatch(/^G\(a\(x\)\) - G\(a\(\\tfrac\{1\}\{2\}\)\),/)
  const symbols = new Map(['a', 'c', 'p', 'r'].map((name) => [name, () => arbitrary(name)] as const))
  const [share, r] = parts.get('a(p)')!.split(',\\ ')
  const [a, c, p, ratio] = ['a', 'c', 'p', 'r'].map((name) => symbol(name, one)) as [Pure, Pure, Pure, Pure]
  const left = expression.unity.minus(a)
  const two = number(2)
  expect(said(r!.replace('r = ', ''), symbols)).toBe(meant(c.over(p).node))
  expect(said(share!, symbols)).toBe(
    meant(
      sqrt(ratio.squared().plus(ratio.times(4)))
        .minus(ratio)
        .times(0.5).node
    )
  )
  expect(said(parts.get('G(a)')!, symbols)).toBe(meant(ln(a).minus(two.over(a)).minus(ln(left)).node))
  expect(said(parts.get('H(a)')!, symbols)).toBe(
    meant(left.times(ln(left)).over(a.squared()).minus(expression.unity.over(a)).node)
  )
})
