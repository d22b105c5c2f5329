/**
 * The report as a browser has it: on a telephone and on a screen nothing runs out of the page, the
 * console stays silent, and nothing is asked of a network. Exits with 1 where that is not so.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, dumpDom } from './chromium.mjs'

const home = join(fileURLToPath(import.meta.url), '../../..')
const limen = (...args) =>
  execFileSync(process.execPath, [join(home, 'dist/cli.js'), ...args], { cwd: home, encoding: 'utf8' })

const reports = {
  'brain-scale': ['examples/brain-scale.json'],
  'a cited model': ['--ai-model', 'gpt-3'],
  'a certified ledger': ['examples/brain-scale.json', '--certified', '--temperature', '300 K ± 2 K'],
  'a measured convergence': ['examples/half-circles.json', '--trace', 'examples/training-log.csv'],
  'fifty digits': ['examples/lenet-5.json', '--digits', '50']
}

const widths = [360, 1280]

const quoted = (html) => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;')

/** A page at several widths, measured. A window is never narrower than 500 px, but a frame is. */
const framed = (page, widths) => `<!doctype html>
${widths.map((width) => `<iframe width="${width}" height="800" style="border: 0" srcdoc="${quoted(page)}"></iframe>`).join('\n')}
<script>
  onload = () => {
    const measured = [...document.querySelectorAll('iframe')].map(({ contentDocument: page }) => {
      const [root] = page.getElementsByTagName('html')
      const visible = (of) => of.getBoundingClientRect().height > 0
      return {
        width: root.clientWidth,
        reaches: Math.max(root.scrollWidth, page.body.scrollWidth),
        formulas: [...page.querySelectorAll('math')].filter(visible).length,
        wrong: page.querySelectorAll('merror, .temml-error').length,
        pictures: [...page.querySelectorAll('svg')].filter(visible).length,
        smallest: Math.min(
          ...[...page.querySelectorAll('svg')].filter(visible).flatMap((svg) => {
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
            return [...svg.querySelectorAll('text')].map((text) => scale * text.getAttribute('font-size'))
          })
        ),
        breaks: page.querySelector('h2').getBoundingClientRect().top,
        asked: page.defaultView.performance.getEntriesByType('resource').map(({ name }) => name)
      }
    })
    document.title = encodeURIComponent(JSON.stringify(measured))
  }
</script>`

if (chromium() === undefined) {
  console.log('SKIPPED: the report was not looked at, for there is no Chromium. apt-get install chromium')
  process.exit(0)
}

let failed = false
const check = (what, holds, found) => {
  if (holds) console.log(`ok: ${what}`)
  else console.error(`NOT SO: ${what}, but ${JSON.stringify(found)}`)
  failed ||= !holds
}

for (const [name, args] of Object.entries(reports)) {
  const page = limen('report', ...args)
  check(
    `${name}: the report has no script and no other file`,
    !/<script|<link|<img|@import|url\((?!#)/.test(page)
  )
  const { dom, console: said } = dumpDom(framed(page, widths), { width: 1800, dark: name === 'brain-scale' })
  const measured = JSON.parse(decodeURIComponent(/<title>(.*?)<\/title>/s.exec(dom)?.[1] ?? '%5B%5D'))
  widths.forEach((width, at) => {
    const found = measured[at]
    const isWhole = found?.width === width && found.formulas > 10 && found.pictures > 0 && found.wrong === 0
    check(`${name}: at ${width} px it has its formulas and pictures`, isWhole, found)
    check(`${name}: at ${width} px nothing runs out of the page`, found?.reaches <= width, found)
    check(
      `${name}: at ${width} px each letter of a picture is 9 px high or more`,
      found?.smallest >= 9,
      found
    )
    check(`${name}: at ${width} px nothing is asked of a network`, found?.asked.length === 0, found)
  })
  check(`${name}: the console is silent`, said.length === 0, said)
}

// As it is printed: the rules for paper, at the width of A4 between its margins, and the height of Letter.
const paper = { width: 695, height: 958 }
const printed = limen('report', 'examples/brain-scale.json', '--date', '2026-11-29').replaceAll(
  '@media print',
  '@media all'
)
const sheet = dumpDom(framed(printed, [paper.width]), { width: 1800 })
const [first] = JSON.parse(decodeURIComponent(/<title>(.*?)<\/title>/s.exec(sheet.dom)?.[1] ?? '%5B%5D'))
check('printed, answer, ledger and picture are on the first page', first?.breaks <= paper.height, first)
process.exitCode = failed ? 1 : 0
