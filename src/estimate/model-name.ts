/**
 * Finding a cited model by a name that a person types: case, spaces and hyphens do not matter, and the
 * beginning of a name is enough where it is that of one model only.
 */
import * as E from 'fp-ts/lib/Either.js'
import { citedModels, type CitedModel } from '../technology/models'
import { likely, listed, shown } from '../shape/codec'
import { schemaError, type SchemaError } from '../shape/problem'
import { isText } from '../shape/words'

/** In upper case, of which a Greek sigma has only one. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .toUpperCase()
    .split(/[^\p{L}\p{N}\p{M}+]+/u)
    .filter((word) => word !== '')

/** GPT, GPT3 and GPT3175B of "GPT-3 175B". */
const beginnings = (words: readonly string[]): readonly string[] =>
  words.map((_, at) => words.slice(0, at + 1).join(''))

/** The ways in which a name may be meant, the closest first. */
const ways: readonly ((asked: string, words: readonly string[]) => boolean)[] = [
  (asked, words) => asked === words.join(''),
  (asked, words) => beginnings(words).includes(asked)
]

const most = 8

const some = (models: readonly CitedModel[]): string => {
  const rest = models.length - most
  const names = listed(models.slice(0, most).map(({ name }) => name))
  return rest > 0 ? `${names} and ${rest} more` : names
}

type Spelt = readonly [model: CitedModel, words: readonly string[]]

/** The model of the nearest spelling, unless the name is so short that any is near. */
const nearest = (asked: string, models: readonly Spelt[]): CitedModel | undefined => {
  const spellings = new Map(
    models.flatMap(([model, words]) => beginnings(words).map((beginning) => [beginning, model] as const))
  )
  // Of spellings that are equally near, one of the same length: letters were exchanged.
  const [same, other] = [true, false].map((is) =>
    [...spellings.keys()].filter(({ length }) => (length === asked.length) === is)
  )
  return asked.length < 4 ? undefined : spellings.get(likely(asked, [...same!, ...other!]) ?? '')
}

/** Models with words of the name, those with most of them first. */
const alike = (asked: readonly string[], models: readonly Spelt[]): readonly CitedModel[] => {
  const shared = models.map(
    ([model, words]) => [model, asked.filter((word) => words.includes(word)).length] as const
  )
  return shared
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([model]) => model)
}

const unknown = (name: string, asked: readonly string[], models: readonly Spelt[]): string => {
  const none = `there is no cited model ${shown(name)}`
  const near = nearest(asked.join(''), models)
  if (near !== undefined) return `${none}: did you mean "${near.name}"?`
  const known = alike(asked, models)
  return known.length === 0
    ? `${none} among the ${models.length} that are known`
    : `${none}; known are ${some(known)}`
}

/**
 * A cited model by its name, or by the beginning of it: "gpt-3" is GPT-3 175B (davinci). An error
 * lists the models that may be meant, or says which name is nearest.
 *
 * @example
 * import { citedModel } from 'limen'
 * citedModel('gpt-4') // left: the cited model "gpt-4" may be any of "GPT-4 (Mar 2023)", "GPT-4 (Jun 2023)"
 *
 * @since 0.3.0
 */
export const citedModel = (name: string): E.Either<SchemaError, CitedModel> => {
  const fail = (message: string): E.Either<SchemaError, never> =>
    E.left(schemaError([{ pointer: '', message }]))
  const asked = isText(name) ? wordsOf(name) : []
  if (asked.length === 0) return fail(`expected the name of an AI model, such as "GPT-3", got ${shown(name)}`)
  const models = citedModels().map((model) => [model, wordsOf(model.name)] as const)
  const found = ways
    .map((is) => models.filter(([, words]) => is(asked.join(''), words)).map(([model]) => model))
    .find(({ length }) => length > 0)
  const [first, ...others] = found ?? []
  if (first === undefined) return fail(unknown(name, asked, models))
  if (others.length === 0) return E.right(first)
  return fail(`the cited model ${shown(name)} may be any of ${some([first, ...others])}`)
}
