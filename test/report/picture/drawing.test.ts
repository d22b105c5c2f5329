/** Texts of pictures: a symbol has its subscript, a word keeps its underscore. */
import { label } from '../../../src/report/picture/drawing'
import { xml } from '../../../src/report/picture/element'
import { named, read, textOf } from './svg'

const drawn = (text: string, hasSymbols?: true) =>
  read(xml(label(0, 0, text, hasSymbols === undefined ? {} : { hasSymbols })))

test('what stands under a symbol is lower and smaller, and what follows is on the line again', () => {
  const text = drawn('ln(1/p_w) of ε_s', true)
  expect(textOf(text)).toBe('ln(1/pw) of εs')
  const spans = named(text, 'tspan').map(({ attributes, children }) => [children[0], attributes['dy']])
  expect(spans).toEqual([
    ['w', '0.25em'],
    [') of ε', '-0.1875em'],
    ['s', '0.25em']
  ])
})

test('a word with an underscore is none, nor is a text that has no symbols', () => {
  for (const word of ['my_chip', 'run_a_b', 'a_long_name', '_x']) expect(textOf(drawn(word, true))).toBe(word)
  expect(textOf(drawn('p_w'))).toBe('p_w')
})
