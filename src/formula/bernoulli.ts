/**
 * Coefficients of Stirling's series, exactly: ln Γ(z) = (z−½) ln z − z + ½ ln 2π + Σ cₖ z^(1−2k)
 * with cₖ = B₂ₖ/(2k(2k−1)), from the tangent numbers (Brent & Harvey, arXiv:1108.0286).
 */

/** cₖ as a fraction of integers. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** c₁ … cₙ. */
export const stirlingCoefficients = (n: number): readonly Fraction[] => {
  const tangent = [0n, 1n]
  for (let k = 2; k <= n; k++) tangent.push(BigInt(k - 1) * tangent[k - 1]!)
  for (let k = 2; k <= n; k++)
    for (let j = k; j <= n; j++)
      tangent[j] = BigInt(j - k) * tangent[j - 1]! + BigInt(j - k + 2) * tangent[j]!
  // B₂ₖ = (−1)^(k−1) 2k Tₖ / (4ᵏ (4ᵏ − 1))
  return tangent.slice(1, n + 1).map((t, at) => {
    const k = BigInt(at + 1)
    const four = 4n ** k
    return {
      numerator: (k % 2n === 1n ? 1n : -1n) * t,
      denominator: four * (four - 1n) * (2n * k - 1n)
    }
  })
}
