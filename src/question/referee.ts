/** A claim of an energy, held against what bounds it, what machines pay, and what is on record. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { sections } from '../format/workload/scenario'
import { input, tiers, type Input, type ModelData } from '../formula/model'
import { decades } from '../ledger/decades'
import type { ActionKind } from '../ledger/energy-table'
import { againstWith } from '../ledger/headroom/action'
import { ledgerInputs } from '../ledger/inputs'
import { annealedParameter } from '../physics/learning'
import { analogCellWrite } from '../physics/memory'
import { model } from '../physics/model'
import { leastResetTime } from '../physics/least-time'
import { optimalReset } from '../physics/thermodynamics'
import { modelError, type ModelError } from '../reading/error'
import { problemsOf, quantity, shown } from '../shape/codec'
import { schemaError, unfitFile, type SchemaError } from '../shape/problem'
import type { Fact } from '../technology/facts'
import { memoryEnergies } from '../technology/memories'
import { updateEnergies } from '../technology/updates'
import { aText, expecting } from '../units/argument'
import type { Dimensionless, Energy, Information, Temperature } from '../units/dimension'
import { orThrow } from '../units/either'
import { parse, parseStated } from '../units/parse'
import { ofDecimal, type Quantity } from '../units/quantity'
import {
  bits,
  joules,
  joulesPerBit,
  joulesPerConversion,
  joulesPerFlop,
  joulesPerMac,
  joulesPerParameter,
  joulesPerUpdate,
  one,
  parameters,
  seconds,
  updates
} from '../units/si'
import type { Unit } from '../units/unit'
import { answer, figureOf, valueOf, type Answer, type AnswerFigure, type Unsaid } from './answer'

const twoState =
  'the old word is discarded; each bit is a cell of two states, left at most at the attempt rate'

/** b · optimalReset: each bit of a word is set in the time that is claimed. */
const wordReset = model({
  name: 'optimalReset',
  symbol: 'E_n',
  summary: 'Heat of overwriting a word within a time',
  inputs: { ...optimalReset.inputs, precision: ledgerInputs.precision },
  unit: joules,
  formula: ({ precision: b, ...bit }) => b.times(optimalReset.of(bit)),
  constraint: twoState,
  processes: ['erasure']
})

/** Below it no protocol sets the word, at any energy: where wordReset has no value. */
const resetTime = model({
  name: 'leastResetTime',
  symbol: 'τ_min',
  summary: 'Time below which no protocol overwrites a word',
  inputs: {
    errorProbability: optimalReset.inputs.errorProbability,
    attemptRate: optimalReset.inputs.attemptRate
  },
  unit: seconds,
  formula: ({ errorProbability, attemptRate }) => leastResetTime(errorProbability, attemptRate),
  tier: 'theorem',
  constraint: twoState,
  sources: optimalReset.sources
})

const cellWrite = model({
  name: 'analogCellWrite',
  symbol: 'E_a',
  summary: analogCellWrite.summary,
  inputs: analogCellWrite.inputs,
  unit: joules,
  formula: (given) => analogCellWrite.of(given).of(updates),
  constraint: analogCellWrite.constraint,
  processes: ['update']
})

const narrowing = model({
  name: 'annealedParameter',
  symbol: 'E_b',
  summary: annealedParameter.summary,
  inputs: annealedParameter.inputs,
  unit: joules,
  formula: (given) => annealedParameter.of(given).of(parameters),
  constraint: annealedParameter.constraint,
  processes: ['update']
})

/** What a claim may be of: the kind of action, what it is held against beyond that kind, and what is on record. */
interface Subject {
  readonly unit: Unit<unknown>
  readonly kind: ActionKind
  readonly own: readonly ModelData[]
  readonly facts: () => readonly Fact<unknown>[]
}

const none = (): readonly Fact<unknown>[] => []
const any = (of: unknown): ModelData => of as ModelData // its inputs are looked up by name

const subjects: readonly Subject[] = [
  {
    unit: joulesPerUpdate,
    kind: 'write',
    own: [any(wordReset), any(cellWrite), any(narrowing)],
    facts: updateEnergies
  },
  { unit: joulesPerBit, kind: 'write', own: [any(wordReset)], facts: memoryEnergies },
  { unit: joulesPerParameter, kind: 'write', own: [any(wordReset), any(narrowing)], facts: none },
  { unit: joulesPerConversion, kind: 'convert', own: [], facts: none },
  { unit: joulesPerMac, kind: 'compute', own: [], facts: none },
  { unit: joulesPerFlop, kind: 'compute', own: [], facts: none }
]

