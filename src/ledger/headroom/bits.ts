/** How many bits an action handles: as its file says, as one is told, or else one. */
import type { ActionEnergy } from '../energy-table'

/**
 * So many bits for the actions of a component, or for one of its actions; for all where `of` is left out.
 *
 * "weight_reg" means every component whose name ends so ("system.weight_reg[1..256]"), and
 * "weight_reg.write" its action; "adc[resolution=8]" those entries of it that have this argument.
 * What is told more closely holds before what is told more widely.
 *
 * @since 0.4.0
 */
export interface WordBits {
  readonly of?: string
  readonly bits: number
}

/** How many bits an action handles, and who says so. @since 0.4.0 */
export interface Word {
  readonly bits: number
  /** From the file, from what was told, or the least there is: a bound for one bit holds for a word. */
  readonly origin: 'file' | 'told' | 'least'
}

/** A name without the ranges of its instances, and without arguments. */
export const segments = (name: string): readonly string[] =>
  name
    .replace(/\[[^[\]]*\]/g, '')
    .split('.')
    .map((each) => each.trim())

type Argument = readonly [name: string, value: string]

/** The arguments that a name asks for: "adc[resolution=8, hops=1]". */
const asked = (name: string): readonly Argument[] =>
  Array.from(name.matchAll(/\[([^[\]]*)\]/g), ([, given = '']) => given).flatMap((given) =>
    !given.includes('=')
      ? []
      : given.split(',').map((each): Argument => {
          const at = each.indexOf('=')
          return [each.slice(0, Math.max(at, 0)).trim(), each.slice(at + 1).trim()]
        })
  )

const isSame = (value: string | number | boolean, text: string): boolean =>
  String(value) === text || (typeof value === 'number' && text !== '' && value === Number(text))

/** Whether an action has an argument; one called "width|datawidth" has both names. */
const has = ({ arguments: given = {} }: ActionEnergy, [asked, text]: Argument): boolean =>
  Object.entries(given).some(
    ([name, value]) => (name === asked || name.split('|').includes(asked)) && isSame(value, text)
  )

const endsIn = (name: readonly string[], end: readonly string[]): boolean =>
  end.length <= name.length && end.every((each, at) => each === name[name.length - end.length + at])

/** How closely some bits are meant for an action; 0 where they are meant for all, undefined where not at all. */
const closeness = ({ of }: Pick<WordBits, 'of'>, action: ActionEnergy): number | undefined => {
  if (of === undefined) return 0
  const [end, name, given] = [segments(of), segments(action.component), asked(of)]
  if (!given.every((each) => has(action, each))) return undefined
  // Arguments make a name closer, but no closer than a longer one.
  const more = given.length / (given.length + 1)
  if (endsIn(name, end)) return 2 * end.length + more
  // An action alone names no component.
  return end.length > 1 && endsIn([...name, action.action], end) ? 2 * end.length - 1 + more : undefined
}

/** The actions that a name is meant for most closely: several, where it tells no more. */
export const closest = <A extends ActionEnergy>(of: string, actions: readonly A[]): readonly A[] => {
  const meant = actions.map((action) => [action, closeness({ of }, action) ?? -1] as const)
  const most = Math.max(0, ...meant.map(([, close]) => close))
  return meant.filter(([, close]) => close === most).map(([action]) => action)
}

/** The bits of an action, those that are meant for it most closely. */
export const wordOf = (action: ActionEnergy, told: readonly WordBits[]): Word => {
  const meant = told.flatMap((each) => {
    const close = closeness(each, action)
    return close === undefined ? [] : [{ close, bits: each.bits }]
  })
  const closest = meant.reduce<(typeof meant)[number] | undefined>(
    (best, each) => (best === undefined || each.close > best.close ? each : best),
    undefined
  )
  if (closest !== undefined && (closest.close > 0 || action.bits === undefined))
    return { bits: closest.bits, origin: 'told' }
  return action.bits === undefined ? { bits: 1, origin: 'least' } : { bits: action.bits, origin: 'file' }
}

/** Whether some bits are meant for an action at all. */
export const isMeant = (told: WordBits, action: ActionEnergy): boolean =>
  closeness(told, action) !== undefined

const plainly = (of: string): string =>
  JSON.stringify([
    segments(of),
    asked(of)
      .map((each) => each.join('='))
      .sort()
  ])

const sameName = (a: WordBits, b: WordBits): boolean =>
  a.of === undefined || b.of === undefined ? a.of === b.of : plainly(a.of) === plainly(b.of)

/** The bits that are told of one thing twice. */
export const toldTwice = (told: readonly WordBits[]): readonly WordBits[] =>
  told.filter((each, at) => told.slice(0, at).some((before) => sameName(before, each)))
