/** Brings docs/physics.md up to date with the models: `npm run docs`, after a build. */
import { readFileSync, writeFileSync } from 'node:fs'
import { written } from '../docs/physics-page.mjs'

const file = 'docs/physics.md'

writeFileSync(file, written(readFileSync(file, 'utf8')))
