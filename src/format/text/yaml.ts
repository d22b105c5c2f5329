/**
 * Reading YAML with places. Numbers keep the digits that stand in the file; nothing but maps, lists
 * and scalars is taken.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type Alias,
  type CST,
  type Document as YamlDocument
} from 'yaml'
import * as budget from '../../units/budget'
import { shortened } from '../../units/told'
import type { Document } from './json'
import {
  fromText,
  keysOf,
  schemaError,
  withPosition,
  type SchemaError,
  type SchemaProblem
} from '../../shape/problem'
import { problemAt, withoutMark } from './lines'

/** A number of a file, and the digits that it stands there with. */
export class YamlNumber {
  constructor(
    readonly numeral: string,
    readonly value: number
  ) {}
}

type Position = NonNullable<SchemaProblem['position']>

const tooDeep = `expected YAML of at most ${budget.yamlDepth} lists and maps inside each other: it is nested too deeply`

/** Or aliases may make so many times the values that stand in it. */
const mostTimes = 10

const failed = (problem: SchemaProblem): E.Either<SchemaError, never> => E.left(schemaError([problem]))

/** What each alias stands for: the last before it that has its name. */
const targetsOf = (document: YamlDocument): ReadonlyMap<Alias, unknown> => {
  const anchors = new Map<string, unknown>()
  const targets = new Map<Alias, unknown>()
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) targets.set(node, anchors.get(node.source))
      else if (node.anchor !== undefined) anchors.set(node.anchor, node)
    }
  })
  return targets
}

const offsetOf = (node: unknown): number =>
  (node as { readonly range?: readonly number[] | null } | null)?.range?.[0] ?? 0

/** Goes through a document once, and keeps what is wrong with it. */
const converted = (
  document: YamlDocument,
  targets: ReadonlyMap<Alias, unknown>,
  positionAt: (offset: number) => Position
) => {
  const problems: SchemaProblem[] = []
  const done = new Map<unknown, unknown>()
  /** How many values a node holds, those of its aliases too. */
  const sizes = new Map<unknown, number>()
  const open = new Set<unknown>()
  const problem = (node: unknown, message: string): void => {
    problems.push({ pointer: '', position: positionAt(offsetOf(node)), message })
  }
  const mapOf = (items: readonly { readonly key: unknown; readonly value: unknown }[], depth: number) => {
    const entries = new Map<string, unknown>()
    for (const { key, value } of items) {
      if (!isScalar(key)) {
        problem(key, 'expected a text as the name of a field')
        continue
      }
      const name = key.source ?? String(key.value)
      if (entries.has(name)) problem(key, `the field "${shortened(name)}" is given twice`)
      entries.set(name, valueOf(value, depth + 1))
    }
    return Object.fromEntries(entries)
  }
  const made = (node: unknown, depth: number): unknown => {
    if (isMap(node)) return mapOf(node.items, depth)
    if (isSeq(node)) return node.items.map((item) => valueOf(item, depth + 1))
    if (!isScalar(node)) return undefined
    return typeof node.value === 'number'
      ? new YamlNumber(node.source ?? String(node.value), node.value)
      : node.value
  }
  const valueOf = (node: unknown, depth: number): unknown => {
    if (isAlias(node)) {
      const target = targets.get(node)
      if (target === undefined) problem(node, `"*${shortened(node.source)}" stands for nothing before it`)
      return target === undefined ? undefined : valueOf(target, depth)
    }
    if (done.has(node)) return done.get(node)
    if (open.has(node) || depth > budget.yamlDepth) {
      problem(node, open.has(node) ? 'what is named here holds itself' : tooDeep)
      return undefined
    }
    open.add(node)
    const value = made(node, depth)
    open.delete(node)
    done.set(node, value)
    const held = isSeq(node) ? node.items : isMap(node) ? node.items.map((pair) => pair.value) : []
    sizes.set(
      node,
      held.reduce((all: number, item) => all + (sizes.get(isAlias(item) ? targets.get(item) : item) ?? 0), 1)
    )
    return value
  }
  const value = valueOf(document.contents, 0)
  const size = sizes.get(document.contents) ?? 0
  if (size > budget.aliases && size > mostTimes * done.size)
    problem(document.contents, `its aliases make ${size} values of the ${done.size} that stand in it`)
  return { value, problems }
}

