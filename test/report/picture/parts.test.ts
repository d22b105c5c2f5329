/** Parts that pictures share. */
import fc from 'fast-check'
import { linearAxis } from '../../../src/report/picture/axis'
import { element, xml } from '../../../src/report/picture/element'
import { axisBelow, captionOf, heading, keptApart } from '../../../src/report/picture/parts'
import { names } from './arbitrary'
import { layoutProblems, named, read, textOf, type Tag } from './svg'

/** Parts as a picture of some size. */
const drawn = (children: Parameters<typeof element>[2], width: number, height: number): Tag =>
  read(xml(element('svg', { viewBox: `0 0 ${width} ${height}` }, children)))

describe('places that are kept apart', () => {
  const wanted = fc.array(fc.double({ min: 0, max: 320, noNaN: true }), { minLength: 1, maxLength: 8 })

  test('are so far apart, and between the ends, where there is room for all', () => {
    fc.assert(
      fc.property(wanted, (places) => {
        const kept = keptApart(places, 16, [0, 320])
        const sorted = [...kept].sort((a, b) => a - b)
        sorted.slice(1).forEach((place, at) => {
          expect(place - sorted[at]!).toBeGreaterThanOrEqual(16 - 1e-9)
        })
        expect(sorted[0]).toBeGreaterThanOrEqual(0)
        expect(sorted.at(-1)).toBeLessThanOrEqual(320)
      })
    )
  })

  test('stay where they were wanted, where those are apart', () => {
    expect(keptApart([200, 10, 100], 16, [0, 320])).toEqual([200, 10, 100])
  })

  test('keep their order', () => {
    fc.assert(
      fc.property(wanted, (places) => {
        const kept = keptApart(places, 16, [0, 320])
        places.forEach((a, i) => {
          places.forEach((b, j) => {
            if (a < b) expect(kept[i]).toBeLessThan(kept[j]!)
          })
        })
      })
    )
  })
})

test('a heading has two lines of a title at most, and ends below what it says', () => {
  fc.assert(
    fc.property(names, names, (title, subtitle) => {
      const { elements, height } = heading(760, 20, title, [subtitle])
      const svg = drawn(elements, 760, height)
      expect(layoutProblems(svg)).toEqual([])
      expect(
        named(svg, 'text').filter(({ attributes }) => attributes['font-weight'] === 'bold').length
      ).toBeLessThanOrEqual(2)
    })
  )
})

test('a caption says every sentence in full, and ends below them', () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 60 }), { maxLength: 5 }), (sentences) => {
      const { elements, bottom } = captionOf(760, 20, 30, sentences)
      const svg = drawn(elements, 760, bottom)
      expect(layoutProblems(svg)).toEqual([])
      expect(named(svg, 'text').map(textOf).join(' ')).toBe(sentences.join(' '))
    })
  )
})

test('a value whose figure would reach over the edge is marked, and not written', () => {
  const axis = linearAxis([0, 1], [20, 380], 'x', (value) => `${value} of a long unit`)
  const written = (width: number): readonly string[] =>
    named(drawn(axisBelow(axis, 50, 'name', { top: 10, width }), width, 100), 'text').map(textOf)
  expect(written(400)).not.toContain('1 of a long unit')
  expect(written(900)).toContain('1 of a long unit')
  expect(written(900)).not.toContain('0 of a long unit')
})
