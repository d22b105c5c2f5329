#!/usr/bin/env node
/**
 * Begins the `limen` command where this Node can run it. Older ones must be able to read this file to be
 * told: no newer syntax here, and all else is loaded after.
 */
import module, { createRequire } from 'node:module'
import { engines, version } from '../../package.json'
import { unlike } from './engine'

const problem = unlike(engines.node, process.versions.node)
const [asked, ...more] = process.argv.slice(2)
if (problem !== undefined) {
  process.stderr.write(`limen: ${problem}\n`)
  process.exitCode = 1
} else if (more.length === 0 && (asked === '--version' || asked === '-V'))
  process.stdout.write(`${version}\n`)
else {
  // From Node 22 on, what was compiled once is kept for the next time; the types are those of Node 20.
  if ('enableCompileCache' in module) (module as { enableCompileCache: () => void }).enableCompileCache()
  createRequire(import.meta.url)('./main.cjs')
}
