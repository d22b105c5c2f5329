/**
 * Protocols as JSON: what is done to a memory, in segments of energies and a barrier; or a reset of a bit by its
 * name. An energy may be in kT, of the temperature that the file says.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { input } from '../../formula/model'
import { attemptRate, duration, positiveError, temperature } from '../../physics/inputs'
import { problemsOf, quantity, record, schemaAddress, text, word, type RecordOf } from '../../shape/codec'
import { finite, list, whole } from '../../shape/numbers'
import { fromText, pointerOf, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { Codec } from '../../shape/shape'
import { isObject, listed, shown } from '../../shape/words'
import { leastError, loweredTiltedRaised, optimal, palindrome, ramp, sudden } from '../../simulation/named'
import { mostEnergy, mostRungs, protocolProblems, type Protocol } from '../../simulation/protocol'
import { isCountable, type Segment } from '../../simulation/space'
import type { Energy, Temperature } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { format } from '../../units/format'
import { joules, kT, seconds } from '../../units/si'
import { decodeJson } from '../text/json'

/** A protocol as a file holds it. @since 0.10.0 */
export interface NamedProtocol {
  readonly name: string
  readonly description?: string
  readonly protocol: Protocol
}

/** An energy as the file says it: what a multiple of kT is, the temperature tells. */
export type Level = { readonly multiple: number; readonly said: string } | Quantity<Energy>

export const energyAt = (T: Quantity<Temperature>, of: Level): Quantity<Energy> =>
  'multiple' in of ? kT(of.multiple, T) : of

const inJoules = quantity(input('E', joules, '(−∞, ∞)', 'energy of a state'), '6 kT')

/** A number of kT, of no more digits and no larger an exponent than can be meant. */
const inKT = /^([+-]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})(?:[eE][+-]?\d{1,2})?) ?kT$/

/** An energy in kT, or with its unit; a number is in joules, as everywhere. */
export const level: Codec<Level> = new Codec<Level>(
  { kind: 'either', of: [{ kind: 'text', pattern: inKT.source }, inJoules.shape] },
  'an energy such as "6 kT" or "25 meV"',
  (value): value is Level => (isObject(value) && 'multiple' in value) || inJoules.is(value),
  (value, context) => {
    if (typeof value !== 'string' || !/kT *$/.test(value)) return inJoules.validate(value, context)
    const [, multiple] = inKT.exec(value) ?? []
    return multiple === undefined
      ? t.failure(value, context, `expected an energy such as "6 kT" or "25 meV", got ${shown(value)}`)
      : t.success({ multiple: Number(multiple) + 0, said: value })
  },
  (of) => ('multiple' in of ? of.said : inJoules.encode(of))
)

const segment = record('a segment', {
  duration: { codec: quantity(duration, '50 ns'), description: 'how long it stands, such as "50 ns"' },
  energies: {
    codec: list(level, 'a list of energies'),
    description: 'the energy of each rung, such as ["0 kT", "6 kT"]',
    optional: true
  },
  bias: { codec: level, description: 'of a bit: the energy of state 1 above state 0', optional: true },
  barrier: { codec: level, description: 'of every edge; default 0', optional: true }
} as const)

/** Resets of a bit by name, and what each must say beside its duration. */
const resets = {
  'sudden': ['bias'],
  'ramp': ['bias', 'steps'],
  'lowered-tilted-raised': ['bias', 'barrier', 'steps'],
  'palindrome': ['bias', 'barrier', 'steps'],
  'optimal': ['errorProbability', 'steps']
} as const

type ResetName = keyof typeof resets

const resetNames = Object.keys(resets) as readonly ResetName[] // it has no others

const reset = record('a reset of a bit', {
  kind: { codec: word(resetNames), description: `which: ${resetNames.join(', ')}` },
  duration: { codec: quantity(duration, '50 ns'), description: 'of the whole, such as "50 ns"' },
  bias: { codec: level, description: 'the greatest, such as "6 kT"; of all but optimal', optional: true },
  barrier: {
    codec: level,
    description: 'the highest, such as "20 kT"; of lowered-tilted-raised and palindrome',
    optional: true
  },
  steps: {
    codec: whole(1, 10_000),
    description: 'the steps of each part; of all but sudden',
    optional: true
  },
  errorProbability: {
    codec: quantity(positiveError, '0.01'),
    description: 'where it ends, such as 0.01; of optimal',
    optional: true
  }
} as const)

