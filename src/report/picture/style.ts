/**
 * Colours by what they stand for, on light and on dark paper. Those of one group differ in hue (after
 * Okabe and Ito, for every kind of colour vision) and in lightness, and none is all that tells two
 * things apart: there is a pattern, a dash, a mark or a word as well.
 */

interface Colour {
  readonly light: string
  readonly dark: string
}

export const colours = {
  paper: { light: '#ffffff', dark: '#14171c' },
  ink: { light: '#16191d', dark: '#eef1f5' },
  muted: { light: '#515862', dark: '#aab3be' },
  /** Of lines that guide the eye and say nothing. */
  grid: { light: '#e0e4e9', dark: '#2d333b' },
  memory: { light: '#0a3f6b', dark: '#3f8fcf' },
  update: { light: '#a8460a', dark: '#f0a35e' },
  consolidation: { light: '#0f9a70', dark: '#b5efd6' },
  /** What is spent beside the walls. */
  beside: { light: '#7a5195', dark: '#c9a6e0' },
  whole: { light: '#6b727c', dark: '#98a1ac' },
  limRecovered: { light: '#0072b2', dark: '#56b4e9' },
  limDissipated: { light: '#123a63', dark: '#b3dcf7' },
  cim: { light: '#00875f', dark: '#2fc596' },
  vonNeumann: { light: '#c2520a', dark: '#ef9a5a' },
  accelerator: { light: '#8c2d6f', dark: '#e3a3cb' },
  /** Of a design of one's own. */
  own: { light: '#b3123f', dark: '#ff8fa8' },
  more: { light: '#0a5c96', dark: '#63b5ec' },
  less: { light: '#b9500a', dark: '#f0a35e' }
} as const satisfies Readonly<Record<string, Colour>>

/** What a colour stands for. */
export type Role = keyof typeof colours

export const roles = Object.keys(colours) as readonly Role[]

/** On which paper a picture is: the one that the page asks for, or always the same. @since 0.4.0 */
export type Scheme = 'auto' | 'light' | 'dark'

/** The font of all texts. */
export const font = "Helvetica, Arial, 'DejaVu Sans', sans-serif"

/** Sizes of texts, in pixels at the natural size of a picture. */
export const sizes = { title: 16, body: 12, small: 11 } as const
