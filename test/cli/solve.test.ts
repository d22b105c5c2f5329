/** `limen solve`: a solution, how good it is, and the ledger of the run that found it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../src/cli/run'
import { parseTrace } from '../../src/format/trace/file'
import { solutionForm } from '../../src/report/data/form/solution'
import { right } from '../ledger/reference'
import { limen, terminal, type Files } from './terminal'

const example = (name: string): string => readFileSync(join(__dirname, '../../examples', name), 'utf8')

/** The point nearest to (3, 2) of the square with corners 0 and 1: (1, 1), at ½(4 + 1). */
const corner = JSON.stringify({
  name: 'corner',
  P: [
    [1, 0],
    [0, 1]
  ],
  q: [-3, -2],
  r: 6.5,
  A: [
    [1, 0],
    [0, 1]
  ],
  l: [0, 0],
  u: [1, 1],
  f_opt: 2.5
})

/** The same corner from (1, 1) to (2, 2), where the method starts at its end. */
const still = corner.replace('"l":[0,0]', '"l":[1,1]').replace('"u":[1,1]', '"u":[1,1]')

/** Of a ring of five, four edges can be cut. */
const ring = '5 5\n1 2 1\n2 3 1\n3 4 1\n4 5 1\n1 5 1\n'

const files: Files = {
  corner,
  still,
  ring,
  'control.json': example('control-qp.json'),
  'blend.qps': example('blend.qps'),
  'glass.txt': example('spin-glass.txt'),
  'random.json': example('random-ising.json'),
  'workload.json': example('brain-scale.json')
}

interface Solution {
  readonly quality: {
    readonly found: number
    readonly known: number | null
    readonly relativeGap: number | null
  }
  readonly solution: Readonly<Record<string, unknown>>
  readonly trace: {
    readonly updates: number
    readonly macs: number
    readonly precision: number
    readonly meanStep: number
    readonly shape: number
    readonly parameters: number
  }
  readonly ledger: {
    readonly format: string
    readonly assumptions: readonly {
      readonly name: string
      readonly value: string
      readonly origin: string
    }[]
  }
}

const json = async (...args: readonly string[]): Promise<Solution> => {
  const { code, out, error } = await limen(files, 'solve', ...args, '--format', 'json')
  expect([code, error]).toEqual([0, ''])
  return JSON.parse(out) as Solution
}

const assumed = ({ ledger }: Solution, name: string) => {
  const { value, origin } = ledger.assumptions.find((each) => each.name === name)!
  return [value, origin]
}

