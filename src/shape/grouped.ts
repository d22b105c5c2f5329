/** Things by their names, both in the order in which they come. */
export const grouped = <A>(
  things: Iterable<A>,
  nameOf: (thing: A) => string
): ReadonlyMap<string, readonly A[]> => {
  const named = new Map<string, A[]>()
  for (const thing of things) {
    const name = nameOf(thing)
    const before = named.get(name)
    if (before === undefined) named.set(name, [thing])
    else before.push(thing)
  }
  return named
}
