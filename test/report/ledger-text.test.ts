/** A ledger for a terminal: a table of energies such as 158.6 MJ, aligned. */
import { ledgerText, plain, type Paint } from '../../src/report/ledger-text'
import { widthOf } from '../../src/report/table'
import { examples, exampleText, readEstimate } from '../schema/files'

const escape = '\u001b'

/** The lines of a section, without its heading. */
const sectionOf = (text: string, heading: string): readonly string[] => {
  const lines = text.split('\n')
  const from = lines.indexOf(heading) + 1
  expect(from).toBeGreaterThan(0)
  return lines.slice(from, lines.indexOf('', from))
}

/** The table of figures: the first lines after the description. */
const tableOf = (text: string): readonly string[] => {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.includes('memory-wall'))
  return lines.slice(from, lines.indexOf('', from))
}

describe.each(examples)('%s.json', (name) => {
  const estimate = readEstimate(exampleText(name))
  const text = ledgerText(estimate)
  const lines = text.split('\n')

  test('begins with its name and ends with one line break', () => {
    expect(lines[0]).toBe(estimate.ledger.scenario.name)
    expect(text).toMatch(/[^\n]\n$/)
  })

  test('has no line that ends with a space', () => {
    expect(lines.filter((line) => /\s$/.test(line))).toEqual([])
  })

  test('has a table of at most 110 columns, with a row for every paradigm', () => {
    const table = tableOf(text)
    expect(table.slice(1).map((row) => row.trim().split(' ')[0])).toEqual(
      estimate.ledger.paradigms.map((paradigm) => paradigm.name)
    )
    for (const row of table) expect(widthOf(row)).toBeLessThanOrEqual(110)
  })

  test('has a description and paradigms of at most 100 columns', () => {
    const blank = lines.indexOf('')
    for (const line of [...lines.slice(0, blank), ...sectionOf(text, 'Paradigms')])
      expect(widthOf(line)).toBeLessThanOrEqual(100)
  })

  test('is plain: no escape, no NaN, no undefined', () => {
    expect(text).not.toContain(escape)
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })

  test('shows every assumption with its value, and why, in lines that a terminal holds', () => {
    const lines = sectionOf(text, 'Assumptions')
    // A reason may go on in the next lines, which begin with spaces.
    const shown = lines.reduce<readonly string[]>(
      (found, line) =>
        /^ {2}\S/.test(line) ? [...found, line] : [...found.slice(0, -1), `${found.at(-1)!} ${line.trim()}`],
      []
    )
    expect(shown).toHaveLength(estimate.assumptions.length)
    estimate.assumptions.forEach(({ name: of, value, why = '' }, at) => {
      expect(shown[at]!.trim().startsWith(of)).toBe(true)
      expect(shown[at]).toContain(value)
      expect(shown[at]!.replace(/\s+/g, ' ')).toContain(why)
    })
  })
})

describe('the table of the brain-scale system', () => {
  const text = ledgerText(readEstimate(exampleText('brain-scale')))
  const [head = '', ...rows] = tableOf(text)

  test('is in engineering units', () => {
    expect(rows[0]).toMatch(/^ {2}floor +0 +158\.6 MJ +0 +158\.6 MJ +▏ +theorem$/)
    expect(rows[3]).toMatch(/^ {2}cim +763\.4 GJ +372\.8 GJ +6\.236 mJ +1\.136 TJ +3\.9 +█+. +circuit$/)
    expect(rows[5]).toMatch(/^ {2}accelerator +— +— +— +42\.48 PJ +8\.4 +█+. +empirical$/)
    expect(text).not.toMatch(/\d{7,} J/)
  })

  test('has its columns of figures end below the end of their headings', () => {
    for (const title of ['memory-wall', 'update-wall', 'consolidation-wall', 'total', 'decades']) {
      const end = head.indexOf(title) + title.length
      for (const row of rows) {
        expect(row[end - 1] === ' ' ? 'blank' : 'figure').toBe(
          title === 'decades' && row.includes('floor') ? 'blank' : 'figure'
        )
        expect(row[end]).toBe(' ')
      }
    }
  })

  test('has the longest bar where the most decades are', () => {
    const lengths = rows.map((row) => Array.from(row.matchAll(/█/g)).length)
    expect(lengths).toEqual([0, 1, 2, 5, 16, 12])
  })
})

test('the tiers that stand in it, and no others, are explained', () => {
  const text = ledgerText(readEstimate(exampleText('brain-scale')))
  const tiers = sectionOf(text, 'Tiers').map((line) => line.trim().split(' ')[0])
  expect(tiers).toEqual(['theorem', 'model', 'circuit', 'empirical'])
})

test('every paradigm is told with its claim and the constraint that makes it so', () => {
  const text = sectionOf(ledgerText(readEstimate(exampleText('brain-scale'))), 'Paradigms').join('\n')
  expect(text).toMatch(/floor +thermodynamic floor: lower bound \(theorem\)/)
  expect(text).toMatch(/vonNeumann +separate memory and processor: estimate \(empirical\)/)
  expect(text.replace(/\s+/g, ' ')).toContain(
    'the barrier that holds the solution is not lowered for updates; the short-term copy is reset blindly'
  )
})

test('assumptions say where they come from, unless it is the file', () => {
  const shown = sectionOf(
    ledgerText(readEstimate(exampleText('gpt-3-scaled'), { temperature: '4 K' })),
    'Assumptions'
  )
  const line = (name: string) => shown.find((each) => each.trim().startsWith(`${name} `))!
  expect(line('parameters')).toMatch(/1e15 parameter$/)
  expect(line('temperature')).toMatch(/4 K +overridden$/)
  expect(line('attemptRate')).toMatch(/1 GHz +default: the customary attempt rate/)
  expect(line('macs')).toMatch(/mac +derived: one mac is two flop$/)
})

test('a file without a description has none', () => {
  const file = JSON.stringify({ ...(JSON.parse(exampleText('qp-cold')) as object), description: undefined })
  expect(ledgerText(readEstimate(file)).split('\n').slice(0, 2)).toEqual([
    'Small quadratic program at 4 K',
    ''
  ])
})

test('paint sets off names, bars and headings, and shifts no column', () => {
  const estimate = readEstimate(exampleText('brain-scale'))
  const mark = (open: string) => (text: string) => `${open}${text}${escape}[0m`
  const paint: Paint = {
    strong: mark(`${escape}[1m`),
    faint: mark(`${escape}[2m`),
    bar: mark(`${escape}[36m`),
    heading: mark(`${escape}[4m`)
  }
  const painted = ledgerText(estimate, paint)
  // eslint-disable-next-line no-control-regex -- the escapes are what is looked for
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(ledgerText(estimate, plain))
  expect(painted).toContain(`${escape}[1mfloor${escape}[0m`)
  expect(painted).toContain(`${escape}[36m████████████████${escape}[0m`)
  expect(painted).toContain(`${escape}[4mAssumptions${escape}[0m`)
})

test('a floor of 0 J has no decades above it, and nothing is undefined', () => {
  expect(ledgerText(readEstimate(exampleText('brain-scale'), { errorProbability: '0.5' }))).not.toMatch(
    /undefined|NaN|Infinity/
  )
})