describe('a quadratic program', () => {
  test('is solved, held against its known optimum, and has a ledger', async () => {
    const { code, out, error } = await limen(files, 'solve', 'corner')
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(/^Solution: corner$/m)
    expect(out).toMatch(/objective +2\.5$/m)
    expect(out).toMatch(/known optimum +2\.5: off by (0\.0e\+0|\d\.\de-\d+)$/m)
    expect(out).toMatch(/^cost of a machine\n {2}limRecovered .*\n {2}limDissipated /m)
  })

  test('whose steps did not shrink is constant: its mean step is 1, and its shape 0', async () => {
    const solved = await json('corner')
    expect(assumed(solved, 'convergence')).toEqual([
      '{"meanStep":"1","shape":"0","stepRange":"0 bit"}',
      'trace'
    ])
    expect(assumed(solved, 'precision')[1]).toBe('assumed')
  })

  test('that nothing had to be updated for has no ledger', async () => {
    const { code, out, error } = await limen(files, 'solve', 'still')
    expect(code).toBe(0)
    expect(out).toMatch(/objective +2\.5$/m)
    expect(error).toBe('limen: still: nothing had to be updated, so there is no ledger\n')
    const inJson = await limen(files, 'solve', 'still', '--format', 'json')
    expect(JSON.parse(inJson.out)).toMatchObject({ quality: { found: 2.5 }, ledger: null })
  })

  test.each(['control.json', 'corner'])('%s reaches its optimum to 1e-6', async (name) => {
    const { quality } = await json(name)
    expect(quality.relativeGap).toBeLessThan(1e-6)
  })

  test('in QPS is one too, and may be held against an optimum that is said', async () => {
    const { out } = await limen(files, 'solve', 'blend.qps')
    expect(out).toMatch(/known optimum +none: say --known-optimum/)
    const { quality } = await json('blend.qps', '--known-optimum', '50')
    expect(quality.known).toBe(50)
    expect(quality.relativeGap).toBeCloseTo(Math.abs(quality.found - 50) / 50, 12)
  })

  test('that asks for the greatest objective is told as asked', async () => {
    const lines = ['NAME MOST', 'OBJSENSE', '    MAX', 'ROWS', ' N VALUE', ' L ROOM', 'COLUMNS']
    const rest = ['    X VALUE 3 ROOM 1', '    Y VALUE 2 ROOM 1', 'RHS', '    R ROOM 4', 'ENDATA', '']
    const most = [...lines, ...rest].join('\n')
    const { code, out } = await limen({ most }, 'solve', 'most')
    expect(code).toBe(0)
    expect(out).toMatch(/objective \(greatest\) +12$/m)
  })

  test('has the counts and the convergence of its run in the ledger', async () => {
    const solved = await json('control.json')
    const { trace } = solved
    expect(assumed(solved, 'updates')).toEqual([`${trace.updates} update`, 'trace'])
    expect(assumed(solved, 'macs')).toEqual([`${trace.macs} mac`, 'trace'])
    expect(assumed(solved, 'parameters')).toEqual([`${trace.parameters} parameter`, 'trace'])
    expect(assumed(solved, 'duration')[1]).toBe('assumed')
    expect(JSON.parse(assumed(solved, 'convergence')[0]!)).toEqual({
      meanStep: String(Number(trace.meanStep.toPrecision(12))),
      shape: String(Number(trace.shape.toPrecision(12))),
      stepRange: `${Number(trace.precision.toPrecision(12))} bit`
    })
  })

  test('that is not solved in time says how far it got, and has no ledger', async () => {
    const { code, out, error } = await limen(files, 'solve', 'control.json', '--max-iterations', '9')
    expect(code).toBe(1)
    expect(out).toMatch(/iterations +9, and not converged/)
    expect(out).not.toMatch('limDissipated')
    expect(error).toBe('limen: control.json: not converged: raise --max-iterations or --tolerance\n')
  })

  test.each([
    [
      'infeasible',
      {
        A: [
          [1, 1],
          [1, 0],
          [0, 1]
        ],
        l: [3, 0, 0],
        u: [4, 1, 1]
      },
      /infeasible: the constraints contradict each other/
    ],
    [
      'not convex',
      {
        P: [
          [-1, 0],
          [0, 1]
        ]
      },
      /not convex/
    ],
    [
      'unbounded',
      {
        P: [
          [0, 0],
          [0, 0]
        ],
        u: [null, null]
      },
      /unbounded: the objective falls for ever/
    ]
  ])('that is %s is an error that says so', async (_, changes, expected) => {
    const bad = JSON.stringify({ ...(JSON.parse(corner) as object), ...changes })
    const { code, out, error } = await limen({ bad }, 'solve', 'bad')
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(expected)
  })
})

describe('an Ising problem', () => {
  test('of G-set text is the greatest cut of its graph', async () => {
    const { code, out } = await limen(files, 'solve', 'ring', '--known-optimum', '4', '--full')
    expect(code).toBe(0)
    expect(out).toMatch(/cut +4$/m)
    expect(out).toMatch(/known cut +4: off by 0\.0e\+0, 100\.00 % of it$/m)
    expect(out).toMatch(/precision +1 bit +an assumption: a spin is a bit$/m)
  })

  test('of JSON is solved to the energy that is known', async () => {
    const { quality } = await json('random.json')
    expect(quality.known).not.toBeNull()
    expect(quality.relativeGap).toBeLessThan(1e-9)
  })

  test('is the same for the same seed, and another for another', async () => {
    const of = async (seed: string) => json('glass.txt', '--sweeps', '50', '--restarts', '1', '--seed', seed)
    const [first, again, other] = [await of('5'), await of('5'), await of('6')]
    expect(again).toEqual(first)
    expect(other.trace.updates).not.toBe(first.trace.updates)
  })

  test.each([
    ['--schedule', 'logarithmic'],
    ['--schedule', 'fowlerNordheim'],
    ['--order', 'coloured']
  ])('takes %s %s', async (...option) => {
    const { quality } = await json('ring', ...option)
    expect(quality.found).toBe(4)
  })
})

