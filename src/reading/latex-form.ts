/**
 * Pieces of LaTeX, and how they are set side by side, over one another, into brackets.
 *
 * Nothing is left to the reader's guess: a factor that follows "ln x" or "x/y" finds brackets around
 * it, and a product of numbers has its dot.
 */

/** A piece of LaTeX, and what must be known of it to set it into another. */
export interface Form {
  readonly latex: string
  /** How tightly it holds together. A fraction or root holds its parts, but not an exponent. */
  readonly binds: 'sum' | 'product' | 'power' | 'fraction' | 'atom'
  /** How deep its brackets are nested. */
  readonly depth: number
  /** Whether brackets around it must grow. */
  readonly tall: boolean
  /** Whether a factor behind it would be taken for a part of its argument or denominator. */
  readonly open: boolean
  /** Whether a thin space sets it off from other factors. */
  readonly wide: boolean
  /** Whether it ends in a unit, which a factor behind it would be taken for a part of. */
  readonly unit: boolean
}

const strength = ['sum', 'product', 'power', 'fraction', 'atom'] as const

const holds = ({ binds }: Form, asked: Form['binds']): boolean =>
  strength.indexOf(binds) >= strength.indexOf(asked)

/** A form from its LaTeX and the forms in it. */
export const form = (
  binds: Form['binds'],
  latex: string,
  within: readonly Form[] = [],
  more: Partial<Form> = {}
): Form => ({
  latex,
  binds,
  depth: Math.max(0, ...within.map(({ depth }) => depth)),
  tall: within.some(({ tall }) => tall),
  open: false,
  wide: false,
  unit: false,
  ...more
})

type Brackets = readonly [left: string, right: string]

export const braces: Brackets = ['\\{', '\\}']

/** From the inside out. */
const brackets: readonly Brackets[] = [['(', ')'], ['[', ']'], braces]

const bracketed = (x: Form, [left, right] = brackets[x.depth % brackets.length]!): Form => {
  const latex = x.tall ? `\\left${left}${x.latex}\\right${right}` : `${left}${x.latex}${right}`
  return form('atom', latex, [x], { depth: x.depth + 1 })
}

export const held = (binds: Form['binds'], x: Form): Form => (holds(x, binds) ? x : bracketed(x))

/** A factor, or a numerator, that something follows. */
const followed = (x: Form): Form => (x.open ? bracketed(x) : held('product', x))

/** What stands between two factors, so that neither is taken for a part of the other. */
const between = (a: Form, b: Form): string => {
  const mixed = /(?<![_^\d.])[\d.]+$/.test(a.latex) && b.latex.startsWith('\\frac')
  if (mixed || a.unit || /^(\d|\\tfrac)/.test(b.latex)) return ' \\cdot '
  // TeX itself spaces operators, and brackets that grow.
  if (/^\\(ln|arcsin|max|min|operatorname)\b/.test(b.latex)) return ' '
  const apart = /(?<!\\right)(\)|\]|\\\})$/.test(a.latex) || /^(\(|\[|\\\{)/.test(b.latex)
  return apart || a.wide || b.wide ? '\\,' : ' '
}

export const k = 'k_{\\mathrm{B}}'

export const times = (x: Form, y: Form): Form => {
  // kT is as one letter: nobody reads B/kT as (B/k)T.
  if (x.latex === k && y.binds === 'atom' && /^\\?[A-Za-z]/.test(y.latex) && !y.wide)
    return form('power', k + y.latex)
  const [a, b] = [followed(x), held('product', y)]
  const more = { open: b.open, wide: a.wide || b.wide, unit: b.unit }
  return form('product', a.latex + between(a, b) + b.latex, [a, b], more)
}

export const minus = (x: Form, y: Form): Form => {
  const taken = held('product', y)
  return form('sum', `${x.latex} - ${taken.latex}`, [x, taken])
}

export const plus = (x: Form, y: Form): Form =>
  form('sum', y.latex.startsWith('-') ? `${x.latex} - ${y.latex.slice(1)}` : `${x.latex} + ${y.latex}`, [
    x,
    y
  ])

export const slash = (x: Form, y: Form): Form => {
  const [a, b] = [x.unit ? bracketed(x) : followed(x), held('power', y)]
  return form('product', `${a.latex}/${b.latex}`, [a, b], { open: true })
}

export const power = (x: Form, exponent: Form): Form => {
  const base = held('atom', x)
  const { latex } = exponent
  return form('power', `${base.latex}^${latex.length === 1 ? latex : `{${latex}}`}`, [base], {
    wide: base.wide
  })
}

/** A function of what stands in brackets. */
export const applied = (name: string, x: Form, by?: Brackets): Form => {
  const inside = bracketed(x, by)
  return { ...inside, latex: name + (x.tall ? '\\!' : '') + inside.latex }
}

/** A function whose brackets are left out where its argument is one symbol, or one fraction. */
export const functionOf = (name: string, x: Form): Form =>
  x.binds === 'fraction' || (x.binds === 'atom' && x.depth === 0)
    ? form('product', `${name}${/^\w/.test(x.latex) ? ' ' : ''}${x.latex}`, [x], { open: true })
    : { ...applied(name, x), binds: 'product' }

export const listed = (separator: string, ...forms: readonly Form[]): Form =>
  form('sum', forms.map(({ latex }) => latex).join(separator), forms)
