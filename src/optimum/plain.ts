/**
 * To look by, and not to tell: formulas in float64 with no check, where what is too small for a number is 0 and what
 * is too large Infinity.
 */
import type { Algebra } from '../formula/algebra'
import type { Node } from '../formula/model'
import { program, reader, type Program } from '../formula/program'
import { called, fromText, stepText } from '../reading/kernel'
import { numberAlgebra } from '../reading/number'
import { remembered } from '../units/remembered'
import type { Vector } from './linear'

const algebra: Algebra<number> = { ...numberAlgebra, exp: Math.exp, square: (x) => x * x }

type Plain = (values: Vector) => Vector

type Made = ((constants: Vector) => Plain) | undefined

const known = remembered<Made>(256)

/** Constants stand apart, so that formulas at other levels are the same text, and run as fast as those before. */
const textOf = (of: Program): string => {
  const lines = [
    ...of.inputs.map((_, at) => `values[${at}]`),
    ...of.constants.map((_, at) => `constants[${at}]`),
    ...of.steps.map(stepText)
  ]
  return [
    ...called(of),
    'return (constants) => (values) => {',
    ...lines.map((line, at) => `const r${at} = ${line}`),
    `return [${of.outputs.map((at) => `r${at}`).join(', ')}]`,
    '}'
  ].join('\n')
}

const inSteps = (of: Program): Plain => {
  const read = reader(algebra, of)
  return (values) => {
    const registers = read(values)
    return of.outputs.map((at) => registers[at]!)
  }
}

/** The values of formulas of named inputs; step by step where a host forbids functions from text. */
export const plainly = (nodes: readonly Node[], names: readonly string[]): Plain => {
  const of = program(nodes, names)
  const text = textOf(of)
  const constants = of.constants.map(algebra.constant)
  return known(text, () => fromText<Made>({ algebra }, text, () => undefined))?.(constants) ?? inSteps(of)
}
