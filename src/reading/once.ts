/** The number reading of what is asked once: no loop is made of it, and every step is looked at. */
import type { Node } from '../formula/model'
import { program, reader, type Step } from '../formula/program'
import { decimal } from '../units/decimal'
import { numberAlgebra, representable } from './number'

/** Operations by which numbers that are not 0 make one that is. */
const cancelling: readonly Step['op'][] = ['add', 'sub', 'step']

/**
 * Formulas in float64, where their conditions hold; undefined where anything on the way has overflown, may have
 * lost digits to underflow, or is no number. An input of 0 is one.
 */
export const onceInNumbers = (
  nodes: readonly Node[],
  given: Readonly<Record<string, number>>
): readonly number[] | undefined => {
  const compiled = program(nodes, Object.keys(given))
  const { inputs, constants, steps, outputs } = compiled
  const registers = reader(numberAlgebra, compiled)(Object.values(given))
  const isZero = (at: number): boolean => registers[at] === 0
  const isNothing = [
    ...inputs.map(() => true),
    ...constants.map((of) => decimal(of.decimal).isZero()),
    ...steps.map(
      (step) => cancelling.includes(step.op) || isZero(step.x) || (step.arity === 2 && isZero(step.y))
    )
  ]
  const areHeld = registers.every((value, at) => (value === 0 ? isNothing[at]! : representable(value)))
  return areHeld ? outputs.map((at) => registers[at]!) : undefined
}
