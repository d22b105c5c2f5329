/** Designs in a file: parts with figures or formulas, and what is wrong with them. */
import { certifiedEstimateFile, estimateFile } from '../../../src/estimate/workload-file'
import { decodeErt } from '../../../src/format/accelergy/ert'
import { decodeEnergies } from '../../../src/format/energies/own'
import { decodeNeuroSimBreakdown } from '../../../src/format/neurosim/neurosim'
import { decodeDesigns, energyFilesIn } from '../../../src/format/workload/designs'
import { scenario } from '../../../src/format/workload/scenario'
import { landauer } from '../../../src/physics/thermodynamics'
import { joules } from '../../../src/units/si'
import { exampleFiles } from '../../estimate/files'
import { left, right } from '../../ledger/reference'

const workload = JSON.stringify({
  name: 'LeNet on my chip',
  workload: {
    parameters: '6e4 parameter',
    precision: '8 bit',
    convergence: 'exponential',
    duration: '1 h',
    operations: '1e13 flop',
    updates: '6e9 update'
  }
})

const read = (...designs: readonly unknown[]) => decodeDesigns(JSON.stringify(designs, null, 1))

const told = (...parts: readonly unknown[]): readonly string[] =>
  left(read({ name: 'x', parts })).problems.map(({ pointer, message }) => `${pointer}: ${message}`)

const chip = {
  name: 'my chip',
  description: '28 nm test chip',
  parts: [
    { name: 'array', place: 'memory', figure: '50 fJ/mac', evidence: 'measured', source: 'lab book 12' },
    { name: 'ADC', place: 'memory', model: 'analogMac', inputs: { outputBits: '6 bit', rows: 128 } },
    { name: 'write', place: 'update', figure: '12 pJ/update' },
    {
      name: 'leakage',
      place: 'beside',
      figure: '20 µW',
      source: { citation: 'data sheet', url: 'https://example.org' }
    }
  ]
} as const

test('a design is a row: 50 fJ for 5e12 macs, 12 pJ for 6e9 updates, 20 µW for an hour', () => {
  const [row] = right(estimateFile(workload, {}, { designs: right(read(chip)) })).ledger.designs
  const values = Object.fromEntries(row!.parts!.map(({ name, energy }) => [name, energy.value]))
  expect(values).toMatchObject({ array: 0.25, write: 0.072, leakage: 0.072 })
  // Six bits by converters that thermal noise limits: some 24 kT 2^12, for each 128 macs.
  expect(values['ADC']).toBeGreaterThan(0)
  expect(values['ADC']).toBeLessThan(1e-4)
  expect(row!.description).toBe('28 nm test chip')
  expect(row!.total.sources).toEqual(
    expect.arrayContaining([
      { citation: 'lab book 12' },
      { citation: 'data sheet', url: 'https://example.org' }
    ])
  )
})

