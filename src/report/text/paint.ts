/** How parts of a text are set off on a terminal. */
import { aFunction, having, type Kind, optional } from '../../units/argument'

/** How parts of a text are set off; a plain text leaves them as they are. */
export interface Paint {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly bar: (text: string) => string
  readonly heading: (text: string) => string
}

const as = (text: string): string => text

/** A function of each kind of text. */
export const aPaint: Kind = optional(
  having('functions that paint texts (strong, faint, bar, heading)', {
    strong: aFunction,
    faint: aFunction,
    bar: aFunction,
    heading: aFunction
  })
)

/** No colours. */
export const plain: Paint = { strong: as, faint: as, bar: as, heading: as }
