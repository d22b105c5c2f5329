/** Elasticities as a tornado chart. */
import fc from 'fast-check'
import { explainLedger } from '../../../src/ledger/explain'
import type { Sensitivity } from '../../../src/reading/sensitivities'
import { breadths } from '../../../src/report/picture/picture'
import { sensitivityPicture, type DrawnSensitivities } from '../../../src/report/picture/sensitivity'
import { one } from '../../../src/units/si'
import { exampleText, readEstimate } from '../../estimate/files'
import { names, right } from './arbitrary'
import { named, problemsOf, read, textOf, type Tag } from './svg'

const { ledger } = readEstimate(exampleText('brain-scale'))
const [dissipated] = right(explainLedger(ledger, ['limDissipated']))

const of = (input: string, elasticity: number): Sensitivity => ({
  input,
  symbol: 'x',
  elasticity: one(elasticity)
})

const pictureOf = (sensitive: DrawnSensitivities | readonly Sensitivity[]): Tag =>
  read(sensitivityPicture(sensitive))
const texts = (svg: Tag): readonly string[] => named(svg, 'text').map(textOf)

/** The bars from the top. */
const bars = (svg: Tag): readonly Tag[] =>
  named(svg, 'rect')
    .filter(({ attributes }) => attributes['height'] === '14' && attributes['stroke'] !== undefined)
    .sort((a, b) => Number(a.attributes['y']) - Number(b.attributes['y']))

const number = ({ attributes }: Tag, name: string): number => Number(attributes[name])

const zeroOf = (svg: Tag): number => {
  const [zero] = named(svg, 'text').filter((tag) => textOf(tag) === '0')
  return number(zero!, 'x')
}

test('bars go to the right for what makes more, to the left for less, as long as the elasticity', () => {
  const svg = pictureOf([of('a', 1), of('b', -0.5), of('c', 0.25)])
  const zero = zeroOf(svg)
  const [a, b, c] = bars(svg) as [Tag, Tag, Tag]
  expect(number(a, 'x')).toBeCloseTo(zero, 1)
  expect(number(c, 'x')).toBeCloseTo(zero, 1)
  expect(number(b, 'x') + number(b, 'width')).toBeCloseTo(zero, 1)
  expect(number(a, 'width') / number(b, 'width')).toBeCloseTo(2, 2)
  expect(number(a, 'width') / number(c, 'width')).toBeCloseTo(4, 2)
})

test('each has its sign as a character, and the lesser ones a pattern as well', () => {
  const svg = pictureOf([of('a', 1), of('b', -0.5)])
  expect(texts(svg)).toEqual(expect.arrayContaining(['+1.00', '−0.500']))
  const [a, b] = bars(svg)
  expect(a!.attributes['fill']).not.toContain('url')
  expect(b!.attributes['fill']).toContain('url')
  expect(texts(svg).join(' ')).toContain('to the left: more of the input is less energy')
})

test('one that is infinite is on top and says so; its bar goes to the end, and the others keep their scale', () => {
  const svg = pictureOf([of('a', 1), of('b', -Infinity), of('c', -0.5)])
  const [b, a, c] = bars(svg) as [Tag, Tag, Tag]
  expect(texts(svg)).toEqual(expect.arrayContaining(['−∞', '+1.00', '−0.500']))
  expect(texts(svg).join(' ')).toContain('∞: infinitely steep here; its bar is cut off.')
  expect(b.attributes['fill']).toContain('url')
  expect(number(b, 'width')).toBeCloseTo(number(a, 'width'), 1)
  expect(number(a, 'width') / number(c, 'width')).toBeCloseTo(2, 2)
  const [alone] = bars(pictureOf([of('a', Infinity)]))
  expect(number(alone!, 'width')).toBeGreaterThan(100)
})

test('the largest is on top, in whichever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 20 }), (values) => {
      const svg = pictureOf(values.map((value, at) => of(`input${at}`, value)))
      const widths = bars(svg).map((bar) => number(bar, 'width'))
      expect(widths).toHaveLength(values.filter((value) => value !== 0).length)
      widths.forEach((width, at) => {
        if (at > 0) expect(width).toBeLessThanOrEqual(widths[at - 1]! + 0.02)
      })
    })
  )
})

test('every input of an explanation is named: with a bar, or among those without effect', () => {
  const svg = pictureOf(dissipated!)
  const said = texts(svg).join(' ')
  for (const { symbol } of dissipated!.sensitivities) expect(said).toContain(` ${symbol.replace('_', '')}`)
  expect(said).toContain('hops per update h₁')
  expect(said).toMatch(/^learning-in-memory, barriers lost /)
  expect(said).toMatch(/No effect here: .*movement energy/)
  expect(said).not.toMatch(/_|[a-z][A-Z]/)
})

test('the description says what a percent more of each input does', () => {
  const desc = textOf(named(pictureOf([of('a', 1), of('b', -0.5)]), 'desc')[0]!)
  expect(desc).toContain('1 % more of a x changes it by +1.00 %.')
  expect(desc).toContain('1 % more of b x changes it by −0.500 %.')
})

test('where there is no elasticity the picture says why', () => {
  const [memory] = right(explainLedger(ledger, ['floor.memory']))
  expect(texts(pictureOf(memory!)).join(' ')).toContain('There are no elasticities: its value is 0')
  expect(bars(pictureOf([]))).toEqual([])
})

test('a picture of any elasticities is well formed, and its texts are apart and within it', () => {
  const elasticity = fc.oneof(
    fc.constant(0),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: -1e-12, max: 1e-12, noNaN: true })
  )
  const any = fc.record({
    name: names,
    description: names,
    sensitivities: fc.array(
      fc.record({ input: names, symbol: names, elasticity: elasticity.map((value) => one(value)) }),
      { maxLength: 24 }
    )
  })
  fc.assert(
    fc.property(any, fc.constantFrom(...breadths), (sensitive, width) => {
      expect(problemsOf(sensitivityPicture(sensitive, { width }))).toEqual([])
    })
  )
})
