/** A file of another tool is known by its text; cut off or damaged it is an error with a line, never a guess. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable } from '../../../src/ledger/energy-table'
import { decodeActionCounts } from '../../../src/format/accelergy/action-counts'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { decodeCodeCarbon } from '../../../src/format/codecarbon/codecarbon'
import { decodeEnergyEstimation } from '../../../src/format/accelergy/energy-estimation'
import { decodeErt } from '../../../src/format/accelergy/ert'
import { decodeNeuroSimBreakdown } from '../../../src/format/neurosim/neurosim'
import { decodeNeuroSimOutput } from '../../../src/format/neurosim/output'
import { decodeNvsimCell } from '../../../src/format/nvsim/nvsim'
import { decodeNvsimResult } from '../../../src/format/nvsim/result'
import { decodeEnergies } from '../../../src/format/energies/own'
import { decodePlugInCsv } from '../../../src/format/accelergy/plug-in-csv'
import { decodeTimeloopStats } from '../../../src/format/timeloop/timeloop'
import type { SchemaError } from '../../../src/shape/problem'
import { left, right } from '../../ledger/reference'
import { entriesOf, exampleOf, messageOf } from './reading'

type Decode = (source: string, name?: string) => E.Either<SchemaError, EnergyTable>

const files: readonly (readonly [file: string, format: string, decode: Decode])[] = [
  ['ert.yaml', 'Accelergy ERT', decodeErt],
  ['energy-estimation.yaml', 'Accelergy energy estimation', decodeEnergyEstimation],
  ['adc.csv', 'Accelergy plug-in table', decodePlugInCsv],
  ['timeloop.stats.txt', 'Timeloop statistics', decodeTimeloopStats],
  ['rram.cell', 'NVSim cell', decodeNvsimCell],
  ['nvsim-result.txt', 'NVSim result', decodeNvsimResult],
  ['NeuroSim_Breakdown_Epoch_1.csv', 'NeuroSim breakdown', decodeNeuroSimBreakdown],
  ['NeuroSim_Output.csv', 'NeuroSim output', decodeNeuroSimOutput],
  ['emissions.csv', 'CodeCarbon emissions', decodeCodeCarbon],
  ['energies.json', 'limen.energies/1', decodeEnergies]
]

/** Counts too: they have entries like energies. */
const counted: Decode = (source) =>
  E.map(({ name, counts }: { name: string; counts: readonly object[] }): EnergyTable => ({
    format: 'counts',
    name,
    notes: [],
    totals: [],
    actions: counts as EnergyTable['actions']
  }))(decodeActionCounts(source))

const all = [...files, ['action-counts.yaml', 'counts', counted] as const]

const lineEnds = (source: string): readonly number[] =>
  Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)

/** Whether all that a table says is a number that an energy can be. */
const isSound = ({ actions, totals }: EnergyTable): boolean =>
  [...actions, ...totals].every(
    ({ energy }) => (energy as unknown) === undefined || (energy.exact.isFinite() && energy.exact.gte(0))
  )

/** What is wrong has a line of the text. */
const expectPlaces = (error: SchemaError, source: string): void => {
  expect(error.problems.length).toBeGreaterThan(0)
  const last = source.split(/\r\n|\n|\r/).length
  for (const { position } of error.problems) {
    expect(position?.line).toBeGreaterThanOrEqual(1)
    expect(position?.line).toBeLessThanOrEqual(last)
  }
}

test.each(files)('%s is known as %s, whatever its lines end with', (file, format, decode) => {
  const source = exampleOf(file)
  for (const text of [source, source.replaceAll('\n', '\r\n'), `\uFEFF${source}`]) {
    const read = right(decodeEnergyFile(text, file))
    expect(read.format).toBe(format)
    expect(entriesOf(read)).toEqual(entriesOf(right(decode(source, file))))
  }
})

test.each(files)('%s says what the unit of its energies is, or where it is from', (file, _, decode) => {
  const { notes, actions, totals } = right(decode(exampleOf(file), file))
  expect(notes.length).toBeGreaterThan(0)
  expect(actions.length + totals.length).toBeGreaterThan(0)
})

test('JSON of an ERT is YAML, and known as one', () => {
  const json = JSON.stringify({
    ERT: { version: 0.4, tables: [{ name: 'a', actions: [{ name: 'read', energy: 1 }] }] }
  })
  expect(right(decodeEnergyFile(json)).format).toBe('Accelergy ERT')
})

test('the areas beside an ERT are passed over', () => {
  expect(right(decodeEnergyFile(`${exampleOf('ert.yaml')}${exampleOf('art.yaml')}`)).format).toBe(
    'Accelergy ERT'
  )
})

describe('what holds no energies is named', () => {
  test.each([
    [
      'areas',
      exampleOf('art.yaml'),
      /^this is an Accelergy ART \(area reference table\), which holds areas and no energy/
    ],
    [
      'counts',
      exampleOf('action-counts.yaml'),
      /^this is an Accelergy file of action counts, which holds no energy/
    ],
    ['a summary', 'ERT_summary:\n  version: 0.4\n', /^this is the summary of an Accelergy ERT/],
    ['a summary of areas', 'ART_summary:\n  version: 0.4\n', /^this is the summary of an Accelergy ART/]
  ])('%s', (_, source, message) => {
    expect(messageOf(decodeEnergyFile(source))).toMatch(message)
  })
})