describe('a problem of another tool', () => {
  /** Energies by hand, the least in brackets. */
  const others: Files = {
    // Of the 8 states: −1 alone, [−2 of the two that share no term], −1 −1 +2 = 0 of two that do.
    'three.qubo': 'c three\np qubo 0 3 3 2\n0 0 -1\n1 1 -1\n2 2 -1\n0 1 2\n1 2 2\n',
    // s0 s1 + s1 s2 − s1 + 5: with s1 = 1 and the others −1 it is [−3 + 5].
    'model.json': JSON.stringify({
      type: 'BinaryQuadraticModel',
      version: { bqm_schema: '3.0.0' },
      use_bytes: false,
      variable_labels: ['left', 'middle', 'right'],
      variable_type: 'SPIN',
      offset: 5,
      linear_biases: [0, -1, 0],
      quadratic_biases: [1, 1],
      quadratic_head: [0, 1],
      quadratic_tail: [1, 2]
    }),
    // x'Qx = x1 − 2 x2 + 2 · (−3) x1 x2: both 1 make [1 − 2 − 6].
    'two.sparse': '2 3\n1 1 1\n2 2 -2\n1 2 -3\n',
    'pair.coo': '# vartype=BINARY\n0 0 1.000000\n0 1 -3.000000\n',
    'remarked.txt': '# two\n2 1\n1 2 2.5\n',
    'sets.qps': 'NAME S\nROWS\n N c\n G g\nCOLUMNS\n x c 1 g 1 $ remark\nRHS\n r g 5\n s g 7\nENDATA\n'
  }

  test.each([
    ['three.qubo', -2, [1, 0, 1], -0.5],
    ['model.json', 2, [-1, 1, -1], 5],
    ['two.sparse', -7, [1, 1], -2],
    ['pair.coo', -2, [1, 1], -0.25]
  ])('%s has its energy and its variables in JSON', async (name, energy, variables, offset) => {
    const { out } = await limen(others, 'solve', name, '--format', 'json')
    const { quality, solution, trace } = JSON.parse(out) as Solution & {
      readonly trace: { readonly objective: { readonly lowest: number } }
    }
    expect(solutionForm.decode(JSON.parse(out))._tag).toBe('Right')
    expect(quality.found).toBe(energy)
    expect(solution).toMatchObject({ energy, variables, offset })
    expect(trace.objective.lowest).toBe(energy)
  })

  test('is told in text by its own variables, with the offset', async () => {
    const text = async (name: string): Promise<string> => (await limen(others, 'solve', name)).out
    const bits = await text('three.qubo')
    expect(bits).toMatch(/energy +-2$/m)
    expect(bits).toMatch(/variables +0=1 1=0 2=1$/m)
    expect(bits).toMatch(/as spins +x = \(1 \+ s\)\/2, .*\n? +offset -0\.5$/m)
    const spins = await text('model.json')
    expect(spins).toMatch(/variables +left=-1 middle=1 right=-1$/m)
    expect(spins).toMatch(/offset +5, in the energy$/m)
    expect(await text('two.sparse')).toMatch(/note: it has a diagonal, .* QUBO of the Biq Mac library/)
    expect(await text('remarked.txt')).toMatch(/cut +2\.5$/m)
  })

  test('of many variables has them in JSON alone', async () => {
    const many = Array.from({ length: 41 }, (_, i) => `${i} ${i} -1`)
    const { out } = await limen(
      { many: ['p qubo 0 41 41 0', ...many].join('\n') },
      'solve',
      'many',
      '--sweeps',
      '9',
      '--restarts',
      '1'
    )
    expect(out).toMatch(/variables +41 of 0 or 1: --format json tells them$/m)
  })

  test('says which of several sets counts', async () => {
    const { code, out } = await limen(others, 'solve', 'sets.qps')
    expect(code).toBe(0)
    expect(out).toMatch(/objective +(5|4\.9999|5\.0000)/)
    expect(out).toMatch('note: RHS holds more than one set: the first, "r", counts, and "s" is left out')
    const inJson = JSON.parse((await limen(others, 'solve', 'sets.qps', '--format', 'json')).out) as object
    expect(solutionForm.decode(inJson)._tag).toBe('Right')
    expect(inJson).toMatchObject({ notes: [expect.stringMatching('"s" is left out')] })
  })
})

