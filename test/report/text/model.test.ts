/** Models for a terminal: landauer (J/bit) = kT [ln 2 − h(ε)]. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimOf, isBound, type ModelData } from '../../../src/formula/model'
import { tierName } from '../../../src/report/ledger'
import { models, sections } from '../../../src/physics/models'
import { modelList, modelText } from '../../../src/report/text/model'
import { oneLine } from '../../../src/shape/words'
import { widthOf } from '../../../src/report/text/table'
import { right } from '../../ledger/reference'
import { ledgerModels } from '../../../src/ledger/models'

const page = readFileSync(join(__dirname, '../../../docs/physics.md'), 'utf8')

const all = Object.entries(models as unknown as Readonly<Record<string, ModelData>>)

describe('the list of models', () => {
  const list = modelList(sections)
  const lines = list.split('\n')

  test('has name, unit and tier of every model on a line, and below it what it is', () => {
    const heads = lines.filter((line) => /^ {2}\S/.test(line))
    expect(heads.map((line) => line.trim().split(/\s{2,}/))).toEqual(
      Object.values(sections).flatMap((models) =>
        Object.values<ModelData>(models).map(({ name, unit, tier }) => [
          name,
          unit.symbol || '1',
          tierName(tier)
        ])
      )
    )
    for (const [name, { summary }] of all) {
      const [, said = ''] = new RegExp(`^ {2}${name} .*\\n((?: {4}.*\\n)+)`, 'm').exec(list) ?? []
      expect(said.trim().replace(/\s+/g, ' ')).toBe(summary)
    }
  })

  test('has the sections of the physics as headings', () => {
    const headings = lines.filter((line) => line !== '' && !line.startsWith(' '))
    expect(headings).toEqual(Object.keys(sections))
  })

  test('has one column for each across all sections', () => {
    const starts = lines
      .filter((line) => /^ {2}\S/.test(line))
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
  const words = oneLine(text)

  test('has name, unit, summary and tier', () => {
    expect(lines[0]).toBe(`${name} (${model.unit.symbol || '1'})`)
    expect(words.startsWith(`${lines[0]!} ${model.summary} Formula `)).toBe(true)
    expect(lines).toContain('Tier')
    expect(text).toMatch(new RegExp(`^ {2}${tierName(model.tier)}: \\w+`, 'm'))
  })

  test('has a formula that begins with its symbol', () => {
    expect(lines[lines.indexOf('Formula') + 1]).toMatch(/^ {2}\S+ = \S/)
    expect(lines[lines.indexOf('Formula') + 1]!.trim().startsWith(`${model.symbol} = `)).toBe(true)
  })

  test('has every input with symbol, unit, domain and meaning', () => {
    // What does not fit beside the others goes on below, further in.
    const [, block = ''] = /\nInputs\n((?: .*\n)*)/.exec(text) ?? []
    const rows = block.split(/\n(?= {2}\S)/).map((row) => row.trim().split(/\s{2,}/))
    expect(
      rows.map(([symbol, input, unit, range, ...said]) => [symbol, input, unit, range, said.join(' ')])
    ).toEqual(
      Object.entries(model.inputs).map(([input, { symbol, unit, range, description }]) => [
        symbol,
        input,
        unit.symbol || '1',
        range.text,
        description
      ])
    )
  })

  test('is at most 80 columns wide', () => {
    for (const line of lines) expect([line, widthOf(line) <= 80]).toEqual([line, true])
  })

  test('says where it is derived, under a heading of its name', () => {
    expect(text).toContain(`Derivation\n  docs/physics.md#${name.toLowerCase()}\n`)
    expect(page).toMatch(new RegExp(`^#+ ${name}$`, 'm'))
  })

  test('claims a bound only where its tier is one', () => {
    const said = oneLine(lines.slice(lines.indexOf('Tier') + 1, lines.indexOf('Constraint')).join(' '))
    expect(said).toContain(`${tierName(model.tier)}: `)
    if (model.processes.length > 0) expect(said).toContain(`${claimOf(model.tier)}, of the energy of: `)
    expect(/lower bound/.test(said)).toBe(isBound(model.tier))
  })

  test('has its constraint and every source', () => {
    expect(words).toContain(`Constraint ${model.constraint} `)
    for (const { citation } of model.sources) expect(words).toContain(citation)
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
  const text = oneLine(modelText(total))
  expect(text).toContain('empirical: ')
  expect(text).toContain(
    'estimate, of the energy of: read (learning/memory), update (learning/update), consolidation (learning/consolidation)'
  )
})
