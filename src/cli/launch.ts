#!/usr/bin/env node
/**
 * Begins the `limen` command where this Node can run it. Older ones must be able to read this file to be
 * told: no newer syntax here, and all else is loaded after.
 */
import { engines } from '../../package.json'
import { unlike } from './engine'

const problem = unlike(engines.node, process.versions.node)
if (problem === undefined) void import('./main')
else {
  process.stderr.write(`limen: ${problem}\n`)
  process.exitCode = 1
}
