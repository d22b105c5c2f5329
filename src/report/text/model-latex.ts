/**
 * A model as equations to paste into a paper: its own, then one for each symbol and function in it
 * that needs one, then what it requires.
 *
 * A part stands there as it is used, not as it was defined: within rateCappedReset the 𝒲 of the
 * speed limit is ½ − ε, and what is 0 there, as (1 − 1) B̄, is left out. A symbol stands for one
 * thing only.
 */
import { aModel } from '../../formula/kinds'
import { expecting } from '../../units/argument'
import type { ModelData, Node, Relation } from '../../formula/model'
import { program } from '../../formula/program'
import { latexDefinitions, nodeLatex, relationLatex } from '../../reading/latex'
import { symbolLatex } from '../../reading/latex-symbol'
import { simplifying } from './simplified'

/** The nodes of a graph, each once, in the order in which a reader comes across them. */
const reached = (nodes: readonly Node[]): readonly Node[] => {
  const seen = new Set<Node>()
  const visit = (node: Node): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.kind === 'binary') [node.x, node.y].forEach(visit)
    else if (node.kind === 'unary' || node.kind === 'term') visit(node.x)
  }
  nodes.forEach(visit)
  return [...seen]
}

const symbolNode = (symbol: string): Node => ({ kind: 'input', name: symbol, symbol })

/** Compositions have no symbol of their own, but spell out what they do: "total(A, B)", "U E_LIM". */
const isSpelled = (symbol: string): boolean => /\s|^[a-z]{2,}\(/.test(symbol)

/** The symbols that stand for more than one thing, among symbols and what each stands for. */
const ambiguous = (meanings: readonly (readonly [symbol: string, of: string])[]): ReadonlySet<string> => {
  const last = new Map(meanings)
  return new Set(meanings.flatMap(([symbol, of]) => (last.get(symbol) === of ? [] : [symbol])))
}

/** How nodes are written: each part by its symbol, where that stands for it alone. */
interface Writing {
  /** The formulas that have a symbol, in the order in which a reader comes across them. */
  readonly symbols: ReadonlyMap<string, Node>
  /** What a formula is, its parts by their symbols. */
  readonly inside: (node: Node) => string
  readonly relation: (relation: Relation) => string
}

const writing = (model: ModelData, relations: readonly Relation[]): Writing => {
  const nodes = reached([model.node, ...relations.flatMap(({ left, right }) => [left, right])])
  const { outputs } = program(nodes, [])
  // Equal formulas have one register.
  const register = new Map(nodes.map((node, at) => [node, outputs[at]!]))
  const terms = nodes.filter((node) => node.kind === 'term')

  const own = [model.symbol, 'the model'] as const
  const inputs = nodes.flatMap((node) => (node.kind === 'input' ? [[node.symbol, node.name] as const] : []))
  const meanings = terms.map((term) => [term.of.model.symbol, `register ${register.get(term)!}`] as const)
  const renamed = ambiguous([own, ...inputs])
  const opened = ambiguous([own, ...inputs, ...meanings])
  const isNamed = ({ symbol }: ModelData): boolean => !opened.has(symbol) && !isSpelled(symbol)

  const symbols = new Map<string, Node>([
    [model.symbol, model.node],
    ...terms.flatMap(({ of, x }) => (isNamed(of.model) ? [[of.model.symbol, x] as const] : []))
  ])

  const closed = new Map<Node, Node>()
  const close = (node: Node): Node => {
    const result = closed.get(node) ?? closeNew(node)
    closed.set(node, result)
    return result
  }
  const closeNew = (node: Node): Node => {
    switch (node.kind) {
      case 'input':
        return renamed.has(node.symbol) ? symbolNode(`${node.symbol}_${node.name}`) : node
      case 'constant':
        return node
      case 'unary':
        return { ...node, x: close(node.x) }
      case 'binary':
        return { ...node, x: close(node.x), y: close(node.y) }
      case 'term':
        return isNamed(node.of.model) ? symbolNode(node.of.model.symbol) : close(node.x)
    }
  }
  const side = (node: Node): Node => {
    const isFormula = node.kind === 'unary' || node.kind === 'binary'
    const [symbol] =
      [...symbols].find(([symbol, of]) => !isSpelled(symbol) && register.get(of) === register.get(node)) ?? []
    return isFormula && symbol !== undefined ? symbolNode(symbol) : close(node)
  }
  return {
    symbols,
    inside: (node) => nodeLatex(close(node)),
    relation: ({ left, right, ...rest }) => relationLatex({ ...rest, left: side(left), right: side(right) })
  }
}

/** The formula of a model and what it requires, simplified. */
const asWritten = ({ node, conditions }: ModelData) => {
  const simplified = simplifying()
  return {
    node: simplified(node),
    relations: conditions.flatMap((condition): readonly Relation[] => {
      if (condition.kind !== 'relation') return []
      const { left, right } = condition.of
      return [{ ...condition.of, left: simplified(left), right: simplified(right) }]
    })
  }
}

/** The names of the inputs that the equations of a model have. */
export const inputsInLatex = (model: ModelData): ReadonlySet<string> => {
  const { node, relations } = asWritten(model)
  const nodes = reached([node, ...relations.flatMap(({ left, right }) => [left, right])])
  return new Set(nodes.flatMap((each) => (each.kind === 'input' ? [each.name] : [])))
}

/**
 * A model as a block of equations for math mode, to paste into a paper that loads amsmath: the
 * model, its parts, the functions that not every reader knows, and what must hold between the inputs.
 *
 * @example
 * import { matchedBarrier } from 'limen'
 * import { modelLatex } from 'limen/report'
 * const [, equation, condition] = modelLatex(matchedBarrier).split('\n')
 * console.log(equation!.trim()) // B_r &= k_{\mathrm{B}}T \ln\frac{f_0}{r} \\
 * console.log(condition!.trim()) // & \text{requires } r \le f_0
 *
 * @since 0.2.0
 */
export const modelLatex = expecting('modelLatex', { model: aModel }, (model: ModelData): string => {
  const { node, relations } = asWritten(model)
  const { symbols, inside, relation } = writing({ ...model, node }, relations)
  const formulas = [...symbols].map(
    ([symbol, node]) => [isSpelled(symbol) ? '' : symbolLatex(symbol), inside(node)] as const
  )
  const functions = latexDefinitions(formulas.map(([, formula]) => formula).join(' '))
  const lines = [
    ...[...formulas, ...functions].map(([name, formula]) => `${name} &${name && '='} ${formula}`.trim()),
    ...[...new Set(relations.map(relation))].map(
      // A minus behind words would be spaced as one between terms.
      (text, at) => `& \\text{${at === 0 ? 'requires' : 'and'} } ${text.replace(/^-/, '{-}')}`
    )
  ]
  return ['\\begin{aligned}', lines.map((line) => `  ${line}`).join(' \\\\\n'), '\\end{aligned}'].join('\n')
})
