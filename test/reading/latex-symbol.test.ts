/** Symbols in LaTeX: "f₀" is f_0, "E_LIM" is E_{\mathrm{LIM}}. */
import fc from 'fast-check'
import katex from 'katex'
import type { ModelData } from '../../src/formula/model'
import { ledgerInputs } from '../../src/ledger/inputs'
import { models } from '../../src/physics/models'
import { symbolForm, symbolLatex } from '../../src/reading/latex-symbol'

test.each([
  // Letters, of any alphabet.
  ['x', 'x'],
  ['ε', '\\varepsilon'],
  ['Γ', '\\Gamma'],
  ['Α', '\\mathrm{A}'],
  ['µ', '\\mu'],
  ['ℏ', '\\hbar'],
  ['𝒲', '\\mathcal{W}'],
  ['ℒ', '\\mathcal{L}'],
  ['ℝ', '\\mathbb{R}'],
  ['𝔄', '\\mathfrak{A}'],
  ['𝐱', '\\mathbf{x}'],
  ['𝑥', '\\mathnormal{x}'],
  ['𝛼', '\\alpha'],
  ['Ω', '\\Omega'],
  // Words stand upright.
  ['SNR', '\\mathrm{SNR}'],
  ['kT', '\\mathrm{kT}'],
  ['x2', '\\mathrm{x2}'],
  ['Δx', '\\Delta x'],
  ['ħω', '\\hbar\\omega'],
  // Indices.
  ['f₀', 'f_0'],
  ['r₁', 'r_1'],
  ['x₁₀', 'x_{10}'],
  ['xₙ₊₁', 'x_{n+1}'],
  ['N_b', 'N_b'],
  ['N_0', 'N_0'],
  ['D_20', 'D_{20}'],
  ['σ_p', '\\sigma_p'],
  ['U_W', 'U_W'],
  ['E_LIM', 'E_{\\mathrm{LIM}}'],
  ['E_memory', 'E_{\\mathrm{memory}}'],
  ['E_Γ', 'E_{\\Gamma}'],
  ['E_∠', 'E_{\\angle}'],
  ['T_{low,2}', 'T_{\\mathrm{low},2}'],
  ['x_i,j', 'x_{i,j}'],
  ['x_−1', 'x_{-1}'],
  ['a_b_c', 'a_{b,c}'],
  // Exponents, primes and stars.
  ['x²', 'x^2'],
  ['x⁻¹', 'x^{-1}'],
  ['f_0²', 'f_0^2'],
  ['a^2b', 'a^{2b}'],
  ['x′', 'x^{\\prime}'],
  ["x_0'", 'x_0^{\\prime}'],
  ['ψ*', '\\psi^*'],
  // Marks.
  ['B̄', '\\bar{B}'],
  ['B̄_r', '\\bar{B}_r'],
  ['ẋ', '\\dot{x}'],
  ['Å', '\\mathring{A}'],
  ['x⃗', '\\vec{x}'],
  ['naïve', '\\mathrm{na\\ddot{i}ve}'],
  // Brackets and compositions.
  ['⟨x²⟩', '\\langle x^2\\rangle'],
  ['⟨x²⟩_t', '\\langle x^2\\rangle_t'],
  ['α(t)', '\\alpha(t)'],
  ['total(A, B)', '\\operatorname{total}(A, B)'],
  ['tightest(E_L, E_T)', '\\operatorname{tightest}(E_L, E_T)'],
  ['U E_LIM', 'U\\,E_{\\mathrm{LIM}}'],
  ['p + q', 'p+q'],
  // What LaTeX would take for commands, and what it has no name for.
  ['100%', '100\\%'],
  ['a & b', 'a\\,\\&\\,b'],
  ['#', '\\#'],
  ['\\', '\\backslash'],
  ['_', '\\_'],
  ['^', '\\wedge'],
  ['_a', '{}_a'],
  ['日本', '\\mathrm{u65E5}\\mathrm{u672C}'],
  ['😀', '\\mathrm{u1F600}'],
  ['', '']
])('%s is set as %s', (symbol, latex) => {
  expect(symbolLatex(symbol)).toBe(latex)
})

test.each<[string, string, boolean]>([
  ['x', 'atom', false],
  ['E_LIM', 'atom', false],
  ['B̄', 'atom', false],
  ['⟨x²⟩', 'atom', true],
  ['SNR', 'atom', true],
  ['Δx', 'atom', true],
  ['total(A + B, C)', 'atom', true],
  ['x²', 'power', false],
  ['U E_L', 'product', true],
  ['a/b', 'product', true],
  ['a + b', 'sum', true],
  ['−x', 'sum', true]
])('%s holds together like any %s', (symbol, binds, wide) => {
  expect(symbolForm(symbol)).toMatchObject({ binds, wide })
})

const isLatex = (latex: string): void => {
  expect(latex).toMatch(/^[ -~]*$/)
  katex.renderToString(latex, { throwOnError: true, strict: 'error' })
  // A symbol takes an index more in a formula, and a square in brackets.
  katex.renderToString(`(${latex})^2 {${latex}}_0`, { throwOnError: true, strict: 'error' })
}

test('any text is a symbol that LaTeX sets, in ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (symbol) => {
      isLatex(symbolLatex(symbol))
    }),
    { numRuns: 1000 }
  )
})

test('so is any text of the characters that symbols are made of', () => {
  const characters = fc.constantFrom(
    ...'a B x E k T 0 1 2 7 ε Γ 𝒲 ℝ ₀ ₁ ₙ ² ⁻ ′ * _ ^ ( ) { } [ ] ⟨ ⟩ | ‖ , . + - − / · ∠ ∞ ½ \\ $ % ~'.split(
      ' '
    ),
    ...[' ', '\u0304', '\u0307', '_', '^', '_{', '}']
  )
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 10 }), (symbol) => {
      isLatex(symbolLatex(symbol.join('')))
    }),
    { numRuns: 2000 }
  )
})

test('symbols that differ are set differently', () => {
  const all = Object.values(models as unknown as Readonly<Record<string, ModelData>>)
  const inputs = [ledgerInputs, ...all.map((model) => model.inputs)].flatMap((each) => Object.values(each))
  const symbols = [...new Set([...all, ...inputs].map(({ symbol }) => symbol))]
  expect(new Set(symbols.map(symbolLatex)).size).toBe(symbols.length)
})