describe('the trace', () => {
  const saved = async (file: string): Promise<string> => {
    const { io, written } = terminal(files)
    expect(await run(['solve', 'control.json', '--save-trace', file], io)).toBe(0)
    return written.get(file)!
  }

  test.each(['run.csv', 'run.jsonl', 'run.csv.gz'])(
    'is written to %s, and tells the same again',
    async (file) => {
      const { trace } = await json('control.json')
      const { summary, parameters } = right(parseTrace(await saved(file)))
      expect([parameters, summary.updates, summary.macs]).toEqual([
        trace.parameters,
        trace.updates,
        trace.macs
      ])
    }
  )

  test('goes to standard output before the solution, if asked to', async () => {
    const { io, said, written } = terminal(files)
    expect(await run(['solve', 'control.json', '--save-trace', '-'], io)).toBe(0)
    const { out } = await limen(files, 'solve', 'control.json')
    expect(said().out.endsWith(out)).toBe(true)
    const { summary } = right(parseTrace(said().out.slice(0, -out.length)))
    expect(summary.updates).toBe((await json('control.json')).trace.updates)
    expect(written.size).toBe(0)
  })

  test('that cannot be written is an error', async () => {
    const { io, said } = terminal(files, {
      write: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
    })
    expect(await run(['solve', 'corner', '--save-trace', 'x.csv'], io)).toBe(1)
    expect(said()).toEqual({ out: '', error: 'limen: x.csv: it or its folder may not be written\n' })
  })
})

describe('what is no problem to solve', () => {
  test.each([
    ['workload.json', 1, 'this is a workload file: limen estimate takes it'],
    ['nowhere', 1, 'limen: nowhere: there is no such file'],
    ['text', 1, 'this is none of them'],
    ['list', 1, 'this is none of them'],
    [
      'object',
      1,
      'expected a quadratic program (q, P, A, l, u), an Ising problem (spins, J, h) or a binary quadratic model'
    ]
  ])('%s', async (name, expected, message) => {
    const more = { ...files, text: 'hello', list: '[1]', object: '{}' }
    const { code, out, error } = await limen(more, 'solve', name)
    expect([code, out]).toEqual([expected, ''])
    expect(error).toMatch(message)
  })

  test('an option of the other kind of problem is wrong usage', async () => {
    for (const [file, option, message] of [
      [
        'corner',
        ['--seed', '3', '--sweeps', '9'],
        '--seed, --sweeps: not for corner, which is a quadratic program'
      ],
      ['ring', ['--tolerance', '0.1'], '--tolerance: not for ring, which is an Ising problem']
    ] as const) {
      const { code, error } = await limen(files, 'solve', file, ...option)
      expect(code).toBe(2)
      expect(error).toBe(`limen: ${message}\n`)
    }
  })

  test('options that are none are refused', async () => {
    const { code, error } = await limen(files, 'solve', 'corner', '--tolerance', 'tight')
    expect([code, error]).toEqual([2, expect.stringMatching('Expected a number') as string])
    const bad = await limen(files, 'solve', 'ring', '--sweeps', '0')
    expect([bad.code, bad.out]).toEqual([1, ''])
    expect(bad.error).toMatch('sweeps')
  })
})
