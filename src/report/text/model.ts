/**
 * Models for a terminal: a list of them, and one in full.
 */
import { aModel } from '../../formula/kinds'
import { expecting } from '../../units/argument'
import { processWords } from '../../bound/process'
import { claimOf, type ModelData } from '../../formula/model'
import { plansIn, wholePlan, type Plan } from '../../reading/plan'
import { definitionsIn, nodeText, relationText } from '../../reading/text'
import { citation, tierMeanings, tierName } from '../ledger'
import { aPaint, type Paint, plain } from './ledger'
import { aligned } from './table'

/** Models by section, a line each: name, unit, tier, summary. */
export const modelList = (
  sections: Readonly<Record<string, Readonly<Record<string, ModelData>>>>,
  paint: Paint = plain
): string => {
  const rows = Object.values(sections).flatMap((models) =>
    Object.values(models).map(({ name, unit, tier, summary }) => [
      name,
      unit.symbol || '1',
      tierName(tier),
      summary
    ])
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

/** What must hold beyond the ranges of inputs, also for the parts, in the symbols of the whole. */
const requirements = ({ conditions }: ModelData): readonly string[] => [
  ...new Set(
    conditions.flatMap((condition) => (condition.kind === 'relation' ? [relationText(condition.of)] : []))
  )
]

/** What a part is given under another symbol: "𝒲 := ½ − ε". */
const bindings = ({ model, formulas }: Plan): readonly string[] =>
  Object.values(model.inputs).flatMap(({ symbol }, at) => {
    const formula = formulas[at]
    return formula === undefined || formula === symbol ? [] : [`${symbol} := ${formula}`]
  })

const formulaLine = ({ symbol, node }: ModelData): readonly [string, string] => [
  symbol,
  `= ${nodeText(node)}`
]

/** What the symbols of the parts of a model and of its functions stand for. */
const meanings = (model: ModelData): readonly (readonly string[])[] => {
  const parts = plansIn(wholePlan(model))
    .slice(1)
    .map((part) => [...formulaLine(part.model), [part.model.name, ...bindings(part)].join(', ')])
  const distinct = [...new Map(parts.map((row) => [row.join(' '), row])).values()]
  const functions = definitionsIn([nodeText(model.node), ...distinct.flat()].join(' '))
  return [...distinct, ...functions.map(([name, definition]) => [name, `= ${definition}`, ''])]
}

/** Where a model is derived: its heading on the page of the physics. */
export const derivationOf = ({ name }: Pick<ModelData, 'name'>): string =>
  `docs/physics.md#${name.toLowerCase()}`

/** One model: formula, inputs, domain, tier, constraint, derivation and sources. */
export const modelText = expecting(
  'modelText',
  { model: aModel, paint: aPaint },
  (model: ModelData, paint: Paint = plain): string => {
    const { name, summary, unit, inputs, tier, constraint, sources, processes } = model
    const block = (title: string, lines: readonly string[]): readonly string[] =>
      lines.length === 0 ? [] : ['', paint.heading(title), ...lines.map((line) => `  ${line}`)]
    const inputRows = Object.entries(inputs).map(([input, { symbol, unit, range, description }]) => [
      symbol,
      input,
      unit.symbol || '1',
      range.text,
      description
    ])
    const claim =
      processes.length === 0
        ? []
        : [`${claimOf(tier)}, of the energy of: ${processes.map(processWords).join(', ')}`]
    return [
      `${paint.strong(name)} (${unit.symbol || '1'})`,
      summary,
      ...block('Formula', [formulaLine(model).join(' ')]),
      ...block('where', aligned(meanings(model), ['left', 'left', 'left'])),
      ...block('Inputs', aligned(inputRows, ['left', 'left', 'left', 'left', 'left'])),
      ...block('Requires', requirements(model)),
      ...block('Tier', [`${tierName(tier)}: ${tierMeanings[tier]}`, ...claim]),
      ...block('Constraint', [constraint]),
      ...block('Derivation', [derivationOf(model)]),
      ...block('Sources', sources.map(citation)),
      ''
    ].join('\n')
  }
)
