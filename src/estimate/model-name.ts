/** Finding a cited model by a name that a person types. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { byName, ways } from '../shape/name'
import { schemaError, type SchemaError } from '../shape/problem'
import { shown } from '../shape/words'
import { citedModels, type CitedModel } from '../technology/models'

/**
 * A cited model by its name, or by the beginning of it: "gpt-3" is GPT-3 175B (davinci). An error
 * lists the models that may be meant, or says which name is nearest.
 *
 * @example
 * import { citedModel } from 'limen/hardware'
 * citedModel('gpt-4') // left: the cited model "gpt-4" may be any of "GPT-4 (Mar 2023)", "GPT-4 (Jun 2023)": say more of its name
 *
 * @since 0.3.0
 */
export const citedModel = (name: string): E.Either<SchemaError, CitedModel> =>
  pipe(
    byName(
      {
        what: 'cited model',
        things: citedModels(),
        nameOf: (model) => model.name,
        ways: [ways.whole, ways.beginning]
      },
      name
    ) ?? E.left(`expected the name of an AI model, such as "GPT-3", got ${shown(name)}`),
    E.mapLeft((message) => schemaError([{ pointer: '', message }]))
  )
