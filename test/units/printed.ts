/** What a printed quantity or enclosure says, exactly; without what the library reads texts with. */
import { knownUnits } from './arbitraries'
import { over, ratio, ratioOf, times, type Ratio } from './rational'

const factors: ReadonlyMap<string, Ratio> = new Map(
  knownUnits.map(({ symbol, factor }) => [symbol, ratioOf(factor)])
)

/** How many coherent units a symbol such as "zJ/bit" or "m^2·kg/s^2" stands for. */
const factorOf = (symbol: string): Ratio => {
  const known = factors.get(symbol)
  if (symbol === '' || known !== undefined) return known ?? ratio(1n)
  const [above = '', ...below] = symbol.split('/')
  const one = (part: string): Ratio => {
    const [name = '', power = '1'] = part.split('^')
    const factor = name === '1' ? ratio(1n) : factors.get(name)
    if (factor === undefined) throw new Error(`"${symbol}" is no symbol`)
    return Array.from({ length: Number(power) }, () => factor).reduce(times)
  }
  return below.map(one).reduce(over, above.split('·').map(one).reduce(times))
}

/** The ends of "[1.0, 2.0] zJ/bit" in coherent units; the same twice of what is printed as one number. */
export const printedEnds = (
  text: string
): { readonly numerals: readonly string[]; readonly ends: readonly Ratio[] } => {
  const [, first, second, one, symbol = ''] = /^(?:\[(\S+), (\S+)\]|(\S+))(?: (\S+))?$/.exec(text) ?? []
  const numerals = one === undefined ? [first!, second!] : [one, one]
  return { numerals, ends: numerals.map((numeral) => times(ratioOf(numeral), factorOf(symbol))) }
}

/** How many significant digits a numeral shows. */
export const shownDigits = (numeral: string): number =>
  numeral.replace(/e.*|[-.]/g, '').replace(/^0+/, '').length
