/** Which inputs decide a row: those of which its total has an elasticity of so much. */
import { constant } from '../../src/formula/expression'
import { input, type ModelData } from '../../src/formula/model'
import { decidersOf } from '../../src/ledger/deciders'
import { ledgerRows } from '../../src/ledger/estimate'
import { model } from '../../src/physics/own'
import { sensitivities } from '../../src/reading/sensitivities'
import { one } from '../../src/units/si'
import { exampleText, readEstimate } from '../estimate/files'
import { right } from './reference'

test.each(['brain-scale', 'half-circles', 'gpt-3'])('of %s they are those of the decimal reading', (name) => {
  const { ledger } = readEstimate(exampleText(name))
  for (const { total } of ledgerRows(ledger)) {
    const names = Object.keys(total.model.inputs)
    for (const least of [0.001, 0.1, 0.9]) {
      const exactly = right(sensitivities(total.model)(ledger.inputs as never))
        .filter(({ elasticity }) => Math.abs(elasticity.value) >= least)
        .map(({ input }) => input)
      const found = decidersOf(total.model, ledger.inputs, names, least)
      expect([...found].sort()).toEqual([...exactly].sort())
    }
  }
})

test('what float64 cannot tell, decimals do', () => {
  // x²(1e-200 x)²/1e-400 + y, of which float64 makes y alone or no number: 16 + 1 at x = 2.
  const steep = model({
    name: 'steep',
    symbol: 's',
    summary: 'What is lost to underflow on the way',
    inputs: { x: input('x', one, '(0, ∞)', 'steep'), y: input('y', one, '(0, ∞)', 'flat') },
    unit: one,
    formula: ({ x, y }) => {
      const small = constant('1e-200', one).times(x)
      return x
        .times(x)
        .times(small)
        .times(small)
        .times(constant('1e200', one))
        .times(constant('1e200', one))
        .plus(y)
    },
    constraint: ''
  }) as unknown as ModelData
  // 4 · 16/17 and 1/17.
  expect(decidersOf(steep, { x: 2, y: 1 }, ['x', 'y'], 3.7)).toEqual(['x'])
  expect(decidersOf(steep, { x: 2, y: 1 }, ['x', 'y'], 0.05)).toEqual(['x', 'y'])
  expect(decidersOf(steep, { x: 2, y: 1 }, ['y', 'unknown'], 0.05)).toEqual(['y'])
})
