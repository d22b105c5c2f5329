/**
 * Marks what the modules of limen do as they load as what it is: the making of values, which who does not use
 * the value may leave out. Models, units and codecs are made by calls, of which no bundler knows that by itself.
 */
import { readFileSync } from 'node:fs'
import type { Options } from 'tsup'
import ts from 'typescript'

type Plugins<K extends 'esbuildPlugins' | 'plugins'> = NonNullable<Options[K]>[number]

const words = new Set([ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword])

/** Whether an expression does nothing else than have a value, as bundlers see by themselves. */
const isPlain = (node: ts.Expression): boolean => {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isPlain(node.expression)
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain)
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every(
      (each) =>
        ts.isShorthandPropertyAssignment(each) ||
        (ts.isPropertyAssignment(each) && !ts.isComputedPropertyName(each.name) && isPlain(each.initializer))
    )
  return (
    ts.isArrowFunction(node) || ts.isIdentifier(node) || ts.isLiteralExpression(node) || words.has(node.kind)
  )
}

/** Bundlers leave a marked call out where nobody uses it, with all that is read and called inside. */
const marked = (body: string): string => `/* @__PURE__ */ (() => ${body})()`

/** A declaration whose value is made by a marked call; one of several names has a call for each. */
const markedDeclaration = (name: ts.BindingName, made: string, whole: string): string =>
  ts.isIdentifier(name)
    ? `${name.text} = ${marked(`(${made})`)}`
    : [
        `${whole} = ${marked(`(${made})`)}`,
        ...name.elements
          .flatMap((each) => (ts.isBindingElement(each) ? [each.name.getText()] : []))
          .map((each) => `${each} = ${marked(`{ const ${name.getText()} = ${whole}; return ${each} }`)}`)
      ].join(', ')

/** A class is made of another, and of the names of its methods, which may be computed. */
const markedClass = (declared: ts.ClassDeclaration, name: string): string => {
  const isExported = declared.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  const whole = declared.getText().replace(/^export /, '')
  return `${isExported ? 'export ' : ''}const ${name} = ${marked(`{ ${whole}\nreturn ${name} }`)}`
}

/** The text of a module, with the constants and classes that it makes marked. */
export const withMarks = (file: string, text: string): string => {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  let [written, at] = ['', 0]
  const replaced = (node: ts.Node, by: string): void => {
    written += text.slice(at, node.getStart()) + by
    at = node.getEnd()
  }
  for (const statement of statements)
    if (ts.isClassDeclaration(statement) && statement.name !== undefined)
      replaced(statement, markedClass(statement, statement.name.text))
    else if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations) {
        const { name, initializer } = declaration
        if (initializer !== undefined && !(ts.isIdentifier(name) && isPlain(initializer)))
          replaced(
            declaration,
            markedDeclaration(name, initializer.getText(), `whole${declaration.getStart()}`)
          )
      }
  return written + text.slice(at)
}

/** The sources with their marks, in a bundle by esbuild. */
export const pureModules: Plugins<'esbuildPlugins'> = {
  name: 'what is made is marked as pure',
  setup: (build) => {
    build.onLoad({ filter: /[\\/](src[\\/].*\.ts|fp-ts[\\/]es6[\\/].*\.js)$/ }, ({ path }) => ({
      contents: withMarks(path, readFileSync(path, 'utf8')),
      loader: path.endsWith('.ts') ? 'ts' : 'js'
    }))
  }
}

/** What esbuild makes of `export * as`: an object that is filled by a call, which is marked with it. */
export const pureNamespaces: Plugins<'plugins'> = {
  name: 'what is exported as a whole is marked as pure',
  renderChunk: (code) => ({
    code: code.replace(
      /^var (\w+) = \{\};\n__export\(\1, (\{.*?\n\})\);$/gms,
      (_, name: string, all: string) =>
        `var ${name} = ${marked(`{ const whole = {}; __export(whole, ${all}); return whole }`)};`
    )
  })
}
