/** What the library writes is of the schema that it ships: a field that the schema lacks is found here. */
import { Ajv } from 'ajv'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { explainLedger } from '../../../../src/ledger/explain'
import { judgedEnergies } from '../../../../src/ledger/judged-energies'
import { judgedExperiments } from '../../../../src/ledger/judged-experiments'
import { headroom } from '../../../../src/ledger/headroom'
import { experimentsJson } from '../../../../src/report/data/experiments'
import { explanationFormat, explanationJson } from '../../../../src/report/data/explanation'
import { energiesJson } from '../../../../src/format/energies/write'
import { comparison } from '../../../../src/report/headroom'
import { headroomFormat, headroomJson } from '../../../../src/report/data/headroom'
import { jsonFormats, ledgerJson } from '../../../../src/report/data/ledger'
import { learningFormat } from '../../../../src/report/data/learning'
import { problemsFormat } from '../../../../src/report/data/problems'
import { simulationFormat } from '../../../../src/report/data/simulation'
import { optimumFormat } from '../../../../src/report/data/optimum'
import { solutionFormat, solutionJson } from '../../../../src/report/data/solution'
import { qualityOf } from '../../../../src/report/solution'
import { traceFormat, traceJson } from '../../../../src/report/data/trace'
import { traceJsonLines } from '../../../../src/format/trace/write'
import { fromModel } from '../../../../src/estimate/cited-model'
import { decodeEnergyFile } from '../../../../src/format/energies/energy-file'
import { energiesFormat } from '../../../../src/format/energies/own'
import { decodeProblem } from '../../../../src/format/problem-file'
import { jsonSchemas, type SchemaName } from '../../../../src/report/data/schemas'
import { solvedWorkload, solveProblem, type Solved } from '../../../../src/estimate/solve-file'
import { parseTrace } from '../../../../src/format/trace/file'
import { certifiedEstimateFile, estimateValue } from '../../../../src/estimate/workload-file'
import { experiments } from '../../../../src/technology/experiments'
import { citedModels } from '../../../../src/technology/models'
import { limen } from '../../../cli/terminal'
import { one } from '../../../../src/units/si'
import { right } from '../../../ledger/reference'
import { doubts, readCertified } from '../../../estimate/certified'
import { exampleFiles, examples, exampleText, readEstimate } from '../../../estimate/files'

const ajv = new Ajv({ strict: true, allowUnionTypes: true })

/** What is wrong with a document of a form. */
const wrong = (name: SchemaName, document: unknown): unknown => {
  const validate = ajv.compile(jsonSchemas[name])
  return validate(document) ? [] : validate.errors
}

const exampleOf = (name: string): string => exampleFiles[`examples/${name}`]!

const problems = ['control-qp.json', 'random-ising.json', 'spin-glass.txt', 'blend.qps'] as const

const solved = Object.fromEntries(
  problems.map((name) => {
    const file = right(decodeProblem(exampleOf(name), name))
    return [name, right(solveProblem(file, { ising: { seed: 1, sweeps: 20 } }))]
  })
) as { readonly [N in (typeof problems)[number]]: Solved }

describe.each(examples)('%s', (name) => {
  test('has a ledger of its schema', () => {
    expect(wrong('estimate', JSON.parse(ledgerJson(readEstimate(exampleText(name)))))).toEqual([])
  })

  test('has a certified ledger of its schema, also of values that are uncertain', () => {
    for (const overrides of [{}, doubts]) {
      const estimate = certifiedEstimateFile(exampleText(name), overrides)
      if (E.isRight(estimate))
        expect(wrong('certified-estimate', JSON.parse(ledgerJson(estimate.right)))).toEqual([])
    }
    expect(wrong('certified-estimate', JSON.parse(ledgerJson(readCertified(exampleText(name)))))).toEqual([])
  })

  test('has a ledger of its schema where rows have no value', () => {
    const late = readEstimate(exampleText(name), { duration: '1 ps', writeTime: '1 ps' })
    expect(late.ledger.outside.length).toBeGreaterThan(1)
    expect(wrong('estimate', JSON.parse(ledgerJson(late)))).toEqual([])
  })

  test('has explanations of their schema', () => {
    const explanations = right(explainLedger(readEstimate(exampleText(name)).ledger))
    expect(wrong('explanation', JSON.parse(explanationJson(explanations)))).toEqual([])
  })

  test('is of the schema of workload files', () => {
    expect(wrong('workload', JSON.parse(exampleText(name)))).toEqual([])
  })
})

