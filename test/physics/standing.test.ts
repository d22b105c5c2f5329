/** What each model may claim, of which process, where it has a value, and whose work it is: the contract with its users. */
import type { ModelData, Process, Source, Tier } from '../../src/formula/model'
import { models } from '../../src/physics/models'
import * as literature from '../../src/physics/sources'

const all = Object.values(models as unknown as Readonly<Record<string, ModelData>>)

const each = all.map((model) => [model.name, model] as const)

type Standing = readonly [tier: Tier, process: Process, sources: string]

/** By name: the evidence, the process that it bounds, and whose work it is: first authors and years. */
const standing: Readonly<Record<string, Standing>> = {
  landauer: ['theorem', 'erasure/reversible', 'Landauer 1961'],
  generalizedLandauer: ['theorem', 'erasure/reversible', 'Sagawa 2009; Sagawa 2014'],
  discardedInformation: ['theorem', 'erasure', 'Faist 2015'],
  mismatch: ['theorem', 'erasure/irreversible', 'Kolchinsky 2017'],
  speedLimit: ['theorem', 'erasure/irreversible', 'Van Vu 2023; Shiraishi 2018'],
  rateCappedReset: ['theorem', 'erasure', 'Zhen 2021; Landauer 1961; Van Vu 2023; Shiraishi 2018'],
  optimalReset: [
    'theorem',
    'erasure',
    'Mulder 2025; Lee 2022; Esposito 2010; Diana 2013; limen; Landauer 1961'
  ],
  timeSymmetricReset: ['theorem', 'erasure', 'Riechers 2020'],
  overdampedReset: ['theorem', 'erasure', 'Proesmans 2020; Aurell 2012; Landauer 1961'],
  uncertaintyRelation: ['theorem', 'steady current', 'Barato 2015; Gingrich 2016'],
  chargeTransfer: ['theorem', 'charging', 'limen; Van Brandt 2023'],
  rampCharging: ['model', 'charging', 'limen'],
  slowDrivingPenalty: ['model', 'erasure/irreversible', 'Sivak 2012'],
  learnedInformation: ['theorem', 'erasure', 'Goldt 2017'],
  gradientMeasurement: ['theorem', 'erasure', 'Sagawa 2009; Shannon 1949'],
  stochasticRounding: ['theorem', 'erasure', 'Landauer 1961; limen'],
  refrigeration: ['empirical', '', 'Carnot 1824; limen'],
  arrheniusRate: ['model', '', 'Arrhenius 1889; Kramers 1940'],
  retentionBarrier: ['model', '', 'Arrhenius 1889; limen'],
  matchedBarrier: ['model', '', 'Arrhenius 1889; limen'],
  driveForSpeed: ['model', 'update/drive', 'limen'],
  driveForReliability: ['model', 'update/drive', 'Bennett 1982'],
  reliableAttempt: ['model', 'update/drive', 'Van Vu 2023; Bennett 1982'],
  staticWrite: ['model', 'update', 'limen; Bennett 1982'],
  refreshPower: ['circuit', 'retention', 'limen'],
  analogCellWrite: ['circuit', 'update', 'limen'],
  adiabaticLeakage: ['circuit', 'charging', 'Koller 1992; limen'],
  readInformation: ['theorem', 'read/erasure', 'Sagawa 2009'],
  samplingEnergy: ['circuit', 'read', 'Vittoz 1990; Murmann 2021'],
  converterEnergy: ['circuit', 'read', 'Vittoz 1990; Murmann 2025'],
  analogMac: ['circuit', 'read', 'Murmann 2021; Vittoz 1990; Murmann 2025'],
  losslessOutputBits: ['model', '', 'limen'],
  wireEnergy: ['circuit', 'move', 'limen'],
  channelEnergy: ['circuit', 'move', 'Shannon 1949'],
  readsBeforeDisturb: ['model', '', 'Arrhenius 1889; limen'],
  exponentialMeanStep: ['model', '', 'limen'],
  exponentialShape: ['model', '', 'limen'],
  powerLawMeanStep: ['model', '', 'limen'],
  powerLawShape: ['model', '', 'limen; Hajek 1988'],
  meanMatchedBarrier: ['model', 'update/barrier', 'limen'],
  limUpdate: ['model', 'update', 'Van Vu 2023; Bennett 1982; limen'],
  staticUpdate: ['model', 'update', 'limen; Bennett 1982'],
  consolidationUncompute: ['theorem', 'consolidation/erasure', 'Sagawa 2009; Landauer 1961'],
  consolidationReset: ['theorem', 'consolidation/erasure', 'Landauer 1961'],
  consolidationOverwrite: ['theorem', 'consolidation/erasure', 'Landauer 1961'],
  gradientDescentIterations: ['model', '', 'Nesterov 2004'],
  acceleratedIterations: ['model', '', 'Nesterov 2004; Polyak 1964'],
  stochasticGradientIterations: ['model', '', 'Polyak 1992'],
  annealingSteps: ['model', '', 'Hajek 1988'],
  trainingFlops: ['model', '', 'Kaplan 2020'],
  computeOptimalTokens: ['model', '', 'Hoffmann 2022'],
  powerLawFlops: ['model', '', 'Epoch AI'],
  quasiStaticAnalogTraining: ['model', 'erasure', 'Tkachenko 2025'],
  annealedParameter: ['model', 'update', 'Aurell 2012; limen'],
  breakEvenReads: ['empirical', '', 'limen'],
  balancedRows: ['circuit', '', 'limen; Vittoz 1990; Murmann 2025'],
  balancedBits: ['model', '', 'Vittoz 1990; Murmann 2025; limen'],
  blindWrite: ['empirical', 'update', 'limen'],
  verifiedWrite: ['empirical', 'update', 'Pólya 1949; Alibart 2012; limen'],
  breakEvenSpikes: ['empirical', '', 'Davidson 2021; limen'],
  attemptCappedDelayExponent: ['model', '', 'Bennett 1982; limen'],
  attemptCappedEnergyDelay: ['model', '', 'Bennett 1982; limen'],
  forwardCappedDelayExponent: ['model', '', 'Bennett 1982; limen'],
  forwardCappedEnergyDelay: ['model', '', 'Bennett 1982; limen'],
  attemptPrice: ['theorem', '', 'limen'],
  optimalResetTime: ['model', '', 'Mulder 2025; Lee 2022; Esposito 2010; Diana 2013; limen; limen'],
  resetWithIdlePower: [
    'theorem',
    'erasure,idling',
    'Mulder 2025; Lee 2022; Esposito 2010; Diana 2013; limen; Landauer 1961; limen'
  ],
  resetDelayExponent: ['model', '', 'Mulder 2025; Lee 2022; Esposito 2010; Diana 2013; limen; limen; limen'],
  optimalErrorProbability: ['model', '', 'Landauer 1961; limen'],
  resetWithRepair: ['theorem', 'erasure,repair', 'Landauer 1961; limen'],
  optimalAnnealingTime: ['model', '', 'Aurell 2012; limen'],
  annealingWithIdlePower: ['model', 'update,idling', 'Aurell 2012; limen; limen'],
  optimalWriteTime: ['model', '', 'limen'],
  writeWithStandby: ['model', 'update,idling', 'limen; Bennett 1982; limen'],
  staticFlip: ['model', 'update', 'limen'],
  optimalRows: ['model', '', 'limen; Vittoz 1990; Murmann 2025'],
  optimalAnalogMac: ['model', 'read', 'limen; Vittoz 1990; Murmann 2025']
}

