/** An answer for other programs. */
import { anAnswer, type Answer } from '../../question/answer'
import { expecting } from '../../units/argument'
import { jsonText } from '../../units/visible'
import { sentences } from '../answer'
import { quantityJson } from './ledger'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const answerFormat = 'limen.answer/2'

/**
 * An answer as JSON; values are decimal texts in coherent SI.
 *
 * @since 0.8.0
 */
export const answerJson = expecting('answerJson', { answer: anAnswer }, (answer: Answer): string => {
  const { question, about, verdict, tier, figures, unsaid, given, assumed } = answer
  return `${jsonText(
    {
      format: answerFormat,
      ...{ question, about, verdict, tier },
      says: sentences(answer),
      figures: figures.map(({ value, ...rest }) => ({ ...rest, ...quantityJson(value) })),
      unsaid,
      given: Object.entries(given).map(([name, value]) => ({
        name,
        ...quantityJson(value),
        ...(assumed[name] === undefined ? {} : { assumed: assumed[name] })
      }))
    },
    2
  )}\n`
})
