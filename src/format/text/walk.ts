/** Going through a YAML value: what is not as expected becomes a problem with its pointer. */
import type { Energy } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import type { Unit } from '../../units/unit'
import { shown } from '../../shape/codec'
import { pointerOf, type SchemaProblem } from '../../shape/problem'
import { countIn, energyIn } from './numeral'
import { YamlNumber } from './yaml'

/** A part of a value, and where it stands. */
export interface Part {
  readonly value: unknown
  readonly pointer: string
}

export type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof YamlNumber)

const found = (value: unknown): string =>
  value instanceof YamlNumber ? shown(value.numeral).replaceAll('"', '') : shown(value ?? undefined)

/** The arguments of an action. */
export type Arguments = Readonly<Record<string, string | number | boolean>>

type Argument = readonly [name: string, value: string | number | boolean]

/** What goes through a value, and keeps what is wrong. */
export interface Walk {
  readonly problems: readonly SchemaProblem[]
  readonly fail: (part: Part, message: string) => void
  /** A field of a map; its value is undefined where there is none. */
  readonly field: (part: Part, name: string) => Part
  readonly has: (part: Part, name: string) => boolean
  readonly isMap: (part: Part) => boolean
  readonly isList: (part: Part) => boolean
  readonly list: (part: Part, expected: string) => readonly Part[]
  /** The fields of a map, each with its name. */
  readonly fields: (part: Part, expected: string) => readonly (readonly [name: string, Part])[]
  readonly text: (part: Part, expected: string) => string | undefined
  readonly energy: (part: Part, unit: Unit<Energy>) => Quantity<Energy> | undefined
  readonly count: (part: Part) => number | undefined
  /** Arguments; none where there are none. */
  readonly arguments: (part: Part) => Arguments
}

export const walk = (): Walk => {
  const problems: SchemaProblem[] = []
  const fail = ({ pointer }: Part, message: string): void => {
    problems.push({ pointer, message })
  }
  const wrong = (part: Part, expected: string): void => {
    fail(part, `expected ${expected}, got ${found(part.value)}`)
  }
  const asked = <A>(read: A | undefined, part: Part, expected: string): A | undefined => {
    if (read === undefined) wrong(part, expected)
    return read
  }
  const inside = ({ pointer }: Part, key: string, value: unknown): Part => ({
    value,
    pointer: pointer + pointerOf([key])
  })
  const has = ({ value }: Part, name: string): boolean => isFields(value) && Object.hasOwn(value, name)
  const fields: Walk['fields'] = (part, expected) => {
    if (isFields(part.value))
      return Object.entries(part.value).map(([name, value]) => [name, inside(part, name, value)])
    wrong(part, expected)
    return []
  }
  const numeralOf = (value: unknown): string =>
    value instanceof YamlNumber ? value.numeral : typeof value === 'string' ? value : ''
  return {
    problems,
    fail,
    has,
    fields,
    field: (part, name) => inside(part, name, has(part, name) ? (part.value as Fields)[name] : undefined),
    isMap: ({ value }) => isFields(value),
    isList: ({ value }) => Array.isArray(value),
    list: (part, expected) => {
      if (Array.isArray(part.value)) return part.value.map((value, at) => inside(part, String(at), value))
      wrong(part, expected)
      return []
    },
    text: (part, expected) => {
      const { value } = part
      const text = value instanceof YamlNumber ? value.numeral : value
      return asked(typeof text === 'string' && text !== '' ? text : undefined, part, expected)
    },
    energy: (part, unit) =>
      asked(
        energyIn(unit)(numeralOf(part.value)),
        part,
        `an energy of 0 ${unit.symbol} or more, as a plain number`
      ),
    count: (part) => asked(countIn(numeralOf(part.value)), part, 'a whole number of 0 or more'),
    arguments: (part) => {
      if (part.value === undefined || part.value === null) return {}
      return Object.fromEntries(
        fields(part, 'arguments, each with its name').flatMap(([name, argument]): readonly Argument[] => {
          const { value } = argument
          const scalar = value instanceof YamlNumber ? value.value : value
          if (typeof scalar === 'string' || typeof scalar === 'boolean') return [[name, scalar]]
          if (typeof scalar === 'number' && Number.isFinite(scalar)) return [[name, scalar]]
          wrong(argument, 'a text, a finite number, true or false')
          return []
        })
      )
    }
  }
}
