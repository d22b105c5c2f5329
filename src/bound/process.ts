/**
 * Which process a bound is about: a path such as "reset/reversible", a part of "reset".
 *
 * Bounds on processes that have no part in common may be added; bounds on one process compete.
 */
import type { Process } from '../formula/model'

const isPartOf = (part: Process, whole: Process): boolean => part === whole || part.startsWith(`${whole}/`)

/** The first process that two bounds both count, if any. */
export const countedTwice = (a: readonly Process[], b: readonly Process[]): Process | undefined =>
  a.flatMap((p) => b.flatMap((q) => (isPartOf(p, q) ? [p] : isPartOf(q, p) ? [q] : [])))[0]

const rootOf = (process: Process): string => process.split('/')[0]!

const rootsOf = (processes: readonly Process[]): readonly string[] =>
  [...new Set(processes.map(rootOf))].sort()

const commonPart = (a: Process, b: Process): Process => {
  const [p, q] = [a.split('/'), b.split('/')]
  const end = p.findIndex((segment, at) => segment !== q[at])
  return end === -1 ? a : p.slice(0, end).join('/')
}

const sameSet = (a: readonly Process[], b: readonly Process[]): boolean =>
  a.length === b.length && a.every((process) => b.includes(process))

/**
 * The processes that the larger or smaller of two bounds is about; undefined where they are about
 * different ones. A bound on a part is a bound on the whole, so parts of one process compete on it.
 */
export const contested = (a: readonly Process[], b: readonly Process[]): readonly Process[] | undefined => {
  if (sameSet(a, b)) return a
  const roots = rootsOf(a)
  if (roots.length === 0 || roots.join() !== rootsOf(b).join()) return undefined
  return roots.map((root) => [...a, ...b].filter((process) => rootOf(process) === root).reduce(commonPart))
}
