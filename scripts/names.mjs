/** Writes docs/names.md: `npm run docs`. */
import { writeFileSync } from 'node:fs'
import { written } from '../docs/names-page.mjs'

writeFileSync('docs/names.md', written())
