/** Colours can be seen: on both papers, by everyone, and in grey. */
import { colours, roles, type Role } from '../../../src/report/picture/style'

type Paper = 'light' | 'dark'
const papers: readonly Paper[] = ['light', 'dark']

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = channels(colour).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [less, more] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (more + 0.05) / (less + 0.05)
}

/** L* of CIE 1976: how light a colour is, as it is seen, and as a grey printer prints it. */
const lightness = (colour: string): number => {
  const y = luminance(colour)
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y
}

test('black on white has a contrast of 21, and a lightness of 0 on 100', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  expect([lightness('#000000'), lightness('#ffffff')]).toEqual([0, expect.closeTo(100, 10)])
})

/** Colours that texts have. */
const written: readonly Role[] = [
  'ink',
  'muted',
  'limRecovered',
  'limDissipated',
  'cim',
  'vonNeumann',
  'accelerator'
]

test.each(papers)('texts on %s paper have a contrast of 4.5 at least', (paper) => {
  for (const role of written)
    expect([role, contrast(colours[role][paper], colours.paper[paper]) >= 4.5]).toEqual([role, true])
})

test.each(papers)('what says something on %s paper has a contrast of 3 at least', (paper) => {
  for (const role of roles.filter((each) => each !== 'paper' && each !== 'grid'))
    expect([role, contrast(colours[role][paper], colours.paper[paper]) >= 3]).toEqual([role, true])
})

test.each(papers)('the walls on %s paper are told apart in grey', (paper) => {
  const walls = (['memory', 'update', 'consolidation'] as const).map((role) =>
    lightness(colours[role][paper])
  )
  const sorted = [...walls].sort((a, b) => a - b)
  expect(sorted[1]! - sorted[0]!).toBeGreaterThan(12)
  expect(sorted[2]! - sorted[1]!).toBeGreaterThan(12)
})
