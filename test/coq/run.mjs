/**
 * Has Coq check what limen certifies: every model at inputs of the reference, every operation, some
 * with uncertain inputs, and a ledger.
 * And that it accepts nothing else: each lemma with its lower end raised in the last digit, or its upper end
 * lowered, has to be rejected.
 *
 *   node test/coq/run.mjs [--cases N]
 *
 * It wants dist/, and coqc with the Interval library (Debian: coq, libcoq-interval); where these are missing, a
 * line says that it is skipped. Exits with 1 where a lemma is rejected, or a changed one accepted.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = mkdtempSync(join(tmpdir(), 'limen-coq-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

const written = (name, text) => {
  const file = join(folder, `${name}.v`)
  writeFileSync(file, text)
  return file
}

const probe = spawnSync('coqc', [written('Probe', 'From Interval Require Import Tactic.\n')], {
  encoding: 'utf8'
})
if (probe.status !== 0) {
  const why = probe.error === undefined ? 'its Interval library is missing' : 'there is no coqc'
  console.log(`SKIPPED: no proof was checked, for ${why} (apt-get install coq libcoq-interval)`)
  process.exit(0)
}

const limen = await import(join(home, 'dist/index.js'))
const files = await import(join(home, 'dist/files.js'))

const right = (either, what) => {
  if (either._tag === 'Right') return either.right
  throw new Error(`${what}: ${either.left.message}`)
}

/** Lemmas in a module of a file in which the libraries are loaded once. */
const moduleOf = (name, text) => `Module ${name}.\n${text.replace(/^From .*\n/gm, '')}End ${name}.\n`
const loading = [
  'Coq Require Import Reals Lra Ranalysis5',
  'Coquelicot Require Import Coquelicot',
  'Interval Require Import Tactic'
]
  .map((each) => `From ${each}.\n`)
  .join('')

/** A decimal by its text alone: a whole number, and how often that is divided by ten. */
const decimalOf = (text) => {
  const [, minus, whole, fraction = '', exponent = '0'] =
    /^\(?(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?\)?$/.exec(text)
  return [BigInt(`${minus}${whole}${fraction}`), fraction.length - Number(exponent)]
}

/** With its last digit raised or lowered. */
const moved = (text, by) => {
  const [digits, places] = decimalOf(text)
  return `(${digits + BigInt(by)}e${-places})`
}

const isBelow = (one, other) => {
  const [[x, m], [y, n]] = [decimalOf(one), decimalOf(other)]
  const places = Math.max(m, n)
  return x * 10n ** BigInt(places - m) < y * 10n ** BigInt(places - n)
}

const lemma = /^Lemma (\w+) :\n([^;]*?\/\\) (\S+) <= (.+) <= (\S+)\.\nProof\.\n([^]*?)\n(.*)\nQed\.$/gm

/** The same lemmas, each with those beside it that say too much by a digit, by the value known; they have to fail. */
const withMutants = (text, value) =>
  text.replace(lemma, (same, name, before, lower, formula, upper, steps, last) => {
    const [from, to] = [moved(lower, 1), moved(upper, -1)]
    const stating = (how, lower, upper) =>
      `Lemma ${name}_${how} :\n${before} ${lower} <= ${formula} <= ${upper}.\nProof.\n${steps}\n  Fail ${last.trim()}\nAbort.`
    return [
      same,
      ...(value === undefined || isBelow(value, from) ? [stating('raised', from, upper)] : []),
      ...(value === undefined || isBelow(to, value) ? [stating('lowered', lower, to)] : [])
    ].join('\n')
  })

const { models } = limen
const reference = JSON.parse(readFileSync(join(home, 'test/oracle/models.json'), 'utf8')).models
// The one model that the reference does not have.
reference.computeOptimalTokens = { cases: [{ inputs: { parameters: '7e10' }, value: '1.4e12' }] }

const at = process.argv.indexOf('--cases')
const cases = at < 0 ? 2 : Number(process.argv[at + 1])

const inputsOf = (model, texts) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, model.inputs[name].unit(text)]))

/** Every model at some points of the reference, the first of them with its mutants. */
const ofModels = Object.entries(models).flatMap(([name, model]) =>
  reference[name].cases.slice(0, cases).map(({ inputs, value }, k) => {
    const text = right(limen.toCoq(model, inputsOf(model, inputs)), name)
    return moduleOf(`${name}_${k + 1}`, k === 0 ? withMutants(text, value) : text)
  })
)

