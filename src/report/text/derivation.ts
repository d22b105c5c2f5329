/**
 * A derivation for a terminal: a tree of formulas with their values in one column, each part with
 * what it was given, its tier, its constraint and its sources.
 */
import { aNumber, expecting, optional } from '../../units/argument'
import type { Source } from '../../formula/model'
import { aDerivation, type Derivation, type DerivedInput } from '../../reading/explain'
import { definitionsIn } from '../../reading/text'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { citation, claimText, tierMeanings, tierName } from '../ledger'
import { aPaint, type Paint, plain } from './ledger'
import { broken, filled, gap, hanging, listed } from './lines'
import { aligned, terminalColumns, widthOf } from './table'
import { oneLine } from '../../shape/words'

const lineWidth = terminalColumns
/** Parts further in than this stand as if they were beside the one that they belong to. */
const deepest = 30
/** Values that are wider stand below. */
const widestValue = 32
const widestTier = 'empirical'.length

/** A line of the tree; the one that ends the head of a part has its value and tier, in columns. */
interface Line {
  /** The branches of the tree, before the text. */
  readonly rail: string
  readonly text: string
  /** How much of the text is the name of a part. */
  readonly name?: number
  readonly faint?: true
  readonly value?: string
  readonly tier?: string
}

const unitOf = (text: string): string => text.replace(/^\S+/, '')

/** How a value is printed. */
type Print = (quantity: Quantity<unknown>) => string

/** What is given, in so many digits, or in all of them where those are fewer. */
const given =
  (print: Print): Print =>
  (quantity) => {
    const [some, all] = [print(quantity), formatWith({ digits: 'all' })(quantity)]
    return all.length < some.length && unitOf(all) === unitOf(some) ? all : some
  }

const equality = ({ symbol, formula, value }: DerivedInput, print: Print): string => {
  const number = given(print)(value)
  // What is but the symbol of another part is derived there.
  if (formula === undefined || formula === symbol) return `= ${number}`
  return formula === number ? `:= ${number}` : `:= ${oneLine(formula)} = ${number}`
}

/** Inputs with their values, and what they are. */
const inputRows = (inputs: readonly DerivedInput[], print: Print): readonly (readonly [string, string])[] => {
  const equalities = inputs.map((input) => [oneLine(input.symbol), equality(input, print)])
  const things = aligned(equalities, ['left', 'left'], ' ')
  return inputs.map(({ description }, at) => [things[at]!, description])
}

/** Numbers as references: [1–3, 5]. */
const references = (numbers: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  const texts = runs.map(([from, to]) => (from === to ? from : `${from}${to - from > 1 ? '–' : ', '}${to}`))
  return texts.length === 0 ? '' : `[${texts.join(', ')}]`
}

/** What a part is given and rests on; of the whole, all its inputs and what may be claimed of it. */
const details = (
  of: Derivation,
  isWhole: boolean,
  cited: string,
  width: number,
  print: Print
): readonly Omit<Line, 'rail'>[] => {
  const { summary, tier, claim, constraint, requires } = of
  const bound = of.inputs.filter(({ formula, unused }) => (isWhole ? unused !== true : formula !== undefined))
  const faint = [
    ...(isWhole
      ? [`${claim === undefined ? tierName(tier) : claimText(claim, tier)}: ${tierMeanings[tier]}`]
      : []),
    `${constraint === '' ? '' : `constraint: ${constraint} `}${cited}`,
    ...requires.map((relation) => `requires: ${relation}`)
  ]
  return [
    ...[...broken(summary, width), ...listed(inputRows(bound, print), width)].map((text) => ({ text })),
    ...faint.flatMap((text) => hanging(text, width)).map((text) => ({ text, faint: true as const }))
  ]
}

/** The head of a part within so many columns: name, formula, value and tier. */
const headOf = (
  of: Derivation,
  again: boolean,
  first: string,
  rest: string,
  room: number,
  print: Print
): readonly Line[] => {
  const [name, symbol, value] = [oneLine(of.name), oneLine(of.symbol), print(of.value)]
  const equation = again ? [`${symbol}, see above`] : [symbol, `= ${oneLine(of.formula)}`]
  const line = [name, equation.join(' ')].join(gap)
  const heading: readonly Line[] =
    widthOf(first + line) <= room
      ? [{ rail: first, text: line, name: name.length }]
      : [
          ...broken(name, lineWidth - widthOf(rest)).map((text, at) => ({
            rail: at === 0 ? first : rest,
            text,
            name: text.length
          })),
          ...equation
            .flatMap((text) => hanging(text, room - widthOf(rest) - gap.length))
            .map((text) => ({ rail: rest + gap, text }))
        ]
  if (widthOf(value) <= widestValue)
    return [...heading.slice(0, -1), { ...heading.at(-1)!, value, tier: tierName(of.tier) }]
  const below = hanging(`= ${value}, ${tierName(of.tier)}`, lineWidth - widthOf(rest) - gap.length)
  return [...heading, ...below.map((text) => ({ rail: rest + gap, text }))]
}