test.each([
  ['control-qp.json', 'quadratic-program'],
  ['random-ising.json', 'ising']
] as const)('%s is of the schema of its kind', (name, schema) => {
  expect(wrong(schema, JSON.parse(exampleOf(name)))).toEqual([])
})

test('a cited model has a ledger of its schema, with what its training took', () => {
  const withEnergy = citedModels().filter(
    ({ energy, trainingTime, baseModel }) => energy && trainingTime && !baseModel
  )
  expect(withEnergy.length).toBeGreaterThan(2)
  for (const { name } of withEnergy.slice(0, 5)) {
    const { name: title, supplied, measured } = right(fromModel(name))
    const value = { name: title, workload: {} }
    const estimate = estimateValue(value, {}, { supplied, ...(measured === undefined ? {} : { measured }) })
    const document: unknown = JSON.parse(ledgerJson(right(estimate)))
    expect(document).toHaveProperty('measured')
    expect(wrong('estimate', document)).toEqual([])
  }
})

test.each(problems)('the solution of %s is of its schema', (name) => {
  const of = solved[name]
  for (const known of [undefined, 1])
    expect(wrong('solution', solutionJson(of, qualityOf(of, known)))).toEqual([])
})

test.each([
  ['control-qp.json', []],
  ['random-ising.json', ['--seed', '1', '--sweeps', '20']]
])('the solution of %s as the command prints it is of its schema, with its ledger', async (name, options) => {
  const { code, out } = await limen(exampleFiles, 'solve', `examples/${name}`, '--format', 'json', ...options)
  const document: unknown = JSON.parse(out)
  expect(code).toBe(0)
  expect(document).toHaveProperty('ledger.format', 'limen.estimate/2')
  expect(wrong('solution', document)).toEqual([])
})

test.each([
  ['found', 'floor <= 1 µJ', '4000'],
  ['open', 'floor >= 1 µJ', '1'],
  ['none', 'floor <= 1 pJ', '4000']
])('the best of a file is of its schema: %s', async (_, limit, pieces) => {
  const wish = [
    '--minimise',
    'floor / temperature^2',
    '--over',
    'temperature=4 K..400 K',
    '--subject-to',
    limit
  ]
  const { code, out } = await limen(
    ...[
      exampleFiles,
      'optimise',
      'examples/brain-scale.json',
      ...wish,
      '--pieces',
      pieces,
      '--format',
      'json'
    ]
  )
  expect(code).toBe(0)
  expect(wrong('optimum', JSON.parse(out))).toEqual([])
})

test.each([
  ['found', 'duration >= 1 s'],
  ['none', 'duration <= 1 s']
])('a front of a file is of its schema: %s', async (_, limit) => {
  const wish = ['--of', 'bitFlip, duration', '--over', 'duration=1 min..1 yr', '--subject-to', limit]
  const { code, out } = await limen(
    ...[exampleFiles, 'front', 'examples/gpt-3.json', ...wish, '--format', 'json']
  )
  expect(code).toBe(0)
  expect(wrong('front', JSON.parse(out))).toEqual([])
})

test.each(problems)('the ledger of the solution of %s is of its schema', (name) => {
  const { value, supplied } = solvedWorkload(solved[name])
  const estimate = estimateValue(value, {}, { supplied })
  if (E.isRight(estimate)) expect(wrong('estimate', JSON.parse(ledgerJson(estimate.right)))).toEqual([])
})

test.each(problems)('every row of the trace of %s is of its schema', (name) => {
  const rows = [...traceJsonLines(solved[name].solution.trace)].join('').trim().split('\n')
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) expect(wrong('trace-row', JSON.parse(row))).toEqual([])
})

test('a trace is summed up as its schema says, whatever it does not tell', () => {
  for (const text of [
    exampleOf('training-log.csv'),
    'step,learning_rate\n1,0.1\n2,0.1\n',
    'updates,relativeStep,macs,objective\n1,1,1,1\n1,0.5,1,0.5\n'
  ])
    expect(wrong('trace-summary', JSON.parse(traceJson('x', right(parseTrace(text)))))).toEqual([])
})

const otherTools = join(__dirname, '../../../../examples/other-tools')
const tables = readdirSync(otherTools).flatMap((name) => {
  const table = decodeEnergyFile(readFileSync(join(otherTools, name), 'utf8'), name)
  return E.isRight(table) ? [table.right] : []
})

