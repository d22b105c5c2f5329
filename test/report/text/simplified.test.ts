/** Formulas without what a constant makes needless keep their value. */
import fc from 'fast-check'
import type { Node } from '../../../src/formula/model'
import { simplifying } from '../../../src/report/text/simplified'
import { nodeText } from '../../../src/reading/text'

const number = (decimal: string): Node => ({ kind: 'constant', of: { decimal } })
const input = (symbol: string): Node => ({ kind: 'input', name: symbol, symbol })

const values: Readonly<Record<string, number>> = { x: 3, y: -0.5, z: 7 }

/** What a formula of the four operations is worth, apart from the library's readings. */
const worth = (node: Node): number => {
  switch (node.kind) {
    case 'input':
      return values[node.name]!
    case 'constant':
      return Number(node.of.decimal)
    case 'binary': {
      const [a, b] = [worth(node.x), worth(node.y)]
      return { add: a + b, sub: a - b, mul: a * b, div: a / b }[node.op as 'add']
    }
    default:
      throw new Error(node.kind)
  }
}

const formulas = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('0', '1', '2').map(number),
    fc.constantFrom('x', 'y', 'z').map(input),
    fc.record({
      kind: fc.constant('binary' as const),
      op: fc.constantFrom('add' as const, 'sub' as const, 'mul' as const, 'div' as const),
      x: tie('node'),
      y: tie('node')
    })
  )
})).node

test('a formula simplified is worth the same, wherever it is worth anything', () => {
  fc.assert(
    fc.property(formulas, (node) => {
      const before = worth(node)
      if (!Number.isFinite(before)) return
      expect(worth(simplifying()(node))).toBeCloseTo(before, 6)
    })
  )
})

test('(1 − 1) x is 0, (1 − 0) x is x, and y + (1 − 1) x is y', () => {
  const share = (recovered: string): Node => ({
    kind: 'binary',
    op: 'mul',
    x: { kind: 'binary', op: 'sub', x: number('1'), y: number(recovered) },
    y: input('x')
  })
  const text = (node: Node): string => nodeText(simplifying()(node))
  expect([text(share('1')), text(share('0'))]).toEqual(['0', 'x'])
  expect(text({ kind: 'binary', op: 'add', x: input('y'), y: share('1') })).toBe('y')
})