/** What a part is known by: told once, it need not be told again. */
const identity = ({ name, value, inputs }: Derivation): string =>
  JSON.stringify([name, ...[value, ...inputs.map((input) => input.value)].map(({ exact }) => exact)])

const treeOf = (
  whole: Derivation,
  sources: readonly Source[],
  room: number,
  print: Print
): readonly Line[] => {
  const told = new Set<string>()
  const numbers = new Map(sources.map(({ citation }, at) => [citation, at + 1]))

  /** `first` leads to a part, and `rest` to what follows of it. */
  const tree = (of: Derivation, first: string, rest: string): readonly Line[] => {
    const again = told.has(identity(of))
    told.add(identity(of))
    const inside = rest + (again || of.terms.length === 0 ? '   ' : '│  ')
    const head = headOf(of, again, first, inside, room, print)
    if (again) return head
    const cited = references(of.sources.map((source) => numbers.get(source.citation)!))
    const branches = rest.length < deepest ? rest : rest.slice(0, -3)
    return [
      ...head,
      ...details(of, of === whole, cited, lineWidth - inside.length, print).map((line) => ({
        ...line,
        rail: inside
      })),
      ...of.terms.flatMap((term, at) => {
        const [branch, under] = at < of.terms.length - 1 ? ['├─ ', '│  '] : ['└─ ', '   ']
        return [{ rail: `${branches}│`, text: '' }, ...tree(term, branches + branch, branches + under)]
      })
    ]
  }
  return tree(whole, '', '')
}

/** Lines with their values and tiers in columns. */
const printed = (lines: readonly Line[], paint: Paint): readonly string[] => {
  const heads = lines.filter(({ value }) => value !== undefined)
  const left = Math.max(...heads.map(({ rail, text }) => widthOf(rail + text)))
  const right = Math.max(...heads.map(({ value = '' }) => widthOf(value)))
  const faint = (text: string): string => (text === '' ? '' : paint.faint(text))
  return lines.map(({ rail, text, name = 0, faint: isFaint, value, tier = '' }) => {
    const named = name === 0 ? '' : paint.strong(text.slice(0, name))
    const start = faint(rail) + named + (isFaint === true ? faint(text) : text.slice(name))
    if (value === undefined) return start
    const space = filled('', left - widthOf(rail + text)) + gap
    return `${start}${space}= ${filled(value, right)}${gap}${faint(tier)}`
  })
}

/** The derivations in one, from the top. */
const within = (derivation: Derivation): readonly Derivation[] => [
  derivation,
  ...derivation.terms.flatMap(within)
]

/**
 * A derivation as text, at most 80 columns wide, ending in a line break.
 *
 * @example
 * import { explain, landauer, kelvin } from 'limen'
 * import { derivationText } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const derivation = explain(landauer)({ temperature: kelvin(300), errorProbability: 0.01 })
 * const lines = pipe(derivation, E.map((all) => derivationText(all).split('\n')))
 * pipe(lines, E.map(([first]) => first)) // right('landauer  E_L = kT [ln 2 − h(ε)]  = 2.639 zJ/bit  theorem')
 *
 * @since 0.2.0
 */
export const derivationText = expecting(
  'derivationText',
  { derivation: aDerivation, paint: aPaint, digits: optional(aNumber) },
  (derivation: Derivation, paint: Paint = plain, digits = 4): string => {
    const print: Print = formatWith({ digits })
    const parts = within(derivation)
    const cited = parts.flatMap(({ sources }) => sources).map((source) => [source.citation, source] as const)
    const sources = [...new Map(cited).values()]
    const widths = parts.map(({ value }) => Math.min(widestValue, widthOf(print(value))))
    const room = lineWidth - `${gap}= ${gap}`.length - Math.max(...widths) - widestTier
    const formulas = parts.flatMap(({ formula, requires, inputs }) => [
      formula,
      ...requires,
      ...inputs.flatMap((input) => input.formula ?? [])
    ])
    const definitions = definitionsIn(formulas.join(' ')).map(
      ([name, meaning]) => `where ${name} = ${meaning}`
    )
    const references = sources.flatMap((source, at) => hanging(`[${at + 1}] ${citation(source)}`, lineWidth))
    return [printed(treeOf(derivation, sources, room, print), paint), definitions, references]
      .filter((section) => section.length > 0)
      .map((section) => `${section.join('\n')}\n`)
      .join('\n')
  }
)