const fields = {
  $schema: schemaAddress,
  name: { codec: text, description: 'the name of the protocol', optional: true },
  description: { codec: text, description: 'what it is', optional: true },
  temperature: { codec: quantity(temperature, '300 K'), description: 'of the bath, such as "300 K"' },
  attemptRate: {
    codec: quantity(attemptRate, '1 GHz'),
    description: 'the rate of attempts to leave a state, such as "1 GHz"'
  },
  rungs: { codec: whole(2, mostRungs), description: 'states in a row; default 2, a bit', optional: true },
  start: {
    codec: list(finite, 'a list of probabilities'),
    description: 'the probability of each rung before; default all alike',
    optional: true
  },
  segments: {
    codec: list(segment, 'a list of segments'),
    description: 'what is done, one after the other; energies are 0 before and after',
    optional: true
  },
  reset: { codec: reset, description: 'instead of segments: a reset of a bit by its name', optional: true }
} as const

/** A protocol as JSON holds it. */
export const protocolFile = record('a protocol', fields)

type File = RecordOf<typeof fields>
type Reset = NonNullable<File['reset']>

type Found<A> = E.Either<readonly SchemaProblem[], A>

const problem = (keys: readonly string[], message: string): SchemaProblem => ({
  pointer: pointerOf(keys),
  message
})

/** Segments in kT and attempts as the file would write them. */
const inUnits = (
  segments: readonly Segment[],
  { temperature: T, attemptRate: f0 }: File
): Protocol['segments'] =>
  segments.map(({ attempts, energies, barrier }) => ({
    duration: seconds(attempts / f0.value),
    energies: Array.from(energies, (energy) => kT(energy, T)),
    barrier: kT(barrier, T)
  }))

/** A level as it is said. */
const levelText = (of: Level): string => ('said' in of ? of.said : format(of))

/** What a reset by name lacks, and what it says that it has no use for. */
const strangersIn = (given: Reset): readonly SchemaProblem[] => {
  const needs: readonly string[] = resets[given.kind]
  const parts = ['bias', 'barrier', 'steps', 'errorProbability'] as const
  return parts.flatMap((part) => {
    const isSaid = given[part] !== undefined
    if (isSaid === needs.includes(part)) return []
    const message = isSaid
      ? `${given.kind} has none: it is told by ${listed(needs)}`
      : `missing: expected the ${part} of ${given.kind}`
    return [problem(['reset', part], message)]
  })
}

/** The segments of a reset by name. */
const named = (file: File, given: Reset): Found<Protocol['segments']> => {
  const strangers = strangersIn(given)
  if (strangers.length > 0) return E.left(strangers)
  const { temperature: T, attemptRate: f0 } = file
  // What is wrong with these is told where they stand.
  if (!isCountable(T.value) || !isCountable(f0.value)) return E.left([])
  const { kind, duration: whole, steps = 1, bias, barrier, errorProbability } = given
  const attempts = whole.value * f0.value
  const multiple = (of: Level | undefined): number =>
    of === undefined ? 0 : 'multiple' in of ? of.multiple : of.value / kT(1, T).value
  const unfit = [
    ...(bias === undefined || Math.abs(multiple(bias)) <= mostEnergy
      ? []
      : [problem(['reset', 'bias'], `expected an energy within ±${mostEnergy} kT, got ${levelText(bias)}`)]),
    ...(barrier === undefined || (multiple(barrier) >= 0 && multiple(barrier) < Infinity)
      ? []
      : [problem(['reset', 'barrier'], `expected a barrier of 0 or above, got ${levelText(barrier)}`)])
  ]
  if (unfit.length > 0) return E.left(unfit)
  const error = errorProbability?.value ?? 0.5
  const least = -Math.log(2 * error)
  if (kind === 'optimal' && !(attempts > least))
    return E.left([
      problem(
        ['reset', 'duration'],
        `expected more than ln(1/2ε)/f₀ = ${format(seconds(least / f0.value))}, in which no reset comes to an error of ${error}, got ${format(whole)}`
      )
    ])
  if (kind === 'optimal' && error < leastError)
    return E.left([
      problem(
        ['reset', 'errorProbability'],
        `expected at least ${leastError} of an optimal reset, got ${error}`
      )
    ])
  const made: { readonly [R in ResetName]: () => readonly Segment[] } = {
    'sudden': () => sudden(multiple(bias), attempts),
    'ramp': () => ramp(multiple(bias), attempts, steps),
    'lowered-tilted-raised': () => loweredTiltedRaised(multiple(bias), multiple(barrier), attempts, steps),
    'palindrome': () => palindrome(multiple(bias), multiple(barrier), attempts, steps),
    'optimal': () => optimal(error, attempts, steps)
  }
  return E.right(inUnits(made[kind](), file))
}

