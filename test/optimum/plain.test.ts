/** Formulas in float64, as a search looks at them: also where a host forbids functions from text. */
import { plainly } from '../../src/optimum/plain'
import { binary, decimalNode } from '../../src/optimum/side'

const x = { kind: 'input', name: 'x', symbol: 'x' } as const
/** x · n: of each n the same steps. */
const multiple = (n: number) => plainly([binary('mul', x, decimalNode(String(n)))], ['x'])([2])

test('formulas that differ in a constant alone have each its own value', () => {
  expect([3, 5].map(multiple)).toEqual([[6], [10]])
})

test('so they have where functions from text are forbidden', () => {
  const own = globalThis.Function
  globalThis.Function = (() => {
    throw new EvalError('Code generation from strings disallowed for this context')
  }) as never
  try {
    const sums = [7, 11].map((n) => plainly([binary('add', x, decimalNode(String(n)))], ['x'])([2]))
    expect(sums).toEqual([[9], [13]])
  } finally {
    globalThis.Function = own
  }
})
