/**
 * The text reading: a formula as one line of Unicode, such as "kT [ln(f₀/r₁) + σ b ln 2]".
 */
import { aNode } from '../formula/kinds'
import { expecting } from '../units/argument'
import type { Algebra, Unary } from '../formula/algebra'
import type { Node, Relation } from '../formula/model'
import { folded } from '../formula/program'

/** A piece of text, and how tightly it holds together. */
interface Piece {
  readonly text: string
  readonly binds: 'sum' | 'product' | 'power' | 'atom'
  /** What it ends in: more behind "ln 2" would be read into it, behind "a/b" perhaps, and into "2 pJ". */
  readonly ends?: 'function' | 'quotient' | 'unit'
  /** Whether it begins with a number that has a unit. */
  readonly startsWithUnit?: true
}

const strength = ['sum', 'product', 'power', 'atom'] as const

const piece = (binds: Piece['binds'], text: string): Piece => ({ binds, text })

const bracketed = ({ text }: Piece): string => (/[([]/.test(text) ? `[${text}]` : `(${text})`)

/** A piece, bracketed unless it holds at least as tightly as asked. */
const held = (binds: Piece['binds'], of: Piece): string =>
  strength.indexOf(of.binds) >= strength.indexOf(binds) ? of.text : bracketed(of)

const call =
  (name: string) =>
  (x: Piece): Piece =>
    x.binds === 'atom' && !/[([]/.test(x.text)
      ? { ...piece('product', `${name} ${x.text}`), ends: 'function' }
      : piece('product', `${name}(${x.text})`)

/** A power; of a symbol that has an exponent by itself, in brackets. */
const power = (x: Piece, exponent: string): Piece =>
  piece('power', (/[²³]$/.test(x.text) && x.binds === 'atom' ? `(${x.text})` : held('atom', x)) + exponent)

const times = (x: Piece, y: Piece): Piece => {
  const isOpen = x.binds === 'product' && x.ends !== undefined && x.ends !== 'unit'
  const left = isOpen ? bracketed(x) : held('product', x)
  const right = held('product', y)
  const hasUnit = (x.ends === 'unit' && x.binds === 'product') || (y.startsWithUnit && y.binds === 'product')
  const between = hasUnit ? ' · ' : x.text === 'k' ? '' : /\d$/.test(left) && /^[\d.]/.test(right) ? '·' : ' '
  return {
    ...piece('product', left + between + right),
    ...(y.ends === undefined ? {} : { ends: y.ends }),
    ...(x.startsWithUnit ? { startsWithUnit: true } : {})
  }
}

const over = (x: Piece, y: Piece): Piece => {
  const left = x.ends === 'function' || x.ends === 'unit' ? bracketed(x) : held('product', x)
  return { ...piece('product', `${left}/${y.text === 'kT' ? 'kT' : held('power', y)}`), ends: 'quotient' }
}

const join = (x: Piece, y: Piece, operator: string, right: Piece['binds'] = 'sum'): Piece =>
  piece('sum', `${held('sum', x)} ${operator} ${held(right, y)}`)

const symbols: Readonly<Record<string, string>> = { '0.5': '½' }

const functions: { readonly [U in Unary]?: string } = {
  ln: 'ln',
  arsinh: 'arsinh',
  artanh: 'artanh',
  entropy: 'h',
  phi1: 'φ₁',
  phi2: 'φ₂',
  langevin: '𝓛',
  angle: '∠'
}

const named = (op: Unary): ((x: Piece) => Piece) => call(functions[op]!)

/** The algebra of text. */
export const textAlgebra: Algebra<Piece> = {
  constant: ({ decimal, symbol, text }) => {
    if (symbol !== undefined) return piece('atom', symbol)
    if (decimal.startsWith('-')) return piece('sum', (text ?? decimal).replace('-', '−'))
    return text === undefined
      ? piece('atom', symbols[decimal] ?? decimal)
      : { ...piece('product', text), ends: 'unit', startsWithUnit: true }
  },
  add: (x, y) => (y.text.startsWith('−') ? join(x, piece(y.binds, y.text.slice(1)), '−') : join(x, y, '+')),
  sub: (x, y) => join(x, y, '−', 'product'),
  mul: times,
  div: over,
  neg: (x) => piece('sum', `−${held('product', x)}`),
  square: (x) => power(x, '²'),
  sqrt: (x) => piece('power', `√${held('atom', x)}`),
  exp: (x) => piece('power', `e^${held('atom', x)}`),
  expm1: (x) => piece('sum', `e^${held('atom', x)} − 1`),
  ln: named('ln'),
  log1p: (x) =>
    named('ln')(
      x.text.startsWith('−') ? piece('sum', `1 − ${x.text.slice(1)}`) : join(piece('atom', '1'), x, '+')
    ),
  pow: (x, y) => power(x, `^${held('atom', y)}`),
  arsinh: named('arsinh'),
  artanh: named('artanh'),
  langevinSlope: ({ text }) => piece('atom', `𝓛′(${text})`),
  phi2Slope: ({ text }) => piece('atom', `φ₂′(${text})`),
  step: ({ text }) => piece('atom', `θ(${text})`),
  entropy: ({ text }) => piece('atom', `h(${text})`),
  relativeEntropy: ({ text: x }, { text: y }) =>
    y === '½' ? piece('sum', `ln 2 − h(${x})`) : piece('atom', `D(${x}‖${y})`),
  entropyDifference: ({ text: x }, { text: y }) => piece('sum', `h(${x}) − h(${y})`),
  lnRatio: (x, y) => named('ln')(over(x, y)),
  resetDissipation: ({ text: x }, { text: n }) => piece('atom', `Σ(${x}, ${n})`),
  resetMultiplier: ({ text: x }, { text: n }) => piece('atom', `c(${x}, ${n})`),
  logOdds: (x) => named('ln')(piece('product', `(1 − ${held('product', x)})/${held('power', x)}`)),
  angle: (x) => join(piece('product', 'π/2'), piece('product', `2 arcsin √${held('atom', x)}`), '−'),
  phi1: ({ text }) => piece('atom', `φ₁(${text})`),
  phi2: ({ text }) => piece('atom', `φ₂(${text})`),
  langevin: ({ text }) => piece('atom', `𝓛(${text})`),
  max: ({ text: x }, { text: y }) => piece('atom', `max(${x}, ${y})`),
  min: ({ text: x }, { text: y }) => piece('atom', `min(${x}, ${y})`)
}

const read = folded(textAlgebra, (symbol) => piece('atom', symbol), true)

/** A formula of a model as text. */
export const formulaText = (node: Node): string => read(node).text

/** A formula as text, the models that it is made of by their symbols. */
export const nodeText = expecting('nodeText', { node: aNode }, formulaText)

/** A condition as text: "ln(1/p) ≤ f₀ t". */
export const relationText = ({ left, relation, right }: Relation): string =>
  `${formulaText(left)} ${relation} ${formulaText(right)}`

const definitions: readonly (readonly [string, string, string])[] = [
  ['h(', 'h(x)', '−x ln x − (1 − x) ln(1 − x)'],
  ['D(', 'D(x‖y)', 'x ln(x/y) + (1 − x) ln((1 − x)/(1 − y))'],
  ['φ₁(', 'φ₁(x)', '(e^x − 1)/x'],
  ['φ₂(', 'φ₂(x)', '(e^x − 1 − x)/x²'],
  ['𝓛(', '𝓛(x)', 'coth x − 1/x'],
  ['Σ(', 'Σ(x, n)', 'c [H(a(x)) − H(a(½))]; 0 at x = ½'],
  ['Σ(', 'c', 'the root above 0 of n = G(a(x)) − G(a(½))'],
  ['Σ(', 'a(p)', '[√(r² + 4r) − r]/2 at r = c/p'],
  ['Σ(', 'G(a)', 'ln a − 2/a − ln(1 − a)'],
  ['Σ(', 'H(a)', '(1 − a) ln(1 − a)/a² − 1/a']
]

/** The functions in a text that not every reader knows, with their definitions. */
export const definitionsIn = (text: string): readonly (readonly [string, string])[] =>
  definitions.filter(([sign]) => text.includes(sign)).map(([, name, definition]) => [name, definition])
