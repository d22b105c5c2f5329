import { partsOf, remembered } from '../../src/units/remembered'

test('what has a key is made once', () => {
  const known = remembered<object>(2)
  const made = known('a', () => ({}))
  known('b', () => ({}))
  expect(known('a', () => ({}))).toBe(made)
})

test('so many are kept, and no more', () => {
  let count = 0
  const known = remembered<number>(2)
  for (const key of ['a', 'b', 'a', 'b', 'c', 'a', 'c']) known(key, () => count++)
  expect(count).toBe(4)
})

test('what has parts is made when one of them is first asked for, and once', () => {
  let count = 0
  const of = partsOf(['a', 'b'], () => ({ a: ++count, b: 2 }))
  expect(Object.keys(of)).toEqual(['a', 'b'])
  expect(count).toBe(0)
  expect([of.b, of.a, of.a, count]).toEqual([2, 1, 1, 1])
})
