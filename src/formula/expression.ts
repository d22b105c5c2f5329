/**
 * Expressions: formulas as data, their dimensions checked by the compiler.
 *
 * An expression is a node of a graph; a node used twice is shared. Methods are the arithmetic, so
 * that a formula reads from left to right as it is printed. A pure number may be a literal.
 */
import { divDimension, mulDimension, rootDimension } from '../units/dimension'
import type { Dimension, Dimensionless, Div, Mul, Root, Same } from '../units/dimension'

import { aNumber, aText, either, expectArguments, expecting, isText, kind, optional } from '../units/argument'
import { isNumeral, Working } from '../units/decimal'
import { dimensionless as pure } from '../units/named'
import { printed } from '../units/print'
import { expectDimension } from '../units/quantity'
import { aUnit, type Unit } from '../units/unit'
import type { Binary, Constant, Unary } from './algebra'
import { anExpression } from './kinds'
import type { DimensionOf, Node, Relation } from './model'

/** The inputs of a model as expressions, for its formula. */
export type Symbols<I> = { readonly [N in keyof I]: Expression<DimensionOf<I[N]>> }

/** An operand: an expression of dimension `E`, which must be `D`. */
export type Operand<D, E, Verb extends string, Preposition extends string> = Expression<E> &
  Same<D, E, Verb, Preposition>

/**
 * A formula of dimension `D`, or a part of one.
 *
 * @since 0.1.0
 */
export class Expression<D> {
  constructor(
    readonly node: Node,
    readonly dimension: Dimension<D>
  ) {}

  plus<E>(other: Operand<D, E, 'add', 'to'>): Expression<D> {
    return this.with('plus', 'add', other, 'add', 'to')
  }

  minus<E>(other: Operand<D, E, 'subtract', 'from'>): Expression<D> {
    return this.with('minus', 'sub', other, 'subtract', 'from')
  }

  /** The product with an expression, or with a literal number. */
  times(other: number): Expression<D>
  times<E>(other: Expression<E>): Expression<Mul<D, E>>
  times(other: number | Expression<unknown>): Expression<unknown> {
    const by = lift('times', other)
    return new Expression(binaryNode('mul', this.node, by.node), mulDimension(this.dimension, by.dimension))
  }

  /** The quotient by an expression, or by a literal number. */
  over(other: number): Expression<D>
  over<E>(other: Expression<E>): Expression<Div<D, E>>
  over(other: number | Expression<unknown>): Expression<unknown> {
    const by = lift('over', other)
    return new Expression(binaryNode('div', this.node, by.node), divDimension(this.dimension, by.dimension))
  }

  /** The same value counted per one coherent unit: `b.per(bits)` is the pure number of bits. */
  per<E>(unit: Unit<E>): Expression<Div<D, E>> {
    expectArguments('per', { unit: aUnit }, unit)
    return new Expression(this.node, divDimension(this.dimension, unit.dimension))
  }

  /** The same value as so many coherent units: `n.of(updates)` counts updates. */
  of<E>(unit: Unit<E>): Expression<Mul<D, E>> {
    expectArguments('of', { unit: aUnit }, unit)
    return new Expression(this.node, mulDimension(this.dimension, unit.dimension))
  }

  squared(): Expression<Mul<D, D>> {
    return new Expression(unaryNode('square', this.node), mulDimension(this.dimension, this.dimension))
  }

  negated(): Expression<D> {
    return new Expression(unaryNode('neg', this.node), this.dimension)
  }

  /** The condition that this is less than another. */
  below<E>(other: Operand<D, E, 'compare', 'to'>): Relation {
    return this.related('below', '<', other)
  }

  /** The condition that this is at most another. */
  atMost<E>(other: Operand<D, E, 'compare', 'to'>): Relation {
    return this.related('atMost', '≤', other)
  }

  private with(
    name: string,
    op: Binary,
    other: Expression<unknown>,
    verb: string,
    preposition: string
  ): Expression<D> {
    expectOther(name, other)
    expectDimension(this, other, verb, preposition)
    return new Expression(binaryNode(op, this.node, other.node), this.dimension)
  }

  private related(name: string, relation: Relation['relation'], other: Expression<unknown>): Relation {
    expectOther(name, other)
    expectDimension(this, other, 'compare', 'to')
    return { left: this.node, relation, right: other.node, dimension: this.dimension }
  }
}

const anOperand = either('an expression or a number', anExpression, aNumber)

// Formulas are made of many: what is plainly one is not looked at further.

const expectOther = (name: string, other: unknown): void => {
  if (!(other instanceof Expression)) expectArguments(name, { other: anExpression }, other)
}

const expectBoth = (name: string, x: unknown, y: unknown): void => {
  if (x instanceof Expression && y instanceof Expression) return
  expectArguments(name, { x: anExpression, y: anExpression }, x, y)
}

const unaryNode = (op: Unary, x: Node): Node => ({ kind: 'unary', op, x })
const binaryNode = (op: Binary, x: Node, y: Node): Node => ({ kind: 'binary', op, x, y })

/** A number with its unit, as people read it; none of a pure number, and 0 is 0 in every unit. */
const textOf = (decimal: string, dimension: Dimension<unknown>): { readonly text?: string } => {
  const exact = new Working(decimal)
  return dimension.key === pure.key || exact.isZero() ? {} : { text: printed({ dimension, exact }, 'all') }
}

const constantOf = <D>(of: Constant, dimension: Dimension<D>): Expression<D> =>
  new Expression({ kind: 'constant', of }, dimension)

