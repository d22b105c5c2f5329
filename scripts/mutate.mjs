/**
 * Whether the tests bite: `npm run mutate -- src/physics src/bound [--sample 100] [--seed 1] [--quick]`.
 *
 * Changes one thing in a source file, runs the tests that ought to notice, and counts the changes that
 * none of them does: first the test file that mirrors the source, then those of its room, then every
 * other that imports it, or the whole. A change that the compiler refuses is not counted, nor one that changes
 * nothing (`mutate/equivalent.json`, each with its reason). The seed chooses the sample, and the values
 * of all properties: the same seed, the same answer. `--quick` runs properties ten times only where
 * they do not say how often, and of the long tests (of `jest.quick.config.js`) those of the room that import the
 * source: it notices no more than without. Fails where less than 90 % are noticed.
 */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import quickly from '../jest.quick.config.js'
import { compiling, mutantsOf, programOf } from './mutate/mutants.mjs'

const enough = 0.9
const atMost = 600
/** How many seconds a mutant may take where a test usually takes so many: one that does not end is noticed. */
const patience = (usual) => (usual === undefined ? atMost : 30 + 20 * usual)

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false }
  }
})
const seed = Number(values.seed)
/** What each test took at last, in seconds of a core; `undefined` of one that fails without a change. */
const usual = new Map()

const filesIn = (path, end) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true })
        .map((name) => join(path, name))
        .filter((name) => name.endsWith(end))
        .sort()
    : [path]

const testFolder = join(root, 'test')
const tests = filesIn(testFolder, '.test.ts')
const long = new RegExp(quickly.testPathIgnorePatterns.join('|').replaceAll('<rootDir>', root), 'u')

const importsOf = (path) =>
  [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']*)'/gu)].map(
    ([, name]) => `${resolve(dirname(path), name)}.ts`
  )

/** The sources that a test imports itself, or by what stands beside it. */
const sourcesOf = (path, seen = new Set()) => {
  if (seen.has(path) || !existsSync(path)) return seen
  seen.add(path)
  if (path.startsWith(testFolder)) for (const each of importsOf(path)) sourcesOf(each, seen)
  return seen
}
const imports = new Map(tests.map((test) => [test, sourcesOf(test)]))

/** What a test of the whole imports. */
const index = join(root, 'src/entry/notebook.ts')

const roomOf = (path) => relative(join(root, 'src'), path).split('/')[0]
const testFor = (path) => join(testFolder, relative(join(root, 'src'), path)).replace(/\.ts$/u, '.test.ts')

/** The test file that mirrors a source; where there is none, those of the sources of its room that import it. */
const mirrorsOf = (path, seen = []) => {
  if (tests.includes(testFor(path))) return [testFor(path)]
  const users = filesIn(join(root, 'src', roomOf(path)), '.ts').filter(
    (each) => !seen.includes(each) && importsOf(each).includes(path)
  )
  return users.flatMap((each) => mirrorsOf(each, [...seen, path]))
}

/** The tests that ought to notice a change in a file, the nearest first. */
const testsOf = (path) => {
  const mirrors = mirrorsOf(path)
  const room = join(testFolder, roomOf(path))
  const uses = (test) =>
    imports.get(test).has(path) || (dirname(test) === testFolder && imports.get(test).has(index))
  const distance = (test) =>
    mirrors.includes(test) ? 0 : test.startsWith(`${room}/`) ? 1 : uses(test) ? 2 : 3
  const isAside = (test) => distance(test) === 2 || !(distance(test) === 0 || imports.get(test).has(path))
  return tests
    .filter((test) => distance(test) < 3 && !(values.quick && long.test(test) && isAside(test)))
    .sort((a, b) => distance(a) - distance(b) || (usual.get(a) ?? 0) - (usual.get(b) ?? 0))
}

let worker
const run = async (order, limit) => {
  worker ??= await new Promise((ready, fail) => {
    const one = fork(join(root, 'scripts/mutate/worker.cjs'), [root], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    })
    one.once('exit', () => {
      fail(new Error('the process that runs tests does not start'))
    })
    one.once('message', () => {
      one.removeAllListeners('exit')
      ready(one)
    })
  })
  const one = worker
  return new Promise((done) => {
    const end = (answer) => {
      clearTimeout(timer)
      one.removeAllListeners()
      done(answer)
    }
    const lost = (failure) => {
      worker = undefined
      one.kill('SIGKILL')
      end({ failure })
    }
    const timer = setTimeout(lost, 1000 * limit, 'does not end')
    one.once('message', end)
    one.once('exit', () => {
      lost('ends the process')
    })
    one.send({ seed, runs: values.quick ? 10 : undefined, ...order })
  })
}

const inOrder = (id) => createHash('sha256').update(`${values.seed} ${id}`).digest('hex')

const equivalent = JSON.parse(readFileSync(join(root, 'scripts/mutate/equivalent.json'), 'utf8'))
const isOne = (mutant) => (known) =>
  ['file', 'of', 'before', 'after'].every((key) => known[key] === mutant[key])

/** Whether a test that failed of a change passes without one; it is asked of each test once. */
const passes = async (test) => {
  if (!usual.has(test)) {
    const { failure, took } = await run({ file: test, test }, atMost)
    if (failure !== undefined)
      console.log(`left out, as it fails without a change: ${relative(root, test)}: ${failure}`)
    usual.set(test, failure === undefined ? took : undefined)
  }
  return usual.get(test) !== undefined
}

/** Whether a test notices a mutant. */
const isNoticed = async ({ path, text }) => {
  for (const test of testsOf(path)) {
    if (usual.has(test) && usual.get(test) === undefined) continue
    const { failure, took } = await run({ test, file: path, text }, patience(usual.get(test)))
    if (failure === undefined) usual.set(test, took)
    else if (await passes(test)) return true
  }
  return false
}

/** How a room fares: the share of its mutants that are noticed. */
const shareOf = async (room) => {
  const sources = filesIn(resolve(room), '.ts')
  const program = programOf(root, sources)
  const all = sources
    .flatMap((path) => mutantsOf(root, program, path))
    .map((mutant) => ({ ...mutant, order: inOrder(mutant.id) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  for (const known of equivalent.filter(({ file }) => sources.includes(join(root, file))))
    if (!all.some((mutant) => isOne(mutant)(known)))
      console.log(`no mutant any more: ${known.file}, ${known.before}`)
  const sample = all.slice(0, values.sample === undefined ? undefined : Number(values.sample))
  const compiled = compiling(root, sample)
  const mutants = compiled.filter((mutant) => !equivalent.some(isOne(mutant)))
  console.log(
    `${room}: ${sample.length} of ${all.length} mutants, by seed ${seed}; ` +
      `${sample.length - compiled.length} do not compile, ${compiled.length - mutants.length} change nothing`
  )
  let caught = 0
  for (const mutant of mutants) {
    if (await isNoticed(mutant)) caught++
    else
      console.log(
        `  ${mutant.file}:${mutant.line} ${mutant.of}\n    - ${mutant.before}\n    + ${mutant.after}`
      )
  }
  console.log(
    `${room}: ${caught} of ${mutants.length} noticed, ${((100 * caught) / mutants.length).toFixed(1)} %`
  )
  return caught / mutants.length
}

for (const room of positionals) if ((await shareOf(room)) < enough) process.exitCode = 1
worker?.kill()
