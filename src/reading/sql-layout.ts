/**
 * From terms to the text of a query: what is used more than once is a column of a query before.
 */
import type { DialectRow } from './sql-dialect'
import type { Piece, Term, Terms } from './sql-term'

/** What is as short is written again where it is used again, but for what checks a column of the table. */
const short = 80

/** Columns of the query itself; no name of a table's begins so. */
export const ownName = 'limen_'

/** A column of the result. */
export interface ResultColumn {
  readonly name: string
  readonly term: Term
}

/** How often each piece stands in some others, the parts before what is made of them. */
const usesIn = (roots: readonly Piece[]): ReadonlyMap<Piece, number> => {
  const uses = new Map<Piece, number>()
  const inOrder = new Map<Piece, number>()
  const visit = (piece: Piece): void => {
    const before = uses.get(piece)
    uses.set(piece, (before ?? 0) + 1)
    if (before !== undefined) return
    piece.parts.forEach(visit)
    inOrder.set(piece, 0)
  }
  roots.forEach(visit)
  for (const piece of inOrder.keys()) inOrder.set(piece, uses.get(piece)!)
  return inOrder
}

/** The query of some columns beside those of a table, its steps one after another; and how many there are. */
export const queryText = (
  of: Terms,
  dialect: DialectRow,
  table: string,
  read: ReadonlyMap<Piece, string>,
  results: readonly ResultColumn[]
): { readonly text: string; readonly steps: number } => {
  const texts = new Map<Piece, string>()
  const levels = new Map<Piece, number>()
  const columns = new Set<Piece>()
  const made: string[][] = [[]]
  const names: string[] = []
  const name = (level: number, text: string): string => {
    const column = `${ownName}${names.length + 1}`
    names.push(column)
    ;(made[level] ??= []).push(`${text} AS ${column}`)
    return column
  }
  const textOf = (piece: Piece): string =>
    piece.texts.reduce((text, next, at) => {
      const part = piece.parts[at - 1]!
      const inside = texts.get(part)!
      const isApart = part.isClosed || columns.has(part) || (/(\(|, )$/.test(text) && /^[,)]/.test(next))
      return `${text}${isApart ? inside : `(${inside})`}${next}`
    })
  for (const [piece, uses] of usesIn(results.map(({ term }) => term.piece))) {
    const column = read.get(piece)
    const level = Math.max(0, ...piece.parts.map((part) => levels.get(part)!))
    const text = column === undefined ? textOf(piece) : name(0, column)
    const isShared =
      uses > 1 && (text.length > short || level === 0) && piece.parts.length > 0 && of.isSafe(piece)
    if (isShared) columns.add(piece)
    texts.set(piece, isShared ? name(level + 1, text) : text)
    levels.set(piece, isShared ? level + 1 : level)
  }
  const query = (level: number): string => `${ownName}q${level}`
  const within = made.map((columns, level) => {
    const list = columns.map((column) => `\n  ${column}`).join(',')
    const text = level === 0 ? dialect.inner(list, table) : `SELECT *,${list}\nFROM ${query(level - 1)}`
    return `${query(level)} AS (\n${text}${dialect.fence}\n)`
  })
  const last = results.map(({ name, term }) => `  ${texts.get(term.piece)!} AS ${dialect.name(name)}`)
  const end = dialect.last === undefined ? '' : `\n${dialect.last.text}`
  // Where no column is read, nothing is a step.
  if (names.length === 0) return { text: `SELECT *,\n${last.join(',\n')}\nFROM ${table}${end}`, steps: 0 }
  return {
    text: `WITH ${within.join(', ')}\nSELECT ${dialect.rest(names)},\n${last.join(',\n')}\nFROM ${query(made.length - 1)}${end}`,
    steps: made.length
  }
}
