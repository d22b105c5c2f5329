/** `limen compare`: how far a design of another tool is above the physics. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { energies } from './energies'
import { systemError, type Files } from './terminal'

const example = (name: string): string => readFileSync(join(__dirname, '../../examples', name), 'utf8')

const ert = `ERT:
  version: '0.4'
  tables:
    - name: system.weight_reg[1..256]
      actions:
        - { name: read, arguments: {}, energy: 0.144 }
        - { name: write, arguments: {}, energy: 0.2 }
        - { name: leak, arguments: {}, energy: 0.0 }
`
const counts = `action_counts:
  local:
    - name: system.weight_reg[1..256]
      action_counts: [{ name: read, counts: 1000 }, { name: fill, counts: 7 }]
`
const files: Files = {
  'ert.yaml': ert,
  'counts.yaml': counts,
  'my.json': example('lenet-5.json'),
  'breakdown.csv': example('other-tools/NeuroSim_Breakdown_Epoch_1.csv'),
  'emissions.csv': example('other-tools/emissions.csv'),
  'converter.csv': 'resolution,energy,action\n8,2,convert\n4,0.5,convert\n*,0,read|write|update|leak\n',
  'bad.yaml': ert.replace('0.144', 'much').replace('0.2', '-1'),
  'notes.txt': 'nothing of interest',
  'folder': systemError('EISDIR')
}

const compare = (...args: readonly string[]) => energies(files, ['compare', ...args])

/** What is said of an action, its floor below it. */
const row = (out: string, action: string): string => {
  const lines = out.split('\n')
  const at = lines.findIndex((line) => line.includes(` ${action} `))
  return lines.slice(at, at + 2).join('')
}

test('a read of 0.144 pJ is 7.7 decades above kT ln 2, and 6.8 above that of a byte', async () => {
  const { code, out, error } = await compare('ert.yaml')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(row(out, 'read')).toMatch(/1\* +144\.0 fJ +readInformation +2\.871 zJ +7\.7/)
  expect(row((await compare('ert.yaml', '--bits', '8')).out, 'read')).toMatch(/ 8 .*22\.97 zJ +6\.8/)
})

test.each([
  ['2 bits', ['--bits', '2']],
  ['a unit', ['--bits', '2 bit']],
  ['a component', ['--bits', 'weight_reg=2']],
  ['an action of it', ['--bits', 'weight_reg.read=2', '--bits', '64']]
])('bits may be told by %s', async (_, args) => {
  expect(row((await compare('ert.yaml', ...args)).out, 'read')).toMatch(/ 2 +144\.0 fJ .*5\.742 zJ/)
})

test('a converter is held against the bits of its resolution, and rows are named by their arguments', async () => {
  const { out } = await compare('converter.csv')
  // 12 kT 4^8 = 3.257 fJ, and 2 pJ is 2.8 decades above it
  expect(out).toMatch(/resolution=8 +convert +8 +2\.000 pJ[^]*?converterEnergy +3\.257 fJ +2\.8/)
  expect(out).toMatch(/resolution=4 +convert +4 +500\.0 fJ/)
  const told = (await compare('converter.csv', '--bits', 'converter[resolution=8]=6')).out
  expect(told).toMatch(/resolution=8 +convert +6 +2\.000 pJ/)
  expect(told).toMatch(/resolution=4 +convert +4 +500\.0 fJ/)
})

test('at a lower temperature the floor is lower, in proportion', async () => {
  expect(row((await compare('ert.yaml', '--temperature', '3 K')).out, 'read')).toContain('28.71 yJ')
})

test('a write that may go wrong has a lower floor', async () => {
  // kT (ln 2 − h(0.1))
  expect(row((await compare('ert.yaml', '--error-probability', '0.1')).out, 'write')).toContain('1.525 zJ')
})

test('what a static memory pays stands below the floor of a write, with the defaults of a workload file', async () => {
  const { out } = await compare('ert.yaml', '--static-memory', '--bits', '8')
  expect(row(out, 'write')).toMatch(/landauer +\S+ zJ .* lower bound/)
  expect(out).toMatch(/^ +staticWrite +\S+ aJ .* cost of a machine$/m)
  expect(out.replace(/\s+/g, ' ')).toContain(
    'retentionTime 10 yr (default: the customary specification of non-volatile memory)'
  )
})

test('a field of a static memory asks for one, and less retention for less', async () => {
  const costOf = async (time: string): Promise<number> => {
    const { out } = await compare('ert.yaml', '--retention-time', time, '--format', 'csv')
    const [, value = ''] = /staticWrite,([^,]+),false/.exec(out) ?? []
    return Number(value)
  }
  const [day, decade] = [await costOf('1 d'), await costOf('10 yr')]
  expect(day).toBeGreaterThan(0)
  expect(day).toBeLessThan(decade)
})

