/** Counts of a workload: updates, macs and flops; compute-optimal training of 1e9 parameters takes 1.2e20 flop. */
import fc from 'fast-check'
import type { Tier } from '../../src/formula/model'
import { certifyAll } from '../../src/reading/certify'
import { evaluateAll } from '../../src/reading/evaluate'
import { between } from '../../src/units/enclosure'
import { flops, macs, one, parameters, tokens, updates } from '../../src/units/si'
import { countModels, counts, inputsOf, type Counts } from '../../src/workload/counts'
import { allGiven, rulesOf, valuesOf, type Known, type Operations } from '../../src/workload/known'
import { endsIn } from '../ledger/figures'
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

describe('updates by the tokens of a training', () => {
  const trained = (rest: Partial<Known>): Counts =>
    found({ parameters: parameters(175e9), operations: { law: 'training', tokens: tokens(3e11) }, ...rest })
  const perToken = 'one per token' as const
  const perBatch = (size: number | string) => ({ per: 'batch', batchSize: tokens(size) }) as const

  test('one per token are N·D: every parameter for every token, 5.25e22 for 175e9 and 3e11', () => {
    const { updates: U, flops: F, derived } = trained({ updates: perToken })
    expect([U.value, F.value]).toEqual([5.25e22, 3.15e23])
    expect(derived.updates).toMatch(/^one per token: every parameter .* in one epoch$/)
  })

  test('per batch are N·D/B: fewer by the size of the batch', () => {
    const { updates: U, derived } = trained({ updates: perBatch('3.2e6') })
    expect(U.value).toBe(5.25e22 / 3.2e6)
    expect(derived.updates).toMatch(/^one per batch: .*each batch of tokens, in one epoch$/)
  })

  test('one per token are one for every 6 flop of a training, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1000 }),
        (N, D, times) => {
          const { updates: U, flops: F } = found({
            parameters: parameters(N),
            operations: { law: 'training', tokens: tokens(D), epochs: one(times) },
            updates: perToken
          })
          expect(BigInt(F.exact.toFixed())).toBe(6n * BigInt(N) * BigInt(D) * BigInt(times))
          expect(BigInt(F.exact.toFixed())).toBe(6n * BigInt(U.exact.toFixed()))
        }
      )
    )
  })

  test('a batch of one token is local learning: one per token', () => {
    expect(trained({ updates: perBatch(1) }).updates.exact.toString()).toBe(
      trained({ updates: perToken }).updates.exact.toString()
    )
  })

  test('a batch of all tokens updates every parameter once, and in every epoch as often', () => {
    expect(trained({ updates: perBatch(3e11) }).updates.value).toBe(175e9)
    const operations = { law: 'training', tokens: tokens(3e11), epochs: one(4) } as const
    expect(trained({ operations, updates: perBatch(3e11) }).updates.value).toBe(4 * 175e9)
  })

  test('epochs multiply operations and updates, and are said', () => {
    const operations = { law: 'training', tokens: tokens(3e11), epochs: one('0.5') } as const
    for (const updates of [perToken, perBatch(1e6)]) {
      const [once, half] = [trained({ updates }), trained({ updates, operations })]
      expect(half.flops.value).toBe(once.flops.value / 2)
      expect(half.updates.value).toBe(once.updates.value / 2)
      expect([once.derived.flops, half.derived.flops]).toEqual([
        expect.stringMatching(/in one epoch$/),
        expect.stringMatching(/in each of the epochs$/)
      ])
    }
  })

  test('of compute-optimal training are 20·N², for its tokens are 20·N', () => {
    const operations = { law: 'computeOptimal' } as const
    expect(found({ operations, updates: perToken }).updates.exact.toFixed()).toBe('20000000000000000000')
    expect(found({ operations, updates: perBatch(1e4) }).updates.exact.toFixed()).toBe('2000000000000000')
  })

  test('follow from tokens beside a given number of operations, which need not be 6·N·D', () => {
    const operations = { law: 'given', flops: flops(1e25), tokens: tokens(7) } as const
    const { updates: U, flops: F, derived } = found({ operations, updates: perToken })
    expect([U.value, F.value]).toEqual([7e9, 1e25])
    expect(derived.flops).toBeUndefined()
    const twice = found({ operations: { ...operations, epochs: one(2) }, updates: perToken })
    expect(twice.updates.value).toBe(14e9)
  })

  test('tokens beside a given number of operations change nothing where updates do not need them', () => {
    const operations = { law: 'given', flops: flops(60), tokens: tokens(7), epochs: one(3) } as const
    expect(found({ operations }).updates.value).toBe(60)
    expect(found({ operations, updates: updates(2) }).updates.value).toBe(2)
  })

  test.each<readonly [string, Partial<Known>]>([
    ['a given number of operations', { operations: { law: 'given', flops: flops(1e20) } }],
    ['a power law', { operations: throughGpt3 }],
    ['macs', { macs: macs(1e20) }]
  ])('of %s alone there are none: the tokens are missing', (_, rest) => {
    for (const updates of [perToken, perBatch(10)])
      expect(left(counts(known({ ...rest, updates }))).message).toContain(
        'tokens is missing: expected a number of tokens'
      )
  })

  test('a batch is of one token at least, and of all of them at most', () => {
    const problem = (size: number) =>
      left(counts(known({ operations: { law: 'training', tokens: tokens(100) }, updates: perBatch(size) })))
        .problems
    expect(problem(0.5)).toEqual([expect.objectContaining({ inputs: ['batchSize'], expected: '[1, ∞)' })])
    expect(problem(101)).toEqual([expect.objectContaining({ kind: 'relation', model: 'updates' })])
    expect(problem(101)[0]!.inputs).toContain('batchSize')
  })

  test('epochs are more than none', () => {
    const operations = { law: 'training', tokens: tokens(100), epochs: one(0) } as const
    expect(left(counts(known({ operations }))).message).toContain('epochs 0 is outside (0, ∞)')
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

describe('counts are models of what is known', () => {
  const cases: readonly (readonly [string, Partial<Known>, readonly string[], Tier])[] = [
    [
      'all given',
      { operations: { law: 'given', flops: flops(7) }, macs: macs(2), updates: updates(5) },
      ['parameters', 'updates', 'macs', 'flops'],
      'theorem'
    ],
    [
      'operations given',
      { operations: { law: 'given', flops: flops(7) } },
      ['parameters', 'flops'],
      'theorem'
    ],
    ['macs given', { macs: macs(7), updates: 'one per mac' }, ['parameters', 'macs'], 'theorem'],
    ['compute-optimal training', { operations: { law: 'computeOptimal' } }, ['parameters'], 'model'],
    ['training', { operations: { law: 'training', tokens: tokens(1e9) } }, ['parameters', 'tokens'], 'model'],
    [
      'training in epochs',
      { operations: { law: 'training', tokens: tokens(1e9), epochs: one(3) } },
      ['parameters', 'tokens', 'epochs'],
      'model'
    ],
    [
      'given operations with tokens that nothing needs',
      { operations: { law: 'given', flops: flops(7), tokens: tokens(1e9), epochs: one(3) } },
      ['parameters', 'flops'],
      'theorem'
    ],
    [
      'a power law',
      { operations: throughGpt3 },
      ['parameters', 'anchorParameters', 'anchorFlops', 'exponent'],
      'model'
    ]
  ]

  const modelsOf = (rest: Partial<Known>) => {
    const rules = rulesOf(known(rest))
    return countModels(rules, inputsOf(rules))
  }

  test.each(cases)('%s: of no inputs but those that are told', (_, rest, inputs) => {
    for (const model of Object.values(modelsOf(rest)))
      expect(Object.keys(model.inputs as object)).toEqual(inputs)
    expect(Object.keys(valuesOf(known(rest))).sort()).toEqual([...inputs].sort())
  })

  test.each(cases)('%s: the tier is that of the law, and its sources are there', (_, rest, __, tier) => {
    const { flops: F, updates: U, macs: M } = modelsOf(rest)
    expect(F.tier).toBe(tier)
    for (const model of [U, M]) {
      const isGiven = model === M ? rest.macs !== undefined : typeof rest.updates === 'object'
      expect([model.name, model.tier]).toEqual([model.name, isGiven ? 'theorem' : tier])
    }
    expect(F.sources.length > 0).toBe(tier === 'model')
  })

  test('a given count is that input, whatever law there is', () => {
    const { macs: M } = modelsOf({ operations: throughGpt3, macs: macs(3) })
    expect(M.tier).toBe('theorem')
    expect(rulesOf(known({ operations: throughGpt3, macs: macs(3) }))).toEqual({
      flops: 'powerLaw',
      macs: 'given',
      updates: 'one per flop'
    })
    expect(rulesOf(known(cases[0]![1]))).toEqual(allGiven)
  })

  test.each(cases)('%s: evaluated together they are the counts', (_, rest) => {
    const models = modelsOf(rest)
    const values = right(evaluateAll('counts', models)(valuesOf(known(rest)) as never)) as unknown as Counts
    const { derived: __, ...expected } = found(rest)
    for (const name of ['updates', 'macs', 'flops'] as const)
      expect([name, values[name].exact.toString()]).toEqual([name, expected[name].exact.toString()])
  })

  test('certified from uncertain values they are what lies between: N² between the squares', () => {
    const models = modelsOf({ operations: { law: 'computeOptimal' } })
    const N = between(parameters(1e9), parameters(3e9))
    const values = right(certifyAll('counts', models)({ parameters: N } as never)) as Readonly<
      Record<string, Parameters<typeof endsIn>[0]>
    >
    expect(endsIn(values['flops']!).map(Number)).toEqual([1.2e20, 1.08e21])
    expect(endsIn(values['updates']!).map(Number)).toEqual([1.2e20, 1.08e21])
    expect(endsIn(values['macs']!).map(Number)).toEqual([6e19, 5.4e20])
  })
})

describe('updates by tokens are models too', () => {
  const operations = { law: 'training', tokens: tokens(1e9), epochs: one(2) } as const
  const perBatch = { per: 'batch', batchSize: tokens(10) } as const

  test.each([
    ['one per token', operations, ['parameters', 'tokens', 'epochs']],
    [perBatch, operations, ['parameters', 'batchSize', 'tokens', 'epochs']],
    [perBatch, { law: 'computeOptimal' }, ['parameters', 'batchSize']],
    [
      perBatch,
      { law: 'given', flops: flops(7), tokens: tokens(1e3) },
      ['parameters', 'batchSize', 'flops', 'tokens']
    ]
  ] as const)('%p of %p: of what is told', (updates, operations, inputs) => {
    const of = known({ operations, updates })
    expect(Object.keys(inputsOf(rulesOf(of))).sort()).toEqual([...inputs].sort())
    expect(Object.keys(valuesOf(of)).sort()).toEqual([...inputs].sort())
  })

  test('counted by tokens that are told, updates follow from no law: their operations do', () => {
    const rules = rulesOf(known({ operations, updates: perBatch }))
    const { updates: U, flops: F } = countModels(rules, inputsOf(rules))
    expect([U.tier, F.tier]).toEqual(['theorem', 'model'])
    const optimal = rulesOf(known({ operations: { law: 'computeOptimal' }, updates: perBatch }))
    expect(countModels(optimal, inputsOf(optimal)).updates.tier).toBe('model')
  })

  test('certified from uncertain epochs and batches they are between the corners of least and of most', () => {
    const rules = rulesOf(known({ operations, updates: perBatch }))
    const { updates: U } = right(
      certifyAll(
        'counts',
        countModels(rules, inputsOf(rules))
      )({
        parameters: parameters(1e9),
        tokens: tokens(1e9),
        epochs: between(2, 4),
        batchSize: between(tokens(10), tokens(20))
      } as never)
    ) as { readonly updates: Parameters<typeof endsIn>[0] }
    const [lower, upper] = endsIn(U).map(Number)
    expect(lower! / ((1e18 * 2) / 20)).toBeCloseTo(1, 12)
    expect(upper! / ((1e18 * 4) / 10)).toBeCloseTo(1, 12)
  })
})

test('by a power law of uncertain exponent and anchor they are between the corners of least and of most', () => {
  const rules = rulesOf(known({ operations: throughGpt3 }))
  const given = {
    parameters: parameters(1e15),
    anchorParameters: between(parameters(1e11), parameters(2e11)),
    anchorFlops: between(flops(3e23), flops(4e23)),
    exponent: between(1.2, 1.3)
  }
  const { flops: F } = right(certifyAll('counts', countModels(rules, inputsOf(rules)))(given as never)) as {
    readonly flops: Parameters<typeof endsIn>[0]
  }
  const [lower, upper] = endsIn(F).map(Number)
  expect(lower! / (3e23 * (1e15 / 2e11) ** 1.2)).toBeCloseTo(1, 12)
  expect(upper! / (4e23 * (1e15 / 1e11) ** 1.3)).toBeCloseTo(1, 12)
})

describe('of several things that are wrong', () => {
  const problemsOf = (rest: Partial<Known>) =>
    left(counts(known(rest))).problems.map(({ model, inputs }) => [model, ...inputs])

  test('a law that has no value is the one problem: nothing is said of macs and updates', () => {
    const endless = { ...throughGpt3, exponent: one(1e20) }
    expect(problemsOf({ parameters: parameters(1e15), operations: endless })).toEqual([['flops']])
    expect(problemsOf({ parameters: parameters(1e15), operations: endless, updates: 'one per mac' })).toEqual(
      [['flops']]
    )
  })

  test('no operations are the one problem of updates for each flop, and for each mac', () => {
    const none = { operations: { law: 'given', flops: flops(0) } } as const
    expect(problemsOf(none)).toEqual([['updates', 'flops']])
    expect(problemsOf({ ...none, updates: 'one per mac' })).toEqual([['updates', 'flops']])
    expect(left(counts(known({ ...none, updates: 'one per mac' }))).message).toBe(
      'updates: macs = M = 0 is outside (0, ∞)'
    )
    expect(problemsOf({ macs: macs(0) })).toEqual([['updates', 'macs']])
    expect(problemsOf({ macs: macs(0), updates: 'one per mac' })).toEqual([['updates', 'macs']])
  })

  test('a law that gives less than a decimal can hold has no value, and is not 0', () => {
    const vanishing = { ...throughGpt3, exponent: one(-1e20) }
    const given = { parameters: parameters(1e15), operations: vanishing }
    expect(problemsOf(given)).toEqual([['flops']])
    expect(problemsOf({ ...given, updates: updates(3) })).toEqual([['flops']])
  })

  test('each is told, once', () => {
    expect(
      problemsOf({ parameters: parameters(0), operations: { law: 'training', tokens: tokens(-1) } })
    ).toEqual([
      ['flops', 'parameters'],
      ['flops', 'tokens']
    ])
  })
})
