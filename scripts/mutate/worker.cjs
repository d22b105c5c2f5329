/**
 * A process that stays warm: it runs test files against sources, one of which may be a mutant, by the
 * engine that jest runs them by, and stops at the first test that fails. What is the same for every
 * mutant (libraries, compiled text, oracles) is loaded once; sources and tests are loaded anew for each.
 */
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { sep } = require('node:path')
const circus = require('jest-circus')
const esbuild = require('esbuild')
const { expect } = require('expect')
const fc = require('fast-check')

const [root] = process.argv.slice(2)
const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = circus
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, it, test, expect })

/** Text as it runs here. */
const compile = (text) => esbuild.transformSync(text, { loader: 'ts', format: 'cjs', target: 'es2022' }).code

let mutant = { path: undefined, code: undefined }
const compiled = new Map()
const codeOf = (path) => {
  if (path === mutant.path) return mutant.code
  if (!compiled.has(path)) compiled.set(path, compile(readFileSync(path, 'utf8')))
  return compiled.get(path)
}
Module._extensions['.ts'] = (module, path) => module._compile(codeOf(path), path)

const isOurs = (path) =>
  path.endsWith('.ts') && ['src', 'test'].some((folder) => path.startsWith(root + sep + folder + sep))
const forget = () => {
  module.children.length = 0
  for (const path of Object.keys(require.cache)) if (isOurs(path)) delete require.cache[path]
}

let firstFailure
circus.addEventHandler((event, state) => {
  if (event.name !== 'test_done' || event.test.errors.length === 0) return
  firstFailure ??= event.test.name
  state.testNamePattern = /^(?!)/ // what follows is skipped
})

/** The first failure of a test file, if any. */
const failureOf = async (path) => {
  circus.resetState()
  circus.getState().testTimeout = 600_000 // the process that waits for this one decides what is too long
  firstFailure = undefined
  try {
    require(path)
  } catch (error) {
    return `does not load: ${String(error).split('\n')[0]}`
  }
  const { unhandledErrors } = await circus.run()
  return firstFailure ?? (unhandledErrors.length > 0 ? 'an error outside a test' : undefined)
}

process.on('message', async ({ seed, runs, file, text, test }) => {
  if (file !== undefined) {
    // Shrinking would only tell more about a failure that is enough as it is.
    fc.configureGlobal({ seed, endOnFailure: true, ...(runs === undefined ? {} : { numRuns: runs }) })
    forget()
    mutant = text === undefined ? {} : { path: file, code: compile(text) }
  }
  const started = process.cpuUsage()
  const failure = await failureOf(test)
  process.send({ failure, took: process.cpuUsage(started).user / 1e6 })
})
process.on('disconnect', () => process.exit())
process.send({ ready: true })
