/** The state of an explorer: a workload with designs beside it, what was changed of them, what is looked at. */
import { literal, withAt } from '../estimate/supplied'
import { keysOf } from '../shape/problem'

/** What a page begins with. */
export interface Exploration {
  /** Of a workload file, with `designs` as a file of those has them. */
  readonly value: unknown
  /** Significant digits that are printed, where they are asked for. */
  readonly digits?: number
}

/** Where something was changed, as a pointer, and to what text; an empty one leaves it out. */
export type Changes = ReadonlyMap<string, string>

/** What is looked at besides the ledger. */
export interface View {
  /** The input that the sweep runs through. */
  readonly input: string
  /** The row that is told in words, and whose sensitivities are drawn. */
  readonly row: string
}

/** A value with some changes, as it would be written to a file. */
export const changed = (of: unknown, changes: Changes): unknown => {
  const value = [...changes].reduce(
    (inside, [pointer, text]) =>
      withAt(inside, keysOf(pointer), text.trim() === '' ? undefined : literal(text)),
    of
  )
  // What is undefined is not written.
  return JSON.parse(JSON.stringify(value))
}

/** A state as what follows the # of an address. */
export const linkOf = (changes: Changes, view: View): string =>
  new URLSearchParams([...changes, ...Object.entries(view)]).toString()

/** A state from an address; what it does not say is as it stands. */
export const linked = (text: string, view: View): { readonly changes: Changes; readonly view: View } => {
  const said = [...new URLSearchParams(text)]
  const changes = new Map(said.filter(([key]) => key.startsWith('/')))
  const others = Object.fromEntries(said)
  return { changes, view: { input: others['input'] ?? view.input, row: others['row'] ?? view.row } }
}