const inside = (node: unknown, key: string): unknown => {
  if (isSeq(node)) return node.items[Number(key)]
  return isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && (pair.key.source ?? String(pair.key.value)) === key)
        ?.value
    : undefined
}

/** The node at a pointer, or the nearest above it. */
const nearest = (document: YamlDocument, targets: ReadonlyMap<Alias, unknown>, pointer: string): unknown => {
  let node: unknown = document.contents
  for (const key of keysOf(pointer)) {
    const whole = isAlias(node) ? targets.get(node) : node
    const next = inside(whole, key.replaceAll('~1', '/').replaceAll('~0', '~'))
    if (next === undefined || next === null) break
    node = next
  }
  return node
}

/** The document itself and a scalar are on the parser's stack, too. */
const isTooDeep = ({ stack }: Parser): boolean => stack.length > budget.yamlDepth + 2

/**
 * The tokens of a text, up to where they are nested too deeply. What makes values of them recurses, and
 * Node dies where a regular expression is made at the end of the stack: the nesting is measured before.
 */
const tokensOf = function* (text: string, parser: Parser): Generator<CST.Token, void> {
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    if (isTooDeep(parser)) return
  }
  yield* parser.end()
}

const parsed = (source: string): E.Either<SchemaError, Document> => {
  // A line ends as in any text; the parser takes a lone carriage return for a mistake.
  const text = withoutMark(source).replace(/\r\n?/g, '\n')
  if (text.length > budget.yaml)
    return failed(problemAt(1, `expected YAML of at most ${budget.yaml} characters, got ${text.length}`))
  const lines = new LineCounter()
  lines.addNewLine(0)
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const at = (offset: number, message: string): SchemaProblem => ({
    pointer: '',
    position: positionAt(offset),
    message
  })
  // Names given twice are found below, once for all that a map holds.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false })
  const parser = new Parser(lines.addNewLine)
  const [document, second] = composer.compose(tokensOf(text, parser))
  if (isTooDeep(parser)) return failed(at(parser.offset, tooDeep))
  if (document === undefined || document.contents === null)
    return failed(problemAt(1, 'expected YAML, got nothing'))
  // One slip makes the parser report many that follow from it: the first is the one to mend.
  const [slip] = [...document.errors, ...document.warnings]
  if (slip !== undefined) return failed(at(slip.pos[0], `malformed YAML: ${slip.message}`))
  if (second !== undefined)
    return failed(at(second.range[0], 'expected one document, got a second one after "---"'))
  const targets = targetsOf(document)
  const { value, problems } = converted(document, targets, positionAt)
  if (problems.length > 0) return E.left(schemaError(problems))
  return E.right({
    value,
    positionOf: (pointer) => positionAt(offsetOf(nearest(document, targets, pointer)))
  })
}

/**
 * What is made without the traces of errors. The parser makes an error of every sign that it does not
 * expect, and where each was made takes ten times as long to tell as to find.
 */
const untraced = <A>(make: () => A): A => {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return make()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** A YAML text as a document, or all that is wrong with it. */
export const parseYaml = fromText((source: string): E.Either<SchemaError, Document> =>
  untraced(() => parsed(source))
)

/** The same, as what is read from its value; problems have their lines. */
export const decodeYaml =
  <A>(read: (value: unknown) => E.Either<readonly SchemaProblem[], A>) =>
  (source: string): E.Either<SchemaError, A> => {
    const document = parseYaml(source)
    if (E.isLeft(document)) return document
    const { value, positionOf } = document.right
    return E.mapLeft((problems: readonly SchemaProblem[]) => schemaError(problems, withPosition(positionOf)))(
      read(value)
    )
  }
