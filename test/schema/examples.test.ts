/** The files in examples/: all can be read, and those of a reference ledger reproduce it. */
import { decodeScenario, scenario } from '../../src/schema/scenario'
import { format } from '../../src/units/format'
import { paradigmOf, references, right, worstError } from '../ledger/reference'
import { examples, exampleText, readEstimate } from './files'

test('there is an example for every reference ledger', () => {
  expect(examples).toEqual(expect.arrayContaining(references.map(([name]) => name)))
})

describe.each(examples)('%s.json', (name) => {
  const source = exampleText(name)

  test('has a ledger', () => {
    const { ledger } = readEstimate(source)
    for (const { total, wallPlug } of ledger.paradigms) {
      expect(total.energy.value).toBeGreaterThan(0)
      expect(wallPlug === undefined).toBe(ledger.scenario.design.ambientTemperature === undefined)
    }
  })

  test('counts a mac as two flop', () => {
    const { flops, macs } = readEstimate(source).ledger.counts
    expect(macs.value / flops.value).toBeCloseTo(0.5, 2)
  })

  test('has a name and a description of one or two sentences', () => {
    const { name: title, description } = JSON.parse(source) as { name: string; description: string }
    expect(title).toMatch(/^[A-Z].{4,60}$/)
    expect(description).toMatch(/^[\dA-Z].*\.$/)
  })

  test('takes nothing from arXiv:2402.14878 but the number of its parameters', () => {
    if (source.includes('2402.14878')) {
      expect(source).toMatch(/brain-scale system of arXiv:2402\.14878/)
      expect(source).toContain('"1e15 parameter"')
    }
  })

  test('credits Epoch AI with its licence, if at all', () => {
    if (source.includes('Epoch AI')) expect(source).toContain('CC BY 4.0')
  })

  test('is read the same after it is encoded', () => {
    const totalsOf = (text: string) =>
      readEstimate(text).ledger.paradigms.map(({ total }) => format(total.energy))
    const encoded = scenario.encode(right(decodeScenario(JSON.parse(source))))
    expect(totalsOf(JSON.stringify(encoded))).toEqual(totalsOf(source))
  })
})

test.each(references)('%s.json reproduces its reference ledger entry by entry', (name, reference) => {
  expect(worstError(readEstimate(exampleText(name)).ledger, reference)).toBeLessThan(1e-30)
})

test('GPT-3 scaled by a power law and compute-optimal training differ by four decades of operations', () => {
  const [scaled, optimal] = ['gpt-3-scaled', 'compute-optimal'].map((name) => readEstimate(exampleText(name)))
  expect(scaled!.ledger.counts.flops.value / 1.5645e28).toBeCloseTo(1, 4)
  expect(optimal!.ledger.counts.flops.value).toBe(1.2e32)
  for (const { ledger } of [scaled!, optimal!]) {
    expect(ledger.counts.updates.exact).toEqual(ledger.counts.flops.exact)
    expect(ledger.counts.macs.exact.times(2)).toEqual(ledger.counts.flops.exact)
    expect(Object.keys(ledger.counts.derived).sort()).toEqual(['flops', 'macs', 'updates'])
  }
})

test('an accelerator spends on GPT-3 what its training took, about 6.5 TJ', () => {
  const { ledger } = readEstimate(exampleText('gpt-3'))
  expect(paradigmOf(ledger, 'accelerator').total.energy.value / 6.5e12).toBeCloseTo(1, 1)
})
