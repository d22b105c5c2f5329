/** TypeScript as jest reads it: without a type check, which `npm test` makes of everything first. */
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { transformSync, version } = require('esbuild')

const options = {
  loader: 'ts',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  // jest runs scripts, in which what is imported later is required.
  supported: { 'dynamic-import': false }
}

const own = readFileSync(module.filename)

module.exports = {
  process: (text, path) => ({ code: transformSync(text, { ...options, sourcefile: path }).code }),
  getCacheKey: (text, path) =>
    createHash('sha1').update(text).update(path).update(own).update(version).digest('hex')
}
