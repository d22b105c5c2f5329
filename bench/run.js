/**
 * Runs benches, each in a process of its own, and prints what they found as one table: all of them, or those that
 * are named, as in `npm run bench -- kernel traces`. Goals are told, not asserted: only what fails ends in 1.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { print } from './table.js'

const benches = [
  'weight', 'start', 'kernel', 'numpy', 'quantities', 'decimals', 'ledgers', 'traces', 'ising', 'quadratic', 'simulation', 'texts'
] // prettier-ignore

const named = process.argv.slice(2)
const unknown = named.filter((name) => !benches.includes(name))
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(' or ')}: expected some of ${benches.join(', ')}`)
  process.exit(1)
}

const found = (named.length > 0 ? named : benches).flatMap((name) => {
  const begin = performance.now()
  const bench = fileURLToPath(new URL(`${name}.js`, import.meta.url))
  const { status, stdout } = spawnSync(process.execPath, [bench, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  console.error(`${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s`)
  if (status === 0) return JSON.parse(stdout)
  process.exitCode = 1
  return []
})
print('limen: CPU time, medians, the two sides of a ratio in turns', found)
