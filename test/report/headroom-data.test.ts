/** A comparison for other programs: joules as decimal texts, 1.44e-13 for a read of 0.144 pJ. */
import fc from 'fast-check'
import { headroomCsv, headroomFormat, headroomJson } from '../../src/report/headroom-data'
import { decimal } from '../../src/units/decimal'
import type { Energy } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import { action, anyEnergy, kinds, table } from '../ledger/tables'
import { compared, design, ledger } from './comparisons'

interface Figure {
  readonly value: string
  readonly unit: string
}

interface Document {
  readonly format: string
  readonly name: string
  readonly inputs: readonly { readonly name: string; readonly value: string; readonly origin: string }[]
  readonly actions: readonly {
    readonly component: string
    readonly action: string
    readonly kind: string
    readonly energy: Figure
    readonly standing: string
    readonly floor: string | null
    readonly bits: { readonly value: number; readonly origin: string }
    readonly against: readonly (Figure & {
      readonly name: string
      readonly decades: number | null
      readonly tier: string
    })[]
    readonly spent?: { readonly energy: Figure; readonly share: number; readonly headroom: Figure | null }
  }[]
  readonly totals: readonly {
    readonly component: string
    readonly against: readonly { readonly paradigm: string }[]
    readonly why?: string
  }[]
  readonly largest: Readonly<Record<'decades' | 'joules', { readonly component: string } | null>>
  readonly notCovered: readonly string[]
  readonly notes: readonly string[]
}

const json = (...given: Parameters<typeof compared>): Document =>
  JSON.parse(headroomJson(compared(...given))) as Document

/** RFC 4180: cells in quotes may hold commas, line breaks and doubled quotes. */
const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] => {
  const rows: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const [all, quoted, bare = '', end = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/.exec(rest)!
    rows.at(-1)!.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    rest = rest.slice(all.length)
    if (end === '\r\n' && rest !== '') rows.push([])
  }
  const [header = [], ...body] = rows
  return body.map((row) => {
    expect(row).toHaveLength(header.length)
    return Object.fromEntries(header.map((name, at) => [name, row[at]!]))
  })
}

describe('JSON', () => {
  test('says which form it has, and what it is of', () => {
    expect(json(design)).toMatchObject({ format: headroomFormat, name: 'a design', source: 'by hand' })
    expect(headroomFormat).toBe('limen.headroom/2')
  })

  test('keeps every digit of every energy, with its unit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyEnergy, (kind, energy) => {
        const of = compared(table(action({ kind, energy })))
        const [read] = (JSON.parse(headroomJson(of)) as Document).actions
        const [held] = of.headroom.actions
        expect(read!.energy.unit).toBe('J')
        expect(decimal(read!.energy.value).eq(energy.exact)).toBe(true)
        expect(read!.against.map(({ value }) => value)).toEqual(
          held!.against.map(({ energy: bound }) => bound.exact.toString())
        )
        expect(read!.against.map(({ decades }) => decades)).toEqual(
          held!.against.map(({ decades }) => decades)
        )
        expect(read!.floor).toBe(held!.floor?.name ?? null)
      })
    )
  })

  test('has every action with where it stands and how wide its word is', () => {
    const { actions } = json(design)
    expect(actions.map(({ standing }) => standing)).toEqual([
      ...['above', 'zero', 'below', 'above', 'above'],
      ...['no floor', 'no floor', 'no floor', 'no floor']
    ])
    expect(actions.slice(0, 2).map(({ bits }) => bits)).toEqual([
      { value: 8, origin: 'file' },
      { value: 1, origin: 'least' }
    ])
  })

  test('has no number for what there is none of', () => {
    expect(headroomJson(compared(design, { ledger }))).not.toMatch(/NaN|Infinity/)
    expect(json(design).actions[1]!.against.map(({ decades }) => decades)).toEqual([null])
  })

  test('names the largest headroom by decades and by joules', () => {
    expect(json(design).largest).toMatchObject({
      decades: { component: 'adc' },
      joules: { component: 'sram' }
    })
    expect(json(table(action())).largest.joules).toBeNull()
  })

  test('has what counted actions take', () => {
    const { spent } = json(design).actions[0]!
    expect(Number(spent!.energy.value)).toBeCloseTo(1.44e-10, 18)
    expect(spent!.share).toBeCloseTo(1.44e-10 / (1.44e-10 + 1.5e-11), 12)
    expect(json(design).actions[1]).not.toHaveProperty('spent')
  })

  test('has totals with what they are held against, or why against nothing', () => {
    const [of, layer] = json(design, { ledger }).totals
    expect(of!.against.map(({ paradigm }) => paradigm)).toContain('cim')
    expect(layer!.against).toEqual([])
    expect(layer!.why).toBeDefined()
  })

  test('echoes its inputs, what is not covered, and the notes of the file', () => {
    const { inputs, notCovered, notes } = json(design, { bits: [{ of: 'mac', bits: 16 }], ledger })
    expect(inputs).toEqual([
      { name: 'temperature', value: '300 K', origin: 'given' },
      { name: 'errorProbability', value: '0', origin: 'given' },
      { name: 'bits of mac', value: '16 bit', origin: 'given' },
      { name: 'workload', value: 'LeNet-5', origin: 'given' }
    ])
    expect(notCovered.length).toBeGreaterThan(3)
    expect(notes).toEqual(['energies are read as pJ'])
  })
})

describe('CSV', () => {
  test('has a row for each action and what it is held against, or one that says why there is none', () => {
    const { headroom } = compared(design)
    const rows = rowsOf(headroomCsv(compared({ ...design, totals: [] })))
    expect(rows).toHaveLength(
      headroom.actions.reduce((sum, { against }) => sum + Math.max(1, against.length), 0)
    )
    const leak = rows.find(({ action: name }) => name === 'leak')
    expect(leak).toMatchObject({
      against: '',
      standing: 'no floor',
      constraint: expect.stringContaining('retention') as string
    })
  })

  test('has the energies in J with every digit, and one floor for each action that has one', () => {
    const of = compared(design)
    const rows = rowsOf(headroomCsv({ ...of, headroom: { ...of.headroom, totals: [] } }))
    const expected = of.headroom.actions.flatMap(
      ({ action: { energy }, against }): (readonly [Quantity<Energy>, Quantity<Energy> | undefined])[] =>
        against.length === 0 ? [[energy, undefined]] : against.map((each) => [energy, each.energy])
    )
    expect(rows.map((row) => [row['energy_J'], row['against_J']])).toEqual(
      expected.map(([energy, bound]) => [energy.exact.toString(), bound?.exact.toString() ?? ''])
    )
    const floors = rows.filter((row) => row['is_floor'] === 'true').length
    expect(floors).toBe(of.headroom.actions.filter(({ floor }) => floor !== undefined).length)
  })

  test('keeps names with commas and quotes as they are', () => {
    expect(rowsOf(headroomCsv(compared(design))).map((row) => row['component'])).toContain('odd | "name", so')
  })

  test('has a row for each total and paradigm', () => {
    const rows = rowsOf(headroomCsv(compared({ ...design, actions: [] }, { ledger })))
    const update = rows.filter((row) => row['component'] === 'Total' && row['kind'] === 'update')
    expect(update.map((row) => [row['against'], row['claim']])).toEqual([
      ['floor', 'lower bound'],
      ['bitFlip', 'lower bound'],
      ['limRecovered', 'cost of a machine'],
      ['limDissipated', 'cost of a machine'],
      ['cim', 'cost of a machine']
    ])
    expect(update.map((row) => row['energy_J'])).toEqual(Array(5).fill('1'))
  })
})
