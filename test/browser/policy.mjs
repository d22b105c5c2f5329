/**
 * The library where code from text is forbidden: a page whose policy allows one script and no `eval`
 * computes what Node computes. Decimals are the same to the last digit; exp and ln of float64 may differ
 * by one between engines, and with them the path that annealing takes. Exits with 1 where that is not so.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'
import { chromium, dumpDom } from './chromium.mjs'

if (chromium() === undefined) {
  console.log('SKIPPED: no strict policy was tried, for there is no Chromium. apt-get install chromium')
  process.exit(0)
}

const home = join(fileURLToPath(import.meta.url), '../../..')
const read = (file) => readFileSync(join(home, file), 'utf8')
const { models: references } = JSON.parse(read('test/oracle/models.json'))
const files = Object.fromEntries(
  readdirSync(join(home, 'examples'))
    .filter((name) => /\.(json|csv|qps|txt)$/.test(name))
    .map((name) => [name, read(`examples/${name}`)])
)

/** What the page does: every model by every reading, and what is made of files. */
const task = ({ references, files, limen }) => {
  const shown = (run) => {
    try {
      return String(JSON.stringify(run()))
    } catch (error) {
      return `${error.name}: ${error.message}`
    }
  }
  const told = {}
  const tell = (name, run) => (told[name] = shown(run))
  for (const [name, { cases }] of Object.entries(references)) {
    const model = limen.modelNamed(name)
    if (model === undefined) continue
    const [{ inputs: given }] = cases
    const inputs = Object.fromEntries(
      Object.entries(model.inputs).map(([input, { unit }]) => [input, unit(given[input])])
    )
    tell(`${name} by evaluate`, () => limen.evaluate(model)(inputs))
    tell(`${name} by evaluateNumber`, () => limen.evaluateNumber(model)(inputs))
    tell(`${name} by certify`, () => limen.certify(model)(inputs))
    tell(`${name} by explain`, () => limen.explain(model)(inputs))
    tell(`${name} by sensitivities`, () => limen.sensitivities(model)(inputs))
    tell(`${name} by sensitivitiesNumber`, () => {
      const found = limen.sensitivitiesNumber(model)(inputs)
      // Those of one size may change places by the last digit.
      return found._tag === 'Right'
        ? [...found.right].sort((a, b) => (a.input < b.input ? -1 : 1))
        : found.left.message
    })
    tell(`${name} in columns`, () => {
      const columns = Object.fromEntries(
        Object.entries(inputs).map(([input, value]) => [
          input,
          limen.column(model.inputs[input].unit)([value.value, value.value])
        ])
      )
      const found = limen.evaluateColumns(model)(columns)
      return found._tag === 'Right' ? Array.from(found.right.values ?? found.right) : found.left.message
    })
    tell(`${name} as LaTeX`, () => limen.modelLatex(model))
  }
  for (const [name, text] of Object.entries(files)) {
    tell(`${name} as a ledger`, () => {
      const found = limen.estimateFile(text)
      if (found._tag === 'Left') return found.left.message
      const { ledger } = found.right
      const values = [200, 300, 400].map((kelvins) => limen.kelvin(kelvins))
      return [
        limen.ledgerJson(found.right),
        limen.ledgerText(found.right),
        limen.ledgerHtml(found.right),
        limen.sweep(ledger.scenario, 'temperature', values),
        limen.runBarrier(ledger.scenario)
      ]
    })
    tell(`${name} as a problem`, () => {
      const file = limen.decodeProblem(text, name)
      if (file._tag === 'Left') return file.left.message
      const solved = limen.solveProblem(file.right, { ising: { sweeps: 20, seed: 7 } })
      return solved._tag === 'Left'
        ? solved.left.message
        : limen.solutionJson(solved.right, limen.qualityOf(solved.right))
    })
    tell(`${name} as a trace`, () => {
      const found = limen.parseTrace(text)
      return found._tag === 'Left' ? found.left.message : limen.traceJson(name, found.right)
    })
  }
  return told
}

const { outputFiles } = await build({
  stdin: {
    contents: `import * as limen from './dist/notebook.js'\nglobalThis.limen = limen`,
    resolveDir: home
  },
  bundle: true,
  write: false,
  minify: true,
  platform: 'browser',
  format: 'iife',
  logLevel: 'error'
})
const library = outputFiles[0].text
const script = `${library}
const told = (${task.toString()})({ ...${JSON.stringify({ references, files }).replaceAll('<', '\\u003c')}, limen: globalThis.limen })
let forbidden = ''
try { new Function('return 1')() } catch (error) { forbidden = error.name }
const result = JSON.stringify({ forbidden, told })
`
const inPage = `${script.replaceAll('</script', '<\\/script')}
const pre = document.createElement('pre')
pre.id = 'told'
pre.textContent = encodeURIComponent(result)
document.body.append(pre)
`
const hash = createHash('sha256').update(inPage).digest('base64')
const page = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'">
<body><script>${inPage}</script></body>`

const { dom, console: said } = dumpDom(page, { timeout: 240_000 })
const found = JSON.parse(decodeURIComponent(/<pre id="told">(.*?)<\/pre>/s.exec(dom)?.[1] ?? '%7B%7D'))
const wanted = JSON.parse(runInThisContext(`${script}\nresult`))

let failed = false
const check = (what, holds, detail) => {
  if (holds) console.log(`ok: ${what}`)
  else console.error(`NOT SO: ${what}, but ${JSON.stringify(detail)?.slice(0, 400)}`)
  failed ||= !holds
}

check('the page forbids code from text', found.forbidden === 'EvalError', { found: found.forbidden, said })
check('Node allows it', wanted.forbidden === '', wanted.forbidden)
const numeral = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g
const areNear = (a, b) => a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** The same but for the last digits of float64. */
const areAlike = (one = '', other = '') => {
  const [ones, others] = [one, other].map((text) => (text.match(numeral) ?? []).map(Number))
  return (
    one.replace(numeral, '#') === other.replace(numeral, '#') &&
    ones.every((number, at) => areNear(number, others[at]))
  )
}

const names = Object.keys(wanted.told)
const isPath = (name) => /ising|glass/.test(name) && name.endsWith('as a problem')
const isFloat = (name) => /Number|in columns|as a ledger/.test(name)
const unlike = names.filter((name) => {
  const [here, there] = [found.told?.[name], wanted.told[name]]
  if (isPath(name)) return typeof here !== 'string' || here.slice(0, 40) !== there.slice(0, 40)
  return isFloat(name) ? !areAlike(here, there) : here !== there
})
check(
  `${names.length} results are those of Node`,
  names.length > 400 && unlike.length === 0,
  unlike.slice(0, 5).map((name) => [name, found.told?.[name]?.slice(0, 160), wanted.told[name].slice(0, 160)])
)
const thrown = names.filter((name) => /^\w*Error: /.test(wanted.told[name]))
check(
  'no function threw',
  thrown.length === 0,
  thrown.slice(0, 5).map((name) => [name, wanted.told[name]])
)
process.exitCode = failed ? 1 : 0
