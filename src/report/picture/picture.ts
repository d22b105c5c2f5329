/** A finished picture: its paper, its name, its description, and its colours on every paper. */
import { aText, type Kind, type Kinds, options, wordOf } from '../../units/argument'
import { box, line, shape } from './drawing'
import { element, xml, type Attributes, type Element } from './element'
import { colours, font, type Role, type Scheme } from './style'
import { drawable } from './text'

/** How a picture is made. @since 0.4.0 */
export interface PictureOptions {
  /**
   * The id of the picture and the beginning of every id in it; several pictures of one page need
   * different ones. Default: its kind, as "limen-ledger". What no id may hold becomes its code.
   */
  readonly id?: string
  /**
   * Its paper. Default "auto": light, dark where the screen asks for that, light in print. The others
   * are for what knows no style sheets, or only one kind of page.
   */
  readonly scheme?: Scheme
  /**
   * How wide it is laid out. Default "wide", for a page or a slide; "narrow" is 390 pixels wide, for a
   * telephone or a column: what stands beside the plot in the other stands under it. @since 0.8.0
   */
  readonly width?: Breadth
}

/** How wide a picture is laid out. @since 0.8.0 */
export type Breadth = 'wide' | 'narrow'

export const breadths: readonly Breadth[] = ['wide', 'narrow']

/** The width of every narrow picture. */
export const narrowWidth = 390

const pictureParts: Kinds = {
  id: aText,
  scheme: wordOf(['auto', 'light', 'dark']),
  width: wordOf(breadths)
}

/** Of a picture that has options of its own. */
export const pictureOptionsWith = (own: Kinds): Kind => options({ ...pictureParts, ...own })

export const pictureOptions: Kind = pictureOptionsWith({})

/** Of a picture with an axis that may be spaced either way. */
export const scaledOptions: Kind = pictureOptionsWith({ scale: wordOf(['log', 'linear']) })

/** What every picture consists of. */
export interface Drawn {
  readonly kind: string
  /** What it shows, in full. */
  readonly title: string
  /** The same for those who cannot see it, with the figures. */
  readonly description: string
  readonly width: number
  readonly height: number
  readonly children: readonly Element[]
}

const idOf = (text: string): string => {
  const safe = Array.from(text, (character) =>
    /[A-Za-z0-9_-]/.test(character) ? character : `_${character.codePointAt(0)!.toString(16)}`
  ).join('')
  return /^[A-Za-z]/.test(safe) ? safe : `limen-${safe}`
}

/**
 * What tells parts apart that the colour-blind, or a printer, would not: marks on the colour of the part,
 * by its name. The tiles hold no colour of their own: where two of them meet, many programs that show a
 * PDF leave a hair of what lies under them.
 */
const tiles: Readonly<Record<string, Element>> = {
  update: line([0, 0], [0, 6], 'paper', { 'stroke-width': 1.2 }),
  consolidation: shape('circle', { fill: 'paper' }, { cx: 3, cy: 3, r: 1.2 }),
  beside: line([0, 3], [6, 3], 'paper', { 'stroke-width': 1.2 }),
  less: line([0, 0], [0, 6], 'paper', { 'stroke-width': 1.5 }),
  grid: line([0, 0], [0, 6], 'paper', { 'stroke-width': 3 })
}

/** The tiles that lie aslant. */
const aslant = ['update', 'less', 'grid']

const patternOf = (id: string, name: string): Element =>
  element(
    'pattern',
    {
      id: `${id}-${name}`,
      patternUnits: 'userSpaceOnUse',
      width: 6,
      height: 6,
      patternTransform: aslant.includes(name) ? 'rotate(45)' : undefined
    },
    [tiles[name]!]
  )

const isRole = (text: unknown): text is Role => typeof text === 'string' && Object.hasOwn(colours, text)

type Used = Readonly<Record<'fill' | 'stroke', Set<Role>>> & { readonly patterns: Set<string> }

/** Roles become colours, and a class where a style sheet may change them; a pattern lies on its colour. */
const painted =
  (id: string, scheme: Scheme, used: Used) =>
  ({ name, attributes, children }: Element): readonly Element[] => {
    const paint = painted(id, scheme, used)
    const { 'data-fill': fill, 'data-stroke': stroke, ...rest } = attributes
    if (typeof fill === 'string' && fill.startsWith('#')) {
      const part = fill.slice(1)
      const ground = { ...rest, 'data-fill': part }
      if (!Object.hasOwn(tiles, part))
        return paint(element(name, { ...ground, 'data-stroke': stroke }, children))
      used.patterns.add(part)
      const marks = { ...rest, 'data-fill': `url(#${id}-${part})`, 'data-stroke': stroke }
      return [...paint(element(name, ground)), ...paint(element(name, marks, children))]
    }
    const shade = scheme === 'dark' ? 'dark' : 'light'
    const classes: string[] = []
    const colour = (property: 'fill' | 'stroke', role: string | number | undefined): Attributes => {
      if (!isRole(role)) return { [property]: role }
      used[property].add(role)
      classes.push(`${property[0]!}-${role}`)
      return { [property]: colours[role][shade] }
    }
    const paints = { ...colour('fill', fill), ...colour('stroke', stroke) }
    return [
      element(
        name,
        {
          ...rest,
          ...paints,
          class: classes.length === 0 || scheme !== 'auto' ? undefined : classes.join(' ')
        },
        children.flatMap<Element | string>((child) => (typeof child === 'string' ? child : paint(child)))
      )
    ]
  }

/** What is dark where the page is: on a screen only, so that print is light. */
const darkStyle = (id: string, used: Used): string => {
  const rules = (['fill', 'stroke'] as const).flatMap((property) =>
    [...used[property]].map((role) => `#${id} .${property[0]!}-${role}{${property}:${colours[role].dark}}`)
  )
  return `@media screen and (prefers-color-scheme:dark){${rules.join('')}}`
}

/** A picture as a self-contained SVG document. */
export const picture = (
  { kind, title, description, width, height, children }: Drawn,
  { id: asked, scheme = 'auto' }: PictureOptions = {}
): string => {
  const id = idOf(asked ?? `limen-${kind}`)
  const used: Used = { fill: new Set(), stroke: new Set(), patterns: new Set() }
  const paint = painted(id, scheme, used)
  const paper = box({ x: 0, y: 0, width, height }, { fill: 'paper' })
  const drawn = [paper, ...children].flatMap(paint)
  const patterns = [...used.patterns].flatMap((name) => paint(patternOf(id, name)))
  const style = scheme === 'auto' ? [element('style', {}, [darkStyle(id, used)])] : []
  const whole = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id,
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      style: 'max-width:100%;height:auto',
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
      'font-family': font
    },
    [
      element('title', { id: `${id}-title` }, [drawable(title)]),
      element('desc', { id: `${id}-desc` }, [drawable(description)]),
      ...style,
      ...(patterns.length === 0 ? [] : [element('defs', {}, patterns)]),
      ...drawn
    ]
  )
  return `${xml(whole)}\n`
}
