/**
 * Models for a terminal: a list of them, and one in full.
 */
import { claimOf, type Condition, type ModelData } from '../formula/model'
import { definitionsIn, nodeText, relationText } from '../reading/text'
import { citation, tierMeanings } from './ledger'
import { plain, type Paint } from './ledger-text'
import { aligned } from './table'

/** Models by section, a line each: name, unit, tier, summary. */
export const modelList = (
  sections: Readonly<Record<string, Readonly<Record<string, ModelData>>>>,
  paint: Paint = plain
): string => {
  const rows = Object.values(sections).flatMap((models) =>
    Object.values(models).map(({ name, unit, tier, summary }) => [name, unit.symbol || '1', tier, summary])
  )
  const lines = aligned(rows, ['left', 'left', 'left', 'left'])
  let at = 0
  return Object.entries(sections)
    .flatMap(([section, models]) => {
      const own = lines.slice(at, (at += Object.keys(models).length))
      return [paint.heading(section), ...own.map((line) => `  ${line.replace(/^\S+/, paint.strong)}`), '']
    })
    .join('\n')
}

const ownConditions = ({ name, conditions }: ModelData): readonly string[] =>
  conditions
    .filter(
      (condition): condition is Extract<Condition, { kind: 'relation' }> =>
        condition.model === name && condition.kind === 'relation'
    )
    .map(({ of }) => relationText(of))

const formulaLine = ({ symbol, node }: ModelData): readonly [string, string] => [
  symbol,
  `= ${nodeText(node)}`
]

/** A formula, then what the symbols of its parts and its functions stand for. */
const formulaRows = (
  model: ModelData,
  parts: readonly ModelData[]
): { readonly own: readonly string[]; readonly where: readonly (readonly string[])[] } => {
  const own = formulaLine(model)
  const terms = parts.map((part) => [...formulaLine(part), part.name])
  const functions = definitionsIn([own, ...terms].flat().join(' ')).map(([name, definition]) => [
    name,
    `= ${definition}`,
    ''
  ])
  return { own, where: [...terms, ...functions] }
}

/** The parts of a model, and theirs, each once. */
const partsOf = (model: ModelData): readonly ModelData[] => [
  ...new Map(
    model.parts.flatMap((part) => [part, ...partsOf(part)]).map((part) => [part.name, part])
  ).values()
]

/** One model: formula, inputs, domain, tier, constraint and sources. */
export const modelText = (model: ModelData, paint: Paint = plain): string => {
  const { name, summary, unit, inputs, tier, constraint, sources, processes } = model
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint.heading(title), ...lines.map((line) => `  ${line}`)]
  const { own, where } = formulaRows(model, partsOf(model))
  const inputRows = Object.entries(inputs).map(([input, { symbol, unit, range, description }]) => [
    symbol,
    input,
    unit.symbol || '1',
    range.text,
    description
  ])
  const claim = processes.length === 0 ? [] : [`${claimOf(tier)} on the energy of: ${processes.join(', ')}`]
  return [
    `${paint.strong(name)} (${unit.symbol || '1'})`,
    summary,
    ...block('Formula', [own.join(' ')]),
    ...block('where', aligned(where, ['left', 'left', 'left'])),
    ...block('Inputs', aligned(inputRows, ['left', 'left', 'left', 'left', 'left'])),
    ...block('Requires', ownConditions(model)),
    ...block('Tier', [`${tier}: ${tierMeanings[tier]}`, ...claim]),
    ...block('Constraint', [constraint]),
    ...block('Sources', sources.map(citation)),
    ''
  ].join('\n')
}
