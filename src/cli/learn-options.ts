/** By whom memories learn, as options of `limen simulate`, and what each writer is told. */
import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { literal } from '../estimate/supplied'
import { energyAt, level, type Level } from '../format/protocol/protocol'
import { sections } from '../format/workload/scenario'
import { problemsOf, quantity, word } from '../shape/codec'
import { finite } from '../shape/numbers'
import { attemptRate, duration, precision, temperature } from '../physics/inputs'
import type { Problem } from '../reading/error'
import type { SchemaProblem } from '../shape/problem'
import type { AnyCodec } from '../shape/shape'
import { rather, shown } from '../shape/words'
import type { LearnOptions } from '../simulation/learn-plan'
import type { Temperature } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { several } from './pairs'
import { flagOf } from './problems'
import type { Flags } from './workload'

export type Writer = LearnOptions['writer']

const writers: readonly Writer[] = ['annealed', 'tilted', 'static']

const isWriter = (text: string): text is Writer => writers.some((each) => each === text)

/** What an option says that has to be there, for example; or what holds where it says nothing. */
type Example = { readonly example: string } | { readonly otherwise: string }

/** An option of writers, by its name among the options of the library. */
interface WriterOption {
  readonly name: string
  readonly of: readonly Writer[]
  readonly codec: AnyCodec
  readonly description: string
  readonly such: Example
}

const option = (
  of: readonly Writer[],
  name: string,
  codec: AnyCodec,
  description: string,
  such: Example
): WriterOption => ({ name, of, codec, description, such })

const { memory } = sections

const writerOptions: readonly WriterOption[] = [
  option(writers, 'seed', finite, 'a whole number: the same seed, the same run', { example: '1' }),
  option(writers, 'temperature', quantity(temperature, '300 K'), 'of the bath', { example: '"300 K"' }),
  option(writers, 'attemptRate', quantity(attemptRate, '1 GHz'), 'the most frequent hops', {
    example: '"1 GHz"'
  }),
  option(writers, 'duration', quantity(duration, '1 µs'), 'of a run', { example: '"1 µs"' }),
  option(writers, 'runs', finite, 'memories that learn alike, of which means are told', { otherwise: '16' }),
  option(['annealed'], 'energyPerLoss', level, 'the energy of a loss of 1, at the end', {
    example: '"3 kT"'
  }),
  option(['annealed'], 'rise', finite, 'that energy at first over that at the end', { otherwise: '1e-4' }),
  option(['annealed'], 'steps', finite, 'in which it rises, by equal factors', { otherwise: '100' }),
  option(['tilted', 'static'], 'updates', finite, 'of each parameter', { example: '100' }),
  option(
    ['tilted'],
    'convergence',
    word(['constant', 'exponential', 'powerLaw']),
    'how the steps shrink: constant, exponential or powerLaw',
    { otherwise: 'exponential' }
  ),
  option(
    ['tilted'],
    'precision',
    quantity(precision, '6 bit'),
    'the last step is 2^(−precision) of the first',
    { otherwise: 'as many bits as a ladder holds' }
  ),
  option(['tilted'], 'errorProbability', finite, 'the part of hops that go the wrong way', {
    otherwise: '0.01'
  }),
  option(['tilted'], 'hopsPerUpdate', finite, 'attempted at the first update', {
    otherwise: 'a quarter of the ladder'
  }),
  option(['static'], 'retentionTime', memory.retentionTime.codec, 'how long the solution is to last', {
    otherwise: '10 yr'
  }),
  option(['static'], 'failureProbability', finite, 'that any cell flips until then', { otherwise: '1e-9' }),
  option(['static'], 'writeTime', memory.writeTime.codec, 'of one write', { otherwise: '1 µs' }),
  option(['static'], 'writeErrorProbability', finite, 'that a write fails', { otherwise: '1e-9' })
]

const suchText = (such: Example): string =>
  'example' in such ? `, such as ${such.example}` : ` (else ${such.otherwise})`

/** What writers are told, as options of a command. */
export const learnerOptions = (): readonly Option[] =>
  writerOptions.map(({ name, of: those, description, such }) =>
    new Option(
      `${flagOf(name)} <value>`,
      `${those.length === writers.length ? '' : `${those.join(', ')}: `}${description}${suchText(such)}`
    ).argParser(several)
  )

/** Which writers learn. */
export const writerOption = (): Option =>
  new Option(
    '--writer <name>',
    'let memories learn the problem of the file, by this writer; may be given again, for writers side by side'
  )
    .choices(writers)
    .argParser(several)

/** A value that an option says, for one writer or for all that take it. */
interface Said {
  readonly writer?: Writer
  readonly text: string
}

const saidIn = (flags: Flags, name: string): readonly Said[] =>
  ((flags[name] ?? []) as readonly string[]).map((said) => {
    const at = said.indexOf('=')
    const writer = said.slice(0, Math.max(0, at)).trim()
    return isWriter(writer) ? { writer, text: said.slice(at + 1) } : { text: said }
  })

const problem = (pointer: string, message: string): SchemaProblem => ({ pointer, message })

