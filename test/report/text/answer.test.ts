/** Answers in words: what each verdict says, in 80 columns, with tier and constraint beside every figure. */
import * as E from 'fp-ts/lib/Either.js'
import * as ask from '../../../src/question/ask'
import { asked, type Answer } from '../../../src/question/answer'
import { sentences, sharePercent } from '../../../src/report/answer'
import { tierName } from '../../../src/report/ledger'
import { answerText } from '../../../src/report/text/answer'
import { plain } from '../../../src/report/text/ledger'
import { widthOf } from '../../../src/report/text/table'
import { tiers } from '../../../src/formula/model'
import { right } from '../../ledger/reference'
import { everyAnswer } from '../../question/every'
import { small, smallWith } from '../../question/answers'
import { joulesPerUpdate, watts } from '../../../src/units/si'

test('there is an answer to each of the ten questions', () => {
  expect(new Set(everyAnswer.map(({ question }) => question))).toEqual(new Set(Object.keys(asked)))
})

describe.each(everyAnswer.map((answer) => [`${answer.question}: ${answer.verdict}`, answer] as const))(
  '%s',
  (_, answer) => {
    const text = answerText(answer)

    test('is at most 80 columns wide, and ends in a line break', () => {
      for (const line of text.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
      expect(text).toMatch(/[^\n]\n$/)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    })

    test('says it in sentences, then tells each figure with its tier', () => {
      expect(sentences(answer).length).toBeGreaterThan(0)
      for (const sentence of sentences(answer)) expect(sentence).toMatch(/^[^a-z ].*[^ ]\.$|^(my|cim|limen)/)
      const flat = text.replace(/\s+/g, ' ')
      for (const { name, tier, evidence } of answer.figures)
        expect(flat).toMatch(new RegExp(`${name.replace(/[^\w]/g, '.')} .*${evidence ?? tierName(tier)}`))
      if (answer.verdict !== 'not excluded') expect(tiers).toContain(answer.tier)
    })

    test('tells each constraint, and what was given', () => {
      const words = text.replace(/\s+/g, '')
      for (const { constraint } of answer.figures)
        expect(words).toContain(constraint.replace(/\s+/g, '').slice(0, 30))
      for (const name of Object.keys(answer.given)) expect(text).toMatch(new RegExp(`^  ${name} +\\d`, 'm'))
    })
  }
)

const said = (answer: Answer): string => sentences(answer).join(' ')
const answerOf = (question: string, verdict: string): Answer =>
  everyAnswer.find((answer) => answer.question === question && answer.verdict === verdict)!

test.each([
  ['reads', 'above', /^Above 515\.8 mac\/update training in memory takes less, and below fetching does\./],
  ['reads', 'below', /^Above 30\.00 mac\/update fetching takes less, and below training in memory does\./],
  ['reads', 'always', /^Training in memory takes less, however many/],
  [
    'reads',
    'never',
    /^Fetching takes less, however many .* In memory a write takes 196\.0 pJ\/update more, and a read 100\.0 fJ\/mac more\.$/
  ],
  ['reads', 'even', /^Both take the same/],
  [
    'conversion',
    'dominates',
    /dominates\. At these bits it stops dominating above .* At these rows a converter of no bits dominates/
  ],
  [
    'conversion',
    'does not dominate',
    /^At 6 bit and 64 mac\/conversion an ideal converter, at the kT limit of its class, is < 0\.1 % of what a product takes: it does not dominate\. At these bits a single row is enough that it does not dominate\. At these rows it stops dominating below 11\.63 bit\. A real converter takes more/
  ],
  [
    'writes',
    'verified',
    /^Verified writes take less: 42\.73 pJ\/update, against 196\.6 pJ\/update .*Above \[4\.164, 4\.165\] bit/
  ],
  ['writes', 'blind', /^Blind writes take less/],
  ['spikes', 'below', /^Below 240\.0e-3|^Below 0\.2400 spikes/],
  ['spikes', 'never', /^The network of macs takes less, without a single spike/],
  ['retention', 'a barrier', /^It takes a barrier of 74\.83 kT: 309\.9 zJ, or 1\.935 eV\.$/],
  ['retention', 'no barrier', /^No barrier is needed/],
  [
    'referee',
    'not excluded',
    /^Not excluded: .* It is 5\.1 decades above landauer, 40\.19 zJ\/update \(theorem\)\. It is 3\.1 decades below analogCellWrite, 6\.671 pJ\/update \(circuit\): no circuit of that class does it, and another may\. .*\(specified\): .* The claim is level with it\./
  ],
  [
    'referee',
    'impossible as assumed',
    /^Impossible if error probability is 1e-9 and attempt rate is 1 GHz, which are assumed, and where the old word is discarded; each bit .* at the attempt rate\. Its time is 1\.3 decades below leastResetTime, 20\.03 ns \(theorem\): impossible where .* It is 0\.7 decades below landauer, 22\.97 zJ\/update \(theorem\): impossible where the old word is discarded; what does not meet that may take less\./
  ],
  [
    'referee',
    'impossible',
    /^Impossible where the old word is discarded; each bit is a cell of two states, left at most at the attempt rate \(error probability 1e-9 and attempt rate 1 GHz\)\. Its time is 1\.3 decades below leastResetTime/
  ]
])('%s, %s is said so', (question, verdict, expected) => {
  expect(said(answerOf(question, verdict))).toMatch(expected)
})

test('what is less than a twentieth of a decade below is just below, and its decades are no "-0.0"', () => {
  const text = answerText(right(ask.referee('2.8 zJ/bit, 300 K, 1e-9')))
  expect(text).toMatch(/It is just below landauer, 2\.871 zJ\/bit \(theorem\): impossible where/)
  // log₁₀(2.8/2.8709785…) = −0.0109
  expect(text).toMatch(/^ {4}2\.871 zJ\/bit {4}-0\.01 {2}theorem/m)
})

test('of a ledger: the least and the wall, the distance and its evidence, what time costs, what moves most', () => {
  expect(said(right(ask.least(small)))).toMatch(
    /^Training this takes at least 22\.97 fJ \(theorem: .*\)\. Of the machines here limRecovered takes the least, 3\.395 µJ, and there the update-wall binds, with 98\.7 % of it\. 1\.3 % of it is a lower bound \(memory-wall\): such a machine takes that or more\.$/
  )
  expect(said(answerOf('distance', 'empirical'))).toMatch(
    /^my chip takes 16\.05 kJ, 17\.8 decades above the floor, 22\.97 fJ \(theorem\)\. Of what is known most is spent at the update-wall, 74\.8 % of it; nothing is told of the consolidation-wall\. The evidence is as good as its weakest: empirical; of the total, 74\.8 % measured, 22\.4 % stated without evidence, 2\.8 % specified\.$/
  )
  expect(said(answerOf('time', 'nothing'))).toMatch(
    /^Twice the time saves nothing\. It costs more with limDissipated, leaky\. What only bounds it from below falls: floor and bitFlip; /
  )
  expect(said(answerOf('input', 'outputBits'))).toMatch(
    /: outputBits \(\+8\.03 %\); then temperature \(\+1\.00 %\) or flops \(\+1\.00 %\), alike; then/
  )
})

test('a share that is lost is told with its sign', () => {
  expect([-1, 0, 0.5, -1e-9].map(sharePercent)).toEqual(['-100 %', '0', '50.0 %', '> -0.1 %'])
  const leaky = right(
    ask.time(smallWith({ name: 'leaky', parts: [{ name: 'l', place: 'beside', figure: watts(1) }] }))
  )
  expect(answerText(leaky)).toMatch(/^ {2}leaky +-3\.600 kJ +-100 % +empirical$/m)
})

test('a row below the floor is told to be none that the floor is of', () => {
  const tiny = {
    name: 'tiny',
    parts: [{ name: 'w', place: 'update', figure: joulesPerUpdate('1e-36') }]
  } as const
  expect(said(right(ask.distance(smallWith(tiny), 'tiny')))).toMatch(
    /decades below the floor, .* That is below the floor\. The floor is of memories that held unknown bits and end with the solution, and none of those takes so little\./
  )
})

test('digits and paint are as asked', () => {
  const answer = answerOf('retention', 'a barrier')
  expect(answerText(answer, plain, 8)).toContain('74.831952')
  const mark = (text: string) => `<${text}>`
  expect(answerText(answer, { ...plain, heading: mark })).toMatch(/^<How high .*>\n/)
})

test('what is no answer is refused by name', () => {
  expect(() => answerText(E.left('') as never)).toThrow(/^answerText: answer: expected an answer/)
  const { figures: _, ...rest } = right(ask.least(small))
  expect(() => answerText(rest as never)).toThrow(
    'answerText: answer.figures: expected a list, got undefined'
  )
})
