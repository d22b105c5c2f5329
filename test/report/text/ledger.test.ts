/** A ledger for a terminal: a table of energies such as 22.97 µJ, aligned, each with what it is. */
import { ledgerSummary, ledgerText, plain, type Paint } from '../../../src/report/text/ledger'
import { widthOf } from '../../../src/report/text/table'
import { doubts, readCertified } from '../../estimate/certified'
import { examples, exampleText, readEstimate } from '../../estimate/files'
import { printedEnds, shownDigits } from '../../units/printed'
import { order, ratioOf } from '../../units/rational'

const escape = '\u001b'

/** The lines of a section, without its heading. */
const sectionOf = (text: string, heading: string): readonly string[] => {
  const lines = text.split('\n')
  const from = lines.indexOf(heading) + 1
  expect(from).toBeGreaterThan(0)
  return lines.slice(from, lines.indexOf('', from))
}

/** The table of figures: the first lines after the description. */
const wholeTable = (text: string): readonly string[] => {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.includes('memory-'))
  return lines.slice(from, lines.indexOf('', from))
}

/** Its last line of headings and its rows, without what is said of them between. */
const tableOf = (text: string): readonly string[] => {
  const lines = wholeTable(text)
  const head = lines.findIndex((line) => line.includes('total'))
  return lines.slice(head).filter((line) => line.startsWith('  '))
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

  test('has a row for every paradigm', () => {
    const table = tableOf(text)
    expect(table.slice(1).map((row) => row.trim().split(' ')[0])).toEqual(
      estimate.ledger.paradigms.map((paradigm) => paradigm.name)
    )
  })

  test('fits a terminal of 80 columns, exact and certified, in full and in short', () => {
    const both = [estimate, readCertified(exampleText(name))]
    for (const line of both
      .flatMap((each) => [ledgerText(each), ledgerSummary(each)])
      .join('\n')
      .split('\n'))
      expect([line, widthOf(line) <= 80]).toEqual([line, true])
  })

  test('in short is how it begins, without what it rests on', () => {
    const short = ledgerSummary(estimate)
    expect(text.startsWith(`${short.trimEnd()}\n\nParadigms\n`)).toBe(true)
    expect(short).not.toMatch(/^(Tiers|Assumptions|Sources)$/m)
  })

  test('says above each row what may be said of it', () => {
    let said = ''
    const claims = wholeTable(text).flatMap((line) => {
      if (!line.startsWith('  ')) said = line
      const name = /^ {2}([a-z]\w*) /i.exec(line)?.[1]
      return estimate.ledger.paradigms.some((row) => row.name === name) ? [[name, said]] : []
    })
    expect(claims).toEqual(estimate.ledger.paradigms.map((row) => [row.name, row.total.claim]))
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
      expect(shown[at]!.replace(/\s+/g, ' ')).toContain(value)
      // A word that is wider than its column is cut.
      expect(shown[at]!.replace(/\s+/g, '')).toContain(why.replace(/\s+/g, ''))
    })
  })
})

describe('the table of the brain-scale system', () => {
  const text = ledgerText(readEstimate(exampleText('brain-scale')))
  const [head = '', ...rows] = tableOf(text)

  test('is in engineering units', () => {
    expect(rows[0]).toMatch(/^ {2}floor +22\.97 µJ +▏ +0 +22\.97 µJ +0$/)
    expect(rows[1]).toMatch(/^ {2}bitFlip +159\.0 MJ +12\.8 +█+ +0 +159\.0 MJ +0$/)
    expect(rows[4]).toMatch(/^ {2}cim +568\.1 GJ +16\.4 +█+. +381\.7 GJ +186\.4 GJ +3\.130 mJ$/)
    expect(rows[6]).toMatch(/^ {2}accelerator +42\.48 PJ +21\.3 +█+. +— +— +—$/)
    expect(text).not.toMatch(/\d{7,} J/)
  })

  test('has its columns of figures end below the end of their headings', () => {
    for (const [, from = ''] of head.matchAll(/( *(?:total|wall))/g)) {
      const end = head.indexOf(from) + from.length
      for (const row of rows) expect([row[end - 1] === ' ', row[end] ?? ' ']).toEqual([false, ' '])
    }
  })

  test('has the longest bar where the most decades are', () => {
    const lengths = rows.map((row) => Array.from(row.matchAll(/█/g)).length)
    expect(lengths).toEqual([0, 6, 5, 5, 7, 11, 10])
  })
})

