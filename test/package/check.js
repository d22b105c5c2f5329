/**
 * The package as a user gets it: packed, installed in an empty folder, imported, required, bundled, run
 * and type-checked there. Exits with 1 at the first thing that is not as it should be.
 */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { builtInto } from '../../scripts/built-in.mjs'
import { checkBundles, workload } from './bundles.js'
import { checkHovers } from './hovers.js'
import { checkReadme } from './readme.js'

const home = process.cwd()
/** By which name the oldest compiler is installed whose users are served. */
const oldest = 'typescript-oldest'

const folder = mkdtempSync(join(tmpdir(), 'limen-package-'))
const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const run = (command, args) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const check = (what, holds) => {
  if (!holds) throw new Error(`not so: ${what}`)
  console.log(`ok: ${what}`)
}

const program = (load) => `
${load}
const value = landauer({ temperature: kelvin(300), errorProbability: 0 })
if (value._tag !== 'Right') throw new Error('no value')
console.log(format(value.right))
`

const typed = `
import { landauer, kelvin, perSecond, joules, joulesPerUpdate, add, format, certify, plusMinus, sensitivities } from 'limen'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
const text: E.Either<string, string> = pipe(
  landauer({ temperature: kelvin(300), errorProbability: 0 }),
  E.bimap((error) => error.message, format)
)
console.log(text)
const certified: E.Either<string, string> = pipe(
  certify(landauer)({ temperature: plusMinus(kelvin(300), kelvin(2)), errorProbability: 0 }),
  E.bimap((error) => error.message, format)
)
const knobs: E.Either<unknown, readonly { readonly input: 'temperature' | 'errorProbability' }[]> =
  sensitivities(landauer)({ temperature: kelvin(300), errorProbability: 0 })
console.log(certified, knobs)
// @ts-expect-error what is uncertain has no one value
landauer({ temperature: plusMinus(kelvin(300), kelvin(2)), errorProbability: 0 })
// @ts-expect-error a rate is no temperature
landauer({ temperature: perSecond(300), errorProbability: 0 })
// @ts-expect-error an energy per update is no energy
add(joules(1), joulesPerUpdate(1))
`

