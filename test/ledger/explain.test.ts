/** Ledgers explained: every figure of joules with its derivation, and what it is sensitive to. */
import * as E from 'fp-ts/lib/Either.js'
import type { Inputs, ModelData, Values } from '../../src/formula/model'
import { estimate, type Ledger } from '../../src/ledger/estimate'
import { explainableNames, explainLedger, type Explanation } from '../../src/ledger/explain'
import { paradigms, speeds, walls, type ParadigmName } from '../../src/ledger/paradigms'
import type { Derivation } from '../../src/reading/explain'
import { evaluate } from '../../src/reading/evaluate'
import { Working } from '../../src/units/decimal'
import { flops, macs, one, seconds } from '../../src/units/si'
import { ofDecimal, type Quantity } from '../../src/units/quantity'
import { examples, exampleText, readEstimate } from '../estimate/files'
import { errorOf, left, paradigmOf, right, scenarioNamed } from './reference'
import { changed } from './scenarios'

const ledgerOf = (name: string): Ledger => readEstimate(exampleText(name)).ledger

const descriptions = Object.fromEntries(
  paradigms(speeds.constant).map(({ name, description }) => [name, description])
)

const brain = ledgerOf('brain-scale')

const explained = (ledger: Ledger, ...names: readonly string[]): readonly Explanation[] =>
  right(explainLedger(ledger, names))

/** The model of a figure, with the values of its inputs in its ledger. */
const modelOf = (ledger: Ledger, figure: string): readonly [ModelData, Values<Inputs>] => {
  const [paradigm, wall] = figure.split('.') as [ParadigmName, 'total' | 'update']
  const { walls: parts, total } = paradigmOf(ledger, paradigm)
  return [{ ...parts, total }[wall]!.model, ledger.inputs as Values<Inputs>]
}

const partsOf = (derivation: Derivation): readonly Derivation[] => [
  derivation,
  ...derivation.terms.flatMap(partsOf)
]

test('the floor of the brain-scale system is an energy, of so many bits', () => {
  const [{ derivations, description }] = explained(brain, 'floor.update') as [Explanation]
  expect(description).toBe('the information of the solution, however it is found')
  expect(derivations.map(({ value }) => value.dimension.name)).toEqual(['energy'])
  expect(derivations[0]!.value.value).toBeCloseTo(22.9678304e-6, 12)
  expect(partsOf(derivations[0]!).map(({ name }) => name)).toEqual([
    'floor.update',
    'optimalReset',
    'landauer'
  ])
})

describe('what can be explained', () => {
  const names = explainableNames(brain)

  test('is every paradigm, and each of its figures after it', () => {
    expect(names.slice(0, 6)).toEqual([
      ...['floor', 'floor.memory', 'floor.update', 'floor.consolidation', 'floor.total'],
      'bitFlip'
    ])
    expect(names.slice(-2)).toEqual(['accelerator', 'accelerator.total'])
    expect(names).toHaveLength(6 * 5 + 2)
    expect(new Set(names).size).toBe(names.length)
  })

  test('is described: a wall by what it pays for, a total as its paradigm is', () => {
    for (const { name, description } of explained(brain, ...names)) {
      const [paradigm, wall = 'total'] = name.split('.') as [ParadigmName, ('total' | 'update')?]
      const { walls: parts, total } = paradigmOf(brain, paradigm)
      const { summary } = { ...parts, total }[wall]!.model
      expect([name, description]).toEqual([name, wall === 'total' ? descriptions[paradigm] : summary])
    }
  })

  test('at the wall plug is what the total takes there', () => {
    const cold = ledgerOf('qp-cold')
    expect(explainableNames(cold)).toHaveLength(6 * 6 + 3)
    const [{ description, derivations, sensitivities }] = explained(cold, 'floor.wallPlug') as [Explanation]
    expect(description).toBe('information of the solution, at the wall plug')
    expect(partsOf(derivations[0]!).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['floor.wallPlug', 'refrigeration', 'optimalReset'])
    )
    const told = Object.fromEntries(sensitivities.map(({ input, elasticity }) => [input, elasticity.value]))
    expect(told['carnotFraction']).toBeLessThan(-0.9)
  })

  test('is no row that has no value', () => {
    const late = right(
      estimate(changed(scenarioNamed('brain-scale'), { workload: { duration: seconds(1) } }))
    )
    expect(explainableNames(late)).not.toContain('bitFlip')
    expect(right(explainLedger(late)).map(({ name }) => name)).toEqual([
      'floor',
      'cim',
      'vonNeumann',
      'accelerator'
    ])
  })

  test('is what is asked for, in that order, and as often', () => {
    const asked = ['cim.update', 'floor', 'cim.update', 'accelerator.total']
    expect(explained(brain, ...asked).map(({ name }) => name)).toEqual(asked)
  })

  test('is every paradigm where nothing is asked for', () => {
    expect(right(explainLedger(brain)).map(({ name }) => name)).toEqual(
      brain.paradigms.map(({ name }) => name)
    )
  })

  test('is not what the ledger does not have', () => {
    expect(explained(brain, 'zebra', 'accelerator.memory', 'CIM', '', 'cim.')).toEqual([])
    expect(explained(brain, 'zebra', 'cim.update').map(({ name }) => name)).toEqual(['cim.update'])
  })
})

