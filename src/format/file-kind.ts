/** What a file is that stands where another kind was expected. */
import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../shape/words'
import { energyKindOf } from './energies/energy-file'
import { decodeProblem, problemKindOf } from './problem-file'
import { parseJson } from './text/json'
import { parseTrace } from './trace/file'

export type FileKind = 'workload' | 'design' | 'problem' | 'energies' | 'trace'

/** A kind, with what the file is in words, and what takes it. */
export interface Recognised {
  readonly kind: FileKind
  readonly sentence: string
}

const as = (kind: FileKind, what: string, takenBy: string): Recognised => ({
  kind,
  sentence: `this is ${what}: ${takenBy}`
})

const problem = (what: string): Recognised => as('problem', what, 'limen solve takes it')

const has = (value: unknown, name: string): boolean => isObject(value) && Object.hasOwn(value, name)

const ofValue = (value: unknown): Recognised | undefined => {
  if (has(value, 'workload')) return as('workload', 'a workload file', 'limen estimate takes it')
  if ((Array.isArray(value) ? value : [value]).some((each) => has(each, 'parts')))
    return as('design', "a design of one's own", 'limen estimate FILE --design takes it, beside a workload')
  const kind = problemKindOf(value)
  if (kind === undefined) return undefined
  return problem(kind === 'Ising problem' ? 'an Ising problem' : 'a quadratic program')
}

/**
 * The kind of a file that could not be read as what was expected, by what it shows; undefined where it
 * shows none. A file of that kind may be wrong in itself: whoever takes it says so.
 */
export const fileKindOf = (text: string): Recognised | undefined => {
  const energies = energyKindOf(text)
  if (energies !== undefined)
    return as('energies', `a file of energies (${energies})`, 'limen compare and limen convert take it')
  const json = parseJson(text)
  const found = E.isRight(json) ? ofValue(json.right.value) : undefined
  if (found !== undefined) return found
  if (E.isRight(decodeProblem(text, ''))) return problem('a problem to solve')
  return E.isRight(parseTrace(text))
    ? as(
        'trace',
        'a trace of a run',
        'limen trace takes it, and limen estimate FILE --trace, beside a workload'
      )
    : undefined
}
