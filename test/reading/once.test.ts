import type { ModelData, Node } from '../../src/formula/model'
import { models } from '../../src/physics/models'
import { onceInNumbers } from '../../src/reading/once'
import reference from '../oracle/models.json'
import { relativeError } from './values'

const x: Node = { kind: 'input', name: 'x', symbol: 'x' }
const y: Node = { kind: 'input', name: 'y', symbol: 'y' }
const constant = (decimal: string): Node => ({ kind: 'constant', of: { decimal } })
const binary = (op: 'add' | 'sub' | 'mul' | 'div' | 'max', a: Node, b: Node): Node => ({
  kind: 'binary',
  op,
  x: a,
  y: b
})

interface Case {
  readonly inputs: Readonly<Record<string, string>>
  readonly value: string
}
const known = reference.models as unknown as Readonly<Record<string, { readonly cases: readonly Case[] }>>

test('what is read once has the values of the oracle, or is left to decimals', () => {
  let held = 0
  for (const [name, { cases }] of Object.entries(known))
    for (const { inputs, value } of cases) {
      const { node } = models[name as keyof typeof models] as unknown as ModelData
      const numbers = Object.fromEntries(Object.entries(inputs).map(([input, of]) => [input, Number(of)]))
      const found = onceInNumbers([node], numbers)
      if (found === undefined) continue
      held++
      if (found[0] !== 0) expect(relativeError(found[0]!, value)).toBeLessThan(1e-9)
    }
  expect(held).toBeGreaterThan(100)
})

test('what overflows or underflows on the way is told, also where a maximum or a quotient hides it', () => {
  const product = binary('mul', x, y)
  expect(onceInNumbers([binary('div', constant('1'), product)], { x: 1e200, y: 1e200 })).toBeUndefined()
  expect(onceInNumbers([binary('max', constant('1'), product)], { x: 1e-200, y: 1e-200 })).toBeUndefined()
  expect(onceInNumbers([binary('add', constant('1'), product)], { x: 1e-160, y: 1e-160 })).toBeUndefined()
  expect(onceInNumbers([binary('add', x, constant('1e-400'))], { x: 1 })).toBeUndefined()
  expect(onceInNumbers([x], { x: NaN })).toBeUndefined()
})

test('a 0 is one where an operand is, and where numbers cancel', () => {
  expect(onceInNumbers([binary('mul', x, y), binary('sub', y, y)], { x: 0, y: 3 })).toEqual([0, 0])
})