describe.each(examples)('of %s.json', (example) => {
  const ledger = ledgerOf(example)

  test('every figure comes to the value that it has in the ledger, and so does each wall of a paradigm', () => {
    for (const { name, walls: parts, total, wallPlug } of ledger.paradigms) {
      const expected = Object.entries({ ...parts, total, ...(wallPlug && { wallPlug }) })
      const figures = explained(ledger, ...expected.map(([wall]) => `${name}.${wall}`))
      expect(
        figures.map(({ derivations }) => derivations.map(({ value }) => value.exact.toString()))
      ).toEqual(expected.map(([, { energy }]) => [energy.exact.toString()]))
      const [{ derivations, description }] = explained(ledger, name) as [Explanation]
      expect(description).toBe(descriptions[name])
      expect(derivations.map(({ value }) => value.exact.toString())).toEqual(
        (parts === undefined ? [total] : walls.map((wall) => parts[wall])).map(({ energy }) =>
          energy.exact.toString()
        )
      )
    }
  })

  test('every figure has the tier, claim, constraint and sources that it has in the ledger', () => {
    for (const { name, walls: parts, total, wallPlug } of ledger.paradigms)
      for (const [wall, { tier, claim, constraint, sources }] of Object.entries({
        ...parts,
        total,
        ...(wallPlug && { wallPlug })
      })) {
        const [{ derivations }] = explained(ledger, `${name}.${wall}`) as [Explanation]
        expect(derivations[0]).toMatchObject({ tier, claim, constraint, sources })
      }
  })

  test('every derivation is given the values of the scenario, and none besides', () => {
    for (const { derivations } of right(explainLedger(ledger)))
      for (const { inputs } of derivations)
        for (const { name, value } of inputs)
          expect([name, value.exact.toString()]).toEqual([
            name,
            (ledger.inputs[name] as Quantity<unknown>).exact.toString()
          ])
  })

  test('sensitivities are there, largest first, of every figure that is not 0', () => {
    for (const name of explainableNames(ledger)) {
      const [{ derivations, sensitivities }] = explained(ledger, name) as [Explanation]
      if (derivations.every(({ value }) => value.exact.isZero())) {
        expect(sensitivities).toEqual([])
        continue
      }
      const sizes = sensitivities.map(({ elasticity }) => Math.abs(elasticity.value))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      expect(sensitivities.map(({ input }) => input).sort()).toEqual(Object.keys(ledger.inputs).sort())
    }
  })
})

describe('sensitivities', () => {
  /** ∂ln E/∂ln x, by a small step of the input both ways, or inwards. */
  const byStep = (model: ModelData, values: Values<Inputs>, name: string): number => {
    const { dimension, exact } = values[name] as Quantity<unknown>
    const step = new Working('1e-10')
    const found = (steps: number) =>
      evaluate(model, { digits: 60 })({
        ...values,
        [name]: ofDecimal(dimension, new Working(exact).times(step.times(steps).plus(1)))
      } as never)
    const at = (steps: number) => right(found(steps)).exact
    // An input at the end of its range is followed inwards alone, by a parabola.
    const rise = E.isRight(found(-1))
      ? at(1).minus(at(-1))
      : at(1).times(4).minus(at(2)).minus(at(0).times(3))
    return rise.div(at(0)).div(step.times(2)).toNumber()
  }

  test.each([
    ['brain-scale', 'limDissipated', 'limDissipated.total'],
    ['brain-scale', 'limDissipated.memory', 'limDissipated.memory'],
    ['gpt-3-scaled', 'floor', 'floor.total'],
    ['gpt-3-scaled', 'cim.consolidation', 'cim.consolidation'],
    ['compute-optimal', 'cim', 'cim.total'],
    ['ising-g1', 'limRecovered.update', 'limRecovered.update'],
    ['lenet-5', 'accelerator', 'accelerator.total']
  ])('of %s %s are those of the model of %s', (example, name, figure) => {
    const ledger = ledgerOf(example)
    const [model, values] = modelOf(ledger, figure)
    const [{ sensitivities }] = explained(ledger, name) as [Explanation]
    for (const { input, elasticity } of sensitivities)
      expect([input, elasticity.value]).toEqual([
        input,
        expect.closeTo(byStep(model, values, input), 12) as number
      ])
  })

  test('of a paradigm tell what matters: a third of what vonNeumann takes is reads, two are writes, and both are proportional to b', () => {
    const [{ sensitivities }] = explained(brain, 'vonNeumann') as [Explanation]
    const told = Object.fromEntries(sensitivities.map(({ input, elasticity }) => [input, elasticity.value]))
    expect(told).toMatchObject({ precision: 1, movementEnergy: 1 })
    expect(told['macs']).toBeCloseTo(1 / 3, 9)
    expect(told['updates']).toBeCloseTo(2 / 3, 9)
    expect(told['reuse']).toBeCloseTo(-1 / 3, 9)
  })

  test('have derivatives in the unit of the figure by that of the input', () => {
    const [{ sensitivities }] = explained(brain, 'accelerator') as [Explanation]
    const { derivative } = sensitivities.find(({ input }) => input === 'flops')!
    expect(derivative!.dimension.name).toBe('energy per flop')
    expect(derivative!.exact.toString()).toBe('7.08e-13')
  })
})

