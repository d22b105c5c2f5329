/** A ledger that contradicts itself is not read: each thing that cannot be has its place. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { allClaims, claimOf, tiers } from '../../../src/formula/model'
import { certifiedEstimate, estimate } from '../../../src/ledger/estimate'
import { ledgerJson } from '../../../src/report/ledger-data'
import type { AnyEstimate } from '../../../src/report/ledger'
import { contradictions } from '../../../src/schema/output/contradictions'
import { decodeCertifiedEstimate, decodeEstimate } from '../../../src/schema/output/estimate'
import { at, keysOf } from '../../../src/schema/problem'
import { left, right } from '../../ledger/reference'
import { scenarios } from '../../ledger/scenarios'
import { doubts, readCertified } from '../certified'
import { examples, exampleText, readEstimate } from '../files'
import { replacedAt } from '../mutations'

type Json = Readonly<Record<string, unknown>>

const parsed = (of: AnyEstimate): Json => JSON.parse(ledgerJson(of)) as Json
const exact = parsed(readEstimate(exampleText('qp-cold')))
const certified = parsed(
  readCertified(exampleText('qp-cold'), {
    ...doubts,
    temperature: '[3.9, 4] K',
    updates: '[50000, 58222] update'
  })
)

/** A document with the value at a pointer replaced. */
const put = (document: Json, pointer: string, value: unknown): Json =>
  replacedAt(
    document,
    keysOf(pointer).map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    value
  ) as Json

const rows = ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim', 'vonNeumann', 'accelerator']
const row = (name: string): string => `/paradigms/${rows.indexOf(name)}`

const told = (document: Json): readonly string[] =>
  contradictions(document).map(({ pointer, message }) => `${pointer}: ${message}`)

const pointersOf = (document: Json): readonly string[] =>
  contradictions(document).map(({ pointer }) => pointer)

const textAt = (document: Json, pointer: string): string => at(document, keysOf(pointer)) as string

/** A decimal times a factor, as a text. */
const times = (document: Json, pointer: string, factor: number): string =>
  String(Number(textAt(document, pointer)) * factor)

describe('what the library writes does not contradict itself', () => {
  test.each(examples)('the ledgers of %s', (name) => {
    expect(told(parsed(readEstimate(exampleText(name))))).toEqual([])
    expect(told(parsed(readCertified(exampleText(name))))).toEqual([])
  })

  test('with any number of digits, of any workload', () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 60 }), (scenario, digits) => {
        const ledger = right(estimate(scenario, { digits }))
        expect(told(parsed({ ledger, assumptions: [] }))).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  test('enclosed with any number of digits', () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 40 }), (scenario, digits) => {
        const ledger = right(certifiedEstimate(scenario, { digits }))
        expect(told(parsed({ ledger, assumptions: [] }))).toEqual([])
      }),
      { numRuns: 10 }
    )
    expect(told(certified)).toEqual([])
  })
})

test('the ledgers of these tests have the rows that they count by', () => {
  for (const { paradigms } of [exact, certified] as unknown as { paradigms: readonly { name: string }[] }[])
    expect(paradigms.map(({ name }) => name)).toEqual(rows)
})

test('what contradicts itself is not read, though every field of it is well formed', () => {
  const broken = JSON.stringify(put(exact, `${row('cim')}/total/value`, '5e-12'), null, 2)
  const { problems } = left(decodeEstimate(broken))
  expect(problems.map(({ pointer }) => pointer)).toEqual([
    `${row('cim')}/total`,
    `${row('cim')}/decadesAboveFloor`
  ])
  const before = broken.slice(0, broken.indexOf('"5e-12"'))
  expect(problems[0]!.position!.line).toBe(before.slice(0, before.lastIndexOf('"total"')).split('\n').length)
  const wide = JSON.stringify(put(certified, `${row('cim')}/total/lower`, '1'))
  expect(E.isLeft(decodeCertifiedEstimate(wide))).toBe(true)
})

test('all is told at once, malformed fields too', () => {
  const wrong = [
    [`${row('cim')}/total/claim`, 'lower bound'],
    [`${row('floor')}/name`, 'cim'],
    [`${row('vonNeumann')}/wallPlug/value`, '1e-9'],
    ['/counts/updates/unit', 'J'],
    ['/zebra', 1]
  ] as const
  const document = wrong.reduce((made, [pointer, value]) => put(made, pointer, value), exact)
  const pointers = left(decodeEstimate(JSON.stringify(document))).problems.map(({ pointer }) => pointer)
  for (const pointer of [
    '/zebra',
    '/counts/updates/unit',
    `${row('cim')}/total/claim`,
    `${row('vonNeumann')}/wallPlug`,
    `${row('cim')}/name`
  ])
    expect(pointers).toContain(pointer)
})

