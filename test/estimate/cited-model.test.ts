/** Cited models as workloads: GPT-3, 3.14e23 flop in 355.2 h, at an estimated 6.522 TJ. */
import fc from 'fast-check'
import { fromModel, type CitedWorkload } from '../../src/estimate/cited-model'
import { citedModel } from '../../src/estimate/model-name'
import { leaves } from '../../src/format/workload/scenario'
import { estimateValue, certifiedEstimateValue, type Overrides } from '../../src/estimate/workload-file'
import { citedModels, type CitedModel } from '../../src/technology/models'
import { left, right } from '../ledger/reference'

const nameOf = (asked: string): string => right(citedModel(asked)).name
const errorOf = (asked: string): string => left(citedModel(asked)).message

const ledgerOf = ({ name, description, supplied, measured }: CitedWorkload, overrides: Overrides = {}) =>
  estimateValue({ name, description, workload: {} }, overrides, {
    supplied,
    ...(measured === undefined ? {} : { measured })
  })

const gpt3 = right(fromModel('gpt-3'))

describe('a name', () => {
  test.each(['gpt-3', 'GPT-3', 'gpt3', 'Gpt 3', 'GPT_3', 'gpt-3 175b', 'GPT-3 175B (davinci)', ' gpt-3 '])(
    '%p is that of GPT-3',
    (asked) => {
      expect(nameOf(asked)).toBe('GPT-3 175B (davinci)')
    }
  )

  test('of any model finds that model, in any case and with any separators', () => {
    const separators = fc.constantFrom(' ', '-', '_', ' - ', '.')
    fc.assert(
      fc.property(fc.constantFrom(...citedModels()), separators, fc.boolean(), ({ name }, by, isUpper) => {
        const spelt = name.replace(/[\s\-_.]+/g, by)
        expect(nameOf(isUpper ? spelt.toUpperCase() : spelt.toLowerCase())).toBe(name)
      })
    )
  })

  test('that is the beginning of several lists them', () => {
    expect(errorOf('gpt-4')).toBe(
      'the cited model "gpt-4" may be any of "GPT-4 (Mar 2023)", "GPT-4 (Jun 2023)": say more of its name'
    )
    expect(errorOf('gpt')).toMatch(/may be any of "GPT-1".* and \d+ more: say more of its name$/)
  })

  test('in full is that model, though longer names begin with it', () => {
    expect(nameOf('bert-large')).toBe('BERT-Large')
    expect(errorOf('bert')).toContain('"BERT-Large-CAS (PTB+WT2+WT103)"')
  })

  test.each([
    ['gtp-3', 'GPT-3 175B (davinci)'],
    ['gpt-3.5', 'GPT-3 175B (davinci)'],
    ['alexnt', 'AlexNet'],
    ['chinchila', 'Chinchilla']
  ])('%p suggests %s, and is not taken for it', (asked, name) => {
    expect(errorOf(asked)).toBe(`there is no cited model "${asked}": did you mean "${name}"?`)
  })

  test('of a model that only has a word in common is not taken for it', () => {
    expect(errorOf('davinci')).toBe('there is no cited model "davinci"; known are "GPT-3 175B (davinci)"')
  })

  test.each(['', ' ', '---', '()'])('%p is none', (asked) => {
    expect(errorOf(asked)).toMatch(/^expected the name of an AI model, such as "GPT-3", got "/)
  })

  test('that nobody has heard of says so', () => {
    expect(errorOf('zq')).toBe(
      `there is no cited model "zq" among the ${citedModels().length} that are known`
    )
  })

  test('of whatever text is an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (asked) => {
        expect(['Left', 'Right']).toContain(citedModel(asked)._tag)
      })
    )
  })
})