/**
 * A constant with a dimension, in coherent SI. It is printed by its symbol if it has one, else with its
 * unit.
 *
 * @example
 * import { constant, joulesPerUpdate, nodeText } from 'limen'
 * nodeText(constant('12e-12', joulesPerUpdate).node) // '12 pJ/update'
 *
 * @since 0.1.0
 */
export const constant = expecting(
  'constant',
  {
    decimal: kind('the text of a number', (value) => isText(value) && isNumeral(value)),
    unit: aUnit,
    symbol: optional(aText)
  },
  <D>(decimal: string, { dimension }: Unit<D>, symbol?: string): Expression<D> =>
    symbol === undefined
      ? constantOf({ decimal, ...textOf(decimal, dimension) }, dimension)
      : constantOf({ decimal, symbol }, dimension)
)

/** A literal pure number; a float64 means its shortest decimal. @since 0.1.0 */
export const number = expecting('number', { value: aNumber }, (value: number): Expression<Dimensionless> =>
  constantOf({ decimal: String(value) }, pure)
)

const lift = (name: string, other: number | Expression<unknown>): Expression<unknown> => {
  if (typeof other === 'number') return number(other)
  if (!(other instanceof Expression)) expectArguments(name, { other: anOperand }, other)
  return other
}

/** A function of a pure number. */
export type OfNumber = (x: Expression<Dimensionless>) => Expression<Dimensionless>

/** Throws where a function of pure numbers is given something else. */
const expectPure = (op: Unary | Binary, { dimension }: Expression<unknown>): void => {
  if (dimension.key !== pure.key)
    throw new TypeError(`cannot take ${op} of ${dimension.name}: expected a pure number`)
}

const onNumber = (op: Unary): OfNumber =>
  expecting(op, { x: anExpression }, (x) => {
    expectPure(op, x)
    return new Expression(unaryNode(op, x.node), pure)
  })

export const exp: OfNumber = onNumber('exp')
/** eˣ − 1, accurate near 0. */
export const expm1: OfNumber = onNumber('expm1')
export const ln: OfNumber = onNumber('ln')
/** ln(1 + x), accurate near 0. */
export const log1p: OfNumber = onNumber('log1p')
export const arsinh: OfNumber = onNumber('arsinh')
export const artanh: OfNumber = onNumber('artanh')
/** The binary entropy h(x) in nats. */
export const entropy: OfNumber = onNumber('entropy')
/** ln((1−x)/x): the log of the odds against. */
export const logOdds: OfNumber = onNumber('logOdds')
/** π/2 − 2 arcsin √x: the statistical angle between x and ½, doubled. */
export const angle: OfNumber = onNumber('angle')
/** φ₁(x) = (eˣ − 1)/x. */
export const phi1: OfNumber = onNumber('phi1')
/** φ₂(x) = (eˣ − 1 − x)/x². */
export const phi2: OfNumber = onNumber('phi2')
/** The Langevin function coth x − 1/x. */
export const langevin: OfNumber = onNumber('langevin')

export const sqrt = <D>(
  x: Expression<D> & (Root<D> extends string ? Root<D> : unknown)
): Expression<Root<D>> => {
  expectArguments('sqrt', { x: anExpression }, x)
  const of = x as Expression<D>
  return new Expression(unaryNode('sqrt', of.node), rootDimension(of.dimension))
}

/** A function of two pure numbers. */
export type OfNumbers = (
  x: Expression<Dimensionless>,
  y: Expression<Dimensionless>
) => Expression<Dimensionless>

const onNumbers =
  (op: Binary): OfNumbers =>
  (x, y) => {
    expectBoth(op, x, y)
    expectPure(op, x)
    expectPure(op, y)
    return new Expression(binaryNode(op, x.node, y.node), pure)
  }

export const pow: OfNumbers = onNumbers('pow')
/** h(x) − h(y), accurate where the two are close. */
export const entropyDifference: OfNumbers = onNumbers('entropyDifference')
/** x ln(x/y) + (1−x) ln((1−x)/(1−y)): the relative entropy of two binary distributions, in nats. */
export const relativeEntropy: OfNumbers = onNumbers('relativeEntropy')
/** Σ(ε, n): the least entropy, in nats, that a bit produces on its way from ½ to ε in n attempts. */
export const resetDissipation: OfNumbers = onNumbers('resetDissipation')

/** A function of two things of one dimension. */
const ofAlike = <D, R>(
  op: Binary,
  x: Expression<D>,
  y: Expression<unknown>,
  result: (x: Expression<D>) => Dimension<R>
): Expression<R> => {
  expectBoth(op, x, y)
  expectDimension(x, y, 'compare', 'to')
  return new Expression(binaryNode(op, x.node, y.node), result(x))
}

/** ln(x/y), accurate where the two are close. */
export const lnRatio = <D, E>(
  x: Expression<D>,
  y: Operand<D, E, 'compare', 'to'>
): Expression<Dimensionless> => ofAlike('lnRatio', x, y, () => pure)

export const max = <D, E>(x: Expression<D>, y: Operand<D, E, 'compare', 'to'>): Expression<D> =>
  ofAlike('max', x, y, ({ dimension }) => dimension)

export const min = <D, E>(x: Expression<D>, y: Operand<D, E, 'compare', 'to'>): Expression<D> =>
  ofAlike('min', x, y, ({ dimension }) => dimension)

export const zero = number(0)
export const half = number(0.5)
export const unity = number(1)
export const two = number(2)
/** ln 2: nats per bit. */
export const ln2 = ln(two)
