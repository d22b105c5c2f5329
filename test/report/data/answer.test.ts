/** Answers as JSON: every figure with all its digits, of the form that is shipped. */
import { answerFormat, answerJson } from '../../../src/report/data/answer'
import { answerForm } from '../../../src/report/data/form/answer'
import { isQuantity } from '../../../src/units/quantity'
import { sentences } from '../../../src/report/answer'
import { everyAnswer } from '../../question/every'
import { right } from '../../reading/values'

interface FigureJson {
  readonly name: string
  readonly value?: string
  readonly lower?: string
  readonly upper?: string
  readonly unit: string
}
interface AnswerJson {
  readonly format: string
  readonly says: readonly string[]
  readonly figures: readonly FigureJson[]
  readonly given: readonly (FigureJson & { readonly assumed?: string })[]
}

describe.each(everyAnswer.map((answer) => [`${answer.question}: ${answer.verdict}`, answer] as const))(
  '%s',
  (_, answer) => {
    const json = answerJson(answer)
    const read = JSON.parse(json) as AnswerJson

    test('is of the form whose schema is shipped', () => {
      expect(read.format).toBe(answerFormat)
      const decoded = right(answerForm.decode(read) as never)
      const { question, verdict, tier } = answer
      expect(decoded).toMatchObject({ question, verdict, ...(tier === undefined ? {} : { tier }) })
      expect('tier' in read).toBe(tier !== undefined)
    })

    test('has every figure, with every digit and its unit', () => {
      const written = answer.figures.map(({ name, value }) => ({
        name,
        ...(isQuantity(value)
          ? { value: value.exact.toString() }
          : { lower: value.lower.exact.toString(), upper: value.upper.exact.toString() }),
        unit: value.dimension.coherentUnit
      }))
      expect(read.figures).toEqual(written.map((each) => expect.objectContaining(each) as unknown))
    })

    test('says what it is given, and what nobody gave', () => {
      expect(read.given.map(({ name }) => name)).toEqual(Object.keys(answer.given))
      for (const { name, assumed } of read.given) expect(assumed).toBe(answer.assumed[name])
      expect(read.says).toEqual(sentences(answer))
    })
  }
)
