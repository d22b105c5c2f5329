/** Results in notebooks: every form of a result, and what shows it. */
import { aModel } from '../../formula/kinds'
import type { ModelData } from '../../formula/model'
import { toLatex } from '../../reading/latex'
import { aFunction, anything, expecting, having } from '../../units/argument'
import { displayed, type MimeBundle, type Shown } from '../../units/show'
import { isEither } from '../../units/told'
import { visibleLines } from '../../units/visible'

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' || typeof value === 'function') && value !== null

const showsItself = (value: unknown): value is Shown => isObject(value) && displayed in value

/** A value in a record, as a text if it shows itself: asked before it becomes what it is in JSON. */
function nested(this: Readonly<Record<string, unknown>>, key: string, json: unknown): unknown {
  const value = this[key]
  return showsItself(value) ? value[displayed]()['text/plain'] : json
}

const isModel = (value: unknown): value is ModelData => aModel(value).length === 0

/** A model as LaTeX that stands by itself. */
export const modelLatex = (model: ModelData): string => `$$${toLatex(model)}$$`

const plainText = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (!isObject(value) || typeof value === 'function') return String(value)
  if ('message' in value && typeof value.message === 'string') return value.message
  return visibleLines(JSON.stringify(value, nested, 2))
}

/**
 * A result in every form that it has, by media type: text always, and pictures, HTML, Markdown or
 * LaTeX where it has them. Of an `Either`, what is in it: an error is its message.
 *
 * @example
 * import { landauer, kelvin } from 'limen'
 * import { toMimeBundle } from 'limen/report'
 * toMimeBundle(landauer({ temperature: kelvin(300), errorProbability: 0 })) // {"text/plain":"2.871 zJ/bit"}
 * toMimeBundle(landauer({ temperature: kelvin(300), errorProbability: 0.7 }))['text/plain']
 * // 'landauer: errorProbability 0.7000 is outside [0, ½]'
 *
 * @since 0.4.0
 */
export const toMimeBundle = (result: unknown): MimeBundle => {
  if (isEither(result)) return toMimeBundle(result._tag === 'Right' ? result.right : result.left)
  if (showsItself(result)) {
    const bundle = result[displayed]()
    return isModel(result) ? { ...bundle, 'text/latex': modelLatex(result) } : bundle
  }
  return { 'text/plain': plainText(result) }
}

/** What shows in a notebook; tslab's `display` is one. @since 0.4.0 */
export interface Display {
  readonly html: (html: string) => void
  readonly latex: (latex: string) => void
  readonly text: (text: string) => void
}

/**
 * Shows a result in the richest form that it has. In tslab: `import { display } from 'tslab'`, then
 * `show(display, result)`.
 *
 * @example
 * import { landauer } from 'limen'
 * import { show } from 'limen/report'
 * const shown: string[] = []
 * const keep = (form: string) => { shown.push(form) }
 * show({ html: keep, latex: keep, text: keep }, landauer)
 * console.log(shown[0]) // $$E_L = k_{\mathrm{B}}T\,[\ln 2 - h(\varepsilon)]$$
 *
 * @since 0.4.0
 */
export const show = expecting(
  'show',
  {
    display: having('the display of a notebook', { html: aFunction, latex: aFunction, text: aFunction }),
    result: anything
  },
  (display: Display, result: unknown): void => {
    const bundle = toMimeBundle(result)
    const html = bundle['text/html'] ?? bundle['image/svg+xml']
    const latex = bundle['text/latex']
    if (html !== undefined) display.html(html)
    else if (latex !== undefined) display.latex(latex)
    else display.text(bundle['text/plain'])
  }
)
