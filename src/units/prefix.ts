/** The SI prefixes by symbol, smallest first. */
export const prefixes = {
  q: -30, r: -27, y: -24, z: -21, a: -18, f: -15, p: -12, n: -9, µ: -6, m: -3,
  k: 3, M: 6, G: 9, T: 12, P: 15, E: 18, Z: 21, Y: 24, R: 27, Q: 30
} as const // prettier-ignore

export type Prefix = keyof typeof prefixes
