/** What the tests of formulas build and read them with. */
import { binary, unary, type Algebra, type Binary, type Unary } from '../../src/formula/algebra'
import { Expression } from '../../src/formula/expression'
import { fold } from '../../src/formula/program'
import type { Unit } from '../../src/units/unit'

/** An input as an expression. */
export const symbol = <D>(name: string, unit: Unit<D>, printed = name): Expression<D> =>
  new Expression({ kind: 'input', name, symbol: printed }, unit.dimension)

const unaries = Object.keys(unary) as readonly Unary[]
const binaries = Object.keys(binary) as readonly Binary[]

/** An algebra from what it does with an operation by its name. */
export const algebraOf = <A>(
  constant: Algebra<A>['constant'],
  operation: (op: Unary | Binary, ...operands: readonly A[]) => A
): Algebra<A> =>
  ({
    constant,
    ...Object.fromEntries(
      [...unaries, ...binaries].map((op) => [op, (...operands: readonly A[]) => operation(op, ...operands)])
    )
  }) as unknown as Algebra<A> // every operation by its name

/** Formulas as text, each operation as a call: "add(x, 2)". */
export const calls = algebraOf<string>(
  ({ decimal, symbol }) => symbol ?? decimal,
  (op, ...operands) => `${op}(${operands.join(', ')})`
)

/** A formula as calls. */
export const written = ({ node }: Expression<unknown>): string => fold(calls, (name) => name)(node)
