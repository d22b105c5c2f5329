/** The symbols of the SI prefixes for 10⁻³⁰ to 10³⁰, by thousands; of 1 there is none. */
const symbols = [
  'q', 'r', 'y', 'z', 'a', 'f', 'p', 'n', 'µ', 'm', '',
  'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y', 'R', 'Q'
] as const // prettier-ignore

export type Prefix = Exclude<(typeof symbols)[number], ''>

const powerAt = (at: number): number => 3 * (at - 10)

/** The prefix of a power of ten; none where it is not that of any. */
export const prefixOf = (power: number): string | undefined => symbols[power / 3 + 10]

/** The SI prefixes by symbol, smallest first. */
export const prefixes: { readonly [P in Prefix]: number } = Object.fromEntries(
  symbols.map((symbol, at) => [symbol, powerAt(at)]).filter(([symbol]) => symbol !== '')
) as { [P in Prefix]: number } // each of them once