test('what other tools say of energies is written by its schema', () => {
  expect(tables.length).toBeGreaterThan(4)
  for (const table of tables) expect(wrong('energies', JSON.parse(energiesJson(table)))).toEqual([])
})

test('a design held against the physics is written by its schema, whatever it is held against', () => {
  const { ledger } = readEstimate(exampleText('lenet-5'))
  const { temperature, errorProbability, memory } = ledger.scenario.design
  const counted = tables.map((table) => ({
    ...table,
    actions: table.actions.map((action, at) => ({ ...action, count: at }))
  }))
  for (const table of [...tables, ...counted])
    for (const options of [{}, { memory }, { ledger }, { circuits: true, bits: [{ bits: 8 }] }]) {
      const held = headroom(table, { temperature, errorProbability, ...options })
      if (E.isRight(held))
        expect(wrong('headroom', JSON.parse(headroomJson(comparison(held.right))))).toEqual([])
    }
  expect(E.isRight(headroom(tables[0]!, { temperature, errorProbability }))).toBe(true)
})

test('what is wrong with one record of many is told by its schema, in its place', async () => {
  const workload = JSON.stringify(JSON.parse(exampleText('lenet-5')))
  const bad = [workload.replace('3 d', '4 weeks'), '{', '[]', JSON.stringify({ name: 'x', workload: {} })]
  const files = { 'many.jsonl': [workload, ...bad, workload].join('\n') }
  const { out } = await limen(files, 'estimate', 'many.jsonl', '--jsonl')
  const documents = out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(documents).toHaveLength(6)
  documents.forEach((document, at) => {
    expect(wrong(at === 0 || at === 5 ? 'estimate' : 'problems', document)).toEqual([])
  })
})

test('every form has the name and the version that is written', () => {
  const formatOf = (name: SchemaName): unknown => {
    const { properties, anyOf } = jsonSchemas[name] as {
      readonly properties?: { readonly format: { readonly const: string } }
      readonly anyOf?: readonly { readonly properties: { readonly format: { readonly const: string } } }[]
    }
    return (properties ?? anyOf![0]!.properties).format.const
  }
  expect(formatOf('estimate')).toBe(jsonFormats.exact)
  expect(formatOf('certified-estimate')).toBe(jsonFormats.certified)
  expect(formatOf('energies')).toBe(energiesFormat)
  expect(formatOf('headroom')).toBe(headroomFormat)
  expect(formatOf('explanation')).toBe(explanationFormat)
  expect(formatOf('problems')).toBe(problemsFormat)
  expect(formatOf('solution')).toBe(solutionFormat)
  expect(formatOf('optimum')).toBe(optimumFormat)
  expect(formatOf('trace-summary')).toBe(traceFormat)
  expect(formatOf('simulation')).toBe(simulationFormat)
  expect(formatOf('learning')).toBe(learningFormat)
})

test('a simulated protocol is of its schema', async () => {
  const { out } = await limen(exampleFiles, 'simulate', 'examples/bit-reset.json', '--format', 'json')
  expect(wrong('simulation', JSON.parse(out))).toEqual([])
})

test.each([
  [['--duration', '1 µs']],
  [
    [
      '--duration',
      '1 ms',
      '--runs',
      '2',
      '--rise',
      '0.1',
      '--steps',
      '3',
      '--precision',
      '1 bit',
      '--write-time',
      '2 µs'
    ]
  ]
])('memories that learned by each writer are of their schema, told with %j', async (told) => {
  const writers = ['annealed', 'tilted', 'static'].flatMap((writer) => ['--writer', writer])
  const conditions = ['--seed', '1', '--temperature', '300 K', '--attempt-rate', '1 GHz']
  const own = ['--energy-per-loss', '2 kT', '--updates', '4', '--format', 'json']
  const args = [...writers, ...conditions, ...own, ...told]
  const { out, error } = await limen(exampleFiles, 'simulate', 'examples/ising-ring.json', ...args)
  expect(error).toBe('')
  expect(wrong('learning', JSON.parse(out))).toEqual([])
})

test('bounds before experiments are of their schema, also where one is refuted', () => {
  const [whole] = experiments()
  const half = { ...whole!, measured: { ...whole!.measured, value: one(0.355) } }
  for (const of of [undefined, [half]])
    expect(
      wrong('experiments', JSON.parse(experimentsJson(judgedExperiments(of), judgedEnergies())))
    ).toEqual([])
})
