/** What learning took where it took place, beside its ledger: 6.522 TJ for GPT-3, some decades above the floor. */
import { measuredDecades, measuredOf, sourcesOf } from '../../src/report/ledger'
import { ledgerCsv, ledgerJson, ledgerMarkdown } from '../../src/report/ledger-data'
import { ledgerText } from '../../src/report/ledger-text'
import { certifiedEstimateFile, estimateFile } from '../../src/schema/workload-file'
import type { Fact } from '../../src/technology/facts'
import type { Energy } from '../../src/units/dimension'
import { joules } from '../../src/units/si'
import { tera } from '../../src/units/unit'
import { paradigmOf, right } from '../ledger/reference'
import { exampleText } from '../schema/files'

const terajoules = tera(joules)

const fact: Fact<Energy> = {
  what: 'Energy of the training of GPT-3',
  value: terajoules('6.522'),
  year: 2020,
  evidence: 'derived',
  source: { citation: 'Epoch AI, Data on AI Models, CC BY 4.0', url: 'https://epoch.ai/data/ai-models' },
  note: 'power × time, not metered'
}

const source = exampleText('gpt-3')
const bare = right(estimateFile(source))
const estimate = right(estimateFile(source, {}, { measured: fact }))
const certified = right(certifiedEstimateFile(source, { temperature: '300 K ± 2 K' }, { measured: fact }))
const floor = paradigmOf(estimate.ledger, 'floor').total.energy

const distance = Math.log10(6.522e12 / floor.value)

test('it is as many decades above the floor as the logarithm of their ratio', () => {
  const { decades } = measuredOf(estimate)!
  expect(decades).toHaveLength(1)
  expect(decades[0]!.toNumber()).toBeCloseTo(distance, 12)
  expect(measuredDecades(measuredOf(estimate)!)).toBe(distance.toFixed(1))
})

test('above an enclosed floor it is enclosed, and rounded outwards', () => {
  const measured = measuredOf(certified)!
  const [from, to] = measured.decades.map((decade) => decade.toNumber())
  const ends = certified.ledger.paradigms.find(({ name }) => name === 'floor')!.total.energy
  expect(from).toBeCloseTo(Math.log10(6.522e12 / ends.upper.value), 10)
  expect(to).toBeCloseTo(Math.log10(6.522e12 / ends.lower.value), 10)
  const [low, high] = /^\[(.*), (.*)\]$/.exec(measuredDecades(measured))!.slice(1).map(Number)
  expect(low).toBeLessThanOrEqual(from!)
  expect(high).toBeGreaterThanOrEqual(to!)
  expect(high! - to!).toBeLessThan(0.01)
  expect(from! - low!).toBeLessThan(0.01)
})

test('above a floor of 0 J it has no distance', () => {
  const zero = { ...paradigmOf(estimate.ledger, 'floor').total, energy: joules(0) }
  const paradigms = estimate.ledger.paradigms.map((paradigm) =>
    paradigm.name === 'floor' ? { ...paradigm, total: zero } : paradigm
  )
  const none = { ...estimate, ledger: { ...estimate.ledger, paradigms } }
  expect(measuredOf(none)!.decades).toEqual([])
  expect(ledgerText(none)).toMatch(/^ {2}6\.522 TJ$/m)
  expect(JSON.parse(ledgerJson(none))).toMatchObject({ measured: { decadesAboveFloor: null } })
})

test('where it is not known, every form of the ledger is as it was', () => {
  expect(measuredOf(bare)).toBeUndefined()
  for (const form of [ledgerText, ledgerJson, ledgerCsv, ledgerMarkdown])
    expect(form(bare)).not.toMatch(/took place|"measured"|6\.522/)
})

test('its source is one of the sources', () => {
  expect(sourcesOf(estimate).map(({ citation }) => citation)).toContain(fact.source.citation)
  expect(sourcesOf(bare).map(({ citation }) => citation)).not.toContain(fact.source.citation)
})

test('the text has it below the table, with its grade and source, in lines that a terminal holds', () => {
  const lines = ledgerText(estimate).split('\n')
  const at = lines.indexOf('As it took place')
  expect(lines.findIndex((line) => line.includes('accelerator'))).toBeLessThan(at)
  expect(lines.indexOf('Paradigms')).toBeGreaterThan(at)
  expect(lines[at + 1]).toBe(`  6.522 TJ, ${distance.toFixed(1)} decades above the floor`)
  const rest = lines.slice(at + 2, lines.indexOf('', at))
  const said = rest.map((line) => line.trim()).join(' ')
  expect(said).toBe(`${fact.what} (2020); derived: ${fact.note}; ${fact.source.citation}`)
  for (const line of rest) expect(line.length).toBeLessThanOrEqual(98)
  expect(ledgerText(estimate, undefined, 2)).toContain('  6.5 TJ, ')
})

test('a range is printed with both its ends', () => {
  const ranged = { ...estimate, measured: { ...fact, upTo: terajoules(9) } }
  expect(ledgerText(ranged)).toContain('  6.522 TJ to 9.000 TJ, ')
  expect(ledgerMarkdown(ranged)).toContain('| 6.522 TJ to 9.000 TJ |')
  expect(JSON.parse(ledgerJson(ranged))).toMatchObject({
    measured: { value: '6522000000000', upTo: { value: '9000000000000', unit: 'J' } }
  })
})

test('the JSON has all of it, to the digit', () => {
  const { measured, format } = JSON.parse(ledgerJson(estimate)) as Record<string, unknown>
  expect(format).toBe('limen.estimate/2')
  const { value: _, ...rest } = fact
  expect(measured).toEqual({
    ...rest,
    value: '6522000000000',
    unit: 'J',
    decadesAboveFloor: expect.closeTo(distance, 12) as number
  })
  expect(JSON.parse(ledgerJson(certified))).toMatchObject({
    measured: {
      decadesAboveFloor: { lower: expect.any(Number) as number, upper: expect.any(Number) as number }
    }
  })
})

test('the CSV has a row of it that claims no bound, with as many cells as the others', () => {
  for (const [of, energies] of [
    [estimate, '6522000000000'],
    [certified, '6522000000000,6522000000000']
  ] as const) {
    const [header = '', ...rows] = ledgerCsv(of).trimEnd().split('\r\n')
    const last = rows.at(-1)!
    expect(last).toMatch(new RegExp(`^GPT-3 175B,as it took place,total,${energies},empirical,estimate,`))
    const cells = last.replace(/"[^"]*"/g, 'quoted').split(',')
    expect(cells).toHaveLength(header.split(',').length)
    expect(last).toContain('derived: power × time, not metered')
    expect(last).toContain('https://epoch.ai/data/ai-models')
  }
})

test('the Markdown has a table of it, with its source', () => {
  const blocks = ledgerMarkdown(estimate).split('\n\n')
  const table = blocks[blocks.indexOf('## As it took place') + 1]!
  expect(table.split('\n')).toHaveLength(3)
  expect(table).toContain(`| 6.522 TJ | ${distance.toFixed(1)} |`)
  expect(table).toContain('https://epoch.ai/data/ai-models')
})
