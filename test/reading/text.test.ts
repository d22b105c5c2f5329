import {
  angle,
  constant,
  entropy,
  entropyDifference,
  exp,
  expm1,
  langevin,
  ln,
  ln2,
  lnRatio,
  log1p,
  max,
  number,
  phi1,
  pow,
  relativeEntropy,
  resetDissipation,
  sqrt,
  type Expression
} from '../../src/formula/expression'
import type { Condition, ModelData } from '../../src/formula/model'
import * as formula from '../../src/formula/model'
import { model } from '../../src/physics/own'
import { models } from '../../src/physics/models'
import { definitionsIn, nodeText, relationText } from '../../src/reading/text'
import type { Dimensionless } from '../../src/units/dimension'
import { farads, joules, joulesPerUpdate, one, updates } from '../../src/units/si'

const named = models as unknown as Readonly<Record<string, ModelData>>

test.each([
  ['landauer', 'kT [ln 2 − h(ε)]'],
  ['generalizedLandauer', 'kT [h(p) − h(q) + (p − q) s]'],
  ['discardedInformation', 'kT I ln 2'],
  ['mismatch', 'kT D(p‖q)'],
  ['speedLimit', '2 kT 𝒲 artanh(𝒲/𝒩)'],
  ['rateCappedReset', 'E_L + E_S'],
  ['timeSymmetricReset', 'kT (½ − ε) ln((1 − ε)/ε)'],
  ['optimalReset', 'E_L + kT Σ(ε, f₀ τ)'],
  ['overdampedReset', 'E_L + kT (½ − ε) ⟨x²⟩/(D τ)'],
  ['uncertaintyRelation', '2 kT/r²'],
  ['chargeTransfer', 'q² R/τ'],
  ['rampCharging', 'C V² φ₂(−τ/(R C))'],
  ['slowDrivingPenalty', 'kT (π/2 − 2 arcsin √ε)²/(Γ τ)'],
  ['gradientMeasurement', 'kT ½ ln(1 + SNR)'],
  ['stochasticRounding', 'kT h(f)'],
  ['refrigeration', '1 + (T_h − T)/(η T)'],
  ['refreshPower', 'N C V²/(2 t)'],
  ['analogCellWrite', '6 kT 4^b'],
  ['adiabaticLeakage', '2 C V² √(R_on/R_off)'],
  ['arrheniusRate', 'f₀ e^(−B/kT)'],
  ['retentionBarrier', 'kT ln(N f₀ t/[−ln(1 − p)])'],
  ['matchedBarrier', 'kT ln(f₀/r)'],
  ['driveForSpeed', '2 kT arsinh(v e^(B/kT)/(2 f₀))'],
  ['driveForReliability', 'kT ln((1 − ε)/ε)'],
  ['reliableAttempt', '(1 − 2 ε) D_ε'],
  ['staticWrite', 'max(2 [B − kT ln(f₀ t/(−ln p))], D_ε)'],
  ['analogMac', 'E_c/R'],
  ['wireEnergy', '½ c l V²'],
  ['channelEnergy', '(kT ln 2) φ₁(s ln 2)'],
  ['exponentialMeanStep', 'φ₁(−b ln 2)'],
  ['exponentialShape', '½ [1 + 𝓛((−b ln 2)/2)]'],
  ['powerLawMeanStep', '(ln n) φ₁(ln n − b ln 2)/(n − 1)'],
  ['powerLawShape', '½ [1 + 𝓛((ln n − b ln 2)/2)]'],
  ['meanMatchedBarrier', 'kT [ln(f₀/r₁) + σ b ln 2 − ½ ln(ε (1 − ε))]'],
  ['limUpdate', 'h [A_ε + (1 − ρ) B̄]'],
  ['staticUpdate', 'b f W'],
  ['consolidationUncompute', 'kT h(ε)'],
  ['annealingSteps', 'e^(d/T_n) − 1'],
  ['powerLawFlops', 'F_0 (N/N_0)^a'],
  ['trainingFlops', '6 N D'],
  ['annealedParameter', 'kT [b ln 2 + [e^(b ln 2) − 1]²/(f₀ τ)]']
])('%s reads %s', (name, text) => {
  expect(nodeText(named[name]!.node)).toBe(text)
})

