/**
 * Numbers that a query computes, each known to be safe: NULL, or a float64 that is told between which powers
 * of 2 it lies. None is ever NaN or infinite, and none ends the query, whatever stands in the table.
 *
 * Engines differ in all else: some end a query at ln 0 or where a product underflows, some go on with ∞, and
 * they order NaN in three ways. So whatever an operation could not take is NULL before it gets there; and
 * NULL, unlike ∞, is lost in no sum, quotient or comparison. As every operation is safe in every row, an
 * engine may compute it where it likes, also in rows for which a CASE would not need it.
 */
import type { Binary, Unary } from '../formula/algebra'
import type { Range } from '../units/range'
import { numberAlgebra } from './number'
import { inputExponent, isTold, type Size, sizeOf, sizes, stepExponent } from './size'
import type { DialectRow } from './sql-dialect'

/** SQL with parts in it: texts, and what stands between each two. */
export interface Piece {
  readonly texts: readonly string[]
  readonly parts: readonly Piece[]
  /** Whether it wants no brackets where it is a part. */
  readonly isClosed: boolean
}

/** A number: the SQL of it, and what is known of it. */
export interface Term {
  readonly piece: Piece
  readonly size: Size
  /** What it is in every row, where that is known; NaN where it is NULL in all. */
  readonly number?: number
}

/** A condition; or whether it holds in every row, or in none. */
export type Truth = Piece | boolean

const isTerm = (part: Term | Piece): part is Term => 'piece' in part

export const isKnown = (term: Term): term is Term & { readonly number: number } => term.number !== undefined

const leastInput = 2 ** -inputExponent
const mostInput = 2 ** inputExponent
/** The exponential of no more is within 2^±500. */
const mostExponential = 346

/** Every operation takes as many numbers as it is given terms. */
const inNumbers = numberAlgebra as unknown as Readonly<
  Record<Unary | Binary, (...of: readonly number[]) => number>
>

