/** Counts of a workload: updates, macs and flops; compute-optimal training of 1e9 parameters takes 1.2e20 flop. */
import fc from 'fast-check'
import { flops, macs, one, parameters, tokens, updates } from '../../src/units/si'
import { counts, type Counts } from '../../src/workload/counts'
import type { Known, Operations } from '../../src/workload/known'
import { decades } from '../ledger/scenarios'
import { left, right } from '../ledger/reference'

const known = (rest: Partial<Known>): Known => ({
  parameters: parameters(1e9),
  updates: 'one per flop',
  ...rest
})

const found = (rest: Partial<Known>): Counts => right(counts(known(rest)))

const throughGpt3: Operations = {
  law: 'powerLaw',
  anchorParameters: parameters('1.746e11'),
  anchorFlops: flops('3.14e23'),
  exponent: one('1.25')
}

test('updates, macs and flops are counts of their own', () => {
  const { updates, macs, flops } = found({ operations: { law: 'computeOptimal' } })
  expect([updates, macs, flops].map(({ dimension }) => dimension.name)).toEqual([
    'number of updates',
    'number of macs',
    'number of flops'
  ])
})

describe('operations', () => {
  test('are as given, where they are', () => {
    const { flops: found_, derived } = found({
      operations: { law: 'given', flops: flops('3.14e23') },
      macs: macs('1.57e23'),
      updates: updates('3.14e23')
    })
    expect(found_.exact.toString()).toBe('3.14e+23')
    expect(derived).toEqual({})
  })

  test('of compute-optimal training are 6 flop × 20 tokens × N², so 1.2e20 for 1e9 parameters and 1.2e32 for 1e15', () => {
    const operations = { law: 'computeOptimal' } as const
    expect(found({ operations }).flops.exact.toString()).toBe('120000000000000000000')
    expect(found({ operations, parameters: parameters(1e15) }).flops.value).toBe(1.2e32)
  })

  test('of training are 6 flop per parameter and token: 3.15e23 for 175e9 parameters and 300e9 tokens', () => {
    const { flops: found_ } = found({
      parameters: parameters(175e9),
      operations: { law: 'training', tokens: tokens(300e9) }
    })
    expect(found_.value).toBe(3.15e23)
  })

  test('by the power law through GPT-3 are 1.56e28 for 1e15 parameters, as √√ gives it by hand', () => {
    const ratio = 1e15 / 1.746e11
    const byHand = 3.14e23 * ratio * Math.sqrt(Math.sqrt(ratio)) // exponent 1¼
    const { value } = found({ parameters: parameters(1e15), operations: throughGpt3 }).flops
    expect(value / byHand).toBeCloseTo(1, 12)
    expect(value / 1.6e28).toBeCloseTo(1, 1)
  })

  test('by a power law are those of the anchor at the anchor', () => {
    const { flops: found_ } = found({ parameters: parameters('1.746e11'), operations: throughGpt3 })
    expect(found_.exact.toString()).toBe('3.14e+23')
  })

  test('by a power law of exponent 0 do not depend on the parameters, and of exponent 1 are proportional', () => {
    fc.assert(
      fc.property(decades(0, 18), (N) => {
        const at = (exponent: number) =>
          found({ parameters: parameters(N), operations: { ...throughGpt3, exponent: one(exponent) } }).flops
        expect(at(0).value).toBe(3.14e23)
        expect(at(1).value / ((3.14e23 / 1.746e11) * N)).toBeCloseTo(1, 12)
      })
    )
  })

  test('grow as the square of the parameters by the compute-optimal law, to the last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (N) => {
        const { exact } = found({ parameters: parameters(N), operations: { law: 'computeOptimal' } }).flops
        expect(BigInt(exact.toFixed())).toBe(120n * BigInt(N) ** 2n)
      })
    )
  })
})

