/** What is exported for a tool imports to the same values. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy } from '../../../src/ledger/energy-table'
import { ertYaml } from '../../../src/format/accelergy/write-ert'
import { energiesJson } from '../../../src/format/energies/write'
import { pluginCsv } from '../../../src/format/accelergy/write-plug-in-csv'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { joules } from '../../../src/units/si'
import { right } from '../../ledger/reference'
import { entriesOf, exampleOf, joulesIn } from '../energies/reading'
import { ertTable } from '../energies/tables'

const parsed = (entries: readonly string[]): readonly unknown[] =>
  entries.map((entry): unknown => JSON.parse(entry))

test('an ERT that is written is read as the same entries, to the last digit', () => {
  fc.assert(
    fc.property(ertTable, (table) => {
      const read = right(decodeEnergyFile(right(ertYaml(table))))
      expect(parsed(entriesOf(read))).toEqual(parsed(entriesOf(table)))
    })
  )
})

test('a file of every tool, written as JSON, is read as the same entries', () => {
  for (const file of [
    'ert.yaml',
    'adc.csv',
    'timeloop.stats.txt',
    'rram.cell',
    'nvsim-result.txt',
    'NeuroSim_Breakdown_Epoch_1.csv',
    'NeuroSim_Output.csv',
    'emissions.csv',
    'energies.json'
  ]) {
    const table = right(decodeEnergyFile(exampleOf(file), file))
    const read = right(decodeEnergyFile(energiesJson(table)))
    expect(parsed(entriesOf(read))).toEqual(parsed(entriesOf(table)))
    expect(read.notes).toEqual(table.notes)
  }
})

/** An energy of more digits than any that is made: it marks what is written where a table is silent. */
const told = joules('1.23456789012345678901234567890123456789')

test('tables for a plug-in are read as the same actions and energies, to the last digit', () => {
  let written = 0
  fc.assert(
    fc.property(ertTable, (table) => {
      const files = pluginCsv(table, { missing: told })
      if (E.isLeft(files)) return // what the plug-in could not tell apart
      written++
      const read = files.right.flatMap(({ name, text }) => right(decodeEnergyFile(text, name)).actions)
      const textOf = (entry: ActionEnergy): string => `${entry.action} ${entry.kind} ${joulesIn(entry)}`
      const own = read.filter(({ energy }) => !energy.exact.eq(told.exact))
      expect(own.map(textOf).sort()).toEqual(table.actions.map(textOf).sort())
    })
  )
  expect(written).toBeGreaterThan(0)
})