try {
  const [{ filename, files }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], home)
  )
  check(
    'the package holds no sources and no tests',
    files.every(({ path }) => !/^(src|test)\//.test(path))
  )

  const packed = new Set(files.map(({ path }) => path))
  const nowhere = [...packed]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...readFileSync(join(home, path), 'utf8').matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, link]) =>
        posix.join(posix.dirname(path), link)
      )
    )
    .filter((link) => !packed.has(link))
  check(
    `what its documentation links to is in it${nowhere.length === 0 ? '' : `: ${nowhere.join(', ')}`}`,
    packed.has('docs/README.md') && nowhere.length === 0
  )

  const { dependencies, version, devDependencies } = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8')
  )
  check('its dependencies are few', Object.keys(dependencies).length <= 3)

  const notice = readFileSync(join(home, 'NOTICE.md'), 'utf8')
  const builtIn = builtInto(
    files
      .filter(({ path }) => /^dist\/.*js$/.test(path))
      .map(({ path }) => readFileSync(join(home, path), 'utf8'))
  )
  const licenceOf = (name) => {
    const files = ['LICENSE', 'LICENSE.md', 'LICENCE.md'].map((file) =>
      join(home, 'node_modules', name, file)
    )
    return readFileSync(files.find(existsSync), 'utf8').replaceAll('\r', '').trim()
  }
  check(
    `the notice has the licences of what is built in: ${[...builtIn].join(', ')}`,
    builtIn.size > 0 && [...builtIn].every((name) => notice.includes(licenceOf(name)))
  )
  const { components } = JSON.parse(readFileSync(join(home, 'dist/sbom.json'), 'utf8'))
  check(
    'the bill of materials is in it, and names what is built in and what is installed, each with its hash',
    files.some(({ path }) => path === 'dist/sbom.json') &&
      [...builtIn, ...Object.keys(dependencies)].every((part) =>
        components.some(({ name, hashes }) => name === part && hashes[0].content.length === 128)
      )
  )
  check(
    'an old Node is told which one is asked for',
    run('node', [
      '-e',
      `Object.defineProperty(process.versions, 'node', { value: '18.0.0' })
      process.stderr.write = (text) => process.stdout.write(text)
      import(${JSON.stringify(join(home, 'dist/cli.js'))}).then(() => { process.exitCode = 0 })`
    ]).startsWith('limen: expected Node 20 or newer, got 18.0.0')
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }))
  npm(['install', '--no-audit', '--no-fund', join(folder, filename)], folder)
  npm(
    [
      ...['install', '--no-audit', '--no-fund'],
      ...[`typescript@${devDependencies.typescript}`, `${oldest}@npm:typescript@~5.0.4`, '@types/node@20']
    ],
    folder
  )

  const load = '{ landauer, kelvin, format }'
  writeFileSync(join(folder, 'user.mjs'), program(`import ${load} from 'limen'`))
  writeFileSync(join(folder, 'user.cjs'), program(`const ${load} = require('limen')`))
  check('it is imported', run('node', ['user.mjs']) === '2.871 zJ/bit\n')
  check('it is required', run('node', ['user.cjs']) === '2.871 zJ/bit\n')
  const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const entries = Object.keys(exports).filter((name) => /^\.\/(?!schemas|package)/.test(name))
  const every = entries.map((name) => name.replace('.', 'limen'))
  // A quantity of one entry is a quantity for another; each way to load has one copy of what they share.
  const together = `const { kelvin } = limen
    const [{ estimateFile }, { ledgerText }] = [all['limen/files'], all['limen/report']]
    const read = estimateFile(${JSON.stringify(JSON.stringify(workload))})
    if (Object.values(all).some((each) => Object.keys(each).length === 0)) throw new Error('an empty entry')
    console.log(ledgerText(read.right).includes('limRecovered'), all['limen/notebook'].kelvin === kelvin)`
  const names = every.map((name) => `'${name}'`).join(', ')
  writeFileSync(
    join(folder, 'all.mjs'),
    `import * as limen from 'limen'
    const all = {}
    for (const name of [${names}]) all[name] = await import(name)
    ${together}`
  )
  writeFileSync(
    join(folder, 'all.cjs'),
    `const limen = require('limen')
    const all = Object.fromEntries([${names}].map((name) => [name, require(name)]))
    ${together}`
  )
  for (const file of ['all.mjs', 'all.cjs'])
    check(
      `${every.length} entries share what they are made of: ${file}`,
      run('node', [file]) === 'true true\n'
    )
  for (const [file, load] of [
    ['threads.mjs', (names, from) => `import ${names} from '${from}'`],
    ['threads.cjs', (names, from) => `const ${names} = require('${from}')`]
  ]) {
    writeFileSync(
      join(folder, file),
      `${load('{ axisFrom, gridFile }', 'limen/files')}
      ${load('{ threadedGridFile }', 'limen/threads')}
      const given = [${JSON.stringify(JSON.stringify(workload))}, [axisFrom('temperature=4 K..400 K:40000').right], {}]
      const sumOf = async (blocks) => {
        let sum = 0
        for await (const { totals } of blocks) for (const total of totals[0]) sum += total
        return sum
      }
      const sums = [gridFile(...given), threadedGridFile(...given, { threads: 2 })]
      Promise.all(sums.map(({ right }) => sumOf(right.blocks()))).then(([one, two]) => console.log(one > 0 && one === two))`
    )
    check(`threads make the same grid: ${file}`, run('node', [file]) === 'true\n')
  }
  check(
    'it works where functions from text are forbidden',
    run('node', ['--disallow-code-generation-from-strings', 'user.mjs']) === '2.871 zJ/bit\n'
  )

  writeFileSync(
    join(folder, 'decimals.mjs'),
    `import { createRequire } from 'node:module'
    import { Decimal } from 'decimal.js'
    import { kelvin, format } from 'limen'
    const Other = createRequire(import.meta.url)('decimal.js')
    console.log(kelvin(300).exact instanceof Decimal, Other === Decimal)
    for (const Each of [Decimal, Other]) console.log(format(kelvin(new Each('300.5'))))`
  )
  check(
    'its decimals are those of decimal.js, and it takes those of another copy',
    run('node', ['decimals.mjs']) === 'true false\n300.5 K\n300.5 K\n'
  )
  await checkBundles(folder, check)

  const loaded = run('node', [
    '--input-type=module',
    '-e',
    "import { createRequire } from 'node:module'; createRequire(import.meta.url)('limen'); console.log(Object.keys(createRequire(import.meta.url).cache).join('\\n'))"
  ])
  check('importing it loads nothing of the command line', !/commander|picocolors/.test(loaded))
  check('nor what only documentation and reports need', !/katex|temml/.test(loaded))

  const required = (what) => run('node', ['-p', `JSON.stringify(require(${JSON.stringify(what)}))`])
  check(
    'its JSON Schemas are files of the package',
    JSON.parse(required('limen/schemas/workload.json')).title === 'limen workload file'
  )
  const examples = join(folder, 'node_modules/limen/examples')
  check(
    'the schema that each example names is there',
    readdirSync(examples)
      .filter((file) => file.endsWith('.json'))
      .every((file) =>
        existsSync(join(examples, JSON.parse(readFileSync(join(examples, file), 'utf8')).$schema))
      )
  )

  check('the command says its version', run('npx', ['limen', '--version']) === `${version}\n`)
  copyFileSync(join(home, 'examples/brain-scale.json'), join(folder, 'workload.json'))
  check(
    'the command makes a ledger',
    run('npx', ['limen', 'estimate', 'workload.json']).includes('limRecovered')
  )
  check(
    'the command certifies a ledger of what is uncertain',
    /≥ .*≤ /s.test(
      run('npx', ['limen', 'estimate', 'workload.json', '--certified', '--temperature', '300 K ± 2 K'])
    )
  )
  run('npx', ['limen', 'report', 'workload.json', '-o', 'report.html'])
  check(
    'the command writes a report with its formulas typeset',
    readFileSync(join(folder, 'report.html'), 'utf8').includes('<math')
  )
  run('npx', ['limen', 'explore', 'workload.json', '-o', 'explore.html'])
  const explorer = readFileSync(join(folder, 'explore.html'), 'utf8')
  check(
    `the command writes an explorer, ${Math.round(explorer.length / 1000)} kB with its program and the licences of that`,
    explorer.includes(notice.trim()) && explorer.includes(licenceOf('decimal.js'))
  )
  check(
    'the command compares the energies of another tool',
    run('npx', ['limen', 'compare', 'node_modules/limen/examples/other-tools/ert.yaml']).includes(
      'Largest headroom'
    )
  )
  check(
    'the command takes many workloads',
    run('npx', ['limen', 'estimate', '--jsonl', 'workload.json', 'workload.json']).split('\n').length === 3
  )
  const tables = ['1', '2'].map((threads) => {
    const given = ['--over', 'temperature=4 K..400 K:40000', '--threads', threads, '-o', 'sweep.csv']
    run('npx', ['limen', 'sweep', 'workload.json', ...given])
    return readFileSync(join(folder, 'sweep.csv'), 'utf8')
  })
  check('the command sweeps by threads, to the same table', tables[0] === tables[1])
  check(
    'the command explains a figure',
    run('npx', ['limen', 'explain', 'workload.json', 'cim.update']).includes('staticWrite')
  )
  const quadratic = 'node_modules/limen/examples/control-qp.json'
  check(
    'the command solves a quadratic program, and keeps the trace',
    run('npx', ['limen', 'solve', quadratic, '--save-trace', 'run.csv.gz']).includes('known optimum')
  )
  check(
    'and reads that trace again',
    run('npx', ['limen', 'trace', 'run.csv.gz']).includes('convergence shape')
  )
  check(
    'the command knows a cited model',
    run('npx', ['limen', 'estimate', '--ai-model', 'gpt-3']).includes('TJ')
  )
  check(
    'the examples come with it',
    run('npx', [
      'limen',
      'estimate',
      'node_modules/limen/examples/brain-scale.json',
      '--format',
      'csv'
    ]).includes('floor,total')
  )

  for (const [module, file] of [
    ['nodenext', 'typed.mts'],
    ['nodenext', 'typed.cts'],
    ['esnext', 'typed.ts']
  ]) {
    writeFileSync(join(folder, file), typed)
    const resolution = module === 'esnext' ? 'bundler' : 'nodenext'
    for (const version of ['typescript', oldest]) {
      run('node', [
        `node_modules/${version}/bin/tsc`,
        ...['--noEmit', '--strict', '--target', 'es2022', '--types', 'node'],
        ...['--module', module, '--moduleResolution', resolution, file]
      ])
      check(`its types check in ${file} with ${resolution}, ${version}`, true)
    }
  }
  checkHovers(folder, check)
  checkReadme(home, check)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
