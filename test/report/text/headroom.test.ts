/** A comparison for people: a read of 8 bits at 0.144 pJ, 6.8 decades above 22.97 zJ. */
import fc from 'fast-check'
import { headroomMarkdown, headroomText } from '../../../src/report/text/headroom'
import { comparison } from '../../../src/report/headroom'
import { plain } from '../../../src/report/text/ledger'
import { attojoules, gigahertz, joules, microseconds, one, years } from '../../../src/units/si'
import { widthOf } from '../../../src/report/text/table'
import { action, anyArguments, kinds, table } from '../../ledger/tables'
import { compared, design, ledger } from '../comparisons'

const text = (...given: Parameters<typeof compared>): string => headroomText(compared(...given))
const oneLine = (of: string): string => of.replace(/\s+/g, ' ')

/** The part below a heading. */
const section = (of: string, title: string): string =>
  oneLine(new RegExp(`^${title}\\n((?: .*\\n|\\n(?! ))*?)(?=\\n\\S|$(?![^]))`, 'm').exec(of)?.[1] ?? '')

test('a row tells energy, what it is held against, decades and what that is', () => {
  const [head, floor, name, own, held] = text(table(action({ bits: 8 })))
    .split('\n')
    .slice(4)
  expect([head, floor]).toEqual([
    '    action  kind  bits    energy',
    '      held against     its energy  decades above  what it is'
  ])
  expect([name, own, held]).toEqual([
    '  sram',
    '    read    read     8  144.0 fJ',
    '      readInformation    22.97 zJ            6.8  lower bound'
  ])
})

test('every energy but 0 stands with its unit', () => {
  const of = text(design, { ledger })
  const table = of.split('\n').filter((line) => line.startsWith('  '))
  for (const line of table)
    for (const [number] of line.matchAll(/(?<=\s)\d+\.\d{2,}(?=\s)\s*\S*/g))
      expect(number).toMatch(/ [a-zµ]?J[,:]?$/)
  expect(of).toMatch(/144\.0 fJ/)
})

test('columns are aligned, and no line ends in a space', () => {
  const lines = text(design, { ledger }).split('\n')
  expect(lines.filter((line) => / $/.test(line))).toEqual([])
  // What an action takes, and below it what that is held against: each under its own heading.
  for (const [heading, indent] of [
    ['kind', /^ {4}\S/],
    ['decades above', /^ {6}\S/]
  ] as const) {
    const at = lines.findIndex((line) => line.includes(` ${heading} `))
    const column = lines[at]!.indexOf(heading)
    const rows = lines.slice(at + 1, lines.indexOf('', at)).filter((line) => indent.test(line))
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) expect(row[column - 1]).toBe(' ')
  }
})

