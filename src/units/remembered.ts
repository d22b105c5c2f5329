/**
 * What was made of late, by a text or a number that tells it from all else: `most` of them, and then begun
 * anew. For what is dear to make and always the same.
 */
export const remembered = <A, Key extends string | number = string>(
  most: number
): ((key: Key, make: () => A) => A) => {
  const known = new Map<Key, A>()
  return (key, make) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}

/** Whether it is worth while to remember what is made of a value: a number, or a text that is no essay. */
export const isBrief = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= 40)

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