test.each([
  ['{"workload": {}, "designs": [{"parts": [{"place": "update"}]}]}', /^this is a workload file: /],
  ['[{"parts": []}]', /^this is a design of one's own: /]
])('%s is told as what it is', (source, expected) => {
  expect(messageOf(decodeEnergyFile(source))).toMatch(expected)
})

test('a text without a sign is an error that lists every kind and its sign', () => {
  for (const source of [
    '',
    'hello',
    '{"work": {}}',
    'a,b\n1,2\n',
    'tables:\n  - ERT: 1\n',
    '# ERT: none\n',
    exampleOf('ert.yaml').replace('ERT', 'ERTS')
  ]) {
    const message = messageOf(decodeEnergyFile(source))
    expect(message).toMatch(/^expected a file of energies, found the sign of none/)
    for (const sign of [
      '"ERT"',
      '"energy_estimation"',
      'fJ/Compute',
      'pJ/MACC',
      '- Read Dynamic Energy',
      'E_weight update',
      '-MemCellType:',
      'layer_number',
      'run_id',
      '"energy" and "action"',
      'limen.energies/1'
    ])
      expect(message).toContain(sign)
  }
})

test('a text with the signs of several kinds is not guessed at', () => {
  const both = `${exampleOf('ert.yaml')}${exampleOf('energy-estimation.yaml')}`
  expect(messageOf(decodeEnergyFile(both))).toMatch(
    /found the signs of several: Accelergy ERT .*; Accelergy energy estimation/
  )
})

/** A cell that is cut before a stated energy derives it; a run that is cut is told as far as it went. */
const isPrefixed = (file: string): boolean =>
  !['rram.cell', 'emissions.csv', 'NeuroSim_Output.csv'].includes(file)

describe('a file that is cut off', () => {
  test.each(all)(
    '%s, after any line, is an error with a line or begins as the whole does',
    (file, _, decode) => {
      const source = exampleOf(file)
      const whole = entriesOf(right(decode(source, file)))
      for (const end of [0, ...lineEnds(source)]) {
        const cut = source.slice(0, end)
        const read = decode(cut, file)
        if (E.isLeft(read)) expectPlaces(read.left, cut)
        else {
          expect(isSound(read.right)).toBe(true)
          if (isPrefixed(file))
            expect(entriesOf(read.right)).toEqual(whole.slice(0, entriesOf(read.right).length))
        }
      }
    }
  )

  test.each(all)('%s, anywhere, differs at most in the entries of the row that is cut', (file, _, decode) => {
    const source = exampleOf(file)
    const whole = entriesOf(right(decode(source, file)))
    fc.assert(
      fc.property(fc.nat(source.length), (end) => {
        const cut = source.slice(0, end)
        const read = decode(cut, file)
        if (E.isLeft(read)) {
          expectPlaces(read.left, cut)
          return
        }
        expect(isSound(read.right)).toBe(true)
        if (!isPrefixed(file)) return
        // The computation of a Timeloop summary is of its last row.
        const isOfLast = (entry: string): boolean => entry.includes('"action":"computation"')
        const entries = entriesOf(read.right).filter((entry) => !isOfLast(entry))
        const before = whole.filter((entry) => !isOfLast(entry))
        // A row of the plug-in's table has up to three entries.
        const kept = entries.slice(0, file === 'adc.csv' ? -3 : -1)
        expect(kept).toEqual(before.slice(0, kept.length))
      })
    )
  })

  test('a cell states what it did, or derives it and says so', () => {
    const source = exampleOf('rram.cell')
    const whole = right(decodeNvsimCell(source))
    for (const end of lineEnds(source)) {
      const read = decodeNvsimCell(source.slice(0, end))
      if (E.isRight(read))
        for (const { action, derivation, energy } of read.right.actions) {
          const stated = whole.actions.find((each) => each.action === action)!
          expect(derivation !== undefined || energy.exact.eq(stated.energy.exact)).toBe(true)
        }
    }
  })

  test('the runs of emissions that are whole are told as before', () => {
    const source = exampleOf('emissions.csv')
    const whole = entriesOf(right(decodeCodeCarbon(source)))
    const cut = right(decodeCodeCarbon(source.split('\n').slice(0, 3).join('\n')))
    expect(entriesOf(cut)).toEqual(whole.slice(0, 4))
  })

  test.each(['timeloop.stats.txt', 'NeuroSim_Breakdown_Epoch_1.csv'])(
    '%s without its total is an error',
    (file) => {
      const source = exampleOf(file)
      expect(messageOf(decodeEnergyFile(source.slice(0, source.lastIndexOf('Total')), file))).toMatch(/Total/)
    }
  )
})

const damage = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(
    'nan',
    '-1',
    '1e999',
    'Infinity',
    '"',
    ',',
    ':',
    '\n',
    '\t',
    '{',
    '[',
    '&a',
    '*a',
    '= ',
    '---\n',
    '__proto__',
    '1e-400'
  )
)

test.each(all)('%s damaged anywhere is an error with a line, or energies that can be', (file, _, decode) => {
  const source = exampleOf(file)
  fc.assert(
    fc.property(fc.nat(source.length), fc.nat(20), damage, (from, length, by) => {
      const damaged = source.slice(0, from) + by + source.slice(from + length)
      const read = decode(damaged, file)
      if (E.isLeft(read)) expectPlaces(read.left, damaged)
      else expect(isSound(read.right)).toBe(true)
      const told = decodeEnergyFile(damaged, file)
      if (E.isLeft(told)) expect(left(told).message).not.toBe('')
    })
  )
})
