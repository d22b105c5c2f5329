/**
 * Characters as LaTeX: what stands for a character of Unicode in ASCII that every LaTeX sets.
 */
import { lazily } from '../units/remembered'

/** Words and what they stand for. */
const pairs = (text: string): (() => Readonly<Record<string, string>>) =>
  lazily(() =>
    Object.fromEntries(
      text.split(/\s+/).flatMap((word, at, all) => (at % 2 === 0 ? [[word, all[at + 1]!]] : []))
    )
  )

/** Characters that have a command of their own. */
const commands = pairs(
  `α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa
  λ lambda μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi
  χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
  ℓ ell ℏ hbar ħ hbar ı imath ȷ jmath ∂ partial ∇ nabla ∞ infty ∠ angle ⟨ langle ⟩ rangle 〈 langle
  〉 rangle ‖ Vert ∥ parallel ⊥ perp · cdot ⋅ cdot × times ± pm ∓ mp √ surd → to ← leftarrow
  ↔ leftrightarrow ↑ uparrow ↓ downarrow ≤ le ≥ ge ≪ ll ≫ gg ≈ approx ≠ neq ∝ propto ∈ in ∅ emptyset
  ⊕ oplus ⊗ otimes ∘ circ ° circ ⋆ star † dagger ‡ ddagger ′ prime ' prime … ldots ~ sim ^ wedge
  \\ backslash`
)

/** Greek capitals that look like Latin ones have no command; other characters have a plain spelling. */
const spellings = pairs(
  `Α \\mathrm{A} Β \\mathrm{B} Ε \\mathrm{E} Ζ \\mathrm{Z} Η \\mathrm{H} Ι \\mathrm{I} Κ \\mathrm{K}
  Μ \\mathrm{M} Ν \\mathrm{N} Ο \\mathrm{O} Ρ \\mathrm{P} Τ \\mathrm{T} Χ \\mathrm{X} ο o − - ∗ *
  ″ \\prime\\prime ½ \\tfrac{1}{2}`
)

const marks = pairs(
  `\u0300 grave \u0301 acute \u0302 hat \u0303 tilde \u0304 bar \u0305 overline \u0306 breve \u0307 dot
  \u0308 ddot \u030a mathring \u030c check \u0331 underline \u0332 underline \u20d7 vec`
)

/** The alphabets of Mathematical Alphanumeric Symbols, 52 letters each. */
const alphabets =
  `mathbf mathnormal boldsymbol mathcal mathcal mathfrak mathbb mathfrak mathsf mathsf mathsf mathsf mathtt`.split(
    ' '
  )

/** Letters that were characters before there was a block for their alphabet. */
const early = pairs(`mathcal ℬℰℱℋℐℒℳℛ mathfrak ℭℌℑℜℨ mathbb ℂℍℕℙℚℝℤ`)

const alphabetOf = (letter: string): string | undefined =>
  alphabets[Math.floor((letter.codePointAt(0)! - 0x1d400) / 52)] ??
  Object.keys(early()).find((alphabet) => early()[alphabet]!.includes(letter))

/** A character as LaTeX. */
export interface Glyph {
  readonly latex: string
  /** Whether it is a Latin letter or a digit, which stand upright in words. */
  readonly roman: boolean
}

const sign = (latex: string): Glyph => ({ latex, roman: false })

/** A character that LaTeX has no name for goes by its code point. */
const byCode = (character: string): string =>
  `\\mathrm{u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}}`

const glyph = (character: string): Glyph => {
  if (/[A-Za-z0-9]/.test(character)) return { latex: character, roman: true }
  if (Object.hasOwn(commands(), character)) return sign(`\\${commands()[character]!}`)
  if (Object.hasOwn(spellings(), character)) return sign(spellings()[character]!)
  if (/[#$%&{}_]/.test(character)) return sign(`\\${character}`)
  if (/[!-@[\]`|]/.test(character)) return sign(character)
  const plain = character.normalize('NFKD')
  if (plain === character || Array.from(plain).length > 1) return sign(byCode(character))
  const alphabet = alphabetOf(character)
  // Other alphabets have no Greek in LaTeX, and script and blackboard ones have capitals only.
  const letters = alphabet !== undefined && /cal|bb/.test(alphabet) ? /[A-Z]/ : /[A-Za-z]/
  return alphabet === undefined || !letters.test(plain) ? glyph(plain) : sign(`\\${alphabet}{${plain}}`)
}

const marked = ({ latex, roman }: Glyph, mark: string): Glyph =>
  Object.hasOwn(marks(), mark)
    ? { latex: `\\${marks()[mark]!}{${latex}}`, roman }
    : { latex: latex + byCode(mark), roman }

/** The characters of a decomposed text, each with the marks that it carries. */
export const glyphs = (text: string): readonly Glyph[] =>
  (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).map((cluster) => {
    const [first = '', ...rest] = cluster
    return rest.reduce(marked, glyph(first))
  })

/** Two pieces of LaTeX side by side: a command ends where no letter follows. */
export const beside = (left: string, right: string): string =>
  /\\[A-Za-z]+$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right
