/** The kinds of files, and what is said of one that stands where another was expected. */
import { isObject } from '../shape/words'

export type FileKind = 'workload' | 'design' | 'problem' | 'protocol' | 'energies' | 'trace'

/** A kind, with what the file is in words, and what takes it. */
export interface Recognised {
  readonly kind: FileKind
  readonly sentence: string
}

const takenBy: { readonly [K in FileKind]: string } = {
  workload: 'limen estimate takes it',
  design: 'limen estimate FILE --design takes it, beside a workload',
  problem: 'limen solve takes it, and limen simulate with --writer',
  protocol: 'limen simulate takes it, without --writer',
  energies: 'limen compare and limen convert take it',
  trace: 'limen trace takes it, and limen estimate FILE --trace, beside a workload'
}

/** A file of a kind, by what it is in words. */
export const recognised = (kind: FileKind, what: string): Recognised => ({
  kind,
  sentence: `this is ${what}: ${takenBy[kind]}`
})

const has = (value: unknown, name: string): boolean => isObject(value) && Object.hasOwn(value, name)

/** A workload, designs or a protocol, by the fields of a value of JSON, however wrong they may be. */
export const ownKindOf = (value: unknown): Recognised | undefined => {
  if (has(value, 'workload')) return recognised('workload', 'a workload file')
  if (has(value, 'segments') || has(value, 'reset')) return recognised('protocol', 'a protocol of a memory')
  return (Array.isArray(value) ? value : [value]).some((each) => has(each, 'parts'))
    ? recognised('design', "a design of one's own")
    : undefined
}
