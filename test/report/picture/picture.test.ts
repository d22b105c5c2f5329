/** What every picture has: its paper, its words, and ids of its own. */
import fc from 'fast-check'
import { box, label } from '../../../src/report/picture/drawing'
import { picture, type Drawn } from '../../../src/report/picture/picture'
import { colours } from '../../../src/report/picture/style'
import { names } from './arbitrary'
import { all, named, problemsOf, read, textOf } from './svg'

const drawn: Drawn = {
  kind: 'test',
  title: 'A <title> & "more"',
  description: 'What it shows',
  width: 720,
  height: 99.5,
  children: [
    label(10, 20, 'ink'),
    box({ x: 1, y: 30, width: 50, height: 20 }, { fill: { pattern: 'update' }, stroke: 'ink' })
  ]
}

const svg = read(picture(drawn))

test('it is an image with a title and a description', () => {
  expect(problemsOf(picture(drawn))).toEqual([])
  expect(named(svg, 'title').map(textOf)).toEqual(['A <title> & "more"'])
  expect(named(svg, 'desc').map(textOf)).toEqual(['What it shows'])
})

test('it grows and shrinks with the page, and is no wider than its own size', () => {
  expect(svg.attributes).toMatchObject({ viewBox: '0 0 720 100', width: '720', height: '100' })
  expect(svg.attributes['style']).toContain('max-width:100%')
})

test('its paper is its first shape, and as large as it is', () => {
  const [paper] = named(svg, 'rect').filter(({ attributes }) => attributes['width'] === '720')
  expect(paper?.attributes).toMatchObject({ x: '0', y: '0', fill: colours.paper.light })
  expect(all(svg).indexOf(paper!)).toBeLessThan(all(svg).indexOf(named(svg, 'text')[0]!))
})

test('marks that tell a part apart lie on its colour, and no tile of them has one', () => {
  const [ground, marks] = named(svg, 'rect').filter(({ attributes }) => attributes['width'] === '50')
  expect(ground?.attributes).toMatchObject({ x: '1', y: '30', fill: colours.update.light, class: 'f-update' })
  expect(ground?.attributes['stroke']).toBeUndefined()
  expect(marks?.attributes).toMatchObject({ x: '1', y: '30', fill: 'url(#limen-test-update)' })
  const [tile] = named(svg, 'pattern')
  expect(all(tile!).map(({ attributes: { fill, stroke } }) => [fill, stroke])).toContainEqual([
    'none',
    colours.paper.light
  ])
  expect(named(tile!, 'rect')).toEqual([])
})

test('what knows no style sheets sees the light colours', () => {
  expect(named(svg, 'text')[0]?.attributes).toMatchObject({ fill: colours.ink.light, class: 'f-ink' })
})

test('it is dark only on a screen that asks for it, each colour that is used', () => {
  const style = textOf(named(svg, 'style')[0]!)
  const [, media, rules] = /^@media ([^{]*)\{(.*)\}$/.exec(style)!
  expect(media).toBe('screen and (prefers-color-scheme:dark)')
  const used = new Set(all(svg).flatMap(({ attributes }) => attributes['class']?.split(' ') ?? []))
  const styled = [...rules!.matchAll(/#limen-test \.([\w-]+)\{/g)].map(([, name]) => name!)
  expect(new Set(styled)).toEqual(used)
  expect(rules).toContain(`#limen-test .f-ink{fill:${colours.ink.dark}}`)
  expect(rules).toContain(`#limen-test .s-ink{stroke:${colours.ink.dark}}`)
})

test('a scheme that is asked for is the only one', () => {
  for (const scheme of ['light', 'dark'] as const) {
    const text = picture(drawn, { scheme })
    expect(text).not.toContain('<style')
    expect(text).not.toContain('class=')
    expect(named(read(text), 'text')[0]?.attributes['fill']).toBe(colours.ink[scheme])
    expect(named(read(text), 'rect').map(({ attributes }) => attributes['fill'])).toContain(
      colours.paper[scheme]
    )
  }
})

test('two pictures in one page share no id, and no rule', () => {
  const [a, b] = ['one', 'two'].map((id) => picture(drawn, { id }))
  const idsOf = (text: string): readonly string[] =>
    all(read(text)).flatMap(({ attributes }) => attributes['id'] ?? [])
  expect(idsOf(a!)).toEqual(['one', 'one-title', 'one-desc', 'one-update'])
  expect(idsOf(b!).filter((id) => idsOf(a!).includes(id))).toEqual([])
  expect(b).not.toContain('#one')
})

test('an id is one, whatever is asked for, and a different one for what is different', () => {
  expect(read(picture(drawn, { id: 'my-id_2' })).attributes['id']).toBe('my-id_2')
  fc.assert(
    fc.property(names, (id) => {
      const text = picture(drawn, { id })
      expect(problemsOf(text)).toEqual([])
      expect(read(text).attributes['id']).toMatch(/^[A-Za-z][\w-]*$/)
    })
  )
  const ids = ['a b', 'a.b', 'a-b', 'ä', '1'].map((id) => read(picture(drawn, { id })).attributes['id'])
  expect(new Set(ids).size).toBe(5)
})