/** The writers that are named, or what is wrong with their names. */
const chosenIn = (flags: Flags): readonly [chosen: readonly Writer[], problems: readonly SchemaProblem[]] => {
  const names = flags['writer'] as readonly string[]
  return [
    writers.filter((writer) => names.includes(writer)),
    names.flatMap((name, at) => {
      if (!isWriter(name))
        return [problem('--writer', `there is no writer ${shown(name)}${rather(name, writers)}`)]
      return names.indexOf(name) < at ? [problem('--writer', `expected each once, got ${name} again`)] : []
    })
  ]
}

/** What is said of an option that no writer takes who learns, or that is said twice. */
const misplacedIn = (
  { name, of: those }: WriterOption,
  said: readonly Said[],
  chosen: readonly Writer[]
): readonly SchemaProblem[] =>
  said.flatMap(({ writer }, at) => {
    const takers = writer === undefined ? those : those.filter((each) => each === writer)
    if (takers.length === 0)
      return [problem(flagOf(name), `this is for ${those.join(' and ')}, and not for ${writer!}`)] // or all take it
    if (!takers.some((each) => chosen.includes(each)))
      return [problem(flagOf(name), `this is for ${takers.join(' and ')}, which --writer does not name`)]
    return said.findIndex((each) => each.writer === writer) < at
      ? [
          problem(
            flagOf(name),
            `expected one value${writer === undefined ? '' : ` for ${writer}`}, got several`
          )
        ]
      : []
  })

/** A writer, and what it is told, of which nothing is known yet but that it can be read. */
export interface Learner {
  readonly writer: Writer
  readonly options: LearnOptions
  /** What is told of it and cannot be read. */
  readonly unread: ReadonlySet<string>
}

/** What a writer is told, by name: an energy in kT is one at its temperature, and without that cannot be read. */
const valuesOf = (
  told: readonly (readonly [name: string, read: t.Validation<unknown>])[]
): readonly [values: Readonly<Record<string, unknown>>, unread: readonly string[]] => {
  const values = Object.fromEntries(
    told.flatMap(([name, read]) => (E.isRight(read) ? [[name, read.right] as const] : []))
  )
  const unread = told.flatMap(([name, read]) => (E.isLeft(read) ? [name] : []))
  const { energyPerLoss, ...others } = values as { readonly energyPerLoss?: Level }
  const { temperature: T } = values as { readonly temperature?: Quantity<Temperature> }
  if (energyPerLoss === undefined) return [values, unread]
  if (T === undefined) return [others, [...unread, 'energyPerLoss']]
  return [{ ...others, energyPerLoss: energyAt(T, energyPerLoss) }, unread]
}

/** The writers that flags name, each with what it is told; and all that is wrong with how they tell it. */
export const learnersIn = (
  flags: Flags
): { readonly learners: readonly Learner[]; readonly problems: readonly SchemaProblem[] } => {
  const [chosen, wrong] = chosenIn(flags)
  const read = writerOptions.map((of) => ({
    option: of,
    said: saidIn(flags, of.name).map((each) => ({ ...each, read: of.codec.decode(literal(each.text)) }))
  }))
  const learners = chosen.map((writer): Learner => {
    const told = read.flatMap(({ option: { name, of: those }, said }) => {
      const found = those.includes(writer)
        ? (said.find((each) => each.writer === writer) ?? said.find((each) => each.writer === undefined))
        : undefined
      return found === undefined ? [] : [[name, found.read] as const]
    })
    const [values, unread] = valuesOf(told)
    const options = { writer, ...values } as unknown as LearnOptions // planOf tells what is wrong with them
    return { writer, options, unread: new Set(unread) }
  })
  return {
    learners,
    problems: [
      ...wrong,
      ...read.flatMap(({ option, said }) => [
        ...misplacedIn(option, said, chosen),
        ...said.flatMap(({ read: value }) =>
          E.isLeft(value)
            ? problemsOf(value.left).map(({ message }) => problem(flagOf(option.name), message))
            : []
        )
      ])
    ]
  }
}

/** What a writer lacks of what it has to be told, or is told and cannot do. */
interface Lacking {
  readonly writer: Writer
  readonly problem: Problem
}

/** What is wrong with what writers are told, each thing once, and of whom where not all have it. */
export const learnerProblems = (
  learners: readonly Learner[],
  wrong: readonly Lacking[]
): readonly SchemaProblem[] => {
  const told = wrong.flatMap(({ writer, problem: { inputs, kind, expected, found, message } }) => {
    const of = writerOptions.find(({ name }) => inputs[0] === `options/${name}`)
    // A model that follows from several options has its own say.
    if (of === undefined) return [{ place: `--writer ${writer}`, takers: 1, writer, message }]
    const isUnread = learners.some((each) => each.writer === writer && each.unread.has(of.name))
    const such = kind === 'missing' ? suchText(of.such) : ''
    const takers = learners.filter((each) => of.of.includes(each.writer)).length
    return isUnread
      ? []
      : [{ place: flagOf(of.name), takers, writer, message: `expected ${expected}${such}, got ${found}` }]
  })
  const alike = (a: (typeof told)[number]): typeof told =>
    told.filter(({ place, message }) => place === a.place && message === a.message)
  return told
    .filter((each) => alike(each)[0] === each)
    .map((each) => {
      const whose = alike(each).map(({ writer }) => writer)
      return problem(
        `${each.place}${whose.length === each.takers ? '' : ` (${whose.join(', ')})`}`,
        each.message
      )
    })
}
