/** Where in a file a field of some name may stand. */
import { keysOf } from './problem'
import { alternatives, type Shape } from './shape'

/** Names of fields, each with the pointers to what they may stand in; * is any item of a list. */
type Places = ReadonlyMap<string, readonly string[]>

const known = new WeakMap<Shape, Places>()

/** The places of all fields of a shape. */
export const placesOf = (shape: Shape): Places => {
  const before = known.get(shape)
  if (before !== undefined) return before
  const places = new Map<string, string[]>()
  const look = (inside: Shape, at: string, around: readonly string[]): void => {
    for (const each of alternatives(inside))
      if (each.kind === 'named' && !around.includes(each.name)) look(each.of(), at, [...around, each.name])
      else if (each.kind === 'list') look(each.item, `${at}/*`, around)
      else if (each.kind === 'record')
        for (const [name, field] of Object.entries(each.fields)) {
          places.set(name, [...(places.get(name) ?? []), at])
          look(field.shape, `${at}/${name}`, around)
        }
  }
  look(shape, '', [])
  known.set(shape, places)
  return places
}

/** The place that shares most with where something stands, which is none itself. */
export const nearestOf = (places: readonly string[], here: readonly string[]): string | undefined => {
  const shared = (keys: readonly string[]): number => {
    const end = keys.findIndex((key, at) => key !== here[at] && (key !== '*' || here[at] === undefined))
    return end < 0 ? keys.length : end
  }
  const [nearest] = places
    .map((place) => ({ place, keys: keysOf(place) }))
    .filter(({ keys }) => keys.length !== here.length || shared(keys) < keys.length)
    .sort((a, b) => shared(b.keys) - shared(a.keys) || a.keys.length - b.keys.length)
  return nearest?.place
}
