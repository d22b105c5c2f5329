/** Writes the JSON Schemas of the built library to schemas/, a file each: `npm run schemas`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jsonSchemas } from '../dist/report.js'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'schemas')

mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) rmSync(join(folder, file))
for (const [name, schema] of Object.entries(jsonSchemas))
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`)
