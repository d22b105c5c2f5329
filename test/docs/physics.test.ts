/** docs/physics.md has a section for every model, says of it what the model says, and gets its numbers right. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as katex from 'katex'
import * as limen from '../../src/entry/notebook'
import type { ModelData } from '../../src/formula/model'
import { exportsOf } from './module'

const root = join(__dirname, '../..')
const page = readFileSync(join(root, 'docs/physics.md'), 'utf8')

const { written } = exportsOf('docs/physics-page.mjs') as { readonly written: (page: string) => string }

const models = limen.models as unknown as Readonly<Record<string, ModelData>>

/** The sections of models by their headings. */
const sectionsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^### (\S+)\n([^]*?)(?=^##)/gm)].map(([, name, section]): [string, string] => [
      name!,
      section!
    ])
  )

const sections = sectionsOf(page)

test('every model has a section, and every section is that of a model', () => {
  expect([...sections.keys()].sort()).toEqual(Object.keys(models).sort())
})

const current = written(page)

test.each(Object.keys(models))('the section of %s says what the model says: if not, npm run docs', (name) => {
  expect(sections.get(name)).toBe(sectionsOf(current).get(name))
})

test('the table has every model: if not, npm run docs', () => {
  const table = (text: string): string | undefined =>
    /^<!-- models -->[^]*<!-- \/models -->$/m.exec(text)?.[0]
  expect(table(page)).toBe(table(current))
  for (const name of Object.keys(models))
    expect(table(page)).toContain(`[\`${name}\`](#${name.toLowerCase()})`)
})

test('what is written for a model is told apart from what is written by hand', () => {
  for (const section of sections.values()) expect(section.match(/^<!-- by hand -->$/gm)).toHaveLength(1)
})

type Numbers = Readonly<Record<string, number | string>>

const reset = { errorProbability: 0.01, attemptRate: 1e9, duration: '1e-8' }
/** 60 kT at 300 K, to be written over within a microsecond. */
const write = { barrier: '2.4851682e-19', attemptRate: 1e9, writeTime: '1e-6', errorProbability: '1e-9' }
const schedule = { attemptRate: 1e9, initialRate: 1e3, precision: 8, shape: 0.2, errorProbability: 0.01 }
const pricedReset = { errorProbability: '0.1875', attemptRate: 1e9, idlePower: '1.03548675e-12' }
const annealed = { parameters: 1e6, precision: 8, attemptRate: 1e9, idlePower: '1e-6' }
const column = { inputBits: 4, weightBits: 4, fixedEnergy: '3e-13' }
const gpt3 = { parameters: 1.746e11 }

