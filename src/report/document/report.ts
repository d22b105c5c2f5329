/** What the report of a ledger says. */
import * as E from 'fp-ts/lib/Either.js'
import { explainLedger, type Explanation } from '../../ledger/explain'
import { runBarrier } from '../../ledger/run-barrier'
import type { ModelData } from '../../formula/model'
import { symbolLatex } from '../../reading/latex-symbol'
import type { Enclosure } from '../../units/enclosure'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import type { Unit } from '../../units/unit'
import type { FileFront } from '../../estimate/front'
import type { Estimate } from '../../estimate/workload-file'
import {
  claimWords,
  entriesOf,
  figure,
  isCertified,
  placeNames,
  rowsOf,
  sortedRows,
  type AnyEntry,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { frontSentences, frontTable, frontTitle, restsOf } from '../front'
import { barrierPicture } from '../picture/barrier'
import { frontPicture } from '../picture/front'
import { ledgerPicture } from '../picture/ledger'
import { sensitivityPicture } from '../picture/sensitivity'
import { inputsInLatex, modelLatex } from '../text/model-latex'
import { faint, heading, list, paragraph, picture, type Block, type Line } from './block'
import { groundBlocks, lineBlocks, measuredBlocks, tableBlocks, titleBlocks } from './figures'
import { toPrint } from '../../reading/evaluate'
import { answerLine, summaryLines } from './summary'

/** The picture of a ledger; what its lines are, it says itself. */
export const ledgerPictureBlock = (estimate: AnyEstimate): Block =>
  picture(
    (options) => ledgerPicture(estimate, options),
    'limen-ledger',
    'The total of each paradigm on a logarithmic axis; as lines the information of the solution (floor), and one bit flip per update.'
  )

/** How and when a report was made, as the caller tells it: nothing of it is asked of a clock. @since 0.8.0 */
export interface Provenance {
  /** What made it, such as "limen 0.8.0". */
  readonly program?: string
  /** As it was typed. */
  readonly command?: string
  /** Such as "2026-11-29". */
  readonly date?: string
}

const provenanceBlocks = ({ program, command, date }: Provenance): readonly Block[] => {
  const line: Line = [
    ...(program === undefined ? [] : [`Made with ${program}`]),
    ...(date === undefined ? [] : [program === undefined ? `Made on ${date}` : ` on ${date}`]),
    ...(command === undefined
      ? []
      : [program === undefined && date === undefined ? 'Made by ' : ' by ', { code: command }])
  ]
  return line.length === 0 ? [] : [faint([...line, '.'])]
}

/** Whether an entry is 0 by its formula, and not by its values. */
const isFree = ({ energy, model }: AnyEntry): boolean =>
  model.node.kind === 'constant' && figure(energy) === '0'

/** A value that a ledger was given: a quantity, an enclosure, or a plain number. */
const given = (value: unknown, unit: Unit<unknown>): string =>
  formatWith<unknown>({ digits: 'all' })(
    typeof value === 'number' ? unit(value) : (value as Quantity<unknown> | Enclosure<unknown>)
  )

type Given = Readonly<Record<string, unknown>>

/** The symbols of a formula that have a value here. */
const symbolsOf = (inputs: ModelData['inputs'], values: Given) =>
  Object.entries(inputs)
    .filter(([name]) => Object.hasOwn(values, name))
    .map(([name, { symbol, description, unit }]) => ({
      symbol: { math: symbolLatex(symbol) },
      value: given(values[name], unit),
      description
    }))

const entryBlocks = (
  title: string,
  entry: AnyEntry,
  values: Given,
  digits: number | undefined
): readonly Block[] => {
  const { energy, constraint, model } = entry
  const used = inputsInLatex(model)
  const inputs = Object.fromEntries(Object.entries(model.inputs).filter(([name]) => used.has(name)))
  return [
    heading(3, [`${title}: `, { strong: figure(energy, digits) }]),
    ...(isFree(entry)
      ? []
      : [
          {
            kind: 'equations',
            latex: modelLatex(model),
            values: symbolsOf(inputs, values).map(({ symbol, value }) => [symbol, ` = ${value}`])
          } satisfies Block
        ]),
    faint(`${isFree(entry) ? 'nothing is spent' : 'assumes'}: ${constraint}`)
  ]
}

const paradigmBlock = (
  paradigm: AnyRow,
  explanation: Explanation | undefined,
  values: Given,
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
      ` (${claimWords(total.claim, total.tier)})`
    ],
    blocks: [
      ...(known.length === 0
        ? entryBlocks('in all', total, values, digits)
        : known.flatMap(([place, entry]) => entryBlocks(placeNames[place], entry, values, digits))),
      ...(explanation === undefined || explanation.sensitivities.length === 0
        ? []
        : [
            picture(
              (options) => sensitivityPicture(explanation, options),
              `limen-sensitivity-${name}`,
              `What the total of ${name} depends on: percent of change for one percent more of each input.`
            )
          ])
    ]
  }
}

