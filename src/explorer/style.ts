/** How an explorer looks, beside what every document has: knobs at the left of a screen, above on a telephone. */
export const style = `
.explorer.limen { max-width: 90rem; padding: 0 1rem 2rem }
.explorer button, .explorer select, .explorer input { font: inherit; color: inherit }
.explorer :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px }
.explorer .answer { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line);
  display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; padding: .5rem 0 }
.explorer .answer .total { font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums }
.explorer .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.explorer .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2rem }
.explorer details { border-top: 1px solid var(--line); margin: .75rem 0 0; padding: .4rem 0 0 }
.explorer .knob { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 10.5rem); gap: .1rem .75rem; align-items: center; margin: .6rem 0; font-size: .92rem }
.explorer .knob small { color: var(--faint); grid-column: 1 / -1; font-size: .85em; line-height: 1.3 }
.explorer .knob input[type=text] { grid-column: 2 }
.explorer .knob input[type=range] { grid-column: 1 / -1; width: 100%; margin: 0; height: 1.5rem; accent-color: var(--link) }
.explorer input[type=text], .explorer select { width: 100%; min-width: 0; padding: .2rem .4rem; background: var(--paper); border: 1px solid var(--faint); border-radius: 4px }
.explorer .answer label { display: flex; gap: .5rem; align-items: baseline; min-width: 0; white-space: nowrap }
.explorer .answer select { width: auto }
.explorer .answer #answer { min-width: 0 }
.explorer [aria-invalid=true] { border-color: var(--wrong) }
.explorer .wrong { color: var(--wrong); grid-column: 1 / -1; font-size: .85rem; margin: 0 }
.explorer #problems:not(:empty) { border: 2px solid var(--wrong); border-radius: 4px; padding: .5rem .75rem; margin: 1rem 0 }
.explorer #problems ul { margin: .25rem 0; padding-left: 1.25rem }
.explorer .stale { opacity: .35 }
.explorer button { background: var(--code); border: 1px solid var(--faint); border-radius: 4px; padding: .25rem .7rem; cursor: pointer }
.explorer .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0 }
.explorer h2 { border-bottom: 0; margin: 1.25rem 0 .25rem }
.explorer figure { margin: .5rem 0 }
.explorer { --wrong: #b00020 }
@media (prefers-color-scheme: dark) { .explorer { --wrong: #ff8a9a } }
@media (min-width: 60rem) {
  .explorer .columns { grid-template-columns: 25rem minmax(0, 1fr) }
  .explorer #controls { position: sticky; top: 3.6rem; max-height: calc(100vh - 4rem); overflow-y: auto; padding-right: .75rem; scrollbar-gutter: stable }
}
@media (prefers-reduced-motion: no-preference) { .explorer .stale { transition: opacity .15s } }
@media print { .explorer #controls, .explorer button { display: none } .explorer .answer { position: static } .explorer .columns { display: block } }
`
