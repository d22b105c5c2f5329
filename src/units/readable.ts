/**
 * What quantities and enclosures have in common: they read as people write them, in a text, in Node
 * and in a notebook, and they are no numbers to JavaScript.
 */
import type { Counted } from './scale'
import { displayed, inspected, type MimeBundle, type Shown } from './show'

export abstract class Readable<Dimension> implements Shown {
  constructor(readonly dimension: Dimension) {}

  /** With so many digits, 4 or all, in a unit if one is given. */
  abstract printed(digits?: number | 'all', unit?: Counted): string

  /** As `format` has it. */
  toString(): string {
    return this.printed()
  }

  /** What to write where a number is wanted. */
  protected abstract instead(): string

  /**
   * A text where one is wanted. As a number it would lose its unit, and `a < b` would be false or true
   * whatever the unit; joined by `+`, nobody can tell which is meant.
   */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.toString()
    throw new TypeError(`${this.toString()} is no number: ${this.instead()}; in a text, format(it)`)
  }

  [inspected](): string {
    return this.toString()
  }

  [displayed](): MimeBundle {
    return { 'text/plain': this.toString() }
  }
}
