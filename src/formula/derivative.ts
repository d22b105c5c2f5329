/**
 * The derivative of a formula is a formula: every reading reads it. Sums, products and functions by
 * the chain rule; what does not depend on the input is left out, not multiplied by 0.
 */
import { aText, expectArguments } from '../units/argument'
import type { Binary, Unary } from './algebra'
import { aNode } from './kinds'
import type { Node } from './model'

const unary = (op: Unary, x: Node): Node => ({ kind: 'unary', op, x })
const binary = (op: Binary, x: Node, y: Node): Node => ({ kind: 'binary', op, x, y })
const constant = (decimal: string): Node => ({ kind: 'constant', of: { decimal } })

const [one, two, four] = [constant('1'), constant('2'), constant('4')]

const add = (x: Node, y: Node): Node => binary('add', x, y)
const sub = (x: Node, y: Node): Node => binary('sub', x, y)
const mul = (x: Node, y: Node): Node => (x === one ? y : y === one ? x : binary('mul', x, y))
const div = (x: Node, y: Node): Node => binary('div', x, y)
const neg = (x: Node): Node => unary('neg', x)
const root = (x: Node): Node => unary('sqrt', x)

/** x(1 − x), whose inverse is the slope of the log of the odds for. */
const variance = (x: Node): Node => mul(x, sub(one, x))

/** From x, f(x) and dx to df. A derivative is not differentiated again: those of its own operations are no numbers. */
const chain: { readonly [U in Unary]: (x: Node, f: Node, dx: Node) => Node } = {
  neg: (_x, _f, dx) => neg(dx),
  exp: (_x, f, dx) => mul(f, dx),
  expm1: (x, _f, dx) => mul(unary('exp', x), dx),
  ln: (x, _f, dx) => div(dx, x),
  log1p: (x, _f, dx) => div(dx, add(one, x)),
  sqrt: (_x, f, dx) => div(dx, mul(two, f)),
  square: (x, _f, dx) => mul(mul(two, x), dx),
  arsinh: (x, _f, dx) => div(dx, root(add(one, unary('square', x)))),
  artanh: (x, _f, dx) => div(dx, mul(sub(one, x), add(one, x))),
  entropy: (x, _f, dx) => mul(unary('logOdds', x), dx),
  logOdds: (x, _f, dx) => neg(div(dx, variance(x))),
  angle: (x, _f, dx) => neg(div(dx, root(variance(x)))),
  // φ₁′(x) = eˣ φ₂(−x), of which nothing cancels
  phi1: (x, _f, dx) => mul(mul(unary('exp', x), unary('phi2', neg(x))), dx),
  phi2: (x, _f, dx) => mul(unary('phi2Slope', x), dx),
  langevin: (x, _f, dx) => mul(unary('langevinSlope', x), dx),
  langevinSlope: () => constant('NaN'),
  phi2Slope: () => constant('NaN'),
  step: () => constant('NaN')
}

/** The slopes of f by x and by y; the products with dx and dy are their caller's. */
const slopes: {
  readonly [B in Exclude<Binary, 'sub' | 'div'>]: (x: Node, y: Node, f: Node) => readonly [Node, Node]
} = {
  add: () => [one, one],
  mul: (x, y) => [y, x],
  pow: (x, y, f) => [mul(f, div(y, x)), mul(f, unary('ln', x))],
  max: (x, y) => [unary('step', sub(x, y)), unary('step', sub(y, x))],
  min: (x, y) => [unary('step', sub(y, x)), unary('step', sub(x, y))],
  lnRatio: (x, y) => [div(one, x), neg(div(one, y))],
  entropyDifference: (x, y) => [unary('logOdds', x), neg(unary('logOdds', y))],
  relativeEntropy: (x, y) => [sub(unary('logOdds', y), unary('logOdds', x)), div(sub(y, x), variance(y))],
  resetDissipation: (x, y) => {
    const c = binary('resetMultiplier', x, y)
    // a/(1 − a) at p = x, where a is the share of attempts that count and c = x a²/(1 − a) is conserved
    const odds = div(add(c, root(add(unary('square', c), mul(mul(four, c), x)))), mul(two, x))
    return [neg(add(unary('log1p', odds), odds)), neg(c)]
  },
  resetMultiplier: () => [constant('NaN'), constant('NaN')]
}

const sum = (x: Node | undefined, y: Node | undefined): Node | undefined =>
  x === undefined ? y : y === undefined ? x : add(x, y)

const ofBinary = (
  { op, x, y }: Extract<Node, { kind: 'binary' }>,
  f: Node,
  dx: Node | undefined,
  dy: Node | undefined
): Node | undefined => {
  if (op === 'div') {
    // (dx − f dy)/y, which divides once
    if (dy === undefined) return dx && div(dx, y)
    const dropped = mul(f, dy)
    return div(dx === undefined ? neg(dropped) : sub(dx, dropped), y)
  }
  if (op === 'sub') return dy === undefined ? dx : dx === undefined ? neg(dy) : sub(dx, dy)
  const [byX, byY] = slopes[op](x, y, f)
  return sum(dx && mul(byX, dx), dy && mul(byY, dy))
}

/** The derivative of formulas by an input; undefined where they do not depend on it. */
export const derivativeBy = (input: string): ((node: Node) => Node | undefined) => {
  expectArguments('derivativeBy', { input: aText }, input)
  const known = new Map<Node, Node | undefined>()
  const of = (node: Node): Node | undefined => {
    switch (node.kind) {
      case 'constant':
        return undefined
      case 'input':
        return node.name === input ? one : undefined
      case 'term':
        return derivative(node.x)
      case 'unary': {
        const dx = derivative(node.x)
        return dx && chain[node.op](node.x, node, dx)
      }
      case 'binary':
        return ofBinary(node, node, derivative(node.x), derivative(node.y))
    }
  }
  const derivative = (node: Node): Node | undefined => {
    if (!known.has(node)) known.set(node, of(node))
    return known.get(node)
  }
  return (node) => {
    expectArguments('derivativeBy', { node: aNode }, node)
    return derivative(node)
  }
}
