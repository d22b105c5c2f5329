/** Cited AI models: GPT-3 has 1.746e11 parameters and took 3.14e23 flop, 355.2 h and an estimated 6.522 TJ. */
import { accelerators } from '../../src/technology/accelerators'
import { citedModels } from '../../src/technology/models'
import { formatWith } from '../../src/units/format'
import { hours } from '../../src/units/si'
import { inUnit } from '../../src/units/unit'

const models = citedModels()

const named = (name: string) => models.find((model) => model.name === name)!

test('GPT-3 is there, to the digit', () => {
  const { parameters, operations, trainingTime, energy, epochs, ...rest } = named('GPT-3 175B (davinci)')
  const all = formatWith<unknown>({ digits: 'all' })
  expect([parameters, operations, energy!, epochs!].map(({ value }) => all(value))).toEqual([
    '1.746e11 parameter',
    '3.14e23 flop',
    '6.522 TJ',
    '0.6'
  ])
  expect(inUnit(hours)(trainingTime!.value)).toBe(355.2)
  expect(rest).toMatchObject({
    organization: 'OpenAI',
    year: 2020,
    confidence: 'Confident',
    hardware: 'NVIDIA Tesla V100 DGXS 32 GB',
    hardwareQuantity: 10000
  })
})

test('every model has a name of its own, parameters and operations', () => {
  expect(new Set(models.map(({ name }) => name)).size).toBe(models.length)
  for (const { parameters, operations } of models) {
    expect(parameters.value.dimension.name).toBe('number of parameters')
    expect(operations.value.dimension.name).toBe('number of flops')
  }
})

test('formats, confidences and quantities are of the kinds there are', () => {
  for (const { name, confidence, numericalFormat = 'FP16', hardwareQuantity = 1 } of models) {
    expect([name, ['Confident', 'Likely', 'Speculative'].includes(confidence)]).toEqual([name, true])
    expect([name, ['FP32', 'TF32', 'FP16', 'BF16', 'FP8'].includes(numericalFormat)]).toEqual([name, true])
    expect([name, Number.isInteger(hardwareQuantity) && hardwareQuantity > 0]).toEqual([name, true])
  }
})

test('they stand oldest first', () => {
  const years = models.map(({ year }) => year)
  expect(years).toEqual([...years].sort((a, b) => a - b))
})

describe('energies', () => {
  const metered = models.filter(({ energy }) => energy !== undefined)

  test('are estimates of time and power, and say that they are not metered', () => {
    expect(metered.length).toBeGreaterThan(100)
    for (const { energy } of metered) {
      expect(energy!.evidence).toBe('derived')
      expect(energy!.note).toContain('not metered')
    }
  })

  test('are never of a model that was made from another: operations would count what energy does not', () => {
    expect(metered.filter(({ baseModel }) => baseModel !== undefined)).toEqual([])
  })

  test('have a time that they were estimated from', () => {
    expect(metered.filter(({ trainingTime }) => trainingTime === undefined)).toEqual([])
  })

  test('are above what the best accelerator takes at its peak', () => {
    const best = Math.min(...accelerators().map(({ energyPerOperation }) => energyPerOperation.value.value))
    for (const { name, energy, operations } of metered)
      expect([name, energy!.value.value / operations.value.value > best]).toEqual([name, true])
  })
})

test('an accelerator takes its power over its peak rate: 0.7075 pJ/flop for 700 W at 989.4 Tflop/s', () => {
  const { power, peakRate, energyPerOperation } = accelerators().find(
    ({ name }) => name === 'NVIDIA H100 SXM5 80GB'
  )!
  expect([power.value.value, peakRate.value.value]).toEqual([700, 989.4e12])
  expect(energyPerOperation.value.value).toBeCloseTo(700 / 989.4e12, 25)
  expect(energyPerOperation.value.dimension.name).toBe('energy per flop')
  expect(energyPerOperation.evidence).toBe('derived')
})
