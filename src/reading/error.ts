/**
 * Why a model has no value for some inputs: every problem, each with its place.
 */
import * as E from 'fp-ts/lib/Either.js'
import { unfitText, type Unfit } from '../units/argument'
import { showing } from '../units/show'

/** One thing wrong with the inputs of a model. @since 0.1.0 */
export interface Problem {
  readonly kind: 'missing' | 'unexpected' | 'dimension' | 'number' | 'range' | 'relation' | 'size'
  /** The model that has the condition: the one evaluated, or one that it is made of. */
  readonly model: string
  /** The inputs it is about. */
  readonly inputs: readonly string[]
  readonly found: string
  readonly expected: string
  /** A sentence for people. */
  readonly message: string
}

/** Why a model has no value: all problems at once. @since 0.1.0 */
export interface ModelError {
  readonly _tag: 'ModelError'
  readonly model: string
  readonly problems: readonly Problem[]
  /** The problems as sentences, a line each. */
  readonly message: string
}

export const modelError = (model: string, problems: readonly Problem[]): ModelError => {
  const message = problems.map((problem) => problem.message).join('\n')
  return showing({ _tag: 'ModelError', model, problems, message }, () => ({ 'text/plain': message }))
}

/** What a function answers whose arguments do not fit. */
export const unfitInputs = (name: string, wrong: readonly Unfit[]): E.Either<ModelError, never> => {
  const problems = wrong.map((each): Problem => {
    const { at, expected, found } = each
    return { kind: 'unexpected', model: name, inputs: [at], found, expected, message: unfitText(name, each) }
  })
  return E.left(modelError(name, problems))
}
