import { binary, unary, type Algebra } from '../../src/formula/algebra'
import { decimalAlgebra } from '../../src/reading/decimal'
import { numberAlgebra } from '../../src/reading/number'
import { textAlgebra } from '../../src/reading/text'

const operations = [...Object.keys(unary), ...Object.keys(binary)]

test('no operation takes both one argument and two', () => {
  expect(new Set(operations).size).toBe(operations.length)
})

test('every reading acts on constants and on every operation, and on nothing else', () => {
  const readings: readonly Algebra<never>[] = [
    numberAlgebra as unknown as Algebra<never>,
    decimalAlgebra(34) as unknown as Algebra<never>,
    textAlgebra as unknown as Algebra<never>
  ]
  for (const algebra of readings)
    expect(Object.keys(algebra).sort()).toEqual(['constant', ...operations].sort())
})

test('an algebra that lacks an operation does not compile', () => {
  const { phi2: _, ...rest } = numberAlgebra
  // @ts-expect-error -- phi2 is missing
  const algebra: Algebra<number> = rest
  expect(algebra).not.toHaveProperty('phi2')
})

describe('each operation means what it says', () => {
  /** Meaning by elementary functions, at a point where they are accurate enough. */
  const { log, exp, sqrt, asin, asinh, atanh, sinh, tanh, PI } = Math
  const h = (x: number): number => -x * log(x) - (1 - x) * log(1 - x)

  test.each([
    ['neg', -0.3],
    ['exp', exp(0.3)],
    ['expm1', exp(0.3) - 1],
    ['ln', log(0.3)],
    ['log1p', log(1.3)],
    ['sqrt', sqrt(0.3)],
    ['square', 0.09],
    ['arsinh', asinh(0.3)],
    ['artanh', atanh(0.3)],
    ['entropy', h(0.3)],
    ['logOdds', log(0.7 / 0.3)],
    ['angle', PI / 2 - 2 * asin(sqrt(0.3))],
    ['phi1', (exp(0.3) - 1) / 0.3],
    ['phi2', (exp(0.3) - 1 - 0.3) / 0.09],
    ['langevin', 1 / tanh(0.3) - 1 / 0.3],
    // By the quotient rule, and as the derivative of a hyperbolic cotangent.
    ['phi2Slope', (exp(0.3) * (0.3 - 2) + 0.3 + 2) / 0.027],
    ['langevinSlope', 1 / 0.09 - 1 / sinh(0.3) ** 2],
    ['step', 1]
  ] as const)('%s of 0.3 is %d', (op, value) => {
    expect(numberAlgebra[op](0.3)).toBeCloseTo(value, 8)
  })

  test.each([
    ['add', 0.8],
    ['sub', -0.2],
    ['mul', 0.15],
    ['div', 0.6],
    ['pow', sqrt(0.3)],
    ['max', 0.5],
    ['min', 0.3],
    ['lnRatio', log(0.6)],
    ['entropyDifference', h(0.3) - log(2)],
    ['relativeEntropy', log(2) - h(0.3)]
  ] as const)('%s of 0.3 and 0.5 is %d', (op, value) => {
    expect(numberAlgebra[op](0.3, 0.5)).toBeCloseTo(value, 12)
  })

  test('a bit reset from ½ to ε in n attempts leaves the state to be emptied at the rate that Σ is of', () => {
    // Of the exits at f₀ the share a(p) counts, c = p a²/(1 − a): integrated by midpoints.
    const [ε, n] = [0.1, 4]
    const c = numberAlgebra.resetMultiplier(ε, n)
    const steps = 20000
    const [width, sum] = [
      (0.5 - ε) / steps,
      (of: (p: number) => number) => {
        let total = 0
        for (let k = 0; k < steps; k++) total += of(ε + (k + 0.5) * width)
        return total * width
      }
    ]
    const share = (p: number): number => (sqrt((c / p) ** 2 + (4 * c) / p) - c / p) / 2
    expect(sum((p) => 1 / (p * share(p)))).toBeCloseTo(n, 6)
    expect(sum((p) => -log(1 - share(p)))).toBeCloseTo(numberAlgebra.resetDissipation(ε, n), 8)
  })
})
