/**
 * The mutants of a source file: each is the file with one thing in it changed, which a test ought to
 * notice. What is changed is what the code says of the world: operators, comparisons, conditions,
 * constants, data in text, parts of lists and records, calls, results. Prose (of more than two words) and
 * types are left alone.
 */
import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import ts from 'typescript'

const { SyntaxKind: Kind } = ts

const otherOperators = new Map([
  [Kind.PlusToken, ['-']],
  [Kind.MinusToken, ['+']],
  [Kind.AsteriskToken, ['/']],
  [Kind.SlashToken, ['*']],
  [Kind.PercentToken, ['*']],
  [Kind.AsteriskAsteriskToken, ['*']],
  [Kind.LessThanToken, ['<=', '>=']],
  [Kind.LessThanEqualsToken, ['<', '>']],
  [Kind.GreaterThanToken, ['>=', '<=']],
  [Kind.GreaterThanEqualsToken, ['>', '<']],
  [Kind.EqualsEqualsEqualsToken, ['!==']],
  [Kind.ExclamationEqualsEqualsToken, ['===']],
  [Kind.AmpersandAmpersandToken, ['||']],
  [Kind.BarBarToken, ['&&']],
  [Kind.PlusEqualsToken, ['-=']],
  [Kind.MinusEqualsToken, ['+=']],
  [Kind.AsteriskEqualsToken, ['/=']]
])

/** Methods and functions that may be taken for each other; those of types that lack the other do not compile. */
const otherNames = new Map(
  [
    ['plus', 'minus'],
    ['times', 'over'],
    ['times', 'div'],
    ['per', 'times'],
    ['max', 'min'],
    ['lt', 'lte'],
    ['gt', 'gte'],
    ['lessThan', 'lessThanOrEqual'],
    ['greaterThan', 'greaterThanOrEqual'],
    ['upper', 'lower'],
    ['some', 'every'],
    ['find', 'findLast'],
    ['startsWith', 'endsWith'],
    ['floor', 'ceil'],
    ['exp', 'expm1'],
    ['log', 'log1p'],
    ['sinh', 'cosh'],
    ['isLeft', 'isRight']
  ].flatMap(([a, b]) => [
    [a, b],
    [b, a]
  ])
)

const isProse = (text) => (text.match(/[\p{L}’]{2,}/gu) ?? []).length > 2

/** Whether a node is in a type, an import or the name of a property, where text is no data. */
const isNamed = (node) =>
  ts.isLiteralTypeNode(node.parent) ||
  ts.isImportDeclaration(node.parent) ||
  ts.isExportDeclaration(node.parent) ||
  ((ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)) && node.parent.name === node)

const brackets = { '[': '(', '(': '[', ']': ')', ')': ']' }
const flipped = (text, at) =>
  at === 0 ? brackets[text[0]] + text.slice(1) : text.slice(0, -1) + brackets[text.at(-1)]

/** Other text in place of a literal: of a union of texts, another member; else something that nobody wrote. */
const otherTexts = (node, checker) => {
  const type = checker.getContextualType(node)
  const members = type?.isUnion()
    ? type.types.filter((one) => one.isStringLiteral()).map((one) => one.value)
    : []
  const others = members.filter((text) => text !== node.text)
  if (others.length > 0) return [others[0], others.at(-1)]
  // The ends of a range: open, or closed.
  if (/^[[(].*, .*[\])]$/u.test(node.text)) return [flipped(node.text, 0), flipped(node.text, -1)]
  if (/^-?\d+(\.\d+)?(e-?\d+)?$/u.test(node.text)) return [node.text === '1' ? '2' : '1']
  return [node.text === '' ? 'mutant' : '']
}

const quoted = (text) => `'${text.replace(/[\\']/gu, '\\$&')}'`

/** What a node may be replaced by; `undefined` stands for nothing, with the comma after it. */
const replacements = (node, checker) => {
  const text = (part) => part.getText()
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [text(node.left), text(node.right)]
    const swapped = (otherOperators.get(node.operatorToken.kind) ?? []).map(
      (other) => `${left} ${other} ${right}`
    )
    return node.operatorToken.kind === Kind.QuestionQuestionToken ? [left, right] : swapped
  }
  if (ts.isConditionalExpression(node))
    return [
      `${text(node.condition)} ? ${text(node.whenFalse)} : ${text(node.whenTrue)}`,
      text(node.whenTrue),
      text(node.whenFalse)
    ]
  if (ts.isPrefixUnaryExpression(node) && [Kind.ExclamationToken, Kind.MinusToken].includes(node.operator))
    return [text(node.operand)]
  if (ts.isNumericLiteral(node))
    return isNamed(node) ? [] : [node.text === '1' ? '2' : '1', `(${node.text} + 1)`]
  if (ts.isStringLiteral(node))
    return isNamed(node) || isProse(node.text) ? [] : otherTexts(node, checker).map(quoted)
  if (node.kind === Kind.TrueKeyword && !ts.isLiteralTypeNode(node.parent)) return ['false']
  if (node.kind === Kind.FalseKeyword && !ts.isLiteralTypeNode(node.parent)) return ['true']
  if (ts.isExpression(node) && ts.isIfStatement(node.parent) && node.parent.expression === node)
    return ['true', 'false']
  if (ts.isExpressionStatement(node)) return [';']
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return [text(node.expression.expression)]
  if (ts.isIdentifier(node)) {
    const isCalled =
      (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
      (ts.isCallExpression(node.parent) && node.parent.expression === node)
    const other = isCalled ? otherNames.get(node.text) : undefined
    return other === undefined ? [] : [other]
  }
  return []
}

