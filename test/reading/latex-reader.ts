/**
 * A reader of LaTeX formulas who takes nothing for granted: he computes what a formula says, and
 * refuses one that can be read in two ways. He counts modulo a prime, where sums and products are
 * exact and every other function is an arbitrary one, so that two formulas that agree are the same.
 */
import { algebraOf } from '../formula/graphs'
import type { Binary, Unary } from '../../src/formula/algebra'

const prime = 2n ** 61n - 1n

const mod = (x: bigint): bigint => ((x % prime) + prime) % prime

const raised = (x: bigint, n: bigint): bigint => {
  if (n === 0n) return 1n
  const root = raised((x * x) % prime, n / 2n)
  return n % 2n === 1n ? (root * x) % prime : root
}

const inverse = (x: bigint): bigint => raised(mod(x), prime - 2n)

/** An arbitrary function, or the value of a symbol, by its name. */
export const arbitrary = (name: string, ...of: readonly bigint[]): bigint => {
  let value = 7n
  for (const character of name) value = mod(value * 1_000_003n + BigInt(character.codePointAt(0)!))
  const seed = value
  for (const x of of) value = mod(value * value * value + seed * value + x * seed)
  return mod(value * value * value + seed)
}

const decimalValue = (decimal: string): bigint => {
  const [, sign, whole = '', digits = '', exponent = '0'] = /^(-?)(\d*)\.?(\d*)(?:e(.+))?$/.exec(decimal)!
  const power = Number(exponent) - digits.length
  const ten = raised(10n, BigInt(Math.abs(power)))
  const value = BigInt(whole + digits) * (power < 0 ? inverse(ten) : ten)
  return mod(sign === '-' ? -value : value)
}

const half = inverse(2n)
const power = (x: bigint, y: bigint): bigint => arbitrary('power', x, y)
const call = (name: string, ...of: readonly bigint[]): bigint => arbitrary(`call ${name}`, ...of)
const ln = (x: bigint): bigint => call('\\ln', x)

/** A value, and whether it is written as the number ½. */
interface Value {
  readonly is: bigint
  readonly isHalf?: boolean
}

const operations: { readonly [O in Unary | Binary]: (x: bigint, y: bigint) => bigint } = {
  neg: (x) => -x,
  exp: (x) => power(arbitrary('e'), x),
  expm1: (x) => power(arbitrary('e'), x) - 1n,
  ln,
  log1p: (x) => ln(mod(1n + x)),
  sqrt: (x) => call('\\sqrt', x),
  square: (x) => power(x, 2n),
  arsinh: (x) => call('\\operatorname{arsinh}', x),
  artanh: (x) => call('\\operatorname{artanh}', x),
  entropy: (x) => call('h', x),
  logOdds: (x) => ln(mod((1n - x) * inverse(x))),
  angle: (x) => arbitrary('π') * half - 2n * call('\\arcsin', call('\\sqrt', x)),
  phi1: (x) => call('\\varphi_1', x),
  phi2: (x) => call('\\varphi_2', x),
  langevin: (x) => call('\\mathcal{L}', x),
  langevinSlope: (x) => call("\\mathcal{L}'", x),
  phi2Slope: (x) => call("\\varphi_2'", x),
  step: (x) => call('\\Theta', x),
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x * inverse(y),
  pow: power,
  max: (x, y) => call('\\max', x, y),
  min: (x, y) => call('\\min', x, y),
  lnRatio: (x, y) => ln(mod(x * inverse(y))),
  entropyDifference: (x, y) => call('h', x) - call('h', y),
  relativeEntropy: (x, y) => call('D', x, y),
  resetDissipation: (x, y) => call('\\Sigma', x, y),
  resetMultiplier: (x, y) => call('c', x, y)
}

/** What a formula means, to be compared with what its LaTeX says. */
export const meaning = algebraOf<Value>(
  ({ decimal, symbol }) =>
    symbol === undefined
      ? { is: decimalValue(decimal), isHalf: decimal === '0.5' }
      : { is: arbitrary(symbol) },
  (op, ...operands) => {
    const [x, y] = operands
    const isLandauer = op === 'relativeEntropy' && y!.isHalf === true
    return {
      is: mod(isLandauer ? ln(2n) - call('h', x!.is) : operations[op](x!.is, y?.is ?? 0n))
    }
  }
)

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '\\{': '\\}' }

const operators = ['\\ln', '\\operatorname{arsinh}', '\\operatorname{artanh}', '\\arcsin']
const letters = [
  ...['h', 'D', 'c', '\\Sigma', '\\Theta'],
  ...['\\varphi_1', '\\varphi_2', "\\varphi_2'", '\\mathcal{L}', "\\mathcal{L}'"]
]

