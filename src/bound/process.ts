/**
 * Which process a bound is about: a path such as "reset/reversible", a part of "reset".
 *
 * Bounds on processes that have no part in common may be added; bounds on one process compete. The
 * irreversible part of a process is never negative (second law), so that a bound on its reversible
 * part is a bound on the whole. The reversible part may be negative: nothing else stands for a whole.
 */
import type { Process } from '../formula/model'

const isPartOf = (part: Process, whole: Process): boolean => part === whole || part.startsWith(`${whole}/`)

/** The first process that two bounds both count, if any. */
export const countedTwice = (a: readonly Process[], b: readonly Process[]): Process | undefined =>
  a.flatMap((p) => b.flatMap((q) => (isPartOf(p, q) ? [p] : isPartOf(q, p) ? [q] : [])))[0]

const rootOf = (process: Process): string => process.split('/')[0]!

const rootsOf = (processes: readonly Process[]): readonly string[] =>
  [...new Set(processes.map(rootOf))].sort()

/** The wholes that a bound on some processes bounds too. */
const widened = (processes: readonly Process[]): readonly Process[] => {
  const wholes = [...new Set(processes.map((process) => process.replace(/\/reversible$/, '')))]
  return wholes.filter((process) => !wholes.some((whole) => process === `${whole}/irreversible`))
}

const sameSet = (a: readonly Process[], b: readonly Process[]): boolean =>
  a.length === b.length && a.every((process) => b.includes(process))

/** What two bounds within one root both bound: what they are about, or else its wholes. */
const common = (a: readonly Process[], b: readonly Process[]): readonly Process[] | undefined => {
  if (sameSet(a, b)) return a
  const [wholesOfA, wholesOfB] = [widened(a), widened(b)]
  return sameSet(wholesOfA, wholesOfB) ? wholesOfA : undefined
}

/**
 * The processes that the larger or smaller of two bounds is about; undefined where they are not
 * about the same.
 */
export const contested = (a: readonly Process[], b: readonly Process[]): readonly Process[] | undefined => {
  const roots = rootsOf(a)
  if (roots.join() !== rootsOf(b).join()) return undefined
  const within = (root: string, of: readonly Process[]): readonly Process[] =>
    of.filter((process) => rootOf(process) === root)
  const each = roots.map((root) => common(within(root, a), within(root, b)))
  return each.some((processes) => processes === undefined)
    ? undefined
    : each.flatMap((processes) => processes ?? [])
}
