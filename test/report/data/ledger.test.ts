/** A ledger for other programs: joules as decimal texts, 2.2968e-5 at the floor of the brain-scale system. */
import fc from 'fast-check'
import { claimOf, type Tier } from '../../../src/formula/model'
import type { Paradigm } from '../../../src/ledger/estimate'
import {
  jsonFormats,
  ledgerCsv,
  ledgerJson,
  ledgerMarkdown,
  quantityJson
} from '../../../src/report/data/ledger'
import type { Assumption, CertifiedEstimate, Estimate } from '../../../src/estimate/workload-file'
import { sortedRows } from '../../../src/report/ledger'
import { between } from '../../../src/units/enclosure'
import { gigahertz, hertz, updatesPerParameter } from '../../../src/units/si'
import { endsIn, namedFigures } from '../../ledger/figures'
import { errorOf, referenceNamed, references } from '../../ledger/reference'
import { doubts, readCertified } from '../../estimate/certified'
import { examples, exampleText, readEstimate } from '../../estimate/files'
import { order, ratioOf } from '../../units/rational'
import { printedEnds, shownDigits } from '../../units/printed'

const estimate = readEstimate(exampleText('brain-scale'))
const uncertain = readCertified(exampleText('brain-scale'), doubts)

/** RFC 4180: cells in quotes may hold commas, line breaks and doubled quotes. */
const rowsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const [all, quoted, bare = '', end = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/.exec(rest)!
    rows.at(-1)!.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    rest = rest.slice(all.length)
    if (end === '\r\n' && rest !== '') rows.push([])
  }
  return rows
}

