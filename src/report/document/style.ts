/**
 * How a document looks: on light and dark pages, on a telephone, in print; in a notebook, too, which
 * styles tables by itself: hence the longer selectors.
 */

export const style = `
.limen { color-scheme: light dark; --ink: #1b1b1b; --faint: #555; --line: #c8c8c8; --paper: #fff; --code: #f1f1f1; --link: #0b57a4;
  color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif;
  max-width: 58rem; margin: 0 auto; padding: 1rem; box-sizing: border-box; overflow-wrap: anywhere; container-type: inline-size }
@media (prefers-color-scheme: dark) { .limen { --ink: #e8e8e8; --faint: #aaa; --line: #4a4a4a; --paper: #161616; --code: #262626; --link: #8ab8ff } }
.limen * { box-sizing: border-box }
.limen h1 { font-size: 1.7em; line-height: 1.2; margin: .5rem 0 }
.limen h2 { font-size: 1.25em; margin: 1.6em 0 .4em; border-bottom: 1px solid var(--line) }
.limen h3 { font-size: 1.05em; margin: 1.2em 0 .25em }
.limen p { margin: .5rem 0 }
.limen .faint, .limen figcaption { color: var(--faint); font-size: .9em }
.limen a { color: var(--link) }
.limen code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--code); padding: .1em .25em; border-radius: 3px }
.limen pre.latex { font: .8rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--code); padding: .5rem; margin: 0 }
.limen .wide { overflow-x: auto; max-width: 100% }
.limen table { border-collapse: collapse; font-size: .9em; overflow-wrap: normal }
.limen table th, .limen table td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line) }
.limen table th { font-weight: 600 }
.limen table .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.limen table th.figure { white-space: normal }
.limen figure { margin: 1rem 0 }
.limen figure svg { display: block; width: 100%; height: auto }
.limen .on-narrow { display: none; max-width: 34rem }
@container (max-width: 46rem) { .limen .on-wide { display: none } .limen .on-narrow { display: block } }
.limen .worked { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 15rem); gap: 0 1.5rem; align-items: start }
.limen .values { list-style: none; margin: .25rem 0; padding: 0 0 0 .75rem; border-left: 1px solid var(--line); font-size: .9em }
@container (max-width: 40rem) { .limen .worked { grid-template-columns: minmax(0, 1fr) } .limen .values { columns: 12rem } }
.limen .equations { padding: .25rem 0; text-align: left }
.limen math { font-size: 1.1em }
.limen math[display=block] { width: max-content; margin: .25rem 0 }
.limen mover > mo { font-weight: bold; font-size: 1.15em; padding-bottom: .1em }
.limen math mtd { padding: .25em 0 }
.limen math mtd:nth-child(odd) { text-align: right }
.limen math mtd:nth-child(even) { text-align: left; padding-left: .25em }
.limen details { margin: 1rem 0 }
.limen summary { cursor: pointer; font-weight: 600 }
@media print {
  .limen { --ink: #000; --faint: #333; --line: #999; --paper: #fff; --code: #fff; --link: #000; color-scheme: light; max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35 }
  .limen .wide { overflow: visible }
  .limen table { font-size: .8em; line-height: 1.25 }
  .limen table th, .limen table td { padding: .15em .5em .15em 0 }
  .limen figure { margin: .5em 0 }
  .limen .on-wide { display: block; max-width: 82% }
  .limen .on-narrow { display: none }
  .limen figure, .limen tr, .limen .equations { break-inside: avoid }
  .limen h2, .limen h3, .limen summary { break-after: avoid }
  body > .limen > h2:first-of-type { break-before: page }
  @page { margin: 13mm }
}
`