/** What some LaTeX says, given what the symbols in it stand for. */
export const said = (latex: string, symbols: ReadonlyMap<string, () => bigint>): bigint => {
  const names = [...symbols.keys()].sort((a, b) => b.length - a.length)
  let at = 0

  const fail = (why: string): never => {
    throw new Error(`${why} at ${latex.slice(at) || 'the end'} of ${latex}`)
  }
  const sees = (text: string): boolean => latex.startsWith(text, at)
  const match = (pattern: RegExp): string | undefined => new RegExp(pattern, 'y').exec(latex.slice(at))?.[0]
  const skip = (): void => {
    at += match(/ */)!.length
  }
  const take = (text: string): boolean => {
    skip()
    if (!sees(text)) return false
    at += text.length
    return true
  }
  const want = (text: string): void => {
    if (!take(text)) fail(`no ${text}`)
  }

  const group = (): bigint => {
    if (!take('{')) {
      const digit = match(/[\dA-Za-z]/) ?? fail('no group')
      if (/\d/.test(digit)) {
        at++
        return BigInt(digit)
      }
      return symbol() ?? fail('no symbol')
    }
    const value = sum()
    want('}')
    return value
  }
  const opening = (): string | undefined => {
    const text = match(/(\\left)?(\(|\[|\\\{)/)
    if (text === undefined) return undefined
    at += text.length
    return text
  }
  const close = (left: string): void => {
    want(
      left.startsWith('\\left')
        ? left.replace('\\left', '\\right').replace(/\(|\[|\\\{/, (b) => pairs[b]!)
        : pairs[left]!
    )
  }
  const called = (name: string): bigint => {
    take('\\!')
    const left = opening() ?? fail('no bracket')
    const of = [sum()]
    while (take(',') || take('\\,\\|\\,')) of.push(sum())
    close(left)
    return call(name, ...of)
  }
  const isCall = (): boolean => match(/\\!\\left|\(|\[|\\\{/) !== undefined

  const symbol = (): bigint | undefined => {
    const name = names.find(sees)
    if (name === undefined) return undefined
    at += name.length
    if (isCall()) fail(`${name} looks like a function`)
    return symbols.get(name)!()
  }

  /** A number, a symbol, something in brackets, a function: what an exponent may stand on. */
  const unit = (): bigint | undefined => {
    const number = match(/(\d+(\.\d+)? \\times )?10\^(\d|\{-?\d+\})|\d+(\.\d+)?/)
    if (number !== undefined) {
      at += number.length
      return decimalValue(
        number
          .replace(/ \\times 10\^/, 'e')
          .replace(/^10\^/, '1e')
          .replace(/[{}]/g, '')
      )
    }
    const letter = letters.find(
      (each) => sees(each) && /^(\\!\\left|\(|\[|\\\{)/.test(latex.slice(at + each.length))
    )
    if (letter !== undefined) {
      at += letter.length
      return called(letter)
    }
    if (sees('\\max') || sees('\\min')) {
      at += 4
      return called(latex.slice(at - 4, at))
    }
    if (match(/e\^/) !== undefined && !symbols.has('e')) {
      at++
      return arbitrary('e')
    }
    if (sees('\\pi')) {
      at += 3
      return arbitrary('π')
    }
    const known = symbol()
    if (known !== undefined) return known
    const left = opening()
    if (left === undefined) return undefined
    const value = sum()
    close(left)
    return value
  }

  /** A fraction or a root, which an exponent would not be seen to stand on. */
  const built = (): bigint | undefined => {
    if (take('\\tfrac') || take('\\frac')) {
      const above = group()
      return mod(above * inverse(group()))
    }
    return take('\\sqrt') ? call('\\sqrt', group()) : undefined
  }

  const factor = (): bigint | undefined => {
    skip()
    const fraction = built()
    if (fraction !== undefined) return sees('^') ? fail('an exponent on a fraction') : fraction
    const base = unit()
    if (base === undefined || !take('^')) return base
    const value = power(base, group())
    return sees('^') ? fail('two exponents') : value
  }

  /** A function, whether what follows a factor would be taken into it, and where it ends. */
  const applied = (): { readonly value: bigint; readonly open: boolean } | undefined => {
    skip()
    const name = operators.find(sees)
    if (name === undefined) return undefined
    at += name.length
    if (isCall()) return { value: called(name), open: false }
    skip()
    const of = built() ?? unit() ?? fail('no argument')
    return { value: call(name, of), open: true }
  }

  const product = (): bigint => {
    let value = 1n
    let count = 0
    let open = false
    for (;;) {
      const from = at
      skip()
      const dot = take('\\cdot') || (!sees('\\,\\|') && take('\\,'))
      skip()
      const before = latex.slice(0, at).trimEnd()
      const isNumber = match(/\d|\\tfrac|\\frac/) !== undefined
      if (isNumber && /(?<![_^\d.{])[\d.]+$/.test(before)) fail('two numbers side by side')
      if (match(/\d|\\tfrac/) !== undefined && count > 0 && !before.endsWith('\\cdot'))
        fail('a number behind a factor')
      const next = applied()
      const plain = next === undefined ? factor() : undefined
      if (next === undefined && plain === undefined) {
        if (count === 0 || dot) fail('no factor')
        at = from
      } else if (open) fail('a factor that may belong to what is before it')
      else {
        value = mod(value * (next?.value ?? plain!))
        open = next?.open ?? false
        count++
        if (next !== undefined && sees('^')) fail('an exponent on a function')
        continue
      }
      if (!take('/')) return value
      if (open) fail('a quotient of what is open')
      const isThermal = sees('k_{\\mathrm{B}}')
      const by = factor() ?? fail('no denominator')
      value = mod(value * inverse(isThermal ? by * (factor() ?? 1n) : by))
      open = true
    }
  }

  const sum = (): bigint => {
    let value = take('-') ? -product() : product()
    for (;;) {
      if (take('+')) value += product()
      else if (take('-')) value -= product()
      else return mod(value)
    }
  }

  const value = sum()
  return at === latex.length ? value : fail('something left')
}
