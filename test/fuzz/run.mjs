/**
 * Bad files, as many as fit into some minutes: `npm run fuzz -- --minutes 5 --seed 1`. Each input is told by the
 * seed and its number, so that it can be made again: `--only NUMBER` tries one. What breaks the promise, a result
 * or a named error in bounded time and memory, is kept as a file in fuzz-found/.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { values: asked } = parseArgs({
  options: {
    minutes: { type: 'string', default: '0.5' },
    inputs: { type: 'string', default: '1000000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' }
  }
})
const seed = Number(asked.seed)
const from = Number(asked.only ?? asked.from)
const last = asked.only === undefined ? from + Number(asked.inputs) : from + 1
const deadline = performance.now() + Number(asked.minutes) * 60_000
const kept = join(root, 'fuzz-found')

/** Megabytes for an input of at most a third of one, beside what the library itself takes. */
const memory = 700
/** Seconds of processor without an end before an input counts as one that has none. */
const patience = 15

const folder = mkdtempSync(join(tmpdir(), 'limen-fuzz-'))
const file = join(folder, 'worker.mjs')
await build({
  entryPoints: [join(root, 'test', 'fuzz', 'worker.ts')],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['@resvg/resvg-js', '@myriaddreamin/typst-ts-node-compiler'],
  logLevel: 'error',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)"
  }
})

const bad = new Map()
const keep = ({ number, input, found }) => {
  const [first] = found
  const sort = first.replace(/\d+/g, 'N').split('\n').slice(0, 3).join(' ').slice(0, 160)
  const before = bad.get(sort) ?? 0
  bad.set(sort, before + 1)
  if (before >= 3) return
  mkdirSync(kept, { recursive: true })
  const name = `${seed}-${number}`
  writeFileSync(join(kept, `${name}.json`), JSON.stringify({ seed, number, ...input, found }, null, 2))
  if (input !== undefined) writeFileSync(join(kept, `${name}.input`), input.text)
  console.log(
    `${seed}/${number} ${input?.kind ?? ''} ${input?.args?.join(' ').slice(0, 120) ?? ''}\n  ${first.slice(0, 400)}`
  )
}

/** Inputs from one on, in a thread of their own; resolves to the next one that is to be tried. */
const through = (first) =>
  new Promise((resolve) => {
    const progress = new Int32Array(new SharedArrayBuffer(4))
    const worker = new Worker(file, {
      workerData: { root, seed, first, end: last, progress },
      resourceLimits: { maxOldGenerationSizeMb: memory }
    })
    const used = () => process.cpuUsage().user / 1e6
    let [at, since] = [-1, used()]
    let stopped
    const watch = setInterval(() => {
      const now = Atomics.load(progress, 0)
      if (now !== at) [at, since] = [now, used()]
      const isStuck = used() - since > patience
      if (isStuck) stopped = `it has no end in ${patience} s`
      if (isStuck || performance.now() > deadline) void worker.terminate()
    }, 200)
    worker.on('message', keep)
    worker.on('error', (error) => {
      stopped =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `it takes more than ${memory} MB`
          : `the thread died: ${error.stack}`
    })
    worker.on('exit', (code) => {
      clearInterval(watch)
      const now = Atomics.load(progress, 0)
      if (stopped !== undefined) keep({ number: now, found: [stopped] })
      resolve(code === 0 && stopped === undefined ? last : now + (stopped === undefined ? 0 : 1))
    })
  })

let next = from
while (next < last && performance.now() < deadline) next = await through(next)
rmSync(folder, { recursive: true })

const count = [...bad.values()].reduce((sum, each) => sum + each, 0)
console.log(`${next - from} inputs from ${from} on with seed ${seed}: ${count} break the promise`)
for (const [sort, times] of bad) console.log(`  ${times} × ${sort}`)
process.exitCode = count === 0 ? 0 : 1
