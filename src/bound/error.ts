/** Why bounds do not compose. */
import * as E from 'fp-ts/lib/Either.js'
import { unfitText, type Unfit } from '../units/argument'

/** Why bounds do not compose. @since 0.1.0 */
export interface CompositionError {
  readonly _tag: 'CompositionError'
  readonly kind:
    | 'double count'
    | 'different processes'
    | 'no process'
    | 'name'
    | 'different memories'
    | 'inputs'
    | 'dimensions'
    | 'count'
  readonly message: string
}

export const refuse = (kind: CompositionError['kind'], message: string): E.Either<CompositionError, never> =>
  E.left({ _tag: 'CompositionError', kind, message })

/** What a composition answers whose arguments do not fit. */
export const unfitBounds = (name: string, wrong: readonly Unfit[]): E.Either<CompositionError, never> =>
  refuse('inputs', wrong.map((each) => unfitText(name, each)).join('\n'))
