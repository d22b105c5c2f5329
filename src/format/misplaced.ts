/** What a file is that stands where another kind was expected. */
import * as E from 'fp-ts/lib/Either.js'
import { energyKindOf } from './energies/energy-file'
import { ownKindOf, recognised, type Recognised } from './file-kind'
import { decodeProblem, problemKindOf } from './problem-file'
import { parseJson } from './text/json'
import { parseTrace } from './trace/file'

const ofValue = (value: unknown): Recognised | undefined => {
  const own = ownKindOf(value)
  const kind = problemKindOf(value)
  return own !== undefined || kind === undefined
    ? own
    : recognised('problem', kind === 'Ising problem' ? 'an Ising problem' : 'a quadratic program')
}

/**
 * The kind of a file that could not be read as what was expected, by what it shows; undefined where it
 * shows none. A file of that kind may be wrong in itself: whoever takes it says so.
 */
export const fileKindOf = (text: string): Recognised | undefined => {
  const energies = energyKindOf(text)
  if (energies !== undefined) return recognised('energies', `a file of energies (${energies})`)
  const json = parseJson(text)
  const found = E.isRight(json) ? ofValue(json.right.value) : undefined
  if (found !== undefined) return found
  if (E.isRight(decodeProblem(text, ''))) return recognised('problem', 'a problem to solve')
  return E.isRight(parseTrace(text)) ? recognised('trace', 'a trace of a run') : undefined
}