/** Every operation that can be stated, where its formula has a value, and where it is told apart. */
const ofTwo = limen.model({
  name: 'operation',
  symbol: 'f',
  summary: '',
  inputs: {
    x: limen.input('x', limen.one, '(−∞, ∞)', ''),
    y: limen.input('y', limen.one, '(−∞, ∞)', '')
  },
  unit: limen.one,
  formula: ({ x, y }) => x.plus(y),
  constraint: ''
})
const [x, y] = ['x', 'y'].map((name) => ({ kind: 'input', name, symbol: name }))
const ends = [
  ['phi1', { x: 0, y: 1 }],
  ['phi2', { x: 0, y: 1 }],
  ['phi2Slope', { x: 0, y: 1 }],
  ['langevin', { x: 0, y: 1 }],
  ['langevinSlope', { x: 0, y: 1 }],
  ['entropy', { x: 1, y: 1 }],
  ['relativeEntropy', { x: 1, y: 0.3 }],
  ['relativeEntropy', { x: 0.3, y: 0.3 }],
  ['pow', { x: 0, y: 0.5 }],
  ['arsinh', { x: -3, y: 1 }],
  ['phi2', { x: -1e-9, y: 1 }],
  ['max', { x: -0.25, y: -0.5 }]
]
const refused = ['step', 'resetMultiplier']
const inside = [...Object.keys(limen.unary), ...Object.keys(limen.binary)].map((op) => [
  op,
  { x: 0.3, y: op === 'resetDissipation' ? 20 : 0.2 }
])
const ofOperations = [...inside, ...ends]
  .filter(([op]) => !refused.includes(op))
  .map(([op, inputs], k) => {
    const node = op in limen.unary ? { kind: 'unary', op, x } : { kind: 'binary', op, x, y }
    const text = right(limen.toCoq({ ...ofTwo, name: op, node }, inputs), op)
    return moduleOf(`Operation${k}`, withMutants(text))
  })

const { between, gigahertz, kelvin, megahertz, plusMinus, bits } = limen
/** Inputs that are known only to lie between two values. */
const ofUncertain = [
  ['landauer', { temperature: plusMinus(kelvin(300), kelvin(2)), errorProbability: between(0.001, 0.01) }],
  [
    'timeSymmetricReset',
    { temperature: plusMinus(kelvin(300), kelvin(2)), errorProbability: between(0.01, 0.02) }
  ],
  ['exponentialMeanStep', { precision: between(bits(4), bits(8)) }],
  [
    'limUpdate',
    {
      temperature: plusMinus(kelvin(300), kelvin(2)),
      attemptRate: between(gigahertz(1), gigahertz(10)),
      initialRate: megahertz(1),
      precision: bits(8),
      shape: between(0.5, 0.9),
      errorProbability: 0.01,
      hops: 1,
      recovery: 0
    }
  ]
].map(([name, inputs]) =>
  moduleOf(`${name}_uncertain`, withMutants(right(limen.toCoq(models[name], inputs), `${name}, uncertain`)))
)

const example = readFileSync(join(home, 'examples/brain-scale.json'), 'utf8')
const { ledger } = right(files.certifiedEstimateFile(example), 'brain-scale')
const ofLedger = moduleOf('ledger', right(limen.ledgerCoq(ledger), 'brain-scale'))

/** As many files as there are processors, each about as long in work. */
const workers = availableParallelism()
const modules = [ofLedger, ...ofUncertain, ...ofOperations, ...ofModels]
const batches = Array.from({ length: workers }, (_, k) => modules.filter((_, m) => m % workers === k))

/** What coqc says of a file: nothing, or in which lemma it ends. */
const check = (text, k) =>
  new Promise((resolve) => {
    const run = spawn('coqc', [written(`Proofs${k}`, text)], { cwd: folder })
    let said = ''
    run.stderr.on('data', (data) => (said += data))
    run.stdout.resume()
    run.on('close', (code) => {
      if (code === 0) return resolve([])
      // Warnings stand before what it ends by.
      const line = Number([...said.matchAll(/line (\d+)/g)].at(-1)?.[1] ?? 0)
      const before = text.split('\n').slice(0, line)
      const last = (what) => before.findLast((each) => each.startsWith(what)) ?? what
      resolve([`${last('Module ')} ${last('Lemma ')}\n${said.trim()}`])
    })
  })

const count = (pattern) => modules.join('').match(pattern)?.length ?? 0
const from = performance.now()
const wrong = (await Promise.all(batches.map((batch, k) => check(loading + batch.join(''), k)))).flat()
for (const each of wrong) console.error(each)
if (wrong.length === 0) {
  const seconds = ((performance.now() - from) / 1000).toFixed(0)
  console.log(
    `${count(/_certified :$/gm)} lemmas of ${Object.keys(models).length} models and a ledger accepted, ` +
      `${count(/^Abort\.$/gm)} that say too much rejected, in ${seconds} s`
  )
}
process.exit(wrong.length === 0 ? 0 : 1)