/** What is worked by hand: at 300 K, in coherent units. */
const worked: readonly (readonly [model: string, inputs: Numbers, value: string])[] = [
  ['landauer', { errorProbability: 0.01 }, '2.639 zJ/bit'],
  ['generalizedLandauer', { before: 0.5, after: 0.01, entropyDifference: 1 }, '4.669 zJ/bit'],
  ['discardedInformation', { information: 8 }, '22.97 zJ'],
  ['mismatch', { actual: 0.5, design: 0.01 }, '6.687 zJ/bit'],
  ['speedLimit', { transport: 0.5, jumps: 1 }, '2.275 zJ'],
  ['rateCappedReset', reset, '2.838 zJ/bit'],
  ['optimalReset', reset, '3.419 zJ/bit'],
  ['timeSymmetricReset', { errorProbability: 0.01 }, '9.326 zJ/bit'],
  [
    'overdampedReset',
    { errorProbability: 0.01, variance: '2e-13', diffusivity: '2e-13', duration: 5 },
    '3.045 zJ/bit'
  ],
  ['uncertaintyRelation', { relativeDeviation: 0.01 }, '82.84 aJ'],
  ['chargeTransfer', { charge: '1e-15', resistance: 1e4, duration: '1e-9' }, '10.00 aJ'],
  ['rampCharging', { capacitance: '1e-15', voltage: 1, resistance: 1e4, duration: '1e-9' }, '9.900 aJ'],
  ['slowDrivingPenalty', { errorProbability: 0.01, relaxationRate: 1e9, duration: '1e-6' }, '7.779 yJ/bit'],
  ['learnedInformation', { information: 1.4e10 }, '40.19 pJ'],
  ['gradientMeasurement', { signalToNoise: 100 }, '9.558 zJ'],
  ['stochasticRounding', { fraction: 0.25 }, '2.329 zJ/update'],
  ['refrigeration', { temperature: 4, ambientTemperature: 300, carnotFraction: 0.1 }, '741.0'],
  ['arrheniusRate', { barrier: '1.6567788e-19', attemptRate: 1e9 }, '4.248 nHz'],
  [
    'retentionBarrier',
    { cells: 1, attemptRate: 1e9, retentionTime: 3.15576e8, failureProbability: 1e-6 },
    '224.1 zJ'
  ],
  ['matchedBarrier', { attemptRate: 1e9, updateRate: 1e3 }, '57.22 zJ'],
  ['driveForSpeed', { updateRate: 1e6, barrier: '4.141947e-20', attemptRate: 1e9 }, '25.63 zJ/update'],
  ['driveForReliability', { errorProbability: 0.01 }, '19.03 zJ/update'],
  ['reliableAttempt', { errorProbability: 0.01 }, '18.65 zJ/update'],
  ['staticWrite', write, '464.9 zJ/update'],
  ['refreshPower', { cells: 2 ** 33, capacitance: '1e-14', voltage: 1, refreshTime: 0.064 }, '671.1 µW'],
  ['analogCellWrite', { precision: 8 }, '1.629 fJ/update'],
  [
    'adiabaticLeakage',
    { capacitance: '1e-15', voltage: 1, onResistance: 1e4, offResistance: 1e12 },
    '200.0 zJ'
  ],
  ['readInformation', { outputBits: 8 }, '22.97 zJ/conversion'],
  ['samplingEnergy', { signalToNoise: 1e4 }, '41.42 aJ/conversion'],
  ['converterEnergy', { outputBits: 8 }, '3.257 fJ/conversion'],
  ['analogMac', { outputBits: 8, rows: 256 }, '12.72 aJ/mac'],
  ['losslessOutputBits', { inputBits: 4, weightBits: 4, rows: 256 }, '16.00 bit'],
  ['wireEnergy', { capacitancePerLength: '2e-10', length: 0.001, voltage: 1 }, '100.0 fJ/bit'],
  ['channelEnergy', { spectralEfficiency: 4 }, '15.53 zJ/bit'],
  [
    'readsBeforeDisturb',
    {
      barrier: write.barrier,
      readDrive: '8.283894e-20',
      drivePosition: 0.5,
      attemptRate: 1e9,
      readTime: '1e-9',
      tolerance: 1e-6
    },
    '5.185e15'
  ],
  ['exponentialMeanStep', { precision: 8 }, '0.1796'],
  ['exponentialShape', { precision: 8 }, '0.1764'],
  ['powerLawMeanStep', { precision: 8, updates: 1e6 }, '0.006524'],
  ['powerLawShape', { precision: 8, updates: 1e6 }, '0.8793'],
  ['meanMatchedBarrier', schedule, '71.37 zJ/update'],
  ['limUpdate', { ...schedule, hops: 0.2, recovery: 1 }, '3.730 zJ/update'],
  ['limUpdate', { ...schedule, hops: 0.2, recovery: 0 }, '18.01 zJ/update'],
  ['staticUpdate', { ...write, precision: 8, flipProbability: 0.5 }, '1.860 aJ/update'],
  ['consolidationUncompute', { errorProbability: 0.01 }, '232.0 yJ/bit'],
  ['consolidationReset', {}, '2.871 zJ/bit'],
  ['consolidationOverwrite', {}, '5.742 zJ/bit'],
  ['gradientDescentIterations', { conditionNumber: 100, precision: 10 }, '346.6 update'],
  ['acceleratedIterations', { conditionNumber: 100, precision: 10 }, '34.54 update'],
  ['stochasticGradientIterations', { noiseRatio: 1, precision: 8 }, '6.554e4 update'],
  ['annealingSteps', { depth: 10, finalTemperature: 1 }, '2.203e4 update'],
  ['trainingFlops', { ...gpt3, tokens: 3e11 }, '3.143e23 flop'],
  ['computeOptimalTokens', { parameters: 7e10 }, '1.400e12 token'],
  [
    'powerLawFlops',
    { parameters: 1e15, anchorParameters: gpt3.parameters, anchorFlops: 3.14e23, exponent: 1.25 },
    '1.564e28 flop'
  ],
  ['quasiStaticAnalogTraining', { ...gpt3, datasetSize: 3e11 }, '433.9 J'],
  ['annealedParameter', { precision: 8, attemptRate: 1e9, duration: 0.001 }, '23.24 zJ/parameter'],
  [
    'breakEvenReads',
    { readEnergy: '50e-15', writeEnergy: '1e-9', precision: 8, movementEnergy: '3.9e-12', reuse: 128 },
    '5000 mac/update'
  ],
  ['balancedRows', { outputBits: 8, macEnergy: '1e-15' }, '3.257 mac/conversion'],
  ['balancedBits', { rows: 256, macEnergy: '1e-15' }, '11.15 bit'],
  ['blindWrite', { writeEnergy: '1e-12', precision: 8, writeNoise: 0.01 }, '78.64 pJ/update'],
  [
    'verifiedWrite',
    { writeEnergy: '1e-12', verifyEnergy: '1e-12', precision: 8, writeNoise: 0.01 },
    '12.91 pJ/update'
  ],
  [
    'breakEvenSpikes',
    {
      macEnergy: '230e-15',
      activationEnergy: '1e-11',
      eventEnergy: '1e-13',
      spikeEnergy: '1e-11',
      neuronEnergy: '5e-12',
      synapsesPerNeuron: 1000
    },
    '2.136'
  ],
  ['attemptCappedDelayExponent', { errorProbability: 0.1 }, '2.023'],
  ['attemptCappedEnergyDelay', { errorProbability: 0.1, delayExponent: 2 }, '3.433'],
  ['forwardCappedDelayExponent', { errorProbability: 0.1 }, '3.641'],
  ['forwardCappedEnergyDelay', { errorProbability: 0.2, delayExponent: 2 }, '2.465'],
  ['attemptPrice', { attemptRate: 1e9, idlePower: '1e-12' }, '0.2414'],
  ['optimalResetTime', pricedReset, '1.693 ns'],
  ['resetWithIdlePower', pricedReset, '3.725 zJ/bit'],
  ['resetDelayExponent', pricedReset, '0.8890'],
  ['optimalErrorProbability', { repairEnergy: '2.0709735e-20' }, '0.006693'],
  ['resetWithRepair', { repairEnergy: '2.0709735e-20' }, '2.843 zJ/bit'],
  ['optimalAnnealingTime', annealed, '519.0 ns'],
  ['annealingWithIdlePower', annealed, '1.061 pJ'],
  ['optimalWriteTime', { ...write, standbyPower: '1e-14' }, '828.4 ns'],
  ['writeWithStandby', { ...write, standbyPower: '1e-14' }, '474.8 zJ/update'],
  ['staticFlip', write, '448.1 zJ/update'],
  ['optimalRows', column, '9.597 mac/conversion'],
  ['optimalAnalogMac', column, '62.52 fJ/mac']
]

