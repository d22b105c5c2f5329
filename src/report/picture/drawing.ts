/** What pictures are drawn with: shapes and texts whose colours follow the paper. */
import { element, type Attributes, type Element } from './element'
import { sizes, type Role } from './style'
import { drawable } from './text'

/** A colour by its role, the colour of a part under the marks that tell it apart, or nothing. */
export type Paint = Role | 'none' | { readonly pattern: string }

interface Painted {
  readonly fill?: Paint
  readonly stroke?: Role
}

/** A shape whose colours are known by their roles until the picture is finished. */
export const shape = (
  name: string,
  { fill = 'none', stroke }: Painted,
  attributes: Attributes,
  children: readonly (Element | string)[] = []
): Element =>
  element(
    name,
    {
      ...attributes,
      'data-fill': typeof fill === 'string' ? fill : `#${fill.pattern}`,
      ...(stroke === undefined ? {} : { 'data-stroke': stroke })
    },
    children
  )

/** A straight line. */
export const line = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  stroke: Role,
  attributes: Attributes = {}
): Element => shape('line', { stroke }, { x1, y1, x2, y2, 'stroke-width': 1, ...attributes })

/** A rectangle; nothing has a negative size. */
export const box = (
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  painted: Painted,
  attributes: Attributes = {},
  children: readonly Element[] = []
): Element =>
  shape(
    'rect',
    painted,
    { x, y, width: Math.max(0, width), height: Math.max(0, height), ...attributes },
    children
  )

export interface LabelOptions {
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isBold?: boolean
  readonly role?: Role
  /** Paper around the letters, where something is drawn behind them. */
  readonly halo?: true
  /** Whether symbols in it have subscripts: "p_w". */
  readonly hasSymbols?: true
}

/** A symbol with what stands under it; a word with an underscore is none. */
const subscript = /(?<![\p{L}\p{N}_])(\p{L}\p{M}*)_(\p{L}{1,3}|\p{N}+)(?![\p{L}\p{N}_])/u

/** A text whose subscripts stand lower and smaller; what follows them stands on the line again. */
const withSubscripts = (text: string): readonly (Element | string)[] => {
  const found = subscript.exec(text)
  if (found === null) return [text]
  const [whole, symbol = '', under = ''] = found
  const rest = text.slice(found.index + whole.length)
  const low = element('tspan', { 'dy': '0.25em', 'font-size': '75%' }, [under])
  const [first, ...more] = withSubscripts(rest)
  return [
    text.slice(0, found.index) + symbol,
    low,
    // 0.25 of three quarters.
    ...(first === undefined || first === '' ? [] : [element('tspan', { dy: '-0.1875em' }, [first])]),
    ...more
  ]
}

/** A text that stands on a line at y. */
export const label = (
  x: number,
  y: number,
  text: string,
  { size = sizes.body, anchor = 'start', isBold = false, role = 'ink', halo, hasSymbols }: LabelOptions = {}
): Element =>
  shape(
    'text',
    { fill: role, ...(halo === undefined ? {} : { stroke: 'paper' }) },
    {
      x,
      y,
      'font-size': size,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-weight': isBold ? 'bold' : undefined,
      ...(halo === undefined
        ? {}
        : { 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' })
    },
    hasSymbols === undefined ? [drawable(text)] : withSubscripts(drawable(text))
  )

/** Lines of text under each other, the first one standing at y. */
export const labels = (
  x: number,
  y: number,
  lines: readonly string[],
  leading: number,
  options: LabelOptions = {}
): readonly Element[] => lines.map((text, at) => label(x, y + at * leading, text, options))
