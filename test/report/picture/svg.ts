/** A strict reader of the XML of pictures, and what it tells of their layout. */
import { ascent, descent, textWidth } from '../../../src/report/picture/text'

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Tag | string)[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const plain = (text: string): string => {
  if (/&(?!(amp|lt|gt|quot);)|[<>"]/.test(text)) throw new Error(`not escaped: ${text}`)
  // eslint-disable-next-line no-control-regex -- they are what no XML may hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text))
    throw new Error(`no character of XML: ${JSON.stringify(text)}`)
  return text.replace(/&(\w+);/g, (_, name: string) => entities[name]!)
}

/** The element that a text is, or an error where it is no well-formed one. */
export const read = (text: string): Tag => {
  const source = text.trimEnd()
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(source)
    if (found === null) throw new Error(`expected ${pattern.source}, got ${source.slice(at, at + 40)}`)
    at = sticky.lastIndex
    return found
  }
  const element = (): Tag => {
    const name = take(/<([A-Za-z]+)/)[1]!
    const attributes: Record<string, string> = {}
    while (source[at] === ' ') {
      const [, key, value] = take(/ ([A-Za-z][\w-]*)="([^"]*)"/)
      if (Object.hasOwn(attributes, key!)) throw new Error(`${key!} is given twice`)
      attributes[key!] = plain(value!)
    }
    if (source.startsWith('/>', at)) {
      at += 2
      return { name, attributes, children: [] }
    }
    take(/>/)
    const children: (Tag | string)[] = []
    while (!source.startsWith('</', at))
      children.push(source[at] === '<' ? element() : plain(take(/[^<]+/)[0]))
    const end = take(/<\/([A-Za-z]+)>/)[1]!
    if (end !== name) throw new Error(`<${name}> ends with </${end}>`)
    return { name, attributes, children }
  }
  const whole = element()
  if (at !== source.length) throw new Error(`something follows: ${source.slice(at, at + 40)}`)
  return whole
}

/** An element and all that are inside it. */
export const all = (tag: Tag): readonly Tag[] => [
  tag,
  ...tag.children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))
]

export const named = (tag: Tag, name: string): readonly Tag[] => all(tag).filter((each) => each.name === name)

export const textOf = ({ children }: Tag): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

export interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where each text lies at most. */
export const textBoxes = (svg: Tag): readonly Box[] =>
  named(svg, 'text').map((tag) => {
    const { attributes } = tag
    const number = (name: string): number => {
      const value = Number(attributes[name])
      if (attributes[name] === undefined || !Number.isFinite(value))
        throw new Error(`${name} of "${textOf(tag)}" is ${String(attributes[name])}`)
      return value
    }
    const [x, y, size] = [number('x'), number('y'), number('font-size')]
    const width = textWidth(textOf(tag), size, attributes['font-weight'] === 'bold')
    const left = { start: x, middle: x - width / 2, end: x - width }[attributes['text-anchor'] ?? 'start']!
    return {
      text: textOf(tag),
      left,
      right: left + width,
      top: y - ascent * size,
      bottom: y + descent * size
    }
  })

/** Lines of text may touch: letters do not fill their boxes. */
const touch = 1

/** What is wrong with the layout of a picture, in words. */
export const layoutProblems = (svg: Tag): readonly string[] => {
  const [, , width = NaN, height = NaN] = svg.attributes['viewBox']!.split(' ').map(Number)
  const boxes = textBoxes(svg)
  const small = named(svg, 'text').filter(({ attributes }) => Number(attributes['font-size']) < 11)
  return [
    ...boxes
      .filter(
        ({ left, right, top, bottom }) => !(left >= 0 && right <= width && top >= 0 && bottom <= height)
      )
      .map(({ text, left, right }) => `"${text}" reaches over the edge: ${left} to ${right}`),
    ...boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (b) =>
            a.left < b.right - touch &&
            b.left < a.right - touch &&
            a.top < b.bottom - touch &&
            b.top < a.bottom - touch
        )
        .map((b) => `"${a.text}" lies on "${b.text}"`)
    ),
    ...small.map((tag) => `"${textOf(tag)}" is too small to be read`),
    ...all(svg).flatMap(({ name, attributes }) =>
      Object.entries(attributes)
        .filter(([, value]) => /NaN|Infinity|undefined/.test(value))
        .map(([key, value]) => `${key} of a ${name} is ${value}`)
    )
  ]
}

/** What holds of every picture, whatever it shows: in words, what does not. */
export const problemsOf = (text: string): readonly string[] => {
  const svg = read(text)
  const id = svg.attributes['id']!
  const ids = all(svg).flatMap(({ attributes }) => attributes['id'] ?? [])
  const [title, desc] = ['title', 'desc'].map((name) =>
    svg.children.find((child) => typeof child !== 'string' && child.name === name)
  ) as readonly (Tag | undefined)[]
  const known = new Set(ids)
  const references = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, of]) => of!)
  return [
    ...layoutProblems(svg),
    ...(svg.name === 'svg' && svg.attributes['role'] === 'img' ? [] : ['it is no picture']),
    ...(new Set(ids).size === ids.length ? [] : ['an id is given twice']),
    ...ids.filter((each) => !each.startsWith(id)).map((each) => `the id ${each} may be that of another`),
    ...references.filter((each) => !known.has(each)).map((each) => `there is no ${each}`),
    ...(title === undefined || textOf(title) === '' ? ['it has no title'] : []),
    ...(desc === undefined || textOf(desc) === '' ? ['it has no description'] : []),
    ...(svg.attributes['aria-labelledby'] === title?.attributes['id'] &&
    svg.attributes['aria-describedby'] === desc?.attributes['id']
      ? []
      : ['its title or description are those of another']),
    ...named(svg, 'script').map(() => 'it has a script'),
    ...(/(href|src)=|https?:\/\/(?!www\.w3\.org\/2000\/svg")|@import/.test(
      text.replace(/<(title|desc|text)\b[^>]*>[^<]*/g, '')
    )
      ? ['it refers to something outside']
      : [])
  ]
}
