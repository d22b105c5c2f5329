/** Formulas without what a constant makes needless: (1 − 1) B is 0, and 1 A is A. */
import type { Node } from '../../formula/model'
import { Working } from '../../units/decimal'

type Binary = Extract<Node, { readonly kind: 'binary' }>

/** The number that a node is, if it is one without a symbol or a unit of its own. */
const numberOf = (node: Node) =>
  node.kind === 'constant' && node.of.symbol === undefined && node.of.text === undefined
    ? new Working(node.of.decimal)
    : undefined

const folded = (node: Binary): Node => {
  const { op, x, y } = node
  const [a, b] = [numberOf(x), numberOf(y)]
  switch (op) {
    case 'add':
      return a?.isZero() ? y : b?.isZero() ? x : node
    case 'sub':
      if (a !== undefined && b !== undefined)
        return { kind: 'constant', of: { decimal: a.minus(b).toFixed() } }
      return b?.isZero() ? x : node
    case 'mul':
      if (a?.isZero() || b?.eq(1)) return x
      return b?.isZero() || a?.eq(1) ? y : node
    case 'div':
      return b?.eq(1) || a?.isZero() ? x : node
    default:
      return node
  }
}

/** Formulas simplified together: what they share they share still. */
export const simplifying = (): ((node: Node) => Node) => {
  const known = new Map<Node, Node>()
  const simplified = (node: Node): Node => {
    const result = known.get(node) ?? simplify(node)
    known.set(node, result)
    return result
  }
  const simplify = (node: Node): Node => {
    switch (node.kind) {
      case 'input':
      case 'constant':
        return node
      case 'unary':
      case 'term':
        return { ...node, x: simplified(node.x) }
      case 'binary':
        return folded({ ...node, x: simplified(node.x), y: simplified(node.y) })
    }
  }
  return simplified
}
