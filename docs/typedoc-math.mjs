/**
 * A plugin of TypeDoc: formulas of the Markdown pages are typeset, `$…$` in a line and ```math blocks,
 * as GitHub does.
 */
import { Application } from 'typedoc'
import { typeset } from './model-section.mjs'

/** A formula in a line: no space inside the dollars, and no digit behind them. */
const inLine = (state, silent) => {
  const [whole, latex] =
    /^\$(?![\s$])([^$\n]*[^$\s])\$(?!\d)/.exec(state.src.slice(state.pos, state.posMax)) ?? []
  if (whole === undefined) return false
  if (!silent) state.push('formula', '', 0).content = latex
  state.pos += whole.length
  return true
}

/** A plugin of markdown-it. */
export const math = (parser) => {
  const { rules } = parser.renderer
  const { fence } = rules
  parser.inline.ruler.before('escape', 'formula', inLine)
  rules.formula = (tokens, at) => typeset(tokens[at].content)
  rules.fence = (tokens, at, ...rest) =>
    tokens[at].info.trim() === 'math' ? typeset(tokens[at].content, true) : fence(tokens, at, ...rest)
}

export const load = (app) => {
  // What a plugin sets before the options are read is read over.
  app.on(Application.EVENT_BOOTSTRAP_END, () => {
    app.options.setValue('markdownItLoader', (parser) => {
      math(parser)
    })
  })
}
