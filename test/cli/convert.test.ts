/** `limen convert`: energies of one tool in the form of another. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable } from '../../src/ledger/energy-table'
import { decodeEnergyFile } from '../../src/format/energies/energy-file'
import { energies } from './energies'
import { systemError, type Files } from './terminal'

const example = (name: string): string =>
  readFileSync(join(__dirname, '../../examples/other-tools', name), 'utf8')

const files: Files = { 'ert.yaml': example('ert.yaml'), 'totals.csv': example('emissions.csv') }

const convert = (...args: readonly string[]) => energies(files, ['convert', ...args])

const table = (text: string, name?: string): EnergyTable => {
  const of = decodeEnergyFile(text, name)
  if (E.isLeft(of)) throw new Error(of.left.message)
  return of.right
}

const essence = ({ actions }: EnergyTable): readonly unknown[] =>
  actions.map(({ component, action, kind, arguments: given, energy }) => [
    ...[component, action, kind, given, energy.exact.toString()]
  ])

test.each(['ert', 'json'])('an ERT that is written as %s is read as the same energies', async (form) => {
  const { code, out, error } = await convert('ert.yaml', '--to', form)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(essence(table(out))).toEqual(essence(table(example('ert.yaml'))))
})

test('JSON with units becomes an ERT with the same energies', async () => {
  const { out } = await energies({ 'own.json': example('energies.json') }, [
    'convert',
    'own.json',
    '--to',
    'ert'
  ])
  expect(table(out).actions.map(({ energy }) => energy.exact.toString())).toEqual(
    table(example('energies.json')).actions.map(({ energy }) => energy.exact.toString())
  )
})

test('a Python module is written', async () => {
  const { code, out } = await convert('ert.yaml', '--to', 'hwcomponents')
  expect(code).toBe(0)
  expect(out).toMatch(/^class \w+\(ComponentModel\):$/m)
})

test('an ideal design has each action at its floor', async () => {
  const { out } = await convert('ert.yaml', '--to', 'json', '--floor', '--bits', '8', '--temperature', '3 K')
  const { actions } = table(out)
  for (const { kind, energy, bits } of actions) {
    if (kind === 'leak' || kind === 'other' || kind === 'transfer') expect(energy.value).toBe(0)
    // kT ln 2 at 3 K for each bit
    else expect(energy.value / (bits! * 1.380649e-23 * 3 * Math.LN2)).toBeCloseTo(1, 9)
  }
  // As many as were told, but for a converter whose resolution the file says.
  expect(new Set(actions.map(({ bits }) => bits).filter((bits) => bits !== undefined))).toEqual(
    new Set([8, 4])
  )
  expect(actions.map(({ action }) => action)).toEqual(
    table(example('ert.yaml')).actions.map(({ action }) => action)
  )
})

test('-o - is standard output', async () => {
  const named = await convert('ert.yaml', '--to', 'ert', '-o', '-')
  expect(named).toEqual(await convert('ert.yaml', '--to', 'ert'))
})

test('-o writes a file, and prints nothing', async () => {
  const { code, out, written } = await convert('ert.yaml', '--to', 'ert', '-o', 'mine.yaml')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect([...written.keys()]).toEqual(['mine.yaml'])
  expect(essence(table(written.get('mine.yaml')!))).toEqual(essence(table(example('ert.yaml'))))
})

test('plug-in tables go into a folder, one a component', async () => {
  const { code, written } = await convert('ert.yaml', '--to', 'plugin', '--missing', '0 pJ', '-o', 'library/')
  expect(code).toBe(0)
  const components = new Set(table(example('ert.yaml')).actions.map(({ component }) => component))
  expect(written.size).toBe(components.size)
  for (const [name, text] of written) {
    expect(name).toMatch(/^library\/[\w-]+\.csv$/)
    expect(table(text, name).actions.length).toBeGreaterThan(0)
  }
})

test('one plug-in table is printed, or takes the name that is given', async () => {
  const own = { 'adc.csv': example('adc.csv').replaceAll('*', '8') }
  const printed = await energies(own, ['convert', 'adc.csv', '--to', 'plugin'])
  expect(printed.code).toBe(0)
  const { written } = await energies(own, ['convert', 'adc.csv', '--to', 'plugin', '-o', 'mine.csv'])
  expect([...written]).toEqual([['mine.csv', printed.out]])
  const into = await energies(own, ['convert', 'adc.csv', '--to', 'plugin', '-o', 'library'])
  expect([...into.written.keys()]).toEqual(['library/adc.csv'])
})

describe('what is wrong is said, and nothing is written', () => {
  const nothing = { out: '', written: new Map() }

  test.each([
    ['a file without actions', ['totals.csv', '--to', 'ert', '-o', 'x'], 1, /nothing to write/],
    ['a file that is not there', ['none.yaml', '--to', 'ert', '-o', 'x'], 1, /no such file/],
    ['actions that the plug-in wants', ['ert.yaml', '--to', 'plugin', '-o', 'x'], 1, /the plug-in wants/],
    [
      'a temperature that is none',
      ['ert.yaml', '--to', 'ert', '--floor', '--temperature', '3 J', '-o', 'x'],
      1,
      /--temperature/
    ],
    [
      'options of floors without --floor',
      ['ert.yaml', '--to', 'ert', '--bits', '8'],
      2,
      /--bits .* needs --floor/
    ],
    [
      'several files without a folder',
      ['ert.yaml', '--to', 'plugin', '--missing', '0 J'],
      2,
      /into which folder/
    ],
    [
      'several files to standard output',
      ['ert.yaml', '--to', 'plugin', '--missing', '0 J', '-o', '-'],
      2,
      /into which folder/
    ],
    ['no form', ['ert.yaml'], 2, /--to/],
    ['a form that is none', ['ert.yaml', '--to', 'xml'], 2, /ert/],
    [
      'an energy without a unit',
      ['ert.yaml', '--to', 'plugin', '--missing', '0'],
      2,
      /Expected an energy such as "0 pJ"/
    ]
  ])('%s', async (_, args, code, message) => {
    const found = await convert(...args)
    expect(found).toMatchObject({ code, ...nothing })
    expect(found.error).toMatch(message)
  })

  test('a folder that is not there', async () => {
    const { code, out, error } = await energies(
      files,
      ['convert', 'ert.yaml', '--to', 'ert', '-o', 'no/x.yaml'],
      {
        write: () => Promise.reject(systemError('ENOENT'))
      }
    )
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toBe('limen: no/x.yaml: there is no such folder\n')
  })
})
