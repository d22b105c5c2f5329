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
