/**
 * How results show themselves: Node and tslab ask an object for its text by one symbol, Jupyter on
 * Deno for a bundle of forms by another.
 */

/** A result in several forms, by media type; a notebook shows the richest that it can. @since 0.4.0 */
export interface MimeBundle {
  readonly 'text/plain': string
  readonly 'text/markdown'?: string
  readonly 'text/latex'?: string
  readonly 'text/html'?: string
  readonly 'image/svg+xml'?: string
}

/** By this symbol Node asks an object for its text. */
export const inspected: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never

/** By this symbol Jupyter asks an object for its forms. */
export const displayed: unique symbol = Symbol.for('Jupyter.display') as never

/** An object that shows itself. */
export interface Shown {
  readonly [inspected]: () => string
  readonly [displayed]: () => MimeBundle
}

/** A result that shows itself; what it says is made when it is asked for. */
export const showing = <A extends object>(result: A, bundle: () => MimeBundle): A =>
  Object.defineProperties(result, {
    [inspected]: { value: () => bundle()['text/plain'] },
    [displayed]: { value: bundle }
  })
