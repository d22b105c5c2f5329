/**
 * Symbols as LaTeX: from the Unicode of a model, such as "f₀", "B̄", "E_LIM" or "⟨x²⟩".
 */
import { aText, expecting } from '../units/argument'
import { lazily } from '../units/remembered'
import { beside, glyphs, type Glyph } from './latex-glyph'

const below = '\u2080-\u209c\u1d62-\u1d6a\u2c7c'
const above = '²³¹ªº\u2070-\u207f\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2c7d'
const raised = `${above}′″'*∗†‡°`
const letter = `(?![${below}${above}])\\p{L}\\p{M}*`

/** What an index may be of besides letters. */
const plain = `[^\\s\\p{L}_^(){}[\\]⟨⟩|‖/,+−·${raised}${below}-]`

/* What begins at a place always matches there, a sign at the least, and nothing after it can fail: none is read twice. */
/* eslint-disable regexp/no-super-linear-move, regexp/no-super-linear-backtracking */
/** What a symbol is made of. A comma is part of "x_i,j", but not of "total(E_a, E_b)". Made once, as all of Unicode is in it. */
const pieces = lazily(
  () =>
    new RegExp(
      [
        `(?<sub>[${below}]+)`,
        `(?<sup>[${raised}]+)`,
        `(?<mark>[_^])(?:\\{(?<group>[^{}]*)\\}|(?<run>[+−-]?(?:${letter}|${plain}|,(?=[\\p{L}\\p{N}]))+|[+−-]))`,
        `(?<called>[A-Za-z]{2,})(?=\\()`,
        `(?<letters>${letter}(?:${letter}|[0-9])*)`,
        `(?<digits>[0-9]+(?:\\.[0-9]+)?)`,
        `(?<comma>,\\s+)`,
        `\\s+(?<infix>[-+−±=<>≤≥·×/])\\s+`,
        `(?<space>\\s+)`,
        `(?<sign>.\\p{M}*)`
      ].join('|'),
      'gsu'
    )
)
/* eslint-enable regexp/no-super-linear-move, regexp/no-super-linear-backtracking */

const thinSpace = '\\,'

/** Something that scripts can hang on. */
interface Atom {
  readonly base: string
  readonly subs: readonly string[]
  readonly sups: readonly string[]
}

/** Letters and digits that stand together: a letter as it is, a word upright. */
const lettersLatex = (letters: string): string => {
  const runs: Glyph[][] = []
  for (const each of glyphs(letters)) {
    if (each.roman && runs.at(-1)?.[0]?.roman === true) runs.at(-1)!.push(each)
    else runs.push([each])
  }
  return runs
    .map((run) => run.map(({ latex }) => latex))
    .map((run) => (run.length > 1 ? `\\mathrm{${run.join('')}}` : run.join('')))
    .reduce(beside, '')
}

const raisedLatex = (sup: string): string =>
  glyphs(sup)
    .map(({ latex }) => latex)
    .reduce(beside, '')

const atomsOf = (symbol: string): readonly Atom[] => {
  const atoms: Atom[] = []
  const push = (base: string): void => {
    atoms.push({ base, subs: [], sups: [] })
  }
  const hang = (where: 'subs' | 'sups', script: string): void => {
    if (atoms.length === 0 || atoms.at(-1)!.base === thinSpace) push('{}')
    const on = atoms.pop()!
    atoms.push({ ...on, [where]: [...on[where], script] })
  }
  for (const { groups: found = {} } of symbol.normalize('NFD').trim().matchAll(pieces())) {
    const { sub, sup, mark, group, run, called, letters, digits, comma, infix, space, sign } = found
    if (sub !== undefined) hang('subs', symbolLatex(sub.normalize('NFKD')))
    else if (sup !== undefined) hang('sups', raisedLatex(sup))
    else if (mark !== undefined) hang(mark === '_' ? 'subs' : 'sups', symbolLatex(group ?? run ?? ''))
    else if (called !== undefined) push(`\\operatorname{${called}}`)
    else if (letters !== undefined) push(lettersLatex(letters))
    else if (digits !== undefined) push(digits)
    else if (comma !== undefined) push(', ')
    else if (space !== undefined) push(thinSpace)
    else push(lettersLatex(infix ?? sign!))
  }
  return atoms
}

const script = (sign: '_' | '^', scripts: readonly string[]): string => {
  const text = sign === '_' ? scripts.filter(Boolean).join(',') : scripts.reduce(beside, '')
  return text === '' ? '' : text.length === 1 ? sign + text : `${sign}{${text}}`
}

const latexOf = (atoms: readonly Atom[]): string =>
  atoms.map(({ base, subs, sups }) => base + script('_', subs) + script('^', sups)).reduce(beside, '')

/** A symbol, how tightly it holds together, and whether it is more than one letter wide. */
export interface SymbolForm {
  readonly latex: string
  readonly binds: 'sum' | 'product' | 'power' | 'atom'
  readonly wide: boolean
}

const word = lazily(() => new RegExp(`^\\s*${letter}(?:${letter}|[0-9])`, 'u'))
const opening = /^(\(|\[|\\\{|\\langle)$/
const closing = /^(\)|\]|\\\}|\\rangle)$/
const sums = /^([-+=<>]|\\(pm|mp|le|ge|ll|gg|approx|neq|propto))$/
const products = /^([/]|\\,|\\(cdot|times))$/

/** A symbol as a part of a formula. One that is composed, such as "U E_LIM", may want brackets. */
export const symbolForm = (symbol: string): SymbolForm => {
  const atoms = atomsOf(symbol)
  let depth = 0
  const outside = atoms.filter(({ base }) => {
    if (closing.test(base)) depth--
    const is = depth <= 0
    if (opening.test(base)) depth++
    return is
  })
  const some = (sign: RegExp): boolean => outside.some(({ base }) => sign.test(base))
  const binds = some(sums)
    ? 'sum'
    : some(products)
      ? 'product'
      : (atoms.at(-1)?.sups.length ?? 0) > 0
        ? 'power'
        : 'atom'
  const wide = atoms.length > 1 || word().test(symbol.normalize('NFD'))
  return { latex: latexOf(atoms), binds, wide }
}

/**
 * A symbol as LaTeX, in ASCII: a letter in italics, words upright, the marks and alphabets of Unicode
 * by their commands. A character that LaTeX has no name for goes by its code point.
 *
 * @example
 * import { symbolLatex } from 'limen'
 * console.log(symbolLatex('E_LIM')) // E_{\mathrm{LIM}}
 *
 * @since 0.2.0
 */
export const symbolLatex = expecting('symbolLatex', { symbol: aText }, (symbol: string): string =>
  latexOf(atomsOf(symbol))
)