const ground: Level = { multiple: 0, said: '0 kT' }

/** The segments as they stand in the file. */
const written = (file: File, given: NonNullable<File['segments']>): Found<Protocol['segments']> => {
  const { temperature: T, rungs = 2 } = file
  const problems: SchemaProblem[] = []
  const made = given.map(({ duration: τ, energies, bias, barrier }, at) => {
    const place = ['segments', String(at)]
    if (bias !== undefined && rungs !== 2)
      problems.push(problem([...place, 'bias'], `expected energies of ${rungs} rungs: only a bit has a bias`))
    if ((bias === undefined) === (energies === undefined))
      problems.push(problem(place, 'expected energies, or the bias of a bit; and not both'))
    const levels = energies ?? [ground, bias ?? ground]
    return {
      duration: τ,
      energies: levels.map((of) => energyAt(T, of)),
      ...(barrier === undefined ? {} : { barrier: energyAt(T, barrier) })
    }
  })
  return problems.length > 0 ? E.left(problems) : E.right(made)
}

/** What a protocol must be, where it stands in the file. */
const placed = (problems: ReturnType<typeof protocolProblems>): readonly SchemaProblem[] =>
  problems.map(({ inputs: [input = ''], expected, found }) =>
    problem(input.split('/'), `expected ${expected}, got ${found}`)
  )

const decode =
  (otherwise: string) =>
  (value: unknown): Found<NamedProtocol> =>
    pipe(
      protocolFile.decode(value),
      E.mapLeft(problemsOf),
      E.chain((file): Found<NamedProtocol> => {
        const { name = otherwise, description, temperature: T, attemptRate: f0, rungs, start } = file
        const segments: Found<Protocol['segments']> =
          file.reset !== undefined && file.segments !== undefined
            ? E.left([problem(['reset'], 'expected none beside segments')])
            : file.reset !== undefined
              ? (rungs ?? 2) === 2
                ? named(file, file.reset)
                : E.left([problem(['rungs'], `expected 2, as a reset by name is of a bit, got ${rungs}`)])
              : file.segments !== undefined
                ? written(file, file.segments)
                : E.left([
                    problem(['segments'], 'missing: expected a list of segments, or a reset by its name')
                  ])
        const protocol: Protocol = {
          temperature: T,
          attemptRate: f0,
          ...(rungs === undefined ? {} : { rungs }),
          ...(start === undefined ? {} : { start }),
          segments: E.isRight(segments) ? segments.right : []
        }
        // Where the segments are wrong already, the rest is still told; and not that there are none.
        const unmade = E.isLeft(segments) ? segments.left : []
        const problems = [
          ...unmade,
          ...placed(protocolProblems(protocol)).filter(
            ({ pointer }) => E.isRight(segments) || pointer !== '/segments'
          )
        ]
        return problems.length > 0
          ? E.left(problems)
          : E.right({ name, ...(description === undefined ? {} : { description }), protocol })
      })
    )

/**
 * A protocol from JSON: `temperature`, `attemptRate`, `rungs` (default 2, a bit), `start` (default all rungs alike), and
 * `segments`, each with a `duration`, the `energies` of the rungs (of a bit, `bias`) and a `barrier`; or a `reset` of a bit by
 * its name. Energies have units, or are in kT ("6 kT"). Or all that is wrong with it, each problem with its JSON
 * pointer and line.
 *
 * @example
 * import { decodeProtocol } from 'limen/simulate'
 * decodeProtocol('{ "temperature": "300 K", "attemptRate": "1 GHz", "segments": [{ "duration": "50 ns" }] }')
 * // left: /segments/0 (line 1): expected energies, or the bias of a bit; and not both
 *
 * @since 0.10.0
 */
export const decodeProtocol = fromText(
  (source: string, name: string = 'protocol'): E.Either<SchemaError, NamedProtocol> =>
    decodeJson(decode(name))(source)
)
