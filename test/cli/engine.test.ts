import { engines } from '../../package.json'
import { unlike } from '../../src/cli/engine'

test.each(['20.0.0', '20.20.2', '22.1.0', '100.0.0'])('Node %s runs the command', (found) => {
  expect(unlike(engines.node, found)).toBeUndefined()
})

test.each(['0.10.48', '9.9.9', '18.20.8', '19.9.0'])('Node %s is told which one is asked for', (found) => {
  expect(unlike(engines.node, found)).toContain(`expected Node 20 or newer, got ${found}; `)
})

test('this Node is one of those', () => {
  expect(unlike(engines.node, process.versions.node)).toBeUndefined()
})