describe('a total is the sum of its walls', () => {
  test('to the last digit that is written', () => {
    const pointer = `${row('cim')}/total/value`
    const total = textAt(exact, pointer)
    for (const [last, isSum] of [
      [total.replace(/(\d{3})(e|$)/, '999$2'), false],
      [total, true]
    ] as const)
      expect(pointersOf(put(exact, pointer, last)).includes(`${row('cim')}/total`)).toBe(!isSum)
  })

  test('and says what it should be', () => {
    expect(told(put(exact, `${row('vonNeumann')}/total/value`, '2.6e-5'))[0]).toBe(
      `${row('vonNeumann')}/total: expected the sum of its walls, 0.00002698 J, got 0.000026 J`
    )
  })

  test('within a unit of the last place of each: walls that were rounded to one digit', () => {
    const rounded = (walls: readonly string[], total: string): Json => ({
      paradigms: [
        {
          name: 'cim',
          walls: Object.fromEntries(
            ['memory', 'update', 'consolidation'].map((wall, each) => [
              wall,
              { value: walls[each], unit: 'J' }
            ])
          ),
          total: { value: total, unit: 'J' }
        }
      ]
    })
    // 1.4 + 1.4 + 1.4 = 4.2, and 0.6 + 0.6 + 0.6 = 1.8.
    expect(told(rounded(['1', '1', '1'], '4'))).toEqual([])
    expect(told(rounded(['1', '1', '1'], '2'))).toEqual([])
    expect(told(rounded(['1', '1', '1'], '8'))).toHaveLength(1)
    expect(told(rounded(['1', '1', '1'], '4.0001'))).toHaveLength(1)
    expect(told(rounded(['1.0000', '1.0001', '1'], '3'))).toEqual([])
  })

  test('enclosed, both enclose one value', () => {
    const total = `${row('cim')}/total`
    const above = times(certified, `${total}/upper`, 2)
    const below = times(certified, `${total}/lower`, 0.5)
    expect(pointersOf(put(certified, `${total}/lower`, below))).toEqual([]) // wide, but not wrong
    const apart = put(
      put(certified, `${total}/lower`, above),
      `${total}/upper`,
      times(certified, `${total}/upper`, 3)
    )
    expect(pointersOf(apart)).toContain(total)
    const under = put(
      put(certified, `${total}/upper`, below),
      `${total}/lower`,
      times(certified, `${total}/lower`, 0.4)
    )
    expect(pointersOf(under)).toContain(total)
  })

  test('and rests on no wider evidence than they', () => {
    const claimed = put(
      put(exact, `${row('cim')}/total/tier`, 'circuit'),
      `${row('cim')}/total/claim`,
      'lower bound of a class'
    )
    expect(told(claimed)).toEqual([
      `${row('cim')}/total/tier: expected model, as one of its walls rests on no more, got circuit`
    ])
    const narrow = put(
      put(exact, `${row('floor')}/total/tier`, 'empirical'),
      `${row('floor')}/total/claim`,
      'estimate'
    )
    expect(told(narrow)).toEqual([])
  })
})

test('a claim is that of its tier', () => {
  for (const tier of tiers)
    for (const claim of allClaims) {
      const entry = { tier, claim }
      expect(pointersOf({ anywhere: [{ deep: entry }] })).toEqual(
        claim === claimOf(tier) ? [] : ['/anywhere/0/deep/claim']
      )
    }
  expect(told(put(exact, `${row('cim')}/walls/update/claim`, 'lower bound'))).toEqual([
    `${row('cim')}/walls/update/claim: expected "cost of a machine", as its tier is model, got "lower bound"`
  ])
})

test('no lower end is above the upper one: of energies, counts, what entries share, and decades', () => {
  for (const pointer of [
    `${row('floor')}/walls/memory`,
    `${row('cim')}/total`,
    '/counts/flops',
    '/intermediates/shape',
    `${row('cim')}/decadesAboveFloor`
  ]) {
    const { upper } = at(certified, keysOf(pointer)) as { upper: string | number }
    const more =
      typeof upper === 'number' ? upper + 1 : upper === '0' ? '1' : times(certified, `${pointer}/upper`, 2)
    expect(told(put(certified, `${pointer}/lower`, more))).toContainEqual(
      `${pointer}: expected a lower end that is not above the upper one, got ${more} and ${upper}`
    )
  }
})

