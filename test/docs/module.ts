/** Modules of the documentation: ES modules that import the built library. Here they get the sources. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as ts from 'typescript'
import * as limen from '../../src/entry/notebook'

const root = join(__dirname, '../..')

const replaced: Readonly<Record<string, unknown>> = { limen, typedoc: { Application: {} } }

/** What a module exports, by its path from the root. */
export const exportsOf = (path: string): unknown => {
  const { outputText } = ts.transpileModule(readFileSync(join(root, path), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true }
  })
  const load = (name: string): unknown =>
    name.startsWith('.') ? exportsOf(join(dirname(path), name)) : (replaced[name] ?? require(name))
  const made = {}
  new Function('require', 'exports', outputText)(load, made)
  return made
}
