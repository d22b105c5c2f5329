/**
 * The LaTeX reading: a formula as papers set it, such as
 * "k_{\mathrm{B}}T \left(\ln\frac{f_0}{r_1} + \sigma b \ln 2\right)". It wants amsmath, and no other
 * package but amssymb for blackboard and Fraktur letters.
 */
import { aText, expecting } from '../units/argument'
import { aModel, aNode, aRelation } from '../formula/kinds'
import type { Algebra, Constant } from '../formula/algebra'
import type { ModelData, Node, Relation } from '../formula/model'
import { fold } from '../formula/program'
import { boltzmannConstant } from '../units/si'
import {
  applied,
  braces,
  form,
  functionOf,
  held,
  k,
  listed,
  minus,
  plus,
  power,
  slash,
  times,
  type Form
} from './latex-form'
import { symbolForm, symbolLatex } from './latex-symbol'

/** A formula as it is displayed, and as it is set in one line, in exponents and in fractions. */
interface Piece {
  readonly display: Form
  readonly inline: Form
}

const unary =
  (set: (x: Form) => Form) =>
  (x: Piece): Piece => ({ display: set(x.display), inline: set(x.inline) })

const binary =
  (set: (x: Form, y: Form) => Form) =>
  (x: Piece, y: Piece): Piece => ({ display: set(x.display, y.display), inline: set(x.inline, y.inline) })

const same = (form: Form): Piece => ({ display: form, inline: form })