describe('beside a workload, in its file', () => {
  const beside = (...designs: readonly unknown[]): string =>
    JSON.stringify({ ...(JSON.parse(workload) as object), designs }, null, 1)

  test('a design is the row that it is in a file of its own, digit by digit', () => {
    const own = right(estimateFile(workload, {}, { designs: right(read(chip)) })).ledger.designs
    const inside = right(estimateFile(beside(chip))).ledger.designs
    expect(inside.map(({ total }) => total.energy.exact.toString())).toEqual(
      own.map(({ total }) => total.energy.exact.toString())
    )
    expect(inside.map(({ total }) => total.sources)).toEqual(own.map(({ total }) => total.sources))
  })

  test('stands before those that are given beside the file; of one name there is one', () => {
    const more = right(read({ ...chip, name: 'another' }))
    const { designs } = right(estimateFile(beside(chip), {}, { designs: more })).ledger
    expect(designs.map(({ name }) => name)).toEqual(['my chip', 'another'])
    expect(
      left(estimateFile(beside(chip), {}, { designs: right(read(chip)) })).problems.map(
        ({ pointer }) => pointer
      )
    ).toEqual(['/designs/1/name'])
  })

  test('what is wrong has its place and its line, beside what else is wrong', () => {
    const wrong = beside({ name: 'x', parts: [{ name: 'a', place: 'memory', figure: '12 pJ/update' }] })
    expect(left(estimateFile(wrong)).message).toMatch(
      /^\/designs\/0\/parts\/0\/figure \(line 18\): expected what a part takes at the memory-wall/
    )
    const both = beside({ name: 'x', parts: [{ name: 'a', place: 'update', figure: 12 }] })
    expect(left(estimateFile(both, { duration: '1 m' })).problems.map(({ pointer }) => pointer)).toEqual([
      '/workload/duration',
      '/designs/0/parts/0/figure'
    ])
  })

  test("the scenario is written as it is read, a model of one's own by its name", () => {
    const { ledger } = right(estimateFile(beside(chip)))
    const encoded = scenario.encode(ledger.scenario) as { designs: readonly { parts: readonly unknown[] }[] }
    expect(encoded.designs[0]!.parts[1]).toEqual({
      ...chip.parts[1],
      inputs: { outputBits: '6 bit', rows: '128 mac/conversion' }
    })
    const again = right(estimateFile(JSON.stringify(encoded)))
    expect(again.ledger.designs[0]!.total.energy.exact).toEqual(ledger.designs[0]!.total.energy.exact)
    const parts = [{ name: 'own', place: 'update', model: { ...landauer, name: 'mine' } as never }] as const
    expect(
      scenario.encode({ ...ledger.scenario, designs: [{ name: 'x', parts }] }) as { designs: unknown }
    ).toMatchObject({ designs: [{ name: 'x', parts: [{ name: 'own', place: 'update', model: 'mine' }] }] })
  })
})

test('a part says what it takes in one way', () => {
  expect(
    told(
      { name: 'a', place: 'update' },
      { name: 'b', place: 'update', figure: '1 pJ/update', model: 'landauer' }
    )
  ).toEqual([
    '/0/parts/0: expected one of figure, model, cited, from, got none',
    '/0/parts/1: expected one of figure, model, cited, from, got figure and model'
  ])
})

test('a part that does not say what it takes is told all else that is wrong with it, too', () => {
  const chip = { name: 'x', parts: [{ name: 'write', energy: '2 pJ/update', action: 'write' }] }
  expect(left(read(chip)).problems.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/0/parts/0', 'expected one of figure, model, cited, from, got none'],
    [
      '/0/parts/0/energy',
      'unknown field; known are name, place, figure, reuse, rows, evidence, source, note'
    ],
    [
      '/0/parts/0/place',
      'missing: expected the wall at which it spends, "memory", "update" or "consolidation", or "beside" them, as leakage and idle power'
    ]
  ])
})

test('a source and a note go with a part into every output', () => {
  const source = { citation: 'thesis', url: 'https://example.org' }
  const design = {
    name: 'x',
    parts: [
      { name: 'erase', place: 'update', model: 'landauer', source },
      { name: 'leakage', place: 'beside', figure: '20 µW', evidence: 'measured', note: 'at 0.6 V' }
    ]
  }
  const { total } = right(estimateFile(workload, {}, { designs: right(read(design)) })).ledger.designs[0]!
  expect(total.sources).toContainEqual(source)
  expect(total.constraint).toMatch('(measured: at 0.6 V)')
})

test('an uncertain figure is certified; without that it is told', () => {
  const uncertain = { name: 'x', parts: [{ name: 'write', place: 'update', figure: '[10, 14] pJ/update' }] }
  const designs = right(read(uncertain))
  const [row] = right(certifiedEstimateFile(workload, {}, { designs })).ledger.designs
  expect(String(row!.total.energy)).toBe('[60.00, 84.00] mJ')
  expect(left(estimateFile(workload, {}, { designs })).problems.map(({ pointer }) => pointer)).toEqual([
    '/designs/0/parts/0/figure'
  ])
})