test.each([
  ['speedLimit', '𝒲 < 𝒩'],
  ['rateCappedReset', '½ − ε < Γ τ'],
  ['matchedBarrier', 'r ≤ f₀'],
  ['staticWrite', '−ln p ≤ f₀ t'],
  ['staticUpdate', '−ln p ≤ f₀ t'],
  ['limUpdate', '(1 − ε) r₁ ≤ f₀'],
  ['optimalReset', 'ln(1/(2 ε))/f₀ < τ'],
  ['driveForSpeed', 'v ≤ f₀ [−[e^(−2 B/kT) − 1]]'],
  ['refrigeration', 'T ≤ T_h'],
  ['retentionBarrier', '0 ≤ kT ln(N f₀ t/[−ln(1 − p)])']
])('%s requires %s', (name, text) => {
  const relations = named[name]!.conditions.flatMap((condition: Condition) =>
    condition.kind === 'relation' ? [relationText(condition.of)] : []
  )
  expect(relations).toEqual([text])
})

describe('text is bracketed so that it means the formula', () => {
  type Pure = Expression<Dimensionless>
  const textOf = (of: (a: Pure, b: Pure, c: Pure) => Pure): string =>
    nodeText(
      model({
        name: 'm',
        symbol: 'm',
        summary: 'A formula',
        inputs: {
          a: formula.input('a', one, '(0, ∞)', 'a'),
          b: formula.input('b', one, '(0, ∞)', 'b'),
          c: formula.input('c', one, '(0, ∞)', 'c')
        },
        unit: one,
        formula: ({ a, b, c }) => of(a, b, c),
        constraint: ''
      }).node
    )

  test.each<[string, (a: Pure, b: Pure, c: Pure) => Pure]>([
    ['a + b + c', (a, b, c) => a.plus(b).plus(c)],
    ['a − (b + c)', (a, b, c) => a.minus(b.plus(c))],
    ['a − (b − c)', (a, b, c) => a.minus(b.minus(c))],
    ['a − b − c', (a, b, c) => a.minus(b).minus(c)],
    ['a − b', (a, b) => a.plus(b.negated())],
    ['(a + b) c', (a, b, c) => a.plus(b).times(c)],
    ['a (b + c)', (a, b, c) => a.times(b.plus(c))],
    ['a/(b c)', (a, b, c) => a.over(b.times(c))],
    ['a/(b/c)', (a, b, c) => a.over(b.over(c))],
    ['(a + b)/c', (a, b, c) => a.plus(b).over(c)],
    ['(a b)²', (a, b) => a.times(b).squared()],
    ['(a²)²', (a) => a.squared().squared()],
    ['(a + b)^c', (a, b, c) => pow(a.plus(b), c)],
    ['a^(b + c)', (a, b, c) => pow(a, b.plus(c))],
    ['e^(a + b)', (a, b) => exp(a.plus(b))],
    ['c (e^a − 1)', (a, _, c) => c.times(expm1(a))],
    ['√(a b)', (a, b) => sqrt(a.times(b))],
    ['−(a + b)', (a, b) => a.plus(b).negated()],
    ['ln a', (a) => ln(a)],
    ['ln(a b)', (a, b) => ln(a.times(b))],
    ['ln(1 + a)', (a) => log1p(a)],
    ['ln(1 − a)', (a) => log1p(a.negated())],
    ['[ln(a b)]²', (a, b) => ln(a.times(b)).squared()],
    ['h(a + b)', (a, b) => entropy(a.plus(b))],
    ['a [ln 2 − h(b)]', (a, b) => a.times(relativeEntropy(b, number(0.5)))],
    ['a (π/2 − 2 arcsin √b)', (a, b) => a.times(angle(b))],
    ['max(a + b, c)²', (a, b, c) => max(a.plus(b), c).squared()],
    ['½ a', (a) => number(0.5).times(a)],
    ['(ln a) b', (a, b) => ln(a).times(b)],
    ['ln(a b) c', (a, b, c) => ln(a.times(b)).times(c)],
    ['(ln a)/b', (a, b) => ln(a).over(b)],
    ['ln(a/b)', (a, b) => ln(a.over(b))],
    ['(a ln b) c', (a, b, c) => a.times(ln(b)).times(c)],
    ['(a/b) c', (a, b, c) => a.over(b).times(c)],
    ['a b/c', (a, b, c) => a.times(b.over(c))],
    ['ln(a/b) c', (a, b, c) => lnRatio(a, b).times(c)],
    ['ln(a/(b c))', (a, b, c) => lnRatio(a, b.times(c))],
    ['a − [h(b) − h(c)]', (a, b, c) => a.minus(entropyDifference(b, c))],
    ['Σ(a, b c)²', (a, b, c) => resetDissipation(a, b.times(c)).squared()],
    ['φ₁(a) 𝓛(b + c)', (a, b, c) => phi1(a).times(langevin(b.plus(c)))],
    ['2·3 a', (a) => number(2).times(3).times(a)],
    ['2·1.5^a', (a) => number(2).times(pow(number(1.5), a))]
  ])('%s', (text, of) => {
    expect(textOf(of)).toBe(text)
  })

  test('a symbol with an exponent is bracketed before it is squared', () => {
    const { inputs } = named['overdampedReset']!
    const x2 = constant('2', inputs['variance']!.unit, 'x²')
    expect(nodeText(x2.squared().node)).toBe('(x²)²')
  })

  test('a negative constant is not taken for the negative of a power', () => {
    expect(textOf((a) => a.times(number(-2).squared()))).toMatch(/^a [([][-−]2[)\]]²$/)
  })

  test('a constant keeps its unit, and nothing beside it is read into that', () => {
    const cost = constant('12e-12', joulesPerUpdate)
    const [U, n] = [constant('1', updates, 'U'), number(2)]
    expect(
      [
        cost,
        U.times(cost),
        cost.times(U).times(U),
        U.times(cost).over(U),
        n.over(cost),
        n.times(cost).times(3),
        cost.squared(),
        cost.plus(cost.times(3)),
        constant('-2.5e-6', farads).times(n),
        ln(n).times(cost)
      ].map(({ node }) => nodeText(node))
    ).toEqual([
      '12 pJ/update',
      'U · 12 pJ/update',
      '12 pJ/update · U U',
      '(U · 12 pJ/update)/U',
      '2/(12 pJ/update)',
      '2 · 12 pJ/update · 3',
      '(12 pJ/update)²',
      '12 pJ/update + 12 pJ/update · 3',
      '(−2.5 µF) 2',
      '(ln 2) · 12 pJ/update'
    ])
  })

  test('two constants of one value and two units are two', () => {
    const sum = constant('2', joules).over(constant('2', updates))
    expect(nodeText(sum.node)).toBe('(2 J)/(2 update)')
  })

  test('a constant goes by its own symbol, and not by that of another with its value', () => {
    const gap = constant('2', joules, 'E₀')
    expect(nodeText(gap.times(ln2).node)).toBe('E₀ ln 2')
  })
})

test('the functions that not every reader knows are defined', () => {
  const symbols = (text: string): readonly string[] => definitionsIn(text).map(([symbol]) => symbol)
  expect(symbols('kT [ln 2 − h(ε)]')).toEqual(['h(x)'])
  expect(symbols('kT D(p‖q)')).toEqual(['D(x‖y)'])
  expect(symbols('C V² φ₂(−τ/(R C))')).toEqual(['φ₂(x)'])
  expect(symbols('½ [1 + 𝓛(−b ln 2/2)]')).toEqual(['𝓛(x)'])
  expect(symbols('(ln n) φ₁(ln n − b ln 2)/(n − 1)')).toEqual(['φ₁(x)'])
  expect(symbols('E_L + kT Σ(ε, f₀ τ)')).toEqual(['Σ(x, n)', 'c', 'a(p)', 'G(a)', 'H(a)'])
  expect(symbols('kT ln 2')).toEqual([])
})
