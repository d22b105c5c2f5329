/**
 * Nobody is told "Cannot read properties of undefined": whatever is given to whatever is exported, an error says
 * which function it is, which argument, what was expected and what came.
 *
 * The exports are walked, so that a new function is held to it too. What fits is found by trial: all that does
 * not fit is told at once, so that with a right argument less is told.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as limen from '../src/entry/notebook'

type Call = (...given: readonly unknown[]) => unknown

const wrong: readonly unknown[] = [
  undefined,
  null,
  3,
  NaN,
  5n,
  true,
  'wrong',
  '',
  {},
  { wrong: 1 },
  [],
  [undefined],
  Promise.resolve(1),
  () => 1,
  Symbol('s'),
  new Date(0),
  JSON.parse(JSON.stringify(limen.joules(1)))
]

const file = JSON.stringify({
  name: 'small',
  workload: {
    parameters: '1e6 parameter',
    precision: '8 bit',
    convergence: 'exponential',
    duration: '1 h',
    operations: '1e15 flop',
    updates: 'one per flop'
  }
})

const { kelvin, joules, one, bits, orThrow } = limen
const estimate = orThrow(limen.estimateFile(file))
const { ledger } = estimate
const { scenario } = ledger
const given = { temperature: kelvin(300), errorProbability: one(0.01) }
const table = {
  format: 'by hand',
  name: 'a register',
  actions: [{ component: 'register', action: 'read', kind: 'read', energy: joules(1e-12), bits: 8 } as const],
  totals: [],
  notes: []
}
const held = orThrow(limen.headroom(table, given))
const pair = orThrow(limen.maxCut({ nodes: 2, edges: [[0, 1, 1.5]] }))
const { trace } = orThrow(limen.anneal(pair, { seed: 1, sweeps: 3, restarts: 1 }))
const data = { P: { dense: [[1]] }, q: [-1], A: { dense: [[1]] }, l: [0], u: [2] }
const problem = { kind: 'Ising problem', name: 'pair', problem: pair } as const
const solving = { ising: { seed: 1, sweeps: 3, restarts: 1 } }
const solved = orThrow(limen.solveProblem(problem, solving))
const csv = 'step,lr\n1,0.1\n2,0.05\n'
const ignored = (): undefined => undefined

/** Something that each argument of each function takes. */
const right: readonly unknown[] = [
  file,
  csv,
  0.5,
  2,
  'model',
  'landauer',
  '[0, ∞)',
  'exponential',
  'temperature',
  joules(1),
  kelvin(300),
  one(0.5),
  bits(8),
  kelvin,
  limen.dimensions.energy,
  limen.half,
  limen.half.node,
  limen.half.below(limen.unity),
  limen.nothing,
  limen.landauer,
  limen.landauer.inputs.temperature,
  { landauer: limen.landauer },
  given,
  limen.numberAlgebra,
  Math.abs,
  [1, -1],
  [0.5],
  [kelvin(4), kelvin(300)],
  ['floor'],
  ['model'],
  E.right(limen.nothing),
  scenario,
  scenario.workload,
  ledger,
  estimate,
  orThrow(limen.explain(limen.landauer)(given)),
  orThrow(limen.explainLedger(ledger, ['floor'])),
  orThrow(limen.sensitivities(limen.landauer)(given)),
  orThrow(limen.sweep(scenario, 'temperature', [kelvin(4), kelvin(300)])),
  orThrow(limen.runBarrier(scenario, { points: 4 })),
  table,
  held,
  limen.comparison(held),
  { counts: [] },
  { problems: [] },
  pair,
  { spins: 2, couplings: [[0, 1, 1]] },
  { nodes: 2, edges: [[0, 1, 1]] },
  { linear: [1, 2], pairs: [] },
  { seed: 1, sweeps: 3, restarts: 1 },
  { start: 2, end: 1, sweeps: 3 },
  { depth: 1 },
  { a: 1, c: 1 },
  data,
  orThrow(limen.quadraticProgram(data)),
  problem,
  solving,
  solved,
  { found: 1 },
  trace,
  limen.runOf(trace),
  limen.noSteps,
  { updates: 1, relativeStep: 1, macs: 1, objective: 1 },
  orThrow(limen.parseTrace(csv, { updatesPerRow: 1 })),
  { html: ignored, latex: ignored, text: ignored },
  {
    name: 'own',
    symbol: 'x',
    summary: 'its own',
    inputs: {},
    unit: joules,
    formula: () => limen.constant('1', joules),
    constraint: ''
  }
]

/** What came of a call: something, or what is said to be wrong. */
type Outcome =
  { readonly result: unknown } | { readonly said: string; readonly named: boolean; readonly thrown: boolean }

/** Errors that name what they are about otherwise: dimensions that do not go together, and units. */
const elsewhere = /^cannot |has no square root|, a unit of /

const outcome = (name: string, call: () => unknown): Outcome => {
  try {
    const result = call()
    const left =
      typeof result === 'object' && result !== null && '_tag' in result && result._tag === 'Left'
        ? (result as { left?: { message?: string } }).left?.message
        : undefined
    return left === undefined ? { result } : { said: left, named: true, thrown: false }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const names = said.split('\n').every((line) => line.startsWith(`${name}: `) || elsewhere.test(line))
    const isOurs = error instanceof TypeError || error instanceof limen.LimenError
    return { said, named: names && isOurs, thrown: true }
  }
}

/** How much is told to be wrong. */
const told = (of: Outcome): number => ('result' in of ? 0 : of.named ? of.said.split('\n').length : 100)