test('one design is read as a list of one, and its problems have no number', () => {
  const one = decodeDesigns(JSON.stringify(chip))
  expect(right(one).map(({ name }) => name)).toEqual(['my chip'])
  expect(left(decodeDesigns('{ "name": "x", "parts": [] }')).message).toBe(
    '/parts (line 1): expected a part at least, got none'
  )
  expect(left(decodeDesigns('5')).message).toMatch(
    /expected an object with a name and parts, or a list of such, got 5$/
  )
})

test('the same design twice is told, as a file of each may have it', () => {
  const designs = [...right(read(chip)), ...right(read(chip))]
  expect(left(estimateFile(workload, {}, { designs })).problems.map(({ pointer }) => pointer)).toEqual([
    '/designs/1/name'
  ])
})

test('what is wrong is told at its place, all at once', () => {
  expect(
    told(
      { name: 'a', place: 'roof', figure: '1 J' },
      { name: 'b', place: 'update', figure: 12 },
      { name: 'c', place: 'update', figure: '12 furlong' },
      { name: 'd', place: 'update', figure: '-1 J' },
      { name: 'e', place: 'update', model: 'staticWrit' },
      { name: 'f', place: 'memory', model: 'analogMac', inputs: { rows: '300 K' } }
    )
  ).toEqual([
    expect.stringMatching(
      /^\/0\/parts\/0\/place: expected one of "memory", "update", "consolidation", "beside"/
    ),
    expect.stringMatching(/^\/0\/parts\/1\/figure: expected an energy of each update.+, got 12$/),
    expect.stringMatching(/^\/0\/parts\/2\/figure: expected an energy of each update.+, got "12 furlong"$/),
    expect.stringMatching(
      /^\/0\/parts\/3\/figure: expected what the part takes for the whole run in \[0, ∞\) J, got "-1 J"$/
    ),
    expect.stringMatching(/^\/0\/parts\/4\/model: .+did you mean "staticWrite"\?$/),
    expect.stringMatching(/^\/0\/parts\/5\/inputs\/rows: /)
  ])
})

test('what only the whole shows is told at its place, too', () => {
  expect(told({ name: 'a', place: 'memory', figure: '12 pJ/update' })).toEqual([
    '/0/parts/0/figure: expected what a part takes at the memory-wall, in one of J/mac, J/flop, J/conversion, J/bit, J, W, got 12 pJ/update'
  ])
  expect(told({ name: 'a', place: 'update', figure: '1 pJ/update', rows: 64 })).toEqual([
    '/0/parts/0/rows: expected no rows: only conversions, with a figure in J/conversion, are of rows'
  ])
  expect(left(read({ name: 'cim', parts: chip.parts })).problems.map(({ pointer }) => pointer)).toEqual([
    '/0/name'
  ])
})

describe('cited hardware', () => {
  test('stands as a part with its figure, evidence and source; and alone by its name', () => {
    const cited = { name: 'write', place: 'update', cited: 'fn-dam' }
    const [own, alone] = right(read({ name: 'x', parts: [cited] }, 'h100 pcie'))
    const [part] = own!.parts
    expect(part).toMatchObject({ name: 'write', place: 'update', evidence: 'specified' })
    expect('figure' in part! && String(part.figure)).toBe('5.000 fJ/update')
    expect(part!.source!.citation).toMatch('Mehta')
    expect(alone!.name).toBe('NVIDIA H100 PCIe')
  })

  test('of which a range is cited is certified, and else told where it is named', () => {
    const part = { name: 'write', place: 'update', cited: 'write: PCM' }
    const file = JSON.stringify(
      { ...(JSON.parse(workload) as object), designs: ['write: PCM', { name: 'x', parts: [part] }] },
      null,
      1
    )
    expect(
      left(estimateFile(file)).problems.map(({ pointer, position }) => [pointer, position?.line])
    ).toEqual([
      ['/designs/0', 12],
      ['/designs/1/parts/0', 16]
    ])
    // 6e9 updates of 8 bits at 2 to 25 pJ.
    const [row] = right(certifiedEstimateFile(file)).ledger.designs
    expect(String(row!.total.energy)).toBe('[0.09600, 1.200] J')
  })

  test('of which there is none, or that is of what its wall does not do, is told where it is named', () => {
    expect(
      left(
        read(
          {
            name: 'x',
            parts: [
              { name: 'a', place: 'update', cited: 'fn-damn' },
              { name: 'b', place: 'memory', cited: 'fn-dam' },
              { name: 'b', place: 'update', figure: '1 pJ/update' }
            ]
          },
          'h100'
        )
      ).problems.map(({ pointer, position, message }) => [pointer, position?.line, message.slice(0, 60)])
    ).toEqual([
      ['/0/parts/0/cited', 8, 'there is no cited hardware "fn-damn" among the 224 that are '],
      ['/1', 22, 'the cited hardware "h100" may be any of "NVIDIA H100 PCIe", '],
      ['/0/parts/2/name', 16, 'expected each part to have a name of its own, got "b" twice'],
      ['/0/parts/1/cited', 13, 'expected what a part takes at the memory-wall, in one of J/m']
    ])
  })
})

