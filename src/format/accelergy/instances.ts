/** How many of a component there are, as its name tells: "pe[0..3].spad[1..16]" are 4 · 16. */

const range = /\[(\d+)\.\.(\d+)\]/g

/** The number of instances; undefined where the name has no range; or why a range is none. */
export const instancesOf = (name: string): number | undefined | { readonly problem: string } => {
  let instances: number | undefined
  for (const [text, from, to] of name.matchAll(range)) {
    if (Number(to) < Number(from)) return { problem: `expected a range [least..most], got ${text}` }
    instances = (instances ?? 1) * (Number(to) - Number(from) + 1)
  }
  return instances === undefined || Number.isSafeInteger(instances)
    ? instances
    : { problem: 'expected a number of instances below 2^53, got more' }
}

/** The names without their indices, and each index as a range. */
const partsOf = (name: string) => ({
  words: name.replace(/\[\d+(\.\.\d+)?\]/g, '[]'),
  ranges: Array.from(
    name.matchAll(/\[(\d+)(?:\.\.(\d+))?\]/g),
    ([, from = '', to = from]) => [Number(from), Number(to)] as const
  )
})

/** Whether a name stands for one or more of the instances of another: "pe[2]" of "pe[0..3]". */
export const isAmong = (name: string, all: string): boolean => {
  if (name === all) return true
  const [some, whole] = [partsOf(name), partsOf(all)]
  return (
    some.words === whole.words &&
    some.ranges.every(([from, to], at) => from >= whole.ranges[at]![0] && to <= whole.ranges[at]![1])
  )
}