/** The result of a function of one expression, in place of which another may be given. */
const results = (node, checker) => {
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return []
  const type = checker.getTypeAtLocation(node.body)
  if (
    type.flags & ts.TypeFlags.BooleanLike ||
    (type.isUnion() && type.types.every((one) => one.flags & ts.TypeFlags.BooleanLike))
  )
    return ['true', 'false']
  if (checker.isArrayType(type)) return ['[]']
  return type.flags & ts.TypeFlags.StringLike ? ["''"] : []
}

const isPart = (node) =>
  (ts.isArrayLiteralExpression(node.parent) && ts.isExpression(node)) ||
  (ts.isObjectLiteralExpression(node.parent) && ts.isObjectLiteralElementLike(node))

const oneLine = (text) => text.replace(/\s+/gu, ' ').trim()

/** The name of the declaration that a node is in: where a reader finds it, and a list of exceptions, too. */
const declarationOf = (node) => {
  if (ts.isSourceFile(node)) return ''
  const name =
    ts.isMethodDeclaration(node) ||
    (ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent)) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node)
      ? node.name?.getText()
      : undefined
  return name ?? declarationOf(node.parent)
}

/** What is small enough to be read, and says where it is: the widest part around a node that is short. */
const around = (node) => {
  const { parent } = node
  return parent === undefined ||
    ts.isSourceFile(parent) ||
    ts.isBlock(parent) ||
    oneLine(parent.getText()).length > 100
    ? node
    : around(parent)
}

/**
 * All mutants of a source file of a program. `before` and `after` are a line of what is changed: with the
 * file and the declaration, they tell one mutant from another, wherever in the file it comes to stand.
 */
export const mutantsOf = (root, program, path) => {
  const source = program.getSourceFile(path)
  const checker = program.getTypeChecker()
  const file = relative(root, path)
  const found = new Map()

  const add = (node, start, end, replacement) => {
    const text = source.text.slice(0, start) + replacement + source.text.slice(end)
    const shown = around(node)
    const [from, to] = [shown.getStart(source), Math.max(shown.getEnd(), end)]
    const before = oneLine(source.text.slice(from, to))
    const after = oneLine(source.text.slice(from, start) + replacement + source.text.slice(end, to))
    const of = declarationOf(node)
    const line = source.getLineAndCharacterOfPosition(start).line + 1
    if (before === after) return
    const id = createHash('sha256').update([file, of, before, after].join('\n')).digest('hex')
    if (!found.has(id)) found.set(id, { id, path, file, of, line, before, after, text })
  }
  const replace = (node, replacement) => {
    add(node, node.getStart(source), node.getEnd(), replacement)
  }
  const drop = (node) => {
    const comma = /^\s*,/u.exec(source.text.slice(node.getEnd()))?.[0] ?? ''
    add(node, node.getStart(source), node.getEnd() + comma.length, '')
  }
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    for (const replacement of replacements(node, checker)) replace(node, replacement)
    for (const result of results(node, checker)) replace(node.body, result)
    if (isPart(node)) drop(node)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  return [...found.values()]
}

/** The program of the sources, as the types of the project are checked. */
export const programOf = (root, files, host) => {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  return ts.createProgram(files, { ...options, noUnusedLocals: false, noUnusedParameters: false }, host)
}

/**
 * Those of the mutants whose types fit: the compiler refuses the others before any test. Each stands
 * beside its file as a copy, so that one program checks them all; what the copy of the file itself is
 * refused for (a class that is not the same class) is the fault of the copying.
 */
export const compiling = (root, mutants) => {
  const copies = new Map()
  const copy = (path, name, text) => {
    const at = path.replace(/\.ts$/u, `.${name}.ts`)
    copies.set(at, text)
    return at
  }
  const same = new Map(
    [...new Set(mutants.map(({ path }) => path))].map((path) => [
      path,
      copy(path, 'same', ts.sys.readFile(path))
    ])
  )
  const at = new Map(mutants.map((mutant) => [mutant, copy(mutant.path, mutant.id, mutant.text)]))

  const host = ts.createCompilerHost({})
  const { fileExists, readFile } = host
  host.fileExists = (path) => copies.has(path) || fileExists(path)
  host.readFile = (path) => copies.get(path) ?? readFile(path)
  host.getSourceFile = (path, options) => {
    const text = host.readFile(path)
    return text === undefined ? undefined : ts.createSourceFile(path, text, options)
  }
  const program = programOf(root, [...copies.keys()], host)
  const problemsOf = (path) => {
    const source = program.getSourceFile(path)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')
    )
  }
  const known = new Map([...same].map(([path, one]) => [path, problemsOf(one)]))
  return mutants.filter((mutant) =>
    problemsOf(at.get(mutant)).every((problem) => known.get(mutant.path).includes(problem))
  )
}
