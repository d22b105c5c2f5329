/** TypeScript as jest reads it: without a type check, which `npm test` makes of everything first. */
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { transformSync, version } = require('esbuild')

/**
 * What every module says of JavaScript itself, bound once where it begins: jest runs modules in a context whose
 * globals are watched, where each `Math.floor` of a loop would be looked up anew, at a hundred times its cost.
 */
const globals =
  'Array BigInt Error Float64Array Infinity Int32Array JSON Map Math NaN Number Object Set String Symbol Uint8Array'.split(
    ' '
  )

const options = {
  loader: 'ts',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  banner: `const {${globals.join(',')}} = globalThis;`,
  // jest runs scripts, in which what is imported later is required.
  supported: { 'dynamic-import': false }
}

const own = readFileSync(module.filename)

module.exports = {
  process: (text, path) => ({ code: transformSync(text, { ...options, sourcefile: path }).code }),
  getCacheKey: (text, path) =>
    createHash('sha1').update(text).update(path).update(own).update(version).digest('hex')
}