/** The terms of one query: what is written twice is one term. */
export const termsIn = (dialect: DialectRow) => {
  const known = new Map<string, Piece>()
  const places = new Map<Piece, number>()
  const safe = new Set<Piece>()
  const piece = (isClosed: boolean, texts: readonly string[], given: readonly (Term | Piece)[]): Piece => {
    const parts = given.map((part) => (isTerm(part) ? part.piece : part))
    const key = [...texts, ...parts.map((part) => places.get(part))].join('\u0000')
    const before = known.get(key)
    if (before !== undefined) return before
    const made = { texts, parts, isClosed }
    known.set(key, made)
    places.set(made, places.size)
    return made
  }
  /** SQL that wants brackets where it is a part, unless it is a CASE. */
  const sql = (texts: readonly string[], ...parts: readonly (Term | Piece)[]): Piece =>
    piece(texts[0]!.startsWith('CASE '), texts, parts)
  const call = (name: string, ...parts: readonly (Term | Piece)[]): Piece =>
    piece(true, [`${name}(`, ...parts.slice(1).map(() => ', '), ')'], parts)
  const sized = (of: Piece, size: Size): Term => {
    safe.add(of)
    return { piece: of, size }
  }

  const number = (value: number): Term => {
    const size = sizeOf(value)
    return Number.isFinite(value) && isTold(size)
      ? { ...sized(piece(value >= 0, [dialect.number(value)], []), size), number: value }
      : nothing()
  }
  /** NULL in every row. */
  const nothing = (): Term => ({
    ...sized(piece(true, [dialect.float('NULL')], []), {
      least: 0,
      most: 0,
      zero: false,
      negative: false
    }),
    number: NaN
  })

  /** An operation, done here where no column reaches what it is of. */
  const folded =
    <X extends readonly Term[]>(name: Unary | Binary, operation: (...of: X) => Term) =>
    (...of: X): Term =>
      of.every(isKnown) ? number(inNumbers[name](...of.map(({ number = NaN }) => number))) : operation(...of)

  const size = (x: Term): Piece => (x.size.negative ? call('abs', x) : x.piece)

  const either0 = (x: Term, or: Piece): Piece => piece(true, ['(', ' = 0 OR ', ')'], [x, or])

  // Conditions need no brackets: they stand in CASE, and between AND.
  const atLeast = (x: Term, exponent: number): Piece =>
    piece(true, ['', ' >= ', ''], [size(x), number(2 ** exponent)])
  const atMost = (x: Term, most: number): Piece => piece(true, ['', ' <= ', ''], [size(x), number(most)])

  /** NULL where a number is not within 2^least and 2^most, or 0 where it may be. */
  const within = (x: Term, least: number, most: number): Term => {
    const isSmall = x.size.most <= most
    const isLarge = x.size.least >= least
    if (isSmall && isLarge) return x
    const above = atLeast(x, least)
    const large = x.size.zero ? either0(x, above) : above
    const small = atMost(x, 2 ** most)
    return sized(
      isLarge
        ? sql`CASE WHEN ${small} THEN ${x} END`
        : isSmall
          ? sql`CASE WHEN ${large} THEN ${x} END`
          : sql`CASE WHEN ${small} AND ${large} THEN ${x} END`,
      { ...x.size, least: Math.max(least, x.size.least), most: Math.min(most, x.size.most) }
    )
  }
  const held = (x: Term): Term => within(x, -stepExponent, stepExponent)

  /** Operands whose result is told: held, where it would not be. */
  const told = (x: Term, y: Term, of: (x: Size, y: Size) => Size): readonly [Term, Term, Size] => {
    const size = of(x.size, y.size)
    if (isTold(size)) return [x, y, size]
    const [a, b] = [held(x), held(y)]
    return [a, b, of(a.size, b.size)]
  }

  const add = (x: Term, y: Term): Term => {
    const [a, b, size] = told(x, y, sizes.add)
    return sized(sql`${a} + ${b}`, size)
  }
  const sub = (x: Term, y: Term): Term => {
    const [a, b, size] = told(x, y, sizes.sub)
    return sized(sql`${a} - ${b}`, size)
  }
  const mul = (x: Term, y: Term): Term => {
    const [a, b, size] = told(x, y, sizes.mul)
    return sized(sql`${a} * ${b}`, size)
  }
  const div = (x: Term, y: Term): Term => {
    const [a, b, size] = told(x, y, sizes.div)
    return sized(b.size.zero ? sql`${a} / ${call('NULLIF', b, number(0))}` : sql`${a} / ${b}`, size)
  }
  const neg = (x: Term): Term => sized(sql`-${x}`, sizes.neg(x.size))
  const abs = (x: Term): Term => (x.size.negative ? sized(call('abs', x), { ...x.size, negative: false }) : x)

  /** Whether one number is below another, or at most that, as far as their sizes tell. */
  const isSurely = (x: Term, isStrict: boolean, y: Term): boolean => {
    if (isKnown(x) && !y.size.negative && (x.number < 0 || !y.size.zero)) {
      const least = y.size.zero ? 0 : 2 ** y.size.least
      return isStrict ? x.number < least : x.number <= least
    }
    if (isKnown(x)) return !y.size.negative && !isStrict && x.number === 0
    return isKnown(y) && (isStrict ? 2 ** x.size.most < y.number : 2 ** x.size.most <= y.number)
  }
  /** A condition that one number is below another, or at most that. */
  const below = (x: Term, relation: '<' | '≤', y: Term): Truth => {
    const isStrict = relation === '<'
    if (isKnown(x) && isKnown(y)) return isStrict ? x.number < y.number : x.number <= y.number
    if (isSurely(x, isStrict, y)) return true
    return piece(true, ['', isStrict ? ' < ' : ' <= ', ''], [x, y])
  }

  const equal = (x: Term, to: number): Truth =>
    isKnown(x)
      ? x.number === to
      : !(to === 0 && !x.size.zero) && piece(true, ['', ' = ', ''], [x, number(to)])

  /** Whether all conditions hold. */
  const all = (truths: readonly Truth[]): Truth => {
    const pieces = truths.filter((truth) => typeof truth !== 'boolean')
    if (truths.includes(false)) return false
    if (pieces.length < 2) return pieces[0] ?? true
    return piece(true, ['', ...pieces.slice(1).map(() => ' AND '), ''], pieces)
  }

  const isThere = (x: Term): Piece => piece(true, ['', ' IS NOT NULL'], [x])

  /** A term of which more is known than the sizes of its parts tell. */
  const knownAs = (x: Term, size: Partial<Size>): Term => ({ ...x, size: { ...x.size, ...size } })

  /** One of two; both are NULL where what the condition compares is. */
  const choose = (when: Truth, x: Term, y: Term): Term =>
    typeof when === 'boolean'
      ? when
        ? x
        : y
      : sized(sql`CASE WHEN ${when} THEN ${x} ELSE ${y} END`, sizes.either(x.size, y.size))

  /** A number where a condition holds, else NULL. */
  const where = (when: Truth, x: Term, size: Partial<Size> = {}): Term =>
    typeof when === 'boolean'
      ? when
        ? x
        : nothing()
      : sized(sql`CASE WHEN ${when} THEN ${x} END`, { ...x.size, ...size })

  const positive = (x: Term): Term =>
    x.size.zero || x.size.negative ? where(below(number(0), '<', x), x, { zero: false, negative: false }) : x
  const notNegative = (x: Term): Term =>
    x.size.negative ? where(below(number(0), '≤', x), x, { negative: false }) : x

  const sqrt = (x: Term): Term => {
    const y = notNegative(x)
    return sized(call('sqrt', y), sizes.sqrt(y.size))
  }
  const ln = (x: Term): Term => {
    const y = positive(x)
    return sized(call(dialect.ln, y), sizes.ln(y.size))
  }

  /** NULL where its exponential is not told. */
  const exponent = (x: Term): Term =>
    x.size.most <= 8
      ? x
      : sized(sql`CASE WHEN ${atMost(x, mostExponential)} THEN ${x} END`, {
          ...x.size,
          most: 9
        })
  const exp = (x: Term): Term => {
    const y = exponent(x)
    return sized(call('exp', y), sizes.exp(y.size))
  }
  const pow = (x: Term, y: Term): Term => {
    const [base, power] = [positive(x), held(y)]
    const inExp = mul(power, isKnown(base) ? number(Math.log(base.number)) : ln(base))
    const raised = call('power', base, power)
    return inExp.size.most <= 8
      ? sized(raised, sizes.exp(inExp.size))
      : sized(
          sql`CASE WHEN ${atMost(inExp, mostExponential)} THEN ${raised} END`,
          sizes.exp({ ...inExp.size, most: 9 })
        )
  }

  /** ln(1 + x), by Kahan: what 1 + x is rounded by is wrong in x/(1 + x − 1), too. */
  const log1p = (x: Term): Term => {
    const y = x.size.negative && x.size.most >= 0 ? where(below(number(-1), '<', x), x) : x
    const near = add(number(1), y)
    const { least, most, zero, negative } = y.size
    return sized(
      sql`CASE WHEN ${near} = 1 THEN ${y} ELSE ${call(dialect.ln, near)} * (${y} / (${near} - 1)) END`,
      { least: Math.min(least - 1, -1), most: most < 0 ? most + 1 : 10, zero, negative }
    )
  }
  /** eˣ − 1, by Kahan again. */
  const expm1 = (x: Term): Term => {
    const y = x.size.most <= 8 ? x : where(below(x, '≤', number(mostExponential)), x)
    const near = exp(y)
    const { least, most, zero, negative } = y.size
    return sized(
      sql`CASE WHEN ${y} < -40 THEN -1 WHEN ${near} = 1 THEN ${y} ELSE (${near} - 1) * (${y} / ${call(dialect.ln, near)}) END`,
      { least: Math.min(least - 1, -1), most: most <= 0 ? most + 1 : stepExponent, zero, negative }
    )
  }

  const atan = (x: Term): Term => {
    const { least, most } = x.size
    return sized(call('atan', x), { ...x.size, least: Math.min(least - 1, -1), most: Math.min(most, 1) })
  }

  /** A column of float64, which may hold anything. */
  const column = (name: string): Term =>
    sized(piece(true, [name], []), { least: -1075, most: 1024, zero: true, negative: true })

  /** NULL where a number is not within a range, or is beyond 1e±77 and not 0. */
  const ranged = (x: Term, { lower, upper }: Range): Term => {
    const from = Math.max(lower?.at.toNumber() ?? -Infinity, -mostInput)
    const to = Math.min(upper?.at.toNumber() ?? Infinity, mostInput)
    const zero = from < 0 || (from === 0 && lower?.open === false)
    const isLarge = from >= leastInput
    const large = atLeast(from < 0 ? x : knownAs(x, { negative: false }), -inputExponent)
    const isInside = all([
      // Where 0 is outside, what is large enough is above it.
      zero || isLarge
        ? below(number(from), lower?.open === true && from !== -mostInput ? '<' : '≤', x)
        : true,
      // NaN is above all numbers in some engines, and compares with none in others.
      below(x, upper?.open === true && to !== mostInput ? '<' : '≤', number(to)),
      isLarge ? true : zero ? either0(x, large) : large
    ])
    return where(isInside, x, {
      least: isLarge ? sizeOf(from).least : -inputExponent,
      most: sizeOf(Math.max(Math.abs(from), Math.abs(to))).most,
      zero,
      negative: from < 0
    })
  }

  return {
    number,
    column,
    ranged,
    add: folded('add', add),
    sub: folded('sub', sub),
    mul: folded('mul', mul),
    div: folded('div', div),
    neg: folded('neg', neg),
    sqrt: folded('sqrt', sqrt),
    ln: folded('ln', ln),
    exp: folded('exp', exp),
    pow: folded('pow', pow),
    log1p: folded('log1p', log1p),
    expm1: folded('expm1', expm1),
    abs,
    atan,
    folded,
    below,
    equal,
    all,
    isThere,
    knownAs,
    choose,
    where,
    within,
    /** Whether SQL is that of a term, and may stand as a column. */
    isSafe: (of: Piece): boolean => safe.has(of)
  }
}

/** How the terms of a query are made. */
export type Terms = ReturnType<typeof termsIn>
