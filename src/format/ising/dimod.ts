/**
 * Binary quadratic models of dimod as JSON, as `to_serializable` writes them: schema 3 (and 2) with lists
 * of biases, schema 1 with a record for each term. Their energy is Σ a_i v_i + Σ b_ij v_i v_j + offset, over
 * spins (SPIN) or bits (BINARY), so a positive b favours *different* spins.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { mostSpins } from '../../workload/ising/problem'
import { boolean, finite, list, whole } from '../../shape/numbers'
import { problemsOf, record, word, type RecordOf } from '../../shape/codec'
import { pointerOf, type SchemaError, type SchemaProblem } from '../../shape/problem'
import type { Fields } from '../../shape/shape'
import { isObject } from '../../shape/words'
import { decodeJson } from '../text/json'
import { heldProblem, termsOf, type Entry } from './entries'
import type { NamedIsing } from './ising'

type Found<A> = E.Either<readonly SchemaProblem[], A>

const biases = list(finite, 'a list of biases')
const places = list(whole(0, mostSpins), 'a list of places among the variables, from 0')

const vartype = { codec: word(['SPIN', 'BINARY']), description: '"SPIN" or "BINARY"' }
const offset = { codec: finite, description: 'the constant of the energy' }

const lists = {
  variable_type: vartype,
  offset,
  use_bytes: { codec: boolean, description: 'whether biases are bytes', optional: true },
  linear_biases: { codec: biases, description: 'the bias of each variable' },
  quadratic_biases: { codec: biases, description: 'the bias of each pair' },
  quadratic_head: { codec: places, description: 'one variable of each pair' },
  quadratic_tail: { codec: places, description: 'the other' }
} as const

/** What is read of a record that may hold more, as dimod reads it. */
const partOf = <F extends Fields>(name: string, fields: F, value: Readonly<Record<string, unknown>>) =>
  pipe(
    record(name, fields).decode(
      Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(fields, key)))
    ),
    E.mapLeft((errors: t.Errors) => problemsOf(errors))
  )

const problem = (keys: readonly string[], message: string): SchemaProblem => ({
  pointer: pointerOf(keys),
  message
})

/** A label as text: tuples of Python are lists here. */
const labelText = (label: unknown): string => (typeof label === 'string' ? label : JSON.stringify(label))

/** The labels, each once; as they are. */
const labelsOf = (value: unknown): Found<readonly unknown[]> => {
  if (!Array.isArray(value)) return E.left([problem(['variable_labels'], 'expected the list of labels')])
  const seen = new Map<string, number>()
  const problems = value.flatMap((label: unknown, at) => {
    const key = JSON.stringify(label)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, at)
    return first === undefined
      ? []
      : [problem(['variable_labels', String(at)], `the label ${key} is given twice`)]
  })
  return problems.length > 0 ? E.left(problems) : E.right(value)
}

/** A model before it is a problem: entries by place among the labels. */
interface Model {
  readonly isSpin: boolean
  readonly offset: number
  readonly linear: readonly number[]
  readonly pairs: readonly Entry[]
  readonly labels: readonly unknown[]
}

const selfPair = (at: number, key: string): SchemaProblem =>
  problem([key, String(at)], 'expected two different variables, got one with itself')

const ofLists = (given: RecordOf<typeof lists>, labels: readonly unknown[]): Found<Model> => {
  const { linear_biases: linear, quadratic_biases: b, quadratic_head: head, quadratic_tail: tail } = given
  const size = (
    key: keyof typeof lists,
    found: number,
    wanted: number,
    what: string
  ): readonly SchemaProblem[] =>
    found === wanted ? [] : [problem([key], `expected ${wanted}, one for each ${what}, got ${found}`)]
  const problems = [
    ...size('linear_biases', linear.length, labels.length, 'label'),
    ...size('quadratic_head', head.length, b.length, 'quadratic bias'),
    ...size('quadratic_tail', tail.length, b.length, 'quadratic bias'),
    ...(['quadratic_head', 'quadratic_tail'] as const).flatMap((key) =>
      given[key].flatMap((place, at) =>
        place < labels.length
          ? []
          : [problem([key, String(at)], `expected a place from 0 to ${labels.length - 1}, got ${place}`)]
      )
    ),
    ...head.flatMap((i, at) => (i === tail[at] ? [selfPair(at, 'quadratic_tail')] : []))
  ]
  return problems.length > 0
    ? E.left(problems)
    : E.right({
        isSpin: given.variable_type === 'SPIN',
        offset: given.offset,
        linear,
        labels,
        pairs: b.map((value, at): Entry => ({ line: 0, i: head[at]!, j: tail[at]!, value }))
      })
}

