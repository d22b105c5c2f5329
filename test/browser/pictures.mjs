/**
 * Looks at pictures in a browser, where the fonts are real: no text may lie on another, or over the
 * edge. Takes SVG files, or draws every kind of picture with the built library.
 *
 *   node test/browser/pictures.mjs [--png FOLDER] [FILE.svg …]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium, dumpDom, screenshot } from './chromium.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/* global document -- in the page */

/** Runs in the page: what the texts of a picture do that they should not. */
const measure = () => {
  const found = []
  for (const svg of document.querySelectorAll('svg')) {
    const name = svg.id
    const { width, height } = svg.viewBox.baseVal
    const texts = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBBox()
    }))
    if (texts.length === 0) found.push(`${name}: there is no text`)
    for (const { text, box } of texts)
      if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
        found.push(`${name}: "${text}" reaches over the edge`)
    // Half a pixel may be shared by what is above and below the letters themselves.
    const apart = (a, b) =>
      a.x + a.width <= b.x + 0.5 ||
      b.x + b.width <= a.x + 0.5 ||
      a.y + a.height <= b.y + 0.5 ||
      b.y + b.height <= a.y + 0.5
    texts.forEach((a, at) => {
      for (const b of texts.slice(at + 1))
        if (!apart(a.box, b.box)) found.push(`${name}: "${a.text}" lies on "${b.text}"`)
    })
  }
  if (document.querySelector('svg') === null) found.push('there is no picture')
  document.body.dataset.found = JSON.stringify(found)
}

/** Every kind of picture, by the built library, of every example that there is a picture of; and that drawn by hand. */
const drawn = async () => {
  const library = join(root, 'dist/notebook.js')
  if (!existsSync(library)) throw new Error('there is no dist/: run npm run build, or name SVG files')
  const limen = await import(pathToFileURL(library).href)
  const folder = join(root, 'examples')
  const right = ({ _tag, right, left }) => {
    if (_tag === 'Left') throw new Error(left.message)
    return right
  }
  const workloads = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [basename(file, '.json'), readFileSync(join(folder, file), 'utf8')])
    .filter(([, text]) => 'workload' in JSON.parse(text))
  const temperatures = Array.from({ length: 40 }, (_, at) => limen.kelvin(4 * 1.12 ** at))
  // Each wide, and narrow.
  const both = (name, draw) => [
    [name, draw({})],
    [`${name}-narrow`, draw({ width: 'narrow' })]
  ]
  return [
    ['walls', readFileSync(join(root, 'docs/walls.svg'), 'utf8')],
    ...both('hardware', (options) => limen.hardwarePicture(options)),
    ...both('experiments', (options) => limen.experimentsPicture(limen.judgedExperiments(), options)),
    ...workloads.flatMap(([name, text]) => {
      const estimate = right(limen.estimateFile(text))
      const certified = right(limen.certifiedEstimateFile(text))
      const { ledger } = estimate
      const swept = ['temperature', 'duration'].map((input) => {
        const { stated } = right(limen.sweep(ledger.scenario, input, []))
        const values =
          input === 'temperature'
            ? temperatures
            : [-3, -1, 0, 1, 3].map((log) => limen.seconds(stated.exact.times(10 ** log)))
        return [input, right(limen.sweep(ledger.scenario, input, values))]
      })
      const run = right(limen.runBarrier(ledger.scenario))
      return [
        ...both(`${name}-ledger`, (options) => limen.ledgerPicture(estimate, options)),
        ...both(`${name}-certified`, (options) => limen.ledgerPicture(certified, options)),
        ...swept.flatMap(([input, of]) =>
          both(`${name}-sweep-${input}`, (options) => limen.sweepPicture(of, options))
        ),
        ...both(`${name}-barrier`, (options) => limen.barrierPicture(run, options)),
        ...right(limen.explainLedger(ledger)).flatMap((explanation) =>
          both(`${name}-sensitivity-${explanation.name}`, (options) =>
            limen.sensitivityPicture(explanation, options)
          )
        )
      ]
    })
  ]
}

const args = process.argv.slice(2)
const folder = args[0] === '--png' ? args[1] : undefined
const files = folder === undefined ? args : args.slice(2)

if (chromium() === undefined) {
  console.log('pictures: SKIPPED, there is no Chromium (set CHROMIUM, or install one)')
} else {
  const pictures =
    files.length > 0
      ? files.map((file) => [basename(file, '.svg'), readFileSync(file, 'utf8')])
      : await drawn()
  // Ids are unique in a page: each picture gets a prefix of its own.
  const page = pictures
    .map(([name, svg]) => {
      const id = /<svg[^>]* id="([^"]+)"/.exec(svg)?.[1]
      return id === undefined ? svg : svg.replaceAll(id, `${name}_`)
    })
    .join('\n')
  const { dom, console: said } = dumpDom(
    `<!doctype html><meta charset="utf-8"><body>${page}<script>(${measure})()</script></body>`,
    { width: 1400 }
  )
  const found = /data-found="([^"]*)"/.exec(dom)?.[1]
  const problems =
    found === undefined
      ? ['the page did not measure itself']
      : JSON.parse(
          found
            .replaceAll('&quot;', '"')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&')
        )
  for (const problem of [...problems, ...said]) console.error(`pictures: ${problem}`)
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    for (const [name, svg] of pictures)
      for (const dark of [false, true]) {
        const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
        screenshot(
          `<!doctype html><meta charset="utf-8"><body style="margin:0">${svg}</body>`,
          join(folder, `${name}-${dark ? 'dark' : 'light'}.png`),
          { dark, width: Number(width), height: Math.max(300, Number(height)) }
        )
      }
  }
  if (problems.length + said.length > 0) process.exitCode = 1
  else console.log(`pictures: ${pictures.length} looked at, no text overlaps or is cut`)
}