describe("energies of another tool's file", () => {
  const energies = {
    'ert.yaml': right(decodeErt(exampleFiles['examples/other-tools/ert.yaml']!)),
    'epoch.csv': right(
      decodeNeuroSimBreakdown(exampleFiles['examples/other-tools/NeuroSim_Breakdown_Epoch_1.csv']!)
    ),
    'own.json': right(decodeEnergies(exampleFiles['examples/other-tools/energies.json']!))
  }
  const from = (...parts: readonly object[]) =>
    decodeDesigns(
      JSON.stringify({
        name: 'x',
        parts: parts.map((part, at) => ({ name: `part ${at}`, place: 'memory', ...part }))
      }),
      energies
    )

  test('are paid as often as each says: 6e9 updates, 5e12 macs, 8 bits a mac, 256 rows', () => {
    const designs = right(
      from(
        { place: 'update', from: 'ert.yaml', action: 'weight_reg.write', each: 'update' },
        { from: 'ert.yaml', action: 'mac', each: 'mac' },
        { from: 'ert.yaml', action: 'DRAM.read', each: 'bit', bits: 64, reuse: 128 },
        { from: 'ert.yaml', action: 'adc[resolution=4].convert', each: 'conversion' },
        { from: 'own.json', action: 'adc.convert', each: 'run' }
      )
    )
    const [row] = right(estimateFile(workload, {}, { designs })).ledger.designs
    const joules = row!.parts!.map(({ energy }) => energy.value)
    const expected = [
      0.151e-12 * 6e9,
      0.20769e-12 * 5e12,
      ((512e-12 / 64) * 5e12 * 8) / 128,
      (0.416667e-12 * 5e12) / 256,
      1.666666667e-12 * 4096
    ]
    joules.forEach((each, at) => {
      expect(each / expected[at]!).toBeCloseTo(1, 12)
    })
  })

  test('say where they are from: the file, its kind, the action', () => {
    const [design] = right(from({ from: 'ert.yaml', action: 'mac', each: 'mac', note: 'at 1 GHz' }))
    const [part] = design!.parts
    expect(part!.source!.citation).toMatch(/^ert\.yaml, Accelergy ERT; energies are read as pJ/)
    expect('note' in part! && part.note).toBe(
      'system_top_level.PE_column[1..14].PE[1..12].mac.compute takes 207.7 fJ; at 1 GHz'
    )
  })

  test('a total is of the run that it was of, whatever this workload is', () => {
    const designs = right(
      from({ place: 'update', from: 'epoch.csv', action: 'Total.energy_WU', each: 'run', source: 'a thesis' })
    )
    const [row] = right(estimateFile(workload, {}, { designs })).ledger.designs
    const { energy } = energies['epoch.csv'].totals.find(
      ({ component, part }) => component === 'Total' && part === 'energy_WU'
    )!
    expect(row!.total.energy.exact.toString()).toBe(energy.exact.toString())
    expect(row!.total.constraint).toMatch('as often as in the run of its file, whatever this workload is')
    expect(row!.total.sources).toEqual([{ citation: 'a thesis' }])
  })

  test('one that is printed as 0 lies between that and its last digit', () => {
    const zero = {
      format: 'x',
      name: 'x',
      actions: [],
      totals: [{ component: 'a', part: 'b', energy: joules(0), resolution: joules('5e-9') }],
      notes: []
    }
    const part = { name: 'a', place: 'update', from: 'z', action: 'a.b', each: 'run' }
    const designs = right(decodeDesigns(JSON.stringify({ name: 'x', parts: [part] }), { z: zero }))
    expect(
      String(right(certifiedEstimateFile(workload, {}, { designs })).ledger.designs[0]!.total.energy)
    ).toBe('[0, 5.000] nJ')
  })

  test('what does not fit is told, each at its word', () => {
    const wrong = left(
      from(
        { from: 'nowhere.yaml', action: 'mac', each: 'mac' },
        { from: 'ert.yaml', action: 'weight_reg.set', each: 'mac' },
        { from: 'ert.yaml', action: 'adc.convert', each: 'conversion' },
        { from: 'ert.yaml', action: 'DRAM.read', each: 'bit' },
        { from: 'ert.yaml', action: 'DRAM.read', each: 'run' },
        { from: 'ert.yaml', action: 'weight_reg.leak', each: 'mac' },
        { from: 'epoch.csv', action: 'Total.energy_WU', each: 'update' },
        { from: 'own.json', action: 'adc.convert', each: 'bit', bits: 6 },
        { from: 'ert.yaml', action: 'mac', each: 'mac', bits: 8 },
        { from: 'ert.yaml', action: 'mac', each: 'update' }
      )
    ).problems.map(({ pointer, message }) => `${pointer.replace('/parts/', '')}: ${message}`)
    expect(wrong).toEqual([
      expect.stringMatching(
        /^0\/from: expected the energies of "nowhere\.yaml" beside it, which are not given: /
      ),
      '1/action: expected an action of ert.yaml, such as "DRAM.read", "DRAM.write", "DRAM.update", "DRAM.leak", "weight_reg.read", "weight_reg.write", "weight_reg.update", "weight_reg.leak", "mac.compute", "adc.convert", "adc.leak", got "weight_reg.set"',
      '2/action: "adc.convert" may be any of "system_top_level.adc[1..32][resolution=8].convert", "system_top_level.adc[1..32][resolution=4].convert" of ert.yaml',
      expect.stringMatching(/^3\/each: expected bits beside it: its file does not say how many .+ handles$/),
      expect.stringMatching(
        /^4\/each: expected what .+ is for each of: its file counts none of it in a run$/
      ),
      expect.stringMatching(/^5\/each: expected "run", as .+ is the leakage of a cycle, got "mac"$/),
      '6/each: expected "run", as Total.energy_WU is what a whole run took, got "update"',
      expect.stringMatching(/^7\/bits: expected the 8 bits that its file gives .+, got 6$/),
      '8/bits: expected no bits: they are for "each": "bit", got "each": "mac"',
      expect.stringMatching(/^9\/each: expected what a part takes at the memory-wall, in one of /)
    ])
  })

  test('beside a workload in its file they are read, too', () => {
    const part = { name: 'a', place: 'memory', from: 'ert.yaml', action: 'mac', each: 'mac' }
    const file = JSON.stringify({
      ...(JSON.parse(workload) as object),
      designs: [{ name: 'x', parts: [part] }]
    })
    const [row] = right(estimateFile(file, {}, { energies })).ledger.designs
    expect(row!.total.energy.value / (0.20769e-12 * 5e12)).toBeCloseTo(1, 12)
    expect(left(estimateFile(file)).message).toMatch(/^\/designs\/0\/parts\/0\/from \(line 1\): expected the/)
    expect(energyFilesIn(file).map((each) => each.file)).toEqual(['ert.yaml'])
    expect(energyFilesIn(JSON.stringify({ name: 'x', parts: [part, part] }))).toEqual([
      { file: 'ert.yaml', place: { pointer: '/parts/0/from', position: expect.anything() as unknown } }
    ])
    expect(['[5]', '5', '{', '{"workload": 1}'].flatMap(energyFilesIn)).toEqual([])
  })
})
