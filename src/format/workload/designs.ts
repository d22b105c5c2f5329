/** Designs of one's own, as they stand in a file: parts with figures, or with formulas of physics. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { ledgerInputs } from '../../ledger/inputs'
import { countings, designProblems, type DesignPart, type OwnDesign } from '../../ledger/design'
import { places } from '../../ledger/paradigms'
import type { Input, ModelData, Source } from '../../formula/model'
import { models } from '../../physics/models'
import { field, isObject, problemsOf, record, stated, text, word } from '../../shape/codec'
import { list } from '../../shape/numbers'
import { fromText, pointerOf, type SchemaProblem } from '../../shape/problem'
import { Codec, type Field, type Fields } from '../../shape/shape'
import { mapped, named, objectOr, tagged } from '../../shape/union'
import { shown } from '../../shape/words'
import { decodeJson } from '../text/json'
import { isEnclosure, type Certainty, type Stated } from '../../units/enclosure'
import { formatWith } from '../../units/format'
import { isQuantity } from '../../units/quantity'
import { range } from '../../units/range'
import { parseUncertain } from '../../units/uncertain'

const examples = '"12 pJ/update", "0.9 pJ/mac", "3.9 pJ/bit", "2 J" or "20 mW"'

const isFigure = (value: unknown): value is Stated<Certainty, unknown> =>
  isQuantity(value) || isEnclosure(value)

/** A figure in each unit that a part may have one in. */
const figures = countings.map(({ unit }) => ({
  isOne: (text: string): boolean => E.isRight(parseUncertain(unit)(text)),
  codec: stated({ unit, range: range('[0, ∞)'), description: 'what the part takes' }, '12 pJ/update')
}))

/** What a part takes: its unit says of what. */
const figure = new Codec<Stated<Certainty, unknown>, string>(
  { kind: 'text' },
  'what a part takes',
  isFigure,
  (value, context): t.Validation<Stated<Certainty, unknown>> => {
    const found = typeof value === 'string' ? figures.find(({ isOne }) => isOne(value)) : undefined
    return found === undefined
      ? t.failure(
          value,
          context,
          `expected an energy of each update, mac, flop, conversion, bit or parameter, of all, or a power, such as ${examples}, got ${shown(value)}`
        )
      : found.codec.validate(value, context)
  },
  formatWith<unknown>({ digits: 'all' })
)

const source: Codec<Source> = named('source', () =>
  objectOr(
    record('a source', {
      citation: { codec: text, description: 'as a reference list has it' },
      url: { codec: text, description: 'where to read it', optional: true }
    }),
    mapped(
      text,
      (value): value is Source => isObject(value) && 'citation' in value,
      (citation): Source => ({ citation }),
      ({ citation }) => citation
    )
  )
)

const everyPart = {
  name: { codec: text, description: 'what the part is, such as "ADC"' },
  place: {
    codec: word(places),
    description: 'the wall at which it spends, or "beside" them, as leakage and idle power'
  },
  source: { codec: source, description: 'where its figure comes from', optional: true }
} as const satisfies Fields

const withFigure = record('a part with a figure', {
  ...everyPart,
  figure: { codec: figure, description: `what it takes, such as ${examples}` },
  reuse: {
    ...field(ledgerInputs.reuse, '128'),
    description: 'macs served by an operand that is fetched, where the figure is of each bit; 1 if left out',
    optional: true
  },
  evidence: {
    codec: word(['measured', 'simulated', 'derived', 'specified', 'secondary']),
    description: 'how the figure came about',
    optional: true
  }
})

/** Models that say what a part takes. */
const costs = Object.entries(models).flatMap(([name, of]) => {
  const model = of as unknown as ModelData // whatever its inputs
  return countings.some(({ unit }) => unit.dimension.key === model.unit.dimension.key)
    ? [[name, model] as const]
    : []
})

const inputField = ([name, of]: readonly [string, Input<unknown>]): readonly [string, Field] => [
  name,
  { ...field(of, `1 ${of.unit.symbol}`.trim()), optional: true }
]

const withFormula = tagged(
  'a part with a figure, or with a model',
  'model',
  Object.fromEntries(
    costs.map(([name, model]) => [
      name,
      record(`a part that costs what ${name} says`, {
        ...everyPart,
        model: { codec: word([name]), description: model.summary },
        inputs: {
          codec: record(
            `an object of inputs of ${name}`,
            Object.fromEntries(Object.entries(model.inputs).map(inputField)) as Fields
          ),
          description: 'what is not given is that of the ledger',
          optional: true
        }
      })
    ])
  )
)

/** What is said of a part in a file: the model by its name. */
interface Formula {
  readonly model: string
}

const isPart = (value: unknown): value is DesignPart<Certainty> => isObject(value) && 'place' in value

const part = new Codec<DesignPart<Certainty>>(
  { kind: 'either', of: [withFigure.shape, withFormula.shape] },
  'a part with a figure, or with a model',
  isPart,
  (value, context) => {
    if (!isObject(value) || !('model' in value)) return withFigure.validate(value, context)
    return E.map((read: Formula) => ({
      ...(read as unknown as DesignPart<Certainty>),
      model: models[read.model as keyof typeof models]
    }))(withFormula.validate(value, context) as unknown as t.Validation<Formula>)
  },
  (value) => {
    if (!('model' in value)) return withFigure.encode(value)
    const { model, inputs, ...rest } = value
    const given = Object.entries(inputs ?? {}).map(([name, each]) => [name, figure.encode(each)] as const)
    return {
      ...rest,
      model: model.name,
      ...(inputs === undefined ? {} : { inputs: Object.fromEntries(given) })
    }
  }
)

const design = record('an object with a name and parts', {
  name: { codec: text, description: 'what the design is called, such as "my chip"' },
  description: { codec: text, description: 'what it is', optional: true },
  parts: { codec: list(part, 'a list of parts'), description: 'what it spends, part by part' }
})

/** Designs as they stand in a file. */
export const statedDesigns = list(design, 'a list of designs') as Codec<readonly OwnDesign<Certainty>[]>

/**
 * The designs of a file, one or a list: what `estimateFile` takes as `designs`; or all that is wrong with
 * them, each problem with its line.
 *
 * @since 0.7.0
 */
export const decodeDesigns = fromText(
  decodeJson((value: unknown): E.Either<readonly SchemaProblem[], readonly OwnDesign<Certainty>[]> => {
    const isOne = !Array.isArray(value)
    const placed = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] =>
      isOne
        ? problems.map((problem) => ({ ...problem, pointer: problem.pointer.replace(/^\/0/, '') }))
        : problems
    return pipe(
      statedDesigns.decode(isOne ? [value] : value),
      E.mapLeft(problemsOf),
      E.chain((read) => {
        const problems = designProblems(read).map(({ at, message }) => ({
          pointer: pointerOf(at.map(String)),
          message
        }))
        return problems.length > 0 ? E.left(problems) : E.right(read)
      }),
      E.mapLeft(placed)
    )
  })
)
