/** Parts of designs as they stand in a file: what each of the ways to say what a part takes looks like. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { ledgerInputs } from '../../ledger/inputs'
import { countings, type FormulaPart } from '../../ledger/design'
import { eachWords } from '../../ledger/energy-part'
import { places } from '../../ledger/paradigms'
import type { Input, ModelData, Source } from '../../formula/model'
import { models } from '../../physics/models'
import { field, isObject, record, text, word } from '../../shape/codec'
import { anyOf } from '../../shape/quantity'
import { Codec, type Field, type Fields } from '../../shape/shape'
import { apart, mapped, named, objectOr, tagged } from '../../shape/union'
import type { Certainty } from '../../units/enclosure'
import { formatWith } from '../../units/format'
import { range } from '../../units/range'
import { bits } from '../energies/own'

const examples = '"12 pJ/update", "0.9 pJ/mac", "3.9 pJ/bit", "2 J" or "20 mW"'

/** What a part takes: its unit says of what. */
const figure = anyOf(
  countings.map(({ unit, of }) => [
    { unit, range: range('[0, ∞)'), description: `what the part takes for ${of}` },
    `12 p${unit.symbol}`
  ]),
  'what a part takes',
  `an energy of each update, mac, flop, conversion, bit or parameter, of all, or a power, such as ${examples}`
)

const source: Codec<Source> = named('source', () =>
  objectOr(
    record('a source', {
      citation: { codec: text, description: 'as a reference list has it' },
      url: { codec: text, description: 'where to read it', optional: true }
    }),
    mapped(
      text,
      (value): value is Source => isObject(value) && !('url' in value),
      (citation): Source => ({ citation }),
      ({ citation }) => citation
    )
  )
)

const everyPart = {
  name: { codec: text, description: 'what the part is, such as "ADC"' },
  place: {
    codec: word(places),
    description:
      'the wall at which it spends, "memory", "update" or "consolidation", or "beside" them, as leakage and idle power'
  }
} as const satisfies Fields

const reuse = {
  ...field(ledgerInputs.reuse, '128'),
  description: 'macs served by an operand that is fetched, where the figure is of each bit; 1 if left out',
  optional: true
} as const satisfies Field

const rows = {
  ...field(ledgerInputs.rows, '256 mac/conversion'),
  description:
    'macs served by one conversion, where the figure is of each; those of /design/readout/rows if left out',
  optional: true
} as const satisfies Field

/** Whose word a figure is. */
const grounds = {
  evidence: {
    codec: word(['measured', 'simulated', 'derived', 'specified', 'secondary']),
    description: 'how the figure came about',
    optional: true
  },
  source: { codec: source, description: 'where the figure comes from', optional: true },
  note: { codec: text, description: 'what must be known to use it', optional: true }
} as const satisfies Fields

const withFigure = record('a part with a figure', {
  ...everyPart,
  figure: { codec: figure, description: `what it takes, such as ${examples}` },
  reuse,
  rows,
  ...grounds
})

/** Models that say what a part takes. */
const costs = (): readonly (readonly [string, ModelData])[] =>
  Object.entries(models).flatMap(([name, of]) => {
    const model = of as unknown as ModelData // whatever its inputs
    return countings.some(({ unit }) => unit.dimension.key === model.unit.dimension.key)
      ? [[name, model] as const]
      : []
  })

const inputField = ([name, of]: readonly [string, Input<unknown>]): readonly [string, Field] => [
  name,
  { ...field(of, `1 ${of.unit.symbol}`.trim()), optional: true }
]

const byModel = () =>
  tagged(
    'a part with a model',
    'model',
    Object.fromEntries(
      costs().map(([name, model]) => [
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
          },
          source: grounds.source
        })
      ])
    )
  )

/** The model stands in a file by its name; one that has none of the library's is still told by its own. */
const withFormula = (): Codec<FormulaPart<Certainty>> => {
  const told = byModel()
  return new Codec<FormulaPart<Certainty>>(
    told.shape,
    told.name,
    (value): value is FormulaPart<Certainty> => isObject(value) && 'model' in value,
    (value, context) =>
      pipe(
        told.validate(value, context),
        E.map((part) => ({ ...part, model: models[part.model as keyof typeof models] }))
      ),
    ({ model, inputs, ...rest }) => ({
      ...rest,
      model: model.name,
      ...(inputs === undefined
        ? {}
        : {
            inputs: Object.fromEntries(
              Object.entries(inputs).map(([name, value]) => [
                name,
                formatWith<unknown>({ digits: 'all' })(value)
              ])
            )
          })
    })
  )
}

const asCited = record('a part that is cited hardware', {
  ...everyPart,
  cited: {
    codec: text,
    description: 'the hardware whose cited energy it takes, such as "Fowler-Nordheim dynamic analog memory"'
  },
  reuse
})

const fromFile = record("a part whose energy is in another tool's file", {
  ...everyPart,
  from: { codec: text, description: 'the file of energies, by its path from this file, such as "ert.yaml"' },
  action: {
    codec: text,
    description: 'the action in that file, such as "weight_reg.write" or "adc[resolution=8].convert"'
  },
  each: {
    codec: word(eachWords),
    description: 'for each of what the action takes place; "run" takes it as often as its file counts it'
  },
  bits: {
    codec: bits,
    description: 'that one action handles, where "each" is "bit" and the file does not say',
    optional: true
  },
  reuse,
  rows,
  ...grounds
})

/** A part of a design as it stands in a file. What a model takes is made where a file has parts. */
export const statedPart = named('part', () =>
  apart('a part of a design', {
    figure: withFigure,
    model: withFormula(),
    cited: asCited,
    from: fromFile
  })
)

export type StatedPart = t.TypeOf<typeof statedPart>