/** Schema 1: a record for each term, with the labels themselves. */
const ofTerms = (value: Readonly<Record<string, unknown>>, labels: readonly unknown[]): Found<Model> => {
  const placeOf = new Map(labels.map((label, at) => [JSON.stringify(label), at]))
  const problems: SchemaProblem[] = []
  const place = (key: string, at: number, field: string, label: unknown): number => {
    const found = placeOf.get(JSON.stringify(label))
    if (found === undefined)
      problems.push(
        problem(
          [key, String(at), field],
          `expected a label of variable_labels, got ${labelText(label ?? null)}`
        )
      )
    return found ?? 0
  }
  const terms = (
    key: 'linear_terms' | 'quadratic_terms',
    use: (term: Readonly<Record<string, unknown>>, at: number, bias: number) => void
  ): void => {
    const given = value[key]
    if (!Array.isArray(given)) {
      problems.push(problem([key], 'missing: expected a list of terms'))
      return
    }
    given.forEach((term: unknown, at) => {
      const bias = isObject(term) ? finite.decode(term['bias']) : undefined
      if (bias === undefined || E.isLeft(bias) || !isObject(term))
        problems.push(problem([key, String(at)], 'expected a term with labels and a finite bias'))
      else use(term, at, bias.right)
    })
  }
  const linear = new Array<number>(labels.length).fill(0)
  const pairs: Entry[] = []
  terms('linear_terms', (term, at, bias) => {
    linear[place('linear_terms', at, 'label', term['label'])]! += bias
  })
  terms('quadratic_terms', (term, at, bias) => {
    const i = place('quadratic_terms', at, 'label_head', term['label_head'])
    const j = place('quadratic_terms', at, 'label_tail', term['label_tail'])
    if (i === j && problems.length === 0) problems.push(selfPair(at, 'quadratic_terms'))
    pairs.push({ line: 0, i, j, value: bias })
  })
  return pipe(
    partOf('a binary quadratic model', { variable_type: vartype, offset }, value),
    E.mapLeft((found): readonly SchemaProblem[] => [...found, ...problems]),
    E.filterOrElse(
      () => problems.length === 0,
      (): readonly SchemaProblem[] => problems
    ),
    E.map((read): Model => ({
      isSpin: read.variable_type === 'SPIN',
      offset: read.offset,
      linear,
      pairs,
      labels
    }))
  )
}

const modelOf = (value: Readonly<Record<string, unknown>>): Found<Model> =>
  pipe(
    labelsOf(value['variable_labels']),
    E.chain((labels) => {
      if (labels.length === 0)
        return E.left([problem(['variable_labels'], 'expected a variable at least, got none')])
      if (value['use_bytes'] === true)
        return E.left([
          problem(
            ['use_bytes'],
            'expected false: the biases are bytes, which JSON holds in no one way; to_serializable() without use_bytes writes numbers'
          )
        ])
      return Object.hasOwn(value, 'linear_terms')
        ? ofTerms(value, labels)
        : pipe(
            partOf('a binary quadratic model', lists, value),
            E.chain((given) => ofLists(given, labels))
          )
    })
  )

/** Whether a value of JSON is a binary quadratic model of dimod. */
export const isDimod = (value: unknown): boolean =>
  isObject(value) &&
  (value['type'] === 'BinaryQuadraticModel' ||
    (Object.hasOwn(value, 'variable_type') && Object.hasOwn(value, 'variable_labels')))

const decode =
  (name: string) =>
  (value: unknown): Found<NamedIsing> =>
    pipe(
      isObject(value) ? E.right(value) : E.left([problem([], 'expected a binary quadratic model')]),
      E.chain(modelOf),
      E.chain(({ isSpin, offset: constant, linear, pairs, labels }) => {
        const values = isSpin ? 'spins' : 'bits'
        const quadratic = termsOf(pairs, labels.length)
        return pipe(
          heldProblem({ values, linear, pairs: quadratic.pairs, constant }),
          E.bimap(
            ({ problems }) => problems,
            (held): NamedIsing => ({
              name,
              problem: held,
              values,
              labels: labels.map(labelText),
              ...(quadratic.repeated === 0
                ? {}
                : { notes: [`${quadratic.repeated} pairs repeat others, and are added, as dimod does`] })
            })
          )
        )
      })
    )

/**
 * A binary quadratic model of dimod from JSON, as an Ising problem with its energy, offset and labels; or
 * all that is wrong with it, each problem with its JSON pointer and line.
 *
 * @example
 * import { decodeDimod } from 'limen/solve'
 * decodeDimod('{ "type": "BinaryQuadraticModel", "variable_labels": [], "variable_type": "SPIN" }')
 * // left: /variable_labels (line 1): expected a variable at least, got none
 *
 * @since 0.6.0
 */
export const decodeDimod = (
  source: string,
  name = 'binary quadratic model'
): E.Either<SchemaError, NamedIsing> => decodeJson(decode(name))(source)
