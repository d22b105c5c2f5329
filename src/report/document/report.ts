/** What the report of a ledger says. */
import * as E from 'fp-ts/lib/Either.js'
import { explainLedger, type Explanation } from '../../ledger/explain'
import type { ModelData } from '../../formula/model'
import { symbolLatex } from '../../reading/latex-symbol'
import type { Enclosure } from '../../units/enclosure'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import type { Unit } from '../../units/unit'
import type { Estimate } from '../../estimate/workload-file'
import {
  entriesOf,
  figure,
  isCertified,
  placeNames,
  rowsOf,
  type AnyEntry,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { modelLatex } from '../text/model-latex'
import { faint, heading, list, paragraph, picture, type Block } from './block'
import { figureBlocks, groundBlocks, measuredBlocks, titleBlocks } from './figures'
import { summaryLines } from './summary'

/** What the picture of a ledger shows; what its lines are, it says itself. */
export const ledgerCaption =
  'The total of each paradigm on a logarithmic axis; as lines the information of the solution (floor), and one bit flip per update (bitFlip).'

/** The pictures of a report, as SVG. */
export interface Pictures {
  readonly ledger: string
  readonly barrier?: string
  /** How the total of a paradigm depends on its inputs. */
  readonly sensitivities: (explanation: Explanation) => string
}

/** Whether an entry is 0 by its formula, and not by its values. */
const isFree = ({ energy, model }: AnyEntry): boolean =>
  model.node.kind === 'constant' && figure(energy) === '0'

const entryBlocks = (title: string, entry: AnyEntry, digits: number | undefined): readonly Block[] => {
  const { energy, constraint, model } = entry
  return [
    heading(3, [`${title}: `, { strong: figure(energy, digits) }]),
    ...(isFree(entry) ? [] : [{ kind: 'equations', latex: modelLatex(model) } satisfies Block]),
    faint(`${isFree(entry) ? 'nothing is spent' : 'assumes'}: ${constraint}`)
  ]
}

/** A value that a ledger was given: a quantity, an enclosure, or a plain number. */
const given = (value: unknown, unit: Unit<unknown>): string =>
  formatWith<unknown>({ digits: 'all' })(
    typeof value === 'number' ? unit(value) : (value as Quantity<unknown> | Enclosure<unknown>)
  )

const paradigmBlock = (
  paradigm: AnyRow,
  explanation: Explanation | undefined,
  pictures: Pictures,
  digits: number | undefined
): Block => {
  const { name, description, total } = paradigm
  const known = entriesOf(paradigm)
  return {
    kind: 'section',
    title: [
      { code: name },
      ` ${description}: `,
      { strong: figure(total.energy, digits) },
      ` (${total.claim}, ${total.tier})`
    ],
    blocks: [
      ...(known.length === 0
        ? entryBlocks('in all', total, digits)
        : known.flatMap(([place, entry]) => entryBlocks(placeNames[place], entry, digits))),
      ...(explanation === undefined || explanation.sensitivities.length === 0
        ? []
        : [
            picture(
              pictures.sensitivities(explanation),
              `What the total of ${name} depends on: percent of change for one percent more of each input.`
            )
          ])
    ]
  }
}

/** The symbols of the formulas, with what was given for them. */
const symbolBlocks = (estimate: AnyEstimate): readonly Block[] => {
  const { ledger } = estimate
  const inputs = Object.assign(
    {},
    ...rowsOf(estimate).map(({ total }) => total.model.inputs)
  ) as ModelData['inputs']
  return [
    {
      kind: 'table',
      header: ['symbol', 'value', 'meaning'],
      figuresFrom: 3,
      rows: Object.entries(inputs)
        .filter(([name]) => Object.hasOwn(ledger.inputs, name))
        .map(([name, { symbol, description, unit }]) => [
          [{ math: symbolLatex(symbol) }],
          given(ledger.inputs[name], unit),
          description
        ])
    }
  ]
}

const explanationsOf = (estimate: AnyEstimate, digits: number | undefined): readonly Explanation[] =>
  isCertified(estimate)
    ? []
    : E.getOrElse((): readonly Explanation[] => [])(
        // What is not certified is exact.
        explainLedger((estimate as Estimate).ledger, undefined, digits === undefined ? {} : { digits })
      )

/** The report of a ledger: in words, in pictures, in figures and formulas, with what all of it rests on. */
export const reportBlocks = (
  estimate: AnyEstimate,
  pictures: Pictures,
  digits?: number
): readonly Block[] => {
  const explanations = explanationsOf(estimate, digits)
  const { paradigms, rest } = summaryLines(estimate, explanations, digits)
  return [
    ...titleBlocks(estimate),
    paragraph(
      'What this learning costs: what physics asks at the least, what machines pay, what it takes today.'
    ),
    list(paradigms),
    ...rest.map(paragraph),
    heading(2, 'The ledger'),
    picture(pictures.ledger, ledgerCaption),
    ...figureBlocks(estimate, digits),
    ...measuredBlocks(estimate, digits),
    ...(pictures.barrier === undefined
      ? []
      : [
          heading(2, 'The barrier over the run'),
          picture(
            pictures.barrier,
            'The barrier of a memory that is matched to the optimiser, from the first update of a parameter to the last.'
          )
        ]),
    heading(2, 'Where each figure comes from'),
    ...symbolBlocks(estimate),
    ...rowsOf(estimate).map((paradigm) =>
      paradigmBlock(
        paradigm,
        explanations.find(({ name }) => name === paradigm.name),
        pictures,
        digits
      )
    ),
    ...groundBlocks(estimate)
  ]
}
