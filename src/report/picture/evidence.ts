/** Marks that tell by their shape what a figure rests on. */
import type { Evidence } from '../../technology/facts'
import { label, shape } from './drawing'
import { rounded, type Element } from './element'
import { sizes } from './style'
import { textWidth } from './text'

const radius = 3.6

const markPaths: { readonly [V in Exclude<Evidence, 'measured' | 'secondary'>]: string } = {
  simulated: 'm0 -4.6l4.4 7.8h-8.8z',
  derived: 'm-3.4 -3.4h6.8v6.8h-6.8z',
  specified: 'm0 -5l5 5l-5 5l-5 -5z'
}

/** What a fact rests on, told by the shape of its mark. */
export const mark = (
  evidence: Evidence,
  x: number,
  y: number,
  children: readonly Element[] = []
): Element => {
  const stroke = { 'stroke-width': evidence === 'secondary' ? 1.5 : 0.8 }
  return evidence === 'measured' || evidence === 'secondary'
    ? shape(
        'circle',
        evidence === 'measured' ? { fill: 'more', stroke: 'paper' } : { fill: 'paper', stroke: 'more' },
        { cx: x, cy: y, r: radius, ...stroke },
        children
      )
    : shape(
        'path',
        { fill: 'more', stroke: 'paper' },
        { d: `M${rounded(x)} ${rounded(y)}${markPaths[evidence]}`, ...stroke },
        children
      )
}

/** What each evidence is called. */
export const meanings: { readonly [V in Evidence]: string } = {
  measured: 'measured',
  simulated: 'simulated',
  derived: 'derived',
  specified: 'specified',
  secondary: 'quoted by another work'
}

/** Every mark with what it means, from a place on to the right, in as many lines as that takes; and the last. */
export const legend = (
  [from, to]: readonly [number, number],
  y: number
): { readonly elements: readonly Element[]; readonly bottom: number } => {
  let [at, line] = [from, y]
  const elements = Object.entries(meanings).flatMap(([evidence, text]) => {
    const whole = 13 + textWidth(text, sizes.small)
    if (at > from && at + whole > to) [at, line] = [from, line + 16]
    const begin = at
    at += whole + 17
    return [
      mark(evidence as Evidence, begin + 4, line - 4),
      label(begin + 13, line, text, { size: sizes.small })
    ]
  })
  return { elements, bottom: line }
}
