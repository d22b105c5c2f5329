/** The examples of each question, which its help shows, are an answer together: those worked in docs/physics.md. */
import { format } from '../../src/units/format'
import type { Inputs, Values } from '../../src/formula/model'
import type { Question } from '../../src/question/answer'
import * as ask from '../../src/question/ask'
import { quantity } from '../../src/shape/codec'
import { right } from '../reading/values'

test.each([
  // By hand in docs/physics.md, but for the barrier: there a million cells and 10⁻⁹ are 74.83 kT, by mpmath.
  [ask.reads, 'above', '5000 mac/update'],
  // By hand: 1.2 pJ over 1 fJ.
  [ask.conversion, 'dominates', '1200 mac/conversion'],
  [ask.writes, 'verified', '78.64 pJ/update'],
  [ask.spikes, 'below', '2.136'],
  [ask.retention, 'a barrier', '309.9 zJ']
] as unknown as readonly (readonly [Question<Inputs, string>, string, string])[])(
  '%p',
  (question, verdict, value) => {
    const { inputs, examples } = question
    const given = Object.entries(inputs).map(([name, of]) => {
      const example = examples[name]!
      return [name, right(quantity<unknown>(of, example).decode(example) as never)]
    })
    const answer = right(question(Object.fromEntries(given) as Values<Inputs>))
    expect([answer.verdict, format(answer.figures[0]!.value)]).toEqual([verdict, value])
    expect(Object.keys(inputs)).toEqual(Object.keys(examples))
  }
)