describe('what is not given follows', () => {
  test('macs are half the flops: one mac is two flop', () => {
    const { macs: found_, derived } = found({ operations: { law: 'given', flops: flops(7) } })
    expect(found_.exact.toString()).toBe('3.5')
    expect(derived.macs).toBe('one mac is two flop')
    expect(derived.flops).toBeUndefined()
  })

  test('flops are twice the macs', () => {
    const { flops: found_, derived } = found({ macs: macs(7) })
    expect(found_.exact.toString()).toBe('14')
    expect(derived.flops).toBe('one mac is two flop')
    expect(derived.macs).toBeUndefined()
  })

  test('flops and macs given together are both kept, whatever their ratio', () => {
    const {
      flops: F,
      macs: M,
      derived
    } = found({
      operations: { law: 'given', flops: flops('2.81e12') },
      macs: macs('1.4e12')
    })
    expect([F.value, M.value]).toEqual([2.81e12, 1.4e12])
    expect(derived).toEqual({ updates: 'one per flop' })
  })

  test('without operations and macs there are none of either', () => {
    const { flops: F, macs: M } = found({ updates: updates(1) })
    expect([F.value, M.value]).toEqual([0, 0])
  })

  test('halving and doubling lose no digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 33n }), (count) => {
        expect(BigInt(found({ macs: macs(String(count)) }).flops.exact.toFixed())).toBe(2n * count)
        const half = found({ operations: { law: 'given', flops: flops(String(count)) } }).macs.exact
        expect(BigInt(half.times(2).toFixed())).toBe(count)
      })
    )
  })
})

describe('updates', () => {
  const operations = { law: 'given', flops: flops(10) } as const

  test('are as many as given', () => {
    const { updates: found_, derived } = found({ operations, updates: updates(3) })
    expect(found_.value).toBe(3)
    expect(derived.updates).toBeUndefined()
  })

  test('are one for each flop, or for each mac', () => {
    const perFlop = found({ operations, macs: macs(4), updates: 'one per flop' })
    const perMac = found({ operations, macs: macs(4), updates: 'one per mac' })
    expect([perFlop.updates.value, perMac.updates.value]).toEqual([10, 4])
    expect([perFlop.derived.updates, perMac.derived.updates]).toEqual(['one per flop', 'one per mac'])
  })

  test('are none of what does not happen: one for each flop needs a flop', () => {
    const none = { operations: { law: 'given', flops: flops(0) } } as const
    expect(left(counts(known(none))).message).toBe('updates: flops 0 is outside (0, ∞)')
  })

  test('are one for each derived mac, where macs follow from flops', () => {
    expect(found({ operations, updates: 'one per mac' }).updates.value).toBe(5)
  })

  test('are one for each derived flop, where flops follow from macs', () => {
    expect(found({ macs: macs(4), updates: 'one per flop' }).updates.value).toBe(8)
  })
})

describe('a law says how it found the operations', () => {
  test.each([
    ['computeOptimal', { law: 'computeOptimal' }, /20 tokens per parameter \(Hoffmann 2022\)/],
    ['training', { law: 'training', tokens: tokens(1e9) }, /6 flop per parameter and token \(Kaplan 2020\)/],
    ['powerLaw', throughGpt3, /power law/]
  ] as const)('%s', (_, operations, why) => {
    expect(found({ operations }).derived.flops).toMatch(why)
  })

  test('also where macs are given', () => {
    expect(found({ operations: throughGpt3, macs: macs(1) }).derived).toEqual({
      flops: expect.stringContaining('power law') as string,
      updates: 'one per flop'
    })
  })
})

describe('outside the domain of a law there are no counts', () => {
  test.each([
    ['training', { law: 'training', tokens: tokens(0) }, 'tokens'],
    ['powerLaw', { ...throughGpt3, anchorFlops: flops(-1) }, 'anchorFlops'],
    ['powerLaw', { ...throughGpt3, anchorParameters: parameters(0) }, 'anchorParameters']
  ] as const)('of %s: the error names the count and the input', (_, operations, input) => {
    const { problems } = left(counts(known({ operations })))
    expect(problems).toEqual([
      expect.objectContaining({ model: 'flops', inputs: [input], expected: '(0, ∞)', kind: 'range' })
    ])
  })

  test('of the compute-optimal law: no parameters', () => {
    const error = left(counts(known({ parameters: parameters(0), operations: { law: 'computeOptimal' } })))
    expect(error.model).toBe('counts')
    expect(error.message).toContain('parameters 0 is outside (0, ∞)')
  })

  test('an exponent beyond all numbers', () => {
    const operations = { ...throughGpt3, exponent: one(1e20) }
    expect(left(counts(known({ parameters: parameters(1e15), operations }))).message).toBe(
      'flops: it has no finite value here'
    )
  })
})
