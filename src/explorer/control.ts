/**
 * What of a workload can be moved: a knob for each quantity, a choice where a word, a number or a law may
 * stand; read off the shape of the file, so that a field that is new has its knob.
 */
import * as E from 'fp-ts/lib/Either.js'
import { at } from '../shape/problem'
import { alternatives, isFree, type FieldShape, type Measure, type Shape, type ShapeOf } from '../shape/shape'
import { isObject } from '../shape/words'
import { parseUncertain } from '../units/uncertain'

/** Where a control stands. */
interface Placed {
  /** In the file. */
  readonly pointer: string
  readonly name: string
  readonly description: string
  /** The section; or in lists, what all in it belongs to, such as a design and its part. */
  readonly group: string
  readonly isListed: boolean
}

/** A quantity of the file. */
export interface Knob extends Placed {
  readonly kind: 'knob'
  readonly measure: Measure<unknown>
  readonly example: string
  /** As it stands, or else as it is where it is left out; empty where it is then unknown. */
  readonly text: string
}

/** What may stand at a place of the file: one of a few kinds of things. */
export interface Choice extends Placed {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  /** Which one stands there. */
  readonly chosen: number
}

/** A kind of thing, with a value of it; none where it is left out. */
export interface Option {
  readonly label: string
  readonly value: unknown
}

export type Control = Knob | Choice

const resolved = (shape: Shape): Shape => (shape.kind === 'named' ? resolved(shape.of()) : shape)

const alternativesOf = (shape: Shape): readonly Shape[] =>
  alternatives(resolved(shape)).flatMap((each) => {
    const of = resolved(each)
    return of.kind === 'either' ? alternativesOf(of) : [of]
  })

/** Whether a value is of a kind: of records, the one whose words and fields it has. */
const fits = (shape: Shape, value: unknown): boolean => {
  if (shape.kind === 'word') return shape.words.some((word) => word === value)
  if (shape.kind === 'quantity')
    return (
      typeof value === 'number' ||
      (typeof value === 'string' && E.isRight(parseUncertain(shape.input.unit)(value)))
    )
  return (
    shape.kind === 'record' &&
    isObject(value) &&
    Object.keys(value).every((key) => Object.hasOwn(shape.fields, key)) &&
    Object.entries(shape.fields).every(([name, field]) => {
      const { [name]: found } = value
      if (found === undefined) return isFree(field)
      return field.shape.kind !== 'word' || fits(field.shape, found)
    })
  )
}

/** A value of a kind, from its examples. */
const exampleOf = (shape: Shape): unknown => {
  if (shape.kind === 'word') return shape.words[0]
  if (shape.kind === 'quantity') return shape.example
  if (shape.kind !== 'record') return undefined
  return Object.fromEntries(
    Object.entries(shape.fields).flatMap(([name, field]) =>
      isFree(field) ? [] : [[name, exampleOf(field.shape)]]
    )
  )
}

/** What tells a record from others: its words, or else what is in it. */
const labelOf = ({ fields }: ShapeOf<'record'>): string => {
  const needed = Object.entries(fields).filter(([, field]) => !isFree(field))
  const words = needed.flatMap(([name, { shape }]) =>
    shape.kind === 'word' ? [`${name} ${shape.words.join(', ')}`] : []
  )
  return words.length > 0 ? words.join(', ') : needed.map(([name]) => name).join(', ')
}

/** A record that needs nothing but a word is that word. */
const isBare = (shape: Shape): boolean => shape.kind === 'record' && Object.keys(shape.fields).length === 1

interface Kind extends Option {
  readonly shape: Shape
}

const kindsOf = (shapes: readonly Shape[]): readonly Kind[] =>
  shapes.flatMap((shape): readonly Kind[] => {
    if (shape.kind === 'word')
      return shape.words.map((word) => ({
        label: word,
        value: word,
        shape: { kind: 'word', words: [word] }
      }))
    if (shape.kind === 'quantity') return [{ label: 'a number', value: shape.example, shape }]
    return shape.kind === 'record' && !isBare(shape)
      ? [{ label: labelOf(shape), value: exampleOf(shape), shape }]
      : []
  })

type Field = Pick<FieldShape, 'optional' | 'default'>

const inRecord = ({ fields }: ShapeOf<'record'>, value: unknown, place: Placed): readonly Control[] =>
  Object.entries(fields).flatMap(([name, { shape, description, ...field }]) =>
    controlsAt(
      shape,
      at(value, [name]),
      { ...place, pointer: `${place.pointer}/${name}`, name, description },
      field
    )
  )

const either = (
  shapes: readonly Shape[],
  value: unknown,
  place: Placed,
  field: Field
): readonly Control[] => {
  const inside = (shape: Shape | undefined): readonly Control[] =>
    shape === undefined
      ? []
      : shape.kind === 'record'
        ? inRecord(shape, value, place)
        : controlsAt(shape, value, place, field)
  const areNumbers = shapes.every(({ kind }) => kind === 'quantity')
  const isChoice = !areNumbers && shapes.some(({ kind }) => kind === 'quantity' || kind === 'word')
  // What is told apart by its unit, or by its fields, is what it is.
  if (!isChoice) return inside(shapes.find((shape) => fits(shape, value)))
  const kinds = kindsOf(shapes)
  // A text that is no word is meant to be a number, well or badly.
  const isIt = ({ shape }: Kind): boolean =>
    fits(shape, value) || (shape.kind === 'quantity' && typeof value === 'string')
  const chosen = kinds.findIndex(isIt)
  const none = field.optional === true ? [{ label: 'left out', value: undefined }] : []
  const number = shapes.find((shape) => shape.kind === 'quantity')
  const choice: Choice = {
    ...place,
    // The options say what else the description would.
    description: number?.input.description ?? place.description,
    kind: 'choice',
    options: [...kinds.map(({ label, value }) => ({ label, value })), ...none],
    chosen: value === undefined ? kinds.length : chosen
  }
  return [choice, ...inside(kinds[chosen]?.shape)]
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The controls of what stands at a place. */
const controlsAt = (of: Shape, given: unknown, place: Placed, field: Field): readonly Control[] => {
  const shape = resolved(of)
  const value = given ?? field.default?.value
  switch (shape.kind) {
    case 'quantity':
      // In a list there are things of several kinds: what one leaves out it may have no use for.
      if (place.isListed && value === undefined) return []
      return [
        {
          ...place,
          kind: 'knob',
          description: shape.input.description,
          measure: shape.input,
          example: shape.example,
          text: textOf(value)
        }
      ]
    case 'record':
      return inRecord(shape, value, place.isListed ? place : { ...place, group: place.name })
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((each: unknown, index) => {
        const name = textOf(at(each, ['name'])) || String(index + 1)
        const group = place.isListed ? `${place.group}: ${name}` : name
        const pointer = `${place.pointer}/${index}`
        return controlsAt(shape.item, each, { ...place, pointer, name, group, isListed: true }, {})
      })
    case 'either':
      return either(alternativesOf(shape), value, place, field)
    default:
      return []
  }
}

/** Every control of a value with some shape. */
export const controlsOf = (shape: Shape, value: unknown): readonly Control[] =>
  controlsAt(shape, value, { pointer: '', name: '', description: '', group: '', isListed: false }, {})