describe('a table that is too wide', () => {
  const long = 'system.chip.cluster[1..16].tile[1..4].element[1..256].register[1..2]'
  const of = text(
    table(
      action({ component: long, action: 'read' }),
      action({ component: long, action: 'write', kind: 'write' }),
      action({ component: 'sram', action: 'read' })
    )
  ).split('\n')

  test('has what its rows begin with above them, once for all that follow', () => {
    expect(of.filter((line) => line.trim() === long)).toHaveLength(1)
    expect(of.filter((line) => line.trim() === 'sram')).toHaveLength(1)
    const at = of.indexOf(`  ${long}`)
    expect(of[at + 1]).toMatch(/^ {4}read .* 144\.0 fJ$/)
    expect(of[at + 2]).toMatch(/^ {6}readInformation .* lower bound$/)
    expect(of[at + 3]).toMatch(/^ {4}write .* 144\.0 fJ$/)
    expect(of[at + 4]).toMatch(/^ {6}landauer .* lower bound$/)
    expect(of[at + 5]).toBe('  sram')
  })

  test('is as wide as a terminal whatever the names are, and no name is lost', () => {
    const name = fc.stringMatching(/^[a-z_.]{1,120}$/)
    const actions = fc.array(fc.tuple(name, name, anyArguments, fc.constantFrom(...kinds)), {
      minLength: 1,
      maxLength: 4
    })
    fc.assert(
      fc.property(actions, (all) => {
        const of = text(
          table(
            ...all.map(([component, named, given, kind]) =>
              action({ component, action: named, arguments: given, kind })
            )
          )
        )
        for (const line of of.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
        const letters = of.slice(0, of.indexOf('Largest headroom')).replace(/\s/g, '')
        for (const [component, named] of all) {
          expect(letters).toContain(component)
          expect(letters).toContain(named)
        }
      })
    )
  })

  test('has its figures whole, however many digits they have', () => {
    const of = headroomText(compared(table(action({ bits: 8 }))), plain, 100)
    expect(of).toMatch(/^ {4}144\.0{97} fJ$/m)
    // 8 kT ln 2 at 300 K
    expect(of).toMatch(/^ {6}22\.96783108062979\d{84} zJ$/m)
  })
})

test('a bound of a class of circuits stands below the floor, and is said to be one', () => {
  const lines = text(design).split('\n')
  const at = lines.findIndex((line) => /^ +convert /.test(line))
  expect(lines[at + 1]).toMatch(/^ +readInformation/)
  expect(lines[at + 2]).toMatch(/^ +converterEnergy .* lower bound of a class$/)
})

test('the largest headroom is named, by decades and by joules', () => {
  expect(section(text(design), 'Largest headroom')).toMatch(
    /by decades: adc\.convert, 7\.9 decades above readInformation \(theorem\) by joules: sram\.read, 144\.0 pJ above the floor/
  )
})

test('joules that cannot be told for want of counts are said to want them', () => {
  expect(section(text(table(action())), 'Largest headroom')).toContain('action counts would tell')
})

test('what is below its floor is said so, with how the file rounds', () => {
  const below = section(text(design), 'Below the floor')
  expect(below).toContain('sram.update takes 1.000 zJ, which is below the floor, landauer 2.871 zJ')
  expect(below).toContain('the file rounds to 5.000 aJ')
  expect(text(table(action()))).not.toContain('Below the floor')
})

test('a total below a bound is said so as well, and none that is below what a machine pays', () => {
  const below = section(text(design, { ledger }), 'Below the floor')
  // The bit flips of LeNet-5 are 190 pJ, its floor is 1.4 fJ, and learning-in-memory pays 367 pJ.
  expect(below).toMatch(/small \(energy_WU\) took 1\.000 pJ, which is below bitFlip/)
  expect(below).not.toMatch(/below (floor|limRecovered|limDissipated|cim),/)
})

test('an energy that the file does not state says so, and how it was found', () => {
  const derived = table(action({ derivation: 'V² t / R' }), action({ action: 'write' }))
  expect(section(text(derived), 'Derived: the file does not state these energies')).toMatch(
    /\.read: V² t \/ R/
  )
  expect(text(table(action()))).not.toContain('Derived')
})

describe('what is not covered', () => {
  const missing = (...given: Parameters<typeof compared>): string => section(text(...given), 'Not covered')

  test('names what is 0 in the file', () => {
    expect(missing(design)).toMatch(/0 in the file.*: sram\.write, sram\.leak/)
  })

  test('names what the file rounds too coarsely', () => {
    expect(missing(design, { ledger })).toMatch(
      /could not tell an energy at a bound from 0: sram\.update, small/
    )
    expect(missing(table(action({ resolution: attojoules('1e-6') })))).not.toContain('rounds')
  })

  test('says why kinds have no floor', () => {
    for (const why of ['of a transfer', 'of leakage', 'what the action does is not known'])
      expect(missing(design)).toContain(why)
    expect(missing(table(action()))).not.toContain('no floor is claimed')
  })

  test('says that one bit was taken only where no width is known', () => {
    expect(missing(table(action()))).toContain('held against one bit')
    expect(missing(table(action({ bits: 1 })))).not.toContain('held against one bit')
    expect(missing(table(action()), { bits: [{ bits: 1 }] })).not.toContain('held against one bit')
  })

  test('says that a partial sum is no learning update', () => {
    const sum = action({ kind: 'accumulate', action: 'update' })
    expect(missing(table(sum))).toContain('no learning update')
    expect(missing(table(action()))).not.toContain('no learning update')
  })

  test('says that no bound asks for retention, until a static memory is asked about', () => {
    const write = table(action({ kind: 'write' }))
    const memory = {
      ...{ attemptRate: gigahertz(1), retentionTime: years(10), failureProbability: one(1e-9) },
      ...{ writeTime: microseconds(1), writeErrorProbability: one(1e-9), flipProbability: one(0.5) }
    }
    expect(missing(write)).toContain('retention is not counted')
    expect(missing(write, { memory })).not.toContain('retention')
    expect(missing(table(action()))).not.toContain('retention')
  })

  test('says what totals need, and what they are no part of', () => {
    expect(missing(design)).toContain('needs the workload of the run')
    expect(missing(design, { ledger })).not.toContain('needs the workload')
    expect(missing(design, { ledger })).toContain('conv1 (energy_WU): it is a part of the run')
  })

  test('says that a file of totals has no actions', () => {
    expect(missing({ ...design, actions: [] })).toContain('no energies per action')
    expect(missing(design)).not.toContain('no energies per action')
  })
})

test('actions that are counted are a table with shares of their sum', () => {
  const run = section(text(design), 'Over the run')
  expect(run).toMatch(/sram\.read 1000 144\.0 pJ 90\.6 %/)
  expect(run).toMatch(/all that are counted 159\.0 pJ/)
  expect(run).toContain('7 actions have no count')
})

test('arguments are shown where they tell entries apart, and only there', () => {
  const alone = table(action({ arguments: { hops: 1 } }))
  expect(text(design)).toMatch(/^ {2}noc\n {4}send +hops=1 /m)
  expect(text(alone)).not.toContain('hops')
})

test('inputs are echoed with where they come from', () => {
  const { headroom } = compared(design, { bits: [{ bits: 4 }] })
  const origins = { temperature: { origin: 'default', why: 'room temperature' } } as const
  const held = section(headroomText(comparison(headroom, origins)), 'Inputs')
  expect(held).toContain('temperature 300 K (default: room temperature)')
  expect(held).toContain('bits 4 bit')
})

test('all that is held against is there with what it is and its constraint, and the sources of all', () => {
  const of = compared(design, { ledger })
  const held = section(headroomText(of), 'What is held against')
  for (const { name, claim, tier, constraint } of of.headroom.actions.flatMap(({ against }) => against))
    expect(held).toMatch(new RegExp(`${name}: ${claim} \\(${tier}\\): .*${constraint}`))
  expect(section(headroomText(of), 'Sources')).toContain('Landauer')
})

test('so many digits are printed as are asked for', () => {
  expect(headroomText(compared(table(action({ bits: 8 }))), plain, 10)).toContain('22.96783108 zJ')
})

describe('Markdown', () => {
  const markdown = headroomMarkdown(compared(design, { ledger }))

  test('has the sections of the text, as headings', () => {
    const titles = [...text(design, { ledger }).matchAll(/^(\S.*)$/gm)].map(([, title]) => title!)
    for (const title of titles) expect(markdown).toMatch(new RegExp(`^#{1,2} ${title}$`, 'm'))
  })

  test('has tables whose rows have the cells of their headers', () => {
    const tables = markdown.split('\n\n').filter((block) => block.startsWith('|'))
    expect(tables.length).toBe(3)
    for (const each of tables) {
      const widths = each
        .trim()
        .split('\n')
        .map((row) => row.split(/(?<!\\)\|/).length)
      expect(new Set(widths).size).toBe(1)
    }
  })

  test('has the figures of the text', () => {
    const figures = [...text(design, { ledger }).matchAll(/\d+\.\d+ [a-zµ]?J/g)].map(([figure]) => figure)
    expect(figures.length).toBeGreaterThan(10)
    for (const figure of figures) expect(markdown).toContain(figure)
  })
})

test('a file that takes nothing has no number that is none', () => {
  const of = table(action({ energy: joules(0), count: 4 }))
  expect(text(of)).not.toMatch(/NaN|Infinity|undefined/)
})