test('the tiers that stand in it, and no others, are explained', () => {
  const text = ledgerText(readEstimate(exampleText('brain-scale')))
  const tiers = sectionOf(text, 'Tiers').flatMap((line) => /^ {2}(\w+)/.exec(line)?.[1] ?? [])
  expect(tiers).toEqual(['theorem', 'machine', 'empirical'])
})

test('every paradigm is told with its claim and the constraint that makes it so', () => {
  const text = sectionOf(ledgerText(readEstimate(exampleText('brain-scale'))), 'Paradigms').join('\n')
  expect(text).toMatch(/floor +information of the solution: lower bound \(theorem\)/)
  expect(text).toMatch(/cim +compute-in-memory with static memory: cost of a machine\n/)
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
  expect(line('attemptRate')).toMatch(/1 GHz +default: the customary attempt/)
  expect(shown[shown.indexOf(line('macs')) + 1]).toMatch(/^ +derived: one mac is two flop$/)
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
  expect(painted).toContain(`${escape}[36m███████████${escape}[0m`)
  expect(painted).toContain(`${escape}[4mAssumptions${escape}[0m`)
})

describe('a certified ledger', () => {
  interface Row {
    readonly name: string
    readonly sign: string
    readonly figures: readonly string[]
    readonly rest: readonly string[]
  }

  /** The rows of a table, their cells between two spaces or more. */
  const rowsOf = (text: string): readonly Row[] => {
    let above = ''
    return tableOf(text)
      .slice(1)
      .flatMap((line) => {
        const [, beside = '', sign = '', rest = ''] = /^ {2}(\w*) *([≥≤]) +(.*)$/.exec(line) ?? []
        // A name may stand above its figures.
        const name = beside === '' ? above : beside
        above = sign === '' ? line.trim() : ''
        const cells = rest.split(/ {2,}/)
        const [total = '', ...others] = cells
        return sign === ''
          ? []
          : [{ name, sign, figures: [...cells.slice(-3), total], rest: others.slice(0, -3) }]
      })
  }

  const uncertain = readCertified(exampleText('brain-scale'), doubts)
  const certified = examples.map((name) => readCertified(exampleText(name)))

  test('has a line of lower ends and a line of upper ends for each paradigm, and says what they are', () => {
    for (const estimate of [...certified, uncertain]) {
      const text = ledgerText(estimate)
      expect(rowsOf(text).map(({ name, sign }) => `${name} ${sign}`)).toEqual(
        estimate.ledger.paradigms.flatMap(({ name }) => [`${name} ≥`, ' ≤'])
      )
      expect(text).toContain('\n  certified: each figure lies between its two lines, whatever the rounding\n')
    }
    expect(ledgerText(readEstimate(exampleText('brain-scale')))).not.toMatch(/[≥≤] |certified/)
  })

  test.each([undefined, 1, 3, 9, 34])(
    'with %p digits has lower ends that are not above, and upper ends that are not below',
    (digits) => {
      for (const estimate of [...certified, uncertain]) {
        const rows = rowsOf(ledgerText(estimate, plain, digits))
        estimate.ledger.paradigms.forEach(({ walls, total }, at) => {
          const entries = [walls?.memory, walls?.update, walls?.consolidation, total]
          entries.forEach((entry, column) => {
            const [least, most] = [rows[2 * at]!.figures[column]!, rows[2 * at + 1]!.figures[column]!]
            if (entry === undefined) {
              expect([least, most]).toEqual(['—', '—'])
              return
            }
            const { lower, upper } = entry.energy
            const [below, above] = [least, most].map((text) => printedEnds(text).ends[0]!)
            expect([least, order(below!, ratioOf(lower.exact)) <= 0]).toEqual([least, true])
            expect([most, order(above!, ratioOf(upper.exact)) >= 0]).toEqual([most, true])
            // And no further than a unit of the last digit.
            const unit = 10 ** (1 - (digits ?? 4))
            const stretched = upper.exact.times(1 + unit)
            expect([most, order(above!, ratioOf(stretched)) <= 0]).toEqual([most, true])
          })
        })
      }
    }
  )

  test('has decades at both lines, rounded outward, none for the floor', () => {
    const rows = rowsOf(ledgerText(uncertain))
    uncertain.ledger.paradigms.forEach(({ decadesAboveFloor }, at) => {
      const [least, most] = [rows[2 * at]!.rest[0]!, rows[2 * at + 1]!.rest[0]]
      if (at === 0) {
        expect([least, most]).toEqual(['▏', undefined])
        return
      }
      expect([least, most]).toEqual([
        expect.stringMatching(/^\d+\.\d\d$/),
        expect.stringMatching(/^\d+\.\d\d$/)
      ])
      expect(decadesAboveFloor!.lower.exact.gte(least)).toBe(true)
      expect(decadesAboveFloor!.upper.exact.lte(most!)).toBe(true)
    })
  })

  test('has bars at the first line of each, the longest bar where the most decades are', () => {
    const rows = rowsOf(ledgerText(uncertain))
    const bars = rows.filter((_, at) => at % 2 === 0).map(({ rest }) => /█*/.exec(rest.at(-1)!)![0].length)
    const reaches = uncertain.ledger.paradigms.map(({ decadesAboveFloor }) => decadesAboveFloor!.upper.value)
    const longest = Math.max(...bars)
    expect(longest).toBeGreaterThan(5)
    expect(bars).toEqual(reaches.map((reach) => Math.floor((longest * reach) / Math.max(...reaches))))
    expect(rows.filter((_, at) => at % 2 === 1).map(({ rest }) => rest.length)).toEqual([0, 1, 1, 1, 1, 1, 1])
  })

  test.each([undefined, 1, 12])(
    'with %p digits has a table that is 4 columns wider at most than the exact one',
    (digits) => {
      examples.forEach((name, at) => {
        const [exact, enclosed] = [readEstimate(exampleText(name)), certified[at]!].map((estimate) =>
          Math.max(...tableOf(ledgerText(estimate, plain, digits)).map(widthOf), 80)
        )
        expect([name, enclosed! <= exact! + 4]).toEqual([name, true])
      })
    }
  )

  test('has its columns of figures end below the end of their headings, on both lines', () => {
    for (const digits of [2, 4, 9]) {
      const [head = '', ...rows] = tableOf(ledgerText(uncertain, plain, digits))
      for (const [, from = ''] of head.matchAll(/( *(?:total|wall))/g)) {
        const end = head.indexOf(from) + from.length
        for (const row of rows.filter((each) => /[≥≤]/.test(each)))
          expect([row[end - 1] === ' ', row[end] ?? ' ']).toEqual([false, ' '])
      }
    }
  })

  test('has no line that ends with a space, and none wider than the exact one has but its table', () => {
    examples.forEach((name, at) => {
      const exact = ledgerText(readEstimate(exampleText(name)))
      const enclosed = ledgerText(certified[at]!)
      expect(enclosed).not.toMatch(/ \n/)
      for (const heading of ['Paradigms', 'Tiers', 'Sources'])
        expect(sectionOf(enclosed, heading)).toEqual(sectionOf(exact, heading))
    })
  })

  test('has assumptions of at most 80 columns, reasons below values that leave them no room', () => {
    for (const estimate of [...certified, uncertain]) {
      const lines = sectionOf(ledgerText(estimate), 'Assumptions')
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80)
    }
    const scaled = sectionOf(ledgerText(certified[examples.indexOf('gpt-3-scaled')]!), 'Assumptions')
    const at = scaled.findIndex((line) => line.trim().startsWith('updates '))
    expect(scaled.slice(at, at + 2).join('')).toMatch(
      /^ {2}updates +\[1\.5644\d+e28, +1\.5644\d+e28\] update$/
    )
    expect(scaled[at + 2]).toMatch(/^ {20,}derived: one per flop$/)
  })

  test('echoes uncertain values as intervals', () => {
    const lines = sectionOf(ledgerText(uncertain), 'Assumptions')
    expect(lines.find((line) => line.trim().startsWith('temperature'))).toMatch(
      /temperature +\[298, 302\] K +overridden$/
    )
  })

  test('is painted without a shift of any column', () => {
    const mark = (open: string) => (text: string) => `${open}${text}${escape}[0m`
    const paint: Paint = {
      strong: mark(`${escape}[1m`),
      faint: mark(`${escape}[2m`),
      bar: mark(`${escape}[36m`),
      heading: mark(`${escape}[4m`)
    }
    for (const estimate of [...certified, uncertain]) {
      const painted = ledgerText(estimate, paint)
      // eslint-disable-next-line no-control-regex -- the escapes are what is looked for
      expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(ledgerText(estimate, plain))
      for (const { name } of estimate.ledger.paradigms)
        expect(painted).toContain(`${escape}[1m${name}${escape}[0m`)
    }
    expect(ledgerText(uncertain, paint)).toMatch(/\[36m█{6,}/)
  })

  test('whose floor may be 0 J has no decades, and nothing is undefined', () => {
    const text = ledgerText(
      readCertified(exampleText('brain-scale'), { solutionErrorProbability: '[0.4, 0.5]' })
    )
    expect(text).not.toMatch(/undefined|NaN|Infinity/)
    expect(rowsOf(text)[0]!.figures).toEqual(['0', '0', '0', '0'])
    for (const { rest } of rowsOf(text)) expect(rest.join(' ')).not.toMatch(/\d/)
  })
})