describe('at the wall plug', () => {
  const plug = `${row('limRecovered')}/wallPlug`
  const total = `${row('limRecovered')}/total`

  test('is no less than in all', () => {
    expect(pointersOf(put(exact, `${plug}/value`, times(exact, `${total}/value`, 0.999)))).toEqual([plug])
    expect(pointersOf(put(exact, `${plug}/value`, textAt(exact, `${total}/value`)))).toEqual([])
    expect(told(put(exact, `${plug}/value`, '1e-20'))).toEqual([
      `${plug}: expected no less at the wall plug than the total, 2.246e-18 J, got 1e-20 J`
    ])
    const less = put(put(certified, `${plug}/lower`, '1e-21'), `${plug}/upper`, '1e-20')
    expect(pointersOf(less)).toEqual([plug])
    expect(pointersOf(put(certified, `${plug}/lower`, '1e-21'))).toEqual([]) // wide, but not wrong
  })

  test('rests on no more than its total', () => {
    const bound = put(put(exact, `${plug}/tier`, 'theorem'), `${plug}/claim`, 'lower bound')
    expect(told(bound)).toEqual([`${plug}/tier: expected model, as its total rests on no more, got theorem`])
  })
})

describe('decades above the floor', () => {
  const pointer = `${row('cim')}/decadesAboveFloor`

  test('are those of the total over that of the floor', () => {
    const decades = at(exact, keysOf(pointer)) as number
    expect(decades).toBeCloseTo(8.113, 3)
    expect(pointersOf(put(exact, pointer, decades + 1e-6))).toEqual([pointer])
    expect(pointersOf(put(exact, pointer, decades * (1 + 1e-15)))).toEqual([]) // another's float64
    expect(told(put(exact, pointer, 4))).toEqual([
      `${pointer}: expected 8.113, as its energy has above that of the floor, got 4`
    ])
    expect(pointersOf(put(exact, `${row('floor')}/decadesAboveFloor`, 1))).toEqual([
      `${row('floor')}/decadesAboveFloor`
    ])
  })

  test('enclosed, are not away from what both enclose', () => {
    const { lower, upper } = at(certified, keysOf(pointer)) as { lower: number; upper: number }
    expect(pointersOf(put(certified, pointer, { lower: lower + 1, upper: upper + 1 }))).toEqual([pointer])
    expect(pointersOf(put(certified, pointer, { lower: lower - 1, upper: upper - 1 }))).toEqual([pointer])
    expect(pointersOf(put(certified, pointer, null))).toEqual([]) // what could not be told
  })

  test('are none where there is no floor, or one of the two is 0; and else there are some', () => {
    const none = { ...exact, paradigms: (exact['paradigms'] as readonly unknown[]).slice(1) }
    expect(pointersOf(none)).toEqual(rows.slice(1).map((_, each) => `/paradigms/${each}/decadesAboveFloor`))
    const free = put(
      put(exact, `${row('accelerator')}/total/value`, '0'),
      `${row('accelerator')}/wallPlug/value`,
      '0'
    )
    expect(pointersOf(free)).toEqual([`${row('accelerator')}/decadesAboveFloor`])
    expect(pointersOf(put(free, `${row('accelerator')}/decadesAboveFloor`, null))).toEqual([])
    expect(told(put(exact, pointer, null))).toEqual([
      `${pointer}: expected a number, as neither energy is 0, got null`
    ])
  })

  test('of what the learning took where it took place, too', () => {
    const measured = { value: textAt(exact, `${row('cim')}/total/value`), unit: 'J' }
    const decades = at(exact, keysOf(pointer))
    expect(told({ ...exact, measured: { ...measured, decadesAboveFloor: decades } })).toEqual([])
    expect(pointersOf({ ...exact, measured: { ...measured, decadesAboveFloor: 3 } })).toEqual([
      '/measured/decadesAboveFloor'
    ])
  })
})

test('a paradigm stands in a ledger once, with a value or without', () => {
  const [floor] = exact['paradigms'] as readonly Json[]
  const twice = { ...exact, paradigms: [...(exact['paradigms'] as readonly unknown[]), floor] }
  expect(told(twice)).toEqual([
    '/paradigms/7/name: expected each paradigm once, got "floor" again, as in /paradigms/0'
  ])
  const both = { ...exact, outside: [{ name: 'cim', description: 'x', problems: [] }] }
  expect(told(both)).toEqual([
    `/outside/0/name: expected each paradigm once, got "cim" again, as in ${row('cim')}`
  ])
})

test('of anything that is no ledger nothing is said: that is told by its codec', () => {
  const numerals = fc.constantFrom('NaN', 'Infinity', '1e999999999', '-5', '', '1_0', 'x')
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(() => contradictions(value)).not.toThrow()
    })
  )
  fc.assert(
    fc.property(fc.constantFrom(...rows), numerals, (name, value) => {
      const document = put(exact, `${row(name)}/total/value`, value)
      expect(() => contradictions(document)).not.toThrow()
      expect(E.isLeft(decodeEstimate(JSON.stringify(document)))).toBe(true)
    })
  )
})
