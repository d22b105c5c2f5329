/** Opening an `Either` without fp-ts. */
import type { Either } from 'fp-ts/lib/Either.js'
import { displayed, inspected, type MimeBundle, type Shown } from './show'
import { isEither, messageOf, told } from './told'

/** What `orThrow` throws: the message has all that was wrong, a line each. @since 0.5.0 */
export class LimenError extends Error implements Shown {
  readonly #left: unknown

  constructor(left: unknown) {
    super(messageOf(left))
    this.#left = left
  }

  override get name(): string {
    return 'LimenError'
  }

  /** What the `Either` held: a `ModelError`, a `UnitError`, a `SchemaError` … with each problem by itself. */
  get left(): unknown {
    return this.#left
  }

  /** What was wrong, and not where in the program: that is in `stack`. */
  [inspected](): string {
    return this.toString()
  }

  [displayed](): MimeBundle {
    return { 'text/plain': this.toString() }
  }
}

/**
 * The value in an `Either`; where there is none, what was wrong is thrown as a `LimenError`.
 *
 * The one function that throws what is wrong with inputs, for those who would rather not handle it.
 *
 * @example
 * import { format, kelvin, landauer, LimenError, orThrow } from 'limen'
 * format(orThrow(landauer({ temperature: kelvin(300), errorProbability: 0 }))) // '2.871 zJ/bit'
 * let said = ''
 * try {
 *   orThrow(landauer({ temperature: kelvin(-1), errorProbability: 0.7 }))
 * } catch (error) {
 *   if (error instanceof LimenError) said = error.message
 * }
 * said.split('\n').length // 2
 *
 * @since 0.5.0
 */
export const orThrow = <E extends { readonly message: string }, A>(either: Either<E, A>): A => {
  const given: unknown = either
  if (!isEither(given))
    throw new TypeError(`orThrow: expected an Either, such as a model returns, got ${told(given)}`)
  if (either._tag === 'Right') return either.right
  throw new LimenError(either.left)
}
