/** The bits of a word: one bit, until a file or a person says more. */
import * as E from 'fp-ts/lib/Either.js'
import { headroom, type WordBits } from '../../../src/ledger/headroom'
import { kelvin, one } from '../../../src/units/si'
import { action, table } from '../tables'

const component = 'system.pe[0..3].weight_reg[1..256]'

const wordFor = (told: readonly WordBits[], changes: Parameters<typeof action>[0] = {}) => {
  const found = headroom(table(action({ component, ...changes })), {
    ...{ temperature: kelvin(300), errorProbability: one(0), bits: told }
  })
  if (E.isLeft(found)) return found.left.message
  return found.right.actions[0]!.word
}

test('a word of unknown width is held against one bit', () => {
  expect(wordFor([])).toEqual({ bits: 1, origin: 'least' })
})

test('the width that a file gives holds, also before one that is told of all', () => {
  expect(wordFor([], { bits: 8 })).toEqual({ bits: 8, origin: 'file' })
  expect(wordFor([{ bits: 16 }], { bits: 8 })).toEqual({ bits: 8, origin: 'file' })
})

test('a width that is told of all holds where the file is silent', () => {
  expect(wordFor([{ bits: 16 }])).toEqual({ bits: 16, origin: 'told' })
})

test.each([
  'weight_reg',
  'weight_reg[1..256]',
  'pe.weight_reg',
  'pe[0..3].weight_reg',
  component,
  'weight_reg.read',
  'system.pe.weight_reg.read'
])('%s is meant for the component or its action, and holds before the file', (of) => {
  expect(wordFor([{ of, bits: 4 }], { bits: 8 })).toEqual({ bits: 4, origin: 'told' })
})

test.each(['reg', 'weight', 'pe', 'system', 'weight_reg.write', 'read', ''])(
  '%s is not meant for it, and so for nothing: an error that lists what there is',
  (of) => {
    expect(wordFor([{ of, bits: 4 }])).toMatch(
      new RegExp(`expected a component such as "system.*, got ${of}$`)
    )
  }
)

test('of no more than five components all are listed, and none is said to be left out', () => {
  expect(wordFor([{ of: 'reg', bits: 4 }])).toBe(`bits: expected a component such as "${component}", got reg`)
})

test('what is told more closely holds', () => {
  const told = [
    { of: 'weight_reg.read', bits: 2 },
    { bits: 1000 },
    { of: 'pe.weight_reg', bits: 3 },
    { of: 'weight_reg', bits: 4 }
  ]
  // A longer name is closer than a shorter one with the action.
  expect(wordFor(told)).toEqual({ bits: 3, origin: 'told' })
  expect(wordFor(told.filter(({ of }) => of !== 'pe.weight_reg'))).toEqual({ bits: 2, origin: 'told' })
  expect(wordFor([...told, { of: 'pe.weight_reg.read', bits: 5 }])).toEqual({ bits: 5, origin: 'told' })
})

test.each([
  ['weight_reg[resolution=8]', { resolution: 8 }],
  ['weight_reg[1..256][resolution=8]', { resolution: 8, hops: 1 }],
  ['weight_reg[hops=1, resolution=8.0].read', { resolution: 8, hops: '1' }],
  ['weight_reg[datawidth=8]', { 'width|datawidth': 8 }],
  ['weight_reg[wide=true]', { wide: true }]
])('%s is meant for the entries that have this argument', (of, given) => {
  expect(wordFor([{ of, bits: 4 }, { bits: 3 }], { arguments: given })).toEqual({ bits: 4, origin: 'told' })
  expect(
    wordFor(
      [
        { of, bits: 4 },
        { of: 'weight_reg', bits: 3 }
      ],
      { arguments: given }
    )
  ).toEqual({
    bits: 4,
    origin: 'told'
  })
  expect(wordFor([{ of, bits: 4 }], { arguments: { resolution: 7, hops: 2 } })).toMatch(
    /expected a component such as/
  )
})

test('a longer name is closer than one with an argument', () => {
  const given = { arguments: { resolution: 8 } }
  const told = [{ of: 'weight_reg[resolution=8]', bits: 4 }]
  expect(wordFor([...told, { of: 'pe.weight_reg', bits: 5 }], given)).toEqual({ bits: 5, origin: 'told' })
  expect(wordFor([...told, { of: 'weight_reg[1..256][resolution=8]', bits: 5 }], given)).toContain(
    'two for weight_reg[1..256][resolution=8]'
  )
})

test.each([
  [[{ bits: 8 }, { bits: 8 }], 'two for all actions'],
  [
    [
      { of: 'weight_reg', bits: 8 },
      { of: 'weight_reg[1..256]', bits: 9 }
    ],
    'two for weight_reg[1..256]'
  ]
])('what is told twice is refused', (told, message) => {
  expect(wordFor(told)).toContain(message)
})

test('two arguments are not one for having the same letters', () => {
  const told = ['weight_reg[ab=c]', 'weight_reg[a=bc]'].map((of) => ({ of, bits: 4 }))
  expect(wordFor(told, { arguments: { ab: 'c', a: 'bc' } })).toEqual({ bits: 4, origin: 'told' })
})

test.each([0, -1, NaN, Infinity])('%s bits are none', (bits) => {
  expect(wordFor([{ of: 'weight_reg', bits }])).toBe(
    `bits of weight_reg: expected a number above 0, got ${bits}`
  )
})
