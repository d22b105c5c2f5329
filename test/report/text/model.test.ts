/** Models for a terminal: landauer (J/bit) = kT [ln 2 − h(ε)]. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimOf, isBound, type ModelData } from '../../../src/formula/model'
import { tierName } from '../../../src/report/ledger'
import { models, sections } from '../../../src/physics/models'
import { modelList, modelText } from '../../../src/report/text/model'
import { widthOf } from '../../../src/report/text/table'
import { right } from '../../ledger/reference'
import { ledgerModels } from '../../../src/ledger/models'

const page = readFileSync(join(__dirname, '../../../docs/physics.md'), 'utf8')

const all = Object.entries(models as unknown as Readonly<Record<string, ModelData>>)

describe('the list of models', () => {
  const list = modelList(sections)
  const lines = list.split('\n')

  test('has a line for every model: name, unit, tier and what it is', () => {
    for (const [name, { unit, tier, summary }] of all) {
      const line = lines.find((each) => each.trim().startsWith(`${name} `))
      expect(line?.trim().split(/\s{2,}/)).toEqual([name, unit.symbol || '1', tierName(tier), summary])
    }
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(all.length)
  })

  test('has the sections of the physics as headings', () => {
    const headings = lines.filter((line) => line !== '' && !line.startsWith(' '))
    expect(headings).toEqual(Object.keys(sections))
  })

  test('has one column for each across all sections', () => {
    const starts = lines
      .filter((line) => line.startsWith('  '))
      .map((line) => /^ {2}\S+ +/.exec(line)![0].length)
    expect(new Set(starts).size).toBe(1)
  })

  test('has no space at the ends of lines', () => {
    expect(lines.filter((line) => /\s$/.test(line))).toEqual([])
  })

  test('may set off names', () => {
    const strong = (text: string) => `<${text}>`
    const painted = modelList(sections, { strong, faint: strong, bar: strong, heading: strong })
    expect(painted).toContain('  <landauer>')
    expect(painted).toContain('<thermodynamics>')
  })
})

describe.each(all)('%s in full', (name, model) => {
  const text = modelText(model)
  const lines = text.split('\n')

  test('has name, unit, summary and tier', () => {
    expect(lines[0]).toBe(`${name} (${model.unit.symbol || '1'})`)
    expect(lines[1]).toBe(model.summary)
    expect(lines).toContain('Tier')
    expect(text).toMatch(new RegExp(`^ {2}${tierName(model.tier)}: \\w+`, 'm'))
  })

  test('has a formula that begins with its symbol', () => {
    expect(lines[lines.indexOf('Formula') + 1]).toMatch(/^ {2}\S+ = \S/)
    expect(lines[lines.indexOf('Formula') + 1]!.trim().startsWith(`${model.symbol} = `)).toBe(true)
  })

  test('has every input with symbol, unit, domain and meaning', () => {
    const from = lines.indexOf('Inputs') + 1
    const rows = lines
      .slice(from, from + Object.keys(model.inputs).length)
      .map((line) => line.trim().split(/\s{2,}/))
    expect(rows).toEqual(
      Object.entries(model.inputs).map(([input, { symbol, unit, range, description }]) => [
        symbol,
        input,
        unit.symbol || '1',
        range.text,
        description
      ])
    )
  })

  test('says where it is derived, under a heading of its name', () => {
    expect(text).toContain(`Derivation\n  docs/physics.md#${name.toLowerCase()}\n`)
    expect(page).toMatch(new RegExp(`^#+ ${name}$`, 'm'))
  })

  test('claims a bound only where its tier is one', () => {
    const said = lines.slice(lines.indexOf('Tier') + 1, lines.indexOf('Constraint')).join('\n')
    expect(said).toContain(`${tierName(model.tier)}: `)
    if (model.processes.length > 0) expect(said).toContain(`${claimOf(model.tier)}, of the energy of: `)
    expect(/lower bound/.test(said)).toBe(isBound(model.tier))
  })

  test('has its constraint and every source', () => {
    expect(text).toContain(`Constraint\n  ${model.constraint}`)
    for (const { citation } of model.sources) expect(text).toContain(citation)
  })

  test('ends with one line break, and no line ends with a space', () => {
    expect(text).toMatch(/[^\n]\n$/)
    expect(lines.filter((line) => /\s$/.test(line))).toEqual([])
  })
})

test('landauer reads as in a paper, and says what h is', () => {
  const text = modelText(models.landauer)
  expect(text).toContain('kT [ln 2 − h(ε)]')
  expect(text).toContain('h(x)  = −x ln x − (1 − x) ln(1 − x)')
  expect(text).toContain('lower bound, of the energy of: the reversible part of erasure')
})

test('what a model requires beyond the ranges of its inputs is told, and what its parts require', () => {
  const requires = (model: unknown) => {
    const lines = modelText(model as ModelData).split('\n')
    const from = lines.indexOf('Requires')
    return from === -1 ? [] : lines.slice(from + 1, lines.indexOf('', from)).map((line) => line.trim())
  }
  expect(requires(models.meanMatchedBarrier)).toEqual(['(1 − ε) r₁ ≤ f₀'])
  expect(requires(models.staticWrite)).toEqual(['−ln p ≤ f₀ t'])
  expect(requires(models.landauer)).toEqual([])
  expect(requires(models.limUpdate)).toEqual(['(1 − ε) r₁ ≤ f₀'])
  expect(requires(models.rateCappedReset)).toEqual(['½ − ε < Γ τ'])
})

test('a model made of others defines their symbols, each once', () => {
  const text = modelText(models.limUpdate)
  const where = text.slice(text.indexOf('where'), text.indexOf('Inputs'))
  expect(where).toMatch(/B̄ +=.*meanMatchedBarrier/)
  expect(where).toMatch(/A_ε +=.*reliableAttempt/)
  expect(where.match(/driveForReliability/g)).toHaveLength(1)
})

test('what a part is given under another symbol is told', () => {
  expect(modelText(models.rateCappedReset)).toMatch(/E_S +=.*speedLimit, 𝒲 := ½ − ε, 𝒩 := Γ τ$/m)
})

test('symbols with combining marks stand in line with others', () => {
  const text = modelText(models.limUpdate)
  const where = text.slice(text.indexOf('where'), text.indexOf('Inputs')).trimEnd().split('\n').slice(1)
  const equals = where.map((line) => widthOf(line.slice(0, line.indexOf('='))))
  expect(where.length).toBeGreaterThan(2)
  expect(new Set(equals).size).toBe(1)
})

test('an entry of a ledger can be shown like any model', () => {
  const { total } = right(ledgerModels('powerLaw')).paradigms.vonNeumann
  const text = modelText(total)
  expect(text).toContain('empirical: ')
  expect(text).toContain(
    'estimate, of the energy of: read (learning/memory), update (learning/update), consolidation (learning/consolidation)'
  )
})
