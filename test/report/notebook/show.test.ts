/** Results show themselves: as text in Node, in every form they have in Jupyter. */
import { inspect } from 'node:util'
import * as limen from '../../../src/entry/notebook'
import { right } from '../../ledger/reference'
import { exampleFiles, exampleText } from '../../estimate/files'
import { read } from '../picture/svg'

const {
  bits,
  certify,
  derivationText,
  format,
  gigahertz,
  joules,
  kelvin,
  landauer,
  ledgerText,
  limUpdate,
  megahertz,
  plusMinus,
  show,
  toMimeBundle
} = limen

const update = {
  temperature: kelvin(300),
  attemptRate: gigahertz(1),
  initialRate: megahertz(1),
  precision: bits(8),
  shape: 0.5,
  errorProbability: 0.01,
  hops: 1,
  recovery: 0
}

const brain = right(limen.estimateFile(exampleText('brain-scale')))
const explanations = right(limen.explainLedger(brain.ledger, ['cim']))
const problem = right(limen.decodeProblem(exampleFiles['examples/control-qp.json']!, 'control-qp'))
const solved = right(limen.solveProblem(problem, { ising: { seed: 1 } }))
const reading = right(limen.parseTrace(exampleFiles['examples/training-log.csv']!))
const read8 = { component: 'sram', action: 'read', kind: 'read', energy: joules(1.44e-13), bits: 8 } as const
const table = { format: 'by hand', name: 'a memory', actions: [read8], totals: [], notes: [] }
const held = right(limen.headroom(table, { temperature: kelvin(300), errorProbability: limen.one(0) }))
const sensitivities = right(limen.sensitivities(limUpdate)(update))
const derivation = right(limen.explain(limUpdate)(update))
const bath = { temperature: kelvin(300), attemptRate: gigahertz(1) }
const tilt = { duration: limen.nanoseconds(50), energies: [0, 6].map((each) => limen.kT(each, kelvin(300))) }
const protocol = { ...bath, segments: [tilt] }
const pair = right(limen.isingProblem({ spins: 2, couplings: [[0, 1, 1]] }))
const conditions = { ...bath, seed: 1, duration: limen.microseconds(1) }
const annealed = { writer: 'annealed', energyPerLoss: limen.kT(3, kelvin(300)), ...conditions } as const

/** What is shown, and the text that it is shown as. */
const results: Readonly<Record<string, readonly [unknown, string | RegExp]>> = {
  'a quantity': [joules(2.5e-21), '2.500 zJ'],
  'a quantity of many digits': [kelvin('300.15'), '300.2 K'],
  'an enclosure': [plusMinus(kelvin(300), kelvin(2)), '[298.0, 302.0] K'],
  'a bound': [
    right(certify(landauer)({ temperature: kelvin(300), errorProbability: 0 })),
    /^2\.87.* zJ\/bit$|^\[2\.87.*\] zJ\/bit$/
  ],
  'a unit': [kelvin, 'K, a unit of temperature'],
  'a model': [landauer, 'landauer: E_L = kT [ln 2 − h(ε)], in J/bit (theorem)'],
  'a derivation': [derivation, derivationText(derivation)],
  'sensitivities': [sensitivities, /^T +\+1\.00/],
  'explanations': [explanations, /^cim: compute-in-memory/],
  'an estimate': [brain, ledgerText(brain)],
  'an estimate of many': [right(limen.fileEstimator()(exampleText('gpt-3'))), /^GPT-3 175B\n/],
  'a certified estimate of many': [
    right(limen.certifiedFileEstimator()(exampleText('gpt-3'))),
    /^GPT-3 175B\n.*≥ /s
  ],
  'a ledger': [right(limen.estimate(brain.ledger.scenario)), /^Brain-scale system\n/],
  'a certified ledger': [right(limen.certifiedEstimateFile(exampleText('brain-scale'))), /≥ .*J/],
  'a sweep': [
    right(limen.sweep(brain.ledger.scenario, 'temperature', [kelvin(4), kelvin(300)])),
    /^Brain-scale system\ntemperature +floor .*\n +4\.000 K .*\n +300\.0 K +22\.97 µJ +159\.0 MJ +7\.989 MJ /
  ],
  'a certified sweep': [
    right(limen.certifiedSweep(brain.ledger.scenario, 'temperature', [kelvin(4), kelvin(300)])),
    /^Brain-scale system\ntemperature +floor .*\n +4\.000 K .*\n +300\.0 K +\[22\.96, 22\.97\] µJ /
  ],
  'a barrier over a run': [
    right(limen.runBarrier(brain.ledger.scenario)),
    /^Brain-scale system: a barrier of 35\.\d+ zJ /
  ],
  'a design held against the physics': [held, limen.headroomText(limen.comparison(held))],
  'a solution': [solved, /^.*objective/ms],
  'a protocol that was run': [right(limen.simulate(protocol)), /^Simulation: .*2\.985 kT/s],
  'trajectories': [right(limen.sampleTrajectories(protocol, { count: 100, seed: 1 })), /trajectories/],
  'memories that learned': [right(limen.learn(limen.isingLoss(pair), annealed)), /^Learning: annealed/],
  'a trace': [reading, /convergence shape/],
  'the error of a model': [
    limen.toMimeBundle(landauer({ temperature: kelvin(-1), errorProbability: 0 }))['text/plain'] &&
      (landauer({ temperature: kelvin(-1), errorProbability: 0 }) as { readonly left?: unknown }).left,
    /^landauer: temperature .* is outside/
  ],
  'the error of a file': [
    (limen.estimateFile('{}') as { readonly left?: unknown }).left,
    /^\/name \(line 1\): missing/
  ]
}

