/**
 * Texts of Coq: terms that hold together as they should, names that Coq takes, comments that end where they end.
 */
import { visible } from '../units/visible'
import { resetDefinitions, resetProofs } from './coq-reset'

/** How tightly a text of Coq holds together; what is loose stands in brackets inside another. */
const strength = ['sum', 'product', 'power', 'call', 'atom'] as const

type Binds = (typeof strength)[number]

/** A term of Coq: texts, and the terms between them, each of which has to hold at least so tightly. */
export interface CoqTerm {
  readonly binds: Binds
  readonly texts: readonly string[]
  readonly parts: readonly (readonly [term: CoqTerm, held: Binds])[]
  /** What it is called, where it has a name of its own. */
  readonly name?: string
}

export const atom = (text: string): CoqTerm => ({ binds: 'atom', texts: [text], parts: [] })

/** An infix operation. */
export const infix =
  (operator: string, binds: Binds, left: Binds, right: Binds) =>
  (x: CoqTerm, y: CoqTerm): CoqTerm => ({
    binds,
    texts: ['', ` ${operator} `, ''],
    parts: [
      [x, left],
      [y, right]
    ]
  })

/** A prefix, or a function of some terms. */
export const applied =
  (name: string, binds: Binds = 'call') =>
  (...of: readonly CoqTerm[]): CoqTerm => ({
    binds,
    texts: [`${name} `, ...of.map((_, at) => (at === of.length - 1 ? '' : ' '))],
    parts: of.map((term) => [term, 'atom'] as const)
  })

/** A number, exactly, and what it is called: Coq reads decimals as quotients of whole numbers. */
export const numeral = (decimal: string, name?: string): CoqTerm => ({
  binds: decimal.startsWith('-') ? 'sum' : 'atom',
  texts: [decimal],
  parts: [],
  ...(name === undefined ? {} : { name })
})

/** Some propositions, all of them. */
export const conjunction = (of: readonly CoqTerm[]): CoqTerm =>
  of.length === 0
    ? atom('True')
    : {
        binds: 'sum',
        texts: of.map((_, at) => (at === 0 ? '' : ' /\\\n  ')).concat(''),
        parts: of.map((term) => [term, 'sum'] as const)
      }

/** A term with what it uses more than once, or by a name, said once before: a line each. */
export const termText = (root: CoqTerm, fresh: (name: string) => string): string => {
  const uses = new Map<CoqTerm, number>()
  const inOrder: CoqTerm[] = []
  const visit = (term: CoqTerm): void => {
    const before = uses.get(term) ?? 0
    uses.set(term, before + 1)
    if (before > 0) return
    for (const [part] of term.parts) visit(part)
    inOrder.push(term)
  }
  visit(root)
  const lines: string[] = []
  const written = new Map<CoqTerm, readonly [text: string, binds: Binds]>()
  for (const term of inOrder) {
    const text = term.texts.reduce((before, next, at) => {
      const [part, held] = term.parts[at - 1]!
      const [inside, binds] = written.get(part)!
      const isHeld = strength.indexOf(binds) >= strength.indexOf(held)
      return `${before}${isHeld ? inside : `(${inside})`}${next}`
    })
    const isShared = term.name !== undefined || (term.parts.length > 0 && uses.get(term)! > 1)
    if (!isShared) written.set(term, [text, term.binds])
    else {
      const name = fresh(term.name ?? 'part')
      lines.push(`let ${name} := ${text} in`)
      written.set(term, [name, 'atom'])
    }
  }
  return [...lines, written.get(root)![0]].join('\n  ')
}

/** Words of Coq, and what formulas and proofs are made of: what else is called so gets another name. */
const taken = [
  ...`as at cofix else end exists exists2 fix for forall fun if IF in let match mod Prop return Set SProp then Type
  using where with by R ln exp sqrt atan asin cosh sinh PI Rmax Rmin Rpower Req_EM_T power xlnx entropy
  relative_entropy log_odds angle artanh arsinh phi1 phi2 phi2_slope langevin langevin_slope at_zero
  off_zero`.split(/\s+/),
  ...Array.from(
    `${resetDefinitions}\n${resetProofs}`.matchAll(/^(?:Definition|Lemma) (\w+)/gm),
    ([, name]) => name!
  )
]

/** Names as Coq takes them, each given once. */
export const namesOf = (used: readonly string[] = []): ((name: string) => string) => {
  const all = new Set([...taken, ...used])
  return (name) => {
    const plain = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?![A-Za-z])/, 'x')
    let free = plain
    for (let k = 2; all.has(free); k++) free = `${plain}_${k}`
    all.add(free)
    return free
  }
}

/** A comment: nothing in it ends it, opens another, or begins a text. */
export const comment = (lines: readonly string[]): string => {
  const safe = lines.map((line) =>
    visible(line)
      .replace(/"/g, "'")
      .replace(/\((?=\*)/g, '( ')
      .replace(/\*(?=\))/g, '* ')
  )
  return `(* ${safe
    .map((line) => line && `   ${line}`)
    .join('\n')
    .trimStart()} *)`
}
