/**
 * Reading JSON with places: what is malformed, given twice, or a number of more digits than JSON
 * keeps, is found where it stands.
 */
import * as E from 'fp-ts/lib/Either.js'
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { decimal } from '../units/decimal'
import { shortened } from '../units/parse'
import { pointerOf, schemaError, type SchemaError, type SchemaProblem } from './problem'

/** A JSON text as a value that knows where its parts stand. */
export interface Document {
  readonly value: unknown
  /** Line and column of the value at a pointer, or of the nearest above it. */
  readonly positionOf: (pointer: string) => SchemaProblem['position']
}

type Position = NonNullable<SchemaProblem['position']>

const positionAt = (text: string, offset: number): Position => {
  const before = text.slice(0, offset)
  const start = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - start + 1 }
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
  const position = positionAt(text, offset)
  const code = printParseErrorCode(error)
  const message = `malformed JSON at line ${position.line}, column ${position.column}: ${sentences[code] ?? code}`
  return { pointer: '', message }
}

/** The digits that a JSON number keeps; a literal of more would be read as another number. */
const longestLiteral = 400

const tooPrecise = (literal: string): boolean =>
  literal.length > longestLiteral || !decimal(literal).eq(decimal(Number(literal)))

/** No file of ours is nested so deeply. */
const deepest = 200
const tooDeep = 'the JSON is nested too deeply'

interface Found {
  readonly problems: SchemaProblem[]
  readonly offsets: Map<string, number>
}

/** The value of a node; what cannot be read as it stands is a problem. */
const valueOf = (text: string, node: Node, keys: readonly string[], found: Found): unknown => {
  const pointer = pointerOf(keys)
  found.offsets.set(pointer, node.offset)
  const problem = (at: Node, message: string): void => {
    found.problems.push({ pointer, position: positionAt(text, at.offset), message })
  }
  if (keys.length > deepest) {
    problem(node, tooDeep)
    return undefined
  }
  switch (node.type) {
    case 'object': {
      const entries = new Map<string, unknown>()
      for (const { children: [key, value] = [] } of node.children ?? []) {
        const name = String(key!.value)
        if (entries.has(name)) problem(key!, `the field "${shortened(name)}" is given twice`)
        entries.set(name, valueOf(text, value!, [...keys, name], found))
      }
      return Object.fromEntries(entries)
    }
    case 'array':
      return (node.children ?? []).map((child, at) => valueOf(text, child, [...keys, String(at)], found))
    case 'number': {
      const literal = text.slice(node.offset, node.offset + node.length)
      if (tooPrecise(literal))
        problem(
          node,
          `expected a number of at most 17 digits, or a text in quotes for more, got ${shortened(literal)}`
        )
      return node.value
    }
    default:
      return node.value
  }
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
export const parseJson = (source: string): E.Either<SchemaError, Document> => {
  const text = source.replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  const root = tree(text, errors)
  if (root === 'too deep') return E.left(schemaError([{ pointer: '', message: tooDeep }]))
  // One slip makes the parser report many that follow from it: the first is the one to mend.
  if (errors.length > 0) return E.left(schemaError([syntaxProblem(text, errors[0]!)]))
  if (root === undefined) return E.left(schemaError([{ pointer: '', message: 'expected JSON, got nothing' }]))
  const found: Found = { problems: [], offsets: new Map() }
  const value = valueOf(text, root, [], found)
  if (found.problems.length > 0) return E.left(schemaError(found.problems))
  const positionOf = (pointer: string): Position | undefined => {
    const offset = nearest(found.offsets, pointer)
    return offset === undefined ? undefined : positionAt(text, offset)
  }
  return E.right({ value, positionOf })
}
