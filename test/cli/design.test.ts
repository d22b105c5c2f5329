/** Designs of one's own at the shell: rows in every output, from a file of their own. */
import { limen as command } from './terminal'

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

const chip = JSON.stringify(
  {
    name: 'my chip',
    description: '28 nm test chip',
    parts: [
      { name: 'array', place: 'memory', figure: '50 fJ/mac' },
      { name: 'write', place: 'update', figure: '12 pJ/update', evidence: 'measured' },
      { name: 'leakage', place: 'beside', figure: '20 µW' }
    ]
  },
  null,
  1
)

const files = { 'lenet.json': workload, 'chip.json': chip }

const limen = (...args: readonly string[]) => command(files, ...args)

test('it is a row of the ledger: 250 mJ of macs, 72 mJ of updates, 72 mJ of an hour', async () => {
  const { code, out } = await limen('estimate', 'lenet.json', '--design', 'chip.json')
  expect(code).toBe(0)
  expect(out).toMatch(
    /^estimate\n(?: {2}.*\n)* {2}my chip +394\.0 mJ +14\.5 +250\.0 mJ +72\.00 mJ +— +72\.00 mJ$/m
  )
  const words = out.replace(/\s+/g, ' ')
  expect(words).toMatch(
    'my chip is 14.5 decades above the floor, 63.5 % of what is known of it at the memory-wall.'
  )
  expect(words).toMatch('Halved, array saves 31.7 %, write saves 9.1 %, leakage saves 9.1 % of the total.')
  expect(words).toMatch('Nothing is told of the consolidation-wall: unknown, and not counted.')
})

/** By hand: 5e12 macs at 50 fJ are 250 mJ, and limRecovered pays 448.6 pJ there: 8.7 decades. */
test('the least of the machines at a wall is one that pays there what every machine must', async () => {
  const { out } = await limen('estimate', 'lenet.json', '--design', 'chip.json')
  expect(out.replace(/\s+/g, ' ')).toMatch(
    'at the update-wall: 9.6 decades above limRecovered, the least of the machines here.'
  )
  const reads = JSON.stringify({
    name: 'reader',
    parts: [{ name: 'array', place: 'memory', figure: '50 fJ/mac' }]
  })
  const read = await command(
    { ...files, 'reads.json': reads },
    'estimate',
    'lenet.json',
    '--design',
    'reads.json'
  )
  expect(read.out.replace(/\s+/g, ' ')).toMatch(
    'at the memory-wall: 8.7 decades above a lower bound on what limRecovered takes there.'
  )
})

test('below the floor it is told so, and not what is above what', async () => {
  const tiny = JSON.stringify({
    name: 'tiny',
    parts: [{ name: 'w', place: 'update', figure: '1e-30 J/update' }]
  })
  const { out } = await command(
    { ...files, 'tiny.json': tiny },
    'estimate',
    'lenet.json',
    '--design',
    'tiny.json'
  )
  const words = out.replace(/\s+/g, ' ')
  // 6e9 updates of 1e-30 J are 6e-21 J, and the floor is 1.378 fJ.
  expect(words).toMatch(
    'tiny is 5.4 decades below the floor. The floor is of memories that held unknown bits and end with the solution, and none of those takes so little: a figure is wrong, something is not counted, or its memory starts blank.'
  )
  expect(words).not.toMatch(/headroom|-\d\.\d decades/)
})

test('its name, and those of its parts, never steer a terminal', async () => {
  const name = '\u001b[31mred\u202e'
  const design = JSON.stringify({
    name,
    parts: [
      { name: 'bell\u0007', place: 'memory', figure: '1 pJ/mac' },
      { name: 'w', place: 'update', figure: '1 pJ/update' }
    ]
  })
  const there = { ...files, 'red.json': design }
  for (const args of [
    ['estimate'],
    ['estimate', '--full'],
    ['estimate', '--certified'],
    ...['least', 'distance', 'input', 'time'].map((of) => ['ask', of]),
    ['explain']
  ]) {
    const { code, out } = await command(there, ...args, 'lenet.json', '--design', 'red.json')
    const raw = ['\u001b', '\u0007', '\u202e'].filter((sign) => out.includes(sign))
    expect([args, code, raw]).toEqual([args, 0, []])
    expect(out).toContain('\\u001b[31mred\\u202e')
  }
})