describe.each(Object.entries(results))('%s', (_, [result, text]) => {
  test('shows itself in Node as text', () => {
    if (typeof text === 'string') expect(inspect(result)).toBe(text)
    else expect(inspect(result)).toMatch(text)
  })

  test('gives Jupyter a bundle whose text is the same', () => {
    const bundle = (result as Record<symbol, () => limen.MimeBundle>)[Symbol.for('Jupyter.display')]!()
    expect(bundle['text/plain']).toBe(inspect(result))
    expect(toMimeBundle(result)).toEqual(bundle)
  })

  test('is what it was for everybody else', () => {
    expect(Object.keys(result as object)).not.toContain('Jupyter.display')
    expect(Object.getOwnPropertySymbols({ ...(result as object) })).toEqual([])
  })
})

test('what is inside something else shows itself there', () => {
  expect(inspect({ cost: joules(1), at: [kelvin(4)] })).toBe('{ cost: 1.000 J, at: [ 4.000 K ] }')
  expect(inspect(landauer({ temperature: kelvin(300), errorProbability: 0 }))).toBe(
    "{ _tag: 'Right', right: 2.871 zJ/bit }"
  )
})

describe('a bundle', () => {
  test('of an Either is that of what is in it', () => {
    expect(toMimeBundle(landauer({ temperature: kelvin(300), errorProbability: 0 }))).toEqual({
      'text/plain': '2.871 zJ/bit'
    })
    expect(toMimeBundle(landauer({ temperature: kelvin(300), errorProbability: 0.7 }))).toEqual({
      'text/plain': 'landauer: errorProbability 0.7000 is outside [0, ½]'
    })
  })

  test('of a model is its formula', () => {
    expect(toMimeBundle(landauer)['text/latex']).toBe(`$$${limen.toLatex(landauer)}$$`)
  })

  test('of an estimate has its picture, its figures as HTML, and Markdown', () => {
    const bundle = toMimeBundle(brain)
    expect(read(bundle['image/svg+xml']!).name).toBe('svg')
    for (const { total } of brain.ledger.paradigms) {
      expect(bundle['text/html']).toContain(
        `<td class="figure" style="text-align:right">${format(total.energy)}</td>`
      )
      expect(bundle['text/markdown']).toContain(`| ${format(total.energy)} |`)
    }
  })

  test('of explanations has a picture of what each depends on', () => {
    expect(toMimeBundle(explanations)['text/html']).toContain('<svg')
    expect(read(toMimeBundle(sensitivities)['image/svg+xml']!).name).toBe('svg')
  })

  test('of a comparison has tables that are aligned by themselves, whatever a notebook does to others', () => {
    const cells = [...toMimeBundle(held)['text/html']!.matchAll(/<t[hd]( [^>]*)?>/g)].map(([cell]) => cell)
    expect(cells.length).toBeGreaterThanOrEqual(18)
    for (const cell of cells) expect(cell).toMatch(/style="text-align:(left|right)"/)
  })

  test('of anything else is its text', () => {
    expect(toMimeBundle('some text')).toEqual({ 'text/plain': 'some text' })
    expect(toMimeBundle(undefined)).toEqual({ 'text/plain': 'undefined' })
    expect(toMimeBundle({ message: 'what went wrong' })).toEqual({ 'text/plain': 'what went wrong' })
    expect(toMimeBundle([kelvin(4), joules(1)])['text/plain']).toBe('[\n  "4.000 K",\n  "1.000 J"\n]')
  })
})

describe('show', () => {
  const shown = (result: unknown): readonly string[] => {
    const all: string[] = []
    const into = (form: string) => (of: string) => {
      all.push(`${form}: ${of}`)
    }
    show({ html: into('html'), latex: into('latex'), text: into('text') }, result)
    return all
  }

  test('shows one form of a result, the richest', () => {
    expect(shown(brain)).toEqual([`html: ${toMimeBundle(brain)['text/html']!}`])
    expect(shown(sensitivities)).toEqual([`html: ${toMimeBundle(sensitivities)['image/svg+xml']!}`])
    expect(shown(landauer)).toEqual([`latex: $$${limen.toLatex(landauer)}$$`])
    expect(shown(kelvin(4))).toEqual(['text: 4.000 K'])
  })

  test('shows what is in an Either', () => {
    expect(shown(landauer({ temperature: kelvin(300), errorProbability: 0.7 }))).toEqual([
      'text: landauer: errorProbability 0.7000 is outside [0, ½]'
    ])
  })
})
