/**
 * What was made of late, by a text that tells it from all else: `most` of them, and then begun anew.
 * For what is dear to make and always the same.
 */
export const remembered = <A>(most: number): ((key: string, make: () => A) => A) => {
  const known = new Map<string, A>()
  return (key, make) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}

/** What is made of an object is made once, where the object cannot change: where it is frozen. */
export const onceOf = <Of extends object, A>(make: (of: Of) => A): ((of: Of) => A) => {
  const known = new WeakMap<Of, { readonly made: A }>()
  return (of) => {
    const found = known.get(of)
    if (found !== undefined) return found.made
    const made = make(of)
    if (Object.isFrozen(of)) known.set(of, { made })
    return made
  }
}

/** A number for each object that is asked about: the same for the same one. */
export const numbering = (): ((of: object) => number) => {
  const known = new WeakMap<object, number>()
  let next = 0
  return (of) => {
    const found = known.get(of) ?? next++
    known.set(of, found)
    return found
  }
}

/** Made when it is first asked for. */
export const lazily = <A>(make: () => A): (() => A) => {
  let made: { readonly of: A } | undefined
  return () => (made ??= { of: make() }).of
}

/** What is made, with parts of these names, when one of them is first asked for. */
export const partsOf = <A extends object>(names: readonly (keyof A)[], make: () => A): A => {
  const made = lazily(make)
  return Object.defineProperties(
    {} as A,
    Object.fromEntries(names.map((name) => [name, { get: () => made()[name], enumerable: true }]))
  )
}
