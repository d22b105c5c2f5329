/**
 * A formula unfolded: the models that it is made of, each with what it is given, and all of it in the
 * inputs of the whole, so that one program computes the value of every part.
 */
import { termsIn, type ModelData, type Node, type Relation, type Term } from '../formula/model'
import { program } from '../formula/program'
import { nodeText } from './text'

/** A model in a derivation, all nodes in the inputs of the whole. */
export interface Plan {
  readonly model: ModelData
  readonly value: Node
  /** For each input. */
  readonly given: readonly Node[]
  /** What was given, in the symbols of the formula around. */
  readonly formulas: readonly (string | undefined)[]
  readonly terms: readonly Plan[]
}

/** What a model requires beyond the ranges of its inputs; what its parts ask for comes after that. */
export const relationsOf = ({ name, inputs, conditions }: ModelData): readonly Relation[] => {
  const beyond = conditions.slice(Object.keys(inputs).length)
  const end = beyond.findIndex(({ kind, model }) => kind === 'range' || model !== name)
  return beyond
    .slice(0, end === -1 ? undefined : end)
    .flatMap((condition) => (condition.kind === 'relation' ? [condition.of] : []))
}

/** What the value of a model depends on, and whether it has one. */
export const nodesOf = (model: ModelData): readonly Node[] => [
  model.node,
  ...relationsOf(model).flatMap(({ left, right }) => [left, right])
]

const givenTo = ({ model, given }: Term): readonly Node[] =>
  Object.keys(model.inputs).map((name) => given[name]!)

/** One term of each model for each way to give it the same. */
const distinctTerms = (model: ModelData): readonly Term[] => {
  const terms = termsIn(nodesOf(model), false)
  // Equal nodes get one register.
  const { outputs } = program(terms.flatMap(givenTo), Object.keys(model.inputs))
  const models = [...new Set(terms.map((term) => term.model))]
  const found = new Map<string, Term>()
  let at = 0
  for (const term of terms) {
    const given = outputs.slice(at, (at += Object.keys(term.model.inputs).length))
    const key = [models.indexOf(term.model), ...given].join(' ')
    if (!found.has(key)) found.set(key, term)
  }
  return [...found.values()]
}

/** From nodes in some inputs to the same with nodes in place of the inputs. */
const substitution = (given: Readonly<Record<string, Node>>): ((node: Node) => Node) => {
  const known = new Map<Node, Node>()
  const substitute = (node: Node): Node => {
    const before = known.get(node)
    if (before !== undefined) return before
    const made = remade(node)
    known.set(node, made)
    return made
  }
  const remade = (node: Node): Node => {
    switch (node.kind) {
      case 'input':
        return given[node.name]!
      case 'constant':
        return node
      case 'term':
        return substitute(node.x)
      case 'unary':
        return { ...node, x: substitute(node.x) }
      case 'binary':
        return { ...node, x: substitute(node.x), y: substitute(node.y) }
    }
  }
  return substitute
}

const planOf = (
  model: ModelData,
  given: readonly Node[],
  formulas: readonly (string | undefined)[]
): Plan => {
  const substitute = substitution(
    Object.fromEntries(Object.keys(model.inputs).map((name, at) => [name, given[at]!]))
  )
  const terms = distinctTerms(model).map((term) => {
    const own = givenTo(term)
    const texts = Object.values(term.model.inputs).map(({ symbol }, at) => {
      const node = own[at]!
      return node.kind === 'input' && node.symbol === symbol ? undefined : nodeText(node)
    })
    return planOf(term.model, own.map(substitute), texts)
  })
  return { model, value: substitute(model.node), given, formulas, terms }
}

export const wholePlan = (model: ModelData): Plan => {
  const inputs = Object.entries(model.inputs)
  return planOf(
    model,
    inputs.map(([name, { symbol }]) => ({ kind: 'input', name, symbol })),
    inputs.map(() => undefined)
  )
}

/** The plans in one, from the top. */
export const plansIn = (whole: Plan): readonly Plan[] => {
  const found: Plan[] = []
  const visit = (plan: Plan): void => {
    found.push(plan)
    plan.terms.forEach(visit)
  }
  visit(whole)
  return found
}
