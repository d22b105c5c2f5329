/**
 * Which process a bound is about: what kind of thing it is, and which one where the user says so.
 *
 * The kind is a path such as "erasure/reversible", a part of "erasure"; a name follows in parentheses,
 * as in "erasure/reversible (register A)". Two bounds may add where their kinds have no part in
 * common, or where both are named, and differently. Getting rid of information is of one kind wherever
 * it happens: "read/erasure" may be the same erasure as any other. What has one name is one process,
 * whatever kinds it is of; only its reversible and irreversible parts stay apart.
 *
 * The irreversible part of a process is never negative (second law), so that a bound on its reversible
 * part is a bound on the whole; nor is what a read or a consolidation takes beside its erasure. The
 * reversible part may be negative: nothing else stands for a whole.
 */
import type { Process } from '../formula/model'

interface Told {
  readonly path: string
  readonly name?: string
}

const told = (process: Process): Told => {
  const [, path = process, name] = /^(.*?) \((.*)\)$/su.exec(process) ?? []
  return name === undefined ? { path } : { path, name }
}

/** What is wrong with a kind or a name, if anything; from JavaScript it may be no text. */
export const nameProblem = (name: unknown): string | undefined => {
  if (typeof name !== 'string') return 'is no text'
  if (name === '') return 'is empty'
  if (/\p{C}/u.test(name)) return `has characters that cannot be seen: ${JSON.stringify(name)}`
  if (/[()]/.test(name)) return `has parentheses: "${name}"`
  return name.split('/').some((part) => part === '' || part !== part.trim())
    ? `has blanks around it, or around a slash, or nothing there: "${name}"`
    : undefined
}

/** What is wrong with a process as a model tells it, if anything. */
export const processProblem = (process: Process): string | undefined => {
  if (typeof process !== 'string') return nameProblem(process)
  const { path, name } = told(process)
  return nameProblem(path) ?? (name === undefined ? undefined : nameProblem(name))
}

/** A process as one with a name, in place of any that it had; its kind stays. */
export const named = (name: string, process: Process): Process => `${told(process).path} (${name})`

/** Processes as one of a name; of none, the name is all that is known of its kind. */
export const allNamed = (name: string, processes: readonly Process[]): readonly Process[] =>
  union((processes.length === 0 ? [name] : processes).map((process) => named(name, process)))

/** A process in words: "the reversible part of erasure (register A)". */
export const processWords = (process: Process): string => {
  const { path, name } = told(process)
  const kind = path.split('/').reduce((whole, part) => `the ${part} part of ${whole}`)
  return name === undefined ? kind : `${kind} (${name})`
}

/** What is one process with what: the path, or the name with what is apart under it. */
const identity = ({ path, name }: Told): string =>
  name === undefined ? path : `(${name}${/\/(ir)?reversible(\/.*)?$/.exec(path)?.[0] ?? ''}`

/** The erasure in a process, from there on: of "read/erasure/reversible" it is "erasure/reversible". */
const erasureIn = ({ path }: Told): string | undefined => /(?<=^|\/)erasure(\/.*)?$/.exec(path)?.[0]

const isPartOf = (part: string, whole: string): boolean => part === whole || part.startsWith(`${whole}/`)

/** Which parts of a process a path is about, in the sense of the second law; all of it, where there are none. */
const aspects = /\/(?:ir)?reversible(?=\/|$)/g

/** The reversible part of a process is that of all its parts. */
const overlap = (a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined) return false
  const ofA = a.match(aspects) ?? []
  const ofB = b.match(aspects) ?? []
  if (ofA.some((aspect, at) => ofB[at] !== undefined && aspect !== ofB[at])) return false
  const [x, y] = [a.replace(aspects, ''), b.replace(aspects, '')]
  return isPartOf(x, y) || isPartOf(y, x)
}

const mayBeOne = (a: Told, b: Told): boolean =>
  a.name !== undefined && b.name !== undefined
    ? overlap(identity(a), identity(b))
    : overlap(a.path, b.path) || overlap(erasureIn(a), erasureIn(b))

/** The first processes of two bounds that may be one, or parts of one, if any. */
export const countedTwice = (
  a: readonly Process[],
  b: readonly Process[]
): readonly [Process, Process] | undefined =>
  a.flatMap((p) => b.map((q) => [p, q] as const)).find(([p, q]) => mayBeOne(told(p), told(q)))

/** All of several lists, each once. */
export const union = <A>(...lists: readonly (readonly A[])[]): readonly A[] => [...new Set(lists.flat())]

/** What bounds on some processes bound, in wholes. */
const wholesOf = (processes: readonly Process[]): readonly string[] => {
  const known = union(processes.map((process) => identity(told(process)).replace(/\/reversible$/, '')))
  const wholes = known.filter((process) => !known.some((whole) => process === `${whole}/irreversible`))
  return union(wholes.map((process) => process.replace(/\/erasure$/, '')))
}

/** Whether two bounds are about the same processes, so that they compete. */
export const compete = (a: readonly Process[], b: readonly Process[]): boolean => {
  const [ofA, ofB] = [wholesOf(a), wholesOf(b)]
  return ofA.length === ofB.length && ofA.every((whole) => ofB.includes(whole))
}
