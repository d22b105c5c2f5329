/**
 * What it takes to begin: the CPU time of a process that imports limen or runs the command, over that of one whose
 * program is empty.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurns, printAlone, row } from './table.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'limen-start-'))
process.on('exit', () => rmSync(folder, { recursive: true }))
const written = (name, text) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** Loaded before the program, it tells at the end what CPU time was used, down a pipe of its own. */
const telling = written(
  'telling.cjs',
  `process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    require('node:fs').writeSync(3, String((user + system) / 1000))
  })`
)
const library = new URL('../dist/index.js', import.meta.url).href
const command = path('../dist/cli.js')
const programs = {
  bare: [written('empty.mjs', '')],
  limen: [written('imports.mjs', `import ${JSON.stringify(library)}`)],
  version: [command, '--version'],
  help: [command, '--help'],
  estimate: [command, 'estimate', path('../examples/brain-scale.json')]
}

/** Milliseconds of CPU of a process. */
const taken = (words) => {
  const { status, output } = spawnSync(process.execPath, ['--require', telling, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'inherit', 'pipe']
  })
  if (status !== 0) throw new Error(`${words.join(' ')} ended in ${status}`)
  return Number(output[3])
}

export const rows = () => {
  const times = inTurns(
    Object.fromEntries(Object.entries(programs).map(([name, words]) => [name, () => taken(words)])),
    { turns: 25, warmUp: 3 }
  )
  const over = (name) => times[name] - times.bare
  const bare = `over an empty program (${times.bare.toFixed(0)} ms)`
  return [
    row("import 'limen'", bare, over('limen'), '≤ 30 ms'),
    row('limen --version', bare, over('version'), '≤ 30 ms'),
    row('limen --help', bare, over('help'), '≤ 30 ms'),
    row('limen estimate, examples/brain-scale.json', bare, over('estimate'), '≤ 80 ms')
  ]
}

await printAlone(import.meta.url, 'Beginning (CPU medians)', rows)