/** What may stand beside the energy. */
const conditions = {
  precision: { of: ledgerInputs.precision, example: '14 bit' },
  duration: { of: ledgerInputs.duration, example: '1 ms' },
  temperature: { of: ledgerInputs.temperature, example: '300 K' },
  attemptRate: { of: ledgerInputs.attemptRate, example: '1 GHz' },
  errorProbability: { of: ledgerInputs.solutionErrorProbability, example: '1e-9' }
} as const

type Condition = keyof typeof conditions
type Conditions = { readonly [C in Condition]?: Quantity<unknown> }

/** What holds where a claim is silent: what holds in a workload file. */
const otherwise = {
  temperature: sections.design.temperature.default!,
  attemptRate: sections.memory.attemptRate.default!,
  errorProbability: sections.design.solutionErrorProbability.default!
}

/** All that a part of a claim may be, by its dimension. */
const parts: readonly {
  readonly is: Subject | Condition
  readonly of: Input<unknown>
  readonly example: string
}[] = [
  ...subjects.map((is) => ({
    is,
    of: input('E', is.unit, '(0, ∞)', 'energy that is claimed'),
    example: `5 f${is.unit.symbol}`
  })),
  ...Object.entries(conditions).map(([name, part]) => ({ is: name as Condition, ...part }))
]

const units = subjects.map(({ unit }) => unit.symbol).join(', ')
const examples = Object.values(conditions).map(({ example }) => `"${example}"`)

interface Part {
  readonly is: Subject | Condition
  readonly value: Quantity<unknown>
}

/** A number without a unit is a probability; what is none, and no more than a number, lacks its unit. */
const lacksUnit = (text: string): boolean => {
  const bare = parseStated(one)(text)
  return E.isRight(bare) && bare.right.exact.gt(0.5)
}

/** One part of a claim, or why it is none. */
const partIn = (text: string): E.Either<string, Part> => {
  if (lacksUnit(text))
    return E.left(
      `expected a unit beside it, such as "${text} fJ/update" (one of ${units}), got ${shown(text)}`
    )
  const found = parts.find(({ of: { unit } }) => E.isRight(parseStated(unit)(text)))
  if (found === undefined)
    return E.left(
      `expected an energy such as "5 fJ/update" (in one of ${units}), or beside it such as ${examples.join(', ')}, got ${shown(text)}`
    )
  return E.bimap(
    (errors: Parameters<typeof problemsOf>[0]) =>
      problemsOf(errors)
        .map(({ message }) => message)
        .join('; '),
    (value: Quantity<unknown>) => ({ is: found.is, value })
  )(quantity(found.of, found.example).decode(text))
}

interface Claim {
  readonly subject: Subject
  readonly energy: Quantity<unknown>
  readonly said: Conditions
}

const isSubject = (is: Subject | Condition): is is Subject => typeof is === 'object'

/** A comma inside a number, as "5,3 fJ" has it. */
const decimalComma = /(?:^|[\s,])([-+]?\d+),(\d+\s*\p{L})/u

/** A claim from its text; or all that is wrong with it. */
const claimIn = (text: string): E.Either<SchemaError, Claim> => {
  const comma = decimalComma.exec(text)
  if (comma !== null) {
    const message = `expected a decimal point in a number, as commas stand between what is claimed: ${shown(text.replace(decimalComma, (all) => all.replace(/(\d),(\d)/, '$1.$2')))}, got ${shown(text)}`
    return E.left(schemaError([{ pointer: '', message }]))
  }
  const read = text.split(',').map((part) => partIn(part.trim()))
  const wrong = read.flatMap((part) => (E.isLeft(part) ? [part.left] : []))
  const found = read.flatMap((part) => (E.isRight(part) ? [part.right] : []))
  const [energy, ...more] = found.flatMap(({ is, value }) =>
    isSubject(is) ? [{ subject: is, energy: value }] : []
  )
  const said = found.flatMap(({ is, value }) => (isSubject(is) ? [] : [[is, value] as const]))
  const names = said.map(([name]) => name)
  const problems = [
    ...wrong,
    ...[...new Set(names.filter((name, at) => names.indexOf(name) < at))].map(
      (name) => `expected one ${name}, got several`
    ),
    ...(more.length > 0 ? ['expected one energy, got several'] : []),
    ...(energy === undefined && wrong.length === 0
      ? [`expected an energy such as "5 fJ/update" (in one of ${units}), got none`]
      : [])
  ]
  return energy === undefined || problems.length > 0
    ? E.left(schemaError(problems.map((message) => ({ pointer: '', message }))))
    : E.right({ ...energy, said: Object.fromEntries(said) })
}

