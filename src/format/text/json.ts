/**
 * Reading JSON with places: what is malformed, given twice, or a number of more digits than JSON
 * keeps, is found where it stands.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { decimal } from '../../units/decimal'
import { longestNumeral, shortened } from '../../units/parse'
import { pointerOf, schemaError, textOf, type SchemaError, type SchemaProblem } from '../../shape/problem'

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
  literal.length > longestNumeral || !decimal(literal).eq(decimal(Number(literal)))

/** No file of ours is nested so deeply. */
const deepest = 200
const tooDeep = 'the JSON is nested too deeply'

/** Goes through a tree once, and keeps what it finds. */
const walk = (text: string, root: Node) => {
  const problems: SchemaProblem[] = []
  const offsets = new Map<string, number>()
  const positionAt = positions(text)
  const problem = (pointer: string, { offset }: Node, message: string): void => {
    problems.push({ pointer, position: positionAt(offset), message })
  }
  const numberOf = (node: Node, pointer: string): unknown => {
    const literal = text.slice(node.offset, node.offset + node.length)
    if (isAltered(literal))
      problem(
        pointer,
        node,
        `expected a number that JSON keeps (it reads this one as ${Number(literal)}: write it as a text in quotes), got ${shortened(literal)}`
      )
    return node.value
  }
  const valueOf = (node: Node, pointer: string, depth: number): unknown => {
    offsets.set(pointer, node.offset)
    if (depth > deepest) {
      if (!problems.some(({ message }) => message === tooDeep)) problem(pointer, node, tooDeep)
      return undefined
    }
    const children = node.children ?? []
    if (node.type === 'array')
      return children.map((child, at) => valueOf(child, pointer + pointerOf([String(at)]), depth + 1))
    if (node.type === 'number') return numberOf(node, pointer)
    if (node.type !== 'object') return node.value
    const entries = new Map<string, unknown>()
    for (const { children: [key, value] = [] } of children) {
      const name = String(key!.value)
      if (entries.has(name)) problem(pointer, key!, `the field "${shortened(name)}" is given twice`)
      entries.set(name, valueOf(value!, pointer + pointerOf([name]), depth + 1))
    }
    return Object.fromEntries(entries)
  }
  return { value: valueOf(root, '', 0), problems, offsets, positionAt }
}

const nearest = (offsets: ReadonlyMap<string, number>, pointer: string): number | undefined =>
  offsets.get(pointer) ??
  (pointer === '' ? undefined : nearest(offsets, pointer.slice(0, pointer.lastIndexOf('/'))))

const tree = (text: string, errors: ParseError[]): Node | undefined | 'too deep' => {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  } catch {
    return 'too deep' // the parser recurses, and only a nesting of thousands exhausts the stack
  }
}

/** A JSON text as a document, or all that is wrong with it. */
export const parseJson = (source: string, instead?: string): E.Either<SchemaError, Document> =>
  pipe(
    textOf(source, instead),
    E.chain((text) => documentOf(text))
  )

const documentOf = (source: string): E.Either<SchemaError, Document> => {
  const text = source.replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  const root = tree(text, errors)
  if (root === 'too deep') return E.left(schemaError([{ pointer: '', message: tooDeep }]))
  // One slip makes the parser report many that follow from it: the first is the one to mend.
  if (errors.length > 0) return E.left(schemaError([syntaxProblem(text, errors[0]!)]))
  if (root === undefined) return E.left(schemaError([{ pointer: '', message: 'expected JSON, got nothing' }]))
  const { value, problems, offsets, positionAt } = walk(text, root)
  if (problems.length > 0) return E.left(schemaError(problems))
  const positionOf = (pointer: string): Position | undefined => {
    const offset = nearest(offsets, pointer)
    return offset === undefined ? undefined : positionAt(offset)
  }
  return E.right({ value, positionOf })
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
          E.mapLeft((problems) =>
            schemaError(
              problems.map((problem) => {
                const position = positionOf(problem.pointer)
                return position === undefined ? problem : { ...problem, position }
              })
            )
          )
        )
      )
    )