test('and in every other form', async () => {
  const asked = ['lenet.json', '--design', 'chip.json'] as const
  const json = await limen('estimate', ...asked, '--format', 'json')
  const [row] = (JSON.parse(json.out) as { designs: readonly { name: string; parts: readonly unknown[] }[] })
    .designs
  expect([row!.name, row!.parts.length]).toEqual(['my chip', 3])
  const csv = await limen('estimate', ...asked, '--format', 'csv')
  expect(csv.out.match(/^LeNet on my chip,my chip,\w+/gm)).toEqual(
    ['memory', 'update', 'beside', 'total'].map((place) => `LeNet on my chip,my chip,${place}`)
  )
  for (const args of [
    ['estimate', ...asked, '--format', 'markdown'],
    ['estimate', ...asked, '--certified'],
    ['report', ...asked],
    ['draw', 'ledger', ...asked],
    ['draw', 'sweep', ...asked, '--input', 'my chip: write', '--from', '1 fJ/update', '--to', '1 nJ/update'],
    ['explain', 'lenet.json', 'my chip', '--design', 'chip.json']
  ]) {
    const { code, out } = await limen(...args)
    expect([args, code]).toEqual([args, 0])
    expect(out).toMatch('my chip')
  }
})

test('what is wrong in its file is told there, with its line', async () => {
  const wrong = {
    ...files,
    'chip.json': chip.replace('12 pJ/update', '12 pJ').replace('"update"', '"updates"')
  }
  const { code, error } = await command(wrong, 'estimate', 'lenet.json', '--design', 'chip.json')
  expect(code).toBe(1)
  expect(error).toMatch(
    '/parts/1/place (line 12): expected one of "memory", "update", "consolidation", "beside"'
  )
})

test('a name that the workload has already is told', async () => {
  const { code, error } = await limen(
    'estimate',
    'lenet.json',
    '--design',
    'chip.json',
    '--design',
    'chip.json'
  )
  expect(code).toBe(1)
  expect(error).toMatch('expected each design to have a name of its own, got "my chip" twice')
})

describe('cited hardware by its name', () => {
  const named = (...names: readonly string[]) =>
    limen('estimate', 'lenet.json', ...names.flatMap((name) => ['--design', name]))

  test('is a row, beside others and a file: 1e13 flop of 350 W over 756 Tflop/s, 6e9 updates of 5 fJ', async () => {
    const { code, out } = await named('H100 PCIe', 'chip.json', 'fn-dam')
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}NVIDIA H100 PCIe\s+4\.630 J .* — +— +— +—$/m)
    expect(out).toMatch(/^ {2}Fowler-Nordheim dynamic analog memory\s+30\.00 µJ .* — +30\.00 µJ +— +—$/m)
    expect(out).toMatch(/^ {2}my chip\s/m)
    // Of one part, to halve it is to halve all: nothing to tell.
    expect(out.match(/Halved/g)).toHaveLength(1)
  })

  test('says in every output what is unknown of it', async () => {
    const unknown =
      'nothing is stated of the memory-wall and the consolidation-wall: unknown, and not counted'
    for (const form of [['--full'], ['--format', 'json'], ['--format', 'csv']])
      expect(
        (await limen('estimate', 'lenet.json', '--design', 'fn-dam', ...form)).out.replace(/\s+/g, ' ')
      ).toMatch(unknown)
    for (const args of [
      ['report', 'lenet.json'],
      ['estimate', 'lenet.json', '--format', 'markdown']
    ])
      expect((await limen(...args, '--design', 'fn-dam')).out).toMatch(
        'Nothing is told of the memory-wall and the consolidation-wall: unknown, and not counted.'
      )
  })

  test('that is none, or several, or a file that is not there, is told', async () => {
    expect([await named('Nvidia H101'), await named('h100'), await named('fn-dam.json')]).toMatchObject([
      {
        code: 1,
        error: expect.stringMatching(
          /^limen: Nvidia H101: there is no such file; there is no cited hardware "Nvidia H101": did you mean "NVIDIA H100/
        ) as unknown
      },
      {
        code: 1,
        error:
          'limen: h100: there is no such file; the cited hardware "h100" may be any of "NVIDIA H100 PCIe", "NVIDIA H100 SXM5 80GB": say more of its name\n'
      },
      { code: 1, error: 'limen: fn-dam.json: there is no such file\n' }
    ])
  })

  test('a range is certified, and else told without a line of the workload', async () => {
    const { error } = await named('write: PCM')
    expect(error).toMatch(
      'write: PCM has a problem\n  /parts/0/figure: expected one value, got "[2, 25] pJ/bit"'
    )
    const asked = ['estimate', 'lenet.json', '--design', 'write: PCM', '--certified'] as const
    expect((await limen(...asked)).out).toMatch(/write: PCM +≥ +96\.00 mJ .* — +96\.00 mJ +—$/m)
  })
})