const defaultOf = (name: keyof typeof otherwise): Quantity<unknown> =>
  orThrow(parse<unknown>(conditions[name].of.unit)(String(otherwise[name].value as string | number)))

/** What is said of what a claim leaves open. */
const silence = ({ said, subject }: Claim, isPerBit: boolean): readonly Unsaid[] => [
  ...(said.precision === undefined && !isPerBit
    ? [{ name: 'precision', why: 'none is claimed: a word of one bit is the least that there is' }]
    : []),
  ...(said.duration === undefined && subject.own.includes(any(wordReset))
    ? [{ name: 'duration', why: 'no time is claimed: only what holds for any time is held against it' }]
    : [])
]

/** Theorems first, and of a tier the largest. */
const byTier = (a: AnswerFigure, b: AnswerFigure): number =>
  tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || (a.decades ?? 0) - (b.decades ?? 0)

const decadesOf = (claimed: Quantity<unknown>, other: Quantity<unknown>): number =>
  decades(claimed as Quantity<Energy>, other as Quantity<Energy>) // both of one dimension

/** How many facts on record stand beside a claim: the nearest. */
const mostFacts = 3

const nearest = (energy: Quantity<unknown>, facts: readonly Fact<unknown>[]): readonly AnswerFigure[] =>
  facts
    .map(
      ({ what, value, evidence, source, note = '', year }): AnswerFigure & { readonly decades: number } => ({
        ...{ name: what, what: `on record, ${year}`, value, tier: 'empirical', constraint: note, evidence },
        sources: [source],
        decades: decadesOf(energy, value)
      })
    )
    .sort((a, b) => Math.abs(a.decades) - Math.abs(b.decades))
    .slice(0, mostFacts)

/** What holds for a claim: what it says, and what is assumed where it is silent. */
const completed = ({ said, subject }: Claim) => {
  const isTimed = said.duration !== undefined && subject.own.includes(any(wordReset))
  const open = (
    ['temperature', 'errorProbability', ...(isTimed ? (['attemptRate'] as const) : [])] as const
  ).filter((name) => said[name] === undefined)
  const given: Conditions = { ...said, ...Object.fromEntries(open.map((name) => [name, defaultOf(name)])) }
  return { given, assumed: Object.fromEntries(open.map((name) => [name, otherwise[name].why])) }
}

/** The time that it takes at the least, where less is claimed. */
const tooSoon = ({ duration, ...given }: Conditions, { own }: Subject): readonly AnswerFigure[] => {
  if (duration === undefined || !own.includes(any(wordReset))) return []
  const least = valueOf(resetTime, given)
  if (E.isLeft(least) || least.right.exact.lt(duration.exact)) return []
  const more = { decades: decadesOf(duration, least.right), from: Object.keys(resetTime.inputs) }
  return [figureOf(resetTime, least.right, more)]
}

