import { decimalsOf } from '../../src/units/decimal'
import { stirlingCoefficients, type Fraction } from '../../src/formula/bernoulli'

const equal = ({ numerator, denominator }: Fraction, n: bigint, d: bigint): boolean =>
  numerator * d === n * denominator

/** c₁ … c₁₂: https://oeis.org/A046968 over https://oeis.org/A046969. */
const published: readonly (readonly [bigint, bigint])[] = [
  [1n, 12n],
  [-1n, 360n],
  [1n, 1260n],
  [-1n, 1680n],
  [1n, 1188n],
  [-691n, 360360n],
  [1n, 156n],
  [-3617n, 122400n],
  [43867n, 244188n],
  [-174611n, 125400n],
  [77683n, 5796n],
  [-236364091n, 1506960n]
]

const isPrime = (n: bigint): boolean => {
  for (let d = 2n; d * d <= n; d++) if (n % d === 0n) return false
  return n > 1n
}

test('the first coefficients of Stirling’s series are 1/12, −1/360, 1/1260 and so on as published', () => {
  const coefficients = stirlingCoefficients(published.length)
  expect(coefficients).toHaveLength(published.length)
  published.forEach(([n, d], at) => {
    expect([at, equal(coefficients[at]!, n, d)]).toEqual([at, true])
  })
})

test('the coefficients do not depend on how many are asked for', () => {
  const many = stirlingCoefficients(40)
  for (const n of [1, 2, 5, 39]) expect(stirlingCoefficients(n)).toEqual(many.slice(0, n))
})

test('none are given where none are asked for', () => {
  expect(stirlingCoefficients(0)).toEqual([])
})

test('denominators are positive, and signs alternate', () => {
  stirlingCoefficients(40).forEach(({ numerator, denominator }, at) => {
    expect(denominator).toBeGreaterThan(0n)
    expect([at, numerator > 0n]).toEqual([at, at % 2 === 0])
  })
})

test('the Bernoulli numbers in them obey the theorem of von Staudt and Clausen', () => {
  stirlingCoefficients(60).forEach(({ numerator, denominator }, at) => {
    // B₂ₖ + Σ 1/p over the primes p with p − 1 | 2k is an integer
    const twoK = 2n * BigInt(at + 1)
    let [n, d] = [numerator * twoK * (twoK - 1n), denominator]
    for (let p = 2n; p <= twoK + 1n; p++)
      if (isPrime(p) && twoK % (p - 1n) === 0n) [n, d] = [n * p + d, d * p]
    expect([twoK, n % d]).toEqual([twoK, 0n])
  })
})

test('the series gives ln 19! to 30 digits', () => {
  // ln 19! − (39/2 ln 20 − 20 + ½ ln 2π), computed apart from this library
  const published = '0.004166319691996922457462923382218316136328084974'
  const Wide = decimalsOf(60)
  const series = stirlingCoefficients(40).reduce(
    (sum, { numerator, denominator }, at) =>
      sum.plus(new Wide(String(numerator)).div(String(denominator)).div(new Wide(20).pow(2 * at + 1))),
    new Wide(0)
  )
  expect(series.minus(published).abs().toNumber()).toBeLessThan(1e-32)
})