/** The cells of a row of Markdown: between pipes that no backslash escapes. */
const cellsOf = (row: string): readonly string[] =>
  row
    .replace(/^\| /, '')
    .replace(/ \|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

const tablesOf = (text: string): readonly (readonly (readonly string[])[])[] =>
  text
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .map((block) => block.trimEnd().split('\n').map(cellsOf))

const renamed = (name: string, description?: string): Estimate => {
  const { description: _, ...scenario } = estimate.ledger.scenario
  return {
    ...estimate,
    ledger: {
      ...estimate.ledger,
      scenario: { ...scenario, name, ...(description === undefined ? {} : { description }) }
    }
  }
}

describe('JSON', () => {
  interface EntryJson {
    readonly value: string
    readonly unit: string
    readonly tier: string
    readonly claim: string
    readonly constraint: string
    readonly sources: readonly unknown[]
  }
  interface QuantityJson {
    readonly value: string
    readonly unit: string
  }
  interface LedgerJson {
    readonly format: string
    readonly name: string
    readonly description?: string
    readonly assumptions: readonly Assumption[]
    readonly counts: Readonly<Record<string, QuantityJson>>
    readonly intermediates: Readonly<Record<string, QuantityJson>>
    readonly paradigms: readonly {
      readonly name: Paradigm['name']
      readonly description: string
      readonly decadesAboveFloor: number | null
      readonly walls?: Readonly<Record<string, EntryJson>>
      readonly total: EntryJson
      readonly wallPlug?: EntryJson
    }[]
    readonly outside: readonly {
      readonly name: string
      readonly description: string
      readonly problems: readonly Readonly<Record<string, unknown>>[]
    }[]
  }

  const read = (of: Estimate): LedgerJson => JSON.parse(ledgerJson(of)) as LedgerJson

  test.each(references)('of %s has the figures of the reference, digit by digit', (name, reference) => {
    const { paradigms, intermediates } = read(readEstimate(exampleText(name)))
    for (const { name: paradigm, walls, total, wallPlug } of paradigms)
      for (const [wall, { value, unit }] of Object.entries({
        ...walls,
        total,
        ...(wallPlug && { wallPlug })
      })) {
        expect(unit).toBe('J')
        expect(value).toMatch(/^\d+(\.\d+)?(e[+-]\d+)?$/)
        expect(errorOf(value, reference.ledger[paradigm][wall as 'total']!)).toBeLessThan(1e-30)
      }
    for (const [of, { value }] of Object.entries(intermediates))
      expect(errorOf(value, reference.intermediate[of]!)).toBeLessThan(1e-30)
  })

  test('names its format with a version', () => {
    expect(jsonFormats.exact).toBe('limen.estimate/2')
    expect(read(estimate).format).toBe('limen.estimate/2')
  })

  test('has counts and intermediates with their units', () => {
    const { counts, intermediates } = read(estimate)
    expect(counts).toEqual({
      updates: { value: expect.stringMatching(/^6e\+28$/) as string, unit: 'update' },
      macs: { value: '3e+28', unit: 'mac' },
      flops: { value: '6e+28', unit: 'flop' }
    })
    expect(Object.entries(intermediates).map(([name, { unit }]) => [name, unit])).toEqual([
      ['updatesPerParameter', 'update/parameter'],
      ['meanStep', ''],
      ['shape', ''],
      ['retentionBarrier', 'J'],
      ['staticWrite', 'J/update'],
      ['meanMatchedBarrier', 'J/update']
    ])
  })

  test('has every entry with tier, claim, constraint and sources', () => {
    const claims: Readonly<Record<string, string>> = {
      theorem: 'lower bound',
      circuit: 'lower bound of a class',
      model: 'cost of a machine',
      empirical: 'estimate'
    }
    for (const { walls, total } of read(estimate).paradigms)
      for (const { tier, claim, constraint, sources } of Object.values({ ...walls, total })) {
        expect(claim).toBe(claims[tier])
        expect(constraint).not.toBe('')
        expect(Array.isArray(sources)).toBe(true)
      }
  })

  test('has no walls where only the total is known', () => {
    expect(read(estimate).paradigms.map(({ name, walls }) => [name, walls !== undefined])).toEqual([
      ['floor', true],
      ['bitFlip', true],
      ['limRecovered', true],
      ['limDissipated', true],
      ['cim', true],
      ['vonNeumann', true],
      ['accelerator', false]
    ])
  })

  test('has each total at the wall plug where heat is pumped, and nowhere else', () => {
    const cold = read(readEstimate(exampleText('qp-cold')))
    expect(cold.paradigms.map(({ wallPlug }) => wallPlug && [wallPlug.tier, wallPlug.claim])).toEqual(
      Array(7).fill(['empirical', 'estimate'])
    )
    expect(cold.intermediates['refrigeration']).toEqual({ value: '371', unit: '' })
    for (const { wallPlug } of read(estimate).paradigms) expect(wallPlug).toBeUndefined()
  })

  test('has rows without a value apart, each with what it requires and what was found', () => {
    const { paradigms, outside, intermediates } = read(
      readEstimate(exampleText('brain-scale'), { writeTime: '1 ns' })
    )
    expect(paradigms.map(({ name }) => name)).not.toContain('cim')
    expect(intermediates).not.toHaveProperty('staticWrite')
    expect(outside).toEqual([
      {
        name: 'cim',
        description: 'compute-in-memory with static memory',
        problems: [
          {
            model: 'staticWrite',
            inputs: ['writeErrorProbability', 'attemptRate', 'writeTime'],
            found: '20.72 > 1.000',
            expected: '−ln p_w ≤ f₀ t_w',
            message: 'staticWrite: requires −ln p_w ≤ f₀ t_w, found 20.72 > 1.000'
          }
        ]
      }
    ])
    expect(read(estimate).outside).toEqual([])
  })

  test('has the assumptions as they are', () => {
    const scaled = readEstimate(exampleText('gpt-3-scaled'))
    expect(read(scaled).assumptions).toEqual(scaled.assumptions)
  })

  test('keeps any name and description, and leaves out one that is not there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, description) => {
        const found = read(renamed(name, description))
        expect([found.name, found.description]).toEqual([name, description])
      }),
      { numRuns: 30 }
    )
    expect(Object.hasOwn(read(renamed('x')), 'description')).toBe(false)
  })

  test.each(examples)('of %s.json has finite decades and ends with one line break', (name) => {
    const text = ledgerJson(readEstimate(exampleText(name)))
    expect(text).toMatch(/\}\n$/)
    const { paradigms } = JSON.parse(text) as LedgerJson
    for (const { decadesAboveFloor } of paradigms) expect(Number.isFinite(decadesAboveFloor)).toBe(true)
  })
})

