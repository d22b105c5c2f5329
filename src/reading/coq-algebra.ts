/**
 * The Coq reading of each operation: a term of real numbers, by functions that Coq has or that a file defines.
 */
import type { Algebra, Binary, Unary } from '../formula/algebra'
import { applied, atom, infix, numeral, type CoqTerm } from './coq-text'

/** Functions that Coq does not have, by their definitions; one is made of those before it. */
export const coqFunctions = {
  power: '(x y : R) : R := if Req_EM_T x 0 then 0 else Rpower x y',
  xlnx: '(x : R) : R := if Req_EM_T x 0 then 0 else x * ln x',
  entropy: '(x : R) : R := - xlnx x - xlnx (1 - x)',
  relative_entropy: '(x y : R) : R := (xlnx x - x * ln y) + (xlnx (1 - x) - (1 - x) * ln (1 - y))',
  log_odds: '(x : R) : R := ln ((1 - x) / x)',
  arsinh: '(x : R) : R := ln (x + sqrt (x ^ 2 + 1))',
  artanh: '(x : R) : R := ln ((1 + x) / (1 - x)) / 2',
  angle: '(x : R) : R := PI / 2 - 2 * asin (sqrt x)',
  phi1: '(x : R) : R := if Req_EM_T x 0 then 1 else (exp x - 1) / x',
  phi2: '(x : R) : R := if Req_EM_T x 0 then 1 / 2 else (exp x - 1 - x) / x ^ 2',
  phi2_slope: '(x : R) : R := if Req_EM_T x 0 then 1 / 6 else (exp x * (x - 2) + x + 2) / x ^ 3',
  langevin: '(x : R) : R := if Req_EM_T x 0 then 0 else cosh x / sinh x - 1 / x',
  langevin_slope: '(x : R) : R := if Req_EM_T x 0 then 1 / 3 else 1 / x ^ 2 - 1 / sinh x ^ 2'
} as const

/** Functions of Coq that Interval knows once they are unfolded. */
const unfolded = ['Rpower', 'sinh', 'cosh']

/** The functions that stand in a text of Coq, or in the definitions of those, each before those it is made of. */
export const functionsIn = (text: string): readonly string[] => {
  const stands = (name: string, within: string): boolean => new RegExp(`\\b${name}\\b`).test(within)
  let within = text
  const own = Object.entries(coqFunctions)
    .reverse()
    .filter(([name, definition]) => {
      if (!stands(name, within)) return false
      within += definition
      return true
    })
  return [...own.map(([name]) => name), ...unfolded.filter((name) => stands(name, within))]
}

/** What cannot be stated: operations of which only slopes are made. */
export const unstated = ['step', 'resetMultiplier'] as const satisfies readonly (Unary | Binary)[]

const never = (): never => {
  throw new RangeError('what cannot be stated is refused before')
}

const [one, two] = [atom('1'), atom('2')]
const [add, sub] = [infix('+', 'sum', 'sum', 'sum'), infix('-', 'sum', 'sum', 'product')]
const [mul, div] = [infix('*', 'product', 'product', 'power'), infix('/', 'product', 'product', 'power')]
const [exp, ln, entropy] = [applied('exp'), applied('ln'), applied('entropy')]

/** The algebra of Coq; `resetDissipation` tells what stands for that of a reset to an error in so many attempts. */
export const coqAlgebra = (
  resetDissipation: (error: CoqTerm, attempts: CoqTerm) => CoqTerm
): Algebra<CoqTerm> => ({
  constant: ({ decimal, symbol }) => numeral(decimal, symbol),
  add,
  sub,
  mul,
  div,
  neg: applied('-', 'sum'),
  square: (x) => infix('^', 'power', 'atom', 'atom')(x, two),
  sqrt: applied('sqrt'),
  exp,
  expm1: (x) => sub(exp(x), one),
  ln,
  log1p: (x) => ln(add(one, x)),
  pow: applied('power'),
  arsinh: applied('arsinh'),
  artanh: applied('artanh'),
  max: applied('Rmax'),
  min: applied('Rmin'),
  entropy,
  entropyDifference: (x, y) => sub(entropy(x), entropy(y)),
  relativeEntropy: applied('relative_entropy'),
  lnRatio: (x, y) => ln(div(x, y)),
  logOdds: applied('log_odds'),
  angle: applied('angle'),
  phi1: applied('phi1'),
  phi2: applied('phi2'),
  phi2Slope: applied('phi2_slope'),
  langevin: applied('langevin'),
  langevinSlope: applied('langevin_slope'),
  resetDissipation,
  resetMultiplier: never,
  step: never
})
