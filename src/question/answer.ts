/**
 * A question is a function from what is given to an answer: a verdict, and the figures that it rests on, each
 * with its tier and its constraint. Words are made of it elsewhere.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  claimOf,
  narrowestTier,
  type Claim,
  type Inputs,
  type ModelData,
  type Source,
  type Tier,
  type Values
} from '../formula/model'
import type { ModelError } from '../reading/error'
import { evaluate, evaluateAll, type Evaluations, type InputsOf } from '../reading/evaluate'
import type { Models } from '../reading/together'
import type { Evidence } from '../technology/facts'
import { aList, anObject, aText, having, type Kind } from '../units/argument'
import type { Enclosure } from '../units/enclosure'
import type { Quantity } from '../units/quantity'
import { one } from '../units/si'

/** A question, by its name. @since 0.8.0 */
export type QuestionName =
  | 'least'
  | 'distance'
  | 'reads'
  | 'conversion'
  | 'writes'
  | 'spikes'
  | 'retention'
  | 'time'
  | 'referee'
  | 'input'

/** The ten questions in words, by their names. */
export const asked: { readonly [Q in QuestionName]: string } = {
  least: 'What does training this take at the least, and which wall binds?',
  distance: 'How far is this above the floor, and how good is the evidence?',
  reads: 'At how many reads for each write does training in memory take less than fetching?',
  conversion: 'At how many bits and rows does conversion stop dominating?',
  writes: 'Do blind or verified writes take less, for so many bits at such a noise?',
  spikes: 'Below how many spikes per synapse does a spiking network take less, traffic included?',
  retention: 'How high a barrier does it take to retain?',
  time: 'What does twice the time save?',
  referee: 'Is what is claimed possible?',
  input: 'Which input moves the result most?'
}

/** One figure of an answer, with what it rests on. @since 0.8.0 */
export interface AnswerFigure {
  /** A model, a part of a ledger, an input: as it is called there. */
  readonly name: string
  /** What it is, in words. */
  readonly what: string
  /** An enclosure where it was found by search. */
  readonly value: Quantity<unknown> | Enclosure<unknown>
  readonly tier: Tier
  /** What may be claimed of it, where it is the energy of a process. */
  readonly claim?: Claim
  readonly constraint: string
  readonly sources: readonly Source[]
  /** Of the whole that it is a part of, from 0 to 1. */
  readonly share?: number
  /** How far what is asked about is above it, in decades; below it, where negative. */
  readonly decades?: number
  readonly evidence?: Evidence
  /** What of that which is given it follows from, by name, where that differs from figure to figure. @since 0.9.0 */
  readonly from?: readonly string[]
}

/** What might have been said, and why it is not. @since 0.8.0 */
export interface Unsaid {
  readonly name: string
  readonly why: string
}

/** The answer to a question. @since 0.8.0 */
export interface Answer<V extends string = string> {
  readonly question: QuestionName
  /** A workload, a row of its ledger, a claim; nothing where what is given says all. */
  readonly about: string
  /** In a word. */
  readonly verdict: V
  /** Of the figures that it rests on, the narrowest; none of a verdict that proves nothing. */
  readonly tier: Tier | undefined
  readonly figures: readonly AnswerFigure[]
  readonly unsaid: readonly Unsaid[]
  /** What it was found from, by name; that of a ledger stands in the ledger. */
  readonly given: Readonly<Record<string, Quantity<unknown>>>
  /** Why that of it holds which nobody gave. */
  readonly assumed: Readonly<Record<string, string>>
}

export const anAnswer: Kind = having('an answer, such as ask.retention gives', {
  question: aText,
  about: aText,
  verdict: aText,
  figures: aList,
  unsaid: aList,
  given: anObject,
  assumed: anObject
})

/** What of an answer is the question's own. */
export type Found<V extends string> = Pick<Answer<V>, 'verdict' | 'figures'> &
  Partial<Pick<Answer, 'about' | 'tier' | 'unsaid' | 'given' | 'assumed'>>

/** An answer from what was found. */
export const answer = <V extends string>(question: QuestionName, found: Found<V>): Answer<V> => ({
  question,
  about: '',
  unsaid: [],
  given: {},
  assumed: {},
  tier: narrowestTier(found.figures.map(({ tier }) => tier)),
  ...found
})

/** A value of a model as a figure. */
export const figureOf = (
  { name, summary, tier, constraint, sources, processes }: Omit<ModelData<unknown>, 'inputs'>,
  value: AnswerFigure['value'],
  more: Partial<AnswerFigure> = {}
): AnswerFigure => ({
  ...{ name, what: summary, value, tier, constraint, sources },
  ...(processes.length === 0 ? {} : { claim: claimOf(tier) }),
  ...more
})

/** The value of a model from those of what is given that it takes. */
export const valueOf = <I, D>(model: ModelData<I, D>, given: object): E.Either<ModelError, Quantity<D>> => {
  const known = given as Readonly<Record<string, unknown>>
  const own = Object.keys(model.inputs as Inputs).map((name) => [name, known[name]])
  return evaluate(model)(Object.fromEntries(own) as Values<I>) // each is checked as it is evaluated
}

/** Questions that formulas answer alone: functions of their inputs, and data. @since 0.8.0 */
export interface Question<I, V extends string> {
  (given: Values<I>): E.Either<ModelError, Answer<V>>
  readonly question: QuestionName
  readonly inputs: I
  /** A text for each input, such as "10 yr". */
  readonly examples: { readonly [N in keyof I]: string }
  /** Inputs that may be left out. @since 0.9.0 */
  readonly optional?: readonly string[]
}

interface Definition<M, I, V extends string> {
  readonly question: QuestionName
  /** What always has a value; their inputs are those of the question. */
  readonly models: M
  readonly examples: { readonly [N in keyof I]: string }
  readonly answer: (found: Evaluations<M>, given: Values<I>) => E.Either<ModelError, Found<V>>
}

/** A question from its definition. */
export const question = <const M extends Models, const V extends string>({
  question: name,
  models,
  examples,
  answer: found
}: Definition<M, InputsOf<M>, V>): Question<InputsOf<M>, V> => {
  const evaluated = evaluateAll(name, models)
  const all = Object.assign({}, ...Object.values(models).map((model) => model.inputs)) as Inputs
  // In the order in which a person would say them.
  const inputs = Object.fromEntries(Object.keys(examples).map((each) => [each, all[each]])) as InputsOf<M>
  return Object.assign(
    (given: Values<InputsOf<M>>): E.Either<ModelError, Answer<V>> =>
      pipe(
        evaluated(given),
        E.chain((values) => found(values, given)),
        E.map((all) => answer(name, { ...all, given: quantities(given) }))
      ),
    { question: name, inputs, examples }
  )
}

const quantities = (given: object): Readonly<Record<string, Quantity<unknown>>> =>
  Object.fromEntries(
    Object.entries(given as Readonly<Record<string, number | Quantity<unknown>>>).map(([name, value]) => [
      name,
      typeof value === 'number' ? one(value) : value
    ])
  )