/** What a claim is held against, as figures in its own unit; and what of it says nothing here. */
const held = (
  { subject, energy, said }: Claim,
  given: Conditions,
  isPerBit: boolean
): E.Either<ModelError, Pick<Answer, 'figures' | 'unsaid'>> => {
  const word = isPerBit || said.precision === undefined ? bits(1) : (said.precision as Quantity<Information>)
  const byKind = againstWith({
    temperature: given.temperature as Quantity<Temperature>,
    errorProbability: given.errorProbability as Quantity<Dimensionless>
  })(subject.kind, word.value)
  if (E.isLeft(byKind)) return E.left(modelError('referee', byKind.left))
  const values = { ...given, precision: word }
  const own = subject.own
    .filter(({ inputs }) => Object.keys(inputs).every((name) => name in values))
    .map((of) => ({
      name: of.name,
      of,
      found: valueOf(of, values) as E.Either<ModelError, Quantity<Energy>>
    }))
  const from = (of: ModelData): readonly string[] => Object.keys(of.inputs).filter((name) => name in given)
  const all = [
    ...byKind.right.map(({ name, model: of, energy: found }) => ({ name, of, found: E.right(found) })),
    ...own
  ].map(({ name, of, found }): E.Either<Unsaid, AnswerFigure> => {
    if (E.isLeft(found)) return E.left({ name, why: found.left.message })
    if (found.right.exact.isZero()) return E.left({ name, why: 'it is 0 here, and says nothing' })
    const value = ofDecimal(subject.unit.dimension, found.right.exact)
    return E.right(figureOf(of, value, { name, decades: decadesOf(energy, value), from: from(of) }))
  })
  const told = all.flatMap((each) => (E.isRight(each) ? [each.right] : []))
  return E.right({
    figures: [...tooSoon(given, subject), ...told].sort(byTier),
    unsaid: all.flatMap((each) => (E.isLeft(each) ? [each.left] : []))
  })
}

/** What is said of a claim in a word. @since 0.9.0 */
export type RefereeVerdict = 'impossible' | 'impossible as assumed' | 'not excluded'

/** Whether a claim is below it, and that cannot be. */
export const excludes = ({ tier, decades: above = 0 }: AnswerFigure): boolean =>
  tier === 'theorem' && above < 0

/** What of that from which a figure follows nobody said. */
export const assumedIn = ({ from = [] }: AnswerFigure, assumed: Answer['assumed']): readonly string[] =>
  from.filter((name) => Object.hasOwn(assumed, name))

const verdictOf = (excluding: readonly AnswerFigure[], assumed: Answer['assumed']): RefereeVerdict =>
  excluding.length === 0
    ? 'not excluded'
    : excluding.some((each) => assumedIn(each, assumed).length === 0)
      ? 'impossible'
      : 'impossible as assumed'

/**
 * A claim held against what bounds it: whether it is excluded, how many decades it is above or below each
 * bound and the cost of each machine that applies, and what is on record nearest to it.
 *
 * A claim is an energy, and beside it a precision, a time, a temperature, an attempt rate, a probability of
 * error, as far as they are claimed. It is impossible only where its energy, or its time, is below a theorem, and
 * there only for a machine that meets the constraint named; as assumed, where each such theorem takes a value
 * that the claim does not say. Below the limit of a class of circuits another may do it. What no theorem excludes
 * is not proved possible by that, and such a verdict has no tier.
 *
 * @example
 * import { ask } from 'limen/ask'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const found = pipe(
 *   ask.referee('5 fJ/update, 14 bit, 1 ms, 300 K'),
 *   E.map(({ verdict, figures }) => [verdict, ...figures.map(({ name, decades }) => `${name} ${decades?.toFixed(1)}`)]),
 *   E.map((told) => told.slice(0, 5).join(', '))
 * )
 * found // right('not excluded, optimalReset 5.1, landauer 5.1, analogCellWrite -3.1, annealedParameter 3.6')
 *
 * @since 0.8.0
 */
export const referee = expecting(
  'referee',
  { claim: aText },
  (text: string): E.Either<SchemaError | ModelError, Answer<RefereeVerdict>> =>
    pipe(
      claimIn(text),
      E.chainW((claim) => {
        const { subject, energy } = claim
        const { given, assumed } = completed(claim)
        const isPerBit = subject.unit.dimension.key === joulesPerBit.dimension.key
        return pipe(
          held(claim, given, isPerBit),
          E.map(({ figures, unsaid }) => {
            const verdict = verdictOf(figures.filter(excludes), assumed)
            return answer('referee', {
              about: text,
              verdict,
              tier: verdict === 'not excluded' ? undefined : 'theorem',
              figures: [...figures, ...nearest(energy, subject.facts())],
              unsaid: [...unsaid, ...silence(claim, isPerBit)],
              given: { energy, ...given },
              assumed
            })
          })
        )
      })
    ),
  unfitFile
)