test('rows beside designs are explained, too', async () => {
  const asked = ['--design', 'chip.json', '--design', 'fn-dam'] as const
  const { code, out } = await limen('explain', 'lenet.json', 'cim', 'my chip.array', ...asked)
  expect(code).toBe(0)
  expect(out).toMatch('cim: compute-in-memory with static memory')
  expect(out).toMatch('my chip.array')
})

describe("energies of another tool's file, by its path from the design", () => {
  const ert = 'ERT: {version: 0.4, tables: [{name: array, actions: [{name: write, energy: 12}]}]}'
  const design = {
    name: 'my chip',
    parts: [
      { name: 'write', place: 'update', from: '../tools/ert.yaml', action: 'array.write', each: 'update' }
    ]
  }
  const beside = JSON.stringify({ ...(JSON.parse(workload) as object), designs: [design] }, null, 1)
  const there = {
    'lenet.json': workload,
    'tools/ert.yaml': ert,
    'chips/mine.json': JSON.stringify(design, null, 1),
    'chips/lenet.json': beside
  }

  test.each([
    ['of a file of its own', ['lenet.json', '--design', 'chips/mine.json']],
    ['in the workload file', ['chips/lenet.json']]
  ])('%s: 72 mJ for 6e9 updates of 12 pJ', async (_, args) => {
    const { code, out } = await command(there, 'estimate', ...args, '--full')
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}my chip +72\.00 mJ .* — +72\.00 mJ +—$/m)
    expect(out).toMatch('../tools/ert.yaml, Accelergy ERT')
  })

  test('one that is not there, or is wrong, is told with its own name and place', async () => {
    const { 'tools/ert.yaml': _, ...without } = there
    expect((await command(without, 'estimate', 'chips/lenet.json')).error).toBe(
      'limen: chips/lenet.json has a problem\n  /designs/0/parts/0/from (line 18): expected a file of energies, got tools/ert.yaml: there is no such file\n'
    )
    const wrong = { ...there, 'tools/ert.yaml': ert.replace('12', 'much') }
    expect((await command(wrong, 'estimate', 'lenet.json', '--design', 'chips/mine.json')).error).toMatch(
      /^limen: chips\/mine\.json has a problem\n {2}\/parts\/0\/from \(line 7\): tools\/ert\.yaml: \/ERT\/tables\/0\/actions\/0\/energy \(line 1\)/
    )
  })

  test('such a file in the place of a design is told so, and a design in the place of such a file', async () => {
    expect((await command(there, 'estimate', 'lenet.json', '--design', 'tools/ert.yaml')).error).toBe(
      'limen: tools/ert.yaml: this is a file of energies (Accelergy ERT), of which a design takes parts: { "from": "tools/ert.yaml", "action": …, "each": "update" }\n'
    )
    expect((await command(there, 'compare', 'chips/mine.json')).error).toMatch(
      "this is a design of one's own: limen estimate FILE --design takes it"
    )
  })

  test('an action that it has not is told in the design, with its line', async () => {
    const wrong = {
      ...there,
      'chips/mine.json': there['chips/mine.json'].replace('array.write', 'array.read')
    }
    expect((await command(wrong, 'estimate', 'lenet.json', '--design', 'chips/mine.json')).error).toMatch(
      '/parts/0/action (line 8): expected an action of ../tools/ert.yaml, such as "array.write", got "array.read"'
    )
  })
})
