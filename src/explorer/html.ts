/** The page of an explorer: one file, which asks nothing of a network. */
import { escaped } from '../report/document/html'
import { style as documentStyle } from '../report/document/style'
import { oneLine } from '../shape/words'
import { at } from '../shape/problem'
import { jsonText } from '../units/visible'
import type { Exploration } from './state'
import { style } from './style'

/** The program of the page, as it was built, and its SHA-256 in base64: the page runs no other. */
export interface Program {
  readonly text: string
  readonly hash: string
}

/** A program as it may stand between the tags of a script: what would end them is escaped. */
export const inScript = (program: string): string =>
  program.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

/** What a script reads, as data: no text in it is a tag. */
const data = (value: unknown): string => jsonText(value).replaceAll('<', '\\u003c')

const textAt = (value: unknown, key: string): string => {
  const found = at(value, [key])
  return typeof found === 'string' ? found : ''
}

const figure = (
  id: string,
  name: string
): string => `<figure><div class="wide" id="${id}" tabindex="0" role="group" aria-label="${name}"></div></figure>
<div class="row"><button type="button" data-picture="${id}" data-format="svg">Save as SVG</button><button type="button" data-picture="${id}" data-format="png">Save as PNG</button></div>`

/** An explorer as HTML that stands alone. */
export const explorerHtml = (of: Exploration, { text, hash }: Program): string => {
  const name = oneLine(textAt(of.value, 'name'))
  const policy = [
    `default-src 'none'`,
    `script-src 'sha256-${hash}'`,
    // Pictures bring the style of their dark paper; the canvas of a PNG draws one.
    `style-src 'unsafe-inline'`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(name)}: explorer</title>
<style>body { margin: 0; background: Canvas }${documentStyle}${style}</style>
</head>
<body>
<div class="limen explorer">
<header>
<h1>${escaped(name)}</h1>
<p class="faint">${escaped(textAt(of.value, 'description'))}</p>
<noscript><p>This page computes, and needs a script to.</p></noscript>
</header>
<div class="answer"><label>The row <select id="row"></select></label> <span id="answer"></span></div>
<p class="spoken" id="spoken" aria-live="polite"></p>
<div id="problems" role="alert"></div>
<div class="columns">
<section id="controls" aria-label="What is learned, and with what">
<div class="row"><button type="button" id="reset">Begin again</button><button type="button" id="link">Copy a link to this</button></div>
<p class="faint">Values have a unit, “30 d”, or are numbers in SI; uncertain ones, “300 K ± 2 K” or “[1, 10] GHz”, have the ledger enclosed as soon as nothing moves.</p>
<div id="knobs"></div>
</section>
<main>
<p class="faint" id="before" hidden>What follows is of the values before.</p>
<div id="figures">
<h2>The ledger</h2>
${figure('ledger', 'picture of the ledger')}
<div id="table"></div>
<div class="row"><button type="button" id="save-workload">Save the workload file</button><button type="button" id="save-ledger">Save the figures as JSON</button></div>
<p class="faint" id="middles" hidden>Below, what is uncertain is at its middle.</p>
<h2>While one input runs</h2>
<div class="row"><label>The input <select id="input"></select></label></div>
${figure('sweep', 'picture of the sweep')}
<h2>Which input matters most</h2>
${figure('tornado', 'picture of the sensitivities')}
<h2>What may be traded</h2>
<p class="faint">The row against the time of the run: the best designs over that time and the input that runs, each within the reach of its slider, with the workload as it stands.</p>
<div class="row"><button type="button" id="trade">Find the best designs</button></div>
<div id="traded" hidden>
${figure('front', 'picture of what may be traded')}
<ul id="said"></ul>
</div>
</div>
</main>
</div>
</div>
<script type="application/json" id="state">${data(of)}</script>
<script>${text}</script>
</body>
</html>
`
}