/** A citation as a text refers to it: the first author, and the year. */
const reference = ({ citation }: Source): string => {
  const [author] = citation.replace(/^cf\. /u, '').split(/[:,]| [&(]| et al/u)
  const [, year] = /\((\d{4})\)/u.exec(citation) ?? []
  const [, month] = /arXiv:(\d\d)/u.exec(citation) ?? []
  return [author, year ?? (month === undefined ? [] : `20${month}`)].flat().join(' ')
}

test.each(each)('%s claims no more than it may', (name, model) => {
  const { tier, processes, sources } = model
  expect([tier, processes.join(), sources.map(reference).join('; ')]).toEqual(standing[name])
})

/** The ranges of inputs, by name: what is a length, a time, a count is positive; what may be absent may be 0. */
const ranges: Readonly<Record<string, string>> = {
  ...{ temperature: '(0, ∞)', ambientTemperature: '(0, ∞)', finalTemperature: '(0, ∞)' },
  ...{
    errorProbability: '[0, ½]',
    failureProbability: '(0, 1)',
    flipProbability: '[0, 1]',
    tolerance: '(0, 1)'
  },
  ...{ before: '[0, 1]', after: '[0, 1]', actual: '[0, 1]', design: '(0, 1)', fraction: '[0, 1]' },
  ...{ entropyDifference: '(−∞, ∞)', information: '[0, ∞)', precision: '[0, ∞)', signalToNoise: '[0, ∞)' },
  ...{ transport: '[0, ∞)', jumps: '(0, ∞)', relaxationRate: '(0, ∞)', relativeDeviation: '(0, ∞)' },
  ...{ attemptRate: '(0, ∞)', initialRate: '(0, ∞)', updateRate: '(0, ∞)' },
  ...{
    duration: '(0, ∞)',
    retentionTime: '(0, ∞)',
    writeTime: '(0, ∞)',
    refreshTime: '(0, ∞)',
    readTime: '(0, ∞)'
  },
  ...{ variance: '(0, ∞)', diffusivity: '(0, ∞)', length: '(0, ∞)', capacitancePerLength: '(0, ∞)' },
  ...{ charge: '(0, ∞)', voltage: '(0, ∞)', capacitance: '(0, ∞)' },
  ...{ resistance: '(0, ∞)', onResistance: '(0, ∞)', offResistance: '(0, ∞)' },
  ...{ carnotFraction: '(0, 1]', recovery: '[0, 1]', shape: '[0, 1]', drivePosition: '[0, 1]' },
  ...{ barrier: '[0, ∞)', readDrive: '[0, ∞)', depth: '(0, ∞)' },
  ...{
    outputBits: '[0, ∞)',
    inputBits: '[0, ∞)',
    weightBits: '[0, ∞)',
    rows: '(0, ∞)',
    spectralEfficiency: '(0, ∞)'
  },
  ...{ cells: '(0, ∞)', updates: '[2, ∞)', hops: '[0, ∞)', conditionNumber: '(1, ∞)', noiseRatio: '(0, ∞)' },
  ...{ parameters: '(0, ∞)', tokens: '(0, ∞)', anchorParameters: '(0, ∞)', datasetSize: '(0, ∞)' },
  ...{ anchorFlops: '(0, ∞)', exponent: '(−∞, ∞)' },
  ...{ readEnergy: '(0, ∞)', writeEnergy: '(0, ∞)', movementEnergy: '(0, ∞)', macEnergy: '(0, ∞)' },
  ...{ writeNoise: '(0, ∞)', verifyEnergy: '[0, ∞)', reuse: '[1, ∞)' },
  ...{ activationEnergy: '[0, ∞)', eventEnergy: '(0, ∞)', spikeEnergy: '[0, ∞)', neuronEnergy: '[0, ∞)' },
  ...{ idlePower: '(0, ∞)', standbyPower: '(0, ∞)', repairEnergy: '[0, ∞)', fixedEnergy: '(0, ∞)' },
  ...{ delayExponent: '(0, ∞)', synapsesPerNeuron: '[1, ∞)' }
}

const [noPerfection, noCoin] = ['(0, ½]', '(0, ½)']
/** Where a model takes another range: without error it would take infinite energy or rates, or no drive at all. */
const elsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  optimalReset: { errorProbability: noPerfection },
  timeSymmetricReset: { errorProbability: noPerfection },
  driveForReliability: { errorProbability: noPerfection },
  reliableAttempt: { errorProbability: noPerfection },
  meanMatchedBarrier: { errorProbability: noPerfection },
  limUpdate: { errorProbability: noPerfection },
  staticWrite: { errorProbability: noCoin },
  staticUpdate: { errorProbability: noCoin },
  driveForSpeed: { updateRate: '[0, ∞)' }, // a ladder may rest
  breakEvenReads: { precision: '(0, ∞)' }, // of no bits, nothing is fetched
  // Without a drive nothing moves.
  attemptCappedDelayExponent: { errorProbability: noCoin },
  attemptCappedEnergyDelay: { errorProbability: noCoin },
  forwardCappedDelayExponent: { errorProbability: noCoin },
  forwardCappedEnergyDelay: { errorProbability: noCoin },
  // What takes no time has no best time.
  optimalResetTime: { errorProbability: noCoin },
  resetWithIdlePower: { errorProbability: noCoin },
  resetDelayExponent: { errorProbability: noCoin },
  optimalAnnealingTime: { precision: '(0, ∞)' },
  annealingWithIdlePower: { precision: '(0, ∞)' },
  // Over no barrier, the error asks for the tilt.
  optimalWriteTime: { errorProbability: noCoin, barrier: '(0, ∞)' },
  writeWithStandby: { errorProbability: noCoin, barrier: '(0, ∞)' },
  staticFlip: { errorProbability: noCoin, barrier: '(0, ∞)' }
}

