import { remembered } from '../../src/units/remembered'

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
