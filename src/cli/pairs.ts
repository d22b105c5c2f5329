/** Options that name something and say what of it: --given temperature="300 K". */
import * as E from 'fp-ts/lib/Either.js'
import type { Inputs } from '../formula/model'
import { rather } from '../shape/words'
import type { Unit } from '../units/unit'
import type { Flags } from './workload'

const pairsOf = (flags: Flags, flag: string): readonly (readonly [name: string, text: string])[] =>
  ((flags[flag] ?? []) as readonly string[]).map((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
  })

/** What flags say of columns or inputs, by their names, each read by the unit that it has; or all that is wrong. */
export const readPairs = <A>(
  flags: Flags,
  flag: string,
  units: Readonly<Record<string, Unit<unknown>>>,
  read: (of: Unit<unknown>, text: string) => E.Either<{ readonly message: string }, A>,
  what = 'column'
): E.Either<readonly string[], Readonly<Record<string, A>>> => {
  const all = pairsOf(flags, flag).map(([name, text]): E.Either<string, readonly [string, A]> => {
    const of = Object.hasOwn(units, name) ? units[name] : undefined
    if (of === undefined)
      return E.left(`--${flag}: there is no ${what} ${name}${rather(name, Object.keys(units))}`)
    const value = read(of, text)
    return E.isLeft(value) ? E.left(`--${flag} ${name}: ${value.left.message}`) : E.right([name, value.right])
  })
  const names = pairsOf(flags, flag).map(([name]) => name)
  const again = [...new Set(names.filter((name, at) => names.indexOf(name) < at))].map(
    (name) => `--${flag} ${name}: expected one value, got several`
  )
  const wrong = [...all.flatMap((each) => (E.isLeft(each) ? [each.left] : [])), ...again]
  return wrong.length > 0
    ? E.left(wrong)
    : E.right(Object.fromEntries(all.flatMap((each) => (E.isRight(each) ? [each.right] : []))))
}

export const unitsOf = (inputs: Inputs): Readonly<Record<string, Unit<unknown>>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.unit]))

/** Collects what an option says that may be given again. */
export const several = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text
]
