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
import { broken, gap, hanging, listed } from './lines'
import { aligned, terminalColumns } from './table'

/** What a line holds beside its indent. */
const lineWidth = terminalColumns - gap.length

/** A text beside columns has at least so many. */
const leastText = 24

/** Rows in columns, the last of which is a text that takes as many lines as it must. */
const described = (rows: readonly (readonly string[])[]): readonly string[] => {
  const heads = aligned(
    rows.map((row) => row.slice(0, -1)),
    rows[0]?.slice(0, -1).map(() => 'left' as const) ?? []
  )
  return listed(
    rows.map((row, at) => [heads[at]!, row.at(-1)!]),
    lineWidth,
    lineWidth - leastText
  )
}

/** Models by section: name, unit and tier on a line, and below it what each is. */
export const modelList = (
  sections: Readonly<Record<string, Readonly<Record<string, ModelData>>>>,
  paint: Paint = plain
): string => {
  const all = Object.values(sections).flatMap((models) => Object.values(models))
  const heads = aligned(
    all.map(({ name, unit, tier }) => [name, unit.symbol || '1', tierName(tier)]),
    ['left', 'left', 'left']
  )
  const lines = all.map(({ summary }, at) => [
    gap + heads[at]!.replace(/^\S+/, paint.strong),
    ...broken(summary, lineWidth - gap.length).map((line) => gap + gap + line)
  ])
  let at = 0
  return Object.entries(sections)
    .flatMap(([section, models]) => {
      const own = lines.slice(at, (at += Object.keys(models).length))
      return [paint.heading(section), ...own.flat(), '']
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
      lines.length === 0 ? [] : ['', paint.heading(title), ...lines.map((line) => gap + line)]
    const texts = (title: string, all: readonly string[]): readonly string[] =>
      block(
        title,
        all.flatMap((text) => hanging(text, lineWidth))
      )
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
      ...broken(`${name} (${unit.symbol || '1'})`, terminalColumns).map((line) =>
        line.replace(name, paint.strong)
      ),
      ...broken(summary, terminalColumns),
      ...texts('Formula', [formulaLine(model).join(' ')]),
      ...block('where', described(meanings(model))),
      ...block('Inputs', described(inputRows)),
      ...texts('Requires', requirements(model)),
      ...texts('Tier', [`${tierName(tier)}: ${tierMeanings[tier]}`, ...claim]),
      ...texts('Constraint', [constraint]),
      ...texts('Derivation', [derivationOf(model)]),
      ...texts('Sources', sources.map(citation)),
      ''
    ].join('\n')
  }
)
