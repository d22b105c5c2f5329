/** Codecs of what tells actions of hardware apart, in the forms that hold energies of them. */
import type { ActionKind } from '../../ledger/energy-table'
import { text, word } from '../../shape/codec'
import { boolean, float, map } from '../../shape/numbers'
import { firstOf } from '../../shape/union'

const kinds = {
  read: true,
  write: true,
  accumulate: true,
  convert: true,
  compute: true,
  transfer: true,
  leak: true,
  other: true
} as const satisfies Readonly<Record<ActionKind, true>>

/** What an action does; an `accumulate` is no learning update. */
export const actionKind = word(Object.keys(kinds) as readonly ActionKind[]) // it has each of them

/** What tells apart several entries of one action. */
export const actionArguments = map(
  firstOf('a text, a finite number, true or false', [text, float, boolean]),
  'an object of arguments'
)