test.each(each)('%s has a value where it makes sense', (name, model) => {
  for (const [input, { range }] of Object.entries(model.inputs))
    expect([input, range.text]).toEqual([input, elsewhere[name]?.[input] ?? ranges[input]])
})

test.each(each)(
  '%s, where it is derived by this project, says under which heading',
  (name, { sources, parts }) => {
    const headings = sources.flatMap(({ citation }) => /^limen: derived in (.*)$/u.exec(citation)?.[1] ?? [])
    for (const heading of headings)
      expect(
        [name, ...parts.map((part) => part.name)].map((one) => `docs/physics.md#${one.toLowerCase()}`)
      ).toContain(heading)
  }
)

test.each(each)(
  '%s has a symbol, a constraint, and a sentence that says what it is',
  (_, { symbol, constraint, summary }) => {
    expect([symbol, constraint, summary]).not.toContain('')
  }
)

test.each(each)('%s tells its inputs apart', (_, { inputs }) => {
  const symbols = Object.values(inputs).map(({ symbol }) => symbol)
  expect(symbols).not.toContain('')
  expect(new Set(symbols).size).toBe(symbols.length)
  for (const { description } of Object.values(inputs)) expect(description).not.toBe('')
})

describe('the literature', () => {
  const cited: readonly Source[] = Object.values(literature).filter((one) => typeof one === 'object')

  test('is of models: nothing is listed that none rests on', () => {
    const used = new Set(all.flatMap(({ sources }) => sources))
    for (const source of cited) expect(used).toContain(source)
  })

  test('leads to what it cites: the address has the volume and the number, or that of the preprint', () => {
    const links = cited.filter(({ url }) => url?.startsWith('https://doi.org/') ?? false)
    expect(links.length).toBeGreaterThan(20)
    for (const { citation, url } of cited) {
      const [, journal, volume, number] =
        /(Phys\. Rev\. \w+\.?|Phys\. Rev\. Research) (\d+), (\d+)/u.exec(citation) ?? []
      if (journal !== undefined)
        expect(url).toBe(`https://doi.org/10.1103/${journal.replace(/[. ]/gu, '')}.${volume!}.${number!}`)
      const [, preprint] = /arXiv:(\S+)/u.exec(citation) ?? []
      if (preprint !== undefined) expect(url).toBe(`https://arxiv.org/abs/${preprint}`)
      if (url?.startsWith('https://doi.org/') ?? false)
        expect(url).toMatch(/^https:\/\/doi\.org\/10\.\d{4}\/\S{7,}$/u)
    }
  })
})