describe('counts that follow from a law are derived too', () => {
  test('to the number of operations that the ledger has', () => {
    const ledger = ledgerOf('gpt-3-scaled')
    const [{ derivations }] = explained(ledger, 'bitFlip.update') as [Explanation]
    const parts = partsOf(derivations[0]!)
    const law = parts.find(({ name }) => name === 'powerLawFlops')!
    expect(law.value.exact.toString()).toBe(ledger.counts.flops.exact.toString())
    expect(law.tier).toBe('model')
    expect(law.inputs.map(({ name }) => name)).toEqual([
      'parameters',
      'anchorParameters',
      'anchorFlops',
      'exponent'
    ])
    expect(parts.find(({ name }) => name === 'updates')!.value.exact.toString()).toBe(
      ledger.counts.updates.exact.toString()
    )
  })

  test('through the tokens of compute-optimal training', () => {
    const [{ derivations }] = explained(ledgerOf('compute-optimal'), 'accelerator') as [Explanation]
    const names = partsOf(derivations[0]!).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['trainingFlops', 'computeOptimalTokens']))
  })
})

describe('a figure of 0 J', () => {
  const idle = right(
    estimate(
      changed(scenarioNamed('brain-scale'), {
        workload: { operations: { law: 'given', flops: flops(0) }, macs: macs(0) },
        design: { solutionErrorProbability: one('0.5') }
      })
    )
  )

  test.each(['floor', 'floor.update', 'limRecovered.memory', 'accelerator'])(
    'has its derivation, and is sensitive to nothing: %s',
    (name) => {
      const [{ derivations, sensitivities }] = explained(idle, name) as [Explanation]
      for (const { value, constraint } of derivations) {
        expect(value.exact.toString()).toBe('0')
        expect(constraint).not.toBe('')
      }
      expect(sensitivities).toEqual([])
    }
  )

  test('that nothing could change has no input that it uses; one that a count makes 0 has', () => {
    const used = (name: string) =>
      explained(idle, name)[0]!.derivations[0]!.inputs.filter(({ unused }) => unused !== true).length
    expect(used('floor.memory')).toBe(0)
    expect(used('accelerator')).toBe(2)
  })

  test('beside others keeps no figure from being explained', () => {
    const [{ derivations, sensitivities }] = explained(brain, 'limRecovered') as [Explanation]
    expect(derivations.map(({ value }) => value.exact.isZero())).toEqual([false, false, true])
    const { elasticity } = sensitivities.find(({ input }) => input === 'temperature')!
    expect(elasticity.value).toBeCloseTo(1, 12)
  })
})

describe('digits', () => {
  test.each([1, 10, 60])('are as many as asked for: %i', (digits) => {
    const [{ derivations, sensitivities }] = right(explainLedger(brain, ['floor.update'], { digits })) as [
      Explanation
    ]
    for (const { value } of partsOf(derivations[0]!))
      expect(value.exact.precision()).toBeLessThanOrEqual(digits)
    // The last may be 0.
    expect(derivations[0]!.value.exact.precision()).toBeGreaterThanOrEqual(digits - 2)
    for (const { elasticity } of sensitivities)
      expect(elasticity.exact.precision()).toBeLessThanOrEqual(digits)
    expect(errorOf(derivations[0]!.value.exact, '2.296783036081686636408284194207351387732e-5')).toBeLessThan(
      Math.max(10 ** (1 - digits), 1e-39)
    )
  })

  test.each([0, 401, 2.5])('%p is no number of them', (digits) => {
    expect(left(explainLedger(brain, ['floor'], { digits })).message).toContain('digits should be')
    expect(E.isRight(explainLedger(brain, [], { digits }))).toBe(true) // nothing to explain
  })
})