/** The symbols of the formulas, with what was given for them. */
const symbolBlocks = (estimate: AnyEstimate): readonly Block[] => {
  const inputs = Object.assign(
    {},
    ...rowsOf(estimate).map(({ total }) => total.model.inputs)
  ) as ModelData['inputs']
  return [
    {
      kind: 'table',
      header: ['symbol', 'value', 'meaning'],
      figuresFrom: 3,
      rows: symbolsOf(inputs, estimate.ledger.inputs).map(({ symbol, value, description }) => [
        [symbol],
        value,
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
        explainLedger((estimate as Estimate).ledger, undefined, toPrint(digits))
      )

/** The barrier over the run, where its convergence tells each step. */
const barrierBlocks = (estimate: AnyEstimate): readonly Block[] => {
  if (isCertified(estimate)) return []
  // What is not certified is exact.
  const { ledger, run: recorded } = estimate as Estimate
  const run = runBarrier(ledger.scenario, recorded === undefined ? {} : { run: recorded })
  return E.isLeft(run) || run.right.points.length === 0
    ? []
    : [
        heading(2, 'The barrier over the run'),
        picture(
          (options) => barrierPicture(run.right, options),
          'limen-barrier',
          'The barrier of a memory that is matched to the optimiser, from the first update of a parameter to the last.'
        )
      ]
}

/** What may be traded: a picture with the file as it stands, what is said of it, and its designs. */
const frontBlocks = (of: FileFront, digits: number | undefined): readonly Block[] => {
  const { header, rows } = frontTable(of, digits)
  const [first = '', ...rest] = frontSentences(of, digits)
  return [
    heading(2, 'What may be traded'),
    ...(of.found.kind === 'none'
      ? []
      : [
          picture(
            (options) => frontPicture(of, options),
            'limen-front',
            `${frontTitle(of)}: the designs of which none that was looked at is better in one figure without being worse in another, and the file as it stands.`
          )
        ]),
    paragraph(first),
    ...(rest.length === 0 ? [] : [list(rest)]),
    ...(rows.length === 0 ? [] : [{ kind: 'table', header, rows, figuresFrom: 0 } satisfies Block]),
    ...restsOf(of).map(([name, rests]) => faint(`${name}: ${rests}`))
  ]
}

/**
 * The report of a ledger: on its first page the answer, the ledger and its picture; then in words, in
 * figures and formulas, with what all of it rests on.
 */
export const reportBlocks = (
  estimate: AnyEstimate,
  digits: number | undefined,
  provenance: Provenance,
  front?: FileFront
): readonly Block[] => {
  const explanations = explanationsOf(estimate, digits)
  const { paradigms, rest } = summaryLines(estimate, explanations, digits)
  return [
    ...titleBlocks(estimate),
    paragraph(answerLine(estimate, digits)),
    ...tableBlocks(estimate, digits),
    ledgerPictureBlock(estimate),
    ...provenanceBlocks(provenance),
    heading(2, 'In words'),
    paragraph(
      'What this learning costs: what physics asks at the least, what machines pay, what today’s hardware takes by estimate; of each the least first.'
    ),
    list(paradigms),
    ...rest.map(paragraph),
    ...lineBlocks(estimate, digits),
    ...measuredBlocks(estimate, digits),
    ...barrierBlocks(estimate),
    ...(front === undefined ? [] : frontBlocks(front, digits)),
    heading(2, 'Where each figure comes from'),
    ...symbolBlocks(estimate),
    ...sortedRows(estimate).map((paradigm) =>
      paradigmBlock(
        paradigm,
        explanations.find(({ name }) => name === paradigm.name),
        estimate.ledger.inputs,
        digits
      )
    ),
    ...groundBlocks(estimate)
  ]
}
