/**
 * Reading JSON with places: what is malformed, given twice, or a number of more digits than JSON
 * keeps, is found where it stands.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { printParseErrorCode, visit, type JSONPath, type ParseError } from 'jsonc-parser'
import * as budget from '../../units/budget'
import { decimal } from '../../units/decimal'
import { shortened } from '../../units/told'
import {
  keysOf,
  pointerOf,
  schemaError,
  wholeText,
  withPosition,
  type SchemaError,
  type SchemaProblem
} from '../../shape/problem'

/** A JSON text as a value that knows where its parts stand. */
export interface Document {
  readonly value: unknown
  /** Line and column of the value at a pointer, or of the nearest above it. */
  readonly positionOf: (pointer: string) => SchemaProblem['position']
}

type Position = NonNullable<SchemaProblem['position']>

/** Line and column of an offset, in a text whose lines start at known offsets. */
const positions = (text: string): ((offset: number) => Position) => {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}

const sentences: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a value that is none',
  InvalidNumberFormat: 'a malformed number',
  PropertyNameExpected: 'expected the name of a field, in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon after the name of a field',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected a closing brace }',
  CloseBracketExpected: 'expected a closing bracket ]',
  EndOfFileExpected: 'expected the end of the text',
  InvalidCommentToken: 'comments are not part of JSON',
  UnexpectedEndOfComment: 'a comment without an end',
  UnexpectedEndOfString: 'a text without a closing quote',
  UnexpectedEndOfNumber: 'a number without an end',
  InvalidUnicode: 'a malformed Unicode escape',
  InvalidEscapeCharacter: 'a malformed escape',
  InvalidCharacter: 'a character that JSON does not allow in a text'
}

const syntaxProblem = (text: string, { error, offset }: ParseError): SchemaProblem => {
  const position = positions(text)(offset)
  const code = printParseErrorCode(error)
  return {
    pointer: '',
    position,
    message: `malformed JSON at column ${position.column}: ${sentences[code] ?? code}`
  }
}

/** Whether JSON would read a literal as another number: one of more digits, or out of range. */
const isAltered = (literal: string): boolean =>
  literal.length > budget.numeral || !decimal(literal).eq(decimal(Number(literal)))

const tooDeep = `expected JSON of at most ${budget.depth} lists and objects inside each other: it is nested too deeply`

const options = { disallowComments: true, allowTrailingComma: false }

/** A list or an object that is not at its end. */
type Open = { readonly list: unknown[] } | { readonly entries: Map<string, unknown>; name: string }

/** What a text holds, and what is wrong with it: the first mistake of its grammar alone, or all that JSON would alter. */
interface Read {
  readonly value: unknown
  readonly slip: ParseError | undefined
  readonly problems: readonly SchemaProblem[]
}

/** Goes through a text once. */
const read = (text: string): Read => {
  const problems: SchemaProblem[] = []
  const positionAt = positions(text)
  const open: Open[] = []
  let value: unknown
  let slip: ParseError | undefined
  let isDeep = false
  const problem = (path: JSONPath, offset: number, message: string): void => {
    problems.push({ pointer: pointerOf(path.map(String)), position: positionAt(offset), message })
  }
  const put = (each: unknown): void => {
    const inside = open.at(-1)
    if (inside === undefined) value = each
    else if ('list' in inside) inside.list.push(each)
    else inside.entries.set(inside.name, each)
  }
  const begin = (inside: Open, offset: number, pathOf: () => JSONPath): boolean => {
    const isTooDeep = open.length > budget.depth
    if (isTooDeep && !isDeep) problem(pathOf(), offset, tooDeep)
    isDeep ||= isTooDeep
    if (!isTooDeep) open.push(inside)
    return !isTooDeep
  }
  const end = (): void => {
    const inside = open.pop()
    if (inside !== undefined) put('list' in inside ? inside.list : Object.fromEntries(inside.entries))
  }
  visit(
    text,
    {
      onError: (error, offset, length) => {
        slip ??= { error, offset, length }
      },
      onObjectBegin: (offset, _length, _line, _column, pathOf) =>
        begin({ entries: new Map(), name: '' }, offset, pathOf),
      onArrayBegin: (offset, _length, _line, _column, pathOf) => begin({ list: [] }, offset, pathOf),
      onObjectEnd: end,
      onArrayEnd: end,
      onObjectProperty: (name, offset, _length, _line, _column, pathOf) => {
        const inside = open.at(-1)
        if (isDeep || inside === undefined || 'list' in inside) return
        if (inside.entries.has(name))
          problem(pathOf(), offset, `the field "${shortened(name)}" is given twice`)
        inside.name = name
      },
      onLiteralValue: (each: unknown, offset, length, _line, _column, pathOf) => {
        const literal = typeof each === 'number' ? text.slice(offset, offset + length) : ''
        if (typeof each === 'number' && isAltered(literal))
          problem(
            pathOf(),
            offset,
            `expected a number that JSON keeps (it reads this one as ${Number.isFinite(each) ? each : 'larger than any'}: write it as a text in quotes), got ${shortened(literal)}`
          )
        put(each)
      }
    },
    options
  )
  return { value, slip, problems }
}

