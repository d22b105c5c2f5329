/** XML, as far as a picture needs it: elements with attributes, and texts, escaped. */
import { visible } from '../../units/visible'

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element of a picture. */
export interface Element {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly (Element | string)[]
}

/** An element; an attribute that is undefined is left out. */
export const element = (
  name: string,
  attributes: Attributes = {},
  children: readonly (Element | string)[] = []
): Element => ({ name, attributes, children })

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What no XML may hold is among what is written out. */
const escaped = (text: string): string => visible(text).replace(/[&<>"]/g, (found) => entities[found]!)

/** A hundredth of a pixel is more than can be seen; no digit beyond it is written. */
export const rounded = (coordinate: number): string => String(Math.round(coordinate * 100) / 100 + 0)

const attributeText = ([name, value]: readonly [string, string | number | undefined]): string =>
  value === undefined ? '' : ` ${name}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`

/** An element as XML. Texts stand in one line with what encloses them: a space more would be drawn. */
export const xml = ({ name, attributes, children }: Element): string => {
  const open = `<${name}${Object.entries(attributes).map(attributeText).join('')}`
  if (children.length === 0) return `${open}/>`
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : xml(child)))
  return `${open}>${inside.join('')}</${name}>`
}
