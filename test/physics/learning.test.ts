import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import * as learning from '../../src/physics/learning'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { decimal, type Decimal } from '../../src/units/decimal'
import type { Quantity } from '../../src/units/quantity'
import { bits, flops, hertz, kelvin, kT, parameters, seconds, tokens } from '../../src/units/si'
import { exactly, relativeError, right } from '../reading/values'
import { logUniform, temperatures } from './arbitrary'

const {
  gradientDescentIterations,
  acceleratedIterations,
  stochasticGradientIterations,
  annealingSteps,
  trainingFlops,
  computeOptimalTokens,
  powerLawFlops,
  quasiStaticAnalogTraining,
  annealedParameter
} = learning

const valueOf = (result: E.Either<{ readonly message: string }, Quantity<unknown>>): Decimal =>
  right(result).exact

test.each([
  ['gradientDescentIterations', 'update', 'model'],
  ['acceleratedIterations', 'update', 'model'],
  ['stochasticGradientIterations', 'update', 'model'],
  ['annealingSteps', 'update', 'model'],
  ['trainingFlops', 'flop', 'model'],
  ['computeOptimalTokens', 'token', 'model'],
  ['powerLawFlops', 'flop', 'model'],
  ['quasiStaticAnalogTraining', 'J', 'model'],
  ['annealedParameter', 'J/parameter', 'model']
] as const)('%s is in %s and is a %s', (name, unit, tier) => {
  const { unit: of, tier: evidence } = learning[name]
  expect([of.symbol, evidence]).toEqual([unit, tier])
})

test('70e9 parameters train best on 1.4e12 tokens, with 5.88e23 flop (Hoffmann et al. 2022)', () => {
  const size = { parameters: parameters(70e9) }
  const best = right(computeOptimalTokens(size))
  expect(best.exact.eq('1.4e12')).toBe(true)
  expect(valueOf(trainingFlops({ ...size, tokens: best })).eq('5.88e23')).toBe(true)
})

describe('at 1e15 parameters', () => {
  const brain = { parameters: parameters(1e15) }

  test('compute-optimal training takes 1.2e32 flop', () => {
    const best = right(computeOptimalTokens(brain))
    expect(valueOf(trainingFlops({ ...brain, tokens: best })).eq('1.2e32')).toBe(true)
  })

  test('the power law of exponent 1.25 through GPT-3 is within a factor of 5 of the 6e28 flop of the fit', () => {
    // GPT-3: 1.75e11 parameters, 3.14e23 flop. The fit goes through no single model.
    const value = right(
      powerLawFlops({
        ...brain,
        anchorParameters: parameters(1.75e11),
        anchorFlops: flops(3.14e23),
        exponent: 1.25
      })
    ).value
    expect(value / 6e28).toBeGreaterThan(1 / 5)
    expect(value / 6e28).toBeLessThan(5)
  })
})

describe('iterations', () => {
  test('of gradient descent at condition number 3 halve the error: one per bit', () => {
    const value = valueOf(gradientDescentIterations({ conditionNumber: 3, precision: bits(17) }))
    expect(relativeError(value, 17)).toBeLessThan(1e-33)
  })

  test('accelerated are those of gradient descent at the root of the condition number', () => {
    fc.assert(
      fc.property(logUniform(1.0001, 1e6), logUniform(1e-3, 1e3), (root, b) => {
        const { unit } = gradientDescentIterations.inputs.conditionNumber
        const precision = bits(b)
        const plain = valueOf(gradientDescentIterations({ conditionNumber: root, precision }))
        const squared = unit(root).exact.times(root)
        const fast = valueOf(acceleratedIterations({ conditionNumber: unit(squared), precision }))
        expect(relativeError(fast, plain)).toBeLessThan(1e-28)
      })
    )
  })

  test('as κ → 1 are few, and accelerated ones in float64 are the decimals to 1e-13', () => {
    const { unit } = acceleratedIterations.inputs.conditionNumber
    const [quick, finely] = [
      evaluateNumber(acceleratedIterations),
      evaluate(acceleratedIterations, { digits: 60 })
    ]
    fc.assert(
      fc.property(fc.oneof(logUniform(2 ** -52, 1), logUniform(1, 1e15)), (above) => {
        const κ = 1 + above
        fc.pre(κ > 1)
        const given = { conditionNumber: unit(exactly(κ)), precision: bits(10) }
        expect(relativeError(right(quick(given)).value, right(finely(given)).exact)).toBeLessThan(1e-13)
      })
    )
    // κ = 1 + 1e-30: the error falls by 4e30 at a step.
    const near = { conditionNumber: unit(`1.${'1'.padStart(30, '0')}`), precision: bits(1) }
    const perStep = valueOf(acceleratedIterations(near)).times(
      decimal(4).ln().plus(decimal(10).ln().times(30))
    )
    expect(relativeError(perStep, decimal(2).ln())).toBeLessThan(1e-29)
  })

  test('are fewer with acceleration', () => {
    fc.assert(
      fc.property(logUniform(1.0001, 1e12), (conditionNumber) => {
        const of = { conditionNumber, precision: bits(16) }
        expect(valueOf(acceleratedIterations(of)).lt(valueOf(gradientDescentIterations(of)))).toBe(true)
      })
    )
  })

  test('of stochastic gradients grow fourfold with every bit', () => {
    fc.assert(
      fc.property(logUniform(1e-6, 1e6), fc.integer({ min: 0, max: 60 }), (noiseRatio, b) => {
        const at = (count: number): Decimal =>
          valueOf(stochasticGradientIterations({ noiseRatio, precision: bits(count) }))
        expect(relativeError(at(b + 1), at(b).times(4))).toBeLessThan(1e-32)
      })
    )
    const noisy = { noiseRatio: 3, precision: bits(0) }
    expect(valueOf(stochasticGradientIterations(noisy)).eq(9)).toBe(true)
  })
})

