/** Explanations as JSON: every derivation of every figure, with all digits and units, of the form that is shipped. */
import * as E from 'fp-ts/lib/Either.js'
import { explainLedger, type Explanation } from '../../../src/ledger/explain'
import { explanationFormat, explanationJson } from '../../../src/report/data/explanation'
import { explanationForm } from '../../../src/report/data/form/explanation'
import { one } from '../../../src/units/si'
import { right } from '../../ledger/reference'
import { examples, exampleText, readEstimate } from '../../estimate/files'

const explained = (example: string, names?: readonly string[]) =>
  right(explainLedger(readEstimate(exampleText(example)).ledger, names))

interface QuantityJson {
  readonly value: string
  readonly unit: string
}
interface DerivationJson extends QuantityJson {
  readonly name: string
  readonly formula: string
  readonly tier: string
  readonly claim?: string
  readonly sources: readonly unknown[]
  readonly inputs: readonly (QuantityJson & { readonly name: string })[]
  readonly terms: readonly DerivationJson[]
}
interface ExplanationJson {
  readonly name: string
  readonly description: string
  readonly derivations: readonly DerivationJson[]
  readonly sensitivities: readonly {
    readonly input: string
    readonly symbol: string
    readonly elasticity: string
    readonly derivative: QuantityJson | null
  }[]
  readonly unweighed?: string
}

const read = (explanations: readonly Explanation[]) =>
  JSON.parse(explanationJson(explanations)) as {
    readonly format: string
    readonly explanations: readonly ExplanationJson[]
  }

const isNumeral = /^-?\d+(\.\d+)?(e[+-]\d+)?$/

test('names its format with a version, and ends with one line break', () => {
  expect(explanationFormat).toBe('limen.explanation/2')
  expect(read([])).toEqual({ format: 'limen.explanation/2', explanations: [] })
  expect(explanationJson([])).toMatch(/\}\n$/)
})

test.each(examples)('of %s.json has decimals with units at every level', (example) => {
  const { explanations } = read(explained(example))
  let [derivations, inputs] = [0, 0]
  const check = ({ value, unit, inputs: given, terms, tier, formula }: DerivationJson): void => {
    derivations++
    expect([value, typeof unit]).toEqual([expect.stringMatching(isNumeral), 'string'])
    expect(['theorem', 'model', 'circuit', 'empirical']).toContain(tier)
    expect(formula).not.toBe('')
    for (const each of given) {
      inputs++
      expect([each.value, typeof each.unit]).toEqual([expect.stringMatching(isNumeral), 'string'])
    }
    terms.forEach(check)
  }
  for (const explanation of explanations) {
    explanation.derivations.forEach(check)
    for (const { elasticity, derivative } of explanation.sensitivities) {
      expect(elasticity).toMatch(isNumeral)
      if (derivative !== null)
        expect([derivative.value, typeof derivative.unit]).toEqual([
          expect.stringMatching(isNumeral),
          'string'
        ])
    }
  }
  expect(derivations).toBeGreaterThan(25)
  expect(inputs).toBeGreaterThan(150)
})

test('has the values of the derivations, every digit, in coherent units', () => {
  const all = explained('gpt-3-scaled')
  const { explanations } = read(all)
  const pairs: [DerivationJson, Explanation['derivations'][number]][] = explanations.flatMap((told, at) =>
    told.derivations.map((each, k): [DerivationJson, Explanation['derivations'][number]] => [
      each,
      all[at]!.derivations[k]!
    ])
  )
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [told, meant] = pair
    expect(told).toMatchObject({
      name: meant.name,
      symbol: meant.symbol,
      formula: meant.formula,
      value: meant.value.exact.toString(),
      unit: meant.value.dimension.coherentUnit,
      tier: meant.tier,
      constraint: meant.constraint,
      sources: meant.sources,
      requires: meant.requires
    })
    expect(told.claim).toBe(meant.claim)
    expect(told.inputs.map(({ name, value }) => [name, value])).toEqual(
      meant.inputs.map(({ name, value }) => [name, value.exact.toString()])
    )
    expect(told.terms).toHaveLength(meant.terms.length)
    told.terms.forEach((term, at) => pairs.push([term, meant.terms[at]!]))
  }
})

test('tells units as people read them', () => {
  const [{ derivations, sensitivities }] = read(explained('brain-scale', ['floor.update'])).explanations as [
    ExplanationJson
  ]
  expect(derivations[0]).toMatchObject({
    value: expect.stringMatching(/^0\.00002296783036/) as string,
    unit: 'J'
  })
  expect(derivations[0]!.terms.map(({ unit }) => unit)).toEqual(['J/bit'])
  expect(sensitivities[0]).toMatchObject({
    input: 'parameters',
    symbol: 'N',
    derivative: { unit: 'J/parameter' }
  })
})

test('of a figure of 0 J has no sensitivities, and of an input that does not matter an elasticity of 0', () => {
  const [free, update] = read(explained('brain-scale', ['floor.memory', 'floor.update'])).explanations
  expect(free!.sensitivities).toEqual([])
  expect(free!.derivations[0]).toMatchObject({ value: '0', unit: 'J' })
  const { elasticity, derivative } = update!.sensitivities.find(({ input }) => input === 'rows')!
  expect([elasticity, derivative!.value]).toEqual(['0', '0'])
})

test('says why there are no sensitivities, and which are infinite', () => {
  const [free, update] = explained('brain-scale', ['floor.memory', 'floor.update']) as [
    Explanation,
    Explanation
  ]
  const steep = { ...update, sensitivities: [{ input: 'x', symbol: 'x', elasticity: one(-Infinity) }] }
  const all = read([free, steep]).explanations
  expect(all[0]!.unweighed).toBe('its value is 0 here, and nothing is a percent of it')
  expect('unweighed' in all[1]!).toBe(false)
  expect(all[1]!.sensitivities[0]).toMatchObject({ elasticity: '-Infinity', derivative: null })
  expect(E.isRight(explanationForm.decode(JSON.parse(explanationJson([free, steep]))))).toBe(true)
})

test('has null where a derivative is not finite', () => {
  const [explanation] = explained('brain-scale', ['floor.update']) as [Explanation]
  const steep = { ...explanation, sensitivities: [{ input: 'x', symbol: 'x', elasticity: one(0) }] }
  expect(read([steep]).explanations[0]!.sensitivities).toEqual([
    { input: 'x', symbol: 'x', elasticity: '0', derivative: null }
  ])
})