/** What a model takes. */
const inputsOf = (call: Call): readonly unknown[] =>
  'inputs' in call
    ? [
        Object.fromEntries(
          Object.entries(call.inputs as limen.Inputs).map(([name, { unit }]) => [name, unit(0.4)])
        )
      ]
    : []

/** Arguments that fit, as many as it takes. */
const fitting = (name: string, call: Call): readonly unknown[] => {
  const known = [...inputsOf(call), ...right]
  let args: readonly unknown[] = []
  let least = told(outcome(name, () => call()))
  while (least > 0 && args.length < 4) {
    const tried = known.map((each) => ({ each, count: told(outcome(name, () => call(...args, each))) }))
    const best = tried.reduce((a, b) => (b.count < a.count ? b : a))
    args = [...args, best.each]
    if (best.count >= least && args.length > 1) return args
    least = Math.min(least, best.count)
  }
  return args
}

const isEither = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  '_tag' in value &&
  (value._tag === 'Left' || value._tag === 'Right')

const bare = /Cannot read|Cannot destructure|Cannot convert|is not a function|is not iterable|DecimalError/

/** All that is said without a name when wrong things are given, at each place and in each later call. */
const unnamed = (name: string, call: Call, depth = 0): readonly string[] => {
  const args = fitting(name, call)
  const places = Array.from({ length: args.length + 1 }, (_, place) => place)
  const calls = [
    ...wrong.flatMap((each) =>
      places.map((place) => [...args.slice(0, place), each, ...args.slice(place + 1)])
    ),
    ...wrong.flatMap((each) => [[each, each], [each, each, each]]) // prettier-ignore
  ]
  const made = outcome(name, () => call(...args))
  // Where what is right is answered in an Either, so is what is wrong.
  const answers = 'result' in made && isEither(made.result)
  const found = calls.flatMap((given) => {
    const of = outcome(name, () => call(...given))
    return 'result' in of || (of.named && !bare.test(of.said) && !(answers && of.thrown)) ? [] : [of.said]
  })
  return 'result' in made && typeof made.result === 'function' && depth < 2 && !('factor' in made.result)
    ? [...found, ...unnamed(name, made.result as Call, depth + 1)]
    : found
}

const isClass = (value: (...given: never[]) => unknown): boolean =>
  Function.prototype.toString.call(value).startsWith('class')

/** What is exported and can be called, with what it has that can be called: how a reading computes is its own affair. */
const callable: readonly (readonly [string, string, Call])[] = Object.entries(limen).flatMap(
  ([name, value]) => {
    if (typeof value === 'function' && isClass(value as Call)) return []
    const own: readonly (readonly [string, string, Call])[] =
      typeof value === 'function' ? [[name, name, value as unknown as Call]] : []
    if (typeof value !== 'object' || 'langevinSlope' in value || 'encode' in value) return own
    return [
      ...own,
      ...Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, inside]) =>
        typeof inside === 'function' && !(key in limen)
          ? [[`${name}.${key}`, key, inside as unknown as Call] as const]
          : []
      )
    ]
  }
)

test('there are hundreds of functions', () => {
  expect(callable.length).toBeGreaterThan(300)
})

test.each(callable.map(([place, name, call]) => [place, name, call] as const))(
  '%s says by its name what does not fit',
  (_, name, call) => {
    // A model is told by its name, and is nothing that is given as itself.
    expect(unnamed(name === 'kT' && call !== (limen.kT as unknown) ? 'inputs.kT' : name, call)).toEqual([])
  }
)

describe('the parts of a formula', () => {
  const { half } = limen
  const methods = ['plus', 'minus', 'times', 'over', 'per', 'of', 'below', 'atMost'] as const
  test.each(methods)('%s says by its name what does not fit', (name) => {
    const call = half[name].bind(half) as unknown as Call
    expect(unnamed(name, call)).toEqual([])
  })

  test('a model in a formula', () => {
    const call = limen.landauer.of as unknown as Call
    expect(unnamed('landauer.of', call)).toEqual([])
  })
})

describe('what is said', () => {
  const said = (name: string, call: () => unknown): string => {
    const of = outcome(name, call)
    return 'result' in of ? 'nothing' : of.said
  }
  const to = (call: unknown): Call => call as Call

  test.each<readonly [string, () => unknown, string]>([
    [
      'kelvin',
      () => to(kelvin)(undefined),
      'K, a unit of temperature: value: expected a number, a decimal or the text of a number, got undefined'
    ],
    [
      'claimOf',
      () => to(limen.claimOf)('theory'),
      'claimOf: tier: expected one of "theorem", "circuit", "model", "empirical", got "theory"'
    ],
    [
      'ledgerText',
      () => to(limen.ledgerText)(limen.estimateFile(file)),
      'ledgerText: estimate: expected an estimate, such as estimateFile gives, got an Either, with an object in it: open it with orThrow'
    ],
    [
      'format',
      () => to(limen.format)(JSON.parse(JSON.stringify(joules(1)))),
      "format: of: expected a quantity such as joules(1), got a quantity as JSON has it: make it one with parse, from '1 J'"
    ],
    [
      'formatWith',
      () => to(limen.formatWith)({ digit: 3 }),
      'formatWith: options: unknown option digit: did you mean digits?'
    ],
    [
      'sweep',
      () => to(limen.sweep)(Promise.resolve(scenario), 3, []),
      'sweep: scenario: expected a scenario, such as decodeScenario makes, got a Promise: await it first\nsweep: input: expected a text, got 3'
    ]
  ])('by %s', (name, call, message) => {
    expect(said(name, call)).toBe(message)
  })
})
