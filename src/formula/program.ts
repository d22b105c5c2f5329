/**
 * The fold: a graph of expressions becomes a straight line of steps, and a reading runs it.
 *
 * Equal nodes get one register, so that what a formula shares is computed once. A step is run again
 * only where one of its operands is another than in the run before.
 */
import type { Algebra, Binary, Constant, Unary } from './algebra'
import { aFunction, expectArguments } from '../units/argument'
import { aNode, anAlgebra } from './kinds'
import type { Node } from './model'

export type Step =
  | { readonly arity: 1; readonly op: Unary; readonly x: number }
  | { readonly arity: 2; readonly op: Binary; readonly x: number; readonly y: number }

/** Registers hold the inputs, then the constants, then the result of each step. */
export interface Program {
  readonly inputs: readonly string[]
  readonly constants: readonly Constant[]
  readonly steps: readonly Step[]
  /** The register of each node asked for. */
  readonly outputs: readonly number[]
}

type Entry =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'constant'; readonly of: Constant }
  | { readonly kind: 'step'; readonly step: Step }

/**
 * The program that computes some nodes from named inputs. `opaque` leaves the models that a formula
 * is made of unopened: each is an input by the name of its symbol.
 */
export const program = (nodes: readonly Node[], names: readonly string[], opaque = false): Program => {
  const entries: Entry[] = []
  const numbers = new Map<string, number>()
  const seen = new Map<Node, number>()

  const enter = (key: string, entry: () => Entry): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    entries.push(entry())
    numbers.set(key, entries.length - 1)
    return entries.length - 1
  }
  const enterInput = (name: string): number => enter(`input ${name}`, () => ({ kind: 'input', name }))
  const visit = (node: Node): number => {
    const known = seen.get(node)
    if (known !== undefined) return known
    const at = visitNew(node)
    seen.set(node, at)
    return at
  }
  const visitNew = (node: Node): number => {
    switch (node.kind) {
      case 'input':
        return enterInput(opaque ? node.symbol : node.name)
      case 'constant':
        return enter(`constant ${JSON.stringify(node.of)}`, () => ({
          kind: 'constant',
          of: node.of
        }))
      case 'term':
        return opaque ? enterInput(node.of.model.symbol) : visit(node.x)
      case 'unary': {
        const { op } = node
        const x = visit(node.x)
        return enter(`${op} ${x}`, () => ({ kind: 'step', step: { arity: 1, op, x } }))
      }
      case 'binary': {
        const { op } = node
        const [x, y] = [visit(node.x), visit(node.y)]
        return enter(`${op} ${x} ${y}`, () => ({ kind: 'step', step: { arity: 2, op, x, y } }))
      }
    }
  }
  names.forEach(enterInput)
  const wanted = nodes.map(visit)

  // Inputs first, then constants, then steps, which keep their order.
  const ofKind = (kind: Entry['kind']): number[] =>
    entries.flatMap((entry, at) => (entry.kind === kind ? [at] : []))
  const order = [...ofKind('input'), ...ofKind('constant'), ...ofKind('step')]
  const place = new Map(order.map((at, to) => [at, to]))
  const moved = (step: Step): Step =>
    step.arity === 1
      ? { ...step, x: place.get(step.x)! }
      : { ...step, x: place.get(step.x)!, y: place.get(step.y)! }
  return {
    inputs: entries.flatMap((entry) => (entry.kind === 'input' ? [entry.name] : [])),
    constants: entries.flatMap((entry) => (entry.kind === 'constant' ? [entry.of] : [])),
    steps: entries.flatMap((entry) => (entry.kind === 'step' ? [moved(entry.step)] : [])),
    outputs: wanted.map((at) => place.get(at)!)
  }
}

/** Which registers no input reaches. */
export const fixedRegisters = ({ inputs, constants, steps }: Program): readonly boolean[] => {
  const fixed = [...inputs.map(() => false), ...constants.map(() => true)]
  for (const step of steps) fixed.push(step.arity === 1 ? fixed[step.x]! : fixed[step.x]! && fixed[step.y]!)
  return fixed
}

/** A program read by an algebra: from the values of its inputs to the values of its registers. */
export const reader = <A>(
  algebra: Algebra<A>,
  program: Program
): ((inputs: readonly A[]) => readonly A[]) => {
  const { constants, steps } = program
  const fixed = constants.map(algebra.constant)
  let last: readonly A[] = []
  return (values) => {
    const registers = [...values, ...fixed]
    for (const step of steps) {
      const known = last[registers.length]!
      const x = registers[step.x]!
      const isSame = Object.is(x, last[step.x])
      if (step.arity === 1) registers.push(isSame ? known : algebra[step.op](x))
      else {
        const y = registers[step.y]!
        registers.push(isSame && Object.is(y, last[step.y]) ? known : algebra[step.op](x, y))
      }
    }
    last = registers
    return registers
  }
}

/** The fold of nodes that are none of a user's. */
export const folded =
  <A>(algebra: Algebra<A>, valueOf: (input: string) => A, opaque = false) =>
  (node: Node): A => {
    const compiled = program([node], [], opaque)
    return reader(algebra, compiled)(compiled.inputs.map((input) => valueOf(input)))[compiled.outputs[0]!]!
  }

/** The fold of one node by an algebra, given the value of each input. */
export const fold = <A>(algebra: Algebra<A>, valueOf: (input: string) => A, opaque = false) => {
  expectArguments('fold', { algebra: anAlgebra, valueOf: aFunction }, algebra, valueOf)
  const read = folded(algebra, valueOf, opaque)
  return (node: Node): A => {
    expectArguments('fold', { node: aNode }, node)
    return read(node)
  }
}