const symbolPiece = (symbol: string): Piece => {
  const { latex, ...rest } = symbolForm(symbol)
  return same(form(rest.binds, latex, [], { ...rest, depth: /[([]/.test(latex) ? 1 : 0 }))
}

const integer = (value: string): Form => form('atom', value)

const half: Piece = {
  display: form('fraction', '\\tfrac{1}{2}'),
  inline: slash(integer('1'), integer('2'))
}

const numberForm = (decimal: string): Form => {
  const [mantissa = '', exponent] = decimal.toLowerCase().split('e')
  if (exponent === undefined) return form(mantissa.startsWith('-') ? 'sum' : 'atom', mantissa)
  const ten = power(integer('10'), integer(exponent.replace('+', '')))
  if (mantissa === '1') return ten
  if (mantissa === '-1') return form('sum', `-${ten.latex}`)
  return form(mantissa.startsWith('-') ? 'sum' : 'product', `${mantissa} \\times ${ten.latex}`)
}

/** The symbol of a unit, upright. */
const unitLatex = (unit: string): string =>
  unit
    .split(/([µΩ·])/)
    .map((part) =>
      part === 'µ'
        ? '\\mu '
        : part === 'Ω'
          ? '\\Omega '
          : part === '·'
            ? ' \\cdot '
            : part && `\\mathrm{${part}}`
    )
    .join('')
    .trimEnd()

const quantityForm = (text: string): Form => {
  const [number = '', unit = ''] = text.split(' ')
  const { binds, latex } = numberForm(number)
  return form(binds === 'sum' ? 'sum' : 'product', `${latex}\\,${unitLatex(unit)}`, [], { unit: true })
}

const constant = ({ decimal, symbol, text }: Constant): Piece => {
  if (symbol === 'k' && decimal === boltzmannConstant) return same(integer(k))
  if (symbol !== undefined) return symbolPiece(symbol)
  if (text !== undefined) return same(quantityForm(text))
  return decimal === '0.5' ? half : same(numberForm(decimal))
}

const [one, two] = [same(integer('1')), same(integer('2'))]

const named = (name: string) => unary((x) => functionOf(name, x))
const call = (name: string) => unary((x) => ({ ...applied(name, x), wide: true }))

const [add, sub, mul] = [binary(plus), binary(minus), binary(times)]

const div = ({ inline: x }: Piece, { inline: y }: Piece): Piece => ({
  display: form('fraction', `\\frac{${x.latex}}{${y.latex}}`, [x, y], { tall: true }),
  inline: slash(x, y)
})

const sqrt = unary((x) => form('fraction', `\\sqrt{${x.latex}}`, [x]))
const pow = (x: Piece, { inline: exponent }: Piece): Piece => unary((base) => power(base, exponent))(x)
const exp = (x: Piece): Piece => pow(same(form('atom', 'e')), x)
const ln = named('\\ln')
const entropy = call('h')
const relative = binary((x, y) => ({ ...applied('D', listed('\\,\\|\\,', x, y)), wide: true }))

const callOf = (name: string) => binary((x, y) => ({ ...applied(name, listed(', ', x, y)), wide: true }))

/** The algebra of LaTeX. */
export const latexAlgebra: Algebra<Piece> = {
  constant,
  add,
  sub,
  mul,
  div,
  neg: unary((x) => {
    const taken = held('product', x)
    return form('sum', `-${taken.latex}`, [taken])
  }),
  square: (x) => pow(x, two),
  sqrt,
  exp,
  expm1: (x) => sub(exp(x), one),
  ln,
  log1p: (x) => ln(add(one, x)),
  pow,
  arsinh: named('\\operatorname{arsinh}'),
  artanh: named('\\operatorname{artanh}'),
  langevinSlope: call("\\mathcal{L}'"),
  phi2Slope: call("\\varphi_2'"),
  step: call('\\Theta'),
  entropy,
  relativeEntropy: (x, y) =>
    y.display.latex === half.display.latex ? sub(ln(two), entropy(x)) : relative(x, y),
  entropyDifference: (x, y) => sub(entropy(x), entropy(y)),
  lnRatio: (x, y) => ln(div(x, y)),
  resetDissipation: callOf('\\Sigma'),
  resetMultiplier: callOf('c'),
  logOdds: (x) => ln(div(sub(one, x), x)),
  angle: (x) => sub(div(same(integer('\\pi')), two), mul(two, named('\\arcsin')(sqrt(x)))),
  phi1: call('\\varphi_1'),
  phi2: call('\\varphi_2'),
  langevin: call('\\mathcal{L}'),
  max: binary((x, y) => applied('\\max', listed(', ', x, y), braces)),
  min: binary((x, y) => applied('\\min', listed(', ', x, y), braces))
}

const read = fold(latexAlgebra, symbolPiece, true)

/**
 * A formula as LaTeX for math mode, the models that it is made of by their symbols.
 *
 * @example
 * import { landauer, nodeLatex } from 'limen'
 * console.log(nodeLatex(landauer.node)) // k_{\mathrm{B}}T\,[\ln 2 - h(\varepsilon)]
 *
 * @since 0.2.0
 */
export const nodeLatex = expecting(
  'nodeLatex',
  { node: aNode },
  (node: Node): string => read(node).display.latex
)

/**
 * A condition as LaTeX for math mode.
 *
 * @example
 * import { half, relationLatex, unity } from 'limen'
 * console.log(relationLatex(half.atMost(unity))) // \tfrac{1}{2} \le 1
 *
 * @since 0.2.0
 */
export const relationLatex = expecting(
  'relationLatex',
  { relation: aRelation },
  ({ left, relation, right }: Relation): string =>
    `${nodeLatex(left)} ${relation === '<' ? '<' : '\\le'} ${nodeLatex(right)}`
)

/**
 * A model as an equation in LaTeX, for math mode.
 *
 * @example
 * import { matchedBarrier, toLatex } from 'limen'
 * console.log(toLatex(matchedBarrier)) // B_r = k_{\mathrm{B}}T \ln\frac{f_0}{r}
 *
 * @since 0.2.0
 */
export const toLatex = expecting(
  'toLatex',
  { model: aModel },
  ({ symbol, node }: ModelData): string => `${symbolLatex(symbol)} = ${nodeLatex(node)}`
)

/** Σ, which is defined through four more. */
const resets = /\\Sigma(?=[([]|\\[{!])/

const definitions: readonly (readonly [RegExp, string, string])[] = [
  [/(?<![A-Za-z\\_^])h(?=[([]|\\[{!])/, 'h(x)', '-x \\ln x - (1 - x) \\ln(1 - x)'],
  [/\\,\\\|\\,/, 'D(x\\,\\|\\,y)', 'x \\ln\\frac{x}{y} + (1 - x) \\ln\\frac{1 - x}{1 - y}'],
  [/\\varphi_1(?=[([]|\\[{!])/, '\\varphi_1(x)', '\\frac{e^x - 1}{x}'],
  [/\\varphi_2'?(?=[([]|\\[{!])/, '\\varphi_2(x)', '\\frac{e^x - 1 - x}{x^2}'],
  [/\\mathcal\{L\}'?(?=[([]|\\[{!])/, '\\mathcal{L}(x)', '\\coth x - \\frac{1}{x}'],
  [resets, '\\Sigma(x, n)', 'c\\,[H(a(x)) - H(a(\\tfrac{1}{2}))]'],
  [resets, 'n', 'G(a(x)) - G(a(\\tfrac{1}{2})),\\ \\text{whose root is}\\ c > 0'],
  [resets, 'a(p)', '\\tfrac{1}{2}\\left(\\sqrt{r^2 + 4r} - r\\right),\\ r = c/p'],
  [resets, 'G(a)', '\\ln a - \\frac{2}{a} - \\ln(1 - a)'],
  [resets, 'H(a)', '\\frac{(1 - a)\\ln(1 - a)}{a^2} - \\frac{1}{a}']
]

/** The functions in some LaTeX that not every reader knows, with their definitions. */
export const latexDefinitions = expecting(
  'latexDefinitions',
  { latex: aText },
  (latex: string): readonly (readonly [string, string])[] =>
    definitions.filter(([sign]) => sign.test(latex)).map(([, name, definition]) => [name, definition])
)