test('annealing for n steps ends at the temperature depth/ln(1+n)', () => {
  fc.assert(
    fc.property(logUniform(1e-6, 1e6), logUniform(1e-3, 1e3), (finalTemperature, ratio) => {
      const depth = ratio * finalTemperature
      const steps = valueOf(annealingSteps({ depth, finalTemperature }))
      const back = steps.plus(1).ln().times(finalTemperature)
      expect(relativeError(back, depth)).toBeLessThan(1e-28)
    })
  )
})

describe('powerLawFlops', () => {
  const sizes = logUniform(1e6, 1e15)

  test('at the anchor is the anchor', () => {
    fc.assert(
      fc.property(sizes, logUniform(1e15, 1e30), fc.double({ min: -5, max: 5, noNaN: true }), (N, F, a) => {
        const at = { parameters: parameters(N), anchorParameters: parameters(N) }
        expect(valueOf(powerLawFlops({ ...at, anchorFlops: flops(F), exponent: a })).eq(F)).toBe(true)
      })
    )
  })

  test('of exponent 2 grows with the square', () => {
    fc.assert(
      fc.property(sizes, sizes, (N, N0) => {
        const of = { parameters: parameters(N), anchorParameters: parameters(N0), anchorFlops: flops(1) }
        const ratio = parameters(N).exact.div(N0)
        expect(
          relativeError(valueOf(powerLawFlops({ ...of, exponent: 2 })), ratio.times(ratio))
        ).toBeLessThan(1e-31)
      })
    )
  })
})

describe('annealedParameter', () => {
  const of = (b: number, attempts: number) => ({
    precision: bits(b),
    attemptRate: hertz(1),
    duration: seconds(attempts)
  })

  test('of 8 bits in 65 025 attempts is kT (8 ln 2 + 1)', () => {
    const temperature = kelvin(300)
    const energy = valueOf(annealedParameter({ temperature, ...of(8, 255 ** 2) }))
    expect(
      relativeError(energy.div(kT(1, temperature).exact), decimal(2).ln().times(8).plus(1))
    ).toBeLessThan(1e-32)
  })

  test('given time is kT ln 2 for each bit that is learned, and what haste adds is as the inverse of time', () => {
    fc.assert(
      fc.property(temperatures, logUniform(1e-6, 40), logUniform(1e-3, 1e12), (temperature, b, attempts) => {
        const thermal = kT(1, temperature).exact
        const learned = thermal.times(decimal(2).ln()).times(b)
        const at = (n: number): Decimal => valueOf(annealedParameter({ temperature, ...of(b, n) }))
        const haste = at(attempts).minus(learned)
        const rungs = decimal(2).ln().times(b).exp().minus(1)
        const expected = thermal.times(rungs.times(rungs)).div(seconds(attempts).exact)
        // A parameter of a millionth of a bit leaves little beside what it learns.
        expect(
          haste
            .minus(expected)
            .abs()
            .lte(expected.times(1e-24).plus(learned.times(1e-30)))
        ).toBe(true)
        expect(at(attempts).gt(learned) || expected.lt(learned.times(1e-33))).toBe(true)
      })
    )
  })
})

test('kT ln 2 for each training operation is 3 ln 2 times the quasi-static analogue training', () => {
  fc.assert(
    fc.property(temperatures, logUniform(1, 1e18), logUniform(1, 1e18), (temperature, N, D) => {
      const count = valueOf(trainingFlops({ parameters: parameters(N), tokens: tokens(D) }))
      const analogue = valueOf(
        quasiStaticAnalogTraining({ temperature, parameters: parameters(N), datasetSize: tokens(D) })
      )
      const ln2 = decimal(2).ln()
      const digital = count.times(kT(1, temperature).exact).times(ln2)
      expect(relativeError(digital.div(analogue), ln2.times(3))).toBeLessThan(1e-32)
    })
  )
})
