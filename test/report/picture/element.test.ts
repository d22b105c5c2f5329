/** XML that any reader takes, whatever the texts in it are. */
import fc from 'fast-check'
import { element, rounded, xml } from '../../../src/report/picture/element'
import { visible } from '../../../src/units/visible'
import { names } from './arbitrary'
import { read, textOf } from './svg'

test('an element without children closes itself', () => {
  expect(xml(element('line', { x1: 0, y1: 1.5 }))).toBe('<line x1="0" y1="1.5"/>')
})

test('an attribute that is undefined is left out', () => {
  expect(xml(element('g', { a: undefined, b: 'c' }))).toBe('<g b="c"/>')
})

test('a coordinate has two decimals at most, and no negative zero', () => {
  expect([1 / 3, -0.001, 12, 1e21 / 1e21].map(rounded)).toEqual(['0.33', '0', '12', '1'])
})

test('what would end a text or an attribute is written as an entity', () => {
  const written = xml(element('text', { title: 'a"<b>&' }, ['</text><script>&amp;']))
  expect(written).toBe('<text title="a&quot;&lt;b&gt;&amp;">&lt;/text&gt;&lt;script&gt;&amp;amp;</text>')
})

test('characters that no XML may hold, and marks that turn the text, are written out', () => {
  const forbidden = ['\u0000', '\u001b', '\u202e', '\ufffe', '\ud800', '\udc00', '\u0085']
  const texts = forbidden.map((text) => textOf(read(xml(element('text', {}, [`x${text}a`])))))
  expect(texts).toEqual(forbidden.map((text) => `x\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}a`))
})

test('whatever a text is, what is read is what was written, but for what cannot be seen', () => {
  fc.assert(
    fc.property(names, names, (text, attribute) => {
      const back = read(xml(element('a', { b: attribute }, [element('c', {}, [text]), text])))
      const [inner, outer] = back.children
      expect(outer ?? '').toBe(textOf(inner as never))
      expect(textOf(inner as never)).toBe(visible(text))
      expect(back.attributes['b']).toBe(visible(attribute))
    })
  )
})