test('an exact ledger has as many digits as asked for', () => {
  const estimate = readEstimate(exampleText('brain-scale'))
  expect(tableOf(ledgerText(estimate, plain, 2))[1]).toMatch(/^ {2}floor +23 µJ +▏ +0 +23 µJ +0$/)
  const [, name, floor] = tableOf(ledgerText(estimate, plain, 12))
  expect([name, floor]).toEqual(['  floor', expect.stringMatching(/^ +22\.9678303608 µJ /)])
  const [, ...rows] = tableOf(ledgerText(estimate, plain, 20))
  const figures = [...rows.join('\n').matchAll(/(\d+\.\d+) [µmkMGTPE]?J/g)].map(([, figure]) =>
    shownDigits(figure!)
  )
  expect(figures).toEqual(Array.from({ length: 19 }, () => 20))
})

test('a floor of 0 J has no decades above it, and nothing is undefined', () => {
  expect(
    ledgerText(readEstimate(exampleText('brain-scale'), { solutionErrorProbability: '0.5' }))
  ).not.toMatch(/undefined|NaN|Infinity/)
})

describe('what the lines of a ledger are', () => {
  const told = (of: string): string => of.replace(/\s+/g, ' ')
  const brain = told(ledgerText(readEstimate(exampleText('brain-scale'))))

  test('is told below its table: what the floor bounds, and what one bit flip per update', () => {
    expect(brain).toContain('floor a lower bound for every machine whose memory held unknown bits')
    expect(brain).toContain('bitFlip a lower bound for learning that erases a bit at each update')
    expect(brain).toContain('set by what is learned, not by how often it is updated')
  })

  test('is no lower bound where updates follow from a law', () => {
    const scaled = told(ledgerText(readEstimate(exampleText('gpt-3-scaled'))))
    expect(scaled).toContain('bitFlip no lower bound where counts follow from a law')
    expect(scaled).toContain('floor a lower bound')
  })

  test('a paradigm without a value is told with the reason, and one with a value is not', () => {
    const slow = ledgerText(readEstimate(exampleText('brain-scale'), { attemptRate: '3 MHz' }))
    const outside = sectionOf(slow, 'Without a value here').join('\n')
    expect(outside).toMatch(/^ {2}bitFlip +one erased bit per update: optimalReset: requires /m)
    expect(outside).toMatch(/^ {2}cim +compute-in-memory with static memory: staticWrite: requires /m)
    expect(outside).not.toMatch(/floor|limRecovered/)
    expect(tableOf(slow).join('\n')).not.toMatch(/bitFlip|cim/)
    expect(brain).not.toContain('Without a value')
  })
})

