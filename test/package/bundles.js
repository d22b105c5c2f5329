/**
 * A user's programs, bundled as users bundle them: by esbuild, rollup and webpack, for Node and for
 * browsers. Each bundle runs in a folder where there is nothing else, and weighs no more than its budget:
 * kilobytes gzipped, with decimal.js, which are 13 of them.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import commonjs from '@rollup/plugin-commonjs'
import nodeResolve from '@rollup/plugin-node-resolve'
import { build, transform } from 'esbuild'
import { rollup } from 'rollup'
import webpack from 'webpack'

export const workload = {
  name: 'A network on a chip',
  workload: {
    parameters: '2e6 parameter',
    precision: '6 bit',
    convergence: 'exponential',
    duration: '1 h',
    operations: '4e14 flop',
    updates: 'one per flop'
  }
}

/** Programs, what each prints, and how much it may weigh. */
const programs = {
  'one unit': {
    source: `
      import { kelvin } from 'limen'
      console.log(kelvin(300).value)`,
    prints: '300',
    budget: 16.1
  },
  'one model': {
    source: `
      import { landauer, kelvin, format } from 'limen'
      const value = landauer({ temperature: kelvin(300), errorProbability: 0 })
      if (value._tag !== 'Right') throw new Error('no value')
      console.log(format(value.right))`,
    prints: '2.871 zJ/bit',
    budget: 36
  },
  'files and pictures': {
    source: `
      import { decodeErt, estimateFile } from 'limen/files'
      import { ledgerPicture } from 'limen/report'
      const wrong = estimateFile('{ "name": 1, "name": 2 }')
      const ledger = estimateFile(${JSON.stringify(JSON.stringify(workload))})
      const table = decodeErt('version: [')
      if (ledger._tag !== 'Right') throw new Error(ledger.left.message)
      const drawn = ledgerPicture(ledger.right).startsWith('<svg')
      console.log(wrong.left.problems[0].message, drawn, table._tag)`,
    prints: 'the field "name" is given twice true Left',
    budget: 151
  }
}

const esbuild = (platform, format) => async (entry, outfile) => {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform,
    format,
    logLevel: 'error'
  })
}

const withRollup = async (input, file) => {
  const bundle = await rollup({
    input,
    plugins: [nodeResolve(), commonjs()],
    onwarn: ({ message }) => {
      throw new Error(message)
    }
  })
  const { output } = await bundle.generate({ format: 'es' })
  await bundle.close()
  writeFileSync(file, (await transform(output[0].code, { minify: true })).code)
}

const withWebpack = (target) => async (entry, file) => {
  const stats = await promisify(webpack)({
    mode: 'production',
    target,
    entry,
    output: { path: join(file, '..'), filename: file.slice(file.lastIndexOf('/') + 1) },
    performance: false
  })
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'))
}

const inNode = (file) => execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim()

/** A world with a console and nothing else: no require, no process. */
const inBrowser = (file) => {
  let said = ''
  const console = { log: (...words) => (said += words.join(' ')) }
  runInContext(readFileSync(file, 'utf8'), createContext({ console }))
  return said
}

const bundlers = [
  ['esbuild, an ES module for Node', esbuild('node', 'esm'), 'mjs', inNode],
  ['esbuild, CommonJS for Node', esbuild('node', 'cjs'), 'cjs', inNode],
  ['esbuild, for a browser', esbuild('browser', 'iife'), 'js', inBrowser],
  ['rollup', withRollup, 'mjs', inNode],
  ['webpack, for Node', withWebpack('node20'), 'cjs', inNode],
  ['webpack, for a browser', withWebpack('web'), 'js', inBrowser]
]

/** Bundles and runs all programs, from the package that is installed in a folder. */
export const checkBundles = async (folder, check) => {
  const apart = mkdtempSync(join(tmpdir(), 'limen-bundle-'))
  try {
    for (const [name, { source, prints, budget }] of Object.entries(programs))
      for (const [bundler, bundle, ending, run] of bundlers) {
        const entry = join(folder, 'bundled.mjs')
        const file = join(apart, `bundle.${ending}`)
        writeFileSync(entry, source)
        await bundle(entry, file)
        const size = gzipSync(readFileSync(file)).length / 1000
        check(`${name}, bundled by ${bundler}, works`, run(file) === prints)
        check(`and weighs ${size.toFixed(1)} kB gzipped, of ${budget} kB`, size <= budget)
      }
  } finally {
    rmSync(apart, { recursive: true, force: true })
  }
}
