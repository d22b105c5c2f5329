/** Writes the JSON Schemas of the built library to schemas/, a file each: `npm run schemas`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { jsonSchemas } from '../dist/index.js'

const folder = fileURLToPath(new URL('../schemas/', import.meta.url))

mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) rmSync(folder + file)
for (const [name, schema] of Object.entries(jsonSchemas))
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(schema, null, 2)}\n`)