describe('a ledger in the cold', () => {
  const cold = { temperature: '4 K', ambientTemperature: '300 K' }
  const plugged = (carnotFraction: string): string =>
    sectionOf(
      ledgerText(readEstimate(exampleText('brain-scale'), { ...cold, carnotFraction })),
      'Totals at the wall plug'
    ).join('\n')

  test('tells each total at the wall plug, and what is assumed of the cooling', () => {
    // 1 + (300/4 − 1)/0.2 = 371; the floor is 306.2 nJ.
    expect(plugged('0.2')).toMatch(/^ {2}floor +113\.6 µJ +estimate$/m)
    expect(plugged('0.2').replace(/\s+/g, ' ')).toContain(
      "each joule of heat at 4 K takes 371.0 J at the wall plug: it is pumped to 300 K by a machine at 0.2 of Carnot's efficiency"
    )
  })

  test('claims a lower bound there only where the cooling is perfect', () => {
    expect(plugged('1')).toMatch(/^ {2}floor +22\.97 µJ +lower bound$/m)
    expect(plugged('1').replace(/\s+/g, ' ')).toContain('by a perfect machine')
  })

  test('has no such section where heat is given off where it arises', () => {
    expect(ledgerText(readEstimate(exampleText('brain-scale')))).not.toContain('wall plug')
  })
})
