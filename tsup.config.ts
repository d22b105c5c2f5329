import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import { pureModules, pureNamespaces } from './scripts/pure'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** fp-ts as ES modules, of which a build takes what it needs; sources name the files that Node finds, too. */
const esModulesOfFpTs: Plugin = {
  name: 'fp-ts as ES modules',
  setup: (build) => {
    build.onResolve({ filter: /^fp-ts\/lib\// }, ({ path }) => ({
      path: join(process.cwd(), 'node_modules', path.replace('/lib/', '/es6/')),
      sideEffects: false
    }))
  }
}

/**
 * Of Node's modules that commander asks for, what takes its time and is not needed: no command of limen starts other
 * programs, and the module of the process opens all standard streams, where the process itself is everywhere.
 */
const instead: Readonly<Record<string, string>> = {
  'node:child_process': '',
  'node:process': 'module.exports = process'
}
const light: Plugin = {
  name: "less of Node's modules",
  setup: (build) => {
    build.onResolve({ filter: /^node:(child_process|process)$/ }, ({ path }) => ({
      path,
      namespace: 'instead'
    }))
    build.onLoad({ filter: /.*/, namespace: 'instead' }, ({ path }) => ({ contents: instead[path]! }))
  }
}

/** What the command loads when it is asked for, it requires: without the modules of ES it starts in a seventh less. */
const required: NonNullable<Options['plugins']>[number] = {
  name: 'parts are required',
  renderChunk: (code) => ({
    code: code.replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(() => require($1))')
  })
}

/**
 * Built in is what not every bundler, browser and Node can load as its package has it: a UMD entry
 * (jsonc-parser), a CommonJS one that asks for Node's modules (yaml), folders without a name for ES
 * modules (fp-ts). A dependency stays what users hold in their hands: decimal.js, of which a
 * `Quantity` is made and of which one copy should be. Nobody holds those of the command: it has its own.
 */
const built = [/^fp-ts\//, 'io-ts']

const plugins = [esModulesOfFpTs, pureModules]

const common: Options = {
  target: 'node20',
  platform: 'neutral',
  external: [/^node:/],
  noExternal: built,
  esbuildPlugins: plugins,
  plugins: [pureNamespaces],
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main']
  }
}

/** What a user imports: `limen`, and `limen/files` and the like. */
const entries = {
  index: 'src/index.ts',
  ...Object.fromEntries(
    ['ask', 'files', 'hardware', 'notebook', 'report', 'simulate', 'solve', 'threads'].map((name) => [
      name,
      `src/entry/${name}.ts`
    ])
  )
}

/** What a thread runs, however its entry was loaded. */
const thread = { 'grid-thread': 'src/threads/grid-thread.ts' }

export default defineConfig([
  { ...common, entry: { ...entries, ...thread }, format: ['esm'], clean: true },
  // Entries share what they are made of: a unit is the same wherever it comes from.
  // Where a file is, a module of CommonJS says in its own way.
  {
    ...common,
    entry: entries,
    format: ['cjs'],
    splitting: true,
    define: { 'import.meta.url': '__filename' }
  },
  {
    ...common,
    entry: entries,
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } }
  },
  { ...common, entry: { cli: 'src/cli/launch.ts' }, format: ['esm'], platform: 'node' },
  {
    ...common,
    entry: { 'main': 'src/cli/main.ts', 'sweep-thread': 'src/cli/sweep-thread.ts' },
    format: ['cjs'],
    splitting: true,
    // By rollup: what tsup would have instead makes code of old of what every Node that is served can run.
    treeshake: true,
    platform: 'node',
    // Node's modules are known on this platform; said here to be no part, no plugin would be asked about them.
    external: [],
    removeNodeProtocol: false,
    noExternal: [...built, 'decimal.js', 'commander', 'picocolors'],
    esbuildPlugins: [...plugins, light],
    plugins: [pureNamespaces, required]
  },
  {
    // The program of an explorer's page holds all that it needs, and is written into the page.
    ...common,
    entry: { explorer: 'src/explorer/page/page.ts' },
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    platform: 'browser',
    target: 'es2022',
    noExternal: [/./],
    // A page is handed on without this package: the licences of what is in it go with it.
    banner: { js: `/*!\n${readFileSync('LICENSE', 'utf8')}\n${readFileSync('NOTICE.md', 'utf8')}*/` },
    minify: true
  }
])