describe('GPT-3 as a workload', () => {
  test('has the cited parameters, operations and time', () => {
    expect(gpt3.supplied).toMatchObject({
      parameters: { value: '1.746e11 parameter', origin: 'cited' },
      operations: { value: { law: 'given', flops: '3.14e23 flop' }, origin: 'cited' },
      duration: { value: '355.2 h', origin: 'cited' }
    })
    expect(gpt3.missing).toEqual({})
    for (const { origin, why } of Object.values(gpt3.supplied))
      if (origin === 'cited') expect(why).toMatch(/Epoch AI, Data on AI Models, CC BY 4\.0/)
  })

  test('says of what is not cited that it is an assumption, and why', () => {
    const assumed = Object.entries(gpt3.supplied).filter(([, { origin }]) => origin === 'assumed')
    expect(assumed.map(([name]) => name).sort()).toEqual(['convergence', 'precision', 'updates'])
    for (const [, { why }] of assumed) expect(why).toMatch(/\w+ \w+/)
  })

  test('has the energy that its training is estimated to have taken', () => {
    expect(gpt3.measured).toMatchObject({
      value: { value: 6.522e12 },
      evidence: 'derived',
      note: expect.stringContaining('not metered') as string
    })
  })

  test('has updates, one per token, that are one for every 6 flop', () => {
    const { updates, flops } = right(ledgerOf(gpt3)).ledger.counts
    expect(flops.exact.toString()).toBe('3.14e+23')
    expect(flops.value / updates.value).toBeGreaterThan(5.99)
    expect(flops.value / updates.value).toBeLessThan(6.01)
  })

  test('leaves the choice of updates to the user', () => {
    const updatesBy = (updates: string): number =>
      right(ledgerOf(gpt3, { updates })).ledger.counts.updates.value
    expect(updatesBy('one per token') / updatesBy('{"per":"batch","batchSize":"3.2e6 token"}')).toBeCloseTo(
      3.2e6,
      0
    )
    expect(updatesBy('one per flop')).toBe(3.14e23)
  })

  test('keeps its energy beside the ledger, exact or certified, and none where there is none', () => {
    expect(right(ledgerOf(gpt3)).measured).toBe(gpt3.measured)
    const { name, supplied, measured } = gpt3
    const certified = right(
      certifiedEstimateValue({ name, workload: {} }, {}, { supplied, measured: measured! })
    )
    expect(certified.measured).toBe(measured)
    expect(right(ledgerOf(right(fromModel('AlexNet')), { duration: '6 d' }))).not.toHaveProperty('measured')
  })
})

describe('every cited model', () => {
  const workloads = citedModels().map((model) => [model, right(fromModel(model.name))] as const)

  test('supplies fields of a workload file, or says why one is missing', () => {
    const known = leaves.filter(({ pointer }) => pointer.startsWith('/workload/')).map(({ name }) => name)
    for (const [{ name }, { supplied, missing }] of workloads) {
      expect([name, Object.keys(supplied).filter((field) => !known.includes(field))]).toEqual([name, []])
      expect([name, 'duration' in supplied !== 'duration' in missing]).toEqual([name, true])
    }
  })

  test('made from another has no duration: its time is of a part of its operations', () => {
    const made = workloads.filter(([{ baseModel, trainingTime }]) => baseModel && trainingTime)
    expect(made.length).toBeGreaterThan(10)
    for (const [{ baseModel }, { supplied, missing, measured }] of made) {
      expect(supplied).not.toHaveProperty('duration')
      expect(missing['duration']).toContain(baseModel)
      expect(measured).toBeUndefined()
    }
  })

  test('has the bits of its numerical format, or 16 as an assumption', () => {
    for (const [{ numericalFormat }, { supplied }] of workloads) {
      const bits = { FP32: 32, TF32: 19, FP16: 16, BF16: 16, FP8: 8 }[numericalFormat ?? 'FP16']
      expect(supplied['precision']).toMatchObject({
        value: `${bits} bit`,
        origin: numericalFormat === undefined ? 'assumed' : 'cited'
      })
    }
  })

  describe('in 30 days', () => {
    const month = 30 * 86400
    const perParameter = ({ operations, parameters }: CitedModel) =>
      operations.value.value / parameters.value.value / 6
    /** Two updates make a power law; a bit of 16 is not reset in less than some nanoseconds. */
    const hasRows = (model: CitedModel) => perParameter(model) >= 2 && month / perParameter(model) > 10e-9
    const named = (wanted: boolean) => workloads.filter(([model]) => hasRows(model) === wanted)

    test('makes a ledger of all rows', () => {
      expect(named(true).length).toBeGreaterThan(0.99 * workloads.length)
      fc.assert(
        fc.property(fc.constantFrom(...named(true)), ([, workload]) => {
          const { paradigms, outside } = right(ledgerOf(workload, { duration: '30 d' })).ledger
          expect([paradigms.length, outside]).toEqual([7, []])
        }),
        { numRuns: 20 }
      )
    })

    test('has a row outside its domain where a parameter has too few updates, or too little time for each', () => {
      expect(
        named(false)
          .map(([{ name }]) => name)
          .sort()
      ).toEqual(['GOAT', 'Theseus'])
      for (const [, workload] of named(false))
        expect(right(ledgerOf(workload, { duration: '30 d' })).ledger.outside).not.toEqual([])
    })
  })
})
