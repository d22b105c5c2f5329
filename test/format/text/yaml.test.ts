/** YAML as other tools write it: maps, lists and scalars, with the lines at which they stand. */
import fc from 'fast-check'
import * as budget from '../../../src/units/budget'
import { parseYaml, YamlNumber } from '../../../src/format/text/yaml'
import { left, right } from '../../ledger/reference'
import { linesOf, messageOf } from '../energies/reading'

test('numbers keep the digits of the file', () => {
  const { value } = right(parseYaml('[0.10, 1e-09, 123456789012345678901234567890, +1.50, .5]'))
  expect((value as readonly YamlNumber[]).map(({ numeral }) => numeral)).toEqual([
    '0.10',
    '1e-09',
    '123456789012345678901234567890',
    '+1.50',
    '.5'
  ])
})

test('JSON is YAML: what one writes the other reads', () => {
  const plain = (value: unknown): unknown => {
    if (value instanceof YamlNumber) return value.value
    if (Array.isArray(value)) return value.map(plain)
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
      : value
  }
  const text = fc.stringMatching(/^[a-z _-]{0,8}$/)
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('map')
    ),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    map: fc.dictionary(text, tie('tree'), { maxKeys: 4, noNullPrototype: true })
  }))
  fc.assert(
    fc.property(
      tree.filter((value) => value !== null),
      (value) => {
        expect(plain(right(parseYaml(JSON.stringify(value, null, 1))).value)).toEqual(value)
      }
    )
  )
})

test('a place is found by its pointer, through aliases too', () => {
  const { positionOf } = right(parseYaml('a: &x\n  - b: 1\n    c/d: 2\ne: *x\n'))
  expect(positionOf('/a/0/c~1d')).toEqual({ line: 3, column: 10 })
  expect(positionOf('/e/0/b')).toEqual({ line: 2, column: 8 })
  expect(positionOf('/a/7')?.line).toBe(2)
})

describe('what is wrong has its line', () => {
  test.each([
    ['nothing', '', 1, 'expected YAML, got nothing'],
    ['comments only', '# so\n', 1, 'expected YAML, got nothing'],
    ['a tab', 'a:\n\t- 1\n', 2, 'Tabs are not allowed as indentation'],
    ['a list without an end', 'a: 1\nb: [1, 2\n', 3, 'malformed YAML'],
    ['a quote without an end', 'a: "x\n', 2, 'malformed YAML'],
    ['a field given twice', 'a: 1\nb: 2\na: 3\n', 3, 'the field "a" is given twice'],
    ['a second document', 'a: 1\n---\nb: 2\n', 2, 'expected one document'],
    ['a tag', 'a: 1\nb: !!python/object/apply:os.system [x]\n', 2, 'Unresolved tag'],
    ['an alias of nothing', 'a: 1\nb: *a\n', 2, '"*a" stands for nothing before it'],
    ['an alias of what holds it', 'a: &x\n  b: *x\n', 2, 'holds itself'],
    ['a map as a name', 'a: 1\n? {b: 1}\n: 2\n', 2, 'expected a text as the name of a field']
  ])('%s', (_, source, line, message) => {
    const read = parseYaml(source)
    expect(messageOf(read)).toContain(message)
    expect(linesOf(read)).toEqual([line])
  })

  test.each([
    ['lists', '- '],
    ['keys', '? '],
    ['lists in brackets', '['],
    ['maps in braces', '{a: ']
  ])('%s without end', (_, sign) => {
    const read = parseYaml(sign.repeat(40_000))
    expect(messageOf(read)).toMatch(/nested too deeply/)
    // It is told where it is too deep, not where the text ends.
    expect(left(read).problems[0]?.position?.column).toBeLessThan(budget.yamlDepth * 4 + 20)
  })

  test('as many as there may be are read, and one more is not', () => {
    const nested = (depth: number): string => '['.repeat(depth) + '1' + ']'.repeat(depth)
    const listed = (depth: number): string => '- '.repeat(depth) + '1'
    const indented = (depth: number): string =>
      Array.from({ length: depth }, (__, at) => `${' '.repeat(at)}a:\n`).join('') + `${' '.repeat(depth)}1`
    for (const of of [nested, listed, indented]) {
      expect(parseYaml(of(budget.yamlDepth))._tag).toBe('Right')
      expect(messageOf(parseYaml(of(budget.yamlDepth + 1)))).toMatch(/nested too deeply/)
    }
  })
})