test('counts tell what a run takes, and those that match nothing are told', async () => {
  const { out } = await compare('ert.yaml', '--counts', 'counts.yaml')
  expect(out).toMatch(/weight_reg\[1\.\.256\]\.read +1000 +144\.0 pJ +100\.0 %/)
  expect(out.replace(/\s+/g, ' ')).toContain(
    'counts.yaml: 7 actions are not counted: no energy is given for "fill"'
  )
})

test('a breakdown of training is held against the walls of its workload', async () => {
  const { out } = await compare('breakdown.csv', '--workload', 'my.json')
  for (const paradigm of ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim'])
    expect(out).toMatch(new RegExp(`(update-wall|^) .* ${paradigm} +\\S+ [a-zµ]?J +\\d+\\.\\d`, 'm'))
  expect(out).toContain('workload LeNet-5')
})

test('a temperature that is told holds for the workload too', async () => {
  const [warm, cold] = await Promise.all(
    ['300 K', '3 K'].map((at) =>
      compare('emissions.csv', '--workload', 'my.json', '--temperature', at, '--format', 'json')
    )
  )
  interface Document {
    readonly totals: readonly {
      readonly against: readonly { readonly paradigm: string; readonly decades: number }[]
    }[]
  }
  const floors = [warm, cold].map(({ out } = { out: '' } as never) =>
    (JSON.parse(out) as Document).totals
      .flatMap(({ against }) => against)
      .find(({ paradigm }) => paradigm === 'floor')!
  )
  // The floor of a workload is proportional to the temperature.
  expect(floors[1]!.decades - floors[0]!.decades).toBeCloseTo(2, 6)
})

test.each([
  'ert.yaml',
  'energies.json',
  'adc.csv',
  'rram.cell',
  'nvsim-result.txt',
  'timeloop.stats.txt',
  'NeuroSim_Breakdown_Epoch_1.csv',
  'NeuroSim_Output.csv',
  'emissions.csv',
  'energy-estimation.yaml'
])('the example %s is compared in every format', async (name) => {
  for (const format of ['text', 'json', 'csv', 'markdown']) {
    const { code, out, error } = await energies({ [name]: example(`other-tools/${name}`) }, [
      'compare',
      name,
      '--format',
      format
    ])
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out.length).toBeGreaterThan(100)
  }
})

test('a file may come by standard input', async () => {
  const { code, out } = await energies({ '-': ert }, ['compare', '-'])
  expect(code).toBe(0)
  expect(out).toMatch(/^standard input\n/)
})

describe('what is wrong is said, and nothing else is printed', () => {
  test('in a file: all of it, with its lines', async () => {
    const { code, out, error } = await compare('bad.yaml')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(/^limen: bad\.yaml has 2 problems\n.*\(line 6\).*\n.*\(line 7\)/)
  })

  test.each([
    ['nothing.yaml', /^limen: nothing\.yaml: there is no such file\n$/],
    ['folder', /^limen: folder: it is a folder\n$/],
    ['notes.txt', /^limen: notes\.txt has a problem\n {2}expected a file of energies/],
    ['counts.yaml', /action counts, which holds no energy/]
  ])('%s', async (file, message) => {
    const { code, out, error } = await compare(file)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(message)
  })

  test('in options: all of it, each by its flag', async () => {
    const options = [
      '--temperature',
      '-1 K',
      '--error-probability',
      '0.7',
      '--retention-time',
      '4 weeks',
      '--bits',
      'x=y'
    ]
    const { code, out, error } = await compare('ert.yaml', ...options)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    for (const flag of ['temperature', 'error-probability', 'retention-time', 'bits'])
      expect(error).toMatch(new RegExp(`^ {2}--${flag}: expected `, 'm'))
  })

  test('in the file of counts, or the workload', async () => {
    for (const [flag, file] of [
      ['--counts', 'ert.yaml'],
      ['--workload', 'ert.yaml'],
      ['--workload', 'nothing.json']
    ] as const) {
      const { code, out, error } = await compare('ert.yaml', flag, file)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(error).toContain(file)
    }
  })

  test('bits of a component that is not there', async () => {
    const { code, error } = await compare('ert.yaml', '--bits', 'dram=8')
    expect(code).toBe(1)
    expect(error).toBe(
      'limen: ert.yaml has a problem\n  --bits: expected a component such as "system.weight_reg[1..256]", got dram\n'
    )
  })

  test.each([
    [[]],
    [['ert.yaml', '--format', 'xml']],
    [['ert.yaml', '--digits', '0']],
    [['ert.yaml', '--no-such']]
  ])('wrong usage: %j', async (args) => {
    expect(await compare(...args)).toMatchObject({ code: 2, out: '' })
  })
})

test('digits are printed as asked', async () => {
  expect((await compare('ert.yaml', '--digits', '8')).out).toContain('2.8709789 zJ')
})
