/**
 * What a model is, as data: a formula with its inputs, its domain, its tier and its sources.
 */
import { aText, expecting, listOf, wordOf } from '../units/argument'
import type { Dimension, Dimensionless } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { aUnit, type Unit } from '../units/unit'
import type { Binary, Constant, Unary } from './algebra'
import { aRangeText, rangeOf, type Range, type RangeText } from '../units/range'

/** What a formula is made of: a graph, whose nodes may be shared. */
export type Node =
  | { readonly kind: 'input'; readonly name: string; readonly symbol: string }
  | { readonly kind: 'constant'; readonly of: Constant }
  | { readonly kind: 'unary'; readonly op: Unary; readonly x: Node }
  | { readonly kind: 'binary'; readonly op: Binary; readonly x: Node; readonly y: Node }
  | { readonly kind: 'term'; readonly of: Term; readonly x: Node }

/** A condition between two expressions that must hold where a model has a value. */
export interface Relation {
  readonly left: Node
  readonly relation: '<' | '≤'
  readonly right: Node
  /** Of both. */
  readonly dimension: Dimension<unknown>
}

/**
 * The evidence for a result, by how much it covers, widest first: every machine that meets the
 * constraint named; every circuit of a class; one machine as stated; a technology as it is measured or
 * projected.
 *
 * @since 0.1.0
 */
export type Tier = 'theorem' | 'circuit' | 'model' | 'empirical'

/** The tiers, widest first. */
export const tiers: readonly Tier[] = ['theorem', 'circuit', 'model', 'empirical']

export const aTier = wordOf(tiers)

/** The narrowest of what are tiers. */
export const narrowestOf = (of: readonly Tier[]): Tier =>
  tiers[Math.max(0, ...of.map((tier) => tiers.indexOf(tier)))]!

/** The narrowest of some tiers; `theorem` of none. */
export const narrowestTier = expecting('narrowestTier', { of: listOf('a list of tiers', aTier) }, narrowestOf)

/**
 * What may be claimed of a result: only what covers every machine, or every circuit of a class, is a
 * bound. What one machine costs, a cleverer one may undercut.
 *
 * @since 0.5.0
 */
export type Claim = 'lower bound' | 'lower bound of a class' | 'cost of a machine' | 'estimate'

const claims: { readonly [T in Tier]: Claim } = {
  theorem: 'lower bound',
  circuit: 'lower bound of a class',
  model: 'cost of a machine',
  empirical: 'estimate'
}

/** Every claim, widest first. */
export const allClaims: readonly Claim[] = tiers.map((tier) => claims[tier])

/** The claim of a tier. @since 0.1.0 */
export const claimOf = expecting('claimOf', { tier: aTier }, (tier: Tier): Claim => claims[tier])

/** Whether a result of a tier is a bound: of every machine, or of every circuit of a class. @since 0.5.0 */
export const isBound = expecting(
  'isBound',
  { tier: aTier },
  (tier: Tier): boolean => tier === 'theorem' || tier === 'circuit'
)

/** Where a formula or a figure comes from. @since 0.1.0 */
export interface Source {
  /** As a reference list has it. */
  readonly citation: string
  /** Where to read it. */
  readonly url?: string
}

/** One input of a model. */
export interface Input<D> {
  readonly symbol: string
  /** The coherent unit; any unit of its dimension is accepted. */
  readonly unit: Unit<D>
  /** In which the number of coherent units must lie. */
  readonly range: Range
  readonly description: string
}

/** An input of parts that are known to fit. */
export const inputOf = <D>(
  symbol: string,
  unit: Unit<D>,
  within: RangeText,
  description: string
): Input<D> => ({ symbol, unit, range: rangeOf(within), description })

/** An input: symbol, coherent unit, range, and what it is. @since 0.1.0 */
export const input = expecting(
  'input',
  { symbol: aText, unit: aUnit, within: aRangeText, description: aText },
  inputOf
)

export type Inputs = Readonly<Record<string, Input<unknown>>>

export type DimensionOf<I> = I extends Input<infer D> ? D : never

/** What may be given for an input of dimension `D`: a quantity; a number where it is one. */
export type Given<D> = [D, Dimensionless] extends [Dimensionless, D]
  ? number | Quantity<Dimensionless>
  : Quantity<D>

/** The inputs of a model as a user gives them. @since 0.1.0 */
export type Values<I> = { readonly [N in keyof I]: Given<DimensionOf<I[N]>> }

/**
 * A condition for a model to have a value: a number within a range, or one thing below another.
 * It keeps the name of the model that asks for it, also where that is a part of another.
 */
export type Condition = { readonly model: string } & (
  | { readonly kind: 'range'; readonly input: string; readonly subject: Node; readonly range: Range }
  | { readonly kind: 'relation'; readonly of: Relation }
)

/** A model where it is used in the formula of another: its conditions there come along. */
export interface Term {
  readonly model: ModelData
  /** What stands for each of its inputs there. */
  readonly given: Readonly<Record<string, Node>>
  readonly conditions: readonly Condition[]
}

/**
 * A process that spends energy: its kind, such as "erasure/reversible", a part of "erasure"; and which
 * one, where it has a name, in parentheses: "erasure/reversible (register A)".
 *
 * The kinds are erasure (getting rid of information), read, update, consolidation, charging, and
 * others where none of these fits. A part of one that is an erasure says so: "read/erasure".
 *
 * @since 0.1.0
 */
export type Process = string

/** Everything about a model but how to call it. */
export interface ModelData<I = Inputs, D = unknown> {
  readonly name: string
  readonly symbol: string
  /** What it is, in a sentence. */
  readonly summary: string
  readonly inputs: I
  readonly unit: Unit<D>
  /** Its formula. */
  readonly node: Node
  /** Its own and those of the models it is made of. */
  readonly conditions: readonly Condition[]
  /** The narrowest of its own tier and those of the models it is made of. */
  readonly tier: Tier
  /** What makes the bound positive, or what the model assumes. */
  readonly constraint: string
  readonly sources: readonly Source[]
  /** The processes whose energy it bounds; none where it is no energy bound. */
  readonly processes: readonly Process[]
  /** The kind of memory it describes, where it describes only one. */
  readonly memory?: 'discrete' | 'continuous' | undefined
  /** The models it is made of. */
  readonly parts: readonly ModelData[]
}

/** The nodes that a condition compares. */
export const comparedBy = (condition: Condition): readonly Node[] =>
  condition.kind === 'range' ? [condition.subject] : [condition.of.left, condition.of.right]

/**
 * The terms that a graph of nodes is made of, also as what other terms are given; those inside other
 * terms only if asked for.
 */
export const termsIn = (nodes: readonly Node[], inside: boolean): readonly Term[] => {
  const seen = new Set<Node>()
  const found: Term[] = []
  const visit = (node: Node): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.kind === 'binary') {
      visit(node.x)
      visit(node.y)
    }
    if (node.kind === 'unary') visit(node.x)
    if (node.kind !== 'term') return
    found.push(node.of)
    for (const name in node.of.given) visit(node.of.given[name]!)
    if (!inside) return
    for (const condition of node.of.conditions) comparedBy(condition).forEach(visit)
    visit(node.x)
  }
  nodes.forEach(visit)
  return found
}

/** The tier of a model; where it is of energies, with what may be claimed of them. */
export const standingOf = ({ tier, processes }: ModelData): string =>
  processes.length === 0 ? tier : `${tier}, ${claimOf(tier)}`