describe('CSV', () => {
  const header = [
    ...['scenario', 'paradigm', 'wall', 'energy_J'],
    ...['tier', 'claim', 'constraint', 'sources', 'outside']
  ]

  test('the parser of this test reads what RFC 4180 shows', () => {
    expect(rowsOf('"aaa","b\r\nbb","c""c"\r\nzzz,,xxx\r\n')).toEqual([
      ['aaa', 'b\r\nbb', 'c"c'],
      ['zzz', '', 'xxx']
    ])
  })

  test.each(examples)(
    'of %s.json has a header, a row for each figure, and one for each paradigm that has none',
    (name) => {
      const of = readEstimate(exampleText(name))
      const [head, ...rows] = rowsOf(ledgerCsv(of))
      const { paradigms, outside } = of.ledger
      expect(head).toEqual(header)
      expect(rows).toHaveLength(
        outside.length +
          paradigms.reduce(
            (sum, { walls, wallPlug }) =>
              sum + 1 + Object.keys(walls ?? {}).length + (wallPlug === undefined ? 0 : 1),
            0
          )
      )
      for (const row of rows) expect(row).toHaveLength(header.length)
    }
  )

  test.each(references)('of %s has the figures of the reference', (name, { ledger }) => {
    const [, ...rows] = rowsOf(ledgerCsv(readEstimate(exampleText(name))))
    const expected = Object.entries(ledger).flatMap(([paradigm, walls]) =>
      Object.entries(walls).map(([wall, value]) => ({ paradigm, wall, value }))
    )
    expect(rows.map(([, paradigm, wall]) => [paradigm, wall])).toEqual(
      expected.map(({ paradigm, wall }) => [paradigm, wall])
    )
    rows.forEach(([, , , energy], at) => {
      expect(errorOf(energy!, expected[at]!.value)).toBeLessThan(1e-30)
      expect(Number.isFinite(Number(energy))).toBe(true)
    })
  })

  test('keeps any name, whatever it has to quote; what would break its line is written out', () => {
    const name = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', 'é', ' ') })
    fc.assert(
      fc.property(name, (given) => {
        const [, ...rows] = rowsOf(ledgerCsv(renamed(given)))
        expect(rows).toHaveLength(25)
        const told = given.replaceAll('\n', '\\u000a').replaceAll('\r', '\\u000d')
        expect(new Set(rows.map(([found]) => found))).toEqual(new Set([told]))
      })
    )
  })

  test('quotes only what must be', () => {
    const [, first = ''] = ledgerCsv(renamed('plain')).split('\r\n')
    expect(first).toBe('plain,floor,memory,0,theorem,lower bound,reads are not counted,,')
    expect(ledgerCsv(renamed('a "b", c'))).toContain('\r\n"a ""b"", c",floor,')
  })

  test('tells tier, claim and sources of each figure', () => {
    const [, ...rows] = rowsOf(ledgerCsv(estimate))
    const row = rows.find(([, paradigm, wall]) => paradigm === 'cim' && wall === 'total')!
    expect(row.slice(4, 6)).toEqual(['model', 'cost of a machine'])
    expect(row[7]!.split('; ').length).toBeGreaterThan(3)
    expect(rows.find(([, paradigm]) => paradigm === 'vonNeumann')!.slice(4, 6)).toEqual([
      'empirical',
      'estimate'
    ])
  })

  test('has a row without an energy for a paradigm without a value, which says why in a column of its own', () => {
    const [, ...rows] = rowsOf(ledgerCsv(readEstimate(exampleText('brain-scale'), { duration: '1 s' })))
    const none = rows.filter(([, , , energy]) => energy === '')
    expect(none.map(([, paradigm, wall]) => [paradigm, wall])).toEqual([
      ['bitFlip', 'total'],
      ['limRecovered', 'total'],
      ['limDissipated', 'total']
    ])
    for (const [, , , , ...rest] of none) {
      expect(rest.slice(0, 4)).toEqual(['', '', '', ''])
      expect(rest[4]).toMatch(/: requires .* found /)
    }
    for (const row of rows) expect(row[3] === '').toBe(row[8] !== '')
  })

  test('ends its lines as RFC 4180 has it', () => {
    const text = ledgerCsv(estimate)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('Markdown', () => {
  test.each(examples)('of %s.json has well-formed tables of figures and of assumptions', (name) => {
    const of = readEstimate(exampleText(name))
    const tables = tablesOf(ledgerMarkdown(of))
    expect(tables[0]).toHaveLength(2 + of.ledger.paradigms.length)
    expect(tables.map((table) => table.length)).toContain(2 + of.assumptions.length)
    for (const [head, rule, ...rows] of tables) {
      expect(rule!.every((cell) => /^-{3,}:?$/.test(cell))).toBe(true)
      for (const row of [rule!, ...rows]) expect(row).toHaveLength(head!.length)
    }
  })

  test('has the figures, aligned to the right', () => {
    const [[head, rule, ...rows] = []] = tablesOf(ledgerMarkdown(estimate))
    const figures = head!.flatMap((name, at) => (/wall$|^total/.test(name) ? [at] : []))
    expect(figures).toHaveLength(4)
    for (const at of figures) expect(rule![at]).toBe('---:')
    const of = (name: string) => {
      const row = rows.find(([first]) => first!.startsWith(`\`${name}\``))!
      return figures.map((at) => row[at])
    }
    expect(of('floor')).toEqual(['0', '22.97 µJ', '0', '22.97 µJ'])
    expect(of('cim')).toEqual(['381.7 GJ', '186.4 GJ', '3.130 mJ', '568.1 GJ'])
  })

  test('escapes pipes and joins lines in cells', () => {
    const [first, ...rest] = estimate.assumptions
    const odd = { ...first!, name: 'a|b', value: '1 | 2', why: 'one\ntwo|three' }
    const [, , row] = tablesOf(ledgerMarkdown({ ...estimate, assumptions: [odd, ...rest] })).find(
      ({ length }) => length === 2 + estimate.assumptions.length
    )!
    expect(row).toEqual(['`a\\|b`', '1 \\| 2', 'file', 'one two\\|three'])
  })

  test('is titled with the name, and ends with one line break', () => {
    const text = ledgerMarkdown(estimate)
    const titles = text.split('\n').filter((line) => line.startsWith('#'))
    expect(titles[0]).toBe('# Brain-scale system')
    expect(titles).toEqual(expect.arrayContaining(['## Assumptions', '## Sources']))
    expect(text).toMatch(/[^\n]\n$/)
  })

  test('has a title of one line, whatever the name', () => {
    const [title, blank] = ledgerMarkdown(renamed('one\ntwo')).split('\n')
    expect([title, blank]).toEqual(['# one two', ''])
  })

  test('lists every source', () => {
    const text = ledgerMarkdown(estimate).replaceAll('\\#', '#')
    for (const { total } of estimate.ledger.paradigms)
      for (const { citation } of total.sources) expect(text).toContain(`- ${citation}`)
  })

  test('has no NaN, no Infinity and no undefined, even where the floor is 0 J', () => {
    const coin = readEstimate(exampleText('brain-scale'), { solutionErrorProbability: '0.5' })
    expect(ledgerMarkdown(coin)).not.toMatch(/NaN|Infinity|undefined/)
  })
})

test('the accelerator of the brain-scale system takes the same in every form', () => {
  expect(referenceNamed('brain-scale').ledger.accelerator.total).toMatch(/^4\.2480*e\+16$/)
  expect(ledgerJson(estimate)).toContain('"42480000000000000"')
  expect(ledgerCsv(estimate)).toContain(',accelerator,total,42480000000000000,')
  expect(ledgerMarkdown(estimate)).toContain('| 42.48 PJ | 21.3 |')
})

describe('a certified ledger', () => {
  interface EnclosureJson {
    readonly lower: string
    readonly upper: string
    readonly unit: string
  }
  interface CertifiedJson {
    readonly format: string
    readonly assumptions: readonly Assumption[]
    readonly counts: Readonly<Record<string, EnclosureJson>>
    readonly intermediates: Readonly<Record<string, EnclosureJson>>
    readonly paradigms: readonly {
      readonly name: string
      readonly decadesAboveFloor: { readonly lower: number; readonly upper: number } | null
      readonly walls?: Readonly<Record<string, EnclosureJson>>
      readonly total: EnclosureJson
      readonly wallPlug?: EnclosureJson
    }[]
  }

  const read = (of: CertifiedEstimate): CertifiedJson => JSON.parse(ledgerJson(of)) as CertifiedJson

  /** All enclosures of a JSON ledger, as `namedFigures` calls them. */
  const enclosuresOf = ({ counts, intermediates, paradigms }: CertifiedJson) => ({
    ...counts,
    ...intermediates,
    ...Object.fromEntries(
      paradigms.flatMap(({ name, walls, total, wallPlug }) =>
        Object.entries({ ...walls, total, ...(wallPlug && { wallPlug }) }).map(
          ([wall, entry]) => [`${name}.${wall}`, entry] as const
        )
      )
    )
  })

  const isNumeral = /^\d+(\.\d+)?(e[+-]\d+)?$/

  test('in JSON is a format of its own, with a version', () => {
    expect(jsonFormats.certified).toBe('limen.certified-estimate/2')
    expect(read(uncertain).format).toBe('limen.certified-estimate/2')
  })

  test.each<readonly [string, CertifiedEstimate]>([
    ['exact', readCertified(exampleText('gpt-3-scaled'))],
    ['uncertain', uncertain],
    ['cold', readCertified(exampleText('qp-cold'))]
  ])('in JSON, from %s values, has the ends of every figure as decimals, and no value', (_, of) => {
    const found = enclosuresOf(read(of))
    const figures = namedFigures(of.ledger)
    expect(Object.keys(found)).toEqual(Object.keys(figures))
    for (const [name, { lower, upper, unit, ...rest }] of Object.entries(found)) {
      expect([lower, upper]).toEqual([expect.stringMatching(isNumeral), expect.stringMatching(isNumeral)])
      expect([lower, upper]).toEqual(endsIn(figures[name]!).map(String))
      expect(typeof unit).toBe('string')
      expect(Object.hasOwn(rest, 'value')).toBe(false)
    }
  })

  test('in JSON has the entries, units, tiers, claims and assumptions of the exact form', () => {
    const strip = (text: string): unknown =>
      JSON.parse(text, (key, value: unknown) =>
        ['value', 'lower', 'upper', 'format', 'decadesAboveFloor'].includes(key) ? undefined : value
      )
    expect(strip(ledgerJson(readCertified(exampleText('brain-scale'))))).toEqual(strip(ledgerJson(estimate)))
  })

  test('in JSON has decades with a lower and an upper end, or null', () => {
    const [floor, ...others] = read(uncertain).paradigms
    expect(floor!.decadesAboveFloor).toEqual({ lower: 0, upper: 0 })
    others.forEach(({ decadesAboveFloor }, at) => {
      const { lower, upper } = uncertain.ledger.paradigms[at + 1]!.decadesAboveFloor!
      expect(decadesAboveFloor).toEqual({ lower: lower.value, upper: upper.value })
      expect(lower.value).toBeLessThan(upper.value)
    })
    const coin = read(readCertified(exampleText('brain-scale'), { solutionErrorProbability: '[0.4, 0.5]' }))
    for (const { decadesAboveFloor } of coin.paradigms) expect(decadesAboveFloor).toBeNull()
  })

  test('in JSON echoes uncertain values as they can be written again', () => {
    const told = read(uncertain).assumptions.filter(({ origin }) => origin === 'override')
    expect(told.map(({ name, value }) => [name, value])).toEqual([
      ['updates', '[4.5e28, 5.5e28] update'],
      ['temperature', '[298, 302] K'],
      ['movementEnergy', '[3.9, 4] pJ/bit'],
      ['acceleratorEnergy', '[700, 710] fJ/flop']
    ])
    const again = readCertified(
      exampleText('brain-scale'),
      Object.fromEntries(told.map(({ name, value }) => [name, value]))
    )
    expect(enclosuresOf(read(again))).toEqual(enclosuresOf(read(uncertain)))
  })

  test('in CSV has a column for each end, and figures that are those of JSON', () => {
    const [head, ...rows] = rowsOf(ledgerCsv(uncertain))
    expect(head).toEqual([
      ...['scenario', 'paradigm', 'wall', 'energy_lower_J', 'energy_upper_J'],
      ...['tier', 'claim', 'constraint', 'sources', 'outside']
    ])
    expect(rows).toHaveLength(25)
    const found = enclosuresOf(read(uncertain))
    for (const [, paradigm, wall, lower, upper, tier, claim, ...rest] of rows) {
      expect({ lower, upper, unit: 'J' }).toEqual({
        lower: found[`${paradigm!}.${wall!}`]!.lower,
        upper: found[`${paradigm!}.${wall!}`]!.upper,
        unit: found[`${paradigm!}.${wall!}`]!.unit
      })
      expect(Number(lower)).toBeLessThanOrEqual(Number(upper))
      expect(claim).toBe(claimOf(tier as Tier))
      expect(rest).toHaveLength(3)
    }
  })

  test.each([undefined, 1, 2, 7, 20, 40])(
    'in Markdown with %p digits has ends that enclose, in as many digits',
    (digits) => {
      const [[, , ...rows] = []] = tablesOf(ledgerMarkdown(uncertain, digits))
      const shown = rows.flatMap((cells) => cells.slice(2, 6))
      const figures = sortedRows(uncertain).flatMap(({ walls, total }) =>
        [walls?.memory, walls?.update, walls?.consolidation, total].map((entry) => entry?.energy)
      )
      expect(shown).toHaveLength(figures.length)
      for (const [at, text] of shown.entries()) {
        const figure = figures[at]
        if (figure === undefined) {
          expect(text).toBe('—')
          continue
        }
        const { numerals, ends } = printedEnds(text)
        if (!('lower' in figure)) throw new Error('it is not enclosed')
        expect([text, order(ends[0]!, ratioOf(figure.lower.exact)) <= 0]).toEqual([text, true])
        expect([text, order(ends[1]!, ratioOf(figure.upper.exact)) >= 0]).toEqual([text, true])
        // A number before the point keeps its zeros.
        for (const numeral of numerals)
          expect(shownDigits(numeral)).toBeLessThanOrEqual(Math.max(digits ?? 4, 3))
      }
    }
  )

  test('in Markdown tells decades as an interval', () => {
    const [[head, , floor, flip] = []] = tablesOf(ledgerMarkdown(uncertain))
    const at = head!.indexOf('decades above the floor')
    expect(floor![at]).toBe('')
    expect(flip![at]).toMatch(/^\[12\.\d\d, 12\.\d\d\]$/)
  })
})

test('an exact ledger in Markdown has as many digits as asked for', () => {
  const totals = (digits: number) =>
    tablesOf(ledgerMarkdown(estimate, digits))[0]!
      .slice(2)
      .map((row) => row[5])
  expect(totals(2)[0]).toBe('23 µJ')
  expect(totals(12)[0]).toBe('22.9678303608 µJ')
  for (const total of totals(20)) expect(shownDigits(total!.split(' ')[0]!)).toBe(20)
})

test('a quantity in JSON is a decimal with its coherent unit, an enclosure two', () => {
  expect(quantityJson(gigahertz('1.5'))).toEqual({ value: '1500000000', unit: 'Hz' })
  expect(quantityJson(between(hertz('0.1'), gigahertz(1)))).toEqual({
    lower: '0.1',
    upper: '1000000000',
    unit: 'Hz'
  })
  expect(quantityJson(updatesPerParameter('1e40'))).toEqual({ value: '1e+40', unit: 'update/parameter' })
})