test.each(worked)('what is worked by hand for %s is its value', (name, numbers, value) => {
  const model = models[name]!
  const inputs = Object.fromEntries(
    Object.entries(model.inputs).map(([input, { unit }]) => [
      input,
      unit(numbers[input] ?? (input === 'temperature' ? 300 : NaN))
    ])
  )
  const result = limen.evaluate(model)(inputs)
  expect(E.isRight(result) ? limen.format(result.right) : result.left.message).toBe(value)
  const [byHand = ''] = /^\*By hand\.\*[^]*/m.exec(sections.get(name) ?? '') ?? []
  expect(byHand.replaceAll(/\s+/g, ' ')).toContain(value)
})

test('one number is worked by hand for every model', () => {
  expect(new Set(worked.map(([name]) => name))).toEqual(new Set(Object.keys(models)))
})

/** The formulas in lines and those displayed. */
const inLine = [...page.replace(/^```.*?^```$/gms, '').matchAll(/\$([^$\n]+)\$/g)].map(([, latex]) => latex!)
const displayed = [...page.matchAll(/^```math\n(.*?)^```$/gms)].map(([, latex]) => latex!)

test('formulas are such as KaTeX typesets and GitHub takes', () => {
  expect(inLine.length).toBeGreaterThan(5)
  expect(displayed.length).toBeGreaterThan(Object.keys(models).length)
  for (const latex of [...inLine, ...displayed]) {
    expect(() => katex.renderToString(latex, { strict: 'error' })).not.toThrow()
    expect(latex).not.toContain('\\operatorname')
  }
  // Markdown would take the backslash away.
  for (const latex of inLine) expect(latex).not.toMatch(/\\[^a-zA-Z]/)
})

test('every link within the page leads somewhere', () => {
  const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!.toLowerCase().replaceAll(' ', '-')
  )
  for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor)
})