/** Characters of a text of which it is worth while to ask whether all is plain. */
const mostPlain = 2 ** 16

/** The texts of a JSON text, those that name a field with its colon; its numbers; and where something opens. */
const tokens = /"(?:[^"\\]|\\.)*"(?:\s*:)?|-?\d[\d.eE+-]*|[[{]/g

const fieldsIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  const inside: readonly unknown[] = Object.values(value)
  return inside.reduce<number>((sum, each) => sum + fieldsIn(each), Array.isArray(value) ? 0 : inside.length)
}

/** What JSON itself reads, in a third of the time, where that alters nothing: what is not so plain is read with care. */
const plainly = (text: string): { readonly value: unknown } | undefined => {
  if (text.length > mostPlain) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  let [fields, opened] = [0, 0]
  for (const token of text.match(tokens) ?? []) {
    if (token.endsWith(':')) fields += 1
    else if (token === '{' || token === '[') opened += 1
    else if (!token.startsWith('"') && String(Number(token)) !== token && isAltered(token)) return undefined
  }
  // A field that is given twice is in the value once.
  return opened <= budget.depth && fields === fieldsIn(value) ? { value } : undefined
}

/** Where the value at a pointer begins, or the nearest above it. */
const offsetOf = (text: string, pointer: string): number => {
  const keys = keysOf(pointer)
  let found = 0
  const look = (offset: number, pathOf: () => JSONPath): boolean => {
    const path = pathOf().map((key) => pointerOf([String(key)]).slice(1))
    const isOnTheWay = path.length <= keys.length && path.every((key, at) => key === keys[at])
    if (isOnTheWay) found = offset
    return isOnTheWay
  }
  visit(
    text,
    {
      onObjectBegin: (offset, _length, _line, _column, pathOf) => look(offset, pathOf),
      onArrayBegin: (offset, _length, _line, _column, pathOf) => look(offset, pathOf),
      // Without these the parser stays silent after what is not looked into.
      onObjectEnd: () => undefined,
      onArrayEnd: () => undefined,
      onLiteralValue: (_, offset, _length, _line, _column, pathOf) => {
        look(offset, pathOf)
      }
    },
    options
  )
  return found
}

/** A JSON text as a document, or all that is wrong with it. */
export const parseJson = (source: string, instead?: string): E.Either<SchemaError, Document> =>
  pipe(wholeText(source, instead), E.chain(documentOf))

const failed = (message: string): E.Either<SchemaError, never> =>
  E.left(schemaError([{ pointer: '', message }]))

const documentOf = (source: string): E.Either<SchemaError, Document> => {
  const text = source.replace(/^\uFEFF/, '')
  const known = (value: unknown): Document => ({
    value,
    positionOf: (pointer) => positions(text)(offsetOf(text, pointer))
  })
  const plain = plainly(text)
  if (plain !== undefined) return E.right(known(plain.value))
  try {
    const { value, slip, problems } = read(text)
    // One slip makes the parser report many that follow from it: the first is the one to mend.
    if (slip !== undefined) return E.left(schemaError([syntaxProblem(text, slip)]))
    if (problems.length > 0) return E.left(schemaError(problems))
    return E.right(known(value))
  } catch {
    return failed(tooDeep) // the parser recurses, and only a nesting of thousands exhausts the stack
  }
}

/** What a JSON text decodes to; its problems have the lines at which they stand. */
export const decodeJson =
  <A>(decode: (value: unknown) => E.Either<readonly SchemaProblem[], A>) =>
  (source: string): E.Either<SchemaError, A> =>
    pipe(
      parseJson(source),
      E.chain(({ value, positionOf }) =>
        pipe(
          decode(value),
          E.mapLeft((problems) => schemaError(problems, withPosition(positionOf)))
        )
      )
    )
